"""The answer as an Excel workbook: inputs, answer, scenarios, schedule, charts with their numbers, every quantity."""

from __future__ import annotations

import datetime
import io
import os

from ..atomic_file import write_atomically
from ..evidence import Advice, ChartPage
from ..recommendation import Warning
from .answer_sheets import answer_sheet, plan_sheet, scenario_sheet, schedule_sheet
from .chart_sheets import chart_sheet
from .check_sheets import check_sheet, matters_sheet
from .plain_text import version_line
from .sheets import Book

SUFFIX = ".xlsx"
CHART_PAGES = (("budget", "Budget"), ("teacher", "Teacher"), ("student", "Student"), ("map", "Map"))
"""Pages that are one chart, and what their sheets are called."""

PAGES = (*(name for name, _ in CHART_PAGES), "schedule", "matters", "check")
"""The pages of evidence that a workbook needs."""


def write_workbook(
    advice: Advice, path: str | os.PathLike[str], date: datetime.date, file_warnings: tuple[Warning, ...] = ()
) -> None:
    """Write the workbook of an answer; the old file stays whole until the new one is.

    Parameters
    ----------
    advice : Advice
        With the pages named in `PAGES`.
    path : path
        Where to.
    date : datetime.date
        When the plan was answered.
    file_warnings : tuple of Warning
        What reading the plan's file warned of.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    write_atomically(path, workbook_bytes(advice, date, file_warnings))


def workbook_bytes(advice: Advice, date: datetime.date, file_warnings: tuple[Warning, ...] = ()) -> bytes:
    """Return the workbook of an answer; the same bytes for the same answer and date."""
    file = io.BytesIO()
    book = Book(file, advice.plan.name, version_line(date), date)
    answer_sheet(book, advice, date, (*advice.answer.notes, *file_warnings))
    plan_sheet(book, advice)
    scenario_sheet(book, advice)
    schedule_sheet(book, advice)
    for name, title in CHART_PAGES:
        page = advice.pages[name]
        assert isinstance(page, ChartPage)
        chart_sheet(book, page, title)
    matters_sheet(book, advice)
    check_sheet(book, advice)
    book.close()
    return file.getvalue()
