"""Every method side by side over many budgets or student sizes: the lines that the Budget and Student pages share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .baseline import distil_from, train_directly
from .cautions import FEWEST_STUDY_TOKENS, STUDY_PARAMETERS, STUDY_TEACHER_LOSS, STUDY_TOKENS
from .evidence import SUPERVISED, THIS_PLAN, Curve, Zone
from .language import translate
from .names import (
    capital,
    own_curve_label,
    own_short_label,
    scenario_labels,
    short_scenario_labels,
    this_plan_label,
)
from .recommendation import SCENARIOS
from .scenarios import SCENARIO_SHARES, matching_scenario
from .solution import Solution, candidate_loss
from .solver import Optimum, best_distillation

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class OwnMethod:
    """This plan's way of distilling: the best teacher it lists, or else the best possible one; arrays of one shape.

    ``teacher_estimated`` says where the teacher's loss comes from Eq. 1, so that its size and tokens matter.
    """

    loss: FloatArray
    effective_student_tokens: FloatArray
    teacher_loss: FloatArray
    teacher_parameters: FloatArray
    teacher_tokens: FloatArray
    teacher_estimated: NDArray[np.bool_]


@dataclass(frozen=True)
class Methods:
    """Losses (nats per token) at each point: training directly, Table 2's scenarios (rows), and this plan's way."""

    student_parameters: FloatArray
    supervised: FloatArray
    supervised_tokens: FloatArray
    scenarios: FloatArray
    own: OwnMethod


def every_method(solution: Solution, student_parameters: ArrayLike, compute_flops: ArrayLike) -> Methods:
    """Solve every method at every point of two broadcast one-dimensional arrays."""
    size, compute = np.broadcast_arrays(
        np.asarray(student_parameters, dtype=np.float64), np.asarray(compute_flops, dtype=np.float64)
    )
    own_name = matching_scenario(solution.plan) or THIS_PLAN
    every_share = SCENARIO_SHARES if solution.candidates else {**SCENARIO_SHARES, own_name: solution.shares}
    shares = np.array(list(every_share.values()))[:, :, None]
    solved = best_distillation(size[None, :], compute[None, :], shares[:, 0], shares[:, 1], solution.world)
    direct = train_directly(size, compute, solution.world)
    if solution.candidates:
        own = own_method(solution, size, compute)
    else:
        row = list(every_share).index(own_name)
        own = _own(Optimum(**{name: values[row] for name, values in vars(solved).items()}))
    return Methods(size, direct.loss, direct.effective_tokens, solved.loss[: len(SCENARIOS)], own)


def own_method(solution: Solution, student_parameters: ArrayLike, compute_flops: ArrayLike) -> OwnMethod:
    """Solve this plan's way of distilling at every point."""
    world, candidates = solution.world, solution.plan.teacher.candidates
    if not solution.candidates:
        return _own(best_distillation(student_parameters, compute_flops, *solution.shares, world))
    sizes = np.array([c.parameters for c in candidates])
    losses = np.array([candidate_loss(c, world) for c in candidates])
    tokens = np.array([np.nan if c.training_tokens is None else c.training_tokens for c in candidates])
    estimated = np.array([c.loss is None for c in candidates])
    given = distil_from(
        sizes[:, None], losses[:, None], student_parameters, compute_flops, solution.shares[0], solution.world
    )
    best = np.argmin(given.loss, axis=0)
    points = np.arange(best.size)
    return OwnMethod(
        given.loss[best, points],
        given.effective_student_tokens[best, points],
        losses[best],
        sizes[best],
        tokens[best],
        estimated[best],
    )


def _own(free: Optimum) -> OwnMethod:
    return OwnMethod(
        free.loss,
        free.effective_student_tokens,
        free.teacher_loss,
        free.teacher_parameters,
        free.teacher_tokens,
        np.ones(free.loss.shape, dtype=bool),
    )


def own_key(solution: Solution) -> str:
    """Return the key of the line that is this plan's: a scenario's, or its own where none describes it."""
    scenario = matching_scenario(solution.plan)
    return THIS_PLAN if solution.candidates or scenario is None else scenario


def method_curves(solution: Solution, x: FloatArray, methods: Methods) -> tuple[Curve, ...]:
    """Return one line for every method, this plan's emphasised and drawn last."""
    key = own_key(solution)
    rows = dict(zip(SCENARIOS, methods.scenarios, strict=True))
    losses = {name: rows[name] for name in reversed(SCENARIOS)}
    order = [*list(losses)[:2], SUPERVISED, *list(losses)[2:]]
    losses[SUPERVISED] = methods.supervised
    labels, short_labels = scenario_labels(), short_scenario_labels()
    distil, given = solution.method == "distill", bool(solution.candidates)
    if not distil:
        labels[SUPERVISED] = this_plan_label(labels[SUPERVISED])
    curves = [
        Curve(name, labels[name], x, finite(losses[name]), short_label=short_labels[name])
        for name in order
        if name != key
    ]
    own = Curve(
        key,
        own_curve_label(key, candidates=given, chosen=distil),
        x,
        finite(methods.own.loss),
        emphasised=True,
        short_label=translate("Chart", "this plan", "short name of a line")
        if distil
        else own_short_label(key, candidates=given),
    )
    return (*curves, own)


