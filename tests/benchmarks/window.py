"""How the window feels, in figures: start, memory, keystroke to repaint, and how long the event loop is away.

Run it with ``python -m tests.benchmarks.window``; it draws without a screen unless ``--screen`` is given.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

ROOT = Path(__file__).parents[2]
SIZE = (1280, 800)
TICK_MILLISECONDS = 5
KEY_MILLISECONDS = 120
DRAG_MILLISECONDS = 16
KEYS_PER_FIELD = 10
DRAG_STEPS = 180
STARTS = 5


class GapMeter(QObject):
    """Fires every five milliseconds and notes by how much it comes late."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0
        self._gaps: list[float] = []

    def start(self) -> None:
        """Begin a measurement."""
        self._gaps = []
        self._last = time.perf_counter()
        self._timer.start(TICK_MILLISECONDS)

    def stop(self) -> np.ndarray:
        """End it and return the gaps between two ticks in milliseconds."""
        self._timer.stop()
        return 1000 * np.array(self._gaps)

    @Slot()
    def _tick(self) -> None:
        now = time.perf_counter()
        self._gaps.append(now - self._last)
        self._last = now


class RepaintClock(QObject):
    """Takes the time from an input until the page with its answer was painted."""

    def __init__(self, window: Any) -> None:
        super().__init__()
        self._window = window
        self._begun: float | None = None
        self._answered = False
        self.milliseconds: list[float] = []
        window.flow.answered.connect(self._on_answer)
        for name in window.view.pages:
            page = window.view.pages[name]
            for widget in (page, *page.findChildren(QWidget)):
                widget.installEventFilter(self)

    @property
    def idle(self) -> bool:
        """Whether the last input was painted."""
        return self._begun is None

    def begin(self) -> None:
        """An input is about to arrive."""
        self._begun, self._answered = time.perf_counter(), False

    @Slot(object)
    def _on_answer(self, advice: Any) -> None:
        self._answered = advice.plan == self._window.document.plan

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first painting after the answer; the whole window is painted in the same go."""
        if self._answered and self._begun is not None and event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._painted)
            self._answered = False
        return False

    @Slot()
    def _painted(self) -> None:
        if self._begun is not None:
            self.milliseconds.append(1000 * (time.perf_counter() - self._begun))
            self._begun = None


def wait(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def line(name: str, values: np.ndarray | list[float], aim: str) -> None:
    """Print median, 95th percentile and maximum of a figure in milliseconds."""
    middle, high, most = np.percentile(values, [50, 95, 100])
    print(f"{name:<44} median {middle:6.1f}   95 % {high:6.1f}   largest {most:6.1f} ms   n {len(values):4d}   {aim}")


def starts(screen: bool) -> None:
    """Start the program several times and print when its first answer was on screen, and its memory."""
    environment = dict(os.environ) if screen else {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    said = []
    for _ in range(STARTS):
        command = [sys.executable, str(ROOT / "main.py"), "--smoke"]
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
        if ended.returncode:
            print("start failed:", ended.stderr.strip())
            return
        said.append(ended.stdout.strip())
    print(f"{'start, from source':<44} {sorted(said)[len(said) // 2]}   (median of {STARTS}; aim 1500 ms, 200 MB)")


def typing(window: Any, meter: GapMeter, clock: RepaintClock) -> None:
    """Type into three fields at the pace of a quick typist."""
    from ui.text_entry import TextEntry

    entries = {entry.field: entry for entry in window.panel.findChildren(TextEntry)}
    meter.start()
    for field in ("hardware.hours", "student.parameters", "hardware.count"):
        entry = entries[field]
        text = entry.text()
        entry.setFocus()
        entry.end(False)
        for number in range(KEYS_PER_FIELD):
            clock.begin()
            if number % 2 == 0:
                QTest.keyClick(entry, Qt.Key.Key_Home)
                QTest.keyClicks(entry, "1")
            else:
                QTest.keyClick(entry, Qt.Key.Key_Home)
                QTest.keyClick(entry, Qt.Key.Key_Delete)
            wait(KEY_MILLISECONDS)
        assert entry.text() == text
    line("event loop away, typing", meter.stop(), "aim: largest 16")
    line("keystroke to repainted chart", clock.milliseconds, "aim: 95 % within 50")


def dragging(window: Any, meter: GapMeter, clock: RepaintClock) -> None:
    """Drag the budget line to and fro with the mouse, sixty moves a second."""
    page = window.view.pages["budget"]
    chart = page.chart
    x, y = chart.handle.center().toTuple()
    target = chart.view.viewport()
    clock.milliseconds.clear()
    before = window.document.undo_stack.count()

    def send(kind: QEvent.Type, dx: float, button: Qt.MouseButton, buttons: Qt.MouseButton) -> None:
        position = QPointF(x + dx, y)
        where = QPointF(target.mapToGlobal(QPoint(round(position.x()), round(position.y()))))
        event = QMouseEvent(kind, position, where, button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(target, event)

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    meter.start()
    send(QEvent.Type.MouseMove, 0, none, none)
    send(QEvent.Type.MouseButtonPress, 0, left, left)
    for step in range(DRAG_STEPS):
        if clock.idle:
            clock.begin()
        send(QEvent.Type.MouseMove, 80 * np.sin(step / 15), none, left)
        wait(DRAG_MILLISECONDS)
    send(QEvent.Type.MouseButtonRelease, 0, left, none)
    wait(200)
    line("event loop away, dragging the budget", meter.stop(), "aim: largest 16")
    line("drag step to repainted chart", clock.milliseconds, "")
    print(f"{'steps to undo after the drag':<44} {window.document.undo_stack.count() - before}")


def main() -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--screen", action="store_true", help="draw on the screen instead of in memory")
    screen = options.parse_args().screen
    if not screen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    starts(screen)
    from ui import app as program
    from ui.compute_runner import ComputeRunner
    from ui.document import Document
    from ui.main_window import MainWindow
    from ui.settings import MemoryStore, Settings
    from ui.smoke import memory_megabytes

    program.create_application()
    sys.setswitchinterval(program.SWITCH_SECONDS)
    runner = ComputeRunner()
    window = MainWindow(Document(), runner, Settings(MemoryStore()))
    gc.freeze()
    window.resize(*SIZE)
    window.show()
    program.open_first_plan(window, None)
    wait(1000)
    meter, clock = GapMeter(), RepaintClock(window)
    meter.start()
    wait(1000)
    line("event loop away, idle", meter.stop(), "")
    typing(window, meter, clock)
    dragging(window, meter, clock)
    print(f"{'memory after all this':<44} {memory_megabytes() or 0:.0f} MB")
    runner.shut_down()
    return 0


if __name__ == "__main__":
    sys.exit(main())
