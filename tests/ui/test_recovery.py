"""Unsaved edits survive the end of the program, are offered and never forced on anybody, and go once they are saved."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QMessageBox

from advisor.errors import Cancelled
from advisor.plan import Plan
from advisor.plan_edit import NEW_PLAN
from advisor.plan_file import dump_plan, load_plan, save_plan
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.file_messages import not_kept
from ui.main_window import MainWindow
from ui.message_bar import MessageBar
from ui.plan_files import PlanFiles
from ui.recovery import INTERVAL_MILLISECONDS, Autosave, RecoveryFile, left_behind
from ui.recovery_offer import RecoveryOffers, discard, offer, recover, unreadable, when_text
from ui.settings import MemoryStore, Settings

ROOT = Path(__file__).parents[2]


def named(name: str) -> Plan:
    return msgspec.structs.replace(NEW_PLAN, name=name)


def kept_plans(folder: Path) -> list[Plan]:
    return [load_plan(path)[0] for path in folder.glob("*.distill")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "recovery"


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(NEW_PLAN)


@pytest.fixture
def autosave(document: Document, folder: Path) -> Iterator[Autosave]:
    """Keeps the document after no time at all: what is due happens in the next turn of the event loop."""
    autosave = Autosave(document, folder, 0)
    yield autosave
    autosave.stop()


def leave_behind(folder: Path, plan: Plan, origin: Path | None = None, known: str = "") -> RecoveryFile:
    """Leave what a window leaves that ended without closing: its lock is held by nobody."""
    file = RecoveryFile(folder)
    file.write(plan, origin, known)
    file.release()
    return file


# Keeping


def test_an_edit_is_kept_within_five_seconds_and_never_put_off(document: Document, folder: Path) -> None:
    autosave = Autosave(document, folder)
    assert INTERVAL_MILLISECONDS * 1.05 < 5000
    document.edit(named("A"), "Rename")
    assert autosave._timer.isActive()
    due = autosave._timer.remainingTime()
    document.edit(named("B"), "Rename")
    assert autosave._timer.remainingTime() <= due
    autosave._timer.timeout.emit()
    autosave.wait()
    assert kept_plans(folder) == [named("B")]
    assert not autosave._timer.isActive()
    document.edit(named("C"), "Rename")
    assert autosave._timer.isActive()
    autosave.stop()


@pytest.mark.parametrize("way", ["save", "undo", "replace", "stop"])
def test_what_is_saved_or_given_up_is_forgotten(
    qtbot: Any, document: Document, autosave: Autosave, folder: Path, tmp_path: Path, way: str
) -> None:
    with qtbot.waitSignal(autosave.kept):
        document.edit(named("A"), "Rename")
    assert kept_plans(folder) == [named("A")]
    {
        "save": lambda: document.save(tmp_path / "a.distill"),
        "undo": document.undo_stack.undo,
        "replace": document.new,
        "stop": autosave.stop,
    }[way]()
    if way != "stop":
        autosave.wait()
    assert list(folder.iterdir()) == []


def test_it_remembers_where_the_plan_came_from(
    qtbot: Any, document: Document, autosave: Autosave, folder: Path
) -> None:
    path = folder.parent / "a.distill"
    folder.parent.mkdir()
    document.save(path)
    with qtbot.waitSignal(autosave.kept):
        document.edit(named("A"), "Rename")
    assert autosave._file.origin() == (path, document.fingerprint)
    assert document.fingerprint != ""


def test_nothing_is_written_for_a_plan_without_edits(document: Document, autosave: Autosave, folder: Path) -> None:
    document.new(named("A"))
    autosave.write_now()
    autosave.wait()
    assert not folder.exists()


def test_a_plan_that_cannot_be_kept_is_told_and_tried_again(
    qtbot: Any, document: Document, autosave: Autosave, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def fail(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail)
    with qtbot.waitSignal(autosave.failed) as failed:
        document.edit(named("A"), "Rename")
    assert failed.args[0].errno == errno.ENOSPC
    monkeypatch.setattr(os, "fsync", fsync)
    qtbot.waitUntil(lambda: kept_plans(folder) == [named("A")])


# What was left behind


def test_only_what_nobody_alive_holds_is_left_behind(folder: Path, qapp: object) -> None:
    """The other program is alive, then killed."""
    program = """
