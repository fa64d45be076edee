"""Pinned plans: what is done with them, and how they are saved, read and refused."""

from __future__ import annotations

import io
import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor import plan_json
from advisor.budget import plan_with_compute
from advisor.errors import InputError
from advisor.headless import answer
from advisor.pins import (
    checked_name,
    move_pin,
    next_name,
    pin_plan,
    remove_pin,
    rename_pin,
    restore_pin,
    without_pins,
)
from advisor.plan import LONGEST_PIN_NAME, MOST_PINS, Pin, Plan, Student
from advisor.plan_edit import with_accelerator, with_candidate, with_hardware_budget, with_new_candidate, with_value
from advisor.plan_file import check_plan, dump_plan, example_plans, load_plan, parse_plan

from .broken_plans import BLAMED_FIELDS, BROKEN_PLANS, COEFFICIENT_SET, GOOD
from .plans import CLEAR_DIRECT, CLEAR_DISTIL
from .random_plans import random_plan
from .test_plan_file import PLANS


def names(plan: Plan) -> list[str]:
    return [pin.name for pin in plan.pins]


def three() -> Plan:
    """Return a plan with pins A, B, C of 1B, 2B and 3B students, itself of 4B."""
    plan = with_value(CLEAR_DISTIL, "student.parameters", 1e9)
    for size in (2e9, 3e9, 4e9):
        plan = with_value(pin_plan(plan), "student.parameters", size)
    return plan


def file_with_pin(plan: Any, **pin: Any) -> bytes:
    """Return the file of the good plan with one pin that holds ``plan``."""
    return json.dumps({**GOOD, "pins": [{"name": "A", "plan": plan, **pin}]}).encode()


PINNED = {name: value for name, value in GOOD.items() if name not in {"format", "version"}}


# What is done with pins


def test_pinning_keeps_the_plan_under_the_next_free_letter():
    plan = three()
    assert names(plan) == ["A", "B", "C"]
    assert [pin.plan.student.parameters for pin in plan.pins] == [1e9, 2e9, 3e9]
    assert all(pin.plan.pins == () for pin in plan.pins)
    assert names(pin_plan(remove_pin(plan, 1))) == ["A", "C", "B"]
    assert names(pin_plan(rename_pin(plan, 0, "d"))) == ["d", "B", "C", "A"]
    assert next_name(rename_pin(remove_pin(plan, 1), 0, "b")) == "A"


def test_pinning_changes_nothing_else():
    assert without_pins(pin_plan(CLEAR_DISTIL)) == CLEAR_DISTIL
    assert without_pins(CLEAR_DISTIL) is CLEAR_DISTIL


def test_a_plan_holds_as_many_pins_as_there_are_letters():
    plan = CLEAR_DIRECT
    for _ in range(MOST_PINS):
        plan = pin_plan(plan)
    assert "".join(names(plan)) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert next_name(plan) is None
    with pytest.raises(InputError, match="26 pins at most; remove one first"):
        pin_plan(plan)
    assert check_plan(plan) == plan
    assert parse_plan(dump_plan(plan)) == (plan, ())


