"""Whether the models fit the accelerators, in words, with what would help where they do not."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from advisor.accelerators import accelerator
from advisor.language import translate
from advisor.names import teacher_name
from advisor.notes import Note
from advisor.plan import Architecture, Hardware
from advisor.quantities import exact_number, format_bytes, format_share
from advisor.solution import Solution

from .memory import (
    RUNTIME_BYTES,
    STATE_BYTES,
    STATE_BYTES_SINGLE,
    WEIGHT_BYTES,
    Load,
    training_load,
    training_state_bytes,
)
from .phases import Schedule

RECOMPUTING_COSTS = 0.3
"""Share of a layer's compute that computing it again adds, in published guides to full recomputation."""


def memory_notes(solution: Solution, schedule: Schedule) -> Iterator[Note]:
    """Yield a note for each model that the schedule trains."""
    plan = solution.plan
    student, architecture, hardware = plan.student.parameters, plan.architecture, plan.hardware
    if hardware is None:
        state = format_bytes(training_state_bytes(student, architecture), 2)
        text = translate(
            "Schedule page", "Training the student takes {state} of training state, spread over all accelerators"
        )
        yield Note("info", text.format(state=state), _assumptions(architecture))
        return
    memory = accelerator(hardware.accelerator).memory_gb if hardware.accelerator is not None else None
    teacher = solution.distillation.teacher
    trained_here = not schedule.direct and schedule.phase("teacher_training").flops > 0
    if trained_here:
        load = training_load(teacher.parameters, architecture, hardware.count, memory)
        yield _note(load, translate("Schedule page", "Teacher training"), _teacher_room(load), hardware, architecture)
    what = translate("Schedule page", "Student training") if trained_here else ""
    alone = training_load(student, architecture, hardware.count, memory)
    if schedule.direct or not schedule.phase("teacher_outputs").flops:
        yield _note(alone, what, _student_room(alone), hardware, architecture)
        return
    beside = training_load(
        student, architecture, hardware.count, memory, teacher.parameters, _teacher_architecture(solution)
    )
    remedy = _student_room(beside)
    if alone.verdict != "too_large":
        remedy = translate(
            "Schedule page", "what would: the outputs of the {teacher} stored first, and the student alone"
        ).format(teacher=teacher_name(teacher))
    yield _note(beside, what, remedy, hardware, architecture)


def _teacher_architecture(solution: Solution) -> Architecture:
    """Return the plan's architecture with the vocabulary the chosen teacher is said to have."""
    best = solution.best_candidate
    if best is None or best.vocabulary is None:
        return solution.plan.architecture
    return msgspec.structs.replace(solution.plan.architecture, vocabulary=best.vocabulary)


def _teacher_room(load: Load) -> str:
    """Return what would make room for a teacher that is trained."""
    if load.least_count is None:
        return translate(
            "Schedule page",
            "what would: a smaller teacher, a shorter context or accelerators with more memory",
            "after: does not fit in memory",
        )
    return translate(
        "Schedule page",
        "what would: {count} of these accelerators, or a smaller teacher",
        "after: does not fit in memory",
    ).format(count=exact_number(load.least_count))


def _student_room(load: Load) -> str:
    """Return what would make room for a student that is trained."""
    if load.least_count is None:
        return translate(
            "Schedule page",
            "what would: a smaller student, a shorter context or accelerators with more memory",
            "after: does not fit in memory",
        )
    return translate(
        "Schedule page",
        "what would: {count} of these accelerators, or a smaller student",
        "after: does not fit in memory",
    ).format(count=exact_number(load.least_count))


