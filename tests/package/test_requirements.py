"""The lock fits pyproject.toml, is whole, and names no index of one machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUNTIME = PYPROJECT["project"]["dependencies"]
DEVELOPMENT = PYPROJECT["dependency-groups"]["dev"]
PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = ("linux", "win32", "darwin")


def locked(name: str) -> list[Requirement]:
    """Return the pins of the lock file ``name``."""
    text = (ROOT / name).read_text().replace("\\\n", " ")
    lines = (line.split("--hash")[0].strip() for line in text.splitlines() if not line.lstrip().startswith("#"))
    return [Requirement(line) for line in lines if line]


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", PLATFORMS)
@pytest.mark.parametrize(
    ("lock", "wanted"), [("requirements.txt", RUNTIME), ("requirements-dev.txt", RUNTIME + DEVELOPMENT)]
)
def test_every_dependency_is_locked_at_a_version_that_is_allowed(
    lock: str, wanted: list[str], python: str, system: str
) -> None:
    here = {"python_version": python, "python_full_version": f"{python}.4", "sys_platform": system}
    pins = {canonicalize_name(pin.name): pin for pin in locked(lock) if pin.marker is None or pin.marker.evaluate(here)}
    for requirement in map(Requirement, wanted):
        if requirement.marker is not None and not requirement.marker.evaluate(here):
            continue
        (pin,) = pins[canonicalize_name(requirement.name)].specifier
        assert pin.operator == "=="
        assert requirement.specifier.contains(pin.version), f"{requirement} is locked at {pin.version}"


def test_users_and_developers_run_the_same_versions() -> None:
    assert {str(pin) for pin in locked("requirements.txt")} <= {str(pin) for pin in locked("requirements-dev.txt")}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_names_no_index_and_hashes_everything(name: str) -> None:
    text = (ROOT / name).read_text()
    assert not re.search(r"://|--(extra-)?index-url|--find-links|file:|@ ", text)
    entries = re.split(r"\n(?=[a-z0-9])", text.split("\n", 2)[2])
    assert all("--hash=sha256:" in entry for entry in entries)
    assert len(entries) == len(locked(name))


def test_python_3_11_never_gets_the_qt_that_aborts_there() -> None:
    (qt,) = [
        requirement
        for requirement in map(Requirement, RUNTIME)
        if canonicalize_name(requirement.name) == "pyside6-essentials"
        and requirement.marker is not None
        and requirement.marker.evaluate({"python_version": "3.11"})
    ]
    assert not qt.specifier.contains("6.12.0")
    assert qt.specifier.contains("6.11.3")
