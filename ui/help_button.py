"""Small buttons that are only a sign, drawn in the palette's ink, so that they follow the theme by themselves."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from .icons import paint_icon
from .text_size import px

SIGN = 12
EDGE = 16
"""The sign's edge and that of what can be clicked, in pixels at 100 %."""


class SignButton(QAbstractButton):
    """A sign without a frame; the keyboard's ring shows around it.

    Parameters
    ----------
    sign : str
        A drawing in ``resources/icons``.
    name : str
        What the button does, for those who hear it, and its tool tip.
    height : int
        Of what can be clicked, in pixels of the window; 0 for as much as the width.
    """

    def __init__(self, sign: str, name: str, parent: QWidget | None = None, height: int = 0) -> None:
        super().__init__(parent)
        self._sign = sign
        self._height = height or px(EDGE)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.resize(self.sizeHint())

    @property
    def shows(self) -> bool:
        """Whether the sign is drawn; it takes clicks and the keyboard either way."""
        return True

    def sizeHint(self) -> QSize:
        """Return the size of what can be clicked."""
        return QSize(px(EDGE), self._height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a sign cannot be cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Step forward under the pointer."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        """Step back again."""
        self.update()
        super().leaveEvent(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign, muted until it is under the pointer or has the keyboard."""
        if not self.shows:
            return
        palette = self.palette()
        forward = self.underMouse() or self.hasFocus()
        role = QPalette.ColorRole.WindowText if forward else QPalette.ColorRole.PlaceholderText
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center() - QPointF(1.5, 0)  # the ring keeps off the words to its right
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.color(QPalette.ColorRole.Accent)), 2))
            ring = QRectF(0, 0, px(EDGE) - 3, px(EDGE) - 3)
            ring.moveCenter(middle)
            painter.drawRoundedRect(ring, 4, 4)
        edge = px(SIGN - 2 if self.hasFocus() else SIGN)
        area = QRectF(0, 0, edge, edge)
        area.moveCenter(middle)
        paint_icon(painter, area, self._sign, palette.color(QPalette.ColorGroup.Active, role).name())
