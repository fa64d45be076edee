"""The Budget page: what more or less compute would buy, by every method."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .baseline import train_directly
from .cautions import STUDY_TEACHER_LOSS, STUDY_TOKENS
from .evidence import SUPERVISED, THIS_PLAN, ChartPage, Curve, Mark, Zone
from .headline import WORTH_MENTIONING
from .names import SCENARIO_LABELS, SHORT_SCENARIO_LABELS, capital, teacher_name, with_article
from .quantities import format_duration, format_flops, format_loss, format_power, format_ratio
from .recommendation import SCENARIOS
from .scenarios import SCENARIO_SHARES, matching_scenario
from .solution import Solution
from .solver import Optimum, best_distillation
from .uncertainty import DISTILL_FROM, NINETY_PERCENT, probability_distilling_is_better

FloatArray = NDArray[np.float64]

POINTS = 85
BEYOND_FRAME = 10**0.75
"""How far curves go on beyond the axis on either side, for the frame that stands still while the plan is dragged."""

DECADES_BELOW, DECADES_ABOVE = 1.1, 1.5
FURTHEST_CROSSING = 3.0
"""Decades above the plan up to which the crossing is looked for and the axis extended."""


@dataclass(frozen=True)
class Sweep:
    """Every method over a range of budgets; rows of ``distilled`` are the four scenarios and the plan's own shares."""

    compute: FloatArray
    supervised: FloatArray
    distilled: FloatArray
    plan: Optimum


def sweep(solution: Solution, compute: FloatArray) -> Sweep:
    """Solve every method at every budget in one call."""
    shares = np.array([*SCENARIO_SHARES.values(), solution.shares])[:, :, None]
    size = solution.plan.student.parameters
    optimum = best_distillation(size, compute[None, :], shares[:, 0], shares[:, 1], solution.world)
    own = Optimum(**{name: rows[-1] for name, rows in vars(optimum).items()})
    return Sweep(compute, train_directly(size, compute, solution.world).loss, optimum.loss, own)


def budget_page(solution: Solution) -> ChartPage:
    """Return loss against compute for training directly and every scenario, with the plan and the crossing marked."""
    compute = solution.budget.compute_flops
    crossing = _crossing(solution)
    low, high = _range(compute, None if crossing is None else crossing[0])
    swept = sweep(solution, np.geomspace(low / BEYOND_FRAME, high * BEYOND_FRAME, POINTS))
    framed = (swept.compute >= low) & (swept.compute <= high)
    scenario = matching_scenario(solution.plan)
    emphasised = scenario or THIS_PLAN
    curves = [_curve(name, swept.compute, swept.distilled[i], emphasised == name) for i, name in enumerate(SCENARIOS)]
    curves.reverse()
    curves.insert(2, _curve(SUPERVISED, swept.compute, swept.supervised, False))
    if scenario is None:
        label = "Distil: costs shared, this plan"
        curves.append(Curve(THIS_PLAN, label, swept.compute, swept.plan.loss, True, short_label="this plan"))
    half = NINETY_PERCENT * solution.world.coefficients.relative_error * swept.plan.loss
    distilled, direct = solution.distillation.loss, solution.supervised.loss
    lowest, highest = _y_range([c.y[framed] for c in curves], min(distilled, direct), max(distilled, direct))
    equivalent = solution.compute_equivalent
    marks = [
        Mark("plan", compute, distilled, "", key=emphasised),
        Mark("other", compute, direct, "", key=SUPERVISED),
    ]
    if crossing is not None:
        marks.append(Mark("crossing", *crossing, f"Lines cross at {_said(solution, crossing[0])}"))
    return ChartPage(
        name="budget",
        question="What would more or less compute buy?",
        sentence=_sentence(solution, swept, crossing),
        x_title="Compute, FLOPs",
        y_title="Student loss, nats per token (lower is better)",
        x_kind="compute",
        curves=tuple(curves),
        marks=tuple(marks),
        zones=_zones(swept, low, high),
        x_tick_captions=("FLOPs", "on this hardware") if solution.budget.flops_per_hour else ("FLOPs",),
        x_range=(low, high),
        y_range=(lowest, highest),
        band_key=emphasised,
        band_low=swept.plan.loss - half,
        band_high=swept.plan.loss + half,
        band_label="90 % range of this plan's method",
        plan_x=compute,
        plan_label=f"This plan: {_plan_label(solution)}",
        equivalent=(compute, compute * equivalent, distilled, format_ratio(equivalent, 2))
        if equivalent is not None and WORTH_MENTIONING < equivalent < high / compute
        else None,
        table=_table(solution),
        footer=_footer(solution),
        flops_per_hour=solution.budget.flops_per_hour,
    )


