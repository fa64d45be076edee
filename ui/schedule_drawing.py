"""How a schedule is drawn, cell by cell: the same for the table on the screen and for pictures of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from advisor.schedule.page import Row, SchedulePage

from .chart_colors import area_fill, curve_colors
from .chart_items import Measure
from .theme import FontRole, Theme, drawn_font

NAME, TIMELINE, NUMBERS = 0, 1, 2
"""The columns: the phase, its bar, and from there on the page's own."""

GAP = 24.0
INSET = 4.0
EDGE = 12.0
"""Room at both ends of the axis of the bars, for half of the first and the last tick's text."""

BAR = 16.0
LEAST_BAR = 2.0
LEAST_TIMELINE, ROOMY_TIMELINE = 140.0, 420.0
TICK_AIR = 8.0


@dataclass(frozen=True)
class Widths:
    """Widths of the columns in pixels."""

    columns: tuple[float, ...]

    def left(self, column: int) -> float:
        """The left edge of a column."""
        return sum(self.columns[:column])


class ScheduleDrawing:
    """Draws the cells of one page in one theme.

    Parameters
    ----------
    page : SchedulePage
    theme : Theme
    stale : bool
        Whether ink gives way to muted ink, because the plan has changed since.
    """

    def __init__(self, page: SchedulePage, theme: Theme, stale: bool, measure: Measure) -> None:
        self.page = page
        self._theme = theme
        self._stale = stale
        self._measure = measure

    @property
    def rows(self) -> tuple[Row, ...]:
        """The phases, and the total below them."""
        return (*self.page.rows, self.page.total)

    def headings(self) -> tuple[str, ...]:
        """Return the heading of each column; the axis of the bars has ticks instead."""
        return ("", "", *(column.heading for column in self.page.columns))

    def widths(self, whole: float) -> Widths:
        """Return how a width is shared out: text as wide as it is, the bars have the rest."""
        name = max(self._measure.width(row.label, "body_strong") for row in self.rows) + GAP
        numbers = [
            max(
                self._measure.width(column.heading, "caption"),
                *(self._measure.width(row.cells[i], "body_strong") for row in self.rows),
            )
            + GAP
            for i, column in enumerate(self.page.columns)
        ]
        # Where there is plenty of room the numbers have some of it, so that the eye finds its row.
        spare = max(whole - name - sum(numbers) - ROOMY_TIMELINE, 0.0)
        share = min(spare / len(numbers), 2 * GAP)
        numbers = [math.ceil(number + share) for number in numbers]
        return Widths((math.ceil(name), max(whole - math.ceil(name) - sum(numbers), LEAST_TIMELINE), *numbers))

    def paint_heading(self, painter: QPainter, rect: QRectF, column: int) -> None:
        """Draw the heading of a column, or the ticks over the bars."""
        theme = self._theme
        painter.setFont(drawn_font("caption"))
        painter.setPen(QColor(theme.muted))
        if column == TIMELINE:
            for at, text in self._shown_ticks(rect):
                width = self._measure.width(text, "caption") + 2
                box = QRectF(self._x(rect, at) - width / 2, rect.top(), width, rect.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        elif column >= NUMBERS:
            painter.drawText(self._inside(rect, column), _RIGHT, self.headings()[column])
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawLine(_bottom_left(rect), _bottom_right(rect))

    def paint_cell(self, painter: QPainter, rect: QRectF, row: int, column: int) -> None:
        """Draw one cell with the line below it."""
        theme, shown = self._theme, self.rows[row]
        total = row == len(self.page.rows)
        if not total:
            before_total = row == len(self.page.rows) - 1
            painter.setPen(QPen(QColor(theme.field_border if before_total else theme.hairline), 1))
            painter.drawLine(_bottom_left(rect), _bottom_right(rect))
        if column == TIMELINE:
            if not total:
                self._paint_bar(painter, rect, shown)
            else:
                self._name_planned(painter, rect)
            return
        role: FontRole = "body_strong" if total else "body"
        painter.setFont(drawn_font(role))
        muted = self._stale or bool(shown.reason and column != NAME)
        painter.setPen(QColor(theme.muted if muted else theme.ink))
        text = shown.label if column == NAME else shown.cells[column - NUMBERS]
        painter.drawText(self._inside(rect, column), _LEFT if column == NAME else _RIGHT, text)

    def _inside(self, rect: QRectF, column: int) -> QRectF:
        """Return a cell without the room, at both ends of a row, of the frame that shows where the keyboard is."""
        last = column == NUMBERS + len(self.page.columns) - 1
        return rect.adjusted(INSET if column == NAME else 0, 0, -INSET if last else 0, 0)

    def _paint_bar(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        theme = self._theme
        painter.setPen(QPen(QColor(theme.grid), 1))
        for at, _ in self._shown_ticks(rect):
            x = self._x(rect, at)
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom() - 1))
        if self.page.planned is not None:
            self._paint_planned(painter, rect)
        if row.reason:
            painter.setFont(drawn_font("caption"))
            painter.setPen(QColor(theme.muted))
            text_rect = rect.adjusted(EDGE + 6, 0, 0, -1)
            metrics = painter.fontMetrics()
            text = metrics.elidedText(row.reason, Qt.TextElideMode.ElideRight, int(text_rect.width()))
            painter.drawText(text_rect, _LEFT, text)
            return
        left, right = self._x(rect, row.start), self._x(rect, row.end)
        width = max(right - left, LEAST_BAR)
        left = min(left, rect.right() - EDGE - width)
        bar = QRectF(left, rect.center().y() - BAR / 2, width, BAR).adjusted(0.5, 0, -0.5, -1)
        painter.setPen(QPen(QColor(theme.muted if self._stale else curve_colors(theme, row.key)[0]), 1))
        painter.setBrush(QColor(area_fill(theme, row.key)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.drawRoundedRect(bar, 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_planned(self, painter: QPainter, rect: QRectF) -> None:
        assert self.page.planned is not None
        pen = QPen(QColor(curve_colors(self._theme, "this_plan")[0]), 2)
        painter.setPen(pen)
        x = self._x(rect, self.page.planned)
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))

    def _name_planned(self, painter: QPainter, rect: QRectF) -> None:
        """Write below the line that marks the planned time what it is."""
        if self.page.planned is None:
            return
        painter.setFont(drawn_font("caption_strong"))
        colors = curve_colors(self._theme, "this_plan")
        painter.setPen(QColor(self._theme.muted if self._stale else colors[1]))
        width = self._measure.width(self.page.planned_label, "caption_strong") + 2
        x = self._x(rect, self.page.planned)
        left = min(max(x - width / 2, rect.left()), rect.right() - width)
        painter.drawText(QRectF(left, rect.top(), width, rect.height()), _LEFT, self.page.planned_label)

    def _shown_ticks(self, rect: QRectF) -> list[tuple[float, str]]:
        """Return the ticks whose texts have room beside one another."""
        shown: list[tuple[float, str]] = []
        end = -math.inf
        for at, text in self.page.ticks:
            half = self._measure.width(text, "caption") / 2
            x = self._x(rect, at)
            if x - half >= end + TICK_AIR:
                shown.append((at, text))
                end = x + half
        return shown

    @staticmethod
    def _x(rect: QRectF, at: float) -> float:
        """Return the pixel column of a share of the axis."""
        return rect.left() + EDGE + (rect.width() - 2 * EDGE) * at


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _bottom_left(rect: QRectF) -> QPointF:
    return QPointF(rect.left(), rect.bottom() - 1)


def _bottom_right(rect: QRectF) -> QPointF:
    return QPointF(rect.right(), rect.bottom() - 1)
