"""The headers of the table of plans side by side: names that are renamed in place, and labels always in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QLineEdit

from advisor.errors import InputError
from advisor.language import translate
from advisor.pins import checked_name

from . import compare_drawing as drawing
from .text_size import px
from .theme import font, set_state
from .zoomed import zoomed

if TYPE_CHECKING:
    from .compare_table import CompareTable

THIS_PLAN_COLUMN = 0


class PlanNames(QHeaderView):
    """The names of the plans; a double click or F2 renames a pin where it stands.

    Signals
    -------
    rename_ended(int, str)
        The name of this column was written; "" where it stays.
    told(str)
        What would be a right name, and "" when the one written is.
    """

    rename_ended = Signal(int, str)
    told = Signal(str)

    def __init__(self, table: CompareTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._column = -1
        self.editor = QLineEdit(self.viewport())
        self.editor.setFont(font("body"))
        self.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editor.setAccessibleName(translate("Compare page", "Name of the pin"))
        self.editor.hide()
        self.editor.installEventFilter(self)
        self.editor.textEdited.connect(self._check)
        self.setFixedHeight(px(drawing.HEADER_HEIGHT))
        self.setMinimumSectionSize(px(drawing.COLUMN_WIDTH))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.sectionClicked.connect(self._clicked)

    @property
    def renaming(self) -> bool:
        """Whether a name is being written."""
        return self._column >= 0

    def begin_rename(self, column: int) -> None:
        """Write the name of a column."""
        self._column = column
        place = QRect(self.sectionViewportPosition(column), 0, self.sectionSize(column), self.height())
        self.editor.setGeometry(place.adjusted(4, 4, -4, -4))
        self.editor.setText(str(self.model().headerData(column, Qt.Orientation.Horizontal)))
        self.editor.selectAll()
        set_state(self.editor, state="")
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_rename(self, *, keep: bool) -> None:
        """End writing; a name that cannot be taken is kept by nobody."""
        if not self.renaming:
            return
        column, self._column = self._column, -1
        name = self._checked(column) if keep else ""
        self.editor.hide()
        self.told.emit("")
        unchanged = name == self.model().headerData(column, Qt.Orientation.Horizontal)
        self.rename_ended.emit(column, "" if unchanged else name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the name, Escape leaves the old one, going elsewhere takes it where it can be."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._checked(self._column):
                    self.end_rename(keep=True)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.end_rename(keep=False)
                return True
        elif event.type() == QEvent.Type.FocusOut and self.editor.isVisible():
            self.end_rename(keep=True)
        return super().eventFilter(watched, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename the pin that is clicked."""
        column = self.logicalIndexAt(event.position().toPoint())
        if column > THIS_PLAN_COLUMN:
            self._table.choose_pin(column - 1)
            self._table.rename()

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Draw a name; a line under the one whose column has the keyboard."""
        page, theme = self._table.compared.page, self._table.theme
        if page is None:
            return
        shown = page.columns[column]
        painter.save()
        painter.save()
        drawing.draw_name(
            painter,
            zoomed(painter, rect),
            shown.name,
            theme,
            this_plan=column == THIS_PLAN_COLUMN,
            quiet=self._table.quiet or bool(shown.problem),
        )
        painter.restore()
        if column == self._table.currentIndex().column() > THIS_PLAN_COLUMN:
            painter.fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 3), QColor(theme.ink))
        painter.restore()

    def _clicked(self, column: int) -> None:
        self._table.choose_pin(column - 1)
        self._table.setFocus(Qt.FocusReason.MouseFocusReason)

    def _check(self) -> None:
        self.told.emit(self._problem(self._column))
        set_state(self.editor, state="error" if self._problem(self._column) else "")

    def _checked(self, column: int) -> str:
        return "" if self._problem(column) else checked_name(self.editor.text(), ())

    def _problem(self, column: int) -> str:
        page = self._table.compared.page
        others = [] if page is None else [c.name for i, c in enumerate(page.columns) if i not in (0, column)]
        try:
            checked_name(self.editor.text(), others)
        except InputError as error:
            return error.fix
        return ""


class RowLabels(QHeaderView):
    """What the rows are called; stays in sight however far the plans are scrolled."""

    def __init__(self, table: CompareTable) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self.setFixedWidth(px(drawing.LABEL_WIDTH))
        self.setMinimumSectionSize(px(drawing.ROW_HEIGHT))
        self.setDefaultSectionSize(px(drawing.ROW_HEIGHT))
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Draw a label."""
        page = self._table.compared.page
        if page is None:
            return
        group = drawing.begins_group(page.rows, row)
        painter.save()
        drawing.draw_label(painter, zoomed(painter, rect), page.rows[row].label, self._table.theme, group=group)
        painter.restore()
