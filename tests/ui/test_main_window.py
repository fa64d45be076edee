"""The window as a whole: what is typed changes the answer, what is wrong is marked, nothing stale is called current."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from advisor.budget import budget
from advisor.errors import InputError
from advisor.plan import Candidate, Data, Hardware, Plan, Student, Teacher
from advisor.plan_edit import value_at
from advisor.plan_file import dump_plan
from tests.advisor.broken_plans import BROKEN_PLANS
from ui.compute_runner import ComputeRunner, unexpected_failure
from ui.document import Document
from ui.main_window import MainWindow
from ui.pages.chart_page import ChartPageWidget
from ui.plan_drag import DRAGGED
from ui.settings import MemoryStore, Settings
from ui.text_entry import TextEntry
from ui.theme import DARK, LIGHT

from .fakes import ControlledAdvise, Witness

ROOT = Path(__file__).parents[2]

PLAN = Plan(
    name="Assistant 7B",
    hardware=Hardware(accelerator="h100-sxm5", count=16, hours=120.0, utilization=0.38, price_per_hour=3.5),
    data=Data(student_tokens=20e9, allow_repeats=True),
    student=Student(parameters=7e9),
    teacher=Teacher(
        exists=True,
        candidates=(
            Candidate(name="8B", parameters=7e9, training_tokens=15e12),
            Candidate(name="3B", parameters=3e9, training_tokens=1e12),
        ),
    ),
)


@pytest.fixture
def controlled() -> Iterator[ControlledAdvise]:
    function = ControlledAdvise()
    yield function
    function.release()


@pytest.fixture
def window(qtbot: Any, controlled: ControlledAdvise) -> Iterator[MainWindow]:
    """A window of its own settings, shown, with PLAN open and answered."""
    document, runner = Document(), ComputeRunner(controlled)
    window = MainWindow(document, runner, Settings(MemoryStore()))
    window.show()
    document.new(PLAN)
    wait_until_answered(qtbot, window)
    witness = Witness(window)
    yield window
    controlled.release()
    assert witness.lies == []
    assert runner.shut_down()
    window.hide()
    window.deleteLater()


def wait_until_answered(qtbot: Any, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.status.state == "fresh", timeout=10_000)


def entry(window: MainWindow, field: str) -> TextEntry:
    found = [candidate for candidate in window.panel.findChildren(TextEntry) if candidate.field == field]
    assert found, f"no text field for {field}"
    return found[0]


def type_into(qtbot: Any, window: MainWindow, field: str, text: str) -> TextEntry:
    target = entry(window, field)
    target.setFocus()
    target.selectAll()
    qtbot.keyClicks(target, text)
    return target


def is_stale(page: ChartPageWidget) -> bool:
    return page.sentence.property("tone") == "muted"


class Paints(QObject):
    """Counts how often the visible chart is painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.count = 0
        window.view.pages[window.view.page].chart.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def settle() -> None:
    """Let everything that is already due happen: layouts, repaints, posted events."""
    for _ in range(10):
        QApplication.processEvents()


# Typing

TYPED = {
    "hardware.count": ("32", 32),
    "hardware.hours": ("9 days", 216.0),
    "hardware.utilization": ("45 %", 0.45),
    "hardware.price_per_hour": ("5", 5.0),
    "data.student_tokens": ("5B", 5e9),
    "student.parameters": ("3B", 3e9),
}


@pytest.mark.parametrize(("field", "text", "value"), [(name, *pair) for name, pair in TYPED.items()])
def test_typing_changes_the_answer(qtbot: Any, window: MainWindow, field: str, text: str, value: float) -> None:
    before = window.document.advice
    type_into(qtbot, window, field, text)
    wait_until_answered(qtbot, window)
    after = window.document.advice
    assert value_at(window.document.plan, field) == value
    assert after.plan == window.document.plan
    assert after.answer != before.answer
    assert window.view.card.answer == after.answer
    assert window.document.undo_stack.count() == 1  # all keystrokes of one visit are one step
    window.actions_by_name.undo.trigger()
    wait_until_answered(qtbot, window)
    assert window.document.plan == PLAN
    assert window.view.card.answer == before.answer


