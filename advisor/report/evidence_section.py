"""The second page of a report: the evidence, the alternatives to the answer, and every warning in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from advisor.candidate_ranks import rank_texts
from advisor.compare.cells import CompareRow
from advisor.compare.page import ComparePage
from advisor.evidence import SUPERVISED, THIS_PLAN, ChartPage
from advisor.language import translate
from advisor.names import scenario_labels, teacher_name
from advisor.notes import INFORMATION_CODES, Note
from advisor.plan import Candidate
from advisor.quantities import format_loss, format_parameters, format_tokens
from advisor.recommendation import CandidateResult, Recommendation, TeacherChoice
from advisor.report.answer_section import by_weight, printed
from advisor.report.blocks import Block, ChartBlock, Column, Notes, Row, Section, Table, Words
from advisor.scenarios import matching_scenario
from advisor.solution import Solution, candidate_loss

SHOWN_CANDIDATES, SHOWN_PINS = 4, 3
"""Rows on the second page; where there are more, the appendix has them."""

LISTED_CANDIDATES = 50
"""Rows of the appendix; a list that is longer is for a spreadsheet, and the workbook has it."""

NONE = "–"
NAMED_CANDIDATES = 6
"""Teachers that are named on the chart; so small a chart has no room for more."""

LONGEST_NAME = 30
"""Names longer than this are shortened on the second page."""


PIN_ROWS = ("choice", "loss", "range", "teacher", "time", "cost")
"""Which rows of the Compare page become the columns of the table of pins."""


def evidence_section(
    solution: Solution, recommendation: Recommendation, teacher: ChartPage, student: ChartPage, compare: ComparePage
) -> Section:
    """Return the Teacher and Student charts, Table 2's scenarios, the candidates, the pins and all warnings."""
    blocks: list[Block] = [
        ChartBlock(best_named(printed(teacher)), 150, 280, "body_strong"),
        ChartBlock(printed(student), 185, 320, "body_strong"),
    ]
    blocks += [Words(translate("Report", "Every way, at this budget"), "body_strong"), scenario_table(solution)]
    if solution.candidates:
        title = translate("Report", "Teachers you have")
        blocks += [Words(title, "body_strong"), candidate_table(solution, SHOWN_CANDIDATES)]
    if len(compare.columns) > 1:
        blocks.append(Words(translate("Report", "Pinned plans"), "body_strong"))
        if solution.candidates:  # one page has no room for both tables
            more = translate("Report", "All pins are in the appendix.")
            blocks.append(Words(f"{compare.sentence} {more}"))
        else:
            blocks.append(pin_table(compare, SHOWN_PINS))
    notes = tuple(
        Note("info" if warning.code in INFORMATION_CODES else "warning", warning.message)
        for warning in by_weight(recommendation.warnings)
    )
    if notes:
        blocks += [Words(translate("Report", "To be kept in mind"), "body_strong"), Notes(notes)]
    title = translate("Report", "Evidence and alternatives")
    return Section("evidence", "", tuple(blocks), new_page=True, running_title=title)


def best_named(page: ChartPage) -> ChartPage:
    """Return the Teacher chart with the names of the best candidates alone; the others keep their points."""
    candidates = sorted((mark for mark in page.marks if mark.kind == "candidate"), key=lambda mark: mark.y)
    if len(candidates) <= NAMED_CANDIDATES:
        return page
    named = set(candidates[:NAMED_CANDIDATES])
    marks = tuple(
        replace(mark, label="", detail="") if mark.kind == "candidate" and mark not in named else mark
        for mark in page.marks
    )
    note = translate("Report", "Named: the best of your teachers, as far as there is room")
    return replace(page, marks=marks, footer=(*page.footer, note))


def scenario_table(solution: Solution) -> Table:
    """Return training directly, the best of this plan's own teachers, and Table 2's scenarios with a free teacher."""
    direct, distilled = solution.supervised, solution.distillation
    own = matching_scenario(solution.plan)
    rows = [
        Row(
            (scenario_labels()[SUPERVISED], format_loss(direct.loss), NONE, NONE, format_tokens(direct.tokens)),
            strong=solution.method != "distill",
            key=SUPERVISED,
        ),
        Row(
            (
                translate("Report", "Distil as planned, from the {teacher}").format(
                    teacher=teacher_name(distilled.teacher)
                ),
                format_loss(distilled.loss),
                *_teacher(distilled.teacher),
                format_tokens(distilled.student_tokens),
            ),
            strong=solution.method == "distill",
            key=THIS_PLAN,
            elided=len(teacher_name(distilled.teacher)) > LONGEST_NAME,
        ),
    ]
    for name, scenario in solution.scenarios.items():
        label = scenario_labels()[name]
        if name == own:
            label = translate("Report", "{scenario}, as here").format(scenario=label)
        if scenario is None:
            rows.append(Row((label, translate("Report", "none can be paid for"), NONE, NONE, NONE), key=name))
            continue
        tokens = format_tokens(scenario.student_tokens)
        rows.append(Row((label, format_loss(scenario.loss), *_teacher(scenario.teacher), tokens), key=name))
    columns = (
        Column(translate("Report", "Way"), 2.9),
        Column(translate("Report", "Student loss"), 1.1, right=True),
        Column(translate("Report", "Teacher"), 0.9, right=True),
        Column(translate("Report", "Trained on"), 0.9, right=True),
        Column(translate("Report", "Student tokens"), 1.2, right=True),
    )
    note = translate(
        "Report",
        "The lower four are the ways of Table 2, each with the best teacher it could have. Sizes without embeddings.",
    )
    return Table(columns, tuple(rows), small=True, note=note)


