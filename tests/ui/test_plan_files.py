"""Files from the window: recent ones, saving under every failure, changes from outside, and where a plan opens."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from advisor.errors import Cancelled
from advisor.plan import Plan
from advisor.plan_edit import NEW_PLAN, with_value
from advisor.plan_file import example_plans, load_plan, save_plan
from ui import file_messages
from ui.compute_runner import ComputeRunner
from ui.disk_state import DiskState
from ui.document import Document
from ui.file_reasons import reasons, remedies
from ui.file_watch import FileWatch
from ui.main_window import MainWindow
from ui.message_bar import MessageBar
from ui.recent_menu import RecentMenu
from ui.settings import RECENT_LIMIT, MemoryStore, Settings
from ui.theme import DARK, LIGHT
from ui.windows import STEP, Windows

Choice = QMessageBox.StandardButton


def never(plan: Plan, should_stop: object) -> None:
    """Answer nothing: these tests are about files."""
    raise Cancelled


def named(name: str) -> Plan:
    return msgspec.structs.replace(NEW_PLAN, name=name)


def press(messages: MessageBar, text: str) -> None:
    (button,) = (button for button in messages.buttons if button.text() == text)
    button.click()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(MemoryStore())
    settings.recovery_folder = tmp_path / "recovery"
    return settings


@pytest.fixture
def windows(qapp: QApplication, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Windows]:
    """The program's windows; whatever is unsaved at the end is not."""
    windows = Windows(settings, lambda: ComputeRunner(never))
    yield windows
    monkeypatch.setattr(QMessageBox, "exec", lambda box: Choice.Discard)
    windows.quit()
    assert windows.open == []
    assert windows.shut_down()
    if windows._last is not None:
        windows._last.deleteLater()


@pytest.fixture
def window(windows: Windows) -> MainWindow:
    window = windows.add()
    window.show()
    return window


@pytest.fixture
def saved(window: MainWindow, tmp_path: Path) -> Path:
    """The file of the window's plan."""
    path = tmp_path / "plan.distill"
    window.document.new(named("Saved"))
    window.document.save(path)
    return path


def edit(window: MainWindow, name: str = "Edited") -> None:
    window.document.edit(named(name), "Rename")


def answer(monkeypatch: pytest.MonkeyPatch, *answers: Choice) -> list[str]:
    """Answer the questions to come, and return what they were, as they come."""
    asked: list[str] = []
    waiting = list(answers)

    def reply(box: QMessageBox) -> Choice:
        asked.append(box.text())
        return waiting.pop(0)

    monkeypatch.setattr(QMessageBox, "exec", reply)
    return asked


