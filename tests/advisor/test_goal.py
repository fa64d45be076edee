"""The inverse problem undoes the forward answer, and says "out of reach" exactly below the floor."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import numpy as np
import pytest

from advisor.baseline import distil_from, train_directly
from advisor.coefficients import built_in_set
from advisor.flops import forward_flops
from advisor.goal.cost import (
    cost_of_distilling,
    cost_of_distilling_from,
    cost_of_training_directly,
    floor_of_distilling,
)
from advisor.goal.inverse_law import effective_tokens_for_loss
from advisor.laws import distillation_loss, supervised_floor, supervised_loss
from advisor.plan import Architecture, Data, Plan, Student
from advisor.scenarios import SCENARIO_SHARES, cost_shares, world_of
from advisor.solution import candidate_loss
from advisor.solver import best_distillation
from advisor.world import Text, World

from .random_plans import random_plan

WORLD = World(built_in_set("busbridge-2025"))
CLOSE = 1e-6
ROUNDING = 2e-14
"""Relative difference of two losses that is only how they were computed, some hundred units in the last place."""


def broad_plan(seed: int) -> Plan:
    """Return a random plan over wider ranges than `random_plan`'s: N_S 1e6-1e12, C 1e17-1e28, any text and shape."""
    rng = np.random.default_rng(10_000 + seed)

    def decimal(low: float, high: float) -> float:
        return float(10 ** rng.uniform(low, high))

    return msgspec.structs.replace(
        random_plan(seed),
        student=Student(parameters=decimal(6, 12)),
        budget_flops=decimal(17, 28),
        data=Data(
            student_tokens=decimal(8, 14) if rng.random() < 0.6 else None,
            teacher_tokens=decimal(8, 14) if rng.random() < 0.6 else None,
            allow_repeats=bool(rng.random() < 0.5),
        ),
        architecture=Architecture(context=int(decimal(2, 5)), vocabulary=int(decimal(3, 5.5)), aspect_ratio=100.0),
    )


def check_inverse(goal, loss, used, found, rounding=ROUNDING) -> bool:
    """Check one inverse; return whether the compute could be compared.

    Where it is off by more than a millionth, both amounts of compute must bring the same loss to double precision:
    the loss then says nothing about the compute.
    """
    assert np.isfinite(found), "what was reached is in reach"
    if abs(found / used - 1) <= CLOSE:
        return True
    assert loss(found) == pytest.approx(goal, rel=rounding, abs=0)
    assert loss(used) == pytest.approx(goal, rel=rounding, abs=0)
    return False


@pytest.mark.parametrize("shares", SCENARIO_SHARES.values(), ids=SCENARIO_SHARES.keys())
def test_distilling_inverts(shares):
    compute = np.geomspace(1e19, 1e25, 25)
    wanted = best_distillation(1e9, compute, *shares, WORLD).loss
    np.testing.assert_allclose(cost_of_distilling(1e9, wanted, *shares, WORLD).compute_flops, compute, rtol=1e-7)


def test_training_directly_inverts():
    compute = np.geomspace(1e19, 1e25, 25)
    wanted = train_directly(1e9, compute, WORLD).loss
    np.testing.assert_allclose(cost_of_training_directly(1e9, wanted, WORLD).compute_flops, compute, rtol=1e-9)


