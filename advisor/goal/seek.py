"""Goal seek: "what must I spend to reach this loss?" and its like, answered in words for every method.

The numbers are `numbers`'. Nothing here is rounded before it is said, and no loss is said without its range or
the word expected.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from advisor.baseline import direct_floor, train_directly
from advisor.budget import budget, plan_with_compute
from advisor.cautions import STUDY_PARAMETERS, STUDY_TOKENS
from advisor.evidence import SUPERVISED
from advisor.language import translate
from advisor.number_text import rounded_to
from advisor.plan import Plan
from advisor.quantities import (
    exact_number,
    format_duration,
    format_flops,
    format_loss,
    format_money,
    format_parameters,
    format_power,
    format_range,
    format_ratio,
    format_tokens,
)
from advisor.repetition import ALMOST_AS_GOOD_AS_NEW, RETURNS_FADE
from advisor.scenarios import world_of

from .numbers import Effort, Goal, GoalKind, GoalNumbers, MethodResult, goal_numbers, with_count
from .words import accelerators_text, effort_text, method_label, reason_out_of_reach, sentence_of

FEWEST_FLOPS, MOST_FLOPS, MOST_HOURS = 1e12, 1e32, 1e6
"""What a plan file may hold."""

A_LITTLE = 0.25
"""Share of what is left to gain that a first goal of a loss asks for."""

SOME_MONEY, SOME_HOURS = 10_000.0, 168.0
"""First goals of a plan that knows neither price nor time."""


@dataclass(frozen=True)
class GoalRequest:
    """A plan and what is fixed about it."""

    plan: Plan
    goal: Goal


@dataclass(frozen=True)
class GoalChange:
    """A change of the plan that makes a goal come true: its compute, and perhaps its number of accelerators.

    ``label`` says what will change, ``done`` what changed, ``undo_text`` what the step back is called.
    """

    compute_flops: float
    count: int | None
    label: str
    done: str
    undo_text: str

    def apply(self, plan: Plan) -> Plan:
        """Return the changed plan: other hours, or other FLOPs where the plan states them."""
        if self.count is not None:
            plan = with_count(plan, self.count)
        return plan_with_compute(plan, self.compute_flops)


@dataclass(frozen=True)
class GoalRow:
    """A line of the answer: a method and, under `GoalAnswer.columns`, what it takes or brings.

    ``reason`` stands instead of the cells where there is nothing to tell. ``change`` is there where the plan as it is
    can go this way; ``why_no_change`` says what keeps it from that.
    """

    key: str
    label: str
    own: bool
    how: str
    cells: tuple[str, ...]
    reason: str
    change: GoalChange | None
    why_no_change: str
    result: MethodResult


@dataclass(frozen=True)
class GoalAnswer:
    """A goal's answer: a sentence, a table, what applying it changes, and notes on what it rests on."""

    plan: Plan
    goal: Goal
    sentence: str
    columns: tuple[str, ...]
    rows: tuple[GoalRow, ...]
    hint: str
    notes: tuple[str, ...]
    loss: float | None
    loss_interval: tuple[float, float] | None
    seconds: float


def goal_seek(plan: Plan, goal: Goal) -> GoalAnswer:
    """Return what the goal takes or brings for a checked plan.

    Raises
    ------
    InputError
        Where the plan has no budget at all.
    """
    start = time.perf_counter()
    numbers = goal_numbers(plan, goal)
    columns = _columns(numbers)
    rows = tuple(_row(numbers, result) for result in numbers.results)
    return GoalAnswer(
        plan=plan,
        goal=goal,
        sentence=sentence_of(numbers),
        columns=columns if numbers.results else (),
        rows=rows,
        hint=_hint(numbers, rows),
        notes=_notes(numbers),
        loss=numbers.loss,
        loss_interval=numbers.loss_interval,
        seconds=time.perf_counter() - start,
    )


def first_goals(plan: Plan) -> dict[GoalKind, Goal]:
    """Return a goal of each kind to start from: a little more than training directly brings with this plan's budget.

    Raises
    ------
    InputError
        Where the plan has no budget at all.
    """
    money, world, size = budget(plan), world_of(plan), plan.student.parameters
    direct = train_directly(size, money.compute_flops, world)
    loss = round(float(direct.loss) - A_LITTLE * float(direct.loss - direct_floor(size, world)), 2)
    tokens = rounded_to(2 * float(direct.tokens), 2)
    return {
        "loss": Goal("loss", loss=max(loss, 0.01)),
        "model": Goal("model", parameters=size, tokens=min(max(tokens, 1.0), 1e18)),
        "money": Goal("money", money=rounded_to(money.cost or SOME_MONEY, 2)),
        "time": Goal("time", hours=money.hours or SOME_HOURS),
    }


