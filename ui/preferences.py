"""The Preferences window: everything in it applies at once, all of it can be reset, and the reset taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from advisor.coefficients import BUILT_IN_SETS, built_in_set
from advisor.field_text import SHARE, price_quantity
from advisor.language import translate
from advisor.plan_edit import default_value
from advisor.quantities import format_share

from .languages import language_choices, number_choices
from .preference_rows import ChoiceRow, EntryRow, SegmentRow, caption, heading
from .screen_room import room_on_screen
from .settings import LONGEST_CURRENCY, TEXT_SIZES, NumberStyle, Settings, ThemeMode
from .text_entry import TextEntry
from .text_size import px
from .theme import Theme
from .theme_mode import ThemeSwitch

FRAME = QSize(16, 48)
"""Room to leave for what a desktop puts around a window, in pixels."""


@dataclass(frozen=True)
class DialogState:
    """What a Preferences window hands on to the one that takes its place at another text size."""

    place: QPoint = field(default_factory=QPoint)
    focus: str = ""
    before_reset: Mapping[str, object] | None = None


class PreferencesDialog(QDialog):
    """Shows and sets the user's preferences; it never keeps one from working on.

    Signals
    -------
    looks_changed()
        Text size or number style is another one: what is on screen must be made again.
    new_plans_changed()
        What new plans start from is another.
    """

    looks_changed = Signal()
    new_plans_changed = Signal()

    def __init__(
        self, settings: Settings, themes: ThemeSwitch, parent: QWidget | None = None, state: DialogState | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._themes = themes
        self._before_reset = state.before_reset if state is not None else None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(translate("Preferences", "Preferences"))
        self.theme_row = SegmentRow("theme", translate("Preferences", "Theme"), _themes())
        self.size_row = ChoiceRow("textSize", translate("Preferences", "Text size"), _sizes())
        self.language_row = ChoiceRow("language", translate("Preferences", "Language"), language_choices())
        self.number_row = ChoiceRow("numbers", translate("Preferences", "Numbers"), number_choices())
        self.currency_row = EntryRow(
            "currency",
            translate("Preferences", "Currency"),
            TextEntry("currency", None, ""),
            str(default_value("currency")),
        )
        self.price_row = EntryRow(
            "price",
            translate("Preferences", "Price"),
            TextEntry("hardware.price_per_hour", price_quantity("")),
            translate("Preferences", "the catalogue's, per accelerator-hour"),
        )
        self.utilization_row = EntryRow(
            "utilization",
            translate("Preferences", "Utilisation"),
            TextEntry("hardware.utilization", SHARE),
            translate("Preferences", "typical for accelerator and count"),
        )
        self.set_row = ChoiceRow("coefficients", translate("Preferences", "Coefficients"), _sets())
        self.currency_row.entry.setMaxLength(LONGEST_CURRENCY)
        self.reset_button = QPushButton()
        self._lay_out()
        self._connect()
        self.show_preferences()
        self.set_theme(themes.theme)
        self.resize(self.sizeHint())
        if state is not None:
            self._take_over(state)

    # What is shown

    def show_preferences(self) -> None:
        """Show what is set."""
        settings = self._settings
        self.theme_row.choice.set_value(settings.theme_mode)
        self.size_row.show_value(settings.text_size)
        self.language_row.show_value(settings.language)
        self.number_row.show_value(settings.number_style)
        self.currency_row.show_value(settings.currency)
        self.price_row.entry.quantity = price_quantity(settings.currency or str(default_value("currency")))
        self.price_row.show_value(settings.price_per_hour)
        self.utilization_row.show_value(settings.utilization)
        self.set_row.show_value(settings.coefficients)
        self._show_reset()

    def set_theme(self, theme: Theme) -> None:
        """Draw signs in the colours of a theme."""
        for row in (self.currency_row, self.price_row, self.utilization_row):
            row.set_theme(theme)

    def state(self) -> DialogState:
        """Return what the next window of this kind needs to take this one's place."""
        focus = self.focusWidget()
        while focus is not None and not focus.objectName():
            focus = focus.parentWidget()
        return DialogState(self.pos(), focus.objectName() if focus is not None else "", self._before_reset)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything, or what the screen has room for."""
        needed = self._content.sizeHint() + QSize(px(24), self._foot.sizeHint().height() + px(40))
        return needed.boundedTo(room_on_screen(self) - FRAME)

    def _show_reset(self) -> None:
        if self._before_reset is not None:
            self.reset_button.setText(translate("Preferences", "Take the reset back"))
        else:
            self.reset_button.setText(translate("Preferences", "Reset all to defaults"))
        self.reset_button.setEnabled(self._before_reset is not None or bool(self._settings.preferences()))

    def _lay_out(self) -> None:
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(8))
        column.addWidget(heading(translate("Preferences", "Appearance")))
        column.addWidget(self.theme_row)
        column.addWidget(self.size_row)
        column.addSpacing(px(8))
        column.addWidget(heading(translate("Preferences", "Language and numbers")))
        column.addWidget(self.language_row)
        column.addWidget(caption(translate("Preferences", "Another language shows when the program starts again.")))
        column.addWidget(self.number_row)
        column.addWidget(caption(translate("Preferences", "Files and headless answers always have a decimal point.")))
        column.addSpacing(px(8))
        column.addWidget(heading(translate("Preferences", "New plans")))
        for row in (self.currency_row, self.price_row, self.utilization_row, self.set_row):
            column.addWidget(row)
        says = translate(
            "Preferences", "For plans you start from now on. They are written into each plan, so its file stands alone."
        )
        column.addWidget(caption(says))
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._content)
        for part in (self._content, area.viewport()):
            part.setAutoFillBackground(False)
        self._foot = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = self._foot.button(QDialogButtonBox.StandardButton.Close)
        close.setText(translate("Preferences", "Close"))
        close.setIcon(QIcon())  # some desktops put a cross before the word
        close.clicked.connect(self.close)
        self._foot.addButton(self.reset_button, QDialogButtonBox.ButtonRole.ResetRole)
        self.reset_button.setObjectName("reset")
        for button in self._foot.buttons():
            button.setAutoDefault(False)  # Enter in a field ends the edit, and nothing else
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, px(16))
        around.addWidget(area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(24), px(8), px(24), 0)
        foot.addWidget(self._foot)
        around.addLayout(foot)

    # What the user does

    def _connect(self) -> None:
        self.theme_row.choice.chosen.connect(self._choose_theme)
        self.size_row.chosen.connect(self._choose_size)
        self.language_row.chosen.connect(self._choose_language)
        self.number_row.chosen.connect(self._choose_numbers)
        self.currency_row.entry.value_edited.connect(self._set_currency)
        self.price_row.entry.value_edited.connect(self._set_price)
        self.utilization_row.entry.value_edited.connect(self._set_utilization)
        self.set_row.chosen.connect(self._choose_set)
        self.reset_button.clicked.connect(self._reset)
        self._themes.theme_changed.connect(self.set_theme)

    @Slot(object)
    def _choose_theme(self, mode: ThemeMode) -> None:
        self._themes.set_mode(mode)
        self._changed()

    @Slot(object)
    def _choose_size(self, percent: int) -> None:
        self._settings.text_size = percent
        self._changed()
        self.looks_changed.emit()

    @Slot(object)
    def _choose_language(self, name: str) -> None:
        self._settings.language = name
        self._changed()

    @Slot(object)
    def _choose_numbers(self, style: NumberStyle) -> None:
        self._settings.number_style = style
        self._changed()
        self.looks_changed.emit()

    @Slot(object)
    def _set_currency(self, label: str) -> None:
        self._settings.currency = label
        self.price_row.entry.quantity = price_quantity(label or str(default_value("currency")))
        self.price_row.show_value(self._settings.price_per_hour)
        self._changed(new_plans=True)

    @Slot(object)
    def _set_price(self, price: float | None) -> None:
        self._settings.price_per_hour = price
        self._changed(new_plans=True)

    @Slot(object)
    def _set_utilization(self, share: float | None) -> None:
        none = share is not None and share <= 0
        self.utilization_row.entry.refuse(_above_nothing() if none else "")
        if not none:
            self._settings.utilization = share
            self._changed(new_plans=True)

    @Slot(object)
    def _choose_set(self, set_id: str) -> None:
        self._settings.coefficients = set_id
        self._changed(new_plans=True)

    @Slot()
    def _reset(self) -> None:
        """Give every preference its default, or take that back."""
        settings = self._settings
        looked = settings.text_size, settings.number_style
        before = self._before_reset
        self._before_reset = settings.preferences() if before is None else None
        settings.restore_preferences(before or {})
        settings.sync()
        self.show_preferences()
        self._themes.refresh()
        self.new_plans_changed.emit()
        if looked != (settings.text_size, settings.number_style):
            self.looks_changed.emit()

    def _changed(self, new_plans: bool = False) -> None:
        self._before_reset = None
        self._settings.sync()
        self._show_reset()
        if new_plans:
            self.new_plans_changed.emit()

    def _take_over(self, state: DialogState) -> None:
        self.move(state.place)
        target = self.findChild(QWidget, state.focus) if state.focus else None
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)


def _themes() -> tuple[tuple[ThemeMode, str], ...]:
    return (
        ("system", translate("Preferences", "As the system")),
        ("light", translate("Preferences", "Light")),
        ("dark", translate("Preferences", "Dark")),
    )


def _sizes() -> tuple[tuple[int, str], ...]:
    return tuple((percent, format_share(percent / 100)) for percent in TEXT_SIZES)


def _sets() -> tuple[tuple[str, str], ...]:
    return tuple((set_id, built_in_set(set_id).name) for set_id in BUILT_IN_SETS)


def _above_nothing() -> str:
    return translate("Preferences", "Write a share above 0 %, such as 40 %")
