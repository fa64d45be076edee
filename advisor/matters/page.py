"""The page on what matters: how far each input and coefficient, taken alone, moves the answer and where it flips."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.coefficients import BUILT_IN_SETS
from advisor.evidence import Page
from advisor.language import translate
from advisor.methods import own_key
from advisor.quantities import format_loss
from advisor.solution import Solution
from advisor.ticks import linear_ticks
from advisor.uncertainty import least_clear_gap

from .sensitivity import DISTIL_DECISION, TIE_DECISION, Sensitivity, Swing, method_of, sensitivity
from .uncertain import LAW, PLAN
from .words import destination, matters_sentence, stretch_words

FloatArray = NDArray[np.float64]

LEAST_SHOWN = 0.001
"""Inputs that move the gain by less, in nats, do not show at the three decimals losses are told with."""

LEVEL = 0.002
"""Share of a bar's width within which gains are the same: where more of an input adds nothing, the gain stays level."""

LAW_SHOWN = 3
MOST_CHANGES = 2
MOST_TICKS = 7
ROOM = 0.04
"""Share of the axis left free on either side of the widest bar."""


@dataclass(frozen=True)
class BarEnd:
    """A gain, nats per token, and the value of the input that leads to it, in words."""

    gain: float
    text: str


@dataclass(frozen=True)
class BarPart:
    """A part of a bar with one decision.

    ``kind`` is "distill" (for the plan's own teacher where it distils), "other_teacher", "tie" or "supervised".
    """

    kind: str
    least_gain: float
    most_gain: float


@dataclass(frozen=True)
class BarFlip:
    """Where the decision changes along a bar: the value of the input, its gain, and from what to what."""

    value: float
    gain: float
    before: str
    after: str


@dataclass(frozen=True)
class Bar:
    """One input over its range.

    ``tried`` says which range, ``detail`` also why. ``least`` and ``most`` are the bar's ends; ``turns`` ends of the
    input's range that lie inside the bar, because the gain rises and falls again. ``changes`` say where the choice
    changes. Samples over the range, ascending, have one entry each in ``values`` (in the unit of the plan file),
    ``gains`` (NaN where no teacher can be paid for), ``distilled``, ``direct``, ``methods``, ``teachers`` (names, empty
    for a free teacher) and ``read_out``; ``planned`` is the place of the plan's own value. ``rises`` says whether the
    highest value of the input gains more than the lowest.
    """

    key: str
    group: str
    label: str
    tried: str
    detail: str
    least: BarEnd
    most: BarEnd
    turns: tuple[BarEnd, ...]
    parts: tuple[BarPart, ...]
    flips: tuple[BarFlip, ...]
    changes: tuple[str, ...]
    values: FloatArray
    gains: FloatArray
    distilled: FloatArray
    direct: FloatArray
    methods: tuple[str, ...]
    teachers: tuple[str, ...]
    read_out: tuple[str, ...]
    planned: int
    rises: bool


@dataclass(frozen=True)
class Region:
    """A stretch of the axis that stands for one verdict ("supervised", "tie" or "distill")."""

    method: str
    low: float
    high: float
    label: str


@dataclass(frozen=True)
class MattersPage(Page):
    """Bars over the gain of distilling, nats per token; to the right distilling is better.

    ``bars`` are sorted by width within their groups, the plan's inputs before the law's coefficients; of the latter
    ``law_shown`` are seen at first. ``key`` names the method that distilling is here.
    """

    x_title: str
    x_range: tuple[float, float]
    x_ticks: tuple[tuple[float, str], ...]
    regions: tuple[Region, ...]
    plan_gain: float
    plan_label: str
    key: str
    bars: tuple[Bar, ...]
    changes_title: str
    no_change: str
    law_caption: str
    law_shown: int
    footer: tuple[str, ...]

    def group(self, name: str) -> tuple[Bar, ...]:
        """Return the bars of one group, "plan" or "law"."""
        return tuple(bar for bar in self.bars if bar.group == name)


