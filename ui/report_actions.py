"""From the menu to paper: asks where to, has the report computed on a worker, draws it and tells what came of it."""

from __future__ import annotations

import datetime
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from advisor.atomic_file import write_atomically

from . import wording
from .actions import Actions
from .advice_flow import AdviceFlow, AdviceState
from .compute_runner import ComputeRunner
from .document import Document
from .file_reasons import plain_reason, remedy
from .message_bar import Message, MessageBar
from .plan_files import file_name
from .settings import Settings

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from advisor.report.blocks import Report
    from advisor.report.document import ReportRequest

log = logging.getLogger(__name__)

PDF = ".pdf"
A4_FILTER, LETTER_FILTER = "PDF on A4 (*.pdf)", "PDF on US Letter (*.pdf)"
SAVE_ELSEWHERE, TRY_AGAIN = "Save as…", "Try again"

NO_REPORT = Message("no_report", "warning", "There is no report yet: {reason}.")
REPORT_FAILED = Message("report_failed", "error", "The report was not made: {reason}.")
REPORT_NOT_SAVED = Message(
    "report_not_saved",
    "error",
    "The report “{name}” was not saved: {reason}. {remedy}",
    (SAVE_ELSEWHERE, TRY_AGAIN),
)


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
        Which folder was used last.
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
        from .report_pdf import A4, LETTER, usual_paper

        filters = [A4_FILTER, LETTER_FILTER]
        if usual_paper() == LETTER:
            filters.reverse()
        start = self._settings.folder / f"{file_name(self._document.plan.name)}{PDF}"
        name, chosen = QFileDialog.getSaveFileName(self._window, "Save the report", str(start), ";;".join(filters))
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() != PDF:
            path = path.with_name(path.name + PDF)
            # The dialog asked about the name as it was typed, not about this one.
            if path.exists() and not self._may_replace(path):
                return
        self.save_as(path, LETTER if chosen == LETTER_FILTER else A4)

    def save_as(self, path: Path, paper: Any = None) -> None:
        """Write the report to ``path`` on a paper (`QPageSize.PageSizeId`), by default the region's usual one."""
        from .report_pdf import usual_paper

        self._path, self._paper, self._printer = path, usual_paper() if paper is None else paper, None
        self._begin(f"Writing {path.name}…")

    @Slot()
    def print(self) -> None:
        """Ask for a printer and print the report."""
        if not self._may_begin():
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setDocName(self._document.plan.name)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle("Print the report")
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the report on a printer that was chosen."""
        from .report_pdf import prepare_printer

        prepare_printer(printer)
        self._path, self._printer = None, printer
        self._begin("Printing the report…")

    # From the plan to paper

    def _may_begin(self) -> bool:
        """Return whether there is an answer to report on and no other report in the making; else say why not."""
        self._messages.clear(NO_REPORT)
        if self._busy:
            self.told.emit("The last report is still being made")
            return False
        if self._stale() and self._document.advice is None:
            problems, failure = self._flow.problems, self._flow.failure
            reason = f"correct {problems[0].label} first" if problems else failure or "the plan has no answer"
            self._messages.show_message(NO_REPORT, reason=reason[:1].lower() + reason[1:].rstrip("."))
            return False
        return True

    def _stale(self) -> bool:
        return self._flow.state in (AdviceState.PROBLEM, AdviceState.FAILED)

    def _begin(self, words: str) -> None:
        if not self._may_begin():
            return
        from advisor.report.document import ReportRequest

        for message in (REPORT_FAILED, REPORT_NOT_SAVED):
            self._messages.clear(message)
        plan, stale, advice = self._document.plan, "", self._document.advice
        if self._stale() and advice is not None:
            plan, stale = advice.plan, wording.stale_reason(self._flow.problems, advice)
        if self._runner is None:
            self._runner = ComputeRunner(_make, self)
            self._listen(self._runner)
        self._busy = True
        self.told.emit(words)
        self._runner.submit(ReportRequest(plan, datetime.date.today(), self._document.warnings, stale))

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
                REPORT_NOT_SAVED, name=path.name, reason=plain_reason(error), remedy=remedy(error)
            )
        else:
            self._settings.folder = path.absolute().parent
            self.told.emit(f"The report was saved as {path.name}")
        self._end()

    @Slot()
    def _printed(self) -> None:
        self.told.emit("The report went to the printer")
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
        self._messages.show_message(REPORT_FAILED, reason=reason[:1].lower() + reason[1:].rstrip("."))
        self._end()

    def _end(self) -> None:
        if self._drawing is not None:
            self._drawing.deleteLater()
        self._drawing, self._printer = None, None
        self._busy = False
        self.done.emit()

    @Slot(str, str)
    def _choose(self, message: str, choice: str) -> None:
        if message != REPORT_NOT_SAVED.name:
            return
        if choice == TRY_AGAIN and self._path is not None:
            self.save_as(self._path, self._paper)
        else:
            self.save()

    def _may_replace(self, path: Path) -> bool:
        answer = QMessageBox.question(self._window, "Replace the file", f"“{path.name}” is there already. Replace it?")
        return answer == QMessageBox.StandardButton.Yes
