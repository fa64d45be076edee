"""What the reader of an answer must be warned of: named conditions, each with one plain sentence."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .coefficients import DEFAULT_SET
from .flops import STUDY_ARCHITECTURE
from .language import translate
from .laws import StudentTerms
from .names import by_article, teacher_name
from .plan import Architecture
from .quantities import (
    exact_number,
    format_duration,
    format_flops,
    format_loss,
    format_parameters,
    format_share,
    format_tokens,
)
from .recommendation import Warning
from .repetition_cautions import repetition_cautions
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


def cautions(solution: Solution) -> tuple[Warning, ...]:
    """Return every warning that applies, the most consequential first."""
    checks = [_coefficients, _study_range, _teacher_fit, _limits, repetition_cautions, _candidates, _student]
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
            translate(
                "Warning",
                "These coefficients are read as printed in the paper and contradict its own measurements by up to "
                "5.9 %",
            ),
        )
    elif chosen.id != DEFAULT_SET:
        text = translate("Warning", 'This answer rests on your own coefficients, "{name}"')
        yield "coefficients_of_user", text.format(name=chosen.name)
    if _shape(solution.plan.architecture) != _shape(STUDY_ARCHITECTURE):
        yield (
            "architecture_differs",
            translate(
                "Warning",
                "The study used one model shape, a context of 4,096 tokens and 32,168 vocabulary entries; yours "
                "differs",
            ),
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
        name = format_parameters(size)
        text = by_article(name, *(_smaller_students() if size < low else _larger_students()))
        yield "outside_study_student", text.format(size=name)
    most = max(solution.distillation.effective_student_tokens, solution.supervised.effective_tokens)
    fewest = min(solution.distillation.effective_student_tokens, solution.supervised.effective_tokens)
    if most > STUDY_TOKENS:
        text = translate(
            "Warning", "{tokens} student tokens are more than any in the study (512B): the real range may be wider"
        )
        yield "outside_study_tokens", text.format(tokens=format_tokens(most))
    if fewest < FEWEST_STUDY_TOKENS * 0.999:
        text = translate(
            "Warning", "{tokens} student tokens are fewer than any in the study (3.7B): nothing bounds the error"
        )
        yield "outside_study_few_tokens", text.format(tokens=format_tokens(fewest))


def _smaller_students() -> tuple[str, str]:
    """Return what is said of a student smaller than the study's, with "A" and with "An"."""
    return (
        translate(
            "Warning",
            "A {size} student is smaller than any in the study (143M to 12.6B): nothing bounds the error",
        ),
        translate(
            "Warning",
            "An {size} student is smaller than any in the study (143M to 12.6B): nothing bounds the error",
        ),
    )


def _larger_students() -> tuple[str, str]:
    """Return what is said of a student larger than the study's, with "A" and with "An"."""
    return (
        translate(
            "Warning",
            "A {size} student is larger than any in the study (143M to 12.6B): nothing bounds the error",
        ),
        translate(
            "Warning",
            "An {size} student is larger than any in the study (143M to 12.6B): nothing bounds the error",
        ),
    )


def _teacher_range(solution: Solution) -> Iterator[tuple[str, str]]:
    beyond = _beyond_study(solution)
    if beyond:
        yield "outside_study_teacher", beyond.format(name=teacher_name(solution.distillation.teacher))


def _beyond_study(solution: Solution) -> str:
    """Return what is to be said of a teacher that goes beyond the study, empty where it does not."""
    teacher = solution.distillation.teacher
    strongest, weakest = STUDY_TEACHER_LOSS
    if teacher.loss < strongest:
        return translate("Warning", "The {name} teacher is stronger than any in the study: the real range may be wider")
    if teacher.loss > weakest:
        return translate("Warning", "The {name} teacher is weaker than any in the study: the real range may be wider")
    best = solution.best_candidate
    if best is not None and best.loss is not None:
        return ""  # its loss was measured, so its size and tokens do not matter
    smallest, largest = STUDY_PARAMETERS
    if teacher.parameters > largest * 1.001:
        return translate("Warning", "The {name} teacher is larger than any in the study: the real range may be wider")
    if teacher.parameters < smallest * 0.999:
        return translate("Warning", "The {name} teacher is smaller than any in the study: the real range may be wider")
    if teacher.training_tokens is not None and teacher.training_tokens > STUDY_TOKENS:
        return translate(
            "Warning", "The {name} teacher has seen more text than any in the study: the real range may be wider"
        )
    return ""


def _teacher_fit(solution: Solution) -> Iterator[tuple[str, str]]:
    if solution.distillation.loss >= solution.supervised.loss:
        yield "no_teacher_pays", _no_teacher(solution)
    if solution.method == "tie":
        yield (
            "tie_may_hide_gain",
            # This rests on Lu and Liu 2026, arXiv 2605.23857: mixed losses, downstream and out-of-distribution tasks.
            translate(
                "Warning",
                "This compares the loss on text like yours; later studies saw distilled students gain more on other "
                "tasks",
            ),
        )
    gap = loss_lost_to_strength(solution)
    if solution.candidates and gap > solution.world.coefficients.relative_error * solution.distillation.loss:
        text = translate(
            "Warning", "The {name} teacher is stronger than this student can use: a weaker one gains {gain} nats"
        )
        name = teacher_name(solution.distillation.teacher)
        yield "teacher_too_strong", text.format(name=name, gain=format_loss(gap))


