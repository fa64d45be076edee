"""A flat button of small text with an icon on either side, set close together."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from .icons import icon
from .text_size import px
from .theme import LIGHT, Theme, font, set_state

ICON = 12
GAP = 4
PADDING = 4
HEIGHT = 20


class LinkButton(QToolButton):
    """Text and icon without a frame; the frame of the keyboard focus still shows.

    Parameters
    ----------
    text : str
    icon_name : str
        A drawing in ``resources/icons``; "" for none.
    trailing : bool
        Whether the icon stands after the text.
    muted : bool
        Whether the text is in muted ink while the pointer is elsewhere.
    """

    def __init__(
        self,
        text: str,
        icon_name: str = "",
        *,
        trailing: bool = True,
        muted: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._trailing = trailing
        self._muted = muted
        self._theme = LIGHT
        self._icons: dict[str, QIcon] = {}
        self.setText(text)
        self.setFont(font("caption"))
        set_state(self, kind="link")

    def set_theme(self, theme: Theme) -> None:
        """Draw the button in the colours of a theme."""
        self._theme = theme
        self._icons.clear()
        self.update()

    def set_icon_name(self, name: str) -> None:
        """Use another drawing."""
        if name != self._icon_name:
            self._icon_name = name
            self.update()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * px(PADDING)
        return QSize(width + (px(ICON) + GAP if self._icon_name else 0), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        color = self._color()
        inside = self.rect().adjusted(px(PADDING), 0, -px(PADDING), 0)
        edge = px(ICON)
        if self._icon_name:
            x = inside.right() + 1 - edge if self._trailing else inside.left()
            self._icon(color).paint(painter, QRect(x, inside.center().y() - edge // 2 + 1, edge, edge))
            inside = inside.adjusted(0, 0, -edge - GAP, 0) if self._trailing else inside.adjusted(edge + GAP, 0, 0, 0)
        painter.setPen(QColor(color))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _color(self) -> str:
        if not self.isEnabled():
            return self._theme.disabled
        if self._muted and not self.underMouse() and not self.hasFocus():
            return self._theme.muted
        return self._theme.ink

    def _icon(self, color: str) -> QIcon:
        key = f"{self._icon_name} {color}"
        if key not in self._icons:
            self._icons[key] = icon(self._icon_name, color, ICON)
        return self._icons[key]
