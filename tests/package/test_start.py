"""The set-up command: what it installs, when it does not, and what it says when it cannot."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "packaging" / "start.py"


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, working in a folder of its own, with a record of what it runs and becomes."""
    spec = importlib.util.spec_from_file_location("start", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).write_text(f"the lock {name}\n")
    venv = tmp_path / ".venv"
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", venv)
    monkeypatch.setattr(module, "PYTHON", venv / "bin" / "python")
    monkeypatch.setattr(module, "LOCK", tmp_path / "requirements.txt")
    monkeypatch.setattr(module, "DEVELOPER_LOCK", tmp_path / "requirements-dev.txt")
    monkeypatch.chdir(tmp_path)
    module.ran = []
    module.exit_codes = {}

    def run(command: list[str], **options: Any) -> SimpleNamespace:
        module.ran.append(command)
        if command[1:3] == ["-m", "venv"]:
            make_venv(module)
        code = next((code for word, code in module.exit_codes.items() if word in command), 0)
        return SimpleNamespace(returncode=code, stdout=b"what it said")

    monkeypatch.setattr(module, "subprocess", SimpleNamespace(run=run, PIPE=-1, STDOUT=-2, DEVNULL=-3))
    monkeypatch.setattr(module, "become", lambda command: module.ran.append(command) or 0)
    monkeypatch.setattr(module, "missing_system_packages", lambda for_developers: [])
    return module


def make_venv(module: ModuleType, version: tuple[int, int] = sys.version_info[:2]) -> None:
    """Make what a virtual environment of Python ``version`` looks like."""
    for folder in (module.PYTHON.parent, pip_of(module)):
        folder.mkdir(parents=True, exist_ok=True)
    module.PYTHON.touch()
    (module.VENV / "pyvenv.cfg").write_text(f"version = {version[0]}.{version[1]}.9\n")


def pip_of(module: ModuleType) -> Path:
    """Return the folder of pip in the virtual environment."""
    return module.VENV / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages" / "pip"


def installs(module: ModuleType) -> list[str]:
    """Return the names of the locks that pip was told to install."""
    return [Path(command[-1]).name for command in module.ran if "pip" in command]


def test_the_first_start_sets_up_and_opens_the_window(start: ModuleType) -> None:
    assert start.main(["my.distill"]) == 0
    assert installs(start) == ["requirements.txt"]
    assert start.ran[-1] == [str(start.PYTHON), str(start.ROOT / "main.py"), "my.distill"]


def test_the_next_start_installs_nothing(start: ModuleType) -> None:
    start.main([])
    start.ran.clear()
    start.main([])
    assert start.ran == [[str(start.PYTHON), str(start.ROOT / "main.py")]]


def test_tests_bring_their_tools_and_leave_nothing_to_install_for_the_window(start: ModuleType) -> None:
    assert start.main(["test", "-q"]) == 0
    assert installs(start) == ["requirements-dev.txt"]
    program, *options = start.ran[-1][2:]
    assert start.ran[-1][:2] == [str(start.PYTHON), "-m"]
    assert program == "pytest"
    assert options[-1] == "-q", "what the user adds comes last and wins"
    start.ran.clear()
    start.main([])
    assert installs(start) == []


def test_a_changed_lock_is_installed(start: ModuleType) -> None:
    start.main([])
    start.LOCK.write_text("another lock\n")
    start.ran.clear()
    start.main([])
    assert installs(start) == ["requirements.txt"]


def test_an_installation_that_failed_is_tried_again(start: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    start.exit_codes = {"pip": 1}
    assert start.main([]) == 1
    assert "internet" in capsys.readouterr().err.splitlines()[-1]
    start.exit_codes = {}
    start.ran.clear()
    assert start.main([]) == 0
    assert installs(start) == ["requirements.txt"]


def test_an_environment_of_another_python_is_made_anew(start: ModuleType) -> None:
    make_venv(start, (3, 9))
    assert start.main([]) == 0
    assert [sys._base_executable, "-m", "venv", "--clear", str(start.VENV)] in start.ran  # type: ignore[attr-defined]


def test_an_environment_that_was_left_half_made_is_made_anew(start: ModuleType) -> None:
    start.main([])
    pip_of(start).rmdir()
    start.ran.clear()
    assert start.main([]) == 0
    assert start.ran[0][1:3] == ["-m", "venv"]


def test_an_old_python_is_one_sentence(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "sys", SimpleNamespace(version_info=(3, 9, 2), stderr=sys.stderr))
    assert start.main([]) == 1
    assert capsys.readouterr().err == "The advisor needs Python 3.11 or newer; this is 3.9.\n"
    assert start.ran == []


def lacking(monkeypatch: pytest.MonkeyPatch, start: ModuleType, user: int, *answers: list[str]) -> None:
    """Let ``answers`` be what is missing, one look after the other, for the user with that number."""
    looks = iter(answers)
    monkeypatch.setattr(start, "missing_system_packages", lambda for_developers: next(looks))
    monkeypatch.setattr(start.os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")


def test_a_user_is_told_in_one_sentence_what_is_missing(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking(monkeypatch, start, 1000, ["libegl1", "python3.11-venv"])
    assert start.main([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("sudo apt-get install -y libegl1 python3.11-venv")
    assert start.ran == []


def test_root_gets_it_installed(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking(monkeypatch, start, 0, ["libegl1"], [])
    assert start.main(["test"]) == 0
    assert start.ran[1] == ["apt-get", "-qq", "install", "-y", "--no-install-recommends", "libegl1"]


def test_system_packages_that_cannot_be_had_end_it(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking(monkeypatch, start, 0, ["libegl1"], ["libegl1"])
    start.exit_codes = {"install": 100}
    assert start.main([]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "what it said",
        "The system packages could not be installed; apt-get ended with code 100.",
    ]
    assert installs(start) == []


def test_the_script_can_be_read_by_old_pythons() -> None:
    """Nothing newer than Python 3.6 may stand in it: an old Python must get as far as the sentence about its age."""
    ast.parse(SCRIPT.read_text(), feature_version=(3, 6))
