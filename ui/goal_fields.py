"""What is fixed in the goal window: one choice of four, and the fields that go with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor.field_text import LOSS, PARAMETERS, TOKENS, Quantity
from advisor.goal.seek import Goal, first_goals
from advisor.goal.text import deadline_quantity, echo, money_quantity
from advisor.language import translate
from advisor.plan import Plan

from .echo_line import EchoLine
from .segmented import Segmented
from .text_entry import TextEntry
from .text_size import px
from .theme import Theme, set_state

LABEL_WIDTH = 72
FIELD_WIDTH = 152
FIELD_HEIGHT = 24


class GoalField(QWidget):
    """Label, text field, and under them what was understood or what would be right.

    Signals
    -------
    edited()
        The user wrote something that can be read.
    problem_changed()
        What is wrong is something else, or nothing any more.
    """

    edited = Signal()
    problem_changed = Signal()

    def __init__(
        self, name: str, label: str, quantity: Quantity, *, optional: bool = False, help_text: str = ""
    ) -> None:
        super().__init__()
        self.name = name
        self._default_text = translate("Goal seek", "no deadline") if optional else ""
        self.entry = TextEntry(f"goal.{name}", quantity, required=not optional)
        self.entry.setFixedWidth(px(FIELD_WIDTH))
        self.entry.setAccessibleName(label)
        self.entry.setToolTip(help_text)
        self._echo = EchoLine(self)
        caption = QLabel(label)
        caption.setFixedHeight(px(FIELD_HEIGHT))
        caption.setMinimumWidth(px(LABEL_WIDTH))
        caption.setBuddy(self.entry)
        caption.setToolTip(help_text)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.addWidget(caption, 0, 0)
        grid.addWidget(self.entry, 0, 1)
        grid.addWidget(self._echo, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.setRowMinimumHeight(1, 32)
        self.entry.value_edited.connect(self._edited)
        self.entry.problem_changed.connect(self._changed)

    @property
    def value(self) -> Any:
        """What the field says; None where it may be empty and is."""
        return self.entry.value

    @property
    def problem(self) -> str:
        """What would be right instead of the text; "" where it can be read."""
        return self.entry.problem

    @property
    def echo(self) -> str:
        """The line under the field."""
        return self._echo.text

    def show_value(self, value: float | None, quantity: Quantity | None = None) -> None:
        """Show a value, perhaps read and written in another way from now on."""
        if quantity is not None:
            self.entry.quantity = quantity
        self.entry.show_value(value, self._default_text)
        self._show_echo()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon of a problem in the colours of a theme."""
        self._echo.set_theme(theme)

    def _edited(self) -> None:
        self._show_echo()
        self.edited.emit()

    def _changed(self) -> None:
        self._show_echo()
        self.problem_changed.emit()

    def _show_echo(self) -> None:
        said = self.problem or echo(self.name, self.value)
        self._echo.show_text(said, wrong=bool(self.problem))
        self.entry.setAccessibleDescription(said)


KeptGoals = tuple[str, dict[str, Goal]]
"""What is fixed, and the goal of each kind."""


