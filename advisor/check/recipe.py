"""The recipe that goes with a plan: how the study trained (App. G, I, arXiv 2502.08606v2) and models that can be built.

What the study does not say is left out, or named as a suggestion.
"""

from __future__ import annotations

from math import isfinite

from advisor.language import translate
from advisor.quantities import exact_number, format_bytes, format_parameters, format_share
from advisor.schedule.storage import (
    FULL_BYTES,
    KEPT,
    LOSS_OF_KEPT_ALONE,
    LOSS_OF_KEPT_MIXED,
    MIXED_SHARE,
    kept_bytes_per_token,
    stored_outputs,
)

from .law import LawRows
from .model_shape import ModelShape, buildable_shape
from .rows import CheckGroup, CheckRow, pure, row
from .words import (
    appendix,
    as_in_plan,
    from_plan,
    parameters_text,
    parameters_unit,
    rows_above,
    study_table,
    tokens_text,
    tokens_unit,
)

REVERSE_KL_COST = 0.28
REVERSE_KL_SIZES = 1.82e9, 546e6
"""Nats that the reverse divergence cost more (App. G), and the sizes of teacher and student for which it did."""

LEARNING_RATE = 0.01
WARM_UP_STEPS = 2000


def _the_study() -> str:
    return translate("Recipe", "The study")


def recipe_group(law: LawRows) -> CheckGroup:
    """Return the settings to train with, what storing the teacher's outputs takes, and the shapes to build."""
    trained_here = law.solution.shares[1] > 0
    rows = [*_loss(), *_training(law), *_outputs(law), *_shape_rows(law, "S", law.known["N_S"])]
    if trained_here:
        rows += _shape_rows(law, "T", law.solution.distillation.teacher.parameters)
    return CheckGroup("recipe", translate("Recipe", "Recipe"), tuple(rows), text=_words(law))


def _words(law: LawRows) -> str:
    if law.solution.method == "distill":
        return translate(
            "Recipe",
            "What the study did; the loss above holds for this. What it does not say is left out or a suggestion.",
        )
    return translate(
        "Recipe",
        "The answer is to train directly: of this, the shape of the student, the learning rate and its schedule apply. "
        "The rest is for those who distil all the same.",
    )


def _loss() -> tuple[CheckRow, ...]:
    reverse = translate(
        "Recipe", "The reverse cost {loss} nats more, from a {teacher} teacher to a {student} student"
    ).format(
        loss=exact_number(REVERSE_KL_COST),
        teacher=format_parameters(REVERSE_KL_SIZES[0]),
        student=format_parameters(REVERSE_KL_SIZES[1]),
    )
    return (
        row("mix", "λ", translate("Recipe", "Share of the distillation loss"), 1.0, "1", source=appendix("G"),
            note=translate("Recipe", "Pure distillation, no next-token loss; above 0.5 the mix hardly matters")),
        row("temperature", "τ", translate("Recipe", "Temperature of the teacher's distribution"), 1.0, "1",
            source=appendix("G"), note=translate("Recipe", "What the coefficients were fitted with")),
        CheckRow("divergence", "", translate("Recipe", "Divergence that is made small"),
                 translate("Recipe", "Forward KL, teacher to student"), note=reverse, source=appendix("G")),
    )  # fmt: skip


