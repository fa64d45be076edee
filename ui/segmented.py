"""One choice of a few, side by side, as a single stop of the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from .text_size import px
from .theme import font, set_state

SIDES, DENSE_SIDES = 14, 8
"""Least room beside a segment's text, both sides and borders together, in pixels at 100 %."""


class Segmented(QWidget):
    """A row of segments, at most one of them chosen.

    Tab stops once, on the chosen segment; left and right move to the next and choose it, as among radio buttons. A
    ``dense`` one has smaller text, for narrow places.

    Signals
    -------
    chosen(object)
        The user chose the value of a segment.
    """

    chosen = Signal(object)
    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self, options: Sequence[tuple[object, str]], parent: QWidget | None = None, *, dense: bool = False
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in options]
        self._buttons: list[QPushButton] = []
        self._index: int | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, (_, text) in enumerate(options):
            button = QPushButton(text, self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            set_state(button, segment=_place(index, len(options)))
            if dense:
                button.setFont(font("caption"))
                set_state(button, dense="true")
            strong = QFontMetrics(font("caption_strong" if dense else "body_strong"))  # as the chosen one is
            button.setMinimumWidth(strong.horizontalAdvance(text) + px(DENSE_SIDES if dense else SIDES))
            button.clicked.connect(self._clicked)
            button.installEventFilter(self)
            layout.addWidget(button, 1)
            self._buttons.append(button)
        self._arrange_focus()

    @property
    def value(self) -> object:
        """The chosen value; None where no segment is chosen."""
        return None if self._index is None else self._values[self._index]

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the segments from left to right."""
        return tuple(self._buttons)

    def set_value(self, value: object) -> None:
        """Choose a value without telling anyone; a value that no segment has leaves none chosen."""
        self._index = self._values.index(value) if value in self._values else None
        for index, button in enumerate(self._buttons):
            button.setAutoExclusive(False)  # else Qt would not leave all of them unchosen
            button.setChecked(index == self._index)
        for button in self._buttons:
            button.setAutoExclusive(True)  # screen readers then speak of radio buttons
        self._arrange_focus()

    def describe(self, name: str, description: str) -> None:
        """Name the choice for those who hear it instead of seeing it."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        for button in self._buttons:
            button.setAccessibleName(f"{name}: {button.text()}")
            button.setAccessibleDescription(description)

    def eventFilter(self, watched: object, event: object) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress and watched in self._buttons:
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(event.key())
            if step is not None:
                self._move(self._buttons.index(watched) + step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, index: int) -> None:
        if 0 <= index < len(self._buttons):
            self._buttons[index].setFocus(Qt.FocusReason.OtherFocusReason)
            self._choose(index)

    def _clicked(self) -> None:
        self._choose(self._buttons.index(self.sender()))

    def _choose(self, index: int) -> None:
        changed = index != self._index
        self.set_value(self._values[index])
        if changed:
            self.chosen.emit(self._values[index])

    def _stop(self) -> QPushButton:
        return self._buttons[self._index or 0]

    def _arrange_focus(self) -> None:
        stop = self._stop()
        self.setFocusProxy(stop)
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)


def _place(index: int, count: int) -> str:
    if count == 1:
        return "only"
    if index == 0:
        return "first"
    return "last" if index == count - 1 else "middle"
