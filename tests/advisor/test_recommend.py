"""Recommendations: numbers that follow from the contract, sentences for contrasting plans, and every warning."""

import math

import numpy as np
import pytest

from advisor.baseline import flops_to_train_directly, train_directly
from advisor.cautions import cautions
from advisor.coefficients import built_in_set
from advisor.flops import forward_flops
from advisor.headline import alternative, headline, likelihood
from advisor.laws import distillation_loss, supervised_loss
from advisor.plan import Plan
from advisor.recommend import recommend
from advisor.scenarios import cost_shares
from advisor.solution import solve_plan
from advisor.solver import best_distillation
from advisor.uncertainty import loss_interval, probability_distilling_is_better, verdict_method
from advisor.world import World

from .plans import CLEAR_DIRECT, CLEAR_DISTIL, H100S, THREE_TEACHERS, TIE, plan
from .random_plans import random_plan

SET = built_in_set("busbridge-2025")


def codes(a_plan: Plan) -> set[str]:
    return {warning.code for warning in cautions(solve_plan(a_plan))}


class TestContract:
    def test_compute_of_the_hardware(self):
        assert recommend(CLEAR_DISTIL).compute_flops == pytest.approx(16 * 989e12 * 0.38 * 120 * 3600)

    @pytest.mark.parametrize(
        ("teacher", "shares"),
        [
            ({}, (1, 1)),
            ({"exists": True}, (1, 0)),
            ({"exists": True, "outputs_stored": True}, (0, 0)),
            ({"outputs_stored": True}, (0, 1)),
            ({"students": 4}, (1, 0.25)),
            ({"students": 4, "share_outputs": True}, (0.25, 0.25)),
            ({"exists": True, "students": 5, "share_outputs": True}, (0.2, 0)),
        ],
    )
    def test_cost_shares(self, teacher, shares):
        assert cost_shares(plan(teacher=teacher)) == shares

    def test_candidate_is_taken_as_given(self):
        result = recommend(CLEAR_DISTIL)
        size, compute = 7e9, result.compute_flops
        tokens = compute / (3 * forward_flops(size) + forward_flops(7e9))
        teacher_loss = supervised_loss(7e9, 15e12, SET.supervised)
        assert result.distillation.teacher.name == "8B"
        assert result.distillation.teacher.loss == pytest.approx(float(teacher_loss))
        assert result.distillation.student_tokens == pytest.approx(float(tokens))
        assert result.distillation.loss == pytest.approx(float(distillation_loss(size, tokens, teacher_loss, SET)))
        assert [c.rank for c in result.candidates] == [1, 2, 3]
        assert [c.name for c in result.candidates] == ["8B", "3B", "70B"]

    def test_stated_loss_wins_over_training_tokens(self):
        teacher = {
            "exists": True,
            "candidates": [{"name": "A", "parameters": 7e9, "loss": 2.0, "training_tokens": 1e9}],
        }
        assert recommend(plan(teacher=teacher)).distillation.teacher.loss == 2.0

    def test_supervised_uses_the_same_budget(self):
        result = recommend(CLEAR_DIRECT)
        tokens = 1e21 / (3 * float(forward_flops(1e9)))
        assert result.supervised.tokens == pytest.approx(tokens)
        assert result.supervised.loss == pytest.approx(float(supervised_loss(1e9, tokens, SET.supervised)))

    def test_compute_equivalent_is_the_supervised_compute_for_the_distilled_loss(self):
        result = recommend(CLEAR_DISTIL)
        again = train_directly(7e9, result.compute_flops * result.verdict.compute_equivalent, World(SET))
        assert again.loss == pytest.approx(result.distillation.loss, rel=1e-9)

    def test_compute_equivalent_is_null_where_text_forbids_it(self):
        data = {"student_tokens": 1e9, "allow_repeats": False}
        result = recommend(
            plan(student={"parameters": 1e8}, data=data, teacher={"exists": True, "outputs_stored": True})
        )
        assert result.verdict.compute_equivalent is None
        assert "better than any budget reaches directly" in result.verdict.headline
        assert "budget_left_over" in {w.code for w in result.warnings}

    def test_hours_and_money_add_up(self):
        result = recommend(CLEAR_DISTIL)
        assert result.distillation.hours.total == pytest.approx(120)
        assert result.distillation.cost == pytest.approx(16 * 120 * 3.5)
        assert result.supervised.hours == pytest.approx(120)

    def test_interval_and_probability(self):
        result = recommend(CLEAR_DISTIL)
        low, high = result.distillation.loss_interval
        assert high - result.distillation.loss == pytest.approx(1.645 * 0.0039 * result.distillation.loss)
        assert low + high == pytest.approx(2 * result.distillation.loss)
        direct, distilled = result.supervised.loss, result.distillation.loss
        z = (direct - distilled) / (direct * math.sqrt(2) * 0.0039)
        assert result.verdict.probability == pytest.approx(0.5 * (1 + math.erf(z / math.sqrt(2))))

    def test_good_enough_range_holds_teachers_within_the_law_s_error(self):
        for a_plan in (CLEAR_DISTIL, CLEAR_DIRECT, TIE):
            solution = solve_plan(a_plan)
            low, high = solution.distillation.teacher_parameters_range
            threshold = solution.free.loss * (1 + SET.relative_error)

            def loss(n, solution=solution):
                compute = solution.budget.compute_flops
                size = solution.plan.student.parameters
                return best_distillation(size, compute, *solution.shares, solution.world, n, n).loss

            assert np.all(loss(np.geomspace(low, high, 21)) <= threshold * (1 + 1e-5))
            assert loss(low / 1.01) > threshold
            assert loss(high * 1.01) > threshold

    def test_no_feasible_teacher_names_the_field(self):
        from advisor.errors import InputError

        with pytest.raises(InputError, match=r"teacher\.parameters_range"):
            solve_plan(plan(budget_flops=1e12, teacher={"parameters_range": [1e14, 1e15]}))

    @pytest.mark.parametrize("seed", range(0, 400, 5))
    def test_random_plans_have_whole_answers(self, seed):
        a_plan = random_plan(seed, candidates=seed % 2 == 0)
        result = recommend(a_plan)
        flops = result.distillation.flops
        assert flops.total <= result.compute_flops
        low, high = result.distillation.teacher_parameters_range
        assert a_plan.teacher.parameters_range[0] <= low <= high <= a_plan.teacher.parameters_range[1]
        assert min(flops.student_training, flops.teacher_outputs, flops.teacher_training) >= 0
        assert 0 <= result.verdict.probability <= 1
        assert result.verdict.method == verdict_method(result.verdict.probability)
        assert result.distillation.effective_student_tokens <= result.distillation.student_tokens * (1 + 1e-12)
        assert len(result.candidates) == (4 if a_plan.teacher.exists and seed % 2 == 0 else 0)
        assert all(math.isfinite(s.loss) for s in result.scenarios.values())
        assert result.verdict.headline
        assert "nan" not in result.verdict.headline


