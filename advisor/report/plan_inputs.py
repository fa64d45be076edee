"""Every input of a plan as a report lists it: what the window calls it, its value, and whether anyone chose it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from ..accelerators import accelerator
from ..budget import Budget
from ..field_text import (
    ASPECT_RATIO,
    BITS,
    CARBON,
    CONTEXT,
    COUNT,
    DURATION,
    FFN_RATIO,
    FLOPS,
    MATRICES,
    MEMORY,
    PARAMETERS,
    POWER_FACTOR,
    QUERY_GROUP,
    SERVED_TOKENS,
    SHARE,
    STUDENTS,
    TFLOPS,
    TOKENS,
    VOCABULARY,
    Quantity,
    price_quantity,
)
from ..plan import Plan
from ..plan_edit import REQUIRED, default_value, value_at
from ..scenarios import coefficient_set

Origin = Literal["typed", "default", "derived", "unused"]


@dataclass(frozen=True)
class PlanInput:
    """One input of a plan.

    Parameters
    ----------
    field : str
        Its path in the plan file.
    group, label : str
        Where it stands in the window, and what it is called there.
    text : str
        The value as people say it.
    value : float or None
        The same with every digit, in ``unit``; None for words and where there is no limit.
    unit : str
        Empty for a pure number.
    origin : str
        "typed", "default", "derived" (it follows from other inputs) or "unused" (others make it idle), as the badge
        beside the field says.
    source : str
        Where a default comes from, or what the value means; may be empty.
    """

    field: str
    group: str
    label: str
    text: str
    value: float | None
    unit: str
    origin: Origin
    source: str = ""


def plan_inputs(plan: Plan, money: Budget) -> tuple[PlanInput, ...]:
    """Return every input of a plan in the window's order, but for its candidates and pins.

    Parameters
    ----------
    plan : Plan
    money : Budget
        Of the same plan; it has what the plan leaves to the catalogue and the presets.
    """
    rows = (*_hardware(plan, money), *_data(plan), *_student(plan), *_teacher(plan))
    return tuple(row for row in rows if row is not None)


def _origin(plan: Plan, *fields: str) -> Origin:
    default = all(field not in REQUIRED and value_at(plan, field) == default_value(field) for field in fields)
    return "default" if default else "typed"


def _number(
    plan: Plan, group: str, field: str, label: str, quantity: Quantity, unit: str = "", absent: str = "–"
) -> PlanInput:
    """Return a field that holds a number; ``absent`` is what the window says where it holds none."""
    value = value_at(plan, field)
    text = absent if value is None else quantity.text(value)
    return PlanInput(field, group, label, text, value, unit, _origin(plan, field))


def _word(plan: Plan, group: str, field: str, label: str, text: str) -> PlanInput:
    return PlanInput(field, group, label, text, None, "", _origin(plan, field))


def _unused(row: PlanInput, unused: bool, reason: str) -> PlanInput:
    return replace(row, origin="unused", source=reason) if unused else row


def _filled(row: PlanInput, known: float | None, write: Callable[[float], str], source: str) -> PlanInput:
    """Return a row that the plan leaves open with the value that is used instead."""
    if row.value is not None or known is None:
        return row
    return replace(row, value=known, text=write(known), source=source)


def _hardware(plan: Plan, money: Budget) -> tuple[PlanInput, ...]:
    group, hardware = "Hardware", plan.hardware
    by_compute = plan.budget_flops is not None
    compute = _number(plan, group, "budget_flops", "Compute", FLOPS, "FLOPs")
    if hardware is None:
        return (compute,)

    def number(name: str, label: str, quantity: Quantity, unit: str = "", absent: str = "–") -> PlanInput:
        return _number(plan, group, f"hardware.{name}", label, quantity, unit, absent)

    price = price_quantity(plan.currency)
    time = number("hours", "Time", DURATION, "hours")
    if by_compute:
        text = "–" if money.hours is None else DURATION.text(money.hours)
        time = replace(time, text=text, value=money.hours, origin="derived", source="Follows from the compute")
    measured = hardware.measured_tflops is not None
    usual = "Typical for this accelerator, count and student" if money.presets else "Usual for any accelerator"
    utilisation = number("utilization", "Utilisation", SHARE, "share of the peak")
    if measured:
        utilisation = replace(utilisation, value=None)
        usual = ""
    utilisation = _filled(utilisation, money.utilization, SHARE.text, usual)
    entry = accelerator(hardware.accelerator) if hardware.accelerator is not None else None
    kind = _word(plan, group, "hardware.accelerator", "Accelerators: kind", "Custom" if entry is None else entry.name)
    rows = (
        number("count", "Accelerators: count", COUNT),
        kind if entry is None else replace(kind, source=entry.source_url),
        time,
        _unused(utilisation, measured, "Replaced by the measured speed"),
        _filled(
            number("price_per_hour", "Price", price, f"{plan.currency} per accelerator-hour", "not known"),
            money.price_per_hour,
            price.text,
            money.price_note,
        ),
        _word(plan, group, "hardware.precision", "Precision", hardware.precision.upper()),
        _filled(number("peak_tflops", "Peak", TFLOPS, "TFLOP/s"), money.peak_tflops, TFLOPS.text, money.peak_note),
        number("measured_tflops", "Measured", TFLOPS, "TFLOP/s", "not measured"),
        number("contingency", "Contingency", SHARE, "share of the time"),
        number("pue", "Power (PUE)", POWER_FACTOR),
        number("carbon_g_per_kwh", "Carbon", CARBON, "g CO₂e per kWh"),
        _word(plan, group, "currency", "Currency", plan.currency),
    )
    return (compute, *rows) if by_compute else rows


def _data(plan: Plan) -> tuple[PlanInput, ...]:
    group, data, teacher = "Data", plan.data, plan.teacher
    limited = data.student_tokens is not None or (data.teacher_tokens is not None and not teacher.exists)
    repeat = _word(plan, group, "data.allow_repeats", "May repeat", _yes(data.allow_repeats))
    other = _number(plan, group, "data.teacher_tokens", "Teacher text", TOKENS, "tokens", "no limit")
    return (
        _number(plan, group, "data.student_tokens", "Student text", TOKENS, "tokens", "no limit"),
        _unused(repeat, not limited, "No text is limited"),
        _unused(other, teacher.exists, "The teacher exists already"),
    )


def _student(plan: Plan) -> tuple[PlanInput, ...]:
    def number(field: str, label: str, quantity: Quantity, unit: str = "", absent: str = "–") -> PlanInput:
        return _number(plan, "Student", field, label, quantity, unit, absent)

    size = number("student.parameters", "Size", PARAMETERS, "parameters")
    return (
        replace(size, source="Without embeddings"),
        number("student.memory_gb", "Must fit in: memory", MEMORY, "GB", "any size"),
        number("student.bits", "Must fit in: bits per weight", BITS, "bits"),
        number("architecture.context", "Context", CONTEXT, "tokens"),
        number("architecture.vocabulary", "Vocabulary", VOCABULARY, "entries"),
        number("architecture.aspect_ratio", "Width / depth", ASPECT_RATIO),
        number("architecture.ffn_ratio", "FFN ratio", FFN_RATIO),
        number("architecture.ffn_matrices", "FFN matrices", MATRICES),
        number("architecture.gqa_group", "Query group", QUERY_GROUP),
        number("student.served_tokens", "Served", SERVED_TOKENS, "tokens", "not counted"),
    )


def _teacher(plan: Plan) -> tuple[PlanInput, ...]:
    group, teacher = "Teacher", plan.teacher

    def number(name: str, label: str, quantity: Quantity, unit: str = "") -> PlanInput:
        return _number(plan, group, f"teacher.{name}", label, quantity, unit)

    outputs = "must be computed"
    if teacher.outputs_stored:
        outputs = "are stored already" if teacher.exists else "will be stored anyway"
    given = teacher.exists and bool(teacher.candidates)
    one_of = "The teacher is one of the candidates"
    free = teacher.exists and teacher.outputs_stored
    alone = teacher.students <= 1 or teacher.outputs_stored
    law = coefficient_set(plan)
    chosen = _word(plan, group, "coefficients", "Law", law.name)
    return (
        _word(plan, group, "teacher.exists", "Exists", _yes(teacher.exists)),
        _word(plan, group, "teacher.outputs_stored", "Its outputs", outputs),
        _unused(number("students", "Shared by", STUDENTS, "students"), free, "The teacher costs nothing here"),
        _unused(
            _word(plan, group, "teacher.share_outputs", "Share outputs", _yes(teacher.share_outputs)),
            alone,
            "The outputs are stored anyway" if teacher.outputs_stored else "Only one student uses the teacher",
        ),
        _unused(number("max_training_tokens", "Trained on", TOKENS, "tokens"), given, one_of),
        *(_unused(row, given, one_of) for row in _sizes(plan, group)),
        replace(chosen, source=law.note or law.source),
    )


def _sizes(plan: Plan, group: str) -> tuple[PlanInput, ...]:
    field = "teacher.parameters_range"
    origin = _origin(plan, field)
    named = zip(("smallest", "largest"), plan.teacher.parameters_range, strict=True)
    return tuple(
        PlanInput(f"{field}[{i}]", group, f"Size range: {name}", PARAMETERS.text(size), size, "parameters", origin)
        for i, (name, size) in enumerate(named)
    )


def _yes(value: Any) -> str:
    return "Yes" if value else "No"
