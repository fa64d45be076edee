"""What needs no search: training directly, and teachers taken as given."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .flops import forward_flops
from .laws import distillation_loss, supervised_floor, supervised_loss, tokens_for_supervised_loss
from .repetition import effective_token_limit, tokens_for_effective
from .world import World

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class DirectTraining:
    """Supervised training of students; arrays of the problems' shape."""

    loss: FloatArray
    tokens: FloatArray
    effective_tokens: FloatArray
    flops: FloatArray


def train_directly(student_parameters: ArrayLike, compute_flops: ArrayLike, world: World) -> DirectTraining:
    """Return what supervised training on the same budget and text reaches (3 F(N) D = C)."""
    per_token = 3 * forward_flops(student_parameters, world.architecture)
    affordable = np.asarray(compute_flops, dtype=np.float64) / per_token
    tokens = np.minimum(affordable, world.student_text.token_limit)
    effective = world.student_text.effective(tokens)
    loss = supervised_loss(student_parameters, effective, world.coefficients.supervised)
    return DirectTraining(loss, tokens, effective, tokens * per_token)


def flops_to_train_directly(student_parameters: ArrayLike, loss: ArrayLike, world: World) -> FloatArray:
    """Return the compute with which supervised training reaches ``loss``; ``inf`` where size or text forbid it."""
    effective = tokens_for_supervised_loss(student_parameters, loss, world.coefficients.supervised)
    tokens = tokens_for_effective(effective, world.student_text.unique_tokens)
    tokens = np.where(tokens <= world.student_text.token_limit, tokens, np.inf)
    return tokens * 3 * forward_flops(student_parameters, world.architecture)


def direct_floor(student_parameters: ArrayLike, world: World) -> FloatArray:
    """Return the least loss supervised training can reach with any compute on the world's text."""
    text, law = world.student_text, world.coefficients.supervised
    if np.isinf(text.unique_tokens):
        return supervised_floor(student_parameters, law)
    most = effective_token_limit(text.unique_tokens) if text.allow_repeats else text.unique_tokens
    return supervised_loss(student_parameters, most, law)


@dataclass(frozen=True)
class GivenTeachers:
    """Distillation from teachers taken as given; arrays of the problems' shape."""

    loss: FloatArray
    student_tokens: FloatArray
    effective_student_tokens: FloatArray
    flops_student_training: FloatArray
    flops_teacher_outputs: FloatArray


def distil_from(
    teacher_parameters: ArrayLike,
    teacher_loss: ArrayLike,
    student_parameters: ArrayLike,
    compute_flops: ArrayLike,
    outputs_share: ArrayLike,
    world: World,
) -> GivenTeachers:
    """Return what the budget reaches with given teachers: D_S = C / (3 F(N_S) + d_lgt F(N_T)), or what text allows."""
    per_token = 3 * forward_flops(student_parameters, world.architecture)
    outputs = np.asarray(outputs_share) * forward_flops(teacher_parameters, world.architecture)
    affordable = np.asarray(compute_flops, dtype=np.float64) / (per_token + outputs) * (1 - 1e-15)
    tokens = np.minimum(affordable, world.student_text.token_limit)
    effective = world.student_text.effective(tokens)
    loss = distillation_loss(student_parameters, effective, teacher_loss, world.coefficients)
    return GivenTeachers(loss, tokens, effective, tokens * per_token, tokens * outputs)
