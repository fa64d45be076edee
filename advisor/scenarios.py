"""From the plan's plain answers to the law's problem: cost shares (Eq. 9, Table 2), text and bounds."""

from __future__ import annotations

import numpy as np

from .coefficients import CoefficientSet, built_in_set
from .plan import Plan
from .recommendation import SCENARIOS
from .world import Text, World

SCENARIO_SHARES = dict(zip(SCENARIOS, ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)), strict=True))
"""(d_lgt, d_pre) of Table 2's four scenarios: what share of teacher outputs and of teacher training is paid for."""


def cost_shares(plan: Plan) -> tuple[float, float]:
    """Return (d_lgt, d_pre): this student's share of the teacher's outputs and of its training."""
    teacher = plan.teacher
    training = 0.0 if teacher.exists else 1 / teacher.students
    if teacher.outputs_stored:
        return 0.0, training
    return (1 / teacher.students if teacher.share_outputs else 1.0), training


def matching_scenario(plan: Plan) -> str | None:
    """Return the scenario whose shares are the plan's, or None where a share lies between 0 and 1."""
    shares = cost_shares(plan)
    return next((name for name, known in SCENARIO_SHARES.items() if known == shares), None)


def coefficient_set(plan: Plan) -> CoefficientSet:
    """Return the set the plan rests on: the one embedded in it, or the built-in one it names."""
    if plan.coefficient_set is not None and plan.coefficient_set.id == plan.coefficients:
        return plan.coefficient_set
    return built_in_set(plan.coefficients)


def world_of(plan: Plan) -> World:
    """Return laws, shapes, text and bounds of the plan."""

    def text(unique: float | None) -> Text:
        return Text(np.inf if unique is None else unique, plan.data.allow_repeats)

    return World(
        coefficients=coefficient_set(plan),
        architecture=plan.architecture,
        student_text=text(plan.data.student_tokens),
        teacher_text=text(plan.data.teacher_tokens),
        max_training_tokens=plan.teacher.max_training_tokens,
        parameters_range=plan.teacher.parameters_range,
    )
