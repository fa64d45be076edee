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

from advisor.language import translate
from advisor.number_text import plain
from advisor.plan import Candidate, Plan
from advisor.plan_edit import value_at
from advisor.quantities import (
    exact_number,
    format_duration,
    format_flops,
    format_loss,
    format_parameters,
    format_share,
    format_tflops,
    format_tokens,
)
from advisor.solution import Solution, candidate_loss
from advisor.uncertainty import loss_interval

from .cases import Cases
from .uncertain import NEW_TEACHERS, PLAN, SAME_TEACHERS, SAME_WORLD, UncertainInput, finely
from .uncertain_coefficients import uncertain_coefficients

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
    words: tuple[str, str, str],
    ends: tuple[float, float],
    reason: str,
    write: Callable[[float], str],
    *,
    planned: float | None = None,
    limits: tuple[float, float] = (0.0, np.inf),
    leaves: str = SAME_WORLD,
    **rules: Any,
) -> UncertainInput:
    """Return a field of the plan as an uncertain input between ``ends``, which are widened to hold the plan's value.

    ``words`` are its label, its name in a sentence and its name in a list.
    """
    value = float(value_at(plan, field)) if planned is None else planned
    change = cases.with_field if leaves == SAME_WORLD else cases.in_new_world
    return UncertainInput(
        key=field,
        group=PLAN,
        label=words[0],
        phrase=words[1],
        in_list=words[2],
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


def _words(label: str, phrase: str, in_list: str = "") -> tuple[str, str, str]:
    """Return label, name in a sentence and name in a list, which is the one in a sentence if not told otherwise."""
    return label, phrase, in_list or phrase


def _times(value: float, factors: tuple[float, float]) -> tuple[float, float]:
    return value * factors[0], value * factors[1]


def _compute_inputs(solution: Solution, cases: Cases) -> Iterator[UncertainInput]:
    plan, money = solution.plan, solution.budget
    hardware = plan.hardware
    make = partial(_field, cases, plan)
    if hardware is None or plan.budget_flops is not None:
        compute = money.compute_flops
        spread = _times(compute, (EARLY, LATE))
        words = _words(
            translate("What matters page", "Compute"), translate("What matters page", "compute", "within a sentence")
        )
        reason = translate("What matters page", "From a quarter less compute than planned to half as much again.")
        yield make("budget_flops", words, spread, reason, format_flops, planned=compute, limits=(1e12, 1e32))
        return
    words = _words(translate("What matters page", "Time"), translate("What matters page", "time", "within a sentence"))
    spread = _times(hardware.hours, (EARLY, LATE))
    reason = translate("What matters page", "Projects end a quarter sooner or take half as long again.")
    yield make("hardware.hours", words, spread, reason, _duration, limits=(0.0, 1e6))
    if hardware.measured_tflops is not None:
        spread = _times(hardware.measured_tflops, MEASURED_SPREAD)
        reason = translate("What matters page", "A measured speed holds for the whole job within about a tenth.")
        words = _words(
            translate("What matters page", "Measured speed"),
            translate("What matters page", "measured speed", "within a sentence"),
        )
        yield make("hardware.measured_tflops", words, spread, reason, format_tflops)
    elif money.utilization:
        used, known = money.utilization, money.presets
        spread = _times(used, SPEED_SPREAD) if known is None else (known[0], known[2])
        reason = translate(
            "What matters page", "The low and the high preset for these accelerators, from published training runs."
        )
        if known is None:
            reason = translate(
                "What matters page", "Published training runs spread from {low} to {high} times the typical share."
            ).format(low=exact_number(SPEED_SPREAD[0]), high=exact_number(SPEED_SPREAD[1]))
        yield make(
            "hardware.utilization",
            _words(
                translate("What matters page", "Utilisation"),
                translate("What matters page", "utilisation", "within a sentence"),
            ),
            spread,
            reason,
            format_share,
            planned=used,
            limits=(0.0, max(1.0, used)),
            log=False,
        )
    spread = max(1.0, np.floor(hardware.count / 2)), hardware.count * 2.0
    reason = translate("What matters page", "Half as many accelerators may be free, or twice as many.")
    yield make(
        "hardware.count",
        _words(
            translate("What matters page", "Accelerators"),
            translate("What matters page", "the number of accelerators", "within a sentence"),
            translate("What matters page", "number of accelerators", "in a list"),
        ),
        spread,
        reason,
        exact_number,
        limits=(1.0, 1e7),
        whole=True,
    )
    lost = hardware.contingency
    most = min(max(MOST_LOST, lost + MORE_LOST), (1 + lost) / 2)
    reason = translate(
        "What matters page", "Restarts, pilots and evaluations may take nothing, or up to {share} of the time."
    ).format(share=format_share(most))
    words = _words(
        translate("What matters page", "Time lost to restarts"),
        translate("What matters page", "time lost to restarts", "within a sentence"),
    )
    yield make("hardware.contingency", words, (0.0, most), reason, format_share, log=False)


def _text_inputs(solution: Solution, cases: Cases) -> Iterator[UncertainInput]:
    plan = solution.plan
    make = partial(_field, cases, plan, write=format_tokens, limits=(1.0, 1e18), leaves=NEW_TEACHERS)
    reason = translate("What matters page", "Collecting and cleaning may leave half the text, or find twice as much.")
    student, teacher = plan.data.student_tokens, plan.data.teacher_tokens
    if student is not None:
        words = _words(
            translate("What matters page", "Student text"),
            translate("What matters page", "student text", "within a sentence"),
        )
        yield make("data.student_tokens", words, _times(student, HALF_TO_DOUBLE), reason, leaves=SAME_TEACHERS)
    if solution.candidates:
        return
    used = solution.free.teacher.training_tokens or 0.0
    if teacher is not None and solution.shares[1] > 0:
        words = _words(
            translate("What matters page", "Teacher text"),
            translate("What matters page", "teacher text", "within a sentence"),
        )
        yield make("data.teacher_tokens", words, _where_it_binds(teacher, used), reason)
    most = plan.teacher.max_training_tokens
    yield make(
        "teacher.max_training_tokens",
        _words(
            translate("What matters page", "Most text for a teacher"),
            translate("What matters page", "the most text for a teacher", "within a sentence"),
            translate("What matters page", "most text for a teacher", "in a list"),
        ),
        _where_it_binds(most, used),
        translate(
            "What matters page", "The longest training of any teacher that can be had may be half or double this."
        ),
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
        _words(
            translate("What matters page", "Student size"),
            translate("What matters page", "student size", "within a sentence"),
        ),
        _times(plan.student.parameters, HALF_TO_DOUBLE),
        translate(
            "What matters page",
            "The next smaller and the next larger model of a family are about half and double the size.",
        ),
        format_parameters,
        limits=(1e5, 1e15),
    )


def _students_text(students: float, figures: int = 3) -> str:
    """Return how many students share; of a number that is not whole, so many figures."""
    return exact_number(students) if float(students).is_integer() else plain(students, figures)


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
            _words(
                translate("What matters page", "Students sharing"),
                translate("What matters page", "the number of students sharing", "within a sentence"),
                translate("What matters page", "number of students sharing", "in a list"),
            ),
            (1.0, max(FEWEST_SHARERS, 2 * teacher.students)),
            translate("What matters page", "The other students may not come, or twice as many may share the teacher."),
            _students_text,
            limits=(1.0, 1e6),
            whole=float(teacher.students).is_integer(),
        )
    yield UncertainInput(
        key="teacher.outputs_stored",
        group=PLAN,
        label=translate("What matters page", "Outputs already stored"),
        phrase=translate("What matters page", "the share of outputs already stored", "within a sentence"),
        in_list=translate("What matters page", "share of outputs already stored", "in a list"),
        low=0.0,
        planned=1.0 if teacher.outputs_stored else 0.0,
        high=1.0,
        reason=translate(
            "What matters page",
            "Someone may have stored the teacher's outputs on this text, or what was stored may prove unusable.",
        ),
        write=format_share,
        write_finely=finely(format_share),
        case=cases.with_stored_outputs,
        log=False,
    )


def _estimated_loss(solution: Solution, cases: Cases, index: int, candidate: Candidate) -> UncertainInput:
    loss = candidate_loss(candidate, solution.world)
    low, high = loss_interval(loss, solution.world.coefficients.relative_error)
    name = short_name(candidate.name)
    return UncertainInput(
        key=f"teacher.candidates[{index}].loss",
        group=PLAN,
        label=translate("What matters page", "Loss of the {teacher}").format(teacher=name),
        phrase=translate("What matters page", "the loss of the {teacher}", "within a sentence").format(teacher=name),
        in_list=translate("What matters page", "loss of the {teacher}", "in a list").format(teacher=name),
        low=low,
        planned=loss,
        high=high,
        reason=translate(
            "What matters page", "Estimated from its size and training text; nine in ten estimates are this close."
        ),
        write=format_loss,
        write_finely=finely(format_loss),
        case=partial(cases.with_teacher_loss, index),
        log=False,
    )


def _duration(hours: float, figures: int = 3) -> str:
    return format_duration(hours, figures)
