"""The map of the Map page: its colours, key, words and crosshair, by mouse and by keyboard, and what it exports."""

from __future__ import annotations

import csv
import math
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from advisor.evidence import ChartPage, Heat
from advisor.pages.map import map_first_look, map_page
from advisor.plan import Plan
from advisor.solution import solve_plan
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE
from ui.answer_view import PAGES
from ui.chart_colors import HeatColors, heat_colors
from ui.chart_export import PICTURE_MARGIN
from ui.chart_heat import cell_colors, value_in_words
from ui.chart_items import Cells, Dot
from ui.pages.map_page import MapPage
from ui.theme import DARK, LIGHT, Theme, apply_theme

from .test_charts import drag, mouse, overlaps
from .test_theme import contrast

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
PLANS = {"distil": CLEAR_DISTIL, "direct": CLEAR_DIRECT, "tie": TIE}
SIZES = [(847, 369), (1005, 465), (1480, 740)]


def shown(qtbot: Any, plan: Plan = CLEAR_DISTIL, size: tuple[int, int] = (1005, 465)) -> MapPage:
    apply_theme(QApplication.instance(), LIGHT)
    page = MapPage()
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    page.show_page(map_page(solve_plan(plan)))
    return page


def heat_of(page: ChartPage | None) -> Heat:
    assert page is not None
    assert page.heat is not None
    return page.heat


def small_heat(values: list[list[float]], undecided: list[list[bool]] | None = None) -> Heat:
    array = np.array(values)
    flags = np.zeros(array.shape, dtype=bool) if undecided is None else np.array(undecided)
    axis = np.geomspace(1.0, 10.0, array.shape[1]), np.geomspace(1.0, 10.0, array.shape[0])
    labels = ("Distilling better", "Training directly better", "Difference", "Too close to call", "No value")
    within = ("distilling better", "training directly better", "too close to call", "no value")
    return Heat(*axis, array, flags, 0.1, *labels, *within)


def color(packed: int) -> str:
    return QColor.fromRgba(packed).name().upper()


# Colours --------------------------------------------------------------------------------------------------------------


@THEMES
def test_words_in_ink_are_readable_on_every_colour_of_a_map(theme: Theme) -> None:
    colors = heat_colors(theme)
    for ground in vars(colors).values():
        assert contrast(theme.ink, ground) >= 4.5, ground


@THEMES
def test_the_two_sides_and_what_is_undecided_look_different_to_everyone(theme: Theme) -> None:
    """The sides differ along blue and yellow, which red-green colour blindness leaves, and grow away from neutral."""
    colors: HeatColors = heat_colors(theme)
    low, high = QColor(colors.low_strong), QColor(colors.high_strong)
    assert low.blue() - low.red() > 40
    assert high.red() - high.blue() > 40
    for weak, strong in ((colors.low_weak, colors.low_strong), (colors.high_weak, colors.high_strong)):
        assert contrast(strong, colors.neutral) > contrast(weak, colors.neutral) > 1.05
    assert not set(vars(colors).values()) & {line for line, _ in theme.scenarios.values()}


def test_cells_take_their_colour_from_sign_size_and_doubt() -> None:
    colors = heat_colors(LIGHT)
    heat = small_heat([[-0.1, -1e-9, 1e-9, 0.1], [-5.0, -0.05, math.nan, 5.0]], [[False] * 4, [False, True] * 2])
    upper, lower = cell_colors(heat, colors)  # the second row of values is drawn above the first
    assert [color(int(c)) for c in lower] == [
        colors.low_strong,
        colors.low_weak,
        colors.high_weak,
        colors.high_strong,
    ]
    assert color(int(upper[0])) == colors.low_strong
    assert color(int(upper[1])) == colors.neutral
    assert QColor.fromRgba(int(upper[2])).alpha() == 0
    assert color(int(upper[3])) == colors.neutral


def test_a_cell_is_told_in_words() -> None:
    heat = small_heat([[-0.0364, 0.02, 0.004, math.nan]], [[False, False, True, False]])
    assert value_in_words(heat, 0, 0) == "distilling better by 0.036"
    assert value_in_words(heat, 0, 1) == "training directly better by 0.020"
    assert value_in_words(heat, 0, 2) == "too close to call (training directly better by 0.004)"
    assert value_in_words(heat, 0, 3) == "no value"


