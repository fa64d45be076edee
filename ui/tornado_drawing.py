"""How the bars of the page on what matters are laid out and drawn: the same for the screen and for pictures."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from advisor.evidence import SUPERVISED, THIS_PLAN
from advisor.matters.page import Bar, BarEnd, BarPart, MattersPage

from .chart_colors import curve_colors
from .chart_items import Box, Dot, Line, Measure, Shape, Text
from .theme import FontRole, Theme

HEAD, FOOT = 46.0, 22.0
"""Heights in pixels of what stands above the bars (verdicts, this plan) and below them (the axis)."""

LEAST_ROW, LOW_ROW, ROW, ROOMY_ROW, LINE, CAPTION = 16.0, 19.0, 26.0, 34.0, 14.0, 28.0
"""Heights of a row (the least, where room is short, as a rule, the most), of a further line of text, of a caption."""

BAR, TICK_RISE = 12.0, 3.0
LEAST_BAR = 3.0
TURN_AIR = 8.0
GAP = 8.0
COLUMN_GAP = 16.0
MOST_CHANGES = 3
INSET = 8.0
"""Room at the left of the names, for the frame around the one that is read."""

WIDEST_LABELS, WIDEST_CHANGES = 0.26, 0.34
"""The most of the width that the names on the left, and the changes on the right, may take."""

REGION_TOP, REGION_LINE, HANDLE_TOP, HANDLE = 0.0, 18.0, 24.0, 18.0
TIE_ALPHA, OTHER_TEACHER_ALPHA = 0.28, 0.45


@dataclass(frozen=True)
class Row:
    """One bar's place in pixels: its top, its height, and the lines that say where the choice changes."""

    bar: Bar
    top: float
    height: float
    changes: tuple[str, ...]

    @property
    def middle(self) -> float:
        """The middle of the bar."""
        return self.top + self.height / 2


@dataclass(frozen=True)
class Band:
    """Rows that follow one another, from ``top`` to ``bottom``."""

    top: float
    bottom: float


@dataclass(frozen=True)
class Columns:
    """The parts of the width in pixels: names up to ``left``, bars up to ``right``, changes from ``changes``."""

    left: float
    right: float
    changes: float
    width: float


