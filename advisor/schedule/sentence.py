"""The sentence of the Schedule page: what share of the days, or of the compute, each phase takes."""

from __future__ import annotations

from advisor.language import translate
from advisor.names import capital, teacher_name
from advisor.solution import Solution
from advisor.spoken import NEAR, all_the_time, count_in_words, is_one, is_plural, share_in_words, the_time

from .phases import Schedule
from .split_curves import own_shares


def schedule_sentence(solution: Solution, schedule: Schedule) -> str:
    """Return the sentence for the recommended schedule."""
    return capital(_direct(solution, schedule) if schedule.direct else _distilled(solution, schedule))


def _whole(hours: float | None) -> tuple[str, bool]:
    """Return all that is spent, "all five days" or "all the compute", and whether its verb is singular."""
    if hours is None:
        return translate("Schedule page", "all the compute"), True
    return all_the_time(hours), is_one(hours)


def _direct(solution: Solution, schedule: Schedule) -> str:
    whole, one = _whole(schedule.total.hours)
    tie = solution.method == "tie"
    if one and tie:
        trains = translate("Schedule page", "{all} trains the student directly, as good and simpler")
    elif one:
        trains = translate("Schedule page", "{all} trains the student directly", "all: such as the whole hour")
    elif tie:
        trains = translate("Schedule page", "{all} train the student directly, as good and simpler")
    else:
        trains = translate("Schedule page", "{all} train the student directly", "all: such as all five days")
    teacher = 1 - float(own_shares(solution)[0])
    if teacher == 0:
        other = translate("Schedule page", "distilling from stored outputs would take as long")
    elif one:
        other = translate("Schedule page", "distilling would give {share} of it to a teacher")
    else:
        other = translate("Schedule page", "distilling would give {share} of them to a teacher")
    return translate("Schedule page", "{all_train_directly}; {distilling_would_take}.").format(
        all_train_directly=trains.format(all=whole),
        distilling_would_take=other.format(share=share_in_words(teacher)),
    )


def _distilled(solution: Solution, schedule: Schedule) -> str:
    total = schedule.total
    share = {phase.key: phase.flops / total.flops for phase in schedule.phases}
    trained, run = share["teacher_training"], share["teacher_outputs"]
    teacher = translate("Schedule page", "the {name} teacher").format(name=teacher_name(solution.distillation.teacher))
    if not trained and not run:
        whole, one = _whole(total.hours)
        if one:
            text = translate("Schedule page", "{all} trains the student: the outputs of {teacher} are stored already.")
        else:
            text = translate("Schedule page", "{all} train the student: the outputs of {teacher} are stored already.")
        return text.format(all=whole, teacher=teacher)
    first = _first(trained, run).format(
        share=share_in_words(trained or run),
        time=translate("Schedule page", "the compute") if total.hours is None else the_time(total.hours),
        teacher=teacher,
    )
    second = _second(trained, run) if trained and run else ""
    if second and schedule.shared:
        text = translate(
            "Schedule page",
            "{part_trains_teacher}, shared by {students} students, {part_runs_it}, the rest trains the student.",
        )
    elif second:
        text = translate("Schedule page", "{part_trains_teacher}, {part_runs_it}, the rest trains the student.")
    elif schedule.shared:
        text = translate(
            "Schedule page",
            "{part_for_teacher}, shared by {students} students, the rest trains the student.",
            "part_for_teacher: a quarter of the five days runs the 8B teacher, or trains it",
        )
    else:
        text = translate(
            "Schedule page",
            "{part_for_teacher}, the rest trains the student.",
            "part_for_teacher: a quarter of the five days runs the 8B teacher, or trains it",
        )
    students = count_in_words(solution.plan.teacher.students)
    return text.format(part_for_teacher=first, part_trains_teacher=first, part_runs_it=second, students=students)


def _first(trained: float, run: float) -> str:
    """Return what is said of the first phase: the teacher's training, or where there is none its outputs."""
    if trained:
        if is_plural(trained):
            return translate("Schedule page", "{share} of {time} train {teacher}", "such as: two thirds")
        return translate("Schedule page", "{share} of {time} trains {teacher}", "such as: a quarter")
    if is_plural(run):
        return translate("Schedule page", "{share} of {time} run {teacher}", "such as: two thirds")
    return translate("Schedule page", "{share} of {time} runs {teacher}", "such as: a quarter")


def _second(trained: float, run: float) -> str:
    """Return what is said of the teacher's outputs after its training: "another quarter runs it"."""
    if is_plural(run):
        return translate("Schedule page", "{share} run it", "such as: two thirds").format(share=share_in_words(run))
    another = {
        1 / 10: translate("Schedule page", "another tenth runs it"),
        1 / 5: translate("Schedule page", "another fifth runs it"),
        1 / 4: translate("Schedule page", "another quarter runs it"),
        1 / 3: translate("Schedule page", "another third runs it"),
    }
    for fraction, text in another.items():
        if abs(trained - fraction) <= NEAR and abs(run - fraction) <= NEAR:
            return text
    return translate("Schedule page", "{share} runs it", "such as: a quarter").format(share=share_in_words(run))
