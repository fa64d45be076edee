"""The page on what matters: how far each input and coefficient, taken alone, moves the answer, and where it flips."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from advisor.evidence import ChartPage, Page
from advisor.language import translate
from advisor.matters.page import MattersPage as MattersPageData
from advisor.matters.table import matters_csv

from ..chart_export import Picture, write_file
from ..number_sheet import NumberSheet, matters_sheet
from ..theme import Theme, font, line_height, set_state
from ..tornado import Tornado
from ..tornado_drawing import INSET
from .page import PageWidget, kinds_of_file


class MattersPage(PageWidget):
    """Shows a bar for each input over a line that tells the one that is read in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: MattersPageData | None = None
        self.tornado = Tornado()
        self.numbers_button = self.add_numbers()
        self.copy_button, self.save_button = self.add_copy_and_save(
            translate("What matters page", "The bars are on the clipboard"), kinds_of_file()
        )
        self.read_out = QLabel()
        self.read_out.setFont(font("body_medium"))
        self.read_out.setFixedHeight(line_height("body") + 4)
        self.about = QLabel()
        self.about.setFont(font("caption"))
        self.about.setWordWrap(True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        set_state(self.about, tone="muted")
        for label in (self.read_out, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        # The frame around the bar that is read stands a little left of all words.
        margins = self.layout_below.contentsMargins()
        self.layout_below.setContentsMargins(
            margins.left() - round(INSET), margins.top(), margins.right(), margins.bottom()
        )
        for words in (self.layout_below.itemAt(0).layout(), self.read_out, self.about):
            words.setContentsMargins(round(INSET), 0, 0, 0)
        self.layout_below.addWidget(self.tornado, 1)
        self.layout_below.addSpacing(4)
        self.layout_below.addWidget(self.read_out)
        self.layout_below.addWidget(self.about)
        self.tornado.read_out_changed.connect(self._tell)

    @property
    def shown_page(self) -> MattersPageData | None:
        """The page shown."""
        return self._page

    def show_page(self, page: Page) -> None:
        """Show a page."""
        assert isinstance(page, MattersPageData)
        self._page = page
        self.show_words(page)
        self.tornado.show_page(page)
        self._tell_current()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words below the bars the lines they need."""
        super().resizeEvent(event)
        self._fit()

    def sheet(self) -> NumberSheet | None:
        """Return what each bar was drawn from."""
        return None if self._page is None else matters_sheet(self._page)

    def copy(self) -> None:
        """Put all bars on the clipboard as a picture."""
        if self._page is not None:
            QGuiApplication.clipboard().setImage(self._picture(self._page).image())

    def write(self, path: Path) -> None:
        """Write the bars as numbers or as a picture."""
        if self._page is None:
            return
        suffix = path.suffix.lower()
        if suffix == ".csv":
            write_file(path, matters_csv(self._page).encode("utf-8-sig"))
            return
        picture = self._picture(self._page)
        write_file(path, picture.svg() if suffix == ".svg" else picture.png())

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        super().set_theme(theme)
        self.tornado.set_theme(theme)

    def set_stale(self, text: str | None) -> None:
        """Say that the last good plan is shown, and why; None: it is up to date."""
        super().set_stale(text)
        self.tornado.set_stale(text is not None)

    def _picture(self, page: MattersPageData) -> Picture:
        words = ChartPage(
            name=page.name,
            question=page.question,
            sentence=page.sentence,
            x_title=page.x_title,
            y_title="",
            x_kind="loss",
            curves=(),
            footer=page.footer,
        )
        return Picture(words, self.theme, self.tornado.picture_size(), self.tornado.paint_onto)

    def _fit(self) -> None:
        """Let the words below the bars have the height of the longest of them, so that nothing moves while reading."""
        texts = [self._notes(), *(bar.detail for bar in self._page.bars)] if self._page is not None else [""]
        margins = self.layout_below.contentsMargins()
        width = self.width() - margins.left() - margins.right() - round(INSET)
        metrics = QFontMetrics(self.about.font())
        room = QRect(0, 0, max(width, 100), 1000)
        height = max(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() for text in texts)
        self.about.setFixedHeight(max(height + 2, line_height("caption")))

    def _notes(self) -> str:
        return ". ".join(self._page.footer) + "." if self._page is not None else ""

    def _tell_current(self) -> None:
        current = self.tornado.bars.current
        self._tell(*((current[0].read_out[current[1]], current[0].detail) if current is not None else ("", "")))

    def _tell(self, read_out: str, about: str) -> None:
        """Show what is read; while nothing is, how to read, and what the bars mean."""
        self.read_out.setText(
            read_out or translate("What matters page", "Point at a bar, or use the arrow keys, to read it")
        )
        set_state(self.read_out, tone="" if read_out else "muted")
        self.about.setText(about or self._notes())
