"""What stands below the schedule: memory, outputs on disk, what is counted, and what was not chosen."""

from __future__ import annotations

from collections.abc import Iterator

from .memory_notes import memory_notes
from .names import teacher_name, with_article
from .notes import Note
from .quantities import exact_number, format_bytes, format_duration, format_flops, format_loss, format_share
from .schedule import Phase, Schedule, distilling_schedule
from .solution import Solution
from .spoken import count_in_words
from .storage import (
    LOSS_OF_KEPT_ALONE,
    LOSS_OF_KEPT_MIXED,
    MIXED_SHARE,
    full_bytes_per_token,
    kept_bytes_per_token,
    stored_outputs,
)

APART = 0.01
"""Share of the planned time by which the schedule has to differ from it to be worth a note."""


def schedule_notes(solution: Solution, schedule: Schedule) -> tuple[Note, ...]:
    """Return the notes, those that could stop the plan first."""
    checks = (_speed, memory_notes, _sharing, _outputs, _instead, _left_over, _unknown)
    notes = [note for check in checks for note in check(solution, schedule)]
    return tuple(sorted(notes, key=lambda note: note.kind != "warning"))


def _speed(solution: Solution, schedule: Schedule) -> Iterator[Note]:
    if schedule.total.hours is not None:
        return
    if solution.plan.hardware is None:
        yield Note("info", "Describe the hardware to see days, cost, energy and CO₂e")
    else:
        yield Note("warning", "This hardware computes nothing, so there are no days: check utilisation and contingency")


def _sharing(solution: Solution, schedule: Schedule) -> Iterator[Note]:
    if not schedule.shared:
        return
    total, students = schedule.total, count_in_words(solution.plan.teacher.students)
    if total.hours is None or total.counted_hours is None:
        yield Note("info", f"Bars run the whole teacher, shared by {students} students; counted is this one's share")
        return
    yield Note(
        "info",
        f"The days run the whole teacher, shared by {students} students; "
        "counted, as in cost, energy and CO₂e, is this one's share",
    )
    planned = solution.budget.hours
    if planned is not None and total.hours > planned * (1 + APART):
        yield Note(
            "warning",
            f"All of it takes {format_duration(total.hours)}, {format_duration(total.hours - planned)} more than "
            "planned: the other students' share is not in this budget",
        )


def _outputs(solution: Solution, schedule: Schedule) -> Iterator[Note]:
    if schedule.direct:
        return
    plan, tokens = solution.plan, solution.distillation.student_tokens
    unique = plan.data.student_tokens
    stored = stored_outputs(tokens, unique, plan.architecture.vocabulary)
    vocabulary = plan.architecture.vocabulary
    full, kept = format_bytes(stored.full_bytes, 2), format_bytes(stored.kept_bytes, 2)
    there = schedule.phase("teacher_outputs").flops == 0
    tail = "assumed to be there" if there else "none if the teacher runs alongside"
    yield Note(
        "info",
        f"Outputs on disk: {full} in full, {kept} keeping the {stored.kept} likeliest tokens, {tail}",
        f"{exact_number(float(f'{stored.tokens:.3g}'))} different tokens, "
        f"{format_bytes(full_bytes_per_token(vocabulary))} each in full (4 bytes for each of "
        f"{exact_number(vocabulary)} entries), {exact_number(kept_bytes_per_token(vocabulary))} bytes for "
        f"{stored.kept} with their numbers",
    )
    yield Note(
        "info",
        f"Keeping {stored.kept} loses {LOSS_OF_KEPT_ALONE:g} nats, or under {LOSS_OF_KEPT_MIXED:g} where the next "
        f"token itself counts {format_share(1 - MIXED_SHARE)} of the loss",
        "App. G, arXiv 2502.08606v2: the 128 likeliest alone, and with the distillation loss weighted 0.7",
    )
    if not there and unique is not None and tokens > unique * (1 + APART):
        yield Note(
            "info",
            f"Outputs count for each of {exact_number(float(f'{tokens / unique:.2g}'))} passes over the text; "
            "stored after the first, the later ones need no teacher",
        )


def _instead(solution: Solution, schedule: Schedule) -> Iterator[Note]:
    if not schedule.direct:
        return
    other = distilling_schedule(solution)
    name = with_article(teacher_name(solution.distillation.teacher))
    if solution.distillation.teacher.name is not None:
        name = f"the {solution.distillation.teacher.name}"
    parts = []
    training, outputs = other.phase("teacher_training"), other.phase("teacher_outputs")
    if training.flops:
        parts.append(f"{_amount(training)} to train {name} teacher")
    if outputs.flops:
        parts.append(f"{_amount(outputs)} {'for its outputs' if training.flops else f'to run {name} teacher'}")
    parts.append(f"{_amount(other.phase('student_training'))} to train the student")
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    losses = f"{format_loss(solution.distillation.loss)} instead of {format_loss(solution.supervised.loss)}"
    whole = ", the whole teacher included" if other.shared else ""
    yield Note("info", f"Distilling would take {listed}{whole}, and reach a loss of {losses}")


def _amount(phase: Phase) -> str:
    return format_flops(phase.flops) if phase.hours is None else format_duration(phase.hours)


def _left_over(solution: Solution, schedule: Schedule) -> Iterator[Note]:
    planned, counted = solution.budget.hours, schedule.total.counted_hours
    if planned is None or counted is None or planned - counted <= APART * planned:
        return
    yield Note(
        "info",
        f"Of the planned {format_duration(planned)}, {format_duration(planned - counted)} stay unused: text runs out",
    )


def _unknown(solution: Solution, schedule: Schedule) -> Iterator[Note]:
    if schedule.total.hours is None or solution.plan.hardware is None:
        return
    if schedule.total.cost is None:
        yield Note("info", "Cost is not known: type a price to see it")
    if schedule.total.energy_kwh is None:
        custom = solution.plan.hardware.accelerator is None
        why = "choose a catalogue accelerator to see them" if custom else "the catalogue lists no power for this one"
        yield Note("info", f"Energy and CO₂e are not known: {why}")
