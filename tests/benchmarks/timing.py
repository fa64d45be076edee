"""How every benchmark times: medians of repeated calls, after one that warms caches."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def median_ms(work: Callable[[], object], repeats: int = 31) -> float:
    """Return the median time of ``work`` in milliseconds, after one call that warms caches."""
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e3
