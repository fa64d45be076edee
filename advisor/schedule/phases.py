"""This plan's phases, one after the other: hours, money, energy and carbon of each.

The timeline runs what has to happen: the teacher's whole training and all of its outputs. What is paid for, and what
the law counts (Eq. 9, arXiv 2502.08606v2), is this student's share of them; the two differ where students share a
teacher.
"""

from __future__ import annotations

from dataclasses import dataclass

from advisor.budget import Budget
from advisor.language import translate
from advisor.names import phase_labels
from advisor.recommendation import Phases
from advisor.solution import Solution


@dataclass(frozen=True)
class Phase:
    """One phase; ``key`` is a field of `Phases`. Where it takes nothing, ``cause`` says why.

    Parameters
    ----------
    flops, counted_flops : float
        FLOPs of all that is run, and this student's share of them.
    start_hours, hours : float or None
        When it starts and how long all of it runs; None without hardware.
    counted_hours, cost, energy_kwh, carbon_kg : float or None
        Of this student's share; None where hardware, price or power is not known.
    """

    key: str
    label: str
    flops: float
    counted_flops: float
    start_hours: float | None
    hours: float | None
    counted_hours: float | None
    cost: float | None
    energy_kwh: float | None
    carbon_kg: float | None
    cause: str = ""

    @property
    def reason(self) -> str:
        """The cause as it stands alone, empty where the phase takes something: "None: the teacher exists"."""
        return translate("Schedule page", "None: {cause}").format(cause=self.cause) if self.cause else ""


@dataclass(frozen=True)
class Schedule:
    """Phases in the order they run. ``direct``: the student is trained without a teacher."""

    direct: bool
    phases: tuple[Phase, ...]
    total: Phase

    @property
    def shared(self) -> bool:
        """Whether other students pay for some of what is run."""
        return self.total.counted_flops < self.total.flops * (1 - 1e-9)

    def phase(self, key: str) -> Phase:
        """Return the phase with this key."""
        return next(phase for phase in self.phases if phase.key == key)


def recommended_schedule(solution: Solution) -> Schedule:
    """Return the schedule of what is recommended; in a tie that is training directly, which is simpler."""
    return distilling_schedule(solution) if solution.method == "distill" else direct_schedule(solution)


def direct_schedule(solution: Solution) -> Schedule:
    """Return the schedule of training directly."""
    flops = Phases(student_training=solution.supervised_flops, teacher_outputs=0.0, teacher_training=0.0)
    cause = translate("Schedule page", "training directly needs no teacher", "none: why a phase takes no time")
    return _schedule(solution, True, flops, flops, {"teacher_training": cause, "teacher_outputs": cause})


def distilling_schedule(solution: Solution) -> Schedule:
    """Return the schedule of the best plan that uses a teacher."""
    counted = solution.distillation.flops
    outputs_share, training_share = solution.shares
    whole = Phases(
        student_training=counted.student_training,
        teacher_outputs=counted.teacher_outputs / outputs_share if outputs_share else 0.0,
        teacher_training=counted.teacher_training / training_share if training_share else 0.0,
    )
    causes = {
        "teacher_training": translate("Schedule page", "the teacher exists", "none: why a phase takes no time"),
        "teacher_outputs": translate("Schedule page", "the outputs are stored already", "none: why")
        if solution.plan.teacher.exists
        else translate("Schedule page", "the outputs are stored at no extra cost", "none: why"),
    }
    return _schedule(solution, False, whole, counted, causes)


def as_table(schedule: Schedule, currency: str) -> tuple[tuple[str, ...], ...]:
    """Return a row of headings with units and a row for each phase and the total, every number with all its digits."""
    money = translate("Schedule table", "Cost")
    if currency.strip():
        money = translate("Schedule table", "Cost, {currency}").format(currency=currency)
    heads = (
        translate("Schedule table", "Phase"),
        translate("Schedule table", "Start, h"),
        translate("Schedule table", "Time, h"),
        translate("Schedule table", "Time counted, h"),
        translate("Schedule table", "FLOPs"),
        translate("Schedule table", "FLOPs counted"),
        money,
        translate("Schedule table", "Energy, kWh"),
        translate("Schedule table", "CO₂e, kg"),
        translate("Schedule table", "Remark"),
    )
    rows: list[tuple[str, ...]] = [heads]
    for phase in (*schedule.phases, schedule.total):
        numbers = (
            phase.start_hours,
            phase.hours,
            phase.counted_hours,
            phase.flops,
            phase.counted_flops,
            phase.cost,
            phase.energy_kwh,
            phase.carbon_kg,
        )
        rows.append((phase.label, *("" if number is None else repr(number) for number in numbers), phase.reason))
    return tuple(rows)


def _schedule(solution: Solution, direct: bool, whole: Phases, counted: Phases, causes: dict[str, str]) -> Schedule:
    rate = solution.budget.flops_per_hour
    start: float | None = 0.0 if rate else None
    phases = []
    for key, label in phase_labels().items():
        flops = getattr(whole, key)
        cause = causes.get(key, "") if not flops else ""
        phase = _phase(solution, key, label, flops, getattr(counted, key), start, cause)
        phases.append(phase)
        start = None if start is None or phase.hours is None else start + phase.hours
    begin = 0.0 if rate else None
    total = _phase(solution, "total", translate("Schedule page", "Total"), whole.total, counted.total, begin, "")
    return Schedule(direct, tuple(phases), total)


def _phase(
    solution: Solution, key: str, label: str, flops: float, counted: float, start: float | None, cause: str
) -> Phase:
    money = solution.budget
    hours = counted_hours = None
    if money.flops_per_hour:
        hours, counted_hours = flops / money.flops_per_hour, counted / money.flops_per_hour
    return Phase(
        key=key,
        label=label,
        flops=flops,
        counted_flops=counted,
        start_hours=start,
        hours=hours,
        counted_hours=counted_hours,
        cost=_of_budget(money, money.cost, counted_hours),
        energy_kwh=_of_budget(money, money.energy_kwh, counted_hours),
        carbon_kg=_of_budget(money, money.carbon_kg, counted_hours),
        cause=cause,
    )


def _of_budget(money: Budget, amount: float | None, hours: float | None) -> float | None:
    """Return this many hours' part of what all hours of the budget amount to."""
    if amount is None or hours is None or not money.hours:
        return None
    return amount * hours / money.hours
