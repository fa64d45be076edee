"""The glossary: every term with its explanation, in a window beside the work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from advisor.glossary.terms import matching, term
from advisor.language import translate

from .help_dialog import HelpWindow, scrolled
from .sentence_label import SentenceLabel
from .text_size import px
from .theme import font, set_state

SIZE = 640, 440
LIST_WIDTH = 224
FORWARDED = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""Keys that move in the list while the keyboard is in the search field."""


class GlossaryWindow(HelpWindow):
    """A search field over a list of terms, and the chosen one beside it. It remembers nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(translate("Glossary", "Glossary"), parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Glossary", "Search"))
        self.search.setAccessibleName(translate("Glossary", "Search the glossary"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Glossary", "Terms"))
        self.list.currentItemChanged.connect(self._show_current)
        self.nothing = _text("body", "muted")
        self.nothing.setText(translate("Glossary", "No term has these words."))
        self.name, self.says, self.matters = _text("section"), _text("body"), _text("body")
        self.also, self.source = _text("caption", "muted"), _text("caption", "muted")
        self._lay_out()
        self.fit(*SIZE)
        self._search("")
        self.search.setFocus()

    def show_term(self, key: str) -> None:
        """Choose a term; a search that hides it ends."""
        if self._item(key) is None:
            self.search.clear()
        item = self._item(key)
        if item is not None:
            self.list.setCurrentItem(item)
            self.list.scrollToItem(item, QListWidget.ScrollHint.PositionAtCenter)

    @property
    def shown_terms(self) -> tuple[str, ...]:
        """The keys of the terms listed, from top to bottom."""
        return tuple(str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.list.count()))

    @property
    def current_term(self) -> str:
        """The key of the term that is explained, or ""."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list from the search field; Escape empties the field first."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in FORWARDED:
                self.list.event(event)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return False

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(px(LIST_WIDTH))
        content = QWidget()
        words = QVBoxLayout(content)
        words.setContentsMargins(0, 0, 8, 0)
        words.setSpacing(8)
        for label in (self.name, self.says, self.matters, self.also, self.source, self.nothing):
            words.addWidget(label)
        words.addStretch(1)
        scroll = scrolled(content)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its texts take the keyboard
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(side)
        columns.addWidget(scroll, 1)
        self.content.addLayout(columns, 1)

    def _search(self, words: str) -> None:
        before = self.current_term
        self.list.clear()
        for found in matching(words):
            item = QListWidgetItem(found.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, found.key)
            item.setSizeHint(QSize(0, px(24)))
            item.setToolTip(found.name)
        kept = None if words.strip() else self._item(before)
        self.list.setCurrentItem(kept or self.list.item(0))
        self._show_current()

    def _item(self, key: str) -> QListWidgetItem | None:
        items = (self.list.item(row) for row in range(self.list.count()))
        return next((item for item in items if item.data(Qt.ItemDataRole.UserRole) == key), None)

    def _show_current(self) -> None:
        key = self.current_term
        self.nothing.setVisible(not key)
        found = term(key) if key else None
        texts = ("", "", "", "", "")
        if found is not None:
            texts = (found.name, found.says, found.matters, found.other_names, found.source)
        for label, text in zip((self.name, self.says, self.matters, self.also, self.source), texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))


def open_glossary(window: QWidget, key: str = "") -> GlossaryWindow:
    """Show the glossary of a window, with a term chosen; there is one glossary for each."""
    glossary = next(iter(window.findChildren(GlossaryWindow)), None)
    if glossary is None or glossary.isHidden():
        glossary = GlossaryWindow(window)
    if key:
        glossary.show_term(key)
    glossary.show()
    glossary.activateWindow()
    return glossary


def _text(role: str, tone: str = "") -> QLabel:
    label = SentenceLabel()
    label.setFont(font(role))  # type: ignore[arg-type]
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    set_state(label, tone=tone)
    return label
