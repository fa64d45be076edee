"""What the problems of one plan share: laws, shapes, text, and the bounds of a free teacher."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .coefficients import CoefficientSet
from .flops import STUDY_ARCHITECTURE
from .plan import Architecture
from .repetition import REPEAT_CONSTANT, effective_tokens

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Text:
    """Text to train on: ``unique_tokens`` (``inf``: no limit) and whether it may be seen more than once."""

    unique_tokens: float = np.inf
    allow_repeats: bool = True

    @property
    def token_limit(self) -> float:
        """The most tokens that may be trained on."""
        return np.inf if self.allow_repeats else self.unique_tokens

    def effective(self, tokens: ArrayLike) -> FloatArray:
        """Return what ``tokens`` of this text are worth (repetition.py)."""
        return effective_tokens(tokens, self.unique_tokens)

    def repetition(self, tokens: FloatArray) -> tuple[FloatArray, FloatArray | float, FloatArray | float]:
        """Return D_eff, m = d log D / d log D_eff, and d log m / d log D_eff."""
        unique = self.unique_tokens
        if not (self.allow_repeats and unique < np.inf):
            return tokens, 1.0, 0.0
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            worth = np.exp(-np.maximum(tokens / unique - 1, 0) / REPEAT_CONSTANT)
            effective = np.minimum(tokens, unique) + unique * REPEAT_CONSTANT * (1 - worth)
            stretch = effective / (tokens * worth)
            faded = 1 + stretch * tokens / (unique * REPEAT_CONSTANT) - stretch
        return effective, stretch, np.where(tokens > unique, faded, 0.0)


@dataclass(frozen=True)
class World:
    """All that the problems of one call share: the laws, the shapes, the text and the bounds of a free teacher.

    ``teacher_text`` limits teachers that are trained here (d_pre > 0); ``max_training_tokens`` limits every teacher.
    """

    coefficients: CoefficientSet
    architecture: Architecture = STUDY_ARCHITECTURE
    student_text: Text = field(default_factory=Text)
    teacher_text: Text = field(default_factory=Text)
    max_training_tokens: float = 2e13
    parameters_range: tuple[float, float] = (1e6, 1e13)
