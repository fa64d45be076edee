"""Starts the window: what the application is called, how it looks, what happens to unexpected errors, how it ends."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from advisor.errors import InputError, ProgramFileError
from advisor.language import translate

from . import accessible_roles, languages
from .compute_runner import ComputeRunner
from .crash_handler import CrashHandler
from .icons import app_icon
from .main_window import MainWindow
from .recovery import left_behind
from .recovery_offer import RecoveryOffers
from .settings import Settings
from .smoke import SmokeTest
from .windows import Windows

NAME = "Distillation Advisor"
FILE_NAME = "distillation-advisor"
NO_SCREEN = ("offscreen", "minimal")
"""Platforms of Qt on which nobody would see a message."""

SWITCH_SECONDS = 0.0005
"""How long one thread may hold the interpreter while another waits: short, for the window's sake."""


def create_application(arguments: Sequence[str] = ()) -> QApplication:
    """Return the application, named and ready; the one that exists, if there is one."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QCoreApplication.setOrganizationName(FILE_NAME)
    QCoreApplication.setApplicationName(FILE_NAME)
    QGuiApplication.setApplicationDisplayName(NAME)
    QGuiApplication.setDesktopFileName(FILE_NAME)
    app = QApplication([FILE_NAME, *arguments])
    app.setWindowIcon(app_icon())
    accessible_roles.install()
    return app


def open_first_plan(window: MainWindow, plan_path: Path | None) -> None:
    """Open the plan that was asked for, else the first example; a plan that cannot be opened is named in the window."""
    opened = plan_path is not None and window.files.open_path(plan_path)
    if not opened:
        try:
            window.document.open_example()
        except (InputError, OSError, ProgramFileError):
            logging.getLogger(__name__).exception("the example plan cannot be opened")
            window.flow.start()


def run(argv: Sequence[str] = ()) -> int:
    """Open the window and return the exit code when it was closed.

    Parameters
    ----------
    argv : sequence of str
        Without the program's name: a plan file to open (the example plan otherwise), and ``--smoke`` to leave again as
        soon as the first answer is on screen, saying how long it took.
    """
    smoke = "--smoke" in argv
    paths = [Path(argument) for argument in argv if not argument.startswith("--")]
    app = create_application()
    sys.setswitchinterval(SWITCH_SECONDS)
    crash_handler = CrashHandler()
    crash_handler.install()
    settings = Settings()
    languages.start(settings, app)
    windows = Windows(settings, lambda: ComputeRunner(), crash_handler)  # looked up by name, for tests
    try:
        window = windows.add()
    except Exception as error:
        windows.shut_down()  # a worker that is destroyed while it runs would abort the process
        crash_handler.uninstall()
        if isinstance(error, ProgramFileError) and not smoke and app.platformName() not in NO_SCREEN:
            text = translate("Start", "The advisor cannot start: {reason}.").format(reason=error)
            QMessageBox.critical(None, NAME, text)
        raise
    gc.freeze()  # what exists now lives as long as the program: no need to look at it in every collection
    _quit_on_signals(app)
    smoke_test = SmokeTest(window) if smoke else None
    window.show()
    open_first_plan(window, paths[0] if paths else None)
    if not smoke:
        window.help.offer_tour(window.flow)
        RecoveryOffers(left_behind(settings.recovery_folder), window.files, window.messages)
    code = app.exec()
    stopped = windows.shut_down()
    crash_handler.uninstall()
    if smoke_test is not None:
        code = smoke_test.report()
    if not stopped:  # destroying a thread that still computes would abort: leave it to the system
        logging.shutdown()
        sys.stdout.flush()
        os._exit(code)
    return code


def _quit_on_signals(app: QApplication) -> None:
    """Let Ctrl+C end the program: Python sees signals only while it runs, so it gets to run four times a second."""
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    timer = QTimer(app)
    timer.timeout.connect(_let_python_run)
    timer.start(250)


def _let_python_run() -> None:
    """Do nothing, in Python."""
