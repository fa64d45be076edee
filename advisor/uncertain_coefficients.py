"""The law's coefficients as uncertain inputs, each over its 90 % interval and taken alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np

from .cases import Cases
from .coefficients import coefficient_intervals
from .solution import Solution
from .uncertain import LAW, NEW_TEACHERS, SAME_TEACHERS, UncertainInput, decimals

_NAMES = {
    ("supervised", "E"): ("Least possible loss, E", "E"),
    ("supervised", "A"): ("Size term, A", "A"),
    ("supervised", "B"): ("Text term, B", "B"),
    ("supervised", "alpha"): ("Size exponent, α", "α"),
    ("supervised", "beta"): ("Text exponent, β", "β"),
    ("supervised", "gamma"): ("Joint exponent, γ", "γ"),
    ("distillation", "A"): ("Distilled size term, A′", "A′"),
    ("distillation", "B"): ("Distilled text term, B′", "B′"),
    ("distillation", "alpha"): ("Distilled size exponent, α′", "α′"),
    ("distillation", "beta"): ("Distilled text exponent, β′", "β′"),
    ("distillation", "gamma"): ("Distilled joint exponent, γ′", "γ′"),
    ("distillation", "c0"): ("Teacher's weight, c₀", "c₀"),
    ("distillation", "c1"): ("Depth of the capacity gap, c₁", "c₁"),
    ("distillation", "f1"): ("Width of the capacity gap, f₁", "f₁"),
    ("distillation", "d1"): ("Place of the capacity gap, d₁", "d₁"),
}
"""Coefficients of Eq. 1 and Eq. 8 in words, and their symbols."""

_LEAVE_TEACHERS = {pair for pair in _NAMES if pair[0] == "distillation"} | {
    ("supervised", "E"),
    ("supervised", "gamma"),
}
"""Coefficients that leave each teacher as costly as it was (teachers_on_offer.py)."""


def uncertain_coefficients(solution: Solution, cases: Cases) -> Iterator[UncertainInput]:
    """Return the coefficients with a known 90 % interval."""
    chosen = solution.world.coefficients
    for law, intervals in coefficient_intervals(chosen).items():
        for name, (low, high) in intervals.items():
            label, symbol = _NAMES[law, name]
            value = float(getattr(getattr(chosen, law), name))
            yield UncertainInput(
                key=f"{law}.{name}",
                group=LAW,
                label=label,
                phrase=symbol,
                low=min(low, value),
                planned=value,
                high=max(high, value),
                reason="The 90 % interval of the fit; all else stays, although coefficients move together.",
                write=partial(decimals, digits=_digits(low, high)),
                write_finely=partial(decimals, digits=_digits(low, high) + 1),
                case=partial(cases.with_coefficient, law, name),
                log=False,
                leaves=SAME_TEACHERS if (law, name) in _LEAVE_TEACHERS else NEW_TEACHERS,
            )


def _digits(low: float, high: float) -> int:
    """Return the decimals of an interval's ends, at most as many as tell a hundredth of it apart."""
    stated = max(len(repr(end).partition(".")[2].removesuffix("0")) if end < 1e6 else 0 for end in (low, high))
    return min(stated, max(0, int(np.ceil(-np.log10((high - low) / 100)))))
