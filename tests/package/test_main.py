"""The command line: what it answers, how it ends, and that a user never sees a stack trace."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import main

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "resources" / "examples").glob("*.distill"))


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run main.py as a user would, from another folder."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return subprocess.run(
        command, cwd="/", env={**os.environ, **environment}, capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize("plan", EXAMPLES, ids=lambda plan: plan.stem)
def test_every_example_plan_is_answered_without_a_window(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["--headless", str(plan), "--curves"]) == 0
    output = capsys.readouterr()
    answer = json.loads(output.out)
    assert answer["verdict"]["method"] in ("distill", "supervised", "tie")
    assert answer["curves"]
    assert output.err == ""


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 3


def test_the_answer_is_one_json_object_on_standard_output() -> None:
    done = run("--headless", EXAMPLES[0])
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["version"] == 1


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--headless", "/nowhere/a.distill"], "/nowhere/a.distill"),
        (["--headless"], "--headless"),
        (["--curves"], "--curves"),
        (["--sreenshots", "x"], "--sreenshots"),
        (["a.distill", "b.distill"], "b.distill"),
    ],
)
def test_a_wrong_call_is_one_line_and_exit_2(arguments: list[str], named: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert named in done.stderr


def test_an_unexpected_error_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(path: object, curves: bool) -> int:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr("advisor.headless.answer", fail)
    monkeypatch.delenv("ADVISOR_TRACE", raising=False)
    assert main.main(["--headless", "a.distill"]) == 1
    assert capsys.readouterr().err == "The advisor had to stop: ZeroDivisionError: two lines\n"


def test_a_reader_that_stops_early_gets_no_trace() -> None:
    command = [sys.executable, str(ROOT / "main.py"), "--headless", str(EXAMPLES[0]), "--curves"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_without_a_screen_the_window_says_so_in_one_line() -> None:
    done = run(QT_QPA_PLATFORM="xcb", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "screen" in done.stderr or "apt-get" in done.stderr


def test_pictures_of_every_page_are_written(tmp_path: Path) -> None:
    done = run("--screenshots", tmp_path / "pictures", EXAMPLES[-1])
    assert (done.returncode, done.stderr) == (0, "")
    written = sorted((tmp_path / "pictures").iterdir())
    assert sorted(done.stdout.splitlines()) == [str(picture) for picture in written]
    assert {picture.name for picture in written} >= {"budget-light.png", "budget-dark.png", "teacher-light.png"}
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in written)


def test_the_window_opens_answers_and_closes() -> None:
    done = run("--smoke")
    assert (done.returncode, done.stderr.replace("This plugin does not support propagateSizeHints()\n", "")) == (0, "")
    assert done.stdout.startswith("first answer after ")