def save_to(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


# Recent files


def entries(menu: RecentMenu) -> list[QAction]:
    menu.fill()
    return [action for action in menu._menu.actions() if action.data() is not None]


@pytest.fixture
def recent(window: MainWindow) -> RecentMenu:
    return window.files._recent


def test_files_opened_and_saved_are_remembered_the_latest_first(
    window: MainWindow, recent: RecentMenu, saved: Path, tmp_path: Path
) -> None:
    other = tmp_path / "R&D" / "other.distill"
    other.parent.mkdir()
    save_plan(named("Other"), other)
    assert entries(recent) == []
    assert window.files.open_path(other)
    window.document.new()
    assert window.files.open_path(saved)
    edit(window)
    assert window.files.save()
    found = entries(recent)
    assert [action.text() for action in found] == ["&1 plan.distill", "&2 other.distill"]
    assert [action.toolTip() for action in found] == [str(tmp_path), str(other.parent)]
    assert recent._menu.toolTipsVisible()


def test_files_of_one_name_are_told_apart_and_examples_are_not_remembered(
    window: MainWindow, recent: RecentMenu, settings: Settings, tmp_path: Path
) -> None:
    for folder in ("a", "R&D"):
        (tmp_path / folder).mkdir()
        save_plan(named(folder), tmp_path / folder / "plan.distill")
        settings.add_recent(tmp_path / folder / "plan.distill")
    window.files.open_example(example_plans()[0][1])
    assert [action.text() for action in entries(recent)] == ["&1 plan.distill in R&&D", "&2 plan.distill in a"]


def test_a_file_that_is_gone_is_greyed_and_says_so(recent: RecentMenu, settings: Settings, tmp_path: Path) -> None:
    settings.add_recent(tmp_path / "gone.distill")
    (action,) = entries(recent)
    assert not action.isEnabled()
    assert action.text() == "&1 gone.distill (not found)"


def test_ten_files_are_remembered_each_once_and_all_can_be_forgotten(
    recent: RecentMenu, settings: Settings, tmp_path: Path
) -> None:
    for number in (*range(12), 5):
        settings.add_recent(tmp_path / f"{number}.distill")
    numbers = [int(path.stem) for path in settings.recent]
    assert numbers == [5, 11, 10, 9, 8, 7, 6, 4, 3, 2]
    assert len(numbers) == RECENT_LIMIT
    assert entries(recent)[-1].text().startswith("&0 ")
    clear = recent._menu.actions()[-1]
    assert clear.text() == "&Clear this list"
    clear.trigger()
    assert settings.recent == ()
    assert not recent._menu.actions()[0].isEnabled()


@pytest.mark.parametrize("count", [0, 1, 3])
def test_recent_files_survive_a_restart(tmp_path: Path, count: int) -> None:
    store = str(tmp_path / "settings.ini")
    first = Settings(QSettings(store, QSettings.Format.IniFormat))
    first.clear_recent()
    paths = [tmp_path / f"ünï {i}, b.distill" for i in range(count)]
    for path in paths:
        first.add_recent(path)
    first.sync()
    assert list(Settings(QSettings(store, QSettings.Format.IniFormat)).recent) == paths[::-1]


@pytest.mark.parametrize("value", [7, None, [None, 3], ""])
def test_damaged_recent_files_read_as_none(value: object) -> None:
    store = MemoryStore()
    store.setValue("files/recent", value)
    assert Settings(store).recent == ()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a screen that is not there has no keyboard to grab
def test_a_recent_file_opens_by_keyboard(
    qtbot: Any, window: MainWindow, recent: RecentMenu, settings: Settings, tmp_path: Path
) -> None:
    save_plan(named("Chosen"), tmp_path / "a.distill")
    settings.add_recent(tmp_path / "a.distill")
    menu = recent._menu
    menu.popup(window.pos())
    QTest.keyClick(menu, Qt.Key.Key_1)
    assert window.document.plan == named("Chosen")


# Saving under every failure


def failing(code: int) -> Callable[[int], None]:
    def fail(descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def test_a_failure_names_the_file_and_what_to_do_and_nothing_is_lost(
    window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(window)
    for code in sorted({*reasons(), errno.ENOMEM}):
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", failing(code))
            assert not window.files.save()
        assert window.messages.shown == ("save_failed",)
        text = window.messages.text
        assert text.startswith("“plan.distill” was not saved: ")
        assert text.endswith(" Your plan is still here, unsaved.")
        assert "ave it " in text
        assert "Errno" not in text
        assert window.document.dirty
        assert window.document.plan == named("Edited")
        assert load_plan(saved)[0] == named("Saved")
    press(window.messages, file_messages.try_again())
    assert window.messages.shown == ()
    assert load_plan(saved)[0] == named("Edited")


def test_every_remedy_belongs_to_a_reason() -> None:
    assert set(remedies()) <= set(reasons())


def test_a_failure_offers_another_place(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(window)
    (tmp_path / "folder.distill").mkdir()
    save_to(monkeypatch, tmp_path / "folder.distill")
    assert not window.files.save()
    assert "it is a folder. Save it under another name." in window.messages.text
    save_to(monkeypatch, tmp_path / ("n" * 260))
    press(window.messages, file_messages.save_as())
    assert "its name is too long. Save it under a shorter name." in window.messages.text
    save_to(monkeypatch, tmp_path / "good.distill")
    press(window.messages, file_messages.save_as())
    assert window.messages.shown == ()
    assert not window.document.dirty
    assert load_plan(tmp_path / "good.distill")[0] == named("Edited")


def test_trying_again_means_the_place_that_failed(
    window: MainWindow, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(window)
    folder = tmp_path / "away"
    save_to(monkeypatch, folder / "copy.distill")
    assert not window.files.save_as()
    folder.mkdir()
    press(window.messages, file_messages.try_again())
    assert load_plan(folder / "copy.distill")[0] == named("Edited")
    assert load_plan(saved)[0] == named("Saved")


# Changes from outside


@pytest.fixture
def watch(qapp: QApplication, tmp_path: Path) -> tuple[Document, Path, list[DiskState]]:
    """A document with a file, and what its watch finds."""
    document, path, found = Document(named("Saved")), tmp_path / "w.distill", []
    document.save(path)
    watch = FileWatch(document, 20, parent=document)
    watch.found.connect(lambda state, _: found.append(state))
    return document, path, found


def rewrite(path: Path, name: str) -> None:
    """Write as simple programs do: into the file itself."""
    other = path.with_name("other.tmp")
    save_plan(named(name), other)
    path.write_bytes(other.read_bytes())
    other.unlink()


@pytest.mark.parametrize("write", [rewrite, lambda path, name: save_plan(named(name), path)], ids=["in place", "anew"])
def test_the_system_tells_of_a_change_and_of_the_next_one(
    qtbot: Any, watch: tuple[Document, Path, list[DiskState]], write: Callable[[Path, str], None]
) -> None:
    _, path, found = watch
    write(path, "Theirs")
    qtbot.waitUntil(lambda: found == [DiskState.CHANGED])
    write(path, "Theirs again")
    qtbot.waitUntil(lambda: found == [DiskState.CHANGED] * 2)
    path.unlink()
    qtbot.waitUntil(lambda: found[2:] == [DiskState.GONE])
    write(path, "Saved")
    qtbot.waitUntil(lambda: found[3:] == [DiskState.SAME])


def test_saving_here_is_no_change_from_outside(qtbot: Any, watch: tuple[Document, Path, list[DiskState]]) -> None:
    document, path, found = watch
    for number in range(5):
        document.edit(named(f"Mine {number}"), "Rename")
        document.save()
    save_plan(document.plan, path)  # the same again, by somebody else
    document.save(path.with_name("second.distill"))
    marker = Document(document.plan)
    marker.save(path.with_name("marker.distill"))
    seen: list[DiskState] = []
    second = FileWatch(marker, 20, parent=marker)
    second.found.connect(lambda state, _: seen.append(state))
    save_plan(named("Theirs"), path.with_name("marker.distill"))
    qtbot.waitUntil(lambda: seen == [DiskState.CHANGED])  # by now the system has reported everything before it
    assert found == []


def test_a_changed_file_can_be_reloaded_and_the_reload_undone(window: MainWindow, saved: Path) -> None:
    edit(window, "Mine")
    save_plan(named("Theirs"), saved)
    window.files.watch.look()
    assert window.messages.shown == ("changed_outside",)
    assert window.document.plan == named("Mine"), "nothing happens without being asked for"
    assert [button.text() for button in window.messages.buttons] == ["Reload", "Keep mine"]
    press(window.messages, file_messages.reload())
    assert window.document.plan == named("Theirs")
    assert not window.document.dirty
    assert window.messages.shown == ()
    window.document.undo_stack.undo()
    assert window.document.plan == named("Mine")
    assert window.document.dirty
    assert window.files.save(), "its change was seen: no question is left"
    assert load_plan(saved)[0] == named("Mine")


def test_keeping_mine_makes_it_unsaved_and_saving_needs_no_second_question(
    window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_plan(named("Theirs"), saved)
    window.files.watch.look()
    assert not window.document.dirty
    press(window.messages, file_messages.keep_mine())
    assert window.document.dirty
    window.files.watch.look()
    assert window.messages.shown == ()
    asked = answer(monkeypatch)
    assert window.files.save()
    assert asked == []
    assert load_plan(saved)[0] == named("Saved")


@pytest.mark.parametrize(("choice", "kept", "dirty"), [
    (Choice.Yes, "Mine", False),
    (Choice.No, "Theirs", False),
    (Choice.Cancel, "Theirs", True),
])  # fmt: skip
def test_saving_over_a_change_nobody_told_of_asks(
    window: MainWindow,
    saved: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    choice: Choice,
    kept: str,
    dirty: bool,
) -> None:
    edit(window, "Mine")
    save_plan(named("Theirs"), saved)
    asked = answer(monkeypatch, choice)
    save_to(monkeypatch, tmp_path / "copy.distill")
    assert window.files.save() is not dirty
    assert asked == ["“plan.distill” was changed by another program since you opened it."]
    assert load_plan(saved)[0] == named(kept)
    assert window.document.dirty is dirty
    assert (tmp_path / "copy.distill").exists() is (choice == Choice.No)


def test_a_file_that_is_gone_is_told_and_can_be_saved_again(window: MainWindow, saved: Path) -> None:
    saved.unlink()
    window.files.watch.look()
    assert window.messages.shown == ("gone_outside",)
    assert str(saved.parent) in window.messages.text
    assert window.document.dirty, "closing would lose it"
    press(window.messages, file_messages.save())
    assert load_plan(saved)[0] == named("Saved")
    assert not window.document.dirty
    assert window.messages.shown == ()


def test_a_folder_that_is_gone_leaves_the_choice_of_another(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    window.document.save(folder / "plan.distill")
    shutil.rmtree(folder)
    window.files.watch.look()
    press(window.messages, file_messages.save())
    assert window.messages.shown == ("save_failed",)
    save_to(monkeypatch, tmp_path / "plan.distill")
    press(window.messages, file_messages.save_as())
    assert window.messages.shown == ()
    assert load_plan(tmp_path / "plan.distill")[0] == window.document.plan


def test_a_change_that_cannot_be_read_is_told_and_the_plan_stays(window: MainWindow, saved: Path) -> None:
    saved.write_bytes(b"{")
    window.files.watch.look()
    press(window.messages, file_messages.reload())
    assert window.messages.shown == ("open_failed",)
    assert window.document.plan == named("Saved")


# The buttons of the message bar


def test_buttons_are_pressed_by_keyboard_and_readable_in_both_themes(
    qtbot: Any, window: MainWindow, saved: Path
) -> None:
    saved.unlink()
    window.files.watch.look()
    bar = window.messages
    QApplication.processEvents()
    assert [button.text() for button in bar.buttons] == [file_messages.save(), file_messages.save_as()]
    for theme in (LIGHT, DARK):
        bar.set_theme(theme)
        assert all(button.isVisible() for button in bar.buttons)
    first = bar.buttons[0]
    assert first.nextInFocusChain() is bar.buttons[1]
    assert first.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert saved.exists()
    assert bar.buttons == ()


# Which window


def test_another_plan_opens_here_while_nothing_here_is_the_users(
    windows: Windows, window: MainWindow, saved: Path
) -> None:
    window.document.new()
    for _, path in example_plans():
        assert window.files.open_example(path)
    assert window.files.open_file(saved)
    assert windows.open == [window]
    assert window.document.path == saved


def test_another_plan_opens_in_a_window_of_its_own_beside_the_users(
    windows: Windows, window: MainWindow, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch)
    other = tmp_path / "other.distill"
    save_plan(named("Other"), other)
    assert window.files.open_file(other)
    first, second = windows.open
    assert (first.document.path, second.document.path) == (saved, other)
    assert first.document is not second.document
    assert first.runner is not second.runner
    assert second.pos() == first.pos() + STEP
    assert first.files.open_file(other), "it is open already"
    assert len(windows.open) == 2
    second.actions_by_name.new.trigger()
    second.actions_by_name.new_window.trigger()
    assert len(windows.open) == 4
    assert all(window.document.plan == NEW_PLAN for window in windows.open[2:])
    assert asked == [], "opening never asks whether to save"


def test_a_file_that_cannot_be_opened_opens_no_window(
    windows: Windows, window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    (tmp_path / "bad.distill").write_bytes(b"{")
    assert not window.files.open_file(tmp_path / "bad.distill")
    assert windows.open == [window]
    assert window.messages.shown == ("open_failed",)


def test_a_dropped_file_opens_where_it_belongs(
    windows: Windows, window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    other = tmp_path / "dropped.distill"
    save_plan(named("Dropped"), other)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(drop)
    assert [window.document.path for window in windows.open] == [saved, other]


def test_windows_do_not_share_a_plan_but_the_theme(windows: Windows, window: MainWindow) -> None:
    window.actions_by_name.new_window.trigger()
    first, second = windows.open
    first.document.edit(with_value(NEW_PLAN, "hardware.hours", 7), "Change Time")
    assert second.document.plan == NEW_PLAN
    for mode in ("dark", "light"):
        first.themes.set_mode(mode)
        assert second.themes.theme.name == mode


def test_quitting_asks_for_each_window_and_stops_at_the_first_that_shall_stay(
    windows: Windows, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(window, "First")
    window.actions_by_name.new_window.trigger()
    edit(windows.open[1], "Second")
    asked = answer(monkeypatch, Choice.Cancel)
    window.actions_by_name.quit.trigger()
    assert len(asked) == 1
    assert len(windows.open) == 2
    assert all(window.document.dirty for window in windows.open)
    asked = answer(monkeypatch, Choice.Discard, Choice.Discard)
    window.actions_by_name.quit.trigger()
    assert sorted(asked) == ["Save the changes to “First”?", "Save the changes to “Second”?"]
    assert windows.open == []


def test_closing_one_window_leaves_the_others(qtbot: Any, windows: Windows, window: MainWindow) -> None:
    window.actions_by_name.new_window.trigger()
    second = windows.open[1]
    with qtbot.waitSignal(window.destroyed):
        window.actions_by_name.close.trigger()
    assert windows.open == [second]
    assert second.isVisible()
    second.document.edit(named("Still alive"), "Rename")
    assert second.document.dirty


def test_shortcuts_of_the_file_menu(window: MainWindow) -> None:
    actions = window.actions_by_name
    assert actions.new_window.shortcut().toString() == "Ctrl+Shift+N"
    assert actions.close.shortcut().toString() == "Ctrl+W"
    assert actions.quit.shortcut().toString() == "Ctrl+Q"
    keys = [key for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert len({key.toString() for key in keys}) == len(keys)
