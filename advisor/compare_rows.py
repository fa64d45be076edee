"""The rows of the Compare page: one quantity each, how a plan says it, how it differs from this plan, and who is best.

Rows come in four groups: what is reached, what it takes, how it is done, and what was given.
"""

from __future__ import annotations

from collections.abc import Callable

from .compare_cells import NOTHING, CompareCell, CompareRow, loss_difference
from .compare_inputs import given_rows
from .compare_quantities import cost_rows, student_tokens_row
from .compared import Compared, told_apart
from .names import teacher_name
from .quantities import format_loss, format_parameters, format_range, format_share, format_tokens


def compare_rows(plans: tuple[Compared, ...]) -> tuple[CompareRow, ...]:
    """Return every row for the plans side by side, this plan first."""
    reached = (_choice(plans), _loss(plans), _range(plans), _probability(plans))
    how = (_teacher(plans), student_tokens_row(plans))
    return (*reached, *cost_rows(plans), *how, *given_rows(plans))


# What is reached


def _cells(
    plans: tuple[Compared, ...], cell: Callable[[Compared], CompareCell], nothing: str = NOTHING
) -> tuple[CompareCell, ...]:
    return tuple(CompareCell(nothing) if plan.outcome is None else cell(plan) for plan in plans)


def _choice(plans: tuple[Compared, ...]) -> CompareRow:
    def cell(plan: Compared) -> CompareCell:
        if plan.answer.method == "tie":
            return CompareCell("Train directly", "too close to call")
        return CompareCell("Distil" if plan.answer.method == "distill" else "Train directly")

    tip = "What the plan's answer recommends; everything below is for that choice"
    return CompareRow("Choice", "reached", "", tip, _cells(plans, cell, "No answer"))


def _loss(plans: tuple[Compared, ...]) -> CompareRow:
    this = plans[0]
    best = clearly_best(plans)

    def cell(plan: Compared) -> CompareCell:
        note = "" if plan is this else _loss_note(plan, this)
        return CompareCell(format_loss(plan.choice.loss), note, plan.choice.loss, plan is best)

    tip = "Expected cross-entropy of the student on text like the study's; lower is better"
    return CompareRow("Expected loss", "reached", "nats per token", tip, _cells(plans, cell))


def clearly_best(plans: tuple[Compared, ...]) -> Compared | None:
    """Return the plan whose loss is lower than every other's by more than the law's error; None where none is so."""
    answered = [plan for plan in plans if plan.outcome is not None]
    if len(answered) < 2 or any(plan.law != answered[0].law for plan in answered):
        return None
    first, *others = sorted(answered, key=lambda plan: plan.choice.loss)
    return first if all(told_apart(first, other) for other in others) else None


def _loss_note(plan: Compared, this: Compared) -> str:
    if plan.law != this.law:
        return "not comparable: another law"
    if format_loss(plan.choice.loss) == format_loss(this.choice.loss):
        return ""
    better = plan.choice.loss < this.choice.loss
    words = f"{loss_difference(plan.choice.loss, this.choice.loss)} {'better' if better else 'worse'}"
    return words if told_apart(plan, this) else f"{words}, within the error"


def _range(plans: tuple[Compared, ...]) -> CompareRow:
    def cell(plan: Compared) -> CompareCell:
        return CompareCell(format_range(*plan.choice.interval, format_loss))

    tip = "Where nine of ten such trainings end, by the law's error"
    return CompareRow("90 % range", "reached", "nats per token", tip, _cells(plans, cell))


def _probability(plans: tuple[Compared, ...]) -> CompareRow:
    def cell(plan: Compared) -> CompareCell:
        p = plan.answer.probability
        text = "over 99 %" if p > 0.99 else "under 1 %" if p < 0.01 else format_share(p, 2)
        return CompareCell(f"{text} likely", value=p)

    tip = "How likely distilling beats training directly within the plan, by the law's error"
    return CompareRow("Distilling better", "reached", "probability", tip, _cells(plans, cell))


def _teacher(plans: tuple[Compared, ...]) -> CompareRow:
    def cell(plan: Compared) -> CompareCell:
        if not plan.choice.distilled:
            return CompareCell("None")
        teacher = plan.answer.distillation.teacher
        tokens = "" if teacher.training_tokens is None else f"on {format_tokens(teacher.training_tokens)} tokens"
        size = f"{format_parameters(teacher.parameters)} " if teacher.name is not None else ""
        return CompareCell(teacher_name(teacher), f"{size}{tokens}".strip(), teacher.parameters)

    tip = "The teacher of the recommended choice, its parameters without embeddings, and what it was trained on"
    return CompareRow("Teacher", "how", "parameters", tip, _cells(plans, cell))
