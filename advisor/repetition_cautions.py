"""What is said of text that is repeated: how often it is seen, and what that is worth."""

from __future__ import annotations

from collections.abc import Iterator

from .language import translate
from .number_text import plain
from .quantities import exact_number
from .repetition import ALMOST_AS_GOOD_AS_NEW, RETURNS_FADE
from .solution import Solution


def repetition_cautions(solution: Solution) -> Iterator[tuple[str, str]]:
    """Yield code and sentence for each text that is repeated more often than it is as good as new."""
    data = solution.plan.data
    if not data.allow_repeats:
        return
    distil = solution.method == "distill"
    if data.student_tokens is not None:
        tokens = solution.distillation.student_tokens if distil else solution.supervised.tokens
        times = tokens / data.student_tokens
        if times > RETURNS_FADE:
            yield "student_text_repeated_often", _student_text_often().format(times=_whole(times))
        elif times > ALMOST_AS_GOOD_AS_NEW:
            yield "student_text_repeated", _student_text(distil).format(times=plain(times, 2))
    trained_here = solution.shares[1] > 0
    seen = solution.free.teacher.training_tokens
    if trained_here and seen is not None and data.teacher_tokens is not None:
        times = seen / data.teacher_tokens
        if times > RETURNS_FADE:
            yield "teacher_text_repeated_often", _teacher_text_often(distil).format(times=_whole(times))
        elif times > ALMOST_AS_GOOD_AS_NEW:
            yield "teacher_text_repeated", _teacher_text(distil).format(times=plain(times, 2))


def _whole(times: float) -> str:
    return exact_number(round(times))


def _student_text_often() -> str:
    return translate(
        "Warning",
        "The student's text is seen {times} times; beyond 16 passes hardly anything is gained and harm is possible",
    )


def _student_text(distil: bool) -> str:
    if distil:
        return translate(
            "Warning",
            "The student's text is seen {times} times; what that is worth when distilling is an assumption",
        )
    return translate("Warning", "The student's text is seen {times} times; after four, each pass adds less")


def _teacher_text_often(distil: bool) -> str:
    if distil:
        return translate(
            "Warning",
            "The teacher's text is seen {times} times; beyond 16 passes hardly anything is gained and harm is possible",
        )
    return translate(
        "Warning",
        "The teacher's text would be seen {times} times; beyond 16 passes hardly anything is gained and harm is "
        "possible",
    )


def _teacher_text(distil: bool) -> str:
    if distil:
        return translate(
            "Warning",
            "The teacher's text is seen {times} times; what that is worth when distilling is an assumption",
        )
    return translate(
        "Warning",
        "The teacher's text would be seen {times} times; what that is worth when distilling is an assumption",
    )
