"""Where the files that ship with the program lie, from source, installed, and frozen alike."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

import resources

from .errors import ProgramFileError
from .language import translate


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file, such as ``resource_path("accelerators.csv")``."""
    return Path(resources.__file__).parent.joinpath(*parts)


@contextmanager
def shipped_file(*parts: str) -> Iterator[Path]:
    """Lend the path of a shipped file to whoever reads it: ``with shipped_file("prices.csv") as path:``.

    Raises
    ------
    ProgramFileError
        Where the file cannot be read or understood. An `OSError` would be taken for one of the user's own files.
    """
    path = resource_path(*parts)
    try:
        yield path
    except (OSError, ValueError, TypeError, LookupError, csv.Error, msgspec.MsgspecError) as error:
        raise ProgramFileError(damaged(path.name)) from error


def damaged(name: str) -> str:
    """Return what is said of a shipped file that is missing or cannot be read."""
    text = translate(
        "Program files", "a file of the program, {name}, is missing or damaged; installing the program again mends it"
    )
    return text.format(name=name)
