"""Plan files (.distill): reading with messages that name the field and the fix, checking, and safe writing.

One JSON object, described in the product's contract. Fields this version does not know survive a round trip. Reading
goes from bytes to JSON values (`plan_json`), to a validated `Plan`, to checks across fields.
"""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import Any

import msgspec

from .atomic_file import write_atomically
from .budget import budget
from .coefficients import BUILT_IN_SETS, CoefficientSet, built_in_set
from .errors import InputError
from .field_words import alternatives
from .language import translate
from .plan import Candidate, Plan, Section
from .plan_json import FORMAT, MAX_BYTES, SUFFIX, VERSION, plan_tree
from .plan_messages import (
    FieldPath,
    explained,
    field_types,
    missing_value,
    nested_struct,
    number_type,
    path_text,
    shown,
)
from .recommendation import Warning
from .resource_files import resource_path

log = logging.getLogger(__name__)

DEFAULT_EXAMPLE = "assistant-7b.distill"
MIN_FLOPS, MAX_FLOPS = 1e12, 1e32
MOST_UNKNOWN_LISTED = 5

UnknownField = tuple[type[msgspec.Struct], FieldPath]


def load_plan(path: str | os.PathLike[str]) -> tuple[Plan, tuple[Warning, ...]]:
    """Return the plan in a file, and what its reader should know.

    Raises
    ------
    InputError
        If the file is not a usable plan.
    OSError
        If the file cannot be read.
    """
    return parse_plan(read_plan_bytes(path))


