"""The answer that leaves the window, on paper, in a file or on the clipboard: the plan's, else the last good one.

Where the newest plan has no answer, the last good answer is given out with a sentence that says so, never as current.
"""

from __future__ import annotations

from dataclasses import dataclass

from advisor.language import translate
from advisor.plan import Plan
from advisor.recommendation import Warning

from . import wording
from .advice_flow import AdviceFlow, AdviceState
from .document import Document


@dataclass(frozen=True)
class GivenAnswer:
    """A plan that has an answer, and what its file had to be warned of.

    ``stale`` is empty, or the sentence that says that this is the last good answer and not the newest plan's.
    """

    plan: Plan
    warnings: tuple[Warning, ...]
    stale: str = ""


def given_answer(document: Document, flow: AdviceFlow) -> GivenAnswer | None:
    """Return what a report or an export is made of; None where the document has had no answer at all."""
    if not has_no_answer(flow):
        return GivenAnswer(document.plan, document.warnings)
    advice = document.advice
    if advice is None:
        return None
    return GivenAnswer(advice.plan, document.warnings, wording.stale_reason(flow.problems, advice))


def has_no_answer(flow: AdviceFlow) -> bool:
    """Return whether the newest plan has no answer, and will have none."""
    return flow.state in (AdviceState.PROBLEM, AdviceState.FAILED)


def why_none(flow: AdviceFlow) -> str:
    """Return why there is nothing to give out, as words that fit after a colon."""
    if flow.problems:
        return translate("Files", "correct {field} first").format(field=flow.problems[0].label)
    return after_colon(flow.failure) or translate("Files", "the plan has no answer")


def after_colon(sentence: str) -> str:
    """Return a sentence as words that fit after a colon and before a full stop."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")
