"""The law's coefficients as uncertain inputs, each over its 90 % interval and taken alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np

from advisor.coefficients import coefficient_intervals
from advisor.language import translate
from advisor.solution import Solution

from .cases import Cases
from .uncertain import LAW, NEW_TEACHERS, SAME_TEACHERS, UncertainInput, decimals

_SYMBOLS = {
    "supervised": {"E": "E", "A": "A", "B": "B", "alpha": "α", "beta": "β", "gamma": "γ"},
    "distillation": {
        "A": "A′", "B": "B′", "alpha": "α′", "beta": "β′", "gamma": "γ′",
        "c0": "c₀", "c1": "c₁", "f1": "f₁", "d1": "d₁",
    },
}  # fmt: skip
"""Symbols of the coefficients of Eq. 1 and Eq. 8."""

_LEAVE_TEACHERS = {("distillation", name) for name in _SYMBOLS["distillation"]} | {
    ("supervised", "E"),
    ("supervised", "gamma"),
}
"""Coefficients that leave each teacher as costly as it was (teachers_on_offer.py)."""


def _labels() -> dict[tuple[str, str], str]:
    """Return the coefficients in words, each with its symbol."""
    return {
        ("supervised", "E"): translate("What matters page", "Least possible loss, E"),
        ("supervised", "A"): translate("What matters page", "Size term, A"),
        ("supervised", "B"): translate("What matters page", "Text term, B"),
        ("supervised", "alpha"): translate("What matters page", "Size exponent, α"),
        ("supervised", "beta"): translate("What matters page", "Text exponent, β"),
        ("supervised", "gamma"): translate("What matters page", "Joint exponent, γ"),
        ("distillation", "A"): translate("What matters page", "Distilled size term, A′"),
        ("distillation", "B"): translate("What matters page", "Distilled text term, B′"),
        ("distillation", "alpha"): translate("What matters page", "Distilled size exponent, α′"),
        ("distillation", "beta"): translate("What matters page", "Distilled text exponent, β′"),
        ("distillation", "gamma"): translate("What matters page", "Distilled joint exponent, γ′"),
        ("distillation", "c0"): translate("What matters page", "Teacher's weight, c₀"),
        ("distillation", "c1"): translate("What matters page", "Depth of the capacity gap, c₁"),
        ("distillation", "f1"): translate("What matters page", "Width of the capacity gap, f₁"),
        ("distillation", "d1"): translate("What matters page", "Place of the capacity gap, d₁"),
    }


def uncertain_coefficients(solution: Solution, cases: Cases) -> Iterator[UncertainInput]:
    """Return the coefficients with a known 90 % interval."""
    chosen, labels = solution.world.coefficients, _labels()
    reason = translate(
        "What matters page", "The 90 % interval of the fit; all else stays, although coefficients move together."
    )
    for law, intervals in coefficient_intervals(chosen).items():
        for name, (low, high) in intervals.items():
            symbol = _SYMBOLS[law][name]
            value = float(getattr(getattr(chosen, law), name))
            yield UncertainInput(
                key=f"{law}.{name}",
                group=LAW,
                label=labels[law, name],
                phrase=symbol,
                in_list=symbol,
                low=min(low, value),
                planned=value,
                high=max(high, value),
                reason=reason,
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
