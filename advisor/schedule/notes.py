"""What stands below the schedule: memory, outputs on disk, what is counted, and what was not chosen."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.language import translate
from advisor.listing import listed
from advisor.names import by_article, teacher_name
from advisor.notes import Note
from advisor.quantities import exact_number, format_bytes, format_duration, format_flops, format_loss, format_share
from advisor.solution import Solution
from advisor.spoken import count_in_words

from .memory_notes import memory_notes
from .phases import Phase, Schedule, distilling_schedule
from .storage import (
    FULL_BYTES,
    KEPT,
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
        yield Note("info", translate("Schedule page", "Describe the hardware to see days, cost, energy and CO₂e"))
    else:
        text = translate(
            "Schedule page", "This hardware computes nothing, so there are no days: check utilisation and contingency"
        )
        yield Note("warning", text)


def _sharing(solution: Solution, schedule: Schedule) -> Iterator[Note]:
    if not schedule.shared:
        return
    total, students = schedule.total, count_in_words(solution.plan.teacher.students)
    if total.hours is None or total.counted_hours is None:
        text = translate(
            "Schedule page", "Bars run the whole teacher, shared by {students} students; counted is this one's share"
        )
        yield Note("info", text.format(students=students))
        return
    text = translate(
        "Schedule page",
        "The days run the whole teacher, shared by {students} students; "
        "counted, as in cost, energy and CO₂e, is this one's share",
    )
    yield Note("info", text.format(students=students))
    planned = solution.budget.hours
    if planned is not None and total.hours > planned * (1 + APART):
        text = translate(
            "Schedule page",
            "All of it takes {time}, {more} more than planned: the other students' share is not in this budget",
        )
        yield Note(
            "warning", text.format(time=format_duration(total.hours), more=format_duration(total.hours - planned))
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
    on_disk = translate(
        "Schedule page",
        "Outputs on disk: {full} in full, {kept} keeping the {count} likeliest tokens, "
        "none if the teacher runs alongside",
    )
    if there:
        on_disk = translate(
            "Schedule page",
            "Outputs on disk: {full} in full, {kept} keeping the {count} likeliest tokens, assumed to be there",
        )
    detail = translate(
        "Schedule page",
        "{tokens} different tokens, {bytes_in_full} each in full ({bytes} bytes for each of {entries} entries), "
        "{bytes_kept} bytes for {count} with their numbers",
    )
    yield Note(
        "info",
        on_disk.format(full=full, kept=kept, count=exact_number(stored.kept)),
        detail.format(
            tokens=exact_number(float(f"{stored.tokens:.3g}")),
            bytes_in_full=format_bytes(full_bytes_per_token(vocabulary)),
            bytes=exact_number(FULL_BYTES),
            entries=exact_number(vocabulary),
            bytes_kept=exact_number(kept_bytes_per_token(vocabulary)),
            count=exact_number(stored.kept),
        ),
    )
    lost = translate(
        "Schedule page",
        "Keeping {count} loses {loss} nats, or under {mixed_loss} where the next token itself counts {share} "
        "of the loss",
    )
    source = translate(
        "Schedule page",
        "{place}: the {count} likeliest alone, and with the distillation loss weighted {weight}",
        "place: where a paper says so",
    )
    yield Note(
        "info",
        lost.format(
            count=exact_number(stored.kept),
            loss=exact_number(LOSS_OF_KEPT_ALONE),
            mixed_loss=exact_number(LOSS_OF_KEPT_MIXED),
            share=format_share(1 - MIXED_SHARE),
        ),
        source.format(place="App. G, arXiv 2502.08606v2", count=exact_number(KEPT), weight=exact_number(MIXED_SHARE)),
    )
    if not there and unique is not None and tokens > unique * (1 + APART):
        text = translate(
            "Schedule page",
            "Outputs count for each of {passes} passes over the text; "
            "stored after the first, the later ones need no teacher",
        )
        yield Note("info", text.format(passes=exact_number(float(f"{tokens / unique:.2g}"))))


def _instead(solution: Solution, schedule: Schedule) -> Iterator[Note]:
    if not schedule.direct:
        return
    other = distilling_schedule(solution)
    teacher = _teacher(solution)
    training, outputs = other.phase("teacher_training"), other.phase("teacher_outputs")
    parts = []
    if training.flops:
        text = translate("Schedule page", "{amount} to train {teacher}", "amount: of time or compute")
        parts.append(text.format(amount=_amount(training), teacher=teacher))
    if outputs.flops and training.flops:
        text = translate("Schedule page", "{amount} for its outputs", "amount: of time or compute")
        parts.append(text.format(amount=_amount(outputs)))
    elif outputs.flops:
        text = translate("Schedule page", "{amount} to run {teacher}", "amount: of time or compute")
        parts.append(text.format(amount=_amount(outputs), teacher=teacher))
    text = translate("Schedule page", "{amount} to train the student", "amount: of time or compute")
    parts.append(text.format(amount=_amount(other.phase("student_training"))))
    takes = translate(
        "Schedule page", "Distilling would take {amounts}, and reach a loss of {loss} instead of {other_loss}"
    )
    if other.shared:
        takes = translate(
            "Schedule page",
            "Distilling would take {amounts}, the whole teacher included, "
            "and reach a loss of {loss} instead of {other_loss}",
        )
    yield Note(
        "info",
        takes.format(
            amounts=listed(parts),
            loss=format_loss(solution.distillation.loss),
            other_loss=format_loss(solution.supervised.loss),
        ),
    )


def _teacher(solution: Solution) -> str:
    """Return "the Llama teacher" for one that is listed, "an 8B teacher" for one of that size."""
    teacher = solution.distillation.teacher
    name = teacher_name(teacher)
    if teacher.name is not None:
        return translate("Schedule page", "the {name} teacher").format(name=name)
    return by_article(
        name, translate("Schedule page", "a {name} teacher"), translate("Schedule page", "an {name} teacher")
    ).format(name=name)


def _amount(phase: Phase) -> str:
    return format_flops(phase.flops) if phase.hours is None else format_duration(phase.hours)


def _left_over(solution: Solution, schedule: Schedule) -> Iterator[Note]:
    planned, counted = solution.budget.hours, schedule.total.counted_hours
    if planned is None or counted is None or planned - counted <= APART * planned:
        return
    text = translate("Schedule page", "Of the planned {time}, {unused} stay unused: text runs out")
    yield Note("info", text.format(time=format_duration(planned), unused=format_duration(planned - counted)))


def _unknown(solution: Solution, schedule: Schedule) -> Iterator[Note]:
    if schedule.total.hours is None or solution.plan.hardware is None:
        return
    if schedule.total.cost is None:
        yield Note("info", translate("Schedule page", "Cost is not known: type a price to see it"))
    if schedule.total.energy_kwh is None:
        text = translate("Schedule page", "Energy and CO₂e are not known: the catalogue lists no power for this one")
        if solution.plan.hardware.accelerator is None:
            text = translate(
                "Schedule page", "Energy and CO₂e are not known: choose a catalogue accelerator to see them"
            )
        yield Note("info", text)
