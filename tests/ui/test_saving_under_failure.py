"""Where a plan really cannot be written: the window says which file, why and what to do, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from advisor.errors import Cancelled
from advisor.plan import Plan
from advisor.plan_edit import NEW_PLAN, with_value
from advisor.plan_file import dump_plan, load_plan
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.main_window import MainWindow
from ui.message_bar import MessageBar
from ui.recovery import RecoveryFile, left_behind
from ui.settings import MemoryStore, Settings

NOBODY = 65534
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="disks and permissions as Linux has them")
TOO_LONG = "n" * 300 + ".distill"


def never(plan: Plan, should_stop: object) -> None:
    """Answer nothing: these tests are about files."""
    raise Cancelled


def named(name: str) -> Plan:
    return with_value(NEW_PLAN, "name", name)


OLD, EDITED = named("Old"), named("Edited")


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    settings = Settings(MemoryStore())
    settings.recovery_folder = tmp_path / "recovery"
    window = MainWindow(Document(), ComputeRunner(never), settings)
    window.show()
    yield window
    window.document.undo_stack.setClean()
    window.close()
    window.deleteLater()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that somebody else than the administrator can reach and write to."""
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(0o755)
    folder = tmp_path / "plans"
    folder.mkdir()
    folder.chmod(0o777)
    return folder


# Disks and folders that refuse


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Go on without the rights of the administrator, who may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def read_only_folder(target: Path) -> Iterator[None]:
    target.parent.chmod(0o555)
    with as_somebody_else():
        yield
    target.parent.chmod(0o777)


@contextmanager
def locked_file(target: Path) -> Iterator[None]:
    target.chmod(0o444)
    with as_somebody_else():
        yield
    target.chmod(0o666)


def mount(folder: Path, *options: str) -> None:
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", folder], capture_output=True)
    if done.returncode:
        pytest.skip("disks cannot be mounted here")


@contextmanager
def full_disk(target: Path) -> Iterator[None]:
    """Fill what the disk has left, so that not one more byte can be written."""
    filler = target.with_name("filler")
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 512)
    yield
    filler.unlink()


@contextmanager
def read_only_disk(target: Path) -> Iterator[None]:
    subprocess.run(["mount", "-o", "remount,ro", target.parent], check=True)
    yield
    subprocess.run(["mount", "-o", "remount,rw", target.parent], check=True)


@contextmanager
def vanished_folder(target: Path) -> Iterator[None]:
    kept = target.parent.with_name("away")
    target.parent.rename(kept)
    yield
    kept.rename(target.parent)


@contextmanager
def folder_in_the_way(target: Path) -> Iterator[None]:
    kept = target.with_name("kept")
    target.rename(kept)
    target.mkdir()
    yield
    target.rmdir()
    kept.rename(target)


@contextmanager
def file_for_a_folder(target: Path) -> Iterator[None]:
    kept = target.parent.with_name("away")
    target.parent.rename(kept)
    target.parent.write_bytes(b"")
    yield
    target.parent.unlink()
    kept.rename(target.parent)


@contextmanager
def limited_file_size(target: Path) -> Iterator[None]:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


Place = Callable[[Path], Any]
REFUSALS: dict[str, tuple[Place, str]] = {
    "read-only folder": (
        read_only_folder,
        "you have no permission for it. Save it under another name or in another folder.",
    ),
    "locked file": (locked_file, "you have no permission for it. Save it under another name or in another folder."),
    "full disk": (full_disk, "the disk is full. Make room on the disk, or save it elsewhere."),
    "read-only disk": (read_only_disk, "the place is read-only. Save it in another folder."),
    "vanished folder": (vanished_folder, "there is no such file or folder. Save it in another folder."),
    "folder in the way": (folder_in_the_way, "it is a folder. Save it under another name."),
    "file for a folder": (file_for_a_folder, "part of its path is not a folder. Save it in another folder."),
    "limited file size": (limited_file_size, "the disk takes no file of this size. Save it in another folder."),
}
"""What refuses the plan, and what the window says about it."""


