"""The line under a chart: what its curves mean at the left, what the crosshair reads at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from advisor.evidence import ChartPage

from .chart_drawing import BAND_ALPHA, SWATCH
from .theme import LIGHT, Theme, font, line_height, scenario_colors

_GAP = 16.0
_SEPARATOR = ", "


class ChartFooter(QLabel):
    """Shows as many whole notes as fit; while the crosshair reads, they give way to it, the last ones first.

    It is a label, so that assistive tools find all of its text.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: ChartPage | None = None
        self._theme = LIGHT
        self._read_out: tuple[str, ...] = ()
        self.setFont(font("caption"))
        self.setFixedHeight(line_height("caption"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_page(self, page: ChartPage) -> None:
        """Show the notes of a page."""
        self._page = page
        self.setText(". ".join(note.rstrip(".") for note in self._notes()))
        self.setToolTip("\n".join(self._notes()))
        self.update()

    def show_read_out(self, texts: tuple[str, ...]) -> None:
        """Show what the crosshair reads, most telling first; an empty tuple gives the room back."""
        if texts != self._read_out:
            self._read_out = texts
            self.setAccessibleDescription(self._joined(texts))
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return a size that never widens the page."""
        return QSize(0, line_height("caption"))

    def read_out_shown(self) -> str:
        """Return as much of the read-out as fits the line."""
        metrics = QFontMetrics(self.font())
        for count in range(len(self._read_out), 0, -1):
            text = self._joined(self._read_out[:count])
            if metrics.horizontalAdvance(text) <= self.width():
                return text
        return ""

    def notes_shown(self) -> tuple[str, ...]:
        """Return the notes that fit beside the read-out."""
        metrics = QFontMetrics(self.font())
        read_out = self.read_out_shown()
        room = self.width() - (metrics.horizontalAdvance(read_out) + 2 * _GAP if read_out else 0.0)
        shown: list[str] = []
        for i, note in enumerate(self._notes()):
            room -= metrics.horizontalAdvance(note) + (_GAP if i else SWATCH + 6 if self._has_swatch() else 0.0)
            if room < 0:
                break
            shown.append(note)
        return tuple(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw swatch, notes and read-out."""
        painter = QPainter(self)
        painter.setFont(self.font())
        metrics = QFontMetrics(self.font())
        left, height = 0.0, float(self.height())
        painter.setPen(QColor(self._theme.muted))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
        for i, note in enumerate(self.notes_shown()):
            if i == 0 and self._has_swatch() and self._page is not None:
                color = QColor(scenario_colors(self._theme, self._page.band_key or "")[0])
                color.setAlphaF(BAND_ALPHA + 0.1)
                painter.fillRect(QRectF(0, (height - 8) / 2, SWATCH, 8), color)
                left += SWATCH + 6
            painter.drawText(QRectF(left, 0, metrics.horizontalAdvance(note) + 2, height), middle, note)
            left += metrics.horizontalAdvance(note) + _GAP
        painter.setPen(QColor(self._theme.ink))
        whole = QRectF(0, 0, self.width(), height)
        painter.drawText(whole, middle | Qt.AlignmentFlag.AlignRight, self.read_out_shown())

    def _notes(self) -> tuple[str, ...]:
        if self._page is None:
            return ()
        return tuple(note for note in (self._page.band_label, *self._page.footer) if note)

    def _has_swatch(self) -> bool:
        return self._page is not None and bool(self._page.band_label) and self._page.band_low is not None

    @staticmethod
    def _joined(texts: tuple[str, ...]) -> str:
        """Join "At 20B:", "student loss 2.077" and the rest to one line."""
        return f"{texts[0]} {_SEPARATOR.join(texts[1:])}" if texts else ""
