"""The Linux desktop: the program is in the menu, and a double click on a plan opens it."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.plan_file import example_plans

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="menus of Linux desktops")

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "packaging" / "linux"
MIME_TYPE = "application/x-distillation-plan"


def install(data: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the script as a user whose data lie in ``data``."""
    environment = {**os.environ, "HOME": str(data.parent), "XDG_DATA_HOME": str(data)}
    command = ["sh", str(FOLDER / "install.sh"), *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(path, encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "my $1 programs" / "100% advisor"
    path.parent.mkdir()
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_it_is_installed_for_this_user_and_removed_again(tmp_path: Path, program: Path) -> None:
    data = tmp_path / "share"
    done = install(data, program)
    assert (done.returncode, done.stderr) == (0, "")
    found = entry(data / "applications" / "distillation-advisor.desktop")
    escaped = str(program).replace("$", r"\\$").replace("%", "%%")
    assert found["Exec"] == f'"{escaped}" %f'
    assert found["MimeType"] == f"{MIME_TYPE};"
    assert (data / "icons" / "hicolor" / "scalable" / "apps" / f"{found['Icon']}.svg").exists()
    done = install(data, "--remove")
    assert (done.returncode, done.stderr) == (0, "")
    left = [path.name for path in data.rglob("*") if path.is_file() and "distillation-advisor" in path.name]
    assert left == []


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="needs shared-mime-info")
def test_desktops_know_a_plan_by_its_name_and_by_its_content(tmp_path: Path, program: Path) -> None:
    data = tmp_path / "share"
    assert install(data, program).returncode == 0
    script = """
import sys
from PySide6.QtCore import QMimeDatabase
known = QMimeDatabase()
print(known.mimeTypeForFile("new plan.distill").name())
print(known.mimeTypeForData(open(sys.argv[1], "rb").read()).name())
print(known.mimeTypeForFile("data.json").name())
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(example_plans()[0][1])],
        env={**os.environ, "XDG_DATA_HOME": str(data)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.split() == [MIME_TYPE, MIME_TYPE, "application/json"]


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs desktop-file-utils")
def test_the_menu_entry_is_valid(tmp_path: Path, program: Path) -> None:
    assert install(tmp_path / "share", program).returncode == 0
    for path in (FOLDER, tmp_path / "share" / "applications"):
        done = subprocess.run(
            ["desktop-file-validate", path / "distillation-advisor.desktop"], capture_output=True, text=True
        )
        assert (done.returncode, done.stdout) == (0, "")


def test_the_window_belongs_to_the_menu_entry() -> None:
    """Desktops find the icon of a window by this name."""
    from ui.app import FILE_NAME

    assert (FOLDER / f"{FILE_NAME}.desktop").exists()
    assert entry(FOLDER / f"{FILE_NAME}.desktop")["StartupWMClass"] == FILE_NAME
