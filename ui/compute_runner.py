"""Answers plans on one worker thread, so that the window never waits; the newest plan wins.

The worker thread runs one job at a time. At most one more job waits, always the newest: work nobody wants any more is
neither queued nor finished.
"""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from advisor.errors import Cancelled, InputError, ProgramFileError
from advisor.language import translate

from .garbage import GarbageCollector

log = logging.getLogger(__name__)

SHUT_DOWN_MILLISECONDS = 5000


def unexpected_failure() -> str:
    """Return the sentence for a computation that ended in a mistake of the program."""
    return translate("Calculation", "The calculation failed unexpectedly. Your plan is unchanged; any edit tries again")


@dataclass(eq=False)
class Job:
    """One request. ``stop`` asks the computation to stop; ``over`` is set once its end was announced."""

    id: int
    plan: Any
    stop: threading.Event = field(default_factory=threading.Event)
    over: bool = False


@dataclass(frozen=True)
class Outcome:
    """How a job ended on the worker: stopped, an error sentence (and the plan's field it is about), or a value."""

    value: Any = None
    stopped: bool = False
    error: str = ""
    error_field: str = ""


def default_function(request: Any, should_stop: Callable[[], bool]) -> Any:
    """Answer an `advisor.evidence.Request`; imported on first use, after the window was built."""
    from advisor.advise import advise_in_steps

    return advise_in_steps(request, should_stop)


class Worker(QObject):
    """Runs jobs on the thread it lives in.

    Signals: ``advanced(Job, value)`` for each part that a function yields; ``ended(Job, Outcome)`` once per job,
    whatever happens.
    """

    advanced = Signal(object, object)
    ended = Signal(object, object)

    def __init__(self, function: Callable[..., Any]) -> None:
        super().__init__()
        self._function = function

    @Slot(object)
    def run(self, job: Job) -> None:
        """Run one job; every exception becomes an outcome, so that the thread lives on."""
        self.ended.emit(job, self._outcome(job))

    def _outcome(self, job: Job) -> Outcome:
        if job.stop.is_set():
            return Outcome(stopped=True)
        try:
            value = self._function(job.plan, should_stop=job.stop.is_set)
            if isinstance(value, Generator):
                value = self._last(job, value)
            return Outcome(value=value)
        except Cancelled:
            return Outcome(stopped=True)
        except InputError as error:
            return Outcome(error=error.fix, error_field=error.field)
        except ProgramFileError as error:
            log.exception("request %d cannot be answered", job.id)
            text = translate("Calculation", "The calculation failed: {reason}")
            return Outcome(error=text.format(reason=error))
        except MemoryError:
            log.exception("request %d ran out of memory", job.id)
            text = translate("Calculation", "The calculation needs more memory than this computer has free")
            return Outcome(error=text)
        except BaseException:  # even SystemExit: it would end the worker and leave the window waiting for ever
            log.exception("request %d failed", job.id)
            return Outcome(error=unexpected_failure())

    def _last(self, job: Job, parts: Generator[Any, None, Any]) -> Any:
        """Announce each part as it comes, and return what the generator returns."""
        while True:
            try:
                part = next(parts)
            except StopIteration as end:
                return end.value
            self.advanced.emit(job, part)


class ComputeRunner(QObject):
    """Answers the newest plan; every submitted request ends with exactly one of three signals.

    From its creation until `shut_down` garbage is collected on the creating thread only (see `garbage`).

    Parameters
    ----------
    function : callable
        Called on the worker thread as ``function(plan, should_stop=callable)``; returns the answer, perhaps after
        yielding parts of it; may raise `InputError` or `Cancelled`.
    parent : QObject, optional
        Owner, in whose thread all signals arrive.

    Signals
    -------
    part_ready(int, object)
        Request id and a part of the answer that the function yielded; more will come.
    result_ready(int, object)
        Request id and what the function returned.
    failed(int, str, str)
        Request id, a plain sentence, and the plan's field it is about ("" when it is about none).
    cancelled(int)
        The request was superseded, cancelled or stopped.
    busy_changed(bool)
        True when there is something to compute, False when everything ended.
    """

    part_ready = Signal(int, object)
    result_ready = Signal(int, object)
    failed = Signal(int, str, str)
    cancelled = Signal(int)
    busy_changed = Signal(bool)
    _start = Signal(object)

    def __init__(self, function: Callable[..., Any] = default_function, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = itertools.count(1)
        self._running: Job | None = None  # on the worker, perhaps already over
        self._waiting: Job | None = None
        self._announced_busy = False
        self._closed = False
        self._thread = QThread()
        self._thread.setObjectName("compute")
        self._worker = Worker(function)
        self._worker.moveToThread(self._thread)
        self._collector = GarbageCollector(self)
        self._start.connect(self._worker.run, Qt.ConnectionType.QueuedConnection)
        self._worker.advanced.connect(self._job_advanced, Qt.ConnectionType.QueuedConnection)
        self._worker.ended.connect(self._job_ended, Qt.ConnectionType.QueuedConnection)
        self._collector.start()
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether a request has not ended yet."""
        return self._waiting is not None or (self._running is not None and not self._running.over)

    def submit(self, plan: Any) -> int:
        """Ask for ``plan``, a frozen value, to be answered and return the request's id.

        Every earlier request that has not ended ends here as cancelled, and its result never shows.
        """
        job = Job(next(self._ids), plan)
        if self._closed:
            self.cancelled.emit(job.id)
            return job.id
        ended = self._drop()
        self._waiting = job
        self._start_next()
        self._announce(ended)
        return job.id

    def cancel(self) -> None:
        """Stop whatever has not ended; the results never show."""
        self._announce(self._drop())

    def shut_down(self) -> bool:
        """Stop everything and end the worker thread; may be called more than once.

        Returns
        -------
        bool
            False when the computation did not stop within five seconds, so that its thread still runs.
        """
        self._closed = True
        self.cancel()
        self._thread.quit()
        stopped = self._thread.wait(SHUT_DOWN_MILLISECONDS)
        if stopped:
            self._collector.stop()
        return stopped

    def _drop(self) -> list[Job]:
        """Take the waiting job out and ask the running one to stop; return those that end here."""
        ended = []
        if self._running is not None and not self._running.over:
            self._running.over = True
            self._running.stop.set()
            ended.append(self._running)
        if self._waiting is not None:
            ended.append(self._waiting)
            self._waiting = None
        return ended

    def _start_next(self) -> None:
        if self._running is None and self._waiting is not None:
            self._running, self._waiting = self._waiting, None
            self._start.emit(self._running)

    def _announce(self, ended: list[Job]) -> None:
        self._announce_busy()
        for job in ended:
            self.cancelled.emit(job.id)

    def _announce_busy(self) -> None:
        if self.busy != self._announced_busy:
            self._announced_busy = self.busy
            self.busy_changed.emit(self.busy)

    @Slot(object, object)
    def _job_advanced(self, job: Job, value: Any) -> None:
        if not job.over:
            self.part_ready.emit(job.id, value)

    @Slot(object, object)
    def _job_ended(self, job: Job, outcome: Outcome) -> None:
        self._running = None
        self._start_next()
        if job.over:
            return  # superseded or cancelled while it ran: whatever it brings is not shown
        job.over = True
        if outcome.stopped:
            self.cancelled.emit(job.id)
        elif outcome.error:
            self.failed.emit(job.id, outcome.error, outcome.error_field)
        else:
            self.result_ready.emit(job.id, outcome.value)
        self._announce_busy()
