"""What the window shows for an answered plan: sentences and arrays, ready to draw, with no arithmetic left to do.

`curves` fills these values; the pages draw them and ``--curves`` prints them, so both show the same numbers.
Arrays are float64 of shape (points,); losses in nats per token; NaN where a value does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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
PIN = "pin_"
"""What the key of a pinned plan's line begins with."""


@dataclass(frozen=True)
class Figure:
    """One of the numbers that matter: caption ("Teacher"), value ("8B"), note ("Good enough: 2.7B–12.6B").

    ``number`` is the value with every digit, in ``unit``, and ``low`` to ``high`` its range; None where there is none.
    """

    caption: str
    value: str
    note: str
    number: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""


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
    """A point on a chart. ``kind``: "plan", "other", "crossing", "best", "candidate" (filled = belongs to this plan),
    "limit" (a line across the plot too: x goes no further, such as the largest size that fits a memory).

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
    """A stretch of the x axis: ``kind`` "tested", "beyond_1", "beyond_2", "good_enough", "too_weak", "too_strong".

    ``goes_on``: the label goes on from that of the stretch to the left ("and over 512B tokens").
    """

    kind: str
    low: float
    high: float
    label: str
    goes_on: bool = field(default=False, repr=False)


@dataclass(frozen=True)
class Page:
    """A page of evidence: its name, the question it answers, and the sentence that answers it for this plan."""

    name: str
    question: str
    sentence: str


@dataclass(frozen=True)
class Heat:
    """Values over a grid, drawn in diverging colours around zero; the grid's x and y are centres of the cells.

    ``values`` and ``undecided`` have shape (len(y), len(x)); NaN where there is no value. Where ``undecided`` the sign
    cannot be told and the colour is neutral. ``limit`` is the value at which the colours are strongest.
    ``low_label`` and ``high_label`` say what negative and positive values mean, ``undecided_label`` what the neutral
    colour means, ``missing_label`` why a cell may have no value; each has beside it the ``..._within`` form for the
    middle of a sentence, which no rule makes in every language. ``value_label`` names the values, with their unit. The
    cells are of equal size along the axes of their page (in logarithms where those are logarithmic).
    """

    x: FloatArray
    y: FloatArray
    values: FloatArray
    undecided: NDArray[np.bool_]
    limit: float
    low_label: str
    high_label: str
    value_label: str
    undecided_label: str = ""
    missing_label: str = ""
    low_within: str = ""
    high_within: str = ""
    undecided_within: str = ""
    missing_within: str = ""


@dataclass(frozen=True)
class ChartPage(Page):
    """A page with one chart over a logarithmic x axis.

    ``x_kind`` and ``y_kind`` say how values are written: "compute", "parameters", "tokens", "loss", "share"; losses and
    shares have a linear axis, all else a logarithmic one. Where ``stacked``, each curve is one share of a whole and
    stands on those before it. ``heat`` is drawn under the curves; ``outlines`` are lines without a value at each x
    (a contour, NaN between its parts), which the crosshair does not read.

    ``x_ticks`` are positions with one or more lines of text below (FLOPs, then the days they take here);
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
    y_kind: str = "loss"
    stacked: bool = False
    heat: Heat | None = None
    outlines: tuple[Curve, ...] = ()


@dataclass(frozen=True)
class Request:
    """A plan to be answered, and the name of the page that is looked at."""

    plan: Plan
    page: str


@dataclass(frozen=True)
class Advice:
    """What was computed for one plan: the answer, and by name those of its pages that were asked for.

    ``failures`` has a sentence for each page asked for that a mistake of the program kept from being made.
    """

    plan: Plan
    budget: Budget
    recommendation: Recommendation
    answer: Answer
    pages: dict[str, Page]
    seconds: float
    failures: dict[str, str] = field(default_factory=dict)
