"""Text on paper: the fonts of the window without what keeps their words from being copied, wrapped and measured."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from .chart_items import Measure
from .symbol_text import QT_SHARE, SMALL_PIXELS, TILDE, TILDE_GAP, Place, parse
from .theme import FONT_PIXELS, FontRole, drawn_font, drawn_line_height

ELLIPSIS = Qt.TextElideMode.ElideRight
SMALLEST_WIDTH = 24
SWITCHED_OFF = ("tnum", "calt")
LINE_BREAK = "\u2028"
RAISED = 3.0
"""Room that a line with powers takes above the usual, in pixels."""


def paper_font(role: FontRole) -> QFont:
    """Return the font of a role for paper.

    Figures of equal width, and signs that fonts choose for their neighbours such as the × of 1.5×, are other glyphs,
    which a PDF file cannot tell from pictures: they could be neither selected nor found. Letters are placed by their
    design, not by the pixels of a screen.
    """
    result = drawn_font(role)
    result.clearFeatures()
    for feature in SWITCHED_OFF:  # said outright, for parts of a text inherit what the window's own font has
        result.setFeature(QFont.Tag(feature), 0)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


class PaperMeasure(Measure):
    """Fonts and text widths for charts on paper, which do not follow the user's text size."""

    def __init__(self) -> None:
        super().__init__()
        self.enlarged = 1.0

    def font(self, role: FontRole) -> QFont:
        """Return the font of a role."""
        if role not in self._fonts:
            self._fonts[role] = paper_font(role)
            self._metrics[role] = QFontMetricsF(self._fonts[role])
        return self._fonts[role]


@lru_cache(maxsize=16)
def metrics_of(role: FontRole) -> QFontMetricsF:
    """Return the metrics of a role on paper."""
    return QFontMetricsF(paper_font(role))


class PaperText:
    """A paragraph in one font and colour, laid out in a width.

    Parameters
    ----------
    text : str
        What it says.
    role : str
        Its font.
    color : str
        ``"#RRGGBB"``.
    width : float
        Where lines break, in pixels at 96 dpi.
    symbols : bool
        Whether underscores and carets are subscripts and powers.
    right : bool
        Whether lines end at the right.
    elided : bool
        Whether it is cut to one line rather than broken.
    balanced : bool
        Whether lines are made about equally long, as in headings.
    """

    def __init__(
        self,
        text: str,
        role: FontRole,
        color: str,
        width: float,
        *,
        symbols: bool = False,
        right: bool = False,
        elided: bool = False,
        balanced: bool = False,
    ) -> None:
        width = max(width, SMALLEST_WIDTH)
        if elided:
            text = metrics_of(role).elidedText(text, ELLIPSIS, width)
        plain, self._places = parse(text) if symbols else (text, ())
        self._role, self._color = role, color
        self.text = text
        self._layout = QTextLayout(plain.replace("\n", LINE_BREAK), paper_font(role))
        option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        self._layout.setTextOption(option)
        formats = [_small(place, role) for place in self._places if place[2] != "tilde"]
        if formats:
            self._layout.setFormats(formats)
        raised = any(place[2] == "above" for place in self._places)
        self._pitch = drawn_line_height(role) + (RAISED if raised else 0.0)
        self._first = RAISED if raised else 0.0
        self._lines = self._break(width) if plain else 0
        if self._lines > 1:
            self._layout.setText(self._layout.text().replace(" %", "\u00a0%"))  # no sign on a line of its own
            self._lines = self._break(width)
            if balanced:
                self._balance(width)

    @property
    def height(self) -> float:
        """Height in pixels: whole lines of the type scale."""
        return float(self._lines * self._pitch)

    @property
    def widest(self) -> float:
        """Width of the longest line in pixels."""
        return max((self._layout.lineAt(i).naturalTextWidth() for i in range(self._lines)), default=0.0)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner there."""
        if not self._lines:
            return
        painter.setPen(QColor(self._color))
        self._layout.draw(painter, QPointF(x, y))
        for start, _, where in self._places:
            if where == "tilde":
                self._paint_tilde(painter, QPointF(x, y), start)

    def _break(self, width: float) -> int:
        metrics = metrics_of(self._role)
        self._layout.beginLayout()
        count = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            # By the baseline, so that a line with a subscript stands no higher than one without.
            top = count * self._pitch + self._first + (self._pitch - self._first - metrics.height()) / 2
            line.setPosition(QPointF(0, top + metrics.ascent() - line.ascent()))
            count += 1
        self._layout.endLayout()
        return count

    def _balance(self, width: float) -> None:
        """Break into as many lines as before, in the least width that allows it."""
        wanted, low, high = self._lines, width / self._lines, width
        while high - low > 4:
            middle = (low + high) / 2
            if self._break(middle) > wanted:
                low = middle
            else:
                high = middle
        self._lines = self._break(high)

    def _paint_tilde(self, painter: QPainter, at: QPointF, start: int) -> None:
        line = self._layout.lineForTextPosition(start)
        left, right = (line.cursorToX(position)[0] for position in (start, start + 1))
        path = QPainterPath()
        path.addText(QPointF(0, 0), paper_font(self._role), TILDE)
        ink = path.boundingRect()
        bottom = at.y() + line.y() + line.ascent() - metrics_of(self._role).capHeight() - TILDE_GAP
        middle = at.x() + (left + right) / 2
        painter.fillPath(path.translated(middle - ink.center().x(), bottom - ink.bottom()), QColor(self._color))


def _small(place: Place, role: FontRole) -> QTextLayout.FormatRange:
    start, length, where = place
    alignment = QTextCharFormat.VerticalAlignment
    small = paper_font(role)
    small.setPixelSize(max(round(SMALL_PIXELS / QT_SHARE), FONT_PIXELS[role][0]))
    style = QTextCharFormat()
    style.setFont(small)
    style.setVerticalAlignment(alignment.AlignSubScript if where == "below" else alignment.AlignSuperScript)
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = start, length, style
    return result
