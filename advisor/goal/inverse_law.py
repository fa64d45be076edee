"""Eq. 8 of arXiv 2502.08606v2 turned round: the student tokens with which a teacher's student reaches a loss."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from advisor.coefficients import CoefficientSet
from advisor.laws import StudentTerms

FloatArray = NDArray[np.float64]

FEWEST_LOG_TOKENS, MOST_LOG_TOKENS = -100.0, 500.0
"""Bounds of log D_S: below, every loss anybody asks for is reached; above, sums of costs would overflow."""

MOST_STEPS = 80
CLOSE = 1e-12
"""Step of log D_S at which the search ends."""

CLOSE_TO_END = 1e-6
"""How far beyond the bracket of log D_S a step may aim to be taken to its end."""

NOTHING = 4e-15
"""Difference of the logarithms of two gaps that is only how they were computed."""

ROUNDING = 4 * np.finfo(float).eps
"""Relative difference of losses that is only how they were computed."""


def endless_tokens(student_parameters: ArrayLike, coefficients: CoefficientSet) -> FloatArray:
    """Return the tokens after which more change neither law's loss in double precision, as endless text would not."""
    log_size = np.log(np.asarray(student_parameters, dtype=np.float64))
    lowest = np.log(np.finfo(float).eps)
    law, supervised = coefficients.distillation, coefficients.supervised
    size_term = np.log(law.A) - law.alpha * log_size
    own_size_term = np.log(supervised.A) - supervised.alpha * log_size
    distilled = (np.log(law.B) - size_term - lowest) / law.beta + np.log(law.student_token_unit)
    direct = (np.log(supervised.B) - own_size_term - lowest) / supervised.beta
    return np.asarray(np.exp(np.minimum(np.maximum(distilled, direct), MOST_LOG_TOKENS)))


def effective_tokens_for_loss(
    student_parameters: ArrayLike,
    loss: ArrayLike,
    teacher_loss: ArrayLike,
    coefficients: CoefficientSet,
    most_tokens: ArrayLike = np.inf,
) -> FloatArray:
    """Return the effective D_S with L_S(N_S, D_S, L_T) = ``loss``, broadcast over all arguments.

    L_S falls with D_S, so there is at most one. ``inf`` where even ``most_tokens`` do not reach the loss.

    Parameters
    ----------
    student_parameters : array_like
        N_S, non-embedding parameters.
    loss, teacher_loss : array_like
        The wanted L_S, and L_T, nats per token.
    most_tokens : array_like
        The most effective tokens there are.
    """
    arguments = (student_parameters, loss, teacher_loss, most_tokens)
    size, wanted, teacher, most = np.broadcast_arrays(*(np.asarray(a, dtype=np.float64) for a in arguments))
    most = np.minimum(most, endless_tokens(size, coefficients))
    best = StudentTerms(size, most, coefficients).loss(teacher)
    reachable = best <= wanted * (1 + ROUNDING)
    tokens = np.full(size.shape, np.inf)
    if reachable.any():
        log_tokens = _log_tokens(size[reachable], wanted[reachable], teacher[reachable], most[reachable], coefficients)
        tokens[reachable] = np.minimum(np.exp(log_tokens), most[reachable])
    return tokens


def _log_tokens(
    size: FloatArray, wanted: FloatArray, teacher: FloatArray, most: FloatArray, coefficients: CoefficientSet
) -> FloatArray:
    """Return the root in x = log D_S of log(L_S - L_T) - log(wanted - L_T), by bracketed Newton steps."""
    law, supervised = coefficients.distillation, coefficients.supervised
    log_size, log_teacher = np.log(size), np.log(teacher)
    own_size_term = np.log(supervised.A) - supervised.alpha * log_size
    size_term = np.log(law.A) - law.alpha * log_size
    # Behind a weak teacher the student's gap may be less than a loss can hold: any gap below that is none.
    gap = np.maximum(wanted - teacher, np.finfo(float).eps * wanted)
    target = np.log(gap) + law.c0 * log_teacher
    low, high = np.full_like(size, FEWEST_LOG_TOKENS), np.log(most)
    # Where the size of the student is half of what it lacks: near most answers.
    x = np.minimum((np.log(law.B) - size_term) / law.beta + np.log(law.student_token_unit), high - 1)
    for _ in range(MOST_STEPS):
        own_data_term = np.log(supervised.B) - supervised.beta * x
        data_term = np.log(law.B) - law.beta * (x - np.log(law.student_token_unit))
        excess = np.exp(supervised.gamma * np.logaddexp(own_size_term, own_data_term))
        own_loss = supervised.E + excess
        ratio = (log_teacher - np.log(own_loss) - np.log(law.d1)) / law.f1
        value = law.gamma * np.logaddexp(size_term, data_term) - law.c1 * law.f1 * np.logaddexp(0, ratio) - target
        ratio_slope = supervised.gamma * supervised.beta * _logistic(own_data_term - own_size_term) * excess / own_loss
        slope = law.gamma * law.beta * _logistic(data_term - size_term) + law.c1 * _logistic(ratio) * ratio_slope
        low, high = np.where(value > 0, x, low), np.where(value > 0, high, x)
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            proposal = x + value / slope
        inside = (proposal >= low - CLOSE_TO_END) & (proposal <= high + CLOSE_TO_END)
        before, x = x, np.where(inside, np.clip(proposal, low, high), (low + high) / 2)
        if np.all((np.abs(x - before) <= CLOSE) | (np.abs(value) <= NOTHING)):
            break
    return np.asarray(x)


def _logistic(x: FloatArray) -> FloatArray:
    return np.exp(-np.logaddexp(0, -x))
