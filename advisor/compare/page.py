"""The Compare page: this plan and its pins side by side, who is best in what, and one sentence on the choice."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from advisor.evidence import Page
from advisor.language import translate
from advisor.names import capital
from advisor.pins import next_name
from advisor.solution import Solution

from .cells import CompareRow
from .compared import Compared, compared_plans
from .quantities import same_currency
from .rows import compare_rows
from .sentence import compare_sentence, said_name

BEST_SIGN = "●"


@dataclass(frozen=True)
class CompareColumn:
    """One plan of the table. ``title`` is what the plan itself is called; ``problem`` why it has no answer, or ""."""

    name: str
    title: str
    problem: str = ""


@dataclass(frozen=True)
class ComparePage(Page):
    """Plans side by side: this plan in the first column, then the pins in their order.

    ``notes`` stand below the table. ``next_name`` is what the next pin will be called, None where there is no room.
    """

    columns: tuple[CompareColumn, ...]
    rows: tuple[CompareRow, ...]
    notes: tuple[str, ...]
    next_name: str | None


def compare_page(solution: Solution) -> ComparePage:
    """Return this plan beside its pins; a pin without an answer says why."""
    plans = compared_plans(solution)
    return ComparePage(
        name="compare",
        question=translate("Compare page", "Which plan is better, and what does it take?"),
        sentence=compare_sentence(plans),
        columns=tuple(CompareColumn(plan.name, plan.plan.name, plan.problem) for plan in plans),
        rows=compare_rows(plans),
        notes=_notes(plans),
        next_name=next_name(solution.plan),
    )


def _notes(plans: tuple[Compared, ...]) -> tuple[str, ...]:
    this, *pins = plans
    if not pins:
        return (
            translate("Compare page", "A pin is a copy: it stays as it is while this plan changes"),
            translate("Compare page", "Pins are saved with the plan, and their lines stand on the Budget page too"),
        )
    differences = translate(
        "Compare page",
        "Differences are against this plan; {sign} marks the best of a row where one is clearly ahead",
    )
    notes = [differences.format(sign=BEST_SIGN)]
    for pin in pins:
        texts = []
        if pin.problem:
            texts.append(translate("Compare page", "{pin} has no answer: {problem}"))
        elif pin.law != this.law:
            texts.append(
                translate("Compare page", "{pin} rests on another law, so its loss does not compare with this plan's")
            )
        elif pin.plan.architecture.vocabulary != this.plan.architecture.vocabulary:
            texts.append(
                translate(
                    "Compare page",
                    "{pin} has another vocabulary: losses per token compare only if the tokens are alike",
                )
            )
        if not same_currency(pin.plan, this.plan):
            texts.append(translate("Compare page", "{pin} counts in another currency"))
        notes += [capital(text.format(pin=said_name(pin.name), problem=pin.problem)) for text in texts]
    return tuple(notes)


def tab_separated(page: ComparePage) -> str:
    """Return the table as it reads, for other programs to paste: tabs between cells, notes in brackets."""
    lines = [["", *(column.name for column in page.columns)]]
    for row in page.rows:
        texts = (f"{cell.text} ({cell.note})" if cell.note else cell.text for cell in row.cells)
        lines.append([row.label, *texts])
    return "\n".join("\t".join(" ".join(text.split()) for text in line) for line in lines) + "\n"


def comma_separated(page: ComparePage) -> str:
    """Return the table as numbers with their units, texts where a quantity is none, for spreadsheets."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    heads = translate("Compare page", "Quantity"), translate("Compare page", "Unit")
    writer.writerow([*heads, *(column.name for column in page.columns)])
    for row in page.rows:
        values = (cell.text if cell.value is None else repr(cell.value) for cell in row.cells)
        writer.writerow([row.label, row.unit, *values])
    return output.getvalue()
