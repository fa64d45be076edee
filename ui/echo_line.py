"""The small line under a field: what was understood, or what would be right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from .icons import icon
from .text_size import px
from .theme import Theme, font, set_state

ECHO_HEIGHT = 16


class EchoLine(QWidget):
    """One small line: muted for what was understood, with an icon in the error's colour for what would be right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._full = ""
        self._wrong = False
        self._icon = QLabel(self)
        self._icon.setFixedSize(px(12), px(ECHO_HEIGHT))
        self._text = QLabel(self)
        self._text.setFont(font("caption"))
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text.setMinimumHeight(px(ECHO_HEIGHT))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self._icon.hide()
        set_state(self._text, tone="muted")

    @property
    def text(self) -> str:
        """The whole text, also where the line is too short for it."""
        return self._full

    def show_text(self, text: str, wrong: bool) -> None:
        """Show what was understood, or what would be right."""
        text = text[:1].upper() + text[1:] if wrong else text
        if (text, wrong) != (self._full, self._wrong):
            self._full, self._wrong = text, wrong
            self._icon.setVisible(wrong)
            set_state(self._text, tone="error" if wrong else "muted")
            self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in the colours of a theme."""
        edge = px(12)
        self._icon.setPixmap(icon("error", theme.error_text, 12).pixmap(QSize(edge, edge), self.devicePixelRatio()))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A fix must be readable in full, so a long one may take a second line; an echo gives way instead.
        metrics = self._text.fontMetrics()
        width = self._text.width()
        fits = metrics.horizontalAdvance(self._full) <= width
        self._text.setWordWrap(self._wrong and not fits)
        shown = (
            self._full if fits or self._wrong else metrics.elidedText(self._full, Qt.TextElideMode.ElideRight, width)
        )
        self._text.setText(shown)
        self._text.setToolTip("" if fits else self._full)
