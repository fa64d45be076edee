"""What the program ships besides its own code, under which licences, and their full texts.

The texts come from what is installed: each distribution's own metadata, which the packaged app carries along. Those
that no metadata holds are in ``resources/licences``, where a build also puts Python's own, PyInstaller's, and those of
the system's libraries it takes in.
"""

from __future__ import annotations

import platform
import re
import sys
import sysconfig
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from . import __version__
from .resource_files import resource_path

PYTHON_TEXT, PYINSTALLER_TEXT = "Python.txt", "PyInstaller.txt"
SYSTEM_FOLDER = "system"
"""What a build calls the texts it adds."""

_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


@dataclass(frozen=True)
class Distribution:
    """A package from the lock file: its name there, what people call it, its licence in short.

    ``texts`` are files of ``resources/licences``, for a package whose metadata brings no text.
    """

    package: str
    name: str
    licence: str
    texts: tuple[str, ...] = ()


LGPL = ("LGPL-3.0.txt", "GPL-3.0.txt")
DISTRIBUTIONS = (
    Distribution("pyside6-essentials", "Qt and PySide6", "LGPL 3", LGPL),
    Distribution("shiboken6", "Shiboken", "LGPL 3", LGPL),
    Distribution("pyqtgraph", "pyqtgraph", "MIT"),
    Distribution("numpy", "NumPy", "BSD 3-clause"),
    Distribution("scipy", "SciPy", "BSD 3-clause"),
    Distribution("msgspec", "msgspec", "BSD 3-clause"),
    Distribution("xlsxwriter", "XlsxWriter", "BSD 2-clause"),
    Distribution("colorama", "colorama", "BSD 3-clause"),
)
"""Everything the lock file ships."""


@dataclass(frozen=True)
class Component:
    """Something that ships: name, version, licence in short, and the licence's text, "" where it is not to be found."""

    name: str
    version: str
    licence: str
    text: str


def components() -> tuple[Component, ...]:
    """Return everything that ships, the program itself first and the system's libraries last."""
    own = Component("Distillation Advisor", __version__, "MIT", _own_text())
    packages = (_package(distribution) for distribution in DISTRIBUTIONS)
    python = Component("Python", platform.python_version(), "PSF 2", _python_text())
    return (own, *packages, python, *_added_by_the_build())


def _package(distribution: Distribution) -> Component:
    texts = [_shipped_text(name) for name in distribution.texts]
    try:
        installed = metadata.distribution(distribution.package)
    except metadata.PackageNotFoundError:
        return Component(distribution.name, "", distribution.licence, _joined(texts))
    return Component(
        distribution.name, installed.version, distribution.licence, _joined([*_licence_files(installed), *texts])
    )


def _licence_files(installed: metadata.Distribution) -> list[str]:
    """Return the texts of all licence files of a distribution's metadata, the main one first."""
    files = [
        file
        for file in installed.files or ()
        if file.parts and file.parts[0].endswith(".dist-info") and _LICENCE_FILE.search(file.name)
    ]
    files.sort(key=lambda file: (len(file.parts), str(file)))
    texts = []
    for file in files:
        text = _text(Path(str(file.locate())))
        inside = "/".join(part for part in file.parts[1:] if part != "licenses")
        texts.append(f"{inside}\n\n{text}" if len(files) > 1 and text else text)
    return texts


def _added_by_the_build() -> tuple[Component, ...]:
    """Return what only the packaged app holds: the program that starts it, and libraries of the system."""
    found = []
    if getattr(sys, "frozen", False):
        text = _shipped_text(PYINSTALLER_TEXT)
        found.append(Component("PyInstaller", "", "GPL 2 with an exception for packaged programs", text))
    folder = resource_path("licences", SYSTEM_FOLDER)
    texts = sorted(folder.glob("*.txt")) if folder.is_dir() else ()
    return (*found, *(Component(path.stem, "", "", _text(path)) for path in texts))


def _own_text() -> str:
    beside = resource_path().parent / "LICENSE"
    if beside.is_file():
        return _text(beside)
    try:
        return _joined(_licence_files(metadata.distribution("distillation-advisor")))
    except metadata.PackageNotFoundError:
        return ""


def _python_text() -> str:
    shipped = _shipped_text(PYTHON_TEXT)
    return shipped or _text(Path(sysconfig.get_path("stdlib")) / "LICENSE.txt")


def _shipped_text(name: str) -> str:
    return _text(resource_path("licences", name))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _joined(texts: list[str]) -> str:
    return "\n\n\n".join(text for text in texts if text)
