"""Shares and times as they are said in a sentence: "a quarter", "about two thirds", "the five days"."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from .language import translate
from .quantities import duration_in_unit, exact_number, format_share

NEAR, ABOUT = 0.006, 0.02
"""How far a share may be from a fraction to be called by its name, and to be called "about" it."""

HARDLY_ANY = 0.005

LEAST_IN_DAYS = 48.0
"""Hours from which a schedule is told in days."""

_FRACTIONS = ((1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10))
"""Numerator and denominator of the fractions that have a name."""


def share_in_words(share: float) -> str:
    """Return "a quarter", "about two thirds", "hardly any", "nearly all", or "38 %" where no fraction is near."""
    if share < HARDLY_ANY:
        return translate("Shares and times in words", "hardly any")
    if share > 1 - HARDLY_ANY:
        return translate("Shares and times in words", "nearly all")
    fraction = _nearest(share)
    if fraction is None:
        return format_share(share, 2 if share >= 0.1 else 1)
    name = _fraction_names()[fraction]
    if abs(fraction[0] / fraction[1] - share) <= NEAR:
        return name
    return translate("Shares and times in words", "about {share}", "share: such as two thirds").format(share=name)


def is_plural(share: float) -> bool:
    """Return whether what `share_in_words` says is many parts, as "two thirds" of the days are."""
    if share < HARDLY_ANY:
        return False
    fraction = _nearest(share)
    return share > 1 - HARDLY_ANY or (fraction is not None and fraction[0] > 1)


def _nearest(share: float) -> tuple[int, int] | None:
    """Return the named fraction that a share is near enough to, or None."""
    fraction = min(_FRACTIONS, key=lambda pair: abs(pair[0] / pair[1] - share))
    return fraction if abs(fraction[0] / fraction[1] - share) <= ABOUT else None


def _fraction_names() -> dict[tuple[int, int], str]:
    return {
        (1, 10): translate("Shares and times in words", "a tenth"),
        (1, 5): translate("Shares and times in words", "a fifth"),
        (1, 4): translate("Shares and times in words", "a quarter"),
        (1, 3): translate("Shares and times in words", "a third"),
        (2, 5): translate("Shares and times in words", "two fifths"),
        (1, 2): translate("Shares and times in words", "half"),
        (3, 5): translate("Shares and times in words", "three fifths"),
        (2, 3): translate("Shares and times in words", "two thirds"),
        (3, 4): translate("Shares and times in words", "three quarters"),
        (4, 5): translate("Shares and times in words", "four fifths"),
        (9, 10): translate("Shares and times in words", "nine tenths"),
    }


def count_in_words(count: float) -> str:
    """Return "four", from thirteen on and for what is not whole the number: "20", "2.5"."""
    words = _count_words()
    return words[int(count) - 1] if count in range(1, len(words) + 1) else exact_number(count)


def _count_words() -> tuple[str, ...]:
    """Return one to twelve; where a language inflects them, its translation may be the figure."""
    return (
        translate("Shares and times in words", "one", "the number; 1 where the word would be inflected"),
        translate("Shares and times in words", "two", "the number; 2 where the word would be inflected"),
        translate("Shares and times in words", "three", "the number; 3 where the word would be inflected"),
        translate("Shares and times in words", "four", "the number; 4 where the word would be inflected"),
        translate("Shares and times in words", "five", "the number; 5 where the word would be inflected"),
        translate("Shares and times in words", "six", "the number; 6 where the word would be inflected"),
        translate("Shares and times in words", "seven", "the number; 7 where the word would be inflected"),
        translate("Shares and times in words", "eight", "the number; 8 where the word would be inflected"),
        translate("Shares and times in words", "nine", "the number; 9 where the word would be inflected"),
        translate("Shares and times in words", "ten", "the number; 10 where the word would be inflected"),
        translate("Shares and times in words", "eleven", "the number; 11 where the word would be inflected"),
        translate("Shares and times in words", "twelve", "the number; 12 where the word would be inflected"),
    )


def plural_count(amount: float) -> int:
    """Return the whole number whose plural form suits an amount: itself, and several for what is not whole."""
    return int(amount) if amount == int(amount) else max(2, math.ceil(amount))


def the_time(hours: float) -> str:
    """Return "the five days", "the 14 hours", "the hour": the time as the subject of "a quarter of"."""
    amount, unit = _said(hours)
    n = plural_count(amount)
    if amount == 1:
        return {
            "min": translate("Shares and times in words", "the minute", "as in: a quarter of the minute"),
            "h": translate("Shares and times in words", "the hour", "as in: a quarter of the hour"),
            "day": translate("Shares and times in words", "the day", "as in: a quarter of the day"),
            "year": translate("Shares and times in words", "the year", "as in: a quarter of the year"),
        }[unit]
    return {
        "min": translate("Shares and times in words", "the {number} minute(s)", "as in: a quarter of …", n),
        "h": translate("Shares and times in words", "the {number} hour(s)", "as in: a quarter of …", n),
        "day": translate("Shares and times in words", "the {number} day(s)", "as in: a quarter of …", n),
        "year": translate("Shares and times in words", "the {number} year(s)", "as in: a quarter of …", n),
    }[unit].format(number=count_in_words(amount))


def all_the_time(hours: float) -> str:
    """Return "all five days", "all 14 hours", "the whole hour"."""
    amount, unit = _said(hours)
    n = plural_count(amount)
    if amount == 1:
        return {
            "min": translate("Shares and times in words", "the whole minute"),
            "h": translate("Shares and times in words", "the whole hour"),
            "day": translate("Shares and times in words", "the whole day"),
            "year": translate("Shares and times in words", "the whole year"),
        }[unit]
    return {
        "min": translate("Shares and times in words", "all {number} minute(s)", "", n),
        "h": translate("Shares and times in words", "all {number} hour(s)", "", n),
        "day": translate("Shares and times in words", "all {number} day(s)", "", n),
        "year": translate("Shares and times in words", "all {number} year(s)", "", n),
    }[unit].format(number=count_in_words(amount))


def is_one(hours: float) -> bool:
    """Return whether `the_time` and `all_the_time` say one minute, hour, day or year, so that a verb is singular."""
    return _said(hours)[0] == 1


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
    under, over = (
        translate("Shares and times in words", "under 1 %"),
        translate("Shares and times in words", "over 99 %"),
    )
    some_trace = bool(trace.any())
    return tuple(
        under if tiny else over if some_trace and part > 99 else f"{rounded:.0f} %"
        for tiny, part, rounded in zip(trace, exact, whole, strict=True)
    )


def _said(hours: float) -> tuple[float, str]:
    """Return amount and unit: (5.0, "day"); over one day but under two in hours, as schedules are told."""
    amount, unit = duration_in_unit(hours)
    in_hours = float(f"{hours:.3g}")
    return (in_hours, "h") if unit == "day" and in_hours < LEAST_IN_DAYS else (amount, unit)
