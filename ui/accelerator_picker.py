"""A field that finds an accelerator of the catalogue by any part of its name, or stands for one outside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from advisor.accelerator_names import find_accelerators, short_name
from advisor.accelerators import Accelerator, catalogue
from advisor.errors import InputError
from advisor.language import translate
from advisor.quantities import exact_number, format_tflops

from .icons import icon
from .panel_style import list_style
from .text_entry import TextEntry
from .text_size import px
from .theme import LIGHT, Theme, font

ID_ROLE = Qt.ItemDataRole.UserRole + 1
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 2
POPUP_WIDTH = 320
MOST_ROWS = 12


class AcceleratorPicker(TextEntry):
    """The value is an id of the catalogue, or None for an accelerator that is not in it ("Custom").

    Typing narrows the list to accelerators whose name or maker has every word typed; Enter takes the marked one, or the
    first. The down key opens the whole list. Text that is not yet a name changes nothing while the field has the
    keyboard; left like that, it is completed where only one name fits, and otherwise marked.
    """

    def __init__(self, field: str, parent: QWidget | None = None) -> None:
        super().__init__(field, None, required=True, parent=parent)
        self._custom = translate("Hardware fields", "Custom")
        self._model = QStandardItemModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(MOST_ROWS)
        popup = QListView()
        popup.setAccessibleName(translate("Hardware fields", "Accelerators"))
        popup.setMinimumWidth(px(POPUP_WIDTH))
        popup.setUniformItemSizes(True)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer.setPopup(popup)
        self._delegate = _ItemDelegate(self)
        popup.setItemDelegate(self._delegate)
        completer.activated[QModelIndex].connect(self._activated)
        self.setCompleter(completer)
        self._search = QAction(self)
        self._search.setText(translate("Hardware fields", "Show all accelerators"))
        self._search.triggered.connect(self.show_all)
        self.addAction(self._search, QLineEdit.ActionPosition.TrailingPosition)
        self._fill("")

    def names(self) -> tuple[str, ...]:
        """Return the names that are offered for the text typed so far."""
        return tuple(self._model.item(row).text() for row in range(self._model.rowCount()))

    def show_all(self) -> None:
        """Open the list of all accelerators."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()
        self._fill("")
        self.completer().complete(QRect(0, 0, POPUP_WIDTH, self.height()))

    def show_value(self, value: Any, default_text: str = "", *, keep_wrong: bool = True) -> None:
        super().show_value(value, self._custom, keep_wrong=keep_wrong)

    def set_theme(self, theme: Theme) -> None:
        """Draw the list and the icon in the colours of a theme."""
        self._delegate.theme = theme
        self.completer().popup().setStyleSheet(list_style(theme))
        self._search.setIcon(icon("search", theme.ink, 16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.completer().popup()
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not popup.isVisible():
            self.show_all()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and popup.isVisible() and self._model.rowCount():
            popup.hide()
            self.choose(self._model.item(max(popup.currentIndex().row(), 0)).data(ID_ROLE))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Qt says "editing finished" only once, and the Enter or Tab that closes the list may have had it.
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.completer().popup().hide()
            self._complete()

    def choose(self, accelerator_id: str | None) -> None:
        """Choose as the user does."""
        self.setText(self._text_of(accelerator_id))
        self._read(self.text())

    def _read(self, text: str) -> None:
        self._fill(text)
        try:
            self._value_of(text)
        except InputError:
            if self._model.rowCount() and text.strip():
                self._typed = True
                self._set_wrong("")
                return
        super()._read(text)

    def _value_of(self, text: str) -> Any:
        wanted = " ".join(text.split()).casefold()
        if wanted == self._custom.casefold():
            return None
        for entry in catalogue():
            if wanted in (short_name(entry.id).casefold(), entry.name.casefold(), entry.id):
                return entry.id
        count = self._model.rowCount()
        if wanted and count:
            raise InputError(self.field, translate("Hardware fields", "Choose one of the %n that match", "", count))
        raise InputError(self.field, translate("Hardware fields", "Choose one from the list, or Custom"))

    def _text_of(self, value: Any) -> str:
        return self._custom if value is None else short_name(value)

    def _finish(self) -> None:
        super()._finish()
        if not self.completer().popup().isVisible():
            self._complete()

    def _complete(self) -> None:
        """Take the only name that fits what was left unfinished, or say that it is no name."""
        if not self._typed:
            return
        try:
            self._value_of(self.text())
        except InputError as error:
            self._fill(self.text())
            if self._model.rowCount() == 1:
                self.choose(self._model.item(0).data(ID_ROLE))
            else:
                self._set_wrong(error.fix)

    def _activated(self, index: QModelIndex) -> None:
        self.choose(index.data(ID_ROLE))

    def _fill(self, text: str) -> None:
        words = text.casefold().split()
        self._model.clear()
        for entry in find_accelerators(text):
            self._model.appendRow(_item(short_name(entry.id), entry.id, _details(entry)))
        if all(word in self._custom.casefold() for word in words):
            self._model.appendRow(_item(self._custom, None, translate("Hardware fields", "type its dense peak")))
        # Qt makes the list a few pixels too low for its frame and would show a scroll bar beside a single row.
        needed = self._model.rowCount() > MOST_ROWS
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.completer().popup().setVerticalScrollBarPolicy(policy)


class _ItemDelegate(QStyledItemDelegate):
    """Name at the left, what it can do in muted ink at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(1, px(24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(option.rect, QColor(self.theme.selected))
        inside = option.rect.adjusted(8, 0, -8, 0)
        painter.setFont(font("body"))
        painter.setPen(QColor(self.theme.ink))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.setFont(font("caption"))
        painter.setPen(QColor(self.theme.muted))
        details = str(index.data(DETAIL_ROLE))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, details)
        painter.restore()


def _item(name: str, accelerator_id: str | None, details: str) -> QStandardItem:
    item = QStandardItem(name)
    item.setData(accelerator_id, ID_ROLE)
    item.setData(details, DETAIL_ROLE)
    item.setData(f"{name}, {details}", Qt.ItemDataRole.AccessibleTextRole)
    item.setEditable(False)
    return item


def _details(entry: Accelerator) -> str:
    parts = []
    peak = entry.peak_for("bf16")
    if peak is not None:
        parts.append(format_tflops(peak[0]))
    if entry.memory_gb is not None:
        parts.append(f"{exact_number(entry.memory_gb)} GB")
    if entry.tdp_w is not None:
        parts.append(f"{exact_number(entry.tdp_w)} W")
    return " · ".join(parts)
