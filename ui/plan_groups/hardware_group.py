"""Hardware: what computes, for how long, how well used, at what price; and the budget that follows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from advisor.accelerators import DEFAULT_UTILIZATION, accelerator
from advisor.field_text import CARBON, DURATION, FLOPS, POWER_FACTOR, SHARE, TFLOPS, price_quantity
from advisor.language import translate
from advisor.plan_edit import default_value, with_hardware_budget, with_value
from advisor.quantities import (
    exact_number,
    format_energy,
    format_flops,
    format_mass,
    format_money,
    format_share,
    format_tflops,
    plain,
)
from ui.choice_row import ChoiceRow
from ui.fields import Facts, FieldRow, Shown
from ui.plan_groups.budget_box import BudgetBox
from ui.plan_groups.group import PlanGroup
from ui.plan_groups.hardware_rows import AcceleratorRow, PriceRow, TimeRow, UtilizationRow
from ui.text_entry import TextEntry
from ui.theme import Theme


class HardwareGroup(PlanGroup):
    """Accelerators, time, utilisation, price and the budget; or an amount of compute instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Hardware fields", "Hardware"), parent, term="budget")
        compute = FieldRow(
            "budget_flops",
            translate("Hardware fields", "Compute"),
            self._compute,
            help_text=translate(
                "Hardware fields", "All the floating-point operations this plan may spend, such as 2e23."
            ),
        )
        compute.add_entry(TextEntry("budget_flops", FLOPS, required=True))
        self.compute_row = compute
        self.accelerator_row = AcceleratorRow(
            "hardware.accelerator",
            translate("Hardware fields", "Accelerators"),
            self._accelerators,
            help_text=translate(
                "Hardware fields",
                "How many accelerators, and which kind. Search the catalogue by name, or choose Custom.",
            ),
        )
        self.time_row = TimeRow(
            "hardware.hours",
            translate("Hardware fields", "Time"),
            self._time,
            help_text=translate(
                "Hardware fields", "How long all the accelerators are yours, such as 3 weeks, 500 h or 1,920 GPU-hours."
            ),
        )
        self.time_row.add_entry(TextEntry("hardware.hours", DURATION, required=True))
        self.utilization_row = UtilizationRow(
            "hardware.utilization",
            translate("Hardware fields", "Utilisation"),
            self._utilization,
            help_text=translate(
                "Hardware fields",
                "The share of the accelerators' dense peak that training reaches over whole days (also called MFU).",
            ),
        )
        self.price_row = PriceRow(
            "hardware.price_per_hour",
            translate("Hardware fields", "Price"),
            self._price,
            help_text=translate("Hardware fields", "What one accelerator costs for one hour."),
        )
        self.price_row.add_entry(TextEntry("hardware.price_per_hour", price_quantity("USD")))
        self.add_rows((compute, self.accelerator_row, self.time_row, self.utilization_row, self.price_row))
        self._add_more()
        self.budget_box = BudgetBox()
        self.budget_box.switch_requested.connect(self._switch)
        self.add_widget(self.budget_box, space_below=8)

    def _add_more(self) -> None:
        precision = ChoiceRow(
            "hardware.precision",
            translate("Hardware fields", "Precision"),
            [("bf16", "BF16"), ("fp16", "FP16"), ("fp8", "FP8"), ("tf32", "TF32")],
            self._precision,
            drop_down=True,
            help_text=translate("Hardware fields", "The number format that training computes in; it decides the peak."),
        )
        peak = FieldRow(
            "hardware.peak_tflops",
            translate("Hardware fields", "Peak"),
            self._peak,
            help_text=translate(
                "Hardware fields",
                "Dense peak of one accelerator. Makers also print peaks with sparsity, twice as high, that training "
                "never sees.",
            ),
        )
        peak.add_entry(TextEntry("hardware.peak_tflops", TFLOPS))
        self.peak_row = peak
        measured = FieldRow(
            "hardware.measured_tflops",
            translate("Hardware fields", "Measured"),
            self._measured,
            help_text=translate(
                "Hardware fields",
                "The speed of one accelerator in your own training runs; it replaces peak times utilisation.",
            ),
        )
        measured.add_entry(TextEntry("hardware.measured_tflops", TFLOPS))
        contingency = FieldRow(
            "hardware.contingency",
            translate("Hardware fields", "Contingency"),
            self._contingency,
            help_text=translate(
                "Hardware fields", "The share of the time that goes to restarts, pilot runs and evaluation."
            ),
        )
        contingency.add_entry(TextEntry("hardware.contingency", SHARE, default_value("hardware.contingency")))
        pue = FieldRow(
            "hardware.pue",
            translate("Hardware fields", "Power (PUE)"),
            self._pue,
            help_text=translate(
                "Hardware fields",
                "Power usage effectiveness: what the data centre draws for each kilowatt-hour that the accelerators "
                "draw.",
            ),
        )
        pue.add_entry(TextEntry("hardware.pue", POWER_FACTOR, default_value("hardware.pue")))
        carbon = FieldRow(
            "hardware.carbon_g_per_kwh",
            translate("Hardware fields", "Carbon"),
            self._carbon,
            help_text=translate("Hardware fields", "Grams of CO₂ equivalent for each kilowatt-hour of the grid."),
        )
        carbon.add_entry(TextEntry("hardware.carbon_g_per_kwh", CARBON, default_value("hardware.carbon_g_per_kwh")))
        currency = FieldRow(
            "currency",
            translate("Hardware fields", "Currency"),
            self._currency,
            help_text=translate("Hardware fields", "The label of all money. Nothing is converted."),
        )
        currency.add_entry(TextEntry("currency", None, default_value("currency"))).setMaxLength(12)
        self.add_rows((precision, peak, measured, contingency, pue, carbon, currency), more=True)

    def show_plan(self, facts: Facts, keep_wrong: bool = True) -> None:
        super().show_plan(facts, keep_wrong)
        self.budget_box.show_mode(by_compute=facts.plan.budget_flops is not None)

    def set_stale(self, text: str) -> None:
        self.budget_box.set_stale(text)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.budget_box.set_theme(theme)

    def _switch(self) -> None:
        facts = self._facts
        if facts is None:
            return
        if facts.plan.budget_flops is not None:
            self.edited.emit(with_hardware_budget, translate("Hardware fields", "Plan with hardware"), "")
            self.accelerator_row.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        elif facts.budget is not None:
            flops = facts.budget.compute_flops
            self.edited.emit(
                lambda plan: with_value(plan, "budget_flops", flops),
                translate("Hardware fields", "Plan with an amount of compute"),
                "",
            )
            self.compute_row.entries()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # What each row shows

    def _compute(self, facts: Facts) -> Shown:
        flops = facts.plan.budget_flops
        if flops is None:
            return Shown(visible=False)
        return Shown(translate("Hardware fields", "= {flops}").format(flops=format_flops(flops)))

    def _accelerators(self, facts: Facts) -> Shown:
        return Shown(facts.budget.peak_note if facts.budget else "", visible=facts.plan.hardware is not None)

    def _time(self, facts: Facts) -> Shown:
        hardware, budget = facts.plan.hardware, facts.budget
        if hardware is None:
            return Shown(visible=False)
        if facts.plan.budget_flops is None:
            return Shown(self._hours(hardware.hours))
        hours = plain(budget.hours, 3) if budget is not None and budget.hours is not None else "–"
        return Shown(translate("Hardware fields", "{hours} hours for this compute").format(hours=hours), derived=True)

    def _hours(self, hours: float) -> str:
        """Return typed hours with every digit; those a dragged budget came to have more of them than say anything."""
        if round(hours, 2) == hours:
            return translate("Hardware fields", "= {hours} hours").format(hours=exact_number(hours))
        return translate("Hardware fields", "≈ {hours} hours").format(hours=plain(hours, 3))

    def _utilization(self, facts: Facts) -> Shown:
        hardware, budget = facts.plan.hardware, facts.budget
        if hardware is None or budget is None:
            return Shown(visible=hardware is not None)
        if hardware.measured_tflops is not None:
            echo = translate("Hardware fields", "Replaced by the measured {speed}").format(
                speed=format_tflops(hardware.measured_tflops)
            )
            return Shown(echo, self._share(budget.utilization), unused=True)
        if budget.presets is None:
            echo = translate("Hardware fields", "No presets for a custom accelerator; default {share}").format(
                share=format_share(DEFAULT_UTILIZATION)
            )
            return Shown(echo, self._share(DEFAULT_UTILIZATION))
        low, typical, high = (format_share(preset) for preset in budget.presets)
        echo = translate("Hardware fields", "Presets for {count} of these: {low}, {typical}, {high}").format(
            count=exact_number(hardware.count), low=low, typical=typical, high=high
        )
        source = translate(
            "Hardware fields", "Presets are judged from published training runs; the typical one is the default."
        )
        return Shown(echo, typical, source)

    def _share(self, share: float | None) -> str:
        return "" if share is None else format_share(share)

    def _price(self, facts: Facts) -> Shown:
        hardware, budget = facts.plan.hardware, facts.budget
        if hardware is None or budget is None:
            return Shown(visible=hardware is not None)
        default = ""
        if hardware.price_per_hour is None and budget.price_per_hour is not None:
            default = price_quantity(facts.plan.currency).text(budget.price_per_hour)
        return Shown(budget.price_note, default or translate("Hardware fields", "not known"), budget.price_note)

    def _precision(self, facts: Facts) -> Shown:
        return Shown(visible=facts.plan.hardware is not None)

    def _peak(self, facts: Facts) -> Shown:
        hardware, budget = facts.plan.hardware, facts.budget
        if hardware is None:
            return Shown(visible=False)
        default = ""
        if hardware.peak_tflops is None and budget is not None and budget.peak_tflops is not None:
            default = TFLOPS.text(budget.peak_tflops)
        source = "" if hardware.accelerator is None else self._source(hardware.accelerator)
        return Shown(translate("Hardware fields", "Dense, of one accelerator; without sparsity"), default, source)

    def _source(self, accelerator_id: str) -> str:
        entry = accelerator(accelerator_id)
        return translate("Hardware fields", "Source: {url}. {note}").format(
            url=entry.source_url, note=entry.source_note
        )

    def _measured(self, facts: Facts) -> Shown:
        hardware, budget = facts.plan.hardware, facts.budget
        if hardware is None:
            return Shown(visible=False)
        if hardware.measured_tflops is None:
            return Shown(
                translate("Hardware fields", "Replaces peak and utilisation"),
                translate("Hardware fields", "not measured"),
            )
        if budget is None or budget.utilization is None:
            return Shown(
                translate("Hardware fields", "Used instead of a peak"), translate("Hardware fields", "not measured")
            )
        share = format_share(budget.utilization, 2)
        return Shown(
            translate("Hardware fields", "= {share} of the peak").format(share=share),
            translate("Hardware fields", "not measured"),
        )

    def _contingency(self, facts: Facts) -> Shown:
        return Shown(
            translate("Hardware fields", "Time lost to restarts, pilots, evaluation"),
            visible=facts.plan.hardware is not None,
        )

    def _pue(self, facts: Facts) -> Shown:
        energy = facts.budget.energy_kwh if facts.budget else None
        echo = (
            ""
            if energy is None
            else translate("Hardware fields", "{energy} in all").format(energy=format_energy(energy))
        )
        return Shown(
            echo or translate("Hardware fields", "The accelerator's power is not known"),
            visible=facts.plan.hardware is not None,
        )

    def _carbon(self, facts: Facts) -> Shown:
        mass = facts.budget.carbon_kg if facts.budget else None
        echo = (
            ""
            if mass is None
            else translate("Hardware fields", "{mass} of CO₂ equivalent in all").format(mass=format_mass(mass))
        )
        return Shown(
            echo or translate("Hardware fields", "The accelerator's power is not known"),
            visible=facts.plan.hardware is not None,
        )

    def _currency(self, facts: Facts) -> Shown:
        cost = format_money(1234, facts.plan.currency)
        return Shown(
            translate("Hardware fields", "Money reads {money}").format(money=cost),
            visible=facts.plan.hardware is not None,
        )
