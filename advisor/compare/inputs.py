"""What the plans side by side were given, in words: the rows of the Compare page that explain why they differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from advisor.accelerator_names import short_name
from advisor.language import translate
from advisor.listing import in_a_row
from advisor.quantities import (
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

from .cells import NOTHING, CompareCell, CompareRow, not_known, ratio_text
from .compared import Compared


def given_rows(plans: tuple[Compared, ...]) -> tuple[CompareRow, ...]:
    """Return the student's size and the hardware, and every other input in which the plans differ."""
    sizes = [plan.plan.student.parameters for plan in plans]
    as_large = translate("Compare page", "{ratio} as large")
    size_cells = tuple(
        CompareCell(
            format_parameters(size),
            ratio_text(size, sizes[0], as_large) if size != sizes[0] else "",
            size,
        )
        for size in sizes
    )
    label, tip = translate("Compare page", "Student size"), translate("Compare page", "Parameters without embeddings")
    unit = translate("Compare page", "parameters", "a unit")
    rows = [CompareRow(label, "given", unit, tip, size_cells, "student_size")]
    for given in _inputs():
        texts = [given.text(plan) for plan in plans]
        if given.always or any(text != texts[0] for text in texts):
            rows.append(CompareRow(given.label, "given", "", given.tip, tuple(CompareCell(text) for text in texts)))
    return tuple(rows)


def _hardware(plan: Compared) -> str:
    hardware = plan.plan.hardware
    if hardware is None:
        return translate("Compare page", "Not described")
    own = translate("Compare page", "own accelerators")
    name = short_name(hardware.accelerator) if hardware.accelerator is not None else own
    return f"{exact_number(hardware.count)} × {name}"


def _time_given(plan: Compared) -> str:
    if plan.plan.budget_flops is not None:
        return format_flops(plan.plan.budget_flops)
    return NOTHING if plan.plan.hardware is None else format_duration(plan.plan.hardware.hours, 3)


def _speed(plan: Compared) -> str:
    hardware = plan.plan.hardware
    if hardware is None:
        return NOTHING
    if hardware.measured_tflops is not None:
        return translate("Compare page", "{speed} measured").format(speed=format_tflops(hardware.measured_tflops))
    share = hardware.utilization
    if plan.solution is not None and plan.solution.budget.utilization is not None:
        share = plan.solution.budget.utilization
    if share is None:
        return translate("Compare page", "the preset's", "utilisation")
    return translate("Compare page", "{share} of peak").format(share=format_share(share))


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
    return (
        not_known()
        if price is None
        else format_price(price, currency, translate("Compare page", "hour", "{price} per hour"))
    )


def _lost(plan: Compared) -> str:
    return NOTHING if plan.plan.hardware is None else format_share(plan.plan.hardware.contingency)


def _power(plan: Compared) -> str:
    hardware = plan.plan.hardware
    if hardware is None:
        return NOTHING
    return translate("Compare page", "PUE {pue}, {carbon} g/kWh").format(
        pue=exact_number(hardware.pue), carbon=exact_number(hardware.carbon_g_per_kwh)
    )


def _text(tokens: float | None) -> str:
    return translate("Compare page", "no limit") if tokens is None else format_tokens(tokens)


def _repeats(plan: Compared) -> str:
    if plan.plan.data.allow_repeats:
        return translate("Compare page", "may repeat")
    return translate("Compare page", "no repeats")


def _who_teaches(plan: Compared) -> str:
    teacher = plan.plan.teacher
    if not teacher.exists:
        return translate("Compare page", "to be trained", "a teacher")
    if teacher.candidates:
        return translate("Compare page", "%n listed", "teachers", len(teacher.candidates))
    return translate("Compare page", "any that exists", "a teacher")


def _candidates(plan: Compared) -> str:
    teacher = plan.plan.teacher
    return in_a_row([candidate.name for candidate in teacher.candidates]) if teacher.exists else NOTHING


