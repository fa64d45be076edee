"""Lifetime compute against student size: which size reaches this plan's loss, and serves what it will, for least."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.best_size import bottom
from advisor.cautions import FEWEST_STUDY_TOKENS, STUDY_PARAMETERS, STUDY_TOKENS
from advisor.evidence import SUPERVISED, ChartPage, Curve, Mark, Zone
from advisor.language import translate
from advisor.lifetime import Lifetime, direct_flops, joined_sizes, lifetime, serving_flops, sizes_worth_showing
from advisor.methods import own_key, zones_beyond
from advisor.names import own_curve_label, own_short_label, scenario_labels, short_scenario_labels, this_plan_label
from advisor.quantities import format_flops, format_loss, format_parameters, format_power, format_tokens
from advisor.solution import Solution

from .student_sentence import plan_loss

FloatArray = NDArray[np.float64]

SOLVED, SOLVED_WITH_TEACHERS, DRAWN = 19, 61, 121
"""Sizes solved for a free teacher, and for given ones, which need no optimum; sizes drawn."""

MANY_ENOUGH = 4
FAVOURED = 1.03
"""A saving below this factor does not favour another size."""

TALLEST = 8.0
"""Up to how many times the least lifetime compute the axis shows."""


@dataclass(frozen=True)
class Favoured:
    """The size of least lifetime compute, and this plan's own: parameters and FLOPs."""

    parameters: float
    flops: float
    plan_flops: float

    @property
    def saving(self) -> float:
        """How many times less the favoured size takes."""
        return self.plan_flops / self.flops


def lifetime_page(solution: Solution) -> ChartPage:
    """Return the least lifetime compute with which each size reaches the loss of this plan, and the size it favours.

    The plan's size is a mark and no line to drag: another size would reach another loss on the same budget, and all
    that is compared here would change with it.
    """
    wanted, size = plan_loss(solution), solution.plan.student.parameters
    points = SOLVED_WITH_TEACHERS if solution.candidates else SOLVED
    found = lifetime(solution, sizes_worth_showing(solution, wanted, points), wanted)
    low, high = float(found.student_parameters[0]), float(found.student_parameters[-1])
    curves = _curves(solution, found, wanted)
    chosen = next(curve for curve in curves if curve.emphasised)
    favoured = _favoured(solution, chosen)
    serving = serving_flops(solution, chosen.x)
    return ChartPage(
        name="student",
        question=translate("Student page", "Which size of student costs least over its whole life?"),
        sentence=lifetime_sentence(solution, favoured),
        x_title=translate("Student page", "Student size, parameters without embeddings"),
        y_title=translate("Student page", "Training and serving, FLOPs, for a loss of {loss} (lower is better)").format(
            loss=format_loss(wanted)
        ),
        x_kind="parameters",
        y_kind="compute",
        curves=curves,
        marks=(
            Mark("best", favoured.parameters, favoured.flops, _least_label(favoured), key=chosen.key),
            Mark(
                "plan",
                size,
                favoured.plan_flops,
                translate("Student page", "This plan: {size}").format(size=format_parameters(size)),
            ),
        ),
        zones=_zones(found, low, high, wanted, curves),
        x_range=(low, high),
        y_range=_y_range(curves, favoured),
        footer=_footer(solution, wanted),
        read_out_names=(
            translate("Student page", "for training", "compute"),
            translate("Student page", "for serving", "compute"),
        ),
        read_out=_read_out(chosen.y - serving, serving),
        axis_name=translate("Student page", "Lifetime compute"),
    )


def _curves(solution: Solution, found: Lifetime, wanted: float) -> tuple[Curve, ...]:
    """Return both ways that reach the loss at any size; the recommended one, which does, is emphasised and comes last.

    What the plan spends at its own size is known and need not be searched.
    """
    distil, key, size = solution.method == "distill", own_key(solution), solution.plan.student.parameters
    solved = found.student_parameters
    x = joined_sizes(np.geomspace(solved[0], solved[-1], DRAWN), solved)
    serving = serving_flops(solution, x)
    spent = solution.budget.compute_flops - solution.flops_left
    distilled = np.where(solved == size, spent, found.distilled) if distil else found.distilled
    direct = direct_flops(solution, x, wanted)
    given, supervised = bool(solution.candidates), scenario_labels()[SUPERVISED]
    ways = (
        Curve(
            key,
            own_curve_label(key, candidates=given, chosen=distil),
            x,
            _between(solved, distilled, x) + serving,
            distil,
            short_label=translate("Chart", "this plan", "short name of a line")
            if distil
            else own_short_label(key, candidates=given),
        ),
        Curve(
            SUPERVISED,
            supervised if distil else this_plan_label(supervised),
            x,
            (direct if distil else np.where(x == size, spent, direct)) + serving,
            not distil,
            short_label=short_scenario_labels()[SUPERVISED],
        ),
    )
    ordered = sorted(ways, key=lambda curve: curve.emphasised)
    return tuple(curve for curve in ordered if np.isfinite(curve.y).any())


