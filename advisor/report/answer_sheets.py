"""The first two sheets of a workbook: the answer, and the plan itself with every input."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from .. import __version__
from ..evidence import Advice, Figure
from ..language import translate
from ..recommendation import Warning
from ..scenarios import coefficient_set
from .plain_text import PAPER, PROGRAM
from .plan_inputs import plan_inputs
from .sheets import Book, Cell, Kind, Label, Number, Sheet

LOSS_UNIT = "nats per token"
_KINDS: dict[str, Kind] = {"parameters": "count", "tokens": "count", "FLOPs": "flops", "hours": "hours"}


def unit_name(unit: str) -> str:
    """Return what a unit of the answer's figures is called; a currency keeps its name."""
    return {
        "parameters": translate("Workbook", "parameters"),
        "tokens": translate("Workbook", "tokens"),
        "hours": translate("Workbook", "hours"),
        LOSS_UNIT: translate("Workbook", "nats per token"),
    }.get(unit, unit)


def _choices() -> dict[str, str]:
    """Return what each verdict is called."""
    return {
        "distill": translate("Workbook", "Distil"),
        "supervised": translate("Workbook", "Train directly"),
        "tie": translate("Workbook", "Too close to call"),
    }


def answer_sheet(book: Book, advice: Advice, date: datetime.date, notes: Sequence[Warning], stale: str = "") -> None:
    """Write headline, likelihood, the four numbers, both losses, warnings, and what it all rests on.

    ``stale`` says whose answer this is where it is not the newest plan's; it stands above everything else.
    """
    sheet = book.sheet(translate("Workbook", "Answer", "name of a sheet"), (48, 22, 38, 15, 15, 15, 18))
    width = len(sheet.widths)
    answer, result = advice.answer, advice.recommendation
    if stale:
        sheet.words(stale, "warning", width)
    sheet.words(advice.plan.name, "title", width)
    sheet.words(f"{answer.headline}.", "headline", width)
    sheet.freeze(sheet.row)
    sheet.words(answer.likelihood, "strong", width)
    sheet.words(answer.alternative, "body", width)
    sheet.skip()
    number, unit = translate("Workbook", "Number"), translate("Workbook", "Unit")
    heads: tuple[str, ...] = (
        translate("Workbook", "What matters"),
        translate("Workbook", "Answer"),
        translate("Workbook", "Range"),
        number,
        translate("Workbook", "Low end"),
        translate("Workbook", "High end"),
        unit,
    )
    sheet.table(heads, [_figure(figure) for figure in answer.figures])
    sheet.skip()
    low_end, high_end = translate("Workbook", "Low end, 90 %"), translate("Workbook", "High end, 90 %")
    heads = (translate("Workbook", "Expected loss"), "", "", translate("Workbook", "Loss"), low_end, high_end, unit)
    losses = [
        (
            Label(part.label, "strong"),
            "",
            "",
            Number(part.loss, "loss", strong=True),
            Number(part.low, "loss"),
            Number(part.high, "loss"),
            unit_name(LOSS_UNIT),
        )
        for part in answer.ranges
    ]
    sheet.table(heads, losses)
    caption = translate("Workbook", "Lower is better. Losses compare only on text like the study's.")
    sheet.words(caption, "muted", width)
    sheet.skip()
    verdict = result.verdict
    rows: list[tuple[Cell, ...]] = [
        (translate("Workbook", "Choice"), _choices()[verdict.method], "", "", "", "", ""),
        (translate("Workbook", "Chance that distilling is better"), "", "", Number(verdict.probability, "chance")),
        (
            translate("Workbook", "Loss of distilling minus training directly"),
            "",
            "",
            Number(verdict.loss_difference, "loss"),
            "",
            "",
            unit_name(LOSS_UNIT),
        ),
        _equivalent(verdict.compute_equivalent),
        (translate("Workbook", "Compute to spend"), "", "", Number(result.compute_flops, "flops"), "", "", "FLOPs"),
    ]
    sheet.table((translate("Workbook", "The choice"), "", "", number, "", "", unit), rows)
    sheet.skip()
    sheet.words(translate("Workbook", "What would change it"), "section")
    sheet.words(advice.pages["matters"].sentence, "body", width)
    sheet.skip()
    if notes:
        sheet.words(translate("Workbook", "Please note"), "section")
        for note in notes:
            sheet.words(note.message, "warning", width)
        sheet.skip()
    _basis(sheet, advice, date)


