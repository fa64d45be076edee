"""How the rows of the Check page look: headings, paragraphs, and quantities in four columns."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from advisor.check.rows import CheckGroup, CheckRow

from .check_model import ENTRY_ROLE, HOW, QUANTITY, VALUE, Index, how_lines, more_digits
from .icons import paint_icon
from .symbol_text import draw_text, text_height
from .text_size import px, zoom
from .theme import LIGHT, FontRole, Theme
from .zoomed import zoomed

if TYPE_CHECKING:
    from .check_view import CheckView

ABOVE, BESIDE = 5, 8
"""Room around what stands in a cell; beside it as much as beside the names of the columns."""

HEADING_HEIGHT = 40
SYMBOL_WIDTH = 64
CHEVRON = 12

NO_SIZE = QSize(0, 0)

Line = tuple[str, FontRole, bool, bool]
"""Text, font, whether it is muted, and whether it holds symbols with subscripts."""


class CheckDelegate(QStyledItemDelegate):
    """Draws a row; the widths are those of the view's columns."""

    def __init__(self, view: CheckView) -> None:
        super().__init__(view)
        self._view = view
        self.theme: Theme = LIGHT
        self.stale = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.column() != QUANTITY:
            return NO_SIZE  # the first column speaks for the whole row: asking each is slow
        entry = self._view.rows.entry(index)
        if isinstance(entry, CheckGroup):
            return QSize(0, px(HEADING_HEIGHT))
        header = self._header()
        if isinstance(entry, str):
            room = int(header.length() / zoom()) - 2 * BESIDE
            return QSize(0, px(text_height(entry, "body", room) + 2 * ABOVE))
        widths = tuple(int(header.sectionSize(column) / zoom()) for column in range(header.count()))
        return QSize(0, px(row_height(entry, widths)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, rect = index.data(ENTRY_ROLE), option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(self.theme.selected if selected else self.theme.card))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(self.theme.hairline))
        painter.save()
        inside = zoomed(painter, rect).toRect()
        if isinstance(entry, CheckGroup):
            self._heading(painter, inside, entry, self._view.isExpanded(index))
        elif isinstance(entry, str):
            draw_text(painter, BESIDE, ABOVE, inside.width() - 2 * BESIDE, entry, "body", self._ink)
        else:
            self._cell(painter, inside, entry, index.column())
        painter.restore()
        if self._view.hasFocus() and index.siblingAtColumn(0) == self._view.currentIndex().siblingAtColumn(0):
            self._focus(painter, rect, index)
        painter.restore()

    @property
    def _ink(self) -> str:
        return self.theme.muted if self.stale else self.theme.ink

    def _header(self) -> QHeaderView:
        return self._view.header()

    def _whole_width(self) -> int:
        return self._header().length()

    def _heading(self, painter: QPainter, rect: QRect, group: CheckGroup, expanded: bool) -> None:
        middle = rect.bottom() - 16
        chevron = QRectF(rect.x() + BESIDE, middle - CHEVRON / 2, CHEVRON, CHEVRON)
        paint_icon(painter, chevron, "chevron-down" if expanded else "chevron-right", self.theme.muted)
        left = rect.x() + 2 * BESIDE + CHEVRON
        width = rect.right() - left - BESIDE
        draw_text(painter, left, middle - 12, width, group.title, "section", self._ink)

    def _cell(self, painter: QPainter, rect: QRect, row: CheckRow, column: int) -> None:
        x, y = rect.x() + BESIDE, rect.y() + ABOVE
        width = rect.width() - 2 * BESIDE
        if column == QUANTITY:
            draw_text(painter, x, y, SYMBOL_WIDTH, row.symbol, "body_medium", self._ink, symbols=True)
            x, width = x + SYMBOL_WIDTH + BESIDE, width - SYMBOL_WIDTH - BESIDE
        for text, role, muted, symbols in _lines(row, column):
            y += draw_text(painter, x, y, width, text, role, self.theme.muted if muted else self._ink, symbols)

    def _focus(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Frame the whole row that has the keyboard, cell by cell."""
        whole = QRect(0, rect.y(), self._whole_width(), rect.height())
        pen = QPen(QColor(self.theme.focus), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(whole.translated(-self._header().offset(), 0).adjusted(1, 1, -1, -1))


@lru_cache(maxsize=2048)
def row_height(row: CheckRow, widths: tuple[int, ...]) -> int:
    """Return how high a quantity's row gets in columns of these widths."""
    heights = []
    for column, width in enumerate(widths):
        room = width - 2 * BESIDE - (SYMBOL_WIDTH + BESIDE if column == QUANTITY else 0)
        lines = _lines(row, column)
        heights.append(sum(text_height(text, role, room, symbols) for text, role, _, symbols in lines))
    return max(heights) + 2 * ABOVE


def _lines(row: CheckRow, column: int) -> tuple[Line, ...]:
    """Return the lines of one cell, the symbol apart."""
    if column == QUANTITY:
        return ((row.meaning, "body", False, False),)
    if column == VALUE:
        return ((row.text, "body_medium", False, False), (more_digits(row), "caption", True, False))
    if column == HOW:
        formula, numbers, note = how_lines(row)
        if not formula:
            return ((note, "body", True, False),)
        return ((formula, "body", False, True), (numbers, "caption", True, False), (note, "caption", True, False))
    return ((row.source, "caption", True, False),)
