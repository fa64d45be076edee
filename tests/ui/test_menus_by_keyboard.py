"""Every action of the menu bar is reached, told apart and performed by keyboard alone.

Who adds an action to a menu adds to `PERFORMED` what it does: a generator that prepares, yields while the keys are
pressed, and then asserts what came of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMenuBar, QMessageBox, QWidget

from advisor.plan_edit import NEW_PLAN, with_value
from advisor.plan_file import example_plans, load_plan, save_plan
from ui.answer_view import page_titles
from ui.compute_runner import ComputeRunner
from ui.help_popover import Popover
from ui.main_window import MainWindow
from ui.settings import MemoryStore, Settings
from ui.windows import Windows

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a screen that is not there has no keyboard

Choice = QMessageBox.StandardButton
ASK = QMessageBox.exec
ROUNDS = 2
"""How often the arrows go round a menu at most before what they have not reached counts as out of reach."""

RECENT_FILE = "recent.distill"


@dataclass
class Desk:
    """The program's windows, and what stands in for the system's dialogs."""

    qtbot: Any
    windows: Windows
    settings: Settings
    folder: Path
    dialogs: list[str]

    @property
    def window(self) -> MainWindow:
        return self.windows.open[0]

    def wait(self, ready: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(ready, timeout=20_000)

    def edit(self) -> None:
        self.window.document.edit(with_value(self.window.document.plan, "hardware.hours", 77), "Change Time")

    def wait_for_answer(self) -> None:
        self.wait(lambda: self.window.status.state == "fresh")


@pytest.fixture(scope="module")
def windows(qapp: QApplication) -> Iterator[Windows]:
    """The program's windows; building one for every test would take most of the time."""
    windows = Windows(Settings(MemoryStore()), lambda: ComputeRunner())
    yield windows
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QMessageBox, "exec", lambda box: Choice.Discard)
        windows.quit()
    assert windows.shut_down()
    if windows._last is not None:
        windows._last.deleteLater()


@pytest.fixture
def desk(qtbot: Any, windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A window with a new plan; dialogs of the system answer at once, with files in ``tmp_path``."""
    settings = windows._settings
    settings.recovery_folder = tmp_path / "recovery"
    settings.clear_recent()
    save_plan(with_value(NEW_PLAN, "name", "Used before"), tmp_path / RECENT_FILE)
    settings.add_recent(tmp_path / RECENT_FILE)
    if not windows.open:  # the last test closed it
        windows.add().show()
    desk = Desk(qtbot, windows, settings, tmp_path, [])
    with standing_in_for_the_system(desk, monkeypatch):
        desk.window.document.new(NEW_PLAN)
        desk.window.activateWindow()
        yield desk
        for window in windows.open[1:]:
            window.close()


@contextmanager
def standing_in_for_the_system(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Answer the system's own dialogs: for files, for the printer, and the question before work is lost."""

    def saved_as(parent: QWidget, title: str, start: str, *_: Any) -> tuple[str, str]:
        desk.dialogs.append(title)
        return str(desk.folder / f"chosen{Path(start).suffix}"), ""

    def opened(parent: QWidget, title: str, *_: Any) -> tuple[str, str]:
        desk.dialogs.append(title)
        return str(desk.folder / RECENT_FILE), ""

    def printed(dialog: QPrintDialog) -> int:
        desk.dialogs.append(dialog.windowTitle())
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(desk.folder / "paper.pdf"))
        return int(QDialog.DialogCode.Accepted)

    def asked(box: QMessageBox) -> Choice:
        desk.dialogs.append(box.text())
        return Choice.Discard

    monkeypatch.setattr(QFileDialog, "getSaveFileName", saved_as)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", opened)
    monkeypatch.setattr(QPrintDialog, "exec", printed)
    monkeypatch.setattr(QMessageBox, "exec", asked)
    yield


# What each action does

Performance = Callable[[Desk], Iterator[None]]
Place = tuple[str, ...]
"""The words of the menus and of the action, without underlined letters; an edit's name is left out after Undo."""


def file_new(desk: Desk) -> Iterator[None]:
    desk.edit()
    desk.window.document.save(desk.folder / "mine.distill")
    yield
    assert [window.document.plan == NEW_PLAN for window in desk.windows.open] == [False, True]


def file_new_window(desk: Desk) -> Iterator[None]:
    yield
    assert len(desk.windows.open) == 2
    assert desk.windows.open[1].isVisible()


def file_open(desk: Desk) -> Iterator[None]:
    yield
    assert desk.dialogs == ["Open a plan"]
    assert desk.window.document.plan.name == "Used before"
    assert desk.window.document.path == desk.folder / RECENT_FILE


