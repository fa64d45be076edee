"""The Check page's groups on what follows: the verdict, limits and good teachers, and serving."""

from __future__ import annotations

from math import sqrt

import numpy as np

from .baseline import direct_floor, flops_to_train_directly
from .check_answer import SEARCHED
from .check_law import NATS, LawRows
from .check_plan import AS_IN_PLAN
from .check_rows import CheckGroup, CheckRow, row
from .laws import supervised_floor, supervised_loss, tokens_for_supervised_loss
from .quantities import format_flops, format_loss, format_parameters, format_ratio, format_share, format_tokens
from .repetition import effective_token_limit, tokens_for_effective
from .uncertainty import DISTILL_FROM, SUPERVISED_UP_TO

VERDICTS = {"distill": "Distil", "supervised": "Train directly", "tie": "Too close to call"}


def verdict_group(law: LawRows) -> CheckGroup:
    """Return the difference, how likely distilling is better, the verdict, and what the difference is worth."""
    solution = law.solution
    error = law.coefficients.relative_error
    losses = {**law.known, "L": solution.supervised.loss, "L_S": solution.distillation.loss}
    gap = solution.distillation.loss - solution.supervised.loss
    spread = solution.supervised.loss * sqrt(2) * error
    rule = (
        f"Distil from {format_share(DISTILL_FROM)} on, train directly up to {format_share(SUPERVISED_UP_TO)}, "
        "too close to call between"
    )
    rows = [
        row("relative_error", "σ", "Error of a predicted loss, relative", error, format_share(error),
            note="Standard deviation, from the coefficient set", source="Coefficient set"),
        row("loss_difference", "L_S − L", "Distilling minus training directly", gap, format_loss(gap), unit=NATS,
            formula="{L_S} − {L}", inputs=losses, note="Below zero: distilling is better", source="Eq. 1, Eq. 8"),
        row("spread", "", "Error of the difference of two independent losses", spread, format_loss(spread), unit=NATS,
            formula="{L} × sqrt(2) × {σ}", inputs=losses, source="Advisor's rule"),
        row("probability", "p", "Probability that distilling is better", solution.probability,
            _percent(solution.probability), formula="Φ(({L} − {L_S}) / ({L} × sqrt(2) × {σ}))", inputs=losses,
            note="Φ is the normal distribution's cumulative share", source="Advisor's rule"),
        CheckRow("verdict", "", "Verdict", VERDICTS[solution.method], note=rule, source="Advisor's rule"),
    ]  # fmt: skip
    return CheckGroup("verdict", "Verdict", (*rows, *_equivalent(law, losses)))


def _percent(p: float) -> str:
    return "Over 99 %" if p > 0.99 else "Under 1 %" if p < 0.01 else format_share(p, 2)


def _equivalent(law: LawRows, losses: dict[str, float]) -> tuple[CheckRow, ...]:
    """Return the rows that lead to the compute with which training directly reaches L_S, or why none does."""
    solution, size = law.solution, law.known["N_S"]
    floor = float(direct_floor(size, solution.world))
    meaning = "Compute to reach the distilled loss directly, over the plan's"
    if solution.compute_equivalent is None:
        note = f"Training directly on this text stays above {format_loss(floor)}, however long it runs"
        return (CheckRow("compute_equivalent", "", meaning, "Out of reach", note=note, source="Eq. 1, Eq. 35"),)
    worth = float(tokens_for_supervised_loss(size, losses["L_S"], law.coefficients.supervised))
    unique = law.known["U_S"]
    tokens = float(tokens_for_effective(worth, unique))
    flops = float(flops_to_train_directly(size, losses["L_S"], solution.world))
    repeated = worth > unique
    inputs = {**losses, "D needed": tokens, "D worth": worth, "FLOPs needed": flops}
    rows = [
        row("tokens_worth", "", "Fresh tokens that would reach the distilled loss directly", worth,
            f"{format_tokens(worth)} tokens", unit="tokens",
            formula="({B} / (({L_S} − {E})^(1 / {γ}) − {A} / {N_S}^{α}))^(1 / {β})", inputs=inputs,
            source="Eq. 1, solved for D"),
    ]  # fmt: skip
    if repeated:
        rows.append(
            row("tokens_needed", "", "The same with this text repeated", tokens, f"{format_tokens(tokens)} tokens",
                unit="tokens", formula="{U_S} × (1 − {R*} × ln(1 − ({D worth} / {U_S} − 1) / {R*}))", inputs=inputs,
                source="Muennighoff et al. 2023, solved for D")
        )  # fmt: skip
    rows += [
        row("flops_needed", "", "Compute for that", flops, format_flops(flops), unit="FLOPs",
            formula=f"3 × {{F(N_S)}} × {{{'D needed' if repeated else 'D worth'}}}", inputs=inputs, source="Table 2"),
        row("compute_equivalent", "", meaning, solution.compute_equivalent,
            format_ratio(solution.compute_equivalent), formula="{FLOPs needed} / {C}", inputs=inputs,
            source="Rows above"),
    ]  # fmt: skip
    return tuple(rows)


