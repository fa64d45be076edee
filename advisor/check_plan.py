"""The Check page's groups on what is given: compute, the shape of the models, the student, and cost shares."""

from __future__ import annotations

from math import isfinite

from .accelerators import accelerator
from .check_law import LawRows
from .check_rows import CheckGroup, CheckRow, pure, row
from .plan import Hardware
from .quantities import (
    format_duration,
    format_energy,
    format_flops,
    format_mass,
    format_money,
    format_parameters,
    format_price,
    format_share,
    format_tflops,
    format_tokens,
)

AS_IN_PLAN = "As in the plan"
PER_HOUR = " × 1e12 × 3600 × (1 − {contingency})"


def budget_group(law: LawRows) -> CheckGroup:
    """Return how much compute there is, from the hardware or as given, and what all of it costs."""
    hardware, compute = law.plan.hardware, law.known["C"]
    given = law.plan.budget_flops is not None
    rows = [] if hardware is None else [*_hardware(law, hardware)]
    if given or hardware is None:
        note = AS_IN_PLAN if hardware is None else "As in the plan, instead of what the hardware computes"
        rows.append(row("compute", "C", "Compute to spend", compute, format_flops(compute), unit="FLOPs", note=note))
    else:
        speed, inputs = _speed(law, hardware)
        rows.append(
            row("compute", "C", "Compute to spend", compute, format_flops(compute), unit="FLOPs",
                formula=f"{{accelerators}} × {speed} × {{hours}}{PER_HOUR}",
                inputs={**inputs, "hours": hardware.hours}, source="Plan's hardware")
        )  # fmt: skip
    if hardware is not None:
        rows += _whole_plan(law, hardware)
    return CheckGroup("budget", "Compute", tuple(rows))


def _speed(law: LawRows, hardware: Hardware) -> tuple[str, dict[str, float]]:
    """Return the formula of one accelerator's TFLOP/s, and its inputs with those of the whole."""
    money = law.solution.budget
    inputs: dict[str, float] = {"accelerators": hardware.count, "contingency": hardware.contingency}
    if hardware.measured_tflops is not None:
        return "{measured}", {**inputs, "measured": hardware.measured_tflops}
    return "{peak} × {utilisation}", {
        **inputs,
        "peak": money.peak_tflops or 0.0,
        "utilisation": money.utilization or 0.0,
    }


def _hardware(law: LawRows, hardware: Hardware) -> list[CheckRow]:
    money = law.solution.budget
    name = accelerator(hardware.accelerator).name if hardware.accelerator is not None else "accelerator"
    count = f"{hardware.count:,} × {name}"
    rows = [row("accelerators", "", "Accelerators", hardware.count, count, note=AS_IN_PLAN)]
    if money.peak_tflops is not None:
        rows.append(
            row("peak", "", "Dense peak of one accelerator", money.peak_tflops, format_tflops(money.peak_tflops),
                unit="TFLOP/s", note=money.peak_note,
                source="Plan" if hardware.peak_tflops is not None else "Catalogue")
        )  # fmt: skip
    if hardware.measured_tflops is not None:
        measured = hardware.measured_tflops
        rows.append(
            row("measured", "", "Measured speed of one accelerator", measured, format_tflops(measured), unit="TFLOP/s",
                note="Replaces peak × utilisation")
        )  # fmt: skip
        if money.peak_tflops and money.utilization is not None:
            rows.append(
                row("utilisation", "", "Share of the peak reached", money.utilization,
                    format_share(money.utilization), formula="{measured} / {peak}",
                    inputs={"measured": measured, "peak": money.peak_tflops}, source="Plan's hardware")
            )  # fmt: skip
    elif money.utilization is not None:
        note, source = AS_IN_PLAN, "Plan"
        if money.utilization_source == "default":
            source = "Preset"
            note = "Typical for this accelerator, count and student" if money.presets else "Usual for any accelerator"
        rows.append(
            row("utilisation", "", "Share of the peak reached", money.utilization, format_share(money.utilization),
                note=note, source=source)
        )  # fmt: skip
    if law.plan.budget_flops is None:
        rows.append(
            row("time", "", "Time of the whole plan", hardware.hours, format_duration(hardware.hours), unit="hours",
                note=AS_IN_PLAN)
        )  # fmt: skip
    rows.append(
        row("contingency", "", "Time lost to restarts, pilots, evaluation", hardware.contingency,
            format_share(hardware.contingency), note=AS_IN_PLAN)
    )  # fmt: skip
    if money.flops_per_hour is not None:
        speed, inputs = _speed(law, hardware)
        rows.append(
            row("flops_per_hour", "", "Compute in one hour of the plan", money.flops_per_hour,
                format_flops(money.flops_per_hour), unit="FLOPs per hour",
                formula=f"{{accelerators}} × {speed}{PER_HOUR}", inputs=inputs, source="Plan's hardware")
        )  # fmt: skip
    return rows


