"""Every method side by side over many budgets or student sizes: the lines that the Budget and Student pages share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .baseline import distil_from, train_directly
from .cautions import FEWEST_STUDY_TOKENS, STUDY_PARAMETERS, STUDY_TEACHER_LOSS, STUDY_TOKENS
from .evidence import SUPERVISED, THIS_PLAN, Curve, Zone
from .names import SCENARIO_LABELS, SHORT_SCENARIO_LABELS, capital
from .recommendation import SCENARIOS
from .scenarios import SCENARIO_SHARES, matching_scenario
from .solution import Solution, candidate_loss
from .solver import Optimum, best_distillation

FloatArray = NDArray[np.float64]

LEAST_NAMED_STRETCH = 0.1
"""Share of the axis below which a tinted stretch has no room for its name."""


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
    curves = [
        Curve(name, SCENARIO_LABELS[name], x, finite(losses[name]), short_label=SHORT_SCENARIO_LABELS[name])
        for name in order
        if name != key
    ]
    label = SCENARIO_LABELS.get(key, "Distil: your teachers" if solution.candidates else "Distil: costs shared")
    own = Curve(key, f"{label}, this plan", x, finite(methods.own.loss), emphasised=True, short_label="this plan")
    return (*curves, own)


def finite(losses: FloatArray) -> FloatArray:
    """Return the losses with NaN where there is none."""
    return np.where(np.isfinite(losses), losses, np.nan)


def study_zones(x: FloatArray, methods: Methods, low: float, high: float) -> tuple[Zone, ...]:
    """Return where, between ``low`` and ``high``, this plan's method leaves what the study measured, and why."""
    tokens = np.maximum(methods.own.effective_student_tokens, methods.supervised_tokens)
    fewest = np.minimum(methods.own.effective_student_tokens, methods.supervised_tokens)
    inside = np.flatnonzero((x >= low * (1 - 1e-9)) & (x <= high * (1 + 1e-9)))
    beyond, how = _teachers_beyond_study(methods.own, inside)
    reasons = {
        "student smaller than any tested": methods.student_parameters < STUDY_PARAMETERS[0] * 0.999,
        "student larger than any tested": methods.student_parameters > STUDY_PARAMETERS[1] * 1.001,
        f"teacher {how} any tested": beyond,
        "over 512B tokens": tokens > STUDY_TOKENS,
        "under 3.7B tokens": fewest < FEWEST_STUDY_TOKENS * 0.999,
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
        named = np.log(end / start) > LEAST_NAMED_STRETCH * np.log(high / low)
        label = _zone_label(names, around[k], around[k + 2]) if named else ""
        zones.append(Zone(_kind(names), start, end, label))
    return tuple(zones)


def _teachers_beyond_study(own: OwnMethod, shown: NDArray[np.intp]) -> tuple[NDArray[np.bool_], str]:
    """Return where the teacher is beyond the study, and in which way, as far as one way holds for all that is shown."""
    strong, weak = own.teacher_loss < STUDY_TEACHER_LOSS[0], own.teacher_loss > STUDY_TEACHER_LOSS[1]
    smallest, largest = STUDY_PARAMETERS
    unusual = (own.teacher_parameters < smallest * 0.999) | (own.teacher_parameters > largest * 1.001)
    beyond = strong | weak | (own.teacher_estimated & (unusual | (own.teacher_tokens > STUDY_TOKENS)))
    for flags, how in ((strong, "stronger than"), (weak, "weaker than")):
        if np.array_equal(flags[shown], beyond[shown]):
            return beyond, how
    return beyond, "beyond"


def _kind(reasons: tuple[str, ...]) -> str:
    return "tested" if not reasons else "beyond_1" if len(reasons) == 1 else "beyond_2"


def _zone_label(reasons: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """Return what a stretch is called; beside a neighbour that shares its reasons, only what comes on top of them."""
    if not reasons:
        return "Tested"
    for neighbour, word in ((before, "and"), (after, "Also")):
        if neighbour and set(neighbour) < set(reasons):
            return f"{word} " + " and ".join(name for name in reasons if name not in neighbour)
    return capital(" and ".join(reasons))
