"""The page on the schedule: where the compute goes as the budget grows, over this plan's phases in days and money."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor.evidence import Page
from advisor.language import translate
from advisor.schedule.page import SchedulePage as SchedulePageData

from ..chart_export import write_file
from ..chart_footer import ChartFooter
from ..charts import Chart
from ..link_button import LinkButton
from ..note_list import NoteList, note_height
from ..number_sheet import NumberSheet, chart_sheet
from ..schedule_export import schedule_csv, schedule_picture, schedule_text
from ..schedule_table import LOW_ROW, ROOMY_ROW, ScheduleTable
from ..text_size import px, zoom
from ..theme import Theme
from .page import PageWidget, kinds_of_file

LEAST_CHART = 150
ROOMY_CHART = 200
"""Height of the chart in pixels below which the rows of the schedule give way first."""

LOWEST_CHART = 136
"""Height of the chart where a little less of it lets a note be read whole, in pixels."""

LEAST_WIDTH = 640
GAP = 6
BAR_ROOM = 16
MORE_SPARE, MORE_HEIGHT = 56, 20
FOOT, LOW_FOOT = 12, 4
"""Room below the page, and below the line that announces its notes, in pixels."""


class SchedulePage(PageWidget):
    """Shows the shares of compute as a chart over the schedule and its notes; where they are too high, they scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: SchedulePageData | None = None
        self.scrolls = False
        self.chart = Chart()
        self.chart.setMinimumHeight(px(LEAST_CHART))
        self.footer = ChartFooter()
        self.table = ScheduleTable()
        self.notes = NoteList()
        self.numbers_button = self.add_numbers()
        self.reset_button = self.add_tool("fit", translate("Schedule page", "Reset the view"))
        self.copy_button, self.save_button = self.add_copy_and_save(
            translate("Schedule page", "The schedule is on the clipboard"), kinds_of_file()
        )
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(0)
        column.addWidget(self.chart, 1)
        column.addSpacing(2)
        column.addWidget(self.footer)
        column.addSpacing(GAP)
        column.addWidget(self.table)
        column.addSpacing(GAP)
        column.addWidget(self.notes)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setMinimumWidth(px(LEAST_WIDTH))
        self.area.setWidget(body)
        self.area.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        self._leave_room_for_bar()
        self.layout_below.addWidget(self.area, 1)
        self.more = LinkButton("", "chevron-down")
        self.more.clicked.connect(self._show_notes)
        # In a line of known height, whatever height and margins the style gives a button.
        self.more_line = QWidget()
        self.more_line.setFixedHeight(px(MORE_HEIGHT))
        line = QHBoxLayout(self.more_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.more)
        line.addStretch(1)
        self.more_line.hide()
        self.layout_below.addWidget(self.more_line)
        self.area.verticalScrollBar().valueChanged.connect(self._name_more)
        self.area.installEventFilter(self)
        self.chart.plan_x_changed.connect(self.line_moved)
        self.chart.plan_x_edit_finished.connect(self.line_let_go)
        self.chart.read_out_changed.connect(self.footer.show_read_out)
        self.table.row_told.connect(self.footer.show_read_out)
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.chart.zoomed_changed.connect(self.reset_button.setEnabled)
        self.reset_button.clicked.connect(self.chart.reset_view)
        self.reset_button.setEnabled(False)

    @property
    def shown_page(self) -> SchedulePageData | None:
        """The page shown."""
        return self._page

    def show_page(self, page: Page) -> None:
        """Show a page."""
        assert isinstance(page, SchedulePageData)
        self._page = page
        self.show_words(page)
        self.footer.show_page(page.split)
        self.chart.show_page(page.split)
        self.table.show_page(page)
        self.notes.show_notes(page.notes)
        self._fit()

    def sheet(self) -> NumberSheet | None:
        """Return the shares of compute; the schedule below them is a table already."""
        return None if self._page is None else chart_sheet(self._page.split)

    def copy(self) -> None:
        """Put the schedule on the clipboard as text that spreadsheets and mails take."""
        if self._page is not None:
            QGuiApplication.clipboard().setText(schedule_text(self._page))

    def write(self, path: Path) -> None:
        """Write both tables as numbers, or chart and schedule as one picture."""
        if self._page is None:
            return
        suffix = path.suffix.lower()
        if suffix == ".csv":
            write_file(path, schedule_csv(self._page).encode("utf-8-sig"))
            return
        picture = schedule_picture(self._page, self.theme, self.chart.picture_size(), self.chart.paint_onto, self.notes)
        write_file(path, picture.svg() if suffix == ".svg" else picture.png())

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        super().set_theme(theme)
        for part in (self.chart, self.footer, self.table, self.notes):
            part.set_theme(theme)
        self.more.set_theme(theme)

    def set_stale(self, text: str | None) -> None:
        """Say that the last good plan is shown, and why; None: it is up to date."""
        super().set_stale(text)
        self.chart.set_stale(text)
        self.table.set_stale(text is not None)
        self.notes.set_stale(text is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit what is shown anew where its room changes, with the window or with a sentence of two lines."""
        if watched is self.area and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _show_notes(self) -> None:
        """Scroll to the notes."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _name_more(self) -> None:
        """Say how many notes stand below what is seen, the first of them in its own words as far as they fit."""
        bar, seen = self.area.verticalScrollBar(), self.area.height()
        tops = [line.mapTo(self.area.widget(), line.rect().bottomLeft()).y() for line in self.notes.lines]
        hidden = [note for note, end in zip(self.notes.notes, tops, strict=True) if end > bar.value() + seen]
        if not self.scrolls or not hidden:
            self.more.setEnabled(False)
            self.more.setText("")
            return
        self.more.setEnabled(True)
        count = translate("Schedule page", "%n note(s) below", "", len(hidden))
        text = translate("Schedule page", "{count}: {note}").format(count=count, note=hidden[0].text)
        room = self.area.width() - px(MORE_SPARE)
        self.more.setText(self.more.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
        self.more.setAccessibleName(text)

    def _show_row(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Scroll to the row the keyboard went to, where the page is too low for all of them."""
        rect = self.table.visualRect(current)
        if self.table.hasFocus() and rect.isValid():
            middle = self.table.viewport().mapTo(self.area.widget(), rect.center())
            self.area.ensureVisible(0, middle.y(), 0, rect.height())

    def _leave_room_for_bar(self) -> None:
        """Let the scroll bar stand in the card's own margin, so that it neither touches nor moves what is read."""
        around = self.layout_below.contentsMargins()
        around.setRight(around.right() - BAR_ROOM)
        self.layout_below.setContentsMargins(around)
        self.layout_below.itemAt(0).layout().setContentsMargins(0, 0, BAR_ROOM, 0)

    def _fit(self) -> None:
        """Make the rows as roomy as a chart of good height leaves them, and scroll where a low one is too high."""
        rows = max(self.table.model_of_rows.rowCount(), 1)
        height = self.area.height() + self._taken_by_more()
        others = self.footer.height() + 2 + self.notes.height_in(self.area.width() - BAR_ROOM) + 2 * GAP
        room = (height - others - px(ROOMY_CHART) - self.table.height_with(0, rows)) / zoom()
        self.table.set_row_height(min(max(int(room // rows), LOW_ROW), ROOMY_ROW))
        # Decided here and not by the area, which would do it a moment after everything was drawn.
        chart, below = px(LEAST_CHART), others + self.table.height()
        self.scrolls = chart + below > height and self._lowest_chart(height) + below > height
        before = self.area.height()
        self._announce(self.scrolls and bool(self.notes.notes))
        self.layout_below.activate()
        if self.area.height() != before:
            return  # fitted anew on the way, with the room there is now
        if chart + below > height:
            seen = height - self._taken_by_more()
            chart = self._lowest_chart(seen)
            if chart + self.footer.height() + 2 + GAP + self.table.height() > seen:
                chart = px(LOWEST_CHART)  # the total comes before a high chart
        self.chart.setMinimumHeight(chart)
        scrolls = self.scrolls
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.area.setVerticalScrollBarPolicy(policy)
        taken = self.area.verticalScrollBar().sizeHint().width() if scrolls else 0
        self.area.widget().layout().setContentsMargins(0, 0, BAR_ROOM - taken, 0)
        self.area.widget().layout().activate()
        self._name_more()

    def _taken_by_more(self) -> int:
        """Return how much lower the line that announces the notes makes what scrolls."""
        return px(MORE_HEIGHT) - (FOOT - LOW_FOOT) if not self.more_line.isHidden() else 0

    def _announce(self, announced: bool) -> None:
        """Show or hide the line that announces the notes."""
        around = self.layout_below.contentsMargins()
        around.setBottom(LOW_FOOT if announced else FOOT)
        self.layout_below.setContentsMargins(around)
        self.more_line.setVisible(announced)

    def _lowest_chart(self, height: int) -> int:
        """Return the chart's height with which the edge of what is seen falls between two notes, not through one."""
        below = self.footer.height() + 2 + self.table.height() + 2 * GAP
        ends = [below]
        for note in self.notes.notes:
            ends.append(ends[-1] + px(note_height(note.text, (self.area.width() - BAR_ROOM) / zoom())))
        lowest = px(LOWEST_CHART)
        return height - max((end for end in ends if end + lowest <= height), default=height - lowest)
