"""Two expected losses with their 90 % ranges on one axis, each with its name beside its bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.evidence import LossRange
from advisor.language import translate
from advisor.quantities import format_loss

from .text_size import px
from .theme import LIGHT, Theme, drawn_font, scenario_colors
from .zoomed import zoomed

ROW_PITCH = 24
_GAP = 8
_DOT = 4.5


@dataclass(frozen=True)
class RangeRow:
    """Where one range stands, in pixels from the left: bar, dot and name."""

    low: float
    dot: float
    high: float
    label_left: float


def place_ranges(ranges: Sequence[LossRange], label_widths: Sequence[float], width: float) -> tuple[RangeRow, ...]:
    """Place bars and names in the given width on one common scale, as large as the names allow.

    Each name stands right of its bar or left of it; of all these choices the one with the largest scale wins.
    """
    if not ranges:
        return ()
    low = min(r.low for r in ranges)
    span = max(max(r.high for r in ranges) - low, 1e-12)
    best: tuple[float, float, int] | None = None
    for sides in range(2 ** len(ranges)):
        for step in range(100, 4, -2):
            scale = step / 100 * (width - 2 * _DOT) / span
            least, most = _DOT, width - _DOT - scale * span
            for i, (r, label) in enumerate(zip(ranges, label_widths, strict=True)):
                if sides >> i & 1:
                    least = max(least, label + _GAP - scale * (r.low - low))
                else:
                    most = min(most, width - _GAP - label - scale * (r.high - low))
            if least <= most + 1e-9:
                if best is None or scale > best[0] + 1e-9:
                    best = (scale, least, sides)
                break
    scale, offset, sides = best or (0.05 * width / span, _DOT, 0)
    rows = []
    for i, (r, label) in enumerate(zip(ranges, label_widths, strict=True)):
        left, right = offset + scale * (r.low - low), offset + scale * (r.high - low)
        beside = left - _GAP - label if sides >> i & 1 else right + _GAP
        rows.append(RangeRow(left, offset + scale * (r.loss - low), right, beside))
    return tuple(rows)


class RangePlot(QWidget):
    """Draws the ranges of an answer."""

    accessible_role = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ranges: tuple[LossRange, ...] = ()
        self._theme = LIGHT
        self._stale = False
        self.setAccessibleName(translate("Answer", "Expected losses with their ranges"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ranges(self, ranges: tuple[LossRange, ...]) -> None:
        """Draw these ranges from now on."""
        self._ranges = ranges
        self.setAccessibleDescription(
            ". ".join(
                translate("Answer", "{label}, between {low} and {high}").format(
                    label=r.label, low=format_loss(r.low), high=format_loss(r.high)
                )
                for r in ranges
            )
        )
        self.setToolTip(self.accessibleDescription())
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def set_stale(self, stale: bool) -> None:
        """Give colour up for muted ink, or take it back."""
        self._stale = stale
        self.update()

    def sizeHint(self) -> QSize:
        """Return a width that leaves the bars room beside the names."""
        return QSize(px(268), px(ROW_PITCH * max(len(self._ranges), 1)))

    def minimumSizeHint(self) -> QSize:
        """Return the least width: the longest name and a short bar."""
        width = round(max(self._label_widths(), default=0)) + 60
        return QSize(px(width), px(ROW_PITCH * max(len(self._ranges), 1)))

    def _label_widths(self) -> list[float]:
        metrics = QFontMetrics(drawn_font("body_strong"))
        return [float(metrics.horizontalAdvance(r.label)) for r in self._ranges]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars, dots and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = zoomed(painter, self.rect()).width()
        painter.setFont(drawn_font("body_strong"))
        widths = self._label_widths()
        for i, row in enumerate(place_ranges(self._ranges, widths, min(room, 320))):
            line, text = scenario_colors(self._theme, self._ranges[i].key)
            if self._stale:
                line, text = self._theme.muted, self._theme.muted
            middle = ROW_PITCH * (i + 0.5)
            bar = QColor(line)
            bar.setAlphaF(0.45)
            painter.setPen(QPen(bar, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(round(row.low), round(middle), round(row.high), round(middle))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(line))
            painter.drawEllipse(QRectF(row.dot - _DOT, round(middle) - _DOT, 2 * _DOT, 2 * _DOT))
            painter.setPen(QColor(text))
            box = QRectF(row.label_left, ROW_PITCH * i, widths[i] + 2, ROW_PITCH)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._ranges[i].label)
