"""What the window says about an answer that is not current: the same words everywhere."""

from __future__ import annotations

from advisor.errors import InputError
from advisor.evidence import Advice, Answer
from advisor.plan import Plan
from advisor.quantities import format_duration
from advisor.scenarios import coefficient_set

from .fields import Problem

COMPUTING = "Computing…"


def _labels(problems: tuple[Problem, ...]) -> str:
    names = list(dict.fromkeys(problem.label for problem in problems))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def stale_reason(problems: tuple[Problem, ...], advice: Advice) -> str:
    """Return the sentence on the card over an answer that is older than the plan."""
    if not problems:
        return "This is the last good answer: the newest plan could not be calculated."
    hardware = advice.plan.hardware
    last = ""
    if problems[0].field == "hardware.hours" and hardware is not None and advice.plan.budget_flops is None:
        last = f", for {format_duration(hardware.hours)}"
    return f"This is the last good answer{last}. Correct {_labels(problems)} to update it."


def stale_status(problems: tuple[Problem, ...], has_answer: bool) -> str:
    """Return the status bar's words while something keeps the plan from being answered."""
    if problems:
        count = len(problems)
        first = f"{count} {'field' if count == 1 else 'fields'} to correct: {_labels(problems)}"
    else:
        first = "The calculation failed"
    return f"{first} · {'showing the last good answer' if has_answer else 'no answer yet'}"


def refusal(problem: Problem) -> str:
    """Return the sentence for a plan whose fields can all be read and that has no answer nevertheless."""
    return f"{problem.label}: {problem.fix.rstrip('.')}"


def no_answer(problems: tuple[Problem, ...], failure: str) -> Answer:
    """Return what the card shows while a document has had no answer at all."""
    if problems:
        headline, detail = f"No answer yet: correct {_labels(problems)}", f"{problems[0].fix.rstrip('.')}."
    else:
        headline, detail = "No answer yet: the calculation failed", f"{failure}."
    return Answer(
        headline=headline, likelihood="", alternative=detail, figures=(), ranges=(), ranges_caption="", notes=()
    )


def law_name(plan: Plan) -> str:
    """Return the short name of the law a plan uses."""
    try:
        return coefficient_set(plan).name.partition(" (")[0]
    except InputError:
        return plan.coefficients
