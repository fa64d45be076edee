"""From a device's memory to the largest student, and back. Weights only: what a device needs to run comes on top."""

from __future__ import annotations

import math

from .flops import non_embedding_parameters, total_parameters
from .plan import Architecture

GIGABYTE = 1e9
BITS_PER_BYTE = 8


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


def _rounded_down(value: float) -> float:
    step = 10.0 ** (math.floor(math.log10(value)) - 2)
    return math.floor(value / step + 1e-9) * step
