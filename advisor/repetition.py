"""What repeated text is worth (Muennighoff et al. 2023, arXiv 2305.16264).

U unique tokens seen D / U times are worth D_eff = U + U R (1 - exp(-(D/U - 1) / R)) fresh ones. Fitted for supervised
training; using it for distillation is an assumption.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]

REPEAT_CONSTANT = 15.387756
"""R*, the number of repeats after which a further one is worth 1/e of fresh text."""

ALMOST_AS_GOOD_AS_NEW = 4.0
"""Passes up to which repeated text is almost as good as new."""

RETURNS_FADE = 16.0
"""Passes beyond which hardly anything is gained."""


def effective_tokens(tokens: ArrayLike, unique_tokens: ArrayLike = np.inf) -> FloatArray:
    """Return D_eff for ``tokens`` seen of ``unique_tokens`` (``inf``: never repeated)."""
    d = np.asarray(tokens, dtype=np.float64)
    u = np.asarray(unique_tokens, dtype=np.float64)
    if u.ndim == 0 and np.isinf(u):
        return d
    repeats = np.maximum(d / u - 1, 0)
    with np.errstate(invalid="ignore"):
        repeated = u - u * REPEAT_CONSTANT * np.expm1(-repeats / REPEAT_CONSTANT)
    return np.where(d <= u, d, repeated)


def tokens_for_effective(effective: ArrayLike, unique_tokens: ArrayLike = np.inf) -> FloatArray:
    """Return the tokens worth ``effective`` fresh ones; ``inf`` where no number of passes is worth that much."""
    e = np.asarray(effective, dtype=np.float64)
    u = np.asarray(unique_tokens, dtype=np.float64)
    if u.ndim == 0 and np.isinf(u):
        return e
    with np.errstate(divide="ignore", invalid="ignore"):
        left = 1 - (e / u - 1) / REPEAT_CONSTANT
        repeated = u * (1 - REPEAT_CONSTANT * np.log(np.maximum(left, 0)))
    return np.where(e <= u, e, repeated)


def effective_token_limit(unique_tokens: ArrayLike) -> FloatArray:
    """Return what ``unique_tokens`` are worth at the very most, U (1 + R*)."""
    return np.asarray(unique_tokens, dtype=np.float64) * (1 + REPEAT_CONSTANT)
