"""How plans side by side look: the same strokes for the table on the screen and for its picture."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from advisor.compare.cells import CompareCell, CompareRow
from advisor.compare.page import ComparePage
from advisor.evidence import THIS_PLAN, ChartPage

from .chart_export import Picture
from .theme import FontRole, Theme, drawn_font, scenario_colors

HEADER_HEIGHT = 32
ROW_HEIGHT = 24
NOTED_ROW_HEIGHT = 38
LABEL_WIDTH, WIDEST_LABEL = 124, 240
COLUMN_WIDTH = 148
WIDEST_COLUMN = 220
INSET = 12
MARK = 3.0
"""Radius of the mark beside the best of a row, in pixels."""

Align = Qt.AlignmentFlag


def label_width(page: ComparePage) -> int:
    """Return the width of the column of labels in pixels: that of the longest, within limits."""
    return min(max([LABEL_WIDTH, *(_room_for(row.label) for row in page.rows)]), WIDEST_LABEL)


def label_fits(label: str) -> bool:
    """Return whether a label is shown whole."""
    return _room_for(label) <= WIDEST_LABEL


def _room_for(label: str) -> int:
    return math.ceil(QFontMetricsF(drawn_font("body")).horizontalAdvance(label)) + 2 * INSET


def row_height(row: CompareRow) -> int:
    """Return the height of a row in pixels: with a second line where one of its cells has a note."""
    return NOTED_ROW_HEIGHT if any(cell.note for cell in row.cells) else ROW_HEIGHT


def begins_group(rows: tuple[CompareRow, ...], row: int) -> bool:
    """Return whether a row is the first of its group, over which a stronger line stands."""
    return row > 0 and rows[row].group != rows[row - 1].group


def draw_name(painter: QPainter, rect: QRectF, name: str, theme: Theme, *, this_plan: bool, quiet: bool) -> None:
    """Draw the name of a column, at the right as its numbers are."""
    painter.fillRect(rect, QColor(theme.tint))
    _rule(painter, rect, theme.hairline, at_top=False)
    own = scenario_colors(theme, THIS_PLAN)[1]
    color = theme.muted if quiet else own if this_plan else theme.ink
    _text(painter, rect, name, "body_strong", color, Align.AlignRight)


def draw_label(painter: QPainter, rect: QRectF, label: str, theme: Theme, *, group: bool) -> None:
    """Draw what a row is called."""
    painter.fillRect(rect, QColor(theme.card))
    _rule(painter, rect, theme.field_border if group else theme.hairline, at_top=True)
    _text(painter, rect, label, "body", theme.muted, Align.AlignLeft)


def draw_cell(
    painter: QPainter, rect: QRectF, cell: CompareCell, theme: Theme, *, group: bool, fill: str, quiet: bool
) -> None:
    """Draw a value with its note below; the best of a row is semibold and has a mark."""
    painter.fillRect(rect, QColor(fill))
    _rule(painter, rect, theme.field_border if group else theme.hairline, at_top=True)
    value, note = rect, rect
    if cell.note:
        middle = rect.top() + rect.height() / 2 + 1
        value = QRectF(rect.left(), rect.top() + 3, rect.width(), middle - rect.top() - 3)
        note = QRectF(rect.left(), middle, rect.width(), rect.bottom() - middle - 3)
    role: FontRole = "body_strong" if cell.best else "body"
    width = _text(painter, value, cell.text, role, theme.muted if quiet else theme.ink, Align.AlignRight)
    if cell.note:
        _text(painter, note, cell.note, "caption", theme.muted, Align.AlignRight)
    if cell.best:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.muted if quiet else theme.good))
        x = max(value.right() - INSET - width - 9, value.left() + 4)
        painter.drawEllipse(QPointF(x, value.center().y() + 0.5), MARK, MARK)


def _rule(painter: QPainter, rect: QRectF, color: str, *, at_top: bool) -> None:
    row = rect.top() if at_top else rect.bottom() - 1
    painter.fillRect(QRectF(rect.left(), row, rect.width(), 1), QColor(color))


def _text(painter: QPainter, rect: QRectF, text: str, role: FontRole, color: str, side: Align) -> float:
    """Draw one line, shortened to its room, and return its width."""
    text_font = drawn_font(role)
    metrics = QFontMetricsF(text_font)
    inside = rect.adjusted(INSET, 0, -INSET, 0)
    shown = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, inside.width())
    painter.setFont(text_font)
    painter.setPen(QColor(color))
    painter.drawText(inside, side | Align.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


def picture(page: ComparePage, theme: Theme) -> Picture:
    """Return the whole table as a picture with its sentence above and its notes below."""
    columns = len(page.columns)
    width = label_width(page) + columns * max(COLUMN_WIDTH, min(WIDEST_COLUMN, 640 // columns))
    height = HEADER_HEIGHT + sum(row_height(row) for row in page.rows) + 1
    words = ChartPage(page.name, page.question, page.sentence, "", "", "", (), footer=page.notes)

    def paint(painter: QPainter, target: QRectF) -> None:
        _paint_table(painter, target, page, theme)

    return Picture(words, theme, QSize(width, height), paint)


def _paint_table(painter: QPainter, target: QRectF, page: ComparePage, theme: Theme) -> None:
    labels = label_width(page)
    width = (target.width() - labels) / len(page.columns)
    lefts = [target.left() + labels + i * width for i in range(len(page.columns))]
    draw_name(
        painter,
        QRectF(target.left(), target.top(), labels, HEADER_HEIGHT),
        "",
        theme,
        this_plan=False,
        quiet=False,
    )
    for i, (left, column) in enumerate(zip(lefts, page.columns, strict=True)):
        rect = QRectF(left, target.top(), width, HEADER_HEIGHT)
        draw_name(painter, rect, column.name, theme, this_plan=i == 0, quiet=bool(column.problem))
    top = target.top() + HEADER_HEIGHT
    for i, row in enumerate(page.rows):
        group, height = begins_group(page.rows, i), row_height(row)
        draw_label(painter, QRectF(target.left(), top, labels, height), row.label, theme, group=group)
        for left, cell in zip(lefts, row.cells, strict=True):
            draw_cell(painter, QRectF(left, top, width, height), cell, theme, group=group, fill=theme.card, quiet=False)
        top += height
