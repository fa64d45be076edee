"""From hardware to compute, device-hours, money, energy and carbon, each with where it comes from.

compute = count · peak · utilisation · hours · 3600 · (1 − contingency); a measured throughput replaces
peak · utilisation, and the plan's ``budget_flops``, where given, replaces the whole product.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from .accelerators import (
    CATALOGUE_DATE,
    DEFAULT_UTILIZATION,
    FP8_SPEED_UP,
    Accelerator,
    accelerator,
    price,
    utilization_preset,
)
from .errors import InputError
from .language import translate
from .plan import Hardware, Plan
from .quantities import exact_number, format_money, format_tflops

UtilizationSource = Literal["typed", "default", "measured"]
_MAX_HOURS = 1e6


@dataclass(frozen=True)
class Budget:
    """What a plan can spend; None where the hardware, a price or a power is not known.

    Parameters
    ----------
    compute_flops : float
        FLOPs available to this plan.
    flops_per_hour : float or None
        FLOPs of all accelerators in one hour of the plan, after the contingency, so that phases add up to ``hours``.
    hours : float or None
        The plan's time; with ``budget_flops`` the time that takes on the hardware.
    peak_tflops : float or None
        Dense peak of one accelerator. ``peak_note`` says which precision's and from where.
    utilization : float or None
        Share of the peak that is reached; from a measured throughput where that is given.
    presets : tuple or None
        Low, typical and high utilisation for this accelerator, count, student and precision.
    device_hours : float or None
        Accelerator-hours.
    price_per_hour, cost : float or None
        Of one accelerator-hour, and of all of them, in the plan's currency.
    energy_kwh, carbon_kg : float or None
        Including the power usage effectiveness; kilograms of CO2 equivalent.
    """

    compute_flops: float
    flops_per_hour: float | None = None
    hours: float | None = None
    peak_tflops: float | None = None
    peak_note: str = ""
    utilization: float | None = None
    utilization_source: UtilizationSource = "default"
    presets: tuple[float, float, float] | None = None
    device_hours: float | None = None
    price_per_hour: float | None = None
    price_note: str = ""
    cost: float | None = None
    energy_kwh: float | None = None
    carbon_kg: float | None = None


def budget(plan: Plan) -> Budget:
    """Return what the plan can spend.

    Raises
    ------
    InputError
        If the plan has neither ``budget_flops`` nor hardware whose speed is known.
    """
    hardware = plan.hardware
    if hardware is None:
        if plan.budget_flops is None:
            fix = translate("Hardware", "missing; write FLOPs such as 2e23, or hardware with its count and hours")
            raise InputError("budget_flops", fix)
        return Budget(compute_flops=plan.budget_flops)
    entry = accelerator(hardware.accelerator) if hardware.accelerator is not None else None
    peak, peak_note = _peak(hardware, entry)
    # The presets are shares of the BF16 peak; a peak that was typed is taken as the peak of the chosen precision.
    preset_precision = "bf16" if hardware.peak_tflops is not None else hardware.precision
    presets = utilization_preset(hardware.accelerator, hardware.count, plan.student.parameters, preset_precision)
    utilization, source = _utilization(hardware, peak, presets)

    tflops = hardware.measured_tflops
    if tflops is None and peak is not None and utilization is not None:
        tflops = peak * utilization
    if tflops is None and plan.budget_flops is None:
        if entry is None:
            fix = translate("Hardware", "missing; write an id such as h100-sxm5, or peak_tflops such as 989")
            raise InputError("hardware.accelerator", fix)
        fix = translate(
            "Hardware", "the catalogue has no {precision} peak of the {accelerator}; use bf16, or write peak_tflops"
        )
        raise InputError("hardware.precision", fix.format(precision=hardware.precision, accelerator=entry.name))
    flops_per_hour = None if tflops is None else hardware.count * tflops * 1e12 * 3600 * (1 - hardware.contingency)
    hours: float | None = hardware.hours
    compute = plan.budget_flops
    if compute is None:
        compute = (flops_per_hour or 0.0) * hardware.hours
    else:
        hours = compute / flops_per_hour if flops_per_hour else None

    price_per_hour, price_note = _price(hardware, plan.currency)
    device_hours = None if hours is None else hardware.count * hours
    cost = None if device_hours is None or price_per_hour is None else device_hours * price_per_hour
    energy = None
    if device_hours is not None and entry is not None and entry.tdp_w is not None:
        energy = device_hours * entry.tdp_w / 1000 * hardware.pue
    return Budget(
        compute_flops=compute,
        flops_per_hour=flops_per_hour or None,
        hours=hours,
        peak_tflops=peak,
        peak_note=peak_note,
        utilization=utilization,
        utilization_source=source,
        presets=presets,
        device_hours=device_hours,
        price_per_hour=price_per_hour,
        price_note=price_note,
        cost=cost,
        energy_kwh=energy,
        carbon_kg=None if energy is None else energy * hardware.carbon_g_per_kwh / 1000,
    )


def _peak(hardware: Hardware, entry: Accelerator | None) -> tuple[float | None, str]:
    """Return the dense peak of one accelerator in TFLOP/s, and a note for the reader."""
    if hardware.peak_tflops is not None:
        note = translate("Hardware", "{peak} each, as typed")
        if hardware.precision == "fp8" and hardware.utilization is None:
            note = translate(
                "Hardware", "{peak} each, as typed; FP8 reaches a smaller share of its peak than the presets"
            )
        return hardware.peak_tflops, note.format(peak=format_tflops(hardware.peak_tflops))
    chosen = entry.peak_for(hardware.precision) if entry is not None else None
    if entry is None or chosen is None:
        return None, ""
    peak, cell = chosen
    if hardware.precision == "fp8" and "fp8" not in entry.peaks:
        note = translate(
            "Hardware",
            "{peak} dense {precision} each, catalogue {date}; FP8 counts as {factor} times the utilisation, "
            "but no FP8 peak is listed: check that it has FP8",
        )
    elif hardware.precision == "fp8":
        note = translate(
            "Hardware",
            "{peak} dense {precision} each, catalogue {date}; FP8 counts as {factor} times the utilisation",
        )
    elif cell != hardware.precision:
        note = translate(
            "Hardware", "{peak} dense {precision} each, catalogue {date}; no {chosen_precision} peak is listed"
        )
    else:
        note = translate("Hardware", "{peak} dense {precision} each, catalogue {date}")
    return peak, note.format(
        peak=format_tflops(peak),
        precision=cell,
        date=CATALOGUE_DATE,
        factor=exact_number(FP8_SPEED_UP),
        chosen_precision=hardware.precision,
    )


def _utilization(
    hardware: Hardware, peak: float | None, presets: tuple[float, float, float] | None
) -> tuple[float | None, UtilizationSource]:
    if hardware.measured_tflops is not None:
        return (hardware.measured_tflops / peak if peak else None), "measured"
    if hardware.utilization is not None:
        return hardware.utilization, "typed"
    return (presets[1] if presets is not None else DEFAULT_UTILIZATION), "default"


def _price(hardware: Hardware, currency: str) -> tuple[float | None, str]:
    """Return the price of one accelerator-hour in the plan's currency, and a note for the reader."""
    found = price(hardware.accelerator) if hardware.accelerator is not None else None
    dollars = currency.strip().upper() in {"USD", "US$", "$"}
    note = ""
    if found is not None:
        note = translate("Hardware", "Catalogue {date}, seen from {low} to {high}")
        if hardware.price_per_hour is None and not dollars:
            note = translate(
                "Hardware", "Catalogue {date}, seen from {low} to {high} (US dollars); type a price in your currency"
            )
        note = note.format(date=found.as_of, low=format_money(found.low), high=format_money(found.high))
    if hardware.price_per_hour is not None:
        return hardware.price_per_hour, note
    if found is None:
        return None, translate("Hardware", "No default price is known; type one to see costs")
    return (found.default if dollars else None), note


def plan_with_compute(plan: Plan, flops: float) -> Plan:
    """Return the plan with another budget: other hours where hardware sets the budget, else another ``budget_flops``.

    The new value stays within what a plan file may hold (1e12 to 1e32 FLOPs, up to 1e6 hours).
    """
    flops = min(max(flops, 1e12), 1e32)
    rate = budget(plan).flops_per_hour if plan.hardware is not None and plan.budget_flops is None else None
    if plan.hardware is None or rate is None:
        return msgspec.structs.replace(plan, budget_flops=flops)
    hardware = msgspec.structs.replace(plan.hardware, hours=min(flops / rate, _MAX_HOURS))
    return msgspec.structs.replace(plan, hardware=hardware)
