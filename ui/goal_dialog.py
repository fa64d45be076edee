"""Goal seek: a window beside the work that turns the question round and follows the plan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from advisor.goal.seek import Goal, GoalAnswer, GoalChange, GoalRequest, goal_seek
from advisor.language import translate
from advisor.plan import Plan

from .compute_runner import ComputeRunner
from .document import Document
from .goal_fields import GoalFields, KeptGoals
from .goal_table import GoalTable
from .help_dialog import scrolled
from .screen_room import room_on_screen
from .text_size import px
from .theme import Theme, font, line_height, set_state

FIRST_SIZE = QSize(880, 568)
SLOW_MILLISECONDS = 150
SENTENCE_LINES = 2


def seek(request: GoalRequest, should_stop: Callable[[], bool]) -> GoalAnswer:
    """Answer a goal on the worker thread; too quick to be worth stopping half-way."""
    return goal_seek(request.plan, request.goal)


class GoalDialog(QDialog):
    """Asks what is fixed, answers for every method, and changes the plan where told to.

    Parameters
    ----------
    document : Document
        Whose plan is asked about; its changes are followed.
    runner : ComputeRunner, optional
        Answers a `GoalRequest`; shut down when the window closes.
    kept : KeptGoals, optional
        What was typed when the window was open before.
    """

    def __init__(
        self,
        document: Document,
        parent: QWidget | None = None,
        runner: ComputeRunner | None = None,
        kept: KeptGoals | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Goal seek", "Goal seek"))
        self._document = document
        self._closed = False
        self._runner = ComputeRunner(seek, self) if runner is None else runner
        self._asked: GoalRequest | None = None
        self._applied: tuple[Plan, Goal] | None = None
        self.answer: GoalAnswer | None = None
        self.fields = GoalFields(document.plan, kept=kept)
        self.sentence = QLabel()
        self.table = GoalTable()
        self.notes = QLabel()
        self.caption = QLabel()
        self.close_button = QPushButton(translate("Goal seek", "Close"))
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MILLISECONDS)
        self._slow.timeout.connect(self._show_state)
        self._lay_out()
        self.fields.goal_changed.connect(self._ask)
        self.table.apply_requested.connect(self._apply)
        self.close_button.clicked.connect(self.close)
        document.plan_changed.connect(self._follow)
        self._runner.result_ready.connect(self._show_answer)
        self._runner.failed.connect(self._show_failure)
        self._runner.busy_changed.connect(self._busy_changed)
        self._ask()
        self.fields.focus_first()

    def _lay_out(self) -> None:
        self.sentence.setFont(font("section"))
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.sentence.setMinimumHeight(SENTENCE_LINES * line_height("section"))
        for label in (self.sentence, self.notes):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self.notes, self.caption):
            label.setFont(font("caption"))
            label.setWordWrap(True)
            set_state(label, tone="muted")
        self.sentence.setAccessibleName(translate("Goal seek", "Answer"))
        self.caption.setAccessibleName(translate("Goal seek", "What Apply does"))
        self.close_button.setAutoDefault(False)
        rule = QFrame()
        set_state(rule, role="rule")
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.caption, 1)
        foot.addWidget(self.close_button)
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(24, 16, 24, 8)
        rows.setSpacing(8)
        rows.addWidget(self.fields)
        rows.addWidget(rule)
        rows.addSpacing(8)
        rows.addWidget(self.sentence)
        rows.addWidget(self.table)
        rows.addWidget(self.notes)
        rows.addStretch(1)
        foot.setContentsMargins(24, 0, 24, 0)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 16)
        self._area = scrolled(content)  # for large text on a small screen
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.addWidget(self._area, 1)
        around.addLayout(foot)
        self._enlarge(QSize(px(FIRST_SIZE.width()), px(FIRST_SIZE.height())))

    def _enlarge(self, size: QSize) -> None:
        """Be as large as this, as far as the screen has room."""
        self.resize(self.size().expandedTo(size) if self.isVisible() else size)
        self.resize(self.size().boundedTo(room_on_screen(self) - QSize(16, 48)))

    @property
    def is_current(self) -> bool:
        """Whether what is shown answers the goal in the fields for the plan as it is."""
        shown = self.answer
        return (
            shown is not None
            and not self.fields.problem
            and shown.plan == self._document.plan
            and shown.goal == self.fields.goal
        )

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.fields.set_theme(theme)
        self.table.set_theme(theme)

    def done(self, result: int) -> None:
        """Close, by whatever way, and stop the worker before anything is destroyed."""
        if self._closed:
            return
        self._closed = True
        self._document.plan_changed.disconnect(self._follow)
        self._slow.stop()
        self._runner.shut_down()
        super().done(result)

    @Slot(object)
    def _follow(self, plan: object) -> None:
        self.fields.show_plan(self._document.plan)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        request = GoalRequest(self._document.plan, self.fields.goal)
        if not self.fields.problem and request != self._asked:
            self._asked = request
            self._runner.submit(request)
        self._show_state()

    @Slot(int, object)
    def _show_answer(self, request: int, answer: GoalAnswer) -> None:
        first, self.answer = self.answer is None, answer
        self.sentence.setText(answer.sentence)
        set_state(self.sentence, tone=None)
        self.table.show_answer(answer)
        self.table.setVisible(bool(answer.rows))
        if first and answer.rows:
            self._enlarge(QSize(self.table.needed_width + 2 * 24, self.height()))
        self.notes.setText(" ".join(answer.notes))
        self.notes.setVisible(bool(answer.notes))
        if self._applied is None or self._applied != (answer.plan, answer.goal):
            self.caption.setText(answer.hint)
        self._show_state()

    @Slot(int, str, str)
    def _show_failure(self, request: int, text: str, field: str) -> None:
        self._asked = None  # the next change asks again
        self.sentence.setText(f"{text.rstrip('.')}.")
        set_state(self.sentence, tone="error")
        self._show_state()

    @Slot(bool)
    def _busy_changed(self, busy: bool) -> None:
        if busy:
            self._slow.start()
        else:
            self._slow.stop()
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        """Let an answer that is no longer the fields' or the plan's step back, but not for the blink of an eye."""
        current = self.is_current
        self.table.set_current(current)
        if self.sentence.property("tone") != "error":
            blink = self._runner.busy and self._slow.isActive() and not self.fields.problem
            set_state(self.sentence, tone=None if current or blink else "muted")

    @Slot(object)
    def _apply(self, change: GoalChange) -> None:
        if self.is_current:
            plan = change.apply(self._document.plan)
            self._applied = plan, self.fields.goal
            self.caption.setText(translate("Goal seek", "Done: {what}. Undo takes it back.").format(what=change.done))
            self._document.edit(plan, change.undo_text)
