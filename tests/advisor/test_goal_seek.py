"""Goal seek: every mode undoes the forward answer, what applying it does is what it says, and so are its sentences."""

from __future__ import annotations

import json
import re

import msgspec
import numpy as np
import pytest

from advisor.accelerators import utilization_preset
from advisor.baseline import distil_from, train_directly
from advisor.budget import budget
from advisor.errors import InputError
from advisor.evidence import SUPERVISED, THIS_PLAN
from advisor.goal.numbers import MOST_ACCELERATORS, fewest_accelerators, goal_numbers, with_count
from advisor.goal.seek import Goal, GoalAnswer, first_goals, goal_seek
from advisor.goal.text import deadline_quantity, money_quantity, parse_money
from advisor.laws import supervised_loss
from advisor.names import scenario_labels
from advisor.plan import Hardware, Plan
from advisor.plan_file import check_plan, dump_plan
from advisor.scenarios import SCENARIO_SHARES, cost_shares, matching_scenario, world_of
from advisor.solution import candidate_loss, solve_plan
from advisor.solver import best_distillation
from advisor.uncertainty import loss_interval

from .plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE
from .random_plans import random_plan

ON_H100S = Hardware(accelerator="h100-sxm5", count=64, hours=500.0, price_per_hour=3.0)
ROUNDING = 2e-13
"""Relative difference of two losses that is only how they were computed."""


def hardware_plan(seed: int, candidates: bool = False) -> Plan:
    """Return a random plan whose compute comes from hardware, of a count and for a time that suit it."""
    plan = random_plan(seed, candidates)
    rng = np.random.default_rng(20_000 + seed)
    count = int(10 ** rng.uniform(0, 4))
    hardware = msgspec.structs.replace(ON_H100S, count=count, hours=float(10 ** rng.uniform(0, 4)))
    return msgspec.structs.replace(plan, hardware=hardware, budget_flops=None)


def losses_at(plan: Plan, compute: float) -> dict[str, float]:
    """Return the expected loss of every method with this compute, straight from the forward functions."""
    world, size = world_of(plan), plan.student.parameters
    losses = {SUPERVISED: float(train_directly(size, compute, world).loss)}
    for name, shares in SCENARIO_SHARES.items():
        losses[name] = float(best_distillation(size, compute, *shares, world).loss)
    shares = cost_shares(plan)
    if plan.teacher.exists and plan.teacher.candidates:
        teachers = plan.teacher.candidates
        sizes, known = [c.parameters for c in teachers], [candidate_loss(c, world) for c in teachers]
        losses[THIS_PLAN] = float(distil_from(sizes, known, size, compute, shares[0], world).loss.min())
    elif matching_scenario(plan) is None:
        losses[THIS_PLAN] = float(best_distillation(size, compute, *shares, world).loss)
    return losses


def texts_of(answer: GoalAnswer) -> list[str]:
    texts = [answer.sentence, answer.hint, *answer.columns, *answer.notes]
    for row in answer.rows:
        texts += [row.label, row.how, *row.cells, row.reason, row.why_no_change]
        if row.change is not None:
            texts += [row.change.label, row.change.done, row.change.undo_text]
    return texts


@pytest.mark.parametrize("candidates", [False, True])
def test_two_hundred_plans_a_loss_undoes_the_forward_answer(candidates):
    """What a method reaches with C it is said to need C for, unless it leaves compute over or text is worn out."""
    exact = total = 0
    for seed in range(200):
        plan = random_plan(seed, candidates)
        compute = plan.budget_flops
        world = world_of(plan)
        forward = losses_at(plan, compute)
        for key in (SUPERVISED, THIS_PLAN if THIS_PLAN in forward else matching_scenario(plan)):
            if not np.isfinite(forward[key]):
                continue
            numbers = goal_numbers(plan, Goal("loss", loss=forward[key]))
            result = next(result for result in numbers.results if result.key == key)
            assert result.effort is not None
            found = result.effort.compute_flops
            assert found <= compute * (1 + 1e-6) or losses_at(plan, found)[key] == pytest.approx(forward[key], rel=1e-8)
            total += 1
            if abs(found / compute - 1) <= 1e-6:
                exact += 1
            else:
                rounding = 1e-6 if world.parameters_range[0] == world.parameters_range[1] else ROUNDING
                assert losses_at(plan, found)[key] == pytest.approx(forward[key], rel=rounding, abs=0)
    assert total >= 380
    assert exact > 0.6 * total


