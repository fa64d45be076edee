"""The answer card: the headline's sentences, the four numbers that matter with their ranges, and the two losses."""

from __future__ import annotations

import numpy as np

from .evidence import SUPERVISED, THIS_PLAN, Answer, Figure, LossRange
from .headline import alternative, headline, likelihood
from .names import teacher_name, with_article
from .quantities import (
    format_duration,
    format_flops,
    format_loss,
    format_money,
    format_parameters,
    format_range,
    format_tokens,
)
from .recommendation import Warning
from .solution import Solution
from .solver import best_distillation


def answer_of(solution: Solution, notes: tuple[Warning, ...]) -> Answer:
    """Return what the answer card shows for a solved plan and the recommendation's warnings."""
    direct = solution.method != "distill"
    figures = _direct_figures(solution) if direct else _distilled_figures(solution)
    ranges = (
        (THIS_PLAN, "Distil", solution.distillation),
        (SUPERVISED, "Train directly", solution.supervised),
    )
    return Answer(
        headline=headline(solution),
        likelihood=likelihood(solution),
        alternative=alternative(solution),
        figures=(*figures, _time(solution, direct), _cost(solution, direct)),
        ranges=tuple(
            LossRange(key, f"{label} {format_loss(part.loss)}", part.loss_interval[0], part.loss, part.loss_interval[1])
            for key, label, part in ranges
        ),
        ranges_caption="Expected loss with 90 % range; lower is better",
        notes=notes,
    )


def _distilled_figures(solution: Solution) -> tuple[Figure, Figure]:
    distilled = solution.distillation
    low, high = distilled.teacher_parameters_range or (distilled.teacher.parameters,) * 2
    note = f"Good enough: {format_range(low, high, format_parameters)}"
    ends = np.array([low, high])
    tokens = best_distillation(
        solution.plan.student.parameters, solution.budget.compute_flops, *solution.shares, solution.world, ends, ends
    ).student_tokens
    least, most = sorted((float(tokens[0]), float(tokens[1])))
    spread = f"{format_range(least, most, format_tokens)} for those sizes"
    if format_tokens(least) == format_tokens(most):
        spread = "The same for all those sizes"
    return (
        Figure("Teacher", teacher_name(distilled.teacher), note, distilled.teacher.parameters, low, high, "parameters"),
        Figure(
            "Student tokens",
            format_tokens(distilled.student_tokens),
            spread,
            distilled.student_tokens,
            least,
            most,
            "tokens",
        ),
    )


def _direct_figures(solution: Solution) -> tuple[Figure, Figure]:
    """Training directly needs no teacher; the best one is still named, so that the choice can be checked."""
    distilled = solution.distillation
    teacher = distilled.teacher
    best = f"the {teacher.name}" if teacher.name is not None else with_article(teacher_name(teacher))
    return (
        Figure("Teacher", "None", f"The best would be {best}"),
        Figure(
            "Student tokens",
            format_tokens(solution.supervised.tokens),
            f"{format_tokens(distilled.student_tokens)} when distilling",
            solution.supervised.tokens,
            unit="tokens",
        ),
    )


def _used(solution: Solution, direct: bool) -> tuple[float | None, float | None]:
    """Return hours and cost of the recommended choice."""
    if direct:
        return solution.supervised.hours, solution.supervised.cost
    hours = solution.distillation.hours
    return (None if hours is None else hours.total), solution.distillation.cost


def _spread(solution: Solution, value: float) -> tuple[float, float] | None:
    """Return what ``value`` (hours or money) becomes at the high and the low utilisation preset."""
    money = solution.budget
    if money.presets is None or money.utilization is None or money.utilization_source == "measured":
        return None
    low, _, high = money.presets
    ends = value * money.utilization / high, value * money.utilization / low
    return min(ends[0], value), max(ends[1], value)


def _time(solution: Solution, direct: bool) -> Figure:
    hours, _ = _used(solution, direct)
    if hours is None:
        compute = solution.budget.compute_flops
        note = "Describe the hardware to see days and costs"
        if solution.plan.hardware is not None:
            note = "This hardware computes nothing: check utilisation and contingency"
        return Figure("Compute", format_flops(compute), note, compute, unit="FLOPs")
    spread = _spread(solution, hours)
    note = "At the speed you measured" if spread is None else f"{format_range(*spread, format_duration)} by utilisation"
    if hours < 1 / 60:
        return Figure("Time", "Under a minute", "", hours, unit="hours")
    low, high = spread or (None, None)
    return Figure("Time", format_duration(hours, padded=True), note, hours, low, high, "hours")


def _cost(solution: Solution, direct: bool) -> Figure:
    _, cost = _used(solution, direct)
    currency = solution.plan.currency
    if cost is None:
        if solution.budget.flops_per_hour is None:
            reached = (solution.supervised if direct else solution.distillation).loss
            return Figure(
                "Loss", format_loss(reached), "Nats per token, lower is better", reached, unit="nats per token"
            )
        return Figure("Cost", "Not known", "Type a price to see costs")

    def money(x: float) -> str:
        return format_money(x, currency)

    spread = _spread(solution, cost)
    note = "At the speed you measured" if spread is None else f"{format_range(*spread, money)} by utilisation"
    low, high = spread or (None, None)
    return Figure("Cost", money(cost), note, cost, low, high, currency)
