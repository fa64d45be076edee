"""A window learns how large it may be without taking the screen with it when it goes."""

from __future__ import annotations

from typing import Any

import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.screen_room import room_on_screen


def test_the_room_is_the_screen_s(qtbot: Any) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert room_on_screen(widget) == QGuiApplication.primaryScreen().availableSize()


def test_outside_every_screen_the_first_one_counts(qtbot: Any) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.move(QPoint(-90_000, -90_000))
    assert room_on_screen(widget) == QGuiApplication.primaryScreen().availableSize()


def test_the_screen_does_not_become_the_widget_s_child(qtbot: Any) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    screen = QGuiApplication.primaryScreen()  # kept: the next call would otherwise make another wrapper
    room_on_screen(widget)
    assert "parent" not in shiboken6.dump(screen)