@dataclass
class TornadoLayout:
    """Where everything stands in a width.

    Parameters
    ----------
    page : MattersPage
    width : float
        In pixels.
    coefficients : int
        How many of the coefficients are shown, the widest first.
    pitch : float
        Height of a row with one line of text.
    """

    page: MattersPage
    width: float
    coefficients: int
    measure: Measure
    pitch: float = ROW
    rows: tuple[Row, ...] = field(init=False)
    bands: tuple[Band, ...] = field(init=False)
    caption_top: float = field(init=False)
    height: float = field(init=False)
    columns: Columns = field(init=False)
    ticks: tuple[tuple[float, str], ...] = field(init=False)

    def __post_init__(self) -> None:
        page = self.page
        inputs, law = page.group("plan"), page.group("law")
        law = law[: self.coefficients]
        self.columns = self._columns()
        rows = self._rows(inputs, 0.0)
        top = rows[-1].top + rows[-1].height if rows else 0.0
        bands = [Band(0.0, top)] if rows else []
        self.caption_top = top
        below = self._rows(law, top + CAPTION)
        self.height = below[-1].top + below[-1].height if below else top + CAPTION
        if below:
            bands.append(Band(below[0].top, self.height))
        self.rows, self.bands = (*rows, *below), tuple(bands)
        self._start, self._end = self._inner()
        self.ticks = self._shown_ticks()

    def x(self, gain: float) -> float:
        """Return the pixel column of a gain, kept within the plot."""
        low, high = self.page.x_range
        at = self._start + (self._end - self._start) * (gain - low) / (high - low)
        return min(max(at, self.columns.left), self.columns.right)

    def row_at(self, y: float) -> int | None:
        """Return which row a pixel lies in."""
        return next((i for i, row in enumerate(self.rows) if row.top <= y < row.top + row.height), None)

    def sample_at(self, index: int, x: float) -> int:
        """Return the sample of a row that is drawn nearest to a pixel column."""
        gains = self.rows[index].bar.gains
        return min(range(len(gains)), key=lambda i: abs(self.x(gains[i]) - x) if math.isfinite(gains[i]) else math.inf)

    def _shown_ticks(self) -> tuple[tuple[float, str], ...]:
        """Return every tick, or every second, third … counted from zero, so that their texts stay apart."""
        columns, ticks = self.columns, self.page.x_ticks
        inside = [(value, text) for value, text in ticks if columns.left < self.x(value) < columns.right]
        origin = next((i for i, (value, _) in enumerate(inside) if value == 0), 0)
        for step in range(1, len(inside) + 1):
            shown = [tick for i, tick in enumerate(inside) if (i - origin) % step == 0]
            edges = [(self.x(v), self.measure.width(text, "caption") / 2 + GAP) for v, text in shown]
            if all(a + wide <= b - other for (a, wide), (b, other) in itertools.pairwise(edges)):
                break
        return tuple(shown) if inside else ()

    def _columns(self) -> Columns:
        page, measure = self.page, self.measure
        names = max([measure.width(bar.label, "body") for bar in page.bars], default=80.0)
        names = max(names, measure.width(page.x_title, "caption"))
        lines = [line for bar in page.bars for line in bar.changes] or [page.no_change]
        changes = max(measure.width(line, "caption_strong") for line in (page.changes_title, *lines))
        names = min(names, WIDEST_LABELS * self.width) + COLUMN_GAP
        changes = min(changes, WIDEST_CHANGES * self.width)
        names += INSET
        return Columns(names, self.width - changes - COLUMN_GAP, self.width - changes, self.width)

    def _rows(self, bars: Sequence[Bar], top: float) -> list[Row]:
        rows = []
        room = self.width - self.columns.changes
        for bar in bars:
            lines = [part for line in bar.changes for part in self._wrapped(line, room)]
            if len(lines) > MOST_CHANGES:
                lines = [*lines[: MOST_CHANGES - 1], "…"]
            height = self.pitch + LINE * max(len(lines) - 1, 0)
            rows.append(Row(bar, top, height, tuple(lines)))
            top += height
        return rows

    def _wrapped(self, line: str, room: float) -> list[str]:
        """Return a change on one line, or on two where it is too wide."""
        if self.measure.width(line, "caption_strong") <= room:
            return [line]
        where, colon, what = line.partition(": ")
        return [f"{where}:", what] if colon else [line]

    def _inner(self) -> tuple[float, float]:
        """Return where the ends of the axis stand, so that the values beside the bars have room."""
        low, high = self.page.x_range
        left, right = self.columns.left, self.columns.right
        start, end = left, right
        for _ in range(4):
            scale = (end - start) / (high - low)
            for row in self.rows:
                beside = [self.measure.width(e.text, "caption") + GAP for e in (row.bar.least, row.bar.most)]
                start += max(left - (start + (row.bar.least.gain - low) * scale - beside[0]), 0.0)
                end -= max(start + (row.bar.most.gain - low) * scale + beside[1] - right, 0.0)
                scale = (end - start) / (high - low)
        return (start, end) if end - start > (right - left) / 4 else (left, right)


