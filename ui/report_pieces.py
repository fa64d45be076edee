"""A report's blocks as pieces for paper: each as high as its width makes it, each able to draw itself.

A piece is never broken over two pages; a table is a piece for its headings and one for each row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from advisor.evidence import Answer, Figure, LossRange
from advisor.language import translate
from advisor.quantities import format_loss, format_range
from advisor.report.blocks import AnswerBlock, Block, ChartBlock, Column, Notes, Row, Table, Words

from .chart_items import Sign
from .charts import Chart
from .icons import paint_icon
from .report_text import PaperMeasure, PaperText
from .theme import LIGHT, FontRole, drawn_line_height, scenario_colors

THEME = LIGHT
"""Paper is white."""

CELL_GAP = 12.0
CELL_PAD = 4.0
SWATCH = 8.0
SWATCH_ROOM = 14.0
ICON, ICON_ROOM = 14.0, 22.0
RANGE_ROW = 20.0
DOT = 4.0
ENDS = 260.0
"""Widest that words beside the bars of the ranges may be, in pixels; their rows are one line high."""

LOWEST_CHART = 110.0
"""Height that a chart keeps on the fullest of pages, in pixels."""

LONG_HEADLINE = 2
"""Lines from which a headline is printed smaller, as where a teacher has a long name."""


@dataclass
class Piece:
    """Something of a known height. ``keep`` ties it to the piece below it; ``gap`` is the room above it.

    ``room`` is how much higher it may become where a page has room left, ``spare`` how much lower where it is full;
    ``header`` is repeated where a page begins
    with this piece.
    """

    height: float
    gap: float = 0.0
    keep: bool = False
    room: float = 0.0
    spare: float = 0.0
    header: Piece | None = None
    texts: list[PaperText] = field(default_factory=list)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw it into a rectangle of its width."""
        raise NotImplementedError


class TextPiece(Piece):
    """A paragraph."""

    def __init__(self, words: Words, width: float) -> None:
        text = PaperText(
            words.text,
            words.role,
            THEME.muted if words.muted else THEME.ink,
            width,
            symbols=words.symbols,
            balanced=words.role == "section",
        )
        super().__init__(text.height, texts=[text])

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the paragraph."""
        self.texts[0].paint(painter, rect.left(), rect.top())


class TitlePiece(Piece):
    """The title of a section, over a hairline."""

    def __init__(self, title: str, width: float) -> None:
        text = PaperText(title, "section", THEME.ink, width)
        super().__init__(text.height + 8, keep=True, texts=[text])

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw title and line."""
        self.texts[0].paint(painter, rect.left(), rect.top())
        hairline(painter, rect.left(), rect.right(), rect.top() + self.texts[0].height + 2)


