"""The inverse problem undoes the forward answer, and says "out of reach" exactly below the floor."""

import numpy as np
import pytest

from advisor.baseline import train_directly
from advisor.coefficients import built_in_set
from advisor.goal import cost_of_distilling, cost_of_training_directly
from advisor.laws import supervised_floor
from advisor.scenarios import SCENARIO_SHARES, cost_shares, world_of
from advisor.solver import World, best_distillation

from .random_plans import random_plan

WORLD = World(built_in_set("busbridge-2025"))


@pytest.mark.parametrize("shares", SCENARIO_SHARES.values(), ids=SCENARIO_SHARES.keys())
def test_distilling_inverts(shares):
    compute = np.geomspace(1e19, 1e24, 11)
    wanted = best_distillation(1e9, compute, *shares, WORLD).loss
    found = cost_of_distilling(1e9, wanted, *shares, WORLD)
    np.testing.assert_allclose(found.compute_flops, compute, rtol=1e-5)
    np.testing.assert_allclose(found.optimum.loss, wanted, rtol=1e-9)


def test_training_directly_inverts():
    compute = np.geomspace(1e19, 1e25, 11)
    wanted = train_directly(1e9, compute, WORLD).loss
    np.testing.assert_allclose(cost_of_training_directly(1e9, wanted, WORLD).compute_flops, compute, rtol=1e-6)


@pytest.mark.parametrize("seed", range(0, 48, 3))
def test_random_plans_invert(seed):
    plan = random_plan(seed)
    world, shares, size = world_of(plan), cost_shares(plan), plan.student.parameters
    forward = best_distillation(size, plan.budget_flops, *shares, world)
    found = cost_of_distilling(size, forward.loss, *shares, world)
    # Where text runs out the loss no longer changes with compute: less may do, more is never asked for.
    assert found.compute_flops <= plan.budget_flops * (1 + 1e-4)
    assert best_distillation(size, found.compute_flops, *shares, world).loss <= forward.loss * (1 + 1e-9)


def test_out_of_reach_exactly_below_the_floor():
    floor = float(supervised_floor(1e9, WORLD.coefficients.supervised))
    below, above = cost_of_training_directly(1e9, [floor - 1e-6, floor + 1e-3], WORLD).compute_flops
    assert np.isinf(below)
    assert np.isfinite(above)
    for shares in SCENARIO_SHARES.values():
        cost = cost_of_distilling(1e9, [1.5, 2.5], *shares, WORLD)
        assert np.isinf(cost.compute_flops[0])
        assert np.isfinite(cost.compute_flops[1])
        assert cost.floor[0] == pytest.approx(floor, rel=0.01)
        edge = cost_of_distilling(1e9, [cost.floor[0] * (1 - 1e-6), cost.floor[0] * (1 + 1e-4)], *shares, WORLD)
        assert np.isinf(edge.compute_flops[0])
        assert np.isfinite(edge.compute_flops[1])