def _whole_plan(law: LawRows, hardware: Hardware) -> list[CheckRow]:
    """Return what using the hardware for the whole plan takes: hours, money, energy and carbon."""
    money, currency = law.solution.budget, law.plan.currency
    rows: list[CheckRow] = []
    if money.hours is None or money.device_hours is None:
        return rows
    if law.plan.budget_flops is not None and money.flops_per_hour is not None:
        rows.append(
            row("time", "", "Time this takes on the hardware", money.hours, format_duration(money.hours), unit="hours",
                formula="{C} / {FLOPs per hour}",
                inputs={"C": law.known["C"], "FLOPs per hour": money.flops_per_hour}, source="Plan's hardware")
        )  # fmt: skip
    inputs: dict[str, float] = {"accelerators": hardware.count, "hours": money.hours}
    rows.append(
        row("device_hours", "", "Accelerator-hours", money.device_hours, f"{pure(money.device_hours)} hours",
            unit="hours", formula="{accelerators} × {hours}", inputs=inputs, source="Plan's hardware")
    )  # fmt: skip
    if money.price_per_hour is not None:
        price = money.price_per_hour
        rows.append(
            row("price", "", "Price of one accelerator-hour", price, format_price(price, currency), unit=currency,
                note=AS_IN_PLAN if hardware.price_per_hour is not None else money.price_note,
                source="Plan" if hardware.price_per_hour is not None else "Catalogue")
        )  # fmt: skip
        if money.cost is not None:
            rows.append(
                row("whole_cost", "", "Cost of the whole plan", money.cost, format_money(money.cost, currency),
                    unit=currency, formula="{accelerator-hours} × {price}",
                    inputs={"accelerator-hours": money.device_hours, "price": price}, source="Plan's hardware")
            )  # fmt: skip
    watts = accelerator(hardware.accelerator).tdp_w if hardware.accelerator is not None else None
    if money.energy_kwh is not None and money.carbon_kg is not None and watts is not None:
        rows += [
            row("energy", "", "Electricity of the whole plan", money.energy_kwh, format_energy(money.energy_kwh),
                unit="kWh", formula="{accelerator-hours} × {watts} / 1000 × {power usage effectiveness}",
                inputs={"accelerator-hours": money.device_hours, "watts": watts,
                        "power usage effectiveness": hardware.pue}, source="Plan's hardware"),
            row("carbon", "", "Carbon dioxide of that electricity", money.carbon_kg, format_mass(money.carbon_kg),
                unit="kg", formula="{kWh} × {grams per kWh} / 1000",
                inputs={"kWh": money.energy_kwh, "grams per kWh": hardware.carbon_g_per_kwh}, source="Plan's hardware"),
        ]  # fmt: skip
    return rows


