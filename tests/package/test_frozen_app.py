"""The app that needs no Python: it is built, opens its window under an X server of its own, answers, and leaves.

Prints size, time to the first answer and memory. A build of the same sources is used again.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import psutil
import pytest

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the app is tested on Linux only"),
    pytest.mark.timeout(900),
]

ROOT = Path(__file__).parents[2]
ANSWER = re.compile(r"first answer after (?P<milliseconds>\d+) ms, memory (?P<megabytes>\d+) MB")


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """The build script, after it made sure that there is a build of these sources."""
    spec = importlib.util.spec_from_file_location("build_script", ROOT / "packaging" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if not module.is_fresh():
        command = [sys.executable, str(ROOT / "packaging" / "build.py"), "--no-archive"]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=800)
        assert done.returncode == 0, done.stdout + done.stderr
    assert module.PROGRAM.exists()
    return module


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The name of a screen that only these tests draw on."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as number:
            name = f":{number.readline().strip()}"
        assert name != ":", "Xvfb did not start"
        yield name
        server.terminate()


@pytest.fixture
def environment(display: str, tmp_path: Path) -> dict[str, str]:
    """What the app sees: a screen and an empty home, and nothing of the Python that runs the tests."""
    return {"DISPLAY": display, "HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def test_the_window_shows_the_example_answer_and_leaves(
    build: ModuleType, environment: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    with subprocess.Popen(
        [build.PROGRAM, "--smoke"], env=environment, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        sockets = network_sockets_until_exit(psutil.Process(process.pid))
        output, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")
    found = ANSWER.fullmatch(output.strip())
    assert found, output
    assert sockets == []
    size = build.size(build.FOLDER) / build.MEGABYTE
    with capsys.disabled():
        print(f"\nThe app: {size:.0f} MB unpacked, {output.strip()}")
    assert size < 320


def network_sockets_until_exit(process: psutil.Process) -> list[object]:
    """Return every Internet socket that ``process`` was seen to hold while it ran."""
    seen: list[object] = []
    while True:
        try:
            seen += process.net_connections(kind="inet")
            process.wait(timeout=0.05)
        except psutil.TimeoutExpired:
            continue
        except psutil.Error:  # it is over, or just ending
            return seen
        return seen


def test_it_answers_a_plan_as_text(build: ModuleType, environment: dict[str, str]) -> None:
    plan = sorted((ROOT / "resources" / "examples").glob("*.distill"))[0]
    without_screen = {name: value for name, value in environment.items() if name != "DISPLAY"}
    done = subprocess.run(
        [build.PROGRAM, "--headless", plan, "--curves"],
        env=without_screen,
        cwd="/",
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    source = subprocess.run(
        [sys.executable, ROOT / "main.py", "--headless", plan, "--curves"], capture_output=True, text=True, timeout=60
    )
    assert json.loads(done.stdout) == json.loads(source.stdout)


def test_a_bad_plan_is_one_line_and_exit_2(build: ModuleType, environment: dict[str, str], tmp_path: Path) -> None:
    plan = tmp_path / "broken.distill"
    plan.write_text('{"format": "distillation-plan", "version": 1}')
    done = subprocess.run(
        [build.PROGRAM, "--headless", plan], env=environment, cwd="/", capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "student" in done.stderr


def test_without_a_screen_it_says_so(build: ModuleType, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [build.PROGRAM], env=environment | {"DISPLAY": ""}, cwd="/", capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "screen" in done.stderr


def test_no_link_leads_nowhere(build: ModuleType) -> None:
    """The recipe leaves parts of Qt out: nothing may point to them."""
    links = [path for path in build.FOLDER.rglob("*") if path.is_symlink()]
    assert links
    assert [link for link in links if not link.exists()] == []


def test_it_can_be_moved(build: ModuleType, environment: dict[str, str], tmp_path: Path) -> None:
    """Nothing in it points back to where it was built."""
    moved = tmp_path / "another place"
    shutil.copytree(build.FOLDER, moved, symlinks=True)
    done = subprocess.run(
        [moved / build.PROGRAM.name, "--smoke"], env=environment, cwd="/", capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert ANSWER.fullmatch(done.stdout.strip())