@dataclass(frozen=True)
class TornadoDrawing:
    """Draws a layout in one theme; while ``stale``, colour gives way to muted ink."""

    layout: TornadoLayout
    theme: Theme
    stale: bool = False

    def head(self) -> list[Shape]:
        """Return what stands above the bars: the verdicts, and this plan's gain."""
        page, theme, layout = self.layout.page, self.theme, self.layout
        shapes: list[Shape] = []
        title = QRectF(layout.columns.changes, REGION_TOP, layout.width - layout.columns.changes, 16)
        shapes.append(Text("changes_title", page.changes_title, title, "caption", theme.muted))
        return [*shapes, *self._regions(), *self._plan_label()]

    def foot(self) -> list[Shape]:
        """Return the axis below the bars."""
        page, theme, layout = self.layout.page, self.theme, self.layout
        columns = layout.columns
        shapes: list[Shape] = [Line(((columns.left, 0.5), (columns.right, 0.5)), theme.field_border)]
        for value, text in layout.ticks:
            x, width = layout.x(value), layout.measure.width(text, "caption")
            shapes.append(Line(((x, 0.0), (x, 4.0)), theme.field_border))
            shapes.append(Text("x_tick", text, QRectF(x - width / 2, 5, width, 16), "caption", theme.muted, "center"))
        room = columns.left - COLUMN_GAP - INSET
        title, box = self._elided(page.x_title, room, "caption"), QRectF(INSET, 5, room, 16)
        shapes.append(Text("x_title", title, box, "caption", theme.muted))
        return shapes

    def body(self, current: int | None = None, sample: int | None = None) -> list[Shape]:
        """Return the bars; ``current`` is the row that is read, ``sample`` the place along it."""
        layout, theme = self.layout, self.theme
        shapes = self._ground()
        for index, row in enumerate(layout.rows):
            if index == current:
                tint = QRectF(0, row.top, layout.width, row.height)
                shapes.insert(0, Box(tint, theme.selected, radius=4.0, alpha=0.55))
            shapes += self._row(row, index == current)
        shapes += self._plan_line()
        for index, row in enumerate(layout.rows):
            shapes += self._values(row)
            if index == current and sample is not None and math.isfinite(row.bar.gains[sample]):
                shapes.append(Dot(layout.x(row.bar.gains[sample]), row.middle, 4.5, theme.card, theme.ink, 2.0))
        shapes.append(self._caption())
        return shapes

    def line_color(self, kind: str) -> str:
        """Return the colour of a part of a bar, or of the text of a verdict's region."""
        return self._colors(kind)[0]

    def _colors(self, kind: str) -> tuple[str, str]:
        if self.stale or kind == "tie":
            return self.theme.field_border, self.theme.muted
        return curve_colors(self.theme, SUPERVISED if kind == "supervised" else self.layout.page.key)

    def _regions(self) -> list[Shape]:
        """Return a line over each verdict's part of the axis, with its name as near above it as the others allow."""
        page, columns, layout = self.layout.page, self.layout.columns, self.layout
        shapes: list[Shape] = []
        widths = [layout.measure.width(region.label, "body_strong") for region in page.regions]
        starts = []
        for region, width in zip(page.regions, widths, strict=True):
            left = columns.left if region.low == page.x_range[0] else layout.x(region.low)
            right = columns.right if region.high == page.x_range[1] else layout.x(region.high)
            starts.append((left + right - width) / 2)
            if right - left >= 3:
                ends = ((left + 1, REGION_LINE + 1), (right - 1, REGION_LINE + 1))
                shapes.append(Line(ends, self._colors(region.method)[0], 2.0))
        # The right one gives way to the middle one as far as the plot goes, then each to the one at its right.
        limit = columns.changes - COLUMN_GAP / 2
        starts[2] = max(starts[2], starts[1] + widths[1] + 2 * GAP)
        for i in (2, 1, 0):
            starts[i] = min(starts[i], limit - widths[i])
            limit = starts[i] - 2 * GAP
        least = INSET  # long names: none beyond the left edge
        for i, width in enumerate(widths):
            starts[i] = max(starts[i], least)
            least = starts[i] + width + 2 * GAP
        for region, start, width in zip(page.regions, starts, widths, strict=True):
            box = QRectF(start, REGION_TOP, width, 16)
            shapes.append(Text("region", region.label, box, "body_strong", self._colors(region.method)[1], "center"))
        return shapes

    def _plan_label(self) -> list[Shape]:
        page, theme, layout = self.layout.page, self.theme, self.layout
        width = layout.measure.width(page.plan_label, "caption_strong") + 16
        x = layout.x(page.plan_gain)
        left = min(max(x - width / 2, layout.columns.left), layout.columns.right - width)
        rect = QRectF(round(left), HANDLE_TOP, round(width), HANDLE)
        if self.stale:
            return [Text("plan", page.plan_label, rect, "caption_strong", theme.muted, "center")]
        line = curve_colors(theme, THIS_PLAN)[0]
        return [
            Line(((x, rect.bottom()), (x, HEAD)), line, 2.0),
            Box(rect, theme.handle_fill, radius=3.0),
            Text("plan", page.plan_label, rect, "caption_strong", theme.handle_text, "center"),
        ]

    def _ground(self) -> list[Shape]:
        """Return the band in which nothing can be told, the grid, and the line of no gain."""
        layout, theme = self.layout, self.theme
        tie = layout.page.regions[1]
        shapes: list[Shape] = []
        for band in layout.bands:
            left, right = layout.x(tie.low), layout.x(tie.high)
            shapes.append(Box(QRectF(left, band.top, right - left, band.bottom - band.top), theme.tint))
            for value, _ in layout.ticks:
                if value != 0:
                    shapes.append(Line(((layout.x(value), band.top), (layout.x(value), band.bottom)), theme.grid))
            shapes.append(Line(((layout.x(0.0), band.top), (layout.x(0.0), band.bottom)), theme.field_border))
        return shapes

    def _plan_line(self) -> list[Shape]:
        layout, theme = self.layout, self.theme
        x = layout.x(layout.page.plan_gain)
        color = theme.muted if self.stale else curve_colors(theme, THIS_PLAN)[0]
        shapes: list[Shape] = []
        for band in layout.bands:
            # A rim keeps the line apart from bars of its own colour.
            shapes.append(Line(((x, band.top), (x, band.bottom)), theme.card, 4.0))
            shapes.append(Line(((x, band.top), (x, band.bottom)), color, 2.0))
        return shapes

    def _row(self, row: Row, current: bool) -> list[Shape]:
        layout, theme, bar = self.layout, self.theme, row.bar
        role: FontRole = "body_strong" if current else "body"
        room = layout.columns.left - COLUMN_GAP - INSET
        name, box = self._elided(bar.label, room, role), QRectF(INSET, row.top, room, row.height)
        shapes: list[Shape] = [Text("label", name, box, role, theme.muted if self.stale else theme.ink)]
        # Where parts lie over one another the narrower is seen.
        parts = sorted(bar.parts, key=lambda part: part.least_gain - part.most_gain)
        shapes += [self._part(part, row.middle) for part in parts]
        for flip in bar.flips:
            if math.isfinite(flip.gain):
                x, reach = layout.x(flip.gain), BAR / 2 + TICK_RISE
                shapes.append(Line(((x, row.middle - reach), (x, row.middle + reach)), theme.card, 4.0))
                shapes.append(Line(((x, row.middle - reach), (x, row.middle + reach)), theme.ink, 2.0))
        inner = layout.x(bar.least.gain) + TURN_AIR, layout.x(bar.most.gain) - TURN_AIR
        turns = [x for x in (layout.x(turn.gain) for turn in bar.turns) if inner[0] < x < inner[1]]
        shapes += [Dot(x, row.middle, 3.0, theme.card, theme.ink, 1.5) for x in turns]
        return [*shapes, *self._changes(row)]

    def _part(self, part: BarPart, middle: float) -> Box:
        left, right = self.layout.x(part.least_gain), self.layout.x(part.most_gain)
        if right - left < LEAST_BAR:
            left, right = (left + right - LEAST_BAR) / 2, (left + right + LEAST_BAR) / 2
        rect = QRectF(left, middle - BAR / 2, right - left, BAR)
        color = self.line_color(part.kind)
        if part.kind == "tie":
            return Box(rect.adjusted(0.5, 0.5, -0.5, -0.5), color, color, alpha=TIE_ALPHA)
        if part.kind == "other_teacher":
            return Box(rect.adjusted(0.5, 0.5, -0.5, -0.5), color, color, alpha=OTHER_TEACHER_ALPHA)
        return Box(rect, color)

    def _values(self, row: Row) -> list[Shape]:
        """Return the values of the input at the ends of its bar."""
        least, most = row.bar.least, row.bar.most
        return [self._value(least, row.middle, to_left=True), self._value(most, row.middle, to_left=False)]

    def _value(self, end: BarEnd, middle: float, *, to_left: bool) -> Text:
        width, x = self.layout.measure.width(end.text, "caption"), self.layout.x(end.gain)
        left = x - GAP + 2 - width if to_left else x + GAP - 2
        left = min(max(left, self.layout.columns.left - 4), self.layout.columns.right + 4 - width)
        box = QRectF(left, middle - 8, width, 16)
        color = self.theme.muted if self.stale else self.theme.ink
        return Text("value", end.text, box, "caption", color, "right" if to_left else "left", halo=self.theme.card)

    def _changes(self, row: Row) -> list[Shape]:
        theme, columns = self.theme, self.layout.columns
        room = columns.width - columns.changes
        if not row.changes:
            box = QRectF(columns.changes, row.middle - 8, room, 16)
            return [Text("change", self.layout.page.no_change, box, "caption", theme.muted)]
        top = row.middle - LINE * len(row.changes) / 2
        color = theme.muted if self.stale else theme.ink
        shapes: list[Shape] = []
        for i, line in enumerate(row.changes):
            box = QRectF(columns.changes, top + LINE * i, room, LINE)
            shapes.append(Text("change", self._elided(line, room, "caption_strong"), box, "caption_strong", color))
        return shapes

    def _caption(self) -> Text:
        layout = self.layout
        box = QRectF(INSET, layout.caption_top + 6, layout.width - INSET, 16)
        return Text("caption", layout.page.law_caption, box, "caption", self.theme.muted)

    def _elided(self, text: str, room: float, role: FontRole) -> str:
        if self.layout.measure.width(text, role) <= room + 1:
            return text
        metrics = QFontMetricsF(self.layout.measure.font(role))
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
