"""The Teacher page: which teacher is best for this budget, against its size and against its loss."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from advisor.candidate_ranks import rank_texts
from advisor.evidence import ChartPage, Curve, Mark, Zone
from advisor.language import translate
from advisor.names import own_curve_label, scenario_labels
from advisor.plan import Candidate
from advisor.quantities import format_loss, format_parameters, format_tokens
from advisor.recommendation import CandidateResult
from advisor.scenarios import matching_scenario
from advisor.solution import Solution, candidate_loss
from advisor.solver import Optimum, best_at_teacher_loss, best_distillation

from .teacher_words import candidate_remark, estimates_note, shared_ranks_note, teacher_footer, teacher_sentence

FloatArray = NDArray[np.float64]

POINTS = 81
STORED = (0.0, 0.0)


def teacher_page(solution: Solution) -> ChartPage:
    """Return the U of student loss against teacher size, with the same against teacher loss as its variant."""
    by_size = _by_size(solution)
    return ChartPage(**{**vars(by_size), "variants": (_by_loss(solution, by_size.sentence),)})


def _by_size(solution: Solution) -> ChartPage:
    low, high = _size_range(solution)
    sizes = np.unique(np.append(np.geomspace(low, high, POINTS), solution.free.teacher.parameters))

    def held(shares: tuple[float, float]) -> Optimum:
        compute = solution.budget.compute_flops
        size = solution.plan.student.parameters
        return _allowed(solution, sizes, best_distillation(size, compute, *shares, solution.world, sizes, sizes))

    own = held(solution.shares)
    stored = None if solution.shares == STORED else held(STORED)
    best = solution.free.teacher
    good_low, good_high = solution.distillation.teacher_parameters_range or (best.parameters, best.parameters)
    return _page(
        solution,
        x=sizes,
        own=own,
        stored=stored,
        x_title=translate("Teacher page", "Teacher size, parameters without embeddings"),
        x_kind="parameters",
        best=Mark(
            "best", best.parameters, solution.free.loss, _best_label(solution, format_parameters(best.parameters))
        ),
        candidates=[(candidate.parameters, candidate) for candidate in solution.plan.teacher.candidates],
        good=Zone(
            "good_enough",
            max(good_low, low),
            min(good_high, high),
            _good_label(format_parameters(good_low), format_parameters(good_high)),
        ),
        sentence=teacher_sentence(solution),
        footer=teacher_footer(solution),
        axis_name=translate("Teacher page", "Size", "of teachers, as an axis"),
    )


def _by_loss(solution: Solution, sentence: str) -> ChartPage:
    best = solution.free.teacher.loss
    losses = [candidate_loss(c, solution.world) for c in _shown_candidates(solution)]
    weakest = min(max([solution.supervised.loss, best + 0.25, *losses]) + 0.05, best + 1.5)
    strongest = max(min([best - 0.25, *losses]) - 0.03, solution.world.coefficients.supervised.E + 0.02)
    grid = np.linspace(strongest, weakest, POINTS)

    def at(shares: tuple[float, float]) -> Optimum:
        compute = solution.budget.compute_flops
        return best_at_teacher_loss(solution.plan.student.parameters, compute, *shares, grid, solution.world)

    own = at(solution.shares)
    stored = None if solution.shares == STORED else at(STORED)
    threshold = solution.free.loss * (1 + solution.world.coefficients.relative_error)
    good = grid[own.loss <= threshold]
    zone = (
        Zone(
            "good_enough",
            float(good[0]),
            float(good[-1]),
            _good_label(format_loss(float(good[0])), format_loss(float(good[-1]))),
        )
        if good.size
        else None
    )
    return _page(
        solution,
        x=grid,
        own=own,
        stored=stored,
        x_title=translate("Teacher page", "Teacher loss, nats per token (stronger teachers on the left)"),
        x_kind="loss",
        best=Mark("best", best, solution.free.loss, _best_label(solution, format_loss(best))),
        candidates=[(candidate_loss(c, solution.world), c) for c in solution.plan.teacher.candidates],
        good=zone,
        sentence=sentence,
        footer=(
            translate("Teacher page", "Curve: the cheapest teacher of each loss, within the limits of the plan."),
            *estimates_note(solution),
            *shared_ranks_note(solution),
        ),
        axis_name=translate("Teacher page", "Loss", "of teachers, as an axis"),
    )


def _page(
    solution: Solution,
    *,
    x: FloatArray,
    own: Optimum,
    stored: Optimum | None,
    x_title: str,
    x_kind: str,
    best: Mark,
    candidates: list[tuple[float, Candidate]],
    good: Zone | None,
    sentence: str,
    footer: tuple[str, ...],
    axis_name: str,
) -> ChartPage:
    key = matching_scenario(solution.plan) or "this_plan"
    label = own_curve_label(key, candidates=False, chosen=solution.method == "distill")
    short_label = translate("Teacher page", "student loss", "short name of a line")
    curves = [Curve(key, label, x, _finite(own.loss), emphasised=True, short_label=short_label)]
    if stored is not None:
        name = "best_case"
        short_label = translate("Teacher page", "with stored outputs", "short name of a line")
        curves.insert(
            0, Curve(name, scenario_labels()[name], x, _finite(stored.loss), dashed=True, short_label=short_label)
        )
    direct = solution.supervised.loss
    none = translate("Teacher page", "no", "as in: no student tokens")
    results = {result.name: result for result in solution.candidates}
    ranks = rank_texts(solution.plan, solution.candidates)
    marks = [best]
    for position, candidate in candidates:
        if candidate.name in results:
            result = results[candidate.name]
            marks.append(_candidate_mark(solution, position, candidate, result, ranks[candidate.name]))
    return ChartPage(
        name="teacher",
        question=translate("Teacher page", "Which teacher is best for this budget?"),
        sentence=sentence,
        x_title=x_title,
        y_title=translate("Teacher page", "Student loss, nats per token (lower is better)"),
        x_kind=x_kind,
        curves=tuple(curves),
        marks=tuple(marks),
        zones=tuple(_zones(solution, x, own.loss, good, by_loss=x_kind == "loss")),
        x_range=(float(x[0]), float(x[-1])),
        y_range=_y_range([c.y for c in curves], [direct, *(m.y for m in marks)], solution.free.loss),
        level=direct,
        level_label=translate("Teacher page", "Train directly: {loss}").format(loss=format_loss(direct)),
        footer=footer,
        read_out_names=(translate("Teacher page", "student tokens", "after their number"),),
        read_out=tuple((format_tokens(t) if np.isfinite(t) else none,) for t in own.student_tokens),
        axis_name=axis_name,
    )


def _finite(losses: FloatArray) -> FloatArray:
    return np.where(np.isfinite(losses), losses, np.nan)


def _best_label(solution: Solution, where: str) -> str:
    text = translate(
        "Teacher page", "Best possible: {teacher}, {loss}", "teacher: its size or loss; loss: the student's"
    )
    return text.format(teacher=where, loss=format_loss(solution.free.loss))


def _good_label(low: str, high: str) -> str:
    text = translate("Teacher page", "Good enough: {low} to {high}", "low, high: size or loss of teachers")
    return text.format(low=low, high=high)


def _shown_candidates(solution: Solution) -> tuple[Candidate, ...]:
    return solution.plan.teacher.candidates if solution.candidates else ()


def _size_range(solution: Solution) -> tuple[float, float]:
    """Return sizes from well below the good-enough range to well above it, with every candidate, within bounds."""
    best = solution.free.teacher.parameters
    good_low, good_high = solution.distillation.teacher_parameters_range or (best, best)
    sizes = [c.parameters for c in _shown_candidates(solution)]
    low = min([good_low / 5, *(s / 1.5 for s in sizes)])
    high = max([min(good_high * 12, best * 300), *(s * 2.5 for s in sizes)])
    bound_low, bound_high = solution.world.parameters_range
    low, high = max(low, min([bound_low, *sizes])), min(high, max([bound_high, *sizes]))
    return (low, high) if high > low * 1.5 else (low / 2, high * 2)


def _allowed(solution: Solution, sizes: FloatArray, optimum: Optimum) -> Optimum:
    """Return the optimum with NaN for sizes of teacher that the plan does not allow."""
    low, high = solution.world.parameters_range
    allowed = (sizes >= low * (1 - 1e-9)) & (sizes <= high * (1 + 1e-9))
    return Optimum(**{name: np.where(allowed, values, np.nan) for name, values in vars(optimum).items()})


def _candidate_mark(
    solution: Solution, position: float, candidate: Candidate, result: CandidateResult, rank: str
) -> Mark:
    text = translate("Teacher page", "{teacher}, rank {rank}: {loss}")
    label = text.format(teacher=candidate.name, rank=rank, loss=format_loss(result.loss))
    return Mark("candidate", position, result.loss, label, candidate_remark(solution, candidate, result))


def _zones(solution: Solution, x: FloatArray, loss: FloatArray, good: Zone | None, *, by_loss: bool) -> list[Zone]:
    """Return the good-enough range, and on either side where a teacher does worse than none."""
    zones = []
    helps = np.flatnonzero(loss < solution.supervised.loss)
    if helps.size:
        left, right = float(x[helps[0]]), float(x[helps[-1]])
        if good is not None:
            left, right = min(left, good.low), max(right, good.high)
        if solution.shares == STORED:
            strong = translate("Teacher page", "Too strong for this student", "teachers of a stretch of the axis")
        elif by_loss:
            strong = translate("Teacher page", "Too strong for this budget", "teachers of a stretch of the axis")
        else:
            strong = translate("Teacher page", "Too large for this budget", "teachers of a stretch of the axis")
        weak = translate("Teacher page", "Too weak to help", "teachers of a stretch of the axis")
        labels = {"too_weak": weak, "too_strong": strong}
        kinds = ("too_strong", "too_weak") if by_loss else ("too_weak", "too_strong")
        for kind, start, stop in ((kinds[0], float(x[0]), left), (kinds[1], right, float(x[-1]))):
            if stop > start:
                zones.append(Zone(kind, start, stop, labels[kind]))
    if good is not None and good.high > good.low:
        zones.append(good)
    return zones


def _y_range(curves: list[FloatArray], points: list[float], best: float) -> tuple[float, float]:
    values = np.concatenate([*curves, points])
    values = values[np.isfinite(values)]  # of the curves perhaps none: no allowed teacher has a loss in this frame
    lowest = float(values.min())
    most_needed = max(points)
    highest = min(float(values.max()), most_needed + 1.5 * max(most_needed - best, 0.03))
    margin = 0.06 * (highest - lowest) + 0.002
    return lowest - margin, max(highest, most_needed) + margin
