"""The table of existing teachers: shown, edited in place, added to, removed from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor.plan import Candidate, Hardware, Plan, Student, Teacher
from advisor.recommendation import CandidateResult
from tests.ui.panel_bench import EXAMPLE, Bench, connected, type_text
from ui.candidate_model import NAME, SIZE, TRAINING
from ui.text_entry import TextEntry


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    bench = connected(qtbot, EXAMPLE)
    yield bench
    bench.panel.hide()


def table(bench: Bench) -> Any:
    return bench.panel.row("teacher.candidates")


def edit_cell(bench: Bench, row: int, column: int, text: str, *, close: bool = True) -> TextEntry:
    view = table(bench).view
    index = table(bench).model.index(row, column)
    view.setCurrentIndex(index)
    view.edit(index)
    editor = view.findChildren(TextEntry)[-1]
    type_text(editor, text)
    if close:
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()
    return editor


def cells(bench: Bench, row: int) -> list[str]:
    model = table(bench).model
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_candidates_show_the_plan_and_the_answer(bench: Bench) -> None:
    results = (
        CandidateResult(name="70B", loss=2.1334, student_tokens=1e10, rank=3),
        CandidateResult(name="8B", loss=2.0596, student_tokens=1e10, rank=1),
        CandidateResult(name="3B", loss=2.0811, student_tokens=1e10, rank=2),
    )
    assert cells(bench, 0) == ["8B", "7B", "15T", "–", "–"]
    bench.panel.show_candidates(results, {"70B": "3", "8B": "1–2", "3B": "1–2"})
    assert cells(bench, 0) == ["8B", "7B", "15T", "2.060", "1–2"]
    assert cells(bench, 2) == ["70B", "68B", "15T", "2.133", "3"]


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        (NAME, "Big one", {"name": "Big one"}),
        (SIZE, "7.2B", {"parameters": 7.2e9}),
        (TRAINING, "2T", {"training_tokens": 2e12, "loss": None}),
        (TRAINING, "1.95", {"training_tokens": None, "loss": 1.95}),
        (TRAINING, "loss 1,95", {"training_tokens": None, "loss": 1.95}),
    ],
)
def test_a_cell_is_edited_live_in_one_step(bench: Bench, column: int, text: str, expected: dict[str, Any]) -> None:
    edit_cell(bench, 0, column, text, close=False)
    candidate = bench.document.plan.teacher.candidates[0]
    assert {name: getattr(candidate, name) for name in expected} == expected
    assert bench.document.plan.teacher.candidates[1:] == EXAMPLE.teacher.candidates[1:]
    assert bench.document.undo_stack.count() == 1
    bench.document.undo_stack.undo()
    assert bench.document.plan == EXAMPLE


def test_escape_takes_a_cells_edit_back(bench: Bench) -> None:
    editor = edit_cell(bench, 1, SIZE, "30B", close=False)
    assert bench.document.plan.teacher.candidates[1].parameters == 3e10
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert bench.document.plan == EXAMPLE
    assert not bench.document.dirty


@pytest.mark.parametrize(("column", "text"), [(NAME, " "), (SIZE, "huge"), (TRAINING, "forever"), (SIZE, "1e300")])
def test_a_wrong_cell_keeps_its_text_and_is_marked(bench: Bench, column: int, text: str) -> None:
    edit_cell(bench, 2, column, text)
    assert bench.document.plan.teacher.candidates[2] == EXAMPLE.teacher.candidates[2] or column == SIZE
    assert cells(bench, 2)[column] == text
    (problem,) = bench.panel.problems
    assert problem.field.startswith("teacher.candidates[2].")
    assert problem.label == "Candidate 70B"
    edit_cell(bench, 2, column, "9B")
    assert bench.panel.problems == ()


def test_a_name_that_is_taken_is_refused_until_it_is_another(bench: Bench) -> None:
    edit_cell(bench, 1, NAME, "8B")
    assert [problem.field for problem in bench.panel.problems] == ["teacher.candidates[1].name"]
    assert bench.document.plan.teacher.candidates[1].name == "8"
    edit_cell(bench, 1, NAME, "Other")
    assert bench.panel.problems == ()
    assert bench.document.plan.teacher.candidates[1].name == "Other"


def test_adding_starts_to_write_the_name(bench: Bench) -> None:
    table(bench).add_button.click()
    assert len(bench.document.plan.teacher.candidates) == 4
    assert bench.document.plan.teacher.candidates[3].name == "New teacher"
    editor = table(bench).view.findChildren(TextEntry)[-1]
    assert editor.selectedText() == "New teacher"
    bench.document.undo_stack.undo()
    assert bench.document.plan == EXAMPLE


def test_delete_removes_the_candidate_with_the_keyboard(bench: Bench) -> None:
    view = table(bench).view
    view.setCurrentIndex(table(bench).model.index(1, NAME))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert [candidate.name for candidate in bench.document.plan.teacher.candidates] == ["8B", "70B"]
    assert not table(bench).remove_button.isHidden()
    table(bench).remove_button.click()
    assert [candidate.name for candidate in bench.document.plan.teacher.candidates] == ["8B"]
    bench.document.undo_stack.undo()
    bench.document.undo_stack.undo()
    assert bench.document.plan == EXAMPLE


def test_all_candidates_may_go(qtbot: QtBot) -> None:
    one = Teacher(exists=True, candidates=(Candidate(name="A", parameters=7e9, loss=1.95),))
    bench = connected(qtbot, Plan(hardware=Hardware(**_hardware()), student=Student(parameters=1e9), teacher=one))
    assert cells(bench, 0)[TRAINING] == "loss 1.950"
    view = table(bench).view
    view.setCurrentIndex(table(bench).model.index(0, NAME))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert bench.document.plan.teacher.candidates == ()
    assert view.isHidden()
    table(bench).add_button.click()
    assert not view.isHidden()


def _hardware() -> dict[str, Any]:
    return {"accelerator": "h100-sxm5", "count": 8, "hours": 168.0}


def test_the_vocabulary_of_the_chosen_candidate(bench: Bench) -> None:
    group = bench.panel.groups[3]
    group.unfold()
    table(bench).view.setCurrentIndex(table(bench).model.index(1, NAME))
    entry = bench.entry("teacher.candidates[1].vocabulary")
    assert entry.isEnabled()
    type_text(entry, "128256")
    assert bench.document.plan.teacher.candidates[1].vocabulary == 128256
    table(bench).view.setCurrentIndex(table(bench).model.index(0, NAME))
    assert entry.text() == "the student's"
