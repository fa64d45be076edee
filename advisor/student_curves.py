"""The Student page: what another size of student would reach on this budget, by every method."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .evidence import SUPERVISED, ChartPage, Mark
from .methods import every_method, finite, method_curves, own_key, study_zones
from .quantities import format_duration, format_flops, format_loss, format_parameters
from .solution import Solution
from .uncertainty import NINETY_PERCENT

FloatArray = NDArray[np.float64]

POINTS = 97
DECADES = 1.0
REACH = 100.0
"""How far from the plan's size, as a factor, a better one is looked for; curves reach as far, for dragging."""


def student_page(solution: Solution) -> ChartPage:
    """Return loss against student size at this budget, with the plan's size and the best size marked."""
    size = solution.plan.student.parameters
    sizes = np.geomspace(size / REACH, size * REACH, POINTS)
    methods = every_method(solution, sizes, solution.budget.compute_flops)
    curves = method_curves(solution, sizes, methods)
    distil = solution.method == "distill"
    shown = methods.own.loss if distil else methods.supervised
    best, good = _best(solution, sizes, shown)
    low, high = _range(size, best)
    framed = (sizes >= low) & (sizes <= high)
    half = NINETY_PERCENT * solution.world.coefficients.relative_error * methods.own.loss
    losses = {own_key(solution): solution.distillation.loss, SUPERVISED: solution.supervised.loss}
    chosen, other = (own_key(solution), SUPERVISED) if distil else (SUPERVISED, own_key(solution))
    return ChartPage(
        name="student",
        question="Is this the right size of student for the budget?",
        sentence=_sentence(solution, best, good),
        x_title="Student size, parameters without embeddings",
        y_title="Student loss, nats per token (lower is better)",
        x_kind="parameters",
        curves=curves,
        marks=(
            Mark("plan", size, losses[chosen], "", key=chosen),
            Mark("other", size, losses[other], "", key=other),
            Mark(
                "best", best, float(np.interp(np.log(best), np.log(sizes), shown)), f"Best: {format_parameters(best)}"
            ),
        ),
        zones=study_zones(sizes, methods, low, high),
        x_range=(low, high),
        y_range=_y_range([c.y[framed] for c in curves], max(losses.values())),
        band_key=own_key(solution),
        band_low=finite(methods.own.loss - half),
        band_high=finite(methods.own.loss + half),
        band_label="90 % range of this plan's method",
        plan_x=size,
        plan_label=f"This plan: {format_parameters(size)}",
        footer=("Every size spends the same compute on the same text", "Drag the line to change the plan"),
    )


def _range(size: float, best: float) -> tuple[float, float]:
    """Return the axis in half decades around the plan's size, with the best one on it."""
    low = min(np.log10(size) - DECADES, np.log10(best) - DECADES / 4)
    high = max(np.log10(size) + DECADES, np.log10(best) + DECADES / 4)
    return float(10 ** (np.floor(2 * low) / 2)), float(10 ** (np.ceil(2 * high) / 2))


def _best(solution: Solution, sizes: FloatArray, loss: FloatArray) -> tuple[float, tuple[float, float]]:
    """Return the size of least loss and the sizes that do as well within the law's error."""
    at = int(np.argmin(loss))
    good = np.flatnonzero(loss <= loss[at] * (1 + solution.world.coefficients.relative_error))
    return float(sizes[at]), (float(sizes[good[0]]), float(sizes[good[-1]]))


def _y_range(curves: list[FloatArray], high: float) -> tuple[float, float]:
    values = np.concatenate(curves)
    values = values[np.isfinite(values)]
    least = float(values.min())
    most = min(float(values.max()), high + max(2 * (high - least), 0.3))
    return float(np.floor(least * 10 - 0.15) / 10), float(np.ceil(most * 10 + 0.15) / 10)


def _sentence(solution: Solution, best: float, good: tuple[float, float]) -> str:
    size = solution.plan.student.parameters
    rate = solution.budget.flops_per_hour
    compute = solution.budget.compute_flops
    budget = format_duration(compute / rate) if rate else format_flops(compute)
    low, high = (format_parameters(n, 2) for n in good)
    name = format_parameters(size)
    way = "training directly" if solution.method != "distill" else "distilling"
    if good[0] <= size * 1.05 and size <= good[1] * 1.05:
        return f"{name} is near the best size for {budget} of {way}; {low} to {high} do as well."
    loss = solution.supervised.loss if solution.method != "distill" else solution.distillation.loss
    kind = "larger" if size < best else "smaller"
    return f"{name} reaches {format_loss(loss)}; for {budget} of {way} the best size is {kind}: {low} to {high}."