class GoalFields(QWidget):
    """Chooses what is fixed and reads it into a `Goal`.

    Signals
    -------
    goal_changed()
        `goal` is another one, or it can be read again, or no longer.
    """

    goal_changed = Signal()

    def __init__(self, plan: Plan, parent: QWidget | None = None, kept: KeptGoals | None = None) -> None:
        super().__init__(parent)
        self._goals = first_goals(plan) if kept is None else dict(kept[1])
        self._touched = kept is not None
        self._count, self._currency = 0, ""
        self.choice = Segmented(
            (
                ("loss", translate("Goal seek", "Loss")),
                ("model", translate("Goal seek", "A model to match")),
                ("money", translate("Goal seek", "Money")),
                ("time", translate("Goal seek", "Deadline")),
            )
        )
        self.choice.describe(
            translate("Goal seek", "What is fixed"), translate("Goal seek", "The table below gives the rest")
        )
        self.choice.setFixedWidth(px(560))
        self.choice.set_value("loss" if kept is None else kept[0])
        self.choice.chosen.connect(self._chosen)
        time, money = deadline_quantity(1), money_quantity(plan.currency)
        within = translate(
            "Goal seek", "By when; the answer is then how many accelerators. Empty: as long as this plan's take"
        )
        self.loss = GoalField(
            "loss",
            translate("Goal seek", "Loss"),
            LOSS,
            help_text=translate("Goal seek", "The student's loss in nats per token"),
        )
        self.parameters = GoalField(
            "parameters",
            translate("Goal seek", "Size"),
            PARAMETERS,
            help_text=translate("Goal seek", "Parameters of the model to match, without embeddings"),
        )
        self.tokens = GoalField(
            "tokens",
            translate("Goal seek", "Trained on"),
            TOKENS,
            help_text=translate("Goal seek", "Tokens the model to match was trained on"),
        )
        self.money = GoalField(
            "money",
            translate("Goal seek", "Money"),
            money,
            help_text=translate("Goal seek", "What may be spent in all"),
        )
        self.time = GoalField(
            "hours", translate("Goal seek", "Time"), time, help_text=translate("Goal seek", "From start to end")
        )
        self.deadline = GoalField("hours", translate("Goal seek", "Within"), time, optional=True, help_text=within)
        self._shown_for = {
            "loss": (self.loss, self.deadline),
            "model": (self.parameters, self.tokens, self.deadline),
            "money": (self.money,),
            "time": (self.time,),
        }
        self.fields = (self.loss, self.parameters, self.tokens, self.money, self.time, self.deadline)
        caption = QLabel(translate("Goal seek", "What is fixed"))
        set_state(caption, tone="muted")
        first = QHBoxLayout()
        first.setSpacing(16)
        first.addWidget(caption)
        first.addWidget(self.choice)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(24)
        for field in self.fields:
            second.addWidget(field)
            field.edited.connect(self._edited)
            field.problem_changed.connect(self.goal_changed)
        second.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        rows.addLayout(first)
        rows.addLayout(second)
        self._show_values()
        self.show_plan(plan)
        self._show_fields()

    @property
    def kind(self) -> str:
        """What is fixed: "loss", "model", "money" or "time"."""
        return str(self.choice.value)

    @property
    def goal(self) -> Goal:
        """What is fixed, as far as it could be read last."""
        return self._goals[self.kind]

    @property
    def problem(self) -> str:
        """What would be right in the first field that cannot be read; "" where all can."""
        return next((field.problem for field in self._shown_for[self.kind] if field.problem), "")

    @property
    def kept(self) -> KeptGoals | None:
        """What was chosen and typed, to begin with when the fields are shown again; None while nothing was."""
        return (self.kind, dict(self._goals)) if self._touched else None

    def show_plan(self, plan: Plan) -> None:
        """Read and write money in the plan's currency, and device-hours of its accelerators."""
        count = plan.hardware.count if plan.hardware is not None else 1
        if plan.currency != self._currency:
            self._currency = plan.currency
            self.money.show_value(self.money.value, money_quantity(plan.currency))
        if count != self._count:
            self._count = count
            for field in (self.time, self.deadline):
                field.show_value(field.value, deadline_quantity(count))

    def focus_first(self) -> None:
        """Give the keyboard to the first field, its text chosen."""
        entry = self._shown_for[self.kind][0].entry
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
        entry.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for field in self.fields:
            field.set_theme(theme)

    def _show_values(self) -> None:
        self.loss.show_value(self._goals["loss"].loss)
        self.parameters.show_value(self._goals["model"].parameters)
        self.tokens.show_value(self._goals["model"].tokens)
        self.money.show_value(self._goals["money"].money)
        self.time.show_value(self._goals["time"].hours)
        self.deadline.show_value(self._goals["loss"].hours)

    def _chosen(self) -> None:
        self._touched = True
        self._show_fields()
        self.goal_changed.emit()

    def _show_fields(self) -> None:
        for field in self.fields:
            field.setVisible(field in self._shown_for[self.kind])

    def _edited(self) -> None:
        self._touched = True
        within = self.deadline.value
        self._goals = {
            "loss": replace(self._goals["loss"], loss=self.loss.value, hours=within),
            "model": replace(
                self._goals["model"], parameters=self.parameters.value, tokens=self.tokens.value, hours=within
            ),
            "money": replace(self._goals["money"], money=self.money.value),
            "time": replace(self._goals["time"], hours=self.time.value),
        }
        self.goal_changed.emit()
