"""Everything the law says about one plan, as numbers; sentences are made from it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .baseline import distil_from, flops_to_train_directly, train_directly
from .budget import Budget, budget
from .errors import InputError
from .good_enough import good_enough_teachers
from .language import translate
from .laws import supervised_loss
from .plan import Candidate, Plan
from .recommendation import (
    SCENARIOS,
    CandidateResult,
    Distillation,
    Method,
    Phases,
    Scenario,
    Supervised,
    TeacherChoice,
)
from .scenarios import SCENARIO_SHARES, cost_shares, world_of
from .solver import Optimum, best_distillation
from .uncertainty import loss_interval, probability_distilling_is_better, verdict_method
from .world import World


@dataclass(frozen=True)
class Distilled:
    """One way to distil: its teacher, tokens and costs, and the loss it reaches."""

    loss: float
    teacher: TeacherChoice
    student_tokens: float
    effective_student_tokens: float
    flops: Phases


@dataclass(frozen=True)
class Solution:
    """A solved plan. ``free`` is the best possible teacher, ``distillation`` the best the plan can really have."""

    plan: Plan
    budget: Budget
    world: World
    shares: tuple[float, float]
    free: Distilled
    scenarios: dict[str, Scenario | None]
    candidates: tuple[CandidateResult, ...]
    distillation: Distillation
    supervised: Supervised
    supervised_flops: float
    probability: float
    method: Method
    compute_equivalent: float | None

    @property
    def flops_left(self) -> float:
        """FLOPs that the data limit leaves unused with the recommended method."""
        used = self.distillation.flops.total if self.method == "distill" else self.supervised_flops
        return max(self.budget.compute_flops - used, 0.0)

    @property
    def best_candidate(self) -> Candidate | None:
        """The existing teacher that ranks first, None where the teacher is free."""
        first = next((result.name for result in self.candidates if result.rank == 1), None)
        return next((c for c in self.plan.teacher.candidates if c.name == first), None)


def solve_plan(plan: Plan) -> Solution:
    """Solve a checked plan.

    Raises
    ------
    InputError
        Where no teacher within the plan's bounds can be paid for at all.
    """
    world = world_of(plan)
    money = budget(plan)
    shares = cost_shares(plan)
    size, compute = plan.student.parameters, money.compute_flops

    every_share = np.array([*SCENARIO_SHARES.values(), shares])
    optimum = best_distillation(size, compute, every_share[:, 0], every_share[:, 1], world)
    if not np.isfinite(optimum.loss[-1]):
        raise InputError(
            "teacher.parameters_range",
            translate(
                "Plan file",
                "even the smallest teacher allowed costs more than the whole budget; allow smaller teachers or spend "
                "more",
            ),
        )
    scenarios = {
        name: Scenario(
            loss=float(optimum.loss[i]),
            teacher=_free_choice(optimum, i),
            student_tokens=float(optimum.student_tokens[i]),
        )
        if np.isfinite(optimum.loss[i])
        else None
        for i, name in enumerate(SCENARIOS)
    }
    free = Distilled(
        loss=float(optimum.loss[-1]),
        teacher=_free_choice(optimum, -1),
        student_tokens=float(optimum.student_tokens[-1]),
        effective_student_tokens=float(optimum.effective_student_tokens[-1]),
        flops=Phases(
            student_training=float(optimum.flops_student_training[-1]),
            teacher_outputs=float(optimum.flops_teacher_outputs[-1]),
            teacher_training=float(optimum.flops_teacher_training[-1]),
        ),
    )
    chosen: Distilled = free
    candidates: tuple[CandidateResult, ...] = ()
    if plan.teacher.exists and plan.teacher.candidates:
        chosen, candidates = _best_candidate(plan, compute, shares[0], world)

    error = world.coefficients.relative_error
    teacher_range = good_enough_teachers(size, compute, shares, free.loss, free.teacher.parameters, world)
    distillation = Distillation(
        loss=chosen.loss,
        loss_interval=loss_interval(chosen.loss, error),
        teacher=chosen.teacher,
        teacher_parameters_range=teacher_range,
        student_tokens=chosen.student_tokens,
        effective_student_tokens=chosen.effective_student_tokens,
        flops=chosen.flops,
        hours=_hours(chosen.flops, money),
        cost=_cost(chosen.flops.total, plan, money),
    )
    direct = train_directly(size, compute, world)
    supervised = Supervised(
        loss=float(direct.loss),
        loss_interval=loss_interval(float(direct.loss), error),
        tokens=float(direct.tokens),
        effective_tokens=float(direct.effective_tokens),
        hours=None if money.flops_per_hour is None else float(direct.flops) / money.flops_per_hour,
        cost=_cost(float(direct.flops), plan, money),
    )
    probability = probability_distilling_is_better(supervised.loss, distillation.loss, error)
    equivalent = float(flops_to_train_directly(size, distillation.loss, world)) / compute
    return Solution(
        plan=plan,
        budget=money,
        world=world,
        shares=shares,
        free=free,
        scenarios=scenarios,
        candidates=candidates,
        distillation=distillation,
        supervised=supervised,
        supervised_flops=float(direct.flops),
        probability=probability,
        method=verdict_method(probability),
        compute_equivalent=equivalent if np.isfinite(equivalent) else None,
    )


def candidate_loss(candidate: Candidate, world: World) -> float:
    """Return L_T of an existing teacher: its stated loss, or the law's for its size and training tokens."""
    if candidate.loss is not None:
        return candidate.loss
    assert candidate.training_tokens is not None, "check_plan demands a loss or training tokens"
    return float(supervised_loss(candidate.parameters, candidate.training_tokens, world.coefficients.supervised))


