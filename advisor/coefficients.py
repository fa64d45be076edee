"""Coefficient sets: the numbers of both laws, where they come from, and how far off they are.

Built-in sets are JSON files in resources/coefficients; users' sets have the same form.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

import msgspec

from .errors import InputError
from .resource_files import resource_path

Positive = Annotated[float, msgspec.Meta(gt=0, le=1e12, description="a positive number")]

Exponent = Annotated[float, msgspec.Meta(ge=0.01, le=10, description="an exponent from 0.01 to 10, such as 0.4")]
Entropy = Annotated[float, msgspec.Meta(ge=0, le=20, description="a loss in nats from 0 to 20, such as 1.22")]

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
    c0: Annotated[float, msgspec.Meta(ge=-20, le=20, description="an exponent from -20 to 20, such as 2.5")]
    c1: Positive
    f1: Annotated[float, msgspec.Meta(ge=1e-3, le=10, description="a width from 0.001 to 10, such as 0.09")]
    d1: Positive
    student_token_unit: Positive = 1000.0


class CoefficientSet(msgspec.Struct, frozen=True, kw_only=True):
    """A named set of both laws' coefficients.

    ``relative_error`` is the root mean square of (predicted - measured) / measured student losses.
    """

    format: Literal["distillation-coefficients"] = "distillation-coefficients"
    version: Literal[1] = 1
    id: Annotated[str, msgspec.Meta(min_length=1, max_length=100, description="an identifier of 1 to 100 characters")]
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=200, description="a name of 1 to 200 characters")]
    source: str = ""
    relative_error: Annotated[float, msgspec.Meta(gt=0, le=1, description="a share above 0 and at most 1")]
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
        raise InputError(
            "coefficients",
            f"no coefficient set is called {set_id!r}; use one of {', '.join(BUILT_IN_SETS)}, "
            'or embed the set in the plan under "coefficient_set"',
        )
    data = resource_path("coefficients", f"{set_id}.json").read_bytes()
    return msgspec.json.decode(data, type=CoefficientSet)