def recent_first(desk: Desk) -> Iterator[None]:
    yield
    assert desk.dialogs == []
    assert desk.window.document.path == desk.folder / RECENT_FILE


def recent_clear(desk: Desk) -> Iterator[None]:
    yield
    assert desk.settings.recent == ()


def example(path: Path) -> Performance:
    def perform(desk: Desk) -> Iterator[None]:
        yield
        assert desk.window.document.plan == load_plan(path)[0]
        assert desk.window.document.path is None

    return perform


def file_save(desk: Desk) -> Iterator[None]:
    desk.window.document.save(desk.folder / "mine.distill")
    desk.edit()
    yield
    assert load_plan(desk.folder / "mine.distill")[0] == desk.window.document.plan
    assert not desk.window.document.dirty


def file_save_as(desk: Desk) -> Iterator[None]:
    desk.edit()
    yield
    assert desk.dialogs == ["Save the plan"]
    assert load_plan(desk.folder / "chosen.distill")[0] == desk.window.document.plan
    assert desk.window.document.path == desk.folder / "chosen.distill"


def export_workbook(desk: Desk) -> Iterator[None]:
    desk.wait_for_answer()
    yield
    desk.wait(lambda: not desk.window.exports.busy)
    assert "Answer" in openpyxl.load_workbook(desk.folder / "chosen.xlsx").sheetnames


def export_json(desk: Desk) -> Iterator[None]:
    desk.wait_for_answer()
    yield
    desk.wait(lambda: not desk.window.exports.busy)
    answer = json.loads((desk.folder / "chosen.json").read_bytes())
    assert answer["verdict"]["headline"] == desk.window.document.advice.recommendation.verdict.headline
    assert "curves" in answer


def file_report(desk: Desk) -> Iterator[None]:
    desk.wait_for_answer()
    with desk.qtbot.waitSignal(desk.window.reports.done, timeout=20_000):
        yield
    assert desk.dialogs == ["Save the report"]
    assert (desk.folder / "chosen.pdf").read_bytes().startswith(b"%PDF")


def file_print(desk: Desk) -> Iterator[None]:
    desk.wait_for_answer()
    with desk.qtbot.waitSignal(desk.window.reports.done, timeout=20_000):
        yield
    assert desk.dialogs == ["Print the report"]
    assert (desk.folder / "paper.pdf").read_bytes().startswith(b"%PDF")


def file_close(desk: Desk) -> Iterator[None]:
    other = desk.windows.add()
    other.show()
    desk.edit()
    desk.window.activateWindow()
    yield
    assert desk.dialogs == ["Save the changes to “Untitled plan”?"]
    assert desk.windows.open == [other]


def file_quit(desk: Desk) -> Iterator[None]:
    desk.windows.add().show()
    desk.window.activateWindow()
    yield
    assert desk.windows.open == []


def edit_undo(desk: Desk) -> Iterator[None]:
    desk.edit()
    yield
    assert desk.window.document.plan == NEW_PLAN


def edit_redo(desk: Desk) -> Iterator[None]:
    desk.edit()
    edited = desk.window.document.plan
    desk.window.document.undo_stack.undo()
    yield
    assert desk.window.document.plan == edited


def edit_copy_text(desk: Desk) -> Iterator[None]:
    desk.wait_for_answer()
    QApplication.clipboard().clear()
    yield
    desk.wait(lambda: not desk.window.exports.busy)
    assert desk.window.document.advice.recommendation.verdict.headline in QApplication.clipboard().text()


def edit_copy_picture(desk: Desk) -> Iterator[None]:
    desk.wait_for_answer()
    QApplication.clipboard().clear()
    yield
    assert QApplication.clipboard().image().width() > desk.window.view.card.width()


def edit_pin(desk: Desk) -> Iterator[None]:
    yield
    assert [pin.name for pin in desk.window.document.plan.pins] == ["A"]


def opens(title: str) -> Performance:
    """Return the performance of an action that opens a window whose title begins so, which Escape closes again."""

    def perform(desk: Desk) -> Iterator[None]:
        assert dialogs_called(title) == []
        yield
        (dialog,) = dialogs_called(title)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    return perform


def dialogs_called(title: str) -> list[QWidget]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.isVisible() and widget.windowTitle().startswith(title)
    ]


def page(name: str) -> Performance:
    def perform(desk: Desk) -> Iterator[None]:
        desk.window.view.choose_page("check" if name != "check" else "budget")
        yield
        assert desk.window.view.page == name

    return perform


