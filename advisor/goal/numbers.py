"""What a goal takes, or what money and time buy, by every method: numbers only; the words are `seek`'s.

A wanted loss is answered by `cost`'s inverse; money and time by the forward answer itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt
from typing import Literal

import msgspec
import numpy as np

from advisor.budget import Budget, budget
from advisor.evidence import SUPERVISED
from advisor.laws import supervised_loss
from advisor.plan import Plan
from advisor.scenarios import world_of
from advisor.uncertainty import NINETY_PERCENT, loss_interval

from .ways import Ways

GoalKind = Literal["loss", "model", "money", "time"]

MOST_ACCELERATORS = 10_000_000
"""What a plan file may hold."""


@dataclass(frozen=True)
class Goal:
    """What is fixed; of the other fields only those of its ``kind`` count.

    Parameters
    ----------
    kind : str
        "loss": ``loss`` is wanted. "model": a student as good as a model of ``parameters`` trained on ``tokens``.
        "money": ``money`` is spent. "time": ``hours`` are.
    loss : float or None
        L_S, nats per token.
    parameters, tokens : float or None
        Non-embedding parameters and training tokens of the model to match.
    money : float or None
        In the plan's currency.
    hours : float or None
        Time for kind "time"; for "loss" and "model" a deadline, None for as long as this plan's accelerators take.
    """

    kind: GoalKind
    loss: float | None = None
    parameters: float | None = None
    tokens: float | None = None
    money: float | None = None
    hours: float | None = None

    @property
    def wants_loss(self) -> bool:
        """Whether a loss is fixed and the effort asked for, not the other way round."""
        return self.kind in ("loss", "model")


@dataclass(frozen=True)
class Effort:
    """What a method takes: FLOPs, and on the plan's hardware accelerators, hours and money.

    None where hardware, speed or price are not known, or where a deadline takes more accelerators than a plan holds.
    """

    compute_flops: float
    count: int | None = None
    hours: float | None = None
    cost: float | None = None


@dataclass(frozen=True)
class MethodResult:
    """One method and a goal.

    Parameters
    ----------
    key : str
        "supervised", a scenario of Table 2, or "this_plan" for a plan that none of them describes.
    own : bool
        Whether it is this plan's way of distilling.
    loss : float or None
        The expected student loss; None where no teacher can be paid for.
    loss_interval : tuple of float or None
        Its 90 % range.
    effort, least, most : Effort or None
        What the goal takes as expected and at the ends of the 90 % range; None where it is out of reach.
    floor : float or None
        The least loss that any compute reaches; None for goals of money and time.
    text_limits : bool
        Whether the goal is out of reach for want of text alone.
    student_tokens : float or None
        Tokens the student is trained on.
    teacher : str
        The teacher's name or size; empty where there is none.
    solvable : bool
        Whether the plan as it is has an answer with this compute; found out for its own way and training directly.
    """

    key: str
    own: bool
    loss: float | None
    loss_interval: tuple[float, float] | None
    effort: Effort | None
    least: Effort | None = None
    most: Effort | None = None
    floor: float | None = None
    text_limits: bool = False
    student_tokens: float | None = None
    teacher: str = ""
    solvable: bool = False


@dataclass(frozen=True)
class GoalNumbers:
    """All numbers of a goal.

    ``loss`` is the wanted one, ``loss_interval`` its 90 % range where it is that of a model to match. ``lacking`` names
    what the plan does not say and the goal needs: "hardware", "price", or nothing.
    """

    plan: Plan
    goal: Goal
    budget: Budget
    results: tuple[MethodResult, ...] = ()
    loss: float | None = None
    loss_interval: tuple[float, float] | None = None
    lacking: str = ""

    @property
    def own(self) -> MethodResult:
        """This plan's way of distilling."""
        return next(result for result in self.results if result.own)

    @property
    def direct(self) -> MethodResult:
        """Training directly."""
        return next(result for result in self.results if result.key == SUPERVISED)


def goal_numbers(plan: Plan, goal: Goal) -> GoalNumbers:
    """Return what the goal takes or brings by training directly, by Table 2's scenarios and by this plan's way.

    Raises
    ------
    InputError
        Where the plan has no budget at all.
    """
    money = budget(plan)
    needs_hardware = goal.kind in ("money", "time") or goal.hours is not None
    if needs_hardware and money.flops_per_hour is None:
        return GoalNumbers(plan, goal, money, lacking="hardware")
    if goal.kind == "money" and not money.price_per_hour:
        return GoalNumbers(plan, goal, money, lacking="price")
    if goal.wants_loss:
        return _wanted(plan, goal, money)
    return GoalNumbers(plan, goal, money, _spent(plan, goal, money))


def hours_spent(goal: Goal, plan: Plan, money: Budget) -> float:
    """Return the time that a goal of money or time gives this plan's accelerators."""
    if goal.kind == "time":
        assert goal.hours is not None, "a goal of time has hours"
        return goal.hours
    assert plan.hardware is not None and money.price_per_hour, "money needs hardware with a price"
    assert goal.money is not None, "a goal of money has an amount"
    return goal.money / (money.price_per_hour * plan.hardware.count)


