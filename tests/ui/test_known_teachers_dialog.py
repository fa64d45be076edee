"""The window of known models: found by typing, chosen by keyboard, added in one step, with what each would mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from advisor.known_teachers import (
    KnownTeacher,
    candidate_of,
    estimated_loss,
    known_teachers,
    vocabulary_advice,
    with_known_teachers,
)
from advisor.names import estimated
from advisor.plan import Plan
from advisor.plan_edit import NEW_PLAN, with_value
from advisor.quantities import format_loss
from advisor.scenarios import coefficient_set
from tests.ui.panel_bench import EXAMPLE, Bench, connected, type_text
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.known_teachers_dialog import KnownTeachersDialog
from ui.known_teachers_model import LOSS, NAME, REMARKS, SIZE, TRAINING, VOCABULARY, YEAR
from ui.main_window import MainWindow
from ui.settings import MemoryStore, Settings
from ui.theme import DARK, LIGHT, Theme

BY_ID = {teacher.id: teacher for teacher in known_teachers()}


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    bench = connected(qtbot, EXAMPLE)
    yield bench
    if bench.panel.groups[3].known_models is not None:
        bench.panel.groups[3].known_models.close()
    bench.panel.hide()


def opened(bench: Bench, search: str = "") -> KnownTeachersDialog:
    """Open the window as the user does, and search."""
    bench.panel.row("teacher.candidates").known_button.click()  # type: ignore[attr-defined]
    dialog: KnownTeachersDialog = bench.panel.groups[3].known_models
    if search:
        type_text(dialog.search_field, search)
    return dialog


def names(dialog: KnownTeachersDialog) -> list[str]:
    return [dialog.model.index(row, NAME).data() for row in range(dialog.model.rowCount())]


def cell(dialog: KnownTeachersDialog, teacher: KnownTeacher, column: int) -> str:
    return str(dialog.model.index(dialog.model.row_of(teacher), column).data())


def listed(plan: Plan) -> list[str]:
    return [candidate.name for candidate in plan.teacher.candidates]


def test_it_opens_beside_the_work_with_every_model(bench: Bench) -> None:
    dialog = opened(bench)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.focusWidget() is dialog.search_field
    assert names(dialog) == [teacher.name for teacher in known_teachers()]


def test_a_row_says_what_its_makers_say_and_what_the_law_estimates(bench: Bench) -> None:
    dialog = opened(bench)
    teacher = BY_ID["llama-3-8b"]
    assert cell(dialog, teacher, SIZE) == "6.98B"
    assert cell(dialog, teacher, TRAINING) == "15T"
    assert cell(dialog, teacher, VOCABULARY) == "128,256"
    assert cell(dialog, teacher, YEAR) == "2024"
    assert cell(dialog, teacher, LOSS) == format_loss(estimated_loss(teacher, coefficient_set(EXAMPLE)))
    assert cell(dialog, teacher, REMARKS) == "Another vocabulary"
    assert cell(dialog, BY_ID["gemma-2-9b"], REMARKS) == "Another vocabulary, distilled"


def test_estimates_are_named_as_such(bench: Bench) -> None:
    dialog = opened(bench)
    header = dialog.model.headerData(LOSS, Qt.Orientation.Horizontal)
    assert header == "Estimated loss*"
    assert f"* {estimated().capitalize()}." in dialog.caption.text()
    assert estimated() in dialog.model.headerData(LOSS, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)


def test_typing_searches_and_marks_the_first(bench: Bench) -> None:
    dialog = opened(bench, "8b meta")
    assert names(dialog) == ["Llama 3 8B", "Llama 3.1 8B"]
    assert [teacher.name for teacher in dialog.chosen] == ["Llama 3 8B"]


def test_nothing_found_is_said_and_nothing_can_be_added(bench: Bench) -> None:
    dialog = opened(bench, "zebra")
    assert dialog.chosen == ()
    assert not dialog.add_button.isEnabled()
    assert not dialog.vocabulary_button.isEnabled()
    assert dialog.status.text() == "No known model fits these words."
    QTest.keyClick(dialog.search_field, Qt.Key.Key_Return)
    assert bench.document.plan == EXAMPLE


def test_keyboard_alone_finds_marks_several_adds_and_closes(bench: Bench) -> None:
    dialog = opened(bench, "qwen3")
    field = dialog.search_field
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [teacher.name for teacher in dialog.chosen] == ["Qwen3 1.7B", "Qwen3 4B"]
    assert dialog.add_button.text() == "Add 2 to the plan"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert listed(bench.document.plan) == ["8B", "3B", "70B", "Qwen3 1.7B", "Qwen3 4B"]
    assert bench.document.undo_stack.count() == 1
    assert bench.document.undo_stack.undoText() == "Add 2 known models"
    assert dialog.status.text() == "Added 2 models."
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    bench.document.undo_stack.undo()
    assert bench.document.plan == EXAMPLE


def test_enter_in_the_table_adds_too(bench: Bench) -> None:
    dialog = opened(bench, "olmo 2 7b")
    QTest.keyClick(dialog.view, Qt.Key.Key_Enter)
    assert bench.document.plan.teacher.candidates[3] == candidate_of(BY_ID["olmo-2-7b"])
    assert bench.document.undo_stack.undoText() == "Add OLMo 2 7B"


def test_what_is_listed_is_marked_and_not_added_again(bench: Bench) -> None:
    dialog = opened(bench, "yi 6b")
    dialog.add_button.click()
    assert cell(dialog, BY_ID["yi-6b"], REMARKS) == "In the plan, another vocabulary"
    assert not dialog.add_button.isEnabled()
    QTest.keyClick(dialog.search_field, Qt.Key.Key_Return)
    assert listed(bench.document.plan).count("Yi 6B") == 1
    bench.document.undo_stack.undo()
    assert cell(dialog, BY_ID["yi-6b"], REMARKS) == "Another vocabulary"
    assert dialog.add_button.isEnabled()


def test_of_several_only_those_that_are_new_are_added(bench: Bench) -> None:
    bench.document.edit(with_known_teachers(EXAMPLE, [BY_ID["qwen3-4b"]]), "Add")
    dialog = opened(bench, "qwen3")
    dialog.view.selectAll()
    assert dialog.add_button.text() == "Add 4 to the plan"
    dialog.add_button.click()
    assert sorted(listed(bench.document.plan)[3:]) == sorted(names(dialog))


def test_a_taken_name_is_made_unique(bench: Bench) -> None:
    bench.document.edit(with_value(EXAMPLE, "teacher.candidates[0].name", "Yi 6B"), "Rename")
    opened(bench, "yi 6b").add_button.click()
    assert listed(bench.document.plan) == ["Yi 6B", "3B", "70B", "Yi 6B 2"]


def test_adding_says_that_a_teacher_exists_now(qtbot: QtBot) -> None:
    bench = connected(qtbot, NEW_PLAN)
    assert not NEW_PLAN.teacher.exists
    bench.panel.open_known_models()
    dialog: KnownTeachersDialog = bench.panel.groups[3].known_models
    assert dialog.status.text() == "Adding also sets Exists to Yes under Teacher, as the plan says none exists."
    type_text(dialog.search_field, "llama 3 8b")
    dialog.add_button.click()
    assert bench.document.plan.teacher.exists
    assert dialog.status.text() == "Added Llama 3 8B. The plan now says that a teacher exists."
    bench.document.undo_stack.undo()
    assert bench.document.plan == NEW_PLAN
    dialog.close()


def test_the_chosen_rows_note_source_and_advice(bench: Bench) -> None:
    dialog = opened(bench, "gemma 2 9b")
    teacher = BY_ID["gemma-2-9b"]
    assert dialog.details.title.text() == "Gemma 2 9B, by Google: 9.24B parameters with embeddings"
    assert "Distilled from a larger model" in dialog.details.advice.text()
    assert vocabulary_advice(teacher, EXAMPLE) in dialog.details.advice.text()
    assert teacher.source_url in dialog.details.source.text()
    assert teacher.source_note in dialog.details.source.text()
    assert dialog.details.source.textFormat() is Qt.TextFormat.PlainText


def test_one_click_gives_the_student_the_vocabulary(bench: Bench) -> None:
    dialog = opened(bench, "llama 3 8b")
    assert dialog.vocabulary_button.isEnabled()
    assert "128,256" in dialog.vocabulary_button.toolTip()
    dialog.vocabulary_button.click()
    assert bench.document.plan.architecture.vocabulary == 128256
    assert bench.document.undo_stack.undoText() == "Use the vocabulary of Llama 3 8B"
    assert cell(dialog, BY_ID["llama-3-8b"], REMARKS) == ""
    assert not dialog.vocabulary_button.isEnabled()
    assert "check that it uses this model's tokenizer" in dialog.details.advice.text()
    bench.document.undo_stack.undo()
    assert dialog.vocabulary_button.isEnabled()


def test_another_law_changes_the_estimates(bench: Bench) -> None:
    dialog = opened(bench, "llama 3 8b")
    before = cell(dialog, BY_ID["llama-3-8b"], LOSS)
    law = coefficient_set(EXAMPLE)
    supervised = msgspec.structs.replace(law.supervised, E=1.5)
    own = msgspec.structs.replace(law, id="mine", supervised=supervised)
    plan = with_value(with_value(EXAMPLE, "coefficient_set", own), "coefficients", "mine")
    bench.document.edit(plan, "Change Law")
    assert cell(dialog, BY_ID["llama-3-8b"], LOSS) == format_loss(estimated_loss(BY_ID["llama-3-8b"], own))
    assert cell(dialog, BY_ID["llama-3-8b"], LOSS) != before


@pytest.mark.parametrize(
    ("column", "key"),
    [
        (SIZE, lambda teacher: teacher.non_embedding_parameters),
        (TRAINING, lambda teacher: teacher.training_tokens),
        (VOCABULARY, lambda teacher: teacher.vocabulary),
        (YEAR, lambda teacher: teacher.year),
        (LOSS, lambda teacher: estimated_loss(teacher, coefficient_set(EXAMPLE))),
    ],
)
def test_headers_sort_by_value_and_back(bench: Bench, column: int, key: Any) -> None:
    dialog = opened(bench)
    for order, backwards in ((Qt.SortOrder.AscendingOrder, False), (Qt.SortOrder.DescendingOrder, True)):
        dialog.view.sortByColumn(column, order)
        shown = [key(dialog.model.teacher(row)) for row in range(dialog.model.rowCount())]
        assert shown == sorted(shown, reverse=backwards)
    dialog.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert names(dialog) == [teacher.name for teacher in known_teachers()]


def test_closing_forgets_the_search(bench: Bench) -> None:
    dialog = opened(bench, "llama")
    dialog.close_button.click()
    assert not dialog.isVisible()
    assert len(names(opened(bench))) == len(known_teachers())


def test_everything_has_an_accessible_name_and_can_be_reached(bench: Bench) -> None:
    dialog = opened(bench, "llama")
    assert dialog.view.accessibleName() == "Known models"
    assert dialog.search_field.accessibleName()
    index = dialog.model.index(0, LOSS)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Estimated loss: ")
    reached = set()
    widget = dialog.search_field.nextInFocusChain()
    while widget is not dialog.search_field:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
        widget = widget.nextInFocusChain()
    assert {dialog.view, dialog.vocabulary_button, dialog.close_button, dialog.add_button} <= reached


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", [(620, 420), (1000, 640)])
def test_no_text_is_cut_at_any_size(bench: Bench, theme: Theme, size: tuple[int, int]) -> None:
    dialog = opened(bench, "gemma 3")
    dialog.set_theme(theme)
    dialog.resize(*size)
    dialog.view.setCurrentIndex(dialog.model.index(1, NAME))  # the row with the longest texts
    QApplication.processEvents()
    for label in dialog.findChildren(QLabel):
        if label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for button in dialog.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width()
    for column in range(LOSS + 1):
        metrics = dialog.view.fontMetrics()
        widest = max(metrics.horizontalAdvance(cell(dialog, teacher, column)) for teacher in dialog.chosen)
        assert widest <= dialog.view.columnWidth(column) - 16


def test_the_candidate_table_says_that_losses_are_estimated(bench: Bench) -> None:
    table: Any = bench.panel.row("teacher.candidates")
    assert table._caption.text == f"* Without embeddings; losses {estimated()}"
    losses = tuple({"loss": 1.9, "training_tokens": None} for _ in EXAMPLE.teacher.candidates)
    plan = EXAMPLE
    for row, changes in enumerate(losses):
        for name, value in changes.items():
            plan = with_value(plan, f"teacher.candidates[{row}].{name}", value)
    bench.document.edit(plan, "Change losses")
    assert table._caption.text == "* Without embeddings"


def test_the_menu_opens_it_whatever_the_plan_says(qtbot: QtBot) -> None:
    window = MainWindow(Document(NEW_PLAN), ComputeRunner(lambda plan, should_stop: None), Settings(MemoryStore()))
    qtbot.addWidget(window)
    window.show()
    window.actions_by_name.known_models.trigger()
    dialog = window.findChild(KnownTeachersDialog)
    assert dialog is not None
    assert dialog.isVisible()
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    row = dialog.model.row_of(BY_ID["pythia-12b"])
    dialog.view.selectionModel().setCurrentIndex(dialog.model.index(row, NAME), flags)
    dialog.add()
    assert listed(window.document.plan) == ["Pythia 12B"]
    window.actions_by_name.undo.trigger()
    assert window.document.plan == NEW_PLAN
    dialog.close()
    assert window.runner.shut_down()
