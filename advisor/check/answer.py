"""The Check page's groups on both choices: the teacher, distilling, and training directly."""

from __future__ import annotations

import numpy as np

from advisor.language import translate
from advisor.names import teacher_name
from advisor.quantities import format_flops, format_loss
from advisor.world import Text

from .law import LawRows
from .plan import unique_text
from .rows import CheckGroup, CheckRow, pure, row
from .words import (
    as_in_plan,
    both,
    equation,
    from_plan,
    nats,
    parameters_text,
    parameters_unit,
    searched,
    study_table,
    tokens_text,
    tokens_unit,
    worth,
)


def teacher_group(law: LawRows) -> CheckGroup:
    """Return the teacher distilled from: its size, what it costs a token, its tokens and its loss."""
    solution = law.solution
    teacher, candidate = solution.distillation.teacher, solution.best_candidate
    given = candidate is not None
    free_loss = solution.shares == (0.0, 0.0) and not given
    size_note = as_in_plan() if given else searched()
    if free_loss:
        size_note = translate(
            "Check page", "The cheapest to train of all teachers with this loss; any of them does as well"
        )
    rows = [
        row("parameters", "N_T", translate("Check page", "Size of the teacher without embeddings"), teacher.parameters,
            parameters_text(teacher.parameters), unit=parameters_unit(), note=size_note,
            source=from_plan() if given else equation(10)),
        *law.shape("T", teacher.parameters),
    ]  # fmt: skip
    stated = candidate is not None and candidate.loss is not None
    text = solution.world.teacher_text if solution.shares[1] > 0 and not given else Text()
    tokens = teacher.training_tokens
    seen = "D_T"
    if text.unique_tokens < np.inf:
        rows.append(
            unique_text("teacher_text", "U_T", translate("Check page", "Text for the teacher, each token once"),
                        text.unique_tokens, text.allow_repeats)
        )  # fmt: skip
    if tokens is None:
        meaning = translate("Check page", "Tokens the teacher was trained on")
        rows.append(CheckRow("tokens", "D_T", meaning, translate("Check page", "Not known"), source=from_plan()))
    else:
        rows.append(
            row("tokens", "D_T", translate("Check page", "Tokens the teacher was trained on"), tokens,
                tokens_text(tokens), unit=tokens_unit(), note=_why_these_tokens(law, tokens, given, free_loss),
                source=from_plan() if given else equation(10))
        )  # fmt: skip
        if not stated and text.unique_tokens < np.inf:
            seen = "D_T,eff"
            rows.append(law.effective("effective_tokens", seen, worth(), ("D_T", tokens), text, "U_T"))
    if stated:
        rows.append(
            row("loss", "L_T", translate("Check page", "Loss of the teacher"), teacher.loss, format_loss(teacher.loss),
                unit=nats(), note=as_in_plan())
        )  # fmt: skip
    elif tokens is not None:
        note = translate("Check page", "Estimated as if it had been trained on your text") if given else ""
        seen_tokens = float(text.effective(tokens))
        rows.append(
            law.supervised("loss", "L_T", translate("Check page", "Loss of the teacher"), ("N_T", teacher.parameters),
                           (seen, seen_tokens), note)
        )  # fmt: skip
    title = translate("Check page", "Teacher: {name}").format(name=teacher_name(teacher))
    return CheckGroup("teacher", title, tuple(rows))


def _why_these_tokens(law: LawRows, tokens: float, given: bool, free_loss: bool) -> str:
    if given:
        return as_in_plan()
    if tokens >= law.plan.teacher.max_training_tokens * (1 - 1e-9):
        return translate("Check page", "The most the plan allows a teacher to have seen")
    if law.solution.shares[1] > 0 and tokens >= law.solution.world.teacher_text.token_limit * (1 - 1e-9):
        return translate("Check page", "All the text there is for a teacher")
    return translate("Check page", "The cheapest way to train a teacher of this loss") if free_loss else searched()


