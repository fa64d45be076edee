"""What nobody should do and somebody will: the window stays alive, says what happened, and loses nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox

from advisor.plan import Candidate, Pin, Plan
from advisor.plan_edit import NEW_PLAN, with_value
from advisor.plan_file import example_plans, load_plan, parse_plan, save_plan
from tests.advisor.whole_plans import whole_plan
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.main_window import MainWindow
from ui.recovery import left_behind
from ui.save_place import file_name
from ui.settings import MemoryStore, Settings
from ui.text_entry import TextEntry
from ui.windows import Windows

from .fakes import ControlledAdvise

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Choice = QMessageBox.StandardButton
MEGABYTE = "7" * 1_000_000


def named(name: str) -> Plan:
    return with_value(NEW_PLAN, "name", name)


@pytest.fixture
def controlled() -> Iterator[ControlledAdvise]:
    function = ControlledAdvise()
    yield function
    function.release()


@pytest.fixture
def windows(
    qapp: QApplication, tmp_path: Path, controlled: ControlledAdvise, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Windows]:
    settings = Settings(MemoryStore())
    settings.recovery_folder = tmp_path / "recovery"
    windows = Windows(settings, lambda: ComputeRunner(controlled))
    yield windows
    controlled.release()
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
    path = tmp_path / "plan.distill"
    window.document.new(named("Saved"))
    window.document.save(path)
    return path


def edit(window: MainWindow, name: str) -> None:
    window.document.edit(named(name), "Rename")


def wait_for_answer(qtbot: Any, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.status.state == "fresh", timeout=20_000)


# Every plan, through the window's document


@pytest.mark.parametrize("path", [path for _, path in example_plans()], ids=lambda path: path.stem)
def test_every_example_opened_and_saved_is_the_same_bytes(window: MainWindow, tmp_path: Path, path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    assert window.files.open_file(copy)
    assert window.files.save()
    assert copy.read_bytes() == path.read_bytes()
    assert window.files.open_example(path)
    window.document.save(tmp_path / "second.distill")
    assert (tmp_path / "second.distill").read_bytes() == path.read_bytes()


def test_a_thousand_random_plans_through_the_document(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)  # a thousand waits for the disk prove nothing here
    document = Document()
    first, second = tmp_path / "first.distill", tmp_path / "second.distill"
    for seed in range(1000):
        plan = whole_plan(seed)
        save_plan(plan, first)
        document.open(first)
        document.save(second)
        assert document.plan == plan, seed
        assert second.read_bytes() == first.read_bytes(), seed
        assert not document.dirty
        document.edit(with_value(document.plan, "name", "x"), "Rename")
        document.undo_stack.undo()
        assert document.plan == plan, seed


# Far too much text


def test_a_megabyte_in_the_clipboard_fits_into_no_field(qtbot: Any, window: MainWindow) -> None:
    window.document.new(load_plan(example_plans()[0][1])[0])
    wait_for_answer(qtbot, window)
    for group in window.panel.groups:
        group.unfold()
    before = window.document.plan
    QApplication.clipboard().setText(MEGABYTE)
    entries = [entry for entry in window.panel.findChildren(TextEntry) if entry.isVisible() and entry.isEnabled()]
    assert len(entries) > 20
    for entry in entries:
        entry.setFocus()
        entry.selectAll()
        QTest.keyClick(entry, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert len(entry.text()) < 40_000
        assert entry.problem or len(entry.text()) == entry.maxLength(), entry.field  # cut to what a name may have
        if entry.problem:
            assert len(entry.problem) < 300
            QTest.keyClick(entry, Qt.Key.Key_Escape)
    while window.document.undo_stack.canUndo():
        window.document.undo_stack.undo()
    assert window.document.plan == before
    assert window.panel.problems == ()


def test_a_plan_too_large_to_be_opened_again_is_not_saved(window: MainWindow, saved: Path) -> None:
    teachers = tuple(Candidate(name=f"{i:03}{'中' * 197}", parameters=1e9, loss=2.0) for i in range(1000))
    large = with_value(NEW_PLAN, "teacher.candidates", teachers)
    pins = tuple(Pin(name=name, plan=large) for name in "ABCDEFGHIJKLM")
    window.document.edit(msgspec.structs.replace(large, pins=pins), "Pin plan")
    assert not window.files.save()
    assert "its file would be over 8 MB and could not be opened again; remove pins." in window.messages.text
    assert window.document.dirty
    assert load_plan(saved)[0] == named("Saved")
    window.document.undo_stack.undo()
    assert window.files.save()


# While something is being computed


def test_undoing_and_saving_go_on_while_it_computes(
    qtbot: Any, window: MainWindow, saved: Path, controlled: ControlledAdvise
) -> None:
    wait_for_answer(qtbot, window)
    controlled.hold()
    edit(window, "First")
    qtbot.waitUntil(controlled.entered.is_set)
    assert window.files.save()
    assert load_plan(saved)[0] == named("First")
    edit(window, "Second")
    window.actions_by_name.undo.trigger()
    window.actions_by_name.undo.trigger()
    assert window.document.plan == named("Saved")
    assert window.document.dirty, "the file holds what was saved meanwhile"
    window.actions_by_name.redo.trigger()
    assert not window.document.dirty
    controlled.release()
    wait_for_answer(qtbot, window)
    assert window.document.advice is not None
    assert window.document.advice.plan == named("First")


@pytest.mark.parametrize("polite", [True, False])
def test_closing_while_it_computes_ends_at_once_and_leaves_nothing(
    qtbot: Any, windows: Windows, window: MainWindow, saved: Path, controlled: ControlledAdvise, polite: bool
) -> None:
    other = windows.add()
    other.show()
    wait_for_answer(qtbot, window)
    controlled.polite = polite
    controlled.hold()
    edit(window, "Kept")
    qtbot.waitUntil(controlled.entered.is_set)
    assert window.files.save()
    assert window.close()
    assert windows.open == [other]
    controlled.release()
    other.document.new(named("Other"))
    wait_for_answer(qtbot, other)
    assert load_plan(saved)[0] == named("Kept")


# Names


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("R&D / 2026 \\ draft: <7B>?", "R&D - 2026 - draft- -7B--"),
        ("🦙🦙", "--"),
        ("中文计划", "中文计划"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("...", "plan"),
        ("", "plan"),
        ("con", "plan con"),
        ("x" * 200, "x" * 80),
        ("𠀀" * 80, "𠀀" * 50),
        ("tab\tline\nend\0", "tab-line-end-"),
    ],
)
def test_a_plans_name_becomes_a_file_name_every_system_takes(tmp_path: Path, name: str, expected: str) -> None:
    suggested = file_name(name)
    assert suggested == expected.replace("&", "-")
    path = tmp_path / f"{suggested}.distill"
    assert path.parent == tmp_path
    save_plan(named(name), path)
    assert load_plan(path)[0].name == name


def test_any_name_can_be_saved_shown_and_closed(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts: list[str] = []

    def save_as(parent: object, title: str, start: str, *_: object) -> tuple[str, str]:
        starts.append(start)
        return start, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_as)
    window.settings.folder = tmp_path
    name = "a/b\\c 🦙 & {brace} <b>%n</b> [*] “q”"
    edit(window, name)
    assert window.files.save()
    assert Path(starts[0]).parent == tmp_path
    assert window.document.path is not None
    assert load_plan(window.document.path)[0].name == name
    edit(window, name + "!")
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or Choice.Cancel)
    assert not window.close()
    assert asked == [f"Save the changes to “{name}!”?"]


# Files that are not what they were


def test_a_recent_file_that_vanishes_between_showing_and_choosing_is_named(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    window.settings.add_recent(saved)
    window.document.new()
    menu = window.files._recent
    menu.fill()
    action = next(action for action in menu._menu.actions() if action.data() == saved)
    saved.unlink()
    action.trigger()
    assert window.messages.shown == ("open_failed",)
    assert window.messages.text.startswith("“plan.distill” was not opened: there is no such file or folder.")
    assert window.document.plan == NEW_PLAN


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs the administrator")
def test_recent_files_in_a_folder_that_was_locked_are_greyed(window: MainWindow, tmp_path: Path) -> None:
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(0o755)
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o700)
    save_plan(named("Hidden"), locked / "plan.distill")
    window.settings.add_recent(locked / "plan.distill")
    os.seteuid(65534)
    try:
        window.files._recent.fill()
        assert not window.files.open_file(locked / "plan.distill")
    finally:
        os.seteuid(0)
    assert "(not found)" in window.files._recent._menu.actions()[0].text()
    assert "you have no permission for it" in window.messages.text


@pytest.mark.parametrize("dirty", [True, False], ids=["edited", "saved"])
@pytest.mark.parametrize("garbage", [b"", b"{", b"\xff\xfe\x00", b"\0" * 5000, b"PK\x03\x04 a spreadsheet"])
def test_a_file_that_became_garbage_is_told_and_the_plan_is_still_here(
    window: MainWindow, saved: Path, garbage: bytes, dirty: bool
) -> None:
    if dirty:
        edit(window, "Mine")
    mine = window.document.plan
    saved.write_bytes(garbage)
    window.files.watch.look()
    assert window.messages.shown == ("changed_outside",)
    next(button for button in window.messages.buttons if button.text() == "Reload").click()
    assert window.messages.shown == ("open_failed",)
    assert "plan.distill" in window.messages.text
    assert window.document.plan == mine
    assert window.document.dirty, "closing would lose the only good copy"
    assert saved.read_bytes() == garbage, "it is left alone until somebody saves"


def test_a_file_that_was_deleted_while_edited_is_told_and_kept_safe(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    edit(window, "Mine")
    saved.unlink()
    window.files.watch.look()
    assert window.messages.shown == ("gone_outside",)
    window.files.autosave.write_now()
    window.files.autosave.wait()
    window.files.autosave._file.release()  # as if the program had ended here
    (lost,) = left_behind(tmp_path / "recovery")
    assert lost.read()[0] == named("Mine")
    lost.remove()


# Dropped files


def drop(target: Any, *urls: QUrl | Path) -> bool:
    """Drag and drop files over a widget, as Qt does; return whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(url)) if isinstance(url, Path) else url for url in urls])
    data.setText("\n".join(str(url) for url in urls))  # file managers offer both
    rest = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(9, 9), *rest)
    entered.ignore()
    QApplication.sendEvent(target, entered)
    if not entered.isAccepted():
        return False
    QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), *rest))
    return True


