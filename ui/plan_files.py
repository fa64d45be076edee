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
from PySide6.QtWidgets import QFileDialog, QWidget

from advisor.errors import InputError
from advisor.language import translate
from advisor.plan_file import load_plan
from advisor.plan_json import SUFFIX

from . import file_messages
from .actions import Actions
from .ask import Choice, ask
from .disk_state import DiskState
from .document import Document
from .file_reasons import plain_reason, remedy
from .file_watch import FileWatch
from .message_bar import MessageBar
from .new_plan import new_plan
from .recent_menu import RecentMenu
from .recovery import Autosave, RecoveryFile
from .save_place import all_files, ask_for_place, file_name
from .settings import Settings


def plan_files_kind() -> str:
    """Return the line of a dialog's filter that stands for plans."""
    return translate("Files", "Distillation plans ({pattern})").format(pattern=f"*{SUFFIX}")


class WindowList(Protocol):
    """The program's windows, as one of them needs to know the others."""

    def another(self) -> PlanFiles:
        """Open another window and return what opens and saves its plan."""

    def show_if_open(self, path: Path) -> bool:
        """Bring the window to the front that has the file open; return whether there is one."""

    def show_preferences(self) -> None:
        """Show what is set for all of them."""

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
            place._messages.clear(file_messages.open_failed())
            place._document.new(new_plan(self._settings))

    @Slot()
    def new_window(self) -> None:
        """Start a plan from the defaults in a window of its own."""
        if self._windows is not None:
            self._windows.another()._document.new(new_plan(self._settings))
        else:
            self.new()

    @Slot()
    def open(self) -> None:
        """Ask for a plan file and open it."""
        title, kinds = translate("Files", "Open a plan"), f"{plan_files_kind()};;{all_files()}"
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(self._settings.folder), kinds)
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
            self._messages.show_message(file_messages.open_failed(), name=path.name, reason=plain_reason(error))
            return False
        self._messages.clear(file_messages.open_failed())
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
        title, kinds = translate("Files", "Save the plan"), (plan_files_kind(), all_files())
        place = ask_for_place(self._window, title, start, SUFFIX, kinds)
        return place is not None and self._save(place.path)

    def _ask_overwrite(self, path: Path) -> Choice:
        return ask(
            self._window,
            translate("Files", "The file was changed"),
            translate("Files", "“{name}” was changed by another program since you opened it.").format(name=path.name),
            translate("Files", "Overwriting it loses what the other program wrote."),
            {
                Choice.No: translate("Files", "Save &as…"),
                Choice.Yes: translate("Files", "&Overwrite"),
                Choice.Cancel: translate("Files", "Cancel"),
            },
        )

    def _save(self, path: Path) -> bool:
        try:
            self._document.save(path)
        except (InputError, OSError) as error:
            self._not_saved = path
            self._messages.show_message(
                file_messages.save_failed(), name=path.name, reason=plain_reason(error), remedy=remedy(error)
            )
            return False
        self._forget_file()
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
            translate("Files", "Unsaved plan"),
            translate("Files", "Save the changes to “{plan}”?").format(plan=self._document.plan.name),
            translate("Files", "Otherwise they are lost."),
            {
                Choice.Save: translate("Files", "&Save"),
                Choice.Discard: translate("Files", "&Don’t save"),
                Choice.Cancel: translate("Files", "Cancel"),
            },
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
        self._messages.clear(file_messages.changed_outside())
        self._messages.clear(file_messages.gone_outside())
        if path is None:
            return
        if state is DiskState.CHANGED:
            self._messages.show_message(file_messages.changed_outside(), name=path.name)
        elif state is DiskState.GONE:
            self._document.keep(self._document.fingerprint)
            folder = path.absolute().parent
            self._messages.show_message(file_messages.gone_outside(), name=path.name, folder=folder)

    @Slot(object)
    def _forget_file(self, plan: object = None) -> None:
        """The plan is saved, or another one is here: what was said about the file no longer matters."""
        for message in (file_messages.save_failed(), file_messages.changed_outside(), file_messages.gone_outside()):
            self._messages.clear(message)

    @Slot(object)
    def _tell_not_kept(self, error: Exception) -> None:
        message = file_messages.not_kept()
        if message.name not in self._messages.shown:
            self._messages.show_message(message, reason=plain_reason(error))

    @Slot()
    def _kept(self) -> None:
        self._messages.clear(file_messages.not_kept())

    @Slot(str, str)
    def _choose(self, message: str, choice: str) -> None:
        ours = (file_messages.save_failed(), file_messages.changed_outside(), file_messages.gone_outside())
        if message not in {one.name for one in ours}:
            return
        again = choice == file_messages.try_again()
        if choice == file_messages.save_as():
            self.save_as()
        elif again and self._not_saved not in (None, self._document.path):
            self._save(self._not_saved)
        elif again or choice == file_messages.save():
            self.save()
        elif choice == file_messages.reload() and self._document.path is not None:
            if not self._try(lambda path: self._document.reload(), self._document.path):
                self._keep()  # what is in the window may be the only good copy
        elif choice == file_messages.keep_mine():
            self._keep()

    def _keep(self) -> None:
        self._document.keep(self._document.disk_state()[1] or self._document.fingerprint)


def dropped_plans(event: QDropEvent) -> tuple[Path, ...]:
    """Return the plan files among what is dragged over the window or dropped there."""
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return tuple(Path(file) for file in files if file.lower().endswith(SUFFIX))
