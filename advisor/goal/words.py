"""The sentences of goal seek: what each method is called, what it takes, and why it cannot."""

from __future__ import annotations

from advisor.evidence import SUPERVISED, THIS_PLAN
from advisor.language import translate
from advisor.names import by_article, capital, scenario_labels
from advisor.quantities import (
    exact_number,
    format_duration,
    format_flops,
    format_loss,
    format_money,
    format_parameters,
    format_range,
    format_tokens,
)

from .numbers import MOST_ACCELERATORS, Effort, GoalNumbers, MethodResult


def method_label(numbers: GoalNumbers, result: MethodResult) -> str:
    """Return the method's name as on the curves: "Distil: outputs computed, this plan"."""
    label = scenario_labels().get(result.key)
    if label is None and numbers.plan.teacher.exists and numbers.plan.teacher.candidates:
        label = translate("Goal seek", "Distil: your teachers")
    elif label is None:
        label = translate("Goal seek", "Distil: costs shared")
    return translate("Goal seek", "{method}, this plan").format(method=label) if result.own else label


def effort_text(numbers: GoalNumbers, effort: Effort) -> str:
    """Return the time where it is known, else the compute."""
    return format_flops(effort.compute_flops) if effort.hours is None else format_duration(effort.hours)


def reason_out_of_reach(numbers: GoalNumbers, result: MethodResult) -> str:
    """Return why a method cannot reach the goal, with the floor; empty where it can."""
    effort = result.effort
    if not numbers.goal.wants_loss:
        return translate("Goal seek", "Too little for any teacher this plan allows") if effort is None else ""
    if effort is None:
        return _out_of_reach(numbers, result)
    if numbers.goal.hours is not None and effort.count is None:
        text = translate("Goal seek", "Takes more than {count} accelerators by then")
        return text.format(count=exact_number(MOST_ACCELERATORS))
    return ""


def _out_of_reach(numbers: GoalNumbers, result: MethodResult) -> str:
    assert result.floor is not None and numbers.loss is not None, "a wanted loss has a floor"
    plan = numbers.plan
    floor = format_loss(result.floor)
    near = floor == format_loss(numbers.loss)
    if result.text_limits and plan.data.student_tokens is not None:
        text = translate("Goal seek", "Out of reach on {tokens} tokens of text: the floor is {floor}")
        if near:
            text = translate(
                "Goal seek", "Out of reach on {tokens} tokens of text: the floor is {floor}, just above the goal"
            )
        return text.format(tokens=format_tokens(plan.data.student_tokens), floor=floor)
    student = format_parameters(plan.student.parameters)
    text = by_article(
        student,
        translate("Goal seek", "Out of reach for a {size} student: the floor is {floor}"),
        translate("Goal seek", "Out of reach for an {size} student: the floor is {floor}"),
    )
    if near:
        text = by_article(
            student,
            translate("Goal seek", "Out of reach for a {size} student: the floor is {floor}, just above the goal"),
            translate("Goal seek", "Out of reach for an {size} student: the floor is {floor}, just above the goal"),
        )
    return text.format(size=student, floor=floor)


def sentence_of(numbers: GoalNumbers) -> str:
    """Return the answer in one sentence: training directly, and this plan's way of distilling."""
    if numbers.lacking == "hardware":
        return _lacks_speed(numbers) if numbers.plan.hardware is not None else _lacks_hardware(numbers)
    if numbers.lacking == "price":
        return translate(
            "Goal seek",
            "Money buys nothing definite here: this plan has no price per accelerator-hour. Type one under Hardware.",
        )
    return _wanted_sentence(numbers) if numbers.goal.wants_loss else _spent_sentence(numbers)


def _lacks_hardware(numbers: GoalNumbers) -> str:
    if numbers.goal.kind == "money":
        return translate(
            "Goal seek",
            "Money needs hardware: this plan states its compute in FLOPs. Choose an accelerator under Hardware.",
        )
    if numbers.goal.kind == "time":
        return translate(
            "Goal seek",
            "A time needs hardware: this plan states its compute in FLOPs. Choose an accelerator under Hardware.",
        )
    return translate(
        "Goal seek",
        "A deadline needs hardware: this plan states its compute in FLOPs. Choose an accelerator under Hardware.",
    )


