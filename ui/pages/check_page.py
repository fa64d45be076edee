"""The page to check: every quantity with its formula, numbers and source, the recipe, and how far to trust it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QStackedWidget, QWidget

from advisor.check.rows import CheckPage
from advisor.check.text import as_csv, as_text, as_tsv
from advisor.evidence import Page
from advisor.language import translate

from ..chart_export import write_file
from ..check_view import CheckView
from ..icons import icon
from ..text_size import px
from ..theme import Theme, set_state
from .page import PageWidget

SEARCH_WIDTH = 208


class CheckPageWidget(PageWidget):
    """Shows a `CheckPage` as a table that can be searched, copied and saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: CheckPage | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Check page", "Find a quantity"))
        self.search.setAccessibleName(translate("Check page", "Find a quantity"))
        self.search.setToolTip(translate("Check page", "A word, a symbol such as N_S, or an equation (Ctrl+F)"))
        self.search.setFixedWidth(px(SEARCH_WIDTH))
        self._glass = QAction(self.search)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(translate("Check page", "Clear"), self.search)
        self._clear.triggered.connect(self.search.clear)
        self._clear.setVisible(False)
        self.search.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.tools.addWidget(self.search)
        self.tools.addSpacing(4)
        self.copy_button, self.save_button = self.add_copy_and_save(
            translate("Check page", "All rows, the recipe and the notes are on the clipboard"),
            ((translate("Check page", "Table (CSV) …"), ".csv"), (translate("Check page", "Text …"), ".txt")),
        )
        self.copy_button.setToolTip(translate("Check page", "Copy all"))
        self.copy_button.setAccessibleName(translate("Check page", "Copy all"))
        self.table = CheckView()
        self.nothing = QLabel()
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        set_state(self.nothing, tone="muted")
        self.body = QStackedWidget()
        self.body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.body.addWidget(self.table)
        self.body.addWidget(self.nothing)
        self.layout_below.addWidget(self.body, 1)
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.table.told.connect(self.told)
        self._find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self._find.activated.connect(self._start_search)

    @property
    def shown_page(self) -> CheckPage | None:
        """The page shown."""
        return self._page

    def show_page(self, page: Page) -> None:
        """Show a page; what was searched, folded and chosen stays so."""
        assert isinstance(page, CheckPage)
        self._page = page
        self.show_words(page)
        self.table.show_page(page)
        self._show_whether_found()

    def copy(self) -> None:
        """Put all of the page on the clipboard, as a table that spreadsheets take."""
        if self._page is not None:
            QGuiApplication.clipboard().setText(as_tsv(self._page.groups))

    def write(self, path: Path) -> None:
        """Write all of the page as a table or as text."""
        if self._page is None:
            return
        if path.suffix.lower() == ".csv":
            # Spreadsheets take UTF-8 for what it is only with a mark at its start.
            write_file(path, as_csv(self._page).encode("utf-8-sig"))
        else:
            write_file(path, as_text(self._page).encode("utf-8"))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        super().set_theme(theme)
        self._glass.setIcon(icon("search", theme.muted))
        self._clear.setIcon(icon("close", theme.muted))
        self.table.set_theme(theme)

    def set_stale(self, text: str | None) -> None:
        """Say that the numbers are older than the plan; None: they are not."""
        super().set_stale(text)
        self.table.set_stale(text is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.table.search(text)
        self._show_whether_found()

    def _show_whether_found(self) -> None:
        text = self.search.text().strip()
        found = self.table.rows.rowCount() > 0
        self.nothing.setText(
            "" if found else translate("Check page", "Nothing here is called “{text}”").format(text=text)
        )
        self.body.setCurrentWidget(self.table if found else self.nothing)

    def _start_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
