"""The supervised compute-optimal teachers (Eq. 1, 69 of arXiv 2502.08606v2), from which every search starts."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .coefficients import SupervisedCoefficients
from .flops import forward_flops_from_overheads
from .repetition import REPEAT_CONSTANT
from .world import Text

FloatArray = NDArray[np.float64]

FRONTIER_POINTS = 2401
LARGEST_LOG_TOKENS = 60.0
WORTHLESS_AFTER = 30
"""Multiples of R* passes after which more of the same text changes nothing in double precision."""


@lru_cache(maxsize=16)
def frontier_table(
    law: SupervisedCoefficients, overhead: tuple[float, float], text: Text
) -> tuple[FloatArray, FloatArray]:
    """Return log r, ascending, and the data share w of the supervised compute-optimal teachers on this text.

    Each D_T on the frontier has one N_T, and the first-order condition gives it.
    """
    most = LARGEST_LOG_TOKENS
    if text.allow_repeats and text.unique_tokens < np.inf:
        most = min(most, float(np.log(text.unique_tokens * (1 + WORTHLESS_AFTER * REPEAT_CONSTANT))))
    tokens = np.exp(np.linspace(0, most, FRONTIER_POINTS))
    effective, stretch, _ = text.repetition(tokens)
    data_term = law.B * effective**-law.beta
    elasticity: FloatArray | float = 1.0
    for _ in range(12):
        size_term = data_term / stretch * elasticity * law.beta / law.alpha
        parameters = (law.A / size_term) ** (1 / law.alpha)
        elasticity = forward_flops_from_overheads(parameters, overhead)[1]
    r = data_term + size_term
    return np.log(r[::-1]), (data_term / r)[::-1]
