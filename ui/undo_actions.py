"""Undo and redo in the menu and the tool bar: they name the edit that they take back or make again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from shiboken6 import isValid

from advisor.language import translate

from .document import Document


class UndoActions(QObject):
    """Keeps the two actions in step with a document's undo stack.

    Parameters
    ----------
    document : Document
        Whose edits are undone; its stack outlives none of the windows that show it.
    undo, redo : QAction
        What the user presses.
    """

    def __init__(self, document: Document, undo: QAction, redo: QAction, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = document.undo_stack
        self._undo, self._redo = undo, redo
        undo.triggered.connect(self._stack.undo)
        redo.triggered.connect(self._stack.redo)
        self._stack.indexChanged.connect(self.show_edits)
        document.state_changed.connect(self.show_edits)
        self.show_edits()

    @Slot()
    def show_edits(self) -> None:
        """Name the edits, or switch the actions off where there is none."""
        if not isValid(self._stack):
            return  # it empties itself as it is destroyed, and says so
        self._undo.setEnabled(self._stack.canUndo())
        self._redo.setEnabled(self._stack.canRedo())
        undo, redo = translate("Menu", "&Undo"), translate("Menu", "&Redo")
        if self._stack.canUndo():
            undo = translate("Menu", "&Undo {edit}", "edit: such as Change Time").format(
                edit=_in_menu(self._stack.undoText())
            )
        if self._stack.canRedo():
            redo = translate("Menu", "&Redo {edit}", "edit: such as Change Time").format(
                edit=_in_menu(self._stack.redoText())
            )
        self._undo.setText(undo)
        self._redo.setText(redo)


def _in_menu(text: str) -> str:
    """Return a text as a menu shows it: what is named in it may hold the sign that underlines a letter."""
    return text.replace("&", "&&")
