"""What all pages of evidence share: the question, the sentence that answers it, tools, and saving what is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from advisor.evidence import Page
from advisor.glossary.page_reading import page_reading, reading_title
from advisor.glossary.terms import PAGE_TERMS
from advisor.language import translate

from ..help_popover import Popover
from ..help_terms import TermButton
from ..icons import icon
from ..number_sheet import NumberSheet
from ..numbers_window import NumbersWindow
from ..sentence_label import SentenceLabel
from ..text_size import px
from ..theme import LIGHT, Theme, font, line_height, set_state

NUMBERS_KEY = "Ctrl+Shift+T"
HEAD_GAP = 3
"""Pixels between the tools and a sentence, which touch where it takes two lines."""


def kinds_of_file() -> tuple[tuple[str, str], ...]:
    """Return as what a chart is saved: what the menu calls it, and the suffix."""
    return (
        (translate("Pages", "Picture (PNG) …"), ".png"),
        (translate("Pages", "Drawing (SVG) …"), ".svg"),
        (translate("Pages", "Numbers (CSV) …"), ".csv"),
    )


class PageWidget(QFrame):
    """A page of evidence as a card; a kind of page adds what stands below the sentence to ``layout_below``.

    Signals
    -------
    edit_requested (object, str) : a function from `Plan` to `Plan`, and what undoing it is called ("Move pin")
    line_moved (float), line_let_go (float) : the plan's line is dragged to this value; it was let go there
    told (str) : something was done that leaves no trace in the window, such as copying
    failed (str) : a file could not be written, and why
    """

    edit_requested = Signal(object, str)
    line_moved = Signal(float)
    line_let_go = Signal(float)
    told = Signal(str)
    failed = Signal(str)
    accessible_role = QAccessible.Role.PropertyPage

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_state(self, role="card")
        self.theme = LIGHT
        self._icons: dict[QToolButton, str] = {}
        self._numbers: NumbersWindow | None = None
        self._stale: str | None = None
        self.question = QLabel()
        self.question.setFont(font("caption"))
        self.question.setFixedHeight(line_height("caption"))
        set_state(self.question, tone="muted")
        self.sentence = SentenceLabel()
        self.sentence.setFont(font("section"))
        self.sentence.setMinimumHeight(line_height("section"))
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(4)
        head = QGridLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.setColumnStretch(0, 1)
        head.setHorizontalSpacing(16)
        head.setVerticalSpacing(HEAD_GAP)
        self.term_button = TermButton("", self)
        asked = QHBoxLayout()
        asked.setSpacing(4)
        asked.addWidget(self.question)
        asked.addWidget(self.term_button)
        asked.addStretch(1)
        head.addLayout(asked, 0, 0)
        head.addLayout(self.tools, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.sentence, 1, 0, 1, 2)
        self.layout_below = QVBoxLayout(self)
        self.layout_below.setContentsMargins(24, 12, 24, 12)
        self.layout_below.setSpacing(0)
        self.layout_below.addLayout(head)
        self.layout_below.addSpacing(5)
        self.reading_button = self.add_tool("info", translate("Pages", "How to read this"))
        self.reading_button.clicked.connect(self.show_reading)

    # What a kind of page does ---------------------------------------------------------------------------------------

    @property
    def shown_page(self) -> Page | None:
        """What is shown: the page, or one of its variants."""
        raise NotImplementedError

    def show_page(self, page: Page) -> None:
        """Show a page of this widget's kind."""
        raise NotImplementedError

    def copy(self) -> None:
        """Put what is shown on the clipboard."""
        raise NotImplementedError

    def write(self, path: Path) -> None:
        """Write what is shown as the kind of file its name says.

        Raises
        ------
        OSError
            If the file cannot be written.
        """
        raise NotImplementedError

    def sheet(self) -> NumberSheet | None:
        """Return the numbers behind the chart; None while there are none, and on a page that is a table itself."""
        return None

    # What all pages do ----------------------------------------------------------------------------------------------

    def show_words(self, page: Page) -> None:
        """Show the question and the sentence of a page."""
        self.question.setText(page.question)
        self.term_button.set_term(PAGE_TERMS.get(page.name, ""))
        title = reading_title(page)
        if self.reading_button.accessibleName() != title:
            self.reading_button.setToolTip(title)
            self.reading_button.setAccessibleName(title)
        if self.sentence.text() != page.sentence:
            self.sentence.setText(page.sentence)
        self.setAccessibleName(page.question)
        self._refresh_numbers()

    def show_reading(self) -> None:
        """Open how to read the page beside its tools; nothing happens while there is no page."""
        if self.shown_page is not None:
            paragraphs = [(text, "") for text in page_reading(self.shown_page)]
            popover = Popover(self.reading_button, reading_title(self.shown_page), paragraphs)
            popover.open_beside(self.reading_button, below=True)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.theme = theme
        for button, name in self._icons.items():
            button.setIcon(icon(name, theme.muted, disabled=theme.disabled))

    def set_stale(self, text: str | None) -> None:
        """Say why what is shown is older than the plan; None: it is up to date."""
        set_state(self.sentence, tone="muted" if text is not None else "")
        self._stale = text
        if self._numbers is not None and isValid(self._numbers):
            self._numbers.set_stale(text)

    def add_tool(self, icon_name: str, text: str) -> QToolButton:
        """Add a small button to the right of the question."""
        button = QToolButton()
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setIconSize(QSize(px(16), px(16)))
        button.setFixedSize(px(24), px(24))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIcon(icon(icon_name, self.theme.muted, disabled=self.theme.disabled))
        set_state(button, kind="icon")
        self._icons[button] = icon_name
        self.tools.addWidget(button)
        return button

    def add_copy_and_save(self, copied: str, files: tuple[tuple[str, str], ...]) -> tuple[QToolButton, QToolButton]:
        """Add the buttons that call `copy`, telling ``copied``, and that save as one of ``files`` (text, suffix)."""
        copy = self.add_tool("copy", translate("Pages", "Copy"))
        copy.clicked.connect(self._copy)
        self._copied = copied
        save = self.add_tool("download", translate("Pages", "Save as a file"))
        menu = QMenu(save)
        for text, suffix in files:
            action = menu.addAction(text)
            action.setData(suffix)
            action.triggered.connect(self._ask_and_save)
        save.setMenu(menu)
        save.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return copy, save

    def add_numbers(self) -> QToolButton:
        """Add the button, and the key, that show the chart's numbers as a table."""
        button = self.add_tool("table", translate("Pages", "Numbers as a table"))
        shortcut = QShortcut(QKeySequence(NUMBERS_KEY), self)
        key = shortcut.key().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(translate("Pages", "Numbers as a table ({key})").format(key=key))
        button.clicked.connect(self.show_numbers)
        shortcut.activated.connect(self.show_numbers)
        return button

    def show_numbers(self) -> None:
        """Open the chart's numbers as a table beside the work; they follow the plan. Nothing happens without a page."""
        sheet = self.sheet()
        if sheet is None:
            return
        if self._numbers is None or not isValid(self._numbers):
            self._numbers = NumbersWindow(self.window())
            self._numbers.told.connect(self.told)
        self._numbers.show_sheet(sheet)
        self._numbers.set_stale(self._stale)
        self._numbers.show()
        self._numbers.activateWindow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the numbers with their page: one that is not seen no longer follows the plan."""
        super().hideEvent(event)
        if not event.spontaneous() and self._numbers is not None and isValid(self._numbers):
            self._numbers.close()
            self._numbers = None

    def _refresh_numbers(self) -> None:
        if self._numbers is not None and isValid(self._numbers):
            sheet = self.sheet()
            if sheet is not None:
                self._numbers.show_sheet(sheet)

    def save(self, path: str | Path) -> None:
        """Write what is shown as the kind of file its name says, and tell what came of it."""
        try:
            self.write(Path(path))
        except OSError as error:
            self.failed.emit(translate("Pages", "The page was not saved: {reason}").format(reason=error))
        else:
            self.told.emit(translate("Pages", "The page was saved as {name}").format(name=Path(path).name))

    def _copy(self) -> None:
        self.copy()
        self.told.emit(self._copied)

    def _ask_and_save(self) -> None:
        suffix = str(self.sender().data())  # type: ignore[attr-defined]
        name = f"{self.shown_page.name if self.shown_page else 'page'}{suffix}"
        path, _ = QFileDialog.getSaveFileName(self, translate("Pages", "Save the page"), name, f"*{suffix}")
        if path:
            self.save(path if Path(path).suffix else path + suffix)