def _no_teacher(solution: Solution) -> str:
    if solution.candidates:
        return translate(
            "Warning", "None of your teachers is worth using here: training directly does at least as well"
        )
    if solution.shares == (0.0, 0.0):
        return translate("Warning", "No teacher helps here: training directly does at least as well")
    return translate("Warning", "No teacher is worth paying for here: training directly does at least as well")


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
        text = translate("Warning", "{share} of the budget ({compute}) is left over: the text runs out")
        if left > 0.995:
            text = translate("Warning", "Nearly all of the budget ({compute}) is left over: the text runs out")
        compute = format_flops(solution.flops_left, 2)
        yield "budget_left_over", text.format(share=format_share(left, 2), compute=compute)
    share_of_training, rate = solution.shares[1], solution.budget.flops_per_hour
    if 0 < share_of_training < 1:
        full = solution.distillation.flops.teacher_training / share_of_training
        if rate:
            text = translate(
                "Warning",
                "This counts {share} of the teacher's training, which takes {time} here in full",
                "here: on the hardware of the plan",
            )
        else:
            text = translate("Warning", "This counts {share} of the teacher's training, which takes {compute} in full")
        yield (
            "teacher_training_shared",
            text.format(
                share=format_share(share_of_training, 2),
                time=format_duration(full / rate) if rate else "",
                compute=format_flops(full),
            ),
        )
    if solution.best_candidate is None:
        yield from _teacher_bounds(solution)


def _teacher_bounds(solution: Solution) -> Iterator[tuple[str, str]]:
    teacher, bounds = solution.free.teacher, solution.plan.teacher
    low, high = bounds.parameters_range
    at_low, at_high = teacher.parameters <= low * 1.0001, teacher.parameters >= high * 0.9999
    # With nothing to pay only the teacher's loss matters, and a bound of its size hardly binds.
    if (at_low != at_high) and solution.shares != (0.0, 0.0):
        text = translate("Warning", "The best teacher is the largest you allow; a wider range may do better")
        if at_low:
            text = translate("Warning", "The best teacher is the smallest you allow; a wider range may do better")
        yield "teacher_size_at_bound", text
    limit = bounds.max_training_tokens
    if teacher.training_tokens is not None and teacher.training_tokens >= limit * 0.9999:
        text = translate("Warning", "This assumes a teacher trained on {tokens} tokens, the most you allow")
        yield "teacher_tokens_at_bound", text.format(tokens=format_tokens(limit))


def _candidates(solution: Solution) -> Iterator[tuple[str, str]]:
    plan = solution.plan
    if not plan.teacher.exists:
        if plan.teacher.candidates:
            yield (
                "candidates_ignored",
                translate("Warning", "The existing teachers listed are ignored, because the plan says none exists"),
            )
        return
    vocabulary = plan.architecture.vocabulary
    others = [c.name for c in plan.teacher.candidates if c.vocabulary is not None and c.vocabulary != vocabulary]
    if len(others) == 1:
        text = translate(
            "Warning",
            "{name} has another vocabulary than the student: outputs cannot be matched token by token, "
            "which the law assumes, unless the student takes it over",
        )
        yield "candidate_vocabulary", text.format(name=others[0])
    elif others:
        text = translate(
            "Warning",
            "{names} have another vocabulary than the student: outputs cannot be matched token by token, "
            "which the law assumes, unless the student takes it over",
            "names: such as A, B and C",
        )
        yield "candidate_vocabulary", text.format(names=_several(others))
    best = solution.best_candidate
    if best is not None and best.vocabulary is None:
        text = translate("Warning", "Check that the {name} shares the student's tokenizer")
        yield "check_tokenizer", text.format(name=best.name)
    estimated = [c.name for c in plan.teacher.candidates if c.loss is None]
    if best is not None and best.loss is None:
        estimated = [best.name]
    if len(estimated) == 1:
        text = translate("Warning", "The loss of the {name} is estimated as if trained on your text")
        yield "teacher_loss_estimated", text.format(name=estimated[0])
    elif estimated:
        text = translate(
            "Warning", "The losses of {names} are estimated as if trained on your text", "names: such as A, B and C"
        )
        yield "teacher_loss_estimated", text.format(names=_several(estimated))


def _several(names: list[str]) -> str:
    """Return "A and B", "A, B and C", or "12 of your teachers" where a list would not be read."""
    if len(names) > MOST_NAMES:
        return translate("Warning", "%n of your teachers", "", len(names))
    if len(names) == MOST_NAMES:
        first, second, third = names
        return translate("Warning", "{first}, {second} and {third}").format(first=first, second=second, third=third)
    return translate("Warning", "{first} and {second}").format(first=names[0], second=names[1])


def _student(solution: Solution) -> Iterator[tuple[str, str]]:
    student = solution.plan.student
    if student.memory_gb is not None and not fits(
        student.parameters, student.memory_gb, student.bits, solution.plan.architecture
    ):
        name = format_parameters(student.parameters)
        text = by_article(
            name,
            translate("Warning", "A {size} student does not fit in {memory} GB at {bits} bits"),
            translate("Warning", "An {size} student does not fit in {memory} GB at {bits} bits"),
        )
        yield "student_memory", text.format(size=name, memory=_plain(student.memory_gb), bits=_plain(student.bits))


def _plain(number: float) -> str:
    return exact_number(number)
