"""Both scaling laws (arXiv 2502.08606v2): losses in nats per token from sizes and tokens.

N is non-embedding parameters, D tokens (effective ones where text repeats). Functions broadcast over arrays.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .coefficients import CoefficientSet, SupervisedCoefficients

FloatArray = NDArray[np.float64]


def _reducible(log_size_term: FloatArray, log_data_term: FloatArray, gamma: float) -> FloatArray:
    """Return (A / N^alpha + B / D^beta)^gamma from the logs of its two terms."""
    return np.exp(gamma * np.logaddexp(log_size_term, log_data_term))


def supervised_loss(parameters: ArrayLike, tokens: ArrayLike, law: SupervisedCoefficients) -> FloatArray:
    """Return L(N, D) of Eq. 1; ``tokens`` may be ``inf``."""
    log_n = np.log(np.asarray(parameters, dtype=np.float64))
    log_d = np.log(np.asarray(tokens, dtype=np.float64))
    return law.E + _reducible(np.log(law.A) - law.alpha * log_n, np.log(law.B) - law.beta * log_d, law.gamma)


def supervised_floor(parameters: ArrayLike, law: SupervisedCoefficients) -> FloatArray:
    """Return the loss of a model of this size on unlimited text, E + (A N^-alpha)^gamma (Eq. 35)."""
    n = np.asarray(parameters, dtype=np.float64)
    return law.E + (law.A * n**-law.alpha) ** law.gamma


def tokens_for_supervised_loss(parameters: ArrayLike, loss: ArrayLike, law: SupervisedCoefficients) -> FloatArray:
    """Return the D with L(N, D) = ``loss``; ``inf`` where the loss is at or below the floor of this size."""
    n = np.asarray(parameters, dtype=np.float64)
    excess = np.maximum(np.asarray(loss, dtype=np.float64) - law.E, 0)
    data_term = excess ** (1 / law.gamma) - law.A * n**-law.alpha
    with np.errstate(divide="ignore", over="ignore"):
        tokens = (law.B / np.maximum(data_term, 0)) ** (1 / law.beta)
    return tokens


class StudentTerms:
    """The parts of Eq. 8 that do not depend on the teacher, so that many teachers can share them.

    Parameters
    ----------
    parameters, tokens : array_like
        N_S and effective D_S.
    """

    def __init__(self, parameters: ArrayLike, tokens: ArrayLike, coefficients: CoefficientSet) -> None:
        law = coefficients.distillation
        log_n = np.log(np.asarray(parameters, dtype=np.float64))
        log_d = np.log(np.asarray(tokens, dtype=np.float64))
        sup = coefficients.supervised
        self._law = law
        self.log_supervised_loss = np.log(
            sup.E + _reducible(np.log(sup.A) - sup.alpha * log_n, np.log(sup.B) - sup.beta * log_d, sup.gamma)
        )
        data_term = np.log(law.B) - law.beta * (log_d - np.log(law.student_token_unit))
        self.log_reducible = law.gamma * np.logaddexp(np.log(law.A) - law.alpha * log_n, data_term)

    def loss(self, teacher_loss: ArrayLike) -> FloatArray:
        """Return L_S for these students and teachers of loss L_T (broadcast)."""
        law = self._law
        loss = np.asarray(teacher_loss, dtype=np.float64)
        log_loss = np.log(loss)
        ratio = (log_loss - self.log_supervised_loss - np.log(law.d1)) / law.f1
        # Eq. 49: log of (1 + exp(ratio))^(-c1 f1), which overflows in the direct form.
        log_weakness = -law.c1 * law.f1 * np.logaddexp(0, ratio)
        return np.asarray(loss + np.exp(self.log_reducible - law.c0 * log_loss + log_weakness))


def distillation_loss(
    student_parameters: ArrayLike, student_tokens: ArrayLike, teacher_loss: ArrayLike, coefficients: CoefficientSet
) -> FloatArray:
    """Return L_S(N_S, D_S, L_T) of Eq. 8, evaluated in logs (Eq. 49)."""
    return StudentTerms(student_parameters, student_tokens, coefficients).loss(teacher_loss)
