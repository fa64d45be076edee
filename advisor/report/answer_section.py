"""The first page of a report: the answer for the meeting, what it takes, and what would change it."""

from __future__ import annotations

from dataclasses import replace

from advisor.answer import answer_of
from advisor.drag_note import drag_note
from advisor.evidence import ChartPage
from advisor.language import translate
from advisor.matters.page import Bar, MattersPage
from advisor.matters.uncertain import PLAN
from advisor.names import capital
from advisor.notes import INFORMATION_CODES
from advisor.quantities import format_loss, format_range
from advisor.recommendation import Recommendation, Warning
from advisor.report.blocks import AnswerBlock, Block, ChartBlock, Column, Row, Section, Table, Words
from advisor.schedule.page import Row as ScheduleRow
from advisor.schedule.page import SchedulePage
from advisor.solution import Solution
from advisor.spoken import count_in_words

MOST_INPUTS = 3
MOST_CHANGES = 2
"""Changes of one input that are told; those nearest to the plan come first."""


def printed(page: ChartPage) -> ChartPage:
    """Return a page's chart without what only a window can do."""
    on_screen_only = drag_note()
    return replace(page, footer=tuple(note for note in page.footer if note != on_screen_only))


def by_weight(warnings: tuple[Warning, ...]) -> tuple[Warning, ...]:
    """Return warnings with those first that lessen the answer, in their own order otherwise."""
    return tuple(sorted(warnings, key=lambda warning: warning.code in INFORMATION_CODES))


def answer_section(
    solution: Solution,
    recommendation: Recommendation,
    chart: ChartPage,
    schedule: SchedulePage,
    matters: MattersPage,
    stale: str,
) -> Section:
    """Return headline, numbers and ranges, the Budget chart, the schedule, and what would change the choice."""
    answer = answer_of(solution, recommendation.warnings)
    first: tuple[Block, ...] = (Words(stale, "body_strong"),) if stale else ()
    blocks: tuple[Block, ...] = (
        *first,
        AnswerBlock(answer),
        ChartBlock(printed(chart), 170, 320),
        Words(schedule.question, "caption", muted=True),
        Words(schedule.sentence, "section"),
        schedule_table(schedule),
        Words(matters.question, "caption", muted=True),
        Words(matters.sentence, "section"),
        _matters_table(matters),
        *_mind(recommendation.warnings),
    )
    return Section("answer", "", blocks, new_page=True, running_title=translate("Report", "The answer"))


def schedule_table(page: SchedulePage) -> Table:
    """Return the phases with what each takes, and their sum."""
    columns = (
        Column(translate("Report", "Phase"), 2.6),
        *(Column(column.heading, 1.0, right=True) for column in page.columns),
    )
    rows = tuple(_phase(row, strong=False) for row in page.rows)
    return Table(columns, (*rows, _phase(page.total, strong=True)), note=_absent(page))


def _absent(page: SchedulePage) -> str:
    """Return which phases take nothing, and why."""
    absent: dict[str, list[str]] = {}
    for row in page.rows:
        if row.reason:
            absent.setdefault(row.cause, []).append(row.key)
    return ". ".join(f"{_nothing(keys)}: {why}" for why, keys in absent.items())


def _nothing(keys: list[str]) -> str:
    if len(keys) > 1:
        return translate("Report", "No teacher training and no teacher outputs")
    if keys == ["teacher_training"]:
        return translate("Report", "No teacher training")
    return translate("Report", "No teacher outputs")


def _phase(row: ScheduleRow, strong: bool) -> Row:
    return Row(
        (row.label, *row.cells), strong=strong, key="" if strong or row.reason else row.key, muted=bool(row.reason)
    )


def _matters_table(page: MattersPage) -> Table:
    """Return the inputs that change the choice, else those that move the answer most."""
    bars = page.group(PLAN)
    chosen = [bar for bar in bars if bar.changes] or list(bars)
    rows = tuple(Row((bar.label, bar.tried, _effect(bar))) for bar in chosen[:MOST_INPUTS])
    columns = (
        Column(translate("Report", "Input, moved alone"), 1.35),
        Column(translate("Report", "Tried"), 1.8),
        Column(translate("Report", "Does the choice change?"), 2.0),
    )
    return Table(columns, rows)


def _effect(bar: Bar) -> str:
    if bar.changes:
        more = len(bar.changes) - MOST_CHANGES
        rest = () if more <= 0 else (translate("Report", "%n more change(s) further away", "", more),)
        return capital("; ".join((*bar.changes[:MOST_CHANGES], *rest)))
    low, high = bar.least.gain, bar.most.gain
    if low < 0 < high:
        text = translate("Report", "No: distilling is {worse} worse to {better} better")
        return text.format(worse=format_loss(-low), better=format_loss(high))
    least, most = sorted((abs(low), abs(high)))
    if high <= 0:
        text = translate("Report", "No: distilling is {range} worse")
    else:
        text = translate("Report", "No: distilling is {range} better")
    return text.format(range=format_range(least, most, format_loss))


def _mind(warnings: tuple[Warning, ...]) -> tuple[Words, ...]:
    """Return the most consequential warning, and how many more the next page has."""
    if not warnings:
        return ()
    first, *others = by_weight(warnings)
    told = [translate("Report", "Mind: {warning}.").format(warning=first.message)]
    if len(others) == 1:
        told.append(translate("Report", "One more note is on page 2."))
    elif others:
        text = translate("Report", "{count} more notes are on page 2.", "", len(others))
        told.append(text.format(count=capital(count_in_words(len(others)))))
    return (Words(" ".join(told), "caption", muted=True),)
