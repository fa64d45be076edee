"""The Check page's groups on what follows: the verdict, limits and good teachers, and serving."""

from __future__ import annotations

from math import sqrt

import numpy as np

from advisor.baseline import direct_floor, flops_to_train_directly
from advisor.language import translate
from advisor.laws import supervised_floor, supervised_loss, tokens_for_supervised_loss
from advisor.quantities import format_flops, format_loss, format_ratio, format_share
from advisor.recommendation import Method
from advisor.repetition import effective_token_limit, tokens_for_effective
from advisor.uncertainty import DISTILL_FROM, SUPERVISED_UP_TO

from .law import LawRows
from .rows import CheckGroup, CheckRow, row
from .words import (
    advisors_rule,
    appendix,
    as_in_plan,
    both,
    equation,
    from_plan,
    nats,
    parameters_text,
    parameters_unit,
    rows_above,
    searched,
    study_table,
    tokens_text,
    tokens_unit,
)


def verdict_text(method: Method) -> str:
    """Return the verdict in words."""
    if method == "distill":
        return translate("Check page", "Distil")
    if method == "supervised":
        return translate("Check page", "Train directly")
    return translate("Check page", "Too close to call")


def verdict_group(law: LawRows) -> CheckGroup:
    """Return the difference, how likely distilling is better, the verdict, and what the difference is worth."""
    solution = law.solution
    error = law.coefficients.relative_error
    losses = {**law.known, "L": solution.supervised.loss, "L_S": solution.distillation.loss}
    gap = solution.distillation.loss - solution.supervised.loss
    spread = solution.supervised.loss * sqrt(2) * error
    rule = translate("Check page", "Distil from {high} on, train directly up to {low}, too close to call between")
    rule = rule.format(high=format_share(DISTILL_FROM), low=format_share(SUPERVISED_UP_TO))
    rows = [
        row("relative_error", "σ", translate("Check page", "Error of a predicted loss, relative"), error,
            format_share(error), note=translate("Check page", "Standard deviation, from the coefficient set"),
            source=translate("Check page", "Coefficient set")),
        row("loss_difference", "L_S − L", translate("Check page", "Distilling minus training directly"), gap,
            format_loss(gap), unit=nats(), formula="{L_S} − {L}", inputs=losses,
            note=translate("Check page", "Below zero: distilling is better"),
            source=both(equation(1), equation(8))),
        row("spread", "", translate("Check page", "Error of the difference of two independent losses"), spread,
            format_loss(spread), unit=nats(), formula="{L} × sqrt(2) × {σ}", inputs=losses, source=advisors_rule()),
        row("probability", "p", translate("Check page", "Probability that distilling is better"), solution.probability,
            _percent(solution.probability), formula="Φ(({L} − {L_S}) / ({L} × sqrt(2) × {σ}))", inputs=losses,
            note=translate("Check page", "Φ is the normal distribution's cumulative share"), source=advisors_rule()),
        CheckRow("verdict", "", translate("Check page", "Verdict"), verdict_text(solution.method), note=rule,
            source=advisors_rule()),
    ]  # fmt: skip
    return CheckGroup("verdict", translate("Check page", "Verdict"), (*rows, *_equivalent(law, losses)))


def _percent(p: float) -> str:
    if p > 0.99:
        return translate("Check page", "Over 99 %")
    return translate("Check page", "Under 1 %") if p < 0.01 else format_share(p, 2)


def _equivalent(law: LawRows, losses: dict[str, float]) -> tuple[CheckRow, ...]:
    """Return the rows that lead to the compute with which training directly reaches L_S, or why none does."""
    solution, size = law.solution, law.known["N_S"]
    floor = float(direct_floor(size, solution.world))
    meaning = translate("Check page", "Compute to reach the distilled loss directly, over the plan's")
    if solution.compute_equivalent is None:
        note = translate("Check page", "Training directly on this text stays above {floor}, however long it runs")
        note = note.format(floor=format_loss(floor))
        beyond = translate("Check page", "Out of reach")
        source = both(equation(1), equation(35))
        return (CheckRow("compute_equivalent", "", meaning, beyond, note=note, source=source),)
    worth = float(tokens_for_supervised_loss(size, losses["L_S"], law.coefficients.supervised))
    unique = law.known["U_S"]
    tokens = float(tokens_for_effective(worth, unique))
    flops = float(flops_to_train_directly(size, losses["L_S"], solution.world))
    repeated, solved = worth > unique, translate("Check page", "solved for D")
    inputs = {**losses, "D needed": tokens, "D worth": worth, "FLOPs needed": flops}
    rows = [
        row("tokens_worth", "", translate("Check page", "Fresh tokens that would reach the distilled loss directly"),
            worth, tokens_text(worth), unit=tokens_unit(),
            formula="({B} / (({L_S} − {E})^(1 / {γ}) − {A} / {N_S}^{α}))^(1 / {β})", inputs=inputs,
            source=both(equation(1), solved)),
    ]  # fmt: skip
    if repeated:
        rows.append(
            row("tokens_needed", "", translate("Check page", "The same with this text repeated"), tokens,
                tokens_text(tokens), unit=tokens_unit(),
                formula="{U_S} × (1 − {R*} × ln(1 − ({D worth} / {U_S} − 1) / {R*}))", inputs=inputs,
                source=both(translate("Check page", "Muennighoff et al. 2023"), solved))
        )  # fmt: skip
    rows += [
        row("flops_needed", "", translate("Check page", "Compute for that"), flops, format_flops(flops), unit="FLOPs",
            formula=f"3 × {{F(N_S)}} × {{{'D needed' if repeated else 'D worth'}}}", inputs=inputs,
            source=study_table(2)),
        row("compute_equivalent", "", meaning, solution.compute_equivalent,
            format_ratio(solution.compute_equivalent), formula="{FLOPs needed} / {C}", inputs=inputs,
            source=rows_above()),
    ]  # fmt: skip
    return tuple(rows)


