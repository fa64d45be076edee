"""The Schedule page: where compute and days go, as words and positions ready to draw."""

from __future__ import annotations

import math
from dataclasses import dataclass

from advisor.accelerator_names import short_name
from advisor.accelerators import accelerator
from advisor.evidence import ChartPage, Page
from advisor.language import translate
from advisor.notes import Note
from advisor.number_text import with_marks
from advisor.quantities import (
    exact_number,
    format_duration,
    format_energy,
    format_flops,
    format_mass,
    format_money,
    format_power,
    format_price,
    format_share,
)
from advisor.solution import Solution
from advisor.spoken import LEAST_IN_DAYS
from advisor.ticks import linear_ticks

from .notes import schedule_notes
from .phases import Phase, Schedule, recommended_schedule
from .sentence import schedule_sentence
from .split_curves import solve_split, split_page

ABSENT = "–"
MOST_TICKS = 7
PLANNED_AWAY = 0.01
"""Share of the schedule by which the planned time has to differ from it to be shown."""

PLANNED_AT_MOST = 1.5
"""Multiple of the schedule up to which the axis goes on to the planned time."""

_UNITS = (("min", 1 / 60, 2.0), ("h", 1.0, LEAST_IN_DAYS), ("day", 24.0, 2 * 8760.0), ("year", 8760.0, math.inf))
"""A time's unit, its length in hours, and the hours below which schedules are told in it."""


@dataclass(frozen=True)
class Column:
    """A column of the schedule: its heading, and what it counts."""

    heading: str
    explanation: str


@dataclass(frozen=True)
class Row:
    """One row: a bar from ``start`` to ``end`` (shares of the axis), or ``reason`` where there is none.

    ``cause`` is the reason without "None:", for sentences that name the phase themselves.
    ``cells`` has a text for each column; ``told`` says the same in words, most telling first.
    """

    key: str
    label: str
    start: float
    end: float
    reason: str
    cause: str
    cells: tuple[str, ...]
    told: tuple[str, ...]


@dataclass(frozen=True)
class SchedulePage(Page):
    """Shares of compute against budget, over the schedule of what is recommended.

    ``ticks`` are positions on the axis of the bars, as shares of it, with their texts; ``planned`` is where the time
    that was planned ends, None where the schedule takes as long. ``total`` is the row below the phases' ``rows``.
    """

    split: ChartPage
    schedule: Schedule
    currency: str
    ticks: tuple[tuple[float, str], ...]
    planned: float | None
    planned_label: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row
    notes: tuple[Note, ...]


def schedule_page(solution: Solution) -> SchedulePage:
    """Return the split of compute, and the schedule of what is recommended with what it needs on disk and in memory."""
    schedule = recommended_schedule(solution)
    curves = solve_split(solution)
    sentence = schedule_sentence(solution, schedule)
    question = translate("Schedule page", "Where do the compute and the days go?")
    axis = _axis(solution, schedule)
    rows = tuple(_row(solution, schedule, phase, axis) for phase in schedule.phases)
    return SchedulePage(
        name="schedule",
        question=question,
        sentence=sentence,
        split=split_page(solution, curves, question, sentence),
        schedule=schedule,
        currency=solution.plan.currency,
        ticks=axis.ticks,
        planned=axis.planned,
        planned_label=axis.planned_label,
        columns=_columns(solution, schedule, axis),
        rows=rows,
        total=_row(solution, schedule, schedule.total, axis),
        notes=schedule_notes(solution, schedule),
    )


@dataclass(frozen=True)
class _Axis:
    """The axis of the bars; ``length`` is in hours or, without hardware, in FLOPs; ``unit`` is one of `_UNITS`."""

    unit: str
    hours_per_unit: float
    decimals: int
    length: float
    ticks: tuple[tuple[float, str], ...]
    planned: float | None
    planned_label: str

    @property
    def heading(self) -> str:
        return {
            "min": translate("Schedule page", "Minutes"),
            "h": translate("Schedule page", "Hours"),
            "day": translate("Schedule page", "Days"),
            "year": translate("Schedule page", "Years"),
        }[self.unit]


