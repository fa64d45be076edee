"""The Check page's groups on what is given: compute, the shape of the models, the student, and cost shares."""

from __future__ import annotations

from math import isfinite

from advisor.accelerators import accelerator
from advisor.language import translate
from advisor.plan import Hardware
from advisor.quantities import (
    exact_number,
    format_duration,
    format_energy,
    format_flops,
    format_mass,
    format_money,
    format_price,
    format_share,
    format_tflops,
)

from .law import LawRows
from .rows import CheckGroup, CheckRow, pure, row
from .words import (
    appendix,
    as_in_plan,
    both,
    equation,
    from_plan,
    hours_unit,
    parameters_text,
    parameters_unit,
    plan_hardware,
    study_table,
    tokens_text,
    tokens_unit,
)

PER_HOUR = " × 1e12 × 3600 × (1 − {contingency})"


def budget_group(law: LawRows) -> CheckGroup:
    """Return how much compute there is, from the hardware or as given, and what all of it costs."""
    hardware, compute = law.plan.hardware, law.known["C"]
    given = law.plan.budget_flops is not None
    rows = [] if hardware is None else [*_hardware(law, hardware)]
    if given or hardware is None:
        note = as_in_plan()
        if hardware is not None:
            note = translate("Check page", "As in the plan, instead of what the hardware computes")
        meaning = translate("Check page", "Compute to spend")
        rows.append(row("compute", "C", meaning, compute, format_flops(compute), unit="FLOPs", note=note))
    else:
        speed, inputs = _speed(law, hardware)
        rows.append(
            row("compute", "C", translate("Check page", "Compute to spend"), compute, format_flops(compute),
                unit="FLOPs", formula=f"{{accelerators}} × {speed} × {{hours}}{PER_HOUR}",
                inputs={**inputs, "hours": hardware.hours}, source=plan_hardware())
        )  # fmt: skip
    if hardware is not None:
        rows += _whole_plan(law, hardware)
    return CheckGroup("budget", translate("Check page", "Compute"), tuple(rows))


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
    number = exact_number(hardware.count)
    count = translate("Check page", "{number} × accelerator").format(number=number)
    if hardware.accelerator is not None:
        name = accelerator(hardware.accelerator).name
        count = translate("Check page", "{number} × {accelerator}").format(number=number, accelerator=name)
    rows = [row("accelerators", "", translate("Check page", "Accelerators"), hardware.count, count, note=as_in_plan())]
    if money.peak_tflops is not None:
        rows.append(
            row("peak", "", translate("Check page", "Dense peak of one accelerator"), money.peak_tflops,
                format_tflops(money.peak_tflops), unit="TFLOP/s", note=money.peak_note,
                source=from_plan() if hardware.peak_tflops is not None else translate("Check page", "Catalogue"))
        )  # fmt: skip
    if hardware.measured_tflops is not None:
        measured = hardware.measured_tflops
        rows.append(
            row("measured", "", translate("Check page", "Measured speed of one accelerator"), measured,
                format_tflops(measured), unit="TFLOP/s", note=translate("Check page", "Replaces peak × utilisation"))
        )  # fmt: skip
        if money.peak_tflops and money.utilization is not None:
            rows.append(
                row("utilisation", "", translate("Check page", "Share of the peak reached"), money.utilization,
                    format_share(money.utilization), formula="{measured} / {peak}",
                    inputs={"measured": measured, "peak": money.peak_tflops}, source=plan_hardware())
            )  # fmt: skip
    elif money.utilization is not None:
        note, source = as_in_plan(), from_plan()
        if money.utilization_source == "default":
            source = translate("Check page", "Preset")
            note = translate("Check page", "Usual for any accelerator")
            if money.presets:
                note = translate("Check page", "Typical for this accelerator, count and student")
        rows.append(
            row("utilisation", "", translate("Check page", "Share of the peak reached"), money.utilization,
                format_share(money.utilization), note=note, source=source)
        )  # fmt: skip
    if law.plan.budget_flops is None:
        rows.append(
            row("time", "", translate("Check page", "Time of the whole plan"), hardware.hours,
                format_duration(hardware.hours), unit=hours_unit(), note=as_in_plan())
        )  # fmt: skip
    rows.append(
        row("contingency", "", translate("Check page", "Time lost to restarts, pilots, evaluation"),
            hardware.contingency, format_share(hardware.contingency), note=as_in_plan())
    )  # fmt: skip
    if money.flops_per_hour is not None:
        speed, inputs = _speed(law, hardware)
        rows.append(
            row("flops_per_hour", "", translate("Check page", "Compute in one hour of the plan"), money.flops_per_hour,
                format_flops(money.flops_per_hour), unit=translate("Check page", "FLOPs per hour"),
                formula=f"{{accelerators}} × {speed}{PER_HOUR}", inputs=inputs, source=plan_hardware())
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
            row("time", "", translate("Check page", "Time this takes on the hardware"), money.hours,
                format_duration(money.hours), unit=hours_unit(), formula="{C} / {FLOPs per hour}",
                inputs={"C": law.known["C"], "FLOPs per hour": money.flops_per_hour}, source=plan_hardware())
        )  # fmt: skip
    inputs: dict[str, float] = {"accelerators": hardware.count, "hours": money.hours}
    rows.append(
        row("device_hours", "", translate("Check page", "Accelerator-hours"), money.device_hours,
            translate("Check page", "{number} hours").format(number=pure(money.device_hours)), unit=hours_unit(),
            formula="{accelerators} × {hours}", inputs=inputs, source=plan_hardware())
    )  # fmt: skip
    if money.price_per_hour is not None:
        price = money.price_per_hour
        rows.append(
            row("price", "", translate("Check page", "Price of one accelerator-hour"), price,
                format_price(price, currency), unit=currency,
                note=as_in_plan() if hardware.price_per_hour is not None else money.price_note,
                source=from_plan() if hardware.price_per_hour is not None else translate("Check page", "Catalogue"))
        )  # fmt: skip
        if money.cost is not None:
            rows.append(
                row("whole_cost", "", translate("Check page", "Cost of the whole plan"), money.cost,
                    format_money(money.cost, currency), unit=currency, formula="{accelerator-hours} × {price}",
                    inputs={"accelerator-hours": money.device_hours, "price": price}, source=plan_hardware())
            )  # fmt: skip
    watts = accelerator(hardware.accelerator).tdp_w if hardware.accelerator is not None else None
    if money.energy_kwh is not None and money.carbon_kg is not None and watts is not None:
        rows += [
            row("energy", "", translate("Check page", "Electricity of the whole plan"), money.energy_kwh,
                format_energy(money.energy_kwh), unit="kWh",
                formula="{accelerator-hours} × {watts} / 1000 × {power usage effectiveness}",
                inputs={"accelerator-hours": money.device_hours, "watts": watts,
                        "power usage effectiveness": hardware.pue}, source=plan_hardware()),
            row("carbon", "", translate("Check page", "Carbon dioxide of that electricity"), money.carbon_kg,
                format_mass(money.carbon_kg), unit="kg", formula="{kWh} × {grams per kWh} / 1000",
                inputs={"kWh": money.energy_kwh, "grams per kWh": hardware.carbon_g_per_kwh}, source=plan_hardware()),
        ]  # fmt: skip
    return rows