def shape_group(law: LawRows) -> CheckGroup:
    """Return the transformer's shape, which fixes what a token costs."""
    shape = law.architecture
    inputs = {**law.known, "g_size": shape.gqa_group, "n_ffn": shape.ffn_matrices, "ρ_ffn": shape.ffn_ratio}
    set_here = AS_IN_PLAN
    rows = (
        row("context", "n_ctx", "Context, tokens a model sees at once", shape.context, f"{shape.context:,} tokens",
            unit="tokens", note=set_here),
        row("vocabulary", "n_vocab", "Vocabulary entries", shape.vocabulary, f"{shape.vocabulary:,}", note=set_here),
        row("aspect_ratio", "ρ", "Width of a model over its layers", shape.aspect_ratio, pure(shape.aspect_ratio),
            note=set_here),
        row("gqa_group", "g_size", "Queries that share one key", shape.gqa_group, pure(shape.gqa_group),
            note=set_here),
        row("ffn_matrices", "n_ffn", "Matrices of a feed-forward block", shape.ffn_matrices, str(shape.ffn_matrices),
            note=set_here),
        row("ffn_ratio", "ρ_ffn", "Width of a feed-forward block over the model's", shape.ffn_ratio,
            pure(shape.ffn_ratio), note=set_here),
        row("width_factor", "ω", "Parameters of one layer over its width squared", law.known["ω"],
            pure(law.known["ω"]), formula="2 + 2 / {g_size} + {n_ffn} × {ρ_ffn}", inputs=inputs, source="App. H"),
        row("context_weight", "s_1", "Weight of the context in a token's cost", law.known["s_1"],
            pure(law.known["s_1"]), formula="(1 / ({ρ} × {ω}^2))^(1/3)", inputs=inputs, source="App. H, Eq. 69"),
        row("vocabulary_weight", "s_2", "Weight of the vocabulary in a token's cost", law.known["s_2"],
            pure(law.known["s_2"]), formula="({ρ} / {ω})^(1/3)", inputs=inputs, source="App. H, Eq. 69"),
    )  # fmt: skip
    return CheckGroup("shape", "Shape of the models", rows)


def student_group(law: LawRows) -> CheckGroup:
    """Return the student's size, shape and text."""
    size, text = law.plan.student.parameters, law.solution.world.student_text
    rows = [
        row("parameters", "N_S", "Size of the student without embeddings", size,
            f"{format_parameters(size)} parameters", unit="parameters", note=AS_IN_PLAN),
        *law.shape("S", size, "student"),
        unique_text("student_text", "U_S", "Text for the student, each token once", text.unique_tokens,
                    law.plan.data.allow_repeats),
    ]  # fmt: skip
    return CheckGroup("student", "Student", tuple(rows))


def unique_text(key: str, symbol: str, meaning: str, unique: float, may_repeat: bool) -> CheckRow:
    """Return the row of how much text there is; no limit is a row of words."""
    if not isfinite(unique):
        return CheckRow(key, symbol, meaning, "No limit", note="Fresh text never runs out", source="Plan")
    note = "May be seen more than once" if may_repeat else "May be seen only once"
    return row(key, symbol, meaning, unique, f"{format_tokens(unique)} tokens", unit="tokens", note=note)


def shares_group(law: LawRows) -> CheckGroup:
    """Return which share of the teacher's cost this student bears, Eq. 9 and Table 2."""
    teacher = law.plan.teacher
    outputs, training = law.solution.shares
    students = {"students": teacher.students}
    if teacher.outputs_stored:
        who_computes, shared = "The outputs are stored already", False
    elif teacher.share_outputs:
        who_computes, shared = "The students share the outputs", True
    else:
        who_computes, shared = "The outputs are computed for this student alone", False
    if teacher.exists:
        who_trains = "The teacher exists"
    else:
        alone = teacher.students == 1
        who_trains = "The teacher is trained for this student alone" if alone else "The students share the teacher"
    rows = (
        row("outputs_share", "d_lgt", "Share of the teacher's outputs paid for", outputs, format_share(outputs),
            formula="1 / {students}" if shared else "", inputs=students, note=who_computes, source="Eq. 9, Table 2"),
        row("training_share", "d_pre", "Share of the teacher's training paid for", training, format_share(training),
            formula="" if teacher.exists else "1 / {students}", inputs=students, note=who_trains,
            source="Eq. 9, Table 2"),
    )  # fmt: skip
    return CheckGroup("shares", "What is paid for", rows)
