"""The table of the goal window: each method, what it takes or brings, and a button where the plan can go that way."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from advisor.goal.seek import GoalAnswer, GoalRow
from advisor.language import translate

from .plain_table import HEADER_HEIGHT, SIDE, Index, PlainTable, draw_ground, draw_text, inside
from .text_size import px
from .theme import LIGHT, Theme, font, scenario_colors

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 44
METHOD = 0
APPLY_WIDTH = 88
SWATCH = 12
FRAME = 2
NO_INDEX = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class GoalModel(QAbstractTableModel):
    """The rows of a `GoalAnswer`; the last column is left for buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[GoalRow, ...] = ()

    def show_answer(self, answer: GoalAnswer) -> bool:
        """Show an answer; return whether the table is another one, or kept its place under the keyboard."""
        same = answer.columns == self._columns and len(answer.rows) == len(self._rows)
        if not same:
            self.beginResetModel()
        self._columns, self._rows = answer.columns, answer.rows
        if not same:
            self.endResetModel()
        elif self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))
        return not same

    def row(self, number: int) -> GoalRow:
        """Return a row of the answer."""
        return self._rows[number]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() or not self._columns else len(self._columns) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section] if section < len(self._columns) else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if section == METHOD else RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and section < len(self._columns) and "%" in self._columns[section]:
            return translate(
                "Goal seek", "Where it lies in nine of ten cases, counting what the law itself leaves open"
            )
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], index.column()
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self._text(row, column)
            if column == METHOD:
                return f"{text}. {row.how or row.reason}"
            return f"{self._columns[column]}: {text}" if text and column < len(self._columns) else text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if column == METHOD or row.reason else RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.reason if column != METHOD else f"{row.label}\n{row.reason or row.how}".strip()
        return None

    def _text(self, row: GoalRow, column: int) -> str:
        if column == METHOD:
            return row.label
        if row.reason:
            return row.reason if column == METHOD + 1 else ""
        return row.cells[column - 1] if column <= len(row.cells) else ""


