"""What the hardware comes to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from advisor.budget import Budget
from advisor.language import translate
from advisor.plan import Plan
from advisor.quantities import exact_number, format_energy, format_flops, format_money
from ui.link_button import LinkButton
from ui.theme import Theme, font, set_state


class BudgetBox(QFrame):
    """What the hardware comes to: compute, accelerator-hours, money, energy.

    Signals
    -------
    switch_requested()
        The user wants to give the compute instead of the hardware, or the other way round.
    """

    switch_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = ""
        self._stale = ""
        set_state(self, role="tint")
        self.setAccessibleName(translate("Hardware fields", "Budget"))
        self._compute = QLabel(self)
        self._compute.setFont(font("body_strong"))
        self._line = QLabel(self)
        self._line.setFont(font("caption"))
        set_state(self._line, tone="muted")
        self._badge = QLabel(translate("Hardware fields", "derived"), self)
        self._badge.setFont(font("caption"))
        set_state(self._badge, tone="muted")
        self.switch = LinkButton("", parent=self)
        self.switch.clicked.connect(self.switch_requested)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 12, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._compute, 0, 0)
        grid.addWidget(self.switch, 0, 1)
        grid.addWidget(self._badge, 0, 2)
        grid.addWidget(self._line, 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)

    @property
    def text(self) -> str:
        """Everything the box says."""
        return f"{self._compute.text()} · {self._line.text()}"

    def set_theme(self, theme: Theme) -> None:
        """Draw the button in the colours of a theme."""
        self.switch.set_theme(theme)

    def show_mode(self, *, by_compute: bool) -> None:
        """Offer the other way of giving a budget."""
        self._badge.setText(
            translate("Hardware fields", "typed") if by_compute else translate("Hardware fields", "derived")
        )
        self.switch.setText(
            translate("Hardware fields", "use hardware instead")
            if by_compute
            else translate("Hardware fields", "enter FLOPs instead")
        )
        self.switch.setToolTip(
            translate("Hardware fields", "Let time and hardware decide the compute")
            if by_compute
            else translate("Hardware fields", "Give the compute; the time follows from the hardware")
        )

    def show_budget(self, budget: Budget, plan: Plan) -> None:
        """Show what a plan can spend."""
        self._compute.setText(format_flops(budget.compute_flops, padded=True))
        parts = []
        if budget.device_hours is not None:
            hours = exact_number(round(budget.device_hours))
            parts.append(translate("Hardware fields", "{hours} GPU-hours").format(hours=hours))
        if budget.cost is not None:
            parts.append(format_money(budget.cost, plan.currency))
        if budget.energy_kwh is not None:
            parts.append(format_energy(budget.energy_kwh))
        self._details = " · ".join(parts) or translate("Hardware fields", "No hardware: no time, no cost")
        self._show()

    def set_stale(self, text: str) -> None:
        """Say which older plan the numbers belong to; "" where they are current."""
        self._stale = text
        self._show()

    def _show(self) -> None:
        set_state(self._compute, tone="muted" if self._stale else None)
        self._line.setText(" · ".join(part for part in (self._details, self._stale) if part))
        self.setAccessibleDescription(self.text)