@pytest.mark.parametrize("make", [random_plan, broad_plan])
def test_two_hundred_plans_invert_in_every_scenario(make):
    """C is what is used: a data limit leaves some over. Saturated text and data limits leave losses to compare."""
    compared = total = 0
    for seed in range(200):
        plan = make(seed)
        world, size, compute = world_of(plan), plan.student.parameters, plan.budget_flops
        outputs, training = np.array([*SCENARIO_SHARES.values(), cost_shares(plan)]).T
        forward = best_distillation(size, compute, outputs, training, world)
        goals = np.where(np.isfinite(forward.loss), forward.loss, 3.0)
        found = cost_of_distilling(size, goals, outputs, training, world).compute_flops
        used = forward.flops_student_training + forward.flops_teacher_outputs + forward.flops_teacher_training
        # Where a teacher of one size takes nearly all the compute, the forward answer itself is off by up to 1e-6.
        held = plan.teacher.parameters_range[0] == plan.teacher.parameters_range[1]
        rounding = 1e-6 if held else ROUNDING
        for k in np.flatnonzero(np.isfinite(forward.loss)):

            def loss(c, k=k, size=size, outputs=outputs, training=training, world=world):
                return float(best_distillation(size, c, outputs[k], training[k], world).loss)

            compared += check_inverse(forward.loss[k], loss, used[k], found[k], rounding)
            total += 1
        direct = train_directly(size, compute, world)
        found = float(cost_of_training_directly(size, direct.loss, world).compute_flops)

        def direct_loss(c, size=size, world=world):
            return float(train_directly(size, c, world).loss)

        compared += check_inverse(float(direct.loss), direct_loss, float(direct.flops), found)
        total += 1
    assert total > 1100
    assert compared > 0.75 * total


def test_two_hundred_plans_with_given_teachers_invert():
    compared = 0
    for seed in range(200):
        plan = random_plan(seed, candidates=True)
        world, size, compute = world_of(plan), plan.student.parameters, plan.budget_flops
        sizes = np.array([c.parameters for c in plan.teacher.candidates])
        losses = np.array([candidate_loss(c, world) for c in plan.teacher.candidates])
        share = cost_shares(plan)[0]
        given = distil_from(sizes, losses, size, compute, share, world)
        found = cost_of_distilling_from(sizes, losses, size, given.loss, share, world)
        used = given.flops_student_training + given.flops_teacher_outputs
        assert np.all(found.floor <= given.loss * (1 + ROUNDING))
        for k in range(sizes.size):

            def loss(c, k=k, sizes=sizes, losses=losses, size=size, share=share, world=world):
                return float(distil_from(sizes[k], losses[k], size, c, share, world).loss)

            compared += check_inverse(given.loss[k], loss, used[k], found.compute_flops[k])
    assert compared > 500


def test_more_is_never_asked_for_a_worse_loss():
    goals = np.linspace(2.0, 3.0, 101)
    for shares in SCENARIO_SHARES.values():
        compute = cost_of_distilling(3e9, goals, *shares, WORLD).compute_flops
        assert np.all(np.diff(compute) < 0)


def test_two_hundred_plans_are_out_of_reach_exactly_below_the_floor():
    for seed in range(200):
        plan = random_plan(seed)
        world, size = world_of(plan), plan.student.parameters
        outputs, training = np.array([*SCENARIO_SHARES.values(), cost_shares(plan)]).T
        floor = floor_of_distilling(size, training, world)
        goals = floor * np.array([[1 - 1e-9], [1.0], [1 + 1e-9], [1 + 1e-3]])
        found = cost_of_distilling(size, goals, outputs, training, world)
        np.testing.assert_array_equal(found.floor, np.broadcast_to(floor, goals.shape))
        np.testing.assert_array_equal(np.isinf(found.compute_flops), found.floor > goals)
        direct = float(cost_of_training_directly(size, 1.0, world).floor) * np.array([1 - 1e-9, 1, 1.001])
        assert list(np.isinf(cost_of_training_directly(size, direct, world).compute_flops)) == [True, False, False]


def test_no_compute_goes_below_the_floor_and_much_comes_near():
    """The floor is a limit of the forward answer: with data limits, held and bounded teachers, both texts."""
    for seed in range(100):
        plan = random_plan(seed)
        world, size = world_of(plan), plan.student.parameters
        outputs, training = np.array([*SCENARIO_SHARES.values(), cost_shares(plan)]).T
        floor = floor_of_distilling(size, training, world)
        losses = best_distillation(size, np.array([[1e28], [1e32], [1e36], [1e40]]), outputs, training, world).loss
        assert np.all(losses >= floor * (1 - ROUNDING))
        np.testing.assert_allclose(losses[-1], floor, rtol=1e-7)