def _training(law: LawRows) -> tuple[CheckRow, ...]:
    context, vocabulary = law.architecture.context, law.architecture.vocabulary
    same = translate("Recipe", "The same for both, {number} entries").format(number=exact_number(vocabulary))
    carried_over = translate(
        "Recipe", "That of supervised training carries over to distilling and, with µP, to other sizes"
    )
    splits = translate(
        "Recipe", "The study's teacher and student read different splits; text from elsewhere is outside of it"
    )
    return (
        row("learning_rate", "", translate("Recipe", "Learning rate, with µP"), LEARNING_RATE,
            exact_number(LEARNING_RATE), note=carried_over, source=appendix("I")),
        CheckRow("schedule", "", translate("Recipe", "Schedule of the learning rate"), translate("Recipe", "Cosine"),
                 source=appendix("I")),
        row("warm_up", "", translate("Recipe", "Warm-up"), WARM_UP_STEPS,
            translate("Recipe", "{number} steps").format(number=exact_number(WARM_UP_STEPS)),
            unit=translate("Recipe", "steps"), source=appendix("I")),
        CheckRow("text", "", translate("Recipe", "Text of teacher and student"),
                 translate("Recipe", "One corpus, different parts"), note=splits, source=_the_study()),
        CheckRow("tokenizer", "", translate("Recipe", "Tokenizer"), same,
                 note=translate("Recipe", "Outputs are matched entry by entry"), source=_the_study()),
        row("context", "n_ctx", translate("Recipe", "Context"), context, tokens_text(exact_number(context)),
            unit=tokens_unit(), note=as_in_plan()),
    )  # fmt: skip


def _outputs(law: LawRows) -> tuple[CheckRow, ...]:
    """Return whether to store the teacher's outputs, and what that takes."""
    teacher, vocabulary = law.plan.teacher, law.architecture.vocabulary
    tokens, unique = law.solution.distillation.student_tokens, law.known["U_S"]
    stored = stored_outputs(tokens, unique if isfinite(unique) else None, vocabulary)
    if teacher.outputs_stored:
        how, why = translate("Recipe", "Read from disk"), translate("Recipe", "The plan says they are stored")
        source = from_plan()
    elif teacher.share_outputs and teacher.students > 1:
        how, why = translate("Recipe", "Store them once"), translate("Recipe", "The plan has several students use them")
        source = from_plan()
    else:
        how, source = translate("Recipe", "Run the teacher beside the student"), translate("Recipe", "Suggestion")
        why = translate("Recipe", "Then nothing is stored; every token is seen by both")
    kept = kept_bytes_per_token(vocabulary)
    inputs = {"n_vocab": vocabulary, "tokens": stored.tokens}
    likeliest = translate("Recipe", "Outputs on disk, the likeliest {count} of each token")
    costs = translate(
        "Recipe",
        "Costs {alone} nats with {kept} alone, at most {mixed} when mixed with the next-token loss at λ {share}; "
        "the {bytes} bytes a token are a half-precision number and its entry",
    ).format(
        alone=exact_number(LOSS_OF_KEPT_ALONE),
        kept=exact_number(KEPT),
        mixed=exact_number(LOSS_OF_KEPT_MIXED),
        share=exact_number(MIXED_SHARE),
        bytes=exact_number(kept),
    )
    return (
        CheckRow("outputs", "", translate("Recipe", "The teacher's outputs"), how, note=why, source=source),
        row("outputs_full", "", translate("Recipe", "Outputs on disk, in full"), stored.full_bytes,
            format_bytes(stored.full_bytes), unit=translate("Recipe", "bytes"),
            formula=f"{{n_vocab}} × {FULL_BYTES} × {{tokens}}", inputs=inputs,
            note=translate("Recipe", "No loss of quality"), source=appendix("G")),
        row("outputs_kept", "", likeliest.format(count=exact_number(stored.kept)), stored.kept_bytes,
            format_bytes(stored.kept_bytes), unit=translate("Recipe", "bytes"), formula=f"{kept} × {{tokens}}",
            inputs=inputs, note=costs, source=appendix("G")),
    )  # fmt: skip


