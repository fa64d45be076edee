"""The Compare page: every operation on a pin by mouse, keyboard and menu, each one step to undo; copies and files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from advisor.compare.page import ComparePage, compare_page, tab_separated
from advisor.pins import pin_plan, rename_pin, restore_pin
from advisor.plan import MOST_PINS, Plan
from advisor.plan_edit import value_at, with_value
from advisor.plan_file import load_plan
from advisor.solution import solve_plan
from tests.advisor.plans import CLEAR_DISTIL
from tests.advisor.test_compare import REFUSED
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.main_window import MainWindow
from ui.pages.compare_page import ComparePageWidget
from ui.settings import MemoryStore, Settings
from ui.theme import DARK

from .fakes import ControlledAdvise

HOURS = "hardware.hours"
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def three() -> Plan:
    """Return a plan of 240 h with pins A, B, C of 60, 120 and 180 h."""
    plan = with_value(CLEAR_DISTIL, HOURS, 60.0)
    for value in (120.0, 180.0, 240.0):
        plan = with_value(pin_plan(plan), HOURS, value)
    return plan


@pytest.fixture
def window(qtbot: Any) -> Iterator[MainWindow]:
    """A window that shows the three pins side by side."""
    window = MainWindow(Document(), ComputeRunner(ControlledAdvise()), Settings(MemoryStore()))
    window.show()
    window.view.choose_page("compare")
    open_plan(qtbot, window, three())
    yield window
    assert window.runner.shut_down()
    window.hide()
    window.deleteLater()


def open_plan(qtbot: Any, window: MainWindow, plan: Plan) -> None:
    window.document.new(plan)
    settle(qtbot, window)


def settle(qtbot: Any, window: MainWindow) -> None:
    """Wait until the table shows the plan as it is."""

    def shown() -> bool:
        page = page_of(window).shown_page
        names = [pin.name for pin in window.document.plan.pins]
        return window.status.state == "fresh" and page is not None and [c.name for c in page.columns][1:] == names

    qtbot.waitUntil(shown, timeout=10_000)


def page_of(window: MainWindow) -> ComparePageWidget:
    page = window.view.pages["compare"]
    assert isinstance(page, ComparePageWidget)
    return page


def names(window: MainWindow) -> list[str]:
    return [pin.name for pin in window.document.plan.pins]


def choose(window: MainWindow, pin: int) -> None:
    """Click a cell of a pin's column."""
    table = page_of(window).table
    table.scrollTo(table.compared.index(0, pin + 1))
    place = table.visualRect(table.compared.index(1, pin + 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert table.pin == pin


def click(window: MainWindow, button: str) -> None:
    QTest.mouseClick(page_of(window).buttons[button], Qt.MouseButton.LeftButton)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(page_of(window).table, key, modifier)


def trigger(window: MainWindow, words: str) -> None:
    """Choose an entry of the chosen pin's menu."""
    menu = page_of(window).menu()
    action = next(action for action in menu.actions() if action.text() == words)
    assert action.isEnabled()
    action.trigger()
    menu.deleteLater()


def type_name(window: MainWindow, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
    editor = page_of(window).table.names.editor
    assert editor.isVisible()
    editor.selectAll()
    event = QInputMethodEvent()  # simulated keys know only Latin letters
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)
    if end is not None:
        QTest.keyClick(editor, end)


def undone(qtbot: Any, window: MainWindow, before: Plan, text: str) -> None:
    """Assert that what was done was one step, called ``text``, that goes back and forth."""
    settle(qtbot, window)
    after = window.document.plan
    assert after != before
    stack = window.document.undo_stack
    assert (stack.count(), stack.undoText()) == (1, text)
    window.actions_by_name.undo.trigger()
    settle(qtbot, window)
    assert window.document.plan == before
    window.actions_by_name.redo.trigger()
    settle(qtbot, window)
    assert window.document.plan == after


# What is shown


def test_the_table_says_what_the_page_says(window: MainWindow) -> None:
    page = page_of(window)
    shown, table = page.shown_page, page.table
    assert shown == compare_page(solve_plan(three()))
    assert page.sentence.text() == shown.sentence
    model = table.compared
    assert [model.headerData(i, Qt.Orientation.Horizontal) for i in range(4)] == ["This plan", "A", "B", "C"]
    for i, row in enumerate(shown.rows):
        assert model.headerData(i, Qt.Orientation.Vertical) == row.label
        assert model.headerData(i, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) == row.tip
        assert [model.index(i, column).data() for column in range(4)] == [cell.text for cell in row.cells]


def test_every_cell_is_readable_without_seeing_it(window: MainWindow) -> None:
    page = page_of(window)
    model = page.table.compared
    spoken = [
        str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
        for column in range(4)
    ]
    assert "A, Cost: $3,360, $10,100 less, the best" in spoken
    assert any(text.startswith("This plan, Expected loss: 2.0") and text.endswith("the best") for text in spoken)
    assert page.table.accessibleName() == "Plans side by side"
    assert page.table.accessibleDescription() == page.shown_page.sentence
    for button in (page.pin_button, page.copy_button, page.save_button, *page.buttons.values()):
        assert button.toolTip()
        assert button.text() or button.accessibleName()


def test_a_live_edit_keeps_the_place_in_the_table(qtbot: Any, window: MainWindow) -> None:
    choose(window, 1)
    table = page_of(window).table
    row = table.currentIndex().row()
    window.document.edit(with_value(window.document.plan, HOURS, 250.0), "Change Time")
    qtbot.waitUntil(lambda: table.compared.index(5, 0).data() == "10.4 days" or window.status.state == "fresh")
    settle(qtbot, window)
    assert (table.pin, table.currentIndex().row()) == (1, row)
    assert table.pin_name == "B"


def test_the_labels_stay_in_sight_with_many_pins(qtbot: Any, window: MainWindow) -> None:
    plan = CLEAR_DISTIL
    for i in range(MOST_PINS):
        plan = with_value(pin_plan(plan), HOURS, 100.0 + i)
    open_plan(qtbot, window, plan)
    page = page_of(window)
    table = page.table
    assert table.compared.columnCount() == MOST_PINS + 1
    assert not page.pin_button.isEnabled()
    table.choose_pin(MOST_PINS - 1)
    assert table.horizontalScrollBar().value() > 0
    assert table.visualRect(table.currentIndex()).right() <= table.viewport().width()
    assert table.verticalHeader().isVisible()
    before = window.document.plan
    window.actions_by_name.pin.trigger()
    assert window.document.plan == before
    assert "26 pins at most" in window.status._note.text()


def test_a_plan_without_pins_invites_to_pin(qtbot: Any, window: MainWindow) -> None:
    open_plan(qtbot, window, CLEAR_DISTIL)
    page = page_of(window)
    assert page.sentence.text() == "Pin this plan, change it, and both stand side by side."
    assert page.table.compared.columnCount() == 1
    assert page.bar.isHidden()
    assert page.pin_button.isEnabled()


def test_a_pin_without_an_answer_says_why_in_place(qtbot: Any, window: MainWindow) -> None:
    pinned = msgspec.structs.replace(CLEAR_DISTIL, pins=pin_plan(REFUSED).pins)
    open_plan(qtbot, window, pinned)
    model = page_of(window).table.compared
    assert model.index(0, 1).data() == "No answer"
    assert "even the smallest teacher" in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "A has no answer" in page_of(window).notes.text()


def test_in_error_numbers_step_back(qtbot: Any, window: MainWindow) -> None:
    page = page_of(window)
    page.set_stale("Last good plan")
    assert page.table.quiet
    page.set_stale(None)
    assert not page.table.quiet


# Pinning


@pytest.mark.parametrize("way", ["button", "action", "key"])
def test_pinning(qtbot: Any, window: MainWindow, way: str) -> None:
    before = window.document.plan
    if way == "button":
        QTest.mouseClick(page_of(window).pin_button, Qt.MouseButton.LeftButton)
    elif way == "action":
        window.actions_by_name.pin.trigger()
    else:
        window.activateWindow()
        assert window.actions_by_name.pin.shortcut().toString() == "Ctrl+Shift+P"
        QTest.keyClick(window, Qt.Key.Key_P, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, window)
    assert names(window) == ["A", "B", "C", "D"]
    assert window.document.plan.pins[3].plan == msgspec.structs.replace(before, pins=())
    assert window.status._note.text() == "Pinned as D"
    if way == "button":
        assert page_of(window).table.pin_name == "D"
    undone(qtbot, window, before, "Pin plan")


def test_pin_stands_in_the_tool_bar_and_the_menu(window: MainWindow) -> None:
    action = window.actions_by_name.pin
    assert action.iconText() == "Pin"
    assert action.toolTip().startswith("Keep this plan beside the next ones")
    menus = [menu for menu in window.menuBar().findChildren(QMenu) if action in menu.actions()]
    assert len(menus) == 1


# What is done with a pin


WAYS: dict[str, dict[str, Callable[[MainWindow], None]]] = {
    "left": {
        "button": lambda window: click(window, "left"),
        "key": lambda window: press(window, Qt.Key.Key_Left, CONTROL),
        "menu": lambda window: trigger(window, "Move left"),
    },
    "right": {
        "button": lambda window: click(window, "right"),
        "key": lambda window: press(window, Qt.Key.Key_Right, CONTROL),
        "menu": lambda window: trigger(window, "Move right"),
    },
    "remove": {
        "button": lambda window: click(window, "remove"),
        "key": lambda window: press(window, Qt.Key.Key_Delete),
        "menu": lambda window: trigger(window, "Remove"),
    },
    "restore": {
        "button": lambda window: click(window, "restore"),
        "key": lambda window: press(window, Qt.Key.Key_Return),
        "menu": lambda window: trigger(window, "Restore"),
    },
    "rename": {
        "button": lambda window: click(window, "rename"),
        "key": lambda window: press(window, Qt.Key.Key_F2),
        "menu": lambda window: trigger(window, "Rename"),
    },
}
EACH_WAY = ["button", "key", "menu"]


@pytest.mark.parametrize("way", EACH_WAY)
@pytest.mark.parametrize(("where", "order"), [("left", "BAC"), ("right", "ACB")])
def test_moving(qtbot: Any, window: MainWindow, where: str, order: str, way: str) -> None:
    before = window.document.plan
    choose(window, 1)
    WAYS[where][way](window)
    settle(qtbot, window)
    assert "".join(names(window)) == order
    assert page_of(window).table.pin_name == "B", "the pin that was moved keeps the keyboard"
    undone(qtbot, window, before, "Move pin")


def test_moving_twice_at_once_moves_the_same_pin(qtbot: Any, window: MainWindow) -> None:
    choose(window, 0)
    press(window, Qt.Key.Key_Right, CONTROL)
    press(window, Qt.Key.Key_Right, CONTROL)
    settle(qtbot, window)
    assert "".join(names(window)) == "BCA"
    assert page_of(window).table.pin_name == "A"


def test_moving_beyond_the_end_is_no_step(window: MainWindow) -> None:
    choose(window, 2)
    assert not page_of(window).buttons["right"].isEnabled()
    press(window, Qt.Key.Key_Right, CONTROL)
    assert window.document.undo_stack.count() == 0


@pytest.mark.parametrize("way", EACH_WAY)
def test_removing(qtbot: Any, window: MainWindow, way: str) -> None:
    before = window.document.plan
    choose(window, 1)
    WAYS["remove"][way](window)
    settle(qtbot, window)
    assert names(window) == ["A", "C"]
    assert page_of(window).table.pin_name == "C"
    undone(qtbot, window, before, "Remove pin")


@pytest.mark.parametrize("way", EACH_WAY)
def test_restoring_refreshes_the_panel(qtbot: Any, window: MainWindow, way: str) -> None:
    before = window.document.plan
    choose(window, 0)
    WAYS["restore"][way](window)
    settle(qtbot, window)
    assert value_at(window.document.plan, HOURS) == 60
    assert names(window) == ["A", "B", "C"]
    (entry,) = window.panel.row(HOURS).entries()
    assert entry.text() == "2.5 days"
    undone(qtbot, window, before, "Restore pin")


@pytest.mark.parametrize("way", EACH_WAY)
def test_renaming(qtbot: Any, window: MainWindow, way: str) -> None:
    before = window.document.plan
    choose(window, 1)
    WAYS["rename"][way](window)
    assert page_of(window).table.names.editor.text() == "B"
    type_name(window, "  half  price ")
    settle(qtbot, window)
    assert names(window) == ["A", "half price", "C"]
    assert page_of(window).table.pin_name == "half price"
    assert QApplication.focusWidget() is page_of(window).table
    undone(qtbot, window, before, "Rename pin")


def test_a_double_click_on_a_name_renames(qtbot: Any, window: MainWindow) -> None:
    header = page_of(window).table.names
    place = QPoint(header.sectionViewportPosition(2) + 20, 12)
    QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    type_name(window, "cheap")
    settle(qtbot, window)
    assert names(window) == ["A", "cheap", "C"]


def test_this_plan_cannot_be_renamed_moved_or_removed(window: MainWindow) -> None:
    header = page_of(window).table.names
    QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(20, 12))
    assert not header.editor.isVisible()
    choose(window, -1)
    for key, modifier in (
        (Qt.Key.Key_F2, NONE),
        (Qt.Key.Key_Delete, NONE),
        (Qt.Key.Key_Return, NONE),
        (Qt.Key.Key_Right, CONTROL),
    ):
        press(window, key, modifier)
        choose(window, -1)
    assert not header.editor.isVisible()
    assert window.document.undo_stack.count() == 0
    assert not any(button.isEnabled() for button in page_of(window).buttons.values())


def test_escape_leaves_the_old_name(qtbot: Any, window: MainWindow) -> None:
    choose(window, 1)
    press(window, Qt.Key.Key_F2)
    type_name(window, "other", Qt.Key.Key_Escape)
    assert not page_of(window).table.names.renaming
    assert window.document.undo_stack.count() == 0


@pytest.mark.parametrize(("text", "fix"), [("A", "Another pin has this name"), ("x" * 81, "1 to 80"), (" ", "1 to 80")])
def test_a_name_that_cannot_be_is_marked_in_place(window: MainWindow, text: str, fix: str) -> None:
    page = page_of(window)
    choose(window, 1)
    press(window, Qt.Key.Key_F2)
    type_name(window, text)
    assert page.table.names.editor.isVisible()
    assert page.table.names.editor.property("state") == "error"
    assert fix in page.notes.text()
    QTest.keyClick(page.table.names.editor, Qt.Key.Key_Escape)
    assert fix not in page.notes.text()
    assert names(window) == ["A", "B", "C"]
    assert window.document.undo_stack.count() == 0


@pytest.mark.parametrize(
    "name", ["&File <b>x</b>", "ä→б 日本 €", '"quoted", with\\slash', "a" * 80, "pin_0", "supervised"]
)
def test_odd_names_are_names(qtbot: Any, window: MainWindow, tmp_path: Path, name: str) -> None:
    choose(window, 1)
    press(window, Qt.Key.Key_F2)
    type_name(window, name)
    settle(qtbot, window)
    assert names(window)[1] == name
    window.document.save(tmp_path / "named.distill")
    assert load_plan(tmp_path / "named.distill")[0] == window.document.plan
    page = page_of(window)
    page.save(tmp_path / "named.csv")
    header = next(csv.reader(io.StringIO((tmp_path / "named.csv").read_bytes().decode("utf-8-sig"))))
    assert header[4] == name
    window.view.choose_page("budget")
    qtbot.waitUntil(lambda: window.status.state == "fresh")
    labels = [curve.label for curve in window.document.advice.pages["budget"].curves if curve.key == "pin_1"]
    assert labels[0].startswith(name[:17])


def test_undo_while_a_name_is_written_ends_the_writing(qtbot: Any, window: MainWindow) -> None:
    choose(window, 2)
    press(window, Qt.Key.Key_Delete)
    settle(qtbot, window)
    choose(window, 0)
    press(window, Qt.Key.Key_F2)
    type_name(window, "other", None)
    window.document.undo_stack.undo()
    settle(qtbot, window)
    assert not page_of(window).table.names.renaming
    assert names(window) == ["A", "B", "C"]


def test_an_operation_means_the_pin_that_was_seen(window: MainWindow) -> None:
    """The plan may have changed since the table was drawn: the pin is found by its name, or nothing is done."""
    page, asked = page_of(window), []
    page.edit_requested.disconnect()
    page.edit_requested.connect(lambda change, text: asked.append(change))
    choose(window, 1)
    page.remove()
    (change,) = asked
    fewer = msgspec.structs.replace(three(), pins=three().pins[1:])
    assert [pin.name for pin in change(fewer).pins] == ["C"]
    without = msgspec.structs.replace(three(), pins=three().pins[2:])
    assert change(without) == without
    page._rename(1, "taken")
    taken = rename_pin(three(), 0, "taken")
    assert asked[1](taken) == taken


def test_the_menu_opens_over_the_pin_under_the_pointer(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: opened.append(menu))
    table = page_of(window).table
    place = table.visualRect(table.compared.index(2, 3)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    assert table.pin_name == "C"
    words = [action.text() for action in opened[0].actions() if not action.isSeparator()]
    assert words == ["Restore", "Rename", "Move left", "Move right", "Remove", "Pin this plan", "Copy the table"]
    header = table.names
    place = QPoint(header.sectionViewportPosition(1) + 20, 12)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, header.viewport().mapToGlobal(place))
    QApplication.sendEvent(header.viewport(), event)
    assert len(opened) == 2
    assert table.pin_name == "A"


# Copies and files


def test_copying_puts_the_table_on_the_clipboard(window: MainWindow) -> None:
    page = page_of(window)
    expected = tab_separated(page.shown_page)
    QTest.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == expected
    assert window.status._note.text() == "The table is on the clipboard"
    QGuiApplication.clipboard().clear()
    choose(window, 0)
    press(window, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == expected


def test_files_hold_the_whole_table(qtbot: Any, window: MainWindow, tmp_path: Path) -> None:
    page = page_of(window)
    page.save(tmp_path / "table.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "table.csv").read_bytes().decode("utf-8-sig"))))
    assert rows[0] == ["Quantity", "Unit", "This plan", "A", "B", "C"]
    assert len(rows) == len(page.shown_page.rows) + 1
    page.save(tmp_path / "table.png")
    image = QImage(str(tmp_path / "table.png"))
    heights = page.table.horizontalHeader().height() + sum(
        page.table.rowHeight(row) for row in range(page.table.compared.rowCount())
    )
    assert image.height() > 2 * heights
    page.save(tmp_path / "table.svg")
    drawing = (tmp_path / "table.svg").read_text(encoding="utf-8")
    assert "Expected loss" in drawing
    assert page.shown_page.sentence in drawing
    page.save(tmp_path / "none" / "table.png")
    assert "page_failed" in window.messages.shown


def test_it_takes_every_theme(window: MainWindow) -> None:
    page = page_of(window)
    page.set_theme(DARK)
    assert page.table.theme is DARK
    assert not page.grab().isNull()


# The widget alone


def test_alone_it_shows_nothing_until_it_is_told(qtbot: Any, tmp_path: Path) -> None:
    page = ComparePageWidget()
    qtbot.addWidget(page)
    page.copy()
    page.pin()
    page.write(tmp_path / "x.csv")
    assert not (tmp_path / "x.csv").exists()
    assert page.table.pin == -1
    assert page.shown_page is None


def test_a_restored_pin_is_this_plan(qtbot: Any) -> None:
    page = ComparePageWidget()
    qtbot.addWidget(page)
    made = compare_page(solve_plan(restore_pin(three(), 0)))
    page.show_page(made)
    assert isinstance(page.shown_page, ComparePage)
    cells = next(row.cells for row in made.rows if row.label == "Cost")
    assert cells[0].text == cells[1].text
