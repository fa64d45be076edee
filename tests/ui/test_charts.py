"""The chart draws what its page says, nothing over anything else, and is worked by mouse and keyboard alike."""

from __future__ import annotations

import csv
import gc
import io
import itertools
import math
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from advisor.evidence import SUPERVISED, ChartPage, Curve, Mark, Zone
from ui.chart_areas import drawn_curves
from ui.chart_axes import margins
from ui.chart_colors import area_fill, curve_colors
from ui.chart_items import Area, Dot, Measure, Text
from ui.charts import Chart
from ui.pages.budget_page import BudgetPage
from ui.pages.chart_page import ChartPageWidget
from ui.pages.teacher_page import TeacherPage
from ui.theme import DARK, LIGHT, Theme, apply_theme, scenario_colors

from . import samples
from .test_theme import contrast

SIZES = [(799, 210), (799, 280), (957, 390), (957, 560), (1440, 640)]
"""Sizes of a chart in windows of 1280×800 (wrapped answer, short answer), 1440×900, and larger."""

PAGES = {"budget": samples.budget_page, "teacher": samples.teacher_page}


@pytest.fixture
def chart(qtbot: Any, qapp: QApplication) -> Chart:
    apply_theme(qapp, LIGHT)
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(957, 390)
    with qtbot.waitExposed(chart):
        chart.show()
    return chart


def overlaps(texts: list[Text]) -> list[tuple[str, str]]:
    """Return pairs of texts whose letters would touch: their rectangles overlap by more than the line's air."""
    return [
        (a.text, b.text)
        for a, b in itertools.combinations(texts, 2)
        if a.rect.adjusted(0, 2, 0, -2).intersects(b.rect.adjusted(0, 2, 0, -2))
        and {a.kind, b.kind} != {"table", "table_value"}
    ]


def mouse(chart: Chart, kind: QEvent.Type, at: QPointF, **keys: Any) -> None:
    button = keys.get("button", Qt.MouseButton.LeftButton)
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    modifiers = keys.get("modifiers", Qt.KeyboardModifier.NoModifier)
    viewport = chart.view.viewport()
    event = QMouseEvent(kind, at, viewport.mapToGlobal(at), button, held, modifiers)
    QApplication.sendEvent(viewport, event)


def drag(chart: Chart, start: QPointF, end: QPointF, **keys: Any) -> None:
    mouse(chart, QEvent.Type.MouseButtonPress, start, **keys)
    mouse(chart, QEvent.Type.MouseMove, (start + end) / 2, **keys)
    mouse(chart, QEvent.Type.MouseMove, end, **keys)
    mouse(chart, QEvent.Type.MouseButtonRelease, end, **keys)


