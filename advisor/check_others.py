"""The Check page's groups beside the answer: the teachers that exist, Table 2's scenarios, and the coefficients."""

from __future__ import annotations

import numpy as np

from .check_answer import SEARCHED, student_token_row
from .check_law import NATS, LawRows
from .check_plan import AS_IN_PLAN
from .check_rows import CheckGroup, CheckRow, row
from .coefficients import BUILT_IN_SETS, DEFAULT_SET, coefficient_intervals
from .flops import forward_flops
from .names import SCENARIO_LABELS
from .plan import Candidate
from .quantities import exact_number, format_loss, format_parameters, format_share, format_tokens
from .recommendation import CandidateResult, Scenario
from .scenarios import SCENARIO_SHARES
from .solution import candidate_loss
from .world import Text

AS_PRINTED = BUILT_IN_SETS[1]
FIELDS = {
    "E": "E", "A": "A", "B": "B", "α": "alpha", "β": "beta", "γ": "gamma", "A′": "A", "B′": "B", "α′": "alpha",
    "β′": "beta", "γ′": "gamma", "c_0": "c0", "c_1": "c1", "f_1": "f1", "d_1": "d1",
}  # fmt: skip
"""What the coefficients of `LawRows` are called in their law's part of a coefficient set."""

COEFFICIENT_WORDS = {
    "E": "Loss that nothing reduces", "A": "Scale of size", "B": "Scale of text", "α": "Power of size",
    "β": "Power of text", "γ": "Power of both together", "A′": "Scale of student size",
    "B′": "Scale of student text", "α′": "Power of student size", "β′": "Power of student text",
    "γ′": "Power of both together", "c_0": "Power of the teacher's loss", "c_1": "How hard weak teachers are punished",
    "f_1": "How suddenly a teacher becomes too weak", "d_1": "How weak a teacher may be",
}  # fmt: skip


def candidate_groups(law: LawRows) -> tuple[CheckGroup, ...]:
    """Return for each existing teacher the rows from its loss to its student's, in the plan's order."""
    candidates = law.plan.teacher.candidates
    pairs = zip(candidates, law.solution.candidates, strict=False)
    return tuple(_candidate(law, number, *pair) for number, pair in enumerate(pairs, 1))


def _candidate(law: LawRows, number: int, candidate: Candidate, result: CandidateResult) -> CheckGroup:
    loss = candidate_loss(candidate, law.solution.world)
    forward = law.forward("T", candidate.parameters, "teacher")
    rows = [
        row("parameters", "N_T", "Size of the teacher without embeddings", candidate.parameters,
            f"{format_parameters(candidate.parameters)} parameters", unit="parameters", note=AS_IN_PLAN),
        forward,
    ]  # fmt: skip
    if candidate.loss is not None:
        rows.append(
            row("teacher_loss", "L_T", "Loss of the teacher", loss, format_loss(loss), unit=NATS,
                note=AS_IN_PLAN)
        )  # fmt: skip
    elif candidate.training_tokens is not None:
        seen = candidate.training_tokens
        rows += [
            row("tokens", "D_T", "Tokens the teacher was trained on", seen, f"{format_tokens(seen)} tokens",
                unit="tokens", note=AS_IN_PLAN),
            law.supervised("teacher_loss", "L_T", "Loss of the teacher", ("N_T", candidate.parameters), ("D_T", seen),
                           "Estimated as if it had been trained on your text"),
        ]  # fmt: skip
    inputs = {**law.known, "F(N_T)": forward.value or 0.0}
    rows += _student(law, result.student_tokens, loss, inputs, training_paid=False)
    rank = CheckRow("rank", "", "Rank among your teachers", str(result.rank), value=float(result.rank),
                    note="1 is the lowest student loss", source="L_S of each")  # fmt: skip
    return CheckGroup(f"candidate_{number}", f"Candidate: {candidate.name}", (*rows, rank))


def _student(
    law: LawRows, tokens: float, teacher_loss: float, inputs: dict[str, float], training_paid: bool
) -> list[CheckRow]:
    """Return the rows of D_S, what it is worth, L̃_S and L_S for a teacher of this loss."""
    text = law.solution.world.student_text
    rows = [student_token_row(law, tokens, inputs, training_paid)]
    seen = law.student_tokens("D_S")
    if seen != "D_S":
        rows.append(law.effective("effective_tokens", seen, "What they are worth", ("D_S", tokens), text, "U_S"))
    rows += law.distilled("loss", "L_S", "Student loss", float(text.effective(tokens)), teacher_loss)
    return rows


def scenario_groups(law: LawRows) -> tuple[CheckGroup, ...]:
    """Return the rows of Table 2's four scenarios, each with the best teacher it could have."""
    return tuple(
        _scenario(law, name, scenario) if scenario is not None else _cannot_be_paid(name)
        for name, scenario in law.solution.scenarios.items()
    )


