"""The Check page's groups beside the answer: the teachers that exist, Table 2's scenarios, and the coefficients."""

from __future__ import annotations

import numpy as np

from advisor.candidate_ranks import rank_texts
from advisor.coefficients import BUILT_IN_SETS, DEFAULT_SET, coefficient_intervals
from advisor.flops import forward_flops
from advisor.language import translate
from advisor.matters.uncertain import decimals
from advisor.names import scenario_labels
from advisor.plan import Candidate
from advisor.quantities import exact_number, format_loss, format_share
from advisor.recommendation import CandidateResult, Scenario
from advisor.scenarios import SCENARIO_SHARES
from advisor.solution import candidate_loss
from advisor.world import Text

from .answer import student_token_row
from .law import LawRows
from .rows import CheckGroup, CheckRow, row
from .words import (
    as_in_plan,
    both,
    equation,
    nats,
    parameters_text,
    parameters_unit,
    repetition_study,
    searched,
    study_table,
    tokens_text,
    tokens_unit,
    worth,
)

AS_PRINTED = BUILT_IN_SETS[1]
WORST_AS_PRINTED = 0.059
"""How far the law as printed is off at most from the study's own measurements, relative."""

FIELDS = {
    "E": "E", "A": "A", "B": "B", "α": "alpha", "β": "beta", "γ": "gamma", "A′": "A", "B′": "B", "α′": "alpha",
    "β′": "beta", "γ′": "gamma", "c_0": "c0", "c_1": "c1", "f_1": "f1", "d_1": "d1",
}  # fmt: skip
"""What the coefficients of `LawRows` are called in their law's part of a coefficient set."""


def coefficient_words() -> dict[str, str]:
    """Return what each coefficient stands for, by its symbol."""
    return {
        "E": translate("Check page", "Loss that nothing reduces"),
        "A": translate("Check page", "Scale of size"),
        "B": translate("Check page", "Scale of text"),
        "α": translate("Check page", "Power of size"),
        "β": translate("Check page", "Power of text"),
        "γ": translate("Check page", "Power of both together"),
        "A′": translate("Check page", "Scale of student size"),
        "B′": translate("Check page", "Scale of student text"),
        "α′": translate("Check page", "Power of student size"),
        "β′": translate("Check page", "Power of student text"),
        "γ′": translate("Check page", "Power of both together"),
        "c_0": translate("Check page", "Power of the teacher's loss"),
        "c_1": translate("Check page", "How hard weak teachers are punished"),
        "f_1": translate("Check page", "How suddenly a teacher becomes too weak"),
        "d_1": translate("Check page", "How weak a teacher may be"),
    }


def candidate_groups(law: LawRows) -> tuple[CheckGroup, ...]:
    """Return for each existing teacher the rows from its loss to its student's, in the plan's order."""
    candidates = law.plan.teacher.candidates
    pairs = zip(candidates, law.solution.candidates, strict=False)
    ranks = rank_texts(law.plan, law.solution.candidates)
    return tuple(_candidate(law, number, *pair, ranks[pair[1].name]) for number, pair in enumerate(pairs, 1))


