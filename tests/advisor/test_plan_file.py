"""Plan files: every example round-trips byte for byte, every broken file is refused with its field and a fix."""

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor import plan_file, plan_json
from advisor.budget import budget
from advisor.errors import InputError
from advisor.plan import Architecture, Candidate, Data, Hardware, Plan, Student, Teacher
from advisor.plan_file import check_plan, dump_plan, example_plans, load_plan, parse_plan, save_plan
from tests.advisor.broken_plans import (
    BLAMED_FIELDS,
    BROKEN_PLANS,
    CANDIDATE,
    COEFFICIENT_SET,
    GOOD,
    file_with,
)

MINIMAL = Plan(budget_flops=2e23, student=Student(parameters=1e9))


# Reading


def test_minimal_plan_has_the_contracts_defaults():
    plan, warnings = parse_plan(b'{"student": {"parameters": 1e9}, "budget_flops": 2e23}')
    assert plan == MINIMAL
    assert warnings == ()
    assert plan.data.allow_repeats is True
    assert plan.data.student_tokens is None
    assert plan.teacher.max_training_tokens == 2e13
    assert plan.teacher.parameters_range == (1e6, 1e13)
    assert plan.architecture.vocabulary == 32168
    assert plan.coefficients == "busbridge-2025"


def test_hardware_plan_reads_numbers_however_they_are_written():
    plan, _ = parse_plan(
        b'{"student": {"parameters": 1000000000}, "hardware": {"accelerator": "t4", "count": 6.4e1, "hours": 504}}'
    )
    assert plan.hardware is not None
    assert plan.hardware.count == 64
    assert isinstance(plan.hardware.count, int)
    assert isinstance(plan.student.parameters, float)
    assert plan.hardware.pue == 1.2
    assert plan.hardware.carbon_g_per_kwh == 400


def test_byte_order_mark_is_accepted():
    assert parse_plan(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())[0].name == "Good"


@pytest.mark.parametrize("name", BROKEN_PLANS)
def test_broken_plan_is_refused_with_its_field_and_a_fix(name):
    with pytest.raises(InputError) as caught:
        parse_plan(BROKEN_PLANS[name])
    message = str(caught.value)
    assert caught.value.field == BLAMED_FIELDS[name]
    assert message.isprintable(), "one line, nothing that moves a cursor"
    assert len(message) < 300
    assert any(word in message for word in (" is not ", "write", "choose", "remove", "save it", "add", "put", "open"))


def test_there_are_at_least_fifty_broken_plans():
    assert len(BROKEN_PLANS) >= 50


def test_messages_come_from_the_plans_descriptions():
    with pytest.raises(InputError) as caught:
        parse_plan(file_with("student.parameters", -5))
    assert str(caught.value) == "student.parameters: -5 is not a number of parameters from 1e5 to 1e15, such as 1e9"
    with pytest.raises(InputError, match=r'"1e9" is not a number .*; write it without quotes$'):
        parse_plan(file_with("student.parameters", "1e9"))


def test_newer_version_is_refused_politely_and_older_ones_are_migrated():
    with pytest.raises(InputError, match="saved by a newer version"):
        parse_plan(file_with("version", 7))

    def rename(tree):
        tree["student"] = {"parameters": tree.pop("size")}
        return tree

    tree = {"format": "distillation-plan", "version": 0, "size": 1e9}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan_json, "VERSION", 2)
        patch.setattr(plan_json, "MIGRATIONS", {1: rename})
        tree["version"] = 1
        plan, _ = parse_plan(json.dumps({**tree, "budget_flops": 1e21}).encode())
    assert plan.student.parameters == 1e9


def test_hardware_is_not_needed_beside_a_budget():
    plan, _ = parse_plan(b'{"student": {"parameters": 1e9}, "budget_flops": 2e23, "hardware": {"count": 8}}')
    assert plan.hardware is not None
    assert plan.hardware.hours == 0


def test_candidates_of_a_teacher_that_does_not_exist_may_be_unfinished():
    plan, _ = parse_plan(file_with("teacher", {"candidates": [{"name": "A", "parameters": 7e9}]}))
    assert plan.teacher.candidates[0].loss is None


def test_embedded_coefficient_set_is_read():
    plan, warnings = parse_plan(file_with("coefficient_set", COEFFICIENT_SET))
    assert plan.coefficient_set is not None
    assert plan.coefficient_set.distillation.student_token_unit == 1000
    assert plan.coefficients == "mine"
    assert warnings == ()
    tree = {**GOOD, "coefficients": "mine", "coefficient_set": COEFFICIENT_SET}
    assert parse_plan(json.dumps(tree).encode())[0].coefficients == "mine"
    with pytest.raises(InputError, match=r'^coefficients: no coefficient set is called "other"; .* or "mine"$'):
        parse_plan(json.dumps({**tree, "coefficients": "other"}).encode())


