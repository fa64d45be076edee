"""What reaching one loss costs students of many sizes: training once, and answering for as long as they are used.

Lifetime compute is the compute of Eq. 9 (arXiv 2502.08606v2), the shares of the teacher included, and F(N) for each
token served. Both ways of training are turned around: not the loss that a budget buys, but the least compute that buys
the loss. Training directly has a closed form; this plan's way of distilling is solved at a few budgets for all sizes at
once, and interpolated.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .baseline import flops_to_train_directly
from .flops import forward_flops
from .laws import supervised_floor
from .methods import own_method
from .solution import Solution
from .student_size import LARGEST, SMALLEST
from .world import Text

FloatArray = NDArray[np.float64]

AROUND = np.array([-1.2, 0.0, 1.2])
SPREAD = np.array([-1.0, -0.25, -0.05, 0.0, 0.05, 0.25, 1.0])
BEFORE = 2.0
"""Steps in log C: around the first guess, around a place that is not final, and to where less is looked for."""

LOOSER, AT_FLOOR = 1.02, 30.0
"""Near the floor of its size training directly becomes endlessly dear; there the guess is this many times what a loss
two per cent higher takes."""

MOST_OF_DIRECT, MOST_OF_BUDGET = 300.0, 1e4
"""The most looked for: this many times what training directly takes, and this many budgets of the plan."""

ROUNDS = 7
CLOSE, STEADY = 0.01, 0.1
"""A place is final when the last one tried was this near to it in height and in log C; its error is far smaller."""

NEAR_FLOOR = 0.9
"""Losses are measured from this share of the way to the floor of their size; their logarithm is then nearly even."""

ROUNDING = 1e-7
"""A wanted loss missed by less than this, relatively, is reached: where text runs out it is the last to be had."""

DENSE = 241
WIDEST = 300.0
FAR_DEARER = 6.0
"""How far from the plan's size, as a factor, others are shown, and up to how many times the cheapest one's compute."""


@dataclass(frozen=True)
class Lifetime:
    """FLOPs of students that all reach the same loss, arrays of one shape; NaN for sizes that cannot.

    ``distilled`` is the training compute of this plan's way of distilling with its shares of the teacher, ``direct``
    that of training directly, ``serving`` what serving takes whatever the way. ``distilled_tokens`` and
    ``direct_tokens`` are the effective student tokens of the two.
    """

    student_parameters: FloatArray
    distilled: FloatArray
    direct: FloatArray
    serving: FloatArray
    distilled_tokens: FloatArray
    direct_tokens: FloatArray


def lifetime(solution: Solution, student_parameters: FloatArray, wanted_loss: float) -> Lifetime:
    """Return what each size takes to reach ``wanted_loss``, and to serve what the plan has it serve.

    Distilling is looked for up to `MOST_OF_DIRECT` times what training directly on fresh text takes and up to
    `MOST_OF_BUDGET` budgets of the plan; sizes that need more count as unable.

    Parameters
    ----------
    student_parameters : array of shape (sizes,)
        N_S, non-embedding parameters.
    wanted_loss : float
        Nats per token.
    """
    world, wanted = solution.world, wanted_loss * (1 + ROUNDING)
    serving = serving_flops(solution, student_parameters)
    distilled, distilled_tokens = _least_to_distil(solution, student_parameters, wanted, serving)
    direct = direct_flops(solution, student_parameters, wanted_loss)
    per_token = 3 * forward_flops(student_parameters, world.architecture)
    return Lifetime(
        student_parameters=student_parameters,
        distilled=distilled,
        direct=direct,
        serving=serving,
        distilled_tokens=distilled_tokens,
        direct_tokens=world.student_text.effective(direct / per_token),
    )


def direct_flops(solution: Solution, student_parameters: FloatArray, wanted_loss: float) -> FloatArray:
    """Return the compute with which training directly reaches a loss, NaN for sizes that cannot, as in `Lifetime`."""
    flops = flops_to_train_directly(student_parameters, wanted_loss * (1 + ROUNDING), solution.world)
    return np.where(np.isfinite(flops), flops, np.nan)


def serving_flops(solution: Solution, student_parameters: FloatArray) -> FloatArray:
    """Return F(N) for every token that the plan has its student serve."""
    served = solution.plan.student.served_tokens or 0.0
    return forward_flops(student_parameters, solution.world.architecture) * served


def sizes_worth_showing(solution: Solution, wanted_loss: float, points: int) -> FloatArray:
    """Return sizes between which students reach ``wanted_loss`` without costing far more than the cheapest one.

    Training directly on fresh text sets the scale, which needs no search. The sizes are closer together where its
    compute rises steeply, and the plan's own size is among them.
    """
    size, fresh = solution.plan.student.parameters, replace(solution.world, student_text=Text())

    def heights(sizes: FloatArray) -> FloatArray:
        total = flops_to_train_directly(sizes, wanted_loss, fresh) + serving_flops(solution, sizes)
        return np.log(np.minimum(total / total.min(), 2 * FAR_DEARER)) if np.isfinite(total).any() else 0 * sizes

    every = np.geomspace(max(size / WIDEST, SMALLEST), min(size * WIDEST, LARGEST), DENSE)
    y = heights(every)
    shown = np.append(every[y <= np.log(FAR_DEARER)], [size / 1.5, size * 1.5])
    x = np.linspace(np.log(max(shown.min(), SMALLEST)), np.log(min(shown.max(), LARGEST)), DENSE)
    y = heights(np.exp(x))
    steps = np.hypot(np.diff(x) / (x[-1] - x[0]), np.diff(y) / (2 * np.log(FAR_DEARER)))
    along = np.concatenate([[0.0], np.cumsum(steps)])
    return joined_sizes(np.exp(np.interp(np.linspace(0, along[-1], points), along, x)), np.array([size]))


def joined_sizes(sizes: FloatArray, kept: FloatArray) -> FloatArray:
    """Return both together, ascending, without those of ``sizes`` that only rounding tells from one of ``kept``."""
    same = np.isclose(sizes[:, None], kept, rtol=ROUNDING, atol=0).any(axis=1)
    return np.unique(np.append(sizes[~same], kept))


def _least_to_distil(
    solution: Solution, sizes: FloatArray, wanted: float, serving: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the least compute with which this plan's way of distilling reaches a loss, and the student tokens it buys.

    The loss falls with compute, and its logarithm above the floor of its size falls nearly evenly with that of compute.
    A few budgets for each size, all solved in one call, leave a short stretch, and a curve through three of them gives
    a place in it; a second call at these places is enough for nearly all, more are made for those that are left.
    """
    law = solution.world.coefficients.supervised
    floor = law.E + NEAR_FLOOR * (supervised_floor(sizes, law) - law.E)
    floor = np.minimum(floor, wanted - 1e-3)  # sizes so small never get there; their heights stay above zero

    def heights(rows: NDArray[np.intp], log_compute: FloatArray) -> tuple[FloatArray, FloatArray]:
        way = own_method(solution, np.repeat(sizes[rows], log_compute.shape[1]), np.exp(log_compute).ravel())
        from_floor = np.maximum(way.loss.reshape(log_compute.shape) - floor[rows, None], 1e-9)
        tokens = way.effective_student_tokens.reshape(log_compute.shape)
        return np.log(from_floor / (wanted - floor[rows, None])), tokens

    found, tokens = np.full((2, sizes.size), np.nan)
    rows = np.arange(sizes.size)
    x = _first_tries(solution, sizes, wanted)
    y, _ = heights(rows, x)
    reached = y[:, -1] <= 0
    rows, x, y = rows[reached], x[reached], y[reached]
    for step in range(ROUNDS):
        if not rows.size:
            break
        tried = _where_zero(x, y) + (SPREAD if step else 0.0)
        middle = tried.shape[1] // 2
        more, bought = heights(rows, tried)
        x, y = _merged(x, y, tried, more)
        place = _where_zero(x, y)[:, 0]
        found[rows], tokens[rows] = place, bought[:, middle]
        total = np.exp(found) + serving
        left = (np.abs(more[:, middle]) > CLOSE) | (np.abs(place - tried[:, middle]) > STEADY) | (y[:, 0] <= 0)
        left &= total[rows] < 2 * FAR_DEARER * np.nanmin(total)  # beyond that no one looks, and the curve is a wall
        rows, x, y = rows[left], x[left], y[left]
    return np.exp(found), tokens