class HeadlinePiece(Piece):
    """Headline and likelihood."""

    def __init__(self, answer: Answer, width: float) -> None:
        headline = _headline(answer.headline, width)
        if headline.height > LONG_HEADLINE * drawn_line_height("headline"):
            headline = PaperText(answer.headline, "section", THEME.ink, width, balanced=True)
        likely = PaperText(answer.likelihood, "body_strong", THEME.ink, width)
        beside = likely.widest + 5 if likely.height <= drawn_line_height("body") else width
        other = PaperText(answer.alternative, "body", THEME.muted, width - beside)
        self._beside = bool(answer.alternative) and other.height <= drawn_line_height("body")
        if not self._beside:
            other = PaperText(answer.alternative, "body", THEME.muted, width)
        below = likely.height if self._beside else likely.height + other.height
        self._left = beside if self._beside else 0.0
        super().__init__(headline.height + 4 + below, keep=True, texts=[headline, likely, other])

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw both."""
        headline, likely, other = self.texts
        headline.paint(painter, rect.left(), rect.top())
        top = rect.top() + headline.height + 4
        likely.paint(painter, rect.left(), top)
        other.paint(painter, rect.left() + self._left, top if self._beside else top + likely.height)


def _headline(text: str, width: float) -> PaperText:
    """Return a headline that breaks where it says why, where it needs two lines."""
    whole = PaperText(text, "headline", THEME.ink, width, balanced=True)
    first, colon, second = text.partition(": ")
    if whole.height == drawn_line_height("headline") or not colon:
        return whole
    broken = PaperText(f"{first}:\n{second}", "headline", THEME.ink, width)
    return broken if broken.height <= whole.height else whole


def _figure(value: str, width: float) -> PaperText:
    """Return a figure, smaller where it is a name, and shortened where the headline has to have all of it."""
    whole = PaperText(value, "number", THEME.ink, width)
    if whole.height <= drawn_line_height("number"):
        return whole
    smaller = PaperText(value, "section", THEME.ink, width)
    if smaller.height <= 2 * drawn_line_height("section"):
        return smaller
    return PaperText(value, "section", THEME.ink, width, elided=True)


class FiguresPiece(Piece):
    """The numbers that matter side by side, caption above and range below each."""

    def __init__(self, figures: tuple[Figure, ...], width: float) -> None:
        self._pitch = (width + CELL_GAP) / max(len(figures), 1)
        room = self._pitch - CELL_GAP
        self._columns = [
            (
                PaperText(figure.caption, "caption", THEME.muted, room),
                _figure(figure.value, room),
                PaperText(figure.note, "caption", THEME.muted, room),
            )
            for figure in figures
        ]
        tallest = max((sum(text.height for text in column) for column in self._columns), default=0.0)
        super().__init__(tallest + 4, texts=[text for column in self._columns for text in column])

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the columns."""
        numbers = max((column[1].height for column in self._columns), default=0.0)
        for i, (caption, value, note) in enumerate(self._columns):
            x = rect.left() + i * self._pitch
            caption.paint(painter, x, rect.top())
            value.paint(painter, x, rect.top() + caption.height + 2)
            note.paint(painter, x, rect.top() + caption.height + numbers + 4)


class RangesPiece(Piece):
    """Both losses with their 90 % ranges on one axis, the ends in numbers at the right."""

    def __init__(self, ranges: tuple[LossRange, ...], caption: str, width: float) -> None:
        self._ranges = ranges
        self._labels = [
            PaperText(r.label, "body_strong", scenario_colors(THEME, r.key)[1], ENDS, elided=True) for r in ranges
        ]
        ends = translate("Report", "90 % range {range}")
        spreads = [ends.format(range=format_range(r.low, r.high, format_loss)) for r in ranges]
        self._ends = [PaperText(spread, "body", THEME.ink, ENDS, right=True, elided=True) for spread in spreads]
        self._caption = PaperText(caption, "caption", THEME.muted, width)
        texts = [*self._labels, *self._ends, self._caption]
        super().__init__(RANGE_ROW * len(ranges) + self._caption.height, texts=texts)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw names, bars and ends."""
        if not self._ranges:
            return
        left = rect.left() + max(label.widest for label in self._labels) + 20
        right = rect.right() - max(end.widest for end in self._ends) - 20
        low, high = min(r.low for r in self._ranges), max(r.high for r in self._ranges)
        scale = (right - left - 2 * DOT) / max(high - low, 1e-12)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i, r in enumerate(self._ranges):
            top = rect.top() + i * RANGE_ROW
            self._labels[i].paint(painter, rect.left(), top + 2)
            self._ends[i].paint(painter, rect.right() - ENDS, top + 2)
            color = scenario_colors(THEME, r.key)[0]
            bar = QColor(color)
            bar.setAlphaF(0.45)
            middle = top + RANGE_ROW / 2
            start, end = (left + DOT + (x - low) * scale for x in (r.low, r.high))
            painter.setPen(QPen(bar, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(start, middle), QPointF(end, middle))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color))
            painter.drawEllipse(QPointF(left + DOT + (r.loss - low) * scale, middle), DOT, DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._caption.paint(painter, rect.left(), rect.top() + RANGE_ROW * len(self._ranges))


class ChartPiece(Piece):
    """Question, sentence, chart and what its curves mean."""

    def __init__(self, block: ChartBlock, width: float) -> None:
        self._page = block.page
        question = PaperText(block.page.question, "caption", THEME.muted, width)
        sentence = PaperText(block.page.sentence, block.role, THEME.ink, width, balanced=True)
        notes = "   ".join(note for note in (block.page.band_label, *block.page.footer) if note)
        self._indent = 18.0 if block.page.band_label and block.page.band_low is not None else 0.0
        foot = PaperText(notes, "caption", THEME.muted, width - self._indent)
        self._fixed = question.height + sentence.height + 6 + foot.height + 4
        super().__init__(
            self._fixed + block.least,
            room=block.most - block.least,
            spare=block.least - LOWEST_CHART,
            texts=[question, sentence, foot],
        )

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw all of it; the chart takes the height that is left."""
        question, sentence, foot = self.texts
        question.paint(painter, rect.left(), rect.top())
        sentence.paint(painter, rect.left(), rect.top() + question.height)
        top = rect.top() + question.height + sentence.height + 6
        chart = QRectF(rect.left(), top, rect.width(), rect.height() - self._fixed)
        paint_chart(painter, self._page, chart)
        row = chart.bottom() + 4
        if self._indent:
            band = QColor(scenario_colors(THEME, self._page.band_key or "")[0])
            band.setAlphaF(0.3)
            painter.fillRect(QRectF(rect.left(), row + 4, 12, 8), band)
        foot.paint(painter, rect.left() + self._indent, row)