def turn_wheel(chart: Chart, at: QPointF, notches: int) -> None:
    viewport = chart.view.viewport()
    event = QWheelEvent(
        at,
        viewport.mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


# What is drawn --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_every_curve_is_drawn_with_its_values(chart: Chart, name: str) -> None:
    page = PAGES[name]()
    chart.show_page(page)
    for curve in page.curves:
        x, y = chart.view.curve_data(curve.key)
        np.testing.assert_allclose(x, np.log10(curve.x))
        np.testing.assert_allclose(y, curve.y)


def test_curves_are_made_once_and_those_gone_are_emptied(chart: Chart) -> None:
    page = samples.budget_page()
    chart.show_page(page)
    items = dict(chart.view._curves)
    chart.show_page(replace(page, curves=page.curves[2:]))
    assert chart.view._curves == items
    assert len(chart.view.curve_data(page.curves[0].key)[0]) == 0
    assert len(chart.view.curve_data(page.curves[3].key)[0]) == samples.POINTS


def test_a_curve_with_holes_is_drawn_around_them(chart: Chart) -> None:
    page = samples.budget_page()
    holed = replace(page.curves[0], y=np.where(page.curves[0].x > 1e22, math.nan, page.curves[0].y))
    chart.show_page(replace(page, curves=(holed, *page.curves[1:])))
    chart.grab()
    assert np.isnan(chart.view.curve_data(holed.key)[1]).sum() == (holed.x > 1e22).sum()
    assert holed.label not in {text.text for text in chart.drawing.texts("end_label")}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_no_words_touch_and_none_leave_the_chart(chart: Chart, name: str, size: tuple[int, int]) -> None:
    chart.resize(*size)
    chart.show_page(PAGES[name]())
    texts = chart.drawing.texts()
    assert not overlaps(texts)
    measure = Measure()
    for text in texts:
        assert text.rect.left() >= -1, text.text
        assert text.rect.right() <= size[0] + 1, text.text
        assert text.rect.bottom() <= size[1] + 1, text.text
        assert measure.width(text.text, text.role) <= text.rect.width() + 1, text.text


@pytest.mark.parametrize("name", PAGES)
def test_no_words_touch_wherever_the_reader_zooms(chart: Chart, name: str) -> None:
    page = PAGES[name]()
    chart.show_page(page)
    for share, factor in itertools.product((0.1, 0.4, 0.9), (0.7, 0.3, 0.1)):
        chart.reset_view()
        x = page.x_range[0] * (page.x_range[1] / page.x_range[0]) ** share
        chart.zoom_at(x, sum(page.y_range) / 2, factor)
        assert not overlaps(chart.drawing.texts())
        assert len(chart.drawing.texts("x_tick")) >= 2
        assert len(chart.drawing.texts("y_tick")) >= 2


@pytest.mark.parametrize("size", SIZES)
def test_lines_are_named_twenty_pixels_apart_in_the_order_of_their_ends(chart: Chart, size: tuple[int, int]) -> None:
    chart.resize(*size)
    page = samples.budget_page()
    chart.show_page(page)
    labels = chart.drawing.texts("end_label")
    rows = sorted((label.rect.center().y(), label.text) for label in labels)
    ends = [text for _, text in sorted((-curve.y[-1], curve.label) for curve in page.curves)]
    assert [text for _, text in rows] == ends
    assert all(b[0] - a[0] >= 20 - 1e-6 for a, b in itertools.pairwise(rows))
    for curve, label in itertools.product(page.curves, labels):
        if curve.label == label.text:
            assert label.color == scenario_colors(LIGHT, curve.key)[1]
            assert label.role == ("body_strong" if curve.emphasised else "body_medium")


def test_the_budget_page_shows_what_the_design_shows(chart: Chart) -> None:
    page = samples.budget_page()
    chart.show_page(page)
    texts = [text.text for text in chart.drawing.texts()]
    wanted = [page.plan_label, page.y_title, "1.5×", "Lines cross at 3.2 × 10²², 62 days", "FLOPs", "on this hardware"]
    wanted += [zone.label for zone in page.zones] + [cell for row in page.table for cell in row[1:]]
    wanted += [line for _, lines in page.x_ticks for line in lines]
    assert set(wanted) <= set(texts)


def test_the_teacher_page_shows_what_the_design_shows(chart: Chart) -> None:
    page = samples.teacher_page()
    chart.show_page(page)
    texts = {text.text for text in chart.drawing.texts()}
    wanted = {page.x_title, page.level_label} | {zone.label for zone in page.zones}
    wanted |= {mark.label for mark in page.marks} | {mark.detail for mark in page.marks if mark.detail}
    assert wanted <= texts
    assert "".join(text.text for text in chart.drawing.texts("inside")).count("Distil") == 2


def test_marks_stand_where_their_values_are_and_belong_to_this_plan_by_colour(chart: Chart) -> None:
    page = samples.teacher_page()
    chart.show_page(page)
    frame = chart.frame
    assert frame is not None
    dots = {(round(d.x, 3), round(d.y, 3)): d for d in chart.drawing.above if isinstance(d, Dot)}
    for mark in page.marks:
        dot = dots[round(frame.x(mark.x), 3), round(frame.y(mark.y), 3)]
        own = scenario_colors(LIGHT, "this_plan")[0]
        assert dot.fill == (own if mark.kind == "candidate" else LIGHT.card)


def test_a_narrow_chart_names_its_lines_briefly_rather_than_crush_them() -> None:
    page = samples.budget_page()
    measure = Measure()
    assert not margins(page, 800.0, measure).short_labels
    narrow = margins(page, 620.0, measure)
    assert narrow.short_labels
    assert narrow.right < margins(page, 800.0, measure).right


def test_a_low_chart_leaves_the_table_out_rather_than_cover_something(chart: Chart) -> None:
    page = samples.budget_page()
    chart.show_page(page)
    assert chart.drawing.texts("table")
    chart.resize(799, 200)
    assert not chart.drawing.texts("table")
    assert not overlaps(chart.drawing.texts())


def test_many_candidates_get_each_their_place(chart: Chart) -> None:
    page = samples.teacher_page()
    marks = tuple(
        replace(
            page.marks[1], x=2e9 * 1.35**i, y=2.06 + 0.004 * (i % 5), label=f"{i}B, rank {i}: 2.06", detail="detail"
        )
        for i in range(12)
    )
    chart.show_page(replace(page, marks=(page.marks[0], *marks)))
    assert len(chart.drawing.texts("mark")) >= 10
    assert not overlaps(chart.drawing.texts())


def test_ticks_made_while_zooming_say_how_long_they_take(chart: Chart) -> None:
    page = samples.budget_page()
    chart.show_page(page)
    chart.zoom_at(2.6e21, 2.06, 0.25)
    ticks = [text.text for text in chart.drawing.texts("x_tick")]
    assert any("10²¹" in tick for tick in ticks)
    assert any(tick.endswith("days") for tick in ticks)


def test_a_chart_over_losses_has_a_linear_axis(chart: Chart) -> None:
    x = np.linspace(1.7, 2.3, 31)
    curve = Curve("teacher_inference", "Distil", x, 2.0 + (x - 1.95) ** 2, emphasised=True, short_label="student loss")
    page = ChartPage(
        "teacher", "?", "!", "Teacher loss", "Student loss", "loss", (curve,), x_range=(1.7, 2.3), y_range=(1.9, 2.3)
    )
    chart.show_page(page)
    np.testing.assert_allclose(chart.view.curve_data("teacher_inference")[0], x)
    assert {"1.8", "2.0", "2.2"} <= {text.text for text in chart.drawing.texts("x_tick")}
    chart.point(1.95)
    assert chart.pointer_x == 1.95


# The plan's line ------------------------------------------------------------------------------------------------------


def line_at(chart: Chart) -> QPointF:
    assert chart.frame is not None
    assert chart.plan_x is not None
    return QPointF(chart.frame.x(chart.plan_x), chart.frame.top + 60)


def test_dragging_the_line_tells_where_it_is_and_once_where_it_was_left(chart: Chart, qtbot: Any) -> None:
    chart.show_page(samples.budget_page())
    moved: list[float] = []
    finished: list[float] = []
    chart.plan_x_changed.connect(moved.append)
    chart.plan_x_edit_finished.connect(finished.append)
    start = line_at(chart)
    end = QPointF(chart.frame.x(1e22), start.y())
    drag(chart, start, end)
    assert moved[-1] == pytest.approx(1e22, rel=0.02)
    assert len(moved) == 2
    assert finished == [moved[-1]]


def test_the_line_can_be_taken_by_its_handle_and_stays_within_the_axis(chart: Chart) -> None:
    page = samples.budget_page()
    chart.show_page(page)
    assert chart.handle is not None
    drag(chart, chart.handle.center() + QPointF(80, 0), QPointF(5000, 10))
    assert chart.plan_x == pytest.approx(page.x_range[1])


def test_while_the_line_is_held_new_pages_keep_ranges_and_line(chart: Chart) -> None:
    page = samples.budget_page()
    chart.show_page(page)
    start = line_at(chart)
    mouse(chart, QEvent.Type.MouseButtonPress, start)
    mouse(chart, QEvent.Type.MouseMove, QPointF(chart.frame.x(8e21), start.y()))
    held = chart.plan_x
    chart.show_page(replace(page, plan_x=7e21, x_range=(1e21, 1e24), y_range=(1.7, 2.4)))
    assert chart.plan_x == held
    assert (chart.frame.x_low, chart.frame.x_high) == page.x_range
    mouse(chart, QEvent.Type.MouseButtonRelease, QPointF(chart.frame.x(8e21), start.y()))
    chart.show_page(replace(page, plan_x=8e21, x_range=(1e21, 1e24), y_range=(1.7, 2.4)))
    assert chart.plan_x == 8e21
    assert (chart.frame.x_low, chart.frame.x_high) == (1e21, 1e24)


def test_arrow_keys_move_the_line_enter_keeps_it_escape_takes_it_back(chart: Chart, qtbot: Any) -> None:
    chart.show_page(samples.budget_page())
    finished: list[float] = []
    chart.plan_x_edit_finished.connect(finished.append)
    before = chart.plan_x
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_PageUp)
    assert chart.plan_x > before
    assert not finished
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert finished == [chart.plan_x]
    kept = chart.plan_x
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.plan_x < kept
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.plan_x == kept
    assert finished == [kept, kept]