def _axis(solution: Solution, schedule: Schedule) -> _Axis:
    total = schedule.total.hours
    if total is None:
        quarters = tuple((k / 4, format_share(k / 4)) for k in range(5))
        return _Axis("", 1.0, 0, schedule.total.flops, quarters, None, "")
    unit, size, _ = next(known for known in _UNITS if float(f"{total:.3g}") < known[2])
    planned = solution.budget.hours
    apart = planned is not None and abs(planned - total) > PLANNED_AWAY * total and planned <= PLANNED_AT_MOST * total
    length = max(total, planned) if planned is not None and apart else total
    ticks = linear_ticks(0.0, length / size, MOST_TICKS)
    texts = [exact_number(tick) for tick in ticks]
    return _Axis(
        unit=unit,
        hours_per_unit=size,
        # As many decimals as give the total three figures, so that the column adds up to what stands below it.
        decimals=max(0, 2 - math.floor(math.log10(float(f"{total / size:.2e}")))),
        length=length,
        ticks=tuple(
            (tick * size / length, text if i else _first_tick(unit).format(number=text))
            for i, (tick, text) in enumerate(zip(ticks, texts, strict=True))
        ),
        planned=planned / length if planned is not None and apart else None,
        planned_label=translate("Schedule page", "Planned: {time}").format(time=format_duration(planned))
        if planned is not None and apart
        else "",
    )


def _first_tick(unit: str) -> str:
    """Return the text of the tick that names the unit, with a place for its number."""
    return {
        "min": translate("Schedule page", "minute {number}"),
        "h": translate("Schedule page", "hour {number}"),
        "day": translate("Schedule page", "day {number}"),
        "year": translate("Schedule page", "year {number}"),
    }[unit]


def _columns(solution: Solution, schedule: Schedule, axis: _Axis) -> tuple[Column, ...]:
    hardware, money = solution.plan.hardware, solution.budget
    counted = Column(
        translate("Schedule page", "Counted"), translate("Schedule page", "What counts as this student's share")
    )
    if hardware is None or schedule.total.hours is None:
        all_run, each = (
            translate("Schedule page", "All that is run"),
            translate("Schedule page", "Compute of each phase"),
        )
        flops = Column(translate("Schedule page", "FLOPs"), all_run if schedule.shared else each)
        share = Column(translate("Schedule page", "Share"), translate("Schedule page", "Share of the compute"))
        return (flops, counted, share) if schedule.shared else (flops, share)
    name = translate("Schedule page", "accelerator")
    if hardware.accelerator is not None:
        name = short_name(hardware.accelerator)
    devices = f"{exact_number(hardware.count)} × {name}"
    runs_on = translate("Schedule page", "{days} on {accelerators}", "such as: Days on 64 × H100")
    if hardware.contingency:
        runs_on = translate("Schedule page", "{days} on {accelerators}, {share} of the time lost")
    time = Column(
        axis.heading,
        runs_on.format(days=axis.heading, accelerators=devices, share=format_share(hardware.contingency)),
    )
    cost = translate("Schedule page", "No price is known")
    if money.price_per_hour is not None:
        price = format_price(money.price_per_hour, solution.plan.currency)
        cost = translate("Schedule page", "{price}, for {accelerators}").format(price=price, accelerators=devices)
    energy = translate("Schedule page", "The power of this accelerator is not known")
    carbon = translate("Schedule page", "The energy is not known")
    watts = accelerator(hardware.accelerator).tdp_w if hardware.accelerator is not None else None
    if watts is not None:
        energy = translate(
            "Schedule page", "{watts} W for each of {accelerators}, times {pue} for cooling and supply (PUE)"
        ).format(watts=exact_number(watts), accelerators=devices, pue=exact_number(float(f"{hardware.pue:.6g}")))
        carbon = translate("Schedule page", "The energy at {grams} g of CO₂e per kWh").format(
            grams=exact_number(hardware.carbon_g_per_kwh)
        )
    shown = (
        Column(translate("Schedule page", "Cost"), cost),
        Column(translate("Schedule page", "Energy"), energy),
        Column(translate("Schedule page", "CO₂e"), carbon),
    )
    return (time, counted, *shown) if schedule.shared else (time, *shown)


