"""Plans side by side as a table's model: rows are quantities, columns are plans, this plan first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor.compare.cells import CompareCell, CompareRow
from advisor.compare.page import ComparePage
from advisor.language import translate

from .compare_drawing import label_fits

NOTE_ROLE = Qt.ItemDataRole.UserRole + 1
BEST_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class CompareModel(QAbstractTableModel):
    """Holds what a `ComparePage` says; nothing is edited here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page: ComparePage | None = None

    @property
    def page(self) -> ComparePage | None:
        """The page shown."""
        return self._page

    def show_page(self, page: ComparePage) -> None:
        """Show a page; where it has the same rows and columns, the view keeps its place."""
        same_shape = self._page is not None and _shape(page) == _shape(self._page)
        if not same_shape:
            self.beginResetModel()
        self._page = page
        if not same_shape:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def row(self, row: int) -> CompareRow:
        """Return a row of the page."""
        assert self._page is not None
        return self._page.rows[row]

    def cell(self, row: int, column: int) -> CompareCell:
        """Return a cell of the page."""
        return self.row(row).cells[column]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() or self._page is None else len(self._page.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() or self._page is None else len(self._page.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._page is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            row = self.row(section)
            tip = row.tip if label_fits(row.label) else f"{row.label}\n{row.tip}".strip()
            return {Qt.ItemDataRole.DisplayRole: row.label, Qt.ItemDataRole.ToolTipRole: tip}.get(role)
        column = self._page.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._column_tip(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == NOTE_ROLE:
            return cell.note
        if role == BEST_ROLE:
            return cell.best
        return None

    def _tip(self, row: int, column: int) -> str:
        assert self._page is not None
        problem = self._page.columns[column].problem
        return problem if problem and row == 0 else f"{self.cell(row, column).text}\n{self.row(row).tip}"

    def _spoken(self, row: int, column: int) -> str:
        assert self._page is not None
        cell = self.cell(row, column)
        parts = [f"{self._page.columns[column].name}, {self.row(row).label}: {cell.text}", cell.note]
        if cell.best:
            parts.append(translate("Compare page", "the best"))
        return ", ".join(part for part in parts if part)

    def _column_tip(self, section: int) -> str:
        assert self._page is not None
        column = self._page.columns[section]
        parts = [column.title, column.problem]
        if section > 0:
            parts.append(translate("Compare page", "F2 or a double click renames the pin"))
        return "\n".join(part for part in parts if part)


def _shape(page: ComparePage) -> tuple[tuple[str, ...], int]:
    return tuple(row.label for row in page.rows), len(page.columns)
