"""Axes of a chart: how much room they need, their ticks, and the hairlines of the grid."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from advisor.evidence import ChartPage, Curve
from advisor.number_text import with_marks
from advisor.quantities import (
    format_duration,
    format_flops,
    format_loss,
    format_parameters,
    format_power,
    format_share,
    format_tokens,
)
from advisor.ticks import linear_ticks, log_ticks

from .chart_items import Line, Measure, Shape, Text
from .chart_layout import Frame
from .theme import FontRole, Theme

LEFT = 48.0
LEFT_OF_COMPUTE = 68.0
"""Room for the ticks of the y axis: "2.06", "12.6B", and "3 × 10²¹" over "1.9 days"."""

ROW = 16.0
TITLE = 16.0
TICK_PITCH = 13.0
"""From one line of a tick of the y axis to the next: closer than paragraphs, so that they read as one."""

HANDLE = 26.0
BRACKETS = 32.0
LEADER = 31.0
"""Room between the plot and the labels at the ends of its lines."""

END_LABEL = 40.0
"""The same where areas are named: they stand over the captions of the ticks."""

LINEAR_KINDS = ("loss", "share")
QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
BRACKET_KINDS = ("good_enough", "too_weak", "too_strong")


@dataclass(frozen=True)
class Margins:
    """Room around the plot in pixels, and whether the labels at the line ends have to be short."""

    left: float
    top: float
    right: float
    bottom: float
    short_labels: bool = False


@dataclass(frozen=True)
class Tick:
    """A tick: its pixel and its lines of text."""

    pixel: float
    lines: tuple[str, ...]


def is_log(page: ChartPage) -> bool:
    """Return whether the x axis is logarithmic; that of a loss or a share is not."""
    return page.x_kind not in LINEAR_KINDS


def is_log_y(page: ChartPage) -> bool:
    """Return whether the y axis is logarithmic; that of a loss or a share is not."""
    return page.y_kind not in LINEAR_KINDS


def has_end_labels(page: ChartPage) -> bool:
    """Return whether curves are named at their right ends: areas are; one or two lines are named inside the plot."""
    return page.stacked or len(page.curves) > 2


def has_brackets(page: ChartPage) -> bool:
    """Return whether ranges are named above the plot."""
    return any(zone.kind in BRACKET_KINDS for zone in page.zones)


def format_value(kind: str, value: float) -> str:
    """Return a value of one of the kinds of `ChartPage` as people say it: "2.060", "25 %", "2.6 × 10²¹ FLOPs"."""
    if kind == "loss":
        return format_loss(value)
    if kind == "share":
        return format_share(value, 2)
    if kind == "compute":
        return format_flops(value)
    return format_tokens(value) if kind == "tokens" else format_parameters(value)


def margins(page: ChartPage, width: float, measure: Measure) -> Margins:
    """Return the room that axes and labels need around the plot in a chart of the given width."""
    top = TITLE + (HANDLE if page.plan_x is not None else 0.0) + (BRACKETS if has_brackets(page) else 0.0)
    top += 1.0 if page.plan_x is not None else 0.0 if has_brackets(page) else 8.0
    rows = max((len(lines) for _, lines in page.x_ticks), default=1)
    rows = max(rows, len(page.x_tick_captions)) if page.x_tick_captions else rows + 1
    captions = max((measure.width(text, "caption") for text in page.x_tick_captions), default=0.0)
    left = max(LEFT_OF_COMPUTE if page.y_kind == "compute" else LEFT, _widest_y_tick(page, measure) + 8.0)
    right = max(24.0, captions + 40.0 if captions else 0.0)
    short = False
    if has_end_labels(page):
        full = _end_label_room(page, measure, short=False)
        short = width - left - max(right, full) < 400.0
        right = max(right, _end_label_room(page, measure, short=True) if short else full)
    return Margins(left, top, right, 6.0 + ROW * rows, short)


def _widest_y_tick(page: ChartPage, measure: Measure) -> float:
    """Return the width of the longest text that the y axis may have, so that the plot stays where it is when zoomed."""
    low, high = page.y_range
    values = [low * (high / low) ** (step / 8) for step in range(9)] if is_log_y(page) else [low, high]
    digits = 3 if page.y_kind == "loss" else 0
    lines = (line for value in values for line in _made_lines(page.y_kind, value, digits, page.flops_per_hour)[-1:])
    return max((measure.width(line, "caption") for line in lines), default=0.0)


def _end_label_room(page: ChartPage, measure: Measure, short: bool) -> float:
    role = "body_strong" if page.stacked else ""
    widths = (measure.width(end_label(curve, short), role or end_role(curve)) for curve in page.curves)
    return (END_LABEL if page.stacked else LEADER) + max(widths, default=0.0) + 8.0


def end_label(curve: Curve, short: bool) -> str:
    """Return the name of a curve at its end."""
    brief = curve.short_label
    return brief[:1].upper() + brief[1:] if short and brief else curve.label


def end_role(curve: Curve) -> FontRole:
    """Return the font role of a curve's name."""
    return "body_strong" if curve.emphasised else "body_medium"


