"""The sentences of goal seek: what each method is called, what it takes, and why it cannot."""

from __future__ import annotations

from .evidence import SUPERVISED, THIS_PLAN
from .goal_numbers import MOST_ACCELERATORS, Effort, GoalNumbers, MethodResult
from .names import SCENARIO_LABELS, capital, with_article
from .quantities import (
    exact_number,
    format_duration,
    format_flops,
    format_loss,
    format_money,
    format_parameters,
    format_range,
    format_tokens,
)

_DISTILLING = {
    SUPERVISED: "training directly",
    "best_case": "distilling with outputs already stored",
    "teacher_inference": "distilling with outputs computed",
    "teacher_pretraining": "distilling from a teacher trained for many",
    "teacher_pretraining_inference": "distilling from a teacher trained just for this",
}
"""The methods as the subject of a sentence."""


def method_label(numbers: GoalNumbers, result: MethodResult) -> str:
    """Return the method's name as on the curves: "Distil: outputs computed, this plan"."""
    teachers = numbers.plan.teacher.exists and numbers.plan.teacher.candidates
    label = SCENARIO_LABELS.get(result.key, "Distil: your teachers" if teachers else "Distil: costs shared")
    return f"{label}, this plan" if result.own else label


def effort_text(numbers: GoalNumbers, effort: Effort) -> str:
    """Return the time where it is known, else the compute."""
    return format_flops(effort.compute_flops) if effort.hours is None else format_duration(effort.hours)


def reason_out_of_reach(numbers: GoalNumbers, result: MethodResult) -> str:
    """Return why a method cannot reach the goal, with the floor; empty where it can."""
    effort = result.effort
    if not numbers.goal.wants_loss:
        return "Too little for any teacher this plan allows" if effort is None else ""
    if effort is None:
        return _out_of_reach(numbers, result)
    if numbers.goal.hours is not None and effort.count is None:
        return f"Takes more than {exact_number(MOST_ACCELERATORS)} accelerators by then"
    return ""


def _out_of_reach(numbers: GoalNumbers, result: MethodResult) -> str:
    assert result.floor is not None and numbers.loss is not None, "a wanted loss has a floor"
    plan = numbers.plan
    student = f"{with_article(format_parameters(plan.student.parameters))} student"
    floor = format_loss(result.floor)
    near = ", just above the goal" if floor == format_loss(numbers.loss) else ""
    if result.text_limits and plan.data.student_tokens is not None:
        return f"Out of reach on {format_tokens(plan.data.student_tokens)} tokens of text: the floor is {floor}{near}"
    return f"Out of reach for {student}: the floor is {floor}{near}"


def sentence_of(numbers: GoalNumbers) -> str:
    """Return the answer in one sentence: training directly, and this plan's way of distilling."""
    if numbers.lacking == "hardware":
        return _lacks_hardware(numbers)
    if numbers.lacking == "price":
        return "Money buys nothing definite here: this plan has no price per accelerator-hour. Type one under Hardware."
    return _wanted_sentence(numbers) if numbers.goal.wants_loss else _spent_sentence(numbers)


def _lacks_hardware(numbers: GoalNumbers) -> str:
    wanted = {"money": "Money", "time": "A time"}.get(numbers.goal.kind, "A deadline")
    if numbers.plan.hardware is None:
        return f"{wanted} needs hardware: this plan states its compute in FLOPs. Choose an accelerator under Hardware."
    return f"{wanted} needs a speed: this plan's accelerator has none. Choose another under Hardware."


def _subject(numbers: GoalNumbers, result: MethodResult) -> str:
    if result.key != THIS_PLAN:
        return _DISTILLING[result.key]
    if not (numbers.plan.teacher.exists and numbers.plan.teacher.candidates):
        return "distilling with shared costs"
    return f"distilling from the {result.teacher}" if result.teacher else "distilling from the teachers you have"


