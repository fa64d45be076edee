"""The sheets on how to train the student: every way with its loss and teacher, and the schedule of the best."""

from __future__ import annotations

from advisor.schedule.page import SchedulePage
from advisor.schedule.phases import Phase

from ..evidence import SUPERVISED, Advice
from ..language import translate
from ..names import scenario_labels
from ..notes import Note
from ..quantities import format_share
from ..recommendation import SCENARIOS, TeacherChoice
from ..scenarios import coefficient_set, cost_shares, matching_scenario, world_of
from ..solution import candidate_loss
from ..uncertainty import loss_interval
from .colors import GRID, PHASES
from .sheets import Book, Cell, Kind, Label, Number, Sheet


def _meanings() -> dict[str, str]:
    """Return what is paid for in each scenario (Table 2, arXiv 2502.08606v2)."""
    return {
        SUPERVISED: translate("Workbook", "No teacher"),
        "best_case": translate("Workbook", "The teacher and its stored outputs exist already"),
        "teacher_inference": translate("Workbook", "The teacher exists; its outputs must be computed"),
        "teacher_pretraining": translate(
            "Workbook", "The teacher must be trained; its outputs are stored and many students share them"
        ),
        "teacher_pretraining_inference": translate("Workbook", "The teacher must be trained for this student alone"),
    }


def scenario_sheet(book: Book, advice: Advice) -> None:
    """Write this plan, training directly, the four scenarios of Table 2, and every existing teacher with its rank."""
    sheet = book.sheet(
        translate("Workbook", "Scenarios", "name of a sheet"), (36, 7, 12, 12, 12, 16, 12, 14, 12, 14, 62)
    )
    result, plan = advice.recommendation, advice.plan
    error = coefficient_set(plan).relative_error
    direct = result.supervised.loss
    sheet.words(translate("Workbook", "Every way to train this student"), "title", 10)
    sheet.words(
        translate(
            "Workbook",
            "All on the same compute and text, each with the best teacher it can have. Rank 1 has the lowest loss.",
        ),
        "muted",
        10,
    )
    sheet.skip()
    known = {name: part.loss for name, part in result.scenarios.items() if part is not None} | {SUPERVISED: direct}
    ranks = {name: 1 + sum(other < loss for other in known.values()) for name, loss in known.items()}
    rows: list[tuple[Cell, ...]] = []
    labels, meanings = scenario_labels(), _meanings()
    no_teacher = translate("Workbook", "{meaning}: no teacher can be paid for")
    for name in (SUPERVISED, *SCENARIOS):
        head = (Label(labels[name], "strong" if name == matching_scenario(plan) else "body"),)
        if name not in known:
            why = no_teacher.format(meaning=meanings[name])
            rows.append((*head, "–", "", "", "", "", "", "", "", "", why))
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
                meanings[name],
            )
        )
    low, high, against = (
        translate("Workbook", "Low end, 90 %"),
        translate("Workbook", "High end, 90 %"),
        translate("Workbook", "Against training directly"),
    )
    found = (
        translate("Workbook", "Loss, nats per token"),
        low,
        high,
        against,
        translate("Workbook", "Teacher size, parameters"),
        translate("Workbook", "Teacher trained on, tokens"),
        translate("Workbook", "Teacher loss"),
        translate("Workbook", "Student tokens"),
        translate("Workbook", "What is paid for"),
    )
    rank = translate("Workbook", "Rank")
    sheet.freeze(sheet.table((translate("Workbook", "Way"), rank, *found), rows), 1)
    sheet.skip()
    sheet.words(translate("Workbook", "This plan"), "section")
    own = result.distillation
    heads = (translate("Workbook", "The best that this plan can have"), "", *found)
    way = translate("Workbook", "Distil from the best possible teacher")
    if own.teacher.name:
        way = translate("Workbook", "Distil from {teacher}").format(teacher=own.teacher.name)
    outputs, training = (format_share(share) for share in cost_shares(plan))
    said = translate("Workbook", "{outputs} of the teacher's outputs and {training} of its training").format(
        outputs=outputs, training=training
    )
    numbers = (own.loss, *own.loss_interval, own.loss - direct)
    cells = (*(Number(x, "loss") for x in numbers), *_teacher(own.teacher), Number(own.student_tokens, "count"))
    sheet.table(heads, [(way, "", *cells, said)])
    if not result.candidates:
        return
    sheet.skip()
    sheet.words(translate("Workbook", "Existing teachers"), "section")
    heads = (
        translate("Workbook", "Teacher"),
        rank,
        translate("Workbook", "Student loss, nats per token"),
        low,
        high,
        against,
        translate("Workbook", "Size, parameters"),
        translate("Workbook", "Trained on, tokens"),
        translate("Workbook", "Its loss"),
        translate("Workbook", "Student tokens"),
        translate("Workbook", "Where its loss comes from"),
    )
    stated = translate("Workbook", "Stated in the plan")
    estimated = translate("Workbook", "Estimated as if trained on your text")
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
                stated if given.loss is not None else estimated,
            )
        )
    sheet.table(heads, rows)


def _teacher(teacher: TeacherChoice | None) -> tuple[Cell, ...]:
    if teacher is None:
        return (translate("Workbook", "None", "no teacher"), "", "")
    return (
        Number(teacher.parameters, "count"),
        Number(teacher.training_tokens, "count"),
        Number(teacher.loss, "loss"),
    )


def schedule_sheet(book: Book, advice: Advice) -> None:
    """Write the phases with days, cost, energy and carbon, a chart of them, and the notes on memory and storage."""
    sheet = book.sheet(
        translate("Workbook", "Schedule", "name of a sheet"), (22, 11, 11, 11, 14, 13, 13, 14, 13, 13, 44)
    )
    page = advice.pages["schedule"]
    assert isinstance(page, SchedulePage)
    width = len(sheet.widths)
    sheet.words(page.question, "title", width)
    sheet.words(page.sentence, "sentence", width)
    sheet.skip()
    money = translate("Workbook", "Cost")
    if page.currency.strip():
        money = translate("Workbook", "Cost, {currency}").format(currency=page.currency)
    heads = (
        translate("Workbook", "Phase"),
        translate("Workbook", "Start, days"),
        translate("Workbook", "Time, days"),
        translate("Workbook", "Time, hours"),
        translate("Workbook", "Counted for this student, hours"),
        translate("Workbook", "Compute, FLOPs"),
        translate("Workbook", "Counted, FLOPs"),
        money,
        translate("Workbook", "Energy, kWh"),
        translate("Workbook", "CO₂e, kg"),
        translate("Workbook", "Remark"),
    )
    schedule = page.schedule
    first = sheet.table(heads, [_phase(phase, False) for phase in schedule.phases])
    sheet.cells(sheet.row, 0, _phase(schedule.total, True))
    sheet.freeze(first, 1)
    sheet.skip(2)
    sheet.words(translate("Workbook", "Memory, storage and what else to know"), "section")
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
    chart.set_x_axis(
        {"name": translate("Workbook", "Days"), "min": 0, "major_gridlines": {"visible": True, "line": {"color": GRID}}}
    )
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