def theme(mode: str) -> Performance:
    def perform(desk: Desk) -> Iterator[None]:
        desk.window.themes.set_mode("dark" if mode != "dark" else "light")
        yield
        assert desk.window.themes.mode == mode
        assert desk.settings.theme_mode == mode
        desk.window.themes.set_mode("light")

    return perform


def help_explain(desk: Desk) -> Iterator[None]:
    desk.window.panel.focus_field("student.parameters")
    yield
    close_popover(desk)


def help_chart(desk: Desk) -> Iterator[None]:
    desk.wait_for_answer()
    yield
    close_popover(desk)


def close_popover(desk: Desk) -> None:
    """Close the one explanation that is open, which says what it explains."""
    (popover,) = (popover for popover in desk.window.findChildren(Popover) if popover.isVisible())
    assert popover.accessibleName()
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()


def help_tour(desk: Desk) -> Iterator[None]:
    yield
    assert desk.window.help.tour.running
    desk.window.help.tour.skip()


PERFORMED: dict[Place, Performance] = {
    ("File", "New"): file_new,
    ("File", "New window"): file_new_window,
    ("File", "Open…"): file_open,
    ("File", "Open recent", f"1 {RECENT_FILE}"): recent_first,
    ("File", "Open recent", "Clear this list"): recent_clear,
    **{("File", "Example plans", name): example(path) for name, path in example_plans()},
    ("File", "Save"): file_save,
    ("File", "Save as…"): file_save_as,
    ("File", "Export", "Excel workbook…"): export_workbook,
    ("File", "Export", "Answer as JSON…"): export_json,
    ("File", "Report as PDF…"): file_report,
    ("File", "Print…"): file_print,
    ("File", "Close"): file_close,
    ("File", "Quit"): file_quit,
    ("Edit", "Undo"): edit_undo,
    ("Edit", "Redo"): edit_redo,
    ("Edit", "Copy answer as text"): edit_copy_text,
    ("Edit", "Copy answer as picture"): edit_copy_picture,
    ("Edit", "Pin this plan"): edit_pin,
    ("Edit", "Goal seek…"): opens("Goal seek"),
    ("Edit", "Known models…"): opens("Known models"),
    **{("View", title): page(name) for name, title in page_titles()},
    **{("View", f"{mode.capitalize()} theme"): theme(mode) for mode in ("system", "light", "dark")},
    ("Help", "How to read the answer"): opens("How to read the answer"),
    ("Edit", "Preferences…"): opens("Preferences"),
    ("Help", "Explain this"): help_explain,
    ("Help", "How to read this chart"): help_chart,
    ("Help", "Glossary"): opens("Glossary"),
    ("Help", "Keyboard shortcuts"): opens("Keyboard shortcuts"),
    ("Help", "Take the tour"): help_tour,
    ("Help", "Show log folder"): opens("Log folder"),
    ("Help", "About"): opens("About "),
}


# The menus


def words(action: QAction) -> str:
    """Return what an action says, without the underlined letter and without the edit that would be undone."""
    text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    return text.split(" ")[0] if text.startswith(("Undo ", "Redo ")) else text


def letter(action: QAction) -> str:
    """Return the underlined letter of an action, "" where there is none."""
    text = action.text().replace("&&", "")
    return text[text.index("&") + 1].lower() if "&" in text else ""


def submenu(action: QAction) -> QMenu | None:
    """Return the menu that an action opens."""
    found = action.menu()
    return found if isinstance(found, QMenu) else None


def actions_of(menu: QMenu | QMenuBar) -> list[QAction]:
    """Return the actions as they stand when the menu is open."""
    if isinstance(menu, QMenu):
        menu.aboutToShow.emit()
    return [action for action in menu.actions() if not action.isSeparator() and action.isVisible()]


def places(menu: QMenu | QMenuBar, above: Place = ()) -> Iterator[tuple[Place, QAction]]:
    """Return every action that does something, with its place."""
    for action in actions_of(menu):
        inner = submenu(action)
        if inner is None:
            yield (*above, words(action)), action
        else:
            yield from places(inner, (*above, words(action)))


def menus(menu: QMenu | QMenuBar) -> Iterator[QMenu | QMenuBar]:
    yield menu
    for action in actions_of(menu):
        inner = submenu(action)
        if inner is not None:
            yield from menus(inner)


