"""The left side of the window: the plan in plain words, read at every keystroke."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from advisor.budget import Budget, budget
from advisor.errors import InputError
from advisor.language import translate
from advisor.plan import Plan
from advisor.plan_edit import NEW_PLAN, default_value, with_value
from advisor.plan_file import check_plan, example_plans
from advisor.quantities import format_duration, format_flops
from advisor.recommendation import CandidateResult

from .fields import OVERHANG, Change, Facts, FieldRow, PanelRow, Problem
from .link_button import LinkButton
from .panel_style import panel_style
from .plan_groups.data_group import DataGroup
from .plan_groups.group import MARGIN, PlanGroup
from .plan_groups.hardware_group import HardwareGroup
from .plan_groups.student_group import StudentGroup
from .plan_groups.teacher_group import TeacherGroup
from .text_entry import TextEntry
from .text_size import px
from .theme import LIGHT, Theme, font, set_state

WIDTH = 400
HEAD_HEIGHT = 40


class PlanPanel(QWidget):
    """Shows a plan and turns what the user types into another one.

    Every field is read on its own, so a wrong one leaves the others working. The result is checked as a whole; a plan
    that does not hold together is kept in the fields, its first problem is marked, and nobody is told of it.

    Signals
    -------
    plan_edited(object, str, str)
        A new, valid `Plan`, the text of the step, and the key by which steps of one visit to a field merge.
    problems_changed(object)
        A tuple of `Problem`, empty when every field can be used.
    example_requested(object)
        The path of an example plan that the user wants to open.
    """

    plan_edited = Signal(object, str, str)
    problems_changed = Signal(object)
    example_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = NEW_PLAN
        self._opened = NEW_PLAN
        self._draft = NEW_PLAN
        self._budget: Budget | None = None
        self._never_shown = True
        self._quiet = 0
        self._own_defaults: Mapping[str, object] = {}
        self._problems: tuple[Problem, ...] = ()
        set_state(self, role="panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(px(WIDTH))
        self.setAccessibleName(translate("Plan panel", "Plan"))
        self._hardware = HardwareGroup()
        self._data = DataGroup()
        self._student = StudentGroup()
        self._teacher = TeacherGroup()
        self.groups: tuple[PlanGroup, ...] = (self._hardware, self._data, self._student, self._teacher)
        self._align_labels()
        self._scroll = QScrollArea()
        self._lay_out()
        for group in self.groups:
            group.edited.connect(self._edited)
            group.problems_changed.connect(self._tell_problems)
        self.set_theme(LIGHT)
        self.show_plan(NEW_PLAN)
        self._never_shown = True

    def _lay_out(self) -> None:
        self._name = TextEntry("name", None, default_value("name"))
        self._name.setMaxLength(200)
        self._name.setFont(font("section"))
        self._name.setAccessibleName(translate("Plan panel", "Name of the plan"))
        self._name.setToolTip(translate("Plan panel", "Click to rename the plan"))
        set_state(self._name, kind="title")
        self._name.value_edited.connect(self._renamed)
        self._examples = LinkButton(translate("Plan panel", "Example plans"), "chevron-down")
        self._examples.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.examples_menu = menu = QMenu(self._examples)
        for name, path in example_plans():
            menu.addAction(name).setData(path)
        menu.triggered.connect(self._example_chosen)
        self._examples.setMenu(menu)
        head = QWidget()
        head.setFixedHeight(px(HEAD_HEIGHT))
        head_layout = QHBoxLayout(head)
        head_layout.setContentsMargins(px(8), 0, MARGIN - OVERHANG, 0)
        head_layout.setSpacing(8)
        head_layout.addWidget(self._name, 1)
        head_layout.addWidget(self._examples)
        content = _Rows(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for index, group in enumerate(self.groups):
            if index:
                column.addWidget(_rule())
            column.addWidget(group)
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Clicking between fields takes the keyboard from them; it then scrolls.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit_scroll_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(_rule())
        layout.addWidget(self._scroll, 1)

    def _align_labels(self) -> None:
        """Give the labels of all rows one width: that of the longest."""
        rows = [row for group in self.groups for row in group.rows() if isinstance(row, FieldRow)]
        width = max(row.least_label_width() for row in rows)
        for row in rows:
            row.set_label_width(width)

    # What the window shows

    def show_plan(self, plan: Plan) -> None:
        """Show a plan without telling anyone.

        Text being typed stays where it says the plan's value. Text that cannot be read stays where this is the plan the
        panel itself made.
        """
        if self._never_shown:
            self._never_shown = False
            self._opened = plan
        own = plan == self._draft
        self._plan = self._draft = plan
        self._show(keep_wrong=own)

    def forget_typing(self, plan: Plan) -> None:
        """Start on another document: nothing typed stays, and the way back leads to this plan."""
        self._opened = plan
        self._plan = self._draft = plan
        self._show(keep_wrong=False)

    def show_own_defaults(self, defaults: Mapping[str, object]) -> None:
        """Say of which fields the user has defaults of their own, and what they are."""
        if defaults != self._own_defaults:
            self._own_defaults = defaults
            self._show(keep_wrong=True)

    def show_budget(self, budget: Budget) -> None:
        """Show what the plan can spend, where the panel does not know: an answer may be older than the plan."""
        if self._budget is None:
            self._hardware.budget_box.show_budget(budget, self._plan)

    def show_candidates(self, results: tuple[CandidateResult, ...], ranks: Mapping[str, str]) -> None:
        """Show how each existing teacher's student would do."""
        self._teacher.show_candidates(results, ranks)

    def set_stale(self, stale: bool) -> None:
        """Give ink way to muted ink where numbers belong to the last plan that could be used."""
        for group in self.groups:
            group.set_stale(translate("Plan panel", "for {plan}").format(plan=_said(self._plan)) if stale else "")

    def set_theme(self, theme: Theme) -> None:
        """Draw the panel in the colours of a theme."""
        self.setStyleSheet(panel_style(theme))
        self._examples.set_theme(theme)
        for group in self.groups:
            group.set_theme(theme)

    def open_known_models(self) -> None:
        """Open the catalogue of well-known open models, from which teachers are taken into the plan."""
        self._teacher.open_known_models()

    def focus_field(self, field: str) -> None:
        """Send the keyboard to a field of the plan, unfolding and scrolling to it; an unknown one is passed over."""
        if field == "name":
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        group, row = self._row_of(field)
        if group is None or row is None:
            return
        if row.isHidden():
            group.unfold()
        widget = row.first_widget()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, TextEntry):
            widget.selectAll()
        self._scroll.ensureWidgetVisible(row)

    def row(self, field: str) -> PanelRow:
        """Return the row that edits a field of the plan.

        Raises
        ------
        KeyError
            If none does.
        """
        row = self._row_of(field)[1]
        if row is None:
            raise KeyError(field)
        return row

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong, from top to bottom."""
        return self._problems

    # What the user does

    def _edited(self, change: Change, text: str, merge_key: str) -> None:
        self._take(change(self._draft), text, merge_key, self.sender())

    def _renamed(self, name: str) -> None:
        self._take(
            with_value(self._draft, "name", name),
            translate("Plan panel", "Rename the plan"),
            self._name.merge_key,
            None,
        )

    def _take(self, draft: Plan, text: str, merge_key: str, group: object) -> None:
        """Hold the plan that the fields now say, and tell it if it can be used."""
        refused: InputError | None = None
        try:
            self._draft = check_plan(draft)
        except InputError as error:
            self._draft = draft
            refused = error
        changed = refused is None and self._draft != self._plan
        if changed:
            self._plan = self._draft
        # Shown before it is told: whoever answers the plan would compete with the showing for the interpreter.
        self._show(keep_wrong=True, refused=refused, group=group)
        if changed:
            self.plan_edited.emit(self._plan, text, merge_key)

    def _refuse(self, error: InputError, group: object) -> None:
        found, row = self._row_of(error.field)
        if found is None or row is None:
            found = group if isinstance(group, PlanGroup) else self.groups[0]
            row = found.rows()[0]
        row.refuse(error.field, error.fix)
        if row.isHidden():
            found.unfold()

    def _row_of(self, field: str) -> tuple[PlanGroup | None, PanelRow | None]:
        rows = [(group, row) for group in self.groups for row in group.rows()]
        exact = ((group, row) for group, row in rows if field in row.fields())
        covering = ((group, row) for group, row in rows if row.covers(field))
        return next(exact, None) or next(covering, (None, None))

    def _example_chosen(self, action: object) -> None:
        self.example_requested.emit(action.data())

    # How it is shown

    def _show(self, *, keep_wrong: bool, refused: InputError | None = None, group: object = None) -> None:
        self._quiet += 1
        try:
            self._budget = budget(self._draft)
        except InputError:
            self._budget = None
        facts = Facts(self._draft, self._budget, self._opened, self._own_defaults)
        self._name.show_value(self._draft.name, keep_wrong=keep_wrong)
        for shown_group in self.groups:
            for row in shown_group.rows():
                row.accept()
            shown_group.show_plan(facts, keep_wrong)
        if refused is not None:
            self._refuse(refused, group)
        elif self._budget is not None:
            self._hardware.budget_box.show_budget(self._budget, self._plan)
        self._quiet -= 1
        self._tell_problems()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Otherwise the window would start in the plan's name, as if it asked for one.
        if self.window().focusWidget() is None:
            self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_scroll_bar(self, low: int, high: int) -> None:
        """Let the scroll bar take its room from the margin, so that nothing else moves."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if high > low else 0
        for group in self.groups:
            group.set_right_margin(MARGIN - bar)

    def _tell_problems(self) -> None:
        problems = tuple(problem for group in self.groups for problem in group.problems())
        if not self._quiet and problems != self._problems:
            self._problems = problems
            self.problems_changed.emit(problems)


class _Rows(QWidget):
    """What scrolls, upwards only: it makes the panel as wide as its rows need."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self._panel = panel

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        view = self.parentWidget()
        area = view.parentWidget() if view is not None else None
        if event.type() == QEvent.Type.LayoutRequest and isinstance(area, QScrollArea):
            bar = area.verticalScrollBar()
            room = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
            self._panel.setMinimumWidth(max(px(WIDTH), self.minimumSizeHint().width() + room))
        return handled


def _said(plan: Plan) -> str:
    """Return what a plan's budget was worked out for."""
    if plan.budget_flops is None and plan.hardware is not None:
        return format_duration(plan.hardware.hours)
    return "" if plan.budget_flops is None else format_flops(plan.budget_flops)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    rule.setFixedHeight(1)
    return rule
