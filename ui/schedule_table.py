"""The schedule as a table: a row for each phase with its bar, days, money, energy and carbon, and the total."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from advisor.language import translate
from advisor.schedule.page import Row, SchedulePage

from .chart_items import Measure
from .schedule_drawing import NAME, NUMBERS, TIMELINE, ScheduleDrawing
from .text_size import px, zoom
from .theme import LIGHT, Theme, font
from .zoomed import zoomed

HEADER_HEIGHT = 22
ROOMY_ROW, LOW_ROW = 32, 22

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class ScheduleModel(QAbstractTableModel):
    """The rows of a `SchedulePage`; the total comes last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page: SchedulePage | None = None

    def show_page(self, page: SchedulePage) -> None:
        """Show a page; where it has the same columns the place of the keyboard stays."""
        before, self._page = self._page, page
        if before is not None and before.columns == page.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return a row; the one after the last phase is the total."""
        assert self._page is not None
        return (*self._page.rows, self._page.total)[number]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if self._page is None or parent.isValid() else len(self._page.rows) + 1

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if self._page is None or parent.isValid() else NUMBERS + len(self._page.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._page is None:
            return None
        row = self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return f"{row.told[0]} {', '.join(row.told[1:])}"
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() >= NUMBERS:
            heading = self._page.columns[index.column() - NUMBERS].heading
            return f"{row.label}, {heading}: {row.cells[index.column() - NUMBERS]}"
        return None

    @staticmethod
    def _text(row: Row, column: int) -> str:
        if column == NAME:
            return row.label
        if column == TIMELINE:
            return row.reason or ", ".join(row.told[1:])
        return row.cells[column - NUMBERS]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._page is None or orientation is not Qt.Orientation.Horizontal:
            return None
        if section < NUMBERS:
            names = {NAME: translate("Schedule page", "Phase"), TIMELINE: translate("Schedule page", "Timeline")}
            return names[section] if role == Qt.ItemDataRole.DisplayRole else None
        column = self._page.columns[section - NUMBERS]
        texts = {Qt.ItemDataRole.DisplayRole: column.heading, Qt.ItemDataRole.ToolTipRole: column.explanation}
        return texts.get(Qt.ItemDataRole(role))


class ScheduleTable(QTableView):
    """Shows the schedule of a `SchedulePage`. Tab enters and leaves it, the arrow keys go from row to row.

    Signals
    -------
    row_told (object) : tuple of texts about the row under the pointer or the keyboard, most telling first; empty: none
    """

    row_told = QtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: SchedulePage | None = None
        self._stale = False
        self._measure = Measure()
        self.theme = LIGHT
        self.drawing: ScheduleDrawing | None = None
        self.row_height = ROOMY_ROW
        self.pointed_row = -1
        self.model_of_rows = ScheduleModel(self)
        self.setModel(self.model_of_rows)
        self.setItemDelegate(_Cells(self))
        self.setHorizontalHeader(_Headings(self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTableView, QTableView:focus { border: 0; background: transparent; }")
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Schedule page", "Schedule"))
        self.entered.connect(self._entered)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.set_row_height(ROOMY_ROW)

    def show_page(self, page: SchedulePage) -> None:
        """Show the schedule of a page."""
        self._page = page
        self.setAccessibleDescription(page.sentence)
        self.model_of_rows.show_page(page)
        self._renew()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.theme = theme
        self._renew()

    def set_stale(self, stale: bool) -> None:
        """Give ink way to muted ink while the plan has a mistake."""
        self._stale = stale
        self._renew()

    def set_row_height(self, height: int) -> None:
        """Make every row this high, in pixels at 100 %, and the table as high as its rows."""
        self.row_height = height
        self.verticalHeader().setMinimumSectionSize(px(height))
        self.verticalHeader().setDefaultSectionSize(px(height))
        rows = max(self.model_of_rows.rowCount(), 1)
        self.setFixedHeight(self.height_with(height, rows))

    @staticmethod
    def height_with(row_height: int, rows: int) -> int:
        """Return how high a table of these rows is, which are this high in pixels at 100 %."""
        return px(HEADER_HEIGHT) + rows * px(row_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_width()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first row where the keyboard has not been yet."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model_of_rows.index(0, NAME))
        self._tell_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop telling about the current row."""
        super().focusOutEvent(event)
        self.row_told.emit(())

    def leaveEvent(self, event: QEvent) -> None:
        """Tell about the keyboard's row again, or none."""
        super().leaveEvent(event)
        self._point_at(-1)
        self._tell_current()

    def _renew(self) -> None:
        if self._page is None:
            return
        self.drawing = ScheduleDrawing(self._page, self.theme, self._stale, self._measure)
        self.set_row_height(self.row_height)
        self._share_width()
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        if self.hasFocus():
            self._tell_current()

    def _share_width(self) -> None:
        if self.drawing is None:
            return
        for column, width in enumerate(self.drawing.widths(self.viewport().width() / zoom()).columns):
            if self.columnWidth(column) != round(width * zoom()):
                self.setColumnWidth(column, round(width * zoom()))

    def _point_at(self, row: int) -> None:
        if row != self.pointed_row:
            self.pointed_row = row
            self.viewport().update()

    def _entered(self, index: QModelIndex) -> None:
        self._point_at(index.row())
        self.row_told.emit(self.model_of_rows.row(index.row()).told)

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if self.hasFocus():
            self._tell_current()

    def _tell_current(self) -> None:
        index = self.currentIndex()
        told = self.model_of_rows.row(index.row()).told if self.hasFocus() and index.isValid() else ()
        self.row_told.emit(told)


class _Cells(QStyledItemDelegate):
    """Draws the cells of a `ScheduleTable` as its drawing says."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table = self.parent()
        assert isinstance(table, ScheduleTable)
        if table.drawing is None:
            return
        painter.save()
        focused = table.hasFocus() and index.row() == table.currentIndex().row()
        if focused or index.row() == table.pointed_row:
            painter.fillRect(option.rect.adjusted(0, 0, 0, -1), QColor(table.theme.tint))
        painter.save()
        table.drawing.paint_cell(painter, zoomed(painter, option.rect), index.row(), index.column())
        painter.restore()
        if focused:
            _frame(painter, option.rect, index, table.theme.focus)
        painter.restore()


class _Headings(QHeaderView):
    """Draws the headings of a `ScheduleTable`, with the ticks of its bars."""

    def __init__(self, table: ScheduleTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setFont(font("caption"))
        self.setFixedHeight(px(HEADER_HEIGHT))
        self.setMinimumSectionSize(24)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setStyleSheet("QHeaderView { background: transparent; }")
        self.viewport().setAutoFillBackground(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if self._table.drawing is not None:
            painter.save()
            self._table.drawing.paint_heading(painter, zoomed(painter, rect), logicalIndex)
            painter.restore()


def _frame(painter: QPainter, rect: QRect, index: Index, color: str) -> None:
    """Draw this cell's part of the frame around the row that has the keyboard."""
    painter.setPen(QPen(QColor(color), 2))
    inside = rect.adjusted(1, 1, -1, -2)
    painter.drawLine(rect.left(), inside.top(), rect.right() + 1, inside.top())
    painter.drawLine(rect.left(), inside.bottom(), rect.right() + 1, inside.bottom())
    if index.column() == 0:
        painter.drawLine(inside.left(), inside.top(), inside.left(), inside.bottom())
    if index.column() == index.model().columnCount() - 1:
        painter.drawLine(inside.right(), inside.top(), inside.right(), inside.bottom())