def _note(load: Load, what: str, remedy: str, hardware: Hardware, architecture: Architecture) -> Note:
    """Return the note for one training; ``what`` is trained, "" where nothing else is."""
    working = format_bytes(load.working, 2)
    detail = _assumptions(architecture)
    if load.memory is None:
        text = translate("Schedule page", "{memory_is_not_checked}: {reason}. {each_holds}").format(
            memory_is_not_checked=_unchecked(what), reason=_why_unknown(hardware), each_holds=_each_holds(load)
        )
        return Note("info", text, detail)
    if load.verdict == "fits":
        fits = translate("Schedule page", "Fits in memory")
        if what:
            fits = translate("Schedule page", "{training} fits in memory").format(training=what)
        text = translate("Schedule page", "{fits_in_memory}: {held}, plus about {working} to work with")
        return Note("good", text.format(fits_in_memory=fits, held=_held(load), working=working), detail)
    if load.verdict == "tight":
        tight = translate("Schedule page", "Tight in memory")
        if what:
            tight = translate("Schedule page", "{training} is tight in memory").format(training=what)
        text = translate(
            "Schedule page",
            "{tight_in_memory}: {held}, and {working} to work with if layers are computed again, about {share} slower",
        )
        share = format_share(RECOMPUTING_COSTS)
        return Note(
            "warning",
            text.format(tight_in_memory=tight, held=_held(load), working=working, share=share),
            detail,
        )
    large = translate("Schedule page", "Does not fit in memory")
    if what:
        large = translate("Schedule page", "{training} does not fit in memory").format(training=what)
    text = translate("Schedule page", "{does_not_fit_in_memory}: {held}, and {working} to work with; {what_would}")
    return Note(
        "warning",
        text.format(does_not_fit_in_memory=large, held=_held(load), working=working, what_would=remedy),
        detail,
    )


def _held(load: Load) -> str:
    """Return what stands in the memory of each accelerator before it works."""
    one = load.count == 1
    if not load.teacher and one:
        text = translate("Schedule page", "{state} of training state on the {memory} accelerator")
    elif not load.teacher:
        text = translate("Schedule page", "{state} of training state on each {memory} accelerator")
    elif load.teacher_whole and one:
        text = translate(
            "Schedule page", "{state} of training state and {teacher} of teacher on the {memory} accelerator"
        )
    elif load.teacher_whole:
        text = translate(
            "Schedule page", "{state} of training state and {teacher} of teacher on each {memory} accelerator"
        )
    else:
        text = translate(
            "Schedule page",
            "{state} of training state and {teacher} of the teacher, which is spread too, on each {memory} accelerator",
        )
    return text.format(
        state=format_bytes(load.state, 2),
        teacher=format_bytes(load.teacher, 2),
        memory=format_bytes(load.memory or 0.0),
    )


def _each_holds(load: Load) -> str:
    """Return what each accelerator holds, where it is not known how much it could."""
    text = translate("Schedule page", "Each holds {state} of training state, plus {working} to work with")
    if load.teacher:
        text = translate(
            "Schedule page",
            "Each holds {state} of training state and {teacher} of teacher, plus {working} to work with",
        )
    return text.format(
        state=format_bytes(load.state, 2), teacher=format_bytes(load.teacher, 2), working=format_bytes(load.working, 2)
    )


def _unchecked(what: str) -> str:
    if what:
        return translate("Schedule page", "{training} memory is not checked").format(training=what)
    return translate("Schedule page", "Memory is not checked")


def _why_unknown(hardware: Hardware) -> str:
    if hardware.accelerator is None:
        return translate("Schedule page", "this accelerator is not in the catalogue")
    return translate("Schedule page", "the catalogue does not list this accelerator's memory")


def _assumptions(architecture: Architecture) -> str:
    return translate(
        "Schedule page",
        "Training state: {state} bytes for each parameter, embeddings included (weights, gradients, Adam), "
        "spread evenly over all accelerators; {most} where gradients are kept in single precision. "
        "A teacher that computes outputs: {weights} bytes a parameter. "
        "Working memory: one text of {context} tokens at a time, its outputs, "
        "{runtime} for the runtime, and a tenth kept free",
    ).format(
        state=exact_number(STATE_BYTES),
        most=exact_number(STATE_BYTES_SINGLE),
        weights=exact_number(WEIGHT_BYTES),
        context=exact_number(architecture.context),
        runtime=format_bytes(RUNTIME_BYTES),
    )
