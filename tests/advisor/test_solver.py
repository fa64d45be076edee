"""The solver against an independent brute force, and what must hold of every optimum."""

import dataclasses

import numpy as np
import pytest
from msgspec import structs

from advisor.scenarios import SCENARIO_SHARES, cost_shares, world_of
from advisor.solver import _Problems, best_distillation
from advisor.world import Text

from .brute_force import brute_force
from .random_plans import random_plan

PLANS = 520
CHUNK = 20


def solve(plan, compute=None):
    budget = plan.budget_flops if compute is None else compute
    return best_distillation(plan.student.parameters, budget, *cost_shares(plan), world_of(plan))


@pytest.mark.parametrize("start", range(0, PLANS, CHUNK))
def test_no_worse_than_brute_force(start):
    for seed in range(start, start + CHUNK):
        plan = random_plan(seed)
        best = brute_force(plan.student.parameters, plan.budget_flops, *cost_shares(plan), world_of(plan))
        found = float(solve(plan).loss)
        assert found <= best * (1 + 1e-6), (seed, found / best - 1, plan)
        # Brute force searches the same region, so a better "solution" would have left it.
        assert found >= best * (1 - 1e-5), (seed, found / best - 1, plan)


@pytest.mark.parametrize("start", range(0, PLANS, 40))
def test_budget_and_limits_hold(start):
    for seed in range(start, start + 40):
        plan = random_plan(seed)
        world = world_of(plan)
        optimum = solve(plan)
        spent = optimum.flops_student_training + optimum.flops_teacher_outputs + optimum.flops_teacher_training
        assert spent <= plan.budget_flops * (1 + 1e-9)
        assert spent + optimum.flops_left == pytest.approx(plan.budget_flops, rel=1e-9)
        low, high = plan.teacher.parameters_range
        assert low <= optimum.teacher_parameters <= high
        assert 1 <= optimum.teacher_tokens <= plan.teacher.max_training_tokens
        assert 0 < optimum.student_tokens <= world.student_text.token_limit
        if not plan.teacher.exists:
            assert optimum.teacher_tokens <= world.teacher_text.token_limit


@pytest.mark.parametrize("seed", range(160))
def test_more_compute_or_data_never_hurts(seed):
    plan = random_plan(seed)
    losses = solve(plan, plan.budget_flops * np.geomspace(0.1, 10, 41)).loss
    assert np.all(np.diff(losses) <= losses[:-1] * 1e-9)
    if plan.data.student_tokens is not None:
        more = structs.replace(plan, data=structs.replace(plan.data, student_tokens=plan.data.student_tokens * 1.5))
        assert solve(more).loss <= solve(plan).loss * (1 + 1e-9)
    if plan.data.teacher_tokens is not None:
        more = structs.replace(plan, data=structs.replace(plan.data, teacher_tokens=plan.data.teacher_tokens * 1.5))
        assert solve(more).loss <= solve(plan).loss * (1 + 1e-9)


def test_arrays_equal_single_problems():
    plan = random_plan(3)
    world = world_of(plan)
    compute = np.geomspace(1e19, 1e25, 7)
    shares = np.array(list(SCENARIO_SHARES.values()))
    together = best_distillation(1e9, compute[:, None], shares[:, 0], shares[:, 1], world)
    assert together.loss.shape == (7, 4)
    for i, c in enumerate(compute):
        for j, (outputs, training) in enumerate(shares):
            alone = best_distillation(1e9, c, outputs, training, world)
            assert together.loss[i, j] == pytest.approx(float(alone.loss), rel=1e-9)


def test_a_teacher_that_cannot_be_paid_for_is_infinite_not_an_error():
    world = dataclasses.replace(world_of(random_plan(0)), parameters_range=(1e14, 1e15))
    optimum = best_distillation(1e9, 1e12, 1.0, 1.0, world)
    assert np.isinf(optimum.loss)
    assert np.isnan(optimum.student_tokens)


@pytest.mark.parametrize("seed", range(200))
def test_one_valley_in_the_teacher_loss(seed):
    """The zoom relies on one valley; a fine scan over r finds no second one deeper than rounding."""
    plan = random_plan(seed)
    outputs, training = cost_shares(plan)
    columns = [np.full((1, 1), x) for x in (plan.student.parameters, plan.budget_flops, outputs, training)]
    low, high = (np.full((1, 1), x) for x in plan.teacher.parameters_range)
    text = world_of(plan).teacher_text if training > 0 else Text()
    problem = _Problems(*columns, low, high, world=world_of(plan), teacher_text=text)
    bottom = np.log(np.minimum(*problem.least_terms))
    grid = bottom + (problem.coordinate(*problem.most_terms) - bottom) * np.linspace(0, 1, 4001)
    loss = problem._loss(grid)[0][0]
    at = int(np.argmin(loss))
    tolerance = 1e-9 * loss[at]
    finite = np.isfinite(loss)
    left, right = loss[: at + 1][finite[: at + 1]], loss[at:][finite[at:]]
    assert np.all(np.diff(left) <= tolerance)
    assert np.all(np.diff(right) >= -tolerance)


@pytest.mark.parametrize("shares", SCENARIO_SHARES.values(), ids=SCENARIO_SHARES)
@pytest.mark.parametrize("bounds", [(2.5647e10, 2.687e11), (1e9, 1e9), (1e11, 1e13)], ids=["free", "held", "huge"])
@pytest.mark.parametrize("compute", [5.9e16, 1e15])
def test_a_teacher_that_takes_nearly_all_the_compute_is_found_too(shares, bounds, compute):
    # The smallest teacher allowed is far too large for the budget: the loss rises steeply on both sides of the best.
    base = random_plan(0)
    plan = structs.replace(
        base,
        student=structs.replace(base.student, parameters=3.3e7),
        data=structs.replace(base.data, student_tokens=None, teacher_tokens=None),
        teacher=structs.replace(base.teacher, parameters_range=bounds, max_training_tokens=2e13),
        coefficients="busbridge-2025",
    )
    world = world_of(plan)
    best = brute_force(3.3e7, compute, *shares, world)
    found = float(best_distillation(3.3e7, compute, *shares, world).loss)
    assert found <= best * (1 + 1e-6), found / best - 1