def with_count(plan: Plan, count: int) -> Plan:
    """Return the plan with another number of accelerators; where its utilisation is a preset, that follows."""
    assert plan.hardware is not None, "only a plan with hardware has accelerators"
    return msgspec.structs.replace(plan, hardware=msgspec.structs.replace(plan.hardware, count=count))


def fewest_accelerators(plan: Plan, compute_flops: float, hours: float) -> int | None:
    """Return the fewest accelerators of the plan's kind that compute this much in time; None above what a plan holds.

    The preset utilisation falls as their number grows, so the number is raised until it is enough.
    """

    def speed(count: int) -> float:
        return budget(with_count(plan, count)).flops_per_hour or 0.0

    needed = compute_flops / hours * (1 - 1e-12)
    count, now = 1, speed(1)
    while 0 < now < needed:
        raised = needed / now * count
        if raised > MOST_ACCELERATORS:
            return None
        count = max(ceil(raised), count + 1)
        now = speed(count)
    while count > 1 and speed(count - 1) >= needed:
        count -= 1
    return count if now > 0 and count <= MOST_ACCELERATORS else None


def _wanted(plan: Plan, goal: Goal, money: Budget) -> GoalNumbers:
    world = world_of(plan)
    error = world.coefficients.relative_error
    if goal.kind == "model":
        assert goal.parameters is not None and goal.tokens is not None, "a model to match has a size and tokens"
        loss = float(supervised_loss(goal.parameters, goal.tokens, world.coefficients.supervised))
        interval = loss_interval(loss, error)
        half = NINETY_PERCENT * error * sqrt(2)  # two predictions are compared, their errors taken as independent
    else:
        assert goal.loss is not None, "a goal of a loss has one"
        loss, interval, half = goal.loss, None, NINETY_PERCENT * error
    ways = Ways(plan, world)
    results = []
    # At the ends of the range students turn out better or worse than the law says by `half` of their loss.
    for taken in ways.take(loss / np.array([1.0, 1 - half, 1 + half])):
        effort, least, most = (_effort(plan, goal, money, float(c)) for c in taken.compute_flops)
        reached, own, direct = effort is not None, taken.key == ways.own, taken.key == SUPERVISED
        results.append(
            MethodResult(
                key=taken.key,
                own=own,
                loss=loss,
                loss_interval=interval,
                effort=effort,
                least=least if reached else None,
                most=most,
                floor=taken.floor,
                text_limits=not reached and taken.endless_floor < loss,
                student_tokens=taken.student_tokens if reached else None,
                teacher=taken.teacher if reached else "",
                solvable=own or (direct and effort is not None and ways.own_is_solvable(effort.compute_flops)),
            )
        )
    return GoalNumbers(plan, goal, money, tuple(results), loss, interval)


def _spent(plan: Plan, goal: Goal, money: Budget) -> tuple[MethodResult, ...]:
    world = world_of(plan)
    assert plan.hardware is not None and money.flops_per_hour is not None, "money and time need hardware"
    hours = hours_spent(goal, plan, money)
    cost = None if money.price_per_hour is None else hours * plan.hardware.count * money.price_per_hour
    effort = Effort(hours * money.flops_per_hour, plan.hardware.count, hours, cost)
    ways = Ways(plan, world)
    solvable = ways.own_is_solvable(effort.compute_flops)
    results = []
    for brought in ways.bring(effort.compute_flops):
        own = brought.key == ways.own
        if not np.isfinite(brought.loss):
            results.append(MethodResult(key=brought.key, own=own, loss=None, loss_interval=None, effort=None))
            continue
        results.append(
            MethodResult(
                key=brought.key,
                own=own,
                loss=brought.loss,
                loss_interval=loss_interval(brought.loss, world.coefficients.relative_error),
                effort=effort,
                student_tokens=brought.student_tokens,
                teacher=brought.teacher,
                solvable=solvable,
            )
        )
    return tuple(results)


def _effort(plan: Plan, goal: Goal, money: Budget, compute: float) -> Effort | None:
    """Return what this compute takes on the plan's hardware, by the deadline where there is one; None for ``inf``."""
    if np.isinf(compute):
        return None
    if plan.hardware is None or money.flops_per_hour is None:
        return Effort(compute)
    count: int | None = plan.hardware.count
    speed = money.flops_per_hour
    if goal.hours is not None:
        count = fewest_accelerators(plan, compute, goal.hours)
        if count is None:
            return Effort(compute)
        speed = budget(with_count(plan, count)).flops_per_hour or speed
    hours = compute / speed
    assert count is not None, "hardware has a count"
    cost = None if money.price_per_hour is None else hours * count * money.price_per_hour
    return Effort(compute, count, hours, cost)
