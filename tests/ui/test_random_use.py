"""Whatever is pressed, clicked, dragged, typed and closed, in whatever order: nothing breaks, plans are answered."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from advisor import language
from advisor.language import ENGLISH
from advisor.plan_file import example_plans
from ui.advice_flow import AdviceState
from ui.compute_runner import ComputeRunner
from ui.settings import MemoryStore, Settings
from ui.text_size import use_text_size
from ui.theme_mode import WORN
from ui.windows import Windows

from .random_user import RandomUser

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

STEPS = 30
_watched: list[list[str]] = []


def _note_sockets(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith("socket.") and _watched:
        _watched[-1].append(f"{event} {arguments}")


sys.addaudithook(_note_sockets)  # once for the process: a hook cannot be taken away


@pytest.fixture
def sockets() -> Iterator[list[str]]:
    """Return what the interpreter does with sockets while the test runs."""
    _watched.append([])
    yield _watched[-1]
    _watched.pop()


@pytest.fixture
def user(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RandomUser]:
    settings = Settings(MemoryStore())
    settings.recovery_folder = tmp_path / "recovery"
    windows = Windows(settings, lambda: ComputeRunner())
    window = windows.add()
    window.show()
    window.document.open_example()
    user = RandomUser(windows, settings, request.param, tmp_path)
    user.prepare(monkeypatch.setattr)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: False)
    yield user
    user.stop()
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Discard)
    windows.quit()
    assert windows.open == []
    assert windows.shut_down()
    for top in QApplication.topLevelWidgets():
        top.close()
    if windows._last is not None:
        windows._last.deleteLater()
    language.use(ENGLISH)
    use_text_size(100)
    qapp.setProperty(WORN, None)


@pytest.mark.parametrize("user", [1, 2], indirect=True)
def test_nothing_that_is_done_at_random_breaks_the_window(
    qtbot: Any, user: RandomUser, caplog: pytest.LogCaptureFixture, sockets: list[str]
) -> None:
    process = psutil.Process()
    with qtbot.captureExceptions() as exceptions:
        for _ in range(STEPS):
            user.step()
            assert [str(error) for _, error, _ in exceptions] == [], user.done[-5:]
            wrong = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
            assert wrong == [], user.done[-5:]
            assert process.net_connections("inet") == [], user.done[-5:]
    assert sockets == []
    if not user.windows.open:
        user.windows.another()
    window = user.windows.open[0]
    window.show()
    window.document.open_example(example_plans()[0][1])
    qtbot.waitUntil(lambda: window.flow.state is AdviceState.FRESH, timeout=20_000)
    assert not {"crashed", "failed", "no_page"} & set(window.messages.shown)
