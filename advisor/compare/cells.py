"""What the table of the Compare page is made of: cells in rows, and the words all of its rows share."""

from __future__ import annotations

from dataclasses import dataclass, field

from advisor.headline import WORTH_MENTIONING
from advisor.language import translate
from advisor.quantities import format_loss, format_ratio, format_share

NOTHING = "–"


@dataclass(frozen=True)
class CompareCell:
    """What one plan says of one quantity.

    ``note`` is how it differs from this plan ("0.021 better"), or what else is to be said of it; ``value`` the exact
    number in the row's unit, None where the quantity is none.
    """

    text: str
    note: str = ""
    value: float | None = None
    best: bool = False


@dataclass(frozen=True)
class CompareRow:
    """A quantity with a cell for each plan. ``group`` is "reached", "takes", "how" or "given"; ``tip`` explains it.

    ``key`` says which quantity it is, whatever the language: "choice", "loss", "range", "probability", "cost", "time",
    "compute", "lifetime", "energy", "carbon", "teacher", "student_tokens", "student_size"; empty for other inputs.
    """

    label: str
    group: str
    unit: str
    tip: str
    cells: tuple[CompareCell, ...]
    key: str = field(default="", repr=False)


def not_known() -> str:
    """Return what stands for a number that is not known."""
    return translate("Compare page", "Not known")


def about_the_same(value: float, reference: float) -> bool:
    """Return whether two amounts are too close for "1.1×" to be said."""
    return reference / WORTH_MENTIONING < value < reference * WORTH_MENTIONING


def ratio_text(value: float, reference: float, words: str) -> str:
    """Return how much of a positive amount another is: "2× as many", "40 % as many", "about the same".

    Parameters
    ----------
    words : str
        What is said of the ratio, with its place: "{ratio} as many".
    """
    if about_the_same(value, reference):
        return translate("Compare page", "about the same")
    ratio = value / reference
    return words.format(ratio=format_ratio(ratio) if ratio > 1 else format_share(ratio, 2))


def loss_difference(first: float, second: float) -> str:
    """Return how far apart two losses are as they are written, so that what stands side by side adds up: "0.021"."""
    return format_loss(abs(round(first, 3) - round(second, 3)))
