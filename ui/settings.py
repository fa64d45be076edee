"""What the program remembers between two runs: the window's place, theme and folder; never the plan itself."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

ThemeMode = Literal["system", "light", "dark"]
RECENT_LIMIT = 10
"""How many files are remembered."""


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
    def recent(self) -> tuple[Path, ...]:
        """The plan files last opened or saved, the latest first; at most ten."""
        value = self._store.value("files/recent")
        listed = [value] if isinstance(value, str) else value  # a list of one comes back from a file as a text
        if not isinstance(listed, list):
            return ()
        paths = dict.fromkeys(Path(item) for item in listed if isinstance(item, str) and item)
        return tuple(paths)[:RECENT_LIMIT]

    def add_recent(self, path: Path) -> None:
        """Put a file at the head of those last used, and remember its folder."""
        self._store.sync()  # another window, or another run of the program, may have added to them
        path = path.absolute()
        others = [str(other) for other in self.recent if other != path]
        self._store.setValue("files/recent", [str(path), *others][:RECENT_LIMIT])
        self.folder = path.parent

    def clear_recent(self) -> None:
        """Forget the files last used."""
        self._store.setValue("files/recent", [])

    @property
    def recovery_folder(self) -> Path:
        """Where plans with unsaved edits are kept in case the program ends; in the user's own data by default."""
        value = self._store.value("files/recovery")
        if isinstance(value, str) and value:
            return Path(value)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "recovery"

    @recovery_folder.setter
    def recovery_folder(self, folder: Path) -> None:
        self._store.setValue("files/recovery", str(folder))

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
