"""Where the compute goes as the budget grows (Fig. 23, 26 and 29, arXiv 2502.08606v2)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from advisor.drag_note import drag_note
from advisor.evidence import ChartPage, Curve, Mark
from advisor.language import translate
from advisor.listing import in_a_row
from advisor.names import by_article, phase_labels, teacher_name
from advisor.quantities import format_duration, format_flops, format_parameters, format_power
from advisor.recommendation import TeacherChoice
from advisor.solution import Solution
from advisor.solver import best_distillation
from advisor.spoken import whole_percents

FloatArray = NDArray[np.float64]

POINTS = 49
DECADES = 4
"""Length of the axis, in whole powers of ten; the plan stands between the first and the second of them."""

BEYOND_FRAME = 10**0.75
"""How far the areas go on beyond the axis on either side, for the frame that stands still while the plan is dragged."""

STACK = ("student_training", "teacher_outputs", "teacher_training")
"""The parts from the bottom up."""

GROWS = 1.1
"""How much larger the best teacher of ten times the budget has to be to be called larger."""

SAME = 0.02
"""How much smaller a best teacher may be, as a share, without being called smaller: the best is flat."""

TEXT_RUNS_OUT = 0.005
"""Share of a budget that has to be left over for the text to be called used up."""


@dataclass(frozen=True)
class Split:
    """Shares of the compute that is spent, and the best teacher, at each budget; NaN where no teacher can be paid for.

    Parameters
    ----------
    shares : array of shape (3, points)
        In the order of `STACK`; they add up to one.
    teacher_parameters : array of shape (points,)
        N_T of the best possible teacher.
    left_over : array of shape (points,)
        Share of the budget that the text leaves unused.
    """

    shares: FloatArray
    teacher_parameters: FloatArray
    left_over: FloatArray


def split_at(solution: Solution, compute_flops: ArrayLike) -> Split:
    """Return where the compute goes with the best possible teacher for each budget, FLOPs, of a 1-D array."""
    compute = np.asarray(compute_flops, dtype=np.float64)
    best = best_distillation(solution.plan.student.parameters, compute, *solution.shares, solution.world)
    spent = np.stack([best.flops_student_training, best.flops_teacher_outputs, best.flops_teacher_training])
    possible = np.isfinite(best.loss)
    total = np.where(possible, spent.sum(axis=0), np.nan)
    return Split(
        shares=spent / total,
        teacher_parameters=np.where(possible, best.teacher_parameters, np.nan),
        left_over=np.where(possible, best.flops_left / compute, 0.0),
    )


@dataclass(frozen=True)
class SplitCurves:
    """`Split` over the budgets ``x`` of the chart and at its ``ticks``, FLOPs.

    ``teachers_grow``: ten times the plan's budget calls for a best teacher at least a tenth larger, and no larger
    budget on the axis calls for one that is smaller again.
    """

    x: FloatArray
    curves: Split
    ticks: FloatArray
    teachers_at_ticks: FloatArray
    teachers_grow: bool


def solve_split(solution: Solution) -> SplitCurves:
    """Solve the budgets around the plan's, from a tenth (or less) of it to a hundred times (or more) as much."""
    compute = solution.budget.compute_flops
    low = 10.0 ** (np.floor(np.log10(compute)) - 1)
    ticks = low * 10.0 ** np.arange(DECADES + 1)
    x = np.geomspace(low / BEYOND_FRAME, ticks[-1] * BEYOND_FRAME, POINTS)
    # Solved together; the teacher a tick names is the best one for that budget, not one between two points.
    both = split_at(solution, np.concatenate([x, ticks, [compute, 10 * compute]]))
    now, later = both.teacher_parameters[-2:]
    teachers = both.teacher_parameters[POINTS:-2]
    after = teachers[(ticks > compute) & np.isfinite(teachers)]
    grow = later > GROWS * now and not (np.diff(after) < -SAME * after[:-1]).any()
    return SplitCurves(
        x=x,
        curves=Split(both.shares[:, :POINTS], both.teacher_parameters[:POINTS], both.left_over[:POINTS]),
        ticks=ticks,
        teachers_at_ticks=teachers,
        teachers_grow=bool(grow) and solution.shares != (0.0, 0.0),
    )