def _outputs(plan: Compared) -> str:
    teacher = plan.plan.teacher
    if teacher.outputs_stored:
        return translate("Compare page", "stored", "a teacher's outputs")
    if teacher.share_outputs:
        return translate("Compare page", "computed once for all", "a teacher's outputs")
    return translate("Compare page", "computed", "a teacher's outputs")


def _shared(plan: Compared) -> str:
    students = plan.plan.teacher.students
    if students == 1:
        return translate("Compare page", "1 student")
    return translate("Compare page", "{count} students").format(count=exact_number(students))


def _bounds(plan: Compared) -> str:
    teacher = plan.plan.teacher
    sizes = format_range(*teacher.parameters_range, format_parameters)
    tokens = format_tokens(teacher.max_training_tokens)
    return translate("Compare page", "{sizes}, up to {tokens}").format(sizes=sizes, tokens=tokens)


def _served(plan: Compared) -> str:
    served = plan.plan.student.served_tokens
    return format_tokens(served) if served else translate("Compare page", "none", "no tokens served")


def _shape(plan: Compared) -> str:
    shape = plan.plan.architecture
    return translate("Compare page", "{context} context, {vocabulary} vocabulary").format(
        context=exact_number(shape.context), vocabulary=exact_number(shape.vocabulary)
    )


@dataclass(frozen=True)
class _Input:
    """Something the plans were given: what it is called, and how a plan says it."""

    label: str
    tip: str
    text: Callable[[Compared], str]
    always: bool = False


def _inputs() -> tuple[_Input, ...]:
    return (
        _Input(
            translate("Compare page", "Hardware"), translate("Compare page", "What computes"), _hardware, always=True
        ),
        _Input(
            translate("Compare page", "Time given"),
            translate("Compare page", "The time the plan may use, or its compute"),
            _time_given,
        ),
        _Input(
            translate("Compare page", "Precision"),
            translate("Compare page", "The number format that sets the peak"),
            _precision,
        ),
        _Input(
            translate("Compare page", "Utilisation"),
            translate("Compare page", "What share of the peak is reached"),
            _speed,
        ),
        _Input(translate("Compare page", "Price"), translate("Compare page", "Of one accelerator for an hour"), _price),
        _Input(
            translate("Compare page", "Time lost"),
            translate("Compare page", "Share of the time lost to restarts, pilots and evaluation"),
            _lost,
        ),
        _Input(
            translate("Compare page", "Power and carbon"),
            translate("Compare page", "Power usage effectiveness, and grams of CO₂ for each kWh"),
            _power,
        ),
        _Input(
            translate("Compare page", "Student text"),
            translate("Compare page", "Unique tokens for the student"),
            lambda plan: _text(plan.plan.data.student_tokens),
        ),
        _Input(
            translate("Compare page", "Teacher text"),
            translate("Compare page", "Unique tokens to train a teacher on"),
            lambda plan: _text(plan.plan.data.teacher_tokens),
        ),
        _Input(
            translate("Compare page", "Repeats"),
            translate("Compare page", "Whether text may be used more than once"),
            _repeats,
        ),
        _Input(
            translate("Compare page", "Teachers"),
            translate("Compare page", "Where the teacher comes from"),
            _who_teaches,
        ),
        _Input(translate("Compare page", "Candidates"), translate("Compare page", "Teachers that exist"), _candidates),
        _Input(
            translate("Compare page", "Teacher outputs"),
            translate("Compare page", "Whether the teacher still has to be run"),
            _outputs,
        ),
        _Input(
            translate("Compare page", "Shared by"),
            translate("Compare page", "Students that share what the teacher costs"),
            _shared,
        ),
        _Input(
            translate("Compare page", "Teacher limits"),
            translate("Compare page", "Sizes a free teacher may have, and the tokens it may have seen"),
            _bounds,
        ),
        _Input(
            translate("Compare page", "Served"), translate("Compare page", "Tokens the student will serve"), _served
        ),
        _Input(translate("Compare page", "Shape"), translate("Compare page", "Of student and teacher"), _shape),
        _Input(
            translate("Compare page", "Law"),
            translate("Compare page", "The coefficients the answer rests on"),
            lambda plan: plan.law.name,
        ),
    )
