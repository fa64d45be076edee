"""Changing one field of a plan at a time."""

from __future__ import annotations

import pytest

from advisor.plan import Candidate, Plan, Student, Teacher
from advisor.plan_edit import (
    NEW_PLAN,
    default_value,
    value_at,
    with_accelerator,
    with_hardware_budget,
    with_new_candidate,
    with_value,
    without_candidate,
)
from advisor.plan_file import check_plan

TWO = Teacher(
    exists=True,
    candidates=(Candidate(name="A", parameters=7e9, loss=1.95), Candidate(name="B", parameters=3e9, loss=2.0)),
)
PLAN = Plan(student=Student(parameters=1e9), budget_flops=1e21, teacher=TWO)


def test_the_new_plan_can_be_used() -> None:
    assert check_plan(NEW_PLAN) == NEW_PLAN


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", "X"), ("student.parameters", 2e9), ("hardware.hours", 5.0), ("teacher.candidates[1].loss", 1.9)],
)
def test_a_value_that_was_set_is_there_and_nothing_else_changed(field: str, value: object) -> None:
    changed = with_value(PLAN, field, value)
    assert value_at(changed, field) == value
    if not field.startswith("hardware"):
        assert with_value(changed, field, value_at(PLAN, field)) == PLAN


@pytest.mark.parametrize("field", ["colour", "student.colour", "hardware.colour"])
def test_an_unknown_field_is_an_error(field: str) -> None:
    with pytest.raises(AttributeError):
        value_at(PLAN, field)
    with pytest.raises(AttributeError):
        with_value(PLAN, field, 1)


def test_defaults() -> None:
    assert default_value("hardware.pue") == 1.2
    assert default_value("teacher.candidates[0].vocabulary") is None
    assert default_value("hardware.hours") == value_at(NEW_PLAN, "hardware.hours")


def test_another_accelerator_drops_what_was_measured_on_the_old_one() -> None:
    plan = with_value(with_value(NEW_PLAN, "hardware.measured_tflops", 400.0), "hardware.peak_tflops", 500.0)
    changed = with_accelerator(plan, "b200")
    assert changed.hardware is not None
    assert (changed.hardware.accelerator, changed.hardware.peak_tflops) == ("b200", None)
    assert changed.hardware.measured_tflops is None


def test_a_budget_of_hardware_replaces_one_of_compute() -> None:
    changed = with_hardware_budget(PLAN)
    assert changed.budget_flops is None
    assert changed.hardware == NEW_PLAN.hardware


def test_new_candidates_have_names_of_their_own() -> None:
    plan = with_new_candidate(with_new_candidate(PLAN, "A"), "A")
    assert [candidate.name for candidate in plan.teacher.candidates] == ["A", "B", "A 2", "A 3"]
    assert check_plan(plan) == plan


def test_a_candidate_can_be_taken_out() -> None:
    assert [candidate.name for candidate in without_candidate(PLAN, 0).teacher.candidates] == ["B"]
    with pytest.raises(IndexError):
        without_candidate(PLAN, 2)
