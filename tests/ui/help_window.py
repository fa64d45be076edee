"""A window with an answer in it, for tests of what explains it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.advisor.plans import CLEAR_DISTIL
from ui.advice_flow import AdviceState
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.main_window import MainWindow
from ui.settings import MemoryStore, Settings


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """Return a window that has answered its plan."""
    window = MainWindow(Document(), ComputeRunner(), Settings(MemoryStore()))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    window.document.new(CLEAR_DISTIL)
    qtbot.waitUntil(lambda: window.flow.state is AdviceState.FRESH and window.isActiveWindow())
    yield window
    assert window.runner.shut_down()
    window.hide()
    window.deleteLater()


def bring_forward(qtbot: QtBot, window: QWidget) -> None:
    """Let a window have the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def focused() -> QWidget:
    """Return what has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(focused(), key, modifier)
