"""The menu of the plan files last used."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from advisor.language import translate

from .settings import Settings


class RecentMenu(QObject):
    """Fills a menu with the files last used whenever it opens; those that are gone stay, greyed and named so.

    Signals
    -------
    chosen(object)
        The `Path` of the file the user wants.
    """

    chosen = Signal(object)

    def __init__(self, menu: QMenu, settings: Settings) -> None:
        super().__init__(menu)
        self._menu = menu
        self._settings = settings
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.fill)
        self.fill()

    @Slot()
    def fill(self) -> None:
        """Show the files as they are remembered and found now."""
        for action in self._menu.actions():
            self._menu.removeAction(action)
            action.deleteLater()
        paths = self._settings.recent
        names = Counter(path.name for path in paths)
        for number, path in enumerate(paths, 1):
            self._menu.addAction(self._action(number % 10, path, alone=names[path.name] == 1))
        if not paths:
            self._menu.addAction(translate("Recent plans", "No plan was opened or saved yet")).setEnabled(False)
        self._menu.addSeparator()
        clear = self._menu.addAction(translate("Recent plans", "&Clear this list"))
        clear.setEnabled(bool(paths))
        clear.triggered.connect(self._clear)

    def _action(self, key: int, path: Path, *, alone: bool) -> QAction:
        name, tip, there = path.name, str(path.parent), os.path.exists(path)
        if not alone:
            name = translate("Recent plans", "{plan} in {folder}").format(plan=name, folder=path.parent.name)
        if not there:
            name = translate("Recent plans", "{plan} (not found)").format(plan=name)
            tip = translate("Recent plans", "There is no such file in {folder} any more").format(folder=tip)
        action = QAction(f"&{key} {name.replace('&', '&&')}", self._menu)
        action.setToolTip(tip)
        action.setData(path)
        action.setEnabled(there)
        action.triggered.connect(self._choose)
        return action

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.sender().data())

    @Slot()
    def _clear(self) -> None:
        self._settings.clear_recent()
        self.fill()
