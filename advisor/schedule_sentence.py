"""The sentence of the Schedule page: what share of the days, or of the compute, each phase takes."""

from __future__ import annotations

from .names import capital, teacher_name
from .schedule import Schedule
from .solution import Solution
from .split_curves import own_shares
from .spoken import all_the_time, count_in_words, is_plural, share_in_words, the_time


def schedule_sentence(solution: Solution, schedule: Schedule) -> str:
    """Return the sentence for the recommended schedule."""
    return _direct(solution, schedule) if schedule.direct else _distilled(solution, schedule)


def _direct(solution: Solution, schedule: Schedule) -> str:
    hours = schedule.total.hours
    whole = capital("all the compute" if hours is None else all_the_time(hours))
    trains = "trains" if hours is None or whole.startswith("The") else "train"
    why = ", as good and simpler" if solution.method == "tie" else ""
    teacher = 1 - float(own_shares(solution)[0])
    them = "it" if trains == "trains" else "them"
    other = f"distilling would give {share_in_words(teacher)} of {them} to a teacher"
    if teacher == 0:
        other = "distilling from stored outputs would take as long"
    return f"{whole} {trains} the student directly{why}; {other}."


def _distilled(solution: Solution, schedule: Schedule) -> str:
    total = schedule.total
    share = {phase.key: phase.flops / total.flops for phase in schedule.phases}
    name = f"the {teacher_name(solution.distillation.teacher)} teacher"
    students = solution.plan.teacher.students
    shared = f", shared by {count_in_words(students)} students," if schedule.shared else ""
    of = "of the compute" if total.hours is None else f"of {the_time(total.hours)}"
    trained, run = share["teacher_training"], share["teacher_outputs"]
    if not trained and not run:
        whole = "all the compute" if total.hours is None else all_the_time(total.hours)
        verb = "train" if whole.startswith("all") and total.hours is not None else "trains"
        return f"{capital(whole)} {verb} the student: the outputs of {name} are stored already."
    if not trained:
        return f"{_part(run, of)} {_verb(run, 'run')} {name}{shared or ','} the rest trains the student."
    first = f"{_part(trained, of)} {_verb(trained, 'train')} {name}{shared or ','}"
    if not run:
        return f"{first} the rest trains the student."
    words = share_in_words(run)
    if words == share_in_words(trained) and words.startswith("a "):
        words = f"another {words.removeprefix('a ')}"
    return f"{first} {words} {_verb(run, 'run')} it, the rest trains the student."


def _part(share: float, of: str) -> str:
    return capital(f"{share_in_words(share)} {of}")


def _verb(share: float, verb: str) -> str:
    return verb if is_plural(share_in_words(share)) else f"{verb}s"
