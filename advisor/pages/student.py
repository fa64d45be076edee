"""The Student page: what another size of student would reach on this budget, by every method."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from advisor.accelerators import SMALL_STUDENT_PARAMETERS
from advisor.baseline import train_directly
from advisor.best_size import BestSize, best_size
from advisor.drag_note import drag_note
from advisor.evidence import SUPERVISED, ChartPage, Curve, Mark, Zone
from advisor.field_text import BITS
from advisor.flops import forward_flops
from advisor.language import translate
from advisor.methods import Methods, every_method, finite, method_curves, own_key, study_zones
from advisor.quantities import format_bytes, format_loss, format_parameters, format_tokens
from advisor.repetition import tokens_for_effective
from advisor.solution import Solution
from advisor.student_size import LARGEST, SMALLEST, fits, largest_student, weight_bytes
from advisor.uncertainty import loss_interval

from .lifetime import lifetime_page
from .student_sentence import plan_loss, room_text, student_sentence

FloatArray = NDArray[np.float64]

POINTS, POINTS_BESIDE = 33, 7
REACH = 10**3.5
"""How far curves go on from the plan's size as a factor, for the frame that stands still while the size is dragged."""

SEARCHED = 10**0.75
LIKELY = 1.5, 4.0
"""How far below and above the best size for training directly that of another method may be, and mostly is; factors."""

AROUND, AT_MOST = 1.0, 2.0
"""Decades that the axis shows on either side of the plan's size, and the most it shows to hold the best sizes."""


def student_page(solution: Solution) -> ChartPage:
    """Return loss against student size at this budget (Fig. 2, 39), with the plan's size and the best sizes marked.

    Where the plan says what the student will serve, lifetime compute against size is its variant.
    """
    page = _by_loss(solution)
    if not solution.plan.student.served_tokens:
        return page
    return replace(page, axis_name=translate("Student page", "Loss"), variants=(lifetime_page(solution),))


def _by_loss(solution: Solution) -> ChartPage:
    size, compute = solution.plan.student.parameters, solution.budget.compute_flops
    x = _sizes(solution)
    methods = every_method(solution, x, compute)
    distil = solution.method == "distill"
    chosen, other = (own_key(solution), SUPERVISED) if distil else (SUPERVISED, own_key(solution))
    loss = finite(methods.own.loss if distil else methods.supervised)
    other_loss = solution.supervised.loss if distil else solution.distillation.loss
    error = solution.world.coefficients.relative_error
    best = best_size(x, loss, error) or BestSize(size, plan_loss(solution), size, size)
    limit = _limit(solution, x, loss)
    low, high = _range(size, [best.parameters, best.low, best.high, *(limit or ())[:1]])
    framed = (x >= low) & (x <= high)
    curves = tuple(
        replace(curve, emphasised=curve.key == chosen)
        for curve in sorted(method_curves(solution, x, methods), key=lambda curve: curve.key == chosen)
    )
    band_low, band_high = loss_interval(loss, error)
    return ChartPage(
        name="student",
        question=translate("Student page", "Is this the right size of student for the budget?"),
        sentence=student_sentence(solution, best, best_size(x, methods.own.loss, error), limit),
        x_title=translate("Student page", "Student size, parameters without embeddings"),
        y_title=translate("Student page", "Student loss, nats per token (lower is better)"),
        x_kind="parameters",
        curves=curves,
        marks=(
            Mark("other", size, other_loss, "", key=other),
            Mark("best", best.parameters, best.loss, _best_label(best), key=chosen),
            *_limit_mark(solution, limit, chosen),
            Mark("plan", size, plan_loss(solution), "", key=chosen),
        ),
        zones=(*study_zones(x, methods, low, high), _good_zone(best)),
        x_range=(low, high),
        y_range=_y_range(curves, framed, [plan_loss(solution), other_loss]),
        band_key=chosen,
        band_low=band_low,
        band_high=band_high,
        band_label=translate("Student page", "90 % range of this plan’s method")
        if distil
        else translate("Student page", "90 % range of training directly"),
        plan_x=size,
        plan_label=translate("Student page", "This plan: {size}").format(size=format_parameters(size)),
        footer=_footer(solution, low, high),
        read_out_names=(
            translate("Student page", "student tokens"),
            translate("Student page", "of weights at {bits}").format(bits=BITS.text(solution.plan.student.bits)),
            "",
        ),
        read_out=_read_out(solution, x, _tokens(solution, x, methods)),
    )


def _sizes(solution: Solution) -> FloatArray:
    """Return the sizes that are solved: close together where the axis is expected, and some beyond it on either side.

    The best size for training directly, which needs no search, says where that of the other methods may be.
    """
    size, compute = solution.plan.student.parameters, solution.budget.compute_flops
    every = np.geomspace(SMALLEST, LARGEST, 401)
    direct = every[int(np.argmin(train_directly(every, compute, solution.world).loss))]
    low, high = _range(size, [direct / LIKELY[0], direct * LIKELY[1]])
    least, most = min(low / 2, size / REACH, direct / SEARCHED), max(2 * high, size * REACH, direct * SEARCHED)
    x = np.concatenate(
        [
            np.geomspace(max(least, SMALLEST), low, POINTS_BESIDE, endpoint=False),
            np.geomspace(low, high, POINTS),
            np.geomspace(high, min(most, LARGEST), POINTS_BESIDE + 1)[1:],
        ]
    )
    return np.unique(x)


