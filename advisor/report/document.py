"""The report on a plan: two pages for the meeting and an appendix for whoever checks them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from advisor import __version__
from advisor.check.page import check_page
from advisor.compare.page import compare_page
from advisor.errors import Cancelled
from advisor.headline import headline
from advisor.language import current, translate
from advisor.matters.page import matters_page
from advisor.pages.budget import budget_page
from advisor.pages.student import student_page
from advisor.pages.teacher import teacher_page
from advisor.plan import Plan
from advisor.recommend import recommendation_of
from advisor.recommendation import Warning
from advisor.report.answer_section import answer_section
from advisor.report.appendix import appendix_sections
from advisor.report.blocks import Report
from advisor.report.evidence_section import evidence_section
from advisor.report.plain_text import PROGRAM
from advisor.schedule.page import schedule_page
from advisor.solution import Solution, solve_plan


@dataclass(frozen=True)
class ReportRequest:
    """A plan to report on, the day of the report, what its file had to be warned of, and whose answer it is.

    ``stale`` is empty, or the sentence that says that this is the last good plan and not the newest.
    """

    plan: Plan
    date: datetime.date
    file_warnings: tuple[Warning, ...] = ()
    stale: str = ""


def make_report(request: ReportRequest, should_stop: Callable[[], bool] | None = None) -> Report:
    """Solve a checked plan and return the report on it.

    Raises
    ------
    InputError
        Where the plan has no answer.
    Cancelled
        When ``should_stop`` returned True between two parts.
    """
    return report_of(solve_plan(request.plan), request, should_stop)


def report_of(solution: Solution, request: ReportRequest, should_stop: Callable[[], bool] | None = None) -> Report:
    """Return the report on a solved plan; all its numbers come from the pages that the window shows.

    Raises
    ------
    Cancelled
        When ``should_stop`` returned True between two parts.
    """
    recommendation = recommendation_of(solution, request.file_warnings)
    budget, schedule = budget_page(solution), schedule_page(solution)
    _stop_where_asked(should_stop)
    matters = matters_page(solution)
    _stop_where_asked(should_stop)
    teacher, student = teacher_page(solution), student_page(solution)
    compare = compare_page(solution)
    _stop_where_asked(should_stop)
    law, date = solution.world.coefficients, current().date_text(request.date)
    made = translate(
        "Report", "Made by {program} {version} on {date}, with the coefficient set “{law}” ({id})."
    ).format(program=PROGRAM, version=__version__, date=date, law=law.name, id=law.id)
    return Report(
        title=" ".join(solution.plan.name.split()) or translate("Report", "Untitled plan"),
        headline=headline(solution),
        date=date,
        version=__version__,
        law=law.name.partition(" (")[0],
        sections=(
            answer_section(solution, recommendation, budget, schedule, matters, request.stale),
            evidence_section(solution, recommendation, teacher, student, compare),
            *appendix_sections(solution, check_page(solution), compare, made),
        ),
        stale=request.stale,
    )


def _stop_where_asked(should_stop: Callable[[], bool] | None) -> None:
    if should_stop is not None and should_stop():
        raise Cancelled
