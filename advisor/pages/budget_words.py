"""What the Budget page says beside its chart: the sentence, the small table and the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.drag_note import drag_note
from advisor.evidence import SUPERVISED, THIS_PLAN
from advisor.headline import WORTH_MENTIONING
from advisor.language import translate
from advisor.names import by_article, teacher_name
from advisor.quantities import duration_in_unit, format_duration, format_flops, format_loss, format_ratio
from advisor.solution import Solution

if TYPE_CHECKING:
    from .budget import Crossings


def budget_sentence(solution: Solution, crossings: Crossings) -> str:
    """Return what the plan's budget buys by either choice, and at which other budgets the answer would differ."""
    statement = _buys(solution)
    if solution.method == "tie":
        return translate("Budget page", "{statement}: too close to call.").format(statement=statement)
    if solution.method == "distill":
        if crossings.sure_until is None:
            return _alone(statement)
        text = translate("Budget page", "{statement}; from {budget} up, direct is as good and simpler.")
        return text.format(statement=statement, budget=_time_or_flops(solution, crossings.sure_until))
    return _elsewhere(solution, crossings, statement)


def _buys(solution: Solution) -> str:
    """Return the statement, without a final stop, of what both choices reach; the chosen one first."""
    rate, compute = solution.budget.flops_per_hour, solution.budget.compute_flops
    one = duration_in_unit(compute / rate)[0] == 1 if rate else False
    if solution.method == "distill":
        text = translate(
            "Budget page",
            "{budget} buy a loss of {distilled} by distilling, {direct} by training directly",
            "budget: 5 days, or an amount of FLOPs",
        )
        if one:
            text = translate(
                "Budget page",
                "{budget} buys a loss of {distilled} by distilling, {direct} by training directly",
                "budget: 1 day, 1 h or 1 min",
            )
    else:
        text = translate(
            "Budget page",
            "{budget} buy a loss of {direct} by training directly, {distilled} by distilling",
            "budget: 5 days, or an amount of FLOPs",
        )
        if one:
            text = translate(
                "Budget page",
                "{budget} buys a loss of {direct} by training directly, {distilled} by distilling",
                "budget: 1 day, 1 h or 1 min",
            )
    return text.format(
        budget=format_duration(compute / rate) if rate else format_flops(compute),
        distilled=format_loss(solution.distillation.loss),
        direct=format_loss(solution.supervised.loss),
    )


def _elsewhere(solution: Solution, crossings: Crossings, statement: str) -> str:
    """Return a statement, and at which other budgets distilling would win, where that can be said in a few words."""
    flops = crossings.flops
    if not flops and not crossings.first_wins:
        text = translate("Budget page", "{statement}; no budget near it changes that.", "it: the plan's budget")
        return text.format(statement=statement)
    if len(flops) != 1:
        return _alone(statement)
    if crossings.first_wins:
        text = translate("Budget page", "{statement}; distilling is ahead only below {budget}.")
    else:
        text = translate("Budget page", "{statement}; distilling is ahead only above {budget}.")
    return text.format(statement=statement, budget=_time_or_flops(solution, flops[0]))


def _alone(statement: str) -> str:
    return translate("Budget page", "{statement}.", "statement: 5 days buy a loss of …").format(statement=statement)


def _time_or_flops(solution: Solution, flops: float) -> str:
    rate = solution.budget.flops_per_hour
    return format_duration(flops / rate, 2) if rate else format_flops(flops, 2)


def budget_table(solution: Solution) -> tuple[tuple[str, str, str], ...]:
    """Return the rows of the table in the chart: key, label and value."""
    distilled, direct = solution.distillation, solution.supervised
    gain = direct.loss - distilled.loss
    difference = translate("Budget page", "Gain", "of distilling, in loss")
    if gain < 0:
        difference = translate("Budget page", "Distilling is worse by")
    rows = [
        (THIS_PLAN, _distil_from(solution), format_loss(distilled.loss)),
        (SUPERVISED, translate("Budget page", "Train directly"), format_loss(direct.loss)),
        ("", difference, format_loss(abs(gain))),
    ]
    equivalent = solution.compute_equivalent
    if equivalent is not None and not 1 / WORTH_MENTIONING < equivalent < WORTH_MENTIONING:
        label = translate("Budget page", "which is worth", "the gain; the value beside it is such as 1.8× compute")
        if gain < 0:
            label = translate(
                "Budget page", "as good as direct with", "distilling; the value beside it is such as 0.8× compute"
            )
        value = translate("Budget page", "{ratio} compute", "ratio: such as 1.8×")
        rows.append(("", label, value.format(ratio=format_ratio(equivalent, 2))))
    return tuple(rows)


def _distil_from(solution: Solution) -> str:
    teacher = solution.distillation.teacher
    name = teacher_name(teacher)
    if teacher.name is not None:
        text = translate("Budget page", "Distil from the {name}", "name: of a teacher in the plan, such as 8B")
    else:
        text = by_article(
            name,
            translate("Budget page", "Distil from a {name}", "name: the teacher's size, such as 2.7B"),
            translate("Budget page", "Distil from an {name}", "name: the teacher's size, such as 8B"),
        )
    return text.format(name=name)


def budget_footer(solution: Solution) -> tuple[str, ...]:
    """Return the notes under the chart."""
    teachers = translate("Budget page", "Curves use the best possible teacher for each budget")
    if solution.candidates:
        teachers = translate("Budget page", "The other curves use the best possible teacher for each budget")
    pins: tuple[str, ...] = ()
    if solution.plan.pins:
        pins = (translate("Budget page", "Dashed: your pins, each with its own student, teacher and text"),)
    return (teachers, *pins, drag_note())
