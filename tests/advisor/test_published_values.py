"""What the paper states and this program must reproduce (arXiv 2502.08606v2).

The digitised points of Figure 1 are read from the file named by ADVISOR_RUNS_CSV.
"""

import os
from dataclasses import replace

import numpy as np
import pytest

from advisor.baseline import flops_to_train_directly, train_directly
from advisor.coefficients import built_in_set
from advisor.flops import forward_flops, layers, model_width, non_embedding_parameters, total_parameters
from advisor.laws import distillation_loss, supervised_floor, supervised_loss
from advisor.scenarios import SCENARIO_SHARES
from advisor.solver import best_distillation
from advisor.uncertainty import loss_interval
from advisor.world import World

DEFAULT = built_in_set("busbridge-2025")
AS_PRINTED = built_in_set("busbridge-2025-as-printed")
WORLD = World(DEFAULT)
UNBOUNDED = replace(WORLD, max_training_tokens=1e17)

STORED, INFERENCE, PRETRAINING, BOTH = SCENARIO_SHARES.values()


@pytest.fixture(scope="module")
def runs():
    path = os.environ.get("ADVISOR_RUNS_CSV")
    if not path:
        pytest.skip("ADVISOR_RUNS_CSV does not name the file of digitised points")
    table = np.genfromtxt(path, delimiter=",", names=True)
    assert table.size == 328
    return table


def relative_errors(runs, coefficients):
    predicted = distillation_loss(
        runs["student_parameters"], runs["student_tokens"], runs["teacher_loss"], coefficients
    )
    return predicted / runs["student_loss"] - 1


class TestFlops:
    """Table 13 and App. H."""

    SIZES = np.array([0.1434e9, 0.546e9, 1.821e9, 12.61e9])

    def test_forward_flops_per_token(self):
        np.testing.assert_allclose(forward_flops(self.SIZES) / 1e9, [0.4471, 1.415, 4.28, 27.23], rtol=0.005)

    def test_layers(self):
        np.testing.assert_array_equal(np.round(layers(self.SIZES)), [9, 14, 21, 40])

    def test_width_is_aspect_ratio_times_layers(self):
        np.testing.assert_allclose(model_width(self.SIZES), 128 * layers(self.SIZES))

    def test_total_parameters(self):
        np.testing.assert_allclose(total_parameters([0.1434e9, 12.61e9]), [181e6, 12.78e9], rtol=0.005)

    def test_total_parameters_invert(self):
        sizes = np.geomspace(1e5, 1e15, 101)
        np.testing.assert_allclose(non_embedding_parameters(total_parameters(sizes)), sizes, rtol=1e-9)


class TestDigitisedRuns:
    """Figure 1, Sec. 4.4 and Table 6."""

    def test_default_set_agrees(self, runs):
        errors = np.abs(relative_errors(runs, DEFAULT))
        print(f"default set: mean {errors.mean():.4%}, worst {errors.max():.4%}")
        assert errors.mean() <= 0.0031
        assert errors.max() <= 0.0105

    def test_as_printed_does_not(self, runs):
        errors = np.abs(relative_errors(runs, AS_PRINTED))
        assert errors.mean() == pytest.approx(0.0116, abs=0.0002)
        assert errors.max() == pytest.approx(0.0592, abs=0.0002)

    def test_ninety_percent_interval_covers_ninety_percent(self, runs):
        predicted = distillation_loss(runs["student_parameters"], runs["student_tokens"], runs["teacher_loss"], DEFAULT)
        low, high = loss_interval(predicted, DEFAULT.relative_error)
        covered = np.mean((low <= runs["student_loss"]) & (runs["student_loss"] <= high))
        assert 0.85 <= covered <= 0.95


def test_unlimited_data_limits_meet():
    """App. E.6, Fig. 40: the best distilled loss on unlimited tokens is the supervised one."""
    sizes = np.geomspace(1e8, 1e11, 31)
    teacher_losses = np.linspace(1.25, 4, 20001)
    distilled = distillation_loss(sizes[:, None], 1e30, teacher_losses, DEFAULT).min(axis=1)
    np.testing.assert_allclose(distilled, supervised_floor(sizes, DEFAULT.supervised), rtol=0.01)


