"""Nothing that is written is cut off: every page and window, at 100 and 200 % and in a language of longer words."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from advisor import language
from advisor.language import ENGLISH
from advisor.pins import pin_plan
from advisor.plan import Plan
from advisor.plan_edit import NEW_PLAN, with_value
from advisor.plan_file import example_plans, load_plan
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE
from tests.ui.painted_text import ELLIPSIS, unreadable, written_by
from tests.ui.pseudo_language import PSEUDO
from ui.answer_view import PAGES
from ui.compute_runner import ComputeRunner
from ui.help_terms import TermButton
from ui.main_window import MainWindow
from ui.recovery_offer import offer, offer_text
from ui.settings import MemoryStore, Settings
from ui.text_size import use_text_size
from ui.theme import LIGHT, apply_theme
from ui.theme_mode import WORN
from ui.windows import Windows

SMALL, LARGE = (1280, 800), (1920, 1080)
CASES = [
    pytest.param("english", 100, SMALL, id="english-100-small"),
    pytest.param("longer", 100, SMALL, id="longer-100-small"),
    pytest.param("english", 200, SMALL, id="english-200-small"),
    pytest.param("english", 200, LARGE, id="english-200-large"),
    pytest.param("longer", 200, LARGE, id="longer-200-large"),
]
DIALOGS = ("known_models", "goal", "reading", "glossary", "shortcuts", "preferences", "about")
OVER_THE_WINDOW = ("chart_reading", "tour")
PLANS = {
    "example": load_plan(example_plans()[0][1])[0],
    "pinned": pin_plan(pin_plan(CLEAR_DISTIL)),
    "direct": CLEAR_DIRECT,
    "tie": TIE,
    "new": NEW_PLAN,
}


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    """What is set here for the whole program must not reach other tests."""
    yield
    language.use(ENGLISH)
    use_text_size(100)
    qapp.setProperty(WORN, None)


class Program:
    """The program with one window in a language, at a text size, on a screen of a size."""

    def __init__(self, qtbot: Any, tongue: str, percent: int, size: tuple[int, int], folder: Path) -> None:
        language.use(PSEUDO if tongue == "longer" else ENGLISH)
        settings = Settings(MemoryStore())
        settings.theme_mode, settings.text_size = "light", percent
        settings.recovery_folder = folder / "recovery"
        self.qtbot, self.size = qtbot, QSize(*size)
        self.windows = Windows(settings, lambda: ComputeRunner())
        self.window = self.windows.add()
        self.window.resize(self.size)
        self.window.show()

    def open(self, plan: Plan) -> None:
        self.window.document.new(plan)
        self.settle()

    def settle(self) -> None:
        """Wait for the answer, and for layouts that follow it."""
        self.qtbot.waitUntil(lambda: self.window.status.state == "fresh", timeout=20_000)
        for _ in range(4):
            QApplication.processEvents()

    def dialogs(self) -> list[QWidget]:
        found = (w for w in QApplication.topLevelWidgets() if w.isVisible() and not isinstance(w, MainWindow))
        return [w for w in found if not w.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)]

    def close(self) -> None:
        for dialog in self.dialogs():
            dialog.close()
        self.window.document.undo_stack.setClean()
        self.window.close()
        assert self.windows.shut_down()


@pytest.fixture
def started(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    programs: list[Program] = []

    def start(tongue: str, percent: int, size: tuple[int, int]) -> Program:
        for name, module in list(sys.modules.items()):
            if name.startswith("ui.") and hasattr(module, "room_on_screen"):
                monkeypatch.setattr(module, "room_on_screen", lambda widget: QSize(*size))
        programs.append(Program(qtbot, tongue, percent, size, tmp_path))
        return programs[-1]

    yield start
    for program in programs:
        program.close()


def faults(widget: QWidget, most: QSize) -> list[str]:
    found = unreadable(widget)
    if widget.width() > most.width() or widget.height() > most.height():
        found.append(f"it is {widget.size().toTuple()} large, on a screen of {most.toTuple()}")
    return found


def told(found: dict[str, list[str]]) -> str:
    return "\n".join(f"{where}:\n    " + "\n    ".join(lines) for where, lines in found.items() if lines)


# What is seen --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("tongue", "percent", "size"), CASES)
def test_every_page(started: Any, tongue: str, percent: int, size: tuple[int, int]) -> None:
    program = started(tongue, percent, size)
    found: dict[str, list[str]] = {}
    for plan, pages in (("example", [name for name, _ in PAGES]), ("pinned", ["compare"])):
        program.open(PLANS[plan])
        for name in pages:
            program.window.view.choose_page(name)
            program.settle()
            found[f"{name}, plan {plan}"] = faults(program.window, program.size)
    assert not told(found), told(found)


@pytest.mark.parametrize(
    ("tongue", "percent", "plan"),
    [("longer", 100, "direct"), ("longer", 100, "tie"), ("longer", 100, "new"), ("english", 200, "direct")],
)
def test_other_answers(started: Any, tongue: str, percent: int, plan: str) -> None:
    program = started(tongue, percent, SMALL)
    program.open(PLANS[plan])
    found: dict[str, list[str]] = {}
    for name, _ in PAGES:
        program.window.view.choose_page(name)
        program.settle()
        found[name] = faults(program.window, program.size)
    assert not told(found), told(found)


@pytest.mark.parametrize(("tongue", "percent", "size"), CASES)
def test_every_window_beside_the_main_one(
    qtbot: Any, started: Any, tongue: str, percent: int, size: tuple[int, int]
) -> None:
    program = started(tongue, percent, size)
    program.open(PLANS["example"])
    found: dict[str, list[str]] = {}
    for name in DIALOGS:
        getattr(program.window.actions_by_name, name).trigger()
        if name == "goal":
            qtbot.waitUntil(lambda: program.window.goal.dialog.answer is not None, timeout=20_000)
        program.settle()
        shown = program.dialogs()
        assert shown, f"{name} does not open"
        for dialog in shown:
            found[name] = faults(dialog, program.size)
            dialog.close()
        program.settle()
    assert not told(found), told(found)


@pytest.mark.parametrize(("tongue", "percent", "size"), CASES)
def test_what_is_laid_over_the_window(started: Any, tongue: str, percent: int, size: tuple[int, int]) -> None:
    program = started(tongue, percent, size)
    program.open(PLANS["example"])
    found: dict[str, list[str]] = {}
    for name in OVER_THE_WINDOW:
        getattr(program.window.actions_by_name, name).trigger()
        program.settle()
        found[name] = faults(program.window, program.size)
        steps = 0
        while name == "tour" and program.window.help.tour.callout is not None and steps < 2:
            program.window.help.tour.callout.next_button.click()
            program.settle()
            steps += 1
            found[f"{name}, step {steps + 1}"] = faults(program.window, program.size)
    button = next(b for b in program.window.findChildren(TermButton) if b.term)
    popover = button.explain()
    program.settle()
    found["a term"] = faults(program.window, program.size)
    popover.shut()
    assert not told(found), told(found)


@pytest.mark.parametrize(("tongue", "percent"), [("english", 100), ("longer", 100), ("english", 200)])
def test_questions_and_messages(started: Any, tongue: str, percent: int) -> None:
    program = started(tongue, percent, SMALL)
    program.open(PLANS["example"])
    window = program.window
    found: dict[str, list[str]] = {}
    window.messages.show_message(offer(), text=offer_text("Assistant 7B", "assistant.distill", "14:32", 2))
    program.settle()
    found["recovery offer"] = faults(window, program.size)
    window.messages.clear(offer())
    window.document.edit(with_value(window.document.plan, "hardware.count", 32), "Change Accelerators")
    program.settle()

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        found["closing question"] = faults(box, program.size)
        box.reject()

    QTimer.singleShot(50, look)
    assert not window.files.may_discard()
    assert "closing question" in found
    window.panel.focus_field("hardware.hours")
    window.panel.row("hardware.hours").entries()[0].setText("soon")
    window.panel.row("hardware.hours").entries()[0].textEdited.emit("soon")
    for _ in range(4):
        QApplication.processEvents()
    found["a field that cannot be read"] = faults(window, program.size)
    window.document.undo_stack.setClean()
    assert not told(found), told(found)


# The finder itself ---------------------------------------------------------------------------------------------------


class Painted(QWidget):
    """Writes in a rectangle of its own, enlarged twice."""

    def __init__(self, text: str, rect: QRect, flags: int = 0) -> None:
        super().__init__()
        self.text, self.rect_of_text, self.flags = text, rect, flags

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(2, 2)
        painter.drawText(self.rect_of_text, self.flags, self.text)


@pytest.fixture
def shown(qtbot: Any, qapp: QApplication) -> Any:
    windows: list[QWidget] = []
    apply_theme(qapp, LIGHT)

    def show(*widgets: tuple[QWidget, QRect]) -> QWidget:
        window = QWidget()
        windows.append(window)
        window.resize(400, 300)
        for widget, place in widgets:
            widget.setParent(window)
            widget.setGeometry(place)
        qtbot.addWidget(window)
        window.show()
        return window

    return show


def test_what_fits_is_no_fault(shown: Any) -> None:
    assert (
        unreadable(shown((QLabel("Loss"), QRect(8, 8, 200, 24)), (QPushButton("Apply"), QRect(8, 40, 200, 32)))) == []
    )


@pytest.mark.parametrize("widget", [QLabel, QPushButton])
def test_text_that_is_cut_is_found(shown: Any, widget: type) -> None:
    (fault,) = unreadable(shown((widget("Expected loss of the student"), QRect(8, 8, 60, 32))))
    assert "Expected loss of the student" in fault and "wide in" in fault


def test_text_that_is_too_high_is_found(shown: Any) -> None:
    (fault,) = unreadable(shown((QLabel("Expected"), QRect(8, 8, 200, 6))))
    assert "high" in fault


def test_painted_text_is_found_at_its_size(shown: Any) -> None:
    fits = Painted("Loss", QRect(0, 0, 100, 20))
    cut = Painted("Expected loss of the student", QRect(0, 0, 50, 20))
    beyond = Painted("Expected loss of the student", QRect(0, 0, 60, 20), int(Qt.TextFlag.TextDontClip))
    assert unreadable(shown((fits, QRect(0, 0, 380, 60)))) == []
    assert len(unreadable(shown((cut, QRect(0, 0, 380, 60))))) == 1
    assert len(unreadable(shown((beyond, QRect(0, 0, 120, 60))))) == 1


def test_text_over_text_is_found(shown: Any) -> None:
    first, second = QLabel("Distil: outputs stored"), QLabel("Train directly")
    (fault,) = unreadable(shown((first, QRect(8, 8, 300, 24)), (second, QRect(60, 12, 300, 24))))
    assert "lie over one another" in fault


def test_a_widget_beyond_its_parent_is_found(shown: Any) -> None:
    found = unreadable(shown((QPushButton("Apply"), QRect(360, 8, 100, 32))))
    assert any("widget is 100 wide" in fault for fault in found)


def test_a_shortened_text_needs_a_tool_tip(shown: Any) -> None:
    label = QLabel(f"Distil: outputs{ELLIPSIS}")
    window = shown((label, QRect(8, 8, 300, 24)))
    (fault,) = unreadable(window)
    assert "no tool tip" in fault
    label.setToolTip("Distil: outputs stored")
    assert unreadable(window) == []


def test_only_what_is_written_counts(shown: Any) -> None:
    label = QLabel("Loss")
    shown((label, QRect(8, 8, 300, 24)))
    assert [run.text for run in written_by(label)] == ["Loss"]
