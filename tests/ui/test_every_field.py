"""Typing in every field of the panel, those behind "More" and the table's cells too, reaches the answer shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.plan import Plan
from advisor.plan_edit import NEW_PLAN, value_at
from tests.ui.fakes import ControlledAdvise, Witness
from tests.ui.panel_bench import EXAMPLE, type_text
from tests.ui.test_plan_panel import FREE_TEACHER_FIELDS, TEXT_FIELDS
from ui.candidate_model import NAME, SIZE, TRAINING
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.main_window import MainWindow
from ui.settings import MemoryStore, Settings
from ui.text_entry import TextEntry

RANGE = "teacher.parameters_range"


@pytest.fixture
def opened(qtbot: Any) -> Iterator[Callable[[Plan], MainWindow]]:
    """Open a plan in a window and wait for its answer; at the end, no status may ever have been untrue."""
    witnesses: list[tuple[MainWindow, Witness]] = []

    def open_plan(plan: Plan) -> MainWindow:
        window = MainWindow(Document(), ComputeRunner(ControlledAdvise()), Settings(MemoryStore()))
        witnesses.append((window, Witness(window)))
        window.show()
        window.document.new(plan)
        wait_for_answer(qtbot, window)
        return window

    yield open_plan
    for window, witness in witnesses:
        assert witness.lies == []
        assert window.runner.shut_down()
        window.hide()
        window.deleteLater()


def wait_for_answer(qtbot: Any, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.status.state == "fresh", timeout=10_000)


def check(qtbot: Any, window: MainWindow, before: Plan) -> None:
    """Assert that the edit arrived in the plan, in the answer, and as one step."""
    wait_for_answer(qtbot, window)
    assert window.document.plan != before
    assert window.document.advice.plan == window.document.plan
    assert window.view.card.answer == window.document.advice.answer
    shown = window.view.pages[window.view.page].shown_page
    assert shown is window.document.advice.pages[window.view.page]
    assert window.document.undo_stack.count() == 1
    window.actions_by_name.undo.trigger()
    wait_for_answer(qtbot, window)
    assert window.document.plan == before


@pytest.mark.parametrize(
    ("name", "text", "value", "plan"),
    [
        *((*field, EXAMPLE) for field in TEXT_FIELDS),
        *((*field, NEW_PLAN) for field in FREE_TEACHER_FIELDS),
    ],
)
def test_a_field(qtbot: Any, opened: Any, name: str, text: str, value: object, plan: Plan) -> None:
    window = opened(plan)
    window.panel.focus_field(name)
    entry = window.focusWidget()
    if entry.field != name:  # the second field of a row
        entry = next(entry for entry in window.panel.row(name).entries() if entry.field == name)
    type_text(entry, text)
    assert value_at(window.document.plan, name) == value
    check(qtbot, window, plan)


@pytest.mark.parametrize(("which", "expected"), [(0, (1e9, 1e13)), (1, (1e6, 1e9))])
def test_the_teachers_size_range(qtbot: Any, opened: Any, which: int, expected: tuple[float, float]) -> None:
    window = opened(NEW_PLAN)
    type_text(window.panel.row(RANGE).entries()[which], "1B")
    assert value_at(window.document.plan, RANGE) == expected
    check(qtbot, window, NEW_PLAN)


def test_an_amount_of_compute(qtbot: Any, opened: Any) -> None:
    window = opened(EXAMPLE)
    window.panel.groups[0].budget_box.switch.click()
    wait_for_answer(qtbot, window)
    before = window.document.advice.answer
    type_text(window.panel.row("budget_flops").entries()[0], "5e21")
    wait_for_answer(qtbot, window)
    assert window.document.plan.budget_flops == 5e21
    assert window.document.advice.answer != before


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing the keyboard")
def test_another_accelerator(qtbot: Any, opened: Any) -> None:
    window = opened(EXAMPLE)
    before = window.document.advice.answer
    window.panel.focus_field("hardware.accelerator")
    type_text(window.panel.row("hardware.accelerator").picker, "b200")
    window.panel.focus_field("hardware.hours")
    wait_for_answer(qtbot, window)
    assert window.document.plan.hardware.accelerator == "b200"
    assert window.document.advice.answer != before


@pytest.mark.parametrize(
    ("column", "text", "name", "value"),
    [
        (NAME, "Big one", "name", "Big one"),
        (SIZE, "9B", "parameters", 9e9),
        (TRAINING, "3T", "training_tokens", 3e12),
        (TRAINING, "1.95", "loss", 1.95),
    ],
)
def test_a_candidates_cell(qtbot: Any, opened: Any, column: int, text: str, name: str, value: object) -> None:
    window = opened(EXAMPLE)
    table = window.panel.row("teacher.candidates")
    losses = [table.model.index(row, 3).data() for row in range(3)]
    table.view.setCurrentIndex(table.model.index(0, column))
    table.view.edit(table.model.index(0, column))
    type_text(table.view.findChildren(TextEntry)[-1], text)
    assert getattr(window.document.plan.teacher.candidates[0], name) == value
    wait_for_answer(qtbot, window)
    shown = [table.model.index(row, 3).data() for row in range(3)]
    assert (shown == losses) is (column == NAME)
    check(qtbot, window, EXAMPLE)


def test_a_candidates_vocabulary(qtbot: Any, opened: Any) -> None:
    window = opened(EXAMPLE)
    table = window.panel.row("teacher.candidates")
    table.view.setCurrentIndex(table.model.index(0, NAME))
    window.panel.groups[3].unfold()
    entry = window.panel.groups[3].vocabulary_row.entries()[0]
    entry.setFocus()
    type_text(entry, "128256")
    QApplication.processEvents()
    assert window.document.plan.teacher.candidates[0].vocabulary == 128256
    wait_for_answer(qtbot, window)
    codes = {note.code for note in window.view.card.answer.notes}
    assert "candidate_vocabulary" in codes or any("vocabulary" in note for note in codes)
    check(qtbot, window, EXAMPLE)


def test_the_name_of_the_plan(qtbot: Any, opened: Any) -> None:
    window = opened(EXAMPLE)
    window.panel.focus_field("name")
    QTest.keyClicks(window.focusWidget(), " 2")
    check(qtbot, window, EXAMPLE)
    assert window.document.undo_stack.redoText() == "Rename the plan"