def shape_group(law: LawRows) -> CheckGroup:
    """Return the transformer's shape, which fixes what a token costs."""
    shape = law.architecture
    inputs = {**law.known, "g_size": shape.gqa_group, "n_ffn": shape.ffn_matrices, "ρ_ffn": shape.ffn_ratio}
    set_here = as_in_plan()
    rows = (
        row("context", "n_ctx", translate("Check page", "Context, tokens a model sees at once"), shape.context,
            tokens_text(exact_number(shape.context)), unit=tokens_unit(), note=set_here),
        row("vocabulary", "n_vocab", translate("Check page", "Vocabulary entries"), shape.vocabulary,
            exact_number(shape.vocabulary), note=set_here),
        row("aspect_ratio", "ρ", translate("Check page", "Width of a model over its layers"), shape.aspect_ratio,
            pure(shape.aspect_ratio), note=set_here),
        row("gqa_group", "g_size", translate("Check page", "Queries that share one key"), shape.gqa_group,
            pure(shape.gqa_group), note=set_here),
        row("ffn_matrices", "n_ffn", translate("Check page", "Matrices of a feed-forward block"), shape.ffn_matrices,
            exact_number(shape.ffn_matrices), note=set_here),
        row("ffn_ratio", "ρ_ffn", translate("Check page", "Width of a feed-forward block over the model's"),
            shape.ffn_ratio, pure(shape.ffn_ratio), note=set_here),
        row("width_factor", "ω", translate("Check page", "Parameters of one layer over its width squared"),
            law.known["ω"], pure(law.known["ω"]), formula="2 + 2 / {g_size} + {n_ffn} × {ρ_ffn}", inputs=inputs,
            source=appendix("H")),
        row("context_weight", "s_1", translate("Check page", "Weight of the context in a token's cost"),
            law.known["s_1"], pure(law.known["s_1"]), formula="(1 / ({ρ} × {ω}^2))^(1/3)", inputs=inputs,
            source=both(appendix("H"), equation(69))),
        row("vocabulary_weight", "s_2", translate("Check page", "Weight of the vocabulary in a token's cost"),
            law.known["s_2"], pure(law.known["s_2"]), formula="({ρ} / {ω})^(1/3)", inputs=inputs,
            source=both(appendix("H"), equation(69))),
    )  # fmt: skip
    return CheckGroup("shape", translate("Check page", "Shape of the models"), rows)


