"""The runner of the worker thread: the newest plan wins, every request ends once, nothing can hang the window."""

from __future__ import annotations

import gc
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread, Slot

from advisor.errors import Cancelled, InputError
from ui.compute_runner import ComputeRunner, unexpected_failure

ROOT = Path(__file__).parents[2]


class HeldFunction:
    """Answers a plan by its name, after its gate was opened; says which thread ran it and which plans were started."""

    def __init__(self, polite: bool = True) -> None:
        self.polite = polite
        self.started: list[str] = []
        self.stopped: list[str] = []
        self.threads: set[object] = set()
        self.entered: dict[str, threading.Event] = {}
        self.gates: dict[str, threading.Event] = {}

    def hold(self, plan: str) -> None:
        self.entered[plan] = threading.Event()
        self.gates[plan] = threading.Event()

    def __call__(self, plan: str, should_stop: Callable[[], bool]) -> str:
        self.started.append(plan)
        self.threads.add(threading.get_ident())
        gate = self.gates.get(plan)
        if gate is not None:
            self.entered[plan].set()
            while not gate.wait(0.002):
                if self.polite and should_stop():
                    self.stopped.append(plan)
                    raise Cancelled
        if plan.startswith("raise"):
            raise {"raise value": ValueError("inner detail"), "raise exit": SystemExit(3)}[plan]
        if plan == "refuse":
            raise InputError("teacher.candidates", "no candidate fits; add a smaller one")
        if plan == "stop itself":
            raise Cancelled
        return f"answer to {plan}"


class Endings(QObject):
    """Collects every signal of a runner, in order, with the thread that delivered it."""

    def __init__(self, runner: ComputeRunner) -> None:
        super().__init__()
        self.events: list[tuple[Any, ...]] = []
        self.busy: list[bool] = []
        self.threads: set[object] = set()
        runner.result_ready.connect(self.on_result)
        runner.failed.connect(self.on_failed)
        runner.cancelled.connect(self.on_cancelled)
        runner.busy_changed.connect(self.on_busy)

    @Slot(int, object)
    def on_result(self, request: int, answer: object) -> None:
        self.threads.add(QThread.currentThread())
        self.events.append(("result", request, answer))

    @Slot(int, str, str)
    def on_failed(self, request: int, sentence: str, plan_field: str) -> None:
        self.threads.add(QThread.currentThread())
        self.events.append(("failed", request, sentence, plan_field))

    @Slot(int)
    def on_cancelled(self, request: int) -> None:
        self.events.append(("cancelled", request))

    @Slot(bool)
    def on_busy(self, busy: bool) -> None:
        self.busy.append(busy)

    def of(self, kind: str) -> list[tuple[Any, ...]]:
        return [event for event in self.events if event[0] == kind]


@pytest.fixture
def held() -> Iterator[HeldFunction]:
    function = HeldFunction()
    yield function
    for gate in function.gates.values():
        gate.set()


@pytest.fixture
def runner(held: HeldFunction, qapp: object) -> Iterator[ComputeRunner]:
    runner = ComputeRunner(held)
    yield runner
    for gate in held.gates.values():
        gate.set()
    assert runner.shut_down()


def test_answers_off_the_gui_thread_and_reports_on_it(qtbot: Any, runner: ComputeRunner, held: HeldFunction) -> None:
    endings = Endings(runner)
    request = runner.submit("a")
    qtbot.waitUntil(lambda: not runner.busy)
    assert endings.events == [("result", request, "answer to a")]
    assert endings.busy == [True, False]
    assert threading.get_ident() not in held.threads
    assert endings.threads == {runner.thread()}


def test_a_superseded_request_is_stopped_and_its_result_never_shows(
    qtbot: Any, runner: ComputeRunner, held: HeldFunction
) -> None:
    held.hold("old")
    endings = Endings(runner)
    old = runner.submit("old")
    assert held.entered["old"].wait(5)
    new = runner.submit("new")
    assert endings.events == [("cancelled", old)]  # announced at once, not when the worker comes round to it
    qtbot.waitUntil(lambda: not runner.busy)
    assert endings.events == [("cancelled", old), ("result", new, "answer to new")]
    assert held.stopped == ["old"]
    assert endings.busy == [True, False]


