"""The words for scenarios and teachers that every sentence, chart and table shares."""

from __future__ import annotations

from .quantities import format_parameters
from .recommendation import TeacherChoice

SCENARIO_LABELS = {
    "supervised": "Train directly",
    "best_case": "Distil: outputs already stored",
    "teacher_inference": "Distil: outputs computed",
    "teacher_pretraining": "Distil: train a teacher for many",
    "teacher_pretraining_inference": "Distil: train a teacher just for this",
}

SHORT_SCENARIO_LABELS = {
    "supervised": "direct",
    "best_case": "stored",
    "teacher_inference": "computed",
    "teacher_pretraining": "for many",
    "teacher_pretraining_inference": "just for this",
}
"""The same where room is scarce and the chart shows which line is meant."""

ESTIMATED = "estimated as if trained on your text"
"""What is said of every loss that the law gives a teacher from its size and training tokens."""

PHASE_LABELS = {
    "teacher_training": "Teacher training",
    "teacher_outputs": "Teacher outputs",
    "student_training": "Student training",
}
"""What a plan's compute and days go to (the terms of Eq. 9), in the order of the schedule."""


def teacher_name(teacher: TeacherChoice) -> str:
    """Return "8B" for a named candidate, "5.44B" for a free teacher of that size."""
    return teacher.name if teacher.name is not None else format_parameters(teacher.parameters)


def with_article(name: str) -> str:
    """Return "an 8B", "a 2.7B": the article as the number is read aloud."""
    vowel = name.startswith("8") or (name[:2] in {"11", "18"} and not name[2:3].isdigit())
    return f"an {name}" if vowel else f"a {name}"


def capital(text: str) -> str:
    """Return the text with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]
