"""What a reader would question about a plan: its inputs and the law's coefficients, each with a plausible range.

Inputs that change only what something costs, such as the price of an accelerator-hour or the power, are left out: they
change no loss, so they cannot change which choice is better. Context and vocabulary are left out too: they are facts
of the product, not guesses, and the law's losses do not depend on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

from .cases import Cases
from .plan import Candidate, Plan
from .plan_edit import value_at
from .quantities import (
    exact_number,
    format_duration,
    format_flops,
    format_loss,
    format_parameters,
    format_share,
    format_tflops,
    format_tokens,
)
from .solution import Solution, candidate_loss
from .uncertain import NEW_TEACHERS, PLAN, SAME_TEACHERS, SAME_WORLD, UncertainInput, finely
from .uncertain_coefficients import uncertain_coefficients
from .uncertainty import loss_interval

LATE, EARLY = 1.5, 0.75
"""A project's time or budget against what was planned: half as much again at most, a quarter less at least."""

HALF_TO_DOUBLE = (0.5, 2.0)
SPEED_SPREAD = (0.6, 1.25)
"""Low and high utilisation presets against typical ones (accelerators.py), for hardware without presets of its own."""

MEASURED_SPREAD = (0.9, 1.1)
MOST_LOST, MORE_LOST = 0.25, 0.1
FEWEST_SHARERS = 4.0
CANDIDATES_QUESTIONED = 2
LONGEST_NAME = 14


def uncertain_inputs(solution: Solution) -> tuple[UncertainInput, ...]:
    """Return what may turn out otherwise in a solved plan, first its inputs, then the law's coefficients.

    Where a range is empty (``low`` and ``high`` are the plan's value) nothing in the plausible range has any effect.
    """
    cases = Cases(solution)
    found = (
        *_compute_inputs(solution, cases),
        *_text_inputs(solution, cases),
        *_model_inputs(solution, cases),
        *_teacher_inputs(solution, cases),
        *uncertain_coefficients(solution, cases),
    )
    return found


def short_name(name: str) -> str:
    """Return a teacher's name as long as a label has room for."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def _field(
    cases: Cases,
    plan: Plan,
    field: str,
    label: str,
    ends: tuple[float, float],
    reason: str,
    write: Callable[[float], str],
    *,
    planned: float | None = None,
    limits: tuple[float, float] = (0.0, np.inf),
    leaves: str = SAME_WORLD,
    phrase: str = "",
    **rules: Any,
) -> UncertainInput:
    """Return a field of the plan as an uncertain input between ``ends``, which are widened to hold the plan's value."""
    value = float(value_at(plan, field)) if planned is None else planned
    change = cases.with_field if leaves == SAME_WORLD else cases.in_new_world
    return UncertainInput(
        key=field,
        group=PLAN,
        label=label,
        phrase=phrase or label[:1].lower() + label[1:],
        low=max(min(ends[0], value), limits[0]),
        planned=value,
        high=min(max(ends[1], value), limits[1]),
        reason=reason,
        write=write,
        write_finely=finely(write),
        case=partial(change, field),
        leaves=leaves,
        **rules,
    )


def _times(value: float, factors: tuple[float, float]) -> tuple[float, float]:
    return value * factors[0], value * factors[1]


def _compute_inputs(solution: Solution, cases: Cases) -> Iterator[UncertainInput]:
    plan, money = solution.plan, solution.budget
    hardware = plan.hardware
    make = partial(_field, cases, plan)
    late = "Projects end a quarter sooner or take half as long again."
    if hardware is None or plan.budget_flops is not None:
        compute = money.compute_flops
        spread = _times(compute, (EARLY, LATE))
        reason = "From a quarter less compute than planned to half as much again."
        yield make("budget_flops", "Compute", spread, reason, format_flops, planned=compute, limits=(1e12, 1e32))
        return
    yield make("hardware.hours", "Time", _times(hardware.hours, (EARLY, LATE)), late, _duration, limits=(0.0, 1e6))
    if hardware.measured_tflops is not None:
        spread = _times(hardware.measured_tflops, MEASURED_SPREAD)
        reason = "A measured speed holds for the whole job within about a tenth."
        yield make("hardware.measured_tflops", "Measured speed", spread, reason, format_tflops)
    elif money.utilization:
        used, known = money.utilization, money.presets
        spread = _times(used, SPEED_SPREAD) if known is None else (known[0], known[2])
        reason = (
            "Published training runs spread from 0.6 to 1.25 times the typical share."
            if known is None
            else "The low and the high preset for these accelerators, from published training runs."
        )
        yield make(
            "hardware.utilization",
            "Utilisation",
            spread,
            reason,
            format_share,
            planned=used,
            limits=(0.0, max(1.0, used)),
            log=False,
        )
    spread = max(1.0, np.floor(hardware.count / 2)), hardware.count * 2.0
    reason = "Half as many accelerators may be free, or twice as many."
    yield make(
        "hardware.count",
        "Accelerators",
        spread,
        reason,
        exact_number,
        limits=(1.0, 1e7),
        whole=True,
        phrase="the number of accelerators",
    )
    lost = hardware.contingency
    most = min(max(MOST_LOST, lost + MORE_LOST), (1 + lost) / 2)
    reason = f"Restarts, pilots and evaluations may take nothing, or up to {format_share(most)} of the time."
    yield make("hardware.contingency", "Time lost to restarts", (0.0, most), reason, format_share, log=False)