def paint_chart(painter: QPainter, page: object, rect: QRectF) -> None:
    """Draw a page's chart as lines and letters, as large as the rectangle."""
    chart = Chart(measure=PaperMeasure())
    chart.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    chart.setFixedSize(round(rect.width()), round(rect.height()))
    chart.set_theme(THEME)
    chart.show()  # laid out, but on no screen
    chart.show_page(page)
    # The sign that says where to take hold of the line means nothing on paper.
    chart.drawing.above[:] = [s for s in chart.drawing.above if not (isinstance(s, Sign) and s.name == "grip")]
    painter.save()
    chart.paint_onto(painter, rect)
    painter.restore()
    chart.hide()
    chart.deleteLater()


class HeaderPiece(Piece):
    """The headings of a table on a tint."""

    def __init__(self, columns: tuple[Column, ...], widths: list[float]) -> None:
        self._widths = widths
        texts = [
            PaperText(column.heading, "caption", THEME.muted, width - CELL_GAP, right=column.right)
            for column, width in zip(columns, widths, strict=True)
        ]
        super().__init__(max(text.height for text in texts) + 2 * CELL_PAD, gap=4, keep=True, texts=texts)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the headings."""
        painter.fillRect(rect, QColor(THEME.tint))
        x = rect.left()
        for text, width in zip(self.texts, self._widths, strict=True):
            text.paint(painter, x + CELL_GAP / 2, rect.top() + CELL_PAD)
            x += width


class RowPiece(Piece):
    """A row of a table over a hairline."""

    def __init__(self, row: Row, columns: tuple[Column, ...], widths: list[float], header: Piece, small: bool) -> None:
        self._row, self._widths = row, widths
        self._cells: list[list[PaperText]] = []
        swatches = SWATCH_ROOM if row.key else 0.0
        first_role: FontRole = "caption" if small else "body"
        strong_role: FontRole = "caption_strong" if small else "body_strong"
        self._indents = [swatches if i == 0 else 0.0 for i in range(len(columns))]
        for cell, column, width, indent in zip(row.cells, columns, widths, self._indents, strict=True):
            texts = []
            for i, line in enumerate(cell.split("\n")):
                role = (strong_role if row.strong or column.strong else first_role) if i == 0 else "caption"
                color = THEME.muted if i or (row.muted and not column.strong) else THEME.ink
                texts.append(
                    PaperText(
                        line,
                        role,
                        color,
                        width - CELL_GAP - indent,
                        symbols=column.symbols,
                        right=column.right,
                        elided=row.elided,
                    )
                )
            self._cells.append(texts)
        pad = 2.0 if small else CELL_PAD
        self._pad = pad
        height = max(sum(text.height for text in cell) for cell in self._cells) + 2 * pad
        super().__init__(height, header=header, texts=[text for cell in self._cells for text in cell])

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the cells and the line below them."""
        x = rect.left()
        for cell, width, indent in zip(self._cells, self._widths, self._indents, strict=True):
            y = rect.top() + self._pad
            if indent:
                color = QColor(swatch_color(self._row.key))
                painter.fillRect(QRectF(x + CELL_GAP / 2, y + 4, SWATCH, SWATCH), color)
            for text in cell:
                text.paint(painter, x + CELL_GAP / 2 + indent, y)
                y += text.height
            x += width
        hairline(painter, rect.left(), rect.right(), rect.bottom())


