"""The plan: everything the user decides, as frozen values with the ranges the plan file allows.

`Plan` is what the window edits, the plan file stores and the advisor answers. Every number states its range and, as its
title, a key of `field_words`, which says what would be right; `plan_file` turns both into messages. Section "Plan file
and headless use" of the product's contract fixes names and defaults.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

from .coefficients import CoefficientSet


def _between(low: float, high: float, title: str) -> msgspec.Meta:
    return msgspec.Meta(ge=low, le=high, title=title)


Parameters = Annotated[float, _between(1e5, 1e15, "parameters")]
Tokens = Annotated[float, _between(1, 1e18, "tokens")]
Flops = Annotated[float, _between(1e12, 1e32, "flops")]
Hours = Annotated[float, _between(0, 1e6, "hours")]
Share = Annotated[float, _between(0, 1, "share")]
Count = Annotated[int, _between(1, 10_000_000, "count")]
Tflops = Annotated[float, _between(1e-3, 1e6, "tflops")]
Price = Annotated[float, _between(0, 1e6, "price")]
Loss = Annotated[float, _between(0.01, 100, "loss")]
Vocabulary = Annotated[int, _between(2, 10_000_000, "vocabulary")]


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the plan; ``unknown`` holds fields of the file that this version does not know, so that they last."""

    unknown: dict[str, Any] = {}


class Hardware(Section, frozen=True, kw_only=True):
    """What computes, for how long, at what price."""

    accelerator: str | None = None
    count: Count = 1
    precision: Literal["bf16", "fp16", "fp8", "tf32"] = "bf16"
    peak_tflops: Tflops | None = None
    utilization: Share | None = None
    measured_tflops: Tflops | None = None
    hours: Hours = 0.0
    price_per_hour: Price | None = None
    contingency: Share = 0.0
    pue: Annotated[float, _between(1, 10, "power_usage_effectiveness")] = 1.2
    carbon_g_per_kwh: Annotated[float, _between(0, 1e4, "carbon")] = 400.0


class Data(Section, frozen=True, kw_only=True):
    """Unique text; None is no limit."""

    student_tokens: Tokens | None = None
    teacher_tokens: Tokens | None = None
    allow_repeats: bool = True


class Student(Section, frozen=True, kw_only=True):
    """The model that ships. ``parameters`` are non-embedding parameters."""

    parameters: Parameters
    served_tokens: Annotated[float, _between(0, 1e24, "served_tokens")] | None = None
    memory_gb: Annotated[float, _between(1e-3, 1e6, "memory")] | None = None
    bits: Annotated[float, _between(1, 32, "bits")] = 4


class Candidate(Section, frozen=True, kw_only=True):
    """A teacher that exists: its size and either its loss or the tokens it was trained on (the loss wins)."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=200, title="name")]
    parameters: Parameters
    loss: Loss | None = None
    training_tokens: Tokens | None = None
    vocabulary: Vocabulary | None = None


ParametersRange = tuple[Parameters, Parameters]


class Teacher(Section, frozen=True, kw_only=True):
    """What is known about teachers, and who shares what they cost."""

    exists: bool = False
    outputs_stored: bool = False
    students: Annotated[float, _between(1, 1e6, "students")] = 1
    share_outputs: bool = False
    max_training_tokens: Tokens = 2e13
    parameters_range: ParametersRange = (1e6, 1e13)
    candidates: Annotated[tuple[Candidate, ...], msgspec.Meta(max_length=1000, title="candidates")] = ()


class Architecture(Section, frozen=True, kw_only=True):
    """The fixed-aspect-ratio transformer of App. H (Eq. 69), for student and teacher alike."""

    context: Annotated[int, _between(1, 10_000_000, "context")] = 4096
    vocabulary: Vocabulary = 32168
    aspect_ratio: Annotated[float, _between(1, 1e4, "aspect_ratio")] = 128.0
    ffn_ratio: Annotated[float, _between(0.01, 100, "feed_forward_ratio")] = 8 / 3
    ffn_matrices: Annotated[int, _between(1, 10, "feed_forward_matrices")] = 3
    gqa_group: Annotated[float, _between(1, 1e3, "queries_per_key")] = 1


MOST_PINS = 26
LONGEST_PIN_NAME = 80


class Pin(Section, frozen=True, kw_only=True):
    """A plan kept beside the one being worked on, to compare with; it holds no pins itself."""

    name: Annotated[
        str,
        msgspec.Meta(min_length=1, max_length=LONGEST_PIN_NAME, title="name"),
    ]
    plan: Plan


class Plan(Section, frozen=True, kw_only=True):
    """A whole plan; `hardware` may be absent when ``budget_flops`` is given. ``pins`` do not change its answer."""

    name: Annotated[str, msgspec.Meta(max_length=200, title="plan_name")] = "Untitled plan"
    hardware: Hardware | None = None
    currency: Annotated[str, msgspec.Meta(max_length=12, title="currency")] = "USD"
    budget_flops: Flops | None = None
    data: Data = Data()
    student: Student
    teacher: Teacher = Teacher()
    architecture: Architecture = Architecture()
    coefficients: Annotated[str, msgspec.Meta(max_length=100, title="set_name")] = "busbridge-2025"
    coefficient_set: CoefficientSet | None = None
    pins: Annotated[tuple[Pin, ...], msgspec.Meta(max_length=MOST_PINS, title="pins")] = ()
