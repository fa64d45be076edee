"""What the window says about an answer that is not current: the same words everywhere."""

from __future__ import annotations

from advisor.errors import InputError
from advisor.evidence import Advice, Answer
from advisor.language import translate
from advisor.plan import Plan
from advisor.quantities import format_duration
from advisor.scenarios import coefficient_set

from .fields import Problem


def computing() -> str:
    """Return what stands where an answer is awaited."""
    return translate("Status", "Computing…")


def _labels(problems: tuple[Problem, ...]) -> str:
    names = list(dict.fromkeys(problem.label for problem in problems))
    if len(names) == 1:
        return names[0]
    several = translate("Status", "{fields} and {last}", "names of fields: Time, Price and Size")
    return several.format(fields=", ".join(names[:-1]), last=names[-1])


def stale_reason(problems: tuple[Problem, ...], advice: Advice) -> str:
    """Return the sentence on the card over an answer that is older than the plan."""
    if not problems:
        return translate("Status", "This is the last good answer: the newest plan could not be calculated.")
    hardware, fields = advice.plan.hardware, _labels(problems)
    if problems[0].field == "hardware.hours" and hardware is not None and advice.plan.budget_flops is None:
        text = translate("Status", "This is the last good answer, for {time}. Correct {fields} to update it.")
        return text.format(time=format_duration(hardware.hours), fields=fields)
    return translate("Status", "This is the last good answer. Correct {fields} to update it.").format(fields=fields)


def stale_status(problems: tuple[Problem, ...], has_answer: bool) -> str:
    """Return the status bar's words while something keeps the plan from being answered."""
    if problems:
        count = len(problems)
        first = translate("Status", "%n field(s) to correct: {fields}", "", count).format(fields=_labels(problems))
    else:
        first = translate("Status", "The calculation failed")
    second = translate("Status", "showing the last good answer") if has_answer else translate("Status", "no answer yet")
    return f"{first} · {second}"


def no_page(failure: str) -> str:
    """Return the notice that a page is missing, beside an answer that is there."""
    text = translate("Status", "{failure}. The answer above it is right; any edit tries the page again.")
    return text.format(failure=failure)


def page_missing_status() -> str:
    """Return the status bar's words while the answer is up to date and the page that is looked at could not be made."""
    return translate("Status", "The answer is up to date · this page could not be calculated")


def refusal(problem: Problem) -> str:
    """Return the sentence for a plan whose fields can all be read and that has no answer nevertheless."""
    return f"{problem.label}: {problem.fix.rstrip('.')}"


def no_answer(problems: tuple[Problem, ...], failure: str) -> Answer:
    """Return what the card shows while a document has had no answer at all."""
    if problems:
        headline = translate("Status", "No answer yet: correct {fields}").format(fields=_labels(problems))
        detail = f"{problems[0].fix.rstrip('.')}."
    else:
        headline, detail = translate("Status", "No answer yet: the calculation failed"), f"{failure}."
    return Answer(
        headline=headline, likelihood="", alternative=detail, figures=(), ranges=(), ranges_caption="", notes=()
    )


def law_name(plan: Plan) -> str:
    """Return the short name of the law a plan uses."""
    try:
        return coefficient_set(plan).name.partition(" (")[0]
    except InputError:
        return plan.coefficients
