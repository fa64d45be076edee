"""Build the app that needs no Python, in dist/, and pack it: python3 packaging/start.py build [--no-archive].

Prints the sizes. A build is fresh as long as nothing that goes into it changed; `is_fresh` tells.
"""

from __future__ import annotations

import argparse
import hashlib
import lzma
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "distillation-advisor"
FOLDER = ROOT / "dist" / NAME
PROGRAM = FOLDER / (f"{NAME}.exe" if sys.platform == "win32" else NAME)
STAMP = ROOT / "build" / "built-from.txt"
MEGABYTE = 1e6


def digest() -> str:
    """Return a hash of everything that goes into the app: sources, resources, lock, recipe and Python's version."""
    total = hashlib.sha256(sys.version.encode())
    recipe = ("build.spec", "pyproject.toml", "requirements.txt", "packaging/build.py", "packaging/licences.py")
    files = [ROOT / name for name in ("main.py", *recipe)]
    for folder in ("advisor", "ui", "resources", "packaging/linux"):
        files += sorted(path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc")
    for path in files:
        total.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def is_fresh() -> bool:
    """Whether dist/ holds a build of exactly these sources."""
    return PROGRAM.exists() and STAMP.exists() and STAMP.read_text() == digest()


def build() -> None:
    """Run PyInstaller on build.spec.

    Raises
    ------
    subprocess.CalledProcessError
        If PyInstaller fails, or a translation is not sound; it has been said why.
    """
    subprocess.run([sys.executable, str(ROOT / "packaging" / "translations.py"), "release"], check=True)
    made_from = digest()
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"]
    subprocess.run(command, cwd=ROOT, check=True, stdin=subprocess.DEVNULL)
    if shutil.which("strip"):  # only CPython's library: stripping breaks OpenBLAS
        for library in FOLDER.glob("_internal/libpython*.so*"):
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)
    if sys.platform.startswith("linux"):  # what puts the app into the desktop's menu
        desktop = shutil.copytree(ROOT / "packaging" / "linux", FOLDER / "desktop")
        shutil.copy(ROOT / "resources" / "icons" / "app.svg", desktop)
    STAMP.write_text(made_from)


def size(folder: Path) -> int:
    """Return the bytes of all files in ``folder``, each counted once."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def pack() -> Path:
    """Pack the folder for its platform and return the archive; links stay links."""
    sys.path.insert(0, str(ROOT))
    from advisor import __version__

    stem = f"{NAME}-{__version__}-{platform.system().lower()}-{platform.machine().lower()}"
    if sys.platform == "win32":
        return Path(shutil.make_archive(str(ROOT / "dist" / stem), "zip", FOLDER.parent, FOLDER.name))
    archive = ROOT / "dist" / f"{stem}.tar.xz"
    with lzma.open(archive, "wb", filters=filters()) as packed, tarfile.open(fileobj=packed, mode="w|") as tar:
        tar.add(FOLDER, arcname=NAME)
    return archive


def filters() -> list[dict[str, int]]:
    """Return how to compress: a dictionary as large as both linear algebra libraries, which are much alike."""
    machine_code = [{"id": lzma.FILTER_X86}] if platform.machine().lower() in ("x86_64", "amd64") else []
    return [*machine_code, {"id": lzma.FILTER_LZMA2, "preset": 9}]


def main() -> int:
    """Build, pack and print the sizes; return the exit code."""
    parser = argparse.ArgumentParser(prog="start.py build", description="Build the app that needs no Python.")
    parser.add_argument("--no-archive", action="store_true", help="leave the folder in dist/ unpacked")
    options = parser.parse_args()
    try:
        build()
    except subprocess.CalledProcessError as error:
        print(f"The build failed: {error.cmd[0]} ended with code {error.returncode}.", file=sys.stderr)
        return 1
    print(f"{FOLDER.relative_to(ROOT)}: {size(FOLDER) / MEGABYTE:.0f} MB")
    if not options.no_archive:
        archive = pack()
        print(f"{archive.relative_to(ROOT)}: {archive.stat().st_size / MEGABYTE:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
