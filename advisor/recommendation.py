"""The answer to a plan, as frozen values named exactly as the headless JSON names them.

Units: FLOPs, tokens, parameters (non-embedding), nats per token, hours, the plan's currency. None where a value does
not apply, such as hours and cost without hardware.
"""

from __future__ import annotations

from typing import Literal

import msgspec

SCENARIOS = ("best_case", "teacher_inference", "teacher_pretraining", "teacher_pretraining_inference")
Method = Literal["distill", "supervised", "tie"]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all parts of a recommendation."""


class TeacherChoice(Result, frozen=True, kw_only=True):
    """A teacher; ``name`` for a candidate, ``training_tokens`` None where only its loss is known."""

    name: str | None
    parameters: float
    training_tokens: float | None
    loss: float


class Phases(Result, frozen=True, kw_only=True):
    """One number (FLOPs or hours) for each thing paid for: this student's shares (Eq. 9)."""

    student_training: float
    teacher_outputs: float
    teacher_training: float

    @property
    def total(self) -> float:
        """The sum of the three."""
        return self.student_training + self.teacher_outputs + self.teacher_training


class Verdict(Result, frozen=True, kw_only=True):
    """Which method, how sure, and what the difference is worth."""

    method: Method
    headline: str
    probability: float
    loss_difference: float
    compute_equivalent: float | None


class Distillation(Result, frozen=True, kw_only=True):
    """The best plan that uses a teacher. ``teacher_parameters_range`` is the good-enough range of teacher sizes."""

    loss: float
    loss_interval: tuple[float, float]
    teacher: TeacherChoice
    teacher_parameters_range: tuple[float, float] | None
    student_tokens: float
    effective_student_tokens: float
    flops: Phases
    hours: Phases | None
    cost: float | None


class Supervised(Result, frozen=True, kw_only=True):
    """Training the student directly on the same budget and data."""

    loss: float
    loss_interval: tuple[float, float]
    tokens: float
    effective_tokens: float
    hours: float | None
    cost: float | None


class Scenario(Result, frozen=True, kw_only=True):
    """The optimum of one row of Table 2 with a free teacher and the plan's limits."""

    loss: float
    teacher: TeacherChoice
    student_tokens: float


class CandidateResult(Result, frozen=True, kw_only=True):
    """How one existing teacher would do; rank 1 is best."""

    name: str
    loss: float
    student_tokens: float
    rank: int


class Warning(Result, frozen=True, kw_only=True):
    """Something the reader must know, as one plain sentence; ``code`` is stable."""

    code: str
    message: str


class Recommendation(Result, frozen=True, kw_only=True):
    """The whole answer."""

    version: Literal[1] = 1
    compute_flops: float
    coefficients: str
    verdict: Verdict
    distillation: Distillation
    supervised: Supervised
    scenarios: dict[str, Scenario | None]
    candidates: tuple[CandidateResult, ...]
    warnings: tuple[Warning, ...]
