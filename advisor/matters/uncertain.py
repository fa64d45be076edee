"""Something about a plan that may turn out otherwise: its range, the reason for it, and how its values are said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from advisor.number_text import with_marks
from advisor.quantities import exact_number, format_loss

from .cases import Case

PLAN, LAW = "plan", "law"
"""Groups of inputs: what the plan says, and the coefficients of the law."""

SAME_WORLD, SAME_TEACHERS, NEW_TEACHERS = "same_world", "same_teachers", "new_teachers"
"""What a change leaves: laws, text and bounds of teachers; what each teacher leaves of the budget; neither."""


@dataclass(frozen=True)
class UncertainInput:
    """One input or coefficient that may turn out otherwise.

    Parameters
    ----------
    key : str
        The field of the plan (``"hardware.hours"``), or ``"supervised.gamma"`` and the like.
    group : str
        `PLAN` or `LAW`.
    label, phrase, in_list : str
        What it is called on an axis; within a sentence ``phrase`` ("the number of accelerators"), and in a list
        ``in_list`` ("number of accelerators").
    low, planned, high : float
        The range, and the plan's own value in it.
    reason : str
        Why the range is what it is, as a sentence.
    write, write_finely : callable
        Say a value in words, as usual and with one more figure.
    case : callable
        The plan's problem with another value.
    log : bool
        Whether equal steps are equal ratios.
    whole : bool
        Whether only whole numbers make sense.
    leaves : str
        `SAME_WORLD`, `SAME_TEACHERS` or `NEW_TEACHERS`: how much of the plan's solution other values can share.
    """

    key: str
    group: str
    label: str
    phrase: str
    in_list: str
    low: float
    planned: float
    high: float
    reason: str
    write: Callable[[float], str]
    write_finely: Callable[[float], str]
    case: Callable[[float], Case]
    log: bool = True
    whole: bool = False
    leaves: str = SAME_WORLD


def finely(write: Callable[..., str]) -> Callable[[float], str]:
    """Return how a value is said with a fourth figure, for those that are rounded to three."""
    if write is format_loss:
        return partial(decimals, digits=4)
    return write if write is exact_number else partial(write, figures=4)


def decimals(value: float, digits: int) -> str:
    """Return a number with this many decimals: "2.425", "18,157"."""
    return with_marks(f"{value:,.{digits}f}")
