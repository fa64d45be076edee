"""From a changed plan to a shown answer: asks the runner, keeps the last good answer, and knows whether it is current.

No widget is touched here; the window shows what this object says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from advisor.evidence import Advice, Request
from advisor.plan import Plan

from .compute_runner import ComputeRunner
from .document import Document
from .fields import Problem

SLOW_MILLISECONDS = 150
"""How long a computation may take before the window says that it computes."""


class AdviceState(Enum):
    """How the answer shown relates to the plan as it is."""

    FRESH = "fresh"
    WAITING = "waiting"
    SLOW = "slow"
    PROBLEM = "problem"
    FAILED = "failed"


class AdviceFlow(QObject):
    """Answers the document's plan and tells how current the last good answer is.

    Parameters
    ----------
    document : Document
        Whose plan is answered.
    runner : ComputeRunner
        Who answers it.
    label_of : callable
        What the window calls a field of the plan.

    Signals
    -------
    answered(object)
        An `Advice` arrived, perhaps still without the page that is looked at; it is also the document's.
    state_changed()
        `state`, `problems` or `failure` may have changed.
    """

    answered = Signal(object)
    state_changed = Signal()

    def __init__(
        self,
        document: Document,
        runner: ComputeRunner,
        label_of: Callable[[str], str] = str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._label_of = label_of
        self._document = document
        self._runner = runner
        self._problems: tuple[Problem, ...] = ()
        self._refused: Problem | None = None
        self._failure = ""
        self._page = ""
        self._first_looks: frozenset[str] = frozenset()
        self._slow_timer = QTimer(self)
        self._slow_timer.setSingleShot(True)
        self._slow_timer.setInterval(SLOW_MILLISECONDS)
        self._slow_timer.timeout.connect(self.state_changed)
        document.plan_changed.connect(self._plan_changed)
        runner.part_ready.connect(self._part_ready)
        runner.result_ready.connect(self._result_ready)
        runner.failed.connect(self._failed)
        runner.busy_changed.connect(self._busy_changed)

    @property
    def state(self) -> AdviceState:
        """How the answer shown relates to the plan as it is."""
        if self.problems:
            return AdviceState.PROBLEM
        if self._failure:
            return AdviceState.FAILED
        if self._runner.busy:
            return AdviceState.WAITING if self._slow_timer.isActive() else AdviceState.SLOW
        return AdviceState.FRESH if self._shown() or self.page_failure else AdviceState.WAITING

    @property
    def page_is_current(self) -> bool:
        """Whether the page that is looked at shows the plan as it is, be it a first look."""
        advice = self._document.advice
        return advice is not None and advice.plan == self._document.plan and self._page in advice.pages

    @property
    def page_failure(self) -> str:
        """Why the page that is looked at could not be made although the plan has its answer, or ""."""
        advice = self._document.advice
        if advice is None or advice.plan != self._document.plan:
            return ""
        return advice.failures.get(self._page, "")

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What must be corrected: fields that cannot be read, else the field the computation refused."""
        if self._problems:
            return self._problems
        return (self._refused,) if self._refused is not None else ()

    @property
    def refused(self) -> Problem | None:
        """The field the computation refused, while the plan is the one it refused."""
        return self._refused

    @property
    def failure(self) -> str:
        """The sentence of an unexpected failure of the last computation, or ""."""
        return self._failure

    def start(self) -> None:
        """Answer the plan that is there."""
        self._plan_changed(self._document.plan)

    def look_at(self, page: str) -> None:
        """Answer with this page from now on; computed now where the answer shown lacks it."""
        failed_before = bool(self.page_failure)
        self._page = page
        started = self._runner.busy or self._document.advice is not None
        if self._failure or (started and not self._shown()):
            self._failure = ""  # that of one page says nothing about another
            self._submit(self._document.plan)
            self.state_changed.emit()
        elif failed_before:
            self.state_changed.emit()

    def set_problems(self, problems: tuple[Problem, ...]) -> None:
        """Take over which fields cannot be read."""
        self._problems = problems
        self.state_changed.emit()

    @Slot(object)
    def _plan_changed(self, plan: Plan) -> None:
        self._refused = None
        self._failure = ""
        self._submit(plan)
        self.state_changed.emit()

    def _submit(self, plan: Plan) -> None:
        self._runner.submit(Request(plan, self._page))

    def _shown(self) -> bool:
        return self.page_is_current and self._page not in self._first_looks

    @Slot(int, object)
    def _part_ready(self, request: int, advice: Advice) -> None:
        self._take(advice, frozenset(advice.pages))

    @Slot(int, object)
    def _result_ready(self, request: int, advice: Advice) -> None:
        self._take(advice, frozenset())

    def _take(self, advice: Advice, first_looks: frozenset[str]) -> None:
        known = self._document.advice
        if known is not None and known.plan == advice.plan:
            kept = {name: page for name, page in known.pages.items() if name not in self._first_looks}
            advice = replace(advice, pages=kept | advice.pages)
        self._first_looks = first_looks
        self._document.advice = advice
        self.answered.emit(advice)
        self.state_changed.emit()

    @Slot(int, str, str)
    def _failed(self, request: int, sentence: str, field: str) -> None:
        if field:
            self._refused = Problem(field, self._label_of(field), sentence)
        else:
            self._failure = sentence
        self.state_changed.emit()

    @Slot(bool)
    def _busy_changed(self, busy: bool) -> None:
        if busy:
            self._slow_timer.start()
        else:
            self._slow_timer.stop()
        self.state_changed.emit()
