"""The best student for changes that leave every teacher as costly as it was: all of them solved together.

What the budget leaves for the student, D_S, beside the cheapest teacher of a reducible term r = A / N_T^alpha +
B / D_T^beta depends neither on the coefficients of Eq. 8 (arXiv 2502.08606v2), nor on the student's text, nor on E and
gamma of Eq. 1, which only turn r into a loss: L_T = E + r^gamma. So D_S(r) is worked out once for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from .laws import distillation_loss, supervised_loss
from .repetition import effective_token_limit
from .solution import Solution
from .solver import FEWEST_TEACHER_TOKENS, best_at_teacher_loss
from .world import Text, World

FloatArray = NDArray[np.float64]

SCAN_POINTS = 97
ZOOM_POINTS = 17
ZOOMS = 4
WORST_OFFER = 2.0
"""How much worse than the best a teacher may be, in nats, to be looked at: far beyond any that helps."""


class TeachersOnOffer:
    """Every teacher loss that a solved plan could choose, with the student tokens it leaves.

    Parameters
    ----------
    solution : Solution
        A solved plan whose teacher is free.
    """

    def __init__(self, solution: Solution) -> None:
        self._size = solution.plan.student.parameters
        self._compute = solution.budget.compute_flops
        self._shares = solution.shares
        # Without the limit of the student's text, which each world brings.
        self._world = replace(solution.world, student_text=Text())
        law = self._world.coefficients.supervised
        self._law = law
        low, high = self._world.parameters_range
        most = self._world.max_training_tokens
        if self._shares[1] > 0:
            text = self._world.teacher_text
            unique = text.unique_tokens
            most = float(text.effective(min(most, text.token_limit)))
            most = min(most, float(effective_token_limit(unique))) if np.isfinite(unique) else most
        strongest = float(supervised_loss(high, most, law))
        weakest = float(supervised_loss(low, FEWEST_TEACHER_TOKENS, law))
        weakest = min(weakest, solution.free.teacher.loss + WORST_OFFER)
        self._scan = np.linspace(np.log(strongest - law.E), np.log(max(weakest, strongest) - law.E), SCAN_POINTS)

    def best_losses(self, worlds: Sequence[World]) -> FloatArray:
        """Return the least L_S in each world, shape (worlds,); ``inf`` where no teacher can be paid for.

        The worlds differ from the plan's in the student's text, the coefficients of Eq. 8, and E and gamma alone.
        """
        grid = np.broadcast_to(self._scan, (len(worlds), SCAN_POINTS))
        losses = self._losses(worlds, self._scan[None, :])
        left, right = _around_least(grid, losses)
        for _ in range(ZOOMS):
            grid = left + (right - left) * np.linspace(0, 1, ZOOM_POINTS)
            losses = self._losses(worlds, grid)
            left, right = _around_least(grid, losses)
        least: FloatArray = losses.min(axis=1)
        return least

    def _losses(self, worlds: Sequence[World], points: FloatArray) -> FloatArray:
        """Return L_S of shape (worlds, points) with teachers of r^gamma = exp(points), gamma being the plan's."""
        offer = best_at_teacher_loss(
            self._size, self._compute, *self._shares, self._law.E + np.exp(points), self._world
        )
        shape = (len(worlds), points.shape[1])
        rows, logs = np.broadcast_to(offer.student_tokens, shape), np.broadcast_to(points, shape)
        losses = np.empty(shape)
        for i, world in enumerate(worlds):
            tokens = np.minimum(rows[i], world.student_text.token_limit)
            effective = world.student_text.effective(tokens)
            law = world.coefficients.supervised
            teacher_loss = law.E + np.exp(logs[i] * (law.gamma / self._law.gamma))
            with np.errstate(invalid="ignore"):  # no tokens are left beside a teacher that is too dear
                losses[i] = distillation_loss(self._size, effective, teacher_loss, world.coefficients)
        return np.where(np.isfinite(losses), losses, np.inf)


def _around_least(grid: FloatArray, losses: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return, as columns, the grid points to the left and right of the least losses."""
    best = np.argmin(losses, axis=1)[:, None]
    near = np.clip(best + np.array([-1, 1]), 0, grid.shape[1] - 1)
    left, right = np.hsplit(np.take_along_axis(grid, near, axis=1), 2)
    return left, right
