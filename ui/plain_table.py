"""What the tables that look like the plan's own have in common: hairlines between rows, no grid, Tab leaves them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from .text_size import px
from .theme import font

Index = QModelIndex | QPersistentModelIndex

HEADER_HEIGHT = 24
SIDE = 8
"""Pixels at 100 % between a cell's edge and its text, as in the headings."""


class PlainTable(QTableView):
    """A table of rows of one height under one line of headings; it scrolls by pixels and is not edited.

    Parameters
    ----------
    row_height : int
        Pixels at 100 % text.
    """

    def __init__(self, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(px(row_height))
        rows.setDefaultSectionSize(px(row_height))
        header = self.horizontalHeader()
        header.setFont(font("caption"))
        header.setFixedHeight(px(HEADER_HEIGHT))
        header.setHighlightSections(False)
        header.setSectionsClickable(False)

    def heading_room(self, column: int, least: int) -> int:
        """Return a width for a column in pixels: its heading's, or ``least`` at 100 % where that is more."""
        return max(px(least), self.horizontalHeader().sectionSizeHint(column))


def inside(rect: QRect) -> QRect:
    """Return where in a cell its text stands."""
    return rect.adjusted(px(SIDE), 0, -px(SIDE), 0)


def draw_ground(painter: QPainter, rect: QRect, fill: str, hairline: str) -> None:
    """Fill a cell and draw the line below it; an empty ``hairline`` draws none."""
    painter.fillRect(rect, QColor(fill))
    if hairline:
        painter.setPen(QColor(hairline))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def draw_text(
    painter: QPainter, rect: QRect, index: Index, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight
) -> None:
    """Draw a cell's text with the painter's font and pen, aligned as the model says, shortened where it is too long."""
    text = painter.fontMetrics().elidedText(str(index.data()), elide, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)
