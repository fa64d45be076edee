"""The Student page in the window: what it shows, and how dragging and arrow keys edit the plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.pages.student import student_page
from advisor.plan import Plan
from advisor.solution import solve_plan
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE
from ui.answer_view import PAGES
from ui.charts import Chart
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.echo_line import EchoLine
from ui.main_window import MainWindow
from ui.pages.student_page import StudentPage
from ui.plan_drag import step_name
from ui.settings import MemoryStore, Settings
from ui.text_entry import TextEntry
from ui.theme import DARK, LIGHT, apply_theme

PLANS = {"distil": CLEAR_DISTIL, "direct": CLEAR_DIRECT, "tie": TIE}
LOW, MIDDLE, HIGH = (846, 369), (1009, 508), (1489, 700)
"""Sizes of the card in windows of 1280×800, 1440×900 and 1920×1080."""


def with_student(plan: Plan, **changes: Any) -> Plan:
    return structs.replace(plan, student=structs.replace(plan.student, **changes))


PHONE = with_student(CLEAR_DISTIL, memory_gb=8.0, served_tokens=1e12)


@pytest.fixture
def page(qtbot: Any, qapp: QApplication) -> StudentPage:
    apply_theme(qapp, LIGHT)
    page = StudentPage()
    page.set_theme(LIGHT)
    qtbot.addWidget(page)
    page.resize(*MIDDLE)
    with qtbot.waitExposed(page):
        page.show()
    page.show_page(student_page(solve_plan(PHONE)))
    QApplication.processEvents()
    return page


def words(chart: Chart, kind: str) -> list[str]:
    return [text.text for text in chart.drawing.texts(kind)]


@pytest.mark.parametrize("name", list(PLANS))
def test_shows_what_its_data_says(page: StudentPage, name: str) -> None:
    shown = student_page(solve_plan(PLANS[name]))
    page.show_page(shown)
    assert page.question.text() == shown.question
    assert page.sentence.text() == shown.sentence
    assert page.chart.accessibleName() == shown.question
    assert shown.sentence.rstrip(".") in page.chart.accessibleDescription()
    assert "Arrow keys move the plan’s line" in page.chart.accessibleDescription()
    assert shown.footer[0] in page.footer.text()
    assert words(page.chart, "handle") == [shown.plan_label]
    assert sorted(words(page.chart, "end_label")) == sorted(curve.label for curve in shown.curves)
    assert page.axis_choice is None


@pytest.mark.parametrize("size", [LOW, MIDDLE, HIGH])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_name_has_its_place(page: StudentPage, qapp: QApplication, size: tuple[int, int], theme: Any) -> None:
    apply_theme(qapp, theme)
    page.set_theme(theme)
    page.resize(*size)
    QApplication.processEvents()
    chart = page.chart
    assert words(chart, "bracket") == ["As good: 6.4B to 19B"]
    (bracket,), (handle,) = chart.drawing.texts("bracket"), chart.drawing.texts("handle")
    assert not bracket.rect.intersects(handle.rect)
    assert chart.handle is not None
    assert not bracket.rect.intersects(chart.handle)
    (title,) = chart.drawing.texts("y_title")
    assert not bracket.rect.intersects(title.rect)
    if size != LOW:  # there the sentence alone tells what fits
        assert {"Fits in 8 GB at 4 bits: up to 15.8B", "Best: 11B, 2.055"} <= set(words(chart, "mark"))


def test_serving_adds_an_axis_that_can_be_chosen_by_keyboard(page: StudentPage, qtbot: Any) -> None:
    assert page.axis_choice is not None
    loss, lifetime = page.axis_choice.buttons()
    assert (loss.text(), lifetime.text()) == ("Loss", "Lifetime compute")
    loss.setFocus()
    qtbot.keyClick(loss, Qt.Key.Key_Right)
    if not lifetime.isChecked():
        qtbot.keyClick(lifetime, Qt.Key.Key_Space)
    assert page.shown_page is not None
    assert page.shown_page.axis_name == "Lifetime compute"
    assert page.sentence.text().startswith("Serving 1T tokens favours a smaller student: ")
    assert page.chart.handle is None  # another size would reach another loss: there is nothing to drag
    assert "Arrow keys read values" in page.chart.accessibleDescription()
    page.chart.setFocus()
    qtbot.keyClick(page.chart, Qt.Key.Key_Right)
    assert "for serving" in page.footer.read_out_shown()
    page.show_page(student_page(solve_plan(CLEAR_DISTIL)))
    assert page.axis_choice is None
    assert page.sentence.text() == student_page(solve_plan(CLEAR_DISTIL)).sentence


def test_the_crosshair_reads_tokens_and_memory(page: StudentPage) -> None:
    page.resize(*HIGH)
    QApplication.processEvents()
    page.chart.point(20e9)
    read = page.footer.read_out_shown()
    assert read.startswith("At 20B: this plan 2.0")
    assert "student tokens" in read
    assert "GB of weights at 4 bits" in read
    assert "too large to fit" in read


# In the window


@pytest.fixture
def window(qtbot: Any) -> Iterator[MainWindow]:
    document, runner = Document(), ComputeRunner()
    window = MainWindow(document, runner, Settings(MemoryStore()))
    window.show()
    document.new(CLEAR_DISTIL)
    window.view.choose_page("student")
    wait_until_answered(qtbot, window)
    yield window
    assert runner.shut_down()
    window.hide()
    window.deleteLater()


def wait_until_answered(qtbot: Any, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.status.state == "fresh", timeout=10_000)


def size_of(window: MainWindow) -> float:
    return window.document.plan.student.parameters


def panel_texts(window: MainWindow) -> list[str]:
    return [line.text for line in window.panel.findChildren(EchoLine)]


def test_it_is_the_third_tab_and_reached_by_keyboard(qtbot: Any, window: MainWindow) -> None:
    assert [name for name, *_ in PAGES][:3] == ["budget", "teacher", "student"]
    window.view.choose_page("teacher")
    window.view.tabs.setFocus()
    qtbot.keyClick(window.view.tabs, Qt.Key.Key_Right)
    assert window.view.page == "student"
    assert window.view.pages["student"].chart.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_mouse_drags_the_size_as_one_step(qtbot: Any, window: MainWindow) -> None:
    chart = window.view.pages["student"].chart
    target, left = chart.view.viewport(), Qt.MouseButton.LeftButton
    handle = chart.handle.center().toPoint()
    QTest.mousePress(target, left, pos=handle)
    for step in range(1, 6):
        QTest.mouseMove(target, handle + QPoint(10 * step, 0))
    QTest.mouseRelease(target, left, pos=handle + QPoint(50, 0))
    wait_until_answered(qtbot, window)
    assert size_of(window) > 7.5e9
    assert size_of(window) == float(f"{size_of(window):.2e}")
    assert window.document.undo_stack.count() == 1
    assert window.document.undo_stack.undoText() == "Drag the student’s size" == step_name("student")
    assert chart.page is window.document.advice.pages["student"]
    assert chart.plan_x == size_of(window)
    (entry,) = [e for e in window.panel.findChildren(TextEntry) if e.field == "student.parameters"]
    assert entry.value == size_of(window)
    window.actions_by_name.undo.trigger()
    assert window.document.plan == CLEAR_DISTIL


def test_arrow_keys_move_the_size_enter_keeps_it_escape_takes_it_back(qtbot: Any, window: MainWindow) -> None:
    chart = window.view.pages["student"].chart
    chart.setFocus()
    for _ in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    wait_until_answered(qtbot, window)
    smaller = size_of(window)
    assert smaller < 6.5e9
    assert window.document.undo_stack.count() == 1
    qtbot.keyClick(chart, Qt.Key.Key_PageUp)
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    wait_until_answered(qtbot, window)
    assert size_of(window) == smaller
    assert window.document.undo_stack.count() == 1


def test_dragging_keeps_the_memory_and_both_sides_say_whether_it_fits(qtbot: Any, window: MainWindow) -> None:
    window.document.edit(with_student(CLEAR_DISTIL, memory_gb=8.0, parameters=15.8e9), "Fit")
    wait_until_answered(qtbot, window)
    page = window.view.pages["student"]
    assert "which fits" in page.footer.text()
    assert any(text.startswith("Fits: ") for text in panel_texts(window))
    page.line_moved.emit(2.1e10)
    page.line_let_go.emit(2.1e10)
    wait_until_answered(qtbot, window)
    assert window.document.plan.student.memory_gb == 8.0
    assert size_of(window) == 2.1e10
    assert "too large to fit" in page.footer.text()
    assert any(text.startswith("Too large: ") and "15.8B would fit" in text for text in panel_texts(window))
    assert page.sentence.text().startswith("21B does not fit in 8 GB at 4 bits; ")
