"""The plan panel: typing in each field changes the plan, wrong input is marked in place, every step can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor.plan_edit import NEW_PLAN, default_value, value_at, with_value
from advisor.plan_file import check_plan, example_plans, load_plan
from tests.ui.panel_bench import EXAMPLE, Bench, connected, type_text
from ui.choice_row import ChoiceRow, DropDown
from ui.segmented import Segmented
from ui.text_entry import TextEntry


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    bench = connected(qtbot, EXAMPLE)
    yield bench
    bench.panel.hide()


# Every field

TEXT_FIELDS = [
    ("hardware.count", "64", 64),
    ("hardware.hours", "3 weeks", 504.0),
    ("hardware.utilization", "41 %", 0.41),
    ("hardware.price_per_hour", "2.10", 2.1),
    ("hardware.peak_tflops", "1.5 PFLOP/s", 1500.0),
    ("hardware.measured_tflops", "400", 400.0),
    ("hardware.contingency", "10 %", 0.1),
    ("hardware.pue", "1,4", 1.4),
    ("hardware.carbon_g_per_kwh", "35 g/kWh", 35.0),
    ("currency", "EUR", "EUR"),
    ("data.student_tokens", "200B", 2e11),
    ("student.parameters", "1.5B", 1.5e9),
    ("student.memory_gb", "8 GB", 8.0),
    ("student.bits", "16", 16.0),
    ("student.served_tokens", "2T", 2e12),
    ("architecture.context", "8192", 8192),
    ("architecture.vocabulary", "128,256", 128256),
    ("architecture.aspect_ratio", "100", 100.0),
    ("architecture.ffn_ratio", "3.5", 3.5),
    ("architecture.ffn_matrices", "2", 2),
    ("architecture.gqa_group", "4", 4.0),
    ("teacher.students", "4 students", 4.0),
]
FREE_TEACHER_FIELDS = [("data.teacher_tokens", "1T", 1e12), ("teacher.max_training_tokens", "5T", 5e12)]


@pytest.mark.parametrize(("name", "text", "expected"), TEXT_FIELDS)
def test_typing_changes_the_plan_in_that_field_only(bench: Bench, name: str, text: str, expected: object) -> None:
    type_text(bench.entry(name), text)
    assert bench.document.plan == check_plan(with_value(EXAMPLE, name, expected))
    assert not bench.panel.problems
    assert bench.entry(name).text() == text
    assert bench.row(name).badge == "typed"


@pytest.mark.parametrize(("name", "text", "expected"), FREE_TEACHER_FIELDS)
def test_fields_of_a_free_teacher_change_the_plan(qtbot: QtBot, name: str, text: str, expected: object) -> None:
    bench = connected(qtbot, NEW_PLAN)
    type_text(bench.entry(name), text)
    assert bench.document.plan == with_value(NEW_PLAN, name, expected)


@pytest.mark.parametrize(("name", "text", "expected"), TEXT_FIELDS)
def test_a_field_shows_what_it_was_given(qtbot: QtBot, name: str, text: str, expected: Any) -> None:
    bench = connected(qtbot, EXAMPLE)
    plan = with_value(EXAMPLE, name, expected)
    bench.panel.show_plan(plan)
    assert not bench.edits
    shown = bench.entry(name).text()
    bench.entry(name).textEdited.emit(shown)
    assert bench.document.plan == EXAMPLE or value_at(bench.document.plan, name) == expected
    assert not bench.panel.problems
    quantity = bench.entry(name).quantity
    assert shown == expected if quantity is None else quantity.reads(shown, expected)


@pytest.mark.parametrize("name", [name for name, _, _ in TEXT_FIELDS])
def test_the_way_back_restores_the_default_or_what_was_opened(bench: Bench, name: str) -> None:
    text, expected = next((text, expected) for known, text, expected in TEXT_FIELDS if known == name)
    type_text(bench.entry(name), text)
    row = bench.row(name)
    assert not row.way_back.isHidden()
    row.way_back.click()
    required = name in {"hardware.count", "hardware.hours", "student.parameters"}
    assert bench.value(name) == (value_at(EXAMPLE, name) if required else default_value(name))
    assert bench.value(name) != expected
    assert row.way_back.isHidden()
    assert row.badge == ("typed" if required else "default")


def test_size_range_is_two_fields(qtbot: QtBot) -> None:
    bench = connected(qtbot, NEW_PLAN)
    low, high = bench.row("teacher.parameters_range").entries()
    type_text(low, "1B")
    type_text(high, "100B")
    assert bench.value("teacher.parameters_range") == (1e9, 1e11)


CHOICES = [
    ("hardware.precision", "fp8"),
    ("data.allow_repeats", False),
    ("teacher.exists", False),
    ("teacher.outputs_stored", True),
    ("teacher.share_outputs", True),
    ("coefficients", "busbridge-2025-as-printed"),
]


@pytest.mark.parametrize(("name", "value"), CHOICES)
def test_choosing_changes_the_plan_and_can_be_undone(qtbot: QtBot, name: str, value: object) -> None:
    plan = with_value(with_value(EXAMPLE, "data.student_tokens", 1e10), "teacher.students", 4)
    bench = connected(qtbot, plan)
    row = bench.row(name)
    assert isinstance(row, ChoiceRow)
    choice = row.choice
    if isinstance(choice, DropDown):
        choice.setCurrentIndex(choice.findData(value))
        choice.activated.emit(choice.currentIndex())
    else:
        assert isinstance(choice, Segmented)
        next(button for button in choice.buttons() if button.text() == ("Yes" if value else "No")).click()
    assert bench.document.plan == with_value(plan, name, value)
    bench.document.undo_stack.undo()
    assert bench.document.plan == plan
    shown = choice.currentData() if isinstance(choice, DropDown) else choice.value
    assert shown == value_at(plan, name)


def test_the_name_is_edited_in_place(bench: Bench) -> None:
    name = next(entry for entry in bench.panel.findChildren(TextEntry) if entry.field == "name")
    type_text(name, "On the phone")
    assert bench.document.plan.name == "On the phone"
    assert bench.document.undo_stack.count() == 1


# Wrong input

WRONG = [
    ("hardware.count", "3.5"),
    ("hardware.count", "0"),
    ("hardware.count", ""),
    ("hardware.hours", "5 dasy"),
    ("hardware.hours", ""),
    ("hardware.utilization", "140 %"),
    ("hardware.utilization", "-1"),
    ("hardware.price_per_hour", "free"),
    ("hardware.peak_tflops", "fast"),
    ("hardware.contingency", "2 hours"),
    ("hardware.contingency", "100 %"),
    ("hardware.pue", "0.5"),
    ("hardware.carbon_g_per_kwh", "1e9"),
    ("data.student_tokens", "lots"),
    ("student.parameters", "nan"),
    ("student.parameters", "7 bananas"),
    ("student.parameters", "1e300"),
    ("student.parameters", "1"),
    ("student.memory_gb", "inf"),
    ("student.bits", "64"),
    ("student.served_tokens", "-1"),
    ("architecture.context", "0.5"),
    ("architecture.vocabulary", "1"),
    ("architecture.ffn_matrices", "2.5"),
    ("teacher.students", "0"),
]


@pytest.mark.parametrize(("name", "text"), WRONG)
def test_wrong_input_is_marked_in_place_and_changes_nothing(bench: Bench, name: str, text: str) -> None:
    entry = bench.entry(name)
    if text == "":
        type_text(entry, "")
    else:
        entry.setText(text)
        entry.textEdited.emit(text)
    assert bench.document.plan == EXAMPLE
    assert not bench.edits
    assert entry.property("state") == "error"
    assert [(problem.field, bool(problem.fix)) for problem in bench.panel.problems] == [(name, True)]
    assert bench.problems[-1] == bench.panel.problems
    row = bench.row(name)
    fix = bench.panel.problems[0].fix
    assert row.echo == fix[:1].upper() + fix[1:]
    assert not row.isHidden()
    assert entry.accessibleDescription() == fix


def test_nothing_moves_when_a_field_is_wrong(bench: Bench) -> None:
    row = bench.row("hardware.hours")
    QApplication.processEvents()
    before = [bench.row(name).geometry() for name in ("hardware.hours", "hardware.utilization", "student.parameters")]
    type_text(bench.entry("hardware.hours"), "5 dasy")
    QApplication.processEvents()
    after = [bench.row(name).geometry() for name in ("hardware.hours", "hardware.utilization", "student.parameters")]
    assert before == after
    assert row.echo == "Write a time such as 5 days or 120 h"


def test_other_fields_keep_working_beside_a_wrong_one(bench: Bench) -> None:
    type_text(bench.entry("hardware.hours"), "dasy")
    type_text(bench.entry("student.parameters"), "3B")
    assert bench.document.plan == with_value(EXAMPLE, "student.parameters", 3e9)
    assert bench.entry("hardware.hours").text() == "dasy"
    assert [problem.field for problem in bench.panel.problems] == ["hardware.hours"]
    type_text(bench.entry("hardware.hours"), "6 days")
    assert bench.value("hardware.hours") == 144.0
    assert bench.problems[-1] == ()


def test_a_plan_that_does_not_hold_together_is_marked_at_the_field_it_names(qtbot: QtBot) -> None:
    bench = connected(qtbot, NEW_PLAN)
    low, _ = bench.row("teacher.parameters_range").entries()
    type_text(low, "100T")
    assert [problem.field for problem in bench.panel.problems] == ["teacher.parameters_range[0]"]
    assert bench.value("teacher.parameters_range")[0] == 1e6
    assert not bench.row("teacher.parameters_range").isHidden()
    type_text(low, "1B")
    assert bench.panel.problems == ()
    assert bench.value("teacher.parameters_range")[0] == 1e9


def test_a_refused_value_waits_in_its_field_until_the_plan_holds_together(bench: Bench) -> None:
    type_text(bench.entry("hardware.contingency"), "100%")
    assert [problem.label for problem in bench.panel.problems] == ["Contingency"]
    type_text(bench.entry("hardware.count"), "32")
    assert bench.value("hardware.count") == 16
    assert bench.panel.problems
    type_text(bench.entry("hardware.contingency"), "5 %")
    assert bench.value("hardware.count") == 32
    assert bench.value("hardware.contingency") == 0.05


def test_opening_another_plan_forgets_what_was_typed(bench: Bench) -> None:
    type_text(bench.entry("hardware.hours"), "dasy")
    bench.document.new(with_value(EXAMPLE, "name", "Another"))
    assert bench.entry("hardware.hours").text() == "5 days"
    assert bench.panel.problems == ()
    assert bench.problems[-1] == ()


# Steps back


def test_typing_in_one_field_is_one_step_and_undo_shows_the_old_text(bench: Bench) -> None:
    bench.entry("hardware.hours").setFocus()
    type_text(bench.entry("hardware.hours"), "12 days")
    assert bench.document.undo_stack.count() == 1
    assert bench.document.undo_stack.undoText() == "Change Time"
    QTest.keyClick(bench.entry("hardware.hours"), Qt.Key.Key_Return)
    type_text(bench.entry("student.parameters"), "3B")
    assert bench.document.undo_stack.count() == 2
    bench.document.undo_stack.undo()
    assert bench.entry("student.parameters").text() == "7B"
    bench.document.undo_stack.undo()
    assert bench.entry("hardware.hours").text() == "5 days"
    assert bench.document.plan == EXAMPLE
    bench.document.undo_stack.redo()
    assert bench.entry("hardware.hours").text() == "12 days"


def test_two_visits_to_a_field_are_two_steps(bench: Bench) -> None:
    entry = bench.entry("hardware.hours")
    type_text(entry, "12 days")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    type_text(entry, "13 days")
    assert bench.document.undo_stack.count() == 2


def test_text_being_typed_is_left_alone(bench: Bench) -> None:
    entry = bench.entry("hardware.utilization")
    type_text(entry, "41.50")
    entry.setCursorPosition(3)
    bench.panel.show_plan(bench.document.plan)
    assert entry.text() == "41.50"
    assert entry.cursorPosition() == 3
    assert bench.value("hardware.utilization") == 0.415


@pytest.mark.parametrize(("name", "path"), example_plans())
def test_every_example_is_shown_without_an_edit(qtbot: QtBot, name: str, path: Any) -> None:
    plan = load_plan(path)[0]
    bench = connected(qtbot, plan)
    assert not bench.edits
    assert bench.panel.problems == ()
    for entry in bench.panel.findChildren(TextEntry):
        assert entry.text() or entry.field == "budget_flops"