def _text_inputs(solution: Solution, cases: Cases) -> Iterator[UncertainInput]:
    plan = solution.plan
    make = partial(_field, cases, plan, write=format_tokens, limits=(1.0, 1e18), leaves=NEW_TEACHERS)
    reason = "Collecting and cleaning may leave half the text, or find twice as much."
    student, teacher = plan.data.student_tokens, plan.data.teacher_tokens
    if student is not None:
        yield make("data.student_tokens", "Student text", _times(student, HALF_TO_DOUBLE), reason, leaves=SAME_TEACHERS)
    if solution.candidates:
        return
    used = solution.free.teacher.training_tokens or 0.0
    if teacher is not None and solution.shares[1] > 0:
        yield make("data.teacher_tokens", "Teacher text", _where_it_binds(teacher, used), reason)
    most = plan.teacher.max_training_tokens
    yield make(
        "teacher.max_training_tokens",
        "Most text for a teacher",
        _where_it_binds(most, used),
        "The longest training of any teacher that can be had may be half or double this.",
        phrase="the most text for a teacher",
    )


def _where_it_binds(limit: float, used: float) -> tuple[float, float]:
    """Return half to double a limit; none of it where the best teacher would stay within the half anyway."""
    low, high = _times(limit, HALF_TO_DOUBLE)
    return (limit, limit) if used < low * (1 - 1e-6) else (low, high)


def _model_inputs(solution: Solution, cases: Cases) -> Iterator[UncertainInput]:
    plan = solution.plan
    yield _field(
        cases,
        plan,
        "student.parameters",
        "Student size",
        _times(plan.student.parameters, HALF_TO_DOUBLE),
        "The next smaller and the next larger model of a family are about half and double the size.",
        format_parameters,
        limits=(1e5, 1e15),
    )


def _teacher_inputs(solution: Solution, cases: Cases) -> Iterator[UncertainInput]:
    plan = solution.plan
    teacher = plan.teacher
    ranked = sorted((result.rank, index) for index, result in enumerate(solution.candidates))
    for _, index in ranked[:CANDIDATES_QUESTIONED]:
        if teacher.candidates[index].loss is None:
            yield _estimated_loss(solution, cases, index, teacher.candidates[index])
    if (not teacher.exists or teacher.share_outputs) and solution.shares != (0.0, 0.0):
        yield _field(
            cases,
            plan,
            "teacher.students",
            "Students sharing",
            (1.0, max(FEWEST_SHARERS, 2 * teacher.students)),
            "The other students may not come, or twice as many may share the teacher.",
            exact_number,
            limits=(1.0, 1e6),
            phrase="the number of students sharing",
            whole=float(teacher.students).is_integer(),
        )
    yield UncertainInput(
        key="teacher.outputs_stored",
        group=PLAN,
        label="Outputs already stored",
        phrase="the share of outputs already stored",
        low=0.0,
        planned=1.0 if teacher.outputs_stored else 0.0,
        high=1.0,
        reason="Someone may have stored the teacher's outputs on this text, or what was stored may prove unusable.",
        write=format_share,
        write_finely=finely(format_share),
        case=cases.with_stored_outputs,
        log=False,
    )


def _estimated_loss(solution: Solution, cases: Cases, index: int, candidate: Candidate) -> UncertainInput:
    loss = candidate_loss(candidate, solution.world)
    low, high = loss_interval(loss, solution.world.coefficients.relative_error)
    label = f"Loss of the {short_name(candidate.name)}"
    return UncertainInput(
        key=f"teacher.candidates[{index}].loss",
        group=PLAN,
        label=label,
        phrase=f"the loss of the {short_name(candidate.name)}",
        low=low,
        planned=loss,
        high=high,
        reason="Estimated from its size and training text; nine in ten estimates are this close.",
        write=format_loss,
        write_finely=finely(format_loss),
        case=partial(cases.with_teacher_loss, index),
        log=False,
    )


def _duration(hours: float, figures: int = 3) -> str:
    return format_duration(hours, figures)