def test_teachers_of_the_study():
    """Sec. 4: 12.6B and 7.75B teachers on 512B tokens, measured 1.8953 and 1.9318."""
    losses = supervised_loss([12.61e9, 7.747e9], 512e9, DEFAULT.supervised)
    np.testing.assert_allclose(losses, [1.894, 1.933], atol=0.0006)
    np.testing.assert_allclose(losses, [1.8953, 1.9318], atol=0.002)


class TestAgainstSupervised:
    """Fig. 17 and App. D.4.2."""

    SIZES = np.geomspace(3e8, 1e10, 13)[:, None]
    COMPUTE = np.geomspace(1e20, 1e26, 25)[None, :]

    @pytest.mark.parametrize("shares", [PRETRAINING, BOTH])
    def test_a_teacher_trained_for_one_student_never_pays(self, shares):
        distilled = best_distillation(self.SIZES, self.COMPUTE, *shares, WORLD).loss
        direct = train_directly(self.SIZES, self.COMPUTE, WORLD).loss
        assert np.all(distilled >= direct * (1 - DEFAULT.relative_error))

    @pytest.mark.parametrize("shares", [STORED, INFERENCE])
    def test_a_free_teacher_wins_at_small_budgets_and_the_crossing_grows(self, shares):
        sizes = np.geomspace(1e9, 1e10, 7)
        compute = np.geomspace(1e20, 1e26, 121)
        distilled = best_distillation(sizes[:, None], compute, *shares, WORLD).loss
        direct = train_directly(sizes[:, None], compute, WORLD).loss
        wins = distilled < direct
        assert np.all(wins[:, 0])
        crossings = compute[np.argmin(wins, axis=1)]
        assert not np.any(np.all(wins, axis=1)), "every size has a crossing below 1e26 FLOPs"
        assert np.all(np.diff(crossings) > 0)


def test_pretrained_teachers_are_compute_optimal():
    """App. D.4.5: D_T / N_T is 15-16 for students up to 3B, 13-16 up to 30B, and no other teacher of the same loss is
    cheaper to train."""
    compute = np.geomspace(1e20, 1e26, 13)
    for size, low in ((3e8, 15), (1e9, 15), (3e9, 15), (1e10, 13), (3e10, 13)):
        best = best_distillation(size, compute, *PRETRAINING, WORLD)
        ratio = best.teacher_tokens / best.teacher_parameters
        assert np.all((ratio >= low - 0.5) & (ratio <= 16.5)), (size, ratio)
        cost = forward_flops(best.teacher_parameters) * best.teacher_tokens
        for factor in (0.9, 1.1):
            other = best.teacher_parameters * factor
            law = DEFAULT.supervised
            data_term = (best.teacher_loss - law.E) ** (1 / law.gamma) - law.A * other**-law.alpha
            tokens = (law.B / data_term) ** (1 / law.beta)
            assert np.all(forward_flops(other) * tokens > cost)


def test_inference_teachers_have_seen_all_they_may():
    """App. D.4.4: in teacher inference D_T sits at its limit."""
    best = best_distillation(np.geomspace(3e8, 3e10, 5)[:, None], np.geomspace(1e20, 1e26, 13), *INFERENCE, WORLD)
    np.testing.assert_allclose(best.teacher_tokens, WORLD.max_training_tokens, rtol=1e-9)


