"""The sheets that answer the plan: the answer, the plan itself, every way to do it, and the schedule."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from .. import __version__
from ..evidence import SUPERVISED, Advice, Figure
from ..names import SCENARIO_LABELS
from ..notes import Note
from ..quantities import format_share
from ..recommendation import SCENARIOS, TeacherChoice, Warning
from ..scenarios import coefficient_set, cost_shares, matching_scenario, world_of
from ..schedule import Phase
from ..schedule_page import SchedulePage
from ..solution import candidate_loss
from ..uncertainty import loss_interval
from .colors import GRID, PHASES
from .plain_text import PAPER
from .plan_inputs import plan_inputs
from .sheets import Book, Cell, Kind, Label, Number, Sheet

LOSS_UNIT = "nats per token"
METHODS = {"distill": "Distil", "supervised": "Train directly", "tie": "Too close to call"}
MEANINGS = {
    SUPERVISED: "No teacher",
    "best_case": "The teacher and its stored outputs exist already",
    "teacher_inference": "The teacher exists; its outputs must be computed",
    "teacher_pretraining": "The teacher must be trained; its outputs are stored and many students share them",
    "teacher_pretraining_inference": "The teacher must be trained for this student alone",
}
"""What is paid for in each scenario (Table 2, arXiv 2502.08606v2)."""

_KINDS: dict[str, Kind] = {"parameters": "count", "tokens": "count", "FLOPs": "flops", "hours": "hours"}


def answer_sheet(book: Book, advice: Advice, date: datetime.date, notes: Sequence[Warning]) -> None:
    """Write headline, likelihood, the four numbers, both losses, warnings, and what it all rests on."""
    sheet = book.sheet("Answer", (44, 18, 38, 14, 14, 14, 18))
    width = len(sheet.widths)
    answer, result = advice.answer, advice.recommendation
    sheet.words(advice.plan.name, "title", width)
    sheet.words(f"{answer.headline}.", "headline", width)
    sheet.freeze(sheet.row)
    sheet.words(answer.likelihood, "strong", width)
    sheet.words(answer.alternative, "body", width)
    sheet.skip()
    heads = ("What matters", "Answer", "Range", "Number", "Low end", "High end", "Unit")
    sheet.table(heads, [_figure(figure) for figure in answer.figures])
    sheet.skip()
    heads = ("Expected loss", "", "", "Loss", "Low end, 90 %", "High end, 90 %", "Unit")
    losses = [
        (
            Label(part.label, "strong"),
            "",
            "",
            Number(part.loss, "loss", strong=True),
            Number(part.low, "loss"),
            Number(part.high, "loss"),
            LOSS_UNIT,
        )
        for part in answer.ranges
    ]
    sheet.table(heads, losses)
    sheet.words("Lower is better. Losses compare only on text like the study's.", "muted", width)
    sheet.skip()
    verdict = result.verdict
    rows: list[tuple[Cell, ...]] = [
        ("Choice", METHODS[verdict.method], "", "", "", "", ""),
        ("Chance that distilling is better", "", "", Number(verdict.probability, "chance")),
        (
            "Loss of distilling minus training directly",
            "",
            "",
            Number(verdict.loss_difference, "loss"),
            "",
            "",
            LOSS_UNIT,
        ),
        _equivalent(verdict.compute_equivalent),
        ("Compute to spend", "", "", Number(result.compute_flops, "flops"), "", "", "FLOPs"),
    ]
    sheet.table(("The choice", "", "", "Number", "", "", "Unit"), rows)
    sheet.skip()
    sheet.words("What would change it", "section")
    sheet.words(advice.pages["matters"].sentence, "body", width)
    sheet.skip()
    if notes:
        sheet.words("Please note", "section")
        for note in notes:
            sheet.words(note.message, "warning", width)
        sheet.skip()
    _basis(sheet, advice, date)


def _figure(figure: Figure) -> tuple[Cell, ...]:
    kind: Kind = _KINDS.get(figure.unit, "loss" if figure.unit == LOSS_UNIT else "money")
    numbers = (Number(value, kind) for value in (figure.number, figure.low, figure.high))
    return (figure.caption, Label(figure.value, "strong"), figure.note, *numbers, figure.unit)


def _equivalent(equivalent: float | None) -> tuple[Cell, ...]:
    label = "Compute for direct training to be as good, against this plan's"
    if equivalent is None:
        return (label, "Out of reach", "No budget reaches this loss directly")
    return (label, "", "", Number(equivalent, "times"), "", "", "times")


def _basis(sheet: Sheet, advice: Advice, date: datetime.date) -> None:
    law = coefficient_set(advice.plan)
    sheet.words("What this rests on", "section")
    for label, value in (
        ("Law", law.name),
        ("Source of its numbers", law.source),
        ("Paper", PAPER),
        ("Program", f"Distillation Advisor {__version__}"),
        ("Date", date),
    ):
        sheet.cells(sheet.row, 0, (Label(label, "muted"), value if isinstance(value, datetime.date) else ""))
        if isinstance(value, str):
            sheet.worksheet.write_string(sheet.row, 1, value)
        sheet.row += 1
    sheet.cells(sheet.row, 0, (Label("Error of the law", "muted"), Number(law.relative_error, "share")))
    sheet.row += 1


def plan_sheet(book: Book, advice: Advice) -> None:
    """Write every input with its value, its unit, and whether it was typed, and the candidates."""
    sheet = book.sheet("Plan", (11, 28, 30, 18, 26, 10, 60, 30))
    plan = advice.plan
    sheet.words(plan.name, "title", 7)
    sheet.words("Every input of the plan, by its name in the window.", "muted", 7)
    sheet.skip()
    heads = ("Group", "Input", "Value as said", "Number", "Unit", "Origin", "Where it comes from", "Field in the file")
    rows: list[tuple[Cell, ...]] = [
        (
            item.group,
            Label(item.label, "strong" if item.origin == "typed" else "muted" if item.origin == "unused" else "body"),
            item.text,
            Number(item.value, "whole" if item.value is not None and item.value >= 1e4 else "exact"),
            item.unit if item.value is not None else "",
            Label(item.origin, "strong" if item.origin == "typed" else "muted"),
            item.source,
            Label(item.field, "muted"),
        )
        for item in plan_inputs(plan, advice.budget)
    ]
    sheet.freeze(sheet.table(heads, rows))
    if not plan.teacher.candidates:
        return
    sheet.skip()
    sheet.words("Existing teachers", "section")
    if not plan.teacher.exists:
        sheet.words("Ignored, because the plan says that no teacher exists.", "muted", 7)
    columns = ("", "Name", "Size, parameters", "Trained on, tokens", "Loss, nats per token", "", "Vocabulary, entries")
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
                "The student's" if one.vocabulary is None else Number(one.vocabulary, "whole"),
            )
            for one in plan.teacher.candidates
        ],
    )


def scenario_sheet(book: Book, advice: Advice) -> None:
    """Write this plan, training directly, the four scenarios of Table 2, and every existing teacher with its rank."""
    sheet = book.sheet("Scenarios", (36, 7, 12, 12, 12, 16, 12, 14, 12, 14, 62))
    result, plan = advice.recommendation, advice.plan
    error = coefficient_set(plan).relative_error
    direct = result.supervised.loss
    sheet.words("Every way to train this student", "title", 10)
    sheet.words(
        "All on the same compute and text, each with the best teacher it can have. Rank 1 has the lowest loss.",
        "muted",
        10,
    )
    sheet.skip()
    known = {name: part.loss for name, part in result.scenarios.items() if part is not None} | {SUPERVISED: direct}
    ranks = {name: 1 + sum(other < loss for other in known.values()) for name, loss in known.items()}
    rows: list[tuple[Cell, ...]] = []
    for name in (SUPERVISED, *SCENARIOS):
        head = (Label(SCENARIO_LABELS[name], "strong" if name == matching_scenario(plan) else "body"),)
        if name not in known:
            rows.append((*head, "–", "", "", "", "", "", "", "", "", f"{MEANINGS[name]}: no teacher can be paid for"))
            continue
        scenario = result.scenarios.get(name)
        tokens = result.supervised.tokens if scenario is None else scenario.student_tokens
        teacher = _teacher(None if scenario is None else scenario.teacher)
        spread = loss_interval(known[name], error)
        numbers = (known[name], *spread, known[name] - direct)
        rows.append(
            (
                *head,
                Number(ranks[name], "whole"),
                *(Number(x, "loss") for x in numbers),
                *teacher,
                Number(tokens, "count"),
                MEANINGS[name],
            )
        )
    heads = (
        "Way", "Rank", "Loss, nats per token", "Low end, 90 %", "High end, 90 %", "Against training directly",
        "Teacher size, parameters", "Teacher trained on, tokens", "Teacher loss", "Student tokens", "What is paid for",
    )  # fmt: skip
    sheet.freeze(sheet.table(heads, rows), 1)
    sheet.skip()
    sheet.words("This plan", "section")
    own = result.distillation
    heads = (
        "The best that this plan can have", "", "Loss, nats per token", "Low end, 90 %", "High end, 90 %",
        "Against training directly", "Teacher size, parameters", "Teacher trained on, tokens", "Teacher loss",
        "Student tokens", "What is paid for",
    )  # fmt: skip
    name = own.teacher.name or "the best possible teacher"
    outputs, training = (format_share(share) for share in cost_shares(plan))
    said = f"{outputs} of the teacher's outputs and {training} of its training"
    numbers = (own.loss, *own.loss_interval, own.loss - direct)
    cells = (*(Number(x, "loss") for x in numbers), *_teacher(own.teacher), Number(own.student_tokens, "count"))
    sheet.table(heads, [(f"Distil from {name}", "", *cells, said)])
    if not result.candidates:
        return
    sheet.skip()
    sheet.words("Existing teachers", "section")
    heads = (
        "Teacher", "Rank", "Student loss, nats per token", "Low end, 90 %", "High end, 90 %",
        "Against training directly",
        "Size, parameters", "Trained on, tokens", "Its loss", "Student tokens", "Where its loss comes from",
    )  # fmt: skip
    world, by_name = world_of(plan), {one.name: one for one in plan.teacher.candidates}
    rows = []
    for one in sorted(result.candidates, key=lambda candidate: candidate.rank):
        given = by_name[one.name]
        numbers = (one.loss, *loss_interval(one.loss, error), one.loss - direct)
        rows.append(
            (
                Label(one.name, "strong" if one.rank == 1 else "body"),
                Number(one.rank, "whole"),
                *(Number(x, "loss") for x in numbers),
                Number(given.parameters, "count"),
                Number(given.training_tokens, "count"),
                Number(candidate_loss(given, world), "loss"),
                Number(one.student_tokens, "count"),
                "Stated in the plan" if given.loss is not None else "Estimated as if trained on your text",
            )
        )
    sheet.table(heads, rows)


def _teacher(teacher: TeacherChoice | None) -> tuple[Cell, ...]:
    if teacher is None:
        return ("None", "", "")
    return (
        Number(teacher.parameters, "count"),
        Number(teacher.training_tokens, "count"),
        Number(teacher.loss, "loss"),
    )


def schedule_sheet(book: Book, advice: Advice) -> None:
    """Write the phases with days, cost, energy and carbon, a chart of them, and the notes on memory and storage."""
    sheet = book.sheet("Schedule", (22, 11, 11, 11, 14, 13, 13, 14, 13, 13, 44))
    page = advice.pages["schedule"]
    assert isinstance(page, SchedulePage)
    width = len(sheet.widths)
    sheet.words(page.question, "title", width)
    sheet.words(page.sentence, "sentence", width)
    sheet.skip()
    money = f"Cost, {page.currency}" if page.currency.strip() else "Cost"
    heads = (
        "Phase", "Start, days", "Time, days", "Time, hours", "Counted for this student, hours", "Compute, FLOPs",
        "Counted, FLOPs", money, "Energy, kWh", "CO₂e, kg", "Remark",
    )  # fmt: skip
    schedule = page.schedule
    first = sheet.table(heads, [_phase(phase, False) for phase in schedule.phases])
    sheet.cells(sheet.row, 0, _phase(schedule.total, True))
    sheet.freeze(first, 1)
    sheet.skip(2)
    sheet.words("Memory, storage and what else to know", "section")
    for note in page.notes:
        _note(sheet, note, width)
    if schedule.total.hours is None:
        return
    sheet.skip()
    chart = book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    last = first + len(schedule.phases) - 1
    place = [sheet.name, first, 0, last, 0]
    chart.add_series(
        {
            "name": [sheet.name, first - 1, 1],
            "categories": place,
            "values": [sheet.name, first, 1, last, 1],
            "fill": {"none": True},
            "border": {"none": True},
        }
    )
    chart.add_series(
        {
            "name": [sheet.name, first - 1, 2],
            "categories": place,
            "values": [sheet.name, first, 2, last, 2],
            "gap": 60,
            "points": [{"fill": {"color": PHASES[phase.key]}} for phase in schedule.phases],
        }
    )
    chart.set_title({"name": page.question, "overlay": False, "name_font": {"size": 12}})
    chart.set_x_axis({"name": "Days", "min": 0, "major_gridlines": {"visible": True, "line": {"color": GRID}}})
    chart.set_y_axis(
        {"reverse": True, "crossing": "max", "label_position": "low", "major_gridlines": {"visible": False}}
    )
    chart.set_legend({"none": True})
    chart.set_size({"width": 760, "height": 240})
    sheet.worksheet.insert_chart(sheet.row, 0, chart)


def _phase(phase: Phase, strong: bool) -> tuple[Cell, ...]:
    def number(value: float | None, kind: Kind) -> Number:
        return Number(value, kind, strong)

    start, hours = phase.start_hours, phase.hours
    return (
        Label(phase.label, "strong" if strong else "body"),
        number(None if start is None else start / 24, "days"),
        number(None if hours is None else hours / 24, "days"),
        number(hours, "hours"),
        number(phase.counted_hours, "hours"),
        number(phase.flops, "flops"),
        number(phase.counted_flops, "flops"),
        number(phase.cost, "money"),
        number(phase.energy_kwh, "energy"),
        number(phase.carbon_kg, "energy"),
        phase.reason,
    )


def _note(sheet: Sheet, note: Note, width: int) -> None:
    text = f"{note.text}. {note.detail}".strip() if note.detail else f"{note.text}."
    sheet.words(text, "warning" if note.kind == "warning" else "body", width)