def _row(solution: Solution, schedule: Schedule, phase: Phase, axis: _Axis) -> Row:
    begin = sum(p.flops for p in schedule.phases[: _place(schedule, phase)])
    length = schedule.total.flops
    start, end = begin / length, (begin + phase.flops) / length
    if phase.hours is not None:
        # FLOPs and hours are proportional; an axis that goes on to the planned time is longer than the bars.
        scale = (schedule.total.hours or 0.0) / axis.length
        start, end = start * scale, end * scale
    return Row(
        key=phase.key,
        label=phase.label,
        start=start,
        end=end,
        reason=phase.reason,
        cause=phase.cause,
        cells=_cells(solution, schedule, phase, axis),
        told=_told(solution, schedule, phase),
    )


def _place(schedule: Schedule, phase: Phase) -> int:
    return schedule.phases.index(phase) if phase in schedule.phases else 0


def _cells(solution: Solution, schedule: Schedule, phase: Phase, axis: _Axis) -> tuple[str, ...]:
    width = 2 + (0 if phase.hours is None else 2) + (1 if schedule.shared else 0)
    if phase.reason:
        return (ABSENT,) * width
    if phase.hours is None or phase.counted_hours is None:
        share = format_share(phase.counted_flops / schedule.total.counted_flops, 2)
        counted = (format_power(phase.counted_flops),) if schedule.shared else ()
        return (format_power(phase.flops), *counted, share)
    counted = (_in_units(phase.counted_hours, axis),) if schedule.shared else ()
    return (
        _in_units(phase.hours, axis),
        *counted,
        ABSENT if phase.cost is None else format_money(phase.cost, solution.plan.currency),
        ABSENT if phase.energy_kwh is None else format_energy(phase.energy_kwh),
        ABSENT if phase.carbon_kg is None else format_mass(phase.carbon_kg),
    )


def _in_units(hours: float, axis: _Axis) -> str:
    amount, least = hours / axis.hours_per_unit, 10.0**-axis.decimals
    if round(amount, axis.decimals) == 0 < hours:
        text = translate("Schedule page", "under {number}")
        return text.format(number=with_marks(f"{least:.{axis.decimals}f}"))
    return with_marks(f"{amount:,.{axis.decimals}f}")


def _told(solution: Solution, schedule: Schedule, phase: Phase) -> tuple[str, ...]:
    label = translate("Schedule page", "{phase}:", "what it takes follows").format(phase=phase.label)
    counted = translate("Schedule page", "{amount} counted for this student")
    if phase.reason:
        return label, translate("Schedule page", "none: {cause}", "after the name of a phase").format(cause=phase.cause)
    flops = format_flops(phase.flops)
    if phase.hours is None or phase.counted_hours is None:
        return (label, flops, *((counted.format(amount=format_flops(phase.counted_flops)),) if schedule.shared else ()))
    time = format_duration(phase.hours, 3)
    if phase.hours >= 24:
        time = translate("Schedule page", "{time} ({hours} h)").format(
            time=time, hours=exact_number(float(f"{phase.hours:.3g}"))
        )
    parts = [time]
    if schedule.shared:
        parts.append(counted.format(amount=format_duration(phase.counted_hours, 3)))
    if phase.cost is not None:
        parts.append(format_money(phase.cost, solution.plan.currency))
    if phase.energy_kwh is not None and phase.carbon_kg is not None:
        carbon = translate("Schedule page", "{mass} of CO₂e").format(mass=format_mass(phase.carbon_kg))
        parts += [format_energy(phase.energy_kwh), carbon]
    return (label, *parts, flops)
