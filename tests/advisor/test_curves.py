"""The pages' numbers against the functions they come from, and their sentences for contrasting plans."""

import json

import numpy as np
import pytest
from msgspec import structs

from advisor.advise import advise
from advisor.baseline import train_directly
from advisor.cautions import cautions
from advisor.curves import PAGES, page_as_json
from advisor.errors import Cancelled
from advisor.evidence import ChartPage
from advisor.flops import forward_flops
from advisor.laws import distillation_loss, supervised_loss
from advisor.methods import own_key
from advisor.pages.budget import find_crossings
from advisor.recommendation import SCENARIOS
from advisor.scenarios import SCENARIO_SHARES
from advisor.solution import solve_plan
from advisor.solver import best_at_teacher_loss, best_distillation

from .plans import CLEAR_DIRECT, CLEAR_DISTIL, H100S, THREE_TEACHERS, TIE, plan
from .random_plans import random_plan

SHARED = plan(student={"parameters": 3e9}, hardware=H100S, teacher={"students": 4, "share_outputs": True})


def page(name, a_plan):
    return PAGES[name](solve_plan(a_plan))


def curve(a_page, key):
    return next(c for c in a_page.curves if c.key == key)


@pytest.mark.parametrize("a_plan", [CLEAR_DISTIL, CLEAR_DIRECT, TIE, SHARED], ids=["distil", "direct", "tie", "shared"])
class TestBudget:
    def test_curves_are_the_solver_s(self, a_plan):
        solution = solve_plan(a_plan)
        made = page("budget", a_plan)
        assert {c.key for c in made.curves} >= {"supervised", *SCENARIOS}
        for key, shares in SCENARIO_SHARES.items():
            line = curve(made, key)
            expected = best_distillation(a_plan.student.parameters, line.x, *shares, solution.world).loss
            np.testing.assert_allclose(line.y, expected, rtol=1e-9)
        direct = curve(made, "supervised")
        np.testing.assert_allclose(direct.y, train_directly(a_plan.student.parameters, direct.x, solution.world).loss)

    def test_the_plan_is_marked_where_it_is(self, a_plan):
        solution = solve_plan(a_plan)
        made = page("budget", a_plan)
        mark = next(m for m in made.marks if m.kind == "plan")
        other = next(m for m in made.marks if m.kind == "other")
        losses = solution.distillation.loss, solution.supervised.loss
        assert mark.x == other.x == solution.budget.compute_flops
        assert (mark.y, other.y) == (losses if solution.method == "distill" else losses[::-1])
        assert made.plan_x == solution.budget.compute_flops
        assert made.x_range[0] < made.plan_x < made.x_range[1]
        assert made.y_range[0] < mark.y < made.y_range[1]

    def test_the_recommended_method_s_curve_is_emphasised_and_has_the_band(self, a_plan):
        solution = solve_plan(a_plan)
        made = page("budget", a_plan)
        (own,) = [c for c in made.curves if c.emphasised]
        distil = solution.method == "distill"
        assert own.key == made.band_key == (own_key(solution) if distil else "supervised")
        assert ("training directly" in made.band_label) == (not distil)
        assert own is made.curves[-1]
        np.testing.assert_allclose(made.band_high - made.band_low, 2 * 1.645 * 0.0039 * own.y)

    def test_zones_cover_the_axis_in_order(self, a_plan):
        made = page("budget", a_plan)
        assert made.zones
        assert made.zones[0].low == pytest.approx(made.x_range[0])
        assert made.zones[-1].high == pytest.approx(made.x_range[1])
        for left, right in zip(made.zones, made.zones[1:], strict=False):
            assert left.high == right.low


def test_crossing_is_where_the_curves_meet():
    solution = solve_plan(CLEAR_DISTIL)
    mark = next(m for m in page("budget", CLEAR_DISTIL).marks if m.kind == "crossing")
    # The plan's own 8B, not the best possible teacher: L_S(D_S) with D_S = C / (3 F(7B) + F(7B)).
    tokens = mark.x / (4 * forward_flops(7e9))
    teacher_loss = supervised_loss(7e9, 15e12, solution.world.coefficients.supervised)
    distilled = float(distillation_loss(7e9, tokens, teacher_loss, solution.world.coefficients))
    assert distilled == pytest.approx(float(train_directly(7e9, mark.x, solution.world).loss), rel=1e-5)
    assert mark.label == "Lines cross at 2.3 × 10²², 44 days"


