"""The answer card: the headline's sentences, the four numbers that matter with their ranges, and the two losses."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .evidence import SUPERVISED, THIS_PLAN, Answer, Figure, LossRange
from .headline import alternative, headline, likelihood
from .language import translate
from .names import by_article, teacher_name
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
        (THIS_PLAN, translate("Answer", "Distil {loss}"), solution.distillation),
        (SUPERVISED, translate("Answer", "Train directly {loss}"), solution.supervised),
    )
    return Answer(
        headline=headline(solution),
        likelihood=likelihood(solution),
        alternative=alternative(solution),
        figures=(*figures, _time(solution, direct), _cost(solution, direct)),
        ranges=tuple(
            LossRange(
                key, text.format(loss=format_loss(part.loss)), part.loss_interval[0], part.loss, part.loss_interval[1]
            )
            for key, text, part in ranges
        ),
        ranges_caption=translate("Answer", "Expected loss with 90 % range; lower is better"),
        notes=notes,
    )


def _distilled_figures(solution: Solution) -> tuple[Figure, Figure]:
    distilled = solution.distillation
    low, high = distilled.teacher_parameters_range or (distilled.teacher.parameters,) * 2
    note = translate("Answer", "Good enough: {range}", "range: of teacher sizes, such as 2.7B–12.6B")
    ends = np.array([low, high])
    tokens = best_distillation(
        solution.plan.student.parameters, solution.budget.compute_flops, *solution.shares, solution.world, ends, ends
    ).student_tokens
    least, most = sorted((float(tokens[0]), float(tokens[1])))
    spread = translate("Answer", "{range} for those sizes", "range: of student tokens; sizes: of the teacher")
    if format_tokens(least) == format_tokens(most):
        spread = translate("Answer", "The same for all those sizes", "student tokens; sizes: of the teacher")
    return (
        Figure(
            translate("Answer", "Teacher"),
            teacher_name(distilled.teacher),
            note.format(range=format_range(low, high, format_parameters)),
            distilled.teacher.parameters,
            low,
            high,
            "parameters",
        ),
        Figure(
            translate("Answer", "Student tokens"),
            format_tokens(distilled.student_tokens),
            spread.format(range=format_range(least, most, format_tokens)),
            distilled.student_tokens,
            least,
            most,
            "tokens",
        ),
    )


def _direct_figures(solution: Solution) -> tuple[Figure, Figure]:
    """Training directly needs no teacher; the best one is still named, so that the choice can be checked."""
    distilled = solution.distillation
    name = teacher_name(distilled.teacher)
    best = translate("Answer", "The best would be the {name}", "name: of a teacher in the plan, such as 8B")
    if distilled.teacher.name is None:
        best = by_article(
            name,
            translate("Answer", "The best would be a {name}", "name: its size, such as 2.7B"),
            translate("Answer", "The best would be an {name}", "name: its size, such as 8B"),
        )
    tokens = translate("Answer", "{tokens} when distilling").format(tokens=format_tokens(distilled.student_tokens))
    return (
        Figure(translate("Answer", "Teacher"), translate("Answer", "None", "no teacher"), best.format(name=name)),
        Figure(
            translate("Answer", "Student tokens"),
            format_tokens(solution.supervised.tokens),
            tokens,
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
        note = translate("Answer", "Describe the hardware to see days and costs")
        if solution.plan.hardware is not None:
            note = translate("Answer", "This hardware computes nothing: check utilisation and contingency")
        return Figure(translate("Answer", "Compute"), format_flops(compute), note, compute, unit="FLOPs")
    spread = _spread(solution, hours)
    if hours < 1 / 60:
        return Figure(translate("Answer", "Time"), translate("Answer", "Under a minute"), "", hours, unit="hours")
    note = _by_utilisation(spread, format_duration)
    low, high = spread or (None, None)
    return Figure(translate("Answer", "Time"), format_duration(hours), note, hours, low, high, "hours")


def _by_utilisation(spread: tuple[float, float] | None, formatter: Callable[[float], str]) -> str:
    """Return the range of a time or a cost, and what it comes from."""
    if spread is None:
        return translate("Answer", "At the speed you measured")
    text = translate("Answer", "{range} by utilisation", "range: of time or money, between low and high utilisation")
    return text.format(range=format_range(*spread, formatter))


def _cost(solution: Solution, direct: bool) -> Figure:
    _, cost = _used(solution, direct)
    currency = solution.plan.currency
    if cost is None:
        if solution.budget.flops_per_hour is None:
            reached = (solution.supervised if direct else solution.distillation).loss
            note = translate("Answer", "Nats per token, lower is better")
            return Figure(translate("Answer", "Loss"), format_loss(reached), note, reached, unit="nats per token")
        caption, value = translate("Answer", "Cost"), translate("Answer", "Not known", "the cost")
        return Figure(caption, value, translate("Answer", "Type a price to see costs"))

    def money(x: float) -> str:
        return format_money(x, currency)

    spread = _spread(solution, cost)
    note = _by_utilisation(spread, money)
    low, high = spread or (None, None)
    return Figure(translate("Answer", "Cost"), money(cost), note, cost, low, high, currency)