def finite(losses: FloatArray) -> FloatArray:
    """Return the losses with NaN where there is none."""
    return np.where(np.isfinite(losses), losses, np.nan)


def study_zones(x: FloatArray, methods: Methods, low: float, high: float) -> tuple[Zone, ...]:
    """Return where, between ``low`` and ``high``, this plan's method leaves what the study measured, and why."""
    tokens = np.maximum(methods.own.effective_student_tokens, methods.supervised_tokens)
    fewest = np.minimum(methods.own.effective_student_tokens, methods.supervised_tokens)
    inside = np.flatnonzero((x >= low * (1 - 1e-9)) & (x <= high * (1 + 1e-9)))
    teacher, beyond = _teachers_beyond_study(methods.own, inside)
    smallest, largest = STUDY_PARAMETERS
    reasons = {
        translate("Chart", "student smaller than any tested"): methods.student_parameters < smallest * 0.999,
        translate("Chart", "student larger than any tested"): methods.student_parameters > largest * 1.001,
        teacher: beyond,
        translate("Chart", "over 512B tokens"): tokens > STUDY_TOKENS,
        translate("Chart", "under 3.7B tokens"): fewest < FEWEST_STUDY_TOKENS * 0.999,
    }
    return zones_beyond(x, reasons, low, high)


def zones_beyond(x: FloatArray, reasons: dict[str, NDArray[np.bool_]], low: float, high: float) -> tuple[Zone, ...]:
    """Return the stretches between ``low`` and ``high`` over which the same reasons hold, named by them."""
    inside = np.flatnonzero((x >= low * (1 - 1e-9)) & (x <= high * (1 + 1e-9)))
    runs: list[tuple[float, tuple[str, ...]]] = []
    for i in inside:
        here = tuple(name for name, flags in reasons.items() if flags[i])
        if not runs or here != runs[-1][1]:
            runs.append((float(x[i]) if runs else low, here))
    ends = [*(start for start, _ in runs[1:]), high]
    around = [(), *(names for _, names in runs), ()]
    zones = []
    for k, ((start, names), end) in enumerate(zip(runs, ends, strict=True)):
        before, after = around[k], around[k + 2]
        label = _zone_label(names, before, after)
        zones.append(Zone(_kind(names), start, end, label, goes_on=_goes_on(names, before)))
    return tuple(zones)


def _goes_on(reasons: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Return whether a stretch has the reasons of the one to its left and more, so that its name goes on from it."""
    return bool(before) and set(before) < set(reasons)


def _teachers_beyond_study(own: OwnMethod, shown: NDArray[np.intp]) -> tuple[str, NDArray[np.bool_]]:
    """Return in which way the teacher is beyond the study, as far as one holds for all that is shown, and where."""
    strong, weak = own.teacher_loss < STUDY_TEACHER_LOSS[0], own.teacher_loss > STUDY_TEACHER_LOSS[1]
    smallest, largest = STUDY_PARAMETERS
    unusual = (own.teacher_parameters < smallest * 0.999) | (own.teacher_parameters > largest * 1.001)
    beyond = strong | weak | (own.teacher_estimated & (unusual | (own.teacher_tokens > STUDY_TOKENS)))
    if np.array_equal(strong[shown], beyond[shown]):
        return translate("Chart", "teacher stronger than any tested"), beyond
    if np.array_equal(weak[shown], beyond[shown]):
        return translate("Chart", "teacher weaker than any tested"), beyond
    return translate("Chart", "teacher beyond any tested", "beyond: in size, loss or tokens"), beyond


def _kind(reasons: tuple[str, ...]) -> str:
    return "tested" if not reasons else "beyond_1" if len(reasons) == 1 else "beyond_2"


def _zone_label(reasons: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """Return what a stretch is called; beside a neighbour that shares its reasons, only what comes on top of them."""
    if not reasons:
        return translate("Chart", "Tested", "a stretch of the axis that the study measured")
    if _goes_on(reasons, before):
        text = translate("Chart", "and {reasons}", "goes on from the label of the stretch to the left")
        return text.format(reasons=_listed([name for name in reasons if name not in before]))
    if after and set(after) < set(reasons):
        text = translate("Chart", "Also {reasons}", "besides the label of the stretch to the right")
        return text.format(reasons=_listed([name for name in reasons if name not in after]))
    return capital(_listed(reasons))


def _listed(reasons: Sequence[str]) -> str:
    """Return "A", "A and B", "A and B and C"."""
    text = reasons[0]
    for reason in reasons[1:]:
        text = translate("Chart", "{first} and {second}", "reasons why a stretch of the axis is untested").format(
            first=text, second=reason
        )
    return text