def _first_tries(solution: Solution, sizes: FloatArray, wanted: float) -> FloatArray:
    """Return log C of the budgets to try at first, ascending, of shape (sizes, tries).

    Training directly on fresh text, which needs no search, gives the scale; what it takes for the loss that distilling
    reaches at the plan's own size says how much less or more distilling takes. The last try is the most looked for.
    """
    budget, fresh = solution.budget.compute_flops, replace(solution.world, student_text=Text())
    strict = flops_to_train_directly(sizes, wanted, fresh)
    scale = np.minimum(strict, AT_FLOOR * flops_to_train_directly(sizes, wanted * LOOSER, fresh))
    scale = np.where(np.isfinite(scale), scale, budget)
    equal = float(flops_to_train_directly(solution.plan.student.parameters, solution.distillation.loss, fresh))
    saved = solution.distillation.flops.total / equal if np.isfinite(equal) else 1.0
    guess = np.log(scale * saved)
    most = np.log(np.minimum(MOST_OF_DIRECT * strict, MOST_OF_BUDGET * np.maximum(budget, scale)))
    return np.concatenate([guess[:, None] + AROUND, np.maximum(most, guess + 2 * AROUND[-1])[:, None]], axis=1)


def _merged(x: FloatArray, y: FloatArray, more_x: FloatArray, more_y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the points of both, by ascending x; what rounding makes of a level stretch is made to fall."""
    every_x, every_y = np.concatenate([x, more_x], axis=1), np.concatenate([y, more_y], axis=1)
    order = np.argsort(every_x, axis=1, kind="stable")
    falling = np.minimum.accumulate(np.take_along_axis(every_y, order, axis=1), axis=1)
    return np.take_along_axis(every_x, order, axis=1), falling


def _where_zero(x: FloatArray, y: FloatArray) -> FloatArray:
    """Return, in one column, where falling heights y over ascending x come down to zero.

    A curve x(y) through the two points around it and the next one gives the place, a straight line where that curve
    leaves the two points. Where even the first point is below, the place is looked for before it.
    """
    first = np.argmax(y <= 0, axis=1)
    at = np.maximum(first, 1)[:, None]
    third = np.where(at + 1 < x.shape[1], at + 1, at - 2)
    x0, x1, x2 = (np.take_along_axis(x, i, axis=1) for i in (at - 1, at, third))
    y0, y1, y2 = (np.take_along_axis(y, i, axis=1) for i in (at - 1, at, third))
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = (x1 - x0) / (y1 - y0)
        bend = ((x2 - x1) / (y2 - y1) - slope) / (y2 - y0)
        curved = x0 - y0 * slope + y0 * y1 * bend
        share = -y0 / (y1 - y0)
    straight = x0 + (x1 - x0) * np.clip(np.where(np.isfinite(share), share, 0.5), 0, 1)
    inside = np.isfinite(curved) & (curved > x0) & (curved < x1)
    return np.where(first[:, None] == 0, x0 - BEFORE, np.where(inside, curved, straight))