def test_two_hundred_plans_out_of_reach_exactly_below_the_floor():
    reached = missed = 0
    for seed in range(200):
        plan = random_plan(seed, candidates=seed % 2 == 0)
        wanted = 1.7 + 0.01 * (seed % 90)
        answer = goal_seek(plan, Goal("loss", loss=wanted))
        assert {row.key for row in answer.rows} >= {SUPERVISED, *SCENARIO_SHARES}
        for row in answer.rows:
            floor = row.result.floor
            assert floor is not None
            assert (row.result.effort is None) == (floor > wanted)
            if row.result.effort is None:
                assert f"the floor is {floor:.3f}" in row.reason
                assert row.change is None
                missed += 1
            else:
                assert not row.reason
                reached += 1
    assert min(reached, missed) > 200


def test_two_hundred_plans_a_model_is_its_loss():
    for seed in range(200):
        plan = random_plan(seed)
        loss = float(supervised_loss(3e9, 3e11, world_of(plan).coefficients.supervised))
        as_model = goal_numbers(plan, Goal("model", parameters=3e9, tokens=3e11))
        as_loss = goal_numbers(plan, Goal("loss", loss=loss))
        error = world_of(plan).coefficients.relative_error
        assert as_model.loss == loss
        assert as_model.loss_interval == loss_interval(loss, error)
        for one, other in zip(as_model.results, as_loss.results, strict=True):
            assert (one.effort is None) == (other.effort is None)
            if one.effort is not None:  # two predictions are compared, so that the range is wider
                assert one.effort.compute_flops == pytest.approx(other.effort.compute_flops, rel=1e-6)
                assert one.least.compute_flops < other.least.compute_flops <= one.effort.compute_flops


@pytest.mark.parametrize("kind", ["money", "time"])
def test_two_hundred_plans_money_and_time_bring_the_forward_answer(kind):
    for seed in range(200):
        plan = hardware_plan(seed, candidates=seed % 2 == 0)
        spent = budget(plan)
        hours = plan.hardware.hours
        goal = Goal("money", money=spent.cost) if kind == "money" else Goal("time", hours=hours)
        answer = goal_seek(plan, goal)
        expected = losses_at(plan, spent.compute_flops)
        assert {row.key for row in answer.rows} == set(expected)
        error = world_of(plan).coefficients.relative_error
        for row in answer.rows:
            if np.isinf(expected[row.key]):
                assert row.reason
                continue
            assert row.result.loss == pytest.approx(expected[row.key], rel=1e-9)
            assert row.result.loss_interval == pytest.approx(loss_interval(expected[row.key], error), rel=1e-9)
            assert row.result.effort.hours == pytest.approx(hours, rel=1e-12)
            assert row.result.effort.cost == pytest.approx(spent.cost, rel=1e-12)
            if row.change is not None:
                assert row.own
                assert budget(row.change.apply(plan)).hours == pytest.approx(hours, rel=1e-12)


@pytest.mark.parametrize("deadline", [None, 240.0])
def test_a_hundred_plans_applying_reaches_the_goal(deadline):
    """The changed plan is one that a file may hold, reaches the loss its row speaks of, in its time, at its cost."""
    applied = {False: 0, True: 0}
    for seed in range(100):
        plan = hardware_plan(seed, candidates=seed % 2 == 0)
        wanted = round(losses_at(plan, budget(plan).compute_flops)[SUPERVISED] * 0.98, 3)
        answer = goal_seek(plan, Goal("loss", loss=wanted, hours=deadline))
        for row in answer.rows:
            if row.change is None:
                continue
            changed = row.change.apply(plan)
            assert check_plan(changed) is not None
            solution = solve_plan(changed)
            reached = solution.distillation.loss if row.own else solution.supervised.loss
            assert reached == pytest.approx(wanted, rel=1e-7)
            spent, effort = solution.budget, row.result.effort
            assert spent.hours == pytest.approx(effort.hours, rel=1e-9)
            assert spent.cost == pytest.approx(effort.cost, rel=1e-9)
            assert changed.hardware.count == effort.count
            if deadline is None:
                assert changed.hardware.count == plan.hardware.count
            else:
                assert spent.hours <= deadline * (1 + 1e-9)
            applied[row.own] += 1
    assert min(applied.values()) > 25


def test_the_fewest_accelerators_are_enough_and_one_less_is_not():
    """Utilisation presets fall with the number of accelerators, so dividing would not do."""
    plan = msgspec.structs.replace(CLEAR_DIRECT, hardware=ON_H100S, budget_flops=None)
    assert utilization_preset("h100-sxm5", 8, 1e9) != utilization_preset("h100-sxm5", 512, 1e9)
    for compute in np.geomspace(1e18, 1e26, 41):
        for hours in (10.0, 240.0, 5000.0):
            count = fewest_accelerators(plan, float(compute), hours)
            if count is None:
                assert budget(with_count(plan, MOST_ACCELERATORS)).flops_per_hour * hours < compute
                continue
            assert budget(with_count(plan, count)).flops_per_hour * hours >= compute * (1 - 1e-9)
            if count > 1:
                assert budget(with_count(plan, count - 1)).flops_per_hour * hours < compute


