"""The Compare page: this plan and its pins side by side, and all that can be done with a pin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from advisor.compare.page import ComparePage, comma_separated, tab_separated
from advisor.errors import InputError
from advisor.evidence import Page
from advisor.language import translate
from advisor.pins import move_pin, pin_plan, remove_pin, rename_pin, restore_pin
from advisor.plan import Plan

from ..chart_export import write_file
from ..compare_drawing import picture
from ..compare_table import CompareTable
from ..icons import icon
from ..link_button import LinkButton
from ..text_size import px
from ..theme import Theme, font, set_state
from .page import PageWidget, kinds_of_file

NOTES_SHOWN = 3
CHOSEN_WIDTH = 220
"""Room for the name of the chosen pin beside what can be done with it, in pixels."""


class ComparePageWidget(PageWidget):
    """Shows a `ComparePage` as a table; each change of a pin is asked for as one edit of the plan.

    A pin is meant by its name, not its place: the plan may have changed since the table was drawn.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ComparePage | None = None
        self.table = CompareTable()
        self.pin_button = QPushButton(translate("Compare page", "Pin this plan"))
        self.pin_button.setToolTip(translate("Compare page", "Keep this plan beside the next ones"))
        self.pin_button.clicked.connect(self.pin)
        self.tools.addWidget(self.pin_button)
        self.copy_button, self.save_button = self.add_copy_and_save(
            translate("Compare page", "The table is on the clipboard"), kinds_of_file()
        )
        self.copy_button.setToolTip(translate("Compare page", "Copy the table as text"))
        self.chosen = QLabel()
        self.chosen.setFont(font("caption_strong"))
        self.chosen.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = {
            name: self._button(text, icon_name, tip, do) for name, text, icon_name, tip, do in self._operations()
        }
        self.notes = QLabel()
        self.notes.setFont(font("caption"))
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setWordWrap(True)
        set_state(self.notes, tone="muted")
        self.layout_below.addWidget(self.table, 1)
        self.layout_below.addSpacing(6)
        self.layout_below.addWidget(self._bar())
        self.layout_below.addWidget(self.notes)
        self.layout_below.addStretch(0)
        self.setTabOrder(self.pin_button, self.copy_button)
        self.table.pin_chosen.connect(self._show_chosen)
        self.table.rename_asked.connect(self._rename)
        self.table.move_asked.connect(self._move)
        self.table.restore_asked.connect(self._restore)
        self.table.remove_asked.connect(self._remove)
        self.table.copy_asked.connect(self.copy_button.click)
        self.table.told.connect(self._show_name_problem)
        self.table.customContextMenuRequested.connect(self._menu_over_cells)
        self.table.names.customContextMenuRequested.connect(self._menu_over_names)

    def _operations(self) -> tuple[tuple[str, str, str, str, Callable[[], None]], ...]:
        """Return name, words, icon, explanation and effect of all that can be done with the chosen pin."""
        return (
            (
                "restore",
                translate("Compare page", "Restore"),
                "undo",
                translate("Compare page", "Work on this pinned plan again (Enter)"),
                self.restore,
            ),
            (
                "rename",
                translate("Compare page", "Rename"),
                "",
                translate("Compare page", "Give the pin another name (F2)"),
                self.table.rename,
            ),
            (
                "left",
                translate("Compare page", "Move left"),
                "chevron-left",
                translate("Compare page", "Move the pin to the left (Ctrl+Left)"),
                self.move_left,
            ),
            (
                "right",
                translate("Compare page", "Move right"),
                "chevron-right",
                translate("Compare page", "Move the pin to the right (Ctrl+Right)"),
                self.move_right,
            ),
            (
                "remove",
                translate("Compare page", "Remove"),
                "trash",
                translate("Compare page", "Remove the pin (Delete)"),
                self.remove,
            ),
        )

    def _button(self, text: str, icon_name: str, tip: str, do: Callable[[], None]) -> LinkButton:
        button = LinkButton(text, icon_name, trailing=False, parent=self)
        button.setToolTip(tip)
        button.clicked.connect(do)
        return button

    def _bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(8)
        row.addWidget(self.chosen)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self.bar = bar
        return bar

    # What is shown --------------------------------------------------------------------------------------------------

    @property
    def shown_page(self) -> ComparePage | None:
        """The page shown."""
        return self._shown

    def show_page(self, page: Page) -> None:
        """Show plans side by side."""
        assert isinstance(page, ComparePage)
        self._shown = page
        self.show_words(page)
        self.table.show_page(page)
        self.table.setAccessibleDescription(page.sentence)
        self.pin_button.setEnabled(page.next_name is not None)
        self.bar.setVisible(len(page.columns) > 1)
        self._show_notes(page)

    def copy(self) -> None:
        """Put the table on the clipboard as text with tabs, which spreadsheets and mails take."""
        if self._shown is not None:
            QGuiApplication.clipboard().setText(tab_separated(self._shown))

    def write(self, path: Path) -> None:
        """Write the table as numbers or as a picture."""
        if self._shown is None:
            return
        suffix = path.suffix.lower()
        if suffix == ".csv":
            data = comma_separated(self._shown).encode("utf-8-sig")
        else:
            drawn = picture(self._shown, self.theme)
            data = drawn.svg() if suffix == ".svg" else drawn.png()
        write_file(path, data)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        super().set_theme(theme)
        self.table.set_theme(theme)
        self.pin_button.setIcon(icon("pin", theme.ink, disabled=theme.disabled))
        for button in self.buttons.values():
            button.set_theme(theme)

    def set_stale(self, text: str | None) -> None:
        """Say that the last good plan is shown, and why; None: it is up to date."""
        super().set_stale(text)
        self.table.set_quiet(text is not None)

    def _show_notes(self, page: ComparePage) -> None:
        shown = list(page.notes[:NOTES_SHOWN])
        if len(page.notes) > NOTES_SHOWN:
            shown.append(translate("Compare page", "%n more note(s)", "", len(page.notes) - NOTES_SHOWN))
        set_state(self.notes, tone="muted")
        self.notes.setText("\n".join(shown))
        self.notes.setToolTip("\n".join(page.notes) if len(page.notes) > NOTES_SHOWN else "")

    def _show_name_problem(self, fix: str) -> None:
        if fix:
            set_state(self.notes, tone="error")
            self.notes.setText(fix)
        elif self._shown is not None:
            self._show_notes(self._shown)

    def _show_chosen(self, pin: int) -> None:
        pins = self.table.compared.columnCount() - 1
        name = self.table.pin_name or translate("Compare page", "Choose a pin to work on it")
        metrics = self.chosen.fontMetrics()
        self.chosen.setText(metrics.elidedText(" ".join(name.split()), Qt.TextElideMode.ElideRight, px(CHOSEN_WIDTH)))
        set_state(self.chosen, tone="" if pin >= 0 else "muted")
        for button in self.buttons.values():
            button.setEnabled(pin >= 0)
        self.buttons["left"].setEnabled(pin > 0)
        self.buttons["right"].setEnabled(0 <= pin < pins - 1)

    # What is done with pins -----------------------------------------------------------------------------------------

    def pin(self) -> None:
        """Pin this plan."""
        name = self._shown.next_name if self._shown is not None else None
        if name is not None:
            self.table.follow(name)
            self.told.emit(translate("Compare page", "Pinned as {name}").format(name=name))
            self.edit_requested.emit(pin_plan, translate("Compare page", "Pin plan"))

    def restore(self) -> None:
        """Take the chosen pin back as the plan."""
        self._restore(self.table.pin)

    def move_left(self) -> None:
        """Move the chosen pin one place to the left."""
        self._move(self.table.pin, -1)

    def move_right(self) -> None:
        """Move the chosen pin one place to the right."""
        self._move(self.table.pin, 1)

    def remove(self) -> None:
        """Remove the chosen pin."""
        self._remove(self.table.pin)

    def _restore(self, pin: int) -> None:
        self._ask(pin, restore_pin, translate("Compare page", "Restore pin"))

    def _rename(self, pin: int, name: str) -> None:
        self.table.follow(name)
        self._ask(pin, lambda plan, index: rename_pin(plan, index, name), translate("Compare page", "Rename pin"))

    def _move(self, pin: int, by: int) -> None:
        self.table.follow(self._name(pin))
        self._ask(pin, lambda plan, index: move_pin(plan, index, by), translate("Compare page", "Move pin"))

    def _remove(self, pin: int) -> None:
        self._ask(pin, remove_pin, translate("Compare page", "Remove pin"))

    def _name(self, pin: int) -> str:
        known = self._shown is not None and 0 <= pin < len(self._shown.columns) - 1
        return self._shown.columns[pin + 1].name if known and self._shown is not None else ""

    def _ask(self, pin: int, change: Callable[[Plan, int], Plan], text: str) -> None:
        name = self._name(pin)

        def changed(plan: Plan) -> Plan:
            index = next((i for i, known in enumerate(plan.pins) if known.name == name), None)
            try:
                return plan if index is None else change(plan, index)
            except InputError:  # the plan has changed since, and the name is taken by now
                return plan

        self.edit_requested.emit(changed, text)

    # Menus ----------------------------------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """Return the menu of the chosen pin."""
        menu = QMenu(self)
        keys = {"restore": "Return", "rename": "F2", "left": "Ctrl+Left", "right": "Ctrl+Right", "remove": "Del"}
        for name, text, _, tip, do in self._operations():
            action = QAction(text, menu)
            action.setShortcut(QKeySequence(keys[name]))
            action.setToolTip(tip)
            action.setEnabled(self.buttons[name].isEnabled())
            action.triggered.connect(do)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.pin_button.text(), self.pin).setEnabled(self.pin_button.isEnabled())
        menu.addAction(translate("Compare page", "Copy the table"), self.copy_button.click)
        return menu

    def _menu_over_cells(self, place: QPoint) -> None:
        index = self.table.indexAt(place)
        if index.isValid():
            self.table.setCurrentIndex(index)
        self._open_menu(self.table.viewport().mapToGlobal(place))

    def _menu_over_names(self, place: QPoint) -> None:
        column = self.table.names.logicalIndexAt(place)
        if column >= 0:
            self.table.choose_pin(column - 1)
        self._open_menu(self.table.names.viewport().mapToGlobal(place))

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
