"""Rows of the hardware group that hold more than one plain field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel

from advisor.field_text import COUNT, SHARE, price_quantity, time_quantity
from advisor.language import translate
from advisor.plan_edit import with_accelerator
from ui.accelerator_picker import AcceleratorPicker
from ui.fields import Change, Describe, Facts, FieldRow, Shown
from ui.segmented import Segmented
from ui.text_entry import TextEntry
from ui.text_size import px
from ui.theme import Theme, font, set_state

COUNT_WIDTH, WIDEST_COUNT = 40, 96
INSET = 8
"""Widths of the count's field and the room on either side of its text, in pixels."""


class AcceleratorRow(FieldRow):
    """How many of which accelerator."""

    def __init__(self, field: str, label: str, describe: Describe, *, help_text: str = "") -> None:
        super().__init__(field, label, describe, help_text=help_text)
        self._peak: float | None = None
        self.count = TextEntry("hardware.count", COUNT, required=True)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.count.part = translate("Hardware fields", "count")
        self.picker = AcceleratorPicker(field)
        self.picker.part = translate("Hardware fields", "kind")
        self.add_entry(self.count, COUNT_WIDTH)
        self.count.textChanged.connect(self._fit_count)
        times = QLabel("×", self.editor)
        self.editor_layout.setSpacing(6)
        self.editor_layout.addWidget(times)
        self.add_entry(self.picker)

    def _fit_count(self, text: str) -> None:
        """Let a long count be read whole; the accelerator's name gives way, since it is also in its list."""
        needed = self.count.fontMetrics().horizontalAdvance(text) + px(2 * INSET + 2)
        self.count.setFixedWidth(min(max(needed, px(COUNT_WIDTH)), px(WIDEST_COUNT)))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.picker.set_theme(theme)

    def show_values(self, facts: Facts, shown: Shown, keep_wrong: bool) -> None:
        super().show_values(facts, shown, keep_wrong)
        self._peak = facts.budget.peak_tflops if facts.budget else None

    def write(self, field: str, value: object) -> Change:
        if field != "hardware.accelerator":
            return super().write(field, value)
        # An accelerator outside the catalogue needs a peak; the last one known stands in until another is typed.
        peak = self._peak if value is None else None
        return lambda plan: with_accelerator(plan, value, peak)  # type: ignore[arg-type]


class TimeRow(FieldRow):
    """The time; where the compute is given, the time it takes."""

    def show_values(self, facts: Facts, shown: Shown, keep_wrong: bool) -> None:
        hours = facts.budget.hours if shown.derived and facts.budget is not None else None
        for entry in self.entries():
            entry.quantity = time_quantity(self.read(facts.plan, "hardware.count"))
            set_state(entry, derived="true" if shown.derived else None)
            if shown.derived:
                entry.show_value(hours, "–", keep_wrong=False)
            else:
                entry.show_value(self.read(facts.plan, entry.field), keep_wrong=keep_wrong)


class UtilizationRow(FieldRow):
    """A share, or one of three presets; the typical preset is the default."""

    def __init__(self, field: str, label: str, describe: Describe, *, help_text: str = "") -> None:
        super().__init__(field, label, describe, help_text=help_text)
        self._presets: tuple[float, float, float] | None = None
        self.add_entry(TextEntry(field, SHARE), 60)
        options = [
            ("low", translate("Hardware fields", "Low")),
            ("typical", translate("Hardware fields", "Typical")),
            ("high", translate("Hardware fields", "High")),
        ]
        self.segments = Segmented(options, self.editor, dense=True)
        widest = QFontMetrics(font("body_strong"))  # the chosen one is semibold
        for button in self.segments.buttons():
            button.setMinimumWidth(widest.horizontalAdvance(button.text()) + 8)
        self.segments.chosen.connect(self._chosen)
        self.editor_layout.addWidget(self.segments, 1)

    def show_values(self, facts: Facts, shown: Shown, keep_wrong: bool) -> None:
        super().show_values(facts, shown, keep_wrong)
        self._presets = facts.budget.presets if facts.budget else None
        self.segments.setEnabled(self._presets is not None)
        hardware = facts.plan.hardware
        share = hardware.utilization if hardware is not None else None
        if self._presets is None:
            self.segments.set_value(None)
        elif share is None:
            self.segments.set_value("typical")
        else:
            names = ("low", "typical", "high")
            matching = (name for name, preset in zip(names, self._presets, strict=True) if preset == share)
            self.segments.set_value(next(matching, None))

    def _chosen(self, name: str) -> None:
        if self._presets is None:
            return
        low, _, high = self._presets
        value = {"low": low, "typical": None, "high": high}[name]
        self.entries()[0].show_value(value, self._shown.default_text, keep_wrong=False)
        self.edited.emit(self.write(self.field, value), "")


class PriceRow(FieldRow):
    """A price in the plan's currency."""

    def show_values(self, facts: Facts, shown: Shown, keep_wrong: bool) -> None:
        for entry in self.entries():
            entry.quantity = price_quantity(facts.plan.currency)
        super().show_values(facts, shown, keep_wrong)
