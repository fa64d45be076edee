"""The answer for other programs: a workbook and JSON as files, text and a picture on the clipboard.

An answer that is not this plan's is never given out. What takes long is computed and written on a thread of its own.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from advisor.plan import Plan
from advisor.recommendation import Warning

from .actions import Actions
from .advice_flow import AdviceFlow, AdviceState
from .compute_runner import ComputeRunner
from .document import Document
from .file_reasons import plain_reason, remedy
from .message_bar import Message, MessageBar
from .plan_files import TRY_AGAIN, file_name
from .settings import Settings

Kind = Literal["workbook", "json", "text"]

ELSEWHERE = "Choose another place…"
PICTURE_SCALE = 2.0
FILES: dict[Kind, tuple[str, str, str]] = {
    "workbook": (".xlsx", "Export the answer as a workbook", "Excel workbooks (*.xlsx);;All files (*)"),
    "json": (".json", "Export the answer as JSON", "JSON files (*.json);;All files (*)"),
}
"""Ending, title of the dialog and its filter, for each kind of file."""

REFUSED = Message(
    "export_refused",
    "warning",
    "Nothing was exported, because the answer shown is not this plan’s: {reason}.",
)
EXPORT_FAILED = Message(
    "export_failed", "error", "“{name}” was not written: {reason}. {remedy}", (ELSEWHERE, TRY_AGAIN)
)
COPY_FAILED = Message("copy_failed", "error", "The answer was not copied: {reason}.")


@dataclass(frozen=True)
class Request:
    """What to make of a plan: a file at ``path``, or a text for the clipboard."""

    kind: Kind
    plan: Plan
    warnings: tuple[Warning, ...]
    date: datetime.date
    path: Path | None = None


@dataclass(frozen=True)
class Made:
    """What became of a request: a text, a written file, or why the file could not be written."""

    request: Request
    text: str = ""
    error: OSError | None = None


def make(request: Request, should_stop: Callable[[], bool]) -> Made:
    """Compute the answer and write it; imported on first use, after the window was built.

    It does not stop half-way: what was asked for is written even while the window closes.
    """
    if request.kind == "text":
        from advisor.advise import advise
        from advisor.report.plain_text import answer_text

        return Made(request, text=answer_text(advise(request.plan, ("schedule", "matters")), request.date))
    assert request.path is not None, "a file needs a place"
    data = _workbook(request) if request.kind == "workbook" else _json(request)
    from advisor.atomic_file import write_atomically

    try:
        write_atomically(request.path, data)
    except OSError as error:
        return Made(request, error=error)
    return Made(request)


def _workbook(request: Request) -> bytes:
    from advisor.advise import advise
    from advisor.report.workbook import PAGES, workbook_bytes

    return workbook_bytes(advise(request.plan, PAGES), request.date, request.warnings)


def _json(request: Request) -> bytes:
    from advisor.headless import answer_json
    from advisor.solution import solve_plan

    return (answer_json(solve_plan(request.plan), request.warnings, curves=True) + "\n").encode()


class Exports(QObject):
    """Carries out the Export menu and the two copies of the answer; one after the other, none is dropped.

    Parameters
    ----------
    document : Document
        Whose plan is answered.
    flow : AdviceFlow
        Knows whether the plan has an answer.
    card : QWidget
        What the picture shows.
    settings : Settings
        Which folder was used last.
    messages : MessageBar
        Where refusals and failures are told.
    window : QWidget
        The document's window.

    Signals
    -------
    told(str)
        What is being written, and what was done.
    """

    told = Signal(str)

    def __init__(
        self,
        document: Document,
        flow: AdviceFlow,
        card: QWidget,
        settings: Settings,
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._flow, self._card = document, flow, card
        self._settings, self._messages, self._window = settings, messages, window
        self._runner: ComputeRunner | None = None
        self._current: Request | None = None
        self._waiting: list[Request] = []
        self._failed: Request | None = None
        flow.state_changed.connect(self._forget_refusal)
        messages.chosen.connect(self._choose)

    def connect_actions(self, actions: Actions) -> None:
        """Let the actions do what they say."""
        actions.export_workbook.triggered.connect(self.export_workbook)
        actions.export_json.triggered.connect(self.export_json)
        actions.copy_text.triggered.connect(self.copy_text)
        actions.copy_picture.triggered.connect(self.copy_picture)

    @property
    def busy(self) -> bool:
        """Whether something is still to be written or copied."""
        return self._current is not None or bool(self._waiting)

    @Slot()
    def export_workbook(self) -> None:
        """Ask for a place and write the workbook there."""
        self._export("workbook")

    @Slot()
    def export_json(self) -> None:
        """Ask for a place and write what ``--headless --curves`` prints there."""
        self._export("json")

    @Slot()
    def copy_text(self) -> None:
        """Put the answer on the clipboard as text."""
        if self._may_export():
            self._submit(self._request("text", None))

    @Slot()
    def copy_picture(self) -> None:
        """Put the answer card on the clipboard as a picture."""
        if not self._may_export():
            return
        advice = self._document.advice
        if advice is None or advice.plan != self._document.plan:
            self.told.emit(self.tr("The answer is still being computed; copy it in a moment"))
            return
        QGuiApplication.clipboard().setImage(card_picture(self._card))
        self.told.emit(self.tr("The answer was copied as a picture"))

    def stop(self) -> None:
        """The window closes: finish the file that is being written, and end the thread."""
        self._waiting.clear()
        if self._runner is not None:
            self._runner.shut_down()

    # Whether, and where to

    def _may_export(self) -> bool:
        """Return whether the plan has an answer, or will have; say why where it has not."""
        state = self._flow.state
        if state is AdviceState.PROBLEM:
            names = ", ".join(dict.fromkeys(problem.label for problem in self._flow.problems))
            self._messages.show_message(REFUSED, reason=self.tr("correct {fields} first").format(fields=names))
        elif state is AdviceState.FAILED:
            self._messages.show_message(REFUSED, reason=self.tr("the newest plan could not be calculated"))
        else:
            return True
        return False

    @Slot()
    def _forget_refusal(self) -> None:
        if self._flow.state not in (AdviceState.PROBLEM, AdviceState.FAILED):
            self._messages.clear(REFUSED)

    def _export(self, kind: Kind) -> None:
        if not self._may_export():
            return
        # The plan is taken before the dialog: what is asked for is the answer that stands behind it.
        request = self._request(kind, None)
        path = self._ask(request)
        if path is not None:
            self._submit(self._at(request, path))

    def _request(self, kind: Kind, path: Path | None) -> Request:
        document = self._document
        return Request(kind, document.plan, document.warnings, datetime.date.today(), path)

    def _at(self, request: Request, path: Path) -> Request:
        return Request(request.kind, request.plan, request.warnings, request.date, path)

    def _ask(self, request: Request) -> Path | None:
        """Return where to write, None if the user would rather not."""
        suffix, title, kinds = FILES[request.kind]
        start = self._settings.folder / f"{file_name(request.plan.name)}{suffix}"
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(start), kinds)
        if not name:
            return None
        path = Path(name)
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
            # The dialog asked about the name as it was typed, not about this one.
            if _exists(path) and not self._may_replace(path):
                return None
        self._settings.folder = path.absolute().parent
        return path

    def _may_replace(self, path: Path) -> bool:
        question = self.tr("“{name}” is there already. Replace it?").format(name=path.name)
        answer = QMessageBox.question(self._window, self.tr("Replace the file"), question)
        return answer == QMessageBox.StandardButton.Yes

    # On the worker

    def _submit(self, request: Request) -> None:
        self._messages.clear(EXPORT_FAILED)
        self._messages.clear(COPY_FAILED)
        self._waiting.append(request)
        self._start_next()

    def _start_next(self) -> None:
        if self._current is not None or not self._waiting:
            return
        if self._runner is None:
            self._runner = ComputeRunner(make, self)
            self._runner.result_ready.connect(self._made)
            self._runner.failed.connect(self._could_not)
        self._current = self._waiting.pop(0)
        if self._current.path is not None:
            self.told.emit(self.tr("Writing {name}…").format(name=self._current.path.name))
        self._runner.submit(self._current)

    @Slot(int, object)
    def _made(self, number: int, made: Made) -> None:
        if made.error is not None:
            self._show_failure(made.request, plain_reason(made.error), remedy(made.error))
        elif made.request.path is None:
            QGuiApplication.clipboard().setText(made.text)
            self.told.emit(self.tr("The answer was copied as text"))
        else:
            self.told.emit(self.tr("The answer was saved as {name}").format(name=made.request.path.name))
        self._end()

    @Slot(int, str, str)
    def _could_not(self, number: int, sentence: str, field: str) -> None:
        if self._current is not None:
            self._show_failure(self._current, sentence.rstrip("."), "")
        self._end()

    def _show_failure(self, request: Request, reason: str, what_to_do: str) -> None:
        if request.path is None:
            self._messages.show_message(COPY_FAILED, reason=reason)
            return
        self._failed = request
        self._messages.show_message(EXPORT_FAILED, name=request.path.name, reason=reason, remedy=what_to_do)

    def _end(self) -> None:
        self._current = None
        self._start_next()

    @Slot(str, str)
    def _choose(self, message: str, choice: str) -> None:
        request = self._failed
        if message != EXPORT_FAILED.name or request is None:
            return
        path = request.path if choice == TRY_AGAIN else self._ask(request)
        if path is not None:
            self._submit(self._at(request, path))


def card_picture(card: QWidget) -> QImage:
    """Return a widget as a picture at twice the size of the screen's pixels."""
    image = QImage(card.size() * PICTURE_SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(PICTURE_SCALE)
    image.fill(card.palette().base().color())
    painter = QPainter(image)
    card.render(painter, QPoint())
    painter.end()
    return image


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # such as a name that is too long: writing will say so
        return False
