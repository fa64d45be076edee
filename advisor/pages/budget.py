"""The Budget page: what more or less compute would buy, by every method."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from advisor.baseline import train_directly
from advisor.evidence import SUPERVISED, ChartPage, Mark
from advisor.headline import WORTH_MENTIONING
from advisor.language import translate
from advisor.methods import Methods, every_method, finite, method_curves, own_key, own_method, study_zones
from advisor.quantities import format_duration, format_flops, format_power, format_ratio
from advisor.solution import Solution
from advisor.uncertainty import least_clear_gap, loss_interval

from .budget_words import budget_footer, budget_sentence, budget_table
from .pins import pin_curves, pin_marks

FloatArray = NDArray[np.float64]

BEYOND_FRAME = 10**0.75
"""How far curves go on beyond the axis on either side, for the frame that stands still while the plan is dragged."""

DECADES_BELOW, DECADES_ABOVE = 1.1, 1.5
SEARCHED = (0.03, 1e3)
"""Budgets, as multiples of the plan's, over which crossings are looked for."""

STEP, STEPS_BELOW = 0.09, 27
"""Of the budgets solved: decades from one to the next, and how many steps below the plan's they begin."""

FINE_POINTS, MOST_CROSSINGS = 9, 4
ROUNDING = 1e-9


@dataclass(frozen=True)
class Crossings:
    """Where training directly and this plan's way of distilling change places over the budgets searched.

    ``flops`` are the budgets, ascending; ``first_wins`` says whether distilling is ahead below the first of them.
    ``sure_until`` is the budget above the plan's from which distilling is no longer likely enough to be better, and
    never is again (None: it always is, or it is again).
    """

    flops: tuple[float, ...]
    first_wins: bool
    sure_until: float | None


def budget_page(solution: Solution) -> ChartPage:
    """Return loss against compute for training directly and every scenario, with the plan and the crossings marked."""
    compute = solution.budget.compute_flops
    x = _budgets(compute, SEARCHED[1])
    methods = every_method(solution, solution.plan.student.parameters, x)
    crossings = _crossings(solution, x, methods)
    nearest = min(crossings.flops, key=lambda flops: abs(np.log(flops / compute)), default=None)
    low, high = _range(compute, nearest)
    if x[-1] < high * BEYOND_FRAME:
        x = _budgets(compute, high * BEYOND_FRAME / compute)
        methods = every_method(solution, solution.plan.student.parameters, x)
    framed = (x >= low) & (x <= high)
    *others, own_curve = method_curves(solution, x, methods)
    curves = (*others, *pin_curves(solution, x), own_curve)
    distil = solution.method == "distill"
    chosen, other = (own_key(solution), SUPERVISED) if distil else (SUPERVISED, own_key(solution))
    curves = tuple(
        replace(curve, emphasised=curve.key == chosen) for curve in sorted(curves, key=lambda c: c.key == chosen)
    )
    expected = finite(methods.own.loss if distil else methods.supervised)
    band_low, band_high = loss_interval(expected, solution.world.coefficients.relative_error)
    distilled, direct = solution.distillation.loss, solution.supervised.loss
    lowest, highest = _y_range([c.y[framed] for c in curves], min(distilled, direct), max(distilled, direct))
    equivalent = solution.compute_equivalent
    marks = [
        Mark("plan", compute, distilled if distil else direct, "", key=chosen),
        Mark("other", compute, direct if distil else distilled, "", key=other),
    ]
    if nearest is not None:
        loss = float(train_directly(solution.plan.student.parameters, nearest, solution.world).loss)
        marks.append(Mark("crossing", nearest, loss, _crossing_label(solution, nearest)))
    marks += pin_marks(solution)
    return ChartPage(
        name="budget",
        question=translate("Budget page", "What would more or less compute buy?"),
        sentence=budget_sentence(solution, crossings),
        x_title=translate("Budget page", "Compute, FLOPs"),
        y_title=translate("Budget page", "Student loss, nats per token (lower is better)"),
        x_kind="compute",
        curves=curves,
        marks=tuple(marks),
        zones=study_zones(x, methods, low, high),
        x_tick_captions=("FLOPs", *_time_caption(solution)),
        x_range=(low, high),
        y_range=(lowest, highest),
        band_key=chosen,
        band_low=band_low,
        band_high=band_high,
        band_label=translate("Budget page", "90 % range of this plan’s method")
        if distil
        else translate("Budget page", "90 % range of training directly"),
        plan_x=compute,
        plan_label=_plan_label(solution),
        equivalent=(compute, compute * equivalent, distilled, format_ratio(equivalent, 2))
        if equivalent is not None and WORTH_MENTIONING < equivalent < high / compute
        else None,
        table=budget_table(solution),
        footer=budget_footer(solution),
        flops_per_hour=solution.budget.flops_per_hour,
    )