class GoalTable(PlainTable):
    """Arrows read the table, Tab goes on to its buttons.

    Signals
    -------
    apply_requested(object)
        The user wants the plan to go this row's way: its `GoalChange`.
    """

    apply_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ROW_HEIGHT, parent)
        self.answers = GoalModel(self)
        self._delegate = _Delegate(self)
        self._buttons: list[QPushButton] = []
        self._usable = True
        self._others = 0
        self.setModel(self.answers)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(translate("Goal seek", "What each method takes or brings"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons from top to bottom, one for each row, also where they are hidden."""
        return tuple(self._buttons)

    def show_answer(self, answer: GoalAnswer) -> None:
        """Show an answer."""
        if self.answers.show_answer(answer):
            self._renew_buttons()
        self.clearSpans()
        last = self.answers.columnCount() - 1
        for number, row in enumerate(answer.rows):
            if row.reason and last > METHOD + 1:
                self.setSpan(number, METHOD + 1, 1, last - METHOD)
        self._fit_columns()
        self._show_buttons()

    def set_current(self, current: bool) -> None:
        """Say whether the answer is the plan's and the goal's; else it steps back to muted ink and changes nothing."""
        self._usable = current
        self._delegate.stale = not current
        self._show_buttons()
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def _renew_buttons(self) -> None:
        self._buttons = []
        for number in range(self.answers.rowCount()):
            button = QPushButton(translate("Goal seek", "Apply"))
            button.setAutoDefault(False)
            button.clicked.connect(self._apply)
            place = QWidget()
            inside = QHBoxLayout(place)
            inside.setContentsMargins(px(SIDE), 0, px(SIDE), 0)
            inside.addWidget(button)
            self.setIndexWidget(self.answers.index(number, self.answers.columnCount() - 1), place)
            self._buttons.append(button)
        for before, after in pairwise([self, *self._buttons]):
            QWidget.setTabOrder(before, after)

    def _show_buttons(self) -> None:
        for number, button in enumerate(self._buttons):
            row = self.answers.row(number)
            button.setVisible(row.change is not None or bool(row.why_no_change))
            button.setEnabled(row.change is not None and self._usable)
            says = row.change.label if row.change is not None else row.why_no_change
            button.setToolTip(says)
            button.setAccessibleName(translate("Goal seek", "Apply: {change}").format(change=says))

    def _fit_columns(self) -> None:
        header, last = self.horizontalHeader(), self.answers.columnCount() - 1
        if last < 0:
            return
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._others = 0
        for column in range(METHOD + 1, last + 1):
            width = self._width_of(column) if column < last else self._apply_width()
            self.setColumnWidth(column, width)
            self._others += width
        self._fit_method()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the methods what the other columns leave."""
        super().resizeEvent(event)
        self._fit_method()

    @property
    def needed_width(self) -> int:
        """The width at which nothing is shortened and nothing scrolls, in pixels."""
        return self._method_width() + self._others + FRAME

    def _fit_method(self) -> None:
        """Let the methods have the room that is left, but never less than their names need: then the table scrolls."""
        self.setColumnWidth(METHOD, max(self.width() - FRAME - self._others, self._method_width()))
        bar = self.horizontalScrollBar().sizeHint().height() if self.needed_width > self.width() else 0
        self.setFixedHeight(px(HEADER_HEIGHT) + self.answers.rowCount() * px(ROW_HEIGHT) + FRAME + bar)

    def _method_width(self) -> int:
        name, how = QFontMetrics(font("body_strong")), QFontMetrics(font("caption"))
        rows = [self.answers.row(number) for number in range(self.answers.rowCount())]
        widths = [max(name.horizontalAdvance(row.label), how.horizontalAdvance(row.how)) for row in rows]
        return max(widths, default=0) + px(SWATCH) + 3 * px(SIDE) + 1

    def _apply_width(self) -> int:
        return max([px(APPLY_WIDTH), *(button.sizeHint().width() + 2 * px(SIDE) for button in self._buttons)])

    def _width_of(self, column: int) -> int:
        title = str(self.answers.headerData(column, Qt.Orientation.Horizontal))
        widest = QFontMetrics(font("caption")).horizontalAdvance(title)
        metrics = QFontMetrics(font("body_strong"))
        for number in range(self.answers.rowCount()):
            row = self.answers.row(number)
            if not row.reason:
                widest = max(widest, metrics.horizontalAdvance(row.cells[column - 1]))
        return max(widest + 3 * px(SIDE), px(72))

    def _apply(self) -> None:
        change = self.answers.row(self._buttons.index(self.sender())).change
        if change is not None and self._usable:
            self.apply_requested.emit(change)


class _Delegate(QStyledItemDelegate):
    """A method has its colour and, under its name, with which teacher and on how much text."""

    def __init__(self, view: GoalTable) -> None:
        super().__init__(view)
        self._view = view
        self.theme: Theme = LIGHT
        self.stale = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect, row = self.theme, option.rect, index.data(ROW_ROLE)
        painter.save()
        here = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        draw_ground(painter, rect, theme.selected if here else theme.card, theme.hairline)
        if index.column() == METHOD:
            self._method(painter, inside(rect), row)
        else:
            muted = self.stale or bool(row.reason)
            painter.setFont(font("body_strong" if row.own and not row.reason else "body"))
            painter.setPen(QColor(theme.muted if muted else theme.ink))
            draw_text(painter, inside(rect), index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(72), px(ROW_HEIGHT))

    def _method(self, painter: QPainter, rect: QRect, row: GoalRow) -> None:
        theme = self.theme
        line, ink = scenario_colors(theme, row.key)
        middle = rect.center().y() - (px(8) if row.how else 0)
        painter.setPen(QPen(QColor(line), 3 if row.own else 2))
        painter.drawLine(rect.x(), middle, rect.x() + px(SWATCH), middle)
        words = rect.adjusted(px(SWATCH) + px(SIDE), 0, 0, 0)
        painter.setFont(font("body_strong" if row.own else "body"))
        painter.setPen(QColor(theme.muted if self.stale else ink))
        name = QRect(words.x(), middle - px(8), words.width(), px(16))
        shown = painter.fontMetrics().elidedText(row.label, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, LEFT, shown)
        if row.how:
            painter.setFont(font("caption"))
            painter.setPen(QColor(theme.muted))
            under = QRect(words.x(), middle + px(8), words.width(), px(16))
            shown = painter.fontMetrics().elidedText(row.how, Qt.TextElideMode.ElideRight, under.width())
            painter.drawText(under, LEFT, shown)
