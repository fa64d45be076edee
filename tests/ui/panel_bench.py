"""A plan panel and a document, connected as the window connects them, and hands to type with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from advisor.plan import Plan
from advisor.plan_edit import value_at
from advisor.plan_file import example_plans, load_plan
from ui.document import Document
from ui.fields import FieldRow, Problem
from ui.plan_panel import PlanPanel
from ui.text_entry import TextEntry

EXAMPLE = load_plan(example_plans()[0][1])[0]


@dataclass
class Bench:
    """A panel and a document, connected as the window connects them."""

    panel: PlanPanel
    document: Document
    problems: list[tuple[Problem, ...]] = field(default_factory=list)
    edits: list[tuple[Plan, str, str]] = field(default_factory=list)

    def note_problems(self, problems: tuple[Problem, ...]) -> None:
        self.problems.append(problems)

    def note_edit(self, plan: Plan, text: str, merge_key: str) -> None:
        self.edits.append((plan, text, merge_key))

    def row(self, name: str) -> FieldRow:
        row = self.panel.row(name)
        assert isinstance(row, FieldRow)
        return row

    def entry(self, name: str) -> TextEntry:
        return next(entry for entry in self.row(name).entries() if entry.field.startswith(name))

    def value(self, name: str) -> Any:
        return value_at(self.document.plan, name)


def connected(qtbot: QtBot, plan: Plan) -> Bench:
    panel, document = PlanPanel(), Document(plan)
    qtbot.addWidget(panel)
    bench = Bench(panel, document)
    panel.plan_edited.connect(bench.note_edit)
    panel.plan_edited.connect(document.edit)
    panel.problems_changed.connect(bench.note_problems)
    document.replaced.connect(panel.forget_typing)
    document.plan_changed.connect(panel.show_plan)
    panel.show_plan(plan)
    panel.resize(400, 900)
    panel.show()
    panel.activateWindow()
    return bench


def type_text(entry: QLineEdit, text: str) -> None:
    """Replace the text of a field, key by key."""
    entry.selectAll()
    if not text:
        QTest.keyClick(entry, Qt.Key.Key_Delete)
    for character in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(entry, event)