def test_every_edit_of_the_teacher_group_changes_the_answer(qtbot: Any, window: MainWindow) -> None:
    document = window.document
    for changes in ({"outputs_stored": True}, {"outputs_stored": False}, {"exists": False}):
        before = document.advice.answer
        teacher = msgspec.structs.replace(document.plan.teacher, **changes)
        document.edit(msgspec.structs.replace(document.plan, teacher=teacher), "Change teacher")
        wait_until_answered(qtbot, window)
        assert document.advice.answer != before


def test_each_page_shows_the_newest_answer_when_one_turns_to_it(qtbot: Any, window: MainWindow) -> None:
    type_into(qtbot, window, "hardware.hours", "9 days")
    wait_until_answered(qtbot, window)
    for name in ("teacher", "budget"):
        window.actions_by_name.pages[name].trigger()
        assert window.view.stack.currentWidget() is window.view.pages[name]
        wait_until_answered(qtbot, window)
        assert window.view.pages[name].shown_page is window.document.advice.pages[name]


# Wrong input


def test_a_wrong_value_is_marked_in_place_and_the_last_answer_stays(qtbot: Any, window: MainWindow) -> None:
    answer = window.document.advice.answer
    target = type_into(qtbot, window, "hardware.hours", "5 dasy")
    assert target.problem
    assert target.property("state") == "error"
    assert window.document.plan.hardware.hours == 120.0
    assert window.view.card.answer == answer
    assert window.view.card.stale
    assert window.status.state == "stale"
    assert window.status.text.startswith("1 field to correct: Time · showing the last good answer")
    assert any("Correct Time" in text for text in window.view.card.chip_texts())
    assert all(is_stale(page) for page in window.view.pages.values())
    entry(window, "student.parameters").setFocus()
    qtbot.mouseClick(window.view.card.go_button, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is target
    type_into(qtbot, window, "hardware.hours", "6 days")
    wait_until_answered(qtbot, window)
    assert not window.view.card.stale
    assert not any(is_stale(page) for page in window.view.pages.values())
    assert window.view.card.answer != answer


def test_an_edit_elsewhere_is_answered_while_a_field_is_still_wrong(qtbot: Any, window: MainWindow) -> None:
    type_into(qtbot, window, "hardware.hours", "5 dasy")
    type_into(qtbot, window, "student.parameters", "3B")
    qtbot.waitUntil(lambda: not window.runner.busy)
    assert window.document.plan.student.parameters == 3e9
    assert window.status.state == "stale"
    assert entry(window, "hardware.hours").text() == "5 dasy"


def test_a_plan_the_computation_refuses_is_told_by_its_field(
    qtbot: Any, window: MainWindow, controlled: ControlledAdvise
) -> None:
    answer = window.document.advice.answer
    controlled.error = InputError("teacher.candidates", "no candidate can be used; add one")
    type_into(qtbot, window, "hardware.hours", "9 days")
    qtbot.waitUntil(lambda: window.status.state == "stale")
    assert "refused" in window.messages.shown
    assert "no candidate can be used; add one" in window.messages.text
    assert window.view.card.stale
    assert window.view.card.answer == answer
    assert window.status.text.startswith("1 field to correct")
    controlled.error = None
    type_into(qtbot, window, "hardware.hours", "8 days")
    wait_until_answered(qtbot, window)
    assert "refused" not in window.messages.shown
    assert not window.view.card.stale


def test_a_document_without_any_answer_says_so(qtbot: Any, window: MainWindow, controlled: ControlledAdvise) -> None:
    controlled.error = InputError("teacher.candidates", "no candidate can be used; add one")
    window.document.new(msgspec.structs.replace(PLAN, name="Other"))
    qtbot.waitUntil(lambda: window.status.state == "stale")
    assert window.document.advice is None
    assert window.view.card.answer.headline.startswith("No answer yet")
    assert "no answer yet" in window.status.text
    controlled.error = None


# The worker


def test_a_superseded_result_never_shows(qtbot: Any, window: MainWindow, controlled: ControlledAdvise) -> None:
    witness = Witness(window)
    controlled.polite = False  # the old computation even finishes, and delivers
    controlled.hold()
    type_into(qtbot, window, "hardware.count", "2")
    assert controlled.entered.wait(5)
    superseded = window.document.plan
    type_into(qtbot, window, "hardware.count", "64")
    controlled.release()
    wait_until_answered(qtbot, window)
    assert superseded in controlled.plans
    assert superseded not in witness.shown
    assert witness.shown[-1].hardware.count == 64
    assert witness.lies == []


def test_a_long_computation_says_that_it_computes(qtbot: Any, window: MainWindow, controlled: ControlledAdvise) -> None:
    controlled.hold()
    type_into(qtbot, window, "hardware.count", "64")
    assert window.status.state == "waiting"
    assert "Up to date" not in window.status.text
    assert "Computing" not in window.status.text  # not yet: most answers come before one could read it
    qtbot.waitUntil(lambda: window.status.text.startswith("Computing…"))
    controlled.release()
    wait_until_answered(qtbot, window)


def test_a_failing_worker_shows_a_message_and_the_next_edit_works(
    qtbot: Any, window: MainWindow, controlled: ControlledAdvise, caplog: pytest.LogCaptureFixture
) -> None:
    answer = window.document.advice.answer
    controlled.error = RuntimeError("inner detail")
    type_into(qtbot, window, "hardware.count", "4")
    qtbot.waitUntil(lambda: "failed" in window.messages.shown)
    assert unexpected_failure() in window.messages.text
    assert "inner detail" not in window.messages.text
    assert window.view.card.answer == answer
    assert window.view.card.stale
    assert window.view.card.go_button.isHidden()  # there is no field to go to
    assert window.document.plan.hardware.count == 4  # the edit is kept
    controlled.error = None
    type_into(qtbot, window, "hardware.count", "8")
    wait_until_answered(qtbot, window)
    assert window.messages.shown == ()
    assert not window.view.card.stale


# The budget line


def test_dragging_the_budget_line_edits_the_plan_as_one_step(qtbot: Any, window: MainWindow) -> None:
    page = window.view.pages["budget"]
    start = budget(PLAN).compute_flops
    for step in range(1, 21):
        page.line_moved.emit(start * (1 + step / 10))
    page.line_let_go.emit(start * 3)
    wait_until_answered(qtbot, window)
    assert window.document.plan.hardware.hours == pytest.approx(360)
    assert budget(window.document.plan).compute_flops == pytest.approx(3 * start)
    assert window.document.advice.budget.compute_flops == pytest.approx(3 * start)
    assert window.document.undo_stack.count() == 1
    page.line_moved.emit(start)
    page.line_let_go.emit(start)
    assert window.document.undo_stack.count() == 2  # the next drag is a step of its own
    window.actions_by_name.undo.trigger()
    window.actions_by_name.undo.trigger()
    wait_until_answered(qtbot, window)
    assert window.document.plan == PLAN


def test_the_mouse_drags_the_line(qtbot: Any, window: MainWindow) -> None:
    chart = window.view.pages["budget"].chart
    target, left = chart.view.viewport(), Qt.MouseButton.LeftButton
    handle = chart.handle.center().toPoint()
    QTest.mousePress(target, left, pos=handle)
    for step in range(1, 6):
        QTest.mouseMove(target, handle + QPoint(10 * step, 0))
    QTest.mouseRelease(target, left, pos=handle + QPoint(50, 0))
    wait_until_answered(qtbot, window)
    assert window.document.plan.hardware.hours > PLAN.hardware.hours
    assert chart.plan_x == pytest.approx(budget(window.document.plan).compute_flops)
    assert window.document.undo_stack.count() == 1
    assert window.document.undo_stack.undoText() == "Drag the budget"
    page = window.document.advice.pages["budget"]
    assert chart.page is page
    assert (chart.frame.x_low, chart.frame.x_high) == pytest.approx(page.x_range)


def test_the_chart_is_whole_again_when_the_answer_came_before_the_line_was_let_go(
    qtbot: Any, window: MainWindow
) -> None:
    chart = window.view.pages["budget"].chart
    target, left = chart.view.viewport(), Qt.MouseButton.LeftButton
    handle = chart.handle.center().toPoint()
    QTest.mousePress(target, left, pos=handle)
    QTest.mouseMove(target, handle + QPoint(90, 0))
    qtbot.waitUntil(lambda: window.document.plan != PLAN)
    wait_until_answered(qtbot, window)
    QTest.mouseRelease(target, left, pos=handle + QPoint(90, 0))
    page = window.document.advice.pages["budget"]
    assert (chart.frame.x_low, chart.frame.x_high) == pytest.approx(page.x_range)


def test_a_budget_that_cannot_be_is_refused_and_the_line_returns(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(plan: Plan, flops: float) -> Plan:
        raise InputError("hardware.hours", "at most 1,000,000 hours can be planned")

    monkeypatch.setitem(DRAGGED, "budget", refuse)
    chart = window.view.pages["budget"].chart
    target, left = chart.view.viewport(), Qt.MouseButton.LeftButton
    handle = chart.handle.center().toPoint()
    QTest.mousePress(target, left, pos=handle)
    QTest.mouseMove(target, handle + QPoint(90, 0))
    assert chart.plan_x > 1.1 * budget(PLAN).compute_flops
    assert window.messages.shown == ("drag_refused",)
    assert "at most 1,000,000 hours can be planned" in window.messages.text
    QTest.mouseRelease(target, left, pos=handle + QPoint(90, 0))
    assert window.document.plan == PLAN
    assert chart.plan_x == pytest.approx(budget(PLAN).compute_flops)
    type_into(qtbot, window, "hardware.hours", "9 days")
    wait_until_answered(qtbot, window)
    assert window.messages.shown == ()


def test_answers_come_while_the_line_is_dragged(qtbot: Any, window: MainWindow, controlled: ControlledAdvise) -> None:
    witness = Witness(window)
    page = window.view.pages["budget"]
    start = budget(PLAN).compute_flops
    controlled.hold()
    page.line_moved.emit(start * 1.1)
    assert controlled.entered.wait(5)
    page.line_moved.emit(start * 1.2)
    page.line_moved.emit(start * 1.3)
    controlled.release()
    qtbot.waitUntil(lambda: len(witness.shown) == 2)
    shown = [budget(plan).compute_flops / start for plan in witness.shown]
    assert shown == pytest.approx([1.1, 1.3])  # answered in between, and the newest position next
    assert witness.shown[-1] == window.document.plan
    assert witness.lies == []


# Files


def test_a_file_that_cannot_be_opened_is_named_and_nothing_is_lost(
    qtbot: Any, window: MainWindow, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.distill"
    bad.write_text("{")
    assert not window.files.open_path(bad)
    assert window.messages.shown == ("open_failed",)
    assert "bad.distill" in window.messages.text
    assert window.document.plan == PLAN
    assert not window.files.open_path(tmp_path / "none.distill")
    assert "there is no such file" in window.messages.text
    good = tmp_path / "good.distill"
    good.write_bytes(dump_plan(msgspec.structs.replace(PLAN, name="Good")))
    assert window.files.open_path(good)
    assert window.messages.shown == ()
    assert window.document.path == good
    wait_until_answered(qtbot, window)
    assert window.file_label.text() == "good.distill · saved"
    assert window.settings.folder == tmp_path


def test_saving_and_the_title(qtbot: Any, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "plan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.actions_by_name.save.trigger()
    saved = target.with_suffix(".distill")
    assert saved.exists()
    assert window.file_label.text() == "plan.distill · saved"
    type_into(qtbot, window, "hardware.count", "64")
    assert window.file_label.text() == "plan.distill · edited"
    assert window.isWindowModified()
    window.actions_by_name.save.trigger()
    assert not window.isWindowModified()
    assert saved.read_bytes() == dump_plan(window.document.plan)
    wait_until_answered(qtbot, window)


def test_a_name_without_its_ending_never_replaces_a_file_unasked(
    qtbot: Any, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "plan v1.5.distill"
    other.write_bytes(b"somebody's work")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "plan v1.5"), ""))
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    window.actions_by_name.save.trigger()
    assert other.read_bytes() == b"somebody's work"
    window.actions_by_name.save.trigger()
    assert other.read_bytes() == dump_plan(window.document.plan)
    wait_until_answered(qtbot, window)


def test_a_plan_that_cannot_be_saved_stays_unsaved_and_says_why(
    qtbot: Any, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "plan.distill"), ""))
    type_into(qtbot, window, "hardware.count", "64")
    window.actions_by_name.save.trigger()
    assert window.messages.shown == ("save_failed",)
    assert "there is no such file or folder" in window.messages.text
    assert window.document.dirty
    wait_until_answered(qtbot, window)