def _figure(figure: Figure) -> tuple[Cell, ...]:
    kind: Kind = _KINDS.get(figure.unit, "loss" if figure.unit == LOSS_UNIT else "money")
    numbers = (Number(value, kind) for value in (figure.number, figure.low, figure.high))
    return (figure.caption, Label(figure.value, "strong"), figure.note, *numbers, unit_name(figure.unit))


def _equivalent(equivalent: float | None) -> tuple[Cell, ...]:
    label = translate("Workbook", "Compute for direct training to be as good, against this plan's")
    if equivalent is None:
        no_budget = translate("Workbook", "No budget reaches this loss directly")
        return (label, translate("Workbook", "Out of reach"), no_budget)
    return (label, "", "", Number(equivalent, "times"), "", "", translate("Workbook", "times"))


def _basis(sheet: Sheet, advice: Advice, date: datetime.date) -> None:
    law = coefficient_set(advice.plan)
    sheet.words(translate("Workbook", "What this rests on"), "section")
    for label, value in (
        (translate("Workbook", "Law"), law.name),
        (translate("Workbook", "Source of its numbers"), law.source),
        (translate("Workbook", "Paper"), PAPER),
        (translate("Workbook", "Program"), f"{PROGRAM} {__version__}"),
        (translate("Workbook", "Date"), date),
    ):
        sheet.cells(sheet.row, 0, (Label(label, "muted"), value if isinstance(value, datetime.date) else ""))
        if isinstance(value, str):
            sheet.worksheet.write_string(sheet.row, 1, value)
        sheet.row += 1
    error = translate("Workbook", "Error of the law")
    sheet.cells(sheet.row, 0, (Label(error, "muted"), Number(law.relative_error, "share")))
    sheet.row += 1


def plan_sheet(book: Book, advice: Advice) -> None:
    """Write every input with its value, its unit, and whether it was typed, and the candidates."""
    sheet = book.sheet(translate("Workbook", "Plan", "name of a sheet"), (11, 28, 30, 18, 26, 10, 60, 30))
    plan = advice.plan
    sheet.words(plan.name, "title", 7)
    sheet.words(translate("Workbook", "Every input of the plan, by its name in the window."), "muted", 7)
    sheet.skip()
    heads = (
        translate("Workbook", "Group"),
        translate("Workbook", "Input"),
        translate("Workbook", "Value as said"),
        translate("Workbook", "Number"),
        translate("Workbook", "Unit"),
        translate("Workbook", "Origin"),
        translate("Workbook", "Where it comes from"),
        translate("Workbook", "Field in the file"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            item.group,
            Label(item.label, "strong" if item.origin == "typed" else "muted" if item.origin == "unused" else "body"),
            item.text,
            Number(item.value, "whole" if item.value is not None and item.value >= 1e4 else "exact"),
            item.unit if item.value is not None else "",
            Label(item.badge, "strong" if item.origin == "typed" else "muted"),
            item.source,
            Label(item.field, "muted"),
        )
        for item in plan_inputs(plan, advice.budget)
    ]
    sheet.freeze(sheet.table(heads, rows))
    if not plan.teacher.candidates:
        return
    sheet.skip()
    sheet.words(translate("Workbook", "Existing teachers"), "section")
    if not plan.teacher.exists:
        sheet.words(translate("Workbook", "Ignored, because the plan says that no teacher exists."), "muted", 7)
    columns = (
        "",
        translate("Workbook", "Name"),
        translate("Workbook", "Size, parameters"),
        translate("Workbook", "Trained on, tokens"),
        translate("Workbook", "Loss, nats per token"),
        "",
        translate("Workbook", "Vocabulary, entries"),
    )
    the_students = translate("Workbook", "The student's", "vocabulary")
    sheet.table(
        columns,
        [
            (
                "",
                Label(one.name, "strong"),
                Number(one.parameters, "count"),
                Number(one.training_tokens, "count"),
                Number(one.loss, "loss"),
                "",
                the_students if one.vocabulary is None else Number(one.vocabulary, "whole"),
            )
            for one in plan.teacher.candidates
        ],
    )