def matters_page(solution: Solution) -> MattersPage:
    """Return how each input and each coefficient moves the gain of distilling, and where the decision flips."""
    found = sensitivity(solution)
    gain = float(found.planned.gain[0])
    shown = [swing for swing in found.swings if swing.flips or swing.width >= LEAST_SHOWN]
    order = sorted(shown, key=lambda swing: (swing.source.group != PLAN, -swing.width))
    bars = tuple(_bar(solution, found, swing) for swing in order)
    undecided = least_clear_gap(solution.supervised.loss, solution.world.coefficients.relative_error)
    low, high = _range([gain, -undecided, undecided], bars)
    return MattersPage(
        name="matters",
        question=translate("What matters page", "What would change the choice?"),
        sentence=matters_sentence(solution, found),
        x_title=translate("What matters page", "Gain of distilling, nats per token"),
        x_range=(low, high),
        x_ticks=tuple((tick, format_loss(tick)) for tick in linear_ticks(low, high, MOST_TICKS)),
        regions=(
            Region("supervised", low, -undecided, translate("What matters page", "Train directly")),
            Region("tie", -undecided, undecided, translate("What matters page", "Too close to call")),
            Region("distill", undecided, high, translate("What matters page", "Distil")),
        ),
        plan_gain=gain,
        plan_label=translate("What matters page", "This plan: {gain}").format(gain=format_loss(gain)),
        key=own_key(solution),
        bars=bars,
        changes_title=translate("What matters page", "Changes the choice"),
        no_change=translate("What matters page", "No", "answers: Changes the choice"),
        law_caption=_law_caption(solution, any(bar.group == LAW for bar in bars)),
        law_shown=LAW_SHOWN,
        footer=_footer(found, shown),
    )


def _bar(solution: Solution, found: Sensitivity, swing: Swing) -> Bar:
    source, outcomes = swing.source, swing.outcomes
    planned = int(np.searchsorted(swing.values, source.planned))
    gains = np.where(np.isfinite(outcomes.gain), outcomes.gain, np.nan)
    texts = [source.write(float(value)) for value in swing.values]
    own = int(found.planned.decision[0])
    names = [c.name for c in solution.plan.teacher.candidates] if solution.candidates else [""]
    tried = translate("What matters page", "From {low} to {high}, in this plan {planned}").format(
        low=texts[0], high=texts[-1], planned=texts[planned]
    )
    least, most = _reaching_flips(swing, *(BarEnd(float(gains[i]), texts[i]) for i in _extremes(gains)))
    return Bar(
        key=source.key,
        group=source.group,
        label=source.label,
        tried=tried,
        detail=translate("What matters page", "{tried}. {reason}").format(tried=tried, reason=source.reason),
        least=least,
        most=most,
        turns=tuple(
            BarEnd(float(gains[i]), texts[i])
            for i in (0, gains.size - 1)
            if np.isfinite(gains[i]) and texts[i] not in (least.text, most.text) and i != planned
        ),
        parts=tuple(
            BarPart(_kind(stretch.decision, own), stretch.least_gain, stretch.most_gain)
            for stretch in swing.stretches
            if math.isfinite(stretch.least_gain)
        ),
        flips=tuple(
            BarFlip(flip.value, flip.gain, destination(solution, flip.before), destination(solution, flip.after))
            for flip in swing.flips
        ),
        changes=_changes(solution, swing, own),
        values=swing.values,
        gains=gains,
        distilled=np.where(np.isfinite(outcomes.distilled), outcomes.distilled, np.nan),
        direct=outcomes.direct,
        methods=tuple(method_of(int(decision)) for decision in outcomes.decision),
        teachers=tuple(names[i] for i in outcomes.teacher),
        read_out=tuple(
            _read_out(solution, source.label, text, float(distilled), float(direct), int(decision))
            for text, distilled, direct, decision in zip(
                texts, outcomes.distilled, outcomes.direct, outcomes.decision, strict=True
            )
        ),
        planned=planned,
        rises=bool(gains[-1] >= gains[0]) if np.isfinite(gains[[0, -1]]).all() else bool(np.isfinite(gains[-1])),
    )