class TestBothPaid:
    """App. D.4.6, Fig. 9 and Table 3, with D_T up to 1e17 as in the paper."""

    @pytest.mark.parametrize("size", [3e8, 1e9, 3e9])
    def test_teacher_size_rises_past_the_student_plateaus_and_falls(self, size):
        compute = np.geomspace(1e19, 1e27, 97)
        best = best_distillation(size, compute, *BOTH, UNBOUNDED)
        ratio = best.teacher_parameters / size
        peak = int(np.argmax(ratio))
        assert 3.4 <= ratio[peak] <= 4.5
        assert ratio[0] < 1
        assert ratio[-1] < ratio[peak] * 0.9
        assert 0 < peak < compute.size - 1

    def test_student_tokens_grow_faster_than_teacher_tokens(self):
        best = best_distillation(1e9, np.array([1e22, 1e25]), *BOTH, UNBOUNDED)
        growth = best.student_tokens[1] / best.student_tokens[0], best.teacher_tokens[1] / best.teacher_tokens[0]
        assert growth[0] > growth[1]

    def test_small_budgets_are_those_of_pretraining(self):
        both = best_distillation(3e9, 1e19, *BOTH, UNBOUNDED)
        alone = best_distillation(3e9, 1e19, *PRETRAINING, UNBOUNDED)
        assert both.teacher_parameters == pytest.approx(float(alone.teacher_parameters), rel=0.1)
        assert both.loss == pytest.approx(float(alone.loss), rel=0.01)

    @staticmethod
    def parts(size, compute):
        best = best_distillation(size, compute, *BOTH, UNBOUNDED)
        costs = np.array([best.flops_student_training, best.flops_teacher_outputs, best.flops_teacher_training])
        return costs / compute

    def test_table_3_small_students_small_budgets(self):
        for size in (3e8, 1e9):
            for compute in (1e20, 1e21):
                student, outputs, teacher = self.parts(size, compute)
                assert teacher >= max(student, outputs)
                assert 0.38 <= round(float(teacher), 2) <= 0.52

    def test_table_3_small_students_large_budgets(self):
        for size in (3e8, 1e9, 3e9):
            student, outputs, teacher = self.parts(size, 1e25)
            assert 0.42 <= round(float(student), 2) <= 0.57
            assert 0.42 <= round(float(outputs), 2) <= 0.57
            assert teacher < 0.1

    def test_table_3_large_students(self):
        student, _, _ = self.parts(1e10, 1e20)
        assert student == pytest.approx(0.71, abs=0.005)
        assert np.all(self.parts(1e10, 1e25) >= 0.2)


@pytest.mark.parametrize(
    ("size", "loss", "limit", "ratio"),
    [(500e6, 2.4, 1e17, 0.77), (10e9, 2.2, 1e17, 0.45), (500e6, 2.4, 2e13, 0.78), (10e9, 2.2, 2e13, 0.47)],
)
def test_compute_to_reach_a_loss(size, loss, limit, ratio):
    """App. D.5: distilling (teacher inference) needs this share of the supervised compute."""
    world = replace(WORLD, max_training_tokens=limit)
    direct = float(flops_to_train_directly(size, loss, world))
    compute = direct * np.geomspace(0.2, 1.2, 2001)
    losses = best_distillation(size, compute, *INFERENCE, world).loss
    needed = np.exp(np.interp(-loss, -losses, np.log(compute)))
    assert needed / direct == pytest.approx(ratio, abs=0.005)


def test_capacity_gap():
    """Fig. 4: a 198M student's loss falls and rises again as its teacher (20 tokens per parameter) grows."""
    teachers = np.geomspace(1e8, 1e12, 401)
    teacher_losses = supervised_loss(teachers, 20 * teachers, DEFAULT.supervised)
    for tokens in np.geomspace(4.9e9, 39e9, 4):
        losses = distillation_loss(198e6, tokens, teacher_losses, DEFAULT)
        best = int(np.argmin(losses))
        assert 1.9e9 <= teachers[best] <= 5.5e9
        assert np.all(np.diff(losses[: best + 1]) < 0)
        assert np.all(np.diff(losses[best:]) > 0)


def test_largest_best_case_loss():
    """Fig. 19: contours reach 2.75 over N_S 300M-50B and C 1e20-1e26; as printed they would stop near 2.42."""
    sizes, compute = np.geomspace(3e8, 5e10, 9)[:, None], np.geomspace(1e20, 1e26, 13)
    assert best_distillation(sizes, compute, *STORED, UNBOUNDED).loss.max() == pytest.approx(2.84, abs=0.01)
    printed = replace(UNBOUNDED, coefficients=AS_PRINTED)
    assert best_distillation(sizes, compute, *STORED, printed).loss.max() == pytest.approx(2.42, abs=0.01)
