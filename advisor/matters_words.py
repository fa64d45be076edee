"""What the page on what matters says: where along an input the choice changes, to what, and all of it in a sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .names import capital
from .sensitivity import DISTIL_DECISION, SUPERVISED_DECISION, TIE_DECISION, Sensitivity, Swing
from .solution import Solution
from .spoken import count_in_words
from .uncertain import LAW, PLAN
from .uncertain_inputs import short_name

MOST_NAMED = 2


def destination(solution: Solution, decision: int) -> str:
    """Return what a decision is called: "train directly", "too close to call", "distil from the 3B"."""
    if decision == SUPERVISED_DECISION:
        return "train directly"
    if decision == TIE_DECISION:
        return "too close to call"
    if not solution.candidates:
        return "distil"
    return f"distil from the {short_name(solution.plan.teacher.candidates[decision - DISTIL_DECISION].name)}"


def stretch_words(swing: Swing, low: float, high: float) -> str:
    """Return a part of an input's range in words: "under 21 %", "over 40 days", "3B to 5B"; all of it: its ends."""
    source = swing.source
    first, last = low <= float(swing.values[0]), high >= float(swing.values[-1])
    # Of whole numbers the boundary itself is never one: under 6.6 is under 7, over 6.6 is over 6.
    below, above = (math.ceil(high), math.floor(low)) if source.whole else (high, low)
    if first and not last:
        return f"under {_boundary(swing, below)}"
    if last and not first:
        return f"over {_boundary(swing, above)}"
    start = source.write(low) if first else _boundary(swing, above)
    return f"{start} to {source.write(high) if last else _boundary(swing, below)}"


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
    if not inputs and not coefficients:
        return f"Nothing here, taken alone, would {_verb(own, [])}."
    verb = _verb(own, [*inputs, *coefficients])
    if not inputs:
        if len(coefficients) <= MOST_NAMED:
            return f"Of all this only the law's {_either(coefficients)} would {verb}."
        return f"No input would {verb}; {_counted(coefficients)} would."
    named, more = inputs[:MOST_NAMED], len(inputs) - MOST_NAMED
    if more > 0:
        others = "one other input" if more == 1 else f"any of {count_in_words(more)} other inputs"
        listed = ", ".join(change.words for change in named)
        return f"{capital(listed)}, or {others} here, would {verb}."
    if not coefficients:
        return f"Only {_either(named)} would {verb}."
    return f"Of the inputs only {_either(named)} would {verb}; so would {_counted(coefficients).removesuffix(',')}."


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
    where = " or ".join(stretch_words(swing, low, high) for low, high in parts)
    distance = min(max(low - source.planned, source.planned - high, 0.0) for low, high in parts)
    return _Change(
        words=f"{source.phrase} {where}",
        distance=distance / (source.high - source.low),
        decisions=frozenset(stretch.decision for stretch in others),
    )


def _either(changes: Sequence[_Change]) -> str:
    return " or ".join(change.words for change in changes)


def _counted(changes: Sequence[_Change]) -> str:
    """Return how many of the law's coefficients change the choice."""
    alone = "taken alone" if len(changes) == 1 else "each taken alone"
    return f"{count_in_words(len(changes))} of the law's coefficients, {alone},"


def _verb(own: int, changes: Sequence[_Change]) -> str:
    """Return what the changes do: change a choice that was made, or settle one that was not."""
    if own != TIE_DECISION:
        return "change the choice"
    reached = frozenset[int]().union(*(change.decisions for change in changes))
    if reached and min(reached) >= DISTIL_DECISION:
        return "make distilling clearly better"
    if reached == {SUPERVISED_DECISION}:
        return "make training directly clearly better"
    return "settle it"