def _extremes(gains: FloatArray) -> tuple[int, int]:
    """Return the samples with the least and the largest gain; an end of the range where it is as good as that."""
    level = LEVEL * (np.nanmax(gains) - np.nanmin(gains))
    ends = [i for i in (0, gains.size - 1) if np.isfinite(gains[i])]
    least, most = int(np.nanargmin(gains)), int(np.nanargmax(gains))
    least = next((i for i in ends if gains[i] <= gains[least] + level), least)
    most = next((i for i in reversed(ends) if gains[i] >= gains[most] - level and i != least), most)
    return least, most


def _reaching_flips(swing: Swing, least: BarEnd, most: BarEnd) -> tuple[BarEnd, BarEnd]:
    """Return the ends of the bar where the search for flips found gains beyond those of the samples."""
    low = min((s.least_gain for s in swing.stretches if math.isfinite(s.least_gain)), default=least.gain)
    high = max((s.most_gain for s in swing.stretches if math.isfinite(s.most_gain)), default=most.gain)
    return BarEnd(min(low, least.gain), least.text), BarEnd(max(high, most.gain), most.text)


def _kind(decision: int, own: int) -> str:
    if decision > TIE_DECISION and own >= DISTIL_DECISION and decision != own:
        return "other_teacher"
    return method_of(decision)


def _changes(solution: Solution, swing: Swing, own: int) -> tuple[str, ...]:
    """Return where the choice is another one: "under 21 %: too close to call", those nearest the plan first."""
    others = [stretch for stretch in swing.stretches if stretch.decision != own]
    planned = swing.source.planned
    others.sort(key=lambda stretch: max(stretch.low - planned, planned - stretch.high, 0.0))
    line = translate("What matters page", "{range}: {choice}", "as in: under 21 %: too close to call")
    return tuple(
        line.format(range=stretch_words(swing, s.low, s.high), choice=destination(solution, s.decision)) for s in others
    )


def _read_out(solution: Solution, label: str, value: str, distilled: float, direct: float, decision: int) -> str:
    if not math.isfinite(distilled):
        text = translate("What matters page", "{input} at {value}: direct {direct}, and no teacher can be paid for")
        return text.format(input=label, value=value, direct=format_loss(direct))
    text = translate(
        "What matters page", "{input} at {value}: distil {distilled}, direct {direct}, gain {gain}: {choice}"
    )
    return text.format(
        input=label,
        value=value,
        distilled=format_loss(distilled),
        direct=format_loss(direct),
        gain=format_loss(direct - distilled),
        choice=destination(solution, decision),
    )


def _range(gains: Sequence[float], bars: Sequence[Bar]) -> tuple[float, float]:
    values = [*gains, *(bar.least.gain for bar in bars), *(bar.most.gain for bar in bars)]
    finite = [value for value in values if math.isfinite(value)]
    low, high = min(finite), max(finite)
    room = ROOM * (high - low)
    return low - room, high + room


def _law_caption(solution: Solution, any_shown: bool) -> str:
    if solution.world.coefficients.id in BUILT_IN_SETS:
        return translate(
            "What matters page", "Coefficients of the law, over their published 90 % intervals, taken alone"
        )
    if any_shown:
        return translate(
            "What matters page", "Coefficients of your law, over the 90 % intervals of its fit, taken alone"
        )
    return translate("What matters page", "No intervals are known for the coefficients of your law")


def _footer(found: Sensitivity, shown: Sequence[Swing]) -> tuple[str, ...]:
    notes = [
        translate("What matters page", "One input moves at a time, all else stays"),
        translate("What matters page", "Prices change what it costs, not which choice is better"),
    ]
    idle = [s.source for s in found.swings if s.source.group == PLAN and not any(s is other for other in shown)]
    if idle:
        text = translate("What matters page", "Hardly any effect here: {inputs}")
        notes.insert(1, text.format(inputs=", ".join(source.in_list for source in idle)))
    return tuple(notes)