def _teacher(teacher: TeacherChoice) -> tuple[str, str]:
    return format_parameters(teacher.parameters), _tokens(teacher.training_tokens)


def _tokens(tokens: float | None) -> str:
    return translate("Report", "not known") if tokens is None else format_tokens(tokens)


def candidate_table(solution: Solution, most: int, elided: bool = True) -> Table:
    """Return the existing teachers by rank, at most so many; ``elided`` shortens long names."""
    pairs = list(zip(solution.plan.teacher.candidates, solution.candidates, strict=True))
    pairs.sort(key=lambda pair: pair[1].rank)
    shown = pairs[:most]
    ranks = rank_texts(solution.plan, solution.candidates)
    rows = tuple(_candidate(solution, *pair, rank=ranks[pair[1].name], elided=elided) for pair in shown)
    columns = (
        Column(translate("Report", "Teacher"), 2.6),
        Column(translate("Report", "Size"), 0.8, right=True),
        Column(translate("Report", "Trained on"), 0.9, right=True),
        Column(translate("Report", "Its loss"), 0.9, right=True),
        Column(translate("Report", "Student loss"), 1.1, right=True),
        Column(translate("Report", "Student tokens"), 1.2, right=True),
        Column(translate("Report", "Rank"), 0.6, right=True),
    )
    return Table(columns, rows, small=True, note=_left_out(len(shown), len(pairs)))


def _left_out(shown: int, all_there_are: int) -> str:
    """Return what is said below a table that shows the best teachers alone."""
    if shown == all_there_are:
        return ""
    if all_there_are <= LISTED_CANDIDATES:
        text = translate("Report", "The best {shown} of {all}; all are in the appendix.")
    elif shown < LISTED_CANDIDATES:
        text = translate("Report", "The best {shown} of {all}; the appendix has more, the exported workbook all.")
    else:
        text = translate("Report", "The best {shown} of {all}; the exported workbook has all, on its sheet Scenarios.")
    return text.format(shown=shown, all=all_there_are)


def _candidate(solution: Solution, candidate: Candidate, result: CandidateResult, rank: str, elided: bool) -> Row:
    stated = candidate.loss is not None
    loss = format_loss(candidate_loss(candidate, solution.world))
    cells = (
        candidate.name,
        format_parameters(candidate.parameters),
        _tokens(candidate.training_tokens),
        loss if stated else f"≈ {loss}",
        format_loss(result.loss),
        format_tokens(result.student_tokens),
        rank,
    )
    return Row(cells, strong=result.rank == 1, elided=elided)


def pin_table(page: ComparePage, most: int | None = None) -> Table:
    """Return this plan and its pins, one a row; at most so many pins, all of them in full without ``most``."""
    chosen = _pin_rows(page)
    pins = len(page.columns) - 1
    shown = pins if most is None else min(most, pins)
    rows = []
    for i in range(shown + 1):
        column = page.columns[i]
        name = column.name
        if most is None:
            below = [column.title] if column.title and i else []
            if column.problem:
                below.append(translate("Report", "No answer: {reason}").format(reason=column.problem))
            name = "\n".join([name, *below])
        rows.append(Row((name, *(row.cells[i].text for row in chosen)), strong=i == 0, elided=most is not None))
    columns = (
        Column(translate("Report", "Plan"), 1.8),
        *(Column(row.label, 1.0, right=True) for row in chosen),
    )
    note = page.sentence
    if shown < pins:
        more = translate("Report", "{shown} of {all} pins; all are in the appendix.").format(shown=shown, all=pins)
        note = f"{note} {more}"
    return Table(columns, tuple(rows), small=True, note=note)


def _pin_rows(page: ComparePage) -> tuple[CompareRow, ...]:
    """Return choice, loss, range, teacher, time and cost, as far as the Compare page has them."""
    known = {row.key: row for row in page.rows}
    return tuple(known[key] for key in PIN_ROWS if key in known)


def cut_short(solution: Solution, compare: ComparePage) -> Iterator[str]:
    """Yield which tables the second page shortens: "candidates", "pins"."""
    names = [candidate.name for candidate in solution.plan.teacher.candidates]
    if solution.candidates and (len(names) > SHOWN_CANDIDATES or max(map(len, names)) > LONGEST_NAME):
        yield "candidates"
    pins = compare.columns[1:]
    incomplete = any(len(pin.name) > LONGEST_NAME or pin.problem for pin in pins)
    if len(pins) > SHOWN_PINS or incomplete or (pins and solution.candidates):
        yield "pins"
