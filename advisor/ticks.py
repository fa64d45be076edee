"""Round values for the ticks of an axis."""

from __future__ import annotations

import math
from decimal import Decimal


def log_ticks(low: float, high: float, max_count: int) -> list[float]:
    """Return at most ``max_count`` ticks at 1, 2, 5 (or 1, 3, or 1 alone) × 10ⁿ; linear ones within a narrow range."""
    if not (0 < low < high) or max_count < 1:
        return []
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    slack = 1e-9
    for factors in ((1, 2, 5), (1, 3), (1,)):
        ticks = [float(f"{factor}e{n}") for n in range(first, last + 1) for factor in factors]
        ticks = [tick for tick in ticks if low * (1 - slack) <= tick <= high * (1 + slack)]
        if len(ticks) <= max_count:
            return ticks if len(ticks) >= 2 else linear_ticks(low, high, max_count)
    step = 2
    while True:
        ticks = [float(f"1e{n}") for n in range(first, last + 1) if n % step == 0]
        ticks = [tick for tick in ticks if low * (1 - slack) <= tick <= high * (1 + slack)]
        if len(ticks) <= max_count:
            return ticks
        step += 1


def linear_ticks(low: float, high: float, max_count: int) -> list[float]:
    """Return at most ``max_count`` round ticks (steps of 1, 2 or 5 × 10ⁿ) from ``low`` to ``high``."""
    if not (math.isfinite(low) and math.isfinite(high) and low < high) or max_count < 1:
        return []
    exponent = math.floor(math.log10((high - low) / max_count))
    while True:
        for factor in (1, 2, 5):
            step = Decimal(factor).scaleb(exponent)
            first = math.ceil(low / float(step) - 1e-9)
            last = math.floor(high / float(step) + 1e-9)
            if last - first + 1 <= max_count:
                return [float(step * n) for n in range(first, last + 1)]
        exponent += 1