def _title(name: str) -> str:
    return f"Table 2, {SCENARIO_LABELS[name]}"


def _cannot_be_paid(name: str) -> CheckGroup:
    note = "Even the smallest teacher allowed costs more than the whole budget"
    nothing = CheckRow("loss", "L_S", "Student loss", "None", note=note, source="Eq. 9")
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
    rows = [
        row("outputs_share", "d_lgt", "Share of the teacher's outputs paid for", outputs, format_share(outputs),
            note="As the scenario has it", source="Table 2"),
        row("training_share", "d_pre", "Share of the teacher's training paid for", training, format_share(training),
            note="As the scenario has it", source="Table 2"),
        row("parameters", "N_T", "Size of the teacher without embeddings", teacher.parameters,
            f"{format_parameters(teacher.parameters)} parameters", unit="parameters",
            note=SEARCHED if outputs or training else "Any teacher of this loss does as well", source="Eq. 10"),
        law.forward("T", teacher.parameters, "teacher"),
        row("tokens", "D_T", "Tokens the teacher was trained on", tokens, f"{format_tokens(tokens)} tokens",
            unit="tokens", note="Found by search with the size", source="Eq. 10"),
    ]  # fmt: skip
    seen = "D_T"
    if text.unique_tokens < np.inf:
        seen = "D_T,eff"
        rows.append(
            law.effective("effective_teacher_tokens", seen, "What they are worth", ("D_T", tokens), text, "U_T")
        )
    worth = float(text.effective(tokens))
    rows.append(
        law.supervised("teacher_loss", "L_T", "Loss of the teacher", ("N_T", teacher.parameters), (seen, worth))
    )
    rows += _student(law, scenario.student_tokens, teacher.loss, inputs, training_paid=training > 0)
    return CheckGroup(name, _title(name), tuple(rows), folded=True)


def coefficient_sentence(law: LawRows) -> str:
    """Return in one sentence which coefficients the answer rests on."""
    chosen = law.coefficients
    if chosen.id == DEFAULT_SET:
        return (
            "This answer rests on the published coefficients (Busbridge 2025, Table 6) with student tokens counted in "
            f"thousands, which agrees with the study's own measurements to {format_share(chosen.relative_error)}."
        )
    if chosen.id == AS_PRINTED:
        return (
            "This answer rests on the published coefficients read exactly as printed (Busbridge 2025, Table 6), which "
            "contradicts the study's own measurements by up to 5.9 %: use it for comparison only."
        )
    return (
        f"This answer rests on your own coefficients, “{chosen.name}”, "
        f"whose error is {format_share(chosen.relative_error)}."
    )


def coefficient_group(law: LawRows) -> CheckGroup:
    """Return the set's name, source and every coefficient, with the published intervals where it has them."""
    chosen = law.coefficients
    built_in = chosen.id in BUILT_IN_SETS
    source = "Table 6" if built_in else "Coefficient set"
    rows = [
        CheckRow("set", "", "Coefficient set", chosen.name, note=chosen.source, source=f"Identifier {chosen.id}"),
        row("relative_error", "σ", "Error of a predicted loss, relative", chosen.relative_error,
            format_share(chosen.relative_error), note=chosen.note or "Root mean square over the set's runs",
            source="Coefficient set"),
    ]  # fmt: skip
    intervals = coefficient_intervals(chosen)
    for name, field in FIELDS.items():
        distilling = "′" in name or "_" in name
        ends = intervals["distillation" if distilling else "supervised"].get(field)
        note = "Fixed at its start when fitted" if built_in else ""
        if ends is not None:
            # As printed in Table 6, whose ends keep their zeros: 1.190–1.247.
            low, high = (f"{end:.3f}" if end < 100 else exact_number(end) for end in ends)
            note = f"90 % interval {low}–{high}, taken alone"
        value = law.known[name]
        rows.append(
            row(name, name, COEFFICIENT_WORDS[name], value, exact_number(value), note=note,
                source=f"{source}, {'Eq. 8' if distilling else 'Eq. 1'}")
        )  # fmt: skip
    unit = row("token_unit", "", "Tokens are counted in, beside B′", law.unit, exact_number(law.unit), unit="tokens",
               note="Table 6 prints no unit" if built_in else "", source=source)  # fmt: skip
    repeats = row("R*", "R*", "Repeats after which one more is worth 1/e of fresh text", law.known["R*"],
                  exact_number(law.known["R*"]), source="Muennighoff et al. 2023, arXiv 2305.16264")  # fmt: skip
    return CheckGroup("coefficients", "Coefficients", (*rows, unit, repeats), text=coefficient_sentence(law))
