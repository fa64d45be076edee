"""The inverse problem: the least compute that reaches a wanted loss, by every method, or the floor that forbids it.

Instead of searching compute for the wanted loss, the loss is held and compute is minimised: for a teacher loss L_T the
law gives the student tokens D_S with L_S(N_S, D_S, L_T) = L (`inverse_law`), and D_S the cheapest teacher of that loss
(`cheapest_teacher`). What is left is one-dimensional in L_T, and has one valley because L_S at fixed compute has one.
An error of L_T counts only squared, so the compute is right even where the loss hardly changes with it.

The loss has a floor however much is spent: with all the text there is, the best teacher that may be had. The teachers
whose students reach the wanted loss at all lie around that best one, which is where the search looks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from advisor.baseline import direct_floor
from advisor.flops import forward_flops
from advisor.frontier import WORTHLESS_AFTER
from advisor.laws import StudentTerms, tokens_for_supervised_loss
from advisor.repetition import REPEAT_CONSTANT, effective_token_limit, tokens_for_effective
from advisor.world import Text, World

from .cheapest_teacher import Teachers
from .inverse_law import ROUNDING, effective_tokens_for_loss, endless_tokens

FloatArray = NDArray[np.float64]

SCAN_POINTS = 33
ZOOM_POINTS = 17
FLOOR_ZOOMS = 9
COST_ZOOMS = 6
EDGE_ZOOMS = 13
"""17 points a round shrink the stretch between a teacher that reaches the loss and one that does not by 16^13."""


@dataclass(frozen=True)
class GoalCost:
    """What reaching a loss takes; arrays of the problems' shape.

    ``compute_flops`` is ``inf`` where the loss is out of reach, and ``floor`` the least loss that any compute can have.
    """

    compute_flops: FloatArray
    floor: FloatArray


def cost_of_training_directly(student_parameters: ArrayLike, wanted_loss: ArrayLike, world: World) -> GoalCost:
    """Return the supervised compute for ``wanted_loss`` (nats per token), and the floor of size and text (Eq. 35)."""
    size, wanted = np.broadcast_arrays(
        np.asarray(student_parameters, dtype=np.float64), np.asarray(wanted_loss, dtype=np.float64)
    )
    floor = np.broadcast_to(direct_floor(size, world), size.shape)
    effective = tokens_for_supervised_loss(size, wanted, world.coefficients.supervised)
    effective = np.minimum(effective, endless_tokens(size, world.coefficients))
    tokens = _tokens(effective, floor <= wanted * (1 + ROUNDING), world.student_text)
    return GoalCost(tokens * 3 * forward_flops(size, world.architecture), floor)


def cost_of_distilling_from(
    teacher_parameters: ArrayLike,
    teacher_loss: ArrayLike,
    student_parameters: ArrayLike,
    wanted_loss: ArrayLike,
    outputs_share: ArrayLike,
    world: World,
) -> GoalCost:
    """Return the compute for ``wanted_loss`` with given teachers, and the floor of each (broadcast)."""
    most = _most_effective(world.student_text)
    loss = np.asarray(teacher_loss, dtype=np.float64)
    floor = StudentTerms(student_parameters, most, world.coefficients).loss(loss)
    effective = effective_tokens_for_loss(student_parameters, wanted_loss, loss, world.coefficients, most)
    outputs = np.asarray(outputs_share) * forward_flops(teacher_parameters, world.architecture)
    per_token = 3 * forward_flops(student_parameters, world.architecture) + outputs
    compute = _tokens(effective, np.isfinite(effective), world.student_text) * per_token
    return GoalCost(compute, np.broadcast_to(floor, compute.shape))


def cost_of_distilling(
    student_parameters: ArrayLike,
    wanted_loss: ArrayLike,
    outputs_share: ArrayLike,
    training_share: ArrayLike,
    world: World,
) -> GoalCost:
    """Return the least compute with which a free teacher takes the student to ``wanted_loss`` (broadcast).

    Parameters
    ----------
    student_parameters : array_like
        N_S, non-embedding parameters.
    wanted_loss : array_like
        L_S, nats per token.
    outputs_share, training_share : array_like
        d_lgt and d_pre of Eq. 9, from 0 to 1.
    """
    arguments = (student_parameters, wanted_loss, outputs_share, training_share)
    arrays = np.broadcast_arrays(*(np.asarray(a, dtype=np.float64) for a in arguments))
    columns = [a.reshape(-1, 1) for a in arrays]
    compute, floor = np.empty((2, columns[0].size))
    for rows, text in _by_teacher_text(columns[3][:, 0] > 0, world):
        problems = _Goals(*(c[rows] for c in columns), text=text, world=world)
        floor[rows], compute[rows] = problems.floor(), problems.solve()
    shape = arrays[0].shape
    return GoalCost(compute.reshape(shape), floor.reshape(shape))


def floor_of_distilling(student_parameters: ArrayLike, training_share: ArrayLike, world: World) -> FloatArray:
    """Return the least L_S that any compute reaches with a free teacher (broadcast).

    Parameters
    ----------
    student_parameters : array_like
        N_S, non-embedding parameters.
    training_share : array_like
        d_pre of Eq. 9: whether the teacher is trained here, on the world's text. What it costs does not matter.
    """
    arguments = (student_parameters, training_share)
    arrays = np.broadcast_arrays(*(np.asarray(a, dtype=np.float64) for a in arguments))
    size, training = (a.reshape(-1, 1) for a in arrays)
    floor = np.empty(size.size)
    for rows, text in _by_teacher_text(training[:, 0] > 0, world):
        problems = _Goals(size[rows], size[rows], training[rows], training[rows], text=text, world=world)
        floor[rows] = problems.floor()
    return floor.reshape(arrays[0].shape)


def _by_teacher_text(trained_here: NDArray[np.bool_], world: World) -> list[tuple[NDArray[np.bool_], Text]]:
    """Return the rows that share one kind of teacher text: only a teacher that is trained here needs text here."""
    if np.isinf(world.teacher_text.unique_tokens):
        return [(np.ones_like(trained_here), Text())]
    groups = [(trained_here, world.teacher_text), (~trained_here, Text())]
    return [(rows, text) for rows, text in groups if rows.any()]


def _most_effective(text: Text) -> float:
    """Return what the student's text is worth at most."""
    unlimited = np.isinf(text.unique_tokens) or not text.allow_repeats
    return text.unique_tokens if unlimited else float(effective_token_limit(text.unique_tokens))