def _best_candidate(
    plan: Plan, compute: float, outputs_share: float, world: World
) -> tuple[Distilled, tuple[CandidateResult, ...]]:
    teachers = plan.teacher.candidates
    sizes = np.array([c.parameters for c in teachers])
    losses = np.array([candidate_loss(c, world) for c in teachers])
    given = distil_from(sizes, losses, plan.student.parameters, compute, outputs_share, world)
    order = np.argsort(given.loss, kind="stable")
    ranks = np.empty(len(teachers), dtype=int)
    ranks[order] = np.arange(1, len(teachers) + 1)
    results = tuple(
        CandidateResult(
            name=teachers[i].name,
            loss=float(given.loss[i]),
            student_tokens=float(given.student_tokens[i]),
            rank=int(ranks[i]),
        )
        for i in range(len(teachers))
    )
    first = int(order[0])
    best = Distilled(
        loss=float(given.loss[first]),
        teacher=TeacherChoice(
            name=teachers[first].name,
            parameters=teachers[first].parameters,
            training_tokens=teachers[first].training_tokens,
            loss=float(losses[first]),
        ),
        student_tokens=float(given.student_tokens[first]),
        effective_student_tokens=float(given.effective_student_tokens[first]),
        flops=Phases(
            student_training=float(given.flops_student_training[first]),
            teacher_outputs=float(given.flops_teacher_outputs[first]),
            teacher_training=0.0,
        ),
    )
    return best, results


def _free_choice(optimum: Optimum, index: int) -> TeacherChoice:
    return TeacherChoice(
        name=None,
        parameters=float(optimum.teacher_parameters[index]),
        training_tokens=float(optimum.teacher_tokens[index]),
        loss=float(optimum.teacher_loss[index]),
    )


def _hours(flops: Phases, money: Budget) -> Phases | None:
    if money.flops_per_hour is None:
        return None
    return Phases(
        student_training=flops.student_training / money.flops_per_hour,
        teacher_outputs=flops.teacher_outputs / money.flops_per_hour,
        teacher_training=flops.teacher_training / money.flops_per_hour,
    )


def _cost(flops: float, plan: Plan, money: Budget) -> float | None:
    """Return what computing ``flops`` costs on the plan's hardware, None without a price."""
    if money.flops_per_hour is None or money.price_per_hour is None or plan.hardware is None:
        return None
    return flops / money.flops_per_hour * plan.hardware.count * money.price_per_hour
