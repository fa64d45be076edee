"""How the law's error is carried into ranges and decisions, and how good it is on measured students."""

from __future__ import annotations

import math
import os

import numpy as np
import pytest

from advisor.answer import answer_of
from advisor.check.page import check_page
from advisor.coefficients import built_in_set
from advisor.laws import distillation_loss
from advisor.pages.budget import budget_page
from advisor.solution import solve_plan
from advisor.solver import best_distillation
from advisor.uncertainty import (
    NINETY_PERCENT,
    loss_interval,
    probability_distilling_is_better,
    verdict_method,
)
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE, plan
from tests.advisor.random_plans import random_plan

DEFAULT = built_in_set("busbridge-2025")


@pytest.fixture(scope="module", name="runs")
def digitised_runs():
    path = os.environ.get("ADVISOR_RUNS_CSV")
    if not path:
        pytest.skip("ADVISOR_RUNS_CSV does not name the file of digitised points")
    return np.genfromtxt(path, delimiter=",", names=True)


def within(runs, coefficients) -> np.ndarray:
    predicted = distillation_loss(
        runs["student_parameters"], runs["student_tokens"], runs["teacher_loss"], coefficients
    )
    low, high = loss_interval(predicted, coefficients.relative_error)
    return (low <= runs["student_loss"]) & (runs["student_loss"] <= high)


class TestMeasuredStudents:
    """What the Check page says of the digitised points of Figure 1."""

    def test_the_ninety_percent_range_holds_about_ninety_percent(self, runs, capsys) -> None:
        share = float(np.mean(within(runs, DEFAULT)))
        with capsys.disabled():
            print(f"\n90 % range of the default set: {share:.1%} of {runs.size} measured students lie within it")
        assert runs.size == 328
        assert 0.85 <= share <= 0.95
        text = check_page(solve_plan(CLEAR_DISTIL)).group("trust").text
        assert f"{share:.0%}".replace("%", " %") + " lie within it" in text

    def test_it_is_not_equally_good_everywhere(self, runs) -> None:
        large = np.isclose(runs["student_parameters"], 1.82e9, rtol=0.01)
        text = check_page(solve_plan(CLEAR_DISTIL)).group("trust").text
        assert f"{within(runs, DEFAULT)[large].sum()} of {large.sum()} lie within" in text
        chosen = runs[large]
        predicted = distillation_loss(
            chosen["student_parameters"], chosen["student_tokens"], chosen["teacher_loss"], DEFAULT
        )
        assert np.mean(predicted / chosen["student_loss"] - 1) == pytest.approx(0.004, abs=0.001)

    def test_as_printed_the_share_is_the_one_told(self, runs) -> None:
        printed = built_in_set("busbridge-2025-as-printed")
        share = float(np.mean(within(runs, printed)))
        text = check_page(solve_plan(plan(coefficients=printed.id))).group("trust").text
        assert f"{share:.0%}".replace("%", " %") + " lie within" in text

    def test_students_better_than_their_teacher(self, runs) -> None:
        better = runs["teacher_loss"] - runs["student_loss"]
        assert np.sum(better > 0) == 41
        assert better.max() == pytest.approx(0.024, abs=0.001)


