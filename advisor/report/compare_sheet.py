"""The sheet that sets a plan beside its pins: every quantity as a number, then in words how each pin differs."""

from __future__ import annotations

from advisor.compare.cells import CompareCell, CompareRow
from advisor.compare.page import ComparePage

from ..evidence import Advice
from ..language import translate
from ..scenarios import coefficient_set
from ..uncertainty import loss_interval
from .sheets import Book, Cell, Kind, Label, Number, Sheet

LABEL_WIDTH, UNIT_WIDTH, PLAN_WIDTH = 30.0, 20.0, 32.0
MOST_ON_PAPER = 6
"""Plans that fit the width of a printed page; more of them go on over further pages."""

KINDS: dict[str, Kind] = {
    "loss": "loss",
    "probability": "chance",
    "cost": "money",
    "time": "hours",
    "compute": "flops",
    "lifetime": "flops",
    "energy": "energy",
    "carbon": "energy",
    "teacher": "count",
    "student_tokens": "count",
    "student_size": "count",
}
"""How the number of each quantity of the Compare page is shown; what is not here is told in words."""


def compare_sheet(book: Book, advice: Advice) -> None:
    """Write this plan and its pins side by side; the best of a row is in bold where one is clearly ahead."""
    page = advice.pages["compare"]
    assert isinstance(page, ComparePage)
    name = translate("Workbook", "Compare", "name of a sheet")
    plans = len(page.columns)
    sheet = book.sheet(name, (LABEL_WIDTH, UNIT_WIDTH, *[PLAN_WIDTH] * plans))
    width = 2 + min(plans, MOST_ON_PAPER)
    sheet.words(page.question, "title", width)
    sheet.words(page.sentence, "sentence", width)
    sheet.skip()
    heads = (translate("Workbook", "Quantity"), translate("Workbook", "Unit"), *(one.name for one in page.columns))
    titles: tuple[Cell, ...] = ("", "", *(Label(one.title, "muted_right") for one in page.columns))
    errors = [coefficient_set(plan).relative_error for plan in (advice.plan, *(pin.plan for pin in advice.plan.pins))]
    rows: list[tuple[Cell, ...]] = [titles]
    for row in page.rows:
        rows += _rows(row, page.rows, errors)
    first = sheet.table(heads, rows)
    sheet.freeze(first, 2)
    sheet.skip()
    _differences(sheet, page)
    sheet.words(translate("Workbook", "What to know when comparing"), "section", width)
    bold = translate("Workbook", "Differences are against this plan; bold marks the best of a row where one is ahead.")
    for text in (bold, *(f"{note.rstrip('.')}." for note in page.notes[1:])):
        sheet.words(text, "body", width)
    if plans > MOST_ON_PAPER:
        sheet.worksheet.fit_to_pages(0, 1)
        sheet.worksheet.repeat_columns(0, 1)


def _rows(row: CompareRow, rows: tuple[CompareRow, ...], errors: list[float]) -> list[tuple[Cell, ...]]:
    """Return a row of the page as rows of the sheet; a range becomes its two ends, a teacher its name and size."""
    if row.key == "range":
        losses = next(other for other in rows if other.key == "loss")
        ends = [
            (None, None) if cell.value is None else loss_interval(cell.value, error)
            for cell, error in zip(losses.cells, errors, strict=True)
        ]
        names = (translate("Workbook", "Low end, 90 %"), translate("Workbook", "High end, 90 %"))
        return [(name, row.unit, *(Number(end[i], "loss") for end in ends)) for i, name in enumerate(names)]
    if row.key == "teacher":
        sizes = tuple(Number(cell.value, "count") for cell in row.cells)
        return [
            (row.label, "", *(_words(cell) for cell in row.cells)),
            (translate("Workbook", "Teacher size"), row.unit, *sizes),
        ]
    kind = KINDS.get(row.key)
    if kind is None:
        return [(row.label, row.unit, *(_words(cell) for cell in row.cells))]
    return [(row.label, row.unit, *(_number(cell, kind) for cell in row.cells))]


def _words(cell: CompareCell) -> Cell:
    return Label(cell.text, "strong_right" if cell.best else "right")


def _number(cell: CompareCell, kind: Kind) -> Cell:
    return _words(cell) if cell.value is None else Number(cell.value, kind, strong=cell.best)


def _differences(sheet: Sheet, page: ComparePage) -> None:
    """Write what the page says beside its numbers: how each pin differs, or what else there is to say."""
    told = [row for row in page.rows if any(cell.note for cell in row.cells)]
    if not told:
        return
    heads = (translate("Workbook", "Difference from this plan"), "", *(one.name for one in page.columns))
    rows: list[tuple[Cell, ...]] = [(row.label, "", *(Label(cell.note, "right") for cell in row.cells)) for row in told]
    sheet.table(heads, rows)
    sheet.skip()
