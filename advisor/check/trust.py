"""How far an answer can be trusted, in plain words: how the law's error is carried, and what it leaves out.

The measured figures of the built-in set are those of 328 points digitised from Figure 1 of arXiv 2502.08606v2.
"""

from __future__ import annotations

from advisor.cautions import cautions
from advisor.coefficients import DEFAULT_SET
from advisor.language import translate
from advisor.quantities import exact_number, format_share
from advisor.solution import Solution
from advisor.uncertainty import DISTILL_FROM, NINETY_PERCENT, SUPERVISED_UP_TO

from .others import AS_PRINTED

BEYOND = ("outside_study_", "architecture_differs")
"""How the codes of cautions begin that say a plan is not what the study measured."""


def trust_paragraphs(solution: Solution) -> tuple[str, ...]:
    """Return how the law's error enters ranges and decisions, where it was measured, and what is not in it."""
    return (_carried(solution), _measured(solution), _beyond(solution), _left_out())


def _carried(solution: Solution) -> str:
    text = translate(
        "How far to trust it",
        "A predicted loss is taken to be off by {error} (one standard deviation). From this comes every 90 % range, "
        "{deviations} times {error} of the loss to either side, and with it the range of teachers, which are good "
        "enough while their student's loss is within {error} of the best. A choice compares two laws whose errors are "
        "taken as independent; they may well go together, so this errs to caution. Distil is said when it is "
        "{most} or more likely to be better, train directly at {least} or less, and too close to call between.",
    )
    return text.format(
        error=format_share(solution.world.coefficients.relative_error),
        deviations=exact_number(NINETY_PERCENT),
        most=format_share(DISTILL_FROM),
        least=format_share(SUPERVISED_UP_TO),
    )


def _measured(solution: Solution) -> str:
    coefficients = solution.world.coefficients
    if coefficients.id == DEFAULT_SET:
        found = translate(
            "How far to trust it",
            "The range was tried on 328 students digitised from the paper's Figure 1: 91 % lie within it. Predictions "
            "are not quite centred, so it is not equally good everywhere. For 1.8B students they are about 0.4 % too "
            "high, and 26 of 39 lie within; for three runs of 7.75B they are 0.5 % too high. A narrower range is not "
            "earned.",
        )
    elif coefficients.id == AS_PRINTED:
        found = translate(
            "How far to trust it",
            "Read as printed, predictions are up to 5.9 % off, and mostly too low for small students. Of 328 students "
            "digitised from the paper's Figure 1, 86 % lie within this wide range.",
        )
    elif coefficients.fit is not None:
        rows = coefficients.fit.get("rows")
        if not isinstance(rows, int):
            return translate(
                "How far to trust it",
                "This error is that of your own calibration; beyond those runs it says nothing.",
            )
        text = translate(
            "How far to trust it",
            "This error is that of your own calibration on {runs} runs; beyond those runs it says nothing.",
        )
        return text.format(runs=exact_number(rows))
    else:
        found = translate("How far to trust it", "This error is the one your coefficient set states.")
    return f"{found} {_better_than_teacher()}"


def _better_than_teacher() -> str:
    return translate(
        "How far to trust it",
        "Of 354 students measured, 41 are better than their teacher, by up to 0.024 nats; the law cannot say so.",
    )


def _beyond(solution: Solution) -> str:
    covered = translate(
        "How far to trust it",
        "The study covers models of 143M to 12.6B, 3.7B to 512B student tokens and teachers of loss 1.90 to 2.75.",
    )
    beyond = [warning.message for warning in cautions(solution) if warning.code.startswith(BEYOND)]
    if not beyond:
        here = translate("How far to trust it", "This plan stays within it.", "it: the study")
        return f"{covered} {here}"
    here = translate("How far to trust it", "This plan leaves it, and there nothing bounds the error.", "it: the study")
    return " ".join((covered, here, *(f"{message}." for message in beyond)))


def _left_out() -> str:
    return translate(
        "How far to trust it",
        "The coefficients belong to one architecture and one corpus, English C4. Another corpus has another E, so the "
        "difference of two losses carries over better than a loss; calibrate with your own runs to be sure. The law is "
        "for pure distillation and for loss on text like the training text. Lu and Liu 2026 (arXiv 2605.23857) mixed "
        "the losses and found that even weaker teachers improved larger students, more so on other tasks and other "
        "text: a tie here may hide such a gain. A teacher trained on other text than the student's is outside "
        "the study.",
    )
