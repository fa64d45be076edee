"""The appendix of a report: inputs, assumptions, equations, quantities, coefficients, recipe, trust and sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.check.law import LawRows
from advisor.check.others import coefficient_sentence
from advisor.check.rows import CheckGroup, CheckPage, CheckRow
from advisor.check.words import as_in_plan
from advisor.compare.page import ComparePage
from advisor.language import translate
from advisor.quantities import format_share, format_tokens
from advisor.report.blocks import Block, Column, Row, Section, Table, Words
from advisor.report.evidence_section import LISTED_CANDIDATES, candidate_table, cut_short, pin_table
from advisor.report.plan_inputs import plan_inputs
from advisor.solution import Solution

QUANTITIES = (
    "budget",
    "shape",
    "student",
    "shares",
    "teacher",
    "distillation",
    "supervised",
    "verdict",
    "limits",
    "serving",
)
"""Groups of the Check page that the answer itself rests on, in their order there."""

_BARE_POWER = re.compile(r"\^([\d.]+)")
"""A power in a formula with numbers; in parentheses all of its digits are raised."""


def equations() -> tuple[tuple[str, str, str], ...]:
    """Return number, meaning and formula of the equations of arXiv 2502.08606v2, then the advisor's own two rules."""
    return (
        (
            translate("Report", "Eq. {number}").format(number=1),
            translate("Report", "Loss of a model of N parameters trained directly on D tokens"),
            "L = E + (A / N^α + B / D^β)^γ",
        ),
        (
            translate("Report", "Eq. {number}").format(number=8),
            translate(
                "Report",
                "Loss of a student that learns from a teacher of loss L_T; L̃_S is Eq. 1 for the same student and text",
            ),
            "L_S = L_T + L_T^(−c_0) × (1 + (L_T / (L̃_S × d_1))^(1 / f_1))^(−c_1 × f_1) "
            "× (A′ / N_S^α′ + B′ / D_S^β′)^γ′",
        ),
        (
            translate("Report", "Eq. {number}").format(number=9),
            translate(
                "Report", "What is paid for: d_lgt is the share of the teacher's outputs, d_pre that of its training"
            ),
            "FLOPs = 3 × F(N_S) × D_S + F(N_T) × (d_lgt × D_S + d_pre × 3 × D_T)",
        ),
        (
            translate("Report", "Eq. {number}").format(number=10),
            translate("Report", "The best plan: student tokens, teacher size and teacher tokens are searched for"),
            translate("Report", "L_S is least over D_S, N_T, D_T with FLOPs = C"),
        ),
        (
            translate("Report", "Eq. {number}").format(number=69),
            translate("Report", "Forward compute of one token"),
            "F(N) = 2 × N × (1 + s_1 × n_ctx / N^(1/3) + s_2 × n_vocab / N^(2/3))",
        ),
        (
            translate("Report", "Ranges"),
            translate("Report", "90 % of expected losses"),
            "L ± 1.645 × σ × L",
        ),
        (
            translate("Report", "Verdict"),
            translate("Report", "Probability that distilling is better"),
            "p = Φ((L − L_S) / (L × sqrt(2) × σ))",
        ),
    )


def citations() -> tuple[str, ...]:
    """Return the papers, each with what this answer takes from it."""
    return (
        "Dan Busbridge, Amitis Shidani, Floris Weers, Jason Ramapuram, Etai Littwin, Russ Webb: Distillation Scaling "
        "Laws. Proceedings of the 42nd International Conference on Machine Learning (ICML 2025). arXiv 2502.08606v2.",
        translate("Report", "{paper} What repeated text is worth.").format(
            paper="Niklas Muennighoff and others: Scaling Data-Constrained Language Models. NeurIPS 2023. "
            "arXiv 2305.16264."
        ),
        translate("Report", "{paper} What mixed losses may add that this law does not see.").format(
            paper="Lu and Liu 2026, arXiv 2605.23857."
        ),
    )


def appendix_sections(solution: Solution, check: CheckPage, compare: ComparePage, made: str) -> tuple[Section, ...]:
    """Return the appendix; ``made`` says by which program and when the report was made."""
    sections = [
        Section(
            "inputs",
            translate("Report", "Inputs"),
            tuple(_inputs(solution)),
            new_page=True,
            running_title=translate("Report", "Appendix"),
        ),
        *_in_full(solution, compare),
        Section(
            "assumptions",
            translate("Report", "Assumptions"),
            tuple(Words(text, symbols=True) for text in assumptions(solution)),
        ),
        Section("equations", translate("Report", "Equations"), tuple(_equations())),
        Section("quantities", translate("Report", "Quantities"), tuple(_quantities(check))),
        Section("coefficients", translate("Report", "Coefficients"), tuple(_coefficients(solution, check))),
        Section("recipe", translate("Report", "Recipe"), tuple(_group(check.group("recipe"), titled=False))),
        Section("trust", translate("Report", "How far to trust it"), tuple(_paragraphs(check.group("trust")))),
        Section(
            "sources", translate("Report", "Sources"), tuple(Words(text) for text in (*citations(), made)), whole=True
        ),
    ]
    return tuple(sections)


