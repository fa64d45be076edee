"""Everything that ships is named with its licence, and the licence can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from advisor.citation import BIBTEX
from advisor.licences import DISTRIBUTIONS, SYSTEM_FOLDER, components
from advisor.resource_files import resource_path

LOCK = (Path(__file__).parents[2] / "requirements.txt").read_text(encoding="utf-8")


def test_the_list_is_what_the_lock_file_ships() -> None:
    locked = {name.lower() for name in re.findall(r"^([A-Za-z0-9_.-]+)==", LOCK, re.MULTILINE)}
    assert {distribution.package for distribution in DISTRIBUTIONS} == locked


def test_the_version_named_is_one_the_lock_file_names() -> None:
    named = {component.name: component.version for component in components()}
    for distribution in DISTRIBUTIONS:
        locked = re.findall(rf"^{re.escape(distribution.package)}==(\S+)", LOCK, re.MULTILINE | re.IGNORECASE)
        assert named[distribution.name] in locked, distribution.package


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Distillation Advisor", "Permission is hereby granted"),
        ("Qt and PySide6", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("Qt and PySide6", "GNU GENERAL PUBLIC LICENSE"),
        ("Shiboken", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("pyqtgraph", "Permission is hereby granted"),
        ("NumPy", "Redistributions of source code"),
        ("NumPy", "GCC RUNTIME LIBRARY EXCEPTION"),
        ("SciPy", "Redistributions of source code"),
        ("msgspec", "Redistributions of source code"),
        ("XlsxWriter", "Redistributions of source code"),
        ("colorama", "Redistributions of source code"),
        ("Python", "PYTHON SOFTWARE FOUNDATION LICENSE"),
    ],
)
def test_a_licence_can_be_read_in_full(name: str, words: str) -> None:
    component = next(component for component in components() if component.name == name)
    assert words.lower() in " ".join(component.text.lower().split())
    assert component.licence


def test_no_component_is_listed_twice() -> None:
    names = [component.name for component in components()]
    assert len(names) == len(set(names))


def test_what_a_build_adds_is_listed_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / SYSTEM_FOLDER).mkdir()
    (tmp_path / SYSTEM_FOLDER / "libffi8.txt").write_text("permission", encoding="utf-8")
    (tmp_path / "PyInstaller.txt").write_text("bootloader", encoding="utf-8")

    def place(*parts: str) -> Path:
        return tmp_path.joinpath(*parts[1:]) if parts[:1] == ("licences",) else resource_path(*parts)

    monkeypatch.setattr("advisor.licences.resource_path", place)
    monkeypatch.setattr("sys.frozen", True, raising=False)
    texts = {component.name: component.text for component in components()}
    assert texts["libffi8"] == "permission"
    assert texts["PyInstaller"] == "bootloader"


def test_the_citation_is_one_whole_entry() -> None:
    assert BIBTEX.count("{") == BIBTEX.count("}")
    assert "2502.08606" in BIBTEX
    assert BIBTEX.startswith("@inproceedings{")
