"""The program's windows: one for each plan, each with a document and a worker of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QApplication

from .compute_runner import ComputeRunner
from .crash_handler import CrashHandler
from .document import Document
from .main_window import MainWindow
from .plan_files import PlanFiles
from .settings import Settings
from .theme import Theme

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

    def add(self) -> MainWindow:
        """Return a new window, not shown yet."""
        runner = self._new_runner()
        self._runners.append(runner)  # first, so that it ends with the others even if the window cannot be made
        window = MainWindow(Document(), runner, self._settings, self._crash_handler, windows=self)
        window.closed.connect(self._closed)
        window.themes.theme_changed.connect(self._theme_changed)
        self.open.append(window)
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
            if window.document.path is not None and window.document.path.resolve() == path.resolve():
                if window.isMinimized():
                    window.showNormal()
                window.activateWindow()
                return True
        return False

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

    @Slot(object)
    def _theme_changed(self, theme: Theme) -> None:
        for window in self.open:
            window.themes.set_mode(self._settings.theme_mode)