@pytest.mark.parametrize(
    ("choice", "closed"), [(QMessageBox.StandardButton.Cancel, False), (QMessageBox.StandardButton.Discard, True)]
)
def test_closing_with_unsaved_work_asks(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch, choice: Any, closed: bool
) -> None:
    asked: list[str] = []

    def answer(box: QMessageBox) -> Any:
        asked.append(box.text())
        return choice

    monkeypatch.setattr(QMessageBox, "exec", answer)
    type_into(qtbot, window, "hardware.count", "64")
    wait_until_answered(qtbot, window)
    assert window.close() is closed
    assert asked == ["Save the changes to “Assistant 7B”?"]
    assert window.isVisible() is not closed


def test_examples_open_without_a_file_of_their_own(qtbot: Any, window: MainWindow) -> None:
    actions = window.actions_by_name.examples
    assert actions
    for action in actions.values():
        action.trigger()
        wait_until_answered(qtbot, window)
        assert window.document.path is None
        assert not window.document.dirty


def test_no_broken_file_harms_the_plan_that_is_open(qtbot: Any, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "broken.distill"
    for data in BROKEN_PLANS.values():
        path.write_bytes(data)
        assert not window.files.open_path(path)
        assert window.messages.shown == ("open_failed",)
        assert len(window.messages.text) < 300
    assert window.document.plan == PLAN
    assert not window.document.dirty
    assert window.status.state == "fresh"


def test_a_folder_that_went_away_costs_no_work(qtbot: Any, window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    window.document.save(folder / "plan.distill")
    (folder / "plan.distill").unlink()
    folder.rmdir()
    type_into(qtbot, window, "hardware.count", "64")
    assert not window.files.save()
    assert window.messages.shown == ("save_failed",)
    assert window.document.dirty
    wait_until_answered(qtbot, window)


def test_a_storm_of_undo_and_redo_ends_with_the_right_answer(qtbot: Any, window: MainWindow) -> None:
    for count in range(17, 47):
        hardware = msgspec.structs.replace(window.document.plan.hardware, count=count)
        window.document.edit(msgspec.structs.replace(window.document.plan, hardware=hardware), "Change count")
    for number in range(90):
        key = Qt.Key.Key_Y if number % 3 == 0 else Qt.Key.Key_Z
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
    wait_until_answered(qtbot, window)
    assert window.document.plan.hardware.count == 16
    assert window.document.advice.plan == PLAN


# Look and memory


def test_the_first_window_fits_the_screen_or_is_as_small_as_can_be(window: MainWindow) -> None:
    settle()  # what scrolls tells what it needs a turn of the event loop later
    least, room = window.minimumSizeHint(), QGuiApplication.primaryScreen().availableSize()
    assert window.width() <= max(room.width(), least.width())
    assert window.height() <= max(room.height(), least.height())
    assert least.width() <= 1280  # what laptops show at 150 %
    assert least.height() <= 680


def test_an_answer_is_painted_once(qtbot: Any, window: MainWindow) -> None:
    """Painting is the dearest part of an answer, and the scene behind a chart is ready to ask for it twice."""
    paints = Paints(window)
    type_into(qtbot, window, "hardware.count", "64")
    wait_until_answered(qtbot, window)
    advice = window.document.advice
    assert advice is not None
    settle()
    paints.count = 0
    pages = {name: replace(page) for name, page in advice.pages.items()}
    window.view.show_advice(replace(advice, pages=pages))
    settle()
    assert paints.count == 1


def test_themes_switch_at_once_and_follow_the_choice(qtbot: Any, window: MainWindow) -> None:
    for mode, theme in (("dark", DARK), ("light", LIGHT)):
        window.actions_by_name.theme[mode].trigger()
        assert window.themes.theme is theme
        assert window.settings.theme_mode == mode
        assert window.actions_by_name.theme[mode].isChecked()


def test_the_window_is_remembered(qtbot: Any, controlled: ControlledAdvise) -> None:
    settings = Settings(MemoryStore())
    first = MainWindow(Document(PLAN), ComputeRunner(controlled), settings)
    qtbot.addWidget(first)
    first.show()
    first.resize(760, 700)
    first.splitter.setSizes([450, 310])
    first.view.choose_page("teacher")
    sizes = first.splitter.sizes()
    assert first.close()
    second = MainWindow(Document(PLAN), ComputeRunner(controlled), settings)
    qtbot.addWidget(second)
    second.show()
    assert (second.width(), second.height()) == (first.width(), first.height())
    assert second.splitter.sizes() == sizes
    assert second.view.page == "teacher"
    assert second.close()


def test_no_action_is_dead_and_every_one_has_a_name(window: MainWindow) -> None:
    bar = window.menuBar()
    menus = [action.menu() for action in bar.actions()]
    leaves = [action for menu in menus for action in menu.actions() if not action.isSeparator() and not action.menu()]
    assert leaves
    for action in leaves:
        assert action.text()
        assert action.receivers("2triggered(bool)") > 0, f"{action.text()} does nothing"


def test_closing_while_computing_exits_cleanly(tmp_path: Path) -> None:
    """In a process of its own, where an abort at exit would show."""
    program = """
import sys, threading
from PySide6.QtCore import QTimer
from advisor.errors import Cancelled
from ui import app as start
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.main_window import MainWindow
from ui.settings import MemoryStore, Settings

entered = threading.Event()

def function(plan, should_stop):
    entered.set()
    while not should_stop():
        threading.Event().wait(0.002)
    raise Cancelled

app = start.create_application()
runner = ComputeRunner(function)
window = MainWindow(Document(), runner, Settings(MemoryStore()))
window.show()
start.open_first_plan(window, None)
assert entered.wait(10)
assert runner.busy
QTimer.singleShot(0, window.close)
code = app.exec()
print("closed", runner.busy)
sys.exit(code)
"""
    environment = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    said = [line for line in ended.stderr.splitlines() if "propagateSizeHints" not in line]  # drawing without a screen
    assert (ended.returncode, ended.stdout, said) == (0, "closed False\n", [])


def test_closing_while_the_worker_never_returns_ends_the_program(tmp_path: Path) -> None:
    program = """
import sys, threading
from PySide6.QtCore import QTimer
from ui import app as start, compute_runner

def function(plan, should_stop):
    threading.Event().wait()

def open_and_close(window, path):
    window.flow.start()
    QTimer.singleShot(100, window.close)

compute_runner.SHUT_DOWN_MILLISECONDS = 200
runner = start.ComputeRunner
start.ComputeRunner = lambda: runner(function)
start.open_first_plan = open_and_close
sys.exit(start.run())
"""
    environment = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
