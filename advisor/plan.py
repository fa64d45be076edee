"""The plan: everything the user decides, as frozen values with the ranges the plan file allows.

`Plan` is what the window edits, the plan file stores and the advisor answers. Every number states its range and, in its
description, what would be right; `plan_file` turns both into messages. Section "Plan file and headless use" of the
product's contract fixes names and defaults.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

from .coefficients import CoefficientSet


def _between(low: float, high: float, description: str) -> msgspec.Meta:
    return msgspec.Meta(ge=low, le=high, description=description)


Parameters = Annotated[float, _between(1e5, 1e15, "a number of parameters from 1e5 to 1e15, such as 1e9")]
Tokens = Annotated[float, _between(1, 1e18, "a number of tokens from 1 to 1e18, such as 2e11")]
Flops = Annotated[float, _between(1e12, 1e32, "a number of FLOPs from 1e12 to 1e32, such as 2e23")]
Hours = Annotated[float, _between(0, 1e6, "a number of hours from 0 to 1e6, such as 504")]
Share = Annotated[float, _between(0, 1, "a share from 0 to 1, such as 0.4")]
Count = Annotated[int, _between(1, 10_000_000, "a whole number from 1 to 10,000,000, such as 64")]
Tflops = Annotated[float, _between(1e-3, 1e6, "TFLOP/s of one accelerator from 0.001 to 1,000,000, such as 989")]
Price = Annotated[float, _between(0, 1e6, "a price from 0 to 1,000,000, such as 3.5")]
Loss = Annotated[float, _between(0.01, 100, "a cross-entropy in nats per token from 0.01 to 100, such as 1.95")]
Vocabulary = Annotated[int, _between(2, 10_000_000, "a whole number of entries from 2 to 10,000,000, such as 32168")]


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
    pue: Annotated[float, _between(1, 10, "a power usage effectiveness from 1 to 10, such as 1.2")] = 1.2
    carbon_g_per_kwh: Annotated[float, _between(0, 1e4, "grams of CO2e per kWh from 0 to 10,000, such as 400")] = 400.0


class Data(Section, frozen=True, kw_only=True):
    """Unique text; None is no limit."""

    student_tokens: Tokens | None = None
    teacher_tokens: Tokens | None = None
    allow_repeats: bool = True


class Student(Section, frozen=True, kw_only=True):
    """The model that ships. ``parameters`` are non-embedding parameters."""

    parameters: Parameters
    served_tokens: Annotated[float, _between(0, 1e24, "a number of tokens from 0 to 1e24, such as 1e12")] | None = None
    memory_gb: Annotated[float, _between(1e-3, 1e6, "a memory in GB from 0.001 to 1,000,000, such as 8")] | None = None
    bits: Annotated[float, _between(1, 32, "bits per weight from 1 to 32, such as 4")] = 4


class Candidate(Section, frozen=True, kw_only=True):
    """A teacher that exists: its size and either its loss or the tokens it was trained on (the loss wins)."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=200, description="a name of 1 to 200 characters")]
    parameters: Parameters
    loss: Loss | None = None
    training_tokens: Tokens | None = None
    vocabulary: Vocabulary | None = None


ParametersRange = tuple[Parameters, Parameters]


class Teacher(Section, frozen=True, kw_only=True):
    """What is known about teachers, and who shares what they cost."""

    exists: bool = False
    outputs_stored: bool = False
    students: Annotated[float, _between(1, 1e6, "a number of students from 1 to 1,000,000, such as 4")] = 1
    share_outputs: bool = False
    max_training_tokens: Tokens = 2e13
    parameters_range: ParametersRange = (1e6, 1e13)
    candidates: Annotated[
        tuple[Candidate, ...], msgspec.Meta(max_length=1000, description="a list of at most 1,000 candidates")
    ] = ()


class Architecture(Section, frozen=True, kw_only=True):
    """The fixed-aspect-ratio transformer of App. H (Eq. 69), for student and teacher alike."""

    context: Annotated[int, _between(1, 10_000_000, "a whole number of tokens from 1 to 10,000,000, such as 4096")] = (
        4096
    )
    vocabulary: Vocabulary = 32168
    aspect_ratio: Annotated[float, _between(1, 1e4, "a width-to-depth ratio from 1 to 10,000, such as 128")] = 128.0
    ffn_ratio: Annotated[float, _between(0.01, 100, "a feed-forward ratio from 0.01 to 100, such as 2.67")] = 8 / 3
    ffn_matrices: Annotated[int, _between(1, 10, "a whole number from 1 to 10, such as 3")] = 3
    gqa_group: Annotated[float, _between(1, 1e3, "queries per key from 1 to 1,000, such as 8")] = 1


MOST_PINS = 26
LONGEST_PIN_NAME = 80


class Pin(Section, frozen=True, kw_only=True):
    """A plan kept beside the one being worked on, to compare with; it holds no pins itself."""

    name: Annotated[
        str,
        msgspec.Meta(
            min_length=1, max_length=LONGEST_PIN_NAME, description=f"a name of 1 to {LONGEST_PIN_NAME} characters"
        ),
    ]
    plan: Plan


class Plan(Section, frozen=True, kw_only=True):
    """A whole plan; `hardware` may be absent when ``budget_flops`` is given. ``pins`` do not change its answer."""

    name: Annotated[str, msgspec.Meta(max_length=200, description="a name of at most 200 characters")] = "Untitled plan"
    hardware: Hardware | None = None
    currency: Annotated[
        str, msgspec.Meta(max_length=12, description="a currency label of at most 12 characters, such as USD")
    ] = "USD"
    budget_flops: Flops | None = None
    data: Data = Data()
    student: Student
    teacher: Teacher = Teacher()
    architecture: Architecture = Architecture()
    coefficients: Annotated[
        str, msgspec.Meta(max_length=100, description="the name of a coefficient set, such as busbridge-2025")
    ] = "busbridge-2025"
    coefficient_set: CoefficientSet | None = None
    pins: Annotated[
        tuple[Pin, ...], msgspec.Meta(max_length=MOST_PINS, description=f"a list of at most {MOST_PINS} pinned plans")
    ] = ()