def test_a_pin_that_would_make_the_file_unreadable_is_refused():
    plan = msgspec.structs.replace(CLEAR_DIRECT, unknown={"notes": "x" * (plan_json.MAX_BYTES // 2)})
    with pytest.raises(InputError, match="too large for a file"):
        pin_plan(plan)


def test_renaming():
    plan = rename_pin(three(), 1, "  the  cheap\none ")
    assert names(plan) == ["A", "the cheap one", "C"]
    assert names(rename_pin(plan, 1, "the cheap one")) == names(plan)
    for bad, fix in (("", "1 to 80"), (" \n", "1 to 80"), ("x" * (LONGEST_PIN_NAME + 1), "1 to 80"), ("A", "Another")):
        with pytest.raises(InputError, match=fix) as caught:
            rename_pin(plan, 1, bad)
        assert caught.value.field == "pins[1].name"
    assert checked_name("ä→б\t€", ["A"]) == "ä→б €"


@pytest.mark.parametrize(
    ("index", "by", "order"),
    [(0, 1, "BAC"), (2, -1, "ACB"), (0, 2, "BCA"), (0, -1, "ABC"), (2, 5, "ABC"), (1, -9, "BAC"), (1, 0, "ABC")],
)
def test_moving_stops_at_the_ends(index: int, by: int, order: str):
    assert "".join(names(move_pin(three(), index, by))) == order


def test_restoring_makes_the_pinned_plan_the_plan_and_keeps_all_pins():
    plan = three()
    restored = restore_pin(plan, 1)
    assert restored.student.parameters == 2e9
    assert restored.pins == plan.pins
    assert without_pins(restored) == plan.pins[1].plan


@pytest.mark.parametrize("index", [-1, 3])
@pytest.mark.parametrize(
    "operation",
    [remove_pin, restore_pin, lambda plan, i: move_pin(plan, i, 1), lambda plan, i: rename_pin(plan, i, "x")],
)
def test_a_pin_that_is_not_there(operation: Any, index: int):
    with pytest.raises(IndexError):
        operation(three(), index)


def test_edits_of_the_plan_keep_its_pins():
    plan = three()
    for edited in (
        with_value(plan, "hardware.hours", 1.0),
        with_value(plan, "name", "Other"),
        with_accelerator(plan, "t4"),
        with_hardware_budget(plan),
        with_candidate(plan, 0, name="other"),
        with_new_candidate(plan, "new"),
        plan_with_compute(plan, 1e22),
        check_plan(plan),
    ):
        assert edited.pins == plan.pins


# Files


@pytest.mark.parametrize("path", [path for _, path in example_plans()], ids=lambda path: path.stem)
def test_an_example_pinned_and_unpinned_has_its_old_file(path: Any):
    plan, _ = load_plan(path)
    pinned = pin_plan(plan)
    assert parse_plan(dump_plan(pinned)) == (pinned, ())
    assert dump_plan(remove_pin(pinned, 0)) == path.read_bytes()


def test_the_file_of_a_pin_is_a_name_and_a_plan():
    tree = json.loads(dump_plan(pin_plan(CLEAR_DIRECT)))
    (pin,) = tree["pins"]
    assert list(pin) == ["name", "plan"]
    alone = json.loads(dump_plan(CLEAR_DIRECT))
    assert pin["plan"] == {name: value for name, value in alone.items() if name not in {"format", "version"}}


@settings(max_examples=100, deadline=None)
@given(PLANS, st.lists(PLANS, max_size=3), st.lists(st.text(st.characters(codec="utf-8"), min_size=1), unique=True))
def test_any_pins_round_trip(plan: Plan, pinned: list[Plan], called: list[str]):
    pins = tuple(Pin(name=name[:LONGEST_PIN_NAME], plan=kept) for name, kept in zip(called, pinned, strict=False))
    plan = msgspec.structs.replace(plan, pins=pins)
    data = dump_plan(plan)
    again, warnings = parse_plan(data)
    assert again == plan
    assert dump_plan(again) == data
    assert check_plan(plan) == plan
    assert bool(warnings) == bool(plan.unknown or any(pin.plan.unknown for pin in pins))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["pin", "move", "rename", "remove", "restore"]), st.integers(0, 25)), max_size=12
    )
)
def test_any_operations_leave_a_plan_that_can_be_saved(steps: list[tuple[str, int]]):
    plan = random_plan(len(steps))
    for number, (step, where) in enumerate(steps):
        index = where % len(plan.pins) if plan.pins else 0
        if step == "pin" or not plan.pins:
            plan = pin_plan(with_value(plan, "student.parameters", 1e9 + number))
        elif step == "move":
            plan = move_pin(plan, index, where - 12)
        elif step == "rename":
            plan = rename_pin(plan, index, f"name {number}")
        elif step == "remove":
            plan = remove_pin(plan, index)
        else:
            plan = restore_pin(plan, index)
    assert check_plan(plan) == plan
    assert parse_plan(dump_plan(plan))[0] == plan


