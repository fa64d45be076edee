"""A report as a PDF file or on a printer: lines and letters, drawn page by page so that the window never waits long."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QObject, QSizeF, QTimer, Signal, Slot
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from advisor.language import translate
from advisor.report.blocks import Report
from advisor.report.plain_text import PROGRAM

from .report_layout import ReportLayout

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

log = logging.getLogger(__name__)

DPI = 96
"""Everything is laid out in the window's pixels; finer resolutions misplace what charts draw."""

A4, LETTER = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter


def usual_paper() -> QPageSize.PageSizeId:
    """Return the paper that the system's region prints on."""
    american = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return LETTER if american else A4


def paper_called(name: str) -> QPageSize.PageSizeId | None:
    """Return the paper of a name as settings keep it, None for a paper that no report is made on."""
    return {paper.name: paper for paper in (A4, LETTER)}.get(name)


def paper_size(device: QPagedPaintDevice) -> QSizeF:
    """Return a device's paper in pixels at 96 dpi."""
    return device.pageLayout().fullRect(QPageLayout.Unit.Inch).size() * DPI


def prepare_printer(printer: QPrinter) -> None:
    """Let a printer be drawn on in pixels at 96 dpi from the edge of its paper; it still prints lines and letters."""
    printer.setResolution(DPI)
    printer.setFullPage(True)


class ReportWriter(QObject):
    """Lays a report out and draws it on a device, one step for each turn of the event loop.

    Parameters
    ----------
    report : Report
        What is drawn.
    device : QPdfWriter or QPrinter
        Where to; it has to outlive the writer, with a resolution of 96 and no margins.

    Signals
    -------
    finished()
        All pages are drawn.
    failed(str)
        The device took no pages, and why.
    """

    finished = Signal()
    failed = Signal(str)

    def __init__(self, report: Report, device: QPagedPaintDevice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report, self._device = report, device
        self._layout: ReportLayout | None = None
        self._painter: QPainter | None = None
        self._placed = False
        self._next = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    @property
    def pages(self) -> int:
        """How many pages the report has; more while it is laid out."""
        return len(self._layout.pages) if self._layout is not None else 0

    def start(self) -> None:
        """Begin; returns at once."""
        self._timer.start()

    def run(self) -> None:
        """Draw everything now."""
        while self._advance():
            pass

    def stop(self) -> None:
        """Give up; what was drawn is worth nothing."""
        self._timer.stop()
        self._end()

    @Slot()
    def _step(self) -> None:
        try:
            more = self._advance()
        except Exception:  # a page that cannot be drawn must not leave the window waiting for ever
            log.exception("page %d cannot be drawn", self._next + 1)
            more = False
            self._end()
            self.failed.emit(translate("Files", "page {number} cannot be drawn").format(number=self._next + 1))
        if not more:
            self._timer.stop()

    def _advance(self) -> bool:
        """Do one step: lay a section out, or draw a page; return whether more is to do."""
        if self._layout is None:
            self._layout = ReportLayout(self._report, paper_size(self._device), at_once=False)
        if not self._placed:
            self._placed = not self._layout.place_next()
            return True
        if self._painter is None:
            painter = QPainter()
            if not painter.begin(self._device):
                self.failed.emit(translate("Files", "the printer does not answer"))
                return False
            self._painter = painter
        elif not self._device.newPage():
            self._end()
            self.failed.emit(translate("Files", "the printer took no further page"))
            return False
        self._layout.paint(self._painter, self._next)
        self._next += 1
        if self._next < len(self._layout.pages):
            return True
        self._end()
        self.finished.emit()
        return False

    def _end(self) -> None:
        if self._painter is not None:
            self._painter.end()
            self._painter = None


class PdfFile(QObject):
    """A report as the bytes of a PDF file.

    Signals
    -------
    finished(bytes)
        The whole file.
    """

    finished = Signal(object)

    def __init__(self, report: Report, paper: QPageSize.PageSizeId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = QByteArray()
        self._buffer = QBuffer(self._data, self)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._device = QPdfWriter(self._buffer)
        self._device.setPageSize(QPageSize(paper))
        self._device.setPageMargins(QMarginsF(0, 0, 0, 0))
        self._device.setResolution(DPI)
        self._device.setTitle(f"{report.title}: {report.headline}")
        self._device.setAuthor(PROGRAM)
        self._device.setCreator(f"{PROGRAM} {report.version}")
        self.writer = ReportWriter(report, self._device, self)
        self.writer.finished.connect(self._close)

    def start(self) -> None:
        """Begin; returns at once."""
        self.writer.start()

    @Slot()
    def _close(self) -> None:
        self._buffer.close()
        self.finished.emit(bytes(self._data.data()))


def pdf_bytes(report: Report, paper: QPageSize.PageSizeId = A4) -> bytes:
    """Return a report as a PDF file, drawn at once."""
    found: list[bytes] = []
    file = PdfFile(report, paper)
    file.finished.connect(found.append)
    file.writer.run()
    return found[0]
