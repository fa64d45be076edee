"""Two hundred random edits of every kind, each one step with a telling name, are taken back and made again exactly."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from advisor.errors import Cancelled
from advisor.pins import rename_pin
from advisor.plan import Plan
from advisor.plan_edit import NEW_PLAN, with_value
from advisor.plan_file import dump_plan, example_plans, load_plan, parse_plan
from tests.ui.panel_bench import EXAMPLE, type_text
from ui.candidate_model import NAME, SIZE, TRAINING
from ui.candidate_table import CandidateTable
from ui.choice_row import ChoiceRow, DropDown
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.main_window import MainWindow
from ui.settings import MemoryStore, Settings
from ui.text_entry import TextEntry

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

EDITS = 200
MOST_TRIES = 4
"""How often as many edits are tried: some have nothing to change, such as removing what is not there."""

TEXTS = {
    "hardware.count": ("8", "64", "1024", "16"),
    "hardware.hours": ("3 weeks", "500 h", "9 days", "240"),
    "hardware.utilization": ("41 %", "0.35", ""),
    "hardware.price_per_hour": ("2.10", "4", ""),
    "hardware.peak_tflops": ("1.5 PFLOP/s", "900", ""),
    "hardware.measured_tflops": ("400", "350", ""),
    "hardware.contingency": ("10 %", "5 %", "0"),
    "hardware.pue": ("1,4", "1.1"),
    "hardware.carbon_g_per_kwh": ("35 g/kWh", "400", "250"),
    "currency": ("EUR", "CHF", "USD"),
    "budget_flops": ("1e23", "5e22", "2e24"),
    "data.student_tokens": ("200B", "1T", ""),
    "data.teacher_tokens": ("1T", "500B", ""),
    "student.parameters": ("1.5B", "3B", "700M"),
    "student.memory_gb": ("8 GB", "24", ""),
    "student.bits": ("16", "8", "4"),
    "student.served_tokens": ("2T", "10T", ""),
    "architecture.context": ("8192", "2048"),
    "architecture.vocabulary": ("128,256", "32,000"),
    "architecture.aspect_ratio": ("100", "64"),
    "architecture.ffn_ratio": ("3.5", "4"),
    "architecture.ffn_matrices": ("2", "3"),
    "architecture.gqa_group": ("4", "8", "1"),
    "teacher.students": ("4 students", "2", "1"),
    "teacher.max_training_tokens": ("5T", "15T"),
}
CELLS = {NAME: ("Big one", "R&D 7B", "Ours"), SIZE: ("9B", "70B", "3B"), TRAINING: ("3T", "1.95", "15T")}


def never(plan: Plan, should_stop: object) -> None:
    """Answer nothing: this is about the plan."""
    raise Cancelled


@pytest.fixture
def window(qtbot: Any, tmp_path: Path) -> Iterator[MainWindow]:
    settings = Settings(MemoryStore())
    settings.recovery_folder = tmp_path / "recovery"
    window = MainWindow(Document(), ComputeRunner(never), settings)
    window.show()
    window.document.new(EXAMPLE)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    for group in window.panel.groups:
        group.unfold()
    yield window
    window.document.undo_stack.setClean()
    window.close()
    window.deleteLater()


class Hands:
    """Edits a plan by the ways the window offers; every method is one gesture and may find nothing to change."""

    def __init__(self, window: MainWindow, chance: random.Random, wait: Callable[[Callable[[], bool]], None]) -> None:
        self.window, self.chance, self._wait = window, chance, wait

    @property
    def table(self) -> CandidateTable:
        row = self.window.panel.row("teacher.candidates")
        assert isinstance(row, CandidateTable)
        return row

    def return_to_the_window(self) -> None:
        """Come back from a window beside it: without the keyboard no field knows that it is visited."""
        self.window.activateWindow()
        self._wait(lambda: QApplication.activeWindow() is self.window)

    def leave(self) -> None:
        """Go elsewhere with the keyboard, so that the next visit is a step of its own."""
        self.window.view.tabs.setFocus()

    def type_in_a_field(self) -> None:
        entries = [entry for entry in self.window.panel.findChildren(TextEntry) if entry.field in TEXTS]
        entry = self.chance.choice([entry for entry in entries if entry.isVisible() and entry.isEnabled()])
        self._type(entry, self.chance.choice(TEXTS[entry.field]))

    def type_a_range(self) -> None:
        entries = self.window.panel.row("teacher.parameters_range").entries()  # type: ignore[attr-defined]
        if entries[0].isVisible() and entries[0].isEnabled():
            which = self.chance.randrange(2)
            self._type(entries[which], self.chance.choice((("1M", "100M", "1B"), ("1T", "10T", "200B"))[which]))
        else:  # only a teacher that may be chosen freely has a range
            self._say_that_a_teacher_exists(False)

    def rename_the_plan(self) -> None:
        self._type(self.window.panel._name, self.chance.choice(("Plan & B", "For the board / 2", "🦙 中文")))

    def choose_an_accelerator(self) -> None:
        picker = self.window.panel.row("hardware.accelerator").picker  # type: ignore[attr-defined]
        if picker.isVisible() and picker.isEnabled():
            picker.setFocus()
            picker.choose(self.chance.choice(("b200", "h100-sxm5", "t4", "a100-80gb-sxm")))
            self.leave()

    def choose_of_a_few(self) -> None:
        rows = [row for group in self.window.panel.groups for row in group.rows() if isinstance(row, ChoiceRow)]
        row = self.chance.choice([row for row in rows if row.isVisible()])
        if isinstance(row.choice, DropDown):
            index = self.chance.randrange(row.choice.count())
            row.choice.setCurrentIndex(index)
            row.choice.activated.emit(index)
        elif row.choice.isEnabled():
            self.chance.choice(row.choice.buttons()).click()

    def swap_hardware_and_compute(self) -> None:
        self.window.panel.groups[0].budget_box.switch.click()  # type: ignore[attr-defined]

    def drag_a_line(self) -> None:
        page = self.chance.choice(("budget", "student", "schedule"))
        view = self.window.view
        low, high = (8.5, 10.5) if page == "student" else (21.0, 24.0)
        for _ in range(self.chance.randrange(1, 6)):
            view.line_moved.emit(page, 10 ** self.chance.uniform(low, high))
            QApplication.processEvents()
        view.line_let_go.emit(page, 10 ** self.chance.uniform(low, high))

    def add_a_candidate(self) -> None:
        if self.table.add_button.isVisible() and self.table.add_button.isEnabled():
            self.table.add_button.click()
            self.leave()

    def remove_a_candidate(self) -> None:
        rows = self.table.model.rowCount()
        if not self.table.remove_button.isEnabled():
            self._say_that_a_teacher_exists(True)
        elif rows:
            self.table.view.setCurrentIndex(self.table.model.index(self.chance.randrange(rows), NAME))
            self.table.remove_button.click()

    def edit_a_candidate(self) -> None:
        rows = self.table.model.rowCount()
        if not self.table.view.isEnabled():
            self._say_that_a_teacher_exists(True)
        elif rows:
            column = self.chance.choice(sorted(CELLS))
            index = self.table.model.index(self.chance.randrange(rows), column)
            self.table.view.setFocus()
            self.table.view.setCurrentIndex(index)
            self.table.view.edit(index)
            entry = self.table.view.findChildren(TextEntry)[-1]
            type_text(entry, self.chance.choice(CELLS[column]))
            self.leave()
            QApplication.processEvents()
            self.window.panel.show_plan(self.window.document.plan)  # a name that another one has is given up

    def pin_the_plan(self) -> None:
        self.window.actions_by_name.pin.trigger()

    def rename_a_pin(self) -> None:
        pins = len(self.window.document.plan.pins)
        if pins:
            which, name = self.chance.randrange(pins), f"Pin {self.chance.randrange(10**6)}"
            self.window.view.edit_requested.emit(lambda plan: rename_pin(plan, which, name), "Rename pin")

    def apply_a_goal(self) -> None:
        window = self.window
        window.actions_by_name.goal.trigger()
        dialog = window.goal.dialog
        assert dialog is not None
        self._wait(lambda: dialog.is_current)
        buttons = [button for button in dialog.table.buttons() if button.isEnabled()]
        if buttons:
            self.chance.choice(buttons).click()
        dialog.close()
        self.return_to_the_window()

    def add_known_teachers(self) -> None:
        self.window.actions_by_name.known_models.trigger()
        dialog = self.window.panel._teacher.known_models
        assert dialog is not None
        dialog.search_field.setText(self.chance.choice(("llama", "qwen", "gemma", "mistral", "olmo")))
        if self.chance.random() < 0.3:
            dialog.view.selectAll()
        dialog.add_button.click()
        dialog.close()
        self.return_to_the_window()

    def _say_that_a_teacher_exists(self, exists: bool) -> None:
        row = self.window.panel.row("teacher.exists")
        assert isinstance(row, ChoiceRow)
        row.choice.buttons()[0 if exists else 1].click()  # type: ignore[union-attr]

    def _type(self, entry: TextEntry, text: str) -> None:
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
        type_text(entry, text)
        if entry.problem:  # what the rest of the plan does not allow is given up
            self.window.panel.show_plan(self.window.document.plan)
        self.leave()


NAMES: dict[str, str] = {
    "type_in_a_field": r"Change [A-Z].+",
    "type_a_range": r"Change (Size range|Exists)",
    "rename_the_plan": r"Rename the plan",
    "choose_an_accelerator": r"Change Accelerators",
    "choose_of_a_few": r"Change [A-Z].+",
    "swap_hardware_and_compute": r"Plan with (hardware|an amount of compute)",
    "drag_a_line": r"Drag the (budget|student’s size)",
    "add_a_candidate": r"Add candidate",
    "remove_a_candidate": r"Remove candidate .+|Change Exists",
    "edit_a_candidate": r"Change candidate .+|Change Exists",
    "pin_the_plan": r"Pin plan",
    "rename_a_pin": r"Rename pin",
    "apply_a_goal": r"[A-Z].+",
    "add_known_teachers": r"Add .+",
}
"""Every kind of edit, by the method of `Hands` that makes it, and what its step is called."""


def test_two_hundred_random_edits_are_taken_back_and_made_again(
    qtbot: Any, window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    document, stack = window.document, window.document.undo_stack
    chance = random.Random(1)
    hands = Hands(window, chance, lambda ready: qtbot.waitUntil(ready, timeout=10_000))
    plans: list[Plan] = [document.plan]
    names: list[str] = []
    made: Counter[str] = Counter()
    for _ in range(MOST_TRIES * EDITS):
        kind = min(chance.sample(sorted(NAMES), 2), key=lambda kind: made[kind])
        getattr(hands, kind)()
        assert stack.count() == stack.index()
        assert stack.count() - len(names) in (0, 1), f"{kind} is more than one step"
        if stack.count() == len(names):
            assert document.plan == plans[-1], f"{kind} changed the plan without a step"
            continue
        assert document.plan != plans[-1], f"{kind} is a step that changed nothing"
        assert re.fullmatch(NAMES[kind], stack.undoText()), (kind, stack.undoText())
        assert parse_plan(dump_plan(document.plan))[0] == document.plan, "every step could be saved"
        plans.append(document.plan)
        names.append(stack.undoText())
        made[kind] += 1
        if len(names) == EDITS:
            break
    assert len(names) == EDITS
    assert set(made) == set(NAMES), "a kind of edit that never changed anything"
    with capsys.disabled():
        print(f"\n{EDITS} edits: " + ", ".join(f"{count} × {kind}" for kind, count in sorted(made.items())))

    for before, name in zip(plans[-2::-1], reversed(names), strict=True):
        assert window.actions_by_name.undo.text().replace("&&", "&") == f"&Undo {name}"
        window.actions_by_name.undo.trigger()
        assert document.plan == before
    assert document.plan == EXAMPLE
    assert dump_plan(document.plan) == dump_plan(EXAMPLE)
    assert not document.dirty
    assert not window.actions_by_name.undo.isEnabled()
    shown_after_undo = shown(window)
    for after, name in zip(plans[1:], names, strict=True):
        assert window.actions_by_name.redo.text().replace("&&", "&") == f"&Redo {name}"
        window.actions_by_name.redo.trigger()
        assert document.plan == after
    assert dump_plan(document.plan) == dump_plan(plans[-1])
    assert not window.actions_by_name.redo.isEnabled()
    shown_after_redo = shown(window)
    while stack.canUndo():
        stack.undo()
    assert shown(window) == shown_after_undo
    window.document.new(plans[-1])
    assert shown(window) == shown_after_redo, "the fields say what they would for the plan opened anew"
    assert not stack.canUndo()
    assert not stack.canRedo()


def shown(window: MainWindow) -> dict[str, str]:
    """Return what the text fields say that can be seen; how it was typed is not kept beyond the visit."""
    return {
        f"{entry.field}{entry.part}": entry.text()
        for entry in window.panel.findChildren(TextEntry)
        if entry.isVisible()
    }


@pytest.mark.parametrize("way", ["new", "open", "example"])
def test_another_plan_has_no_steps_of_the_last(window: MainWindow, tmp_path: Path, way: str) -> None:
    document = window.document
    document.save(tmp_path / "a.distill")
    document.edit(with_value(document.plan, "hardware.hours", 7), "Change Time")
    document.edit(with_value(document.plan, "hardware.hours", 8), "Change Time")
    document.undo_stack.undo()
    {
        "new": document.new,
        "open": lambda: document.open(tmp_path / "a.distill"),
        "example": lambda: document.open_example(example_plans()[1][1]),
    }[way]()
    expected = {"new": NEW_PLAN, "open": EXAMPLE, "example": load_plan(example_plans()[1][1])[0]}[way]
    assert document.plan == expected
    assert document.undo_stack.count() == 0
    assert not document.dirty
    assert window.actions_by_name.undo.text() == "&Undo"
    assert not window.actions_by_name.redo.isEnabled()
