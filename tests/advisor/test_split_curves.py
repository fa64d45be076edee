"""Where the compute goes: the paper's Table 3, and the chart's numbers against the solver's."""

import numpy as np
import pytest

from advisor.flops import forward_flops
from advisor.schedule.split_curves import STACK, own_shares, solve_split, split_at, split_page
from advisor.solution import solve_plan
from advisor.solver import best_distillation

from .plans import CLEAR_DIRECT, CLEAR_DISTIL, H100S, THREE_TEACHERS, TIE, plan
from .random_plans import random_plan

STORED = plan(student={"parameters": 1e9}, teacher={"exists": True, "outputs_stored": True})


def page(a_plan):
    solution = solve_plan(a_plan)
    return split_page(solution, solve_split(solution), "Where?", "There.")


class TestTable3:
    """Shares of compute with teacher pretraining and inference paid for, D_T up to 1e17 as in the paper."""

    @staticmethod
    def shares(size, compute):
        a_plan = plan(student={"parameters": size}, teacher={"max_training_tokens": 1e17})
        return dict(zip(STACK, split_at(solve_plan(a_plan), [compute]).shares[:, 0], strict=True))

    @pytest.mark.parametrize("size", [3e8, 1e9])
    @pytest.mark.parametrize("compute", [1e20, 1e21])
    def test_small_students_at_small_budgets_spend_most_on_the_teacher_s_training(self, size, compute):
        shares = self.shares(size, compute)
        assert max(shares, key=shares.get) == "teacher_training"
        assert 0.375 <= shares["teacher_training"] <= 0.525

    @pytest.mark.parametrize("size", [3e8, 1e9, 3e9])
    def test_at_large_budgets_student_and_outputs_share_it(self, size):
        shares = self.shares(size, 1e25)
        assert 0.415 <= shares["student_training"] <= 0.575
        assert 0.415 <= shares["teacher_outputs"] <= 0.575
        assert shares["teacher_training"] < 0.1

    def test_a_large_student_at_a_small_budget_spends_most_on_itself(self):
        assert self.shares(1e10, 1e20)["student_training"] == pytest.approx(0.71, abs=0.01)

    def test_a_large_student_at_a_large_budget_spends_on_all(self):
        assert min(self.shares(1e10, 1e25).values()) > 0.195


@pytest.mark.parametrize("a_plan", [CLEAR_DISTIL, CLEAR_DIRECT, TIE, STORED], ids=["distil", "direct", "tie", "stored"])
class TestPage:
    def test_shares_are_eq_9_s(self, a_plan):
        solution, made = solve_plan(a_plan), page(a_plan)
        x = made.curves[0].x
        best = best_distillation(a_plan.student.parameters, x, *solution.shares, solution.world)
        outputs, training = solution.shares
        student = 3 * forward_flops(a_plan.student.parameters) * best.student_tokens
        run = outputs * forward_flops(best.teacher_parameters) * best.student_tokens
        trained = training * 3 * forward_flops(best.teacher_parameters) * best.teacher_tokens
        expected = {"student_training": student, "teacher_outputs": run, "teacher_training": trained}
        shown = {curve.key for curve in made.curves}
        for curve in made.curves:
            np.testing.assert_allclose(curve.y, expected[curve.key] / (student + run + trained), rtol=1e-6)
        for key, flops in expected.items():
            assert key in shown or not flops.any()

    def test_the_shares_are_a_whole(self, a_plan):
        made = page(a_plan)
        assert made.stacked
        assert (made.y_kind, made.y_range) == ("share", (0.0, 1.0))
        np.testing.assert_allclose(sum(curve.y for curve in made.curves), 1)

    def test_the_plan_s_own_split_is_marked(self, a_plan):
        solution, made = solve_plan(a_plan), page(a_plan)
        (mark,) = made.marks
        flops = solution.distillation.flops
        assert (mark.x, made.plan_x) == (solution.budget.compute_flops,) * 2
        assert mark.y == pytest.approx(flops.student_training / flops.total)
        assert made.x_range[0] * 10 <= made.plan_x <= made.x_range[1] / 100
        assert own_shares(solution).sum() == pytest.approx(1)

    def test_curves_go_on_beyond_the_frame(self, a_plan):
        made = page(a_plan)
        assert made.curves[0].x[0] < made.x_range[0]
        assert made.curves[0].x[-1] > made.x_range[1]

    def test_ticks_have_a_line_for_every_caption(self, a_plan):
        made = page(a_plan)
        assert [x for x, _ in made.x_ticks] == pytest.approx(list(made.x_range[0] * 10.0 ** np.arange(5)))
        assert {len(lines) for _, lines in made.x_ticks} == {len(made.x_tick_captions)}


def test_ticks_tell_flops_days_and_teacher():
    made = page(CLEAR_DISTIL)
    assert made.x_tick_captions == ("FLOPs", "on this hardware", "best teacher")
    assert made.x_ticks[0] == (1e20, ("10²⁰", "4.6 h", "2.7B"))
    assert made.x_ticks[-1][1] == ("10²⁴", "5.3 years", "21B")


def test_the_mark_says_the_split_in_words():
    assert page(CLEAR_DISTIL).marks[0].kind == "plan"
    assert page(CLEAR_DISTIL).marks[0].label == "Your 8B: 75 % student, 25 % outputs"
    direct = page(CLEAR_DIRECT).marks[0]
    assert direct.kind == "other"
    assert direct.label == "With a 1.53B: 33 % student, 16 % outputs, 51 % training"


def test_without_hardware_no_time_is_told():
    made = page(CLEAR_DIRECT)
    assert made.x_tick_captions == ("FLOPs", "best teacher")
    assert made.flops_per_hour is None
    assert made.plan_label == "This plan: 10²¹ FLOPs"


def test_where_the_teacher_is_free_its_size_is_not_told():
    """Any teacher of the right loss will do."""
    made = page(STORED)
    assert "best teacher" not in made.x_tick_captions
    assert made.read_out == ()
    assert [curve.key for curve in made.curves] == ["student_training"]


def test_the_footer_says_where_text_runs_out():
    limited = plan(
        student={"parameters": 1e9},
        hardware=H100S,
        data={"student_tokens": 2e10, "allow_repeats": False},
        teacher={"exists": True},
    )
    assert any("text runs out" in note for note in page(limited).footer)
    assert not any("text runs out" in note for note in page(CLEAR_DISTIL).footer)


def test_the_footer_says_that_teachers_grow_only_where_they_do():
    said = "Bigger budgets call for bigger teachers"
    assert said in page(CLEAR_DISTIL).footer
    held = plan(
        student={"parameters": 7e9},
        hardware=H100S,
        teacher={"exists": True, "parameters_range": [7e9, 7e9], "candidates": THREE_TEACHERS},
    )
    assert said not in page(held).footer
    # The best teacher of this one is 7.8B, then 11B, and 9.7B again.
    back = plan(student={"parameters": 3e9}, budget_flops=4.4e22)
    assert said not in page(back).footer


@pytest.mark.parametrize("seed", range(24))
def test_random_plans_have_shares_of_a_whole(seed):
    a_plan = random_plan(seed, candidates=seed % 3 == 0)
    made = page(a_plan)
    total = sum(curve.y for curve in made.curves)
    np.testing.assert_allclose(total[np.isfinite(total)], 1)
    assert np.isfinite(total).any()
    assert all(np.nanmin(curve.y) >= 0 for curve in made.curves)
