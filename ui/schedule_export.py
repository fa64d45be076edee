"""The schedule for other programs: a table to paste, numbers in a file, and everything as one picture."""

from __future__ import annotations

import csv
import io

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from advisor.language import translate
from advisor.schedule.page import SchedulePage
from advisor.schedule.phases import as_table

from .chart_export import PaintChart, Picture, csv_text
from .chart_items import Measure
from .note_list import NoteList
from .schedule_drawing import ScheduleDrawing
from .schedule_table import HEADER_HEIGHT, ROOMY_ROW
from .theme import Theme

GAP = 12


def schedule_text(page: SchedulePage) -> str:
    """Return the sentence, the schedule with tabs between its cells, and the notes, ready to paste."""
    phase, remark = translate("Schedule page", "Phase"), translate("Schedule page", "Remark")
    headings = (phase, *(column.heading for column in page.columns), remark)
    lines = [page.sentence, "", "\t".join(headings)]
    lines += ["\t".join((row.label, *row.cells, row.reason)).rstrip("\t") for row in (*page.rows, page.total)]
    return "\n".join([*lines, "", *(note.text for note in page.notes)]) + "\n"


def schedule_csv(page: SchedulePage) -> str:
    """Return the schedule with all its digits and then, after an empty line, the shares of compute against budget."""
    output = io.StringIO()
    csv.writer(output, lineterminator="\r\n").writerows(as_table(page.schedule, page.currency))
    return f"{output.getvalue()}\r\n{csv_text(page.split)}"


def schedule_picture(
    page: SchedulePage, theme: Theme, chart_size: QSize, paint_chart: PaintChart, notes: NoteList
) -> Picture:
    """Return chart, schedule and notes, under their sentence, as one picture.

    Parameters
    ----------
    chart_size : QSize
        Size of the chart in pixels at 100 %; the picture is as wide.
    paint_chart : callable
        Draws the chart into a rectangle.
    """
    width, table_height = chart_size.width(), HEADER_HEIGHT + ROOMY_ROW * (len(page.rows) + 1)
    drawing = ScheduleDrawing(page, theme, False, Measure())

    def paint(painter: QPainter, target: QRectF) -> None:
        chart = QRectF(target.left(), target.top(), width, chart_size.height())
        paint_chart(painter, chart)
        _paint_table(painter, drawing, QRectF(target.left(), chart.bottom() + GAP, width, table_height))
        below = QRectF(target.left(), chart.bottom() + 2 * GAP + table_height, width, notes.drawn_height(width))
        notes.paint(painter, below)

    height = chart_size.height() + table_height + notes.drawn_height(width) + 3 * GAP
    return Picture(page.split, theme, QSize(width, height), paint)


def _paint_table(painter: QPainter, drawing: ScheduleDrawing, rect: QRectF) -> None:
    widths = drawing.widths(rect.width())
    for column, width in enumerate(widths.columns):
        left = rect.left() + widths.left(column)
        drawing.paint_heading(painter, QRectF(left, rect.top(), width, HEADER_HEIGHT), column)
        for row in range(len(drawing.rows)):
            top = rect.top() + HEADER_HEIGHT + ROOMY_ROW * row
            drawing.paint_cell(painter, QRectF(left, top, width, ROOMY_ROW), row, column)
