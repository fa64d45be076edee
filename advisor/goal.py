"""The inverse problem: the least compute that reaches a wanted loss, by every method, or the floor that forbids it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .baseline import direct_floor, flops_to_train_directly
from .solver import Optimum, World, best_distillation

FloatArray = NDArray[np.float64]

LEAST_COMPUTE, MOST_COMPUTE = 1e6, 1e36
SECTIONS = 17
ROUNDS = 8
"""17 points a round shrink 70 decades of compute to a relative width of 4e-8."""


@dataclass(frozen=True)
class GoalCost:
    """What reaching a loss takes; arrays of the problems' shape.

    ``compute_flops`` is ``inf`` where the loss is out of reach; ``floor`` is then the least loss that can be had.
    ``optimum`` is how that compute is spent (None when training directly).
    """

    compute_flops: FloatArray
    floor: FloatArray
    optimum: Optimum | None


def cost_of_training_directly(student_parameters: ArrayLike, wanted_loss: ArrayLike, world: World) -> GoalCost:
    """Return the supervised compute for ``wanted_loss`` (nats per token), and the floor of size and text (Eq. 35)."""
    return GoalCost(
        flops_to_train_directly(student_parameters, wanted_loss, world), direct_floor(student_parameters, world), None
    )


def cost_of_distilling(
    student_parameters: ArrayLike,
    wanted_loss: ArrayLike,
    outputs_share: ArrayLike,
    training_share: ArrayLike,
    world: World,
) -> GoalCost:
    """Return the least compute with which distilling with these cost shares reaches ``wanted_loss`` (broadcast).

    More compute never hurts, so the least one is bracketed ever more closely on a grid.
    """
    arguments = (student_parameters, wanted_loss, outputs_share, training_share)
    arrays = np.broadcast_arrays(*(np.asarray(a, dtype=np.float64) for a in arguments))
    shape = arrays[0].shape
    size, wanted, outputs, training = (a.reshape(-1, 1) for a in arrays)

    def loss(log_compute: FloatArray) -> FloatArray:
        return best_distillation(size, np.exp(log_compute), outputs, training, world).loss

    floor = loss(np.full_like(size, np.log(MOST_COMPUTE)))
    low = np.full_like(size, np.log(LEAST_COMPUTE))
    high = np.full_like(size, np.log(MOST_COMPUTE))
    for _ in range(ROUNDS):
        grid = low + (high - low) * np.linspace(0, 1, SECTIONS)
        enough = loss(grid) <= wanted
        enough[:, -1] = True
        first = np.argmax(enough, axis=1)[:, None]
        high = np.take_along_axis(grid, first, axis=1)
        low = np.take_along_axis(grid, np.maximum(first - 1, 0), axis=1)
    reachable = floor <= wanted
    compute = np.where(reachable, np.exp(high), np.inf)
    optimum = best_distillation(size, np.where(reachable, compute, MOST_COMPUTE), outputs, training, world)
    return GoalCost(
        compute.reshape(shape),
        floor.reshape(shape),
        Optimum(**{name: rows.reshape(shape) for name, rows in vars(optimum).items()}),
    )
