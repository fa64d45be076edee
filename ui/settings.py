"""What the program remembers between two runs: the window's place, theme and folder; never the plan itself."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QByteArray, QSettings

ThemeMode = Literal["system", "light", "dark"]


class MemoryStore:
    """Forgets everything with the process: for pictures and tests."""

    def __init__(self) -> None:
        self._values: dict[str, object] = {}

    def value(self, key: str) -> object:
        """Return what was set, or None."""
        return self._values.get(key)

    def setValue(self, key: str, value: object) -> None:
        """Keep a value."""
        self._values[key] = value

    def sync(self) -> None:
        """There is nowhere to write to."""


class Settings:
    """Typed access to a store; a missing or damaged value reads as its default.

    Parameters
    ----------
    store : QSettings or MemoryStore, optional
        Where values are kept; the application's own store by default.
    """

    def __init__(self, store: QSettings | MemoryStore | None = None) -> None:
        self._store = QSettings() if store is None else store

    @property
    def theme_mode(self) -> ThemeMode:
        """The theme: "system" follows the desktop."""
        value = self._store.value("view/theme")
        for mode in get_args(ThemeMode):
            if isinstance(value, str) and value == mode:
                return mode
        return "system"

    @theme_mode.setter
    def theme_mode(self, mode: ThemeMode) -> None:
        self._store.setValue("view/theme", mode)

    @property
    def folder(self) -> Path:
        """The folder of the plan last opened or saved; the home folder while there is none."""
        value = self._store.value("files/folder")
        if isinstance(value, str) and value and Path(value).is_dir():
            return Path(value)
        return Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("files/folder", str(folder))

    @property
    def page(self) -> str:
        """The name of the page shown last, or ""."""
        value = self._store.value("view/page")
        return value if isinstance(value, str) else ""

    @page.setter
    def page(self, name: str) -> None:
        self._store.setValue("view/page", name)

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size as Qt saves them; empty while there is none."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, state: QByteArray) -> None:
        self._store.setValue("window/geometry", state)

    @property
    def splitter(self) -> QByteArray:
        """The splitter's state as Qt saves it; empty while there is none."""
        return self._bytes("window/splitter")

    @splitter.setter
    def splitter(self, state: QByteArray) -> None:
        self._store.setValue("window/splitter", state)

    def sync(self) -> None:
        """Write to disk now."""
        self._store.sync()

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