def test_unknown_fields_of_pins_are_kept_and_named():
    plan, warnings = parse_plan(
        file_with_pin({**PINNED, "comments": 1, "student": {"parameters": 1e9, "colour": "red"}}, pinned_on="Monday")
    )
    (warning,) = warnings
    for path in ("pins[0].pinned_on", "pins[0].plan.comments", "pins[0].plan.student.colour"):
        assert path in warning.message
    (pin,) = json.loads(dump_plan(plan))["pins"]
    assert pin["pinned_on"] == "Monday"
    assert pin["plan"]["comments"] == 1
    assert pin["plan"]["student"]["colour"] == "red"
    assert json.loads(dump_plan(restore_pin(plan, 0)))["comments"] == 1


def test_a_pinned_plan_may_be_a_copy_of_a_whole_file():
    plan, warnings = parse_plan(file_with_pin(GOOD))
    assert warnings == ()
    assert plan.pins[0].plan == without_pins(plan)
    assert json.loads(dump_plan(restore_pin(plan, 0)))["version"] == 1


def test_a_pinned_plan_of_an_older_version_is_migrated_with_its_file(monkeypatch: pytest.MonkeyPatch):
    def rename(tree: dict[str, Any]) -> dict[str, Any]:
        tree["student"] = {"parameters": tree.pop("size")}
        return tree

    monkeypatch.setattr(plan_json, "VERSION", 2)
    monkeypatch.setattr(plan_json, "MIGRATIONS", {1: rename})
    old = {"size": 1e9, "budget_flops": 1e21}
    pins = [{"name": "A", "plan": old}, {"name": "B", "plan": {**PINNED, "version": 2}}]
    plan, _ = parse_plan(json.dumps({"version": 1, **old, "pins": pins}).encode())
    assert [pin.plan.student.parameters for pin in plan.pins] == [1e9, 1e9]


def test_an_embedded_coefficient_set_of_a_pin_is_meant():
    plan, _ = parse_plan(file_with_pin({**PINNED, "coefficient_set": COEFFICIENT_SET}))
    assert plan.coefficients == "busbridge-2025"
    assert plan.pins[0].plan.coefficients == "mine"
    assert parse_plan(dump_plan(plan))[0] == plan


def test_deep_unknown_fields_survive_pinning():
    deep: Any = 1
    for _ in range(plan_json.MAX_DEPTH - 2):
        deep = [deep]
    plan, _ = parse_plan(json.dumps({**GOOD, "deep": deep}).encode())
    pinned = pin_plan(plan)
    assert parse_plan(dump_plan(pinned))[0] == pinned