def distillation_group(law: LawRows) -> CheckGroup:
    """Return Eq. 8 part by part, its range, and what each phase costs (Eq. 9)."""
    solution, distilled = law.solution, law.solution.distillation
    teacher, flops, text = distilled.teacher, distilled.flops, solution.world.student_text
    size_cost = law.forward("T", teacher.parameters).value or 0.0
    inputs = {
        **law.known, "F(N_T)": size_cost, "D_S": distilled.student_tokens, "L_T": teacher.loss,
        "D_T": teacher.training_tokens or 0.0,
    }  # fmt: skip
    rows = [student_token_row(law, distilled.student_tokens, inputs, training_paid=flops.teacher_training > 0)]
    tokens = law.student_tokens("D_S")
    effective = distilled.effective_student_tokens
    if tokens != "D_S":
        seen = ("D_S", distilled.student_tokens)
        rows.append(law.effective("effective_tokens", tokens, worth(), seen, text, "U_S"))
    meaning = translate("Check page", "Student loss when distilling")
    whole = law.distilled("loss", "L_S", meaning, effective, teacher.loss)
    supervised = whole[0].value or 0.0
    inputs |= {tokens: effective, "L̃_S": supervised}
    strength, weak, left = _parts(law, inputs, tokens)
    rows += [
        whole[0],
        strength,
        weak,
        left,
        row("loss", "L_S", meaning, distilled.loss, format_loss(distilled.loss), unit=nats(),
            formula="{L_T} + {strength} × {weakness} × {reducible}",
            inputs={"L_T": teacher.loss, "strength": strength.value or 0.0, "weakness": weak.value or 0.0,
                    "reducible": left.value or 0.0},
            source=equation(8)),
        *law.interval("L_S", distilled.loss, distilled.loss_interval),
        row("flops_student_training", "", translate("Check page", "Compute to train the student"),
            flops.student_training, format_flops(flops.student_training), unit="FLOPs", formula="3 × {F(N_S)} × {D_S}",
            inputs=inputs, source=equation(9)),
        row("flops_teacher_outputs", "", translate("Check page", "Compute for the teacher's outputs"),
            flops.teacher_outputs, format_flops(flops.teacher_outputs), unit="FLOPs",
            formula="{d_lgt} × {F(N_T)} × {D_S}", inputs=inputs, source=equation(9)),
        row("flops_teacher_training", "", translate("Check page", "Compute to train the teacher, this student's share"),
            flops.teacher_training, format_flops(flops.teacher_training), unit="FLOPs",
            formula="3 × {d_pre} × {F(N_T)} × {D_T}" if flops.teacher_training > 0 else "", inputs=inputs,
            note="" if flops.teacher_training > 0 else translate("Check page", "Nothing is trained"),
            source=equation(9)),
        row("flops", "", translate("Check page", "All of them"), flops.total, format_flops(flops.total), unit="FLOPs",
            formula="{student training} + {teacher outputs} + {teacher training}", inputs=_phases(law),
            source=equation(9)),
        _left_over(law.known["C"], flops.total),
        *law.time_and_cost(flops.total, None if distilled.hours is None else distilled.hours.total, distilled.cost),
    ]  # fmt: skip
    return CheckGroup("distillation", translate("Check page", "Distilling"), tuple(rows))


def _phases(law: LawRows) -> dict[str, float]:
    flops = law.solution.distillation.flops
    return {
        "student training": flops.student_training,
        "teacher outputs": flops.teacher_outputs,
        "teacher training": flops.teacher_training,
    }


def _left_over(compute: float, used: float) -> CheckRow:
    """Return the row of what is left of the budget; what only rounding leaves is nothing."""
    left = 0.0 if used >= compute * (1 - 1e-9) else compute - used
    return row("flops_left", "", translate("Check page", "Compute left over"), left, format_flops(left), unit="FLOPs",
               formula="{C} − {all of them}", inputs={"C": compute, "all of them": used},
               note="" if left else translate("Check page", "The whole budget is used"),
               source=equation(9))  # fmt: skip


