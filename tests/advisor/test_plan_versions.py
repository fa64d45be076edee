"""Plan files of every version that was ever saved open with the values they were saved with; newer ones are refused.

The files in ``fixtures`` are never changed, nor are the values beside them: when the file format changes, its old
files stay, and new ones come in a folder of their own. A value whose place in `Plan` changed is then listed in
`MOVED`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from advisor import plan_json
from advisor.errors import InputError
from advisor.plan import Plan
from advisor.plan_file import check_plan, dump_plan, load_plan, parse_plan, save_plan
from advisor.plan_json import VERSION
from tests.advisor.whole_plans import whole_plan

FIXTURES = Path(__file__).parent / "fixtures"
SAVED = sorted(FIXTURES.glob("v*/*.distill"))
MOVED: dict[str, str] = {}
"""From where a value stood in the version that saved it to where `Plan` has it now."""

NEVER_CHANGED = {
    "v1/as-described.distill": "e1bc3eea65029f99f95fd75c892337ec73ef626ab4db58387ec831202eb4ed27",
    "v1/assistant-7b.distill": "1e5bba043c6b77ad91251970b7bfb17a965920940ad62a940b005c346881426a",
    "v1/at-the-limits.distill": "c09715c894a4358248b6440eccd1de2f1d7e59f6e590d334e7b45a8df9a6d432",
    "v1/by-hand.distill": "7eb0dd1729effb1a59e5adc5649c35ee738be57dc4b71bfe4dc7ff973ae01725",
    "v1/minimal.distill": "a7473aaa5ae683db2e88f08254bd07fc2e184775556d416fe8e80c310e17bd12",
    "v1/own-set-and-pins.distill": "559500abe4ce27e295fb284acdc34eee803003dd4266e9fc6fc2c43d3e203bdf",
    "v1/unknown-fields.distill": "e58823f2d8ff38448d6cd792ff40044eb38d77bb1c93fd26cce8d13233e2d67e",
}
"""The SHA-256 of every file: who changes one breaks the promise that old files open."""

ROUND_TRIPS = 1000


def name_of(path: Path) -> str:
    return path.relative_to(FIXTURES).as_posix()


def values(tree: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Return every value of a plan with its path; unknown fields are kept as they are, so they are one value."""
    if isinstance(tree, dict) and tree and not path.endswith("unknown"):
        for name, value in tree.items():
            yield from values(value, f"{path}.{name}".removeprefix("."))
    elif isinstance(tree, (list, tuple)) and tree:
        for i, value in enumerate(tree):
            yield from values(value, f"{path}[{i}]")
    else:
        yield path, list(tree) if isinstance(tree, tuple) else tree


def values_of(plan: Plan) -> dict[str, Any]:
    return dict(values(msgspec.to_builtins(plan)))


# Versions


