"""The student's size: from a device's memory to the largest one and back, and as the hand moves it on a chart.

Memory counts weights only: what a device needs to run them comes on top.
"""

from __future__ import annotations

import math
from typing import get_args

import msgspec

from .flops import non_embedding_parameters, total_parameters
from .plan import Architecture, Parameters, Plan

GIGABYTE = 1e9
BITS_PER_BYTE = 8

SMALLEST: float = get_args(Parameters)[1].ge
LARGEST: float = get_args(Parameters)[1].le
"""The sizes that a plan file may hold, in parameters."""

TYPED_FIGURES = 6
POINTED_FIGURES = 3
"""A size of more figures than people type is a place on a chart, which means no more than three of them."""


def weight_bytes(parameters: float, bits: float, architecture: Architecture) -> float:
    """Return the bytes of a student's weights, embeddings included.

    Parameters
    ----------
    parameters : float
        Non-embedding parameters.
    bits : float
        Bits per weight.
    """
    return float(total_parameters(parameters, architecture)) * bits / BITS_PER_BYTE


def largest_student(memory_gb: float, bits: float, architecture: Architecture) -> float:
    """Return the non-embedding parameters of the largest student whose weights fit, rounded down to three figures.

    Parameters
    ----------
    memory_gb : float
        Gigabytes (1e9 bytes) for weights, embeddings included.
    bits : float
        Bits per weight.
    """
    total = memory_gb * GIGABYTE * BITS_PER_BYTE / bits
    return _rounded_down(float(non_embedding_parameters(total, architecture)))


def fits(parameters: float, memory_gb: float, bits: float, architecture: Architecture) -> bool:
    """Return whether a student's weights fill at most ``memory_gb`` gigabytes."""
    return weight_bytes(parameters, bits, architecture) <= memory_gb * GIGABYTE


def plan_with_student_size(plan: Plan, parameters: float) -> Plan:
    """Return the plan with another student size, as pointed at on a chart, within what a plan file may hold.

    Memory and bits stay: they go on saying whether the size fits. A size of more than six figures is rounded to three,
    so that the plan holds the number that is read on the chart; one that could have been typed is kept, so that taking
    a move back restores it.

    Parameters
    ----------
    parameters : float
        Non-embedding parameters.
    """
    size = min(max(parameters, SMALLEST), LARGEST)
    if _rounded(size, TYPED_FIGURES) != size:
        size = _rounded(size, POINTED_FIGURES)
    return msgspec.structs.replace(plan, student=msgspec.structs.replace(plan.student, parameters=size))


def _rounded(value: float, figures: int) -> float:
    return float(f"{value:.{figures - 1}e}")


def _rounded_down(value: float) -> float:
    step = 10.0 ** (math.floor(math.log10(value)) - 2)
    return math.floor(value / step + 1e-9) * step
