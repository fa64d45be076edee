"""Collects garbage on the window's thread alone.

Python looks for cycles of garbage on whichever thread happens to allocate. On a worker this would destroy widgets of
the window, which Qt allows on the window's own thread only: the program hangs or crashes, now and then. So whoever
starts a worker thread turns the automatic collection off for as long as that thread lives, and a timer collects.
"""

from __future__ import annotations

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MILLISECONDS = 1000
MIDDLE_EVERY = 10
FULL_EVERY = 60


class GarbageCollector(QObject):
    """Stands in for Python's automatic collection between `start` and `stop`; several may be at work at once."""

    _at_work: ClassVar[set[int]] = set()  # the switch belongs to the interpreter, so its users are counted for it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MILLISECONDS)
        self._timer.timeout.connect(self._collect)

    def start(self) -> None:
        """Begin."""
        self._at_work.add(id(self))
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """End; Python collects by itself again when nobody else is at work. May be called more than once."""
        self._timer.stop()
        self._at_work.discard(id(self))
        if not self._at_work:
            gc.enable()

    @Slot()
    def _collect(self) -> None:
        self._ticks += 1
        generation = 2 if self._ticks % FULL_EVERY == 0 else 1 if self._ticks % MIDDLE_EVERY == 0 else 0
        gc.collect(generation)