@linux
@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_refusal_is_explained_nothing_is_lost_and_trying_again_saves(
    window: MainWindow, folder: Path, tmp_path: Path, refusal: str
) -> None:
    refuse, said = REFUSALS[refusal]
    mounted = refuse in (full_disk, read_only_disk)
    if mounted:
        mount(folder, "size=256k")
    try:
        target = folder / "plan.distill"
        window.document.new(OLD)
        window.document.save(target)
        window.document.edit(EDITED, "Rename")
        with refuse(target):
            assert not window.files.save()
            assert window.messages.shown[-1:] == ("save_failed",)
            assert window.messages.text == (f"“plan.distill” was not saved: {said} Your plan is still here, unsaved.")
            assert window.document.dirty
            assert window.document.plan == EDITED
            assert window.document.path == target
        assert target.read_bytes() == dump_plan(OLD)
        assert [path.name for path in folder.iterdir()] == ["plan.distill"], "no part of a file is left behind"
        window.files.autosave.write_now()
        window.files.autosave.wait()
        assert [load_plan(path)[0] for path in (tmp_path / "recovery").glob("*.distill")] == [EDITED]
        press(window.messages, "Try again")
        assert target.read_bytes() == dump_plan(EDITED)
        assert not window.document.dirty
        assert "save_failed" not in window.messages.shown
    finally:
        if mounted:
            subprocess.run(["umount", "-l", folder], check=True)


def press(messages: MessageBar, text: str) -> None:
    (button,) = (button for button in messages.buttons if button.text() == text)
    button.click()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (TOO_LONG, "its name is too long. Save it under a shorter name."),
        ("away/plan.distill", "there is no such file or folder. Save it in another folder."),
        ("taken.distill", "it is a folder. Save it under another name."),
    ],
)
def test_saving_elsewhere_that_fails_leaves_the_plan_with_its_file(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    window.document.new(OLD)
    window.document.save(folder / "plan.distill")
    window.document.edit(EDITED, "Rename")
    (folder / "taken.distill").mkdir()
    chosen = [folder / name, folder / "good.distill"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen.pop(0)), ""))
    assert not window.files.save_as()
    assert window.messages.text.startswith(f"“{Path(name).name}” was not saved: {said}")
    assert window.document.path == folder / "plan.distill"
    assert window.document.dirty
    press(window.messages, "Save as…")
    assert load_plan(folder / "good.distill")[0] == EDITED
    assert load_plan(folder / "plan.distill")[0] == OLD
    assert window.document.path == folder / "good.distill"
    assert window.messages.shown == ()


@linux
def test_a_full_disk_under_the_kept_edits_is_told_and_gets_over(qtbot: Any, window: MainWindow, tmp_path: Path) -> None:
    recovery = tmp_path / "recovery"
    recovery.mkdir()
    mount(recovery, "size=256k")
    try:
        window.document.edit(named("Kept"), "Rename")
        window.files.autosave.write_now()
        window.files.autosave.wait()
        (kept,) = recovery.glob("*.distill")
        window.document.edit(EDITED, "Rename")
        with full_disk(kept):
            with qtbot.waitSignal(window.files.autosave.failed):
                window.files.autosave.write_now()
            assert window.messages.shown == ("not_kept",)
            assert "the disk is full" in window.messages.text
            assert "Save your plan" in window.messages.text
            assert load_plan(kept)[0] == named("Kept"), "what was kept before is still there, whole"
            assert [path.name for path in recovery.glob("*.tmp")] == []
            assert window.document.plan == EDITED
        assert window.files.autosave._timer.isActive(), "it is tried again without being asked"
        with qtbot.waitSignal(window.files.autosave.kept):
            window.files.autosave._timer.timeout.emit()
        assert load_plan(kept)[0] == EDITED
        assert window.messages.shown == ()
    finally:
        window.files.autosave.stop()
        subprocess.run(["umount", "-l", recovery], check=True)


def test_an_unforeseen_failure_of_keeping_is_told_too(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("nobody thought of it")

    monkeypatch.setattr(RecoveryFile, "write", fail)
    window.document.edit(EDITED, "Rename")
    with qtbot.waitSignal(window.files.autosave.failed):
        window.files.autosave.write_now()
    assert window.messages.shown == ("not_kept",)
    assert "an unexpected error, which the log describes" in window.messages.text
    assert "nobody" not in window.messages.text


def test_closing_with_a_plan_that_cannot_be_saved_stays_open(
    window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.document.save(folder / "plan.distill")
    window.document.edit(EDITED, "Rename")
    shutil.rmtree(folder)
    window.files.autosave.write_now()
    window.files.autosave.wait()
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Save)
    assert not window.close()
    assert window.isVisible()
    assert window.messages.shown[-1] == "save_failed"
    assert window.document.plan == EDITED
    window.files.autosave._file.release()  # as if the program had ended here
    (lost,) = left_behind(tmp_path / "recovery")
    assert lost.read()[0] == EDITED
    lost.remove()