def test_a_result_already_queued_is_dropped_when_superseded(
    qtbot: Any, runner: ComputeRunner, held: HeldFunction
) -> None:
    held.polite = False
    held.hold("old")
    endings = Endings(runner)
    old = runner.submit("old")
    assert held.entered["old"].wait(5)
    arrived = threading.Event()
    runner._worker.ended.connect(arrived.set)  # runs on the worker, before the event loop here sees the result
    held.gates["old"].set()
    assert arrived.wait(5)
    new = runner.submit("new")
    qtbot.waitUntil(lambda: not runner.busy)
    assert endings.events == [("cancelled", old), ("result", new, "answer to new")]


def test_only_the_newest_waits(qtbot: Any, runner: ComputeRunner, held: HeldFunction) -> None:
    held.polite = False
    held.hold("first")
    endings = Endings(runner)
    ids = [runner.submit("first")]
    assert held.entered["first"].wait(5)
    ids += [runner.submit(name) for name in ("second", "third", "fourth")]
    held.gates["first"].set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert held.started == ["first", "fourth"]
    assert [event[1] for event in endings.of("cancelled")] == ids[:3]
    assert endings.of("result") == [("result", ids[3], "answer to fourth")]


@pytest.mark.parametrize("plan", ["raise value", "raise exit"])
def test_a_failure_is_one_plain_sentence_and_the_next_request_works(
    qtbot: Any, runner: ComputeRunner, caplog: pytest.LogCaptureFixture, plan: str
) -> None:
    endings = Endings(runner)
    with caplog.at_level(logging.ERROR):
        bad = runner.submit(plan)
        qtbot.waitUntil(lambda: not runner.busy)
    assert endings.events == [("failed", bad, unexpected_failure(), "")]
    assert "Traceback" in caplog.text  # the detail is in the log, not in the sentence
    good = runner.submit("b")
    qtbot.waitUntil(lambda: not runner.busy)
    assert endings.events[-1] == ("result", good, "answer to b")
    assert endings.busy == [True, False, True, False]


def test_a_refused_plan_names_its_field(qtbot: Any, runner: ComputeRunner) -> None:
    endings = Endings(runner)
    request = runner.submit("refuse")
    qtbot.waitUntil(lambda: not runner.busy)
    assert endings.events == [("failed", request, "no candidate fits; add a smaller one", "teacher.candidates")]


def test_a_computation_that_stops_itself_ends_as_cancelled(qtbot: Any, runner: ComputeRunner) -> None:
    endings = Endings(runner)
    request = runner.submit("stop itself")
    qtbot.waitUntil(lambda: not runner.busy)
    assert endings.events == [("cancelled", request)]
    assert endings.busy == [True, False]


def test_cancel_ends_running_and_waiting_and_leaves_the_runner_usable(
    qtbot: Any, runner: ComputeRunner, held: HeldFunction
) -> None:
    held.hold("running")
    endings = Endings(runner)
    ids = [runner.submit("running")]
    assert held.entered["running"].wait(5)
    ids.append(runner.submit("waiting"))
    runner.cancel()
    assert endings.events == [("cancelled", ids[0]), ("cancelled", ids[1])]
    assert endings.busy == [True, False]
    last = runner.submit("last")
    qtbot.waitUntil(lambda: not runner.busy)
    assert endings.events[2:] == [("result", last, "answer to last")]
    runner.cancel()  # nothing to do, nothing to say
    assert len(endings.events) == 3


def test_a_slot_may_submit_from_within_a_result(qtbot: Any, runner: ComputeRunner) -> None:
    class Chain(QObject):
        @Slot(int, object)
        def on_result(self, request: int, answer: object) -> None:
            if request < 3:
                runner.submit(f"after {request}")

    endings, chain = Endings(runner), Chain()
    runner.result_ready.connect(chain.on_result)
    runner.submit("start")
    qtbot.waitUntil(lambda: len(endings.events) == 3)
    assert [event[2] for event in endings.events] == ["answer to start", "answer to after 1", "answer to after 2"]
    assert endings.busy[0] is True and endings.busy[-1] is False and not runner.busy


