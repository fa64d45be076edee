"""Opening and saving plans from the window: dialogs, the question before work is lost, failures in plain words."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from advisor.errors import InputError

from .document import Document
from .message_bar import Message, MessageBar
from .settings import Settings

SUFFIX = ".distill"
FILE_FILTER = f"Distillation plans (*{SUFFIX});;All files (*)"

OPEN_FAILED = Message("open_failed", "error", "“{name}” was not opened: {reason}. Your plan is as it was.")
SAVE_FAILED = Message("save_failed", "error", "“{name}” was not saved: {reason}. Your plan is still here, unsaved.")

REASONS = {
    errno.ENOENT: "there is no such file or folder",
    errno.EACCES: "you have no permission for it",
    errno.EPERM: "you have no permission for it",
    errno.EROFS: "the place is read-only",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "part of its path is not a folder",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.ENAMETOOLONG: "its name is too long",
}


def plain_reason(error: Exception) -> str:
    """Return why a file could not be read or written, as words that fit after a colon."""
    if isinstance(error, InputError):
        return str(error).rstrip(".")
    if isinstance(error, OSError):
        return REASONS.get(error.errno or 0, (error.strerror or str(error)).rstrip("."))
    return str(error)


class PlanFiles(QObject):
    """Carries out New, Open and Save on a document; nothing is lost without asking, no failure passes in silence."""

    def __init__(self, document: Document, settings: Settings, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._settings = settings
        self._messages = messages
        self._window = window

    @Slot()
    def new(self) -> None:
        """Start a plan from the defaults, after asking where work would be lost."""
        if self.may_discard():
            self._messages.clear(OPEN_FAILED)
            self._document.new()

    @Slot()
    def open(self) -> None:
        """Ask for a plan file and open it."""
        if not self.may_discard():
            return
        name, _ = QFileDialog.getOpenFileName(self._window, "Open a plan", str(self._settings.folder), FILE_FILTER)
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> bool:
        """Open a plan file without asking; say so and return False when it cannot be opened."""
        if not self._open_with(self._document.open, path):
            return False
        self._settings.folder = path.absolute().parent
        return True

    def open_example(self, path: Path) -> bool:
        """Open an example plan, after asking where work would be lost; saving asks for a file of the user's own."""
        return self.may_discard() and self._open_with(self._document.open_example, path)

    def _open_with(self, read: Callable[[Path], None], path: Path) -> bool:
        try:
            read(path)
        except (InputError, OSError) as error:
            self._messages.show_message(OPEN_FAILED, name=path.name, reason=plain_reason(error))
            return False
        self._messages.clear(OPEN_FAILED)
        return True

    @Slot()
    def save(self) -> bool:
        """Save where the plan came from, or ask where to; return whether it is saved."""
        if self._document.path is None:
            return self.save_as()
        return self._save(None)

    @Slot()
    def save_as(self) -> bool:
        """Ask where to save and save there; return whether it is saved."""
        current = self._document.path
        suggestion = self._settings.folder / f"{_file_name(self._document.plan.name)}{SUFFIX}"
        start = current if current is not None else suggestion
        name, _ = QFileDialog.getSaveFileName(self._window, "Save the plan", str(start), FILE_FILTER)
        if not name:
            return False
        path = Path(name)
        if path.suffix != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
            # The dialog asked about the name as it was typed, not about this one.
            if path.exists() and not self._may_replace(path):
                return False
        return self._save(path)

    def _may_replace(self, path: Path) -> bool:
        answer = QMessageBox.question(
            self._window, "Replace the file", f"“{path.name}” is there already. Replace it with this plan?"
        )
        return answer == QMessageBox.StandardButton.Yes

    def may_discard(self) -> bool:
        """Return whether the plan may go: it is saved, or the user saved or discarded it just now."""
        if not self._document.dirty:
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("Unsaved plan")
        box.setText(f"Save the changes to “{self._document.plan.name}”?")
        box.setInformativeText("Otherwise they are lost.")
        choice = QMessageBox.StandardButton
        box.setStandardButtons(choice.Save | choice.Discard | choice.Cancel)
        box.setDefaultButton(choice.Save)
        box.button(choice.Discard).setText("Do not save")
        for button in box.buttons():
            button.setIcon(QIcon())
        answer = box.exec()
        box.deleteLater()
        if answer == choice.Save:
            return self.save()
        return answer == choice.Discard

    def _save(self, path: Path | None) -> bool:
        target = path or self._document.path
        name = target.name if target is not None else ""
        try:
            if path is None:
                self._document.save()
            else:
                self._document.save(path)
        except (InputError, OSError) as error:
            self._messages.show_message(SAVE_FAILED, name=name, reason=plain_reason(error))
            return False
        self._messages.clear(SAVE_FAILED)
        if target is not None:
            self._settings.folder = target.absolute().parent
        return True


def _file_name(plan_name: str) -> str:
    """Return a file name every system accepts, made from a plan's name."""
    kept = "".join(character if character.isalnum() or character in " -_." else "-" for character in plan_name)
    return kept.strip(" .")[:80] or "plan"
