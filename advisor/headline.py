"""The one sentence that answers the plan, how likely it is, and what the other choice would need."""

from __future__ import annotations

from .language import translate
from .names import by_article, teacher_name
from .quantities import format_duration, format_flops, format_loss, format_money, format_ratio, format_share
from .solution import Solution

WORTH_MENTIONING = 1.05
"""Compute equivalents below this are called "as good", not "1.0×"."""


def headline(solution: Solution) -> str:
    """Return the answer in one sentence without a final stop."""
    if solution.method == "distill":
        text = translate("Answer", "{choice}: {worth}", "choice: Distil from the 8B teacher; worth: as good as …")
        return text.format(choice=_distil(solution), worth=_worth(solution))
    if solution.method == "tie":
        return _tie(solution)
    teacher = solution.plan.teacher
    if solution.candidates:
        if solution.shares[0] == 0:
            return translate("Answer", "Train directly: no teacher you have helps this student at this budget")
        return translate("Answer", "Train directly: no teacher you have pays for itself at this budget")
    if solution.shares == (0.0, 0.0):
        return translate(
            "Answer", "Train directly: as good, and simpler; even a free teacher adds nothing at this budget"
        )
    if teacher.exists:
        return translate("Answer", "Train directly: no teacher pays for its outputs at this budget")
    if teacher.students > 1:
        return translate("Answer", "Train directly: even a shared teacher does not pay for its training at this budget")
    return translate("Answer", "Train directly: training a teacher first does not pay for itself at this budget")


def _distil(solution: Solution) -> str:
    teacher = solution.distillation.teacher
    name = teacher_name(teacher)
    if teacher.name is not None:
        text = translate("Answer", "Distil from the {name} teacher", "name: of a teacher in the plan, such as 8B")
    elif solution.plan.teacher.exists:
        text = by_article(
            name,
            translate("Answer", "Distil from a {name} teacher", "name: its size, such as 2.7B"),
            translate("Answer", "Distil from an {name} teacher", "name: its size, such as 8B"),
        )
    else:
        text = by_article(
            name,
            translate("Answer", "Train a {name} teacher and distil from it", "name: its size, such as 2.7B"),
            translate("Answer", "Train an {name} teacher and distil from it", "name: its size, such as 8B"),
        )
    return text.format(name=name)


def _worth(solution: Solution) -> str:
    equivalent = solution.compute_equivalent
    if equivalent is None:
        return translate("Answer", "better than any budget reaches directly")
    if equivalent < WORTH_MENTIONING:
        return translate("Answer", "a little better than training directly")
    text = translate("Answer", "as good as training directly with {ratio} the compute", "ratio: such as 1.8×")
    return text.format(ratio=format_ratio(equivalent, 2))


def _tie(solution: Solution) -> str:
    distilled, direct = solution.distillation.cost, solution.supervised.cost
    if distilled is None or direct is None or direct > distilled * 0.99:
        return translate("Answer", "Too close to call: train directly, it is simpler and costs no more")
    text = translate("Answer", "Too close to call: train directly, it is simpler and costs {money} less")
    return text.format(money=format_money(distilled - direct, solution.plan.currency))


def likelihood(solution: Solution) -> str:
    """Return how sure the choice is, never 0 % or 100 %."""
    p = solution.probability
    if solution.method == "distill":
        return translate("Answer", "{percent} likely to be better.").format(percent=_percent(p))
    if solution.method == "supervised":
        text = translate("Answer", "{percent} likely that training directly is at least as good.")
        return text.format(percent=_percent(1 - p))
    text = translate("Answer", "{percent} likely that distilling is better: nothing separates the two.")
    return text.format(percent=_percent(p))


def _percent(p: float) -> str:
    return translate("Answer", "Over 99 %") if p > 0.99 else format_share(p, 2)


def alternative(solution: Solution) -> str:
    """Return what the choice that was not made would need or reach."""
    direct, distilled = format_loss(solution.supervised.loss), format_loss(solution.distillation.loss)
    if solution.method == "distill":
        equivalent = solution.compute_equivalent
        if equivalent is None:
            return translate("Answer", "Training directly stays above {loss} with any budget.").format(loss=distilled)
        text = translate(
            "Answer", "Training directly would need {price} for the same quality.", "price: time and money"
        )
        return text.format(price=_price_of(solution, equivalent))
    if solution.method == "tie":
        text = translate(
            "Answer",
            "Distilling {distilled}, directly {direct}: closer than the law's error of {error} allows to tell.",
        )
        error = format_share(solution.world.coefficients.relative_error, 2)
        return text.format(distilled=distilled, direct=direct, error=error)
    text = translate("Answer", "Distilling would reach {distilled} instead of {direct}.")
    return text.format(distilled=distilled, direct=direct)


def _price_of(solution: Solution, share: float) -> str:
    """Return time and money (or FLOPs) of ``share`` times the plan's compute."""
    money = solution.budget
    flops = share * money.compute_flops
    if money.flops_per_hour is None or solution.plan.hardware is None:
        return format_flops(flops)
    hours = flops / money.flops_per_hour
    time = format_duration(hours)
    if money.price_per_hour is None:
        return time
    cost = format_money(hours * solution.plan.hardware.count * money.price_per_hour, solution.plan.currency)
    return translate("Answer", "{time} and {money}", "as in: would need 9 days and $12k").format(time=time, money=cost)
