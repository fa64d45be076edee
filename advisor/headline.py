"""The one sentence that answers the plan, how likely it is, and what the other choice would need."""

from __future__ import annotations

from .names import teacher_name, with_article
from .quantities import format_duration, format_flops, format_loss, format_money, format_ratio, format_share
from .solution import Solution

WORTH_MENTIONING = 1.05
"""Compute equivalents below this are called "as good", not "1.0×"."""


def headline(solution: Solution) -> str:
    """Return the answer in one sentence without a final stop."""
    if solution.method == "distill":
        return f"{_distil(solution)}: {_worth(solution)}"
    if solution.method == "tie":
        return f"Too close to call: train directly, it is simpler and {_cheaper(solution)}"
    teacher = solution.plan.teacher
    if solution.candidates:
        if solution.shares[0] == 0:
            return "Train directly: no teacher you have helps this student at this budget"
        return "Train directly: no teacher you have pays for itself at this budget"
    if solution.shares == (0.0, 0.0):
        return "Train directly: as good, and simpler; even a free teacher adds nothing at this budget"
    if teacher.exists:
        return "Train directly: no teacher pays for its outputs at this budget"
    if teacher.students > 1:
        return "Train directly: even a shared teacher does not pay for its training at this budget"
    return "Train directly: training a teacher first does not pay for itself at this budget"


def _distil(solution: Solution) -> str:
    teacher = solution.distillation.teacher
    name = teacher_name(teacher)
    if teacher.name is not None:
        return f"Distil from the {name} teacher"
    if solution.plan.teacher.exists:
        return f"Distil from {with_article(name)} teacher"
    return f"Train {with_article(name)} teacher and distil from it"


def _worth(solution: Solution) -> str:
    equivalent = solution.compute_equivalent
    if equivalent is None:
        return "better than any budget reaches directly"
    if equivalent < WORTH_MENTIONING:
        return "a little better than training directly"
    return f"as good as training directly with {format_ratio(equivalent, 2)} the compute"


def _cheaper(solution: Solution) -> str:
    distilled, direct = solution.distillation.cost, solution.supervised.cost
    if distilled is None or direct is None or direct > distilled * 0.99:
        return "costs no more"
    return f"costs {format_money(distilled - direct, solution.plan.currency)} less"


def likelihood(solution: Solution) -> str:
    """Return how sure the choice is, never 0 % or 100 %."""
    p = solution.probability
    if solution.method == "distill":
        return f"{_percent(p)} likely to be better."
    if solution.method == "supervised":
        return f"{_percent(1 - p)} likely that training directly is at least as good."
    return f"{_percent(p)} likely that distilling is better: nothing separates the two."


def _percent(p: float) -> str:
    return "Over 99 %" if p > 0.99 else format_share(p, 2)


def alternative(solution: Solution) -> str:
    """Return what the choice that was not made would need or reach."""
    direct, distilled = solution.supervised, solution.distillation
    if solution.method == "distill":
        equivalent = solution.compute_equivalent
        if equivalent is None:
            return f"Training directly stays above {format_loss(distilled.loss)} with any budget."
        return f"Training directly would need {_price_of(solution, equivalent)} for the same quality."
    if solution.method == "tie":
        error = format_share(solution.world.coefficients.relative_error, 2)
        return (
            f"Distilling {format_loss(distilled.loss)}, directly {format_loss(direct.loss)}: "
            f"closer than the law's error of {error} allows to tell."
        )
    return f"Distilling would reach {format_loss(distilled.loss)} instead of {format_loss(direct.loss)}."


def _price_of(solution: Solution, share: float) -> str:
    """Return time and money (or FLOPs) of ``share`` times the plan's compute."""
    money = solution.budget
    flops = share * money.compute_flops
    if money.flops_per_hour is None or solution.plan.hardware is None:
        return format_flops(flops)
    hours = flops / money.flops_per_hour
    text = format_duration(hours)
    if money.price_per_hour is not None:
        cost = hours * solution.plan.hardware.count * money.price_per_hour
        text += f" and {format_money(cost, solution.plan.currency)}"
    return text
