"""A computation that tests can hold, fail and count, and the window around it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, Slot

from advisor.advise import advise_in_steps
from advisor.errors import Cancelled
from advisor.evidence import Advice, Request
from advisor.plan import Plan
from ui.main_window import MainWindow


class ControlledAdvise:
    """The real computation behind a gate: ``hold()`` closes it, ``release()`` opens it, ``error`` makes it fail."""

    def __init__(self) -> None:
        self.plans: list[Plan] = []
        self.error: Exception | None = None
        self.polite = True
        self.entered = threading.Event()
        self._open = threading.Event()
        self._open.set()

    def hold(self) -> None:
        """Let computations begin and not end."""
        self.entered.clear()
        self._open.clear()

    def release(self) -> None:
        """Let them end."""
        self._open.set()

    def __call__(self, request: Request, should_stop: Callable[[], bool]) -> Generator[Advice, None, Advice]:
        self.plans.append(request.plan)
        self.entered.set()
        while not self._open.wait(0.002):
            if self.polite and should_stop():
                raise Cancelled
        if self.error is not None:
            raise self.error
        return advise_in_steps(request, None if not self.polite else should_stop)


class Witness(QObject):
    """Watches a window: which answers it showed, and that it never called an answer current that was not."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.shown: list[Plan] = []
        self.lies: list[str] = []
        window.flow.answered.connect(self.on_answered)
        window.flow.state_changed.connect(self.look)
        window.document.plan_changed.connect(self.look)
        window.runner.busy_changed.connect(self.look)

    @Slot(object)
    def on_answered(self, advice: Advice) -> None:
        self.shown.append(advice.plan)
        self.look()

    @Slot()
    def look(self, *_: Any) -> None:
        window = self._window
        advice = window.document.advice
        says_fresh = window.status.state == "fresh" or "Up to date" in window.status.text
        if says_fresh and (advice is None or advice.plan != window.document.plan or window.flow.problems):
            self.lies.append(window.status.text)