def split_page(solution: Solution, solved: SplitCurves, question: str, sentence: str) -> ChartPage:
    """Return shares of compute against budget, this plan's own split marked on its line."""
    x, shares = solved.x, solved.curves.shares
    used = [i for i in range(len(STACK)) if np.nansum(shares[i]) > 0]
    rate = solution.budget.flops_per_hour
    # Where nothing is paid for the teacher, any one with the right loss will do, whatever its size.
    sized = solution.shares != (0.0, 0.0)
    captions = [translate("Schedule page", "FLOPs")]
    if rate:
        captions.append(translate("Schedule page", "on this hardware"))
    if sized:
        captions.append(translate("Schedule page", "best teacher"))
    title = translate("Schedule page", "Share of compute when distilling")
    if solution.method == "distill":
        title = translate("Schedule page", "Share of compute")
    labels, short_labels = phase_labels(), _short_labels()
    return ChartPage(
        name="schedule",
        question=question,
        sentence=sentence,
        x_title=translate("Schedule page", "Compute, FLOPs"),
        y_title=title,
        x_kind="compute",
        y_kind="share",
        stacked=True,
        curves=tuple(
            Curve(
                STACK[i],
                labels[STACK[i]],
                x,
                shares[i],
                emphasised=STACK[i] == "student_training",
                short_label=short_labels[STACK[i]],
            )
            for i in used
        ),
        marks=(_mark(solution),),
        x_ticks=tuple(
            (float(at), _tick(float(at), rate, float(teacher) if sized else None))
            for at, teacher in zip(solved.ticks, solved.teachers_at_ticks, strict=True)
        ),
        x_tick_captions=tuple(captions),
        x_range=(float(solved.ticks[0]), float(solved.ticks[-1])),
        y_range=(0.0, 1.0),
        plan_x=solution.budget.compute_flops,
        plan_label=_plan_label(solution),
        footer=_footer(solution, solved),
        read_out_names=(translate("Schedule page", "best teacher"),) if sized else (),
        read_out=tuple((_size(float(n)),) for n in solved.curves.teacher_parameters) if sized else (),
        flops_per_hour=rate,
    )


def own_shares(solution: Solution) -> FloatArray:
    """Return the shares of this plan's own teacher, of shape (3,), in the order of `STACK`."""
    flops = solution.distillation.flops
    return np.array([getattr(flops, key) for key in STACK]) / flops.total


def _mark(solution: Solution) -> Mark:
    """Return this plan's own split: filled where distilling is recommended, hollow where it only could be done."""
    shares = own_shares(solution)
    paid = [i for i in range(len(STACK)) if shares[i] > 0]
    percents = whole_percents(shares[paid])
    said = _shares_said()
    parts = in_a_row([said[STACK[i]].format(share=text) for text, i in zip(percents, paid, strict=True)])
    teacher = solution.distillation.teacher
    kind, label = ("plan", _yours(teacher)) if solution.method == "distill" else ("other", _with_a(teacher))
    label = label.format(name=teacher_name(teacher), parts=parts)
    return Mark(kind, solution.budget.compute_flops, float(shares[0]), label)


def _short_labels() -> dict[str, str]:
    return {
        "student_training": translate("Schedule page", "student", "short for: student training"),
        "teacher_outputs": translate("Schedule page", "outputs", "short for: teacher outputs"),
        "teacher_training": translate("Schedule page", "teacher training"),
    }


def _shares_said() -> dict[str, str]:
    """Return what is said of the share of each part, beside the name of the teacher."""
    return {
        "student_training": translate("Schedule page", "{share} student", "share of the compute"),
        "teacher_outputs": translate("Schedule page", "{share} outputs", "share of the compute"),
        "teacher_training": translate("Schedule page", "{share} training", "share of the compute, for the teacher"),
    }


def _yours(teacher: TeacherChoice) -> str:
    if teacher.name is not None:
        return translate("Schedule page", "Your {name}: {parts}", "name: of a teacher")
    return by_article(
        teacher_name(teacher),
        translate("Schedule page", "A {name} teacher: {parts}"),
        translate("Schedule page", "An {name} teacher: {parts}"),
    )


def _with_a(teacher: TeacherChoice) -> str:
    if teacher.name is not None:
        return translate("Schedule page", "With the {name}: {parts}", "name: of a teacher")
    return by_article(
        teacher_name(teacher),
        translate("Schedule page", "With a {name}: {parts}", "name: the size of a teacher"),
        translate("Schedule page", "With an {name}: {parts}", "name: the size of a teacher"),
    )


def _tick(flops: float, rate: float | None, teacher: float | None) -> tuple[str, ...]:
    time = (format_duration(flops / rate),) if rate else ()
    return (format_power(flops), *time, *((_size(teacher),) if teacher is not None else ()))


def _size(parameters: float) -> str:
    return format_parameters(parameters, 2) if np.isfinite(parameters) else "–"


def _plan_label(solution: Solution) -> str:
    flops, hours = solution.budget.compute_flops, solution.budget.hours
    if hours is None:
        return translate("Schedule page", "This plan: {flops}").format(flops=format_flops(flops))
    return translate("Schedule page", "This plan: {time}, {flops}").format(
        time=format_duration(hours), flops=format_flops(flops)
    )


def _footer(solution: Solution, solved: SplitCurves) -> tuple[str, ...]:
    if solution.shares == (0.0, 0.0):
        return translate("Schedule page", "Outputs that are stored already cost nothing"), drag_note()
    areas = translate("Schedule page", "Areas: the best possible teacher for each budget")
    if solution.candidates:
        areas = translate(
            "Schedule page", "Areas: the best possible teacher for each budget; the dot is your {teacher}"
        ).format(teacher=teacher_name(solution.distillation.teacher))
    notes = [areas]
    ends = np.flatnonzero(solved.curves.left_over > TEXT_RUNS_OUT)
    if ends.size:
        start = format_flops(float(solved.x[ends[0]]), 2)
        text = translate("Schedule page", "From {flops} on, text runs out: shares are of what is spent")
        notes.append(text.format(flops=start))
    elif solved.teachers_grow:
        notes.append(translate("Schedule page", "Bigger budgets call for bigger teachers"))
    return (*notes, drag_note())
