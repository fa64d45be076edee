"""Opens the goal window of a document; its parts are imported on first use, so that the program starts without them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from .document import Document
from .theme import LIGHT, Theme

if TYPE_CHECKING:
    from .goal_dialog import GoalDialog
    from .goal_fields import KeptGoals


class GoalWindow(QObject):
    """Shows at most one goal window beside a main window.

    Parameters
    ----------
    document : Document
        Whose plan is asked about.
    window : QWidget
        Beside which it stands.
    shared : iterable of QAction
        Actions whose keys work in it as well, such as undo and redo.
    """

    def __init__(self, document: Document, window: QWidget, shared: Iterable[QAction] = ()) -> None:
        super().__init__(window)
        self._document, self._window, self._shared = document, window, tuple(shared)
        self._theme = LIGHT
        self._kept: KeptGoals | None = None
        self.dialog: GoalDialog | None = None

    @Slot()
    def open(self) -> None:
        """Show the window, or bring it to the front."""
        if self.dialog is None:
            from .goal_dialog import GoalDialog

            self.dialog = GoalDialog(self._document, self._window, kept=self._kept)
            self.dialog.addActions(list(self._shared))
            self.dialog.set_theme(self._theme)
            self.dialog.finished.connect(self._forget)
        self.dialog.show()
        self.dialog.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    def close(self) -> None:
        """Close the window if it is open, so that its worker ends."""
        if self.dialog is not None:
            self.dialog.close()

    @Slot(int)
    def _forget(self, result: int) -> None:
        """Let the closed window go, but not what was typed in it."""
        if self.dialog is not None:
            self._kept = self.dialog.fields.kept
        self.dialog = None