@pytest.mark.parametrize("seed", range(0, 160, 3))
def test_what_is_said_of_other_budgets_is_true(seed):
    """Crossings and the end of certainty, checked by solving plans with those budgets."""
    a_plan = random_plan(seed, candidates=seed % 2 == 0)
    solution = solve_plan(a_plan)
    found = find_crossings(solution)
    ahead = found.first_wins
    for flops in found.flops:
        for factor, expected in ((0.97, ahead), (1.03, not ahead)):
            other = solve_plan(structs.replace(a_plan, budget_flops=flops * factor))
            gap = other.supervised.loss - other.distillation.loss
            assert (gap > 0) == expected or abs(gap) < 1e-4
        ahead = not ahead
    if found.sure_until is not None:
        assert found.sure_until > a_plan.budget_flops
        at = solve_plan(structs.replace(a_plan, budget_flops=found.sure_until))
        assert at.probability == pytest.approx(0.84, abs=0.02)


@pytest.mark.parametrize("seed", range(0, 160, 3))
def test_this_plan_s_line_passes_through_this_plan(seed):
    a_plan = random_plan(seed, candidates=seed % 2 == 0)
    solution = solve_plan(a_plan)
    for name in ("budget",):
        made = page(name, a_plan)
        own = curve(made, own_key(solution))
        at_plan = np.interp(np.log(made.plan_x), np.log(own.x), own.y)
        assert at_plan == pytest.approx(solution.distillation.loss, rel=5e-3)


@pytest.mark.parametrize("seed", range(0, 160, 3))
def test_zones_agree_with_the_cautions(seed):
    """Where the axis says "Tested" at the plan's budget no caution says that the study is left, and the reverse."""
    a_plan = random_plan(seed, candidates=seed % 2 == 0)
    solution = solve_plan(a_plan)
    made = page("budget", a_plan)
    at_plan = next(z for z in made.zones if z.low <= made.plan_x <= z.high)
    near_edge = min(abs(np.log(made.plan_x / z.low)) for z in made.zones) < 0.3
    outside = {w.code for w in cautions(solution) if w.code.startswith("outside_study")}
    assert near_edge or (at_plan.kind == "tested") == (not outside), (at_plan, outside)


class TestSentences:
    def test_budget(self):
        assert page("budget", CLEAR_DISTIL).sentence == (
            "5 days buy a loss of 2.060 by distilling, 2.096 by training directly; "
            "from 20 days up, direct is as good and simpler."
        )
        assert "too close to call" in page("budget", TIE).sentence
        assert page("budget", CLEAR_DIRECT).sentence.startswith("10²¹ FLOPs buy a loss of 2.221 by training directly")

    def test_one_day_buys(self):
        a_day = plan(student={"parameters": 7e9}, hardware={**H100S, "hours": 24}, teacher={"exists": True})
        assert page("budget", a_day).sentence.startswith("1 day buys a loss")

    def test_teacher_with_candidates(self):
        assert page("teacher", CLEAR_DISTIL).sentence == (
            "Your 8B is almost the best possible teacher; the 70B is worse than no teacher, "
            "because its outputs cost too much."
        )
        assert page("teacher", CLEAR_DISTIL).footer[1:] == (
            "Losses of your teachers: estimated as if trained on your text.",
            "With its outputs already stored, your 70B would come first (2.029).",
        )

    def test_teacher_free(self):
        free = plan(student={"parameters": 7e9}, hardware=H100S, teacher={"exists": True})
        assert page("teacher", free).sentence == "A 5.44B teacher is best; any from 2.71B to 12.6B does as well."
        assert page("teacher", CLEAR_DIRECT).sentence.startswith("Even the best teacher, ")
        assert page("teacher", TIE).sentence.endswith(", too close to call.")

    def test_listed_teachers_that_do_not_pay_are_told_by_how_much(self):
        eight = {"name": "8B", "parameters": 7e9, "training_tokens": 1.5e13}
        three = {"name": "3B", "parameters": 2.8e9, "training_tokens": 9e12}
        one = plan(student={"parameters": 1.5e9}, budget_flops=1.37e21, teacher={"exists": True, "candidates": [eight]})
        solution = solve_plan(one)
        losses = f"{solution.distillation.loss:.3f} against {solution.supervised.loss:.3f}"
        assert page("teacher", one).sentence == (
            f"Your 8B does not beat training directly: {losses}, because its outputs cost too much."
        )
        hours = {**H100S, "hours": 720}
        two = plan(student={"parameters": 1e9}, hardware=hours, teacher={"exists": True, "candidates": [eight, three]})
        solution = solve_plan(two)
        losses = f"{solution.distillation.loss:.3f} against {solution.supervised.loss:.3f}"
        assert page("teacher", two).sentence.startswith(
            f"None of your teachers beats training directly: the best, the 3B, reaches {losses}"
        )

    def test_the_true_cause_is_named(self):
        weak = [{"name": "W", "parameters": 1e8, "loss": 2.9}, THREE_TEACHERS[0]]
        a_plan = plan(student={"parameters": 7e9}, hardware=H100S, teacher={"exists": True, "candidates": weak})
        assert page("teacher", a_plan).sentence.endswith("the W is worse than no teacher, because it is too weak.")
        strong = [{"name": "S", "parameters": 1e9, "loss": 1.5}, {"name": "M", "parameters": 1e9, "loss": 2.4}]
        teacher = {"exists": True, "outputs_stored": True, "candidates": strong}
        a_plan = plan(student={"parameters": 1.5e8}, budget_flops=1e19, teacher=teacher)
        assert page("teacher", a_plan).sentence.endswith("because it is too strong to imitate.")


