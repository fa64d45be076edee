"""Dragging the budget line: the plan follows as fast as it can be answered, and one drag is one step to undo."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from advisor.budget import plan_with_compute
from advisor.errors import InputError

from .compute_runner import ComputeRunner
from .document import Document

REST_MILLISECONDS = 15
"""Between an answer and the next step of the plan, for the line to be drawn under the hand without competition."""


class BudgetDrag(QObject):
    """Turns positions of the budget line into edits of the plan.

    The mouse reports positions faster than plans are answered. Superseding each plan by the next would show no answer
    before the end of the drag, so the next position is taken up when the last one has its answer.

    Signals
    -------
    refused(str)
        The budget cannot be there, and what would be right; "" when the next one could be used.
    """

    refused = Signal(str)

    def __init__(self, document: Document, runner: ComputeRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._runner = runner
        self._wanted: float | None = None
        self._number = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._step)
        runner.busy_changed.connect(self._busy_changed)

    @Slot(float)
    def move(self, flops: float) -> None:
        """The line is being dragged and is here now."""
        self._wanted = flops
        if not self._rest.isActive():
            self._step()

    @Slot(float)
    def finish(self, flops: float) -> None:
        """The line was let go here; the next drag is a step of its own."""
        self._wanted = None
        self._edit(flops)
        self._number += 1

    @Slot(bool)
    def _busy_changed(self, busy: bool) -> None:
        if not busy and self._wanted is not None:
            self._rest.start()

    @Slot()
    def _step(self) -> None:
        if self._wanted is not None and not self._runner.busy:
            wanted, self._wanted = self._wanted, None
            self._edit(wanted)

    def _edit(self, flops: float) -> None:
        try:
            plan = plan_with_compute(self._document.plan, flops)
        except InputError as error:
            self.refused.emit(error.fix)
        else:
            self.refused.emit("")
            self._document.edit(plan, self.tr("Drag the budget"), f"budget line {self._number}")