@pytest.mark.parametrize("path", SAVED, ids=name_of)
def test_a_file_saved_long_ago_opens_with_the_values_it_was_saved_with(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    plan, _ = load_plan(path)
    found = values_of(plan)
    assert {name: found.get(MOVED.get(name, name)) for name in expected} == expected
    assert check_plan(plan) == plan


@pytest.mark.parametrize("path", SAVED, ids=name_of)
def test_saved_again_it_is_the_same_plan_and_says_its_version(path: Path, tmp_path: Path) -> None:
    plan, warnings = load_plan(path)
    save_plan(plan, tmp_path / "again.distill")
    again, warned = load_plan(tmp_path / "again.distill")
    assert again == plan
    assert [warning.code for warning in warned] == [warning.code for warning in warnings]
    assert json.loads((tmp_path / "again.distill").read_bytes())["version"] == VERSION


def test_the_files_of_old_versions_are_all_there_as_they_were() -> None:
    found = {name_of(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in SAVED}
    assert found == NEVER_CHANGED
    assert {path.parent.name for path in SAVED} == {f"v{version}" for version in range(1, VERSION + 1)}


def test_unknown_fields_of_an_old_file_are_named_and_saved_again() -> None:
    data = (FIXTURES / "v1" / "unknown-fields.distill").read_bytes()
    plan, (warning,) = parse_plan(data)
    assert warning.code == "unknown_field"
    before, after = json.loads(data), json.loads(dump_plan(plan))
    assert [place for place, value in values(before) if dict(values(after)).get(place) != value] == []


@pytest.mark.parametrize("version", [0, -1, 0.5, True, "1", None])
def test_a_version_that_never_was_is_refused_with_the_one_to_write(version: object) -> None:
    with pytest.raises(InputError) as refused:
        parse_plan(json.dumps({"version": version, "student": {"parameters": 1e9}, "budget_flops": 1e21}).encode())
    assert refused.value.field == "version"
    assert "is not the version of a plan; write 1" in refused.value.fix
    assert json.dumps(version) in refused.value.fix


@pytest.mark.parametrize("version", [VERSION + 1, 40, 2.0])
def test_a_newer_version_is_refused_by_its_number_whatever_else_it_holds(version: float) -> None:
    tree = {"format": "distillation-plan", "version": version, "learner": ["what nobody knows yet"]}
    with pytest.raises(InputError) as refused:
        parse_plan(json.dumps(tree).encode())
    assert refused.value.field == "version"
    assert "saved by a newer version of this program" in refused.value.fix
    assert f"file version {version:.0f}" in refused.value.fix
    assert f"reads up to {VERSION}" in refused.value.fix
    assert refused.value.fix.endswith("update this program")


@pytest.mark.parametrize("path", SAVED, ids=name_of)
def test_a_version_to_come_opens_them_by_turning_each_into_the_next(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a made-up version 2 in which every plan has a new field."""
    expected, _ = load_plan(path)

    def to_version_2(tree: dict[str, Any]) -> dict[str, Any]:
        assert "since-2" not in tree
        return {**tree, "since-2": tree["student"]["parameters"]}

    monkeypatch.setattr(plan_json, "VERSION", 2)
    monkeypatch.setattr(plan_json, "MIGRATIONS", {1: to_version_2})
    migrated, _ = parse_plan(path.read_bytes())
    plans = [migrated, *(pin.plan for pin in migrated.pins)]
    assert [plan.unknown["since-2"] for plan in plans] == [plan.student.parameters for plan in plans]
    for plan in plans:
        del plan.unknown["since-2"]
    assert migrated == expected


# Round trips


def test_a_thousand_random_plans_come_back_as_they_were() -> None:
    fields: dict[str, set[str]] = {}
    for seed in range(ROUND_TRIPS):
        plan = whole_plan(seed)
        data = dump_plan(plan)
        again, warnings = parse_plan(data)
        assert again == plan, seed
        assert dump_plan(again) == data, seed
        assert check_plan(plan) == plan, seed
        assert bool(warnings) == (b'"x-' in data), seed
        for path, value in values_of(plan).items():
            fields.setdefault(path, set()).add(repr(value))
    for path in EVERY_FIELD:
        kinds = [len(drawn) for place, drawn in fields.items() if place == path or place.startswith(f"{path}.")]
        assert sum(kinds) >= 2, f"{path} is always the same"


def leaves(struct: type[msgspec.Struct], path: str = "") -> Iterator[str]:
    """Return the paths of all fields of the plan file, of the first candidate and the first pin too."""
    for field in msgspec.structs.fields(struct):
        place = f"{path}.{field.name}".removeprefix(".")
        inner = next((part for part in _structs_in(field.type)), None)
        if inner is None:
            yield f"{place}[0]" if field.name == "parameters_range" else place
        elif inner is not Plan:
            many = field.name in ("pins", "candidates")
            yield from leaves(inner, f"{place}[0]" if many else place)


def _structs_in(annotated: Any) -> Iterator[type[msgspec.Struct]]:
    if isinstance(annotated, type) and issubclass(annotated, msgspec.Struct):
        yield annotated
    for part in getattr(annotated, "__args__", ()):
        yield from _structs_in(part)


FIXED = ("format", "version")
EVERY_FIELD = tuple(path for path in leaves(Plan) if path.rpartition(".")[2] not in FIXED and path != "pins[0].plan")