def test_floors_against_eq_35():
    """With unlimited text the floors of both laws are E + (A N^-alpha)^gamma: exactly, and within 1 % (App. E.6)."""
    size = np.geomspace(1e8, 1e11, 13)
    eq_35 = supervised_floor(size, WORLD.coefficients.supervised)
    np.testing.assert_array_equal(cost_of_training_directly(size, 1.0, WORLD).floor, eq_35)
    unbounded = replace(WORLD, max_training_tokens=1e18, parameters_range=(1e5, 1e15))
    np.testing.assert_allclose(floor_of_distilling(size, 1.0, unbounded), eq_35, rtol=0.01)


def test_floor_of_a_held_teacher_is_its_own():
    """One teacher that has seen one amount of text: the floor is L_S with endless student text (Eq. 8)."""
    world = replace(WORLD, parameters_range=(2e9, 2e9), max_training_tokens=1.0)
    teacher_loss = supervised_loss(2e9, 1.0, WORLD.coefficients.supervised)
    expected = distillation_loss(1e9, 1e60, teacher_loss, WORLD.coefficients)
    assert float(floor_of_distilling(1e9, 0.0, world)) == pytest.approx(float(expected), rel=1e-12)


def test_floor_with_little_text_is_the_best_teacher_on_all_of_it():
    world = replace(WORLD, student_text=Text(3e9, allow_repeats=False))
    teacher_losses = np.linspace(1.4, 3.5, 200_001)
    best = distillation_loss(1e9, 3e9, teacher_losses, WORLD.coefficients).min()
    assert float(floor_of_distilling(1e9, 1.0, world)) == pytest.approx(best, rel=1e-9)


def test_a_data_limit_gives_the_least_compute_that_reaches_the_loss():
    world = replace(WORLD, student_text=Text(3e9, allow_repeats=False))
    per_token = 3 * float(forward_flops(1e9))
    direct = train_directly(1e9, 1e24, world)
    found = float(cost_of_training_directly(1e9, direct.loss, world).compute_flops)
    assert found == pytest.approx(3e9 * per_token, rel=1e-12)
    stored = best_distillation(1e9, 1e24, 0.0, 0.0, world)
    found = float(cost_of_distilling(1e9, stored.loss, 0.0, 0.0, world).compute_flops)
    assert found == pytest.approx(3e9 * per_token, rel=1e-6)
    assert stored.flops_left > 0.9e24


def test_eq_8_turned_round():
    rng = np.random.default_rng(3)
    size, tokens, teacher = 10 ** rng.uniform(8, 11, 500), 10 ** rng.uniform(8, 13, 500), rng.uniform(1.7, 2.9, 500)
    loss = distillation_loss(size, tokens, teacher, WORLD.coefficients)
    gap = loss - teacher  # a small one is all that a loss says of the tokens
    found = effective_tokens_for_loss(size, loss, teacher, WORLD.coefficients)
    again = distillation_loss(size, found, teacher, WORLD.coefficients)
    np.testing.assert_allclose(again, loss, rtol=1e-13)
    clear = gap > 1e-5
    assert clear.sum() > 300
    np.testing.assert_allclose(found[clear], tokens[clear], rtol=1e-6)
    short = effective_tokens_for_loss(size, loss, teacher, WORLD.coefficients, most_tokens=tokens / 2)
    assert np.isinf(short[clear]).all()


@pytest.mark.parametrize(
    ("size", "loss", "limit", "ratio"),
    [(500e6, 2.4, 1e17, 0.77), (10e9, 2.2, 1e17, 0.45), (500e6, 2.4, 2e13, 0.78), (10e9, 2.2, 2e13, 0.47)],
)
def test_app_d5_ratios(size, loss, limit, ratio):
    """App. D.5: distilling (teacher inference) needs roughly 3/4 and 1/2 of the supervised compute."""
    world = replace(WORLD, max_training_tokens=limit)
    distilled = cost_of_distilling(size, loss, 1.0, 0.0, world).compute_flops
    direct = cost_of_training_directly(size, loss, world).compute_flops
    assert float(distilled / direct) == pytest.approx(ratio, abs=0.005)
