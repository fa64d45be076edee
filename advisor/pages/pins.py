"""The pins on the Budget page: what each pinned plan's own choice would reach with other budgets, and where it stands.

A pin's line is of its recommended method, student, teacher and text, so that its point lies on it.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec
import numpy as np

from advisor.baseline import train_directly
from advisor.compare.compared import encoded, outcome_of, solve_pinned
from advisor.evidence import PIN, Curve, FloatArray, Mark
from advisor.language import translate
from advisor.methods import finite, own_method
from advisor.plan import MOST_PINS, Plan
from advisor.quantities import format_loss
from advisor.solution import Solution

LONGEST_LABEL = 18


def pin_curves(solution: Solution, x: FloatArray) -> tuple[Curve, ...]:
    """Return one dashed line for each pin that has an answer, over the budgets ``x`` in FLOPs."""
    budgets = x.tobytes()
    lines = ((i, pin.name, _line(encoded(pin.plan), budgets)) for i, pin in enumerate(solution.plan.pins))
    return tuple(
        Curve(_key(i), _label(name), x, line, dashed=True, short_label=_label(name))
        for i, name, line in lines
        if line is not None
    )


def pin_marks(solution: Solution) -> tuple[Mark, ...]:
    """Return one point for each pin that has an answer: its budget, and the loss of its choice."""
    marks = []
    for i, pin in enumerate(solution.plan.pins):
        solved = solve_pinned(pin.plan)
        if isinstance(solved, Solution):
            loss = outcome_of(solved).loss
            text = translate("Budget page", "{pin}: {loss}", "a point on the chart")
            label = text.format(pin=_label(pin.name), loss=format_loss(loss))
            marks.append(Mark("other", solved.budget.compute_flops, loss, label, key=_key(i)))
    return tuple(marks)


def _key(index: int) -> str:
    return f"{PIN}{index}"


def _label(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= LONGEST_LABEL else f"{words[: LONGEST_LABEL - 1]}…"


@lru_cache(maxsize=4 * MOST_PINS)
def _line(plan: bytes, budgets: bytes) -> FloatArray | None:
    """Return the losses of a plan's choice at every budget; remembered, for both stay while another plan is edited."""
    solved = solve_pinned(msgspec.json.decode(plan, type=Plan))
    if not isinstance(solved, Solution):
        return None
    size, compute = solved.plan.student.parameters, np.frombuffer(budgets)
    if solved.method == "distill":
        losses = finite(own_method(solved, size, compute).loss)
    else:
        losses = finite(train_directly(size, compute, solved.world).loss)
    losses.flags.writeable = False
    return losses
