"""A sheet for each chart page: at the left a chart that the spreadsheet draws itself, beside it its numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from ..drag_note import drag_note
from ..evidence import ChartPage, Curve, FloatArray, Heat, Mark
from ..language import translate
from .colors import GRID, INK, LINES, MUTED, cell_shades, line_color
from .sheets import UPRIGHT_COLUMN, Book, Cell, Kind, Label, Number, Sheet

CHART_WIDTH, PLOT_HEIGHT, NAME_HEIGHT = 616, 400, 11
"""Pixels: a chart is as wide as the first column, and higher by half a line for each name below it."""

ROW_HEIGHT = 20
"""Pixels of a row of the usual height."""

GAP = 3.0
NUMBERS = 2
"""The column in which the numbers begin."""

COLUMN = 17.0
HEADS, HEAD_HEIGHT = 2, 62.0
"""Rows of headings, and the points that four lines of one take."""

LINEAR = ("loss", "share")
KINDS: dict[str, Kind] = {
    "compute": "flops",
    "parameters": "count",
    "tokens": "count",
    "loss": "loss",
    "share": "share",
}
AXIS_FORMATS = {"compute": "0E+00", "loss": "0.00", "share": "0%"}
_COUNTS = ((1e12, '0,,,,"T"'), (1e9, '0,,,"B"'), (1e6, '0,,"M"'), (0.0, '0,"k"'))
PLAN = LINES["this_plan"]
SIGNS = {"plan": "circle", "best": "diamond", "crossing": "star", "candidate": "square", "limit": "triangle"}
"""The shape of each kind of point; another kind is a circle."""


def chart_sheet(book: Book, page: ChartPage, name: str) -> None:
    """Write a page and its variants: their charts below one another at the left, their numbers side by side."""
    sheet = book.sheet(name, (UPRIGHT_COLUMN, GAP), upright=True)
    sheet.words(page.question, "title")
    sheet.words(page.sentence, "sentence")
    sheet.skip()
    top, column, breaks = sheet.row, NUMBERS, []
    for i, shown in enumerate((page, *page.variants)):
        place = sheet.row if i else top
        if i:
            breaks.append(sheet.row)
            title = shown.sentence
            if shown.axis_name:
                title = translate("Workbook", "The same over: {axis}").format(axis=shown.axis_name)
            sheet.words(title, "section")
            place = sheet.row
        chart = book.workbook.add_chart({"type": "scatter", "subtype": "straight"})
        column = _numbers(sheet, shown, chart, top, column) + 1
        height = _finish(sheet, shown, chart, place)
        sheet.row = place + math.ceil(height / ROW_HEIGHT) + 1
        if place == top:  # whose headings are high
            sheet.row -= math.floor(HEADS * (HEAD_HEIGHT / 0.75 / ROW_HEIGHT - 1))
        for note in shown.footer:
            if note != drag_note():
                sheet.words(f"{note.rstrip('.')}.", "muted")
        sheet.skip()
    sheet.freeze(top + HEADS, 1, repeated=False)
    # On paper the chart and its sentence; the numbers are for the screen.
    sheet.worksheet.print_area(0, 0, sheet.row, 0)
    sheet.worksheet.set_h_pagebreaks(breaks)


def _numbers(sheet: Sheet, page: ChartPage, chart: Any, top: int, column: int) -> int:
    """Write curves, points and cells of a page, add them to its chart, and return the next free column."""
    known_x: FloatArray | None = None
    x_column = column
    for curve in (*page.curves, *page.outlines):
        if known_x is None or not np.array_equal(curve.x, known_x, equal_nan=True):
            x_column, known_x = column, curve.x
            column = _column(sheet, top, column, page.axis_name, page.x_title, curve.x, page.x_kind)
        chart.add_series(_line(sheet, curve, top, x_column, column))
        column = _column(sheet, top, column, curve.label, page.y_title, curve.y, page.y_kind)
        if curve.key == page.band_key and page.band_low is not None and page.band_high is not None:
            ends = (translate("Workbook", "Low end, 90 % range"), translate("Workbook", "High end, 90 % range"))
            for end, values in zip(ends, (page.band_low, page.band_high), strict=True):
                series = _line(sheet, curve, top, x_column, column)
                series["line"] = {"color": line_color(curve.key), "width": 0.75, "dash_type": "round_dot"}
                chart.add_series(series)
                column = _column(sheet, top, column, end, page.y_title, values, page.y_kind)
    column = _points(sheet, page, chart, top, column)
    return column if page.heat is None else _heat(sheet, page, page.heat, top, column + 1)


def _column(sheet: Sheet, top: int, column: int, label: str, title: str, values: FloatArray, kind: str) -> int:
    """Write one column below its two headings, what it belongs to and what it counts, and return the next."""
    _heads(sheet, top, column, ((label, title),))
    for i, value in enumerate(values.tolist()):
        sheet.cell(top + HEADS + i, column, Number(value, KINDS.get(kind, "exact")))
    return column + 1


def _heads(sheet: Sheet, top: int, column: int, heads: Sequence[tuple[str, str]], widths: Sequence[float] = ()) -> None:
    """Write the two headings of columns beside one another, and make the columns as wide as is wanted."""
    for i, (label, title) in enumerate(heads):
        sheet.cell(top, column + i, Label(label, "head"))
        sheet.cell(top + 1, column + i, Label(title, "head"))
        width = widths[i] if i < len(widths) else COLUMN
        sheet.worksheet.set_column(column + i, column + i, width)
    for row in (top, top + 1):
        sheet.worksheet.set_row(row, HEAD_HEIGHT)


def _line(sheet: Sheet, curve: Curve, top: int, x: int, y: int) -> dict[str, Any]:
    first, last = top + HEADS, top + HEADS - 1 + len(curve.x)
    line: dict[str, Any] = {"color": line_color(curve.key), "width": 2.75 if curve.emphasised else 1.75}
    if curve.dashed:
        line["dash_type"] = "dash"
    return {
        "name": [sheet.name, top, y],
        "categories": [sheet.name, first, x, last, x],
        "values": [sheet.name, first, y, last, y],
        "line": line,
        "marker": {"type": "none"},
    }


def _points(sheet: Sheet, page: ChartPage, chart: Any, top: int, column: int) -> int:
    """Write the marked points, reference lines and zones, add them to the chart, and return the next free column."""
    heads = (
        (translate("Workbook", "Points and lines"), translate("Workbook", "Name")),
        ("", page.x_title),
        ("", page.y_title),
        ("", translate("Workbook", "More about it")),
    )
    _heads(sheet, top, column, heads, (44, COLUMN, COLUMN, 44))
    row = top + HEADS
    low, high = page.y_range
    for mark in page.marks:
        _write_point(sheet, page, row, column, _name(page, mark), mark.x, mark.y, mark.detail)
        chart.add_series(_point(sheet, mark, row, column))
        row += 1
    lines = []
    if page.plan_x is not None:
        ends = ((page.plan_x, low), (page.plan_x, high))
        lines.append((page.plan_label or translate("Workbook", "This plan"), ends, PLAN, 2.0))
    if page.level is not None:
        ends = ((page.x_range[0], page.level), (page.x_range[1], page.level))
        lines.append(
            (page.level_label or translate("Workbook", "Training directly"), ends, line_color("supervised"), 1.5)
        )
    for name, ends, color, width in lines:
        for x, y in ends:
            _write_point(sheet, page, row, column, name, x, y, translate("Workbook", "Line"))
            row += 1
        chart.add_series(
            {
                "name": [sheet.name, row - 2, column],
                "categories": [sheet.name, row - 2, column + 1, row - 1, column + 1],
                "values": [sheet.name, row - 2, column + 2, row - 1, column + 2],
                "line": {"color": color, "width": width, "dash_type": "dash"},
                "marker": {"type": "none"},
            }
        )
    if page.zones:
        _zones(sheet, page, row + 1, column)
    return column + len(heads)


def _name(page: ChartPage, mark: Mark) -> str:
    if mark.label:
        return mark.label
    if mark.kind == "plan":
        return translate("Workbook", "This plan")
    return translate("Workbook", "The other choice") if mark.kind == "other" else translate("Workbook", "Point")


def _write_point(
    sheet: Sheet, page: ChartPage, row: int, column: int, name: str, x: float, y: float, more: str
) -> None:
    at = Number(x, KINDS.get(page.x_kind, "exact")), Number(y, KINDS.get(page.y_kind, "exact"))
    sheet.cells(row, column, (Label(name), *at, Label(more, "muted")))


def _point(sheet: Sheet, mark: Mark, row: int, column: int) -> dict[str, Any]:
    color = PLAN if mark.kind == "plan" else line_color(mark.key) if mark.key else INK
    return {
        "name": [sheet.name, row, column],
        "categories": [sheet.name, row, column + 1, row, column + 1],
        "values": [sheet.name, row, column + 2, row, column + 2],
        "line": {"none": True},
        "marker": {
            "type": SIGNS.get(mark.kind, "circle"),
            "size": 9 if mark.kind == "plan" else 7,
            "border": {"color": color, "width": 1.5},
            "fill": {"color": color},
        },
    }


def _zones(sheet: Sheet, page: ChartPage, row: int, column: int) -> None:
    heads = (
        translate("Workbook", "Stretch of the axis"),
        translate("Workbook", "From"),
        translate("Workbook", "To"),
        "",
    )
    sheet.cells(row, column, [Label(head, "head") for head in heads])
    kind = KINDS.get(page.x_kind, "exact")
    for i, zone in enumerate(page.zones, 1):
        sheet.cells(row + i, column, (zone.label, Number(zone.low, kind), Number(zone.high, kind)))


def _heat(sheet: Sheet, page: ChartPage, heat: Heat, top: int, column: int) -> int:
    """Write the cells of a map in their colours, the highest row first as on the map; return the next free column."""
    key = translate("Workbook", "{values}. {low} below zero, {high} above; grey: {undecided}").format(
        values=heat.value_label,
        low=heat.low_label,
        high=heat.high_within,
        undecided=heat.undecided_within,
    )
    corner = translate("Workbook", "Down: {down}. Across: {across}").format(down=page.y_title, across=page.x_title)
    _heads(sheet, top, column, ((key, corner),), (48,))
    sizes: list[Cell] = [Number(x, KINDS[page.x_kind], strong=True) for x in heat.x.tolist()]
    sheet.cells(top + 1, column + 1, sizes)
    shades = cell_shades(heat)
    for i, j in enumerate(reversed(range(len(heat.y)))):
        sheet.cell(top + HEADS + i, column, Number(float(heat.y[j]), KINDS[page.y_kind], strong=True))
        values = [
            Number(float(value), "loss", fill=str(shade)) if np.isfinite(value) else ""
            for value, shade in zip(heat.values[j], shades[j], strict=True)
        ]
        sheet.cells(top + HEADS + i, column + 1, values)
    sheet.worksheet.set_column(column + 1, column + len(heat.x), 8)
    return column + 1 + len(heat.x)


def _finish(sheet: Sheet, page: ChartPage, chart: Any, top: int) -> int:
    """Give the chart its titles and axes, put it at the left, and return its height in pixels."""
    chart.set_title({"name": page.question, "overlay": False, "name_font": {"size": 12, "color": INK}})
    chart.set_x_axis(_axis(page.x_title, page.x_kind, page.x_range))
    chart.set_y_axis(_axis(page.y_title, page.y_kind, page.y_range))
    chart.set_legend({"position": "bottom", "font": {"size": 9, "color": INK}})
    chart.show_blanks_as("gap")
    chart.set_chartarea({"border": {"color": GRID}})
    height = PLOT_HEIGHT + NAME_HEIGHT * (len(page.curves) + len(page.outlines) + len(page.marks))
    chart.set_size({"width": CHART_WIDTH, "height": height})
    sheet.worksheet.insert_chart(top, 0, chart, {"description": page.sentence[:250], "object_position": 3})
    return height


def _axis(title: str, kind: str, limits: tuple[float, float]) -> dict[str, Any]:
    """Return an axis over limits: a linear one, or a logarithmic one that ends at powers of ten."""
    low, high = limits
    axis: dict[str, Any] = {
        "name": title,
        "name_font": {"size": 10, "bold": False, "color": MUTED},
        "num_font": {"size": 9, "color": MUTED},
        "major_gridlines": {"visible": True, "line": {"color": GRID}},
        "line": {"color": MUTED},
        "label_position": "low",
        "crossing": "min",
    }
    if kind in LINEAR:
        return {**axis, "min": low, "max": high, "num_format": AXIS_FORMATS[kind]}
    low, high = 10.0 ** math.floor(math.log10(low) + 1e-9), 10.0 ** math.ceil(math.log10(high) - 1e-9)
    shown = AXIS_FORMATS.get(kind) or next(text for least, text in _COUNTS if low >= least)
    if kind in ("parameters", "tokens"):
        shown = _count_axis(low, high)
    return {**axis, "log_base": 10, "min": low, "max": high, "num_format": shown}


def _count_axis(low: float, high: float) -> str:
    """Return a format that writes powers of ten as 100M, 1B, 10B; a format has room for three units."""
    used: Sequence[tuple[float, str]] = [
        (least, text) for least, text in _COUNTS if least < high * 1.01 and (least >= low / 1000 or not least)
    ][:3]
    *larger, (_, smallest) = used
    return ";".join([*(f"[>={least:.0f}]{text}" for least, text in larger), smallest])
