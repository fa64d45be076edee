"""The Teacher page: which teacher is best for this budget, against its size and against its loss."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .baseline import GivenTeachers, distil_from
from .evidence import ChartPage, Curve, Mark, Zone
from .names import ESTIMATED, SCENARIO_LABELS, capital, teacher_name, with_article
from .plan import Candidate
from .quantities import format_loss, format_parameters, format_share, format_tokens
from .recommendation import CandidateResult
from .scenarios import matching_scenario
from .solution import Solution, candidate_loss
from .solver import Optimum, best_at_teacher_loss, best_distillation

FloatArray = NDArray[np.float64]

POINTS = 81
STORED = (0.0, 0.0)
CAUSES = {
    "cost": "its outputs cost too much",
    "weak": "it is too weak",
    "strong": "it is too strong to imitate",
}
"""What holds back a teacher that is worse than none."""


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
        x_title="Teacher size, parameters without embeddings",
        x_kind="parameters",
        best=Mark(
            "best", best.parameters, solution.free.loss, _best_label(solution, format_parameters(best.parameters))
        ),
        candidates=[(candidate.parameters, candidate) for candidate in solution.plan.teacher.candidates],
        good=Zone(
            "good_enough",
            max(good_low, low),
            min(good_high, high),
            f"Good enough: {format_parameters(good_low)} to {format_parameters(good_high)}",
        ),
        sentence=_sentence(solution),
        footer=_footer(solution),
        axis_name="Size",
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
            f"Good enough: {format_loss(float(good[0]))} to {format_loss(float(good[-1]))}",
        )
        if good.size
        else None
    )
    return _page(
        solution,
        x=grid,
        own=own,
        stored=stored,
        x_title="Teacher loss, nats per token (stronger teachers on the left)",
        x_kind="loss",
        best=Mark("best", best, solution.free.loss, _best_label(solution, format_loss(best))),
        candidates=[(candidate_loss(c, solution.world), c) for c in solution.plan.teacher.candidates],
        good=zone,
        sentence=sentence,
        footer=("Curve: the cheapest teacher of each loss, within the limits of the plan.", *_estimates(solution)),
        axis_name="Loss",
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
    label = f"{SCENARIO_LABELS.get(key, 'Distil: costs shared')}, this plan"
    curves = [Curve(key, label, x, _finite(own.loss), emphasised=True, short_label="student loss")]
    if stored is not None:
        name = "best_case"
        curves.insert(
            0,
            Curve(name, SCENARIO_LABELS[name], x, _finite(stored.loss), dashed=True, short_label="with stored outputs"),
        )
    direct = solution.supervised.loss
    results = {result.name: result for result in solution.candidates}
    marks = [best]
    for position, candidate in candidates:
        if candidate.name in results:
            marks.append(_candidate_mark(solution, position, candidate, results[candidate.name]))
    return ChartPage(
        name="teacher",
        question="Which teacher is best for this budget?",
        sentence=sentence,
        x_title=x_title,
        y_title="Student loss, nats per token (lower is better)",
        x_kind=x_kind,
        curves=tuple(curves),
        marks=tuple(marks),
        zones=tuple(_zones(solution, x, own.loss, good, by_loss=x_kind == "loss")),
        x_range=(float(x[0]), float(x[-1])),
        y_range=_y_range([c.y for c in curves], [direct, *(m.y for m in marks)], solution.free.loss),
        level=direct,
        level_label=f"Train directly: {format_loss(direct)}",
        footer=footer,
        read_out_names=("student tokens",),
        read_out=tuple((format_tokens(t) if np.isfinite(t) else "no",) for t in own.student_tokens),
        axis_name=axis_name,
    )


def _finite(losses: FloatArray) -> FloatArray:
    return np.where(np.isfinite(losses), losses, np.nan)


def _best_label(solution: Solution, where: str) -> str:
    return f"Best possible: {where}, {format_loss(solution.free.loss)}"


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


def _candidate_mark(solution: Solution, position: float, candidate: Candidate, result: CandidateResult) -> Mark:
    label = f"{candidate.name}, rank {result.rank}: {format_loss(result.loss)}"
    return Mark("candidate", position, result.loss, label, _reason(solution, candidate, result))


def _cause(solution: Solution, candidate: Candidate, good_loss: float) -> str:
    """Return why a candidate misses ``good_loss``: "cost" of its outputs, "weak", or too "strong" to imitate."""
    if solution.shares[0] > 0 and float(_given(solution, candidate, 0.0).loss) <= good_loss:
        return "cost"
    return "weak" if candidate_loss(candidate, solution.world) > solution.free.teacher.loss else "strong"


def _reason(solution: Solution, candidate: Candidate, result: CandidateResult) -> str:
    """Return in a few words what holds a candidate back, empty where nothing does."""
    good_loss = solution.free.loss * (1 + solution.world.coefficients.relative_error)
    if result.loss <= good_loss:
        return ""
    cause = _cause(solution, candidate, good_loss)
    if cause == "cost":
        outputs = _given(solution, candidate, solution.shares[0]).flops_teacher_outputs
        return f"outputs take {format_share(float(outputs) / solution.budget.compute_flops, 2)} of the compute"
    if cause == "strong":
        return "too strong for this student to imitate"
    if candidate.loss is None and candidate.training_tokens is not None:
        return f"trained on {format_tokens(candidate.training_tokens)} tokens only"
    return "too weak for this student"


def _given(solution: Solution, candidate: Candidate, outputs_share: float) -> GivenTeachers:
    return distil_from(
        candidate.parameters,
        candidate_loss(candidate, solution.world),
        solution.plan.student.parameters,
        solution.budget.compute_flops,
        outputs_share,
        solution.world,
    )


def _zones(solution: Solution, x: FloatArray, loss: FloatArray, good: Zone | None, *, by_loss: bool) -> list[Zone]:
    """Return the good-enough range, and on either side where a teacher does worse than none."""
    zones = []
    helps = np.flatnonzero(loss < solution.supervised.loss)
    if helps.size:
        left, right = float(x[helps[0]]), float(x[helps[-1]])
        if good is not None:
            left, right = min(left, good.low), max(right, good.high)
        strong = "Too strong for this budget" if by_loss else "Too large for this budget"
        if solution.shares == STORED:
            strong = "Too strong for this student"
        labels = {"too_weak": "Too weak to help", "too_strong": strong}
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


def _sentence(solution: Solution) -> str:
    if solution.candidates:
        return _sentence_about_candidates(solution)
    best, low_high = solution.free.teacher, solution.distillation.teacher_parameters_range
    name = teacher_name(best)
    ours, direct = format_loss(solution.free.loss), format_loss(solution.supervised.loss)
    doubt = ", too close to call" if solution.method == "tie" else ""
    if solution.free.loss >= solution.supervised.loss:
        return f"Even the best teacher, {name}, does not beat training directly: {ours} against {direct}{doubt}."
    if low_high is None:
        return f"{with_article(name).capitalize()} teacher is best."
    low, high = (format_parameters(n) for n in low_high)
    if low == high:
        return f"{name} is the only teacher size you allow: {ours} against {direct} by training directly{doubt}."
    if doubt:
        return (
            f"{capital(with_article(name))} teacher is best ({low} to {high} do as well): "
            f"{ours} against {direct} by training directly{doubt}."
        )
    return f"{capital(with_article(name))} teacher is best; any from {low} to {high} does as well."


def _sentence_about_candidates(solution: Solution) -> str:
    ranked = sorted(solution.candidates, key=lambda result: result.rank)
    by_name = {c.name: c for c in solution.plan.teacher.candidates}
    first, last = ranked[0], ranked[-1]
    error = solution.world.coefficients.relative_error
    direct, free = solution.supervised.loss, solution.free
    if first.loss >= direct:
        return _sentence_about_worse(solution, first, by_name[first.name])
    if first.loss <= free.loss:
        start = f"Your {first.name} is as good as any teacher could be"
    elif first.loss <= free.loss * (1 + error):
        start = f"Your {first.name} is almost the best possible teacher"
    else:
        stronger = candidate_loss(by_name[first.name], solution.world) < free.teacher.loss
        smaller = solution.shares[0] > 0 and free.teacher.parameters < by_name[first.name].parameters
        other = "a smaller one" if smaller else "a weaker one" if stronger else "a stronger one"
        start = (
            f"Your {first.name} is the best you have ({format_loss(first.loss)}), "
            f"but {other} would reach {format_loss(free.loss)}"
        )
    if solution.method == "tie":
        return f"{start}; training directly reaches {format_loss(direct)}, too close to call."
    if len(ranked) > 1 and last.loss > direct > first.loss:
        cause = CAUSES[_cause(solution, by_name[last.name], direct)]
        return f"{start}; the {last.name} is worse than no teacher, because {cause}."
    return f"{start}."


def _sentence_about_worse(solution: Solution, best: CandidateResult, candidate: Candidate) -> str:
    """Return that no listed teacher beats training directly, by how much, and what holds back the only one."""
    losses = f"{format_loss(best.loss)} against {format_loss(solution.supervised.loss)}"
    doubt = ", too close to call" if solution.method == "tie" else ""
    if len(solution.candidates) > 1:
        return f"None of your teachers beats training directly: the best, the {best.name}, reaches {losses}{doubt}."
    start = f"Your {best.name} does not beat training directly: {losses}"
    if doubt:
        return f"{start}{doubt}."
    return f"{start}, because {CAUSES[_cause(solution, candidate, solution.supervised.loss)]}."


def _footer(solution: Solution) -> tuple[str, ...]:
    limit = format_tokens(solution.plan.teacher.max_training_tokens)
    if solution.plan.teacher.exists:
        text = f"Curve: a teacher of each size, trained on up to {limit} tokens."
    else:
        text = "Curve: a teacher of each size, trained here on as many tokens as serve the student best."
    notes = [text, *_estimates(solution)]
    if solution.candidates and solution.shares[0] > 0:
        candidates = solution.plan.teacher.candidates
        stored = [float(_given(solution, candidate, 0.0).loss) for candidate in candidates]
        first = int(np.argmin(stored))
        winner = candidates[first]
        if winner.name != solution.distillation.teacher.name:
            loss = format_loss(stored[first])
            notes.append(f"With its outputs already stored, your {winner.name} would come first ({loss}).")
    return tuple(notes)


def _estimates(solution: Solution) -> tuple[str, ...]:
    """Return the note that the candidates' losses are estimates, where some are."""
    shown = _shown_candidates(solution)
    estimated = [candidate.name for candidate in shown if candidate.loss is None]
    if not estimated:
        return ()
    if len(estimated) == len(shown):
        return (f"Losses of your {'teacher' if len(shown) == 1 else 'teachers'}: {ESTIMATED}.",)
    return (f"Losses of {len(estimated)} of your {len(shown)} teachers: {ESTIMATED}.",)