def _parts(law: LawRows, inputs: dict[str, float], tokens: str) -> tuple[CheckRow, CheckRow, CheckRow]:
    """Return the rows of Eq. 8's three factors: strength L_T^(−c0), weakness, and the reducible term."""
    known, unit = law.coefficients.distillation, law.unit
    teacher_loss, supervised = inputs["L_T"], inputs["L̃_S"]
    ratio = np.log(teacher_loss / (supervised * known.d1)) / known.f1
    weakness = float(np.exp(-known.c1 * known.f1 * np.logaddexp(0, ratio)))
    size_term = known.A / inputs["N_S"] ** known.alpha
    reducible = float((size_term + known.B / (inputs[tokens] / unit) ** known.beta) ** known.gamma)
    strength = teacher_loss**-known.c0
    return (
        row("strength", "strength", translate("Check page", "Grows as the teacher becomes stronger"), strength,
            pure(strength), formula="{L_T}^(−{c_0})", inputs=inputs,
            source=both(equation(8), translate("Check page", "first factor"))),
        row("weakness", "weakness", translate("Check page", "Falls from 1 to 0 as the teacher becomes weaker"),
            weakness, pure(weakness), formula=law.weakness(teacher_loss, supervised), inputs=inputs,
            source=both(equation(8), translate("Check page", "second factor"))),
        row("reducible", "reducible", translate("Check page", "What a larger student or more text would reduce"),
            reducible, pure(reducible), formula=law.reducible(tokens), inputs=inputs,
            source=both(equation(8), translate("Check page", "third factor"))),
    )  # fmt: skip


def student_token_row(law: LawRows, tokens: float, inputs: dict[str, float], training_paid: bool) -> CheckRow:
    """Return the row of D_S: what the budget leaves, or all the text there is."""
    outputs = " + {d_lgt} × {F(N_T)}" if inputs["d_lgt"] > 0 else ""
    training = " − 3 × {d_pre} × {F(N_T)} × {D_T}" if training_paid else ""
    formula = f"({{C}}{training}) / (3 × {{F(N_S)}}{outputs})" if training else f"{{C}} / (3 × {{F(N_S)}}{outputs})"
    note = ""
    if law.solution.world.student_text.token_limit < np.inf:
        formula = f"min({formula}, {{U_S}})"
        note = translate("Check page", "The text runs out") if tokens >= law.known["U_S"] * (1 - 1e-9) else ""
    return row(
        "student_tokens", "D_S", translate("Check page", "Tokens the student is trained on when distilling"), tokens,
        tokens_text(tokens), unit=tokens_unit(), formula=formula, inputs=inputs, note=note, source=equation(9),
    )  # fmt: skip


def direct_group(law: LawRows) -> CheckGroup:
    """Return training directly: its tokens, its loss by Eq. 1 and its cost."""
    solution, direct = law.solution, law.solution.supervised
    text = solution.world.student_text
    inputs = {**law.known, "D": direct.tokens}
    formula = "{C} / (3 × {F(N_S)})"
    limited = text.token_limit < np.inf
    rows = [
        row("tokens", "D", translate("Check page", "Tokens the student is trained on directly"), direct.tokens,
            tokens_text(direct.tokens), unit=tokens_unit(),
            formula=f"min({formula}, {{U_S}})" if limited else formula, inputs=inputs,
            note=translate("Check page", "The text runs out") if limited and direct.tokens >= text.token_limit else "",
            source=study_table(2)),
    ]  # fmt: skip
    seen = law.student_tokens("D")
    if seen != "D":
        rows.append(law.effective("effective_tokens", seen, worth(), ("D", direct.tokens), text, "U_S"))
    used = solution.supervised_flops
    rows += [
        law.supervised("loss", "L", translate("Check page", "Student loss when trained directly"),
                       ("N_S", law.known["N_S"]), (seen, direct.effective_tokens)),
        *law.interval("L", direct.loss, direct.loss_interval),
        row("flops", "", translate("Check page", "Compute to train it"), used, format_flops(used), unit="FLOPs",
            formula="3 × {F(N_S)} × {D}", inputs=inputs, source=study_table(2)),
        *law.time_and_cost(used, direct.hours, direct.cost),
    ]  # fmt: skip
    return CheckGroup("supervised", translate("Check page", "Training directly"), tuple(rows))
