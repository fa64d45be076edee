"""The start-up test that a packaged program runs on itself: open, answer, paint, say how long it took, leave."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from .file_messages import open_failed
from .main_window import MainWindow

LIMIT_MILLISECONDS = 20_000
_IMPORTED = time.perf_counter()


def seconds_since_start() -> float:
    """Return the seconds since the process was started; where the system does not say, since this module was loaded."""
    try:
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        return time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf("SC_CLK_TCK")
    except (OSError, AttributeError, ValueError, IndexError):
        return time.perf_counter() - _IMPORTED


def memory_megabytes() -> float | None:
    """Return the resident memory of this process in megabytes, None where the system does not say."""
    try:
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    except (OSError, ValueError):
        pass
    return None


class SmokeTest(QObject):
    """Ends the program as soon as the first complete answer was painted, or with a reason after twenty seconds."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._line = ""
        self._failure = f"no answer within {LIMIT_MILLISECONDS // 1000} s"
        window.flow.answered.connect(self._answered)
        window.flow.state_changed.connect(self._state_changed)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._leave)
        self._limit.start(LIMIT_MILLISECONDS)

    def report(self) -> int:
        """Print what was found and return the exit code."""
        if self._line:
            print(self._line, flush=True)
            return 0
        print(f"smoke test failed: {self._failure}", file=sys.stderr, flush=True)
        return 1

    @Slot(object)
    def _answered(self, advice: object) -> None:
        if open_failed().name in self._window.messages.shown:  # then this is the answer to another plan
            self._failure = self._window.messages.text
            self._leave()
            return
        page = self._window.view.pages[self._window.view.page]
        page.installEventFilter(self)
        page.update()

    @Slot()
    def _state_changed(self) -> None:
        flow = self._window.flow
        reason = flow.failure or flow.page_failure or "; ".join(f"{p.field}: {p.fix}" for p in flow.problems)
        if reason:
            self._failure = reason
            self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the page with the answer being painted; the rest of the window is painted in the same go."""
        if event.type() == QEvent.Type.Paint and not self._line:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    @Slot()
    def _painted(self) -> None:
        memory = memory_megabytes()
        said = f"{memory:.0f} MB" if memory is not None else "unknown"
        self._line = f"first answer after {seconds_since_start() * 1000:.0f} ms, memory {said}"
        self._leave()

    @Slot()
    def _leave(self) -> None:
        self._limit.stop()
        QApplication.exit(0)
