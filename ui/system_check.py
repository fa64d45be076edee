"""What the window needs of a Linux system, checked before Qt is loaded.

Qt ends the process when a library or the screen is missing, with words that help nobody. Here the same finding becomes
one sentence with the command that mends it. Nothing is needed but the standard library: the set-up script uses this
module before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from advisor.language import translate

# Library -> Debian package. Every Qt program needs the first table, a window on an X11 screen also the second, one on a
# Wayland screen the third. Left out are libraries that these packages bring along (libX11, further libxcb ones).
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
X11_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".pfb")
WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def can_load(library: str) -> bool:
    """Whether the system's loader finds ``library`` and all that it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font() -> bool:
    """Whether a font is installed. True where fonts may lie elsewhere, that is outside the Debian family."""
    if not Path("/etc/debian_version").exists():
        return True
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(
        name.lower().endswith(FONT_ENDINGS) for folder in folders for _, _, names in os.walk(folder) for name in names
    )


def _platform(environ: Mapping[str, str]) -> str:
    """Return what Qt will draw on: "offscreen" (or the like), "wayland" or "xcb"."""
    chosen = environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if chosen.startswith(WITHOUT_SCREEN):
        return "offscreen"
    if chosen:
        return "wayland" if chosen.startswith("wayland") else "xcb"
    on_wayland = environ.get("WAYLAND_DISPLAY") and environ.get("XDG_SESSION_TYPE") == "wayland"
    return "wayland" if on_wayland else "xcb"


def missing_packages(
    environ: Mapping[str, str] = os.environ,
    loads: Callable[[str], bool] = can_load,
    font_is_there: Callable[[], bool] = has_font,
    system: str = sys.platform,
) -> tuple[str, ...]:
    """Return the Debian packages that bring what is missing here for a window; empty on Windows and macOS.

    Parameters
    ----------
    environ : mapping
        The environment, which says whether Qt draws on X11, Wayland or no screen.
    loads, font_is_there : callables
        How to find out whether a library loads and a font is there.
    system : str
        ``sys.platform``.
    """
    if not system.startswith("linux"):
        return ()
    needed = dict(QT_LIBRARIES)
    needed |= {"xcb": X11_LIBRARIES, "wayland": WAYLAND_LIBRARIES}.get(_platform(environ), {})
    missing = [package for library, package in needed.items() if not loads(library)]
    if not font_is_there():
        missing.append(FONT_PACKAGE)
    return tuple(missing)


def install_sentence(packages: tuple[str, ...], purpose: str = "") -> str:
    """Return the sentence that names ``packages`` and how to install them; ``purpose`` says what needs them."""
    purpose = purpose or translate("Start", "The window needs", "goes on: system packages that are missing here")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    command = f"{'' if is_root else 'sudo '}apt-get install -y {' '.join(packages)}"
    if shutil.which("apt-get"):
        text = translate("Start", "{purpose} system packages that are missing here; install them with: {command}")
    else:
        text = translate(
            "Start",
            "{purpose} system libraries that are missing here; on Debian or Ubuntu they come with: {command}",
        )
    return text.format(purpose=purpose, command=command)


def has_screen(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the X11 server that ``environ`` names answers; True for other platforms, where Qt reports it itself."""
    if _platform(environ) != "xcb":
        return True
    if not environ.get("DISPLAY"):
        return False
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(environ["DISPLAY"].encode(), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def problem(environ: Mapping[str, str] = os.environ) -> str | None:
    """Return one sentence saying why no window can open here and what would help; None if nothing is in the way."""
    if not sys.platform.startswith("linux"):
        return None
    missing = missing_packages(environ)
    if missing:
        return install_sentence(missing)
    if not has_screen(environ):
        return translate(
            "Start",
            "There is no screen to open a window on (DISPLAY is not set or does not answer); "
            "start it from a desktop, or ask for the answer as text with the option --headless PLAN",
        )
    return None
