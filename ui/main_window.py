"""The main window: puts the plan panel, the answer and the pages together and lets data flow one way through them.

Panel → document → flow (worker) → document → answer, pages, panel. What each part does is its own module's.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from advisor.candidate_ranks import rank_texts
from advisor.errors import InputError
from advisor.evidence import Advice
from advisor.language import translate
from advisor.pins import next_name, pin_plan
from advisor.plan import Plan
from advisor.plan_file import example_plans

from . import wording
from .actions import Actions, build_menus, build_toolbar
from .advice_flow import AdviceFlow, AdviceState
from .answer_view import AnswerView, page_titles
from .compute_runner import ComputeRunner
from .crash_handler import CrashHandler, log_path
from .document import Document
from .exports import Exports
from .fields import Problem
from .goal_window import GoalWindow
from .help_menu import HelpMenu
from .message_bar import Message, MessageBar
from .new_plan import own_defaults
from .plan_drag import PlanDrag
from .plan_files import PlanFiles, WindowList, dropped_plans
from .plan_panel import PlanPanel
from .preferences import PreferencesDialog
from .report_actions import ReportActions
from .roomy_area import RoomyArea
from .screen_room import room_on_screen
from .settings import Settings
from .status import StatusBar
from .text_size import px
from .theme import Theme
from .theme_mode import ThemeSwitch
from .undo_actions import UndoActions

PANEL_WIDTH = 400
FIRST_SIZE = 1440, 900
FRAME = 8, 40
"""Room to leave for what a desktop puts around a window, which is not known before it is shown, in pixels."""

CRASHED = Message("crashed", "error", "{text}")
FAILED = Message("failed", "error", "{text}.")
REFUSED = Message("refused", "warning", "{text}.")
FILE_NOTES = Message("file_notes", "warning", "{text}")
NO_PAGE = Message("no_page", "error", "{text}")
PAGE_FAILED = Message("page_failed", "error", "{text}.")
DRAG_REFUSED = Message("drag_refused", "warning", "{text}")


class MainWindow(QMainWindow):
    """The window of one document.

    Parameters
    ----------
    document : Document
        What is planned; the window never keeps a plan of its own.
    runner : ComputeRunner
        Answers plans; shut down when the window closes.
    settings : Settings
        What is remembered between two runs.
    crash_handler : CrashHandler, optional
        Unexpected errors it reports are told in the message bar.
    windows : WindowList, optional
        The program's other windows.

    Signals
    -------
    closed()
        The window was closed, and its worker told to stop.
    """

    closed = Signal()

    def __init__(
        self,
        document: Document,
        runner: ComputeRunner,
        settings: Settings,
        crash_handler: CrashHandler | None = None,
        parent: QWidget | None = None,
        windows: WindowList | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.runner = runner
        self.settings = settings
        self._crash_handler = crash_handler
        self._panel_edits = False
        self._windows = windows
        self.themes = ThemeSwitch(_application(), settings, self)
        self.messages = MessageBar()
        self.panel = PlanPanel()
        self.flow = AdviceFlow(document, runner, self._label_of, self)
        self.view = AnswerView()
        self.plan_drag = PlanDrag(document, runner, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.status = StatusBar()
        self.files = PlanFiles(document, settings, self.messages, self, windows)
        self.exports = Exports(document, self.flow, self.view.card, settings, self.messages, self)
        self.actions_by_name = Actions(self, page_titles(), example_plans())
        build_menus(self, self.actions_by_name)
        self.file_label = build_toolbar(self, self.actions_by_name)
        self.reports = ReportActions(document, self.flow, settings, self.messages, self)
        self.goal = GoalWindow(document, self, (self.actions_by_name.undo, self.actions_by_name.redo))
        log = crash_handler.path if crash_handler is not None else log_path()
        self.help = HelpMenu(self, document, self.panel, self.view, settings, log.parent)
        self._lay_out()
        self._connect()
        self._set_theme(self.themes.theme)
        self._restore()
        self._show_document()
        self.panel.show_own_defaults(own_defaults(settings))
        self.panel.show_plan(document.plan)
        self._show_state()

    # Assembly

    def _lay_out(self) -> None:
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(RoomyArea(self.view, Qt.Orientation.Vertical, self.view.least_height))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([px(PANEL_WIDTH), 1440 - px(PANEL_WIDTH)])
        self.area = RoomyArea(self.splitter, Qt.Orientation.Horizontal)
        centre = QWidget()
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.messages)
        rows.addWidget(self.area, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self.resize(self._first_size())

    def _first_size(self) -> QSize:
        """Return the size that shows everything, or what the screen has room for inside the window's frame."""
        room = room_on_screen(self) - QSize(*FRAME)
        return QSize(*FIRST_SIZE).boundedTo(room)

    def _connect(self) -> None:
        self.panel.plan_edited.connect(self._panel_edited)
        self.panel.problems_changed.connect(self._problems_changed)
        self.panel.example_requested.connect(self.files.open_example)
        self.document.plan_changed.connect(self._show_plan)
        self.document.replaced.connect(self.panel.forget_typing)
        self.document.replaced.connect(self._show_file_notes)
        self.document.state_changed.connect(self._show_document)
        self.flow.answered.connect(self._show_advice)
        self.flow.state_changed.connect(self._show_state)
        self.view.go_to_problem.connect(self._go_to_problem)
        self.view.line_moved.connect(self.plan_drag.move)
        self.view.line_let_go.connect(self._finish_drag)
        self.view.edit_requested.connect(self._edit_requested)
        self.plan_drag.refused.connect(self._show_drag_refusal)
        self.view.page_changed.connect(self._page_changed)
        self.view.told.connect(self.status.tell)
        self.view.failed.connect(self._show_page_failure)
        self.themes.theme_changed.connect(self._set_theme)
        self.messages.dismissed.connect(self._message_dismissed)
        if self._crash_handler is not None:
            self._crash_handler.crashed.connect(self._show_crash, Qt.ConnectionType.QueuedConnection)
        actions = self.actions_by_name
        self.files.connect_actions(actions)
        self.exports.connect_actions(actions)
        self.exports.told.connect(self.status.tell)
        self.reports.connect_actions(actions)
        self.reports.told.connect(self.status.tell)
        actions.pin.triggered.connect(self._pin)
        actions.goal.triggered.connect(self.goal.open)
        actions.known_models.triggered.connect(self.panel.open_known_models)
        actions.preferences.triggered.connect(self._show_preferences)
        self.help.connect_actions(actions)
        UndoActions(self.document, actions.undo, actions.redo, self)
        for action in actions.theme.values():
            action.triggered.connect(self._choose_theme)
        for action in actions.pages.values():
            action.triggered.connect(self._choose_page)

    # What is shown

    @Slot(object)
    def _show_plan(self, plan: Plan) -> None:
        self.messages.clear(DRAG_REFUSED)
        if not self._panel_edits:  # else the panel shows it by itself, and typing is no place to do it twice
            self.panel.show_plan(plan)

    @Slot(object)
    def _show_advice(self, advice: Advice) -> None:
        self.panel.show_budget(advice.budget)
        candidates = advice.recommendation.candidates
        self.panel.show_candidates(candidates, rank_texts(advice.plan, candidates))
        self.view.show_advice(advice)

    @Slot()
    def _show_state(self) -> None:
        flow, advice = self.flow, self.document.advice
        stale = flow.state in (AdviceState.PROBLEM, AdviceState.FAILED)
        if stale and advice is None:
            self.view.show_without_evidence(wording.no_answer(flow.problems, flow.failure))
        reason = wording.stale_reason(flow.problems, advice) if stale and advice is not None else None
        self.view.set_stale(reason, flow.problems[0].label if reason and flow.problems else None)
        if flow.state is AdviceState.SLOW and not flow.page_is_current:
            self.view.set_page_stale(wording.computing())
        self.panel.set_stale(stale)
        if flow.page_failure and not stale:
            self.view.show_page_failure(flow.page_failure)
            self.messages.show_message(NO_PAGE, text=wording.no_page(flow.page_failure))
        else:
            self.messages.clear(NO_PAGE)
        self._show_status()
        if flow.state is AdviceState.FAILED:
            self.messages.show_message(FAILED, text=flow.failure)
        else:
            self.messages.clear(FAILED)
        if flow.refused is not None:
            self.messages.show_message(REFUSED, text=wording.refusal(flow.refused))
        else:
            self.messages.clear(REFUSED)

    def _show_status(self) -> None:
        state, advice = self.flow.state, self.document.advice
        law = wording.law_name(self.document.plan)
        if state is AdviceState.FRESH and self.flow.page_failure:
            self.status.show_stale(wording.page_missing_status(), law)
        elif state is AdviceState.FRESH and advice is not None:
            self.status.show_fresh(advice.seconds, law)
        elif state in (AdviceState.PROBLEM, AdviceState.FAILED):
            self.status.show_stale(wording.stale_status(self.flow.problems, advice is not None), law)
        else:
            self.status.show_waiting(wording.computing() if state is AdviceState.SLOW else "", law)

    @Slot()
    def _show_document(self) -> None:
        self.file_label.setText(self.document.title)
        path = self.document.path
        name = path.name if path is not None else self.document.plan.name
        self.setWindowTitle(f"{name}[*] – {QApplication.applicationDisplayName()}")
        self.setWindowModified(self.document.dirty)
        self.setWindowFilePath(str(path) if path is not None else "")

    @Slot(object)
    def _set_theme(self, theme: Theme) -> None:
        self.actions_by_name.set_theme(theme)
        self.actions_by_name.theme[self.themes.mode].setChecked(True)
        for part in (self.messages, self.panel, self.view, self.status, self.goal):
            part.set_theme(theme)

    # What the user does

    @Slot(object, str, str)
    def _panel_edited(self, plan: Plan, text: str, merge_key: str) -> None:
        self._panel_edits = True
        try:
            self.document.edit(plan, text, merge_key)
        finally:
            self._panel_edits = False

    @Slot(object)
    def _problems_changed(self, problems: tuple[Problem, ...]) -> None:
        self.flow.set_problems(tuple(problems))

    @Slot()
    def _go_to_problem(self) -> None:
        if self.flow.problems:
            self.panel.focus_field(self.flow.problems[0].field)

    @Slot(object, str)
    def _edit_requested(self, change: Callable[[Plan], Plan], text: str) -> None:
        try:
            plan = change(self.document.plan)
        except InputError as error:
            self.status.tell(error.fix)
        else:
            self.document.edit(plan, text)

    @Slot()
    def _pin(self) -> None:
        name = next_name(self.document.plan)
        self._edit_requested(pin_plan, translate("Undo", "Pin plan"))
        if name is not None and self.document.plan.pins[-1:] and self.document.plan.pins[-1].name == name:
            self.status.tell(translate("Main window", "Pinned as {name}").format(name=name))

    @Slot(str, float)
    def _finish_drag(self, page: str, x: float) -> None:
        self.plan_drag.finish(page, x)
        if not self.runner.busy:  # answered already, or refused: no new page will come to put the line in its place
            self.view.redraw_page()

    @Slot(str)
    def _show_drag_refusal(self, text: str) -> None:
        if text:
            sentence = translate("Main window", "The line cannot go there: {reason}.").format(reason=text)
            self.messages.show_message(DRAG_REFUSED, text=sentence)
        else:
            self.messages.clear(DRAG_REFUSED)

    @Slot(str)
    def _page_changed(self, name: str) -> None:
        self.actions_by_name.pages[name].setChecked(True)
        self.flow.look_at(name)

    @Slot()
    def _choose_page(self) -> None:
        self.view.choose_page(self.sender().data())

    @Slot()
    def _choose_theme(self) -> None:
        self.themes.set_mode(self.sender().data())

    def _label_of(self, field: str) -> str:
        try:
            return self.panel.row(field).label_text
        except KeyError:
            return field

    @Slot(object)
    def _show_file_notes(self, plan: Plan) -> None:
        notes = " ".join(warning.message for warning in self.document.warnings)
        if notes:
            self.messages.show_message(FILE_NOTES, text=notes)
        else:
            self.messages.clear(FILE_NOTES)

    @Slot(str)
    def _show_page_failure(self, text: str) -> None:
        self.messages.show_message(PAGE_FAILED, text=text)

    @Slot(str)
    def _show_crash(self, text: str) -> None:
        self.messages.show_message(CRASHED, text=text)

    @Slot(str)
    def _message_dismissed(self, name: str) -> None:
        if name == CRASHED.name and self._crash_handler is not None:
            self._crash_handler.acknowledge()

    @Slot()
    def _show_preferences(self) -> None:
        if self._windows is not None:
            self._windows.show_preferences()
        else:
            PreferencesDialog(self.settings, self.themes, self).show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take plan files that are dragged over the window."""
        if dropped_plans(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the plan files that were dropped, each where it belongs."""
        for path in dropped_plans(event):
            self.files.open_file(path)

    # Beginning and end

    def _restore(self) -> None:
        if not self.settings.geometry.isEmpty():
            self.restoreGeometry(self.settings.geometry)
        if not self.settings.splitter.isEmpty():
            self.splitter.restoreState(self.settings.splitter)
        self.view.choose_page(self.settings.page)
        self._page_changed(self.view.page)

    def keep_panel(self, width: int) -> None:
        """Give the panel this width, in pixels, and the answer the rest."""
        self.splitter.setSizes([width, max(self.width() - width, 1)])

    def give_up(self) -> None:
        """End everything that works on the document: the window closes, or another one takes the document up."""
        self.goal.close()
        self.files.stop()
        self.exports.stop()
        self.reports.stop()
        self.runner.shut_down()

    def take_up(self) -> None:
        """Show the document's last good answer, answer its plan, and keep its unsaved edits."""
        if self.document.advice is not None:
            self._show_advice(self.document.advice)
        self.flow.start()
        self.files.autosave.write_now()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before work is lost, remember the window, and stop the worker before anything is destroyed."""
        if not self.files.may_discard():
            event.ignore()
            return
        self.settings.geometry = self.saveGeometry()
        self.settings.splitter = self.splitter.saveState()
        self.settings.page = self.view.page
        self.settings.sync()
        self.hide()
        self.give_up()
        event.accept()
        self.closed.emit()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
