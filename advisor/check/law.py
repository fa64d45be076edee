"""The formulas of the law as rows: F(N), Eq. 1, Eq. 8, repeated text, 90 % ranges, time and money."""

from __future__ import annotations

import math

import numpy as np

from advisor.flops import forward_flops, layers, model_width, overheads, total_parameters, width_factor
from advisor.language import translate
from advisor.laws import StudentTerms, supervised_loss
from advisor.plan import Plan
from advisor.quantities import (
    format_duration,
    format_flops,
    format_loss,
    format_money,
)
from advisor.repetition import REPEAT_CONSTANT
from advisor.solution import Solution
from advisor.uncertainty import NINETY_PERCENT
from advisor.world import Text

from .rows import CheckRow, digits, pure, row
from .words import (
    advisors_rule,
    appendix,
    both,
    equation,
    hours_unit,
    nats,
    parameters_text,
    parameters_unit,
    plan_hardware,
    repetition_study,
    tokens_text,
    tokens_unit,
)

FORWARD = "2 × {N} × (1 + {s_1} × {n_ctx} / {N}^(1/3) + {s_2} × {n_vocab} / {N}^(2/3))"
EQUATION_1 = "{E} + ({A} / {N}^{α} + {B} / {D}^{β})^{γ}"
WEAKNESS = "(1 + ({L_T} / ({L̃_S} × {d_1}))^(1 / {f_1}))^(−{c_1} × {f_1})"
STRONG_WEAKNESS = "({L_T} / ({L̃_S} × {d_1}))^(−{c_1})"
"""What `WEAKNESS` is where the power inside it is too large for any calculator and the 1 vanishes beside it."""

LARGEST_EXPONENT = 690.0
REPEATED = "{U} + {U} × {R*} × (1 − exp(−({D} / {U} − 1) / {R*}))"


