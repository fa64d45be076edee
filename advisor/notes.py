"""A sentence below the evidence, and what kind of news it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NoteKind = Literal["good", "warning", "info"]

INFORMATION_CODES = frozenset(
    {
        "architecture_differs",
        "budget_left_over",
        "candidates_ignored",
        "check_tokenizer",
        "coefficients_of_user",
        "no_teacher_pays",
        "teacher_loss_estimated",
        "teacher_training_shared",
        "tie_may_hide_gain",
        "unknown_field",
    }
)
"""Codes of warnings that inform without lessening the answer; every other code lessens it."""


@dataclass(frozen=True)
class Note:
    """One sentence without a final stop; ``detail`` says how it was found, for who wants to check it."""

    kind: NoteKind
    text: str
    detail: str = ""