def _lacks_speed(numbers: GoalNumbers) -> str:
    if numbers.goal.kind == "money":
        return translate(
            "Goal seek", "Money needs a speed: this plan's accelerator has none. Choose another under Hardware."
        )
    if numbers.goal.kind == "time":
        return translate(
            "Goal seek", "A time needs a speed: this plan's accelerator has none. Choose another under Hardware."
        )
    return translate(
        "Goal seek", "A deadline needs a speed: this plan's accelerator has none. Choose another under Hardware."
    )


def _subject(numbers: GoalNumbers, result: MethodResult) -> str:
    """Return a method as what a sentence is about: "training directly"."""
    if result.key != THIS_PLAN:
        return {
            SUPERVISED: translate("Goal seek", "training directly", "stands for {method} in a sentence"),
            "best_case": translate(
                "Goal seek", "distilling with outputs already stored", "stands for {method} in a sentence"
            ),
            "teacher_inference": translate(
                "Goal seek", "distilling with outputs computed", "stands for {method} in a sentence"
            ),
            "teacher_pretraining": translate(
                "Goal seek", "distilling from a teacher trained for many", "stands for {method} in a sentence"
            ),
            "teacher_pretraining_inference": translate(
                "Goal seek", "distilling from a teacher trained just for this", "stands for {method} in a sentence"
            ),
        }[result.key]
    if not (numbers.plan.teacher.exists and numbers.plan.teacher.candidates):
        return translate("Goal seek", "distilling with shared costs", "stands for {method} in a sentence")
    if not result.teacher:
        return translate("Goal seek", "distilling from the teachers you have", "stands for {method} in a sentence")
    text = translate("Goal seek", "distilling from the {teacher}", "stands for {method} in a sentence")
    return text.format(teacher=result.teacher)


def _aimed(numbers: GoalNumbers, methods: str) -> str:
    """Return "To reach 2.000 nats, …" or "To match a 13B model trained on 2T tokens, expected loss …, …"."""
    goal = numbers.goal
    assert numbers.loss is not None, "a wanted loss is known"
    time = "" if goal.hours is None else format_duration(goal.hours)
    if goal.kind == "loss":
        text = translate("Goal seek", "To reach {loss} nats, {methods}.")
        if time:
            text = translate("Goal seek", "To reach {loss} nats within {time}, {methods}.")
        return text.format(loss=format_loss(numbers.loss), time=time, methods=methods)
    assert goal.parameters is not None and goal.tokens is not None and numbers.loss_interval is not None
    size = format_parameters(goal.parameters)
    text = by_article(
        size,
        translate(
            "Goal seek",
            "To match a {size} model trained on {tokens} tokens, expected loss {loss} (90 % range {range}), {methods}.",
        ),
        translate(
            "Goal seek",
            "To match an {size} model trained on {tokens} tokens, expected loss {loss} (90 % range {range}), "
            "{methods}.",
        ),
    )
    if time:
        text = by_article(
            size,
            translate(
                "Goal seek",
                "To match a {size} model trained on {tokens} tokens, expected loss {loss} (90 % range {range}) "
                "within {time}, {methods}.",
            ),
            translate(
                "Goal seek",
                "To match an {size} model trained on {tokens} tokens, expected loss {loss} (90 % range {range}) "
                "within {time}, {methods}.",
            ),
        )
    return text.format(
        size=size,
        tokens=format_tokens(goal.tokens),
        loss=format_loss(numbers.loss),
        range=format_range(*numbers.loss_interval, format_loss),
        time=time,
        methods=methods,
    )


def _takes(numbers: GoalNumbers, effort: Effort) -> str:
    """Return "7.4 days and $9,980", "24 accelerators and $9,980", or FLOPs."""
    amount = effort_text(numbers, effort)
    if numbers.goal.hours is not None and effort.count is not None:
        amount = accelerators_text(effort.count)
    if effort.cost is None:
        return amount
    cost = format_money(effort.cost, numbers.plan.currency)
    return translate("Goal seek", "{amount} and {cost}", "amount: of time, of accelerators").format(
        amount=amount, cost=cost
    )