def test_a_plan_in_flops_gets_other_flops():
    answer = goal_seek(CLEAR_DIRECT, Goal("loss", loss=2.2))
    direct = next(row for row in answer.rows if row.key == SUPERVISED)
    changed = direct.change.apply(CLEAR_DIRECT)
    assert changed.budget_flops == direct.result.effort.compute_flops
    assert direct.change.label.startswith("Set the compute to")
    assert float(train_directly(1e9, changed.budget_flops, world_of(changed)).loss) == pytest.approx(2.2, rel=1e-12)


def test_flops_typed_over_hardware_stay_flops():
    plan = msgspec.structs.replace(CLEAR_DISTIL, budget_flops=1e21)
    answer = goal_seek(plan, Goal("loss", loss=2.05, hours=240.0))
    own = next(row for row in answer.rows if row.own)
    changed = own.change.apply(plan)
    assert changed.budget_flops == own.result.effort.compute_flops
    assert changed.hardware.count == own.result.effort.count
    assert budget(changed).hours <= 240.0


def test_what_a_plan_cannot_hold_is_not_applied():
    """More than 1e6 hours, or fewer than 1e12 FLOPs, are told but not offered."""
    slow = msgspec.structs.replace(CLEAR_DISTIL, hardware=Hardware(accelerator="rtx-4090", count=1, hours=1000.0))
    answer = goal_seek(slow, Goal("loss", loss=1.86))
    direct = next(row for row in answer.rows if row.key == SUPERVISED)
    assert direct.result.effort.hours > 1e6
    assert direct.change is None
    assert direct.why_no_change == "A plan holds at most 114 years"
    tiny = goal_seek(CLEAR_DIRECT, Goal("loss", loss=60.0))
    assert all(row.change is None for row in tiny.rows)
    assert any("10¹²" in row.why_no_change for row in tiny.rows)


def test_more_accelerators_than_there_are_is_said():
    answer = goal_seek(CLEAR_DISTIL, Goal("loss", loss=1.85, hours=0.001))
    assert all("more than 10,000,000 accelerators" in row.reason for row in answer.rows)
    assert "accelerators" in answer.sentence


def test_sentence_of_a_clear_distillation():
    """`plans.CLEAR_DISTIL`: 7B student, 16 H100 at 38 %; 2.060 is what five days of its 8B bring."""
    answer = goal_seek(CLEAR_DISTIL, Goal("loss", loss=2.06))
    assert answer.sentence == (
        "To reach 2.060 nats, training directly takes 7.4 days and $9,960; "
        "distilling from the 8B takes 5 days and $6,710."
    )
    assert answer.columns == ("Method", "Compute", "Time", "90 % range", "Cost")
    assert [row.label for row in answer.rows] == [*scenario_labels().values(), "Distil: your teachers, this plan"]
    assert [row.key for row in answer.rows if row.change] == [SUPERVISED, THIS_PLAN]


def test_sentence_of_clear_direct_training():
    answer = goal_seek(CLEAR_DIRECT, Goal("loss", loss=2.2))
    assert answer.sentence == (
        "To reach 2.200 nats, training directly takes 1.51 × 10²¹ FLOPs; "
        "distilling from a teacher trained just for this takes 4.76 × 10²¹ FLOPs."
    )
    assert answer.columns == ("Method", "Compute", "90 % range")


def test_sentence_of_a_tie():
    answer = goal_seek(TIE, Goal("time", hours=504.0))
    solution = solve_plan(TIE)
    assert answer.sentence.startswith("21 days of 64 accelerators for $113k bring an expected loss of ")
    for method in (solution.distillation, solution.supervised):
        low, high = method.loss_interval
        assert f"{method.loss:.3f} (90 % range {low:.3f}–{high:.3f})" in answer.sentence


def test_out_of_reach_names_student_and_floor():
    """The words a floor is told in."""
    answer = goal_seek(CLEAR_DISTIL, Goal("loss", loss=1.8))
    assert answer.sentence == "Out of reach for a 7B student: the floor is 1.820."
    assert all(row.reason.startswith("Out of reach for a 7B student: the floor is 1.8") for row in answer.rows)
    assert answer.hint == ""


def test_out_of_reach_for_want_of_text_says_so():
    data = msgspec.structs.replace(CLEAR_DISTIL.data, student_tokens=20e9, allow_repeats=False)
    answer = goal_seek(msgspec.structs.replace(CLEAR_DISTIL, data=data), Goal("loss", loss=1.9))
    direct = next(row for row in answer.rows if row.key == SUPERVISED)
    assert direct.reason.startswith("Out of reach on 20B tokens of text: the floor is 2.2")


