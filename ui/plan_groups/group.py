"""A group of the plan panel: title, the rows everyone needs, and further ones behind "More"."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor.language import translate
from ui.fields import FIELD_HEIGHT, OVERHANG, Change, Facts, PanelRow, Problem
from ui.help_terms import QuietTermButton, TermButton
from ui.link_button import LinkButton
from ui.text_size import px
from ui.theme import Theme, font

MARGIN = 16


class PlanGroup(QWidget):
    """Title and rows, stacked; rows behind "More" show when it is unfolded.

    Signals
    -------
    edited(object, str, str)
        The user changed something: a function from the old plan to the new one, the step's text, and the key by which
        steps merge.
    problems_changed()
        `problems` are others.
    """

    edited = Signal(object, str, str)
    problems_changed = Signal()
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, title: str, parent: QWidget | None = None, *, term: str = "") -> None:
        super().__init__(parent)
        self._rows: list[PanelRow] = []
        self._facts: Facts | None = None
        self._showing = False
        self._unfolded = False
        self.setAccessibleName(title)
        self._title = QLabel(title, self)
        self._title.setFont(font("section"))
        self._title.setFixedHeight(px(24))
        self._more = LinkButton(translate("Plan panel", "More"), "chevron-right", parent=self)
        self._more.setCheckable(True)
        self._more.setAccessibleName(translate("Plan panel", "More about {group}").format(group=title))
        self._more.toggled.connect(self.unfold)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(TermButton(term, self))
        head.addStretch(1)
        head.addWidget(self._more)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self.set_right_margin(MARGIN)
        self._layout.addLayout(head)
        self._layout.addSpacing(4)
        self._show_more()

    @property
    def unfolded(self) -> bool:
        """Whether the rows behind "More" show."""
        return self._unfolded

    @property
    def more_button(self) -> LinkButton:
        """The button that unfolds the further rows."""
        return self._more

    def rows(self) -> tuple[PanelRow, ...]:
        """Return all rows from top to bottom, shown or not."""
        return tuple(self._rows)

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong in this group, from top to bottom."""
        return tuple(problem for row in self._rows for problem in row.problems())

    def add_row(self, row: PanelRow, *, more: bool = False) -> None:
        """Add a row below the others."""
        row.more = more
        self._rows.append(row)
        self._layout.addWidget(row)
        row.order_tabs()
        QuietTermButton(row.term, row, px(FIELD_HEIGHT), stop=False)
        row.edited.connect(self._row_edited)
        row.problem_changed.connect(self._row_problem_changed)

    def add_rows(self, rows: Iterable[PanelRow], *, more: bool = False) -> None:
        """Add rows below the others."""
        for row in rows:
            self.add_row(row, more=more)

    def add_widget(self, widget: QWidget, space_below: int = 0) -> None:
        """Add something that is no row, such as the budget box."""
        around = QHBoxLayout()
        around.setContentsMargins(0, 0, OVERHANG, space_below)
        around.addWidget(widget)
        self._layout.addLayout(around)

    def set_right_margin(self, margin: int) -> None:
        """Leave so many pixels free at the right, a scroll bar included."""
        # At the left stands the quiet "?" of each row, as large as the text.
        self._layout.setContentsMargins(px(MARGIN), 8, max(0, margin - OVERHANG), 0)

    def show_plan(self, facts: Facts, keep_wrong: bool = True) -> None:
        """Show the plan in every row."""
        self._facts = facts
        self._showing = True
        for row in self._rows:
            shown = row.show_plan(facts, keep_wrong)
            row.setVisible(shown.visible and not (self._folds(row) and not shown.promoted))
        self._showing = False
        self._show_more()

    def unfold(self, unfolded: bool = True) -> None:
        """Show or hide the rows behind "More"."""
        if unfolded != self._unfolded:
            self._unfolded = unfolded
            if self._facts is not None:
                self.show_plan(self._facts)
            self._show_more()
        self._more.setChecked(unfolded)

    def set_stale(self, text: str) -> None:
        """Say that what was computed belongs to an older plan; "" when it does not. Rows are never stale."""

    def set_theme(self, theme: Theme) -> None:
        """Draw icons in the colours of a theme."""
        self._more.set_theme(theme)
        for row in self._rows:
            row.set_theme(theme)

    def _folds(self, row: PanelRow) -> bool:
        """Return whether a row is behind "More" and may stay there: nothing is wrong and nobody is typing in it."""
        return (
            row.more and not self._unfolded and not row.problems() and not row.isAncestorOf(self.window().focusWidget())
        )

    def _show_more(self) -> None:
        self._more.setVisible(any(row.more for row in self._rows))
        self._more.setText(translate("Plan panel", "Less") if self._unfolded else translate("Plan panel", "More"))
        self._more.set_icon_name("chevron-down" if self._unfolded else "chevron-right")

    def _row_edited(self, change: Change, merge_key: str) -> None:
        row = self.sender()
        self.edited.emit(change, row.step_text(), merge_key)

    def _row_problem_changed(self) -> None:
        row = self.sender()
        if row.problems():
            row.show()
        self.problems_changed.emit()
