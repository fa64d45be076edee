"""What the plans side by side were given, in words: the rows of the Compare page that explain why they differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .accelerator_names import short_name
from .compare_cells import NOT_KNOWN, NOTHING, CompareCell, CompareRow, ratio_text
from .compared import Compared
from .quantities import (
    exact_number,
    format_duration,
    format_flops,
    format_parameters,
    format_price,
    format_range,
    format_share,
    format_tflops,
    format_tokens,
)


def given_rows(plans: tuple[Compared, ...]) -> tuple[CompareRow, ...]:
    """Return the student's size and the hardware, and every other input in which the plans differ."""
    sizes = [plan.plan.student.parameters for plan in plans]
    size_cells = tuple(
        CompareCell(
            format_parameters(size),
            ratio_text(size, sizes[0], "as large") if size != sizes[0] else "",
            size,
        )
        for size in sizes
    )
    rows = [CompareRow("Student size", "given", "parameters", "Parameters without embeddings", size_cells)]
    for given in _INPUTS:
        texts = [given.text(plan) for plan in plans]
        if given.always or any(text != texts[0] for text in texts):
            rows.append(CompareRow(given.label, "given", "", given.tip, tuple(CompareCell(text) for text in texts)))
    return tuple(rows)


def _hardware(plan: Compared) -> str:
    hardware = plan.plan.hardware
    if hardware is None:
        return "Not described"
    name = short_name(hardware.accelerator) if hardware.accelerator is not None else "own accelerators"
    return f"{hardware.count:,} × {name}"


def _time_given(plan: Compared) -> str:
    if plan.plan.budget_flops is not None:
        return format_flops(plan.plan.budget_flops)
    return NOTHING if plan.plan.hardware is None else format_duration(plan.plan.hardware.hours, 3)


def _speed(plan: Compared) -> str:
    hardware = plan.plan.hardware
    if hardware is None:
        return NOTHING
    if hardware.measured_tflops is not None:
        return f"{format_tflops(hardware.measured_tflops)} measured"
    if plan.solution is not None and plan.solution.budget.utilization is not None:
        return f"{format_share(plan.solution.budget.utilization)} of peak"
    return "the preset's" if hardware.utilization is None else f"{format_share(hardware.utilization)} of peak"


def _precision(plan: Compared) -> str:
    hardware = plan.plan.hardware
    if hardware is None:
        return NOTHING
    peak = "" if hardware.peak_tflops is None else f", {format_tflops(hardware.peak_tflops)}"
    return f"{hardware.precision.upper()}{peak}"


def _price(plan: Compared) -> str:
    hardware, currency = plan.plan.hardware, plan.plan.currency
    if hardware is None:
        return NOTHING
    price = hardware.price_per_hour
    if price is None and plan.solution is not None:
        price = plan.solution.budget.price_per_hour
    return NOT_KNOWN if price is None else format_price(price, currency, "hour")


def _lost(plan: Compared) -> str:
    return NOTHING if plan.plan.hardware is None else format_share(plan.plan.hardware.contingency)


def _power(plan: Compared) -> str:
    hardware = plan.plan.hardware
    if hardware is None:
        return NOTHING
    return f"PUE {exact_number(hardware.pue)}, {exact_number(hardware.carbon_g_per_kwh)} g/kWh"


def _text(tokens: float | None) -> str:
    return "no limit" if tokens is None else format_tokens(tokens)


def _repeats(plan: Compared) -> str:
    return "may repeat" if plan.plan.data.allow_repeats else "no repeats"


def _who_teaches(plan: Compared) -> str:
    teacher = plan.plan.teacher
    if not teacher.exists:
        return "to be trained"
    return f"{len(teacher.candidates)} listed" if teacher.candidates else "any that exists"


def _candidates(plan: Compared) -> str:
    teacher = plan.plan.teacher
    return ", ".join(candidate.name for candidate in teacher.candidates) if teacher.exists else NOTHING


def _outputs(plan: Compared) -> str:
    teacher = plan.plan.teacher
    if teacher.outputs_stored:
        return "stored"
    return "computed once for all" if teacher.share_outputs else "computed"


def _shared(plan: Compared) -> str:
    count = exact_number(plan.plan.teacher.students)
    return f"{count} {'student' if count == '1' else 'students'}"


def _bounds(plan: Compared) -> str:
    teacher = plan.plan.teacher
    sizes = format_range(*teacher.parameters_range, format_parameters)
    return f"{sizes}, up to {format_tokens(teacher.max_training_tokens)}"


def _served(plan: Compared) -> str:
    served = plan.plan.student.served_tokens
    return "none" if not served else format_tokens(served)


def _shape(plan: Compared) -> str:
    shape = plan.plan.architecture
    return f"{exact_number(shape.context)} context, {exact_number(shape.vocabulary)} vocabulary"


@dataclass(frozen=True)
class _Input:
    """Something the plans were given: what it is called, and how a plan says it."""

    label: str
    tip: str
    text: Callable[[Compared], str]
    always: bool = False


_INPUTS = (
    _Input("Hardware", "What computes", _hardware, always=True),
    _Input("Time given", "The time the plan may use, or its compute", _time_given),
    _Input("Precision", "The number format that sets the peak", _precision),
    _Input("Utilisation", "What share of the peak is reached", _speed),
    _Input("Price", "Of one accelerator for an hour", _price),
    _Input("Time lost", "Share of the time lost to restarts, pilots and evaluation", _lost),
    _Input("Power and carbon", "Power usage effectiveness, and grams of CO₂ for each kWh", _power),
    _Input("Student text", "Unique tokens for the student", lambda plan: _text(plan.plan.data.student_tokens)),
    _Input("Teacher text", "Unique tokens to train a teacher on", lambda plan: _text(plan.plan.data.teacher_tokens)),
    _Input("Repeats", "Whether text may be used more than once", _repeats),
    _Input("Teachers", "Where the teacher comes from", _who_teaches),
    _Input("Candidates", "Teachers that exist", _candidates),
    _Input("Teacher outputs", "Whether the teacher still has to be run", _outputs),
    _Input("Shared by", "Students that share what the teacher costs", _shared),
    _Input("Teacher limits", "Sizes a free teacher may have, and the tokens it may have seen", _bounds),
    _Input("Served", "Tokens the student will serve", _served),
    _Input("Shape", "Of student and teacher", _shape),
    _Input("Law", "The coefficients the answer rests on", lambda plan: plan.law.name),
)