def _between(solved: FloatArray, flops: FloatArray, x: FloatArray) -> FloatArray:
    """Return the compute of sizes between those solved, on a smooth curve in logarithms; NaN beside sizes unable."""
    able = np.isfinite(flops)
    if able.sum() < MANY_ENOUGH:
        at = np.searchsorted(solved, x)
        return np.where(solved[np.minimum(at, solved.size - 1)] == x, flops[np.minimum(at, solved.size - 1)], np.nan)
    log_x, log_y = np.log(solved[able]), np.log(flops[able])
    slope = np.gradient(log_y, log_x)
    left = np.clip(np.searchsorted(log_x, np.log(x), side="right") - 1, 0, log_x.size - 2)
    width, height = np.diff(log_x)[left], np.diff(log_y)[left]
    # Beyond the outermost sizes that are able nothing is drawn: held at their ends, the curve cannot run off there.
    t = np.clip((np.log(x) - log_x[left]) / width, 0.0, 1.0)
    # The cubic through both ends with their slopes (Hermite), as a chord and what bends away from it.
    bend = (1 - t) * (slope[left] * width - height) - t * (slope[left + 1] * width - height)
    smooth = np.exp(log_y[left] + t * height + t * (1 - t) * bend)
    rank = np.flatnonzero(able)[left]
    joined = able[np.minimum(rank + 1, able.size - 1)] & (x >= solved[able][0]) & (x <= solved[able][-1])
    return np.where(joined, smooth, np.nan)


def _favoured(solution: Solution, curve: Curve) -> Favoured:
    """Return the lowest point of a curve, between its points too, and what this plan takes."""
    size = solution.plan.student.parameters
    plan_flops = float(curve.y[int(np.argmin(np.abs(curve.x - size)))])
    log_size, log_flops = bottom(np.log(curve.x), np.log(curve.y))
    return Favoured(float(np.exp(log_size)), float(np.exp(log_flops)), plan_flops)


def lifetime_sentence(solution: Solution, favoured: Favoured) -> str:
    """Return which size serving favours, and what it saves."""
    size, served = solution.plan.student.parameters, solution.plan.student.served_tokens or 0.0
    name, tokens = format_parameters(size), format_tokens(served)
    loss = format_loss(plan_loss(solution))
    if favoured.saving < FAVOURED:
        least = _said(favoured.flops)
        return translate(
            "Student page",
            "{size} costs about the least over its life: {flops} to reach {loss} and serve {tokens} tokens.",
        ).format(size=name, flops=least, loss=loss, tokens=tokens)
    if favoured.parameters < size:
        text = translate(
            "Student page",
            "Serving {tokens} tokens favours a smaller student: {best} reaches {loss} with {best_flops} in all, "
            "{size} with {flops}.",
        )
    else:
        text = translate(
            "Student page",
            "Even serving {tokens} tokens, a larger student pays: {best} reaches {loss} with {best_flops} in all, "
            "{size} with {flops}.",
        )
    return text.format(
        tokens=tokens,
        best=format_parameters(favoured.parameters, 2),
        loss=loss,
        best_flops=_said(favoured.flops),
        size=name,
        flops=format_power(favoured.plan_flops, 2),
    )


def _said(flops: float) -> str:
    return format_flops(flops, 2)


def _least_label(favoured: Favoured) -> str:
    return translate("Student page", "Least: {size}, {flops}").format(
        size=format_parameters(favoured.parameters, 2), flops=_said(favoured.flops)
    )


def _zones(found: Lifetime, low: float, high: float, wanted: float, curves: tuple[Curve, ...]) -> tuple[Zone, ...]:
    """Return the sizes that cannot reach the loss, however long they are trained, and where others leave the study."""
    sizes = found.student_parameters
    start = min(float(curve.x[np.isfinite(curve.y)][0]) for curve in curves)
    most = np.fmax(found.distilled_tokens, found.direct_tokens)
    fewest = np.fmin(found.distilled_tokens, found.direct_tokens)
    reasons = {
        translate("Chart", "student smaller than any tested"): sizes < STUDY_PARAMETERS[0] * 0.999,
        translate("Chart", "student larger than any tested"): sizes > STUDY_PARAMETERS[1] * 1.001,
        translate("Chart", "over 512B tokens"): most > STUDY_TOKENS,
        translate("Chart", "under 3.7B tokens"): fewest < FEWEST_STUDY_TOKENS * 0.999,
    }
    beyond = zones_beyond(sizes, reasons, start, high)
    label = translate("Student page", "Cannot reach {loss}").format(loss=format_loss(wanted))
    return beyond if start <= low else (*beyond, Zone("too_weak", low, start, label))


def _y_range(curves: tuple[Curve, ...], favoured: Favoured) -> tuple[float, float]:
    values = np.concatenate([curve.y for curve in curves])
    least = float(np.nanmin(np.append(values, favoured.flops)))
    most = max(min(float(np.nanmax(values)), TALLEST * least), 1.5 * favoured.plan_flops)
    return least / 1.5, most * 1.1


def _footer(solution: Solution, wanted: float) -> tuple[str, ...]:
    served = format_tokens(solution.plan.student.served_tokens or 0.0)
    until = translate("Student page", "Every size is trained until it reaches {loss}, then serves {tokens} tokens")
    third = translate("Student page", "A token served takes a third of the compute of a token trained on")
    return until.format(loss=format_loss(wanted), tokens=served), third


def _read_out(training: FloatArray, serving: FloatArray) -> tuple[tuple[str, ...], ...]:
    never = translate("Student page", "no compute is enough")
    return tuple(
        (_said(once) if np.isfinite(once) else never, _said(later))
        for once, later in zip(training.tolist(), serving.tolist(), strict=True)
    )
