"""A page of evidence: the question, the sentence that answers it, the chart, and what its curves mean."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
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

from advisor.evidence import ChartPage

from ..chart_footer import ChartFooter
from ..charts import Chart
from ..icons import icon
from ..segmented import Segmented
from ..theme import LIGHT, Theme, font, line_height, set_state


class ChartPageWidget(QFrame):
    """Shows a `ChartPage` as a card.

    Signals
    -------
    plan_x_changed (float), plan_x_edit_finished (float) : as those of `Chart`
    told (str) : something was done that leaves no trace in the window, such as copying
    failed (str) : a file could not be written, and why
    """

    plan_x_changed = Signal(float)
    plan_x_edit_finished = Signal(float)
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: ChartPage | None = None
        self._shown: ChartPage | None = None
        self._axis = ""
        set_state(self, role="card")
        self.question = QLabel()
        self.question.setFont(font("caption"))
        self.question.setFixedHeight(line_height("caption"))
        set_state(self.question, tone="muted")
        self.sentence = QLabel()
        self.sentence.setFont(font("section"))
        self.sentence.setWordWrap(True)
        self.sentence.setMinimumHeight(line_height("section"))
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chart = Chart()
        self.footer = ChartFooter()
        self.axis_choice: Segmented | None = None
        self.tools = QHBoxLayout()
        self.tools.setSpacing(4)
        self.reset_button = self._tool(self.tr("Reset the view"))
        self.copy_button = self._tool(self.tr("Copy as a picture"))
        self.save_button = self._tool(self.tr("Save as a picture or as numbers"))
        self._fill_save_menu()

        head = QGridLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.setColumnStretch(0, 1)
        head.setHorizontalSpacing(16)
        head.addWidget(self.question, 0, 0)
        head.addLayout(self.tools, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.sentence, 1, 0, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 12, 24, 12)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addSpacing(8)
        layout.addWidget(self.chart, 1)
        layout.addSpacing(10)
        layout.addWidget(self.footer)

        self.chart.plan_x_changed.connect(self.plan_x_changed)
        self.chart.plan_x_edit_finished.connect(self.plan_x_edit_finished)
        self.chart.read_out_changed.connect(self.footer.show_read_out)
        self.reset_button.clicked.connect(self.chart.reset_view)
        self.copy_button.clicked.connect(self._copy)
        self.chart.zoomed_changed.connect(self.reset_button.setEnabled)
        self.reset_button.setEnabled(False)
        self.set_theme(LIGHT)

    @property
    def shown_page(self) -> ChartPage | None:
        """The page or variant shown."""
        return self._shown

    def show_page(self, page: ChartPage) -> None:
        """Show a page; of its variants, the one over the axis the reader chose last."""
        self._page = page
        self._offer_axes(page)
        self._show_chosen()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for button, name in ((self.reset_button, "fit"), (self.copy_button, "copy"), (self.save_button, "download")):
            button.setIcon(icon(name, theme.muted, disabled=theme.disabled))
        self.chart.set_theme(theme)
        self.footer.set_theme(theme)

    def set_stale(self, text: str | None) -> None:
        """Say that the last good plan is shown, and why; None: it is up to date."""
        set_state(self.sentence, tone="muted" if text is not None else "")
        self.chart.set_stale(text)

    def _show_chosen(self) -> None:
        if self._page is None:
            return
        page = next((p for p in (self._page, *self._page.variants) if p.axis_name == self._axis), self._page)
        self._shown = page
        self.question.setText(page.question)
        if self.sentence.text() != page.sentence:
            self.sentence.setText(page.sentence)
        self.footer.show_page(page)
        self.chart.show_page(page)

    def _offer_axes(self, page: ChartPage) -> None:
        """Offer the axes of the page's variants, where it has any."""
        names = [p.axis_name for p in (page, *page.variants)] if page.variants else []
        offered = [button.text() for button in self.axis_choice.buttons()] if self.axis_choice is not None else []
        if names == offered:
            return
        if self.axis_choice is not None:
            self.tools.removeWidget(self.axis_choice)
            self.axis_choice.deleteLater()
            self.axis_choice = None
        if names:
            self.axis_choice = Segmented([(name, name) for name in names])
            self.axis_choice.describe(self.tr("Axis"), self.tr("What the chart is drawn over"))
            self._axis = self._axis if self._axis in names else names[0]
            self.axis_choice.set_value(self._axis)
            self.axis_choice.chosen.connect(self._choose_axis)
            self.tools.insertWidget(0, self.axis_choice)

    def _choose_axis(self, name: object) -> None:
        self._axis = str(name)
        self._show_chosen()

    def _tool(self, text: str) -> QToolButton:
        button = QToolButton()
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(24, 24)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_state(button, kind="icon")
        self.tools.addWidget(button)
        return button

    def _fill_save_menu(self) -> None:
        menu = QMenu(self.save_button)
        for text, suffix in (
            (self.tr("Picture (PNG) …"), ".png"),
            (self.tr("Drawing (SVG) …"), ".svg"),
            (self.tr("Numbers (CSV) …"), ".csv"),
        ):
            action = menu.addAction(text)
            action.setData(suffix)
            action.triggered.connect(self._ask_and_save)
        self.save_button.setMenu(menu)
        self.save_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _copy(self) -> None:
        self.chart.copy_image()
        self.told.emit(self.tr("The chart is on the clipboard"))

    def _ask_and_save(self) -> None:
        suffix = str(self.sender().data())  # type: ignore[attr-defined]
        name = f"{self._shown.name if self._shown else 'chart'}{suffix}"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the chart"), name, f"*{suffix}")
        if path:
            self.save(path if Path(path).suffix else path + suffix)

    def save(self, path: str | Path) -> None:
        """Write the chart as the kind of file its name says, and tell what came of it."""
        try:
            if Path(path).suffix.lower() == ".csv":
                self.chart.save_csv(path)
            else:
                self.chart.save_image(path)
        except OSError as error:
            self.failed.emit(self.tr("The chart was not saved: {reason}").format(reason=error))
        else:
            self.told.emit(self.tr("The chart was saved as {name}").format(name=Path(path).name))
