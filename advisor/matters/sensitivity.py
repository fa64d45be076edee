"""How the answer moves when one input or coefficient moves within its range, and where the decision flips.

Every input is sampled over its range, and all samples that share the laws, the text and the bounds of teachers are
solved in one call. Wherever the decision differs between two neighbours, the stretch between them is divided again
until the place is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from advisor.baseline import distil_from, train_directly
from advisor.recommendation import Method
from advisor.solution import Solution
from advisor.solver import best_distillation
from advisor.teachers_on_offer import TeachersOnOffer
from advisor.uncertainty import CLEAR_FROM
from advisor.world import World

from .cases import Case, Cases
from .uncertain import NEW_TEACHERS, PLAN, SAME_TEACHERS, SAME_WORLD, UncertainInput
from .uncertain_inputs import uncertain_inputs

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]

SAMPLES = {SAME_WORLD: 21, SAME_TEACHERS: 17, NEW_TEACHERS: 5}
COEFFICIENT_SAMPLES = {SAME_TEACHERS: 9, NEW_TEACHERS: 3}
ROUNDS = {SAME_WORLD: 2, SAME_TEACHERS: 2, NEW_TEACHERS: 3}
DIVISIONS = 8
GUESS_MARGIN = 0.06
"""How far on either side of the expected place a costly stretch is probed, as a share of the stretch."""

SUPERVISED_DECISION, TIE_DECISION, DISTIL_DECISION = 0, 1, 2
"""Decisions as numbers; from the last one on, distilling from the candidate of that place."""


@dataclass(frozen=True)
class Outcomes:
    """What a row of cases comes to; arrays of shape (cases,).

    ``distilled`` and ``direct`` are losses in nats per token, ``distilled`` ``inf`` where no teacher can be paid for;
    ``teacher`` is the best candidate's place in the plan, 0 for a free teacher. ``sureness`` is the gain in standard
    deviations of its error (uncertainty.py), ``decision`` one of the numbers above.
    """

    distilled: FloatArray
    direct: FloatArray
    teacher: IntArray
    sureness: FloatArray
    decision: IntArray

    @property
    def gain(self) -> FloatArray:
        """What distilling gains over training directly, nats per token."""
        return self.direct - self.distilled

    def at(self, rows: IntArray | slice) -> Outcomes:
        """Return some of the cases."""
        return Outcomes(**{name: values[rows] for name, values in vars(self).items()})


@dataclass(frozen=True)
class Flip:
    """A value of an input, and its gain, where the decision changes from ``before`` (smaller values) to ``after``."""

    value: float
    before: int
    after: int
    gain: float


@dataclass(frozen=True)
class Stretch:
    """A part of an input's range with one decision, and between which gains, nats per token, the answer stays there.

    A gain is NaN where distilling cannot be paid for anywhere in the stretch.
    """

    low: float
    high: float
    decision: int
    least_gain: float
    most_gain: float


@dataclass(frozen=True)
class Swing:
    """One input over its range: samples in ascending order, the plan's own among them, and where the decision flips.

    ``stretches`` cover the range in ascending order, one more than there are flips.
    """

    source: UncertainInput
    values: FloatArray
    outcomes: Outcomes
    flips: tuple[Flip, ...]
    stretches: tuple[Stretch, ...]

    @property
    def width(self) -> float:
        """How far the gain moves, nats per token; 0 where it cannot be told."""
        gain = self.outcomes.gain[np.isfinite(self.outcomes.gain)]
        return float(np.ptp(gain)) if gain.size else 0.0


@dataclass(frozen=True)
class Sensitivity:
    """The plan's own outcome, and every input's swing in the order of `uncertain_inputs`."""

    planned: Outcomes
    swings: tuple[Swing, ...]


def sensitivity(solution: Solution) -> Sensitivity:
    """Return how each input and coefficient, taken alone, moves the answer."""
    inputs = uncertain_inputs(solution)
    solver = _Solver(solution)
    grids = [_grid(source) for source in inputs]
    sampled = solver.solve(inputs, grids)
    values, outcomes = list(grids), list(sampled)
    for number in range(max(ROUNDS.values())):
        finer = [
            _between_different(source, v, o, solver.is_costly(source)) if number < ROUNDS[source.leaves] else v[:0]
            for source, v, o in zip(inputs, values, outcomes, strict=True)
        ]
        if not any(v.size for v in finer):
            break
        for i, (more, solved) in enumerate(zip(finer, solver.solve(inputs, finer), strict=True)):
            if more.size:
                values[i], outcomes[i] = _merged((values[i], outcomes[i]), (more, solved))
    swings = []
    for source, grid, o, v, fine in zip(inputs, grids, sampled, values, outcomes, strict=True):
        flips = _flips(source, v, fine)
        swings.append(Swing(source, grid, o, flips, _stretches(v, fine, flips)))
    return Sensitivity(solver.planned, tuple(swings))


class _Solver:
    """Solves the cases of many inputs in as few calls as their differences allow."""

    def __init__(self, solution: Solution) -> None:
        self._solution = solution
        self._sizes = np.array([c.parameters for c in solution.plan.teacher.candidates])
        self._free = not solution.candidates
        self._offer: TeachersOnOffer | None = None
        self.planned = self.outcomes([Cases(solution).of(solution.plan)])
        """The plan's own outcome, shape (1,)."""

    def is_costly(self, source: UncertainInput) -> bool:
        """Return whether each value of an input takes a call of its own."""
        return self._free and source.leaves == NEW_TEACHERS

    def solve(self, inputs: Sequence[UncertainInput], values: Sequence[FloatArray]) -> list[Outcomes]:
        """Return the outcomes of every input's values."""
        rows = [(source, float(v)) for source, grid in zip(inputs, values, strict=True) for v in grid]
        # The plan's own value is among each input's, and need not be solved again.
        changed = [i for i, (source, value) in enumerate(rows) if value != source.planned]
        solved = self.outcomes(
            [rows[i][0].case(rows[i][1]) for i in changed],
            np.array([rows[i][0].leaves == SAME_TEACHERS for i in changed], dtype=np.bool_),
        )
        place = np.zeros(len(rows), dtype=np.intp)
        place[changed] = np.arange(1, len(changed) + 1)
        every = _joined(self.planned, solved)
        ends = np.cumsum([grid.size for grid in values])
        return [every.at(place[end - grid.size : end]) for grid, end in zip(values, ends, strict=True)]

    def outcomes(self, cases: Sequence[Case], same_teachers: NDArray[np.bool_] | None = None) -> Outcomes:
        """Return the outcomes of cases; those marked share the plan's teachers and what these cost."""
        distilled, direct = np.empty(len(cases)), np.empty(len(cases))
        teacher = np.zeros(len(cases), dtype=np.intp)
        size = np.array([case.student_parameters for case in cases])
        compute = np.array([case.compute_flops for case in cases])
        shares = np.array([case.shares for case in cases]).reshape(-1, 2)
        for world, rows in _by_world(cases):
            direct[rows] = train_directly(size[rows], compute[rows], world).loss
            if not self._free:
                losses = np.stack([cases[int(i)].teacher_losses for i in rows], axis=1)
                given = distil_from(self._sizes[:, None], losses, size[rows], compute[rows], shares[rows, 0], world)
                teacher[rows] = np.argmin(given.loss, axis=0)
                distilled[rows] = given.loss.min(axis=0)
            elif same_teachers is None or not same_teachers[rows[0]]:
                optimum = best_distillation(size[rows], compute[rows], shares[rows, 0], shares[rows, 1], world)
                distilled[rows] = optimum.loss
        if self._free and same_teachers is not None and same_teachers.any():
            self._offer = self._offer or TeachersOnOffer(self._solution)
            marked = np.flatnonzero(same_teachers)
            distilled[marked] = self._offer.best_losses([cases[int(i)].world for i in marked])
        error = self._solution.world.coefficients.relative_error
        sureness = (direct - distilled) / (direct * sqrt(2) * error)
        decision = np.where(
            sureness >= CLEAR_FROM,
            DISTIL_DECISION + teacher,
            np.where(sureness <= -CLEAR_FROM, SUPERVISED_DECISION, TIE_DECISION),
        )
        return Outcomes(distilled, direct, teacher, sureness, decision.astype(np.intp))


