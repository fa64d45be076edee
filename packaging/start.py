"""Set up everything and start the advisor, or set up everything and run the tests.

    python3 packaging/start.py [PLAN]        open the window (or whatever main.py's other options ask for)
    python3 packaging/start.py test          run all tests; further options go to pytest
    python3 packaging/start.py build         build the app that needs no Python; further options go to build.py
    python3 packaging/start.py translations  what translators work on; further options go to translations.py
    python3 packaging/start.py setup         only set up, with the developers' tools

Standard library only, and readable by any Python 3, so that an old one is told so. Python packages go into .venv, from
the lock, and only when the lock changed. System packages are installed if root asks; anyone else is told which.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.txt"
DEVELOPER_LOCK = ROOT / "requirements-dev.txt"
OLDEST = (3, 11)


class SetUpError(Exception):
    """Setting up cannot go on; the text is the sentence for the user."""


def main(arguments):
    """Do what ``arguments`` (without the program's name) ask for; return the exit code."""
    if sys.version_info < OLDEST:
        print("The advisor needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]), file=sys.stderr)
        return 1
    mode = arguments[0] if arguments and arguments[0] in ("test", "build", "setup", "translations") else "start"
    try:
        add_system_packages(for_developers=mode != "start")
        add_python_packages([LOCK] if mode == "start" else [DEVELOPER_LOCK, LOCK])
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Setting up in {ROOT} failed: {error}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    if mode == "setup":
        return 0
    if mode == "start":
        return become([str(PYTHON), str(ROOT / "main.py"), *arguments])
    os.chdir(str(ROOT))
    # A worker for each core; each takes whole files, whose fixtures are dear.
    tests = ["-m", "pytest", "--numprocesses", "auto", "--dist", "loadfile"]
    program = tests if mode == "test" else [str(ROOT / "packaging" / f"{mode}.py")]
    return become([str(PYTHON), *program, *arguments[1:]])


def become(command):
    """Run ``command`` in place of this process (Windows cannot, so there: as a child) and return its exit code."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        return subprocess.call(command)
    return os.execv(command[0], command)


def missing_system_packages(for_developers):
    """Return the names of Debian packages that bring what is missing on this machine."""
    sys.path.insert(0, str(ROOT))
    from ui.system_check import can_load, missing_packages

    version = "python{}.{}".format(*sys.version_info[:2])
    environment = dict(os.environ)
    if for_developers:  # tests open real windows on an X11 screen of their own
        environment.update(QT_QPA_PLATFORM="xcb")
    missing = list(missing_packages(environment))
    if not sys.platform.startswith("linux"):
        return missing
    if not PYTHON.exists() and not importlib.util.find_spec("ensurepip"):
        missing.append(version + "-venv")
    if for_developers:
        if not shutil.which("Xvfb"):
            missing.append("xvfb")
        if not shutil.which("objdump"):
            missing.append("binutils")
        if not can_load(f"lib{version}.so.1.0") and not own_library().exists():
            missing.append("lib" + version)
    return missing


def own_library():
    """Return where a Python that did not come from the system keeps its shared library."""
    return Path(sysconfig.get_config_var("LIBDIR") or ".") / (sysconfig.get_config_var("INSTSONAME") or "none")


def add_system_packages(for_developers):
    """Install what the operating system has to bring, if that is allowed; otherwise raise SetUpError naming it."""
    missing = missing_system_packages(for_developers)
    if not missing:
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing system packages:", " ".join(missing), flush=True)
        environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        for command in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
            run(["apt-get", "-qq", *command], "The system packages could not be installed", environment, silent=True)
        missing = missing_system_packages(for_developers)
    if missing:
        from ui.system_check import install_sentence

        raise SetUpError(
            install_sentence(tuple(missing), "Tests and builds need" if for_developers else "The advisor needs")
        )


def add_python_packages(locks):
    """Make .venv and install the first of ``locks`` unless that was done before; the others are part of it."""
    if not fits_this_python():
        print("Making", VENV, flush=True)
        base = getattr(sys, "_base_executable", sys.executable)
        run([base, "-m", "venv", "--clear", str(VENV)], "The virtual environment could not be made", silent=True)
    if copy_in_venv(locks[0]).exists() and copy_in_venv(locks[0]).read_bytes() == locks[0].read_bytes():
        return
    print(f"Installing Python packages into {VENV} (once, about a minute)", flush=True)
    options = ["--require-hashes", "--only-binary", ":all:", "--no-input", "--disable-pip-version-check"]
    quiet = [] if sys.stdout.isatty() else ["-qq"]
    run(
        [str(PYTHON), "-m", "pip", "install", *quiet, *options, "--requirement", str(locks[0])],
        "The Python packages could not be installed (setting up needs the internet once)",
    )
    for lock in locks:
        shutil.copyfile(str(lock), str(copy_in_venv(lock)))


def copy_in_venv(lock):
    """Return where the copy of ``lock`` lies that says it was installed."""
    return VENV / lock.name


def fits_this_python():
    """Whether .venv is there, whole, and of this Python's version."""
    settings = VENV / "pyvenv.cfg"
    if not PYTHON.exists() or not settings.exists():
        return False
    version = "version = {}.{}.".format(*sys.version_info[:2])
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    return version in settings.read_text() and (packages / "pip").is_dir()


def run(command, failure, environment=None, silent=False):
    """Run ``command``; raise SetUpError with the sentence ``failure`` if it fails, after what it said if ``silent``."""
    output = subprocess.PIPE if silent else None
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, env=environment, check=False
        )
    except OSError as error:
        raise SetUpError(f"{failure}: {error}.") from error
    if done.returncode:
        lines = (done.stdout or b"").decode(errors="replace").strip().splitlines()
        raise SetUpError("\n".join([*lines[-10:], f"{failure}; {command[0]} ended with code {done.returncode}."]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