def test_several_plans_that_are_dropped_open_each_in_its_window(
    windows: Windows, window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{name}.DISTILL" for name in "ab"]
    for path in paths:
        save_plan(named(path.stem), path)
    (tmp_path / "notes.txt").write_text("not a plan")
    assert drop(window, *paths, tmp_path / "notes.txt", saved)
    assert [window.document.path for window in windows.open] == [saved, *paths]


@pytest.mark.parametrize("what", ["notes.txt", "folder", "https://example.org/a.distill"])
def test_anything_else_that_is_dropped_is_not_taken(window: MainWindow, tmp_path: Path, what: str) -> None:
    (tmp_path / "notes.txt").write_text("not a plan")
    (tmp_path / "folder").mkdir()
    assert not drop(window, QUrl(what) if ":" in what else tmp_path / what)
    assert window.document.plan == Document().plan


def test_a_plan_that_cannot_be_read_is_dropped_in_vain_and_named(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "bad.distill").write_bytes(b"{")
    (tmp_path / "folder.distill").mkdir()
    for name in ("bad.distill", "folder.distill"):
        assert drop(window, tmp_path / name)
        assert window.messages.text.startswith(f"“{name}” was not opened: ")


def test_a_file_dropped_on_a_field_opens_and_is_not_written_into_it(window: MainWindow, tmp_path: Path) -> None:
    save_plan(named("Dropped"), tmp_path / "dropped.distill")
    entries = [entry for entry in window.panel.findChildren(QLineEdit) if entry.isVisible()]
    assert drop(entries[1], tmp_path / "dropped.distill")
    assert window.document.plan == named("Dropped")
    assert [entry.text() for entry in entries if "distill" in entry.text()] == []


# The same file, more than once


@pytest.mark.parametrize("way", ["the same path", "a link", "another name of it", "a detour"])
def test_a_file_that_is_open_is_shown_rather_than_opened_again(
    windows: Windows, window: MainWindow, saved: Path, tmp_path: Path, way: str
) -> None:
    other = windows.add()
    other.show()
    other.document.new(named("Other"))
    other.document.save(tmp_path / "other.distill")
    (tmp_path / "link.distill").symlink_to(saved)
    os.link(saved, tmp_path / "name.distill")
    path = {
        "the same path": saved,
        "a link": tmp_path / "link.distill",
        "another name of it": tmp_path / "name.distill",
        "a detour": tmp_path / ".." / tmp_path.name / "plan.distill",
    }[way]
    assert other.files.open_file(path)
    assert len(windows.open) == 2
    assert window.document.path == saved


def test_a_link_that_leads_back_to_itself_is_named(window: MainWindow, saved: Path, tmp_path: Path) -> None:
    (tmp_path / "loop.distill").symlink_to("loop.distill")
    assert not window.files.open_file(tmp_path / "loop.distill")
    assert "it is a link that leads back to itself" in window.messages.text


def test_saving_over_the_file_of_another_window_is_noticed_there(
    qtbot: Any, windows: Windows, window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.actions_by_name.new_window.trigger()
    second = windows.open[1]
    edit(second, "Theirs")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    assert second.files.save()
    qtbot.waitUntil(lambda: window.messages.shown == ("changed_outside",))
    assert window.document.plan == named("Saved")


def test_quitting_asks_for_every_edited_plan_and_saves_what_shall_be_saved(
    windows: Windows, window: MainWindow, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b", "c"):
        window.actions_by_name.new_window.trigger()
        windows.open[-1].document.save(tmp_path / f"{name}.distill")
    first, _, third = windows.open
    edit(first, "First")
    edit(third, "Third")
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or Choice.Save)
    windows.quit()
    assert sorted(asked) == ["Save the changes to “First”?", "Save the changes to “Third”?"], "not for the saved one"
    assert windows.open == []
    assert load_plan(saved)[0] == named("First")
    assert load_plan(tmp_path / "c.distill")[0] == named("Third")
    assert parse_plan((tmp_path / "b.distill").read_bytes())[0] == NEW_PLAN


# Called by name


@pytest.mark.parametrize(("name", "said"), [
    ("nowhere.distill", "there is no such file or folder"),
    ("folder", "it is a folder"),
    ("old.distill", "version"),
])  # fmt: skip
def test_a_plan_named_at_the_start_that_cannot_be_opened_is_told_beside_the_example(
    window: MainWindow, tmp_path: Path, name: str, said: str
) -> None:
    from ui.app import open_first_plan

    (tmp_path / "folder").mkdir()
    (tmp_path / "old.distill").write_bytes(b'{"version": 99}')
    open_first_plan(window, tmp_path / name)
    assert window.messages.shown == ("open_failed",)
    assert window.messages.text.startswith(f"“{name}” was not opened: ")
    assert said in window.messages.text
    assert window.document.plan == load_plan(example_plans()[0][1])[0]
    assert window.document.path is None