def _inputs(solution: Solution) -> Iterator[Block]:
    about = translate("Report", "A default stands where nothing was typed; what is unused does not touch this answer.")
    yield Words(about, muted=True)
    rows, group = [], ""
    for given in plan_inputs(solution.plan, solution.budget):
        rows.append(
            Row(
                (given.group if given.group != group else "", given.label, given.text, given.badge, given.source),
                muted=given.origin != "typed",
            )
        )
        group = given.group
    columns = (
        Column(translate("Report", "Group"), 0.8, strong=True),
        Column(translate("Report", "Input"), 1.6),
        Column(translate("Report", "Value"), 2.0),
        Column(translate("Report", "Origin"), 0.7),
        Column(translate("Report", "Note"), 2.6),
    )
    yield Table(columns, tuple(rows), small=True)


def _in_full(solution: Solution, compare: ComparePage) -> Iterator[Section]:
    cut = set(cut_short(solution, compare))
    if "candidates" in cut:
        table = candidate_table(solution, LISTED_CANDIDATES, elided=False)
        note = translate(
            "Report", "≈ marks a loss estimated from size and training tokens, as if trained on your text."
        )
        title = translate("Report", "All teachers you have")
        if len(solution.candidates) > LISTED_CANDIDATES:
            title = translate("Report", "Teachers you have")
        yield Section("candidates", title, (table, Words(note, "caption", muted=True)))
    if "pins" in cut:
        yield Section("pins", translate("Report", "All pinned plans"), (pin_table(compare),))


def assumptions(solution: Solution) -> tuple[str, ...]:
    """Return what the answer takes for granted, one sentence or two each."""
    plan, (outputs, training) = solution.plan, solution.shares
    texts = [
        translate(
            "Report",
            "This student pays {outputs} of the teacher's outputs and {training} of the teacher's training (Eq. 9).",
            "outputs, training: nothing, all or a share such as 25 %",
        ).format(outputs=_share(outputs), training=_share(training)),
        _text(solution),
        translate(
            "Report", "Teacher and student share tokenizer and vocabulary, and read different parts of one corpus."
        ),
        translate(
            "Report",
            "The student learns from the teacher's full distributions alone: no next-token loss, temperature 1.",
        ),
        translate(
            "Report",
            "Losses are nats per token on text like the training text, by a law measured on English web text. "
            "Sizes are counted without embeddings.",
        ),
    ]
    if plan.hardware is not None:
        texts.append(
            translate(
                "Report",
                "Accelerators are paid for, and draw their full rated power, as long as they run. Nothing is paid for "
                "people, storage or network.",
            )
        )
    return tuple(texts)


def _share(share: float) -> str:
    if share == 0:
        return translate("Report", "nothing")
    return translate("Report", "all") if share == 1 else format_share(share)


def _text(solution: Solution) -> str:
    data = solution.plan.data
    if data.student_tokens is None:
        return translate("Report", "Fresh text for the student never runs out.")
    amount = format_tokens(data.student_tokens)
    if not data.allow_repeats:
        return translate("Report", "The student has {amount} tokens of text, each used once at most.").format(
            amount=amount
        )
    return translate(
        "Report",
        "The student has {amount} tokens of text, which may be repeated; what repeats are worth was measured for "
        "training directly and is assumed to hold when distilling.",
    ).format(amount=amount)


def _equations() -> Iterator[Block]:
    for number, meaning, formula in equations():
        yield Words(formula, "body_strong", symbols=True)
        yield Words(f"{number}. {meaning}.", "caption", muted=True, symbols=True)


def _quantities(check: CheckPage) -> Iterator[Block]:
    about = translate("Report", "Every number with the formula it follows from, in symbols and with its inputs.")
    yield Words(about, muted=True)
    for group in check.groups:
        if group.name in QUANTITIES:
            yield from _group(group)


def _group(group: CheckGroup, titled: bool = True) -> Iterator[Block]:
    if titled:
        yield Words(group.title, "body_strong")
    yield from _paragraphs(group)
    columns = (
        Column(translate("Report", "Symbol"), 0.8, symbols=True),
        Column(translate("Report", "Quantity"), 4.4, symbols=True),
        Column(translate("Report", "Value"), 1.7, right=True),
        Column(translate("Report", "Source"), 1.3),
    )
    yield Table(columns, tuple(_quantity(row) for row in group.rows), small=True)


def _quantity(row: CheckRow) -> Row:
    lines = [row.meaning]
    if row.formula:
        lines.append(f"= {row.formula}")
        if row.numbers != row.formula:
            lines.append("= " + _BARE_POWER.sub(r"^(\1)", row.numbers))
    if row.note and row.note != as_in_plan():
        lines.append(row.note)
    return Row((row.symbol, "\n".join(lines), row.text, row.source))


def _paragraphs(group: CheckGroup) -> Iterator[Block]:
    for text in group.text.splitlines():
        yield Words(text)


def _coefficients(solution: Solution, check: CheckPage) -> Iterator[Block]:
    yield Words(coefficient_sentence(LawRows(solution)))
    yield from (b for b in _group(check.group("coefficients"), titled=False) if not isinstance(b, Words))
