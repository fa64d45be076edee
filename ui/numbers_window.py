"""The numbers behind a chart as a table beside the work: sorted, read aloud, copied; it follows the plan."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from advisor.language import translate

from .help_dialog import HelpWindow
from .number_sheet import NumberSheet
from .plain_table import PlainTable
from .sentence_label import SentenceLabel
from .text_size import px
from .theme import font, set_state

SIZE = 720, 480
ROW = 24
WIDEST = 184
HEADING = 72
"""Widest column and height of the headings, which wrap, in pixels at 100 %."""

Index = QModelIndex | QPersistentModelIndex


class NumbersModel(QAbstractTableModel):
    """The cells of a `NumberSheet`; what they are sorted by is the number itself, not how it is written."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sheet: NumberSheet | None = None

    def show_sheet(self, sheet: NumberSheet) -> None:
        """Hold other numbers."""
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if self.sheet is None or parent.isValid() else self.sheet.row_count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if self.sheet is None or parent.isValid() else len(self.sheet.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, its exact value, what it is sorted by, or its alignment."""
        if self.sheet is None or not index.isValid():
            return None
        column = self.sheet.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.shown(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.exact(index.row()) or None
        if role == Qt.ItemDataRole.UserRole:
            return column.cells[index.row()] if index.row() < len(column.cells) else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = column.shown(index.row()) or translate("Numbers", "no value")
            return translate("Numbers", "{heading}: {value}").format(heading=column.heading, value=text)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.kind else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's heading, in full as a tool tip too."""
        if self.sheet is None or orientation != Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.sheet.columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.sheet.columns[section].kind else Qt.AlignmentFlag.AlignLeft
            return (side | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextWordWrap.value
        return None


class NumbersTable(PlainTable):
    """Sorted by a click on a heading, or by Enter in a column; Ctrl+C copies the chosen rows with all their digits.

    Signals
    -------
    copied(int)
        So many rows are on the clipboard.
    """

    copied = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ROW, parent)
        self.numbers = NumbersModel(self)
        self.order = QSortFilterProxyModel(self)
        self.order.setSortRole(Qt.ItemDataRole.UserRole)
        self.order.setSourceModel(self.numbers)
        self.setModel(self.order)
        self.horizontalHeader().setFixedHeight(px(HEADING))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, all where none is chosen, ready for a spreadsheet."""
        sheet = self.numbers.sheet
        if sheet is None:
            return
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = chosen or range(self.order.rowCount())
        exact = sheet.exact_rows()
        lines = [exact[0], *(exact[self.order.mapToSource(self.order.index(row, 0)).row() + 1] for row in rows)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines) + "\n")
        self.copied.emit(len(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy; sort by the column the keyboard is in, a second time the other way round."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            header, column = self.horizontalHeader(), self.currentIndex().column()
            again = header.sortIndicatorSection() == column
            down = again and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            self.sortByColumn(column, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)
        else:
            super().keyPressEvent(event)


class NumbersWindow(HelpWindow):
    """The sentence over the table. What it shows follows the plan; while that cannot be, it says so.

    Signals
    -------
    told(str)
        What was copied.
    """

    told = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(translate("Numbers", "Numbers as a table"), parent)
        self.sentence = SentenceLabel()
        self.sentence.setFont(font("section"))
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.state = SentenceLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        set_state(self.state, tone="muted")
        self.table = NumbersTable()
        self.table.setAccessibleDescription(translate("Numbers", "Enter sorts by the column, Ctrl+C copies the rows"))
        self.table.copied.connect(self._tell)
        self.content.addWidget(self.sentence)
        self.content.addWidget(self.state)
        self.content.addWidget(self.table, 1)
        self.copy_button = self.add_button(translate("Numbers", "Copy"))
        self.copy_button.setToolTip(translate("Numbers", "Copy the chosen rows, or all, with all their digits"))
        self.copy_button.clicked.connect(self.table.copy)
        self.fit(*SIZE)
        self.set_stale(None)
        self.table.setFocus()

    def show_sheet(self, sheet: NumberSheet) -> None:
        """Show other numbers; order and place stay where they can."""
        known = self.table.numbers.sheet
        same = known is not None and [c.heading for c in known.columns] == [c.heading for c in sheet.columns]
        current = self.table.currentIndex()
        place = (current.row(), current.column()) if same and current.isValid() else (0, 0)
        bar = self.table.verticalScrollBar().value()
        if known != sheet:
            self.table.numbers.show_sheet(sheet)
        self.setWindowTitle(translate("Numbers", "Numbers: {question}").format(question=sheet.question))
        self.table.setAccessibleName(self.windowTitle())
        self.sentence.setText(sheet.sentence)
        if not same:
            self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
            for column in range(len(sheet.columns)):
                self.table.resizeColumnToContents(column)
                self.table.setColumnWidth(column, min(self.table.columnWidth(column), px(WIDEST)))
        self.table.selectionModel().setCurrentIndex(
            self.table.order.index(*place), self.table.selectionModel().SelectionFlag.NoUpdate
        )
        if same:
            self.table.verticalScrollBar().setValue(bar)

    def set_stale(self, text: str | None) -> None:
        """Say why the numbers are older than the plan; None: they follow it."""
        follows = translate(
            "Numbers", "These numbers follow the plan. Click a heading, or press Enter in its column, to sort."
        )
        self.state.setText(follows if text is None else text)
        set_state(self.state, tone="muted" if text is None else "warning")

    def _tell(self, rows: int) -> None:
        self.told.emit(translate("Numbers", "%n row(s) are on the clipboard", "", rows))