def read_plan_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return what a plan's file holds, cut off where it is longer than any plan, so that `parse_plan` refuses it.

    Raises
    ------
    OSError
        If the file cannot be read.
    """
    with open(path, "rb") as file:
        return file.read(MAX_BYTES + 1)


def parse_plan(data: bytes) -> tuple[Plan, tuple[Warning, ...]]:
    """Return the plan in the bytes of a file, and what its reader should know.

    Raises
    ------
    InputError
        Naming the field and the fix, on one line.
    """
    tree = plan_tree(data)
    found: list[UnknownField] = []
    prepared, _ = _prepared(tree, Plan, (), found, from_file=True)
    plan = _consistent(_completed(_converted(prepared), prepared, ()))
    return plan, _unknown_field_warnings(found)


def check_plan(plan: Plan) -> Plan:
    """Return the plan with whole counts as int, if every field is in range and they fit together.

    Raises
    ------
    InputError
        Naming the first field that is not, and the fix.
    """
    prepared, _ = _prepared(msgspec.to_builtins(plan), Plan, (), [], from_file=False)
    return _consistent(_converted(prepared))


def dump_plan(plan: Plan) -> bytes:
    """Return the file of a plan: JSON with two spaces of indentation, fields in a fixed order, unknown ones kept."""
    tree = {"format": FORMAT, "version": VERSION, **_json_tree(plan)}
    return (json.dumps(tree, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()


def saved_bytes(plan: Plan) -> bytes:
    """Return the file of a plan, as `dump_plan` does, where it can be opened again.

    Raises
    ------
    InputError
        If it would be too large for that.
    """
    data = dump_plan(plan)
    if len(data) > MAX_BYTES:
        text = translate("Plan file", "its file would be over {size} MB and could not be opened again; remove pins")
        raise InputError("", text.format(size=MAX_BYTES // 1_000_000))
    return data


def save_plan(plan: Plan, path: str | os.PathLike[str]) -> None:
    """Write the plan's file; the old file stays whole until the new one is.

    Raises
    ------
    InputError
        If the file would be too large to be opened again.
    OSError
        If it cannot be written.
    """
    write_atomically(path, saved_bytes(plan))


def example_plans() -> tuple[tuple[str, Path], ...]:
    """Return the name and path of every example plan, the one to start with first; damaged ones are left out."""
    paths = sorted(resource_path("examples").glob(f"*{SUFFIX}"), key=lambda path: (path.name != DEFAULT_EXAMPLE, path))
    examples = []
    for path in paths:
        try:
            examples.append((str(json.loads(path.read_bytes())["name"]), path))
        except (OSError, ValueError, LookupError, TypeError):
            log.warning("the example %s cannot be read", path, exc_info=True)
    return tuple(examples)


# From JSON values to a plan


def _prepared(
    tree: Any, struct: type[msgspec.Struct], path: FieldPath, found: list[UnknownField], *, from_file: bool
) -> tuple[Any, dict[str, Any]]:
    """Return the tree in the shape that converts strictly to ``struct``, and fields that ``struct`` cannot keep.

    Whole floats become int where int belongs. Unknown fields move under "unknown" and their paths into ``found``; a
    coefficient set has no such place, so the section above keeps its unknown fields under the set's own name.
    """
    if not isinstance(tree, dict):
        return tree, {}
    types = field_types(struct)
    result: dict[str, Any] = {}
    unknown: dict[str, Any] = {}
    for name, value in tree.items():
        annotated = types.get(name)
        if annotated is None:
            if not from_file:
                result[name] = value
                continue
            unknown[name] = value
            found.append((struct, (*path, name)))
            continue
        result[name], left = _prepared_value(value, annotated, (*path, name), found, from_file=from_file)
        if left:
            unknown[name] = {"id": value.get("id"), **left}
    if unknown and issubclass(struct, Section):
        result["unknown"] = unknown
        unknown = {}
    return result, unknown


def _prepared_value(
    value: Any, annotated: Any, path: FieldPath, found: list[UnknownField], *, from_file: bool
) -> tuple[Any, dict[str, Any]]:
    inner = nested_struct(annotated)
    if inner is not None and isinstance(value, list | tuple):
        parts = [_prepared(part, inner, (*path, i), found, from_file=from_file)[0] for i, part in enumerate(value)]
        return parts, {}
    if inner is not None:
        return _prepared(value, inner, path, found, from_file=from_file)
    if isinstance(value, float) and number_type(annotated) is int and value.is_integer() and abs(value) < 2**53:
        return int(value), {}
    return value, {}


def _converted(prepared: Any) -> Plan:
    try:
        return msgspec.convert(prepared, Plan)
    except msgspec.ValidationError as error:
        raise explained(error, prepared) from None


def _completed(plan: Plan, prepared: dict[str, Any], path: FieldPath) -> Plan:
    """Return a plan read from a file, and its pins, with what a file may leave open but must not leave out."""
    if plan.coefficient_set is not None and "coefficients" not in prepared:
        plan = msgspec.structs.replace(plan, coefficients=plan.coefficient_set.id)  # a set that is embedded is meant
    hardware = prepared.get("hardware")
    if plan.budget_flops is None and hardware is not None:
        for name in ("count", "hours"):
            if name not in hardware:
                raise missing_value((*path, "hardware", name))
    pins = [
        msgspec.structs.replace(pin, plan=_completed(pin.plan, tree["plan"], (*path, "pins", i, "plan")))
        for i, (pin, tree) in enumerate(zip(plan.pins, prepared.get("pins", ()), strict=True))
    ]
    return msgspec.structs.replace(plan, pins=tuple(pins)) if pins else plan


def _consistent(plan: Plan) -> Plan:
    """Return the plan if its fields fit together, and those of every pin."""
    _check_pins(plan)
    _check_coefficients(plan)
    _check_teacher(plan)
    hardware = plan.hardware
    found = budget(plan)
    if MIN_FLOPS <= found.compute_flops <= MAX_FLOPS or hardware is None:
        return plan
    if hardware.hours == 0:
        raise InputError(
            "hardware.hours", translate("Plan file", "0 hours leave no compute; write hours above 0, such as 504")
        )
    if hardware.utilization == 0 and hardware.measured_tflops is None:
        raise InputError(
            "hardware.utilization", translate("Plan file", "0 leaves no compute; write a share above 0, such as 0.4")
        )
    if hardware.contingency == 1:
        raise InputError(
            "hardware.contingency",
            translate("Plan file", "1 leaves no time to compute; write a share below 1, such as 0.1"),
        )
    text = translate(
        "Plan file",
        "this hardware gives {compute} FLOPs in that time, outside 1e12 to 1e32; write fewer hours",
    )
    if found.compute_flops < MIN_FLOPS:
        text = translate(
            "Plan file",
            "this hardware gives {compute} FLOPs in that time, outside 1e12 to 1e32; write more hours",
        )
    raise InputError("hardware.hours", text.format(compute=f"{found.compute_flops:.2g}"))


def _check_pins(plan: Plan) -> None:
    seen: set[str] = set()
    for i, pin in enumerate(plan.pins):
        place: FieldPath = ("pins", i)
        if pin.name in seen:
            raise _named_twice((*place, "name"), pin.name)
        seen.add(pin.name)
        if pin.plan.pins:
            text = translate("Plan file", "a pinned plan has no pins of its own; remove them")
            raise InputError(path_text((*place, "plan", "pins")), text)
        try:
            _consistent(pin.plan)
        except InputError as error:
            raise error.within(path_text((*place, "plan"))) from None


def _named_twice(path: FieldPath, name: str) -> InputError:
    text = translate("Plan file", "{name} is there twice; write another name for one of them")
    return InputError(path_text(path), text.format(name=shown(name)))


def _check_coefficients(plan: Plan) -> None:
    embedded = plan.coefficient_set.id if plan.coefficient_set is not None else None
    if plan.coefficient_set is not None and not _keeps_built_in_numbers(plan.coefficient_set):
        text = translate("Plan file", "{name} is a built-in set with other numbers; give your set another id")
        raise InputError("coefficient_set.id", text.format(name=shown(embedded)))
    if plan.coefficients not in BUILT_IN_SETS and plan.coefficients != embedded:
        known = [*BUILT_IN_SETS, *([shown(embedded)] if embedded else [])]
        text = translate("Plan file", "no coefficient set is called {name}; write {known}", "known: such as A or B")
        if not embedded:
            text = translate(
                "Plan file",
                "no coefficient set is called {name}; write {known}, or put the set into the plan under "
                "coefficient_set",
                "known: such as A or B",
            )
        raise InputError("coefficients", text.format(name=shown(plan.coefficients), known=alternatives(known)))


def _keeps_built_in_numbers(own: CoefficientSet) -> bool:
    """Return whether a set may carry its id: a built-in id belongs to the built-in numbers."""
    if own.id not in BUILT_IN_SETS:
        return True
    known = built_in_set(own.id)
    return (own.supervised, own.distillation, own.relative_error) == (
        known.supervised,
        known.distillation,
        known.relative_error,
    )


def _check_teacher(plan: Plan) -> None:
    low, high = plan.teacher.parameters_range
    if low > high:
        text = translate("Plan file", "its first number is above its second; write the smaller one first")
        raise InputError("teacher.parameters_range", text)
    if not plan.teacher.exists:
        return  # candidates are then ignored, with a warning from the advisor
    seen: set[str] = set()
    for i, candidate in enumerate(plan.teacher.candidates):
        place: FieldPath = ("teacher", "candidates", i)
        if candidate.loss is None and candidate.training_tokens is None:
            text = translate(
                "Plan file",
                "missing for {name}; write tokens such as 1e12, or its loss such as 1.95",
                "name: of a teacher",
            )
            raise InputError(path_text((*place, "training_tokens")), text.format(name=shown(candidate.name)))
        if candidate.name in seen:
            raise _named_twice((*place, "name"), candidate.name)
        seen.add(candidate.name)


def _unknown_field_warnings(found: list[UnknownField]) -> tuple[Warning, ...]:
    if not found:
        return ()
    listed = ", ".join(_with_hint(struct, path) for struct, path in found[:MOST_UNKNOWN_LISTED])
    text = translate("Plan file", "Kept but not used, because this version does not know it: {fields}")
    more = len(found) - MOST_UNKNOWN_LISTED
    if more > 0:
        text = translate(
            "Plan file", "Kept but not used, because this version does not know it: {fields} and %n more", "", more
        )
    return (Warning(code="unknown_field", message=text.format(fields=listed)),)


def _with_hint(struct: type[msgspec.Struct], path: FieldPath) -> str:
    """Return an unknown field's path, with the known field of its section that it may be a misspelling of."""
    import difflib

    near = difflib.get_close_matches(str(path[-1])[:60].lower(), field_types(struct), n=1, cutoff=0.75)
    if not near:
        return path_text(path)
    return translate("Plan file", "{field} (did you mean {other}?)").format(field=path_text(path), other=near[0])


# From a plan to JSON values


def _json_tree(struct: msgspec.Struct) -> dict[str, Any]:
    """Return a section's fields as JSON values, unknown ones last; optional parts that are absent are left out."""
    tree: dict[str, Any] = {}
    for name in field_types(type(struct)):
        value = getattr(struct, name)
        if value is None and (isinstance(struct, Candidate) or name in {"coefficient_set", "fit"}):
            continue
        if name == "pins" and not value:
            continue  # a plan without pins has the file it always had
        tree[name] = _json_value(value)
    if isinstance(struct, Section):
        known = field_types(type(struct))
        _merge(tree, {name: value for name, value in struct.unknown.items() if name in tree or name not in known})
    return tree


def _json_value(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return _json_tree(value)
    if isinstance(value, tuple):
        return [_json_value(item) for item in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value


def _merge(tree: dict[str, Any], unknown: dict[str, Any]) -> None:
    """Add unknown fields; those of a coefficient set inside it, if it is still the same set."""
    for name, value in unknown.items():
        if name not in tree:
            tree[name] = value
        elif isinstance(tree[name], dict) and isinstance(value, dict) and value.get("id") == tree[name].get("id"):
            _merge(tree[name], value)
