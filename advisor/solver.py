"""The compute-optimal distillation (Eq. 10, 28 of arXiv 2502.08606v2), for whole arrays of problems at once.

Minimise L_S over student tokens D_S, teacher size N_T and teacher tokens D_T subject to Eq. 9,

    3 F(N_S) D_S + F(N_T) (d_lgt D_S + 3 d_pre D_T) = C.

The teacher matters only through its loss L_T, so every problem becomes one-dimensional in log r, where
r = (L_T - E)^(1/gamma) = A / N_T^alpha + B / D_T^beta. For a given r one number is left, the data share w of r
(B / D_T^beta = w r), and the best w is the one that leaves most D_S. Its first-order condition, in q = logit w,

    q + log e_F(N_T) + log(1 + s / D_T) - log m(D_T) = log(alpha / beta),     s = d_lgt D_S / (3 d_pre),

has exactly one root: the left side increases with q. Here e_F = d log F / d log N and m = d log D_T / d log D_T,eff
(1 for fresh text). That D_S(w) has one maximum follows: the condition is that of the cheapest teacher for a given D_S,
whose cost rises with D_S. Over log r a scan finds the valley and a zoom the minimum; nothing depends on a starting
point.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .flops import (
    forward_flops,
    forward_flops_and_elasticity,
    overheads,
)
from .frontier import frontier_table
from .laws import StudentTerms, supervised_loss
from .repetition import tokens_for_effective
from .world import Text, World

FloatArray = NDArray[np.float64]

FEWEST_TEACHER_TOKENS = 1.0
SCAN_POINTS = 33
FEW_PROBLEMS, ZOOM_POINTS_OF_FEW, ZOOM_POINTS = 16, 65, 17
"""Few problems cost by the call and not by the point: they are zoomed into in fewer and larger steps."""
SMOOTH, KINKED = 8.0**3, 8.0**9
"""By which factor the zoom narrows the valley: where the loss is smooth in it, and where a limit makes a kink."""
NARROW = 8.0**4
"""For repeated student text, where the best teacher may take nearly all the compute and the valley is narrow."""
REPEATED, HELD = 8.0**11, 8.0**5
"""For repeated teacher text, of a free teacher and of one whose size is held (it is only compared with others)."""
STEEP, MORE_ZOOMS = 1e-6, 4
"""A valley with a larger step in loss is zoomed into again: it is steep where a teacher takes nearly all compute."""
NEWTON_STEPS = 8
NEWTON_TOLERANCE = 3e-4
ROUNDING, LOSS_ROUNDING = 1e-6, 4e-16


@dataclass(frozen=True)
class Optimum:
    """Solutions, every field an array of the problems' shape; losses are ``inf`` where no teacher can be paid for.

    FLOPs are this student's shares; ``flops_left`` is compute that the data limit leaves unused.
    """

    loss: FloatArray
    student_tokens: FloatArray
    effective_student_tokens: FloatArray
    teacher_parameters: FloatArray
    teacher_tokens: FloatArray
    teacher_loss: FloatArray
    flops_student_training: FloatArray
    flops_teacher_outputs: FloatArray
    flops_teacher_training: FloatArray
    flops_left: FloatArray


def best_distillation(
    student_parameters: ArrayLike,
    compute_flops: ArrayLike,
    outputs_share: ArrayLike,
    training_share: ArrayLike,
    world: World,
    parameters_low: ArrayLike | None = None,
    parameters_high: ArrayLike | None = None,
) -> Optimum:
    """Return the optimum with a free teacher for every problem of the broadcast arguments.

    Equal bounds of N_T hold the teacher's size; `best_at_teacher_loss` holds its loss.

    Parameters
    ----------
    student_parameters : array_like
        N_S, non-embedding parameters.
    compute_flops : array_like
        C, FLOPs.
    outputs_share, training_share : array_like
        d_lgt and d_pre of Eq. 9, from 0 to 1.
    world : World
        Laws, architecture, text and bounds.
    parameters_low, parameters_high : array_like, optional
        Bounds of N_T per problem instead of the world's; equal ones hold N_T fixed.
    """
    low, high = world.parameters_range
    arguments = (
        student_parameters,
        compute_flops,
        outputs_share,
        training_share,
        low if parameters_low is None else parameters_low,
        high if parameters_high is None else parameters_high,
    )
    arrays = np.broadcast_arrays(*(np.asarray(a, dtype=np.float64) for a in arguments))
    columns = np.stack([a.ravel() for a in arrays])[:, :, None]
    solution = np.empty((len(fields(Optimum)), columns.shape[1]))
    for text, rows in _by_teacher_text(columns[3, :, 0] > 0, world):
        solution[:, rows] = _Problems(*columns[:, rows], world=world, teacher_text=text).solve()
    return Optimum(*(row.reshape(arrays[0].shape) for row in solution))


def best_at_teacher_loss(
    student_parameters: float,
    compute_flops: float,
    outputs_share: float,
    training_share: float,
    teacher_loss: ArrayLike,
    world: World,
) -> Optimum:
    """Return the optimum of one problem for each given L_T: the teacher of that loss which leaves most student tokens.

    Losses that no teacher within bounds has are NaN in every field.
    """
    law = world.coefficients.supervised
    losses = np.asarray(teacher_loss, dtype=np.float64)
    low, high = world.parameters_range
    values = (student_parameters, compute_flops, outputs_share, training_share, low, high)
    text = world.teacher_text if training_share > 0 else Text()
    problem = _Problems(*(np.full((1, 1), v, dtype=np.float64) for v in values), world=world, teacher_text=text)
    with np.errstate(invalid="ignore", divide="ignore"):
        r = np.maximum(losses.reshape(1, -1) - law.E, 0) ** (1 / law.gamma)
        v = np.log(r - problem.offset)
    strongest, weakest = np.log(np.minimum(*problem.least_terms)), problem.coordinate(*problem.most_terms)
    reachable = (v >= strongest - ROUNDING) & (v <= weakest + ROUNDING)
    v = _within(v, strongest, weakest)
    rows = np.full((len(fields(Optimum)), losses.size), np.nan)
    if reachable.any():
        rows[:, reachable[0]] = problem.report(v[reachable][None, :])
    return Optimum(*(row.reshape(losses.shape) for row in rows))


def _by_teacher_text(trained_here: NDArray[np.bool_], world: World) -> list[tuple[Text, NDArray[np.bool_]]]:
    """Return the rows that share one kind of teacher text: what limits a teacher trained here does not limit others."""
    if world.teacher_text.unique_tokens == np.inf:
        return [(Text(), np.ones_like(trained_here))]
    groups = [(world.teacher_text, trained_here), (Text(), ~trained_here)]
    return [(text, rows) for text, rows in groups if rows.any()]


def _within(values: FloatArray, low: FloatArray | float, high: FloatArray | float) -> FloatArray:
    """Return ``values`` clipped to the bounds (quicker than np.clip on small arrays)."""
    return np.minimum(np.maximum(values, low), high)


class _Valley(NamedTuple):
    """The best points of a scan amid their neighbours, each field of shape (problems, 3)."""

    v: FloatArray
    loss: FloatArray
    log_teacher_tokens: FloatArray

    def is_flat(self) -> bool:
        """Return whether the losses of every problem differ by no more than they are rounded."""
        with np.errstate(invalid="ignore"):
            return not np.any(self.loss - self.loss[:, 1:2] > LOSS_ROUNDING * self.loss)

    def is_steep(self) -> bool:
        """Return whether the loss of any problem may still fall noticeably between the points."""
        with np.errstate(invalid="ignore"):
            return bool(np.any(self.loss - self.loss[:, 1:2] > STEEP * self.loss[:, 1:2]))

    def parabola_minimum(self) -> FloatArray:
        """Return where the parabola through the points is least, or the middle one where that is not between them."""
        (fall, centre, rise), (_, middle, right) = np.hsplit(self.loss, 3), np.hsplit(self.v, 3)
        with np.errstate(invalid="ignore", divide="ignore"):
            step = 0.5 * (right - middle) * (fall - rise) / (fall + rise - 2 * centre)
        return middle + np.where(np.abs(step) <= right - middle, step, 0)


class _Problems:
    """Problems in columns of shape (problems, 1), evaluated on grids of v of shape (problems, points)."""

    def __init__(
        self,
        student_parameters: FloatArray,
        compute: FloatArray,
        outputs_share: FloatArray,
        training_share: FloatArray,
        parameters_low: FloatArray,
        parameters_high: FloatArray,
        *,
        world: World,
        teacher_text: Text,
    ) -> None:
        self.world = world
        self.law = law = world.coefficients.supervised
        self.student_parameters = student_parameters
        self.compute = compute
        self.outputs_share, self.training_passes = outputs_share, 3 * training_share
        self.low, self.high = parameters_low, parameters_high
        self.student_flops = 3 * forward_flops(student_parameters, world.architecture)
        self.text = teacher_text
        self.token_limit = min(world.max_training_tokens, self.text.token_limit)
        # The least and the most that the two terms of r can be: A / N_T^alpha and B / D_T^beta.
        tokens = self.text.effective([self.token_limit, FEWEST_TEACHER_TOKENS])
        (least_data, most_data) = law.B * tokens**-law.beta
        self.least_terms = law.A * self.high**-law.alpha, np.full_like(self.high, least_data)
        self.most_terms = law.A * self.low**-law.alpha, np.full_like(self.low, most_data)
        self.offset = np.maximum(*self.least_terms)
        held = parameters_low == parameters_high
        outputs_only = (outputs_share > 0) & (training_share == 0)
        self.most_data = held | outputs_only
        mixed = ((outputs_share > 0) & (training_share > 0) & ~held)[:, 0]
        self.mixed = bool(mixed.all())
        self.parts: list[tuple[NDArray[np.bool_], _Problems]] = []
        if mixed.any() and not self.mixed:
            columns = (student_parameters, compute, outputs_share, training_share, parameters_low, parameters_high)
            for rows in (mixed, ~mixed):
                part = _Problems(*(c[rows] for c in columns), world=world, teacher_text=teacher_text)
                self.parts.append((rows, part))

    def solve(self) -> FloatArray:
        """Return the fields of `Optimum` as rows of shape (fields, problems)."""
        low, high = np.log(np.minimum(*self.least_terms)), self.coordinate(*self.most_terms)
        valley = self._scan(low, high, SCAN_POINTS)
        points = ZOOM_POINTS if len(self.compute) > FEW_PROBLEMS else ZOOM_POINTS_OF_FEW
        planned = math.ceil(math.log(self._narrowing()) / math.log((points - 1) / 2) - ROUNDING)
        for zoom in range(planned + MORE_ZOOMS):
            if valley.is_flat() or (zoom >= planned and not valley.is_steep()):
                break
            valley = self._scan(valley.v[:, :1], valley.v[:, 2:], points, valley.log_teacher_tokens)
        # A free teacher at its smallest size with all its text is a kink whose place is known.
        smallest = self.coordinate(self.most_terms[0], self.least_terms[1])
        candidates = np.concatenate([valley.v[:, 1:2], valley.parabola_minimum(), smallest], axis=1)
        loss, tokens = self._loss(candidates)
        chosen = np.argmin(loss, axis=1)[:, None]
        v, tokens = (np.take_along_axis(values, chosen, axis=1) for values in (candidates, tokens))
        return self.report(v, np.log(tokens))

    def _narrowing(self) -> float:
        """Return by which factor the zoom has to narrow the valley that the scan found."""
        narrowing = KINKED if self.world.student_text.token_limit < np.inf else SMOOTH
        repeated = REPEATED if bool(np.any(self.low < self.high)) else HELD
        for text, least in ((self.world.student_text, NARROW), (self.text, repeated)):
            if text.allow_repeats and text.unique_tokens < np.inf:
                narrowing = max(narrowing, least)
        return narrowing

    def coordinate(self, size_term: FloatArray, data_term: FloatArray) -> FloatArray:
        """Return v = log(r - offset): where a bound holds one term of r at its least, the other is searched in logs."""
        return np.log(size_term + data_term - self.offset)

    def _scan(
        self, low: FloatArray, high: FloatArray, points: int, log_teacher_tokens: FloatArray | None = None
    ) -> _Valley:
        """Return the best grid point between ``low`` and ``high`` amid its neighbours.

        ``log_teacher_tokens`` are those of an earlier valley: the best teachers are looked for between them.
        """
        steps = np.linspace(0, 1, points)
        grid = low + (high - low) * steps
        start = None
        if log_teacher_tokens is not None:
            first, last = log_teacher_tokens[:, :1], log_teacher_tokens[:, 2:]
            start = first + (last - first) * steps
        loss, teacher_tokens = self._loss(grid, start)
        near = np.clip(np.argmin(loss, axis=1)[:, None] + np.array([-1, 0, 1]), 0, points - 1)
        v, loss, tokens = (np.take_along_axis(values, near, axis=1) for values in (grid, loss, teacher_tokens))
        return _Valley(v, loss, np.log(tokens))

    def _loss(self, v: FloatArray, start: FloatArray | None = None) -> tuple[FloatArray, FloatArray]:
        """Return L_S for each v with the teacher that suits it best, and that teacher's D_T.

        The loss is ``inf`` where that teacher cannot be paid for. ``start`` is a log D_T to look from, if one is known.
        """
        r = self.offset + np.exp(v)
        parameters, tokens = self._teacher(r, start)
        student_tokens = self._student_tokens(*self._teacher_flops(parameters, tokens))
        effective = self.world.student_text.effective(np.maximum(student_tokens, np.finfo(float).tiny))
        terms = StudentTerms(self.student_parameters, effective, self.world.coefficients)
        loss = np.where(student_tokens > 0, terms.loss(self.law.E + r**self.law.gamma), np.inf)
        return loss, tokens

    def _teacher(self, r: FloatArray, start: FloatArray | None = None) -> tuple[FloatArray, FloatArray]:
        """Return the teachers (N_T, D_T) of reducible term r that leave most student tokens (``start``: log D_T)."""
        if self.parts:
            parameters, tokens = np.empty_like(r), np.empty_like(r)
            for rows, part in self.parts:
                known = None if start is None else start[rows]
                parameters[rows], tokens[rows] = part._teacher(r[rows], known)
            return parameters, tokens
        lowest = np.maximum(self.least_terms[1], r - self.most_terms[0])
        if self.most_data.all():
            return self._teacher_with(r, lowest)
        highest = np.maximum(np.minimum(self.most_terms[1], r - self.least_terms[0]), lowest)
        if self.mixed and start is not None:
            return self._first_order(r, start, lowest, highest)
        table = frontier_table(self.law, overheads(self.world.architecture), self.text)
        data_term = _within(r * np.interp(np.log(r), *table), lowest, highest)
        if self.mixed:
            return self._first_order(r, self._log_tokens(data_term), lowest, highest)
        return self._teacher_with(r, np.where(self.most_data, lowest, data_term))

    def _teacher_with(self, r: FloatArray, data_term: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return (N_T, D_T) from r and its data term B / D_T,eff^beta, within the bounds."""
        law = self.law
        with np.errstate(divide="ignore"):
            parameters = (law.A / np.maximum(r - data_term, 0)) ** (1 / law.alpha)
        tokens = tokens_for_effective((law.B / data_term) ** (1 / law.beta), self.text.unique_tokens)
        return _within(parameters, self.low, self.high), self._tokens_within_limits(tokens)

    def _tokens_within_limits(self, tokens: FloatArray) -> FloatArray:
        """Return D_T within its limits; what is the upper limit but for rounding becomes the limit itself."""
        return np.where(
            tokens > self.token_limit * (1 - 1e-12), self.token_limit, np.maximum(tokens, FEWEST_TEACHER_TOKENS)
        )

    def _first_order(
        self,
        r: FloatArray,
        y: FloatArray,
        lowest: FloatArray,
        highest: FloatArray,
    ) -> tuple[FloatArray, FloatArray]:
        """Return (N_T, D_T) that meet the first-order condition, by bracketed Newton steps in y = log D_T."""
        law = self.law
        target = np.log(law.alpha / law.beta)
        fewest, most = self._log_tokens(highest), self._log_tokens(lowest)
        low, high = fewest - 1, most + 1
        fewest_students: FloatArray | float = 0.0
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            for step in range(NEWTON_STEPS):
                tokens = np.exp(y)
                effective, stretch, fade = self.text.repetition(tokens)
                data_term = _within(law.B * effective**-law.beta, lowest, highest)
                size_term = r - data_term
                parameters = _within((law.A / size_term) ** (1 / law.alpha), self.low, self.high)
                forward, elasticity = forward_flops_and_elasticity(parameters, self.world.architecture)
                costs = forward * self.training_passes * tokens, forward * self.outputs_share
                students = self._student_tokens(*costs)
                # The start leaves fewer student tokens than the solution: a bound that keeps Newton in range.
                students = np.maximum(students, fewest_students)
                fewest_students = students if step == 0 else fewest_students
                rivals = self.outputs_share / self.training_passes * students
                value = np.log(data_term / size_term * elasticity / stretch) + np.log1p(rivals / tokens) - target
                low, high = np.where(value > 0, y, low), np.where(value > 0, high, y)
                slope = (law.beta * r / size_term + fade) / stretch + rivals / (rivals + tokens)
                proposal = y + value / slope
                inside = (proposal >= low) & (proposal <= high)
                previous = y
                y = _within(np.where(inside, proposal, (low + high) / 2), fewest, most)
                if np.max(np.abs(y - previous)) < NEWTON_TOLERANCE:
                    break
            tokens = self._tokens_within_limits(np.exp(y))
            data_term = _within(law.B * self.text.effective(tokens) ** -law.beta, lowest, highest)
            parameters = (law.A / (r - data_term)) ** (1 / law.alpha)
        return _within(parameters, self.low, self.high), tokens

    def _log_tokens(self, data_term: FloatArray) -> FloatArray:
        law = self.law
        tokens = tokens_for_effective((law.B / data_term) ** (1 / law.beta), self.text.unique_tokens)
        return np.log(_within(tokens, FEWEST_TEACHER_TOKENS, self.token_limit))

    def _teacher_flops(self, parameters: FloatArray, tokens: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return this student's share of teacher training, and teacher outputs per student token, in FLOPs."""
        forward = forward_flops(parameters, self.world.architecture)
        return forward * self.training_passes * tokens, forward * self.outputs_share

    def _student_tokens(self, training: FloatArray, outputs_per_token: FloatArray) -> FloatArray:
        """Return D_S: what the teacher leaves of the budget, at most what the text allows; negative: too dear."""
        affordable = (self.compute - training) / (self.student_flops + outputs_per_token)
        return np.minimum(affordable, self.world.student_text.token_limit)

    def report(self, v: FloatArray, start: FloatArray | None = None) -> FloatArray:
        """Return the fields of `Optimum` as rows of shape (fields, problems * points) (``start``: log D_T)."""
        parameters, tokens = self._teacher(self.offset + np.exp(v), start)
        training, outputs_per_token = self._teacher_flops(parameters, tokens)
        student_tokens = self._student_tokens(training, outputs_per_token)
        payable = student_tokens > 0
        # A hair less, so that rounding never makes the parts cost more than the whole.
        student_tokens = np.where(payable, student_tokens * (1 - 1e-15), np.nan)
        teacher_loss = supervised_loss(parameters, self.text.effective(tokens), self.law)
        effective = self.world.student_text.effective(student_tokens)
        with np.errstate(invalid="ignore"):
            loss = StudentTerms(self.student_parameters, effective, self.world.coefficients).loss(teacher_loss)
        student, outputs = self.student_flops * student_tokens, outputs_per_token * student_tokens
        left = np.maximum(self.compute - student - outputs - training, 0)
        rows = (
            np.where(payable, loss, np.inf),
            student_tokens,
            effective,
            parameters,
            tokens,
            teacher_loss,
            student,
            outputs,
            training,
            left,
        )
        return np.stack([row.ravel() for row in rows])
