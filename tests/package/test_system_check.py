"""What is missing on a system is found before Qt is loaded, and said in one sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ui import system_check
from ui.system_check import FONT_PACKAGE, QT_LIBRARIES, WAYLAND_LIBRARIES, X11_LIBRARIES, missing_packages

ROOT = Path(__file__).parents[2]
X11 = {"DISPLAY": ":0"}
WAYLAND = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_SESSION_TYPE": "wayland"}
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def packages(environ: dict[str, str], absent: set[str], font: bool = True, system: str = "linux") -> tuple[str, ...]:
    """Return what is reported on a machine where the libraries ``absent`` do not load."""
    return missing_packages(environ, lambda library: library not in absent, lambda: font, system)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        (X11, [*QT_LIBRARIES.values(), *X11_LIBRARIES.values()]),
        ({}, [*QT_LIBRARIES.values(), *X11_LIBRARIES.values()]),
        (WAYLAND, [*QT_LIBRARIES.values(), *WAYLAND_LIBRARIES.values()]),
        (WAYLAND | {"QT_QPA_PLATFORM": "xcb"}, [*QT_LIBRARIES.values(), *X11_LIBRARIES.values()]),
        (OFFSCREEN, [*QT_LIBRARIES.values()]),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600;xcb"}, [*QT_LIBRARIES.values()]),
    ],
)
def test_a_bare_machine_lacks_what_its_screen_needs(environ: dict[str, str], expected: list[str]) -> None:
    everything = {*QT_LIBRARIES, *X11_LIBRARIES, *WAYLAND_LIBRARIES}
    assert list(packages(environ, everything, font=False)) == [*expected, FONT_PACKAGE]


def test_only_what_is_missing_is_named() -> None:
    assert packages(X11, set()) == ()
    assert packages(X11, {"libxcb-cursor.so.0"}) == ("libxcb-cursor0",)
    assert packages(X11, set(), font=False) == (FONT_PACKAGE,)
    assert packages(X11, {"libEGL.so.1"}, system="darwin") == ()


def test_a_library_that_is_not_there_does_not_load() -> None:
    assert not system_check.can_load("libno-such-library.so.7")


def test_the_sentence_is_one_line_with_a_command_that_can_be_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    sentence = system_check.install_sentence(("libegl1", "libgl1"))
    assert "\n" not in sentence
    assert sentence.endswith(": sudo apt-get install -y libegl1 libgl1")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is looked for on Linux only")
def test_a_screen_that_does_not_answer_is_no_screen() -> None:
    assert not system_check.has_screen({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ""})
    assert not system_check.has_screen({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":987"})
    assert system_check.has_screen(OFFSCREEN)


def test_here_nothing_is_in_the_way_of_an_offscreen_window() -> None:
    assert system_check.problem(OFFSCREEN) is None


def test_checking_needs_the_standard_library_only() -> None:
    """The set-up script checks before anything is installed."""
    code = "import ui.system_check, sys; print('numpy' in sys.modules, 'PySide6' in sys.modules)"
    command = [sys.executable, "-S", "-c", code]  # -S: without site-packages
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout == "False False\n", done.stderr