def _curve(key: str, x: FloatArray, y: FloatArray, emphasised: bool) -> Curve:
    label = SCENARIO_LABELS[key]
    full = f"{label}, this plan" if emphasised else label
    return Curve(key, full, x, y, emphasised, short_label=SHORT_SCENARIO_LABELS[key])


def _range(compute: float, crossing: float | None) -> tuple[float, float]:
    """Return the axis in half decades, so that it stays put while the budget moves a little."""
    at = np.log10(compute)
    low = np.floor(2 * (at - DECADES_BELOW)) / 2
    high = np.ceil(2 * (at + DECADES_ABOVE)) / 2
    if crossing is not None and np.log10(crossing) > high - 0.25:
        high = np.ceil(2 * (np.log10(crossing) + 0.25)) / 2
    return float(10 ** max(low, 6.0)), float(10 ** min(high, 36.0))


def _crossing(solution: Solution) -> tuple[float, float] | None:
    """Return the least budget from which training directly is no worse than this plan's method, and the loss there."""
    compute = solution.budget.compute_flops * np.geomspace(0.03, 10**FURTHEST_CROSSING, 31)
    gap = _gap(solution, compute)
    ends = np.flatnonzero((gap[:-1] > 0) & (gap[1:] <= 0))
    if not ends.size:
        return None
    compute = np.geomspace(float(compute[ends[0]]), float(compute[ends[0] + 1]), 17)
    gap = _gap(solution, compute)
    at = float(np.exp(np.interp(0, -gap, np.log(compute))))
    return at, float(train_directly(solution.plan.student.parameters, at, solution.world).loss)


def _gap(solution: Solution, compute: FloatArray) -> FloatArray:
    """Return how much better than training directly the best free teacher of the plan's shares is."""
    size, world = solution.plan.student.parameters, solution.world
    distilled = best_distillation(size, compute, *solution.shares, world).loss
    return np.asarray(train_directly(size, compute, world).loss - distilled)


def _y_range(curves: list[FloatArray], low: float, high: float) -> tuple[float, float]:
    """Return limits in tenths that hold the curves, without letting a curve that shoots up flatten the rest."""
    values = np.concatenate(curves)
    values = values[np.isfinite(values)]
    most = min(float(values.max()), high + max(3 * (high - float(values.min())), 0.3))
    least = min(float(values.min()), low)
    return float(np.floor(least * 10 - 0.15) / 10), float(np.ceil(most * 10 + 0.15) / 10)


def _zones(swept: Sweep, low: float, high: float) -> tuple[Zone, ...]:
    """Return where this plan's method leaves what the study measured: one step of tint per reason."""
    reasons = {
        "Teacher stronger than any tested": swept.plan.teacher_loss < STUDY_TEACHER_LOSS[0],
        "over 512B tokens": swept.plan.effective_student_tokens > STUDY_TOKENS,
    }
    firsts = ((float(swept.compute[np.argmax(flag)]), label) for label, flag in reasons.items() if flag.any())
    starts = sorted((max(start, low), label) for start, label in firsts if start < high)
    zones = []
    if not starts or starts[0][0] > low:
        zones.append(Zone("tested", low, starts[0][0] if starts else high, "Tested"))
    for i, (start, label) in enumerate(starts):
        stop = starts[i + 1][0] if i + 1 < len(starts) else high
        text = f"and {label[0].lower()}{label[1:]}" if i else capital(label)
        zones.append(Zone(f"beyond_{i + 1}", start, stop, text))
    return tuple(zone for zone in zones if zone.high > zone.low)