def limits_group(law: LawRows) -> CheckGroup:
    """Return the least loss this size can reach directly, and the teacher sizes that do as well as the best."""
    solution, distilled = law.solution, law.solution.distillation
    size, free = law.known["N_S"], solution.free
    text = solution.world.student_text
    floor = float(supervised_floor(size, law.coefficients.supervised))
    rows = [
        row("floor", "", "Floor: the least loss of this size on unlimited text", floor, format_loss(floor), unit=NATS,
            formula="{E} + ({A} × {N_S}^(−{α}))^{γ}", inputs=law.known, source="Eq. 35"),
    ]  # fmt: skip
    if text.unique_tokens < np.inf:
        most = float(effective_token_limit(text.unique_tokens)) if text.allow_repeats else text.unique_tokens
        least = float(supervised_loss(size, most, law.coefficients.supervised))
        rows += [
            row("most_tokens", "D_max", "The most this text can be worth", most, f"{format_tokens(most)} tokens",
                unit="tokens", formula="{U_S} × (1 + {R*})" if text.allow_repeats else "{U_S}", inputs=law.known,
                source="Muennighoff et al. 2023" if text.allow_repeats else "Plan"),
            row("floor_on_text", "", "Floor of this size on this text", least, format_loss(least), unit=NATS,
                formula="{E} + ({A} / {N_S}^{α} + {B} / {D_max}^{β})^{γ}", inputs={**law.known, "D_max": most},
                source="Eq. 1"),
        ]  # fmt: skip
    threshold = free.loss * (1 + law.coefficients.relative_error)
    if solution.candidates:
        rows += [
            row("best_teacher", "", "Best size a teacher could have", free.teacher.parameters,
                f"{format_parameters(free.teacher.parameters)} parameters", unit="parameters", note=SEARCHED,
                source="Eq. 10"),
        ]  # fmt: skip
    rows += [
        row("best_loss", "L_S,best", "Student loss with the best possible teacher", free.loss, format_loss(free.loss),
            unit=NATS, note=SEARCHED if solution.candidates else "The student loss when distilling, above",
            source="Eq. 10"),
        row("good_enough_loss", "L_S,good", "Loss that counts as good enough", threshold, format_loss(threshold),
            unit=NATS, formula="(1 + {σ}) × {L_S,best}", inputs={**law.known, "L_S,best": free.loss},
            source="Advisor's rule"),
    ]  # fmt: skip
    bounds = solution.world.parameters_range
    ends = distilled.teacher_parameters_range or ()
    for end, value, bound in zip(("smallest", "largest"), ends, bounds, strict=False):
        held = abs(value / bound - 1) < 1e-9
        rows.append(
            row(f"{end}_teacher", "", f"The {end} good teacher", value, f"{format_parameters(value)} parameters",
                unit="parameters", source="Eq. 10",
                note="As far as the plan allows" if held else "Found by search: its student's loss is just good enough")
        )  # fmt: skip
    return CheckGroup("limits", "Limits and good teachers", tuple(rows))


def serving_group(law: LawRows) -> CheckGroup | None:
    """Return what serving the student over its life costs, None where the plan does not say how much it serves."""
    served = law.plan.student.served_tokens
    if served is None:
        return None
    cost = law.known["F(N_S)"] * served
    inputs = {**law.known, "served": served, "serving": cost}
    rows = [
        row("served", "", "Tokens the student serves in its life", served, f"{format_tokens(served)} tokens",
            unit="tokens", note=AS_IN_PLAN),
        row("serving", "", "Compute to serve them", cost, format_flops(cost), unit="FLOPs",
            formula="{F(N_S)} × {served}", inputs=inputs, source="App. H, Eq. 69"),
    ]  # fmt: skip
    ways = (
        ("distilling", law.solution.distillation.flops.total),
        ("training directly", law.solution.supervised_flops),
    )
    for way, flops in ways:
        total = flops + cost
        rows.append(
            row(f"lifetime_{way.split()[0]}", "", f"Compute of its whole life, {way}", total, format_flops(total),
                unit="FLOPs", formula="{training} + {serving}", inputs={**inputs, "training": flops}, source="Eq. 9")
        )  # fmt: skip
    return CheckGroup("serving", "Serving", tuple(rows))