def test_leaving_the_chart_ends_an_edit_by_keyboard(chart: Chart, qtbot: Any) -> None:
    chart.show_page(samples.budget_page())
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    with qtbot.waitSignal(chart.plan_x_edit_finished) as finished:
        chart.clearFocus()
    assert finished.args == [chart.plan_x]


def test_the_last_good_plan_is_named_muted_and_cannot_be_moved(chart: Chart, qtbot: Any) -> None:
    page = samples.budget_page()
    chart.show_page(page)
    chart.set_stale("Correct Time to update it")
    assert [text.text for text in chart.drawing.texts("handle")] == ["Last good plan"]
    assert chart.handle is None
    assert {text.color for text in chart.drawing.texts("table")} == {LIGHT.muted}
    assert "Correct Time to update it" in chart.accessibleDescription()
    drag(chart, line_at(chart), QPointF(600, 200))
    assert chart.plan_x == page.plan_x
    chart.set_stale(None)
    assert [text.text for text in chart.drawing.texts("handle")] == [page.plan_label]


# Reading and zooming --------------------------------------------------------------------------------------------------


def test_the_crosshair_reads_this_plans_curve_first(chart: Chart, qtbot: Any) -> None:
    chart.show_page(samples.teacher_page())
    with qtbot.waitSignal(chart.read_out_changed) as told:
        chart.point(2e10)
    texts = told.args[0]
    assert texts[0] == "At 20B:"
    assert texts[1] == "student loss 2.077"
    assert texts[2].endswith("B student tokens")
    assert texts[3] == "with stored outputs 2.032"
    with qtbot.waitSignal(chart.read_out_changed) as told:
        chart.point(1e99)
    assert told.args[0] == ()


