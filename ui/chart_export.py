"""A chart as a picture or as numbers: PNG and the clipboard, SVG, CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSaveFile, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from advisor.evidence import ChartPage

from .chart_drawing import BAND_ALPHA, SWATCH
from .number_sheet import chart_sheet
from .theme import FontRole, Theme, drawn_font, scenario_colors

PICTURE_MARGIN = 16
PICTURE_SCALE = 2.0
SVG_DPI = 96

PaintChart = Callable[[QPainter, QRectF], None]
"""Draws the chart itself into a rectangle."""


class Picture:
    """A chart with its sentence above and its notes below, ready to be pasted into a report.

    Parameters
    ----------
    page : ChartPage
        What the chart shows.
    theme : Theme
        Its colours.
    size : QSize
        Size of the chart in pixels at 100 %.
    paint_chart : callable
        Draws the chart itself.
    """

    def __init__(self, page: ChartPage, theme: Theme, size: QSize, paint_chart: PaintChart) -> None:
        self._page = page
        self._theme = theme
        self._size = size
        self._paint_chart = paint_chart
        self._head = self._height(page.sentence, "section") + 10
        self._foot = self._height(self._notes(), "caption") + 8

    def size(self) -> QSize:
        """Return the size of the whole picture in pixels at 100 %."""
        margins = 2 * PICTURE_MARGIN
        return QSize(self._size.width() + margins, self._size.height() + self._head + self._foot + margins)

    def image(self) -> QImage:
        """Return the picture at twice the size of the screen's pixels."""
        size = self.size()
        image = QImage(size * PICTURE_SCALE, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(PICTURE_SCALE)
        painter = QPainter(image)
        self.paint(painter)
        painter.end()
        return image

    def png(self) -> bytes:
        """Return the picture as a PNG file."""
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.image().save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes, Qt for text
        buffer.close()
        return bytes(data.data())

    def svg(self) -> bytes:
        """Return the picture as an SVG file."""
        data = QByteArray()
        buffer = QBuffer(data)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(SVG_DPI)
        generator.setSize(self.size())
        generator.setViewBox(QRect(0, 0, self.size().width(), self.size().height()))
        generator.setTitle(self._page.question)
        generator.setDescription(self._page.sentence)
        painter = QPainter(generator)
        self.paint(painter)
        painter.end()
        return bytes(data.data())

    def paint(self, painter: QPainter) -> None:
        """Draw sentence, chart and notes."""
        width = self._size.width()
        whole = QRectF(0, 0, self.size().width(), self.size().height())
        painter.fillRect(whole, QColor(self._theme.card))
        painter.setPen(QColor(self._theme.ink))
        painter.setFont(drawn_font("section"))
        wrap = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(PICTURE_MARGIN, PICTURE_MARGIN, width, self._head), wrap, self._page.sentence)
        top = PICTURE_MARGIN + self._head
        self._paint_chart(painter, QRectF(PICTURE_MARGIN, top, width, self._size.height()))
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(drawn_font("caption"))
        row = top + self._size.height() + 8
        if self._page.band_label:
            band = QColor(scenario_colors(self._theme, self._page.band_key or "")[0])
            band.setAlphaF(BAND_ALPHA + 0.1)
            painter.fillRect(QRectF(PICTURE_MARGIN, row + 4, SWATCH, 8), band)
        indent = SWATCH + 6 if self._page.band_label else 0.0
        painter.drawText(QRectF(PICTURE_MARGIN + indent, row, width - indent, self._foot), wrap, self._notes())

    def _notes(self) -> str:
        return "   ".join(text for text in (self._page.band_label, *self._page.footer) if text)

    def _height(self, text: str, role: FontRole) -> int:
        """Return how high a wrapped text gets in the width of the chart."""
        metrics = QFontMetrics(drawn_font(role))
        room = QRect(0, 0, self._size.width() - int(SWATCH) - 6, 1000)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() if text else 0


def csv_text(page: ChartPage) -> str:
    """Return the numbers of a chart (`chart_sheet`) as comma-separated values, one header line with units."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerows(chart_sheet(page).exact_rows())
    return output.getvalue()


def write_file(path: str | Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    file = QSaveFile(str(path))
    written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data)
    if not written or not file.commit():
        raise OSError(f"{path}: {file.errorString()}")