def _range(size: float, wanted: list[float]) -> tuple[float, float]:
    """Return the axis in half decades around the plan's size, holding the wanted sizes that are not too far away."""
    near = np.clip(np.log10([*wanted, size]), np.log10(size) - AT_MOST, np.log10(size) + AT_MOST)
    low = min(np.log10(size) - AROUND, float(near.min()) - 0.1)
    high = max(np.log10(size) + AROUND, float(near.max()) + 0.1)
    bottom, top = np.floor(2 * low + 1e-9) / 2, np.ceil(2 * high - 1e-9) / 2
    return max(float(10**bottom), SMALLEST), min(float(10**top), LARGEST)


def _y_range(curves: tuple[Curve, ...], framed: NDArray[np.bool_], losses: list[float]) -> tuple[float, float]:
    """Return limits in tenths that hold the plan and the curves' valleys, without what shoots up beside them."""
    values = np.concatenate([curve.y[framed] for curve in curves])
    values = values[np.isfinite(values)]
    least, most_needed = min(float(values.min()), *losses), max(losses)
    most = min(float(values.max()), most_needed + max(1.2 * (most_needed - least), 0.3))
    return float(np.floor(least * 10 - 0.15) / 10), float(np.ceil(most * 10 + 0.15) / 10)


def _best_label(best: BestSize) -> str:
    return translate("Student page", "Best: {size}, {loss}").format(
        size=format_parameters(best.parameters, 2), loss=format_loss(best.loss)
    )


def _good_zone(best: BestSize) -> Zone:
    label = translate("Student page", "As good: {smallest} to {largest}")
    ends = {"smallest": format_parameters(best.low, 2), "largest": format_parameters(best.high, 2)}
    return Zone("good_enough", best.low, best.high, label.format(**ends))


def _limit(solution: Solution, x: FloatArray, loss: FloatArray) -> tuple[float, float] | None:
    """Return the largest size that fits the plan's memory, and its loss; None where no memory is given."""
    student = solution.plan.student
    if student.memory_gb is None:
        return None
    largest = max(largest_student(student.memory_gb, student.bits, solution.plan.architecture), SMALLEST)
    return largest, float(np.interp(np.log(largest), np.log(x), loss))


def _limit_mark(solution: Solution, limit: tuple[float, float] | None, key: str) -> tuple[Mark, ...]:
    if limit is None or not np.isfinite(limit[1]):
        return ()
    label = translate("Student page", "Fits in {memory}: up to {size}", "memory: such as 8 GB at 4 bits")
    label = label.format(memory=room_text(solution.plan.student), size=format_parameters(limit[0]))
    return (Mark("limit", *limit, label, key=key),)


def _tokens(solution: Solution, x: FloatArray, methods: Methods) -> FloatArray:
    """Return the tokens that students of each size are trained on by the recommended method."""
    world, compute = solution.world, solution.budget.compute_flops
    if solution.method != "distill":
        return train_directly(x, compute, world).tokens
    affordable = compute / (3 * forward_flops(x, world.architecture))
    effective = methods.own.effective_student_tokens
    return np.minimum(tokens_for_effective(effective, world.student_text.unique_tokens), affordable)


def _read_out(solution: Solution, x: FloatArray, tokens: FloatArray) -> tuple[tuple[str, ...], ...]:
    student, architecture = solution.plan.student, solution.plan.architecture
    rows = []
    no_tokens = translate("Student page", "no", "as in: no student tokens")
    it_fits, too_large = translate("Student page", "fits"), translate("Student page", "too large to fit")
    for size, trained_on in zip(x.tolist(), tokens.tolist(), strict=True):
        weights = format_bytes(weight_bytes(size, student.bits, architecture))
        room = ""
        if student.memory_gb is not None:
            fit = fits(size, student.memory_gb, student.bits, architecture)
            room = it_fits if fit else too_large
        rows.append((format_tokens(trained_on) if np.isfinite(trained_on) else no_tokens, weights, room))
    return tuple(rows)


def _footer(solution: Solution, low: float, high: float) -> tuple[str, ...]:
    plan, budget = solution.plan, solution.budget
    student = plan.student
    weights = format_bytes(weight_bytes(student.parameters, student.bits, plan.architecture))
    takes = translate("Student page", "{size} has {memory} of weights at {bits}")
    if student.memory_gb is not None:
        takes = translate("Student page", "{size} has {memory} of weights at {bits}, too large to fit")
        if fits(student.parameters, student.memory_gb, student.bits, plan.architecture):
            takes = translate("Student page", "{size} has {memory} of weights at {bits}, which fits")
    takes = takes.format(size=format_parameters(student.parameters), memory=weights, bits=BITS.text(student.bits))
    notes = [translate("Student page", "Every size has the same compute and text"), takes, drag_note()]
    preset = budget.utilization_source == "default" and budget.presets is not None and plan.budget_flops is None
    if preset and low < SMALL_STUDENT_PARAMETERS < high:
        small = translate("Student page", "Models under {size} use accelerators less well")
        notes.append(small.format(size=format_parameters(SMALL_STUDENT_PARAMETERS)))
    return tuple(notes)