def _by_world(cases: Sequence[Case]) -> list[tuple[World, IntArray]]:
    """Return the rows that share a world, by identity: what a change leaves alone is the plan's own world."""
    rows: dict[int, list[int]] = {}
    for i, case in enumerate(cases):
        rows.setdefault(id(case.world), []).append(i)
    return [(cases[group[0]].world, np.array(group, dtype=np.intp)) for group in rows.values()]


def _grid(source: UncertainInput) -> FloatArray:
    """Return values over the range, its ends and the plan's own value among them."""
    count = (SAMPLES if source.group == PLAN else COEFFICIENT_SAMPLES)[source.leaves]
    space = np.geomspace if source.log and source.low > 0 else np.linspace
    values = space(source.low, source.high, count)
    if source.whole:
        values = np.round(values)
    values[0], values[-1] = source.low, source.high
    # In place of its neighbour, so that no two samples all but coincide.
    inner = values[1:-1]
    if inner.size and source.low < source.planned < source.high:
        inner[np.argmin(np.abs(inner - source.planned))] = source.planned
    return np.unique(values)


def _between_different(source: UncertainInput, values: FloatArray, solved: Outcomes, costly: bool) -> FloatArray:
    """Return values between neighbours whose decisions differ."""
    gaps = np.flatnonzero(np.diff(solved.decision))
    low, high = values[gaps, None], values[gaps + 1, None]
    steps = np.broadcast_to(np.arange(1, DIVISIONS) / DIVISIONS, (gaps.size, DIVISIONS - 1))
    if costly:
        expected = _expected_place(solved, gaps)[:, None]
        steps = np.clip(expected + np.array([-GUESS_MARGIN, GUESS_MARGIN]), 0.02, 0.98)
    if source.log and source.low > 0:
        return np.unique(low * (high / low) ** steps)
    return np.unique(low + (high - low) * steps)


