"""Opening and saving plans from the window: dialogs, the question before work is lost, failures in plain words.

Another plan comes into this window only while nothing in it is the user's; otherwise into a window of its own, as in
office programs. So opening never asks whether to save; only closing does.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from advisor.errors import InputError
from advisor.plan_file import load_plan
from advisor.plan_json import SUFFIX

from .actions import Actions
from .ask import Choice, ask
from .disk_state import DiskState
from .document import Document
from .file_reasons import plain_reason, remedy
from .file_watch import FileWatch
from .message_bar import Message, MessageBar
from .recent_menu import RecentMenu
from .recovery import Autosave, RecoveryFile
from .settings import Settings

FILE_FILTER = f"Distillation plans (*{SUFFIX});;All files (*)"

RELOAD, KEEP, SAVE, SAVE_AS, TRY_AGAIN = "Reload", "Keep mine", "Save", "Save as…", "Try again"

OPEN_FAILED = Message("open_failed", "error", "“{name}” was not opened: {reason}. Your plan is as it was.")
SAVE_FAILED = Message(
    "save_failed",
    "error",
    "“{name}” was not saved: {reason}. {remedy} Your plan is still here, unsaved.",
    (SAVE_AS, TRY_AGAIN),
)
CHANGED_OUTSIDE = Message(
    "changed_outside",
    "warning",
    "“{name}” was changed by another program. Reload it, or keep your plan as it is here. Undo takes a reload back.",
    (RELOAD, KEEP),
)
GONE_OUTSIDE = Message(
    "gone_outside",
    "warning",
    "“{name}” was moved or deleted; it is no longer in {folder}. Your plan is still here: save it again.",
    (SAVE, SAVE_AS),
)
NOT_KEPT = Message(
    "not_kept",
    "warning",
    "Unsaved edits cannot be kept safe from a crash: {reason}. Save your plan often.",
)


class WindowList(Protocol):
    """The program's windows, as one of them needs to know the others."""

    def another(self) -> PlanFiles:
        """Open another window and return what opens and saves its plan."""

    def show_if_open(self, path: Path) -> bool:
        """Bring the window to the front that has the file open; return whether there is one."""

    def quit(self) -> None:
        """Close every window."""