def test_one_way_out_of_reach_keeps_the_other():
    answer = goal_seek(CLEAR_DISTIL, Goal("loss", loss=1.825))
    assert answer.sentence.startswith("To reach 1.825 nats, training directly takes ")
    assert answer.sentence.endswith(" Distilling from the teachers you have never gets there: its floor is 1.832.")


def test_a_model_to_match_is_named_with_its_expected_loss():
    answer = goal_seek(CLEAR_DISTIL, Goal("model", parameters=3e9, tokens=3e11))
    assert answer.sentence.startswith(
        "To match a 3B model trained on 300B tokens, expected loss 2.050 (90 % range 2.037–2.063), training directly"
    )


def test_money_is_told_in_time():
    answer = goal_seek(CLEAR_DISTIL, Goal("money", money=6720.0))
    assert answer.sentence == (
        "$6,720 buys 5 days of 16 accelerators: an expected loss of 2.060 (90 % range 2.047–2.073) by distilling "
        "from the 8B and 2.096 (90 % range 2.083–2.109) by training directly."
    )


@pytest.mark.parametrize(
    ("plan", "goal", "words"),
    [
        (CLEAR_DIRECT, Goal("money", money=1e4), "Money needs hardware"),
        (CLEAR_DIRECT, Goal("time", hours=10.0), "A time needs hardware"),
        (CLEAR_DIRECT, Goal("loss", loss=2.2, hours=10.0), "A deadline needs hardware"),
        (
            msgspec.structs.replace(CLEAR_DISTIL, hardware=Hardware(peak_tflops=900.0, count=8, hours=100.0)),
            Goal("money", money=1e4),
            "no price per accelerator-hour",
        ),
    ],
)
def test_what_the_plan_lacks_is_said(plan, goal, words):
    answer = goal_seek(plan, goal)
    assert words in answer.sentence
    assert answer.rows == ()
    assert answer.columns == ()


def test_every_text_of_random_plans_reads_well():
    """Whole sentences, no raw numbers, no loss without its range or the words around it."""
    for seed in range(0, 200, 8):
        plan = hardware_plan(seed, candidates=seed % 16 == 0)
        for goal in (
            Goal("loss", loss=2.1),
            Goal("loss", loss=2.4, hours=100.0),
            Goal("model", parameters=1e9, tokens=1e11),
            Goal("money", money=12345.0),
            Goal("time", hours=77.0),
        ):
            answer = goal_seek(plan, goal)
            assert answer.sentence.endswith(".")
            assert answer.sentence[0] in "$0123456789" or answer.sentence[0].isupper()
            for text in texts_of(answer):
                assert not re.search(r"nan|inf|None|e[+-]\d|\d\.\d{4}", text), text
            assert all(len(row.cells) == len(answer.columns) - 1 or row.reason for row in answer.rows)


def test_first_goals_are_in_reach_where_text_allows():
    for plan in (CLEAR_DISTIL, CLEAR_DIRECT, TIE):
        goals = first_goals(plan)
        assert set(goals) == {"loss", "model", "money", "time"}
        for kind in ("loss", "model"):
            direct = next(row for row in goal_seek(plan, goals[kind]).rows if row.key == SUPERVISED)
            assert direct.result.effort.compute_flops > budget(plan).compute_flops


def test_an_applied_plan_survives_its_file():
    own = next(row for row in goal_seek(CLEAR_DISTIL, Goal("loss", loss=2.0, hours=100.0)).rows if row.own)
    changed = own.change.apply(CLEAR_DISTIL)
    assert json.loads(dump_plan(changed))["hardware"]["count"] == changed.hardware.count


@pytest.mark.parametrize(
    ("text", "amount"),
    [("$10,000", 1e4), ("10k", 1e4), ("EUR 2.5M", 2.5e6), ("6,720 CHF", 6720), ("1,2m", 1.2e6), ("€3", 3), ("5", 5)],
)
def test_money_reads_as_people_write_it(text, amount):
    assert parse_money(text) == pytest.approx(amount)


@pytest.mark.parametrize("text", ["", "abc", "-5", "0", "1e99", "nan", "$", "10 per hour!"])
def test_money_that_cannot_be_read_says_what_would_be_right(text):
    with pytest.raises(InputError, match=r"10,000 or 1\.2M"):
        parse_money(text, "goal.money")


def test_fields_write_what_they_read():
    for amount in (3.5, 1234.0, 10_000.0, 2.5e6, 1.2e9):
        for currency in ("USD", "EUR", "CHF"):
            assert money_quantity(currency).reads(money_quantity(currency).text(amount), amount)
    assert deadline_quantity(16).parse("1,600 GPU-hours", "") == pytest.approx(100.0)
    with pytest.raises(InputError, match="above 0"):
        deadline_quantity(16).parse("0 h", "")
