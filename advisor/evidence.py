"""What the window shows for an answered plan: sentences and arrays, ready to draw, with no arithmetic left to do.

`curves` fills these values; the pages draw them and ``--curves`` prints them, so both show the same numbers.
Arrays are float64 of shape (points,); losses in nats per token; NaN where a value does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from .recommendation import Recommendation, Warning

if TYPE_CHECKING:
    from .budget import Budget
    from .plan import Plan

FloatArray = NDArray[np.float64]

SUPERVISED = "supervised"
THIS_PLAN = "this_plan"


@dataclass(frozen=True)
class Figure:
    """One of the numbers that matter: caption ("Teacher"), value ("8B"), note ("Good enough: 2.7B–12.6B")."""

    caption: str
    value: str
    note: str


@dataclass(frozen=True)
class LossRange:
    """An expected loss with its 90 % range; ``key`` is "this_plan" or "supervised"; ``label`` "Distil 2.060"."""

    key: str
    label: str
    low: float
    loss: float
    high: float


@dataclass(frozen=True)
class Answer:
    """The answer card. ``likelihood`` is printed bold, ``alternative`` after it; ``notes`` become chips."""

    headline: str
    likelihood: str
    alternative: str
    figures: tuple[Figure, ...]
    ranges: tuple[LossRange, ...]
    ranges_caption: str
    notes: tuple[Warning, ...]


@dataclass(frozen=True)
class Curve:
    """One line of a chart; ``key`` is a scenario of `recommendation.SCENARIOS`, "supervised" or "this_plan".

    ``short_label`` names it where room is scarce, as in the read-out ("student loss") and beside a small chart.
    """

    key: str
    label: str
    x: FloatArray
    y: FloatArray
    emphasised: bool = False
    dashed: bool = False
    short_label: str = ""


@dataclass(frozen=True)
class Mark:
    """A point on a chart. ``kind``: "plan", "other", "crossing", "best", "candidate" (filled = belongs to this plan).

    ``key`` names the curve whose colour a hollow point takes; empty for the usual colour of its kind.
    """

    kind: str
    x: float
    y: float
    label: str
    detail: str = ""
    key: str = ""


@dataclass(frozen=True)
class Zone:
    """A stretch of the x axis: ``kind`` "tested", "beyond_1", "beyond_2", "good_enough", "too_weak", "too_strong"."""

    kind: str
    low: float
    high: float
    label: str


@dataclass(frozen=True)
class ChartPage:
    """A page with one chart over a logarithmic x axis.

    ``x_kind`` says how values of x are written: "compute", "parameters", "tokens", "loss"; a loss has a linear
    axis. ``x_ticks`` are positions with one or more lines of text below (FLOPs, then the days they take here);
    ``x_tick_captions`` name those lines. ``band_low`` and ``band_high`` belong to the curve ``band_key``, and
    ``band_label`` explains the band under the chart. ``plan_x`` is where the plan stands (None: no line),
    ``plan_label`` the text on its handle. ``level`` is a horizontal reference line (training directly), with
    ``level_label``.

    ``read_out_*`` feed the crosshair: at x the reader is told every curve's y and, where given, extra text:
    ``read_out`` has one row for each point of the emphasised curve with one text for each of ``read_out_names``,
    told as "29.2B student tokens". ``flops_per_hour`` lets ticks made while zooming say how long their FLOPs take.
    ``variants`` answer the same question over another axis; the reader switches between the ``axis_name`` of the
    page and of each variant.
    """

    name: str
    question: str
    sentence: str
    x_title: str
    y_title: str
    x_kind: str
    curves: tuple[Curve, ...]
    marks: tuple[Mark, ...] = ()
    zones: tuple[Zone, ...] = ()
    x_ticks: tuple[tuple[float, tuple[str, ...]], ...] = ()
    x_tick_captions: tuple[str, ...] = ()
    x_range: tuple[float, float] = (1.0, 10.0)
    y_range: tuple[float, float] = (1.0, 3.0)
    band_key: str | None = None
    band_low: FloatArray | None = None
    band_high: FloatArray | None = None
    plan_x: float | None = None
    plan_label: str = ""
    level: float | None = None
    level_label: str = ""
    equivalent: tuple[float, float, float, str] | None = None  # x from, x to, y, label ("1.5×")
    table: tuple[tuple[str, str, str], ...] = ()  # small table in the chart: (key, label, value)
    footer: tuple[str, ...] = ()
    read_out_names: tuple[str, ...] = ()
    read_out: tuple[tuple[str, ...], ...] = ()
    band_label: str = ""
    flops_per_hour: float | None = None
    axis_name: str = ""
    variants: tuple[ChartPage, ...] = ()


@dataclass(frozen=True)
class Advice:
    """Everything computed for one plan."""

    plan: Plan
    budget: Budget
    recommendation: Recommendation
    answer: Answer
    pages: dict[str, ChartPage]
    seconds: float
