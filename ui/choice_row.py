"""A row of the plan panel with one choice of a few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from .fields import Describe, Facts, FieldRow, Shown
from .segmented import Segmented
from .text_size import px

AROUND, WIDEST = 44, 232
"""Room around the option shown, for frame and arrow, and the most that a list makes a row wide, in pixels at 100 %."""


class ChoiceRow(FieldRow):
    """A row with one choice of a few: segments for two or three short ones, else a list that opens."""

    def __init__(
        self,
        field: str,
        label: str,
        options: Sequence[tuple[Any, str]],
        describe: Describe,
        *,
        drop_down: bool = False,
        echo: bool = False,
        help_text: str = "",
    ) -> None:
        super().__init__(field, label, describe, help_text=help_text, echo=echo)
        self._segments: Segmented | None = None
        self._list: DropDown | None = None
        if drop_down:
            self._list = DropDown(self.editor)
            self.set_options(options)
            self._list.activated.connect(self._activated)
            self._label.setBuddy(self._list)
            self.editor_layout.addWidget(self._list, 1)
        else:
            self._segments = Segmented(options, self.editor)
            self._segments.chosen.connect(self._chosen)
            self._label.setBuddy(self._segments)
            self.editor_layout.addWidget(self._segments, 1)

    @property
    def choice(self) -> Segmented | DropDown:
        """The widget that holds the choice."""
        return self._segments or self._list  # type: ignore[return-value]

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other options in the list that opens."""
        if self._list is not None:
            self._list.set_options(options)

    def show_values(self, facts: Facts, shown: Shown, keep_wrong: bool) -> None:
        self.choice.set_value(self.read(facts.plan, self.field))

    def _chosen(self, value: object) -> None:
        self.edited.emit(self.write(self.field, value), "")

    def _activated(self, index: int) -> None:
        if self._list is not None:
            self._chosen(self._list.itemData(index))


class DropDown(QComboBox):
    """A list that opens; the wheel scrolls the panel rather than the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer (value, text) pairs; nothing happens where they are the ones offered already."""
        offered = [(self.itemData(index), self.itemText(index)) for index in range(self.count())]
        if offered != list(options):
            value = self.currentData()
            self.clear()
            for option, text in options:
                self.addItem(text, option)
            self.set_value(value)

    def set_value(self, value: object) -> None:
        """Choose a value without telling anyone."""
        self.setCurrentIndex(self.findData(value))

    def minimumSizeHint(self) -> QSize:
        """Return a width that shows every option whole, within limits: the list that opens shows all of any."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(index)) for index in range(self.count())), default=0)
        least = super().minimumSizeHint()
        return QSize(max(least.width(), min(widest + px(AROUND), px(WIDEST))), least.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
