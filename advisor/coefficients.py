"""Coefficient sets: the numbers of both laws, where they come from, and how far off they are.

Built-in sets are JSON files in resources/coefficients; users' sets have the same form.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Literal

import msgspec

from .errors import InputError
from .language import translate
from .resource_files import shipped_file

Positive = Annotated[float, msgspec.Meta(gt=0, le=1e12, title="positive")]

Exponent = Annotated[float, msgspec.Meta(ge=0.01, le=10, title="exponent")]
Entropy = Annotated[float, msgspec.Meta(ge=0, le=20, title="entropy")]

DEFAULT_SET = "busbridge-2025"
BUILT_IN_SETS = ("busbridge-2025", "busbridge-2025-as-printed")


class SupervisedCoefficients(msgspec.Struct, frozen=True, kw_only=True):
    """Eq. 1: L = E + (A / N^alpha + B / D^beta)^gamma, D in tokens, L in nats per token."""

    E: Entropy
    A: Positive
    B: Positive
    alpha: Exponent
    beta: Exponent
    gamma: Exponent


class DistillationCoefficients(msgspec.Struct, frozen=True, kw_only=True):
    """Eq. 8; D_S is divided by ``student_token_unit`` before ``B`` and ``beta`` see it."""

    A: Positive
    B: Positive
    alpha: Exponent
    beta: Exponent
    gamma: Exponent
    c0: Annotated[float, msgspec.Meta(ge=-20, le=20, title="signed_exponent")]
    c1: Positive
    f1: Annotated[float, msgspec.Meta(ge=1e-3, le=10, title="width")]
    d1: Positive
    student_token_unit: Positive = 1000.0


class CoefficientSet(msgspec.Struct, frozen=True, kw_only=True):
    """A named set of both laws' coefficients.

    ``relative_error`` is the root mean square of (predicted - measured) / measured student losses.
    """

    format: Literal["distillation-coefficients"] = "distillation-coefficients"
    version: Literal[1] = 1
    id: Annotated[str, msgspec.Meta(min_length=1, max_length=100, title="identifier")]
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=200, title="name")]
    source: str = ""
    relative_error: Annotated[float, msgspec.Meta(gt=0, le=1, title="relative_error")]
    supervised: SupervisedCoefficients
    distillation: DistillationCoefficients
    note: str = ""
    fit: dict[str, Any] | None = None


@cache
def built_in_set(set_id: str) -> CoefficientSet:
    """Return the built-in set ``set_id``.

    Raises
    ------
    InputError
        For an id that is not one of `BUILT_IN_SETS`.
    """
    if set_id not in BUILT_IN_SETS:
        text = translate(
            "Plan file",
            "no coefficient set is called {name}; use one of {known}, "
            'or embed the set in the plan under "coefficient_set"',
        )
        raise InputError("coefficients", text.format(name=repr(set_id), known=", ".join(BUILT_IN_SETS)))
    with shipped_file("coefficients", f"{set_id}.json") as path:
        return msgspec.json.decode(path.read_bytes(), type=CoefficientSet)


Interval = tuple[float, float]
Intervals = Mapping[str, Mapping[str, Interval]]

PUBLISHED_INTERVALS: Intervals = MappingProxyType(
    {
        "supervised": MappingProxyType(
            {
                "E": (1.190, 1.247),
                "A": (3346.0, 3360.0),
                "B": (18157.0, 18236.0),
                "alpha": (0.405, 0.411),
                "beta": (0.428, 0.433),
                "gamma": (0.442, 0.461),
            }
        ),
        "distillation": MappingProxyType(
            {
                "A": (2227.0, 2255.0),
                "B": (24084.0, 24266.0),
                "alpha": (0.319, 0.324),
                "beta": (0.634, 0.640),
                "gamma": (0.732, 0.788),
                "c0": (2.425, 2.615),
                "f1": (0.088, 0.093),
                "d1": (1.302, 1.327),
            }
        ),
    }
)
"""The 90 % intervals of Table 6 (arXiv 2502.08606v2); c1 was held at its start and has none.

They are strongly correlated: one coefficient at a time may be moved within its interval, never several together.
"""


def coefficient_intervals(chosen: CoefficientSet) -> Intervals:
    """Return the 90 % intervals known for a set's coefficients, by law ("supervised", "distillation") and name.

    The built-in sets have the published ones, a calibrated set those of its own fit (``fit["intervals"]`` in the same
    form); a coefficient without an interval is left out.
    """
    if chosen.id in BUILT_IN_SETS:
        return PUBLISHED_INTERVALS
    known: dict[str, dict[str, Interval]] = {}
    fitted = (chosen.fit or {}).get("intervals")
    for law in PUBLISHED_INTERVALS:
        ends = fitted.get(law) if isinstance(fitted, dict) else None
        names = msgspec.structs.asdict(getattr(chosen, law))
        known[law] = {
            name: (float(pair[0]), float(pair[1]))
            for name, pair in (ends.items() if isinstance(ends, dict) else ())
            if name in names and _is_interval(pair)
        }
    return known


def _is_interval(pair: Any) -> bool:
    """Return whether a value from a file is two finite numbers in ascending order."""
    if not isinstance(pair, list | tuple) or len(pair) != 2:
        return False
    numbers = all(isinstance(end, int | float) and not isinstance(end, bool) and math.isfinite(end) for end in pair)
    return numbers and pair[0] < pair[1]