def accelerators_text(count: int) -> str:
    """Return "24 accelerators"."""
    return translate("Goal seek", "{count} accelerator(s)", "", count).format(count=exact_number(count))


def _wanted_sentence(numbers: GoalNumbers) -> str:
    direct, own = numbers.direct, numbers.own
    cannot = {result.key: reason_out_of_reach(numbers, result) for result in numbers.results}
    if all(cannot.values()):
        nearest = min(numbers.results, key=lambda result: result.floor or 0.0)
        return translate("Goal seek", "{statement}.").format(statement=cannot[nearest.key])
    reached = [result for result in (direct, own) if not cannot[result.key]]
    missed = [result for result in (direct, own) if cannot[result.key]]
    if not reached:
        others = [result for result in numbers.results if not cannot[result.key]]
        cheapest = min(others, key=lambda result: result.effort.compute_flops if result.effort else float("inf"))
        reached, missed = [cheapest], [own]
    methods = _cost_clause(numbers, reached[0])
    if len(reached) > 1:
        text = translate("Goal seek", "{first}; {second}")
        methods = text.format(first=methods, second=_cost_clause(numbers, reached[1]))
    return " ".join([_aimed(numbers, methods), *(_failure(numbers, result) for result in missed)])


def _cost_clause(numbers: GoalNumbers, result: MethodResult) -> str:
    """Return "training directly takes 7.4 days and $9,980"."""
    assert result.effort is not None, "what is in reach has an effort"
    text = translate("Goal seek", "{method} takes {effort}")
    return text.format(method=_subject(numbers, result), effort=_takes(numbers, result.effort))


def _failure(numbers: GoalNumbers, result: MethodResult) -> str:
    """Return the sentence on a method that misses the goal: its floor is too high, or the deadline too near."""
    method = capital(_subject(numbers, result))
    if result.effort is None:
        text = translate("Goal seek", "{method} never gets there: its floor is {floor}.")
        return text.format(method=method, floor=format_loss(result.floor or 0))
    text = translate("Goal seek", "{method} takes more than {count} accelerators by then.")
    return text.format(method=method, count=exact_number(MOST_ACCELERATORS))


def _spent_sentence(numbers: GoalNumbers) -> str:
    goal, plan = numbers.goal, numbers.plan
    effort = next(result.effort for result in numbers.results if result.effort is not None)
    assert plan.hardware is not None and effort.hours is not None, "money and time need hardware"
    if goal.kind == "money":
        text = translate("Goal seek", "{money} buys {time} of {accelerators}: an expected loss of {losses}.")
    elif effort.cost is None:
        text = translate("Goal seek", "{time} of {accelerators} bring an expected loss of {losses}.")
    else:
        text = translate("Goal seek", "{time} of {accelerators} for {money} bring an expected loss of {losses}.")
    money = goal.money if goal.kind == "money" else effort.cost
    sentence = text.format(
        money=format_money(money or 0, plan.currency),
        time=format_duration(effort.hours),
        accelerators=accelerators_text(plan.hardware.count),
        losses=_losses(numbers),
    )
    return sentence if goal.kind == "money" else capital(sentence)


def _losses(numbers: GoalNumbers) -> str:
    """Return "2.001 (90 % range 1.990–2.012) by distilling … and 2.043 (90 % range …) by training directly"."""
    each = [
        translate("Goal seek", "{loss} (90 % range {range}) by {method}").format(
            loss=format_loss(result.loss),
            range=format_range(*result.loss_interval, format_loss),
            method=_subject(numbers, result),
        )
        for result in (numbers.own, numbers.direct)
        if result.loss is not None and result.loss_interval is not None
    ]
    if len(each) == 1:
        return each[0]
    return translate("Goal seek", "{first} and {second}", "two losses").format(first=each[0], second=each[1])
