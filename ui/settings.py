"""What the program remembers between two runs: preferences, the window's place, the folder; never the plan itself.

Headless calls read none of it: a plan's answer depends on its file alone.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from advisor.coefficients import BUILT_IN_SETS, DEFAULT_SET

ThemeMode = Literal["system", "light", "dark"]
NumberStyle = Literal["system", "1,234.5", "1.234,5", "1 234,5", "1 234.5", "1’234.5"]
"""How numbers are written: as the desktop does, or as the example shows."""

TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""Sizes of text to choose from, in per cent."""

SYSTEM = "system"
LONGEST_CURRENCY = 12
MOST_PRICE = 1e6
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
RECENT_LIMIT = 10
"""How many files are remembered."""


PREFERENCES = (
    "view/theme", "view/textSize", "language/numbers", "language/name",
    "newPlan/currency", "newPlan/pricePerHour", "newPlan/utilization", "newPlan/coefficients",
)  # fmt: skip
"""The keys of what the Preferences window sets; the rest are the program's own notes."""


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

    def remove(self, key: str) -> None:
        """Forget a value."""
        self._values.pop(key, None)

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
    def text_size(self) -> int:
        """The size of text in per cent, one of `TEXT_SIZES`."""
        size = self._number("view/textSize")
        return int(size) if size in TEXT_SIZES else TEXT_SIZES[0]

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("view/textSize", percent)

    @property
    def number_style(self) -> NumberStyle:
        """How numbers are written."""
        value = self._store.value("language/numbers")
        for style in get_args(NumberStyle):
            if isinstance(value, str) and value == style:
                return style
        return SYSTEM

    @number_style.setter
    def number_style(self, style: NumberStyle) -> None:
        self._store.setValue("language/numbers", style)

    @property
    def language(self) -> str:
        """The language's code, such as "en" or "de"; "system" follows the desktop."""
        value = self._store.value("language/name")
        return value if isinstance(value, str) and _LANGUAGE.fullmatch(value) else SYSTEM

    @language.setter
    def language(self, name: str) -> None:
        self._store.setValue("language/name", name)

    @property
    def currency(self) -> str:
        """The currency of new plans, or "" for the plan file's own default."""
        value = self._store.value("newPlan/currency")
        text = value.strip() if isinstance(value, str) else ""
        return text if len(text) <= LONGEST_CURRENCY else ""

    @currency.setter
    def currency(self, label: str) -> None:
        self._store.setValue("newPlan/currency", label.strip())

    @property
    def price_per_hour(self) -> float | None:
        """The price of one accelerator-hour in new plans; None for the catalogue's."""
        price = self._number("newPlan/pricePerHour")
        return price if price is not None and 0 <= price <= MOST_PRICE else None

    @price_per_hour.setter
    def price_per_hour(self, price: float | None) -> None:
        self._set_or_forget("newPlan/pricePerHour", price)

    @property
    def utilization(self) -> float | None:
        """The utilisation in new plans, a share; None for the preset of accelerator and count."""
        share = self._number("newPlan/utilization")
        return share if share is not None and 0 < share <= 1 else None

    @utilization.setter
    def utilization(self, share: float | None) -> None:
        self._set_or_forget("newPlan/utilization", share)

    @property
    def coefficients(self) -> str:
        """The built-in coefficient set of new plans."""
        value = self._store.value("newPlan/coefficients")
        return value if isinstance(value, str) and value in BUILT_IN_SETS else DEFAULT_SET

    @coefficients.setter
    def coefficients(self, set_id: str) -> None:
        self._store.setValue("newPlan/coefficients", set_id)

    def preferences(self) -> dict[str, object]:
        """Return what is stored of the preferences, for `restore_preferences`."""
        return {key: self._store.value(key) for key in PREFERENCES if self._store.value(key) is not None}

    def restore_preferences(self, values: Mapping[str, object]) -> None:
        """Store these preferences and no others; an empty mapping gives every one its default."""
        for key in PREFERENCES:
            if key in values:
                self._store.setValue(key, values[key])
            else:
                self._store.remove(key)

    @property
    def folder(self) -> Path:
        """The folder of the plan last opened or saved; the home folder while there is none."""
        value = self._store.value("files/folder")
        if isinstance(value, str) and value and os.path.isdir(value):
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
    def report_paper(self) -> str:
        """The name of the paper that the last report was made on, or ""."""
        value = self._store.value("files/reportPaper")
        return value if isinstance(value, str) else ""

    @report_paper.setter
    def report_paper(self, name: str) -> None:
        self._store.setValue("files/reportPaper", name)

    @property
    def tour_seen(self) -> bool:
        """Whether the tour of the window was shown, to its end or not."""
        return self._number("help/tourSeen") == 1

    @tour_seen.setter
    def tour_seen(self, seen: bool) -> None:
        self._store.setValue("help/tourSeen", int(seen))

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

    def _number(self, key: str) -> float | None:
        value = self._store.value(key)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return None
        try:
            number = float(value)
        except ValueError:
            return None
        return number if math.isfinite(number) else None

    def _set_or_forget(self, key: str, value: object) -> None:
        if value is None:
            self._store.remove(key)
        else:
            self._store.setValue(key, value)

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
