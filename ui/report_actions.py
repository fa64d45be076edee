"""From the menu to paper: asks where to, has the report computed on a worker, draws it and tells what came of it."""

from __future__ import annotations

import datetime
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from advisor.atomic_file import write_atomically
from advisor.language import translate

from . import file_messages
from .actions import Actions
from .advice_flow import AdviceFlow
from .compute_runner import ComputeRunner
from .document import Document
from .file_reasons import plain_reason, remedy
from .given_answer import after_colon, given_answer, why_none
from .message_bar import MessageBar
from .save_place import ask_for_place, file_name
from .settings import Settings

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from advisor.report.blocks import Report
    from advisor.report.document import ReportRequest

log = logging.getLogger(__name__)

PDF = ".pdf"


def a4_kind() -> str:
    """Return the line of the dialog's filter that stands for A4 paper."""
    return translate("Files", "PDF on A4 ({pattern})").format(pattern=f"*{PDF}")


def letter_kind() -> str:
    """Return the line of the dialog's filter that stands for US Letter paper."""
    return translate("Files", "PDF on US Letter ({pattern})").format(pattern=f"*{PDF}")


def _make(request: ReportRequest, should_stop: Any) -> Report:
    """Make the report; imported on first use, so that the program starts without it."""
    from advisor.report.document import make_report

    return make_report(request, should_stop)


