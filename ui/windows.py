"""The program's windows: one for each plan, each with a document and a worker of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QApplication

from .compute_runner import ComputeRunner
from .crash_handler import CrashHandler
from .document import Document
from .languages import use_numbers
from .main_window import MainWindow
from .new_plan import own_defaults
from .plan_files import PlanFiles
from .preferences import DialogState, PreferencesDialog
from .settings import Settings
from .text_size import zoom
from .theme import Theme
from .theme_mode import ThemeSwitch

STEP = QPoint(32, 32)
"""How far beside the one in front a new window appears, in pixels."""


class Windows(QObject):
    """Opens windows and knows which are open.

    Parameters
    ----------
    settings : Settings
        What all of them remember.
    new_runner : callable
        Makes the worker of a window.
    crash_handler : CrashHandler, optional
        Whose notices they show.
    """

    def __init__(
        self, settings: Settings, new_runner: Callable[[], ComputeRunner], crash_handler: CrashHandler | None = None
    ) -> None:
        super().__init__()
        self._settings = settings
        self._new_runner = new_runner
        self._crash_handler = crash_handler
        self._runners: list[ComputeRunner] = []  # a worker may be busy for a while after its window is gone
        self._last: MainWindow | None = None
        self.open: list[MainWindow] = []
        self.preferences: PreferencesDialog | None = None

    def add(self) -> MainWindow:
        """Return a new window, not shown yet."""
        runner = self._new_runner()
        self._runners.append(runner)  # first, so that it ends with the others even if the window cannot be made
        window = self._made(Document(), runner)
        self.open.append(window)
        return window

    def _made(self, document: Document, runner: ComputeRunner) -> MainWindow:
        window = MainWindow(document, runner, self._settings, self._crash_handler, windows=self)
        window.closed.connect(self._closed)
        window.themes.theme_changed.connect(self._theme_changed)
        return window

    def another(self) -> PlanFiles:
        """Show a new window beside the one in front and return what opens and saves its plan."""
        front = QApplication.activeWindow()
        if front not in self.open:
            front = self.open[-1] if self.open else None
        window = self.add()
        if front is not None and not (front.isMaximized() or front.isFullScreen()):
            window.resize(front.size())
            window.move(front.pos() + STEP)
        window.show()
        window.activateWindow()
        return window.files

    def show_if_open(self, path: Path) -> bool:
        """Bring the window to the front that has the file open; return whether there is one."""
        for window in self.open:
            if window.document.path is not None and _same_file(window.document.path, path):
                if window.isMinimized():
                    window.showNormal()
                window.activateWindow()
                return True
        return False

    def show_preferences(self) -> None:
        """Show the Preferences window, or bring it to the front."""
        if self.preferences is None:
            self._open_preferences(None)
        assert self.preferences is not None
        self.preferences.activateWindow()

    @Slot()
    def make_again(self) -> None:
        """Make every window again at the text size and in the number style that are set now.

        Plans, their steps back and forth and their unsaved edits stay: a window only shows a document.
        """
        use_numbers(self._settings)
        before = zoom()
        for place, old in enumerate(tuple(self.open)):
            panel, shown, front = old.splitter.sizes()[0], old.isVisible(), old.isActiveWindow()
            runner = self._new_runner()
            self._runners.append(runner)
            old.give_up()
            window = self._made(old.document, runner)
            self.open[place] = window
            window.move(old.pos())
            window.resize(old.size())
            window.setWindowState(old.windowState())
            window.keep_panel(round(panel * zoom() / before))
            window.view.choose_page(old.view.page)
            if shown:
                window.show()
            old.hide()
            old.deleteLater()
            window.take_up()
            if front:
                window.activateWindow()
        if self.preferences is not None:
            state, shown_before = self.preferences.state(), self.preferences
            shown_before.finished.disconnect(self._preferences_closed)
            self._open_preferences(state)
            shown_before.close()

    def quit(self) -> None:
        """Close every window; each asks before work is lost, and the first that shall stay ends it."""
        QApplication.closeAllWindows()

    def shut_down(self) -> bool:
        """Stop every worker; return False when one of them still computes."""
        stopped = [runner.shut_down() for runner in self._runners]
        return all(stopped)

    @Slot()
    def _closed(self) -> None:
        window = self.sender()
        if window not in self.open:
            return
        self.open.remove(window)
        if self.open:
            window.deleteLater()
        else:
            self._last = window  # it goes with the program, after its event loop
            if self.preferences is not None:
                self.preferences.close()

    @Slot(object)
    def _theme_changed(self, theme: Theme) -> None:
        for window in self.open:
            window.themes.refresh()

    def _open_preferences(self, state: DialogState | None) -> None:
        themes = ThemeSwitch(_application(), self._settings, self)
        self.preferences = PreferencesDialog(self._settings, themes, state=state)
        themes.setParent(self.preferences)
        themes.theme_changed.connect(self._theme_changed)
        self.preferences.looks_changed.connect(self.make_again, Qt.ConnectionType.QueuedConnection)
        self.preferences.new_plans_changed.connect(self._show_own_defaults)
        self.preferences.finished.connect(self._preferences_closed)
        self.preferences.show()

    @Slot()
    def _preferences_closed(self) -> None:
        self.preferences = None

    @Slot()
    def _show_own_defaults(self) -> None:
        for window in self.open:
            window.panel.show_own_defaults(own_defaults(self._settings))


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _same_file(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file, by whatever links and spelling."""
    try:
        return os.path.samefile(one, other)
    except OSError:  # one of them is not there, or cannot be looked at
        return os.path.realpath(one) == os.path.realpath(other)
