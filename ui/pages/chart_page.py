"""A page that is one chart, with what its curves mean below it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor.evidence import ChartPage, Page
from advisor.language import translate

from ..chart_footer import ChartFooter
from ..charts import Chart
from ..number_sheet import NumberSheet, chart_sheet
from ..segmented import Segmented
from ..text_size import px
from ..theme import Theme, font
from .page import PageWidget, kinds_of_file

LEAST_HEAD = 640
"""What question, choice of axes and tools may take side by side in pixels: a narrow page's width."""

SEGMENT_PADDING = 12
"""Room beside the name of an axis in the choice of axes, in pixels."""


class ChartPageWidget(PageWidget):
    """Shows a `ChartPage`, of its variants the one over the axis the reader chose last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: ChartPage | None = None
        self._shown: ChartPage | None = None
        self._axis = ""
        self.chart = Chart()
        self.footer = ChartFooter()
        self.axis_choice: Segmented | None = None
        self.numbers_button = self.add_numbers()
        self.reset_button = self.add_tool("fit", translate("Charts", "Reset the view"))
        self.copy_button, self.save_button = self.add_copy_and_save(
            translate("Charts", "The chart is on the clipboard"), kinds_of_file()
        )
        self._axis_row = QHBoxLayout()
        self._axis_row.addStretch(1)
        self.layout_below.addLayout(self._axis_row)
        self.layout_below.addWidget(self.chart, 1)
        self.layout_below.addSpacing(10)
        self.layout_below.addWidget(self.footer)
        self.chart.plan_x_changed.connect(self.line_moved)
        self.chart.plan_x_edit_finished.connect(self.line_let_go)
        self.chart.read_out_changed.connect(self.footer.show_read_out)
        self.reset_button.clicked.connect(self.chart.reset_view)
        self.chart.zoomed_changed.connect(self.reset_button.setEnabled)
        self.reset_button.setEnabled(False)

    @property
    def shown_page(self) -> ChartPage | None:
        """The page or variant shown."""
        return self._shown

    def show_page(self, page: Page) -> None:
        """Show a page; of its variants, the one over the axis the reader chose last."""
        assert isinstance(page, ChartPage)
        self._page = page
        self._offer_axes(page)
        self._show_chosen()

    def sheet(self) -> NumberSheet | None:
        """Return the numbers of the page or variant shown."""
        return None if self._shown is None else chart_sheet(self._shown)

    def copy(self) -> None:
        """Put the chart on the clipboard as a picture."""
        self.chart.copy_image()

    def write(self, path: Path) -> None:
        """Write the chart as numbers or as a picture."""
        if path.suffix.lower() == ".csv":
            self.chart.save_csv(path)
        else:
            self.chart.save_image(path)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        super().set_theme(theme)
        self.chart.set_theme(theme)
        self.footer.set_theme(theme)

    def set_stale(self, text: str | None) -> None:
        """Say that the last good plan is shown, and why; None: it is up to date."""
        super().set_stale(text)
        self.chart.set_stale(text)

    def _show_chosen(self) -> None:
        if self._page is None:
            return
        page = next((p for p in (self._page, *self._page.variants) if p.axis_name == self._axis), self._page)
        self._shown = page
        self.show_words(page)
        self.footer.show_page(page)
        self.chart.show_page(page)

    def _offer_axes(self, page: ChartPage) -> None:
        """Offer the axes of the page's variants, where it has any."""
        names = [p.axis_name for p in (page, *page.variants)] if page.variants else []
        offered = [button.text() for button in self.axis_choice.buttons()] if self.axis_choice is not None else []
        if names == offered:
            return
        if self.axis_choice is not None:
            for row in (self.tools, self._axis_row):
                row.removeWidget(self.axis_choice)
            self.axis_choice.hide()
            self.axis_choice.deleteLater()
            self.axis_choice = None
        if names:
            self.axis_choice = Segmented([(name, name) for name in names])
            self.axis_choice.describe(translate("Charts", "Axis"), translate("Charts", "What the chart is drawn over"))
            widest = QFontMetrics(font("body_strong"))  # the chosen one is semibold
            for button in self.axis_choice.buttons():
                button.setMinimumWidth(widest.horizontalAdvance(button.text()) + 2 * px(SEGMENT_PADDING))
            self._axis = self._axis if self._axis in names else names[0]
            self.axis_choice.set_value(self._axis)
            self.axis_choice.chosen.connect(self._choose_axis)
            question = QFontMetrics(font("caption")).horizontalAdvance(page.question)
            needed = question + self.axis_choice.minimumSizeHint().width() + self.tools.minimumSize().width()
            if needed <= px(LEAST_HEAD):
                self.tools.insertWidget(0, self.axis_choice)
            else:  # long words: on a line of its own, rather than make the window wider
                self._axis_row.setContentsMargins(0, 0, 0, px(8))
                self._axis_row.insertWidget(0, self.axis_choice)

    def _choose_axis(self, name: object) -> None:
        self._axis = str(name)
        self._show_chosen()
