"""Where a file is to be written: the dialog that asks, the ending it forgets, and the question before replacing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from advisor.language import translate

MOST_CHARACTERS = 80
"""Of a suggested name, so that it fits every system with the folder before it."""
MOST_BYTES = 200
"""Letters of many alphabets take several; file systems count these, and most allow 255 with the ending."""

DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"COM{i}" for i in range(1, 10)), *(f"LPT{i}" for i in range(1, 10))}
)
"""Names that mean devices on Windows, whatever their ending."""


@dataclass(frozen=True)
class Place:
    """A place that the user chose; ``kind`` is the line of the dialog's filter that was chosen with it."""

    path: Path
    kind: str


def ask_for_place(window: QWidget, title: str, start: Path, suffix: str, kinds: tuple[str, ...]) -> Place | None:
    """Ask where to write; None if the user would rather not.

    Parameters
    ----------
    window : QWidget
        Over which the dialog stands.
    title : str
        The dialog's title.
    start : Path
        The folder it begins in, with the name it suggests.
    suffix : str
        The ending that the file gets where the name as typed lacks it, with the full stop.
    kinds : tuple of str
        The lines of its filter, the likeliest first.
    """
    name, kind = QFileDialog.getSaveFileName(window, title, str(start), ";;".join(kinds))
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() != suffix:
        path = path.with_name(path.name + suffix)
        # The dialog asked about the name as it was typed, not about this one.
        if _exists(path) and not _may_replace(window, path):
            return None
    return Place(path, kind)


def all_files() -> str:
    """Return the last line of a filter."""
    return translate("Files", "All files (*)")


def file_name(plan_name: str) -> str:
    """Return a file name every system accepts, made from a plan's name."""
    kept = "".join(character if character.isalnum() or character in " -_." else "-" for character in plan_name)
    kept = kept.strip(" .")[:MOST_CHARACTERS].encode()[:MOST_BYTES].decode(errors="ignore").rstrip(" .")
    if os.path.splitext(kept)[0].upper() in DEVICES:
        return f"plan {kept}"
    return kept or "plan"


def _may_replace(window: QWidget, path: Path) -> bool:
    question = translate("Files", "“{name}” is there already. Replace it?").format(name=path.name)
    answer = QMessageBox.question(window, translate("Files", "Replace the file"), question)
    return answer == QMessageBox.StandardButton.Yes


def _exists(path: Path) -> bool:
    return os.path.exists(path)  # where that cannot be told, as for a name that is too long, writing will say so