def swatch_color(key: str) -> str:
    """Return the colour of a scenario, or of a phase of the schedule."""
    return getattr(THEME, f"phase_{key}", "") or scenario_colors(THEME, key)[0]


class NotePiece(Piece):
    """A sentence with the sign of its kind."""

    def __init__(self, kind: str, text: str, width: float) -> None:
        self._kind = kind
        words = PaperText(text, "body", THEME.warning_text if kind == "warning" else THEME.ink, width - ICON_ROOM)
        super().__init__(words.height, gap=4, texts=[words])

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw sign and sentence."""
        color = THEME.warning_text if self._kind == "warning" else THEME.muted
        name = {"good": "check", "warning": "warning"}.get(self._kind, "info")
        paint_icon(painter, QRectF(rect.left(), rect.top() + 1, ICON, ICON), name, color)
        self.texts[0].paint(painter, rect.left() + ICON_ROOM, rect.top())


def hairline(painter: QPainter, left: float, right: float, y: float) -> None:
    """Draw a hairline."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(left, y - 0.35, right - left, 0.7), QColor(THEME.hairline))


def pieces_of(block: Block, width: float) -> Iterator[Piece]:
    """Yield the pieces of one block in a width of pixels at 96 dpi."""
    if isinstance(block, Words):
        piece = TextPiece(block, width)
        piece.gap = 14 if block.role in ("body_strong", "headline") else 0 if block.role == "section" else 4
        if block.role == "caption":
            piece.gap = 14 if block.muted and block.text.endswith("?") else 2
        piece.keep = block.role in ("body_strong", "section", "headline") or block.text.endswith("?")
        yield piece
    elif isinstance(block, AnswerBlock):
        answer = block.answer
        yield HeadlinePiece(answer, width)
        figures = FiguresPiece(answer.figures, width)
        figures.gap = 16
        yield figures
        ranges = RangesPiece(answer.ranges, answer.ranges_caption, width)
        ranges.gap = 12
        yield ranges
    elif isinstance(block, ChartBlock):
        chart = ChartPiece(block, width)
        chart.gap = 14
        yield chart
    elif isinstance(block, Notes):
        for note in block.notes:
            yield NotePiece(note.kind, note.text, width)
    else:
        yield from _table(block, width)


def _table(table: Table, width: float) -> Iterator[Piece]:
    whole = sum(column.weight for column in table.columns)
    widths = [width * column.weight / whole for column in table.columns]
    header = HeaderPiece(table.columns, widths)
    yield header
    for row in table.rows:
        yield RowPiece(row, table.columns, widths, header, table.small)
    if table.note:
        note = TextPiece(Words(table.note, "caption", muted=True), width)
        note.gap = 4
        yield note
