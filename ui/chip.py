"""Chips: one short sentence with a sign, amber for a warning, red for an error, grey for information."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from advisor.language import translate

from .icons import icon, paint_icon
from .text_size import px
from .theme import LIGHT, Theme, font, set_state

Tone = Literal["warning", "error", "info"]

CHIP_HEIGHT = 24
_ICON = 14
_SIDE = 9
_GAP = 6


def chip_colors(theme: Theme, tone: Tone) -> tuple[str, str, str]:
    """Return (text, fill, line) of a chip."""
    if tone == "warning":
        return theme.warning_text, theme.warning_fill, theme.warning_line
    if tone == "error":
        return theme.error_text, theme.error_fill, theme.error_line
    return theme.ink, theme.info_fill, theme.info_line


class Chip(QLabel):
    """A note beside the answer. Its text is a label's text, so that assistive tools read it."""

    def __init__(self, text: str, tone: Tone, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.tone = tone
        self._theme = theme
        self.setFont(font("body"))
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def natural_width(self) -> int:
        """Return the width at which nothing is cut, in pixels."""
        return QFontMetrics(self.font()).horizontalAdvance(self.text()) + px(_ICON + _GAP + 2 * _SIDE + 2)

    def sizeHint(self) -> QSize:
        """Return the size of the whole sentence."""
        return QSize(self.natural_width(), px(CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the size with the sentence cut to a few letters; the tool tip has it whole."""
        return QSize(min(self.natural_width(), px(120)), px(CHIP_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, its sign and the sentence."""
        text, fill, line = chip_colors(self._theme, self.tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(line), 1))
        painter.setBrush(QColor(fill))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        _paint_sign(painter, self.height(), self.tone, text)
        painter.setPen(QColor(text))
        painter.setFont(self.font())
        left = px(_SIDE + _ICON + _GAP)
        room = self.width() - left - px(_SIDE)
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 2)
        painter.drawText(QRectF(left, 0, room + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)


class ChipButton(QAbstractButton):
    """A chip that opens the notes there was no room for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tone: Tone = "warning"
        self.setFont(font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of sign and text."""
        return QSize(
            QFontMetrics(self.font()).horizontalAdvance(self.text()) + px(_ICON + _GAP + 2 * _SIDE + 4), px(CHIP_HEIGHT)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open the notes as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, with the focus ring while it has the keyboard."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(theme.focus if focused else theme.info_line), 2 if focused else 1))
        painter.setBrush(QColor(theme.selected if self.underMouse() or self.isDown() else theme.info_fill))
        inset = 1.0 if focused else 0.5
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        _paint_sign(painter, self.height(), self.tone, theme.muted)
        painter.setPen(QColor(theme.muted))
        painter.setFont(self.font())
        left = px(_SIDE + _ICON + _GAP)
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )


class NotesPopup(QFrame):
    """Every note in full; closes with Escape or a click elsewhere.

    Signals
    -------
    closed : the popup went away, so the keyboard can go back to where it came from
    """

    closed = Signal()

    def __init__(
        self, notes: tuple[tuple[Tone, str], ...], theme: Theme = LIGHT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        set_state(self, role="card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(translate("Answer", "Notes"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        for tone, text in notes:
            layout.addLayout(_note_row(tone, text, theme))

    def texts(self) -> tuple[str, ...]:
        """Return the notes shown."""
        return tuple(label.text() for label in self.findChildren(QLabel) if label.text())

    def closeEvent(self, event: object) -> None:
        """Tell that the popup closed."""
        self.closed.emit()
        super().closeEvent(event)  # type: ignore[arg-type]


def _paint_sign(painter: QPainter, height: int, tone: Tone, color: str) -> None:
    edge = px(_ICON)
    paint_icon(painter, QRectF(px(_SIDE), (height - edge) / 2, edge, edge), tone, color)


def _note_row(tone: Tone, text: str, theme: Theme) -> QHBoxLayout:
    color = chip_colors(theme, tone)[0]
    row = QHBoxLayout()
    row.setSpacing(8)
    sign = QLabel()
    sign.setPixmap(icon(tone, color, _ICON).pixmap(px(_ICON), px(_ICON)))
    sign.setFixedWidth(px(_ICON))
    words = QLabel(text)
    words.setFont(font("body"))
    words.setWordWrap(True)
    words.setMinimumWidth(px(380))
    set_state(words, tone="warning" if tone == "warning" else "")
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row