class ReportActions(QObject):
    """Makes reports of a document's answer, one at a time.

    Parameters
    ----------
    document : Document
        Whose plan is reported on.
    flow : AdviceFlow
        Whether that plan has an answer; where it has none, the report is on the last good one and says so.
    settings : Settings
        Which folder and paper were used last.
    messages : MessageBar
        Where failures are told.
    window : QWidget
        Beside which dialogs stand.
    runner : ComputeRunner, optional
        Who computes reports; by default one of its own, made when the first report is asked for.

    Signals
    -------
    told(str)
        A report was begun, written or printed.
    done()
        The report that was asked for came to its end, whatever that was.
    """

    told = Signal(str)
    done = Signal()

    def __init__(
        self,
        document: Document,
        flow: AdviceFlow,
        settings: Settings,
        messages: MessageBar,
        window: QWidget,
        runner: ComputeRunner | None = None,
    ) -> None:
        super().__init__(window)
        self._document, self._flow = document, flow
        self._settings, self._messages, self._window = settings, messages, window
        self._runner = runner
        if runner is not None:
            self._listen(runner)
        self._path: Path | None = None
        self._paper: Any = None
        self._printer: QPrinter | None = None
        self._drawing: Any = None
        self._busy = False
        messages.chosen.connect(self._choose)

    def connect_actions(self, actions: Actions) -> None:
        """Let the actions of the File menu and the tool bar do what they say."""
        actions.report.triggered.connect(self.save)
        actions.print.triggered.connect(self.print)

    @property
    def busy(self) -> bool:
        """Whether a report is being made."""
        return self._busy

    def stop(self) -> None:
        """The window closes: give up what is being made and end the worker."""
        if self._drawing is not None:
            self._writer().stop()
            self._drawing = None
        if self._runner is not None:
            self._runner.shut_down()

    # What the user does

    @Slot()
    def save(self) -> None:
        """Ask where to and write the report there as a PDF file."""
        if not self._may_begin():
            return
        from .report_pdf import A4, LETTER, paper_called, usual_paper

        kinds = {a4_kind(): A4, letter_kind(): LETTER}
        likeliest = paper_called(self._settings.report_paper) or usual_paper()
        offered = tuple(sorted(kinds, key=lambda kind: kinds[kind] != likeliest))
        start = self._settings.folder / f"{file_name(self._document.plan.name)}{PDF}"
        place = ask_for_place(self._window, translate("Files", "Save the report"), start, PDF, offered)
        if place is None:
            return
        paper = kinds.get(place.kind, likeliest)  # some desktops do not say which line was chosen
        self._settings.report_paper = paper.name
        self.save_as(place.path, paper)

    def save_as(self, path: Path, paper: Any = None) -> None:
        """Write the report to ``path`` on a paper (`QPageSize.PageSizeId`), by default the one used last."""
        from .report_pdf import paper_called, usual_paper

        self._path, self._printer = path, None
        self._paper = paper or paper_called(self._settings.report_paper) or usual_paper()
        self._begin(translate("Files", "Writing {name}…").format(name=path.name))

    @Slot()
    def print(self) -> None:
        """Ask for a printer and print the report."""
        if not self._may_begin():
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setDocName(self._document.plan.name)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(translate("Files", "Print the report"))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the report on a printer that was chosen."""
        from .report_pdf import prepare_printer

        prepare_printer(printer)
        self._path, self._printer = None, printer
        self._begin(translate("Files", "Printing the report…"))

    # From the plan to paper

    def _may_begin(self) -> bool:
        """Return whether there is an answer to report on and no other report in the making; else say why not."""
        self._messages.clear(file_messages.no_report())
        if self._busy:
            self.told.emit(translate("Files", "The last report is still being made"))
            return False
        if given_answer(self._document, self._flow) is None:
            self._messages.show_message(file_messages.no_report(), reason=why_none(self._flow))
            return False
        return True

    def _begin(self, words: str) -> None:
        given = given_answer(self._document, self._flow)
        if not self._may_begin() or given is None:
            return
        from advisor.report.document import ReportRequest

        for message in (file_messages.report_failed(), file_messages.report_not_saved()):
            self._messages.clear(message)
        if self._runner is None:
            self._runner = ComputeRunner(_make, self)
            self._listen(self._runner)
        self._busy = True
        self.told.emit(words)
        self._runner.submit(ReportRequest(given.plan, datetime.date.today(), given.warnings, given.stale))

    def _listen(self, runner: ComputeRunner) -> None:
        runner.result_ready.connect(self._draw)
        runner.failed.connect(self._not_computed)
        runner.cancelled.connect(self._given_up)

    @Slot(int, object)
    def _draw(self, request: int, report: Report) -> None:
        from .report_pdf import PdfFile, ReportWriter

        if self._printer is not None:
            self._drawing = ReportWriter(report, self._printer, self)
            self._drawing.finished.connect(self._printed)
        else:
            self._drawing = PdfFile(report, self._paper, self)
            self._drawing.finished.connect(self._write)
        self._writer().failed.connect(self._not_drawn)
        self._drawing.start()

    def _writer(self) -> Any:
        return self._drawing if self._printer is not None else self._drawing.writer

    @Slot(object)
    def _write(self, data: bytes) -> None:
        path = self._path
        assert path is not None, "a file is drawn only for a path"
        try:
            write_atomically(path, data)
        except OSError as error:
            self._messages.show_message(
                file_messages.report_not_saved(), name=path.name, reason=plain_reason(error), remedy=remedy(error)
            )
        else:
            self._settings.folder = path.absolute().parent
            self.told.emit(translate("Files", "The report was saved as {name}").format(name=path.name))
        self._end()

    @Slot()
    def _printed(self) -> None:
        self.told.emit(translate("Files", "The report went to the printer"))
        self._end()

    @Slot(int, str, str)
    def _not_computed(self, request: int, sentence: str, field: str) -> None:
        self._fail(sentence)

    @Slot(str)
    def _not_drawn(self, reason: str) -> None:
        self._fail(reason)

    @Slot(int)
    def _given_up(self, request: int) -> None:
        self._end()

    def _fail(self, reason: str) -> None:
        log.error("no report: %s", reason)
        self._messages.show_message(file_messages.report_failed(), reason=after_colon(reason))
        self._end()

    def _end(self) -> None:
        if self._drawing is not None:
            self._drawing.deleteLater()
        self._drawing, self._printer = None, None
        self._busy = False
        self.done.emit()

    @Slot(str, str)
    def _choose(self, message: str, choice: str) -> None:
        if message != file_messages.report_not_saved().name:
            return
        if choice == file_messages.try_again() and self._path is not None:
            self.save_as(self._path, self._paper)
        else:
            self.save()