def _said(solution: Solution, flops: float) -> str:
    """Return FLOPs, and the time they take where hardware is known."""
    rate = solution.budget.flops_per_hour
    return format_power(flops, 2) + (f", {format_duration(flops / rate, 2)}" if rate else " FLOPs")


def _time_or_flops(solution: Solution, flops: float) -> str:
    rate = solution.budget.flops_per_hour
    return format_duration(flops / rate, 2) if rate else format_flops(flops, 2)


def _plan_label(solution: Solution) -> str:
    flops, hours = solution.budget.compute_flops, solution.budget.hours
    return format_flops(flops) if hours is None else f"{format_duration(hours)}, {format_flops(flops)}"


def _sentence(solution: Solution, swept: Sweep, crossing: tuple[float, float] | None) -> str:
    rate = solution.budget.flops_per_hour
    compute = solution.budget.compute_flops
    subject = format_duration(compute / rate) if rate else format_flops(compute)
    buys = f"{subject} buys" if subject.startswith("1 ") else f"{subject} buy"
    distilled, direct = format_loss(solution.distillation.loss), format_loss(solution.supervised.loss)
    if solution.method == "distill":
        tail = ""
        equal_from = _no_longer_sure_from(solution, swept)
        if equal_from is not None:
            tail = f"; from {_time_or_flops(solution, equal_from)} up, direct is as good and simpler"
        return f"{buys} a loss of {distilled} by distilling, {direct} by training directly{tail}."
    if solution.method == "tie":
        return f"{buys} a loss of {direct} by training directly, {distilled} by distilling: too close to call."
    if crossing is not None and crossing[0] < compute:
        tail = f"; distilling wins only below {_time_or_flops(solution, crossing[0])}"
    else:
        wins = swept.compute[swept.plan.loss < swept.supervised]
        tail = "; no budget shown makes this way of distilling better" if not wins.size else ""
    return f"{buys} a loss of {direct} by training directly, {distilled} by distilling{tail}."


def _no_longer_sure_from(solution: Solution, swept: Sweep) -> float | None:
    """Return the budget above the plan's from which distilling is no longer likely enough to be better."""
    error = solution.world.coefficients.relative_error
    pairs = zip(swept.supervised, swept.plan.loss, strict=True)
    sure = np.array([probability_distilling_is_better(float(s), float(d), error) for s, d in pairs])
    later = np.flatnonzero((sure < DISTILL_FROM) & (swept.compute > solution.budget.compute_flops))
    if not later.size or later[0] == 0:
        return None
    ends = [later[0], later[0] - 1]
    return float(np.exp(np.interp(DISTILL_FROM, sure[ends], np.log(swept.compute[ends]))))


def _table(solution: Solution) -> tuple[tuple[str, str, str], ...]:
    distilled, direct = solution.distillation, solution.supervised
    gain = direct.loss - distilled.loss
    rows = [
        (THIS_PLAN, f"Distil from {_from(solution)}", format_loss(distilled.loss)),
        (SUPERVISED, "Train directly", format_loss(direct.loss)),
        ("", "Gain" if gain >= 0 else "Distilling loses", format_loss(abs(gain))),
    ]
    if solution.compute_equivalent is not None:
        label = "which is worth" if gain >= 0 else "as good as direct with"
        rows.append(("", label, f"{format_ratio(solution.compute_equivalent, 2)} compute"))
    return tuple(rows)


def _from(solution: Solution) -> str:
    teacher = solution.distillation.teacher
    return f"the {teacher.name}" if teacher.name is not None else with_article(teacher_name(teacher))


def _footer(solution: Solution) -> tuple[str, ...]:
    parts = []
    if solution.best_candidate is not None:
        parts.append(f"Curves use the best teacher for each budget; the dot is your {solution.best_candidate.name}")
    else:
        parts.append("Curves use the best teacher for each budget")
    parts.append("Drag the line to change the plan")
    return tuple(parts)
