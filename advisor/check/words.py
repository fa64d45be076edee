"""Words that many rows of the Check page share: units, amounts, sources, and how the study is cited."""

from __future__ import annotations

from advisor.language import translate
from advisor.quantities import format_parameters, format_tokens

# Where a value comes from ---------------------------------------------------------------------------------------------


def as_in_plan() -> str:
    """Return the note of a value that the plan states."""
    return translate("Check page", "As in the plan")


def searched() -> str:
    """Return the note of a value that no formula gives."""
    return translate("Check page", "Found by search: with any other, the student's loss is higher")


def worth() -> str:
    """Return the meaning of the row of effective tokens, which follows the one of tokens."""
    return translate("Check page", "What they are worth")


def from_plan() -> str:
    """Return the source of what the plan states."""
    return translate("Check page", "Plan")


def plan_hardware() -> str:
    """Return the source of what follows from the plan's hardware."""
    return translate("Check page", "Plan's hardware")


def advisors_rule() -> str:
    """Return the source of what the study does not say and this program adds."""
    return translate("Check page", "Advisor's rule")


def rows_above() -> str:
    """Return the source of what follows from other rows alone."""
    return translate("Check page", "Rows above")


def equation(number: int) -> str:
    """Return how an equation of the study is cited: "Eq. 8"."""
    return translate("Check page", "Eq. {number}").format(number=number)


def appendix(letter: str) -> str:
    """Return how an appendix of the study is cited: "App. H"."""
    return translate("Check page", "App. {letter}").format(letter=letter)


def study_table(number: int) -> str:
    """Return how a table of the study is cited: "Table 6"."""
    return translate("Check page", "Table {number}").format(number=number)


def repetition_study() -> str:
    """Return how the study of repeated text is cited."""
    return translate("Check page", "Muennighoff et al. 2023, arXiv 2305.16264")


def both(first: str, second: str) -> str:
    """Return two sources in one: "App. H, Eq. 69"."""
    return translate("Check page", "{first}, {second}").format(first=first, second=second)


# Units and amounts ----------------------------------------------------------------------------------------------------


def nats() -> str:
    """Return the unit of losses."""
    return translate("Check page", "nats per token")


def tokens_unit() -> str:
    """Return the unit of text."""
    return translate("Check page", "tokens")


def parameters_unit() -> str:
    """Return the unit of a model's size."""
    return translate("Check page", "parameters")


def hours_unit() -> str:
    """Return the unit of time."""
    return translate("Check page", "hours")


def tokens_text(number: str | float) -> str:
    """Return "450B tokens" for a number, or for one that is text already."""
    said = number if isinstance(number, str) else format_tokens(number)
    return translate("Check page", "{number} tokens").format(number=said)


def parameters_text(number: str | float) -> str:
    """Return "2.7B parameters" for a number, or for one that is text already."""
    said = number if isinstance(number, str) else format_parameters(number)
    return translate("Check page", "{number} parameters").format(number=said)
