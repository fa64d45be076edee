"""Small changes to a plan, one field at a time, as the window and scripts make them.

A field is named by its path in the plan file, such as ``"student.parameters"`` or ``"teacher.candidates[0].loss"``.
Nothing here checks ranges: that is `plan_file.check_plan`'s task.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from .plan import Candidate, Hardware, Plan, Student

REQUIRED = frozenset(
    {"budget_flops", "hardware.accelerator", "hardware.count", "hardware.hours", "name", "student.parameters"}
)
"""Fields that no default can stand in for."""

NEW_PLAN = Plan(
    hardware=Hardware(accelerator="h100-sxm5", count=8, hours=168.0),
    student=Student(parameters=1e9),
)
"""What a new document starts from: the smallest plan that has an answer."""

_OF_CANDIDATE = re.compile(r"teacher\.candidates\[(\d+)\]\.(\w+)")

NEW_CANDIDATE_PARAMETERS = 7e9
NEW_CANDIDATE_TOKENS = 2e12


def value_at(plan: Plan, field: str) -> Any:
    """Return the value of a field; a plan without hardware answers with the defaults of `Hardware`.

    Raises
    ------
    AttributeError, IndexError
        If the plan has no such field.
    """
    part = _OF_CANDIDATE.fullmatch(field)
    if part:
        return getattr(plan.teacher.candidates[int(part[1])], part[2])
    section, _, name = field.rpartition(".")
    if not section:
        return getattr(plan, name)
    owner = getattr(plan, section)
    return getattr(Hardware() if owner is None else owner, name)


def with_value(plan: Plan, field: str, value: Any) -> Plan:
    """Return the plan with one field changed; a plan without hardware gains it.

    Raises
    ------
    AttributeError, IndexError
        If the plan has no such field.
    """
    value_at(plan, field)
    part = _OF_CANDIDATE.fullmatch(field)
    if part:
        return with_candidate(plan, int(part[1]), **{part[2]: value})
    section, _, name = field.rpartition(".")
    if not section:
        return msgspec.structs.replace(plan, **{name: value})
    owner = getattr(plan, section)
    changed = msgspec.structs.replace(Hardware() if owner is None else owner, **{name: value})
    return msgspec.structs.replace(plan, **{section: changed})


def default_value(field: str) -> Any:
    """Return what a field has when nothing was typed; for a field of `REQUIRED`, what a new plan starts with."""
    if field in REQUIRED:
        return value_at(NEW_PLAN, field)
    if _OF_CANDIDATE.fullmatch(field):
        return None
    return value_at(Plan(student=Student(parameters=1e9), hardware=Hardware()), field)


def with_accelerator(plan: Plan, accelerator: str | None, peak_tflops: float | None = None) -> Plan:
    """Return the plan on another accelerator.

    A peak or a throughput measured on the old one says nothing about the new one, so both are dropped.

    Parameters
    ----------
    accelerator : str or None
        An id of the catalogue; None for one that is not in it.
    peak_tflops : float or None
        Dense peak of one accelerator in TFLOP/s, which an accelerator outside the catalogue needs.
    """
    hardware = plan.hardware or Hardware()
    changed = msgspec.structs.replace(hardware, accelerator=accelerator, peak_tflops=peak_tflops, measured_tflops=None)
    return msgspec.structs.replace(plan, hardware=changed)


def with_hardware_budget(plan: Plan) -> Plan:
    """Return the plan with its budget from its hardware, or from a new plan's where it has none."""
    hardware = plan.hardware or NEW_PLAN.hardware
    return msgspec.structs.replace(plan, budget_flops=None, hardware=hardware)


def with_candidate(plan: Plan, index: int, **changes: Any) -> Plan:
    """Return the plan with some fields of one candidate changed.

    Raises
    ------
    IndexError
        If there is no such candidate.
    """
    candidates = list(plan.teacher.candidates)
    candidates[index] = msgspec.structs.replace(candidates[index], **changes)
    return with_value(plan, "teacher.candidates", tuple(candidates))


def with_new_candidate(plan: Plan, name: str) -> Plan:
    """Return the plan with one more candidate, called ``name`` or, where that is taken, ``name`` and a number."""
    taken = {candidate.name for candidate in plan.teacher.candidates}
    unique = name
    number = 2
    while unique in taken:
        unique = f"{name} {number}"
        number += 1
    candidate = Candidate(name=unique, parameters=NEW_CANDIDATE_PARAMETERS, training_tokens=NEW_CANDIDATE_TOKENS)
    return with_value(plan, "teacher.candidates", (*plan.teacher.candidates, candidate))


def without_candidate(plan: Plan, index: int) -> Plan:
    """Return the plan without one of its candidates.

    Raises
    ------
    IndexError
        If there is no such candidate.
    """
    candidates = list(plan.teacher.candidates)
    del candidates[index]
    return with_value(plan, "teacher.candidates", tuple(candidates))
