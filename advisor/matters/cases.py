"""Plans with one thing changed, as the problems that the law answers: what "What matters" solves many of at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec
import numpy as np
from numpy.typing import NDArray

from advisor.budget import budget
from advisor.coefficients import CoefficientSet, SupervisedCoefficients
from advisor.laws import supervised_loss
from advisor.plan import Plan
from advisor.plan_edit import with_value
from advisor.scenarios import cost_shares, world_of
from advisor.solution import Solution
from advisor.world import World

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """A plan with one thing changed, as the problem that the law answers; losses of its candidates in their order."""

    student_parameters: float
    compute_flops: float
    shares: tuple[float, float]
    world: World
    teacher_losses: FloatArray


class Cases:
    """Makes the problems of changed plans; what a change does not touch is the solved plan's own object.

    Parameters
    ----------
    solution : Solution
        The solved plan.
    """

    def __init__(self, solution: Solution) -> None:
        self._solution = solution
        self._candidates = solution.plan.teacher.candidates if solution.candidates else ()
        self._sizes = np.array([c.parameters for c in self._candidates])
        self._stated = np.array([np.nan if c.loss is None else c.loss for c in self._candidates], dtype=np.float64)
        tokens = [c.training_tokens or np.inf for c in self._candidates]  # where unknown the loss is stated
        self._tokens = np.array(tokens, dtype=np.float64)
        self._losses = self._teacher_losses(solution.world.coefficients.supervised)

    def _teacher_losses(self, law: SupervisedCoefficients) -> FloatArray:
        return np.where(np.isnan(self._stated), supervised_loss(self._sizes, self._tokens, law), self._stated)

    def of(self, plan: Plan, world: World | None = None, shares: tuple[float, float] | None = None) -> Case:
        """Return the problem of a plan; its world and cost shares are the given ones, else the solved and its own."""
        return Case(
            student_parameters=plan.student.parameters,
            compute_flops=budget(plan).compute_flops,
            shares=shares or cost_shares(plan),
            world=world or self._solution.world,
            teacher_losses=self._losses,
        )

    def with_field(self, field: str, value: float) -> Case:
        """Return the problem with a field that the laws, the text and the bounds of teachers do not depend on."""
        return self.of(with_value(self._solution.plan, field, value))

    def in_new_world(self, field: str, value: float) -> Case:
        """Return the problem with a field on which the text or the bounds of teachers depend."""
        plan = with_value(self._solution.plan, field, value)
        return self.of(plan, world_of(plan))

    def with_stored_outputs(self, value: float) -> Case:
        """Return the problem with this share of the teacher's outputs stored already."""
        solution = self._solution
        return self.of(solution.plan, shares=((1 - value) * outputs_share(solution.plan), solution.shares[1]))

    def with_teacher_loss(self, index: int, value: float) -> Case:
        """Return the problem with this loss, nats per token, of one candidate."""
        losses = self._losses.copy()
        losses[index] = value
        return replace(self.of(self._solution.plan), teacher_losses=losses)

    def with_coefficient(self, law: str, name: str, value: float) -> Case:
        """Return the problem with one coefficient replaced; losses of candidates that Eq. 1 estimates follow it."""
        world = self._solution.world
        changed = changed_set(world.coefficients, law, name, value)
        case = self.of(self._solution.plan, replace(world, coefficients=changed))
        return replace(case, teacher_losses=self._teacher_losses(changed.supervised)) if law == "supervised" else case


def changed_set(chosen: CoefficientSet, law: str, name: str, value: float) -> CoefficientSet:
    """Return the set with one coefficient of one law ("supervised", "distillation") replaced."""
    return msgspec.structs.replace(chosen, **{law: msgspec.structs.replace(getattr(chosen, law), **{name: value})})


def outputs_share(plan: Plan) -> float:
    """Return d_lgt if no outputs were stored."""
    return 1 / plan.teacher.students if plan.teacher.share_outputs else 1.0