def limits_group(law: LawRows) -> CheckGroup:
    """Return the least loss this size can reach directly, and the teacher sizes that do as well as the best."""
    solution, distilled = law.solution, law.solution.distillation
    size, free = law.known["N_S"], solution.free
    text = solution.world.student_text
    floor = float(supervised_floor(size, law.coefficients.supervised))
    rows = [
        row("floor", "", translate("Check page", "Floor: the least loss of this size on unlimited text"), floor,
            format_loss(floor), unit=nats(), formula="{E} + ({A} × {N_S}^(−{α}))^{γ}", inputs=law.known,
            source=equation(35)),
    ]  # fmt: skip
    if text.unique_tokens < np.inf:
        most = float(effective_token_limit(text.unique_tokens)) if text.allow_repeats else text.unique_tokens
        least = float(supervised_loss(size, most, law.coefficients.supervised))
        rows += [
            row("most_tokens", "D_max", translate("Check page", "The most this text can be worth"), most,
                tokens_text(most), unit=tokens_unit(), formula="{U_S} × (1 + {R*})" if text.allow_repeats else "{U_S}",
                inputs=law.known,
                source=translate("Check page", "Muennighoff et al. 2023") if text.allow_repeats else from_plan()),
            row("floor_on_text", "", translate("Check page", "Floor of this size on this text"), least,
                format_loss(least), unit=nats(), formula="{E} + ({A} / {N_S}^{α} + {B} / {D_max}^{β})^{γ}",
                inputs={**law.known, "D_max": most}, source=equation(1)),
        ]  # fmt: skip
    threshold = free.loss * (1 + law.coefficients.relative_error)
    best_note = translate("Check page", "The student loss when distilling, above")
    if solution.candidates:
        best_note = searched()
        rows += [
            row("best_teacher", "", translate("Check page", "Best size a teacher could have"), free.teacher.parameters,
                parameters_text(free.teacher.parameters), unit=parameters_unit(), note=searched(),
                source=equation(10)),
        ]  # fmt: skip
    rows += [
        row("best_loss", "L_S,best", translate("Check page", "Student loss with the best possible teacher"), free.loss,
            format_loss(free.loss), unit=nats(), note=best_note, source=equation(10)),
        row("good_enough_loss", "L_S,good", translate("Check page", "Loss that counts as good enough"), threshold,
            format_loss(threshold), unit=nats(), formula="(1 + {σ}) × {L_S,best}",
            inputs={**law.known, "L_S,best": free.loss}, source=advisors_rule()),
    ]  # fmt: skip
    bounds = solution.world.parameters_range
    ends = distilled.teacher_parameters_range or ()
    named = (
        ("smallest", translate("Check page", "The smallest good teacher")),
        ("largest", translate("Check page", "The largest good teacher")),
    )
    for (end, meaning), value, bound in zip(named, ends, bounds, strict=False):
        held = abs(value / bound - 1) < 1e-9
        note = translate("Check page", "Found by search: its student's loss is just good enough")
        if held:
            note = translate("Check page", "As far as the plan allows")
        rows.append(
            row(f"{end}_teacher", "", meaning, value, parameters_text(value), unit=parameters_unit(), note=note,
                source=equation(10))
        )  # fmt: skip
    return CheckGroup("limits", translate("Check page", "Limits and good teachers"), tuple(rows))


def serving_group(law: LawRows) -> CheckGroup | None:
    """Return what serving the student over its life costs, None where the plan does not say how much it serves."""
    served = law.plan.student.served_tokens
    if served is None:
        return None
    cost = law.known["F(N_S)"] * served
    inputs = {**law.known, "served": served, "serving": cost}
    rows = [
        row("served", "", translate("Check page", "Tokens the student serves in its life"), served, tokens_text(served),
            unit=tokens_unit(), note=as_in_plan()),
        row("serving", "", translate("Check page", "Compute to serve them"), cost, format_flops(cost), unit="FLOPs",
            formula="{F(N_S)} × {served}", inputs=inputs, source=both(appendix("H"), equation(69))),
    ]  # fmt: skip
    ways = (
        ("distilling", translate("Check page", "Compute of its whole life, distilling"),
         law.solution.distillation.flops.total),
        ("training", translate("Check page", "Compute of its whole life, training directly"),
         law.solution.supervised_flops),
    )  # fmt: skip
    for way, meaning, flops in ways:
        total = flops + cost
        rows.append(
            row(f"lifetime_{way}", "", meaning, total, format_flops(total), unit="FLOPs",
                formula="{training} + {serving}", inputs={**inputs, "training": flops}, source=equation(9))
        )  # fmt: skip
    return CheckGroup("serving", translate("Check page", "Serving"), tuple(rows))
