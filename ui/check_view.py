"""The table of the Check page: groups that fold, rows that are chosen and copied, all of it by keyboard too."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView, QWidget

from advisor.check.rows import CheckGroup, CheckPage, CheckRow
from advisor.check.text import as_tsv
from advisor.language import translate

from .check_delegate import CheckDelegate
from .check_model import HOW, QUANTITY, SOURCE, VALUE, CheckModel
from .text_size import px
from .theme import FONT_PIXELS, Theme

HEADER_HEIGHT = 24
SHARES = {QUANTITY: 0.31, VALUE: 0.18, HOW: 0.375, SOURCE: 0.135}
"""How the columns share the width."""

LEAST_WIDTHS = {VALUE: 132, SOURCE: 96}


Place = tuple[str, str | int | None]


class CheckView(QTreeView):
    """Shows a `CheckPage`; what the reader folded or chose stays so while the plan changes.

    Up and Down move, with Shift they choose several rows; Left and Right fold; Ctrl+C copies what is chosen.

    Signals
    -------
    told(str)
        Something was copied.
    """

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = CheckModel(self)
        self.setModel(self.rows)
        self.cells = CheckDelegate(self)
        self.setItemDelegate(self.cells)
        self._folded: dict[str, bool] = {}
        self._restoring = False
        self.setAccessibleName(translate("Check page", "Every quantity of the answer"))
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        header = self.header()
        header.setFixedHeight(px(HEADER_HEIGHT))
        # As a style, not as a font: the window's style sheet takes a font back while the window is put together.
        header.setStyleSheet(f"QHeaderView::section {{ font-size: {px(FONT_PIXELS['caption'][0])}px; }}")
        header.setSectionsMovable(False)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.copy_action = self._add_action(translate("Check page", "Copy rows"), self.copy_selection)
        self.copy_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_formula_action = self._add_action(
            translate("Check page", "Copy formula with every digit"), self.copy_formula
        )
        self.copy_value_action = self._add_action(
            translate("Check page", "Copy value with every digit"), self.copy_value
        )
        self.clicked.connect(self._clicked)
        self.expanded.connect(self._remember)
        self.collapsed.connect(self._remember)

    def show_page(self, page: CheckPage) -> None:
        """Show a page; rows that were shown before keep their place."""
        chosen, current = self._places(self.selectionModel().selectedRows()), self._places([self.currentIndex()])
        scrolled = self.verticalScrollBar().value()
        if self.rows.set_page(page):
            self._arrange(open_all=self.rows.searching)
            self._choose(chosen, current)
            self.verticalScrollBar().setValue(scrolled)

    def search(self, text: str) -> None:
        """Show only the rows that have every word of ``text``, all groups open; none: all rows."""
        if self.rows.set_search(text):
            self._arrange(open_all=bool(text.strip()))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.cells.theme = theme
        self.viewport().update()

    def set_stale(self, stale: bool) -> None:
        """Give ink way to muted ink while the numbers belong to an older plan."""
        self.cells.stale = stale
        self.viewport().update()

    def selected_groups(self) -> tuple[CheckGroup, ...]:
        """Return the groups with only the rows that are chosen; a chosen heading stands for all of its group."""
        chosen = {(i.internalId(), i.row()) for i in self.selectionModel().selectedIndexes()}
        groups = []
        for number, group in enumerate(self.rows.groups):
            entries = self.rows.entries(number)
            if (0, number) not in chosen:
                entries = tuple(entry for row, entry in enumerate(entries) if (number + 1, row) in chosen)
            if entries:
                rows = tuple(entry for entry in entries if isinstance(entry, CheckRow))
                text = "\n".join(entry for entry in entries if isinstance(entry, str))
                groups.append(CheckGroup(group.name, group.title, rows, text))
        return tuple(groups)

    def copy_selection(self) -> None:
        """Put the rows that are chosen on the clipboard, as a table."""
        groups = self.selected_groups()
        if groups:
            QGuiApplication.clipboard().setText(as_tsv(groups))
            count = sum(len(group.rows) + len(group.text.splitlines()) for group in groups)
            one = translate("Check page", "1 row is on the clipboard")
            self.told.emit(one if count == 1 else translate("Check page", "%n rows are on the clipboard", "", count))

    def copy_formula(self) -> None:
        """Put the formula of the current row on the clipboard, to be pasted into a calculator or a spreadsheet."""
        row = self._current_row()
        if row is not None and row.exact:
            QGuiApplication.clipboard().setText(row.exact)
            self.told.emit(translate("Check page", "The formula is on the clipboard"))

    def copy_value(self) -> None:
        """Put the value of the current row on the clipboard, with every digit."""
        row = self._current_row()
        if row is not None:
            QGuiApplication.clipboard().setText(row.text if row.value is None else repr(row.value))
            self.told.emit(translate("Check page", "The value is on the clipboard"))

    # What Qt calls

    def reset(self) -> None:
        super().reset()
        self._span()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        group = self.rows.parent(index)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            if not group.isValid():
                self.setExpanded(index.siblingAtColumn(QUANTITY), not self.isExpanded(index))
        elif event.key() == Qt.Key.Key_Left and group.isValid():
            self.setCurrentIndex(group)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self._current_row()
        self.copy_action.setEnabled(self.selectionModel().hasSelection())
        self.copy_formula_action.setEnabled(row is not None and bool(row.exact))
        self.copy_value_action.setEnabled(row is not None)
        menu = QMenu(self)
        menu.addActions(self.actions())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    # How it is arranged

    def _add_action(self, text: str, slot: object) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _current_row(self) -> CheckRow | None:
        index = self.currentIndex()
        entry = self.rows.entry(index) if index.isValid() else None
        return entry if isinstance(entry, CheckRow) else None

    def _arrange(self, open_all: bool = False) -> None:
        """Fold the groups as the reader left them, or as they come."""
        self._restoring = True
        for number, group in enumerate(self.rows.groups):
            folded = self._folded.get(group.name, group.folded) and not open_all
            self.setExpanded(self.rows.index(number, QUANTITY), not folded)
        self._restoring = False

    def _places(self, indexes: list[QModelIndex]) -> set[Place]:
        """Return what tells rows apart in any page: the group's name, and the row's key or a paragraph's number."""
        places = set()
        for index in indexes:
            if index.isValid():
                group = self.rows.groups[(index.internalId() or index.row() + 1) - 1].name
                entry = self.rows.entry(index)
                key = entry.key if isinstance(entry, CheckRow) else index.row() if isinstance(entry, str) else None
                places.add((group, key))
        return places

    def _choose(self, chosen: set[Place], current: set[Place]) -> None:
        """Choose rows again where they still are, without moving what is seen."""
        if not (chosen or current):
            return
        flag = QItemSelectionModel.SelectionFlag
        for index in self.rows.every_index():
            place = self._places([index])
            if place <= chosen:
                self.selectionModel().select(index, flag.Select | flag.Rows)
            if place == current:
                self.selectionModel().setCurrentIndex(index, flag.NoUpdate)

    def _span(self) -> None:
        """Let headings and paragraphs take the whole width."""
        for number in range(self.rows.rowCount()):
            self.setFirstColumnSpanned(number, QModelIndex(), True)
            for row, entry in enumerate(self.rows.entries(number)):
                if isinstance(entry, str):
                    self.setFirstColumnSpanned(row, self.rows.index(number, QUANTITY), True)

    def _share_width(self) -> None:
        width = self.viewport().width()
        sizes = {column: round(width * share) for column, share in SHARES.items()}
        sizes |= {column: max(sizes[column], px(least)) for column, least in LEAST_WIDTHS.items()}
        sizes[HOW] = max(width - sizes[QUANTITY] - sizes[VALUE] - sizes[SOURCE], px(120))
        if any(self.columnWidth(column) != size for column, size in sizes.items()):
            for column, size in sizes.items():
                self.header().resizeSection(column, size)
            self.scheduleDelayedItemsLayout()

    def _clicked(self, index: QModelIndex) -> None:
        if not self.rows.parent(index).isValid():
            self.setExpanded(index.siblingAtColumn(QUANTITY), not self.isExpanded(index.siblingAtColumn(QUANTITY)))

    def _remember(self, index: QModelIndex) -> None:
        if not self._restoring:
            self._folded[self.rows.groups[index.row()].name] = not self.isExpanded(index)