def _tokens(effective: FloatArray, reachable: NDArray[np.bool_], text: Text) -> FloatArray:
    """Return the tokens to train on that are worth ``effective`` fresh ones; ``inf`` where the goal is out of reach.

    A goal that is the floor itself takes as many passes as still change anything.
    """
    most = text.token_limit
    if text.allow_repeats:
        most = text.unique_tokens * (1 + WORTHLESS_AFTER * REPEAT_CONSTANT)
    tokens = np.minimum(tokens_for_effective(effective, text.unique_tokens), most)
    return np.where(reachable, tokens, np.inf)


class _Goals:
    """Problems in columns of shape (problems, 1), evaluated on grids of v (the coordinate of L_T) with more columns."""

    def __init__(
        self,
        student_parameters: FloatArray,
        wanted: FloatArray,
        outputs_share: FloatArray,
        training_share: FloatArray,
        *,
        text: Text,
        world: World,
    ) -> None:
        self._world, self._student_parameters, self._wanted = world, student_parameters, wanted
        self._teachers = Teachers(outputs_share, training_share, text, world)
        self._most = _most_effective(world.student_text)
        self._student_flops = 3 * forward_flops(student_parameters, world.architecture)
        self._richest = StudentTerms(student_parameters, self._most, world.coefficients)

        self._strongest, self._weakest = (np.full_like(wanted, v) for v in self._teachers.coordinates)
        self._best = _valley(self._least_loss, self._strongest, self._weakest, FLOOR_ZOOMS)

    def floor(self) -> FloatArray:
        """Return the least L_S of any compute, of shape (problems,)."""
        return self._least_loss(self._best)[:, 0]

    def solve(self) -> FloatArray:
        """Return the least compute that reaches what is wanted, of shape (problems,)."""
        best = self._best
        strong, weak = self._edge(best, self._strongest), self._edge(best, self._weakest)
        cheapest = _valley(self._compute, strong, weak, COST_ZOOMS)
        corner = np.clip(self._teachers.corner, strong, weak)
        return np.asarray(self._compute(np.concatenate([cheapest, corner, strong, weak, best], axis=1)).min(axis=1))

    def _least_loss(self, v: FloatArray) -> FloatArray:
        """Return L_S with all the text there is."""
        return self._richest.loss(self._teachers.loss(v))

    def _edge(self, best: FloatArray, end: FloatArray) -> FloatArray:
        """Return the teacher between the best one and ``end`` beyond which no student reaches the wanted loss."""
        near, far = best, end
        rows = np.arange(best.shape[0])
        for _ in range(EDGE_ZOOMS):
            grid = near + (far - near) * np.linspace(0, 1, ZOOM_POINTS)
            missed = self._least_loss(grid) > self._wanted * (1 + ROUNDING)
            missed[:, 0] = False
            first = np.where(missed.any(axis=1), np.argmax(missed, axis=1), ZOOM_POINTS)
            near = grid[rows, first - 1][:, None]
            far = grid[rows, np.minimum(first, ZOOM_POINTS - 1)][:, None]
        return near

    def _compute(self, v: FloatArray) -> FloatArray:
        """Return what the wanted loss costs with the cheapest teacher at v; ``inf`` where it is out of reach."""
        effective = effective_tokens_for_loss(
            self._student_parameters, self._wanted, self._teachers.loss(v), self._world.coefficients, self._most
        )
        possible = np.isfinite(effective)
        tokens = _tokens(effective, possible, self._world.student_text)
        teacher = self._teachers.flops(v, np.where(possible, tokens, 1))
        return np.where(possible, tokens * self._student_flops + teacher, np.inf)


def _valley(function: Callable[[FloatArray], FloatArray], low: FloatArray, high: FloatArray, zooms: int) -> FloatArray:
    """Return where a function of one valley is least between ``low`` and ``high``, by a scan and closer ones."""
    points = SCAN_POINTS
    for _ in range(zooms + 1):
        grid = low + (high - low) * np.linspace(0, 1, points)
        at = np.argmin(function(grid), axis=1)[:, None]
        low, best, high = (np.take_along_axis(grid, np.clip(at + step, 0, points - 1), axis=1) for step in (-1, 0, 1))
        points = ZOOM_POINTS
    return best
