"""The recipe that goes with a plan: how the study trained (App. G, I, arXiv 2502.08606v2) and models that can be built.

What the study does not say is left out, or named as a suggestion.
"""

from __future__ import annotations

from math import isfinite

from .check_law import LawRows
from .check_plan import AS_IN_PLAN
from .check_rows import CheckGroup, CheckRow, pure, row
from .model_shape import ModelShape, buildable_shape
from .quantities import exact_number, format_bytes, format_parameters, format_share
from .storage import (
    FULL_BYTES,
    KEPT,
    LOSS_OF_KEPT_ALONE,
    LOSS_OF_KEPT_MIXED,
    MIXED_SHARE,
    kept_bytes_per_token,
    stored_outputs,
)

STUDY = "App. G"
SETTINGS = "App. I"
THE_STUDY = "The study"
SUGGESTION = "Suggestion"

REVERSE_KL_COST = 0.28
"""Nats that the reverse divergence cost more, for a 1.82B teacher and a 546M student (App. G)."""

LEARNING_RATE = 0.01
WARM_UP_STEPS = 2000


def recipe_group(law: LawRows) -> CheckGroup:
    """Return the settings to train with, what storing the teacher's outputs takes, and the shapes to build."""
    trained_here = law.solution.shares[1] > 0
    rows = [*_loss(), *_training(law), *_outputs(law), *_shape_rows(law, "student", "S", law.known["N_S"])]
    if trained_here:
        rows += _shape_rows(law, "teacher", "T", law.solution.distillation.teacher.parameters)
    return CheckGroup("recipe", "Recipe", tuple(rows), text=_words(law))


def _words(law: LawRows) -> str:
    if law.solution.method == "distill":
        return "What the study did; the loss above holds for this. What it does not say is left out or a suggestion."
    return (
        "The answer is to train directly: of this, the shape of the student, the learning rate and its schedule apply. "
        "The rest is for those who distil all the same."
    )


def _loss() -> tuple[CheckRow, ...]:
    return (
        row("mix", "λ", "Share of the distillation loss", 1.0, "1", source=STUDY,
            note="Pure distillation, no next-token loss; above 0.5 the mix hardly matters"),
        row("temperature", "τ", "Temperature of the teacher's distribution", 1.0, "1", source=STUDY,
            note="What the coefficients were fitted with"),
        CheckRow("divergence", "", "Divergence that is made small", "Forward KL, teacher to student",
                 note=f"The reverse cost {REVERSE_KL_COST} nats more, from a 1.82B teacher to a 546M student",
                 source=STUDY),
    )  # fmt: skip


def _training(law: LawRows) -> tuple[CheckRow, ...]:
    context, vocabulary = law.architecture.context, law.architecture.vocabulary
    return (
        row("learning_rate", "", "Learning rate, with µP", LEARNING_RATE, exact_number(LEARNING_RATE), source=SETTINGS,
            note="That of supervised training carries over to distilling and, with µP, to other sizes"),
        CheckRow("schedule", "", "Schedule of the learning rate", "Cosine", source=SETTINGS),
        row("warm_up", "", "Warm-up", WARM_UP_STEPS, f"{WARM_UP_STEPS:,} steps", unit="steps", source=SETTINGS),
        CheckRow("text", "", "Text of teacher and student", "One corpus, different parts",
                 note="The study's teacher and student read different splits; "
                 "text from elsewhere is outside of it", source=THE_STUDY),
        CheckRow("tokenizer", "", "Tokenizer", f"The same for both, {vocabulary:,} entries",
                 note="Outputs are matched entry by entry", source=THE_STUDY),
        row("context", "n_ctx", "Context", context, f"{context:,} tokens", unit="tokens", note=AS_IN_PLAN),
    )  # fmt: skip


