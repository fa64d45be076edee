"""The student size that suits a budget best, and the sizes that do as well within the law's error."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class BestSize:
    """The size of least loss (non-embedding parameters; nats per token).

    ``low`` and ``high`` enclose the sizes around it whose loss is at most (1 + relative error) times the least.
    """

    parameters: float
    loss: float
    low: float
    high: float

    def holds(self, parameters: float) -> bool:
        """Return whether this size does as well as the best one."""
        return self.low <= parameters <= self.high


def best_size(parameters: FloatArray, loss: FloatArray, relative_error: float) -> BestSize | None:
    """Return the best of the sizes on a curve, between its points too; None where no point has a loss.

    Parameters
    ----------
    parameters : array of shape (points,)
        Ascending sizes.
    loss : array of shape (points,)
        Nats per token; NaN or infinite where there is none.
    """
    has_loss = np.isfinite(loss)
    if not has_loss.any():
        return None
    x, y = np.log(parameters[has_loss]), loss[has_loss]
    at = int(np.argmin(y))
    place, least = bottom(x, y)
    threshold = least * (1 + relative_error)
    worse = np.flatnonzero(y > threshold)
    left, right = worse[worse < at], worse[worse > at]
    low = _crossing(x, y, int(left[-1]), int(left[-1]) + 1, threshold) if left.size else float(x[0])
    high = _crossing(x, y, int(right[0]), int(right[0]) - 1, threshold) if right.size else float(x[-1])
    ends = min(low, place), max(high, place)
    return BestSize(float(np.exp(place)), least, float(np.exp(ends[0])), float(np.exp(ends[1])))


def bottom(x: FloatArray, y: FloatArray) -> tuple[float, float]:
    """Return the lowest point of the parabola through the lowest point of a curve and its neighbours.

    NaN in y is no point; where a neighbour is missing the lowest point itself is returned.
    """
    at = int(np.nanargmin(y))
    around = slice(at - 1, at + 2)
    if at in (0, x.size - 1) or not np.isfinite(y[around]).all():
        return float(x[at]), float(y[at])
    (before, after), (left, right) = (x[[at - 1, at + 1]] - x[at]).tolist(), (y[[at - 1, at + 1]] - y[at]).tolist()
    curvature = (right / after - left / before) / (after - before)
    if curvature <= 0:
        return float(x[at]), float(y[at])
    slope = right / after - curvature * after
    step = min(max(-slope / (2 * curvature), before), after)
    return float(x[at] + step), float(y[at] + min(step * (slope + step * curvature), 0.0))


def _crossing(x: FloatArray, y: FloatArray, above: int, below: int, threshold: float) -> float:
    share = (threshold - y[below]) / (y[above] - y[below])
    return float(x[below] + max(share, 0.0) * (x[above] - x[below]))