class LawRows:
    """Writes the rows of one solved plan; the coefficients and shapes are the plan's."""

    def __init__(self, solution: Solution) -> None:
        self.solution = solution
        self.plan: Plan = solution.plan
        self.coefficients = solution.world.coefficients
        self.architecture = solution.world.architecture
        law, distilled = self.coefficients.supervised, self.coefficients.distillation
        self.unit = distilled.student_token_unit
        context, vocabulary = overheads(self.architecture)
        self.known: dict[str, float] = {
            "E": law.E, "A": law.A, "B": law.B, "α": law.alpha, "β": law.beta, "γ": law.gamma,
            "A′": distilled.A, "B′": distilled.B, "α′": distilled.alpha, "β′": distilled.beta, "γ′": distilled.gamma,
            "c_0": distilled.c0, "c_1": distilled.c1, "f_1": distilled.f1, "d_1": distilled.d1,
            "σ": self.coefficients.relative_error,
            "C": solution.budget.compute_flops, "N_S": self.plan.student.parameters,
            "F(N_S)": float(forward_flops(self.plan.student.parameters, self.architecture)),
            "d_lgt": solution.shares[0], "d_pre": solution.shares[1],
            "n_ctx": self.architecture.context, "n_vocab": self.architecture.vocabulary,
            "ρ": self.architecture.aspect_ratio, "ω": width_factor(self.architecture),
            "s_1": context / self.architecture.context, "s_2": vocabulary / self.architecture.vocabulary,
            "U_S": solution.world.student_text.unique_tokens, "U_T": solution.world.teacher_text.unique_tokens,
            "R*": REPEAT_CONSTANT,
        }  # fmt: skip

    # Models ---------------------------------------------------------------------------------------------------------

    def forward(self, who: str, parameters: float) -> CheckRow:
        """Return the row of F(N) for a model; ``who`` is its index, "S" or "T"."""
        flops = float(forward_flops(parameters, self.architecture))
        meaning = translate("Check page", "Forward compute of the teacher, one token")
        if who == "S":
            meaning = translate("Check page", "Forward compute of the student, one token")
        return row(
            "forward_flops",
            f"F(N_{who})",
            meaning,
            flops,
            format_flops(flops),
            unit=translate("Check page", "FLOPs per token"),
            formula=FORWARD.replace("{N}", f"{{N_{who}}}"),
            inputs={**self.known, f"N_{who}": parameters},
            source=both(appendix("H"), equation(69)),
        )

    def shape(self, who: str, parameters: float) -> tuple[CheckRow, ...]:
        """Return the rows of a model's layers, width, total size and F(N)."""
        n = f"{{N_{who}}}"
        depth = float(layers(parameters, self.architecture))
        width = float(model_width(parameters, self.architecture))
        total = float(total_parameters(parameters, self.architecture))
        inputs = {**self.known, f"N_{who}": parameters, "n_layers": depth, "d_model": width}
        of_depth = translate("Check page", "Layers of the teacher, before rounding")
        of_width = translate("Check page", "Width of the teacher, before rounding")
        of_size = translate("Check page", "Size of the teacher with its embeddings")
        if who == "S":
            of_depth = translate("Check page", "Layers of the student, before rounding")
            of_width = translate("Check page", "Width of the student, before rounding")
            of_size = translate("Check page", "Size of the student with its embeddings")
        return (
            row("layers", "n_layers", of_depth, depth, pure(depth),
                formula=f"({n} / ({{ρ}}^2 × {{ω}}))^(1/3)", inputs=inputs, source=appendix("H")),
            row("width", "d_model", of_width, width, pure(width),
                formula="{ρ} × {n_layers}", inputs=inputs, source=appendix("H")),
            row("total_parameters", f"N_{who},total", of_size, total,
                parameters_text(total), unit=parameters_unit(),
                formula=f"{n} + {{n_vocab}} × {{d_model}}", inputs=inputs, source=appendix("H")),
            self.forward(who, parameters),
        )  # fmt: skip

    # Losses ---------------------------------------------------------------------------------------------------------

    def supervised(
        self, key: str, symbol: str, meaning: str, n: tuple[str, float], d: tuple[str, float], note: str = ""
    ) -> CheckRow:
        """Return the row of L(N, D), Eq. 1, for (symbol, value) of N and of the effective D."""
        loss = float(supervised_loss(n[1], d[1], self.coefficients.supervised))
        return row(
            key, symbol, meaning, loss, format_loss(loss), unit=nats(),
            formula=EQUATION_1.replace("{N}", f"{{{n[0]}}}").replace("{D}", f"{{{d[0]}}}"),
            inputs={**self.known, n[0]: n[1], d[0]: d[1]}, note=note, source=equation(1),
        )  # fmt: skip

    def effective(self, key: str, symbol: str, meaning: str, d: tuple[str, float], text: Text, u: str) -> CheckRow:
        """Return the row of what ``d`` (symbol, value) tokens of a text are worth; ``u`` names its unique tokens."""
        value = float(text.effective(d[1]))
        repeated = d[1] > text.unique_tokens
        formula = REPEATED.replace("{U}", f"{{{u}}}").replace("{D}", f"{{{d[0]}}}") if repeated else f"{{{d[0]}}}"
        note = translate("Check page", "No text is seen twice")
        if repeated:
            note = translate("Check page", "Seen {number} times").format(number=pure(d[1] / text.unique_tokens))
        return row(
            key, symbol, meaning, value, tokens_text(value), unit=tokens_unit(),
            formula=formula, inputs={**self.known, d[0]: d[1]},
            note=note, source=repetition_study() if repeated else equation(8),
        )  # fmt: skip

    def student_tokens(self, symbol: str) -> str:
        """Return the symbol of the tokens the law sees: the effective ones where the text is limited."""
        return _with_index(symbol, "eff") if np.isfinite(self.known["U_S"]) else symbol

    def data_term(self, tokens: str) -> str:
        """Return B′ / D^β′ with the unit in which B′ counts tokens."""
        counted = f"{{{tokens}}}" if self.unit == 1 else f"({{{tokens}}} / {digits(self.unit)})"
        return f"{{B′}} / {counted}^{{β′}}"

    def reducible(self, tokens: str) -> str:
        """Return the formula of the term that size and text reduce, Eq. 8."""
        return f"({{A′}} / {{N_S}}^{{α′}} + {self.data_term(tokens)})^{{γ′}}"

    def weakness(self, teacher_loss: float, supervised: float) -> str:
        """Return the formula of Eq. 8's factor for weak teachers, in a form a calculator can follow."""
        law = self.coefficients.distillation
        exponent = math.log(teacher_loss / (supervised * law.d1)) / law.f1
        return WEAKNESS if exponent < LARGEST_EXPONENT else STRONG_WEAKNESS

    def distilled(
        self, key: str, symbol: str, meaning: str, effective_tokens: float, teacher_loss: float, note: str = ""
    ) -> tuple[CheckRow, CheckRow]:
        """Return the rows of L̃_S and of L_S with Eq. 8 in one line, for the plan's student."""
        tokens = self.student_tokens("D_S")
        first = self.supervised(
            f"{key}_supervised", "L̃_S",
            translate("Check page", "Loss of the same student on the same text without a teacher"),
            ("N_S", self.known["N_S"]), (tokens, effective_tokens),
        )  # fmt: skip
        assert first.value is not None
        loss = float(StudentTerms(self.known["N_S"], effective_tokens, self.coefficients).loss(teacher_loss))
        inputs = {**self.known, "L_T": teacher_loss, "L̃_S": first.value, tokens: effective_tokens}
        weak = self.weakness(teacher_loss, first.value)
        return first, row(
            key, symbol, meaning, loss, format_loss(loss), unit=nats(),
            formula=f"{{L_T}} + {{L_T}}^(−{{c_0}}) × {weak} × {self.reducible(tokens)}",
            inputs=inputs, note=note, source=equation(8),
        )  # fmt: skip

    def interval(self, symbol: str, loss: float, ends: tuple[float, float]) -> tuple[CheckRow, CheckRow]:
        """Return the rows of both ends of a loss's 90 % range."""
        inputs = {**self.known, symbol: loss}
        low, high = (
            row(
                f"loss_{end}", _with_index(symbol, end), meaning, value, format_loss(value), unit=nats(),
                formula=f"{{{symbol}}} {sign} {NINETY_PERCENT} × {{σ}} × {{{symbol}}}", inputs=inputs,
                source=advisors_rule(),
            )
            for end, sign, value, meaning in (
                ("low", "−", ends[0], translate("Check page", "Low end of its 90 % range")),
                ("high", "+", ends[1], translate("Check page", "High end of its 90 % range")),
            )
        )  # fmt: skip
        return low, high

    # Time and money -------------------------------------------------------------------------------------------------

    def time_and_cost(self, flops: float, hours: float | None, cost: float | None) -> tuple[CheckRow, ...]:
        """Return the rows of how long ``flops`` take on the plan's hardware and what that costs, where known."""
        money, hardware = self.solution.budget, self.plan.hardware
        if hours is None or money.flops_per_hour is None or hardware is None:
            return ()
        rows = [
            row("hours", "", translate("Check page", "Time on this hardware"), hours, format_duration(hours),
                unit=hours_unit(), formula="{FLOPs} / {FLOPs per hour}",
                inputs={"FLOPs": flops, "FLOPs per hour": money.flops_per_hour}, source=plan_hardware()),
        ]  # fmt: skip
        if cost is not None and money.price_per_hour is not None:
            rows.append(
                row("cost", "", translate("Check page", "Cost"), cost, format_money(cost, self.plan.currency),
                    unit=self.plan.currency, formula="{hours} × {accelerators} × {price}",
                    inputs={"hours": hours, "accelerators": hardware.count, "price": money.price_per_hour},
                    source=plan_hardware())
            )  # fmt: skip
        return tuple(rows)


def _with_index(symbol: str, index: str) -> str:
    """Return a symbol with one more index: "D_S,eff", "D_eff"."""
    return f"{symbol},{index}" if "_" in symbol else f"{symbol}_{index}"
