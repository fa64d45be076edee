"""What the words of this field mean, in plain language, and which of them explains what stands in the window."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from advisor.evidence import Figure
from advisor.language import Language, current

from .answer import answer_terms
from .compute import compute_terms
from .models import model_terms
from .term import Term

FIELD_TERMS: Mapping[str, str] = MappingProxyType(
    {
        "budget_flops": "budget",
        "hardware.accelerator": "accelerator",
        "hardware.count": "accelerator",
        "hardware.hours": "time",
        "hardware.utilization": "utilisation",
        "hardware.price_per_hour": "price",
        "hardware.precision": "precision",
        "hardware.peak_tflops": "dense_peak",
        "hardware.measured_tflops": "measured_speed",
        "hardware.contingency": "contingency",
        "hardware.pue": "pue",
        "hardware.carbon_g_per_kwh": "carbon",
        "currency": "currency",
        "data.student_tokens": "unique_text",
        "data.teacher_tokens": "unique_text",
        "data.allow_repeats": "pass",
        "student.parameters": "parameter",
        "student.memory_gb": "bits",
        "student.bits": "bits",
        "student.served_tokens": "serving",
        "architecture.context": "context",
        "architecture.vocabulary": "vocabulary",
        "architecture.aspect_ratio": "aspect_ratio",
        "architecture.ffn_ratio": "feed_forward",
        "architecture.ffn_matrices": "feed_forward",
        "architecture.gqa_group": "query_group",
        "teacher.exists": "teacher",
        "teacher.outputs_stored": "stored_outputs",
        "teacher.students": "shared_teacher",
        "teacher.share_outputs": "shared_outputs",
        "teacher.candidates": "candidate",
        "teacher.max_training_tokens": "training_tokens",
        "teacher.parameters_range": "teacher_range",
        "coefficients": "coefficients",
    }
)
"""Which term explains a field of the plan file."""

PAGE_TERMS: Mapping[str, str] = MappingProxyType(
    {
        "budget": "budget",
        "teacher": "capacity_gap",
        "student": "student",
        "map": "crossing",
        "schedule": "phase",
        "matters": "swing",
        "compare": "pin",
        "check": "law",
    }
)
"""Which term lies behind the question of a page."""


def terms() -> tuple[Term, ...]:
    """Return every term, by name in the language spoken now."""
    return tuple(sorted(_by_key(current()).values(), key=lambda term: term.name.casefold()))


def term(key: str) -> Term:
    """Return one term.

    Raises
    ------
    KeyError
        If there is none of this key.
    """
    return _by_key(current())[key]


@lru_cache(maxsize=2)
def _by_key(language: Language) -> Mapping[str, Term]:
    """Return the terms by key; they are asked for dozens of times while a window is made."""
    return {term.key: term for term in (*model_terms(), *compute_terms(), *answer_terms())}


def figure_terms(figures: tuple[Figure, ...]) -> tuple[str, ...]:
    """Return which term explains each of the answer's numbers: teacher, student tokens, time and cost, as a rule."""
    keys = ("teacher", "student_tokens", "time", "price")
    by_unit = {"FLOPs": "budget", "nats per token": "loss"}
    return tuple(by_unit.get(figure.unit, key) for figure, key in zip(figures, keys, strict=False))


def matching(words: str) -> tuple[Term, ...]:
    """Return the terms that hold every one of some words: first those named so, last those only explained with them."""
    wanted = words.casefold().split()

    def distance(term: Term) -> int:
        if term.name.casefold().startswith(" ".join(wanted)):
            return 0
        return 1 if all(word in term.named for word in wanted) else 2

    found = (term for term in terms() if all(word in term.searched for word in wanted))
    return tuple(sorted(found, key=distance))
