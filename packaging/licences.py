"""Collects the licence texts that no package's metadata holds, for the app that needs no Python.

Python's own, PyInstaller's (its starter is part of the app), and, where the build runs on a system of the Debian
family, those of the system's libraries that the app takes along. `advisor.licences` lists what is found here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from advisor.licences import DISTRIBUTIONS, PYINSTALLER_TEXT, PYTHON_TEXT, SYSTEM_FOLDER

DOCUMENTS = Path("/usr/share/doc")
COMMON = Path("/usr/share/common-licenses")
_COMMON_NAME = re.compile(rf"{COMMON}/([A-Za-z]+(?:-[0-9.]*[0-9])?)")


def packages() -> tuple[str, ...]:
    """Return the packages whose metadata goes along, because it holds their licences."""
    return tuple(distribution.package for distribution in DISTRIBUTIONS)


def collect(folder: Path, libraries: Iterable[str]) -> list[tuple[str, str]]:
    """Write the texts into ``folder`` and return (file, folder in the app) of each.

    Parameters
    ----------
    folder : Path
        Emptied first.
    libraries : iterable of str
        Paths of the libraries that the app takes along.
    """
    shutil.rmtree(folder, ignore_errors=True)
    system = folder / SYSTEM_FOLDER
    system.mkdir(parents=True)
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    texts = {folder / PYTHON_TEXT: python.read_text(encoding="utf-8"), folder / PYINSTALLER_TEXT: _pyinstaller()}
    for package in owners(libraries):
        named = copyright_texts(package)
        if not named:
            print(f"no licence text for the library package {package}", file=sys.stderr)
        texts |= {system / f"{name}.txt": text for name, text in named.items()}
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    return [(str(path), str(Path("resources/licences") / path.parent.relative_to(folder))) for path in texts]


def owners(libraries: Iterable[str]) -> tuple[str, ...]:
    """Return the Debian packages that libraries outside Python's own folders belong to; none where there is no dpkg."""
    if shutil.which("dpkg-query") is None:
        return ()
    found: set[str] = set()
    for library in {str(Path(name).resolve()) for name in libraries}:
        # Libraries may be listed by the place they had before /lib became a link into /usr.
        for place in (library, library.removeprefix("/usr")):
            answer = subprocess.run(["dpkg-query", "-S", place], capture_output=True, text=True, check=False)
            if answer.returncode == 0:
                found.add(answer.stdout.partition(":")[0])
                break
    return tuple(sorted(found))


def copyright_texts(package: str, documents: Path = DOCUMENTS, common: Path = COMMON) -> dict[str, str]:
    """Return a Debian package's copyright file and the common licences it refers to, by name; empty without a file."""
    path = documents / package / "copyright"
    if not path.is_file():
        return {}
    texts = {package: path.read_text(encoding="utf-8", errors="replace").strip()}
    for name in _COMMON_NAME.findall(texts[package]):
        if (common / name).is_file():
            texts[name] = (common / name).read_text(encoding="utf-8")
    return texts


def _pyinstaller() -> str:
    files = metadata.distribution("pyinstaller").files or ()
    licence = next(file for file in files if file.name == "COPYING.txt")
    return Path(str(licence.locate())).read_text(encoding="utf-8")
