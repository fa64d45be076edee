"""Rows of the Preferences window: a name, and beside it a choice or a field with what would be right under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from .echo_line import EchoLine
from .segmented import Segmented
from .text_entry import TextEntry
from .text_size import px
from .theme import Theme, font, set_state

LABEL_WIDTH = 96
CHOICE_WIDTH = 320
FIELD_HEIGHT = 24


class PreferenceRow(QWidget):
    """A name at the left, and what is set at the right."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label_text = label
        self._label = QLabel(label)
        self._label.setFixedHeight(px(FIELD_HEIGHT))
        self._label.setMinimumWidth(px(LABEL_WIDTH))
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(px(8))
        self.grid.setVerticalSpacing(0)
        self.grid.addWidget(self._label, 0, 0)
        self.grid.setColumnStretch(1, 1)

    def put(self, widget: QWidget, name: str) -> None:
        """Put the widget that sets the preference in its place; ``name`` is how it is found again."""
        widget.setObjectName(name)
        widget.setAccessibleName(self.label_text)
        if isinstance(widget, QComboBox):  # a list box is called after its choice on some desktops
            widget.setAccessibleDescription(self.label_text)
        widget.setMinimumWidth(px(CHOICE_WIDTH))
        self._label.setBuddy(widget)
        self.grid.addWidget(widget, 0, 1)


class SegmentRow(PreferenceRow):
    """One of a few values, side by side."""

    def __init__(self, name: str, label: str, options: Sequence[tuple[object, str]]) -> None:
        super().__init__(label)
        self.choice = Segmented(options)
        self.choice.describe(label, "")
        self.put(self.choice, name)


class ChoiceRow(PreferenceRow):
    """One of several values, in a list.

    Signals
    -------
    chosen(object)
        The user chose this value.
    """

    chosen = Signal(object)

    def __init__(self, name: str, label: str, options: Sequence[tuple[object, str]]) -> None:
        super().__init__(label)
        self._values = [value for value, _ in options]
        self.box = QComboBox()
        self.box.addItems([text for _, text in options])
        self.box.activated.connect(self._activated)
        self.put(self.box, name)

    def show_value(self, value: object) -> None:
        """Show a value without telling anyone; one that is not among the choices is added as it is called."""
        if value not in self._values:
            self._values.append(value)
            self.box.addItem(str(value))
        self.box.setCurrentIndex(self._values.index(value))

    def _activated(self, index: int) -> None:
        self.chosen.emit(self._values[index])


class EntryRow(PreferenceRow):
    """A field; empty, it stands for a default, whose name it then shows."""

    def __init__(self, name: str, label: str, entry: TextEntry, default_text: str) -> None:
        super().__init__(label)
        self.entry = entry
        self._default_text = default_text
        self.put(entry, name)
        self.entry.setPlaceholderText(default_text)
        self._echo = EchoLine(self)
        keeps = self._echo.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # so that nothing moves when there is something to put right
        self._echo.setSizePolicy(keeps)
        self._echo.hide()
        self.grid.addWidget(self._echo, 1, 1)
        entry.problem_changed.connect(self._show_problem)

    def show_value(self, value: object) -> None:
        """Show what is set; None for the default."""
        self.entry.show_value(value, keep_wrong=False)
        self.entry.setPlaceholderText(self._default_text)

    def set_theme(self, theme: Theme) -> None:
        """Draw the sign in the colours of a theme."""
        self._echo.set_theme(theme)

    def _show_problem(self) -> None:
        fix = self.entry.problem
        self._echo.show_text(fix, wrong=bool(fix))
        self._echo.setVisible(bool(fix))
        self.entry.setAccessibleDescription(fix)


def heading(text: str) -> QLabel:
    """Return the title of a section."""
    label = QLabel(text)
    label.setFont(font("section"))
    label.setMinimumHeight(px(FIELD_HEIGHT))
    return label


def caption(text: str) -> QLabel:
    """Return a small sentence in muted ink, under what it is about."""
    label = QLabel(text)
    label.setFont(font("caption"))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setContentsMargins(px(LABEL_WIDTH + 8), 0, 0, 0)
    set_state(label, tone="muted")
    return label
