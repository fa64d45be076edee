"""The Help menu of a window: what each of its actions opens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from advisor.language import translate

from . import wording
from .actions import Actions
from .advice_flow import AdviceFlow
from .answer_view import AnswerView
from .document import Document
from .help_about import AboutWindow
from .help_dialog import HelpDialog
from .help_glossary import open_glossary
from .help_log import NO_DESKTOP, show_log_folder
from .help_reading import reading_text
from .help_shortcuts import ShortcutsWindow
from .help_terms import explain
from .help_tour import Tour, steps_of
from .settings import Settings


class HelpMenu(QObject):
    """Explains the window, its terms and its answer.

    Parameters
    ----------
    window : QMainWindow
        Whose menu it is; everything opens beside it.
    document : Document
        Whose plan About names the coefficients of.
    panel, view : QWidget, AnswerView
        What the tour goes through.
    settings : Settings
        Remembers that the tour was shown.
    log_folder : Path
    """

    def __init__(
        self,
        window: QMainWindow,
        document: Document,
        panel: QWidget,
        view: AnswerView,
        settings: Settings,
        log_folder: Path,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._view = view
        self._settings = settings
        self._log_folder = log_folder
        self.tour = Tour(window, steps_of(panel, view.card, view.stack))

    def connect_actions(self, actions: Actions) -> None:
        """Let the actions of the Help menu do what they say."""
        actions.explain.triggered.connect(self._explain)
        actions.chart_reading.triggered.connect(self._show_chart_reading)
        actions.reading.triggered.connect(self._show_reading)
        actions.glossary.triggered.connect(self._show_glossary)
        actions.shortcuts.triggered.connect(self._show_shortcuts)
        actions.tour.triggered.connect(self.start_tour)
        actions.log_folder.triggered.connect(self._show_log_folder)
        actions.about.triggered.connect(self._show_about)

    @Slot()
    def start_tour(self) -> None:
        """Show the tour from its beginning."""
        self._settings.tour_seen = True
        self.tour.start()

    def offer_tour(self, flow: AdviceFlow) -> None:
        """Show the tour once the first answer is there, if it was never shown and someone can see it."""
        if not self._settings.tour_seen and QGuiApplication.platformName() not in NO_DESKTOP:
            flow.answered.connect(self._start_first_tour, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _start_first_tour(self) -> None:
        if not self._settings.tour_seen:
            self.start_tour()

    @Slot()
    def _explain(self) -> None:
        explain(self._window)

    @Slot()
    def _show_chart_reading(self) -> None:
        self._view.pages[self._view.page].show_reading()

    @Slot()
    def _show_reading(self) -> None:
        title = translate("How to read the answer", "How to read the answer")
        HelpDialog(title, reading_text(), self._window).show()

    @Slot()
    def _show_glossary(self) -> None:
        open_glossary(self._window)

    @Slot()
    def _show_shortcuts(self) -> None:
        ShortcutsWindow(self._window).show()

    @Slot()
    def _show_log_folder(self) -> None:
        show_log_folder(self._log_folder, self._window)

    @Slot()
    def _show_about(self) -> None:
        AboutWindow(wording.law_name(self._document.plan), self._window).show()
