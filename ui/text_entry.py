"""One line of text that stands for one value of the plan, read at every keystroke."""

from __future__ import annotations

import itertools
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from advisor.errors import InputError
from advisor.field_text import Quantity, same

from .theme import set_state


class TextEntry(QLineEdit):
    """A text field bound to a field of the plan.

    What the user types stays as typed for as long as it says the plan's value, and stays too while it is wrong; an
    emptied field means the default. Steps back belong to the document, so the field has no undo of its own.

    Signals
    -------
    value_edited(object)
        The text was changed by the user and says this value.
    problem_changed()
        `problem` is another one.
    """

    value_edited = Signal(object)
    problem_changed = Signal()

    _visits = itertools.count()  # of all fields: the cells of a table are made anew for every visit

    def __init__(
        self,
        field: str,
        quantity: Quantity | None,
        default: Any = None,
        *,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.quantity = quantity
        self.required = required
        self.part = ""
        self._default = default
        self._value: Any = default
        self._default_text = ""
        self._typed = False
        self._wrong = ""
        self._refused = ""
        self._visit = next(self._visits)
        self.textEdited.connect(self._read)
        self.editingFinished.connect(self._finish)

    @property
    def problem(self) -> str:
        """What would be right instead of the text; "" for text that can be read and a plan that accepts it."""
        return self._wrong or self._refused

    @property
    def value(self) -> Any:
        """What the text says; while it cannot be read, what it said last."""
        return self._value

    @property
    def merge_key(self) -> str:
        """The same for all keystrokes of one visit to the field."""
        return f"{self.field}#{self._visit}"

    @property
    def emptied(self) -> bool:
        """Whether the user emptied the field and has not left it yet."""
        return self._typed and not self.text().strip()

    def refuse(self, fix: str) -> None:
        """Mark text that can be read but that the plan as a whole does not allow; "" lifts the mark."""
        if fix != self._refused:
            self._refused = fix
            self._mark()

    def show_value(self, value: Any, default_text: str = "", *, keep_wrong: bool = True) -> None:
        """Show the plan's value, leaving alone what the user is typing where it says the same.

        Parameters
        ----------
        value : object
            The value; None where the default stands.
        default_text : str
            The text for None.
        keep_wrong : bool
            Whether text that cannot be read stays.
        """
        unchanged = self._equal(value, self._value)
        self._value = value
        self._default_text = default_text
        self.setPlaceholderText(default_text)
        if self._wrong:
            if keep_wrong and unchanged:
                return
        elif self._typed and self._says(value):
            return
        self._show_plan_text()
        self._set_wrong("")

    def show_wrong(self, text: str, fix: str) -> None:
        """Show text again that could not be read before."""
        self._typed = True
        self.setText(text)
        self._set_wrong(fix)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape and self._wrong:
            self._show_plan_text()
            self._set_wrong("")
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            if undo:
                event.ignore()
                return False
            if event.key() == Qt.Key.Key_Escape and self._wrong:
                event.accept()
                return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():  # a file is for the window, not for its address to be written here
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._visit = next(self._visits)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        # The first two actions are the field's own undo and redo, followed by a separator.
        for action in menu.actions()[:3]:
            menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _read(self, text: str) -> None:
        self._typed = True
        try:
            value = self._value_of(text)
        except InputError as error:
            self._set_wrong(error.fix)
            return
        self._set_wrong("")
        self._value = value
        self.value_edited.emit(value)

    def _value_of(self, text: str) -> Any:
        if not text.strip() and not self.required:
            return self._default
        if self.quantity is None:
            return text.strip()
        return self.quantity.parse(text, self.field)

    def _says(self, value: Any) -> bool:
        try:
            return self._equal(self._value_of(self.text()), value)
        except InputError:
            return False

    def _equal(self, a: Any, b: Any) -> bool:
        if isinstance(a, int | float) and isinstance(b, int | float):
            return same(a, b)
        return bool(a == b)

    def _finish(self) -> None:
        self._visit = next(self._visits)
        if self.emptied and not self._wrong:
            self._show_plan_text()

    def _show_plan_text(self) -> None:
        self._typed = False
        text = self._default_text if self._value is None else self._text_of(self._value)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0 if not self.hasFocus() else len(text))

    def _text_of(self, value: Any) -> str:
        return str(value) if self.quantity is None else self.quantity.text(value)

    def _set_wrong(self, fix: str) -> None:
        if fix != self._wrong:
            self._wrong = fix
            self._mark()

    def _mark(self) -> None:
        set_state(self, state="error" if self.problem else None)
        self.problem_changed.emit()
