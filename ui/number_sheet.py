"""The numbers behind a chart as columns: one source for the file that spreadsheets open and the table on screen."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from advisor.evidence import ChartPage, FloatArray, Heat
from advisor.language import translate
from advisor.matters.page import MattersPage
from advisor.matters.table import choices
from advisor.quantities import format_loss

from .chart_axes import format_value

Cell = float | str
"""A number, NaN where there is none, or words."""


@dataclass(frozen=True)
class NumberColumn:
    """A heading with its unit and the cells below; ``kind`` says how numbers are written, "" where they are words."""

    heading: str
    cells: tuple[Cell, ...]
    kind: str = ""

    def shown(self, row: int) -> str:
        """Return a cell as people say it; "" where there is nothing."""
        value = self.cells[row] if row < len(self.cells) else ""
        if isinstance(value, str):
            return value
        if not math.isfinite(value):
            return ""
        return format_loss(value) if self.kind == "loss" else format_value(self.kind, value)

    def exact(self, row: int) -> str:
        """Return a cell with all its digits."""
        value = self.cells[row] if row < len(self.cells) else ""
        if isinstance(value, str):
            return value
        return repr(value) if math.isfinite(value) else ""


@dataclass(frozen=True)
class NumberSheet:
    """A question, the sentence that answers it, and the columns that the answer is drawn from."""

    question: str
    sentence: str
    columns: tuple[NumberColumn, ...]

    @property
    def row_count(self) -> int:
        """How many rows the longest column has."""
        return max((len(column.cells) for column in self.columns), default=0)

    def exact_rows(self) -> list[list[str]]:
        """Return the headings and then all rows, with all digits."""
        rows = [[column.exact(row) for column in self.columns] for row in range(self.row_count)]
        return [[column.heading for column in self.columns], *rows]


def chart_sheet(page: ChartPage) -> NumberSheet:
    """Return the curves of a chart as columns.

    Curves over the same x share its column; one over other values of x brings its own. The band's edges follow its
    curve. A map is a long table: x, y and value of each cell, and whether it is too close to call.
    """
    columns = _curve_columns(page) if page.heat is None else _map_columns(page, page.heat)
    return NumberSheet(page.question, page.sentence, tuple(columns))


def matters_sheet(page: MattersPage) -> NumberSheet:
    """Return one row for each value that an input was given, in words and in losses."""
    called = choices()
    samples = [(bar, i) for bar in page.bars for i in range(len(bar.values))]
    losses = (
        (
            translate("What matters page", "Loss distilled, nats per token"),
            tuple(float(bar.distilled[i]) for bar, i in samples),
        ),
        (
            translate("What matters page", "Loss trained directly, nats per token"),
            tuple(float(bar.direct[i]) for bar, i in samples),
        ),
        (
            translate("What matters page", "Gain of distilling, nats per token"),
            tuple(float(bar.gains[i]) for bar, i in samples),
        ),
    )
    words = (
        (translate("What matters page", "Input"), tuple(bar.label for bar, _ in samples)),
        (translate("What matters page", "In words"), tuple(bar.read_out[i] for bar, i in samples)),
    )
    outcome = (
        (translate("What matters page", "Choice"), tuple(called[bar.methods[i]] for bar, i in samples)),
        (translate("What matters page", "Best teacher"), tuple(bar.teachers[i] for bar, i in samples)),
    )
    columns = [NumberColumn(heading, cells) for heading, cells in words]
    columns += [NumberColumn(heading, numbers, "loss") for heading, numbers in losses]
    columns += [NumberColumn(heading, cells) for heading, cells in outcome]
    return NumberSheet(page.question, page.sentence, tuple(columns))


def _curve_columns(page: ChartPage) -> list[NumberColumn]:
    columns: list[NumberColumn] = []
    own = translate("Chart", "{curve}: {quantity}", "heading of a column of numbers")
    low_end = translate("Chart", "{curve}, low end of the 90 % range: {quantity}")
    high_end = translate("Chart", "{curve}, high end of the 90 % range: {quantity}")
    last_x: FloatArray | None = None
    for curve in page.curves:
        if last_x is None or not np.array_equal(curve.x, last_x, equal_nan=True):
            columns.append(_numbers(page.x_title, curve.x, page.x_kind))
            last_x = curve.x
        columns.append(_numbers(own.format(curve=curve.label, quantity=page.y_title), curve.y, page.y_kind))
        if curve.key == page.band_key and page.band_low is not None and page.band_high is not None:
            for heading, values in ((low_end, page.band_low), (high_end, page.band_high)):
                title = heading.format(curve=curve.label, quantity=page.y_title)
                columns.append(_numbers(title, values, page.y_kind))
    return columns


def _map_columns(page: ChartPage, heat: Heat) -> list[NumberColumn]:
    yes, no = translate("Chart", "yes"), translate("Chart", "no")
    values = heat.values.ravel()
    undecided = tuple(
        (yes if close else no) if math.isfinite(value) else ""
        for value, close in zip(values.tolist(), heat.undecided.ravel().tolist(), strict=True)
    )
    return [
        _numbers(page.x_title, np.tile(heat.x, len(heat.y)), page.x_kind),
        _numbers(page.y_title, np.repeat(heat.y, len(heat.x)), page.y_kind),
        _numbers(heat.value_label, values, "loss"),
        NumberColumn(heat.undecided_label, undecided),
    ]


def _numbers(heading: str, values: FloatArray, kind: str) -> NumberColumn:
    return NumberColumn(heading, tuple(values.tolist()), kind)