def _candidate(law: LawRows, number: int, candidate: Candidate, result: CandidateResult, rank_text: str) -> CheckGroup:
    loss = candidate_loss(candidate, law.solution.world)
    forward = law.forward("T", candidate.parameters)
    rows = [
        row("parameters", "N_T", translate("Check page", "Size of the teacher without embeddings"),
            candidate.parameters, parameters_text(candidate.parameters), unit=parameters_unit(), note=as_in_plan()),
        forward,
    ]  # fmt: skip
    if candidate.loss is not None:
        rows.append(
            row("teacher_loss", "L_T", translate("Check page", "Loss of the teacher"), loss, format_loss(loss),
                unit=nats(), note=as_in_plan())
        )  # fmt: skip
    elif candidate.training_tokens is not None:
        seen = candidate.training_tokens
        rows += [
            row("tokens", "D_T", translate("Check page", "Tokens the teacher was trained on"), seen, tokens_text(seen),
                unit=tokens_unit(), note=as_in_plan()),
            law.supervised("teacher_loss", "L_T", translate("Check page", "Loss of the teacher"),
                           ("N_T", candidate.parameters), ("D_T", seen),
                           translate("Check page", "Estimated as if it had been trained on your text")),
        ]  # fmt: skip
    inputs = {**law.known, "F(N_T)": forward.value or 0.0}
    rows += _student(law, result.student_tokens, loss, inputs, training_paid=False)
    note = translate("Check page", "1 is the lowest student loss")
    if rank_text != str(result.rank):
        note = translate(
            "Check page", "{rank} by the lowest student loss; teachers that share ranks are too close to tell apart"
        ).format(rank=result.rank)
    rank = CheckRow("rank", "", translate("Check page", "Rank among your teachers"), rank_text,
                    value=float(result.rank), note=note,
                    source=translate("Check page", "L_S of each"))  # fmt: skip
    title = translate("Check page", "Candidate: {name}").format(name=candidate.name)
    return CheckGroup(f"candidate_{number}", title, (*rows, rank))


def _student(
    law: LawRows, tokens: float, teacher_loss: float, inputs: dict[str, float], training_paid: bool
) -> list[CheckRow]:
    """Return the rows of D_S, what it is worth, L̃_S and L_S for a teacher of this loss."""
    text = law.solution.world.student_text
    rows = [student_token_row(law, tokens, inputs, training_paid)]
    seen = law.student_tokens("D_S")
    if seen != "D_S":
        rows.append(law.effective("effective_tokens", seen, worth(), ("D_S", tokens), text, "U_S"))
    meaning = translate("Check page", "Student loss")
    rows += law.distilled("loss", "L_S", meaning, float(text.effective(tokens)), teacher_loss)
    return rows


def scenario_groups(law: LawRows) -> tuple[CheckGroup, ...]:
    """Return the rows of Table 2's four scenarios, each with the best teacher it could have."""
    return tuple(
        _scenario(law, name, scenario) if scenario is not None else _cannot_be_paid(name)
        for name, scenario in law.solution.scenarios.items()
    )


def _title(name: str) -> str:
    return both(study_table(2), scenario_labels()[name])


def _cannot_be_paid(name: str) -> CheckGroup:
    note = translate("Check page", "Even the smallest teacher allowed costs more than the whole budget")
    meaning, none = translate("Check page", "Student loss"), translate("Check page", "None")
    nothing = CheckRow("loss", "L_S", meaning, none, note=note, source=equation(9))
    return CheckGroup(name, _title(name), (nothing,), folded=True)


def _scenario(law: LawRows, name: str, scenario: Scenario) -> CheckGroup:
    outputs, training = SCENARIO_SHARES[name]
    world, teacher = law.solution.world, scenario.teacher
    tokens = teacher.training_tokens or 0.0
    text = world.teacher_text if training > 0 else Text()
    inputs = {
        **law.known, "d_lgt": outputs, "d_pre": training, "N_T": teacher.parameters, "D_T": tokens,
        "F(N_T)": float(forward_flops(teacher.parameters, law.architecture)),
    }  # fmt: skip
    why_this_size = searched()
    if not outputs and not training:
        why_this_size = translate("Check page", "Any teacher of this loss does as well")
    rows = [
        row("outputs_share", "d_lgt", translate("Check page", "Share of the teacher's outputs paid for"), outputs,
            format_share(outputs), note=translate("Check page", "As the scenario has it"), source=study_table(2)),
        row("training_share", "d_pre", translate("Check page", "Share of the teacher's training paid for"), training,
            format_share(training), note=translate("Check page", "As the scenario has it"), source=study_table(2)),
        row("parameters", "N_T", translate("Check page", "Size of the teacher without embeddings"), teacher.parameters,
            parameters_text(teacher.parameters), unit=parameters_unit(),
            note=why_this_size, source=equation(10)),
        law.forward("T", teacher.parameters),
        row("tokens", "D_T", translate("Check page", "Tokens the teacher was trained on"), tokens, tokens_text(tokens),
            unit=tokens_unit(), note=translate("Check page", "Found by search with the size"), source=equation(10)),
    ]  # fmt: skip
    seen = "D_T"
    if text.unique_tokens < np.inf:
        seen = "D_T,eff"
        rows.append(law.effective("effective_teacher_tokens", seen, worth(), ("D_T", tokens), text, "U_T"))
    effective = float(text.effective(tokens))
    rows.append(
        law.supervised(
            "teacher_loss", "L_T", translate("Check page", "Loss of the teacher"), ("N_T", teacher.parameters),
            (seen, effective),
        )
    )  # fmt: skip
    rows += _student(law, scenario.student_tokens, teacher.loss, inputs, training_paid=training > 0)
    return CheckGroup(name, _title(name), tuple(rows), folded=True)


