"""The rows of the Compare page: one quantity each, how a plan says it, how it differs from this plan, and who is best.

Rows come in four groups: what is reached, what it takes, how it is done, and what was given.
"""

from __future__ import annotations

from collections.abc import Callable

from advisor.language import translate
from advisor.names import teacher_name
from advisor.quantities import format_loss, format_parameters, format_range, format_share, format_tokens

from .cells import NOTHING, CompareCell, CompareRow, loss_difference
from .compared import Compared, told_apart
from .inputs import given_rows
from .quantities import cost_rows, student_tokens_row

SUREST = 0.99
"""Probabilities beyond this are told as over or under it, never as certain."""


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
            return CompareCell(
                translate("Compare page", "Train directly"), translate("Compare page", "too close to call")
            )
        if plan.answer.method == "distill":
            return CompareCell(translate("Compare page", "Distil"))
        return CompareCell(translate("Compare page", "Train directly"))

    tip = translate("Compare page", "What the plan's answer recommends; everything below is for that choice")
    cells = _cells(plans, cell, translate("Compare page", "No answer"))
    return CompareRow(translate("Compare page", "Choice"), "reached", "", tip, cells, "choice")


def _loss(plans: tuple[Compared, ...]) -> CompareRow:
    this = plans[0]
    best = clearly_best(plans)

    def cell(plan: Compared) -> CompareCell:
        note = "" if plan is this else _loss_note(plan, this)
        return CompareCell(format_loss(plan.choice.loss), note, plan.choice.loss, plan is best)

    tip = translate("Compare page", "Expected cross-entropy of the student on text like the study's; lower is better")
    unit = translate("Compare page", "nats per token", "a unit")
    return CompareRow(translate("Compare page", "Expected loss"), "reached", unit, tip, _cells(plans, cell), "loss")


def clearly_best(plans: tuple[Compared, ...]) -> Compared | None:
    """Return the plan whose loss is lower than every other's by more than the law's error; None where none is so."""
    answered = [plan for plan in plans if plan.outcome is not None]
    if len(answered) < 2 or any(plan.law != answered[0].law for plan in answered):
        return None
    first, *others = sorted(answered, key=lambda plan: plan.choice.loss)
    return first if all(told_apart(first, other) for other in others) else None


def _loss_note(plan: Compared, this: Compared) -> str:
    if plan.law != this.law:
        return translate("Compare page", "not comparable: another law")
    if format_loss(plan.choice.loss) == format_loss(this.choice.loss):
        return ""
    better, clear = plan.choice.loss < this.choice.loss, told_apart(plan, this)
    if better and clear:
        words = translate("Compare page", "{difference} better")
    elif better:
        words = translate("Compare page", "{difference} better, within the error")
    elif clear:
        words = translate("Compare page", "{difference} worse")
    else:
        words = translate("Compare page", "{difference} worse, within the error")
    return words.format(difference=loss_difference(plan.choice.loss, this.choice.loss))


def _range(plans: tuple[Compared, ...]) -> CompareRow:
    def cell(plan: Compared) -> CompareCell:
        return CompareCell(format_range(*plan.choice.interval, format_loss))

    tip = translate("Compare page", "Where nine of ten such trainings end, by the law's error")
    unit = translate("Compare page", "nats per token", "a unit")
    return CompareRow(translate("Compare page", "90 % range"), "reached", unit, tip, _cells(plans, cell), "range")


def _probability(plans: tuple[Compared, ...]) -> CompareRow:
    def cell(plan: Compared) -> CompareCell:
        p = plan.answer.probability
        if p > SUREST:
            text = translate("Compare page", "over {share} likely").format(share=format_share(SUREST))
        elif p < 1 - SUREST:
            text = translate("Compare page", "under {share} likely").format(share=format_share(1 - SUREST))
        else:
            text = translate("Compare page", "{share} likely").format(share=format_share(p, 2))
        return CompareCell(text, value=p)

    tip = translate("Compare page", "How likely distilling beats training directly within the plan, by the law's error")
    unit = translate("Compare page", "probability", "a unit")
    label = translate("Compare page", "Distilling better")
    return CompareRow(label, "reached", unit, tip, _cells(plans, cell), "probability")


def _teacher(plans: tuple[Compared, ...]) -> CompareRow:
    def cell(plan: Compared) -> CompareCell:
        if not plan.choice.distilled:
            return CompareCell(translate("Compare page", "None", "no teacher"))
        teacher = plan.answer.distillation.teacher
        size = format_parameters(teacher.parameters) if teacher.name is not None else ""
        if teacher.training_tokens is None:
            note = size
        else:
            note = (
                translate("Compare page", "{size} on {tokens} tokens")
                if size
                else translate("Compare page", "on {tokens} tokens")
            ).format(size=size, tokens=format_tokens(teacher.training_tokens))
        return CompareCell(teacher_name(teacher), note, teacher.parameters)

    tip = translate(
        "Compare page",
        "The teacher of the recommended choice, its parameters without embeddings, and what it was trained on",
    )
    unit = translate("Compare page", "parameters", "a unit")
    return CompareRow(translate("Compare page", "Teacher"), "how", unit, tip, _cells(plans, cell), "teacher")