def _columns(numbers: GoalNumbers) -> tuple[str, ...]:
    method, spread = translate("Goal seek", "Method"), translate("Goal seek", "90 % range")
    if not numbers.goal.wants_loss:
        return method, translate("Goal seek", "Expected loss"), spread
    time, compute = translate("Goal seek", "Time"), translate("Goal seek", "Compute")
    timed, priced = numbers.budget.flops_per_hour is not None, numbers.budget.price_per_hour is not None
    cost = (translate("Goal seek", "Cost"),) if timed and priced else ()
    if numbers.goal.hours is not None:
        return method, translate("Goal seek", "Accelerators"), spread, time, *cost
    return (method, compute, time, spread, *cost) if timed else (method, compute, spread)


def _row(numbers: GoalNumbers, result: MethodResult) -> GoalRow:
    reason = reason_out_of_reach(numbers, result)
    change, why_not = (None, "") if reason else _change(numbers, result)
    return GoalRow(
        key=result.key,
        label=method_label(numbers, result),
        own=result.own,
        how="" if reason else _how(result),
        cells=() if reason else _cells(numbers, result),
        reason=reason,
        change=change,
        why_no_change=why_not,
        result=result,
    )


def _how(result: MethodResult) -> str:
    """Return with which teacher and on how much text: "8B teacher, 48B tokens"."""
    tokens = format_tokens(result.student_tokens or 0)
    if not result.teacher:
        return translate("Goal seek", "{number} tokens").format(number=tokens)
    text = translate("Goal seek", "{teacher} teacher, {number} tokens")
    return text.format(teacher=result.teacher, number=tokens)


def _cells(numbers: GoalNumbers, result: MethodResult) -> tuple[str, ...]:
    effort, currency = result.effort, numbers.plan.currency
    assert effort is not None, "a row with cells has an effort"
    if not numbers.goal.wants_loss:
        assert result.loss is not None and result.loss_interval is not None, "money and time bring a loss"
        return format_loss(result.loss), format_range(*result.loss_interval, format_loss)
    cost = () if effort.cost is None else (format_money(effort.cost, currency),)
    spread = _spread(numbers, result)
    if numbers.goal.hours is not None:
        assert effort.count is not None and effort.hours is not None, "a deadline needs hardware"
        return exact_number(effort.count), spread, format_duration(effort.hours), *cost
    compute = format_flops(effort.compute_flops, padded=True)
    return (compute, spread) if effort.hours is None else (compute, format_duration(effort.hours), spread, *cost)


def _spread(numbers: GoalNumbers, result: MethodResult) -> str:
    """Return the 90 % range of what a loss takes; an end out of reach leaves the range open."""

    def amount(effort: Effort) -> str:
        if numbers.goal.hours is not None:
            over = translate("Goal seek", "over 10 million", "accelerators")
            return exact_number(effort.count) if effort.count is not None else over
        return effort_text(numbers, effort)

    assert result.least is not None, "what is in reach is so at the favourable end"
    if result.most is None:
        return translate("Goal seek", "{amount} or more").format(amount=amount(result.least))
    low, high = amount(result.least), amount(result.most)
    return format_range(0.0, 1.0, lambda end: high if end else low)


