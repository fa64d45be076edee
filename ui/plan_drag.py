"""Dragging the plan's line on a chart: the plan follows as fast as it can be answered; one drag is one undo step."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from advisor.budget import plan_with_compute
from advisor.errors import InputError
from advisor.language import translate
from advisor.plan import Plan
from advisor.student_size import plan_with_student_size

from .compute_runner import ComputeRunner
from .document import Document

REST_MILLISECONDS = 15
"""Between an answer and the next step of the plan, for the line to be drawn under the hand without competition."""

DRAGGED: dict[str, Callable[[Plan, float], Plan]] = {
    "budget": plan_with_compute,
    "student": plan_with_student_size,
    "schedule": plan_with_compute,
}
"""What dragging the line of a page means: the plan with the line there."""


def step_name(page: str) -> str:
    """Return what undoing a drag of the line of a page is called."""
    if page == "student":
        return translate("Undo", "Drag the student’s size")
    return translate("Undo", "Drag the budget")


class PlanDrag(QObject):
    """Turns positions of a page's line into edits of the plan.

    The mouse reports positions faster than plans are answered. Superseding each plan by the next would show no answer
    before the end of the drag, so the next position is taken up when the last one has its answer.

    Signals
    -------
    refused(str)
        The line cannot be there, and what would be right; "" when the next position could be used.
    """

    refused = Signal(str)

    def __init__(self, document: Document, runner: ComputeRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._runner = runner
        self._wanted: tuple[str, float] | None = None
        self._number = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._step)
        runner.busy_changed.connect(self._busy_changed)

    @Slot(str, float)
    def move(self, page: str, x: float) -> None:
        """The line of this page is being dragged and is here now."""
        self._wanted = page, x
        if not self._rest.isActive():
            self._step()

    @Slot(str, float)
    def finish(self, page: str, x: float) -> None:
        """The line was let go here; the next drag is a step of its own."""
        self._wanted = None
        self._edit(page, x)
        self._number += 1

    @Slot(bool)
    def _busy_changed(self, busy: bool) -> None:
        if not busy and self._wanted is not None:
            self._rest.start()

    @Slot()
    def _step(self) -> None:
        if self._wanted is not None and not self._runner.busy:
            wanted, self._wanted = self._wanted, None
            self._edit(*wanted)

    def _edit(self, page: str, x: float) -> None:
        if not math.isfinite(x):
            return
        try:
            plan = DRAGGED[page](self._document.plan, x)
        except InputError as error:
            self.refused.emit(error.fix)
        else:
            self.refused.emit("")
            self._document.edit(plan, step_name(page), f"line of {page} {self._number}")
