"""The words for scenarios and teachers that every sentence, chart and table shares."""

from __future__ import annotations

from .language import translate
from .quantities import format_parameters
from .recommendation import TeacherChoice


def scenario_labels() -> dict[str, str]:
    """Return what each scenario of Table 2, and training directly, is called, by key and in the order of tables."""
    return {
        "supervised": translate("Names", "Train directly"),
        "best_case": translate("Names", "Distil: outputs already stored"),
        "teacher_inference": translate("Names", "Distil: outputs computed"),
        "teacher_pretraining": translate("Names", "Distil: train a teacher for many"),
        "teacher_pretraining_inference": translate("Names", "Distil: train a teacher just for this"),
    }


def own_label(key: str, *, candidates: bool) -> str:
    """Return what this plan's way of distilling is called: as a scenario, or by what is special about it.

    Parameters
    ----------
    key : str
        A scenario's key, or "this_plan" where none describes the plan.
    candidates : bool
        Whether its teachers are listed.
    """
    label = scenario_labels().get(key)
    if label is not None:
        return label
    return translate("Names", "Distil: your teachers") if candidates else translate("Names", "Distil: costs shared")


def own_short_label(key: str, *, candidates: bool) -> str:
    """Return `own_label` where room is scarce and the chart shows which line is meant."""
    label = short_scenario_labels().get(key)
    if label is not None:
        return label
    if candidates:
        return translate("Names", "your teachers", "short for: distil, your teachers")
    return translate("Names", "costs shared", "short for: distil, costs shared")


def this_plan_label(method: str) -> str:
    """Return what the line of the method that is this plan's answer is called among the other lines."""
    text = translate("Names", "{method}, this plan", "method: such as Distil: outputs computed")
    return text.format(method=method)


def own_curve_label(key: str, *, candidates: bool, chosen: bool) -> str:
    """Return what the line of this plan's way of distilling is called among other lines; parameters as `own_label`.

    Parameters
    ----------
    chosen : bool
        Whether distilling is the plan's answer: where it is not, the line is not this plan's.
    """
    label = own_label(key, candidates=candidates)
    return this_plan_label(label) if chosen else label


def short_scenario_labels() -> dict[str, str]:
    """Return the same names where room is scarce and the chart shows which line is meant."""
    return {
        "supervised": translate("Names", "direct", "short for: train directly"),
        "best_case": translate("Names", "stored", "short for: distil, outputs already stored"),
        "teacher_inference": translate("Names", "computed", "short for: distil, outputs computed"),
        "teacher_pretraining": translate("Names", "for many", "short for: distil, train a teacher for many"),
        "teacher_pretraining_inference": translate(
            "Names", "just for this", "short for: distil, train a teacher just for this"
        ),
    }


def phase_labels() -> dict[str, str]:
    """Return what a plan's compute and days go to (the terms of Eq. 9), by key, in the order of the schedule."""
    return {
        "teacher_training": translate("Names", "Teacher training"),
        "teacher_outputs": translate("Names", "Teacher outputs"),
        "student_training": translate("Names", "Student training"),
    }


def estimated() -> str:
    """Return what is said of every loss that the law gives a teacher from its size and training tokens."""
    return translate("Names", "estimated as if trained on your text", "said of the loss of one or more teachers")


def teacher_name(teacher: TeacherChoice) -> str:
    """Return "8B" for a named candidate, "5.44B" for a free teacher of that size."""
    return teacher.name if teacher.name is not None else format_parameters(teacher.parameters)


def takes_an(name: str) -> bool:
    """Return whether the English article before a name or a size is "an", as the number is read aloud: "an 8B"."""
    return name.startswith("8") or (name[:2] in {"11", "18"} and not name[2:3].isdigit())


def by_article(name: str, with_a: str, with_an: str) -> str:
    """Return the one of two texts, equal but for the English article before ``{name}``, that suits the name.

    Sentences are translated whole; so one that has an article before a size exists twice.
    """
    return with_an if takes_an(name) else with_a


def with_article(name: str) -> str:
    """Return "an 8B", "a 2.7B", for a name that stands alone, as in a table."""
    return by_article(
        name, translate("Names", "a {name}", "a model of that size"), translate("Names", "an {name}", "as: a {name}")
    ).format(name=name)


def capital(text: str) -> str:
    """Return the text with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]