def _outputs(law: LawRows) -> tuple[CheckRow, ...]:
    """Return whether to store the teacher's outputs, and what that takes."""
    teacher, vocabulary = law.plan.teacher, law.architecture.vocabulary
    tokens, unique = law.solution.distillation.student_tokens, law.known["U_S"]
    stored = stored_outputs(tokens, unique if isfinite(unique) else None, vocabulary)
    if teacher.outputs_stored:
        how, why, source = "Read from disk", "The plan says they are stored", "Plan"
    elif teacher.share_outputs and teacher.students > 1:
        how, why, source = "Store them once", "The plan has several students use them", "Plan"
    else:
        how, source = "Run the teacher beside the student", SUGGESTION
        why = "Then nothing is stored; every token is seen by both"
    kept = kept_bytes_per_token(vocabulary)
    inputs = {"n_vocab": vocabulary, "tokens": stored.tokens}
    return (
        CheckRow("outputs", "", "The teacher's outputs", how, note=why, source=source),
        row("outputs_full", "", "Outputs on disk, in full", stored.full_bytes, format_bytes(stored.full_bytes),
            unit="bytes", formula=f"{{n_vocab}} × {FULL_BYTES} × {{tokens}}", inputs=inputs,
            note="No loss of quality", source=STUDY),
        row("outputs_kept", "", f"Outputs on disk, the likeliest {stored.kept} of each token", stored.kept_bytes,
            format_bytes(stored.kept_bytes), unit="bytes", formula=f"{kept} × {{tokens}}", inputs=inputs,
            note=f"Costs {LOSS_OF_KEPT_ALONE} nats with {KEPT} alone, at most {LOSS_OF_KEPT_MIXED} when mixed with the "
            f"next-token loss at λ {MIXED_SHARE}; the {kept} bytes a token are a half-precision number and its entry",
            source=STUDY),
    )  # fmt: skip


def _shape_rows(law: LawRows, name: str, who: str, parameters: float) -> tuple[CheckRow, ...]:
    """Return the rows of a model that can be built, and how far its size is from the wanted one."""
    shape = buildable_shape(parameters, law.architecture)
    inputs = _inputs(law, shape, who, parameters)
    size, total = float(shape.parameters), float(shape.total_parameters)
    off = size / parameters - 1
    sign = "+" if off > 0 else "−" if off < 0 else ""
    group = pure(shape.heads / shape.key_heads)
    keys = "Each head has its own" if shape.key_heads == shape.heads else f"{group} heads share one"
    capital = name.capitalize()
    count = "{n_layers} × (2 × {d_model}^2 + 2 × {d_model}^2 × {n_kv} / {n_heads} + {n_ffn} × {d_model} × {d_ffn})"
    return (
        row(f"{name}_layers", "n_layers", f"{capital}: layers", shape.layers, f"{shape.layers:,}", note="Rounded",
            source="App. H"),
        row(f"{name}_width", "d_model", f"{capital}: width", shape.width, f"{shape.width:,}",
            note=f"A multiple of the head size, {shape.head_size}", source="App. H"),
        row(f"{name}_heads", "n_heads", f"{capital}: heads", shape.heads, f"{shape.heads:,}",
            formula=f"{{d_model}} / {shape.head_size}", inputs=inputs, source="App. H"),
        row(f"{name}_key_heads", "n_kv", f"{capital}: sets of keys", shape.key_heads, f"{shape.key_heads:,}",
            note=keys, source="Plan"),
        row(f"{name}_ffn_width", "d_ffn", f"{capital}: width of a feed-forward block", shape.ffn_width,
            f"{shape.ffn_width:,}", note="The feed-forward ratio times the width, rounded up to a multiple "
            f"of {shape.head_size}: this gives the sizes of Table 13", source="Table 13"),
        row(f"{name}_parameters", f"N_{who},built", f"{capital}: exact size without embeddings", size,
            f"{exact_number(size)} parameters", unit="parameters", formula=count, inputs=inputs,
            note="Matrices only; norms add less than 0.1 % from 100M on", source="App. H"),
        row(f"{name}_total_parameters", "", f"{capital}: exact size with embeddings", total,
            f"{exact_number(total)} parameters", unit="parameters",
            formula=f"{{N_{who},built}} + {{n_vocab}} × {{d_model}}", inputs=inputs,
            note="Input and output share the embeddings", source="App. H"),
        row(f"{name}_off", "", f"{capital}: off the wanted {format_parameters(parameters)}", off,
            f"{sign}{format_share(abs(off))}", formula=f"{{N_{who},built}} / {{N_{who}}} − 1", inputs=inputs,
            source="Rows above"),
    )  # fmt: skip


def _inputs(law: LawRows, shape: ModelShape, who: str, parameters: float) -> dict[str, float]:
    return {
        **law.known,
        f"N_{who}": parameters,
        f"N_{who},built": shape.parameters,
        "n_layers": shape.layers,
        "d_model": shape.width,
        "n_heads": shape.heads,
        "n_kv": shape.key_heads,
        "n_ffn": shape.ffn_matrices,
        "d_ffn": shape.ffn_width,
    }