def find_crossings(solution: Solution) -> Crossings:
    """Return where the two choices change places, from budgets of 3 % to 1000 times the plan's."""
    compute = _budgets(solution.budget.compute_flops, SEARCHED[1])
    return _crossings(solution, compute, every_method(solution, solution.plan.student.parameters, compute))


def _budgets(compute: float, most: float) -> FloatArray:
    """Return budgets in equal steps, the plan's among them, from well below the axis to ``most`` times the plan's."""
    steps = np.arange(-STEPS_BELOW, np.ceil(np.log10(most) / STEP) + 1)
    return np.asarray(compute * 10 ** (STEP * steps))


def _crossings(solution: Solution, compute: FloatArray, methods: Methods) -> Crossings:
    """Return the crossings between budgets that are solved already; between which, is solved more finely."""
    size, error = solution.plan.student.parameters, solution.world.coefficients.relative_error
    low, high = (factor * solution.budget.compute_flops for factor in SEARCHED)
    searched = (compute > low * (1 - ROUNDING)) & (compute < high * (1 + ROUNDING))
    grid, direct = compute[searched], methods.supervised[searched]
    gap = direct - methods.own.loss[searched]
    sure = gap >= least_clear_gap(direct, error)
    changes = list(np.flatnonzero((gap[:-1] > 0) != (gap[1:] > 0))[:MOST_CROSSINGS])
    doubts = np.flatnonzero(~sure & (grid > solution.budget.compute_flops * (1 + ROUNDING)))
    ends_for_good = doubts.size > 0 and bool(sure[doubts[0] - 1]) and not sure[doubts[0] :].any()
    between = np.array([*changes, *([doubts[0] - 1] if ends_for_good else [])], dtype=np.intp)
    if not between.size:
        return Crossings((), bool(gap[0] > 0), None)
    fine = np.geomspace(grid[between], grid[between + 1], FINE_POINTS, axis=-1)
    fine_direct = train_directly(size, fine.ravel(), solution.world).loss.reshape(fine.shape)
    fine_gap = fine_direct - own_method(solution, size, fine.ravel()).loss.reshape(fine.shape)
    crossed = tuple(_where(fine_gap[k], fine[k]) for k in range(len(changes)))
    until = _where(fine_gap[-1] - least_clear_gap(fine_direct[-1], error), fine[-1]) if ends_for_good else None
    return Crossings(crossed, bool(gap[0] > 0), until)


def _where(gap: FloatArray, compute: FloatArray) -> float:
    """Return the budget at which a gap that changes sign once is zero."""
    rising = gap if gap[-1] > gap[0] else -gap
    return float(np.exp(np.interp(0, rising, np.log(compute))))


def _range(compute: float, crossing: float | None) -> tuple[float, float]:
    """Return the axis in half decades, so that it stays put while the budget moves a little."""
    at = np.log10(compute)
    low = np.floor(2 * (at - DECADES_BELOW)) / 2
    high = np.ceil(2 * (at + DECADES_ABOVE)) / 2
    if crossing is not None and np.log10(crossing) > high - 0.25:
        high = np.ceil(2 * (np.log10(crossing) + 0.25)) / 2
    return float(10 ** max(low, 6.0)), float(10 ** min(high, 36.0))


def _y_range(curves: list[FloatArray], low: float, high: float) -> tuple[float, float]:
    """Return limits in tenths that hold the curves, without letting a curve that shoots up flatten the rest."""
    values = np.concatenate(curves)
    values = values[np.isfinite(values)]
    most = min(float(values.max()), high + max(3 * (high - float(values.min())), 0.3))
    least = min(float(values.min()), low)
    return float(np.floor(least * 10 - 0.15) / 10), float(np.ceil(most * 10 + 0.15) / 10)


def _crossing_label(solution: Solution, flops: float) -> str:
    """Return FLOPs, and the time they take where hardware is known."""
    rate = solution.budget.flops_per_hour
    if not rate:
        text = translate("Budget page", "Lines cross at {compute} FLOPs")
        return text.format(compute=format_power(flops, 2))
    text = translate("Budget page", "Lines cross at {compute}, {time}", "compute: FLOPs as a power of ten")
    return text.format(compute=format_power(flops, 2), time=format_duration(flops / rate, 2))


def _plan_label(solution: Solution) -> str:
    compute, hours = format_flops(solution.budget.compute_flops), solution.budget.hours
    if hours is None:
        return translate("Budget page", "This plan: {compute}").format(compute=compute)
    text = translate("Budget page", "This plan: {time}, {compute}")
    return text.format(time=format_duration(hours), compute=compute)


def _time_caption(solution: Solution) -> tuple[str, ...]:
    """Return what the ticks' second line is: how long their FLOPs take."""
    if not solution.budget.flops_per_hour:
        return ()
    return (translate("Budget page", "on this hardware", "caption of times under the FLOPs on the axis"),)
