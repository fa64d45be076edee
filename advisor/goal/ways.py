"""Every way of getting a plan's student: what a loss takes by it, and what compute brings by it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from advisor.baseline import distil_from, train_directly
from advisor.evidence import SUPERVISED, THIS_PLAN
from advisor.flops import forward_flops
from advisor.plan import Plan
from advisor.quantities import format_parameters
from advisor.scenarios import SCENARIO_SHARES, cost_shares, matching_scenario
from advisor.solution import candidate_loss
from advisor.solver import best_distillation
from advisor.world import Text, World

from .cost import cost_of_distilling, cost_of_distilling_from, cost_of_training_directly, floor_of_distilling

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Taken:
    """What losses take by one way: FLOPs for each (``inf``: out of reach), and how the first of them is reached.

    ``floor`` is the least loss of any compute, ``endless_floor`` that with unlimited text for the student.
    """

    key: str
    compute_flops: FloatArray
    floor: float
    endless_floor: float
    student_tokens: float
    teacher: str = ""


@dataclass(frozen=True)
class Brought:
    """What compute brings by one way: the expected loss, ``inf`` where no teacher can be paid for."""

    key: str
    loss: float
    student_tokens: float
    teacher: str = ""


class Ways:
    """Training directly, Table 2's four scenarios with the plan's limits, and this plan's own way of distilling.

    ``own`` is the key of the plan's own way: a scenario's, or "this_plan" where costs are shared or its teachers given.
    """

    def __init__(self, plan: Plan, world: World) -> None:
        self._world, self._size = world, plan.student.parameters
        self._student_flops = 3 * float(forward_flops(self._size, world.architecture))
        self._teachers = plan.teacher.candidates if plan.teacher.exists else ()
        scenario = None if self._teachers else matching_scenario(plan)
        shares = dict(SCENARIO_SHARES)
        if scenario is None and not self._teachers:
            shares[THIS_PLAN] = cost_shares(plan)
        self.own = scenario or THIS_PLAN
        self._keys = tuple(shares)
        self._outputs, self._training = np.array(list(shares.values())).T
        self._sizes = np.array([teacher.parameters for teacher in self._teachers])
        self._losses = np.array([candidate_loss(teacher, world) for teacher in self._teachers])
        self._own_outputs = cost_shares(plan)[0]

    def take(self, losses: FloatArray) -> list[Taken]:
        """Return what each of the wanted ``losses`` takes, of shape (losses,), by every way."""
        endless = replace(self._world, student_text=Text())
        found = [self._taken_directly(losses, endless), *self._taken_freely(losses, endless)]
        return [*found, self._taken_from_given(losses, endless)] if self._teachers else found

    def bring(self, compute_flops: float) -> list[Brought]:
        """Return what this compute brings by every way."""
        size, world = self._size, self._world
        direct = train_directly(size, compute_flops, world)
        found = [Brought(SUPERVISED, float(direct.loss), float(direct.tokens))]
        free = best_distillation(size, compute_flops, self._outputs, self._training, world)
        for k, key in enumerate(self._keys):
            teacher = format_parameters(float(free.teacher_parameters[k]))
            found.append(Brought(key, float(free.loss[k]), float(free.student_tokens[k]), teacher))
        if self._teachers:
            given = distil_from(self._sizes, self._losses, size, compute_flops, self._own_outputs, world)
            best = int(np.argmin(given.loss))
            tokens = float(given.student_tokens[best])
            found.append(Brought(THIS_PLAN, float(given.loss[best]), tokens, self._teachers[best].name))
        return found

    def own_is_solvable(self, compute_flops: float) -> bool:
        """Return whether a plan with this compute can pay for any teacher at all, as it must to have an answer."""
        training = 0.0 if self._teachers else self._training[self._keys.index(self.own)]
        if training == 0:
            return True  # a teacher that exists costs what is asked of it, be it for one token
        world = self._world
        return bool(np.isfinite(best_distillation(self._size, compute_flops, self._own_outputs, training, world).loss))

    def _taken_directly(self, losses: FloatArray, endless: World) -> Taken:
        cost = cost_of_training_directly(self._size, losses, self._world)
        floor = cost_of_training_directly(self._size, losses[0], endless).floor
        tokens = float(cost.compute_flops[0]) / self._student_flops
        return Taken(SUPERVISED, cost.compute_flops, float(cost.floor[0]), float(floor), tokens)

    def _taken_freely(self, losses: FloatArray, endless: World) -> list[Taken]:
        size, world = self._size, self._world
        shares = self._outputs, self._training
        cost = cost_of_distilling(size, losses, shares[0][:, None], shares[1][:, None], world)
        compute, floor = cost.compute_flops, cost.floor[:, 0]
        missed = np.isinf(compute[:, 0])
        endless_floor = floor
        if missed.any() and np.isfinite(world.student_text.unique_tokens):
            endless_floor = floor_of_distilling(size, self._training, endless)
        spent = best_distillation(size, np.where(missed, 1.0, compute[:, 0]), *shares, world)
        return [
            Taken(
                key,
                compute[k],
                float(floor[k]),
                float(endless_floor[k]),
                float(spent.student_tokens[k]),
                "" if missed[k] else format_parameters(float(spent.teacher_parameters[k])),
            )
            for k, key in enumerate(self._keys)
        ]

    def _taken_from_given(self, losses: FloatArray, endless: World) -> Taken:
        def cost(wanted: FloatArray, world: World) -> tuple[FloatArray, FloatArray]:
            teachers = self._sizes[:, None], self._losses[:, None]
            found = cost_of_distilling_from(*teachers, self._size, wanted, self._own_outputs, world)
            return found.compute_flops, found.floor

        compute, floor = cost(losses, self._world)
        best = int(np.argmin(compute[:, 0]))
        outputs = self._own_outputs * float(forward_flops(self._sizes[best], self._world.architecture))
        return Taken(
            THIS_PLAN,
            compute.min(axis=0),
            float(floor.min()),
            float(cost(losses[:1], endless)[1].min()),
            float(compute[best, 0]) / (self._student_flops + outputs),
            self._teachers[best].name,
        )