class TestTeacher:
    def test_curve_is_the_solver_s_with_the_size_held(self):
        solution = solve_plan(CLEAR_DISTIL)
        line = curve(page("teacher", CLEAR_DISTIL), "teacher_inference")
        held = best_distillation(7e9, solution.budget.compute_flops, *solution.shares, solution.world, line.x, line.x)
        np.testing.assert_allclose(line.y, held.loss, rtol=1e-9)
        assert line.y.min() >= solution.free.loss * (1 - 1e-9)

    def test_candidates_are_marked_with_their_rank(self):
        made = page("teacher", CLEAR_DISTIL)
        labels = {m.label: m.detail for m in made.marks if m.kind == "candidate"}
        assert labels == {
            "8B, rank 1: 2.060": "",
            "3B, rank 2: 2.081": "trained on 1T tokens only",
            "70B, rank 3: 2.133": "outputs take 75 % of the compute",
        }
        assert made.level == solve_plan(CLEAR_DISTIL).supervised.loss

    def test_against_loss(self):
        solution = solve_plan(CLEAR_DISTIL)
        (by_loss,) = page("teacher", CLEAR_DISTIL).variants
        line = curve(by_loss, "teacher_inference")
        assert by_loss.x_kind == "loss"
        best = next(m for m in by_loss.marks if m.kind == "best")
        assert best.x == solution.free.teacher.loss
        assert np.nanmin(line.y) == pytest.approx(solution.free.loss, rel=1e-4)

    def test_best_at_the_optimum_s_own_loss_is_the_optimum(self):
        for seed in range(0, 200, 7):
            a_plan = random_plan(seed)
            solution = solve_plan(a_plan)
            free = solution.free
            again = best_at_teacher_loss(
                a_plan.student.parameters, a_plan.budget_flops, *solution.shares, free.teacher.loss, solution.world
            ).loss
            assert again == pytest.approx(free.loss, rel=1e-6)


@pytest.mark.parametrize("seed", range(0, 240, 7))
def test_random_plans_have_drawable_pages(seed):
    for name, made in advise(random_plan(seed, candidates=seed % 2 == 0)).pages.items():
        for variant in (made, *made.variants) if isinstance(made, ChartPage) else ():
            assert variant.x_range[0] < variant.x_range[1]
            assert variant.y_range[0] < variant.y_range[1]
            assert np.all(np.isfinite(variant.y_range))
            for line in variant.curves:
                assert line.x.shape == line.y.shape
                assert np.all(np.diff(line.x) > 0)
                assert np.isfinite(line.y).any(), (name, line.key)
            for mark in variant.marks:
                assert np.isfinite(mark.x)
                assert np.isfinite(mark.y)
            assert variant.sentence.endswith(".")
            assert "nan" not in variant.sentence
        assert made.sentence.endswith(".")
        assert "nan" not in made.sentence
        json.dumps(page_as_json(made), allow_nan=False)


def test_advise_stops_when_asked():
    with pytest.raises(Cancelled):
        advise(CLEAR_DIRECT, should_stop=lambda: True)
