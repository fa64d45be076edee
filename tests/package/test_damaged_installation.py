"""Files of the program that are missing or torn: a clear sentence and no abort; a full disk: no harm."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "resources" / "examples" / "assistant-7b.distill"
NEEDED = ("coefficients/busbridge-2025.json", "accelerators.csv", "prices.csv")


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    """Return a copy of the program that may be damaged."""
    folder = tmp_path / "program"
    folder.mkdir()
    shutil.copy(ROOT / "main.py", folder)
    for package in ("advisor", "ui", "resources"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def run(installation: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(installation / "main.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=installation)


def damage(installation: Path, name: str, kind: str) -> None:
    path = installation / "resources" / name
    if kind == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:300] + b"\xff")


@pytest.mark.parametrize("kind", ["missing", "torn"])
@pytest.mark.parametrize("name", NEEDED)
def test_the_answer_on_standard_output_blames_the_program_and_not_the_plan(
    installation: Path, name: str, kind: str
) -> None:
    damage(installation, name, kind)
    done = run(installation, "--headless", str(PLAN))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert f"a file of the program, {Path(name).name}, is missing or damaged" in done.stderr
    assert PLAN.name not in done.stderr


@pytest.mark.parametrize(("name", "kind"), [(NEEDED[0], "missing"), (NEEDED[1], "torn")])
def test_the_window_says_so_and_ends_without_aborting(installation: Path, name: str, kind: str) -> None:
    damage(installation, name, kind)
    done = run(installation, "--smoke")
    assert done.returncode == 1, done.stderr
    assert f"a file of the program, {Path(name).name}, is missing or damaged" in done.stderr
    assert "Traceback" not in done.stderr
    assert "QThread" not in done.stderr


def test_without_examples_the_window_begins_with_an_empty_plan(installation: Path) -> None:
    shutil.rmtree(installation / "resources" / "examples")
    done = run(installation, "--smoke")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("first answer after")


def test_a_torn_example_is_left_out_of_the_menu(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from advisor import plan_file

    shutil.copytree(ROOT / "resources" / "examples", tmp_path / "examples")
    (tmp_path / "examples" / PLAN.name).write_bytes(b"{")
    monkeypatch.setattr(plan_file, "resource_path", lambda *parts: tmp_path.joinpath(*parts))
    examples = plan_file.example_plans()
    assert len(examples) == len(list((tmp_path / "examples").iterdir())) - 1
    assert PLAN.name not in [path.name for _, path in examples]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_takes_nothing_but_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    from ui.crash_handler import LogFile

    handler = LogFile(Path("/dev/full"))
    handler.handle(logging.makeLogRecord({"msg": "x" * 100_000, "levelno": logging.ERROR, "levelname": "ERROR"}))
    handler.close()
    assert capsys.readouterr().err == ""