import sys
from pathlib import Path
from advisor.plan_edit import NEW_PLAN
from ui.recovery import RecoveryFile
file = RecoveryFile(Path(sys.argv[1]))
file.write(NEW_PLAN, None, "")
print("kept", flush=True)
sys.stdin.read()
"""
    command = [sys.executable, "-c", program, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "kept\n"
        assert left_behind(folder) == []
        assert kept_plans(folder) == [NEW_PLAN]
        other.kill()
        other.wait()
    (found,) = left_behind(folder)
    assert found.read() == (NEW_PLAN, ())
    assert left_behind(folder) == [], "another run of the program must not get it too"
    found.release()
    assert len(left_behind(folder)) == 1


def test_the_latest_comes_first_and_what_is_empty_or_saved_is_removed(folder: Path, tmp_path: Path) -> None:
    for name, when in (("old", 1.6e9), ("new", 1.7e9)):
        file = leave_behind(folder, named(name))
        os.utime(file.plan_path, (when, when))
    saved = tmp_path / "saved.distill"
    save_plan(named("saved"), saved)
    leave_behind(folder, named("saved"), saved)
    leave_behind(folder, named("x")).plan_path.unlink()
    found = left_behind(folder)
    assert [file.read()[0].name for file in found] == ["new", "old"]
    assert {path.stem for path in folder.iterdir()} == {file.plan_path.stem for file in found}


def test_there_may_be_no_recovery_folder(folder: Path) -> None:
    assert left_behind(folder) == []


# Offering


def never(plan: Plan, should_stop: object) -> None:
    """Answer nothing: these tests are about files."""
    raise Cancelled


@pytest.fixture
def window(qtbot: Any, folder: Path) -> Iterator[MainWindow]:
    settings = Settings(MemoryStore())
    settings.recovery_folder = folder
    window = MainWindow(Document(NEW_PLAN), ComputeRunner(never), settings)
    window.show()
    yield window
    window.document.undo_stack.setClean()
    window.close()
    window.deleteLater()


def press(messages: MessageBar, text: str) -> None:
    (button,) = (button for button in messages.buttons if button.text() == text)
    button.click()


def test_recovering_opens_the_plan_as_unsaved_with_its_file(window: MainWindow, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "team.distill"
    save_plan(named("Before"), path)
    file = leave_behind(folder, named("Assistant 7B"), path, Document().fingerprint)
    file.write(named("Assistant 7B"), path, _fingerprint_of(path))
    file.release()
    RecoveryOffers(left_behind(folder), window.files, window.messages)
    assert window.messages.shown == (offer().name,)
    when = when_text(file.edited(), date.today())
    assert f"“Assistant 7B” (team.distill), edited {when}." in window.messages.text
    assert window.document.plan == NEW_PLAN, "never opened without being asked to"
    press(window.messages, recover())
    assert window.document.plan == named("Assistant 7B")
    assert window.document.path == path
    assert window.document.dirty
    assert window.messages.shown == ()
    assert kept_plans(folder) == [named("Assistant 7B")], "kept until it is saved"
    assert window.files.save()
    window.files.autosave.wait()
    assert list(folder.iterdir()) == []
    assert load_plan(path)[0] == named("Assistant 7B")


def _fingerprint_of(path: Path) -> str:
    document = Document()
    document.open(path)
    return document.fingerprint


def test_recovered_edits_of_a_file_that_changed_since_say_so(window: MainWindow, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "team.distill"
    save_plan(named("Before"), path)
    leave_behind(folder, named("Mine"), path, _fingerprint_of(path))
    save_plan(named("A colleague's"), path)
    RecoveryOffers(left_behind(folder), window.files, window.messages)
    press(window.messages, recover())
    assert window.messages.shown == ("changed_outside",)
    assert window.document.plan == named("Mine")


@pytest.mark.parametrize("sure", [True, False])
def test_discarding_asks_once_more(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, sure: bool
) -> None:
    choice = QMessageBox.StandardButton.Discard if sure else QMessageBox.StandardButton.Cancel
    monkeypatch.setattr(QMessageBox, "exec", lambda box: choice)
    leave_behind(folder, named("A"))
    RecoveryOffers(left_behind(folder), window.files, window.messages)
    press(window.messages, discard())
    assert kept_plans(folder) == ([] if sure else [named("A")])
    assert window.messages.shown == (() if sure else (offer().name,))
    assert window.document.plan == NEW_PLAN


def test_an_offer_that_is_dismissed_comes_again_at_the_next_start(window: MainWindow, folder: Path) -> None:
    for name in "AB":
        leave_behind(folder, named(name))
    offers = RecoveryOffers(left_behind(folder), window.files, window.messages)
    assert window.messages.text.endswith("1 more was not saved.")
    window.messages._close.click()
    assert window.messages.shown == (offer().name,)
    assert "more" not in window.messages.text
    window.messages._close.click()
    assert window.messages.shown == ()
    assert offers._found == []
    assert len(left_behind(folder)) == 2


def test_what_cannot_be_read_is_named_and_left_alone(window: MainWindow, folder: Path) -> None:
    file = leave_behind(folder, named("A"))
    file.plan_path.write_bytes(dump_plan(named("A")).replace(b'"version": 1', b'"version": 99'))
    RecoveryOffers(left_behind(folder), window.files, window.messages)
    assert window.messages.shown == (unreadable().name,)
    assert str(file.plan_path) in window.messages.text
    window.messages._close.click()
    assert file.plan_path.exists()


def test_a_day_that_is_not_today_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    try:
        when = datetime(2026, 3, 9, 14, 2)
        assert when_text(when, date(2026, 3, 9)) == "14:02"
        assert when_text(when, date(2026, 3, 10)) == "9 March 2026, 14:02"
    finally:
        QLocale.setDefault(before)


def test_a_program_that_is_killed_offers_the_plan_at_its_next_start(tmp_path: Path) -> None:
    """The whole program, twice: killed as soon as an edit was kept, then started again."""
    common = """
