"""What the reader of an answer must be warned of: named conditions, each with one plain sentence."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .coefficients import DEFAULT_SET
from .flops import STUDY_ARCHITECTURE
from .laws import StudentTerms
from .names import ESTIMATED, capital, teacher_name, with_article
from .plan import Architecture
from .quantities import format_duration, format_flops, format_loss, format_parameters, format_share, format_tokens
from .recommendation import Warning
from .repetition import ALMOST_AS_GOOD_AS_NEW, RETURNS_FADE
from .solution import Solution
from .student_size import fits

STUDY_PARAMETERS = (143e6, 12.61e9)
"""Sizes of the study's students and teachers (Sec. 4, Table 13)."""

STUDY_TOKENS = 512e9
FEWEST_STUDY_TOKENS = 3.7e9
"""The most and the fewest student tokens of the study's distillation runs (Fig. 1)."""

STUDY_TEACHER_LOSS = (1.90, 2.75)

NEGLIGIBLE_SHARE_LEFT = 0.005
MOST_NAMES = 3
# The tie's note rests on Lu and Liu 2026, arXiv 2605.23857 (mixed losses, downstream and out-of-distribution tasks).


def cautions(solution: Solution) -> tuple[Warning, ...]:
    """Return every warning that applies, the most consequential first."""
    checks = [_coefficients, _study_range, _teacher_fit, _limits, _repetition, _candidates, _student]
    # What is said of the teacher matters less where the answer is to do without one.
    if solution.method != "distill":
        checks.append(_teacher_range)
    else:
        checks.insert(1, _teacher_range)
    found = [pair for check in checks for pair in check(solution)]
    return tuple(Warning(code=code, message=message) for code, message in found)


def _coefficients(solution: Solution) -> Iterator[tuple[str, str]]:
    chosen = solution.world.coefficients
    if chosen.id == "busbridge-2025-as-printed":
        yield (
            "coefficients_contradict_data",
            "These coefficients are read as printed in the paper and contradict its own measurements by up to 5.9 %",
        )
    elif chosen.id != DEFAULT_SET:
        yield "coefficients_of_user", f'This answer rests on your own coefficients, "{chosen.name}"'
    if _shape(solution.plan.architecture) != _shape(STUDY_ARCHITECTURE):
        yield (
            "architecture_differs",
            "The study used one model shape, a context of 4,096 tokens and 32,168 vocabulary entries; yours differs",
        )


def _shape(architecture: Architecture) -> tuple[float, ...]:
    return (
        architecture.context,
        architecture.vocabulary,
        architecture.aspect_ratio,
        round(architecture.ffn_ratio, 3),
        architecture.ffn_matrices,
        architecture.gqa_group,
    )


def _study_range(solution: Solution) -> Iterator[tuple[str, str]]:
    low, high = STUDY_PARAMETERS
    size = solution.plan.student.parameters
    if not low * 0.999 <= size <= high * 1.001:
        which = "smaller" if size < low else "larger"
        yield (
            "outside_study_student",
            f"{capital(with_article(format_parameters(size)))} student is {which} than any in the study "
            "(143M to 12.6B): nothing bounds the error",
        )
    most = max(solution.distillation.effective_student_tokens, solution.supervised.effective_tokens)
    fewest = min(solution.distillation.effective_student_tokens, solution.supervised.effective_tokens)
    if most > STUDY_TOKENS:
        yield (
            "outside_study_tokens",
            f"{format_tokens(most)} student tokens are more than any in the study (512B): the real range may be wider",
        )
    if fewest < FEWEST_STUDY_TOKENS * 0.999:
        yield (
            "outside_study_few_tokens",
            f"{format_tokens(fewest)} student tokens are fewer than any in the study (3.7B): nothing bounds the error",
        )


def _teacher_range(solution: Solution) -> Iterator[tuple[str, str]]:
    teacher = solution.distillation.teacher
    reason = _beyond_study(solution)
    if reason:
        yield (
            "outside_study_teacher",
            f"The {teacher_name(teacher)} teacher {reason} any in the study: the real range may be wider",
        )


def _beyond_study(solution: Solution) -> str:
    """Return in which way the teacher goes beyond the study, empty where it does not."""
    teacher = solution.distillation.teacher
    strongest, weakest = STUDY_TEACHER_LOSS
    if teacher.loss < strongest:
        return "is stronger than"
    if teacher.loss > weakest:
        return "is weaker than"
    best = solution.best_candidate
    if best is not None and best.loss is not None:
        return ""  # its loss was measured, so its size and tokens do not matter
    smallest, largest = STUDY_PARAMETERS
    if not smallest * 0.999 <= teacher.parameters <= largest * 1.001:
        return "is larger than" if teacher.parameters > largest else "is smaller than"
    if teacher.training_tokens is not None and teacher.training_tokens > STUDY_TOKENS:
        return "has seen more text than"
    return ""


def _teacher_fit(solution: Solution) -> Iterator[tuple[str, str]]:
    if solution.distillation.loss >= solution.supervised.loss:
        teachers = "No teacher is worth paying for"
        if solution.shares == (0.0, 0.0):
            teachers = "No teacher helps"
        if solution.candidates:
            teachers = "None of your teachers is worth using"
        yield "no_teacher_pays", f"{teachers} here: training directly does at least as well"
    if solution.method == "tie":
        yield (
            "tie_may_hide_gain",
            "This compares the loss on text like yours; later studies saw distilled students gain more on other tasks",
        )
    gap = loss_lost_to_strength(solution)
    if solution.candidates and gap > solution.world.coefficients.relative_error * solution.distillation.loss:
        name = teacher_name(solution.distillation.teacher)
        yield (
            "teacher_too_strong",
            f"The {name} teacher is stronger than this student can use: a weaker one gains {format_loss(gap)} nats",
        )