# Unknown fields


def plan_with_unknown_fields():
    return json.dumps(
        {
            **GOOD,
            "comments": "kept",
            "hardware": {**GOOD["hardware"], "utilisation": 0.5, "unknown": {"a": [1, {"b": None}]}},
            "teacher": {"exists": True, "candidates": [{**CANDIDATE, "licence": "open"}]},
            "coefficient_set": {
                **COEFFICIENT_SET,
                "author": "me",
                "supervised": {**COEFFICIENT_SET["supervised"], "zeta": 1},
            },
        }
    ).encode()


def test_unknown_fields_at_any_depth_survive_and_are_named_once():
    plan, warnings = parse_plan(plan_with_unknown_fields())
    (warning,) = warnings
    assert warning.code == "unknown_field"
    for name in ("comments", "hardware.utilisation (did you mean utilization?)", "hardware.unknown", "and 1 more"):
        assert name in warning.message
    saved = json.loads(dump_plan(plan))
    assert saved["comments"] == "kept"
    assert saved["hardware"]["utilisation"] == 0.5
    assert saved["hardware"]["unknown"] == {"a": [1, {"b": None}]}
    assert saved["teacher"]["candidates"][0]["licence"] == "open"
    assert saved["coefficient_set"]["author"] == "me"
    assert saved["coefficient_set"]["supervised"]["zeta"] == 1
    assert "unknown" not in saved
    again, _ = parse_plan(dump_plan(plan))
    assert again == plan
    assert check_plan(plan) == plan


def test_unknown_fields_survive_an_edit_but_not_the_coefficient_set_they_belong_to():
    plan, _ = parse_plan(plan_with_unknown_fields())
    edited = msgspec.structs.replace(plan, coefficient_set=None, student=Student(parameters=2e9))
    saved = json.loads(dump_plan(edited))
    assert saved["comments"] == "kept"
    assert "coefficient_set" not in saved
    assert plan.coefficient_set is not None
    other = msgspec.structs.replace(plan.coefficient_set, id="other")
    saved = json.loads(dump_plan(msgspec.structs.replace(plan, coefficient_set=other)))
    assert "author" not in saved["coefficient_set"]
    assert "zeta" not in saved["coefficient_set"]["supervised"]


# Checking a plan that was edited


@pytest.mark.parametrize(
    ("field", "plan"),
    [
        ("student.parameters", Plan(budget_flops=1e21, student=Student(parameters=-1))),
        ("student.parameters", Plan(budget_flops=1e21, student=Student(parameters=float("nan")))),
        ("hardware.hours", Plan(hardware=Hardware(accelerator="t4"), student=Student(parameters=1e9))),
        ("hardware.accelerator", Plan(hardware=Hardware(hours=5), student=Student(parameters=1e9))),
        ("budget_flops", Plan(student=Student(parameters=1e9))),
        (
            "teacher.candidates[0].training_tokens",
            msgspec.structs.replace(
                MINIMAL, teacher=Teacher(exists=True, candidates=(Candidate(name="A", parameters=1e9),))
            ),
        ),
    ],
)
def test_edited_plan_is_checked(field, plan):
    with pytest.raises(InputError) as caught:
        check_plan(plan)
    assert caught.value.field == field


def test_checked_plan_has_whole_counts():
    hardware = Hardware(accelerator="h100-sxm5", count=16.0, hours=120)  # type: ignore[arg-type]
    checked = check_plan(Plan(hardware=hardware, student=Student(parameters=7e9)))
    assert checked.hardware is not None
    assert isinstance(checked.hardware.count, int)


# Writing


@pytest.mark.parametrize("path", [path for _, path in example_plans()], ids=lambda path: path.stem)
def test_example_is_saved_byte_for_byte_as_it_was_opened(path, tmp_path):
    plan, warnings = load_plan(path)
    assert warnings == ()
    save_plan(plan, tmp_path / "copy.distill")
    assert (tmp_path / "copy.distill").read_bytes() == path.read_bytes()
    assert check_plan(plan) == plan
    assert budget(plan).cost is not None


def test_examples_start_with_the_assistant():
    names = [name for name, _ in example_plans()]
    assert names[0] == "Assistant 7B"
    assert len(names) == len(set(names)) == 6


def test_file_is_readable_json_with_short_numbers():
    text = dump_plan(parse_plan(file_with("budget_flops", 2e23))[0]).decode()
    assert text.startswith('{\n  "format": "distillation-plan",\n  "version": 1,\n  "name": "Good",\n')
    assert '"parameters": 1000000000' in text
    assert '"budget_flops": 2e+23' in text
    assert text.endswith("}\n")


def numbers(low, high):
    return st.floats(low, high, allow_nan=False)


