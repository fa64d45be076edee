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
from ..language import translate
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
        "typed", "default", "derived" (it follows from other inputs) or "unused" (others make it idle).
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

    @property
    def badge(self) -> str:
        """The origin in words, as the badge beside the field says it."""
        return {
            "typed": translate("Plan panel", "typed"),
            "default": translate("Plan panel", "default"),
            "derived": translate("Plan panel", "derived"),
            "unused": translate("Plan panel", "unused"),
        }[self.origin]


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
    group, hardware = translate("Hardware fields", "Hardware"), plan.hardware
    by_compute = plan.budget_flops is not None
    compute = _number(plan, group, "budget_flops", translate("Hardware fields", "Compute"), FLOPS, "FLOPs")
    if hardware is None:
        return (compute,)

    def number(name: str, label: str, quantity: Quantity, unit: str = "", absent: str = "–") -> PlanInput:
        return _number(plan, group, f"hardware.{name}", label, quantity, unit, absent)

    price = price_quantity(plan.currency)
    time = number("hours", translate("Hardware fields", "Time"), DURATION, translate("Inputs", "hours"))
    if by_compute:
        text = "–" if money.hours is None else DURATION.text(money.hours)
        time = replace(
            time, text=text, value=money.hours, origin="derived", source=translate("Inputs", "Follows from the compute")
        )
    measured = hardware.measured_tflops is not None
    usual = translate("Inputs", "Usual for any accelerator")
    if money.presets:
        usual = translate("Inputs", "Typical for this accelerator, count and student")
    utilisation = number(
        "utilization", translate("Hardware fields", "Utilisation"), SHARE, translate("Inputs", "share of the peak")
    )
    if measured:
        utilisation = replace(utilisation, value=None)
        usual = ""
    utilisation = _filled(utilisation, money.utilization, SHARE.text, usual)
    entry = accelerator(hardware.accelerator) if hardware.accelerator is not None else None
    accelerators = translate("Hardware fields", "Accelerators")
    kind = _word(
        plan,
        group,
        "hardware.accelerator",
        _part(accelerators, translate("Hardware fields", "kind")),
        translate("Inputs", "Custom") if entry is None else entry.name,
    )
    rows = (
        number("count", _part(accelerators, translate("Hardware fields", "count")), COUNT),
        kind if entry is None else replace(kind, source=entry.source_url),
        time,
        _unused(utilisation, measured, translate("Inputs", "Replaced by the measured speed")),
        _filled(
            number(
                "price_per_hour",
                translate("Hardware fields", "Price"),
                price,
                translate("Inputs", "{currency} per accelerator-hour").format(currency=plan.currency),
                translate("Hardware fields", "not known"),
            ),
            money.price_per_hour,
            price.text,
            money.price_note,
        ),
        _word(plan, group, "hardware.precision", translate("Hardware fields", "Precision"), hardware.precision.upper()),
        _filled(
            number("peak_tflops", translate("Hardware fields", "Peak"), TFLOPS, "TFLOP/s"),
            money.peak_tflops,
            TFLOPS.text,
            money.peak_note,
        ),
        number(
            "measured_tflops",
            translate("Hardware fields", "Measured"),
            TFLOPS,
            "TFLOP/s",
            translate("Hardware fields", "not measured"),
        ),
        number(
            "contingency", translate("Hardware fields", "Contingency"), SHARE, translate("Inputs", "share of the time")
        ),
        number("pue", translate("Hardware fields", "Power (PUE)"), POWER_FACTOR),
        number(
            "carbon_g_per_kwh", translate("Hardware fields", "Carbon"), CARBON, translate("Inputs", "g CO₂e per kWh")
        ),
        _word(plan, group, "currency", translate("Hardware fields", "Currency"), plan.currency),
    )
    return (compute, *rows) if by_compute else rows


def _data(plan: Plan) -> tuple[PlanInput, ...]:
    group, data, teacher = translate("Data fields", "Data"), plan.data, plan.teacher
    limited = data.student_tokens is not None or (data.teacher_tokens is not None and not teacher.exists)
    repeat = _word(plan, group, "data.allow_repeats", translate("Data fields", "May repeat"), _yes(data.allow_repeats))
    tokens, no_limit = translate("Inputs", "tokens"), translate("Data fields", "no limit")
    other = _number(
        plan, group, "data.teacher_tokens", translate("Data fields", "Teacher text"), TOKENS, tokens, no_limit
    )
    return (
        _number(plan, group, "data.student_tokens", translate("Data fields", "Student text"), TOKENS, tokens, no_limit),
        _unused(repeat, not limited, translate("Inputs", "No text is limited")),
        _unused(other, teacher.exists, translate("Inputs", "The teacher exists already")),
    )


