"""Names of tinted stretches stand where no curve passes, and none goes on from a name that is not there."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from advisor.curves import PAGES
from advisor.evidence import ChartPage, Curve, Zone
from advisor.plan_file import load_plan
from advisor.resource_files import resource_path
from advisor.solution import solve_plan
from ui.chart_items import Text
from ui.chart_layout import Frame, split_into
from ui.charts import Chart
from ui.theme import LIGHT, apply_theme

from . import samples

SIZES = [(799, 210), (799, 280), (1440, 640)]
"""Sizes of a chart in windows of 1280×800 (wrapped answer, short answer), and larger."""

EXAMPLES = ("assistant-7b", "home-lab-8x4090", "private-text-20b", "start-up-64-h100")


@pytest.fixture
def chart(qtbot: Any, qapp: QApplication) -> Chart:
    apply_theme(qapp, LIGHT)
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(957, 390)
    with qtbot.waitExposed(chart):
        chart.show()
    return chart


@cache
def example(name: str, page: str) -> ChartPage:
    made = PAGES[page](solve_plan(load_plan(resource_path("examples", f"{name}.distill"))[0]))
    assert isinstance(made, ChartPage)
    return made


def crosses(frame: Frame, curve: Curve, rect: QRectF) -> bool:
    """Return whether a curve passes through a rectangle."""
    columns, rows = frame.pixels(curve.x, curve.y)
    along = np.arange(rect.left(), rect.right(), 0.5)
    height = np.interp(along, columns, rows, left=np.nan, right=np.nan)
    return bool(((height > rect.top()) & (height < rect.bottom())).any())


def crossed(chart: Chart) -> list[tuple[str, str]]:
    """Return (name of a stretch, key of a curve through it) of all that are drawn."""
    frame, page = chart.frame, chart.page
    assert frame is not None
    assert page is not None
    names = chart.drawing.texts("zone")
    return [(name.text, curve.key) for name in names for curve in page.curves if crosses(frame, curve, name.rect)]


def lines_of(chart: Chart) -> list[str]:
    return [text.text for text in chart.drawing.texts("zone")]


def with_zones(*zones: Zone) -> ChartPage:
    return replace(samples.budget_page(), zones=zones, marks=(), table=(), equivalent=None)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", ["budget", "student"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_curve_passes_through_the_name_of_a_stretch(
    chart: Chart, name: str, page: str, size: tuple[int, int]
) -> None:
    chart.resize(*size)
    chart.show_page(example(name, page))
    assert lines_of(chart)
    assert crossed(chart) == []


@pytest.mark.parametrize("size", SIZES)
def test_the_leftmost_stretches_of_the_first_example_have_names(chart: Chart, size: tuple[int, int]) -> None:
    chart.resize(*size)
    chart.show_page(example("assistant-7b", "budget"))
    assert " ".join(lines_of(chart)).startswith("Also under 3.7B tokens Teacher beyond any tested")
    chart.show_page(example("assistant-7b", "student"))
    assert " ".join(lines_of(chart)).startswith("Also over 512B tokens Teacher beyond any tested")


def test_names_stand_at_the_top_and_where_curves_pass_there_at_the_foot(chart: Chart) -> None:
    low, high = samples.budget_page().x_range
    middle = float(np.sqrt(low * high))
    page = with_zones(Zone("beyond_1", low, middle, "Steep"), Zone("tested", middle, high, "Flat"))
    x = np.array([low, middle, high])
    top, foot = page.y_range[1], page.y_range[0]
    page = replace(
        page, curves=(Curve("supervised", "Train directly", x, np.array([top - 0.03, top - 0.03, foot]), True),)
    )
    chart.show_page(page)
    frame = chart.frame
    assert frame is not None
    names: dict[str, Text] = {text.text: text for text in chart.drawing.texts("zone")}
    assert names["Steep"].rect.bottom() > frame.bottom - 10
    assert names["Flat"].rect.top() < frame.top + 10
    assert crossed(chart) == []


def test_every_name_stands_within_its_stretch(chart: Chart) -> None:
    chart.resize(799, 210)
    page = example("assistant-7b", "student")
    chart.show_page(page)
    frame = chart.frame
    assert frame is not None
    stretches = [(frame.x(zone.low), frame.x(zone.high)) for zone in page.zones if zone.kind != "good_enough"]
    for text in chart.drawing.texts("zone"):
        if not set(text.text) & set("←→"):  # these say that they name the stretch beside theirs
            assert any(left <= text.rect.left() and text.rect.right() <= right for left, right in stretches), text.text


def test_a_stretch_too_narrow_for_its_name_gives_it_to_the_one_that_goes_on_from_it(chart: Chart) -> None:
    page = example("model-family-1024-h100", "budget")
    first, second = page.zones
    assert (first.label, first.goes_on) == ("Over 512B tokens", False)
    assert (second.label, second.goes_on) == ("and teacher stronger than any tested", True)
    chart.show_page(page)
    assert " ".join(lines_of(chart)) == "Over 512B tokens and teacher stronger than any tested"


@pytest.mark.parametrize(
    ("count", "lines"),
    [
        (1, ("Also teacher beyond any tested",)),
        (2, ("Also teacher", "beyond any tested")),
        (3, ("Also teacher", "beyond any", "tested")),
        (9, ("Also", "teacher", "beyond", "any", "tested")),
    ],
)
def test_texts_break_so_that_the_longest_line_is_short(count: int, lines: tuple[str, ...]) -> None:
    broken = split_into("Also teacher beyond any tested", count, len)
    assert " ".join(broken) == "Also teacher beyond any tested"
    assert len(broken) == len(lines)
    assert max(map(len, broken)) == max(map(len, lines))