def _aim(numbers: GoalNumbers) -> str:
    """Return "To reach 2.000 nats" or "To match a 13B model trained on 2T tokens (expected loss …)"."""
    goal = numbers.goal
    assert numbers.loss is not None, "a wanted loss is known"
    if goal.kind == "model":
        assert goal.parameters is not None and goal.tokens is not None and numbers.loss_interval is not None
        model = (
            f"{with_article(format_parameters(goal.parameters))} model trained on {format_tokens(goal.tokens)} tokens"
        )
        loss = f"expected loss {_with_range(numbers.loss, numbers.loss_interval)}"
        aim = f"To match {model}, {loss}"
    else:
        aim = f"To reach {format_loss(numbers.loss)} nats"
    return f"{aim}," if goal.hours is None else f"{aim} within {format_duration(goal.hours)},"


def _with_range(loss: float, interval: tuple[float, float]) -> str:
    return f"{format_loss(loss)} (90 % range {format_range(*interval, format_loss)})"


def _takes(numbers: GoalNumbers, effort: Effort) -> str:
    """Return "7.4 days and $9,980", "24 accelerators and $9,980", or FLOPs."""
    cost = "" if effort.cost is None else f" and {format_money(effort.cost, numbers.plan.currency)}"
    if numbers.goal.hours is not None and effort.count is not None:
        return f"{exact_number(effort.count)} accelerator{'' if effort.count == 1 else 's'}{cost}"
    return f"{effort_text(numbers, effort)}{cost}"


def _wanted_sentence(numbers: GoalNumbers) -> str:
    direct, own = numbers.direct, numbers.own
    cannot = {result.key: reason_out_of_reach(numbers, result) for result in numbers.results}
    if all(cannot.values()):
        nearest = min(numbers.results, key=lambda result: result.floor or 0.0)
        return f"{cannot[nearest.key]}."

    def clause(result: MethodResult) -> str:
        assert result.effort is not None, "what is in reach has an effort"
        return f"{_subject(numbers, result)} takes {_takes(numbers, result.effort)}"

    def failure(result: MethodResult) -> str:
        subject = capital(_subject(numbers, result))
        if result.effort is None:
            return f"{subject} never gets there: its floor is {format_loss(result.floor or 0)}."
        return f"{subject} {cannot[result.key][:1].lower()}{cannot[result.key][1:]}."

    reached = [result for result in (direct, own) if not cannot[result.key]]
    missed = [result for result in (direct, own) if cannot[result.key]]
    if not reached:
        others = [result for result in numbers.results if not cannot[result.key]]
        cheapest = min(others, key=lambda result: result.effort.compute_flops if result.effort else float("inf"))
        reached, missed = [cheapest], [own]
    text = f"{_aim(numbers)} {'; '.join(clause(result) for result in reached)}."
    return " ".join([text, *(failure(result) for result in missed)])


def _spent_sentence(numbers: GoalNumbers) -> str:
    goal, plan = numbers.goal, numbers.plan
    effort = next(result.effort for result in numbers.results if result.effort is not None)
    assert plan.hardware is not None and effort.hours is not None, "money and time need hardware"
    count = plan.hardware.count
    here = f"{exact_number(count)} accelerator{'' if count == 1 else 's'}"
    if goal.kind == "money":
        start = f"{format_money(goal.money or 0, plan.currency)} buys {format_duration(effort.hours)} of {here}"
    else:
        cost = "" if effort.cost is None else f" for {format_money(effort.cost, plan.currency)}"
        start = f"{capital(format_duration(effort.hours))} of {here}{cost}"
    parts = [
        f"{_with_range(result.loss, result.loss_interval)} by {_subject(numbers, result)}"
        for result in (numbers.own, numbers.direct)
        if result.loss is not None and result.loss_interval is not None
    ]
    return f"{start}{':' if goal.kind == 'money' else ' bring'} an expected loss of {' and '.join(parts)}."