class TestSentences:
    def test_clear_distil(self):
        solution = solve_plan(CLEAR_DISTIL)
        assert headline(solution) == ("Distil from the 8B teacher: as good as training directly with 1.5× the compute")
        assert likelihood(solution) == "Over 99 % likely to be better."
        assert alternative(solution) == "Training directly would need 7.4 days and $9,980 for the same quality."

    def test_clear_direct(self):
        solution = solve_plan(CLEAR_DIRECT)
        assert solution.method == "supervised"
        assert headline(solution).startswith("Train directly: ")
        assert "likely that training directly" in likelihood(solution)

    def test_tie_names_the_simpler(self):
        solution = solve_plan(TIE)
        assert solution.method == "tie"
        assert headline(solution) == "Too close to call: train directly, it is simpler and costs no more"
        assert "tie_may_hide_gain" in codes(TIE)

    def test_candidates_that_do_not_pay(self):
        a_plan = plan(budget_flops=1e23, teacher={"exists": True, "candidates": THREE_TEACHERS[2:]})
        assert headline(solve_plan(a_plan)) == "Train directly: no teacher you have pays for itself at this budget"

    def test_likelihood_never_reads_zero_or_a_hundred(self):
        for seed in range(0, 200, 3):
            text = likelihood(solve_plan(random_plan(seed)))
            assert not text.startswith(("100 %", "0 %"))

    def test_probability_and_verdict_limits(self):
        assert verdict_method(0.84) == "distill"
        assert verdict_method(0.16) == "supervised"
        assert verdict_method(0.5) == "tie"
        assert probability_distilling_is_better(2, 2, 0.0039) == 0.5
        assert loss_interval(2, 0.01) == pytest.approx((2 - 0.0329, 2 + 0.0329))


