"""Shares and times as they are said in a sentence: "a quarter", "about two thirds", "the five days"."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .quantities import exact_number, format_duration, format_share

NEAR, ABOUT = 0.006, 0.02
"""How far a share may be from a fraction to be called by its name, and to be called "about" it."""

HARDLY_ANY = 0.005

LEAST_IN_DAYS = 48.0
"""Hours from which a schedule is told in days."""

_FRACTIONS = (
    (1 / 10, "a tenth"),
    (1 / 5, "a fifth"),
    (1 / 4, "a quarter"),
    (1 / 3, "a third"),
    (2 / 5, "two fifths"),
    (1 / 2, "half"),
    (3 / 5, "three fifths"),
    (2 / 3, "two thirds"),
    (3 / 4, "three quarters"),
    (4 / 5, "four fifths"),
    (9 / 10, "nine tenths"),
)
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LONG_UNITS = {"h": ("hour", "hours"), "min": ("minute", "minutes"), "day": ("day", "days"), "year": ("year", "years")}


def share_in_words(share: float) -> str:
    """Return "a quarter", "about two thirds", "hardly any", "nearly all", or "38 %" where no fraction is near."""
    if share < HARDLY_ANY:
        return "hardly any"
    if share > 1 - HARDLY_ANY:
        return "nearly all"
    fraction, name = min(_FRACTIONS, key=lambda pair: abs(pair[0] - share))
    if abs(fraction - share) <= NEAR:
        return name
    return f"about {name}" if abs(fraction - share) <= ABOUT else format_share(share, 2 if share >= 0.1 else 1)


def is_plural(words: str) -> bool:
    """Return whether what `share_in_words` returned is many parts, as "two thirds" of the days are."""
    return words.removeprefix("about ").split(" ")[0] in {"two", "three", "four", "nine", "nearly"}


def count_in_words(count: float) -> str:
    """Return "four", from thirteen on and for what is not whole the number: "20", "2.5"."""
    return _COUNTS[int(count) - 1] if count in range(1, len(_COUNTS) + 1) else exact_number(count)


def the_time(hours: float) -> str:
    """Return "the five days", "the 14 hours", "the hour": the time as the subject of "a quarter of"."""
    number, unit = _said(hours)
    return f"the {unit}" if number == "one" else f"the {number} {unit}"


def all_the_time(hours: float) -> str:
    """Return "all five days", "all 14 hours", "the whole hour"."""
    number, unit = _said(hours)
    return f"the whole {unit}" if number == "one" else f"all {number} {unit}"


def whole_percents(shares: ArrayLike) -> tuple[str, ...]:
    """Return shares of a whole as percentages that add up to 100, a trace of one as "under 1 %".

    Parameters
    ----------
    shares : array_like of shape (parts,)
        They add up to one.
    """
    exact = np.asarray(shares, dtype=np.float64) * 100
    whole = np.floor(exact)
    # What flooring took away goes to the largest remainders, so that the reader's own sum comes out.
    missing = round(100 - float(whole.sum()))
    whole[np.argsort(whole - exact, kind="stable")[:missing]] += 1
    trace = (exact > 0) & (exact < 1)
    texts = np.where(trace, "under 1 %", np.char.add(np.char.mod("%d", whole), " %"))
    if trace.any():
        texts = np.where(exact > 99, "over 99 %", texts)
    return tuple(str(text) for text in texts)


def _said(hours: float) -> tuple[str, str]:
    """Return number and unit in full: ("five", "days"); over one day but under two in hours, as schedules are told."""
    number, _, unit = format_duration(hours).partition(" ")
    if unit.startswith("day") and float(f"{hours:.3g}") < LEAST_IN_DAYS:
        number, unit = exact_number(float(f"{hours:.3g}")), "h"
    one, many = _LONG_UNITS.get(unit, (unit.removesuffix("s"), unit))
    said = count_in_words(float(number)) if number.isdigit() and number != "0" else number
    return said, one if said == "one" else many
