"""The folder with the log of errors: opened in the desktop's file manager, or named where that fails."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from advisor.language import translate

from .help_dialog import WIDTH, HelpWindow, help_label
from .text_size import px

NO_DESKTOP = ("offscreen", "minimal")
"""Platforms of Qt that have nothing to open a folder with, and warn when they are asked."""


def opened(folder: Path) -> bool:
    """Ask the desktop to show a folder, making it if it is not there; return whether it takes that on."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    if QGuiApplication.platformName() in NO_DESKTOP:
        return False
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def show_log_folder(folder: Path, window: QWidget) -> None:
    """Show where the log is, by the desktop's file manager or in words."""
    if not opened(folder):
        LogFolderWindow(folder, window).show()


class LogFolderWindow(HelpWindow):
    """Names the folder, to be copied, where nothing could open it."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(translate("Log folder", "Log folder"), parent)
        text = help_label(
            translate("Log folder", "No file manager answered. The log of starts and errors is in this folder:")
        )
        text.setFixedWidth(px(WIDTH))
        self.path = QLineEdit(str(folder))
        self.path.setReadOnly(True)
        self.path.setAccessibleName(translate("Log folder", "Path of the folder"))
        self.path.setCursorPosition(0)
        self.copy_button = self.add_button(translate("Log folder", "Copy path"))
        self.copy_button.clicked.connect(self._copy)
        self.content.addWidget(text)
        self.content.addWidget(self.path)
        self.copy_button.setFocus()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.path.text())