# What is drawn --------------------------------------------------------------------------------------------------------


def test_the_cells_stand_where_their_values_are(qtbot: Any) -> None:
    page = shown(qtbot)
    heat, frame = heat_of(page.shown_page), page.chart.frame
    cells = next(shape for shape in page.chart.drawing.below if isinstance(shape, Cells))
    assert cells.colors.shape == heat.values.shape
    assert frame is not None
    rows, columns = heat.values.shape
    for j in (0, columns // 2, columns - 1):
        centre = cells.rect.left() + (j + 0.5) * cells.rect.width() / columns
        assert centre == pytest.approx(frame.x(float(heat.x[j])), abs=0.01)
    for i in (0, rows // 2, rows - 1):
        centre = cells.rect.bottom() - (i + 0.5) * cells.rect.height() / rows
        assert centre == pytest.approx(frame.y(float(heat.y[i])), abs=0.01)


@THEMES
def test_the_picture_shows_the_cells_in_their_colours(qtbot: Any, theme: Theme) -> None:
    page = shown(qtbot)
    apply_theme(QApplication.instance(), theme)
    page.set_theme(theme)
    heat, frame = heat_of(page.shown_page), page.chart.frame
    assert frame is not None
    bare = replace(page.shown_page, marks=(), outlines=())
    page.show_page(bare)
    image: QImage = page.chart.view.grab().toImage()
    colors = cell_colors(heat, heat_colors(theme))[::-1]
    rows, columns = heat.values.shape
    wrong = 0
    for i in range(2, rows - 2, 5):
        for j in range(2, columns - 2, 5):
            x, y = frame.x(float(heat.x[j])), frame.y(float(heat.y[i]))
            near = {image.pixelColor(round(x) + dx, round(y) + dy).name() for dx in (-2, 2) for dy in (-1, 1)}
            wrong += QColor.fromRgba(int(colors[i, j])).name() not in near
    assert wrong == 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PLANS)
def test_no_words_touch_and_none_leave_the_chart(qtbot: Any, name: str, size: tuple[int, int]) -> None:
    page = shown(qtbot, PLANS[name], size)
    whole = map_page(solve_plan(PLANS[name]))
    for view in (whole, *whole.variants):
        page.chart.show_page(view)
        texts = page.chart.drawing.texts()
        assert not overlaps(texts), view.axis_name
        for text in texts:
            assert text.rect.left() >= -1, text.text
            assert text.rect.right() <= page.chart.width() + 1, text.text
        said = {text.text for text in texts}
        assert view.marks[0].label in said
        assert any(text.startswith("Distilling better") for text in said)


@pytest.mark.parametrize("size", SIZES)
def test_the_key_says_what_the_colours_mean_and_how_strong_they_get(qtbot: Any, size: tuple[int, int]) -> None:
    page = shown(qtbot, size=size)
    key = [text.text for text in page.chart.drawing.texts("key")]
    assert key[0] == "Too close to call"
    assert key[1].startswith("Distilling better by 0.100")
    assert key[2].startswith("Training directly better by 0.100")


def test_a_stale_map_says_so_beside_its_key(qtbot: Any) -> None:
    page = shown(qtbot, size=SIZES[0])
    page.set_stale("Last good plan")
    texts = page.chart.drawing.texts()
    assert "Last good plan" in {text.text for text in texts}
    assert not overlaps(texts)


def test_the_plan_is_a_filled_point_and_the_line_at_its_size_a_hollow_one(qtbot: Any) -> None:
    page = shown(qtbot)
    frame, drawing = page.chart.frame, page.chart.drawing
    assert frame is not None
    dots = [shape for shape in drawing.above if isinstance(shape, Dot)]
    marks = {mark.kind: mark for mark in heat_page(page).marks}
    places = {(round(dot.x), round(dot.y)): dot.fill for dot in dots}
    plan, crossing = marks["plan"], marks["crossing"]
    assert places[round(frame.x(plan.x)), round(frame.y(plan.y))] == LIGHT.scenarios["this_plan"][0]
    assert places[round(frame.x(crossing.x)), round(frame.y(crossing.y))] == LIGHT.card
    for outline in heat_page(page).outlines:
        x, y = page.chart.view.curve_data(outline.key)
        np.testing.assert_allclose(x, np.log10(outline.x))
        np.testing.assert_allclose(y, np.log10(outline.y))


def heat_page(page: MapPage) -> ChartPage:
    assert page.shown_page is not None
    return page.shown_page


def test_a_page_without_a_map_leaves_no_cells_and_no_second_line(qtbot: Any) -> None:
    page = shown(qtbot)
    page.chart.point(7e9, 2.6e21)
    assert page.chart.pointer_y is not None
    page.chart.show_page(replace(heat_page(page), heat=None, outlines=()))
    assert not [shape for shape in page.chart.drawing.below if isinstance(shape, Cells)]
    assert page.chart.pointer_y is None
    assert len(page.chart.view.curve_data("equal")[0]) == 0


# Reading --------------------------------------------------------------------------------------------------------------


def test_the_mouse_reads_the_cell_under_it(qtbot: Any) -> None:
    page = shown(qtbot)
    frame, heat = page.chart.frame, heat_of(page.shown_page)
    assert frame is not None
    i, j = len(heat.y) // 3, len(heat.x) // 4
    at = QPointF(frame.x(float(heat.x[j])) + 2, frame.y(float(heat.y[i])) - 1)
    mouse(page.chart, QEvent.Type.MouseMove, at, button=Qt.MouseButton.NoButton)
    assert page.chart.pointer_x == pytest.approx(float(heat.x[j]))
    assert page.chart.pointer_y == pytest.approx(float(heat.y[i]))
    assert page.footer.read_out_shown().endswith(value_in_words(heat, i, j))


def test_arrow_keys_read_from_cell_to_cell_beginning_at_the_plan(qtbot: Any) -> None:
    page = shown(qtbot)
    chart, heat = page.chart, heat_of(page.shown_page)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    plan = heat_page(page).marks[0]
    assert chart.pointer_x == pytest.approx(plan.x)
    assert chart.pointer_y == pytest.approx(plan.y)
    assert page.footer.read_out_shown() == "At 7B and 2.6 × 10²¹ FLOPs, 5 days: distilling better by 0.036"
    i, j = int(np.argmin(np.abs(heat.y - plan.y))), int(np.argmin(np.abs(heat.x - plan.x)))
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
    for key, (di, dj) in zip(keys, ((0, 1), (1, 0), (0, -1), (-1, 0), (5, 0), (-5, 0)), strict=True):
        qtbot.keyClick(chart, key)
        i, j = i + di, j + dj
        assert (chart.pointer_x, chart.pointer_y) == (float(heat.x[j]), float(heat.y[i]))
        assert value_in_words(heat, i, j) in page.footer.accessibleDescription()
    for _ in range(len(heat.x)):
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.pointer_x == float(heat.x[0])
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.pointer_x is None
    assert page.footer.read_out_shown() == ""


def test_tokens_are_read_as_tokens(qtbot: Any) -> None:
    page = shown(qtbot)
    assert page.axis_choice is not None
    button = next(button for button in page.axis_choice.buttons() if button.text() == "Same text")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    page.chart.setFocus()
    qtbot.keyClick(page.chart, Qt.Key.Key_Right)
    assert page.footer.read_out_shown().startswith("At 7B and 42.2B tokens: distilling better by ")
    assert page.sentence.text().startswith("On the same text, ")


def test_what_is_zoomed_to_is_a_part_in_both_directions_and_read_as_before(qtbot: Any) -> None:
    page = shown(qtbot)
    frame = page.chart.frame
    assert frame is not None
    whole = (frame.x_low, frame.x_high, frame.y_low, frame.y_high)
    plan = heat_page(page).marks[0]
    at = QPointF(frame.x(plan.x), frame.y(plan.y))
    drag(page.chart, at - QPointF(120, 60), at + QPointF(80, 40))
    zoomed = page.chart.frame
    assert zoomed is not None
    assert zoomed.x_low > whole[0]
    assert zoomed.y_high < whole[3]
    assert zoomed.holds(plan.x, plan.y)
    page.chart.point(plan.x, plan.y)
    assert page.footer.read_out_shown().endswith("distilling better by 0.036")
    page.chart.setFocus()
    for _ in range(100):
        qtbot.keyClick(page.chart, Qt.Key.Key_Up)
    assert page.chart.pointer_y is not None
    assert page.chart.pointer_y <= zoomed.y_high  # keys stay within what is seen
    qtbot.mouseClick(page.reset_button, Qt.MouseButton.LeftButton)
    again = page.chart.frame
    assert again is not None
    assert (again.x_low, again.x_high, again.y_low, again.y_high) == whole


def test_the_first_look_offers_the_same_choices_so_that_nothing_moves(qtbot: Any) -> None:
    page = shown(qtbot)
    before = page.axis_choice
    page.show_page(map_first_look(solve_plan(CLEAR_DISTIL)))
    assert page.axis_choice is before
    assert before is not None
    assert [button.text() for button in before.buttons()] == ["Same budget", "Same budget, best teacher", "Same text"]


def test_names_of_the_choices_are_seen_whole(qtbot: Any) -> None:
    page = shown(qtbot, size=SIZES[0])
    assert page.axis_choice is not None
    for button in page.axis_choice.buttons():
        assert button.fontMetrics().horizontalAdvance(button.text()) + 8 <= button.width(), button.text()


# By ear and on paper --------------------------------------------------------------------------------------------------


def test_the_page_is_a_tab_and_everything_on_it_has_a_name_and_is_reached_by_tab(qtbot: Any) -> None:
    assert ("map", MapPage) in PAGES
    page = shown(qtbot)
    assert page.chart.accessibleName() == "Where does distilling win?"
    assert "in all four directions" in page.chart.accessibleDescription()
    assert page.sentence.text().rstrip(".") in page.chart.accessibleDescription()
    assert page.chart.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert page.axis_choice is not None
    for widget in (page.copy_button, page.save_button, page.reset_button, *page.axis_choice.buttons()):
        assert widget.accessibleName()
    for button in (page.copy_button, page.save_button, page.reset_button):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_csv_is_a_long_table_of_every_cell(qtbot: Any, tmp_path: Path) -> None:
    page = shown(qtbot)
    page.save(tmp_path / "map.csv")
    with (tmp_path / "map.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file))
    heat = heat_of(page.shown_page)
    assert header[:2] == ["Student size, parameters without embeddings", "Compute, FLOPs"]
    assert "nats" in header[2]
    assert len(rows) == heat.values.size
    for k in (0, 17, len(rows) - 1):
        i, j = divmod(k, len(heat.x))
        assert [float(cell) for cell in rows[k][:3]] == [heat.x[j], heat.y[i], heat.values[i, j]]
        assert rows[k][3] == ("yes" if heat.undecided[i, j] else "no")


def test_a_drawing_has_sharp_cells_and_nothing_outside_its_plot(qtbot: Any, tmp_path: Path) -> None:
    page = shown(qtbot)
    page.chart.zoom_at(7e9, 2.6e21, 0.4)
    page.save(tmp_path / "map.svg")
    text = (tmp_path / "map.svg").read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert "<image" not in text  # a small picture would be blurred
    frame = page.chart.frame
    assert frame is not None
    drawn = 0
    for group in root.iter("{http://www.w3.org/2000/svg}g"):
        lines = group.findall("{http://www.w3.org/2000/svg}polyline")
        if group.attrib.get("stroke-width") not in ("2", "2.0"):  # outlines, not the leaders of labels
            continue
        a, b, c, d, e, f = map(float, group.attrib["transform"].removeprefix("matrix(").rstrip(")").split(","))
        for line in lines:
            points = np.array([pair.split(",") for pair in line.attrib["points"].split()], dtype=float)
            across, down = a * points[:, 0] + c * points[:, 1] + e, b * points[:, 0] + d * points[:, 1] + f
            assert across.min() >= PICTURE_MARGIN + frame.left - 1
            assert across.max() <= PICTURE_MARGIN + frame.right + 1
            assert np.ptp(down) <= frame.height + 1
            drawn += 1
    assert drawn >= 2
    page.save(tmp_path / "map.png")
    image = QImage(str(tmp_path / "map.png"))
    assert image.width() == 2 * (page.chart.view.width() + 32)
