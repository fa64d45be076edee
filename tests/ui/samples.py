"""Values like those a plan for a 7B student gives, to draw and test the window without computing anything."""

from __future__ import annotations

import numpy as np

from advisor.evidence import SUPERVISED, Answer, ChartPage, Curve, Figure, FloatArray, LossRange, Mark, Zone
from advisor.recommendation import Warning

POINTS = 61


def answer() -> Answer:
    """Return the answer that distilling wins."""
    return Answer(
        headline="Distil from the 8B teacher: as good as training directly with 1.5× the compute",
        likelihood="Over 99 % likely to be better.",
        alternative="Training directly would need 7.4 days and $9,980 for the same quality.",
        figures=(
            Figure("Teacher", "8B", "Good enough: 2.7B–12.6B"),
            Figure("Student tokens", "42.2B", "35.4B–49.5B for those sizes"),
            Figure("Time", "5.0 days", "4.0–7.9 by utilisation"),
            Figure("Cost", "$6,720", "$5,320–$10,600 by utilisation"),
        ),
        ranges=(
            LossRange("this_plan", "Distil 2.060", 2.044, 2.060, 2.076),
            LossRange(SUPERVISED, "Train directly 2.096", 2.080, 2.096, 2.112),
        ),
        ranges_caption="Expected loss with 90 % range; lower is better",
        notes=(
            Warning(
                code="outside_study_teacher",
                message="The 8B is stronger than any teacher in the study: the real range may be wider",
            ),
            Warning(code="check_tokenizer", message="Check that the 8B shares the student’s tokenizer"),
        ),
    )


def budget_page() -> ChartPage:
    """Return loss against compute with every scenario, the plan's line, a band, zones and a table."""
    x = np.geomspace(2e20, 1e23, POINTS)
    inference = _through(x, (2e20, 2.322), (2.6e21, 2.060), (1e23, 1.896))
    return ChartPage(
        name="budget",
        question="What would more or less compute buy?",
        sentence="Five days buy a loss of 2.060 by distilling, 2.096 by training directly; "
        "from 21 days up, direct is as good and simpler.",
        x_title="Compute, FLOPs",
        y_title="Student loss, nats per token (lower is better)",
        x_kind="compute",
        curves=(
            Curve(
                "teacher_pretraining_inference",
                "Distil: train a teacher just for this",
                x,
                _through(x, (2e20, 2.521), (2.6e21, 2.191), (1e23, 1.937)),
                short_label="teacher just for this",
            ),
            Curve(
                "teacher_pretraining",
                "Distil: train a teacher for many",
                x,
                _through(x, (2e20, 2.518), (2.6e21, 2.184), (1e23, 1.924)),
                short_label="teacher for many",
            ),
            Curve(
                SUPERVISED,
                "Train directly",
                x,
                _through(x, (2e20, 2.457), (2.6e21, 2.096), (1e23, 1.886)),
                short_label="train directly",
            ),
            Curve(
                "best_case",
                "Distil: outputs already stored",
                x,
                _through(x, (2e20, 2.273), (2.6e21, 2.030), (1e23, 1.881)),
                short_label="outputs stored",
            ),
            Curve(
                "teacher_inference",
                "Distil: outputs computed, this plan",
                x,
                inference,
                emphasised=True,
                short_label="distil",
            ),
        ),
        marks=(
            Mark("plan", 2.6e21, 2.060, ""),
            Mark("other", 2.6e21, 2.096, "", key=SUPERVISED),
            Mark("crossing", 3.2e22, 1.934, "Lines cross at 3.2 × 10²², 62 days"),
        ),
        zones=(
            Zone("tested", 2e20, 3.3e20, "Tested"),
            Zone("beyond_1", 3.3e20, 2.35e22, "Teacher stronger than any tested"),
            Zone("beyond_2", 2.35e22, 1e23, "and over 512B tokens"),
        ),
        x_ticks=(
            (3e20, ("3 × 10²⁰", "14 h")),
            (1e21, ("10²¹", "1.9 days")),
            (3e21, ("3 × 10²¹", "5.8 days")),
            (1e22, ("10²²", "19 days")),
            (3e22, ("3 × 10²²", "58 days")),
            (1e23, ("10²³", "190 days")),
        ),
        x_tick_captions=("FLOPs", "on this hardware"),
        x_range=(2e20, 1e23),
        y_range=(1.8, 2.6),
        band_key="teacher_inference",
        band_low=inference - 0.016,
        band_high=inference + 0.016,
        plan_x=2.6e21,
        plan_label="This plan: 5 days, 2.60 × 10²¹ FLOPs",
        equivalent=(2.6e21, 3.6e21, 2.060, "1.5×"),
        table=(
            ("this_plan", "Distil from the 8B", "2.060"),
            (SUPERVISED, "Train directly", "2.096"),
            ("", "Gain", "0.036"),
            ("", "which is worth", "1.5× compute"),
        ),
        footer=("Curves use the best teacher for each budget; the dot is your 8B", "Drag the line to change the plan"),
        band_label="90 % range of this plan’s method",
        flops_per_hour=2.6e21 / 120,
    )