def _student(plan: Plan) -> tuple[PlanInput, ...]:
    group, fits = translate("Student fields", "Student"), translate("Student fields", "Must fit in")
    tokens = translate("Inputs", "tokens")

    def number(field: str, label: str, quantity: Quantity, unit: str = "", absent: str = "–") -> PlanInput:
        return _number(plan, group, field, label, quantity, unit, absent)

    size = number(
        "student.parameters", translate("Student fields", "Size"), PARAMETERS, translate("Inputs", "parameters")
    )
    memory = _part(fits, translate("Student fields", "memory"))
    bits = _part(fits, translate("Student fields", "bits per weight"))
    any_size, not_counted = translate("Student fields", "any size"), translate("Student fields", "not counted")
    entries = translate("Inputs", "entries", "of the vocabulary")
    return (
        replace(size, source=translate("Inputs", "Without embeddings")),
        number("student.memory_gb", memory, MEMORY, "GB", any_size),
        number("student.bits", bits, BITS, translate("Inputs", "bits")),
        number("architecture.context", translate("Student fields", "Context"), CONTEXT, tokens),
        number("architecture.vocabulary", translate("Student fields", "Vocabulary"), VOCABULARY, entries),
        number("architecture.aspect_ratio", translate("Student fields", "Width / depth"), ASPECT_RATIO),
        number("architecture.ffn_ratio", translate("Student fields", "FFN ratio"), FFN_RATIO),
        number("architecture.ffn_matrices", translate("Student fields", "FFN matrices"), MATRICES),
        number("architecture.gqa_group", translate("Student fields", "Query group"), QUERY_GROUP),
        number("student.served_tokens", translate("Student fields", "Served"), SERVED_TOKENS, tokens, not_counted),
    )


def _teacher(plan: Plan) -> tuple[PlanInput, ...]:
    group, teacher = translate("Teacher fields", "Teacher"), plan.teacher

    def number(name: str, label: str, quantity: Quantity, unit: str = "") -> PlanInput:
        return _number(plan, group, f"teacher.{name}", label, quantity, unit)

    outputs = translate("Teacher fields", "must be computed")
    if teacher.outputs_stored:
        outputs = translate("Teacher fields", "will be stored anyway")
        if teacher.exists:
            outputs = translate("Teacher fields", "are stored already")
    given = teacher.exists and bool(teacher.candidates)
    one_of = translate("Inputs", "The teacher is one of the candidates")
    free = teacher.exists and teacher.outputs_stored
    alone = teacher.students <= 1 or teacher.outputs_stored
    no_sharing = translate("Inputs", "Only one student uses the teacher")
    if teacher.outputs_stored:
        no_sharing = translate("Inputs", "The outputs are stored anyway")
    law = coefficient_set(plan)
    chosen = _word(plan, group, "coefficients", translate("Teacher fields", "Law"), law.name)
    return (
        _word(plan, group, "teacher.exists", translate("Teacher fields", "Exists"), _yes(teacher.exists)),
        _word(plan, group, "teacher.outputs_stored", translate("Teacher fields", "Its outputs"), outputs),
        _unused(
            number("students", translate("Teacher fields", "Shared by"), STUDENTS, translate("Inputs", "students")),
            free,
            translate("Inputs", "The teacher costs nothing here"),
        ),
        _unused(
            _word(
                plan,
                group,
                "teacher.share_outputs",
                translate("Teacher fields", "Share outputs"),
                _yes(teacher.share_outputs),
            ),
            alone,
            no_sharing,
        ),
        _unused(
            number(
                "max_training_tokens", translate("Teacher fields", "Trained on"), TOKENS, translate("Inputs", "tokens")
            ),
            given,
            one_of,
        ),
        *(_unused(row, given, one_of) for row in _sizes(plan, group)),
        replace(chosen, source=law.note or law.source),
    )


def _sizes(plan: Plan, group: str) -> tuple[PlanInput, ...]:
    field = "teacher.parameters_range"
    origin = _origin(plan, field)
    ends = (translate("Teacher fields", "smallest"), translate("Teacher fields", "largest"))
    named = zip(ends, plan.teacher.parameters_range, strict=True)
    label, unit = translate("Teacher fields", "Size range"), translate("Inputs", "parameters")
    return tuple(
        PlanInput(f"{field}[{i}]", group, _part(label, name), PARAMETERS.text(size), size, unit, origin)
        for i, (name, size) in enumerate(named)
    )


def _part(field: str, part: str) -> str:
    """Return the name of one of the two entries of a field."""
    return translate("Inputs", "{field}: {part}").format(field=field, part=part)


def _yes(value: Any) -> str:
    return translate("Teacher fields", "Yes") if value else translate("Teacher fields", "No")
