"""The teacher sizes that do as well as the best one, within the law's error."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .solver import best_distillation
from .world import World

FloatArray = NDArray[np.float64]

SCAN_POINTS = 25
ZOOM_POINTS = 17


def good_enough_teachers(
    student_parameters: float,
    compute_flops: float,
    shares: tuple[float, float],
    best_loss: float,
    best_parameters: float,
    world: World,
) -> tuple[float, float]:
    """Return the least and the largest N_T whose student, all else re-optimised, has a loss of at most
    (1 + relative_error) times the best.

    Parameters
    ----------
    best_loss, best_parameters : float
        L_S and N_T of the optimum with a free teacher.
    """
    threshold = best_loss * (1 + world.coefficients.relative_error)

    def loss(log_parameters: FloatArray) -> FloatArray:
        n = np.exp(log_parameters)
        return best_distillation(student_parameters, compute_flops, *shares, world, n, n).loss

    low, high = np.log(world.parameters_range)
    grid = np.unique(np.concatenate([np.linspace(low, high, SCAN_POINTS), [np.log(best_parameters)]]))
    good = loss(grid) <= threshold
    good[np.searchsorted(grid, np.log(best_parameters)).clip(0, grid.size - 1)] = True
    first, last = np.flatnonzero(good)[[0, -1]]
    # Each end lies between a good size and its neighbour that is not; both ends are searched together.
    inner = grid[[first, last]]
    outer = grid[[max(first - 1, 0), min(last + 1, grid.size - 1)]]
    rows = np.arange(2)
    between = outer[:, None] + (inner - outer)[:, None] * np.linspace(0, 1, ZOOM_POINTS)
    losses = loss(between)
    good = losses <= threshold
    good[:, -1] = True
    at = np.argmax(good, axis=1)
    before = np.maximum(at - 1, 0)
    inner, outer = between[rows, at], between[rows, before]
    inner_loss, outer_loss = losses[rows, at], losses[rows, before]
    gap = outer_loss - inner_loss
    with np.errstate(divide="ignore", invalid="ignore"):
        weight = np.where((at > 0) & np.isfinite(gap) & (gap > 0), (threshold - inner_loss) / gap, 0)
    bottom, top = np.exp(inner + (outer - inner) * np.clip(weight, 0, 1))
    least, most = world.parameters_range
    bottom, top = np.clip([bottom, top], least, most)
    return float(bottom), float(top)