@pytest.mark.parametrize(
    ("pins", "message"),
    [
        ("A", 'pins: "A" is not a list of at most 26 pinned plans'),
        ({"name": "A"}, "pins: an object in braces is not a list of at most 26 pinned plans"),
        (["A"], 'pins[0]: "A" is not an object in braces with fields such as "name"'),
        ([{"plan": PINNED}], "pins[0].name: missing; write a name of 1 to 80 characters"),
        ([{"name": "A"}], "pins[0].plan.student.parameters: missing"),
        ([{"name": "A", "plan": 7}], "pins[0].plan: 7 is not an object in braces"),
        ([{"name": "", "plan": PINNED}], 'pins[0].name: "" is not a name of 1 to 80 characters'),
        ([{"name": 7, "plan": PINNED}], "pins[0].name: 7 is not a name of 1 to 80 characters"),
        (
            [{"name": "A", "plan": PINNED}, {"name": "A", "plan": PINNED}],
            'pins[1].name: "A" is there twice; write another name for one of them',
        ),
        (
            [{"name": "A", "plan": PINNED}, {"name": "B", "plan": {**PINNED, "student": {"parameters": -5}}}],
            "pins[1].plan.student.parameters: -5 is not a number of parameters from 1e5 to 1e15, such as 1e9",
        ),
        (
            [{"name": "A", "plan": {**PINNED, "hardware": {"accelerator": "t4", "count": 8}}}],
            "pins[0].plan.hardware.hours: missing",
        ),
        (
            [{"name": "A", "plan": {**PINNED, "hardware": {"accelerator": "t4", "count": 8, "hours": 0}}}],
            "pins[0].plan.hardware.hours: 0 hours leave no compute",
        ),
        (
            [{"name": "A", "plan": {**PINNED, "coefficients": "mine"}}],
            'pins[0].plan.coefficients: no coefficient set is called "mine"',
        ),
        (
            [{"name": "A", "plan": {**PINNED, "pins": [{"name": "A", "plan": PINNED}]}}],
            "pins[0].plan.pins: a pinned plan has no pins of its own; remove them",
        ),
        ([{"name": "A", "plan": {**PINNED, "version": 9}}], "pins[0].plan.version: the plan was saved by a newer"),
        (
            [{"name": f"P{i}", "plan": PINNED} for i in range(27)],
            "pins: a list of 27 is not a list of at most 26 pinned plans",
        ),
    ],
)
def test_wrong_pins_are_refused_with_their_field(pins: Any, message: str):
    with pytest.raises(InputError) as caught:
        parse_plan(json.dumps({**GOOD, "pins": pins}).encode())
    assert str(caught.value).startswith(message)
    assert str(caught.value).isprintable()


def test_an_empty_list_of_pins_is_none():
    plan, warnings = parse_plan(json.dumps({**GOOD, "pins": []}).encode())
    assert (plan.pins, warnings) == ((), ())
    assert b"pins" not in dump_plan(plan)
    assert parse_plan(file_with_pin({**PINNED, "pins": []}))[0].pins[0].plan.pins == ()


def broken_objects() -> dict[str, Any]:
    """Return the JSON objects that are no plans for what stands in them, not for how they are written."""
    found = {}
    for name, data in BROKEN_PLANS.items():
        try:
            tree = json.loads(data)
            parse_plan(json.dumps(tree).encode())
        except InputError:
            if isinstance(tree, dict):
                found[name] = tree
        except (ValueError, RecursionError):
            pass
    return found


BROKEN_OBJECTS = broken_objects()


@pytest.mark.parametrize("name", BROKEN_OBJECTS)
def test_what_is_wrong_in_a_plan_is_wrong_in_a_pinned_one(name: str):
    with pytest.raises(InputError) as caught:
        parse_plan(file_with_pin(BROKEN_OBJECTS[name]))
    blamed = BLAMED_FIELDS[name]
    assert caught.value.field.startswith("pins[0].plan") or not blamed
    assert caught.value.field.endswith(blamed)


def test_an_edited_plan_with_a_wrong_pin_is_refused():
    wrong = Plan(budget_flops=1e21, student=Student(parameters=-1))
    with pytest.raises(InputError) as caught:
        check_plan(msgspec.structs.replace(CLEAR_DIRECT, pins=(Pin(name="A", plan=wrong),)))
    assert caught.value.field == "pins[0].plan.student.parameters"


# Headless


def test_the_headless_answer_takes_no_notice_of_pins(tmp_path: Any):
    answers = []
    for number, plan in enumerate((three(), without_pins(three()))):
        path = tmp_path / f"{number}.distill"
        path.write_bytes(dump_plan(plan))
        out = io.StringIO()
        assert answer(path, out=out, err=io.StringIO()) == 0
        answers.append(out.getvalue())
    assert answers[0] == answers[1]


def test_the_headless_curves_have_the_pins_side_by_side(tmp_path: Any):
    path = tmp_path / "three.distill"
    path.write_bytes(dump_plan(three()))
    out = io.StringIO()
    assert answer(path, curves=True, out=out, err=io.StringIO()) == 0
    page = json.loads(out.getvalue())["curves"]["compare"]
    assert [column["name"] for column in page["columns"]] == ["This plan", "A", "B", "C"]
    assert all(len(row["cells"]) == 4 for row in page["rows"])
