"""The table of existing teachers: edited in place, live at every keystroke."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from advisor.language import translate
from advisor.names import estimated
from advisor.plan import Plan
from advisor.plan_edit import with_candidate, with_new_candidate, without_candidate
from advisor.recommendation import CandidateResult

from .candidate_cells import FIELD, ROW_HEIGHT, CandidateDelegate, CandidateView
from .candidate_model import FIELDS, NAME, CandidateModel
from .echo_line import EchoLine
from .fields import OVERHANG, Change, Facts, PanelRow, Problem, Shown
from .link_button import LinkButton
from .text_entry import TextEntry
from .text_size import px
from .theme import Theme

MOST_ROWS = 10
NO_INDEX = QModelIndex()


class CandidateTable(PanelRow):
    """Existing teachers; applies where the teacher exists.

    Enter, F2 or typing edits a cell, Escape takes the edit back, Delete removes the row.

    Signals
    -------
    current_changed(int)
        Another candidate has the keyboard; -1 for none.
    known_models_requested()
        The user wants to choose from the catalogue of known models.
    """

    current_changed = Signal(int)
    known_models_requested = Signal()

    def __init__(self) -> None:
        super().__init__(FIELD, translate("Teacher table", "Candidates"))
        self._facts: Facts | None = None
        self._refused: tuple[str, str] = ("", "")
        self._before: tuple[int, int, Any] | None = None
        self._last_key = ""
        self._step_text = ""
        self.model = CandidateModel(self)
        self.view = CandidateView(self)
        self.view.setModel(self.model)
        self._delegate = CandidateDelegate(self)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(translate("Teacher table", "Candidates: teachers that exist"))
        self._delegate.typed.connect(self._typed)
        self._delegate.opened.connect(self._opened)
        self._delegate.closeEditor.connect(self._closed)
        self.view.remove_requested.connect(self.remove_current)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.model.modelReset.connect(self._rows_changed)
        self._caption = EchoLine(self)
        self.add_button = LinkButton(
            translate("Teacher table", "Add candidate"), "plus", trailing=False, muted=False, parent=self
        )
        self.add_button.clicked.connect(self.add)
        self.known_button = LinkButton(
            translate("Teacher table", "Known models…"), "search", trailing=False, muted=False, parent=self
        )
        self.known_button.setToolTip(translate("Teacher table", "Choose from well-known open models"))
        self.known_button.clicked.connect(self.known_models_requested)
        self.remove_button = LinkButton(
            translate("Teacher table", "Remove"), "minus", trailing=False, muted=False, parent=self
        )
        self.remove_button.setToolTip(translate("Teacher table", "Remove the candidate that has the keyboard (Delete)"))
        self.remove_button.clicked.connect(self.remove_current)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(4)
        foot.addStretch(1)
        foot.addWidget(self.remove_button)
        foot.addWidget(self.known_button)
        foot.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(4)
        around = QHBoxLayout()
        around.setContentsMargins(0, 0, OVERHANG, 0)
        around.addWidget(self.view)
        layout.addLayout(around)
        layout.addWidget(self._caption)
        layout.addLayout(foot)
        self._rows_changed()

    @property
    def current(self) -> int:
        """The row of the candidate that has the keyboard; -1 for none."""
        return self.view.currentIndex().row()

    def show_results(self, results: tuple[CandidateResult, ...], ranks: Mapping[str, str]) -> None:
        """Show how each candidate's student would do."""
        self.model.set_results(results, ranks)

    def set_stale(self, stale: bool) -> None:
        """Give ink way to muted ink while results belong to an older plan."""
        self._delegate.stale = stale
        self.view.viewport().update()

    def add(self) -> None:
        """Add a candidate and start to write its name."""
        name = translate("Teacher table", "New teacher")
        self._tell(lambda plan: with_new_candidate(plan, name), translate("Undo", "Add candidate"))
        row = self.model.rowCount() - 1
        if row >= 0:
            self._edit(row, NAME)

    def remove_current(self) -> None:
        """Remove the candidate that has the keyboard."""
        row = self.current
        if row >= 0:
            text = translate("Undo", "Remove candidate {name}").format(name=self.model.candidates[row].name)
            self._tell(lambda plan: without_candidate(plan, row), text)
            self.view.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), NAME))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # What a group asks of its rows

    def problems(self) -> tuple[Problem, ...]:
        found = [
            Problem(f"{FIELD}[{row}].{FIELDS[column]}", self._label_of(row), fix)
            for (row, column), (_, fix) in self.model.wrong().items()
        ]
        field, fix = self._refused
        if fix:
            found.append(Problem(field, self.label_text, fix))
        return tuple(found)

    def refuse(self, field: str, fix: str) -> None:
        self._refused = (field, fix)
        self._show_caption()
        self.problem_changed.emit()

    def accept(self) -> None:
        if self._refused[1]:
            self._refused = ("", "")
            self._show_caption()
            self.problem_changed.emit()

    def show_plan(self, facts: Facts, keep_wrong: bool = True) -> Shown:
        self._facts = facts
        teacher = facts.plan.teacher
        if not keep_wrong and self.model.wrong():
            self.model.clear_wrong()
            self.problem_changed.emit()
        self.model.set_candidates(teacher.candidates)
        self.view.setEnabled(teacher.exists)
        self.add_button.setEnabled(teacher.exists)
        self.remove_button.setEnabled(teacher.exists)
        self._delegate.unused = not teacher.exists
        self._show_caption()
        return Shown(visible=teacher.exists or bool(teacher.candidates))

    def first_widget(self) -> QWidget:
        for row, column in self.model.wrong():
            self._edit(row, column)
            break
        editor = self.view.indexWidget(self.view.currentIndex())
        return editor or self.view.findChild(TextEntry) or self.view

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self._caption.set_theme(theme)
        self.add_button.set_theme(theme)
        self.known_button.set_theme(theme)
        self.remove_button.set_theme(theme)
        self.view.viewport().update()

    # What the user does

    def _edit(self, row: int, column: int) -> None:
        index = self.model.index(row, column)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.setCurrentIndex(index)
        self.view.edit(index)

    def _opened(self, row: int, column: int) -> None:
        self._before = (row, column, self.model.value(row, column))

    def _typed(self, row: int, column: int, value: object, text: str, fix: str, merge_key: str) -> None:
        self._last_key = merge_key
        had_wrong = bool(self.model.wrong())
        self.model.set_wrong(row, column, text, fix)
        if not fix:
            text = translate("Undo", "Change candidate {name}").format(name=self.model.candidates[row].name)
            self._tell(self._change(row, column, value), text, merge_key)
        if had_wrong or fix:
            self._show_caption()
            self.problem_changed.emit()

    def _tell(self, change: Change, text: str, merge_key: str = "") -> None:
        self._step_text = text
        self.edited.emit(change, merge_key)

    def step_text(self) -> str:
        return self._step_text

    def _closed(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint is QAbstractItemDelegate.EndEditHint.RevertModelCache and self._before is not None:
            row, column, value = self._before
            self._typed(row, column, value, "", "", self._last_key)
        self._before = None

    def _change(self, row: int, column: int, value: object) -> Change:
        changes = self.model.changes(column, value)

        def change(plan: Plan) -> Plan:
            return with_candidate(plan, row, **changes) if row < len(plan.teacher.candidates) else plan

        return change

    # How it looks

    def _label_of(self, row: int) -> str:
        return translate("Teacher table", "Candidate {name}").format(name=self.model.candidates[row].name)

    def _show_caption(self) -> None:
        fix = next((fix for _, fix in self.model.wrong().values()), "") or self._refused[1]
        if fix:
            self._caption.show_text(fix, wrong=True)
        elif self._facts is not None and not self._facts.plan.teacher.exists:
            self._caption.show_text(translate("Teacher table", "Unused: no teacher exists"), wrong=False)
        elif not self.model.rowCount():
            self._caption.show_text(translate("Teacher table", "None yet: any teacher may be chosen"), wrong=False)
        else:
            self._caption.show_text(self._size_caption(), wrong=False)
        self.view.setAccessibleDescription(fix)

    def _size_caption(self) -> str:
        if any(candidate.loss is None for candidate in self.model.candidates):
            return translate("Teacher table", "* Without embeddings; losses {estimated}").format(estimated=estimated())
        return translate("Teacher table", "* Without embeddings")

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.remove_button.setVisible(current.isValid())
        if current.row() != previous.row():
            self.current_changed.emit(current.row())

    def _rows_changed(self) -> None:
        rows = self.model.rowCount()
        self.view.setVisible(rows > 0)
        self.remove_button.hide()
        shown = max(1, min(rows, MOST_ROWS))
        self.view.setFixedHeight((1 + shown) * px(ROW_HEIGHT) + 2)
        self.current_changed.emit(-1)