class TestCarriedIntoTheAnswer:
    """Section 7: one error, carried into every range and decision."""

    @pytest.mark.parametrize("a_plan", [CLEAR_DISTIL, CLEAR_DIRECT, TIE])
    def test_ranges_of_the_answer_and_of_the_budget_page(self, a_plan) -> None:
        solution = solve_plan(a_plan)
        error = solution.world.coefficients.relative_error
        for part in (solution.distillation, solution.supervised):
            ends = part.loss * (1 - 1.645 * error), part.loss * (1 + 1.645 * error)
            assert part.loss_interval == pytest.approx(ends)
        for shown, part in zip(
            answer_of(solution, ()).ranges, (solution.distillation, solution.supervised), strict=True
        ):
            assert (shown.low, shown.high) == part.loss_interval
        page = budget_page(solution)
        own = next(curve for curve in page.curves if curve.key == page.band_key)
        low, high = loss_interval(own.y, error)
        np.testing.assert_allclose(page.band_low, low)
        np.testing.assert_allclose(page.band_high, high)

    @pytest.mark.parametrize("seed", range(12))
    def test_a_doubled_error_doubles_the_range_and_softens_the_choice(self, seed: int) -> None:
        import msgspec

        a_plan = random_plan(seed)
        one = solve_plan(a_plan)
        wide = msgspec.structs.replace(
            one.world.coefficients, id="wide", relative_error=2 * one.world.coefficients.relative_error
        )
        two = solve_plan(msgspec.structs.replace(a_plan, coefficients="wide", coefficient_set=wide))
        assert two.distillation.loss == pytest.approx(one.distillation.loss)
        width = [s.distillation.loss_interval[1] - s.distillation.loss_interval[0] for s in (one, two)]
        assert width[1] == pytest.approx(2 * width[0])
        assert abs(two.probability - 0.5) <= abs(one.probability - 0.5)
        assert one.distillation.teacher_parameters_range is not None
        assert two.distillation.teacher_parameters_range is not None
        (low, high), (lower, higher) = (s.distillation.teacher_parameters_range for s in (one, two))
        assert lower <= low * (1 + 1e-6)
        assert higher >= high * (1 - 1e-6)

    @pytest.mark.parametrize("a_plan", [CLEAR_DISTIL, CLEAR_DIRECT, TIE])
    def test_the_good_enough_range_is_as_wide_as_the_error(self, a_plan) -> None:
        solution = solve_plan(a_plan)
        ends = np.array(solution.distillation.teacher_parameters_range)
        size, compute = solution.plan.student.parameters, solution.budget.compute_flops
        found = best_distillation(size, compute, *solution.shares, solution.world, ends, ends)
        np.testing.assert_allclose(found.loss, solution.free.loss * 1.0039, rtol=1e-4)

    def test_independent_errors_of_two_laws(self) -> None:
        """The spread of the difference of two independent normal losses, by simulation."""
        rng = np.random.default_rng(7)
        noise = rng.normal(0, 0.0039, (2, 400_000))
        measured = np.mean(2.05 * (1 + noise[0]) < 2.06 * (1 + noise[1]))
        assert probability_distilling_is_better(2.06, 2.05, 0.0039) == pytest.approx(measured, abs=0.003)

    def test_the_range_holds_ninety_percent_of_a_normal_error(self) -> None:
        assert math.erf(NINETY_PERCENT / math.sqrt(2)) == pytest.approx(0.90, abs=1e-4)

    @pytest.mark.parametrize(
        ("p", "method"), [(0.84, "distill"), (0.8399, "tie"), (0.1601, "tie"), (0.16, "supervised")]
    )
    def test_verdicts(self, p: float, method: str) -> None:
        assert verdict_method(p) == method


class TestParagraphs:
    def test_what_it_must_say(self) -> None:
        text = check_page(solve_plan(CLEAR_DISTIL)).group("trust").text
        for part in (
            "independent", "not quite centred", "41 are better than their teacher", "Lu and Liu 2026", "another E",
            "calibrate", "84 %", "16 %", "This plan leaves it", "The 8B teacher is stronger than any in the study",
        ):  # fmt: skip
            assert part in text, part

    def test_a_plan_within_the_study(self) -> None:
        teacher = {"exists": True, "candidates": [{"name": "T", "parameters": 3e9, "training_tokens": 3e11}]}
        text = check_page(solve_plan(plan(student={"parameters": 5e8}, budget_flops=1e21, teacher=teacher)))
        assert "This plan stays within it." in text.group("trust").text

    def test_a_calibrated_set_speaks_of_its_own_runs(self) -> None:
        import msgspec

        own = msgspec.to_builtins(DEFAULT) | {"id": "ours", "name": "Ours", "fit": {"rows": 120}}
        text = check_page(solve_plan(plan(coefficients="ours", coefficient_set=own))).group("trust").text
        assert "your own calibration on 120 runs" in text
        assert "328" not in text
