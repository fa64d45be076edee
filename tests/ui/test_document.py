"""The document: steps back and forth, what counts as saved, and files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from advisor.errors import InputError
from advisor.plan import Plan
from advisor.plan_edit import NEW_PLAN, with_value
from advisor.plan_file import example_plans, load_plan, save_plan
from ui.document import Document


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    return Document(NEW_PLAN)


def hours(plan: Plan, value: float) -> Plan:
    return with_value(plan, "hardware.hours", value)


def test_starts_clean_and_unsaved(document: Document) -> None:
    assert document.plan == NEW_PLAN
    assert not document.dirty
    assert document.path is None
    assert document.title == "Untitled plan · not saved yet"


def test_an_edit_changes_the_plan_and_can_be_undone_and_redone(document: Document) -> None:
    seen: list[Plan] = []
    document.plan_changed.connect(seen.append)
    edited = hours(document.plan, 24)
    document.edit(edited, "Change Time")
    assert document.plan == edited
    assert document.dirty
    assert document.undo_stack.undoText() == "Change Time"
    document.undo_stack.undo()
    assert document.plan == NEW_PLAN
    assert not document.dirty
    document.undo_stack.redo()
    assert seen == [edited, NEW_PLAN, edited]


def test_an_edit_to_the_same_plan_is_no_step(document: Document) -> None:
    document.edit(document.plan, "Change Time")
    assert document.undo_stack.count() == 0


def test_consecutive_typing_in_one_field_is_one_step(document: Document) -> None:
    for value in (2, 24, 240):
        document.edit(hours(document.plan, value), "Change Time", "hardware.hours#1")
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.plan == NEW_PLAN


@pytest.mark.parametrize("keys", [("a", "b"), ("", "")])
def test_other_steps_stay_apart(document: Document, keys: tuple[str, str]) -> None:
    document.edit(hours(document.plan, 24), "Change Time", keys[0])
    document.edit(hours(document.plan, 48), "Change Time", keys[1])
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    assert document.plan == hours(NEW_PLAN, 24)


def test_typing_back_to_the_old_value_leaves_no_step(document: Document) -> None:
    document.edit(hours(document.plan, 24), "Change Time", "k")
    document.edit(NEW_PLAN, "Change Time", "k")
    assert document.undo_stack.count() == 0
    assert not document.dirty


def test_typing_after_saving_is_a_step_of_its_own(document: Document, tmp_path: Path) -> None:
    document.edit(hours(document.plan, 24), "Change Time", "k")
    document.save(tmp_path / "a.distill")
    document.edit(hours(document.plan, 48), "Change Time", "k")
    assert document.dirty
    document.undo_stack.undo()
    assert not document.dirty
    assert document.plan == hours(NEW_PLAN, 24)


def test_title_follows_file_and_edits(document: Document, tmp_path: Path) -> None:
    titles: list[str] = []
    document.state_changed.connect(lambda: titles.append(document.title))
    document.save(tmp_path / "assistant-7b.distill")
    assert document.title == "assistant-7b.distill · saved"
    document.edit(hours(document.plan, 24), "Change Time")
    assert document.title == "assistant-7b.distill · edited"
    assert titles[-1] == document.title
    document.save()
    assert document.title == "assistant-7b.distill · saved"
    assert load_plan(tmp_path / "assistant-7b.distill")[0] == document.plan


def test_saving_without_a_path_is_refused(document: Document) -> None:
    with pytest.raises(ValueError, match="path"):
        document.save()


def test_a_save_that_fails_leaves_the_document_edited(document: Document, tmp_path: Path) -> None:
    document.edit(hours(document.plan, 24), "Change Time")
    with pytest.raises(FileNotFoundError):
        document.save(tmp_path / "missing" / "a.distill")
    assert document.dirty
    assert document.path is None


def test_opening_replaces_plan_steps_and_answer(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "b.distill"
    other = hours(NEW_PLAN, 12)
    save_plan(other, path)
    document.edit(hours(document.plan, 24), "Change Time")
    seen: list[object] = []
    document.replaced.connect(seen.append)
    document.plan_changed.connect(seen.append)
    document.open(path)
    assert seen == [other, other]
    assert document.plan == other
    assert document.path == path
    assert not document.dirty
    assert not document.undo_stack.canUndo()
    assert document.advice is None


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": "distillation-plan", "version": 1, "student": {}}'])
def test_a_bad_file_leaves_the_document_alone(document: Document, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.distill"
    path.write_bytes(content)
    edited = hours(document.plan, 24)
    document.edit(edited, "Change Time")
    with pytest.raises(InputError):
        document.open(path)
    with pytest.raises(FileNotFoundError):
        document.open(tmp_path / "none.distill")
    assert document.plan == edited
    assert document.dirty
    assert document.path is None


def test_unknown_fields_survive_an_edit_and_their_warning_is_kept(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "c.distill"
    save_plan(NEW_PLAN, path)
    tree = json.loads(path.read_text(encoding="utf-8"))
    tree["hardware"]["rack"] = "B7"
    path.write_text(json.dumps(tree), encoding="utf-8")
    document.open(path)
    assert [warning.code for warning in document.warnings] == ["unknown_field"]
    document.edit(hours(document.plan, 24), "Change Time")
    document.save()
    saved = json.loads(path.read_text(encoding="utf-8"))
    assert saved["hardware"]["rack"] == "B7"
    assert saved["hardware"]["hours"] == 24


def test_an_example_is_opened_without_its_path(document: Document) -> None:
    name, path = example_plans()[0]
    document.open_example(path)
    assert document.plan.name == name
    assert document.path is None
    document.new()
    assert document.plan == NEW_PLAN


def test_the_last_good_answer_is_told_once(document: Document) -> None:
    answers: list[object] = []
    document.advice_changed.connect(answers.append)
    advice = object()
    document.advice = advice  # type: ignore[assignment]
    document.advice = advice  # type: ignore[assignment]
    document.new()
    assert answers == [advice, None]


def test_steps_are_let_go_before_the_document_is_taken_apart(document: Document) -> None:
    """Left to Python's garbage collection, a step may go before the stack that deletes it as well."""
    stack = document.undo_stack
    document.edit(hours(document.plan, 24), "Change Time")
    told: list[int] = []
    stack.indexChanged.connect(told.append)
    document.__del__()
    assert stack.count() == 0
    assert told == [], "nobody may still be there to be told"
