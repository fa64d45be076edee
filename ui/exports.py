"""The answer for other programs: a workbook and JSON as files, text and a picture on the clipboard.

Where the newest plan has no answer, the last good one is given out and says so. What takes long is computed and written
on a thread of its own.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QWidget

from advisor.language import translate

from . import file_messages
from .actions import Actions
from .advice_flow import AdviceFlow
from .compute_runner import ComputeRunner
from .document import Document
from .file_reasons import plain_reason, remedy
from .given_answer import GivenAnswer, after_colon, given_answer, has_no_answer, why_none
from .message_bar import MessageBar
from .save_place import all_files, ask_for_place, file_name
from .settings import Settings

Kind = Literal["workbook", "json", "text"]

PICTURE_SCALE = 2.0
SUFFIXES: dict[Kind, str] = {"workbook": ".xlsx", "json": ".json"}
"""Ending of each kind of file."""


@dataclass(frozen=True)
class Request:
    """What to make of an answer: a file at ``path``, or a text for the clipboard."""

    kind: Kind
    given: GivenAnswer
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

        advice = advise(request.given.plan, ("schedule", "matters"))
        return Made(request, text=answer_text(advice, request.date, request.given.stale))
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
    from advisor.report.workbook import pages_for, workbook_bytes

    given = request.given
    return workbook_bytes(advise(given.plan, pages_for(given.plan)), request.date, given.warnings, given.stale)


def _json(request: Request) -> bytes:
    from advisor.headless import answer_json
    from advisor.solution import solve_plan

    given = request.given
    return (answer_json(solve_plan(given.plan), given.warnings, curves=True, stale=given.stale) + "\n").encode()


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
        given = self._given()
        if given is not None:
            self._submit(Request("text", given, datetime.date.today()))

    @Slot()
    def copy_picture(self) -> None:
        """Put the answer card on the clipboard as a picture."""
        given, advice = self._given(), self._document.advice
        if given is None:
            return
        if advice is None or advice.plan != given.plan:
            self.told.emit(translate("Export", "The answer is still being computed; copy it in a moment"))
            return
        QGuiApplication.clipboard().setImage(card_picture(self._card))
        if given.stale:  # the card says so too
            self.told.emit(translate("Export", "The last good answer was copied as a picture"))
        else:
            self.told.emit(translate("Export", "The answer was copied as a picture"))

    def stop(self) -> None:
        """The window closes: finish the file that is being written, and end the thread."""
        self._waiting.clear()
        if self._runner is not None:
            self._runner.shut_down()

    # Whether, and where to

    def _given(self) -> GivenAnswer | None:
        """Return what is given out now; say why where there is nothing."""
        given = given_answer(self._document, self._flow)
        if given is None:
            self._messages.show_message(file_messages.no_export(), reason=why_none(self._flow))
        return given

    @Slot()
    def _forget_refusal(self) -> None:
        if not has_no_answer(self._flow):
            self._messages.clear(file_messages.no_export())

    def _export(self, kind: Kind) -> None:
        # The answer is taken before the dialog: what is asked for is the one that stands behind it.
        given = self._given()
        if given is None:
            return
        request = Request(kind, given, datetime.date.today())
        path = self._ask(request)
        if path is not None:
            self._submit(replace(request, path=path))

    def _ask(self, request: Request) -> Path | None:
        """Return where to write, None if the user would rather not."""
        suffix = SUFFIXES[request.kind]
        if request.kind == "workbook":
            title = translate("Export", "Export the answer as a workbook")
            kind = translate("Export", "Excel workbooks ({pattern})").format(pattern=f"*{suffix}")
        else:
            title = translate("Export", "Export the answer as JSON")
            kind = translate("Export", "JSON files ({pattern})").format(pattern=f"*{suffix}")
        start = self._settings.folder / f"{file_name(request.given.plan.name)}{suffix}"
        place = ask_for_place(self._window, title, start, suffix, (kind, all_files()))
        if place is None:
            return None
        self._settings.folder = place.path.absolute().parent
        return place.path

    # On the worker

    def _submit(self, request: Request) -> None:
        self._messages.clear(file_messages.export_failed())
        self._messages.clear(file_messages.copy_failed())
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
            self.told.emit(translate("Export", "Writing {name}…").format(name=self._current.path.name))
        self._runner.submit(self._current)

    @Slot(int, object)
    def _made(self, number: int, made: Made) -> None:
        request = made.request
        if made.error is not None:
            self._show_failure(request, plain_reason(made.error), remedy(made.error))
        elif request.path is None:
            QGuiApplication.clipboard().setText(made.text)
            if request.given.stale:
                self.told.emit(translate("Export", "The last good answer was copied as text"))
            else:
                self.told.emit(translate("Export", "The answer was copied as text"))
        else:
            text = translate("Export", "The answer was saved as {name}")
            if request.given.stale:
                text = translate("Export", "The last good answer was saved as {name}")
            self.told.emit(text.format(name=request.path.name))
        self._end()

    @Slot(int, str, str)
    def _could_not(self, number: int, sentence: str, field: str) -> None:
        if self._current is not None:
            self._show_failure(self._current, after_colon(sentence), "")
        self._end()

    def _show_failure(self, request: Request, reason: str, what_to_do: str) -> None:
        if request.path is None:
            self._messages.show_message(file_messages.copy_failed(), reason=reason)
            return
        self._failed = request
        message = file_messages.export_failed()
        self._messages.show_message(message, name=request.path.name, reason=reason, remedy=what_to_do)

    def _end(self) -> None:
        self._current = None
        self._start_next()

    @Slot(str, str)
    def _choose(self, message: str, choice: str) -> None:
        request = self._failed
        if message != file_messages.export_failed().name or request is None:
            return
        path = request.path if choice == file_messages.try_again() else self._ask(request)
        if path is not None:
            self._submit(replace(request, path=path))


def card_picture(card: QWidget) -> QImage:
    """Return a widget as a picture at twice the size of the screen's pixels."""
    image = QImage(card.size() * PICTURE_SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(PICTURE_SCALE)
    image.fill(card.palette().base().color())
    painter = QPainter(image)
    card.render(painter, QPoint())
    painter.end()
    return image