def test_without_a_plan_line_the_arrow_keys_read_values(chart: Chart, qtbot: Any) -> None:
    chart.show_page(samples.teacher_page())
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    first = chart.pointer_x
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert first is not None
    assert chart.pointer_x > first
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.pointer_x is None


def test_the_wheel_zooms_around_the_mouse_and_never_beyond_the_page(chart: Chart, qtbot: Any) -> None:
    page = samples.budget_page()
    chart.show_page(page)
    at = QPointF(chart.frame.x(1e22), chart.frame.y(2.0))
    with qtbot.waitSignal(chart.zoomed_changed) as zoomed:
        turn_wheel(chart, at, 3)
    assert zoomed.args == [True]
    assert chart.frame.x_value(at.x()) == pytest.approx(1e22)
    assert chart.frame.x_low > page.x_range[0]
    assert chart.frame.x_high < page.x_range[1]
    turn_wheel(chart, at, -50)
    assert (chart.frame.x_low, chart.frame.x_high) == pytest.approx(page.x_range)
    assert not chart.zoomed


def test_a_dragged_rectangle_is_zoomed_to_and_a_double_click_resets(chart: Chart) -> None:
    page = samples.budget_page()
    chart.show_page(page)
    frame = chart.frame
    drag(chart, QPointF(frame.x(5e21), frame.y(2.4)), QPointF(frame.x(5e22), frame.y(2.0)))
    assert chart.frame.x_low == pytest.approx(5e21, rel=0.02)
    assert chart.frame.x_high == pytest.approx(5e22, rel=0.02)
    assert chart.frame.y_low == pytest.approx(2.0, abs=0.01)
    mouse(chart, QEvent.Type.MouseButtonDblClick, QPointF(frame.x(2e22), frame.y(2.2)))
    assert (chart.frame.x_low, chart.frame.x_high) == page.x_range


def test_the_middle_button_moves_what_is_seen(chart: Chart) -> None:
    chart.show_page(samples.budget_page())
    chart.zoom_at(5e21, 2.1, 0.4)
    frame = chart.frame
    start = QPointF(frame.x(5e21), frame.y(2.1))
    drag(chart, start, start + QPointF(60, 0), button=Qt.MouseButton.MiddleButton)
    assert chart.frame.x_value(start.x() + 60) == pytest.approx(5e21, rel=0.02)
    assert chart.frame.x_high / chart.frame.x_low == pytest.approx(frame.x_high / frame.x_low)


def test_a_zoom_survives_new_values_of_the_same_page_only(chart: Chart) -> None:
    page = samples.budget_page()
    chart.show_page(page)
    chart.zoom_at(5e21, 2.1, 0.5)
    part = (chart.frame.x_low, chart.frame.x_high)
    chart.show_page(replace(page, plan_x=3e21))
    assert (chart.frame.x_low, chart.frame.x_high) == part
    chart.show_page(samples.teacher_page())
    assert not chart.zoomed


# Pictures and numbers -------------------------------------------------------------------------------------------------