class PlanFiles(QObject):
    """Carries out New, Open and Save on a document; nothing is lost without asking, no failure passes in silence.

    Parameters
    ----------
    document : Document
        What is opened and saved.
    settings : Settings
        Which files and folder were used last, and where unsaved edits are kept.
    messages : MessageBar
        Where failures and what happened to the file are told.
    window : QWidget
        The document's window.
    windows : WindowList, optional
        The other windows; without it every plan is opened in this one, after asking where work would be lost.
    """

    def __init__(
        self,
        document: Document,
        settings: Settings,
        messages: MessageBar,
        window: QWidget,
        windows: WindowList | None = None,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._settings = settings
        self._messages = messages
        self._window = window
        self._windows = windows
        self._not_saved: Path | None = None
        self.autosave = Autosave(document, settings.recovery_folder, parent=self)
        self.watch = FileWatch(document, parent=self)
        self.autosave.failed.connect(self._tell_not_kept)
        self.autosave.kept.connect(self._kept)
        self.watch.found.connect(self._tell_disk_state)
        document.replaced.connect(self._forget_file)
        messages.chosen.connect(self._choose)

    def connect_actions(self, actions: Actions) -> None:
        """Let the actions of the File menu do what they say."""
        self._recent = RecentMenu(actions.recent, self._settings)
        self._recent.chosen.connect(self.open_file)
        actions.new.triggered.connect(self.new)
        actions.new_window.triggered.connect(self.new_window)
        actions.open.triggered.connect(self.open)
        actions.save.triggered.connect(self.save)
        actions.save_as.triggered.connect(self.save_as)
        actions.close.triggered.connect(self._window.close)
        actions.quit.triggered.connect(self._quit)
        for action in actions.examples.values():
            action.triggered.connect(self._open_chosen_example)

    # Opening

    @property
    def untouched(self) -> bool:
        """Whether nothing in this window is the user's: a new plan or an example, without edits."""
        return self._document.path is None and not self._document.dirty

    @Slot()
    def new(self) -> None:
        """Start a plan from the defaults."""
        place = self._place()
        if place is not None:
            place._messages.clear(OPEN_FAILED)
            place._document.new()

    @Slot()
    def new_window(self) -> None:
        """Start a plan from the defaults in a window of its own."""
        if self._windows is not None:
            self._windows.another()._document.new()
        else:
            self.new()

    @Slot()
    def open(self) -> None:
        """Ask for a plan file and open it."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Open a plan", str(self._settings.folder), FILE_FILTER)
        if name:
            self.open_file(Path(name))

    @Slot(object)
    def open_file(self, path: Path) -> bool:
        """Open a plan file in the window where it belongs; say so and return False when it cannot be opened."""
        if self._windows is not None and self._windows.show_if_open(path):
            return True
        if not self._try(load_plan, path):  # no window is opened for a file that cannot be
            return False
        place = self._place()
        return place is not None and place.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open a plan file here, without asking; say so and return False when it cannot be opened."""
        if not self._try(self._document.open, path):
            return False
        self._settings.add_recent(path)
        return True

    @Slot()
    def open_example(self, path: Path) -> bool:
        """Open an example plan; saving asks for a file of the user's own."""
        place = self._place()
        return place is not None and place._try(place._document.open_example, path)

    def recover(self, file: RecoveryFile) -> None:
        """Open a plan that was left behind, as unsaved, in the window where it belongs.

        Raises
        ------
        InputError, OSError
            If it cannot be read; it is then left where it is.
        """
        plan, warnings = file.read()
        origin, known = file.origin()
        here = not self._document.dirty and origin is not None and self._document.path == origin
        place = self if here else self._place()
        if place is not None:
            place._document.recover(plan, origin, known, warnings)
            place.autosave.adopt(file)
            place.watch.look()

    def _place(self) -> PlanFiles | None:
        """Return where another plan goes; None if the user would rather keep the one that is here."""
        if self.untouched:
            return self
        if self._windows is not None:
            return self._windows.another()
        return self if self.may_discard() else None

    def _try(self, read: Callable[[Path], object], path: Path) -> bool:
        try:
            read(path)
        except (InputError, OSError) as error:
            self._messages.show_message(OPEN_FAILED, name=path.name, reason=plain_reason(error))
            return False
        self._messages.clear(OPEN_FAILED)
        return True

    @Slot()
    def _open_chosen_example(self) -> None:
        self.open_example(self.sender().data())

    # Saving

    @Slot()
    def save(self) -> bool:
        """Save where the plan came from, or ask where to; return whether it is saved."""
        if self._document.path is None:
            return self.save_as()
        if self._document.disk_state()[0] is DiskState.CHANGED:
            answer = self._ask_overwrite(self._document.path)
            if answer is Choice.No:
                return self.save_as()
            if answer is not Choice.Yes:
                return False
        return self._save(self._document.path)

    @Slot()
    def save_as(self) -> bool:
        """Ask where to save and save there; return whether it is saved."""
        current = self._document.path
        suggestion = self._settings.folder / f"{file_name(self._document.plan.name)}{SUFFIX}"
        start = current if current is not None else suggestion
        name, _ = QFileDialog.getSaveFileName(self._window, "Save the plan", str(start), FILE_FILTER)
        if not name:
            return False
        path = Path(name)
        if path.suffix != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
            # The dialog asked about the name as it was typed, not about this one.
            if _exists(path) and not self._may_replace(path):
                return False
        return self._save(path)

    def _may_replace(self, path: Path) -> bool:
        answer = QMessageBox.question(
            self._window, "Replace the file", f"“{path.name}” is there already. Replace it with this plan?"
        )
        return answer == QMessageBox.StandardButton.Yes

    def _ask_overwrite(self, path: Path) -> Choice:
        return ask(
            self._window,
            "The file was changed",
            f"“{path.name}” was changed by another program since you opened it.",
            "Overwriting it loses what the other program wrote.",
            {Choice.No: SAVE_AS, Choice.Yes: "Overwrite", Choice.Cancel: "Cancel"},
        )

    def _save(self, path: Path) -> bool:
        try:
            self._document.save(path)
        except (InputError, OSError) as error:
            self._not_saved = path
            self._messages.show_message(SAVE_FAILED, name=path.name, reason=plain_reason(error), remedy=remedy(error))
            return False
        for message in (SAVE_FAILED, CHANGED_OUTSIDE, GONE_OUTSIDE):
            self._messages.clear(message)
        self._settings.add_recent(path)
        return True

    # Leaving

    def may_discard(self) -> bool:
        """Return whether the plan may go: it is saved, or the user saved or discarded it just now."""
        if not self._document.dirty:
            return True
        self._window.activateWindow()
        answer = ask(
            self._window,
            "Unsaved plan",
            f"Save the changes to “{self._document.plan.name}”?",
            "Otherwise they are lost.",
            {Choice.Save: SAVE, Choice.Discard: "Do not save", Choice.Cancel: "Cancel"},
        )
        if answer == Choice.Save:
            return self.save()
        return answer == Choice.Discard

    def stop(self) -> None:
        """The window closes for good: what was not saved was given up by the user."""
        self.autosave.stop()

    @Slot()
    def _quit(self) -> None:
        if self._windows is not None:
            self._windows.quit()
        else:
            self._window.close()

    # What happens to files meanwhile

    @Slot(object, str)
    def _tell_disk_state(self, state: DiskState, found: str) -> None:
        path = self._document.path
        self._messages.clear(CHANGED_OUTSIDE)
        self._messages.clear(GONE_OUTSIDE)
        if path is None:
            return
        if state is DiskState.CHANGED:
            self._messages.show_message(CHANGED_OUTSIDE, name=path.name)
        elif state is DiskState.GONE:
            self._document.keep(self._document.fingerprint)
            self._messages.show_message(GONE_OUTSIDE, name=path.name, folder=path.absolute().parent)

    @Slot(object)
    def _forget_file(self, plan: object) -> None:
        """Another plan is here: what was said about the former one's file no longer matters."""
        for message in (SAVE_FAILED, CHANGED_OUTSIDE, GONE_OUTSIDE):
            self._messages.clear(message)

    @Slot(object)
    def _tell_not_kept(self, error: OSError) -> None:
        if NOT_KEPT.name not in self._messages.shown:
            self._messages.show_message(NOT_KEPT, reason=plain_reason(error))

    @Slot()
    def _kept(self) -> None:
        self._messages.clear(NOT_KEPT)

    @Slot(str, str)
    def _choose(self, message: str, choice: str) -> None:
        if message not in (SAVE_FAILED.name, CHANGED_OUTSIDE.name, GONE_OUTSIDE.name):
            return
        if choice == SAVE_AS:
            self.save_as()
        elif choice == TRY_AGAIN and self._not_saved not in (None, self._document.path):
            self._save(self._not_saved)
        elif choice in (SAVE, TRY_AGAIN):
            self.save()
        elif choice == RELOAD and self._document.path is not None:
            self._try(lambda path: self._document.reload(), self._document.path)
        elif choice == KEEP:
            self._document.keep(self._document.disk_state()[1] or self._document.fingerprint)


def dropped_plan(event: QDropEvent) -> Path | None:
    """Return the one plan file that is dragged over the window or dropped there, None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile() and urls[0].toLocalFile().endswith(SUFFIX):
        return Path(urls[0].toLocalFile())
    return None


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # such as a name that is too long: saving will say so
        return False


def file_name(plan_name: str) -> str:
    """Return a file name every system accepts, made from a plan's name."""
    kept = "".join(character if character.isalnum() or character in " -_." else "-" for character in plan_name)
    return kept.strip(" .")[:80] or "plan"