def popup() -> QMenu:
    """Return the menu that is open and has the keyboard."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no menu is open"
    return menu


def press(place: Place, window: MainWindow) -> None:
    """Open the menus of a place and choose its action, each by its underlined letter."""
    menu: QMenu | QMenuBar = window.menuBar()
    for step in place:
        (action,) = (action for action in actions_of(menu) if words(action) == step)
        assert action.isEnabled(), f"{step} is greyed"
        if isinstance(menu, QMenuBar):
            QTest.keyClick(window, letter(action), Qt.KeyboardModifier.AltModifier)
        else:
            assert popup() is menu
            QTest.keyClick(menu, letter(action))
        menu = submenu(action) or menu
    assert QApplication.activePopupWidget() is None, "a menu stayed open"


def test_every_action_is_performed_below(desk: Desk) -> None:
    found = {place for place, _ in places(desk.window.menuBar())}
    assert found - set(PERFORMED) == set(), "say in PERFORMED what these do"
    assert set(PERFORMED) - found == set(), "these are not in the menus"


def test_every_letter_means_one_thing(desk: Desk) -> None:
    for menu in menus(desk.window.menuBar()):
        letters = {words(action): letter(action) for action in actions_of(menu)}
        assert "" not in letters.values(), letters
        assert len(set(letters.values())) == len(letters), letters


@pytest.mark.parametrize("place", PERFORMED, ids=" > ".join)
def test_an_action_by_its_letters(desk: Desk, place: Place) -> None:
    performance = PERFORMED[place](desk)
    next(performance)
    press(place, desk.window)
    assert next(performance, "done") == "done"


def test_every_action_is_reached_by_the_arrows(desk: Desk) -> None:
    desk.edit()
    desk.edit()
    desk.window.document.undo_stack.undo()
    desk.window.document.edit(with_value(NEW_PLAN, "hardware.hours", 5), "Change Time")
    desk.window.document.edit(with_value(NEW_PLAN, "hardware.hours", 6), "Change Time")
    desk.window.document.undo_stack.undo()
    wanted = {place for place, _ in places(desk.window.menuBar())}
    bar = actions_of(desk.window.menuBar())
    QTest.keyClick(desk.window, letter(bar[0]), Qt.KeyboardModifier.AltModifier)
    reached: set[Place] = set()
    for action in bar:
        menu = submenu(action)
        assert popup() is menu
        reached |= {(words(action), *rest) for rest in walked(popup())}
        QTest.keyClick(popup(), Qt.Key.Key_Home)
        QTest.keyClick(popup(), Qt.Key.Key_Right)
    assert wanted - reached == set()
    assert popup() is submenu(bar[0]), "the last menu is followed by the first"
    QTest.keyClick(popup(), Qt.Key.Key_Escape)


def walked(menu: QMenu) -> set[Place]:
    """Return what the arrows reach in an open menu and in those that open from it."""
    reached: set[Place] = set()
    for _ in range(ROUNDS * len(actions_of(menu))):
        current = menu.activeAction()
        if current is not None and (words(current),) not in reached:
            reached.add((words(current),))
            inner = submenu(current)
            if inner is not None:
                QTest.keyClick(menu, Qt.Key.Key_Right)
                assert popup() is inner
                reached |= {(words(current), *rest) for rest in walked(inner)}
                QTest.keyClick(inner, Qt.Key.Key_Left)
                assert popup() is menu
        QTest.keyClick(menu, Qt.Key.Key_Down)
    return reached


@pytest.mark.parametrize(
    ("key", "modifier", "closed", "written"),
    [
        ("d", Qt.KeyboardModifier.AltModifier, True, False),
        ("s", Qt.KeyboardModifier.AltModifier, True, True),
        ("d", Qt.KeyboardModifier.NoModifier, True, False),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, True, True),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, False, False),
    ],
)
def test_the_question_before_work_is_lost_is_answered_by_its_letters(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, key: Any, modifier: Qt.KeyboardModifier, closed: bool, written: bool
) -> None:
    said: list[str] = []

    def press_key() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox) or QApplication.activeWindow() is not box:
            QTimer.singleShot(5, press_key)
            return
        said.extend(button.text() for button in box.buttons())
        QTest.keyClick(box, key, modifier)
        QTimer.singleShot(5000, box, lambda: box.done(Choice.NoButton))  # the key means nothing: do not wait for ever

    monkeypatch.setattr(QMessageBox, "exec", ASK)
    window = desk.window
    window.document.save(desk.folder / "mine.distill")
    desk.edit()
    edited = window.document.plan
    QTimer.singleShot(0, press_key)
    press(("File", "Close"), window)
    assert sorted(said) == ["&Don’t save", "&Save", "Cancel"]
    assert (window not in desk.windows.open) is closed
    assert (load_plan(desk.folder / "mine.distill")[0] == edited) is written
    window.document.undo_stack.setClean()