def coefficient_sentence(law: LawRows) -> str:
    """Return in one sentence which coefficients the answer rests on."""
    chosen = law.coefficients
    if chosen.id == DEFAULT_SET:
        return translate(
            "Check page",
            "This answer rests on the published coefficients (Busbridge 2025, Table 6) with student tokens counted in "
            "thousands, which agrees with the study's own measurements to {error}.",
        ).format(error=format_share(chosen.relative_error))
    if chosen.id == AS_PRINTED:
        return translate(
            "Check page",
            "This answer rests on the published coefficients read exactly as printed (Busbridge 2025, Table 6), which "
            "contradicts the study's own measurements by up to {error}: use it for comparison only.",
        ).format(error=format_share(WORST_AS_PRINTED))
    return translate(
        "Check page", "This answer rests on your own coefficients, “{name}”, whose error is {error}."
    ).format(name=chosen.name, error=format_share(chosen.relative_error))


def coefficient_group(law: LawRows) -> CheckGroup:
    """Return the set's name, source and every coefficient, with the published intervals where it has them."""
    chosen = law.coefficients
    built_in = chosen.id in BUILT_IN_SETS
    source = study_table(6) if built_in else translate("Check page", "Coefficient set")
    rows = [
        CheckRow("set", "", translate("Check page", "Coefficient set"), chosen.name, note=chosen.source,
                 source=translate("Check page", "Identifier {name}").format(name=chosen.id)),
        row("relative_error", "σ", translate("Check page", "Error of a predicted loss, relative"),
            chosen.relative_error, format_share(chosen.relative_error),
            note=chosen.note or translate("Check page", "Root mean square over the set's runs"),
            source=translate("Check page", "Coefficient set")),
    ]  # fmt: skip
    intervals, words = coefficient_intervals(chosen), coefficient_words()
    for name, field in FIELDS.items():
        distilling = "′" in name or "_" in name
        ends = intervals["distillation" if distilling else "supervised"].get(field)
        note = translate("Check page", "Fixed at its start when fitted") if built_in else ""
        if ends is not None:
            # As printed in Table 6, whose ends keep their zeros: 1.190–1.247.
            low, high = (decimals(end, 3) if end < 100 else exact_number(end) for end in ends)
            note = translate("Check page", "90 % interval {low}–{high}, taken alone").format(low=low, high=high)
        value = law.known[name]
        rows.append(
            row(name, name, words[name], value, exact_number(value), note=note,
                source=both(source, equation(8 if distilling else 1)))
        )  # fmt: skip
    unit = row("token_unit", "", translate("Check page", "Tokens are counted in, beside B′"), law.unit,
               exact_number(law.unit), unit=tokens_unit(),
               note=translate("Check page", "Table 6 prints no unit") if built_in else "", source=source)  # fmt: skip
    repeats = row("R*", "R*", translate("Check page", "Repeats after which one more is worth 1/e of fresh text"),
                  law.known["R*"], exact_number(law.known["R*"]), source=repetition_study())  # fmt: skip
    title, text = translate("Check page", "Coefficients"), coefficient_sentence(law)
    return CheckGroup("coefficients", title, (*rows, unit, repeats), text=text)
