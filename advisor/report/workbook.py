"""The answer as an Excel workbook: inputs, answer, scenarios, schedule, charts with their numbers, every quantity."""

from __future__ import annotations

import datetime
import io
import os

from ..atomic_file import write_atomically
from ..evidence import Advice, ChartPage
from ..language import translate
from ..plan import Plan
from ..recommendation import Warning
from .answer_sheets import answer_sheet, plan_sheet
from .chart_sheets import chart_sheet
from .check_sheets import check_sheet, matters_sheet
from .compare_sheet import compare_sheet
from .plain_text import version_line
from .sheets import Book
from .way_sheets import scenario_sheet, schedule_sheet

SUFFIX = ".xlsx"
PAGES = ("budget", "teacher", "student", "map", "schedule", "matters", "check")
"""The pages of evidence that every workbook needs."""


def pages_for(plan: Plan) -> tuple[str, ...]:
    """Return the pages of evidence that a plan's workbook needs: with pins, their comparison too."""
    return (*PAGES, "compare") if plan.pins else PAGES


def _chart_pages() -> tuple[tuple[str, str], ...]:
    """Return the pages that are one chart, and what their sheets are called."""
    return (
        ("budget", translate("Workbook", "Budget", "name of a sheet")),
        ("teacher", translate("Workbook", "Teacher", "name of a sheet")),
        ("student", translate("Workbook", "Student", "name of a sheet")),
        ("map", translate("Workbook", "Map", "name of a sheet")),
    )


def write_workbook(
    advice: Advice,
    path: str | os.PathLike[str],
    date: datetime.date,
    file_warnings: tuple[Warning, ...] = (),
    stale: str = "",
) -> None:
    """Write the workbook of an answer; the old file stays whole until the new one is.

    Parameters
    ----------
    advice : Advice
        With the pages that `pages_for` names.
    path : path
        Where to.
    date : datetime.date
        When the plan was answered.
    file_warnings : tuple of Warning
        What reading the plan's file warned of.
    stale : str
        Empty, or the sentence that says that this is the last good answer and not the newest plan's.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    write_atomically(path, workbook_bytes(advice, date, file_warnings, stale))


def workbook_bytes(
    advice: Advice, date: datetime.date, file_warnings: tuple[Warning, ...] = (), stale: str = ""
) -> bytes:
    """Return the workbook of an answer; the same bytes for the same answer and date."""
    file = io.BytesIO()
    remark = translate("Workbook", "Last good answer") if stale else ""
    book = Book(file, advice.plan.name, version_line(date), date, remark)
    answer_sheet(book, advice, date, (*advice.answer.notes, *file_warnings), stale)
    plan_sheet(book, advice)
    scenario_sheet(book, advice)
    schedule_sheet(book, advice)
    if advice.plan.pins:
        compare_sheet(book, advice)
    for name, title in _chart_pages():
        page = advice.pages[name]
        assert isinstance(page, ChartPage)
        chart_sheet(book, page, title)
    matters_sheet(book, advice)
    check_sheet(book, advice)
    book.close()
    return file.getvalue()