def test_csv_has_a_header_with_units_and_every_value(chart: Chart, tmp_path: Path) -> None:
    page = samples.budget_page()
    chart.show_page(page)
    chart.save_csv(tmp_path / "budget.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "budget.csv").read_text(encoding="utf-8-sig"))))
    assert rows[0][0] == "Compute, FLOPs"
    assert rows[0][1] == "Distil: train a teacher just for this: Student loss, nats per token (lower is better)"
    assert len(rows[0]) == 1 + len(page.curves) + 2
    table = np.array([[float(cell) for cell in row] for row in rows[1:]])
    np.testing.assert_array_equal(table[:, 0], page.curves[0].x)
    np.testing.assert_array_equal(table[:, 3], page.curves[2].y)


def test_csv_leaves_cells_without_a_value_empty_and_repeats_x_where_it_differs(chart: Chart, tmp_path: Path) -> None:
    one = Curve("supervised", "A", np.array([1.0, 2.0]), np.array([1.0, math.nan]))
    two = Curve("best_case", "B", np.array([1.0, 3.0, 4.0]), np.array([3.0, 2.0, 1.0]))
    chart.show_page(replace(samples.budget_page(), curves=(one, two), band_key=None, x_title="x", y_title="y"))
    chart.save_csv(tmp_path / "c.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "c.csv").read_text(encoding="utf-8-sig"))))
    assert rows == [
        ["x", "A: y", "x", "B: y"],
        ["1.0", "1.0", "1.0", "3.0"],
        ["2.0", "", "3.0", "2.0"],
        ["", "", "4.0", "1.0"],
    ]


def test_svg_is_whole_at_96_dpi_and_holds_the_words(chart: Chart, tmp_path: Path) -> None:
    page = samples.budget_page()
    chart.show_page(page)
    chart.save_image(tmp_path / "budget.svg")
    root = ElementTree.parse(tmp_path / "budget.svg").getroot()
    width = float(root.get("viewBox", "").split()[2])
    assert float(root.get("width", "").removesuffix("mm")) == pytest.approx(width / 96 * 25.4, abs=0.1)
    words = "".join(root.itertext())
    for text in (page.sentence, page.plan_label, "Distil: outputs computed, this plan", "on this hardware"):
        assert text in words
    assert words.count("Lines cross at") == 1


def test_png_is_twice_the_size_on_screen_and_the_clipboard_has_the_same(chart: Chart, tmp_path: Path) -> None:
    chart.show_page(samples.teacher_page())
    chart.save_image(tmp_path / "teacher.png")
    image = QImage(str(tmp_path / "teacher.png"))
    assert image.width() == 2 * (chart.width() + 32)
    assert image.height() > 2 * chart.height()
    chart.copy_image()
    assert QApplication.clipboard().image().size() == image.size()


def test_a_file_that_cannot_be_written_is_told(qtbot: Any, tmp_path: Path) -> None:
    page = ChartPageWidget()
    qtbot.addWidget(page)
    page.show_page(samples.budget_page())
    with pytest.raises(OSError, match="missing"):
        page.chart.save_csv(tmp_path / "missing" / "budget.csv")
    with qtbot.waitSignal(page.failed) as failed:
        page.save(tmp_path / "missing" / "budget.svg")
    assert "was not saved" in failed.args[0]
    with qtbot.waitSignal(page.told) as told:
        page.save(tmp_path / "budget.png")
    assert "budget.png" in told.args[0]


# The page -------------------------------------------------------------------------------------------------------------


def test_a_page_shows_question_sentence_and_notes(qtbot: Any) -> None:
    widget = BudgetPage()
    qtbot.addWidget(widget)
    widget.resize(1005, 520)
    page = samples.budget_page()
    widget.show_page(page)
    assert widget.question.text() == page.question
    assert widget.sentence.text() == page.sentence
    widget.show()
    assert widget.footer.notes_shown() == (page.band_label, *page.footer)
    assert widget.chart.accessibleName() == page.question
    assert widget.chart.accessibleDescription().startswith(page.sentence.rstrip("."))


def test_notes_give_way_to_the_read_out(qtbot: Any) -> None:
    widget = BudgetPage()
    qtbot.addWidget(widget)
    widget.resize(1005, 520)
    widget.show_page(samples.budget_page())
    widget.show()
    widget.chart.point(9e21)
    assert widget.footer.read_out_shown().startswith("At 9 × 10²¹ FLOPs, 17 days: distil 1.97")
    assert len(widget.footer.notes_shown()) < 3
    widget.chart.point(None)
    assert len(widget.footer.notes_shown()) == 3


def test_a_page_forwards_the_line_and_offers_a_reset_only_when_zoomed(qtbot: Any) -> None:
    widget = BudgetPage()
    qtbot.addWidget(widget)
    widget.resize(1005, 520)
    widget.show_page(samples.budget_page())
    widget.show()
    with qtbot.waitSignals([widget.line_moved, widget.line_let_go]):
        qtbot.keyClick(widget.chart, Qt.Key.Key_Right)
        qtbot.keyClick(widget.chart, Qt.Key.Key_Return)
    assert not widget.reset_button.isEnabled()
    qtbot.keyClick(widget.chart, Qt.Key.Key_Plus)
    assert widget.reset_button.isEnabled()
    qtbot.mouseClick(widget.reset_button, Qt.MouseButton.LeftButton)
    assert not widget.reset_button.isEnabled()


@pytest.mark.parametrize(
    ("second", "said"),
    [("and over 512B tokens", "Teacher stronger than any tested and over 512B tokens"), ("Tested text", "Tested text")],
)
def test_a_name_without_room_moves_only_to_a_name_that_goes_on_from_it(chart: Chart, second: str, said: str) -> None:
    page = samples.budget_page()
    narrow = page.x_range[0] * 1.05
    zones = (
        Zone("beyond_1", page.x_range[0], narrow, "Teacher stronger than any tested"),
        Zone("beyond_2", narrow, page.x_range[1], second, goes_on=second.startswith("and")),
    )
    chart.show_page(replace(page, zones=zones))
    named = " ".join(text.text for text in chart.drawing.texts("zone"))
    assert named == said


@pytest.mark.parametrize("at_left", [True, False])
def test_a_narrow_stretch_is_named_from_beside_it(chart: Chart, at_left: bool) -> None:
    page = samples.budget_page()
    low, high = page.x_range
    border = low * (high / low) ** (0.05 if at_left else 0.95)
    narrow, wide = ("beyond_2", "Also under 3.7B tokens"), ("tested", "Tested")
    first, second = (narrow, wide) if at_left else (wide, narrow)
    zones = (Zone(first[0], low, border, first[1]), Zone(second[0], border, high, second[1]))
    chart.show_page(replace(page, zones=zones))
    column = chart.frame.x(border)
    texts = {text.text: text.rect for text in chart.drawing.texts("zone")}
    assert "Tested" in texts
    if at_left:
        assert texts["← Also under 3.7B tokens"].left() > column
    else:
        assert texts["Also under 3.7B tokens →"].right() < column


def test_the_teacher_page_switches_its_axis_and_remembers_it(qtbot: Any) -> None:
    widget = TeacherPage()
    qtbot.addWidget(widget)
    by_size = samples.teacher_page()
    x = np.linspace(1.7, 2.3, samples.POINTS)
    by_loss = replace(
        by_size,
        axis_name="Loss",
        x_kind="loss",
        curves=(replace(by_size.curves[1], x=x),),
        marks=(),
        zones=(),
        x_ticks=(),
        x_range=(1.7, 2.3),
    )
    widget.show_page(replace(by_size, axis_name="Size", variants=(by_loss,)))
    assert widget.axis_choice is not None
    assert widget.chart.page.x_kind == "parameters"
    qtbot.mouseClick(widget.axis_choice.buttons()[1], Qt.MouseButton.LeftButton)
    assert widget.chart.page.x_kind == "loss"
    widget.show_page(replace(by_size, axis_name="Size", sentence="New", variants=(replace(by_loss, sentence="New"),)))
    assert widget.chart.page.x_kind == "loss"
    assert widget.sentence.text() == "New"
    widget.show_page(by_size)
    assert widget.axis_choice is None
    assert widget.chart.page.x_kind == "parameters"


def test_every_tool_has_a_name_and_is_reached_by_tab(qtbot: Any) -> None:
    widget = ChartPageWidget()
    qtbot.addWidget(widget)
    for button in (widget.reset_button, widget.copy_button, widget.save_button):
        assert button.accessibleName()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert widget.chart.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_themes_change_every_colour(chart: Chart) -> None:
    chart.show_page(samples.budget_page())
    chart.set_theme(DARK)
    colors = {text.color for text in chart.drawing.texts()}
    assert DARK.muted in colors
    assert not colors & {LIGHT.muted, LIGHT.ink}
    assert chart.view.backgroundBrush().color().name().upper() == DARK.card


def test_two_thousand_repaints_leave_the_process_alive_and_its_none_uncounted(chart: Chart) -> None:
    """Some releases of PySide lose a reference to None on every call that returns it, until the process aborts."""
    pages = [samples.budget_page(), samples.teacher_page()]
    chart.resize(500, 260)
    chart.show_page(pages[0])
    gc.collect()  # what earlier tests left behind holds None too
    before = sys.getrefcount(None)
    for i in range(2000):
        if i % 100 == 0:
            chart.show_page(pages[i // 100 % 2])
        chart.view.viewport().repaint()
    assert chart.isVisible()
    gc.collect()
    # From Python 3.12 on None is immortal and its count constant.
    assert abs(sys.getrefcount(None) - before) < 1000


# Other kinds of y axis, and shares of a whole -------------------------------------------------------------------------


def share_page(points: int = 41) -> ChartPage:
    """Return where the compute goes, as budgets grow: shares that add up to one."""
    x = np.geomspace(1e20, 1e24, points)
    outputs, training = np.linspace(0.13, 0.45, points), np.linspace(0.3, 0.0, points)
    return ChartPage(
        name="schedule",
        question="Where do the compute and the days go?",
        sentence="A quarter of the five days runs the teacher, the rest trains the student.",
        x_title="Compute, FLOPs",
        y_title="Share of compute",
        x_kind="compute",
        curves=(
            Curve("student_training", "Student training", x, 1.0 - outputs - training),
            Curve("teacher_outputs", "Teacher outputs", x, outputs),
            Curve("teacher_training", "Teacher training", x, training),
        ),
        marks=(Mark("plan", 2.6e21, 0.56, "Your 8B: 56 % student, 25 % outputs"),),
        x_ticks=tuple((10.0**n, (f"10^{n}", "1.9 days", "4.9B")) for n in range(20, 25)),
        x_tick_captions=("FLOPs", "on this hardware", "best teacher"),
        x_range=(1e20, 1e24),
        y_range=(0.0, 1.0),
        plan_x=2.6e21,
        plan_label="This plan: 5 days",
        y_kind="share",
        stacked=True,
    )


def compute_page(**changes: Any) -> ChartPage:
    """Return lifetime compute against student size, on two logarithmic axes."""
    x = np.geomspace(1e8, 1e11, 31)
    page = ChartPage(
        name="lifetime",
        question="What does the model cost over its life?",
        sentence="A smaller student costs less to serve.",
        x_title="Student size, parameters without embeddings",
        y_title="Lifetime compute, FLOPs",
        x_kind="parameters",
        curves=(
            Curve(SUPERVISED, "Train directly", x, 3e12 * x),
            Curve("best_case", "Distil", x, 1e12 * x, emphasised=True),
        ),
        x_range=(1e8, 1e11),
        y_range=(1e20, 1e23),
        y_kind="compute",
    )
    return replace(page, **changes)


def test_curves_of_a_logarithmic_y_axis_are_drawn_and_read_in_logarithms(chart: Chart) -> None:
    read: list[tuple[str, ...]] = []
    chart.read_out_changed.connect(read.append)
    page = compute_page()
    chart.show_page(page)
    for curve in page.curves:
        x, y = chart.view.curve_data(curve.key)
        np.testing.assert_allclose(x, np.log10(curve.x))
        np.testing.assert_allclose(y, np.log10(curve.y))
    low, high = chart.view.getViewBox().viewRange()[1]
    assert (low, high) == pytest.approx((20.0, 23.0))
    chart.point(1e9)
    assert read[-1] == ("At 1B:", "Distil 10²¹ FLOPs", "Train directly 3 × 10²¹ FLOPs")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, {"10²⁰", "10²¹", "10²²", "10²³"}),
        ({"flops_per_hour": 1e19}, {"10²⁰", "10 h", "10²³", "417 days"}),
        ({"y_kind": "tokens", "y_range": (1e9, 1e12)}, {"1B", "10B", "100B", "1T"}),
        ({"y_kind": "parameters", "y_range": (1e8, 1e11)}, {"100M", "1B", "10B", "100B"}),
        ({"y_kind": "share", "y_range": (0.0, 1.0)}, {"0 %", "25 %", "50 %", "75 %", "100 %"}),
        ({"y_kind": "share", "y_range": (0.1, 0.2)}, {"10 %", "12 %", "20 %"}),
        ({"y_kind": "loss", "y_range": (2.0, 2.4)}, {"2.00", "2.40"}),
    ],
)
def test_ticks_of_every_kind_of_y_axis(chart: Chart, changes: dict[str, Any], told: set[str]) -> None:
    page = compute_page(**changes)
    low, high = page.y_range
    curves = tuple(replace(curve, y=np.linspace(low, high, len(curve.x))) for curve in page.curves)
    chart.show_page(replace(page, curves=curves))
    texts = chart.drawing.texts("y_tick")
    assert told <= {text.text for text in texts}
    assert not overlaps(chart.drawing.texts())
    measure = Measure()
    assert all(measure.width(text.text, text.role) <= text.rect.width() for text in texts)


def test_zooming_a_logarithmic_y_axis_keeps_the_value_under_the_hand(chart: Chart) -> None:
    chart.show_page(compute_page())
    frame = chart.frame
    assert frame is not None
    before = frame.y(1e21)
    chart.zoom_at(1e9, 1e21, 0.5)
    assert chart.frame is not None
    assert chart.frame.y(1e21) == pytest.approx(before, abs=0.01)
    assert np.log10(chart.frame.y_high / chart.frame.y_low) == pytest.approx(1.5)
    chart.zoom_at(1e9, 1e21, 4.0)
    assert not chart.zoomed
    start = QPointF(frame.x(1e9), frame.y(1e21))
    drag(chart, start, QPointF(frame.x(1e10), frame.y(1e22)))
    assert chart.frame.y_low == pytest.approx(1e21, rel=0.02)
    assert chart.frame.y_high == pytest.approx(1e22, rel=0.02)


def test_a_zoom_is_not_taken_to_another_kind_of_y_axis(chart: Chart) -> None:
    chart.show_page(compute_page())
    chart.zoom_at(1e9, 1e21, 0.5)
    assert chart.zoomed
    shares = tuple(replace(curve, y=np.full(len(curve.x), 0.5)) for curve in compute_page().curves)
    chart.show_page(compute_page(y_kind="share", y_range=(0.0, 1.0), curves=shares))
    assert not chart.zoomed


def test_shares_stand_on_one_another_and_fill_the_whole(chart: Chart) -> None:
    page = share_page()
    chart.show_page(page)
    upper = [curve.y for curve in drawn_curves(page)]
    np.testing.assert_allclose(upper[0], page.curves[0].y)
    np.testing.assert_allclose(upper[1], page.curves[0].y + page.curves[1].y)
    np.testing.assert_allclose(upper[2], 1.0)
    for curve, edge in zip(page.curves, upper, strict=True):
        np.testing.assert_allclose(chart.view.curve_data(curve.key)[1], edge)
    areas = [shape for shape in chart.drawing.below if isinstance(shape, Area)]
    assert [area.fill for area in areas] == [area_fill(LIGHT, curve.key) for curve in page.curves]
    assert areas[0].fill == LIGHT.phase_student_training
    frame = chart.frame
    assert frame is not None
    assert areas[0].polygon.boundingRect().bottom() == pytest.approx(frame.bottom)
    assert areas[2].polygon.boundingRect().top() == pytest.approx(frame.top)


@pytest.mark.parametrize("size", [(799, 150), (957, 240), (1440, 420)])
def test_areas_are_named_beside_themselves_in_their_order(chart: Chart, size: tuple[int, int]) -> None:
    chart.resize(*size)
    chart.show_page(share_page())
    labels = chart.drawing.texts("end_label")
    rows = {label.text: label.rect.center().y() for label in labels}
    assert rows["Teacher training"] < rows["Teacher outputs"] < rows["Student training"]
    assert not overlaps(chart.drawing.texts())
    assert all(label.rect.right() <= size[0] + 1 for label in labels)
    frame = chart.frame
    assert frame is not None
    if size[1] > 200:
        assert rows["Student training"] == pytest.approx(frame.y(0.55 / 2), abs=1.0)


def test_a_phase_that_takes_nothing_is_not_named(chart: Chart) -> None:
    page = share_page()
    none = replace(page.curves[2], y=np.zeros_like(page.curves[2].y))
    whole = replace(page.curves[0], y=1.0 - page.curves[1].y)
    chart.show_page(replace(page, curves=(whole, page.curves[1], none)))
    assert {text.text for text in chart.drawing.texts("end_label")} == {"Student training", "Teacher outputs"}


def test_each_share_is_read_out_and_saved_as_itself_not_as_its_edge(chart: Chart, tmp_path: Path) -> None:
    read: list[tuple[str, ...]] = []
    chart.read_out_changed.connect(read.append)
    page = share_page()
    chart.show_page(page)
    chart.point(1e22)
    assert read[-1][1:] == ("Student training 56 %", "Teacher outputs 29 %", "Teacher training 15 %")
    chart.save_csv(tmp_path / "shares.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "shares.csv").read_text(encoding="utf-8-sig"))))
    assert rows[0] == [
        "Compute, FLOPs",
        "Student training: Share of compute",
        "Teacher outputs: Share of compute",
        "Teacher training: Share of compute",
    ]
    assert [float(row[2]) for row in rows[1:]] == page.curves[1].y.tolist()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_phases_keep_the_hue_of_their_scenarios_and_their_names_are_readable(theme: Theme) -> None:
    fills = set()
    for curve in share_page().curves:
        line, text = curve_colors(theme, curve.key)
        fill = area_fill(theme, curve.key)
        fills.add(fill)
        assert contrast(text, theme.card) >= 4.5
        assert contrast(line, theme.card) >= 3.0
        assert contrast(theme.ink, fill) >= 4.5  # labels of points stand on the fills, in ink
    assert len(fills) == 3


def test_the_plan_stands_on_its_area_with_words_in_ink(chart: Chart) -> None:
    chart.show_page(share_page())
    label = next(text for text in chart.drawing.texts("mark") if text.text.startswith("Your 8B"))
    assert label.color == LIGHT.ink
    assert label.halo in {LIGHT.phase_student_training, LIGHT.phase_teacher_outputs, LIGHT.phase_teacher_training}