def loss_lost_to_strength(solution: Solution) -> float:
    """Return how much lower L_S would be with a weaker teacher and the same student tokens (the capacity gap)."""
    distilled = solution.distillation
    terms = StudentTerms(
        solution.plan.student.parameters, distilled.effective_student_tokens, solution.world.coefficients
    )
    losses = terms.loss(np.linspace(distilled.teacher.loss, max(distilled.loss, distilled.teacher.loss), 257))
    return float(losses[0] - losses.min())


def _limits(solution: Solution) -> Iterator[tuple[str, str]]:
    left = solution.flops_left / solution.budget.compute_flops
    if left > NEGLIGIBLE_SHARE_LEFT:
        share = "Nearly all" if left > 0.995 else format_share(left, 2)
        yield (
            "budget_left_over",
            f"{share} of the budget ({format_flops(solution.flops_left, 2)}) is left over: the text runs out",
        )
    share_of_training, rate = solution.shares[1], solution.budget.flops_per_hour
    if 0 < share_of_training < 1:
        full = solution.distillation.flops.teacher_training / share_of_training
        in_full = f"{format_duration(full / rate)} here" if rate else format_flops(full)
        yield (
            "teacher_training_shared",
            f"This counts {format_share(share_of_training, 2)} of the teacher's training, "
            f"which takes {in_full} in full",
        )
    if solution.best_candidate is None:
        yield from _teacher_bounds(solution)


def _teacher_bounds(solution: Solution) -> Iterator[tuple[str, str]]:
    teacher, bounds = solution.free.teacher, solution.plan.teacher
    low, high = bounds.parameters_range
    at_low, at_high = teacher.parameters <= low * 1.0001, teacher.parameters >= high * 0.9999
    # With nothing to pay only the teacher's loss matters, and a bound of its size hardly binds.
    if (at_low != at_high) and solution.shares != (0.0, 0.0):
        side = "smallest" if at_low else "largest"
        yield "teacher_size_at_bound", f"The best teacher is the {side} you allow; a wider range may do better"
    limit = bounds.max_training_tokens
    if teacher.training_tokens is not None and teacher.training_tokens >= limit * 0.9999:
        yield (
            "teacher_tokens_at_bound",
            f"This assumes a teacher trained on {format_tokens(limit)} tokens, the most you allow",
        )


def _repetition(solution: Solution) -> Iterator[tuple[str, str]]:
    data = solution.plan.data
    if not data.allow_repeats:
        return
    distil = solution.method == "distill"
    student_tokens = solution.distillation.student_tokens if distil else solution.supervised.tokens
    passes = [("student", "student_text", student_tokens, data.student_tokens)]
    trained_here = solution.shares[1] > 0
    if trained_here and solution.free.teacher.training_tokens is not None:
        passes.append(("teacher", "teacher_text", solution.free.teacher.training_tokens, data.teacher_tokens))
    for who, code, tokens, unique in passes:
        if unique is None:
            continue
        times = tokens / unique
        seen = "is seen" if distil or who == "student" else "would be seen"
        if times > RETURNS_FADE:
            yield (
                f"{code}_repeated_often",
                f"The {who}'s text {seen} {times:,.0f} times; beyond 16 passes hardly anything is gained "
                "and harm is possible",
            )
        elif times > ALMOST_AS_GOOD_AS_NEW:
            tail = (
                "what that is worth when distilling is an assumption"
                if distil or who == "teacher"
                else "after four, each pass adds less"
            )
            yield f"{code}_repeated", f"The {who}'s text {seen} {times:.2g} times; {tail}"


def _candidates(solution: Solution) -> Iterator[tuple[str, str]]:
    plan = solution.plan
    if not plan.teacher.exists:
        if plan.teacher.candidates:
            yield "candidates_ignored", "The existing teachers listed are ignored, because the plan says none exists"
        return
    vocabulary = plan.architecture.vocabulary
    others = [c.name for c in plan.teacher.candidates if c.vocabulary is not None and c.vocabulary != vocabulary]
    if others:
        verb = "has" if len(others) == 1 else "have"
        yield (
            "candidate_vocabulary",
            f"{_several(others)} {verb} another vocabulary than the student: outputs cannot be matched token by token, "
            "which the law assumes, unless the student takes it over",
        )
    best = solution.best_candidate
    if best is not None and best.vocabulary is None:
        yield "check_tokenizer", f"Check that the {best.name} shares the student's tokenizer"
    estimated = [c.name for c in plan.teacher.candidates if c.loss is None]
    if best is not None and best.loss is None:
        estimated = [best.name]
    if len(estimated) == 1:
        yield "teacher_loss_estimated", f"The loss of the {estimated[0]} is {ESTIMATED}"
    elif estimated:
        yield "teacher_loss_estimated", f"The losses of {_several(estimated)} are {ESTIMATED}"


def _several(names: list[str]) -> str:
    """Return "A", "A, B and C", or "12 of your teachers" where a list would not be read."""
    if len(names) > MOST_NAMES:
        return f"{len(names)} of your teachers"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _student(solution: Solution) -> Iterator[tuple[str, str]]:
    student = solution.plan.student
    if student.memory_gb is not None and not fits(
        student.parameters, student.memory_gb, student.bits, solution.plan.architecture
    ):
        yield (
            "student_memory",
            f"{capital(with_article(format_parameters(student.parameters)))} student does not fit in "
            f"{student.memory_gb:g} GB at {student.bits:g} bits",
        )
