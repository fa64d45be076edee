"""How far off a predicted loss may be, and how sure a comparison of two laws is.

The error of each law is taken as normal with the coefficient set's relative error; the errors of the two laws as
independent, which errs to caution (their correlation is unknown).
"""

from __future__ import annotations

from math import erfc, sqrt
from statistics import NormalDist
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from .recommendation import Method

Losses = TypeVar("Losses", float, NDArray[np.float64])

NINETY_PERCENT = 1.645
"""Half-width of a 90 % interval in standard deviations."""

DISTILL_FROM = 0.84
SUPERVISED_UP_TO = 0.16
CLEAR_FROM = NormalDist().inv_cdf(DISTILL_FROM)
"""The verdict's 84 % in standard deviations of the difference of the two losses."""


def loss_interval(loss: Losses, relative_error: float) -> tuple[Losses, Losses]:
    """Return the 90 % interval of a predicted loss, or of each of an array of them, nats per token; NaN stays NaN."""
    half = NINETY_PERCENT * relative_error * loss
    return loss - half, loss + half


def probability_distilling_is_better(supervised_loss: float, distilled_loss: float, relative_error: float) -> float:
    """Return Phi((L - L_S) / (L sqrt(2) relative_error))."""
    z = (supervised_loss - distilled_loss) / (supervised_loss * sqrt(2) * relative_error)
    return 0.5 * erfc(-z / sqrt(2))


def least_clear_gap(supervised_loss: Losses, relative_error: float) -> Losses:
    """Return by how much L_S must be below L for distilling to be the verdict, nats per token."""
    return CLEAR_FROM * sqrt(2) * relative_error * supervised_loss


def verdict_method(probability: float) -> Method:
    """Return "distill" from 0.84 up, "supervised" down from 0.16, else "tie"."""
    if probability >= DISTILL_FROM:
        return "distill"
    return "supervised" if probability <= SUPERVISED_UP_TO else "tie"
