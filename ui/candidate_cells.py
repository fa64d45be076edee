"""The cells of the table of existing teachers: how they are drawn, and edited with every keystroke reported."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from .candidate_model import BEST_ROLE, FIELDS, NAME, QUANTITIES, WRONG_ROLE, CandidateModel, Index
from .plain_table import PlainTable, draw_ground, draw_text, inside
from .text_entry import TextEntry
from .text_size import px
from .theme import LIGHT, font, set_state

FIELD = "teacher.candidates"
ROW_HEIGHT = 24
COLUMN_WIDTHS = {1: 54, 2: 76, 3: 80, 4: 44}
LEAST_NAME = 80


class CandidateView(PlainTable):
    """The table itself: rows of 24 pixels, hairlines between them, Tab leaves it."""

    remove_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(ROW_HEIGHT, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)

    def setModel(self, model: CandidateModel) -> None:
        super().setModel(model)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        widths = {column: self.heading_room(column, width) for column, width in COLUMN_WIDTHS.items()}
        for column, width in widths.items():
            header.resizeSection(column, width)
        self.setMinimumWidth(sum(widths.values()) + self.heading_room(NAME, LEAST_NAME) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() is QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not editing:
            self.remove_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class CandidateDelegate(QStyledItemDelegate):
    """Draws the cells and edits them with a `TextEntry` that reports every keystroke.

    Signals
    -------
    typed(int, int, object, str, str, str)
        Row, column, value, text, what would be right ("" for text that can be read), and the key by which steps merge.
    opened(int, int)
        A cell is being edited.
    """

    typed = Signal(int, int, object, str, str, str)
    opened = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self.stale = False
        self.unused = False
        self._reporting = False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = index.column()
        editor = TextEntry(f"{FIELD}[{index.row()}].{FIELDS[column]}", QUANTITIES[column], required=True, parent=parent)
        set_state(editor, cell="true")
        editor.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        editor.setAccessibleName(str(index.model().headerData(column, Qt.Orientation.Horizontal)))
        editor.textEdited.connect(self._text_edited)
        self.opened.emit(index.row(), column)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # The keystroke being reported is newer than what the model says.
        if self._reporting or not isinstance(editor, TextEntry):
            return
        wrong = str(index.data(WRONG_ROLE))
        if wrong:
            if not editor.problem:
                editor.show_wrong(str(index.data()), wrong)
        else:
            model = index.model()
            assert isinstance(model, CandidateModel)
            editor.show_value(model.value(index.row(), index.column()), keep_wrong=False)
        if not editor.hasFocus():
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Do nothing: every keystroke was reported already."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self.theme, option.rect
        wrong = bool(index.data(WRONG_ROLE))
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        fill = theme.error_fill if wrong else theme.selected if selected else theme.card
        last = index.row() + 1 == index.model().rowCount()
        draw_ground(painter, rect, fill, "" if last else theme.hairline)
        if wrong:
            _frame(painter, rect, theme.error_line)
        elif option.state & QStyle.StateFlag.State_HasFocus:
            _frame(painter, rect, theme.focus)
        painter.setFont(font("body_strong" if index.data(BEST_ROLE) and not self.unused else "body"))
        muted = self.stale or self.unused
        painter.setPen(QColor(theme.error_text if wrong else theme.muted if muted else theme.ink))
        # The end of a name tells members of a family apart, as in "Llama 3.1 405B".
        elide = Qt.TextElideMode.ElideMiddle if index.column() == NAME else Qt.TextElideMode.ElideRight
        draw_text(painter, inside(rect), index, elide)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, px(ROW_HEIGHT))

    def _text_edited(self, text: str) -> None:
        editor = self.sender()
        row, column = _place(editor.field)
        self._reporting = True
        self.typed.emit(row, column, editor.value, text, editor.problem, editor.merge_key)
        self._reporting = False


def _place(field: str) -> tuple[int, int]:
    position, _, name = field.removeprefix(f"{FIELD}[").partition("].")
    return int(position), next(column for column, known in FIELDS.items() if known == name)


def _frame(painter: QPainter, rect: QRect, color: str) -> None:
    pen = QPen(QColor(color), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