import os, signal, sys
import msgspec
from PySide6.QtCore import QTimer
from ui import app, recovery_offer
"""
    killed = (
        common
        + """
open_first_plan = app.open_first_plan

def edit(window, path):
    open_first_plan(window, path)
    window.document.edit(msgspec.structs.replace(window.document.plan, name="Not saved"), "Rename")
    window.files.autosave.kept.connect(lambda: os.kill(os.getpid(), signal.SIGKILL))
    QTimer.singleShot(0, window.files.autosave.write_now)

app.open_first_plan = edit
app.run()
"""
    )
    started_again = (
        common
        + """
class Offers(recovery_offer.RecoveryOffers):
    def __init__(self, found, files, messages):
        super().__init__(found, files, messages)
        print(messages.text, messages.window().document.dirty)
        QTimer.singleShot(0, messages.window().close)

app.RecoveryOffers = Offers
sys.exit(app.run())
"""
    )
    environment = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    ended = [
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
        )
        for program in (killed, started_again, started_again)
    ]
    assert [run.returncode for run in ended] == [-signal.SIGKILL, 0, 0], [run.stderr for run in ended]
    for run in ended[1:]:  # not answered: offered again
        assert run.stdout.startswith("A plan was not saved when the program ended: “Not saved”, edited ")
        assert run.stdout.endswith(" False\n")


def test_closing_leaves_nothing_behind(qtbot: Any, window: MainWindow, folder: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Discard)
    window.document.edit(named("A"), "Rename")
    window.files.autosave.write_now()
    window.files.autosave.wait()
    assert kept_plans(folder) == [named("A")]
    assert window.close()
    assert list(folder.iterdir()) == []


def test_the_window_says_that_edits_cannot_be_kept(qtbot: Any, window: MainWindow, folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    window.document.edit(named("A"), "Rename")
    with qtbot.waitSignal(window.files.autosave.failed):
        window.files.autosave.write_now()
    assert window.messages.shown == (not_kept().name,)
    folder.unlink()
    with qtbot.waitSignal(window.files.autosave.kept):
        window.files.autosave.write_now()
    assert window.messages.shown == ()


def test_plan_files_use_the_folder_of_the_settings(window: MainWindow, folder: Path) -> None:
    assert isinstance(window.files, PlanFiles)
    assert window.files.autosave._folder == folder
    assert Settings(MemoryStore()).recovery_folder.name == "recovery"
