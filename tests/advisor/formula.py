"""Evaluates the formulas that the Check page prints, as a calculator would."""

from __future__ import annotations

import math
import re

NAMES = {
    "exp": math.exp,
    "ln": math.log,
    "sqrt": math.sqrt,
    "min": min,
    "max": max,
    "Phi": lambda z: 0.5 * math.erfc(-z / math.sqrt(2)),
}
ALLOWED = re.compile(r"(?:[-+*/^(), ]|\d+(?:\.\d+)?(?:e-?\d+)?|exp|ln|sqrt|min|max|Phi)*")


def evaluate(text: str) -> float:
    """Return the value of a formula of numbers, + - * / ^ ( ) and the functions the page names."""
    assert ALLOWED.fullmatch(text), text
    return float(eval(text.replace("^", "**"), {"__builtins__": {}}, NAMES))


def readable(numbers: str) -> str:
    """Return the line that people read in the form `evaluate` takes."""
    return numbers.replace("×", "*").replace("−", "-").replace("Φ", "Phi")