def student_group(law: LawRows) -> CheckGroup:
    """Return the student's size, shape and text."""
    size, text = law.plan.student.parameters, law.solution.world.student_text
    rows = [
        row("parameters", "N_S", translate("Check page", "Size of the student without embeddings"), size,
            parameters_text(size), unit=parameters_unit(), note=as_in_plan()),
        *law.shape("S", size),
        unique_text("student_text", "U_S", translate("Check page", "Text for the student, each token once"),
                    text.unique_tokens, law.plan.data.allow_repeats),
    ]  # fmt: skip
    return CheckGroup("student", translate("Check page", "Student"), tuple(rows))


def unique_text(key: str, symbol: str, meaning: str, unique: float, may_repeat: bool) -> CheckRow:
    """Return the row of how much text there is; no limit is a row of words."""
    if not isfinite(unique):
        note = translate("Check page", "Fresh text never runs out")
        return CheckRow(key, symbol, meaning, translate("Check page", "No limit"), note=note, source=from_plan())
    note = translate("Check page", "May be seen only once")
    if may_repeat:
        note = translate("Check page", "May be seen more than once")
    return row(key, symbol, meaning, unique, tokens_text(unique), unit=tokens_unit(), note=note)


def shares_group(law: LawRows) -> CheckGroup:
    """Return which share of the teacher's cost this student bears, Eq. 9 and Table 2."""
    teacher = law.plan.teacher
    outputs, training = law.solution.shares
    students = {"students": teacher.students}
    if teacher.outputs_stored:
        who_computes, shared = translate("Check page", "The outputs are stored already"), False
    elif teacher.share_outputs:
        who_computes, shared = translate("Check page", "The students share the outputs"), True
    else:
        who_computes = translate("Check page", "The outputs are computed for this student alone")
        shared = False
    if teacher.exists:
        who_trains = translate("Check page", "The teacher exists")
    elif teacher.students == 1:
        who_trains = translate("Check page", "The teacher is trained for this student alone")
    else:
        who_trains = translate("Check page", "The students share the teacher")
    rows = (
        row("outputs_share", "d_lgt", translate("Check page", "Share of the teacher's outputs paid for"), outputs,
            format_share(outputs),
            formula="1 / {students}" if shared else "", inputs=students, note=who_computes,
            source=both(equation(9), study_table(2))),
        row("training_share", "d_pre", translate("Check page", "Share of the teacher's training paid for"), training,
            format_share(training), formula="" if teacher.exists else "1 / {students}", inputs=students,
            note=who_trains, source=both(equation(9), study_table(2))),
    )  # fmt: skip
    return CheckGroup("shares", translate("Check page", "What is paid for"), rows)
