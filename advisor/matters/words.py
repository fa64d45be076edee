"""What the page on what matters says: where along an input the choice changes, to what, and all of it in a sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from advisor.language import translate
from advisor.names import capital
from advisor.solution import Solution
from advisor.spoken import count_in_words

from .sensitivity import DISTIL_DECISION, SUPERVISED_DECISION, TIE_DECISION, Sensitivity, Swing
from .uncertain import LAW, PLAN
from .uncertain_inputs import short_name

MOST_NAMED = 2


def destination(solution: Solution, decision: int) -> str:
    """Return what a decision is called: "train directly", "too close to call", "distil from the 3B"."""
    if decision == SUPERVISED_DECISION:
        return translate("What matters page", "train directly")
    if decision == TIE_DECISION:
        return translate("What matters page", "too close to call")
    if not solution.candidates:
        return translate("What matters page", "distil")
    name = short_name(solution.plan.teacher.candidates[decision - DISTIL_DECISION].name)
    return translate("What matters page", "distil from the {teacher}").format(teacher=name)


def stretch_words(swing: Swing, low: float, high: float) -> str:
    """Return a part of an input's range in words: "under 21 %", "over 40 days", "3B to 5B"; all of it: its ends."""
    source = swing.source
    first, last = low <= float(swing.values[0]), high >= float(swing.values[-1])
    # Of whole numbers the boundary itself is never one: under 6.6 is under 7, over 6.6 is over 6.
    below, above = (math.ceil(high), math.floor(low)) if source.whole else (high, low)
    if first and not last:
        return translate("What matters page", "under {value}").format(value=_boundary(swing, below))
    if last and not first:
        return translate("What matters page", "over {value}").format(value=_boundary(swing, above))
    start = source.write(low) if first else _boundary(swing, above)
    end = source.write(high) if last else _boundary(swing, below)
    return translate("What matters page", "{low} to {high}", "part of an input's range").format(low=start, high=end)


def _boundary(swing: Swing, value: float) -> str:
    """Return a value in words, more finely where it would read like an end of the range or like the plan's value."""
    source = swing.source
    usual = source.write(value)
    taken = {source.write(known) for known in (source.low, source.planned, source.high)}
    return source.write_finely(value) if usual in taken else usual


@dataclass(frozen=True)
class _Change:
    """An input that changes the choice: where, how near the plan (as a share of its range), and to which decisions."""

    words: str
    distance: float
    decisions: frozenset[int]


def matters_sentence(solution: Solution, found: Sensitivity) -> str:
    """Return what, taken alone, would change the choice: at most two inputs by name, and how many coefficients."""
    own = int(found.planned.decision[0])
    inputs = _changes(found, PLAN, own)
    coefficients = _changes(found, LAW, own)
    effect = _effect(own, [*inputs, *coefficients])
    if not inputs and not coefficients:
        return translate("What matters page", "Nothing here, taken alone, would {effect}.").format(effect=effect)
    number = len(coefficients)
    counted = {"count": count_in_words(number), "effect": effect}
    if not inputs:
        if number <= MOST_NAMED:
            text = translate("What matters page", "Of all this only the law's {coefficients} would {effect}.")
            return text.format(coefficients=_either(coefficients), effect=effect)
        return translate(
            "What matters page",
            "No input would {effect}; {count} of the law's coefficients, each taken alone, would.",
            "",
            number,
        ).format(**counted)
    named, more = inputs[:MOST_NAMED], len(inputs) - MOST_NAMED
    if more > 0:
        return _many_sentence(named, more, effect)
    if not coefficients:
        text = translate("What matters page", "Only {inputs} would {effect}.")
        return text.format(inputs=_either(named), effect=effect)
    text = translate(
        "What matters page",
        "Of the inputs only {inputs} would {effect}; so would one of the law's coefficients, taken alone.",
    )
    if number > 1:
        text = translate(
            "What matters page",
            "Of the inputs only {inputs} would {effect}; so would {count} of the law's coefficients, each taken alone.",
            "",
            number,
        )
    return text.format(inputs=_either(named), **counted)


def _many_sentence(named: Sequence[_Change], more: int, effect: str) -> str:
    """Return the sentence on the two nearest inputs and the ``more`` others that change the choice."""
    first, second = (change.words for change in named)
    if more == 1:
        text = translate("What matters page", "{first}, {second}, or one other input here, would {effect}.")
        return capital(text.format(first=first, second=second, effect=effect))
    text = translate(
        "What matters page", "{first}, {second}, or any of {count} other inputs here, would {effect}.", "", more
    )
    return capital(text.format(first=first, second=second, count=count_in_words(more), effect=effect))


def _changes(found: Sensitivity, group: str, own: int) -> list[_Change]:
    """Return the inputs of a group that change the choice, the one nearest to doing so first."""
    changes = [_change(s, own) for s in found.swings if s.source.group == group and s.flips]
    return sorted(changes, key=lambda change: change.distance)


def _change(swing: Swing, own: int) -> _Change:
    """Return where one input changes the choice: its parts with another decision, neighbours joined."""
    source = swing.source
    parts: list[tuple[float, float]] = []
    others = [stretch for stretch in swing.stretches if stretch.decision != own]
    for stretch in others:
        if parts and parts[-1][1] == stretch.low:
            parts[-1] = (parts[-1][0], stretch.high)
        else:
            parts.append((stretch.low, stretch.high))
    where = _any_of([stretch_words(swing, low, high) for low, high in parts])
    distance = min(max(low - source.planned, source.planned - high, 0.0) for low, high in parts)
    return _Change(
        words=translate("What matters page", "{input} {range}", "as in: utilisation under 21 %").format(
            input=source.phrase, range=where
        ),
        distance=distance / (source.high - source.low),
        decisions=frozenset(stretch.decision for stretch in others),
    )


def _either(changes: Sequence[_Change]) -> str:
    return _any_of([change.words for change in changes])


def _any_of(texts: Sequence[str]) -> str:
    """Return texts joined as alternatives."""
    either = translate("What matters page", "{first} or {second}")
    return reduce(lambda first, second: either.format(first=first, second=second), texts)


def _effect(own: int, changes: Sequence[_Change]) -> str:
    """Return what the changes do: change a choice that was made, or settle one that was not."""
    if own != TIE_DECISION:
        return translate("What matters page", "change the choice", "stands for {effect} after: would")
    reached = frozenset[int]().union(*(change.decisions for change in changes))
    if reached and min(reached) >= DISTIL_DECISION:
        return translate("What matters page", "make distilling clearly better", "stands for {effect} after: would")
    if reached == {SUPERVISED_DECISION}:
        return translate(
            "What matters page", "make training directly clearly better", "stands for {effect} after: would"
        )
    return translate("What matters page", "settle it", "stands for {effect} after: would")
