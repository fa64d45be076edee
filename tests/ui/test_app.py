"""What surrounds the window: unexpected errors, settings, the messages, starting and leaving."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, QThread, Slot

from advisor.plan_file import example_plans
from ui.answer_view import PAGES
from ui.crash_handler import CrashHandler
from ui.message_bar import Message, MessageBar
from ui.settings import MemoryStore, Settings
from ui.status import StatusBar
from ui.theme import DARK, LIGHT

ROOT = Path(__file__).parents[2]


# Unexpected errors


class Notices(QObject):
    """Receives the crash notices as the window does."""

    def __init__(self, handler: CrashHandler) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.threads: list[QThread] = []
        handler.crashed.connect(self.on_crash, Qt.ConnectionType.QueuedConnection)

    @Slot(str)
    def on_crash(self, text: str) -> None:
        self.texts.append(text)
        self.threads.append(QThread.currentThread())


@pytest.fixture
def crash_handler(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashHandler]:
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)  # keeps the provoked traces off the test's output
    handler = CrashHandler(tmp_path / "data" / "advisor.log")
    yield handler
    handler.uninstall()


def raise_in_excepthook(text: str) -> None:
    try:
        raise ZeroDivisionError(text)
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_an_error_on_another_thread_is_logged_and_told_on_the_windows_thread(
    qtbot: Any, crash_handler: CrashHandler
) -> None:
    notices = Notices(crash_handler)
    crash_handler.install()

    def fail() -> None:
        raise KeyError("deep inside")

    thread = threading.Thread(target=fail, name="somewhere")
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(notices.texts) == 1)
    assert "KeyError" in notices.texts[0]
    assert str(crash_handler.path) in notices.texts[0]
    assert notices.threads == [notices.thread()]
    text = crash_handler.path.read_text(encoding="utf-8")
    assert "deep inside" in text
    assert "somewhere" in text
    assert "Traceback" in text


def test_repeated_errors_are_all_logged_and_told_once_until_acknowledged(
    qtbot: Any, crash_handler: CrashHandler
) -> None:
    notices = Notices(crash_handler)
    crash_handler.install()
    for number in range(3):
        raise_in_excepthook(f"error {number}")
    qtbot.waitUntil(lambda: bool(notices.texts))
    assert len(notices.texts) == 1
    crash_handler.acknowledge()
    raise_in_excepthook("error 3")
    qtbot.waitUntil(lambda: len(notices.texts) == 2)
    text = crash_handler.path.read_text(encoding="utf-8")
    assert [text.count(f"ZeroDivisionError: error {number}") for number in range(4)] == [1, 1, 1, 1]


def test_the_hooks_are_put_back(crash_handler: CrashHandler) -> None:
    before = (sys.excepthook, threading.excepthook, list(logging.getLogger().handlers))
    crash_handler.install()
    assert sys.excepthook != before[0]
    crash_handler.uninstall()
    assert (sys.excepthook, threading.excepthook, list(logging.getLogger().handlers)) == before


def test_a_place_that_cannot_be_written_does_not_stop_the_program(
    qtbot: Any, tmp_path: Path, crash_handler: CrashHandler
) -> None:
    (tmp_path / "file").write_text("in the way")
    handler = CrashHandler(tmp_path / "file" / "advisor.log")
    notices = Notices(handler)
    handler.install()
    try:
        raise_in_excepthook("no log")
        qtbot.waitUntil(lambda: bool(notices.texts))
    finally:
        handler.uninstall()
    assert "ZeroDivisionError" in notices.texts[0]
    assert "Details" not in notices.texts[0]


# Settings


def test_settings_survive_a_restart(tmp_path: Path) -> None:
    path = str(tmp_path / "settings.ini")
    first = Settings(QSettings(path, QSettings.Format.IniFormat))
    first.theme_mode = "dark"
    first.page = "teacher"
    first.folder = tmp_path
    first.geometry = QByteArray(b"\x00\x01place")
    first.sync()
    second = Settings(QSettings(path, QSettings.Format.IniFormat))
    assert (second.theme_mode, second.page, second.folder) == ("dark", "teacher", tmp_path)
    assert second.geometry == QByteArray(b"\x00\x01place")


@pytest.mark.parametrize("value", ["purple", 7, None, QByteArray(b"dark")])
def test_damaged_settings_read_as_defaults(value: object) -> None:
    store = MemoryStore()
    for key in ("view/theme", "view/page", "files/folder", "window/geometry", "window/splitter"):
        store.setValue(key, value)
    settings = Settings(store)
    assert settings.theme_mode == "system"
    assert settings.folder == Path.home()
    assert isinstance(settings.geometry, QByteArray)
    assert isinstance(settings.page, str)


# Messages and status

BROKEN = Message("broken", "error", "“{name}” is broken.")
OLD = Message("old", "warning", "{text}")


def test_the_newest_message_is_seen_and_the_older_comes_back(qtbot: Any) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_message(OLD, text="a {brace} stays")
    bar.show_message(BROKEN, name="plan")
    assert (bar.shown, bar.text) == (("old", "broken"), "“plan” is broken.")
    bar.clear(BROKEN)
    assert bar.text == "a {brace} stays"
    bar.clear(BROKEN)
    assert not bar.isHidden()
    with qtbot.waitSignal(bar.dismissed) as dismissed:
        bar._close.click()
    assert dismissed.args == ["old"]
    assert bar.isHidden()
    assert bar.text == ""


def test_the_status_never_says_up_to_date_unless_told_so(qtbot: Any) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_fresh(0.0062, "Busbridge 2025")
    assert (bar.state, bar.text) == ("fresh", "Up to date · 6 ms · law: Busbridge 2025")
    bar.show_waiting("", "Busbridge 2025")
    assert (bar.state, bar.text) == ("waiting", "law: Busbridge 2025")
    bar.show_stale("1 field to correct: Time", "Busbridge 2025")
    assert bar.state == "stale"
    for theme in (LIGHT, DARK):
        bar.set_theme(theme)
        assert (bar.state, bar.text) == ("stale", "1 field to correct: Time · law: Busbridge 2025")


# Starting and leaving


def run_python(program: str, tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-c", program, *arguments]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100)
    said = [line for line in ended.stderr.splitlines() if "propagateSizeHints" not in line]  # drawing without a screen
    return subprocess.CompletedProcess(command, ended.returncode, ended.stdout, "\n".join(said))


SMOKE = "import sys; from ui.app import run; sys.exit(run([*sys.argv[1:], '--smoke']))"


def test_the_smoke_test_waits_for_the_first_answer_and_leaves(tmp_path: Path) -> None:
    ended = run_python(SMOKE, tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert re.fullmatch(r"first answer after \d+ ms, memory \d+ MB\n", ended.stdout)
    assert ended.stderr == ""


def test_the_smoke_test_fails_with_the_reason(tmp_path: Path) -> None:
    bad = tmp_path / "bad.distill"
    bad.write_text('{"format": "distillation-plan"')
    ended = run_python(SMOKE, tmp_path, str(bad))
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith("smoke test failed: “bad.distill” was not opened")
    assert "Traceback" not in ended.stderr


def test_screenshots_are_one_picture_a_page_and_theme(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from PySide6.QtGui import QImage
from ui.screenshots import write_screenshots

for picture in write_screenshots(sys.argv[1], sys.argv[2], size=(1280, 800)):
    image = QImage(str(picture))
    corner = image.pixelColor(3, 3).lightness()
    print(picture.name, image.width(), image.height(), "dark" if corner < 128 else "light")
"""
    plan = example_plans()[-1][1]
    ended = run_python(program, tmp_path, str(tmp_path / "pictures"), str(plan))
    assert ended.stderr == ""
    names = [f"{page}-{mode}.png 1280 800 {mode}" for mode in ("light", "dark") for page, *_ in PAGES]
    assert ended.stdout.splitlines() == names
    assert len(list((tmp_path / "pictures").iterdir())) == len(names)


def test_a_plan_that_has_no_answer_gives_no_screenshots(tmp_path: Path) -> None:
    program = """
import sys
import ui.compute_runner
from advisor.errors import InputError

def refuse(plan, should_stop):
    raise InputError("teacher.candidates", "none can be used; add another")

ui.compute_runner.ComputeRunner.__init__.__defaults__ = (refuse, None)
from ui.screenshots import ScreenshotError, write_screenshots

try:
    write_screenshots(sys.argv[1])
except ScreenshotError as error:
    print(error)
"""
    ended = run_python(program, tmp_path, str(tmp_path / "pictures"))
    assert ended.stdout == "Candidates: none can be used; add another\n"
