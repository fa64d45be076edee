"""The one sentence over plans side by side: who is best, by how much, and for how much more.

Losses closer than the law's error can tell are called so, and then what they take decides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from advisor.language import translate
from advisor.listing import listed
from advisor.names import capital
from advisor.pins import without_pins
from advisor.quantities import format_duration, format_flops, format_money, format_ratio

from .cells import about_the_same, loss_difference
from .compared import Compared, this_plan, told_apart
from .quantities import same_currency

MOST_NAMED = 3
"""Plans that the sentence names before it counts the rest."""

LONGEST_IN_SENTENCE = 32

Measure = Literal["cost", "time", "compute"]


def compare_sentence(plans: tuple[Compared, ...]) -> str:
    """Return what comparing this plan, the first, with its pins comes to."""
    this, *pins = plans
    if not pins:
        return translate("Compare page", "Pin this plan, change it, and both stand side by side.")
    if all(pin.plan == without_pins(this.plan) for pin in pins):
        if len(pins) > 1:
            return translate(
                "Compare page", "All pins are the plan as it is now: change something, and both stand side by side."
            )
        return translate(
            "Compare page", "{pin} is the plan as it is now: change something, and both stand side by side."
        ).format(pin=_said(pins[0]))
    answered = [plan for plan in plans if plan.outcome is not None]
    if len(answered) == 1:
        if len(pins) > 1:
            return translate("Compare page", "None of the pins has an answer, so there is nothing to compare yet.")
        return capital(
            translate("Compare page", "{pin} has no answer, so there is nothing to compare yet.").format(
                pin=_said(pins[0])
            )
        )
    comparable = [plan for plan in answered if plan.law == this.law]
    if len(comparable) == 1:
        if len(answered) > 2:
            return translate(
                "Compare page", "The pins rest on another law than this plan, so their losses cannot be compared."
            )
        return translate(
            "Compare page", "{pin} rests on another law than this plan, so their losses cannot be compared."
        ).format(pin=_said(answered[1]))
    return capital(_judgement(sorted(comparable, key=lambda plan: plan.choice.loss)))


def _judgement(ranked: list[Compared]) -> str:
    """Return who is best of plans in the order of their losses, and for how much more or less."""
    best, second = ranked[:2]
    equals = [best, *(plan for plan in ranked[1:] if not told_apart(best, plan))]
    if len(equals) == len(ranked):
        text = translate("Compare page", "{plans} cannot be told apart; {cheapest}.")
        return text.format(plans=_listed(equals), cheapest=_cheapest(equals))
    if len(equals) > 1:
        text = translate("Compare page", "{plans} are best and cannot be told apart; {cheapest}.")
        return text.format(plans=_listed(equals), cheapest=_cheapest(equals))
    lead = _lead(best, second)
    if len(ranked) == 2:
        return translate("Compare page", "{best_is_better}.").format(best_is_better=lead)
    expense = _expense(ranked)
    least = min(ranked, key=expense.of)
    if least in (best, second) or len(expense.cheapest(ranked)) > 1:
        return translate("Compare page", "{best_is_better}, and better than the rest.").format(best_is_better=lead)
    text = (
        translate("Compare page", "{best_is_better}; {plan} costs least and is {difference} worse than {best}.")
        if expense.measure == "cost"
        else translate("Compare page", "{best_is_better}; {plan} takes least and is {difference} worse than {best}.")
    )
    return text.format(
        best_is_better=lead,
        plan=_said(least),
        difference=loss_difference(best.choice.loss, least.choice.loss),
        best=_said(best),
    )


@dataclass(frozen=True)
class _Expense:
    """What choices take, in the first measure that all the plans know: money, else time, else compute."""

    measure: Measure
    of: Callable[[Compared], float]
    said: Callable[[float], str]

    def same(self, first: Compared, second: Compared) -> bool:
        """Return whether what two plans take reads the same."""
        if self.measure == "compute":
            return about_the_same(self.of(first), self.of(second))
        return self.said(self.of(first)) == self.said(self.of(second))

    def cheapest(self, plans: Sequence[Compared]) -> list[Compared]:
        """Return the plans that take the least, or read the same."""
        least = min(plans, key=self.of)
        return [plan for plan in plans if self.same(plan, least)]

    def difference(self, plan: Compared, other: Compared) -> str:
        """Return how much more or less a plan takes than another: an amount, of compute how many times as much."""
        if self.measure == "compute":
            return format_ratio(self.of(plan) / self.of(other))
        return self.said(abs(self.of(plan) - self.of(other)))


def _expense(plans: Sequence[Compared]) -> _Expense:
    currency = plans[0].plan.currency
    one_currency = all(same_currency(plan.plan, plans[0].plan) for plan in plans)
    if one_currency and all(plan.choice.cost is not None for plan in plans):
        return _Expense("cost", lambda plan: plan.choice.cost or 0.0, lambda amount: format_money(amount, currency))
    if all(plan.choice.hours is not None for plan in plans):
        return _Expense("time", lambda plan: plan.choice.hours or 0.0, format_duration)
    return _Expense("compute", lambda plan: plan.choice.flops, format_flops)


def _lead(best: Compared, other: Compared) -> str:
    """Return by how much the better of two plans is better, and what it takes against the other."""
    expense = _expense((best, other))
    if expense.same(best, other):
        text = _better_for_the_same(expense.measure)
    elif expense.of(best) > expense.of(other):
        text = _better_for_more(expense.measure)
    else:
        text = _better_for_less(expense.measure)
    return text.format(
        best=_said(best),
        difference=loss_difference(best.choice.loss, other.choice.loss),
        other=_said(other),
        amount=expense.difference(best, other),
    )


def _better_for_the_same(measure: Measure) -> str:
    if measure == "cost":
        return translate("Compare page", "{best} is {difference} better than {other} for the same cost")
    if measure == "time":
        return translate("Compare page", "{best} is {difference} better than {other} in the same time")
    return translate("Compare page", "{best} is {difference} better than {other} with the same compute")


def _better_for_more(measure: Measure) -> str:
    if measure == "compute":
        return translate("Compare page", "{best} is {difference} better than {other} with {amount} the compute")
    return translate("Compare page", "{best} is {difference} better than {other} for {amount} more")


def _better_for_less(measure: Measure) -> str:
    if measure == "cost":
        return translate("Compare page", "{best} is {difference} better than {other} and costs {amount} less")
    if measure == "time":
        return translate("Compare page", "{best} is {difference} better than {other} and takes {amount} less")
    return translate("Compare page", "{best} is {difference} better than {other} with {amount} the compute")


def _cheapest(equals: Sequence[Compared]) -> str:
    """Return which of plans that are as good as each other takes the least."""
    expense = _expense(equals)
    measure, cheapest = expense.measure, expense.cheapest(equals)
    if len(cheapest) == len(equals):
        if measure == "cost":
            return translate("Compare page", "they cost the same")
        if measure == "time":
            return translate("Compare page", "they take the same time")
        return translate("Compare page", "they take the same compute")
    if len(cheapest) > 1:
        text = (
            translate("Compare page", "{plans} cost least")
            if measure == "cost"
            else translate("Compare page", "{plans} take least")
        )
        return text.format(plans=_listed(cheapest))
    plan = cheapest[0]
    if len(equals) > 2:
        text = (
            translate("Compare page", "{plan} costs least")
            if measure == "cost"
            else translate("Compare page", "{plan} takes least")
        )
        return text.format(plan=_said(plan))
    if measure == "cost":
        text = translate("Compare page", "{plan} costs {amount} less")
    elif measure == "time":
        text = translate("Compare page", "{plan} takes {amount} less")
    else:
        text = translate("Compare page", "{plan} takes {amount} the compute")
    other = next(each for each in equals if each is not plan)
    return text.format(plan=_said(plan), amount=expense.difference(plan, other))


def said_name(name: str) -> str:
    """Return a pin's name as a sentence says it: letters as they are, other names in quotation marks and shortened."""
    if name == this_plan():
        return translate("Compare page", "this plan")
    if len(name) == 1 and name.isalpha() and name.isupper():
        return name
    words = "".join(character if character.isprintable() else " " for character in name)
    words = words if len(words) <= LONGEST_IN_SENTENCE else f"{words[: LONGEST_IN_SENTENCE - 1]}…"
    return translate("Compare page", "“{name}”").format(name=words)


def _said(plan: Compared) -> str:
    return said_name(plan.name)


def _listed(plans: Sequence[Compared]) -> str:
    names = [_said(plan) for plan in plans]
    if len(names) > MOST_NAMED + 1:
        more = translate("Compare page", "%n more", "plans that a list does not name", len(names) - MOST_NAMED)
        names = [*names[:MOST_NAMED], more]
    return listed(names)
