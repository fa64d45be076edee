"""The second page of a report: the evidence, the alternatives to the answer, and every warning in full."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.compare import ComparePage
from advisor.evidence import SUPERVISED, THIS_PLAN, ChartPage
from advisor.names import SCENARIO_LABELS, teacher_name
from advisor.notes import INFORMATION_CODES, Note
from advisor.plan import Candidate
from advisor.quantities import format_loss, format_parameters, format_tokens
from advisor.recommendation import CandidateResult, Recommendation, TeacherChoice
from advisor.report.answer_section import by_weight, printed
from advisor.report.blocks import Block, ChartBlock, Column, Notes, Row, Section, Table, Words
from advisor.scenarios import matching_scenario
from advisor.solution import Solution, candidate_loss

SHOWN_CANDIDATES, SHOWN_PINS = 4, 3
"""Rows on the second page; where there are more, all of them stand in the appendix."""

NONE, UNKNOWN = "–", "not known"
LONGEST_NAME = 30
"""Names longer than this are shortened on the second page."""

PIN_ROWS = ("Choice", "Expected loss", "90 % range", "Teacher", "Time", "Cost")
"""Which rows of the Compare page become the columns of the table of pins."""


def evidence_section(
    solution: Solution, recommendation: Recommendation, teacher: ChartPage, student: ChartPage, compare: ComparePage
) -> Section:
    """Return the Teacher and Student charts, Table 2's scenarios, the candidates, the pins and all warnings."""
    blocks: list[Block] = [
        ChartBlock(printed(teacher), 150, 280, "body_strong"),
        ChartBlock(printed(student), 185, 320, "body_strong"),
    ]
    blocks += [Words("Every way, at this budget", "body_strong"), scenario_table(solution)]
    if solution.candidates:
        blocks += [Words("Teachers you have", "body_strong"), candidate_table(solution, SHOWN_CANDIDATES)]
    if len(compare.columns) > 1:
        blocks.append(Words("Pinned plans", "body_strong"))
        if solution.candidates:  # one page has no room for both tables
            blocks.append(Words(f"{compare.sentence} All pins are in the appendix."))
        else:
            blocks.append(pin_table(compare, SHOWN_PINS))
    notes = tuple(
        Note("info" if warning.code in INFORMATION_CODES else "warning", warning.message)
        for warning in by_weight(recommendation.warnings)
    )
    if notes:
        blocks += [Words("To be kept in mind", "body_strong"), Notes(notes)]
    return Section("evidence", "", tuple(blocks), new_page=True, running_title="Evidence and alternatives")


def scenario_table(solution: Solution) -> Table:
    """Return training directly, the best of this plan's own teachers, and Table 2's scenarios with a free teacher."""
    direct, distilled = solution.supervised, solution.distillation
    own = matching_scenario(solution.plan)
    rows = [
        Row(
            (SCENARIO_LABELS[SUPERVISED], format_loss(direct.loss), NONE, NONE, format_tokens(direct.tokens)),
            strong=solution.method != "distill",
            key=SUPERVISED,
        ),
        Row(
            (
                f"Distil as planned, from the {teacher_name(distilled.teacher)}",
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
        label = f"{SCENARIO_LABELS[name]}, as here" if name == own else SCENARIO_LABELS[name]
        if scenario is None:
            rows.append(Row((label, "none can be paid for", NONE, NONE, NONE), key=name))
            continue
        tokens = format_tokens(scenario.student_tokens)
        rows.append(Row((label, format_loss(scenario.loss), *_teacher(scenario.teacher), tokens), key=name))
    columns = (
        Column("Way", 2.9),
        Column("Student loss", 1.1, right=True),
        Column("Teacher", 0.9, right=True),
        Column("Trained on", 0.9, right=True),
        Column("Student tokens", 1.2, right=True),
    )
    note = "The lower four are the ways of Table 2, each with the best teacher it could have. Sizes without embeddings."
    return Table(columns, tuple(rows), small=True, note=note)


def _teacher(teacher: TeacherChoice) -> tuple[str, str]:
    tokens = UNKNOWN if teacher.training_tokens is None else format_tokens(teacher.training_tokens)
    return format_parameters(teacher.parameters), tokens


def candidate_table(solution: Solution, most: int | None = None) -> Table:
    """Return the existing teachers by rank, at most so many; all of them in full without ``most``."""
    pairs = list(zip(solution.plan.teacher.candidates, solution.candidates, strict=True))
    pairs.sort(key=lambda pair: pair[1].rank)
    shown = pairs if most is None else pairs[:most]
    rows = tuple(_candidate(solution, *pair, elided=most is not None) for pair in shown)
    columns = (
        Column("Teacher", 2.6),
        Column("Size", 0.8, right=True),
        Column("Trained on", 0.9, right=True),
        Column("Its loss", 0.9, right=True),
        Column("Student loss", 1.1, right=True),
        Column("Student tokens", 1.2, right=True),
        Column("Rank", 0.6, right=True),
    )
    left = len(pairs) - len(shown)
    note = f"The best {len(shown)} of {len(pairs)}; all are in the appendix." if left else ""
    return Table(columns, rows, small=True, note=note)


def _candidate(solution: Solution, candidate: Candidate, result: CandidateResult, elided: bool) -> Row:
    stated = candidate.loss is not None
    tokens = UNKNOWN if candidate.training_tokens is None else format_tokens(candidate.training_tokens)
    loss = format_loss(candidate_loss(candidate, solution.world))
    cells = (
        candidate.name,
        format_parameters(candidate.parameters),
        tokens,
        loss if stated else f"≈ {loss}",
        format_loss(result.loss),
        format_tokens(result.student_tokens),
        str(result.rank),
    )
    return Row(cells, strong=result.rank == 1, elided=elided)


def pin_table(page: ComparePage, most: int | None = None) -> Table:
    """Return this plan and its pins, one a row; at most so many pins, all of them in full without ``most``."""
    known = {row.label: row.cells for row in page.rows}
    chosen = [label for label in PIN_ROWS if label in known]
    pins = len(page.columns) - 1
    shown = pins if most is None else min(most, pins)
    rows = []
    for i in range(shown + 1):
        column = page.columns[i]
        name = column.name
        if most is None:
            below = [column.title] if column.title and i else []
            name = "\n".join([name, *below, *([f"No answer: {column.problem}"] if column.problem else [])])
        rows.append(Row((name, *(known[label][i].text for label in chosen)), strong=i == 0, elided=most is not None))
    columns = (Column("Plan", 1.8), *(Column(label, 1.0, right=True) for label in chosen))
    left = pins - shown
    more = f" {shown} of {pins} pins; all are in the appendix." if left else ""
    return Table(columns, tuple(rows), small=True, note=f"{page.sentence}{more}")


def cut_short(solution: Solution, compare: ComparePage) -> Iterator[str]:
    """Yield which tables the second page shortens: "candidates", "pins"."""
    names = [candidate.name for candidate in solution.plan.teacher.candidates]
    if solution.candidates and (len(names) > SHOWN_CANDIDATES or max(map(len, names)) > LONGEST_NAME):
        yield "candidates"
    pins = compare.columns[1:]
    incomplete = any(len(pin.name) > LONGEST_NAME or pin.problem for pin in pins)
    if len(pins) > SHOWN_PINS or incomplete or (pins and solution.candidates):
        yield "pins"
