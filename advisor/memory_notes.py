"""Whether the models fit the accelerators, in words, with what would help where they do not."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from .accelerators import accelerator
from .memory import STATE_BYTES, WEIGHT_BYTES, Load, training_load, training_state_bytes
from .names import teacher_name
from .notes import Note
from .plan import Architecture, Hardware
from .quantities import exact_number, format_bytes
from .schedule import Schedule
from .solution import Solution

RECOMPUTING_COSTS = "about 30 % slower"
"""Share of a layer's compute that computing it again adds, in published guides to full recomputation."""


def memory_notes(solution: Solution, schedule: Schedule) -> Iterator[Note]:
    """Yield a note for each model that the schedule trains."""
    plan = solution.plan
    student, architecture, hardware = plan.student.parameters, plan.architecture, plan.hardware
    if hardware is None:
        state = format_bytes(training_state_bytes(student, architecture), 2)
        text = f"Training the student takes {state} of training state, spread over all accelerators"
        yield Note("info", text, _assumptions(architecture))
        return
    memory = accelerator(hardware.accelerator).memory_gb if hardware.accelerator is not None else None
    teacher = solution.distillation.teacher
    trained_here = not schedule.direct and schedule.phase("teacher_training").flops > 0
    if trained_here:
        load = training_load(teacher.parameters, architecture, hardware.count, memory)
        yield _note(load, "Teacher training", _more(load, "a smaller teacher"), hardware, architecture)
    what = "Student training" if trained_here else ""
    alone = training_load(student, architecture, hardware.count, memory)
    if schedule.direct or not schedule.phase("teacher_outputs").flops:
        yield _note(alone, what, _more(alone, "a smaller student"), hardware, architecture)
        return
    beside = training_load(
        student, architecture, hardware.count, memory, teacher.parameters, _teacher_architecture(solution)
    )
    remedy = _more(beside, "a smaller student")
    if alone.verdict != "too_large":
        remedy = f"what would: the outputs of the {teacher_name(teacher)} stored first, and the student alone"
    yield _note(beside, what, remedy, hardware, architecture)


def _teacher_architecture(solution: Solution) -> Architecture:
    """Return the plan's architecture with the vocabulary the chosen teacher is said to have."""
    best = solution.best_candidate
    if best is None or best.vocabulary is None:
        return solution.plan.architecture
    return msgspec.structs.replace(solution.plan.architecture, vocabulary=best.vocabulary)


def _more(load: Load, smaller: str) -> str:
    """Return what would make room."""
    if load.least_count is None:
        return f"what would: {smaller}, a shorter context or accelerators with more memory"
    return f"what would: {exact_number(load.least_count)} of these accelerators, or {smaller}"


def _note(load: Load, what: str, remedy: str, hardware: Hardware, architecture: Architecture) -> Note:
    held = f"{format_bytes(load.state, 2)} of training state"
    if load.teacher:
        part = "teacher" if load.teacher_whole else "the teacher, which is spread too,"
        held += f" and {format_bytes(load.teacher, 2)} of {part}"
    working = format_bytes(load.working, 2)
    detail = _assumptions(architecture)
    if load.memory is None:
        why = "the catalogue does not list this accelerator's memory"
        if hardware.accelerator is None:
            why = "this accelerator is not in the catalogue"
        text = f"{what} memory is not checked" if what else "Memory is not checked"
        return Note("info", f"{text}: {why}. Each holds {held.rstrip(',')}, plus {working} to work with", detail)
    size = format_bytes(load.memory)
    where = f"on each {size} accelerator" if load.count > 1 else f"on the {size} accelerator"
    if load.verdict == "fits":
        text = f"{what} fits in memory" if what else "Fits in memory"
        return Note("good", f"{text}: {held} {where}, plus about {working} to work with", detail)
    if load.verdict == "tight":
        text = f"{what} is tight in memory" if what else "Tight in memory"
        return Note(
            "warning",
            f"{text}: {held} {where}, and {working} to work with if layers are computed again, {RECOMPUTING_COSTS}",
            detail,
        )
    text = f"{what} does not fit in memory" if what else "Does not fit in memory"
    return Note("warning", f"{text}: {held} {where}, and {working} to work with; {remedy}", detail)


def _assumptions(architecture: Architecture) -> str:
    return (
        f"Training state: {STATE_BYTES:g} bytes for each parameter, embeddings included (weights, gradients, Adam), "
        "spread evenly over all accelerators; 18 where gradients are kept in single precision. "
        f"A teacher that computes outputs: {WEIGHT_BYTES:g} bytes a parameter. "
        f"Working memory: one text of {exact_number(architecture.context)} tokens at a time, its outputs, "
        "2 GB for the runtime, and a tenth kept free"
    )