def _shape_rows(law: LawRows, who: str, parameters: float) -> tuple[CheckRow, ...]:
    """Return the rows of a model that can be built, and how far its size is from the wanted one.

    ``who`` is the model's index, "S" or "T".
    """
    shape = buildable_shape(parameters, law.architecture)
    name, words = ("student", _student_words()) if who == "S" else ("teacher", _teacher_words())
    inputs = _inputs(law, shape, who, parameters)
    size, total = float(shape.parameters), float(shape.total_parameters)
    off = size / parameters - 1
    sign = "+" if off > 0 else "−" if off < 0 else ""
    keys = translate("Recipe", "Each head has its own")
    if shape.key_heads != shape.heads:
        keys = translate("Recipe", "{number} heads share one").format(number=pure(shape.heads / shape.key_heads))
    head_size = exact_number(shape.head_size)
    multiple = translate("Recipe", "A multiple of the head size, {size}").format(size=head_size)
    rounded_up = translate(
        "Recipe",
        "The feed-forward ratio times the width, rounded up to a multiple of {size}: this gives the sizes of Table 13",
    ).format(size=head_size)
    count = "{n_layers} × (2 × {d_model}^2 + 2 × {d_model}^2 × {n_kv} / {n_heads} + {n_ffn} × {d_model} × {d_ffn})"
    return (
        row(f"{name}_layers", "n_layers", words["layers"], shape.layers, exact_number(shape.layers),
            note=translate("Recipe", "Rounded"), source=appendix("H")),
        row(f"{name}_width", "d_model", words["width"], shape.width, exact_number(shape.width), note=multiple,
            source=appendix("H")),
        row(f"{name}_heads", "n_heads", words["heads"], shape.heads, exact_number(shape.heads),
            formula=f"{{d_model}} / {shape.head_size}", inputs=inputs, source=appendix("H")),
        row(f"{name}_key_heads", "n_kv", words["key_heads"], shape.key_heads, exact_number(shape.key_heads),
            note=keys, source=from_plan()),
        row(f"{name}_ffn_width", "d_ffn", words["ffn_width"], shape.ffn_width, exact_number(shape.ffn_width),
            note=rounded_up, source=study_table(13)),
        row(f"{name}_parameters", f"N_{who},built", words["parameters"], size, parameters_text(exact_number(size)),
            unit=parameters_unit(), formula=count, inputs=inputs,
            note=translate("Recipe", "Matrices only; norms add less than 0.1 % from 100M on"), source=appendix("H")),
        row(f"{name}_total_parameters", "", words["total_parameters"], total, parameters_text(exact_number(total)),
            unit=parameters_unit(), formula=f"{{N_{who},built}} + {{n_vocab}} × {{d_model}}", inputs=inputs,
            note=translate("Recipe", "Input and output share the embeddings"), source=appendix("H")),
        row(f"{name}_off", "", words["off"].format(size=format_parameters(parameters)), off,
            f"{sign}{format_share(abs(off))}", formula=f"{{N_{who},built}} / {{N_{who}}} − 1", inputs=inputs,
            source=rows_above()),
    )  # fmt: skip


def _student_words() -> dict[str, str]:
    """Return what the rows of the student's shape are called."""
    return {
        "layers": translate("Recipe", "Student: layers"),
        "width": translate("Recipe", "Student: width"),
        "heads": translate("Recipe", "Student: heads"),
        "key_heads": translate("Recipe", "Student: sets of keys"),
        "ffn_width": translate("Recipe", "Student: width of a feed-forward block"),
        "parameters": translate("Recipe", "Student: exact size without embeddings"),
        "total_parameters": translate("Recipe", "Student: exact size with embeddings"),
        "off": translate("Recipe", "Student: off the wanted {size}"),
    }


def _teacher_words() -> dict[str, str]:
    """Return what the rows of the teacher's shape are called."""
    return {
        "layers": translate("Recipe", "Teacher: layers"),
        "width": translate("Recipe", "Teacher: width"),
        "heads": translate("Recipe", "Teacher: heads"),
        "key_heads": translate("Recipe", "Teacher: sets of keys"),
        "ffn_width": translate("Recipe", "Teacher: width of a feed-forward block"),
        "parameters": translate("Recipe", "Teacher: exact size without embeddings"),
        "total_parameters": translate("Recipe", "Teacher: exact size with embeddings"),
        "off": translate("Recipe", "Teacher: off the wanted {size}"),
    }


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