def _change(numbers: GoalNumbers, result: MethodResult) -> tuple[GoalChange | None, str]:
    """Return the change of the plan that goes this way, or why there is none."""
    goal, plan, effort = numbers.goal, numbers.plan, result.effort
    assert effort is not None, "a row without a reason has an effort"
    if not (result.own or (result.key == SUPERVISED and goal.wants_loss)):
        return None, ""
    compute, count = effort.compute_flops, effort.count if goal.wants_loss and goal.hours is not None else None
    if not FEWEST_FLOPS <= compute <= MOST_FLOPS:
        text = translate("Goal seek", "A plan holds from {least} to {most}")
        return None, text.format(least=format_power(FEWEST_FLOPS), most=format_flops(MOST_FLOPS))
    if plan.budget_flops is None and effort.hours is not None and effort.hours > MOST_HOURS:
        text = translate("Goal seek", "A plan holds at most {time}")
        return None, text.format(time=format_duration(MOST_HOURS))
    if not result.solvable:
        return None, translate("Goal seek", "With so little compute this plan's way of distilling has no answer")
    if count is not None and effort.hours is not None:
        label = translate("Goal seek", "Use {accelerators} for {time}")
        done = translate("Goal seek", "{accelerators} for {time}")
    elif plan.budget_flops is not None or effort.hours is None:
        label = translate("Goal seek", "Set the compute to {compute}")
        done = translate("Goal seek", "compute set to {compute}")
    else:
        label = translate("Goal seek", "Set the time to {time}")
        done = translate("Goal seek", "time set to {time}")
    said = {
        "accelerators": "" if count is None else accelerators_text(count),
        "time": "" if effort.hours is None else format_duration(effort.hours),
        "compute": format_flops(compute),
    }
    undo_text = translate("Goal seek", "Apply goal: {goal}").format(goal=_short(numbers))
    return GoalChange(compute, count, label.format(**said), done.format(**said), undo_text), ""


def _hint(numbers: GoalNumbers, rows: tuple[GoalRow, ...]) -> str:
    """Return what applying changes; empty where nothing can be applied."""
    if not any(row.change is not None for row in rows):
        return ""
    in_flops = numbers.plan.budget_flops is not None or numbers.plan.hardware is None
    if not numbers.goal.wants_loss:
        if in_flops:
            return translate("Goal seek", "Apply sets this plan's compute, which is the same for every method.")
        return translate("Goal seek", "Apply sets this plan's time, which is the same for every method.")
    if numbers.goal.hours is not None:
        return translate(
            "Goal seek",
            "Apply sets this plan's number of accelerators and its time. "
            "The other methods need other answers under Teacher first.",
        )
    if in_flops:
        return translate(
            "Goal seek",
            "Apply sets this plan's compute. The other methods need other answers under Teacher first.",
        )
    return translate(
        "Goal seek", "Apply sets this plan's time. The other methods need other answers under Teacher first."
    )


def _short(numbers: GoalNumbers) -> str:
    goal = numbers.goal
    if goal.kind == "money":
        return format_money(goal.money or 0, numbers.plan.currency)
    if goal.kind == "time":
        return format_duration(goal.hours or 0)
    return translate("Goal seek", "a loss of {loss}").format(loss=format_loss(numbers.loss or 0))


def _notes(numbers: GoalNumbers) -> tuple[str, ...]:
    """Return what a reader must know before quoting the numbers."""
    if not numbers.results:
        return ()
    notes = []
    low, high = STUDY_PARAMETERS
    unique = world_of(numbers.plan).student_text
    tokens = max(result.student_tokens or 0 for result in (numbers.direct, numbers.own))
    if not low * 0.999 <= numbers.plan.student.parameters <= high * 1.001:
        text = translate(
            "Goal seek", "The study tested students of {low} to {high}: nothing bounds the error for this one."
        )
        notes.append(text.format(low=format_parameters(low), high=format_parameters(high)))
    elif unique.effective(tokens) > STUDY_TOKENS:
        text = translate(
            "Goal seek", "Over {tokens} student tokens are more than the study tested: the real range may be wider."
        )
        notes.append(text.format(tokens=format_tokens(STUDY_TOKENS)))
    if tokens > ALMOST_AS_GOOD_AS_NEW * unique.unique_tokens:
        passes = format_ratio(tokens / unique.unique_tokens).removesuffix("×")
        seen = translate(
            "Goal seek", "The student sees its text up to {passes} times; after four, each pass adds less."
        )
        if tokens > RETURNS_FADE * unique.unique_tokens:
            seen = translate(
                "Goal seek",
                "The student sees its text up to {passes} times; "
                "beyond 16 passes hardly anything is gained and harm is possible.",
            )
        notes.append(seen.format(passes=passes))
    deadline = numbers.goal.wants_loss and numbers.goal.hours is not None
    reached = any(result.effort is not None for result in numbers.results)
    if deadline and reached and numbers.budget.utilization_source == "default":
        notes.append(translate("Goal seek", "More accelerators reach a smaller share of their peak; that is counted."))
    return tuple(notes)