def test_garbage_is_never_collected_on_the_worker(qtbot: Any) -> None:
    """A collection there would destroy widgets on the wrong thread: hangs and crashes that come now and then."""
    threads: set[int] = set()

    def note(phase: str, info: dict[str, int]) -> None:
        threads.add(threading.get_ident())

    def littering(plan: str, should_stop: Callable[[], bool]) -> int:
        for _ in range(200_000):
            cycle: list[object] = []
            cycle.append(cycle)
        return 1

    runner = ComputeRunner(littering)
    gc.callbacks.append(note)
    try:
        with qtbot.waitSignal(runner.result_ready, timeout=20_000):
            runner.submit("litter")
        qtbot.waitUntil(lambda: bool(threads))  # the timer on this thread does it instead
    finally:
        gc.callbacks.remove(note)
        assert runner.shut_down()
    assert threads == {threading.get_ident()}
    assert gc.isenabled()


def test_shutting_down_while_computing_stops_and_ends_once(qtbot: Any, held: HeldFunction) -> None:
    runner = ComputeRunner(held)
    endings = Endings(runner)
    held.hold("long")
    request = runner.submit("long")
    assert held.entered["long"].wait(5)
    assert runner.shut_down()
    assert runner.shut_down()
    assert held.stopped == ["long"]
    late = runner.submit("late")
    assert endings.events == [("cancelled", request), ("cancelled", late)]
    assert endings.busy == [True, False]


def test_five_thousand_requests_leave_the_process_alive(qtbot: Any, runner: ComputeRunner) -> None:
    endings = Endings(runner)
    for number in range(5000):
        runner.submit(str(number))
        if number % 50 == 0:
            qtbot.waitUntil(lambda: not runner.busy)
    qtbot.waitUntil(lambda: not runner.busy)
    assert sorted(event[1] for event in endings.events) == list(range(1, 5001))
    assert len(endings.of("result")) >= 101
    assert endings.of("failed") == []


def test_five_thousand_results_in_a_row(qtbot: Any, runner: ComputeRunner) -> None:
    class Chain(QObject):
        done = 0

        @Slot(int, object)
        def on_result(self, request: int, answer: object) -> None:
            self.done += 1
            if request < 5000:
                runner.submit("again")

    chain = Chain()
    runner.result_ready.connect(chain.on_result)
    runner.submit("first")
    qtbot.waitUntil(lambda: chain.done == 5000, timeout=30_000)


def test_a_program_that_ends_while_computing_exits_cleanly() -> None:
    """In a process of its own: an abort at exit ("QThread: Destroyed while running") would show in code and stderr."""
    program = """
import threading
from PySide6.QtCore import QCoreApplication, QTimer
from advisor.errors import Cancelled
from ui.compute_runner import ComputeRunner

app = QCoreApplication([])
entered = threading.Event()

def function(plan, should_stop):
    entered.set()
    while not should_stop():
        threading.Event().wait(0.002)
    raise Cancelled

runner = ComputeRunner(function)
app.aboutToQuit.connect(runner.shut_down)
runner.submit("plan")
assert entered.wait(5)
QTimer.singleShot(0, app.quit)
raise SystemExit(app.exec())
"""
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_parts_are_shown_as_they_come_and_the_answer_ends_the_request(qtbot: Any) -> None:
    def stepwise(plan: str, should_stop: Callable[[], bool]) -> Generator[str, None, str]:
        yield f"{plan}, first look"
        return f"{plan}, whole"

    runner = ComputeRunner(stepwise)
    parts: list[str] = []
    results: list[str] = []
    runner.part_ready.connect(lambda request, value: parts.append(value))
    runner.result_ready.connect(lambda request, value: results.append(value))
    try:
        runner.submit("map")
        qtbot.waitUntil(lambda: not runner.busy)
        assert parts == ["map, first look"]
        assert results == ["map, whole"]
    finally:
        runner.shut_down()


def test_a_failure_after_the_first_look_is_a_failure(qtbot: Any) -> None:
    def failing(plan: str, should_stop: Callable[[], bool]) -> Generator[str, None, str]:
        yield "first look"
        raise ValueError("no second look")

    runner = ComputeRunner(failing)
    try:
        with qtbot.waitSignal(runner.failed) as failed:
            runner.submit("map")
        assert failed.args[1] == unexpected_failure()
        assert not runner.busy
    finally:
        runner.shut_down()
