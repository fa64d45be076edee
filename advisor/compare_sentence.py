"""The one sentence over plans side by side: who is best, by how much, and for how much more.

Losses closer than the law's error can tell are called so, and then what they take decides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .compare_cells import about_the_same, loss_difference
from .compare_quantities import same_currency
from .compared import THIS, Compared, told_apart
from .names import capital
from .pins import without_pins
from .quantities import format_duration, format_flops, format_money, format_ratio

MOST_NAMED = 3
"""Plans that the sentence names before it counts the rest."""

LONGEST_IN_SENTENCE = 32
INVITATION = "Pin this plan, change it, and both stand side by side."


def compare_sentence(plans: tuple[Compared, ...]) -> str:
    """Return what comparing this plan, the first, with its pins comes to."""
    this, *pins = plans
    if not pins:
        return INVITATION
    if all(pin.plan == without_pins(this.plan) for pin in pins):
        kept = f"{_said(pins[0])} is" if len(pins) == 1 else "All pins are"
        return f"{kept} the plan as it is now: change something, and both stand side by side."
    answered = [plan for plan in plans if plan.outcome is not None]
    if len(answered) == 1:
        who = f"{capital(_said(pins[0]))} has no answer" if len(pins) == 1 else "None of the pins has an answer"
        return f"{who}, so there is nothing to compare yet."
    comparable = [plan for plan in answered if plan.law == this.law]
    if len(comparable) == 1:
        rests = f"{_said(answered[1])} rests" if len(answered) == 2 else "The pins rest"
        return f"{rests} on another law than this plan, so their losses cannot be compared."
    return capital(_judgement(sorted(comparable, key=lambda plan: plan.choice.loss)))


def _judgement(ranked: list[Compared]) -> str:
    """Return who is best of plans in the order of their losses, and for how much more or less."""
    best, second = ranked[:2]
    equals = [best, *(plan for plan in ranked[1:] if not told_apart(best, plan))]
    if len(equals) > 1:
        are = "cannot" if len(equals) == len(ranked) else "are best and cannot"
        return f"{_listed(equals)} {are} be told apart; {_cheapest(equals)}."
    better = loss_difference(best.choice.loss, second.choice.loss)
    lead = f"{_said(best)} is {better} better than {_said(second)} {_trade(best, second)}"
    if len(ranked) == 2:
        return f"{lead}."
    expense = _expense(ranked)
    least = min(ranked, key=expense.of)
    if least in (best, second) or len(expense.cheapest(ranked)) > 1:
        return f"{lead}, and better than the rest."
    further = loss_difference(best.choice.loss, least.choice.loss)
    return f"{lead}; {_said(least)} {expense.verb} least and is {further} worse than {_said(best)}."


@dataclass(frozen=True)
class _Expense:
    """What choices take, in the first measure that all the plans know: money, else time, else compute."""

    of: Callable[[Compared], float]
    said: Callable[[float], str]
    verb: str
    all_same: str
    trade: tuple[str, str, str]  # more, less, the same
    ratio: bool = False

    def same(self, first: Compared, second: Compared) -> bool:
        """Return whether what two plans take reads the same."""
        if self.ratio:
            return about_the_same(self.of(first), self.of(second))
        return self.said(self.of(first)) == self.said(self.of(second))

    def cheapest(self, plans: Sequence[Compared]) -> list[Compared]:
        """Return the plans that take the least, or read the same."""
        least = min(plans, key=self.of)
        return [plan for plan in plans if self.same(plan, least)]

    def difference(self, plan: Compared, other: Compared) -> str:
        """Return how much more or less a plan takes than another."""
        if self.ratio:
            return f"{format_ratio(self.of(plan) / self.of(other))} the compute"
        return self.said(abs(self.of(plan) - self.of(other)))


def _expense(plans: Sequence[Compared]) -> _Expense:
    currency = plans[0].plan.currency
    one_currency = all(same_currency(plan.plan, plans[0].plan) for plan in plans)
    if one_currency and all(plan.choice.cost is not None for plan in plans):
        return _Expense(
            of=lambda plan: plan.choice.cost or 0.0,
            said=lambda amount: format_money(amount, currency),
            verb="costs",
            all_same="they cost the same",
            trade=("for {} more", "and costs {} less", "for the same cost"),
        )
    if all(plan.choice.hours is not None for plan in plans):
        return _Expense(
            of=lambda plan: plan.choice.hours or 0.0,
            said=format_duration,
            verb="takes",
            all_same="they take the same time",
            trade=("for {} more", "and takes {} less", "in the same time"),
        )
    return _Expense(
        of=lambda plan: plan.choice.flops,
        said=format_flops,
        verb="takes",
        all_same="they take the same compute",
        trade=("with {}", "with {}", "with the same compute"),
        ratio=True,
    )


def _trade(best: Compared, other: Compared) -> str:
    """Return what the better of two plans takes against the other: "for $1,200 more"."""
    expense = _expense((best, other))
    more, less, same = expense.trade
    if expense.same(best, other):
        return same
    form = more if expense.of(best) > expense.of(other) else less
    return form.format(expense.difference(best, other))


def _cheapest(equals: Sequence[Compared]) -> str:
    """Return which of plans that are as good as each other takes the least."""
    expense = _expense(equals)
    cheapest = expense.cheapest(equals)
    if len(cheapest) == len(equals):
        return expense.all_same
    if len(cheapest) > 1:
        return f"{_listed(cheapest)} {expense.verb.removesuffix('s')} least"
    if len(equals) > 2:
        return f"{_said(cheapest[0])} {expense.verb} least"
    other = next(plan for plan in equals if plan is not cheapest[0])
    less = "" if expense.ratio else " less"
    return f"{_said(cheapest[0])} {expense.verb} {expense.difference(cheapest[0], other)}{less}"


def said_name(name: str) -> str:
    """Return a pin's name as a sentence says it: letters as they are, other names in quotation marks and shortened."""
    if name == THIS:
        return "this plan"
    if len(name) == 1 and name.isalpha() and name.isupper():
        return name
    words = "".join(character if character.isprintable() else " " for character in name)
    words = words if len(words) <= LONGEST_IN_SENTENCE else f"{words[: LONGEST_IN_SENTENCE - 1]}…"
    return f"“{words}”"


def _said(plan: Compared) -> str:
    return said_name(plan.name)


def _listed(plans: Sequence[Compared]) -> str:
    names = [_said(plan) for plan in plans]
    if len(names) > MOST_NAMED + 1:
        names = [*names[:MOST_NAMED], f"{len(names) - MOST_NAMED} more"]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