def x_ticks(page: ChartPage, frame: Frame, measure: Measure) -> list[Tick]:
    """Return the ticks that fit: the page's own, or new ones where zooming left fewer than three of them."""
    given = [(value, lines) for value, lines in page.x_ticks if frame.holds(value)]
    if len(given) < 3:
        most = max(int(frame.width / 72), 2)
        find = log_ticks if frame.log else linear_ticks
        made = find(frame.x_low, frame.x_high, most)
        digits = _decimals(made)
        given = [(value, _made_lines(page.x_kind, value, digits, page.flops_per_hour)) for value in made]
    # Where not all fit, whole powers of ten stay.
    order = sorted(given, key=lambda tick: (not str(f"{tick[0]:.3e}").startswith("1.000"), tick[0]))
    kept: list[tuple[float, float, Tick]] = []
    for value, lines in order:
        pixel = frame.x(value)
        half = max(measure.width(line, "caption") for line in lines) / 2 + 6.0
        if all(pixel + half <= low or pixel - half >= high for low, high, _ in kept):
            kept.append((pixel - half, pixel + half, Tick(pixel, lines)))
    return sorted((tick for _, _, tick in kept), key=lambda tick: tick.pixel)


def y_ticks(page: ChartPage, frame: Frame) -> list[Tick]:
    """Return round ticks of the y axis, some 36 pixels apart, closer in a low chart; shares by quarters."""
    rows = 2 if page.y_kind == "compute" and page.flops_per_hour else 1
    most = max(int(frame.height / (24.0 + 12.0 * rows)), min(int(frame.height / (12.0 + 12.0 * rows)), 6), 2)
    quarters = [value for value in QUARTERS if frame.y_low - 1e-9 <= value <= frame.y_high + 1e-9]
    if page.y_kind == "share" and len(quarters) >= 3:
        values = quarters if frame.height >= 24.0 * len(quarters) else quarters[::2]
    elif frame.log_y:
        values = log_ticks(frame.y_low, frame.y_high, most)
    else:
        values = linear_ticks(frame.y_low, frame.y_high, most)
    digits = _decimals(values)
    return [Tick(frame.y(v), _made_lines(page.y_kind, v, digits, page.flops_per_hour)) for v in values]


def grid_shapes(frame: Frame, theme: Theme, columns: list[Tick], rows: list[Tick]) -> list[Shape]:
    """Return the hairlines."""
    vertical: list[Shape] = [
        Line(((tick.pixel, frame.top), (tick.pixel, frame.bottom)), theme.grid) for tick in columns
    ]
    return vertical + [Line(((frame.left, tick.pixel), (frame.right, tick.pixel)), theme.grid) for tick in rows]


def axis_shapes(
    page: ChartPage, frame: Frame, theme: Theme, measure: Measure, columns: list[Tick], rows: list[Tick]
) -> list[Shape]:
    """Return axis line, tick texts and titles."""
    shapes: list[Shape] = [Line(((frame.left, frame.bottom), (frame.right, frame.bottom)), theme.field_border, 2.0)]
    title = QRectF(0.0, 0.0, measure.width(page.y_title, "caption") + 2.0, TITLE)
    shapes.append(Text("y_title", page.y_title, title, "caption", theme.muted))
    for tick in rows:
        height = ROW + TICK_PITCH * (len(tick.lines) - 1)
        top = min(max(tick.pixel - height / 2, frame.top - ROW / 2), frame.bottom + ROW / 2 - 3.0 - height)
        top = tick.pixel - ROW / 2 if len(tick.lines) == 1 else top
        for i, line in enumerate(tick.lines):
            rect = QRectF(0.0, top + TICK_PITCH * i, frame.left - 8.0, ROW)
            shapes.append(Text("y_tick", line, rect, "caption", theme.muted, "right"))
    first_row = frame.bottom + 6.0
    for tick in columns:
        for i, line in enumerate(tick.lines):
            width = measure.width(line, "caption")
            rect = QRectF(tick.pixel - width / 2, first_row + i * ROW, width, ROW)
            shapes.append(Text("x_tick", line, rect, "caption", theme.muted, "center"))
    for i, caption in enumerate(page.x_tick_captions):
        rect = QRectF(frame.right + 40.0, first_row + i * ROW, measure.width(caption, "caption") + 2.0, ROW)
        shapes.append(Text("x_caption", caption, rect, "caption", theme.muted))
    if not page.x_tick_captions:
        lines = max((len(tick.lines) for tick in columns), default=1)
        rect = QRectF(frame.left, first_row + lines * ROW, frame.width, ROW)
        shapes.append(Text("x_title", page.x_title, rect, "caption", theme.muted, "center"))
    return shapes


def _made_lines(kind: str, value: float, digits: int, flops_per_hour: float | None) -> tuple[str, ...]:
    if kind == "compute":
        if flops_per_hour:
            return format_power(value), format_duration(value / flops_per_hour)
        return (format_power(value),)
    if kind == "loss":
        return (with_marks(f"{value:.{digits}f}"),)
    return (format_share(value) if kind == "share" else format_value(kind, value),)


def _decimals(values: list[float]) -> int:
    """Return how many decimals tell the values apart."""
    for digits in range(5):
        if all(abs(round(value, digits) - value) < 1e-9 * max(abs(value), 1.0) for value in values):
            return digits
    return 5