TOKENS = numbers(1, 1e18)
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
PLANS = st.builds(
    Plan,
    name=st.text(st.characters(codec="utf-8"), max_size=20),
    budget_flops=numbers(1e12, 1e32),
    currency=st.sampled_from(["USD", "EUR", ""]),
    hardware=st.none()
    | st.builds(
        Hardware,
        accelerator=st.sampled_from([None, "h100-sxm5", "t4"]),
        count=st.integers(1, 10**7),
        hours=numbers(0, 1e6),
        utilization=st.none() | numbers(0, 1),
    ),
    data=st.builds(Data, student_tokens=st.none() | TOKENS, allow_repeats=st.booleans()),
    student=st.builds(Student, parameters=numbers(1e5, 1e15)),
    teacher=st.builds(
        Teacher,
        exists=st.booleans(),
        students=numbers(1, 1e6),
        candidates=st.lists(
            st.builds(Candidate, name=NAMES, parameters=numbers(1e5, 1e15), loss=numbers(0.01, 100)),
            max_size=3,
            unique_by=lambda candidate: candidate.name,
        ).map(tuple),
    ),
    architecture=st.builds(Architecture, context=st.integers(1, 10**7), ffn_ratio=numbers(0.01, 100)),
    unknown=st.dictionaries(st.sampled_from(["x", "comments"]), st.integers() | st.text("ab") | st.none(), max_size=2),
)


@settings(max_examples=200, deadline=None)
@given(PLANS)
def test_any_plan_round_trips(plan):
    data = dump_plan(plan)
    again, warnings = parse_plan(data)
    assert again == plan
    assert dump_plan(again) == data
    assert bool(warnings) == bool(plan.unknown)
    assert check_plan(plan) == plan


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_any_bytes_are_a_plan_or_an_input_error(data):
    with pytest.raises(InputError):
        parse_plan(data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["hardware", "hardware.count", "student.parameters", "teacher", "coefficients", "x"]), json_values
)
def test_any_value_in_a_field_is_a_plan_or_an_input_error(path, value):
    message = ""
    try:
        plan, _ = parse_plan(file_with(path, value))
    except InputError as error:
        message = str(error)
    else:
        assert parse_plan(dump_plan(plan))[0] == plan
    assert not message or message.isprintable()


# Safe saving


def test_saving_keeps_permissions_follows_links_and_leaves_nothing_behind(tmp_path):
    target = tmp_path / "plan.distill"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.distill"
    link.symlink_to(target)
    save_plan(MINIMAL, link)
    assert link.is_symlink()
    assert target.read_bytes() == dump_plan(MINIMAL)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.distill", "plan.distill"]


def test_new_file_has_the_usual_permissions(tmp_path):
    save_plan(MINIMAL, tmp_path / "new.distill")
    (tmp_path / "other").write_bytes(b"")
    assert (tmp_path / "new.distill").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_failed_save_leaves_the_old_file(tmp_path, monkeypatch, failing):
    target = tmp_path / "plan.distill"
    target.write_bytes(b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, fail)
    with pytest.raises(OSError, match="No space"):
        save_plan(MINIMAL, target)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.distill"]


def test_saving_onto_a_folder_or_into_none_is_an_os_error(tmp_path):
    with pytest.raises(IsADirectoryError):
        save_plan(MINIMAL, tmp_path)
    with pytest.raises(FileNotFoundError):
        save_plan(MINIMAL, tmp_path / "none" / "plan.distill")


def test_longest_file_name_can_be_saved(tmp_path):
    save_plan(MINIMAL, tmp_path / ("x" * 247 + ".distill"))


@pytest.mark.skipif(sys.platform == "win32", reason="no signal that cannot be caught")
def test_killed_while_saving_leaves_the_old_or_the_new(tmp_path):
    target = tmp_path / "plan.distill"
    script = (
        "import sys; from advisor.plan import *; from advisor.plan_file import *\n"
        "plans = [Plan(name=n * 200, budget_flops=1e21, student=Student(parameters=1e9)) for n in 'ab']\n"
        "save_plan(plans[0], sys.argv[1]); print('started', flush=True)\n"
        "while True:\n    for plan in plans: save_plan(plan, sys.argv[1])\n"
    )
    for _ in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", script, str(target)], stdout=subprocess.PIPE, cwd=Path(plan_file.__file__).parents[1]
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"started\n"
            for _ in range(20):
                assert parse_plan(target.read_bytes())[0].name in ("a" * 200, "b" * 200)
            process.kill()
        assert parse_plan(target.read_bytes())[0].name in ("a" * 200, "b" * 200)


def test_reading_a_huge_file_stops_early(tmp_path):
    path = tmp_path / "huge.distill"
    with path.open("wb") as file:
        file.truncate(20_000_000_000)
    started = time.monotonic()
    with pytest.raises(InputError, match="larger than 8 MB"):
        load_plan(path)
    assert time.monotonic() - started < 5
