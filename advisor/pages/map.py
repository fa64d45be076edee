"""The Map page: where distilling wins, over student size and budget, and over student size and tokens.

A map holds L_distill - L_supervised in every cell. Over compute (Fig. 8, 17 of arXiv 2502.08606v2) both pay for what
they use; over tokens (Fig. 6, 13) both students see the same text, and what the teacher costs is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from advisor.baseline import train_directly
from advisor.cautions import FEWEST_STUDY_TOKENS, STUDY_PARAMETERS, STUDY_TOKENS
from advisor.evidence import ChartPage, Curve, Heat, Mark
from advisor.flops import forward_flops
from advisor.language import translate
from advisor.methods import own_method
from advisor.quantities import format_parameters
from advisor.solution import Solution
from advisor.uncertainty import CLEAR_FROM

from .contours import zero_contour
from .map_words import footer, line_label, map_sentence, nearest_line, plan_detail

FloatArray = NDArray[np.float64]

COMPUTE, TOKENS = "compute", "tokens"
FULL, COARSE = (31, 23), (9, 7)
"""Cells of a map across and up: as many as a tenth of a second allows, and for a first look."""

FINE = (61, 45)
"""The same where the teachers are given, so that nothing has to be searched for."""


REFINEMENT = 9
STRONGEST = 0.1
"""Difference in nats at which the colours are strongest; the same in every map, so that maps compare."""

SIZES_SHOWN = (1e8, 2e10)
"""Student sizes that every map shows, those of the study among them."""

DECADES_SMALLER, DECADES_LARGER = 1.25, 0.75
DECADES_BELOW, DECADES_ABOVE = 1.5, 1.75
MOST_TOKENS = 1e14
"""More text than there is; a map over tokens goes on beyond it only for a plan that does."""

STORED = (0.0, 0.0)


@dataclass(frozen=True)
class Gaps:
    """Training directly against distilling at points of one shape.

    ``loss`` is L_distill - L_supervised, NaN where no teacher can be paid for; ``undecided`` says where neither is
    likely enough to be better (a probability between 0.16 and 0.84); ``within_study`` is positive where sizes and
    tokens of both students are among those the study measured, zero at the limits.
    """

    loss: FloatArray
    undecided: NDArray[np.bool_]
    within_study: FloatArray


@dataclass(frozen=True)
class View:
    """One map: over "compute" or "tokens", with the teachers the plan lists or with the best possible one."""

    solution: Solution
    kind: str
    axis_name: str

    @property
    def at_plan(self) -> float:
        """The plan's own budget, or its student's tokens by the method its answer recommends."""
        if self.kind == COMPUTE:
            return self.solution.budget.compute_flops
        if self.solution.method == "distill":
            return self.solution.distillation.student_tokens
        return self.solution.supervised.tokens

    @property
    def listed(self) -> bool:
        """Whether the teachers are those the plan lists."""
        return bool(self.solution.candidates)

    def gaps(self, sizes: FloatArray, amounts: FloatArray) -> Gaps:
        """Compare both ways at every point of two arrays of one shape (points,): N_S, and FLOPs or tokens."""
        solution, world = self.solution, self.solution.world
        compute = amounts
        if self.kind == TOKENS:
            compute = 3 * forward_flops(sizes, world.architecture) * amounts
            solution = replace(solution, shares=STORED)
        own, direct = own_method(solution, sizes, compute), train_directly(sizes, compute, world)
        loss = np.where(np.isfinite(own.loss), own.loss - direct.loss, np.nan)
        spread = direct.loss * np.sqrt(2) * world.coefficients.relative_error
        most = np.maximum(own.effective_student_tokens, direct.effective_tokens)
        fewest = np.minimum(own.effective_student_tokens, direct.effective_tokens)
        with np.errstate(divide="ignore", invalid="ignore"):
            margins = (
                np.log(fewest / FEWEST_STUDY_TOKENS),
                np.log(STUDY_TOKENS / most),
                np.log(sizes / STUDY_PARAMETERS[0]),
                np.log(STUDY_PARAMETERS[1] / sizes),
            )
        return Gaps(loss, np.abs(loss) < CLEAR_FROM * spread, np.minimum.reduce(margins))


def map_page(solution: Solution) -> ChartPage:
    """Return the map over student size and compute; with the best possible teacher, and over tokens, as variants."""
    first, *others = (_page(view, FINE if view.listed else FULL) for view in _views(solution))
    return replace(first, variants=tuple(others))


def map_first_look(solution: Solution) -> ChartPage:
    """Return the map over student size and compute in few cells, to be shown while `map_page` is worked out."""
    first, *others = _views(solution)
    page = _page(first, COARSE)
    # The choice between maps is offered from the start, each with what is known.
    return replace(page, variants=tuple(replace(page, axis_name=view.axis_name) for view in others))


def _views(solution: Solution) -> list[View]:
    views = [
        View(solution, COMPUTE, translate("Map page", "Same budget")),
        View(solution, TOKENS, translate("Map page", "Same text")),
    ]
    if solution.candidates:
        best = View(replace(solution, candidates=()), COMPUTE, translate("Map page", "Same budget, best teacher"))
        views.insert(1, best)
    return views


def _page(view: View, cells: tuple[int, int]) -> ChartPage:
    solution, size = view.solution, view.solution.plan.student.parameters
    sizes, x_range = _axis(size, *_size_range(size), cells[0])
    amounts, y_range = _axis(view.at_plan, *_amount_range(view), cells[1])
    at_size, _ = _axis(view.at_plan, *_amount_range(view), FULL[1])
    columns, rows = np.meshgrid(sizes, amounts)
    # One call for the cells and for the plan's own size, in steps fine enough to find the line there.
    gaps = view.gaps(
        np.concatenate([columns.ravel(), np.full_like(at_size, size)]), np.concatenate([rows.ravel(), at_size])
    )
    loss, undecided = gaps.loss[: rows.size].reshape(rows.shape), gaps.undecided[: rows.size].reshape(rows.shape)
    within_study = gaps.within_study[: rows.size].reshape(rows.shape)
    crossings, ahead_below = lines_at(view, size, at_size, gaps.loss[rows.size :], refined=cells != COARSE)
    row, column = int(np.argmin(np.abs(amounts - view.at_plan))), int(np.argmin(np.abs(sizes - size)))
    at_plan, doubt = float(loss[row, column]), bool(undecided[row, column])
    label = translate("Map page", "This plan: {size}").format(size=format_parameters(size))
    marks = [Mark("plan", size, view.at_plan, label, plan_detail(at_plan, doubt))]
    nearest = nearest_line(crossings, view.at_plan)
    if nearest is not None:
        marks.append(Mark("crossing", size, nearest, line_label(solution, view.kind, nearest)))
    rate = solution.budget.flops_per_hour if view.kind == COMPUTE else None
    outlines = (
        _outline("equal", translate("Map page", "Equally good"), sizes, amounts, loss),
        _outline("study", translate("Map page", "Sizes and tokens the study tested"), sizes, amounts, within_study),
    )
    y_title = translate("Map page", "Compute, FLOPs")
    if view.kind == TOKENS:
        y_title = translate("Map page", "Student tokens")
    return ChartPage(
        name="map",
        question=translate("Map page", "Where does distilling win?"),
        sentence=map_sentence(
            solution, view.kind, view.at_plan, crossings, ahead_below, at_plan, doubt, _decided(loss, undecided)
        ),
        x_title=translate("Map page", "Student size, parameters without embeddings"),
        y_title=y_title,
        x_kind="parameters",
        curves=(),
        marks=tuple(marks),
        x_range=x_range,
        y_range=y_range,
        footer=footer(solution, view.kind, view.listed, dashed=bool(outlines[1].x.size)),
        flops_per_hour=rate,
        axis_name=view.axis_name,
        y_kind=view.kind,
        heat=Heat(
            x=sizes,
            y=amounts,
            values=loss,
            undecided=undecided,
            limit=STRONGEST,
            low_label=translate("Map page", "Distilling better"),
            high_label=translate("Map page", "Training directly better"),
            value_label=translate("Map page", "Loss of distilling minus training directly, nats per token"),
            undecided_label=translate("Map page", "Too close to call"),
            missing_label=translate("Map page", "No teacher can be paid for"),
            low_within=translate("Map page", "distilling better", "within a sentence"),
            high_within=translate("Map page", "training directly better", "within a sentence"),
            undecided_within=translate("Map page", "too close to call", "within a sentence"),
            missing_within=translate("Map page", "no teacher can be paid for", "within a sentence"),
        ),
        outlines=tuple(line for line in outlines if line.x.size),
    )


def lines_at(
    view: View, size: float, amounts: FloatArray, gap: FloatArray, *, refined: bool
) -> tuple[tuple[float, ...], bool]:
    """Return where, for one student size, the two ways change places, and whether distilling is ahead below the first.

    Parameters
    ----------
    amounts, gap : ndarray
        FLOPs or tokens, ascending, and L_distill - L_supervised there.
    refined : bool
        Whether to look closer between two of the amounts, as the Budget page does.

    Returns
    -------
    tuple of (tuple of float, bool)
        FLOPs or tokens, ascending; and which way is ahead at the least amount that has an answer.
    """
    known = np.isfinite(gap)
    amounts, gap = amounts[known], gap[known]
    found = []
    for i in np.flatnonzero((gap[:-1] > 0) != (gap[1:] > 0)).tolist():
        near, near_gap = amounts[i : i + 2], gap[i : i + 2]
        if refined:
            near = np.geomspace(amounts[i], amounts[i + 1], REFINEMENT)
            near_gap = view.gaps(np.full_like(near, size), near).loss
        rising = near_gap if near_gap[-1] > near_gap[0] else -near_gap
        found.append(float(np.exp(np.interp(0.0, rising, np.log(near)))))
    return tuple(found), bool(gap.size and gap[0] <= 0)


def _decided(loss: FloatArray, undecided: NDArray[np.bool_]) -> tuple[bool, bool]:
    """Return whether any cell is likely enough better by distilling, and whether any is by training directly."""
    known = np.isfinite(loss) & ~undecided
    return bool((loss[known] < 0).any()), bool((loss[known] > 0).any())


def _outline(key: str, label: str, sizes: FloatArray, amounts: FloatArray, values: FloatArray) -> Curve:
    # A cell reaches half a step beyond its centre: so that lines reach the edge of the map, it is carried on there.
    x, y = zero_contour(_carried_on(np.log(sizes)), _carried_on(np.log(amounts)), _carried_on(_carried_on(values).T).T)
    return Curve(key, label, np.exp(x), np.exp(y), dashed=key == "study")


def _carried_on(values: FloatArray) -> FloatArray:
    """Return the rows with one more at either end, half a step further on."""
    with np.errstate(invalid="ignore"):
        before, after = 1.5 * values[0] - 0.5 * values[1], 1.5 * values[-1] - 0.5 * values[-2]
    return np.concatenate([[before], values, [after]])


def _size_range(size: float) -> tuple[float, float]:
    return (
        min(SIZES_SHOWN[0], size / 10**DECADES_SMALLER),
        max(SIZES_SHOWN[1], size * 10**DECADES_LARGER),
    )


def _amount_range(view: View) -> tuple[float, float]:
    """Return budgets or tokens around the plan's, up to what there is of text."""
    low, high = view.at_plan / 10**DECADES_BELOW, view.at_plan * 10**DECADES_ABOVE
    if view.kind == TOKENS:
        text = view.solution.world.student_text.token_limit
        high = min(high, max(MOST_TOKENS, 2 * view.at_plan), text)
    return low, high


def _axis(plan: float, low: float, high: float, cells: int) -> tuple[FloatArray, tuple[float, float]]:
    """Return centres of cells within the range, even in logarithms, the plan's among them, and the outer edges."""
    step = np.log(high / low) / (cells - 1)
    below, above = (int(span / step + 1e-9) for span in (np.log(plan / low), np.log(high / plan)))
    centres = plan * np.exp(step * np.arange(-below, above + 1))
    return centres, (float(centres[0] * np.exp(-step / 2)), float(centres[-1] * np.exp(step / 2)))
