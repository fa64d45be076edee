"""How much room a window has on the screen it is on, asked in a way that leaves the screen to Qt."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def room_on_screen(widget: QWidget) -> QSize:
    """Return the size of the screen below a window, in pixels, without what the desktop keeps for itself.

    `QWidget.screen` is not asked: PySide takes what it returns for a child of the widget, and destroying the widget
    then harms the screen that all other windows are on. The program crashes where the next window is destroyed.
    """
    screen = QGuiApplication.screenAt(widget.frameGeometry().center()) or QGuiApplication.primaryScreen()
    return screen.availableSize()