def teacher_page() -> ChartPage:
    """Return the U of student loss against teacher size, with candidates and the good-enough range."""
    x = np.geomspace(5e8, 3e11, POINTS)
    known = np.array([5e8, 1e9, 2e9, 5.4e9, 1e10, 2e10, 5e10, 1e11, 1.8e11, 3e11])
    loss = np.array([2.217, 2.122, 2.076, 2.059, 2.063, 2.077, 2.116, 2.165, 2.222, 2.290])
    stored = np.array([2.217, 2.121, 2.070, 2.042, 2.036, 2.032, 2.029, 2.0285, 2.028, 2.028])
    curve = _smooth(x, known, loss)
    return ChartPage(
        name="teacher",
        question="Which teacher is best for this budget?",
        sentence="Your 8B is almost the best possible teacher; the 70B is worse than no teacher, "
        "because its outputs cost too much.",
        x_title="Teacher size, parameters without embeddings",
        y_title="Student loss, nats per token (lower is better)",
        x_kind="parameters",
        curves=(
            Curve(
                "best_case",
                "Distil: outputs already stored",
                x,
                _smooth(x, known, stored),
                dashed=True,
                short_label="with stored outputs",
            ),
            Curve(
                "teacher_inference",
                "Distil: outputs computed, this plan",
                x,
                curve,
                emphasised=True,
                short_label="student loss",
            ),
        ),
        marks=(
            Mark("best", 5.4e9, 2.059, "Best possible: 5.4B, 2.059"),
            Mark("candidate", 7e9, 2.060, "8B, rank 1: 2.060"),
            Mark("candidate", 3.2e9, 2.081, "3B, rank 2: 2.081", "trained on 1T tokens only"),
            Mark("candidate", 6.8e10, 2.133, "70B, rank 3: 2.133", "outputs take 75 % of the compute"),
        ),
        zones=(
            Zone("too_weak", 5e8, 1.4e9, "Too weak to help"),
            Zone("good_enough", 2.7e9, 1.26e10, "Good enough: 2.7B to 12.6B"),
            Zone("too_strong", 3.45e10, 3e11, "Too strong for this budget"),
        ),
        x_ticks=tuple(
            (value, (text,))
            for value, text in (
                (5e8, "500M"),
                (1e9, "1B"),
                (2e9, "2B"),
                (5e9, "5B"),
                (1e10, "10B"),
                (2e10, "20B"),
                (5e10, "50B"),
                (1e11, "100B"),
                (2e11, "200B"),
            )
        ),
        x_range=(5e8, 3e11),
        y_range=(2.01, 2.22),
        level=2.096,
        level_label="Train directly: 2.096",
        footer=(
            "Curve: a teacher of each size, trained on up to 20T tokens. "
            "With its outputs already stored, your 70B would come first (2.029).",
        ),
        read_out_names=("student tokens",),
        read_out=tuple((f"{tokens:.3g}B",) for tokens in np.linspace(52.0, 6.0, POINTS)),
    )


def _through(x: FloatArray, *points: tuple[float, float]) -> FloatArray:
    """Return the parabola in log x through three points: falling and convex, as losses are."""
    known = np.array(points)
    return np.polyval(np.polyfit(np.log10(known[:, 0]), known[:, 1], 2), np.log10(x))


def _smooth(x: FloatArray, known_x: FloatArray, known_y: FloatArray) -> FloatArray:
    """Return a cubic through known points with slopes taken from their neighbours, in log x."""
    u, at = np.log10(known_x), np.log10(x)
    slope = np.gradient(known_y, u)
    i = np.clip(np.searchsorted(u, at) - 1, 0, len(u) - 2)
    width = u[i + 1] - u[i]
    t = (at - u[i]) / width
    return (
        (1 + 2 * t) * (1 - t) ** 2 * known_y[i]
        + t * (1 - t) ** 2 * width * slope[i]
        + t**2 * (3 - 2 * t) * known_y[i + 1]
        + t**2 * (t - 1) * width * slope[i + 1]
    )
