"""The goal window: it answers beside the work, marks what is wrong in place, changes the plan only when told to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.errors import Cancelled, InputError
from advisor.evidence import SUPERVISED, THIS_PLAN
from advisor.goal.seek import Goal, GoalAnswer, GoalRequest, goal_seek
from advisor.plan import Hardware
from advisor.plan_edit import with_value
from advisor.solution import solve_plan
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE
from ui.compute_runner import ComputeRunner, unexpected_failure
from ui.document import Document
from ui.goal_dialog import GoalDialog
from ui.goal_table import METHOD
from ui.main_window import MainWindow
from ui.settings import MemoryStore, Settings
from ui.text_entry import TextEntry
from ui.theme import DARK, LIGHT


class ControlledSeek:
    """The real computation behind a gate; ``error`` makes it fail."""

    def __init__(self) -> None:
        self.asked: list[Goal] = []
        self.threads: set[int] = set()
        self.error: Exception | None = None
        self.entered = threading.Event()
        self.open = threading.Event()
        self.open.set()

    def __call__(self, request: GoalRequest, should_stop: Callable[[], bool]) -> GoalAnswer:
        self.asked.append(request.goal)
        self.threads.add(threading.get_ident())
        self.entered.set()
        while not self.open.wait(0.002):
            if should_stop():
                raise Cancelled
        if self.error is not None:
            raise self.error
        return goal_seek(request.plan, request.goal)


class Bench:
    """A dialog on a document, with a computation that can be held."""

    def __init__(self, qtbot: Any, plan: Any) -> None:
        self.qtbot = qtbot
        self.seek = ControlledSeek()
        self.document = Document(plan)
        self.runner = ComputeRunner(self.seek)
        self.dialog = GoalDialog(self.document, runner=self.runner)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.dialog.set_theme(LIGHT)
        self.dialog.show()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.dialog.is_current and not self.runner.busy, timeout=10_000)

    def type(self, entry: TextEntry, text: str) -> None:
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
        entry.selectAll()
        QTest.keyClicks(entry, text)

    def choose(self, kind: str) -> None:
        buttons = dict(zip(("loss", "model", "money", "time"), self.dialog.fields.choice.buttons(), strict=True))
        QTest.mouseClick(buttons[kind], Qt.MouseButton.LeftButton)

    def cells(self, key: str) -> tuple[str, ...]:
        assert self.dialog.answer is not None
        row = [row.key for row in self.dialog.answer.rows].index(key)
        model = self.dialog.table.answers
        return tuple(str(model.index(row, column).data()) for column in range(model.columnCount() - 1))

    def button(self, key: str) -> Any:
        assert self.dialog.answer is not None
        return self.dialog.table.buttons()[[row.key for row in self.dialog.answer.rows].index(key)]

    def close(self) -> None:
        self.seek.open.set()
        self.dialog.close()
        assert self.runner.shut_down()
        self.dialog.deleteLater()


@pytest.fixture
def bench_of(qtbot: Any) -> Iterator[Callable[[Any], Bench]]:
    made: list[Bench] = []

    def make(plan: Any = CLEAR_DISTIL) -> Bench:
        made.append(Bench(qtbot, plan))
        made[-1].wait()
        return made[-1]

    yield make
    for bench in made:
        bench.close()


def test_it_opens_answered_and_asks_nothing_modal(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    dialog = bench.dialog
    assert not dialog.isModal()
    assert dialog.fields.loss.entry.hasFocus() or QApplication.focusWidget() is None
    assert dialog.sentence.text() == goal_seek(CLEAR_DISTIL, dialog.fields.goal).sentence
    assert dialog.table.answers.rowCount() == 6
    assert bench.seek.threads == {*bench.seek.threads} - {threading.get_ident()}, "not on the window's thread"


def test_typing_answers_live_with_the_advisors_numbers(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    bench.type(bench.dialog.fields.loss.entry, "2.06")
    bench.wait()
    expected = goal_seek(CLEAR_DISTIL, Goal("loss", loss=2.06))
    assert bench.dialog.sentence.text() == expected.sentence
    for row in expected.rows:
        assert bench.cells(row.key) == (row.label, *row.cells)
    assert bench.seek.asked[-1] == Goal("loss", loss=2.06)


def test_a_deadline_asks_for_accelerators(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    bench.type(bench.dialog.fields.deadline.entry, "2 days")
    bench.wait()
    assert bench.dialog.fields.goal.hours == 48.0
    assert bench.dialog.table.answers.headerData(1, Qt.Orientation.Horizontal) == "Accelerators"
    assert bench.dialog.fields.deadline.echo == "= 48 hours"
    bench.type(bench.dialog.fields.deadline.entry, " ")
    bench.wait()
    assert bench.dialog.fields.goal.hours is None
    assert bench.dialog.table.answers.headerData(1, Qt.Orientation.Horizontal) == "Compute"


@pytest.mark.parametrize(
    ("kind", "field", "text", "goal"),
    [
        ("model", "parameters", "3B", {"parameters": 3e9}),
        ("model", "tokens", "300B tokens", {"tokens": 3e11}),
        ("money", "money", "$6,720", {"money": 6720.0}),
        ("money", "money", "12,5k", {"money": 12500.0}),
        ("time", "time", "3 weeks", {"hours": 504.0}),
        ("time", "time", "160 GPU-hours", {"hours": 10.0}),
    ],
)
def test_every_mode_reads_quantities_as_people_write_them(
    bench_of: Callable[..., Bench], kind: str, field: str, text: str, goal: dict[str, float]
) -> None:
    bench = bench_of()
    bench.choose(kind)
    bench.type(getattr(bench.dialog.fields, field).entry, text)
    bench.wait()
    asked = bench.dialog.fields.goal
    assert asked.kind == kind
    assert {name: getattr(asked, name) for name in goal} == pytest.approx(goal)
    assert bench.dialog.sentence.text() == goal_seek(CLEAR_DISTIL, asked).sentence
    shown = [entry for entry in bench.dialog.fields.fields if entry.isVisible()]
    assert getattr(bench.dialog.fields, field) in shown
    assert len(shown) == {"model": 3, "money": 1, "time": 1}[kind]


@pytest.mark.parametrize("text", ["abc", "-1", "1e999", "nan", "2.0.0", "2 nets", "", "x" * 500])
def test_nonsense_is_marked_in_place_and_the_last_answer_stays(bench_of: Callable[..., Bench], text: str) -> None:
    bench = bench_of()
    field, before = bench.dialog.fields.loss, bench.dialog.sentence.text()
    bench.type(field.entry, text or " ")
    assert "such as 1.95" in field.problem
    assert field.echo == field.problem
    assert field.entry.property("state") == "error"
    assert field.entry.accessibleDescription() == field.problem
    assert not bench.dialog.is_current
    assert bench.dialog.sentence.text() == before
    assert bench.dialog.sentence.property("tone") == "muted"
    assert not bench.button(SUPERVISED).isEnabled()
    assert bench.seek.asked[-1].loss is not None
    bench.type(field.entry, "2.1")
    bench.wait()
    assert field.problem == ""
    assert bench.dialog.sentence.property("tone") is None
    assert bench.button(SUPERVISED).isEnabled()


def test_a_problem_of_another_mode_does_not_count(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    bench.type(bench.dialog.fields.loss.entry, "abc")
    bench.choose("time")
    bench.wait()
    assert bench.dialog.fields.problem == ""
    bench.choose("loss")
    assert bench.dialog.fields.problem


def test_apply_changes_the_plan_as_one_step_that_undo_takes_back(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    bench.type(bench.dialog.fields.loss.entry, "2.0")
    bench.wait()
    QTest.mouseClick(bench.button(THIS_PLAN), Qt.MouseButton.LeftButton)
    stack = bench.document.undo_stack
    assert stack.undoText() == "Apply goal: a loss of 2.000"
    assert solve_plan(bench.document.plan).distillation.loss == pytest.approx(2.0, rel=1e-9)
    assert bench.dialog.caption.text() == "Done: time set to 13 days. Undo takes it back."
    bench.wait()
    assert bench.dialog.caption.text().startswith("Done")
    assert stack.count() == 1
    stack.undo()
    assert bench.document.plan == CLEAR_DISTIL
    bench.wait()
    assert bench.dialog.caption.text().startswith("Apply sets")


def test_apply_by_a_deadline_sets_accelerators_too(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    bench.type(bench.dialog.fields.loss.entry, "2.0")
    bench.type(bench.dialog.fields.deadline.entry, "100 h")
    bench.wait()
    button = bench.button(SUPERVISED)
    assert button.toolTip().startswith("Use ")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    hardware = bench.document.plan.hardware
    assert hardware is not None
    assert hardware.count > 16
    assert hardware.hours <= 100.0
    assert solve_plan(bench.document.plan).supervised.loss == pytest.approx(2.0, rel=1e-9)


def test_ways_that_need_another_teacher_are_not_offered(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    assert bench.dialog.answer is not None
    offered = [row.key for row in bench.dialog.answer.rows if bench.button(row.key).isVisible()]
    assert offered == [SUPERVISED, THIS_PLAN]


def test_it_follows_the_plan(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    bench.document.edit(with_value(CLEAR_DISTIL, "student.parameters", 3e9), "Change Size")
    assert not bench.dialog.is_current
    bench.wait()
    assert bench.dialog.sentence.text() == goal_seek(bench.document.plan, bench.dialog.fields.goal).sentence
    bench.document.edit(with_value(bench.document.plan, "currency", "EUR"), "Change currency")
    bench.wait()
    assert "€" in bench.dialog.sentence.text() or "Money" not in bench.dialog.sentence.text()
    bench.choose("money")
    assert bench.dialog.fields.money.entry.text().startswith("€")
    bench.wait()
    bench.document.undo_stack.undo()
    bench.wait()
    assert bench.dialog.fields.money.entry.text().startswith("$")


def test_another_count_reads_device_hours_anew(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    bench.choose("time")
    bench.document.edit(with_value(CLEAR_DISTIL, "hardware.count", 4), "Change Count")
    bench.type(bench.dialog.fields.time.entry, "400 GPU-hours")
    bench.wait()
    assert bench.dialog.fields.goal.hours == pytest.approx(100.0)


def test_the_newest_goal_wins(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    seen: list[str] = []
    bench.runner.result_ready.connect(lambda _, answer: seen.append(answer.goal.loss))
    bench.seek.open.clear()
    bench.seek.entered.clear()
    for text in ("2.3", "2.2", "2.1"):
        bench.type(bench.dialog.fields.loss.entry, text)
    bench.qtbot.waitUntil(bench.seek.entered.is_set, timeout=5000)
    assert not bench.dialog.is_current
    assert not bench.button(SUPERVISED).isEnabled()
    bench.seek.open.set()
    bench.wait()
    assert seen == [2.1]
    assert "2.100" in bench.dialog.sentence.text()


def test_closing_while_it_computes_ends_the_worker(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    bench.seek.open.clear()
    bench.seek.entered.clear()
    bench.type(bench.dialog.fields.loss.entry, "2.2")
    bench.qtbot.waitUntil(bench.seek.entered.is_set, timeout=5000)
    ended: list[bool] = []
    bench.dialog.finished.connect(lambda _: ended.append(bench.runner.busy))
    QTest.keyClick(bench.dialog, Qt.Key.Key_Escape)
    QTest.keyClick(bench.dialog, Qt.Key.Key_Escape)
    assert ended == [False]
    bench.document.edit(with_value(CLEAR_DISTIL, "student.parameters", 3e9), "Change Size")  # nobody listens any more


def test_a_failure_is_told_and_the_next_goal_asks_again(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    bench.seek.error = RuntimeError("nothing to see")
    bench.type(bench.dialog.fields.loss.entry, "2.2")
    bench.qtbot.waitUntil(lambda: bench.dialog.sentence.property("tone") == "error", timeout=5000)
    assert bench.dialog.sentence.text() == f"{unexpected_failure()}."
    assert not bench.button(SUPERVISED).isEnabled()
    bench.seek.error = InputError("hardware.precision", "The catalogue has no tf32 peak")
    bench.type(bench.dialog.fields.loss.entry, "2.25")
    bench.qtbot.waitUntil(lambda: "tf32" in bench.dialog.sentence.text(), timeout=5000)
    bench.seek.error = None
    bench.type(bench.dialog.fields.loss.entry, "2.15")
    bench.wait()
    assert bench.dialog.sentence.property("tone") is None


@pytest.mark.parametrize("kind", ["money", "time"])
def test_a_plan_in_flops_says_what_it_lacks(bench_of: Callable[..., Bench], kind: str) -> None:
    bench = bench_of(CLEAR_DIRECT)
    bench.choose(kind)
    bench.wait()
    assert "needs hardware" in bench.dialog.sentence.text()
    assert not bench.dialog.table.isVisible()
    hardware = Hardware(accelerator="h100-sxm5", count=8, hours=100.0)
    bench.document.edit(with_value(with_value(CLEAR_DIRECT, "hardware", hardware), "budget_flops", None), "Hardware")
    bench.wait()
    assert bench.dialog.table.isVisible()


def test_out_of_reach_spans_its_row_and_has_no_button(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of(TIE)
    bench.type(bench.dialog.fields.loss.entry, "2.0")
    bench.wait()
    assert bench.dialog.sentence.text() == "Out of reach for a 1B student: the floor is 2.079."
    table = bench.dialog.table
    assert table.columnSpan(0, 1) == table.answers.columnCount() - 1
    assert bench.cells(SUPERVISED)[1] == "Out of reach for a 1B student: the floor is 2.079"
    assert not any(button.isVisible() for button in table.buttons())
    bench.type(bench.dialog.fields.loss.entry, "2.2")
    bench.wait()
    assert table.columnSpan(0, 1) == 1
    assert bench.button(SUPERVISED).isVisible()


def test_by_keyboard_alone(bench_of: Callable[..., Bench]) -> None:
    """Left and right choose what is fixed, Tab goes through fields, table and buttons, arrows read the table."""
    bench = bench_of()
    dialog, fields = bench.dialog, bench.dialog.fields
    dialog.activateWindow()
    choice = fields.choice.buttons()
    choice[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(choice[0], Qt.Key.Key_Right)
    assert fields.kind == "model"
    QTest.keyClick(choice[1], Qt.Key.Key_Left)
    bench.wait()
    stops = []
    widget: Any = choice[0]
    for _ in range(400):
        widget = widget.nextInFocusChain()
        inside = widget.isVisible() and dialog.isAncestorOf(widget)
        if inside and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
            stops.append(widget)
        if widget is choice[0]:
            break
    expected = [fields.loss.entry, fields.deadline.entry, dialog.table, bench.button(SUPERVISED)]
    expected += [bench.button(THIS_PLAN), dialog.close_button]
    assert [stop for stop in stops if stop in expected] == expected
    dialog.table.setFocus(Qt.FocusReason.TabFocusReason)
    dialog.table.setCurrentIndex(dialog.table.answers.index(0, METHOD))
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.table.currentIndex().row() == 1


def test_everything_has_a_name_to_be_read_aloud(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    dialog = bench.dialog
    for field in dialog.fields.fields:
        assert field.entry.accessibleName()
    assert dialog.table.accessibleName()
    assert dialog.fields.choice.accessibleName() == "What is fixed"
    for button in dialog.table.buttons():
        assert not button.isVisible() or button.accessibleName().startswith("Apply: Set the time to")
    model = dialog.table.answers
    said = model.index(5, 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("90 % range: ")
    assert "8B teacher" in model.index(5, METHOD).data(Qt.ItemDataRole.AccessibleTextRole)


def test_both_themes_draw_every_row(bench_of: Callable[..., Bench]) -> None:
    bench = bench_of()
    pictures = []
    for theme in (LIGHT, DARK):
        bench.dialog.set_theme(theme)
        pictures.append(bench.dialog.table.grab().toImage())
    assert pictures[0] != pictures[1]


# In the main window


@pytest.fixture
def window(qtbot: Any) -> Iterator[MainWindow]:
    window = MainWindow(Document(CLEAR_DISTIL), ComputeRunner(), Settings(MemoryStore()))
    window.show()
    yield window
    window.goal.close()
    assert window.runner.shut_down()
    window.hide()
    window.deleteLater()


def test_the_action_opens_one_window_beside_the_work(qtbot: Any, window: MainWindow) -> None:
    action = window.actions_by_name.goal
    assert action.shortcut() == QKeySequence("Ctrl+G")
    action.trigger()
    dialog = window.goal.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert not dialog.isModal()
    qtbot.waitUntil(lambda: dialog.is_current, timeout=10_000)
    action.trigger()
    assert window.goal.dialog is dialog
    assert window.actions_by_name.undo in dialog.actions()
    QTest.mouseClick(dialog.table.buttons()[0], Qt.MouseButton.LeftButton)
    assert window.actions_by_name.undo.text().startswith("&Undo Apply goal")
    window.actions_by_name.undo.trigger()
    assert window.document.plan == CLEAR_DISTIL
    dialog.close()
    assert window.goal.dialog is None
    action.trigger()
    assert window.goal.dialog is not dialog


def test_closing_the_main_window_closes_it_and_ends_its_worker(qtbot: Any, window: MainWindow) -> None:
    window.actions_by_name.goal.trigger()
    dialog = window.goal.dialog
    assert dialog is not None
    window.close()
    assert window.goal.dialog is None
    assert not dialog.isVisible()


def test_what_was_typed_is_there_again_when_the_window_is_opened_again(qtbot: Any, window: MainWindow) -> None:
    window.goal.open()
    first = window.goal.dialog
    assert first is not None
    entry = first.fields.loss.entry
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, "2.2")
    first.fields.choice.buttons()[2].click()
    first.close()
    assert window.goal.dialog is None
    window.goal.open()
    again = window.goal.dialog
    assert again is not None and again is not first
    assert again.fields.kind == "money"
    again.fields.choice.buttons()[0].click()
    assert again.fields.goal.loss == 2.2
    assert again.fields.loss.value == 2.2


def test_what_was_only_proposed_is_not_kept(qtbot: Any, window: MainWindow) -> None:
    window.goal.open()
    assert window.goal.dialog is not None
    assert window.goal.dialog.fields.kept is None
    window.goal.dialog.fields.choice.buttons()[3].click()
    kept = window.goal.dialog.fields.kept
    assert kept is not None and kept[0] == "time"