def _expected_place(solved: Outcomes, gaps: IntArray) -> FloatArray:
    """Return where between two neighbours the decision should change, from 0 to 1, if sureness were straight."""
    first, second = solved.sureness[gaps], solved.sureness[gaps + 1]
    crossed = np.where(np.minimum(first, second) < -CLEAR_FROM, -CLEAR_FROM, CLEAR_FROM)
    with np.errstate(invalid="ignore", divide="ignore"):
        place = (crossed - first) / (second - first)
    return np.where(np.isfinite(place), np.clip(place, 0, 1), 0.5)


def _merged(known: tuple[FloatArray, Outcomes], more: tuple[FloatArray, Outcomes]) -> tuple[FloatArray, Outcomes]:
    values, order = np.unique(np.concatenate([known[0], more[0]]), return_index=True)
    return values, _joined(known[1], more[1]).at(order)


def _joined(first: Outcomes, second: Outcomes) -> Outcomes:
    return Outcomes(**{name: np.concatenate([part, vars(second)[name]]) for name, part in vars(first).items()})


def _flips(source: UncertainInput, values: FloatArray, solved: Outcomes) -> tuple[Flip, ...]:
    """Return where neighbours differ, half way between them on the input's scale."""
    log = source.log and source.low > 0
    gain = solved.gain
    return tuple(
        Flip(
            value=float(np.sqrt(values[i] * values[i + 1]) if log else (values[i] + values[i + 1]) / 2),
            before=int(solved.decision[i]),
            after=int(solved.decision[i + 1]),
            gain=float((gain[i] + gain[i + 1]) / 2),
        )
        for i in np.flatnonzero(np.diff(solved.decision))
    )


def _stretches(values: FloatArray, solved: Outcomes, flips: tuple[Flip, ...]) -> tuple[Stretch, ...]:
    """Return the parts of the range with one decision, each reaching to the flips around it."""
    runs = np.split(np.arange(values.size), np.flatnonzero(np.diff(solved.decision)) + 1)
    made = []
    for k, run in enumerate(runs):
        before, after = (flips[k - 1] if k else None), (flips[k] if k < len(flips) else None)
        gains = [*solved.gain[run], *(flip.gain for flip in (before, after) if flip is not None)]
        finite = [float(gain) for gain in gains if np.isfinite(gain)]
        made.append(
            Stretch(
                low=before.value if before is not None else float(values[0]),
                high=after.value if after is not None else float(values[-1]),
                decision=int(solved.decision[run[0]]),
                least_gain=min(finite, default=np.nan),
                most_gain=max(finite, default=np.nan),
            )
        )
    return tuple(made)


def method_of(decision: int) -> Method:
    """Return the verdict of a decision."""
    if decision == SUPERVISED_DECISION:
        return "supervised"
    return "tie" if decision == TIE_DECISION else "distill"