class TestWarnings:
    def test_none_of_the_study_s_limits_is_left_by_a_plan_of_the_study(self):
        teacher = {"exists": True, "candidates": [{"name": "T", "parameters": 1.8e9, "loss": 2.2, "vocabulary": 32168}]}
        found = codes(plan(student={"parameters": 5e8}, budget_flops=3e20, teacher=teacher))
        assert not {code for code in found if code.startswith("outside_study")}

    @pytest.mark.parametrize(
        ("code", "sections"),
        [
            ("outside_study_student", {"student": {"parameters": 5e10}, "budget_flops": 1e23}),
            ("outside_study_student", {"student": {"parameters": 5e7}, "budget_flops": 1e19}),
            ("outside_study_tokens", {"budget_flops": 1e24}),
            ("outside_study_few_tokens", {"budget_flops": 1e18}),
            (
                "outside_study_teacher",
                {"teacher": {"exists": True}, "student": {"parameters": 7e9}, "budget_flops": 1e22},
            ),
            ("no_teacher_pays", {"budget_flops": 1e23}),
            ("teacher_size_at_bound", {"teacher": {"parameters_range": [1e6, 1e8]}}),
            ("teacher_tokens_at_bound", {"teacher": {"exists": True}}),
            ("student_text_repeated", {"data": {"student_tokens": 2e10}, "budget_flops": 1e21}),
            ("student_text_repeated_often", {"data": {"student_tokens": 1e9}, "budget_flops": 1e21}),
            (
                "teacher_text_repeated",
                {
                    "data": {"teacher_tokens": 5e10},
                    "student": {"parameters": 7e9},
                    "budget_flops": 3e20,
                    "teacher": {"students": 1000},
                },
            ),
            (
                "budget_left_over",
                {"data": {"student_tokens": 1e9, "allow_repeats": False}, "teacher": {"exists": True}},
            ),
            ("teacher_training_shared", {"teacher": {"students": 4}}),
            ("candidates_ignored", {"teacher": {"exists": False, "candidates": THREE_TEACHERS}}),
            ("coefficients_contradict_data", {"coefficients": "busbridge-2025-as-printed"}),
            ("architecture_differs", {"architecture": {"context": 8192}}),
            ("student_memory", {"student": {"parameters": 7e9, "memory_gb": 2, "bits": 4}}),
            ("check_tokenizer", {"teacher": {"exists": True, "candidates": THREE_TEACHERS}}),
            ("teacher_loss_estimated", {"teacher": {"exists": True, "candidates": THREE_TEACHERS}}),
            (
                "candidate_vocabulary",
                {
                    "teacher": {
                        "exists": True,
                        "candidates": [{"name": "V", "parameters": 1e9, "loss": 2, "vocabulary": 9}],
                    }
                },
            ),
            (
                "teacher_too_strong",
                {
                    "student": {"parameters": 2e8},
                    "budget_flops": 1e20,
                    "teacher": {
                        "exists": True,
                        "outputs_stored": True,
                        "candidates": [{"name": "S", "parameters": 7e10, "loss": 1.7}],
                    },
                },
            ),
        ],
    )
    def test_appears_when_it_must(self, code, sections):
        a_plan = plan(**sections)
        assert code in codes(a_plan)
        for warning in cautions(solve_plan(a_plan)):
            assert 20 <= len(warning.message) <= 170
            assert not warning.message.endswith(".")

    def test_quiet_where_nothing_is_wrong(self):
        found = codes(plan(student={"parameters": 1e9}, hardware=H100S, data={"student_tokens": 1e13}))
        assert not found & {"student_text_repeated", "budget_left_over", "candidates_ignored", "student_memory"}

    def test_unlimited_budget_floor(self):
        assert math.isinf(float(flops_to_train_directly(1e9, 1.5, World(SET))))
