"""The table of plans side by side: one column a plan, its names renamed in place, its labels always in sight."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from advisor.compare.page import ComparePage
from advisor.language import translate

from . import compare_drawing as drawing
from .compare_headers import THIS_PLAN_COLUMN, PlanNames, RowLabels
from .compare_model import CompareModel, Index
from .text_size import px
from .theme import LIGHT, Theme
from .zoomed import zoomed

FRAME = 2
SCROLL_BAR = 10


class CompareTable(QTableView):
    """Shows a `ComparePage`.

    The column with the keyboard is the pin that is acted on: F2 renames it, Enter takes it back as the plan, Ctrl with
    left or right moves it, Delete removes it.

    Signals
    -------
    pin_chosen(int)
        Another pin has the keyboard, counted from 0; -1 for this plan or none.
    rename_asked(int, str), move_asked(int, int), restore_asked(int), remove_asked(int)
        What is asked for a pin: its new name; how far to the right.
    copy_asked()
        The table is wanted on the clipboard.
    told(str)
        What keeps a name from being taken, and "" when nothing does any more.
    """

    pin_chosen = Signal(int)
    rename_asked = Signal(int, str)
    move_asked = Signal(int, int)
    restore_asked = Signal(int)
    remove_asked = Signal(int)
    copy_asked = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self.quiet = False
        self.compared = CompareModel(self)
        self.names = PlanNames(self)
        self._labels = RowLabels(self)
        self._follow: str | None = None
        self.setHorizontalHeader(self.names)
        self.setVerticalHeader(self._labels)
        self.setModel(self.compared)
        self.setItemDelegate(_Delegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(translate("Compare page", "Plans side by side"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.names.rename_ended.connect(self._renamed)
        self.names.told.connect(self.told)
        self.selectionModel().currentColumnChanged.connect(self._column_changed)

    @property
    def pin(self) -> int:
        """The pin that has the keyboard, counted from 0; -1 for this plan or none."""
        return max(self.currentIndex().column(), THIS_PLAN_COLUMN) - 1

    @property
    def pin_name(self) -> str:
        """What that pin is called; "" for none."""
        page = self.compared.page
        return page.columns[self.pin + 1].name if page is not None and self.pin >= 0 else ""

    def show_page(self, page: ComparePage) -> None:
        """Show a page; the pin that was acted on keeps the keyboard where it still is."""
        current, name = self.currentIndex(), self._follow or self.pin_name
        row, column = max(current.row(), 0), max(current.column(), 0)
        before = None if self.compared.page is None else [column.name for column in self.compared.page.columns]
        if before != [column.name for column in page.columns]:
            self.names.end_rename(keep=False)
        self.compared.show_page(page)
        self._labels.setFixedWidth(px(drawing.label_width(page)))
        self._fit_rows()
        self._fit_columns()
        names = [column.name for column in page.columns]
        if name in names[1:]:
            column = names.index(name, 1)
        if name == self._follow or before != names:
            self._follow = None
        column, row = min(column, len(names) - 1), min(row, len(page.rows) - 1)
        if (row, column) != (self.currentIndex().row(), self.currentIndex().column()):
            self.selectionModel().setCurrentIndex(
                self.compared.index(row, column),
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Columns,
            )
            self.scrollTo(self.currentIndex())
        self.pin_chosen.emit(self.pin)

    def follow(self, name: str) -> None:
        """Let the pin of this name have the keyboard once it is there."""
        self._follow = name

    def choose_pin(self, index: int) -> None:
        """Give the keyboard to a pin; -1 to this plan."""
        self.setCurrentIndex(self.compared.index(max(self.currentIndex().row(), 0), index + 1))

    def rename(self) -> None:
        """Write the name of the pin that has the keyboard."""
        if self.pin >= 0:
            self.scrollTo(self.currentIndex())
            self.names.begin_rename(self.pin + 1)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.theme = theme
        self.setStyleSheet(
            f"QHeaderView:vertical {{ background: {theme.card}; }}"
            f"QAbstractScrollArea::corner {{ background: {theme.card}; border: 0; }}"
            f"QTableCornerButton::section {{ border-bottom: 1px solid {theme.hairline}; }}"
        )
        self._repaint()

    def set_quiet(self, quiet: bool) -> None:
        """Give ink way to muted ink while the numbers are older than the plan."""
        self.quiet = quiet
        self._repaint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the pin that has the keyboard."""
        key, pin = event.key(), self.pin
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key == Qt.Key.Key_C:
            self.copy_asked.emit()
        elif pin < 0:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_F2:
            self.rename()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit(pin)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.restore_asked.emit(pin)
        elif control and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.move_asked.emit(pin, -1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the columns."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        columns = self.compared.columnCount()
        if columns:
            share = self.viewport().width() // columns
            self.names.setDefaultSectionSize(min(max(share, px(drawing.COLUMN_WIDTH)), px(drawing.WIDEST_COLUMN)))
            widest = self._labels.width() + columns * px(drawing.WIDEST_COLUMN)
            self.setMaximumWidth(widest + 2 * FRAME + SCROLL_BAR)

    def _fit_rows(self) -> None:
        heights = [px(drawing.row_height(self.compared.row(row))) for row in range(self.compared.rowCount())]
        for row, height in enumerate(heights):
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        self.setMaximumHeight(px(drawing.HEADER_HEIGHT) + sum(heights) + 2 * FRAME + SCROLL_BAR)

    def _column_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.pin_chosen.emit(self.pin)
        self.names.viewport().update()

    def _renamed(self, column: int, name: str) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if name:
            self.rename_asked.emit(column - 1, name)

    def _repaint(self) -> None:
        for part in (self.viewport(), self.names.viewport(), self._labels.viewport()):
            part.update()


class _Delegate(QStyledItemDelegate):
    """Draws the cells; the column with the keyboard is tinted, the cell has the ring."""

    def __init__(self, table: CompareTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table = self._table
        page, theme = table.compared.page, table.theme
        if page is None:
            return
        chosen = index.column() == table.currentIndex().column() > THIS_PLAN_COLUMN
        cell = page.rows[index.row()].cells[index.column()]
        group = drawing.begins_group(page.rows, index.row())
        painter.save()
        fill = theme.tint if chosen else theme.card
        painter.save()
        inside = zoomed(painter, option.rect)
        drawing.draw_cell(painter, inside, cell, theme, group=group, fill=fill, quiet=table.quiet)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()
