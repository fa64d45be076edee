"""What happens to an error nobody expected: it is written to a log file and the window says so; the program goes on.

The hooks may run on any thread and in the middle of painting, so they only write and emit; whoever shows the notice
receives the signal later, on the window's thread.
"""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import platform
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from PySide6.QtCore import QObject, QStandardPaths, Signal, qVersion

from advisor import __version__
from advisor.language import translate

log = logging.getLogger(__name__)

LOG_NAME = "distillation-advisor.log"
LOG_BYTES = 500_000


def log_path() -> Path:
    """Return where the log is kept: the application's data folder, or the temporary one where there is none."""
    location = QStandardPaths.StandardLocation.AppDataLocation
    folder = QStandardPaths.writableLocation(location) or QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.TempLocation
    )
    return Path(folder) / LOG_NAME


class LogFile(logging.handlers.RotatingFileHandler):
    """The log; where it cannot be written, as on a full disk, the program goes on without it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8")

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing more: what went wrong is on standard error already."""

    def close(self) -> None:
        """Close the file, be its last lines written or not."""
        try:
            super().close()
        except OSError:
            logging.Handler.close(self)


class CrashHandler(QObject):
    """Takes unexpected exceptions of all threads, from `install` until `uninstall`.

    Parameters
    ----------
    path : Path, optional
        The log file; `log_path` by default. Where it cannot be written, errors go to standard error alone.

    Signals
    -------
    crashed(str)
        One plain sentence about an exception, at most once until `acknowledge`; emitted on the thread it happened on.
    """

    crashed = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = log_path() if path is None else path
        self._handler: logging.Handler | None = None
        self._fault_file: TextIO | None = None
        self._previous: tuple[Any, Any] | None = None
        self._announced = False

    def install(self) -> None:
        """Begin: open the log and set the hooks of the interpreter and of its threads."""
        if self._previous is not None:
            return
        self._open_log()
        self._previous = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._main_hook
        threading.excepthook = self._thread_hook

    def uninstall(self) -> None:
        """Put the former hooks back and close the log."""
        if self._previous is not None:
            sys.excepthook, threading.excepthook = self._previous
            self._previous = None
        if self._fault_file is not None:
            faulthandler.disable()
            self._fault_file.close()
            self._fault_file = None
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def acknowledge(self) -> None:
        """The notice was dismissed: announce the next exception again."""
        self._announced = False

    def _open_log(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._handler = LogFile(self.path)
            self._fault_file = self.path.with_suffix(".fault").open("a", encoding="utf-8")
            faulthandler.enable(self._fault_file)
        except OSError as error:
            log.warning("no log file at %s: %s", self.path, error)
        if self._handler is not None:
            self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
            self._handler.setLevel(logging.WARNING)
            logging.getLogger().addHandler(self._handler)
            self._note_start(self._handler)

    def _note_start(self, handler: logging.Handler) -> None:
        """Write what was started on what, past the level that keeps everything but trouble out of the log."""
        text = "started version %s with Python %s, Qt %s, on %s"
        facts = (__version__, platform.python_version(), qVersion(), platform.platform())
        handler.handle(log.makeRecord(log.name, logging.INFO, __file__, 0, text, facts, None))

    def _main_hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._handle(kind, error, trace, threading.current_thread().name)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit and args.exc_value is not None:
            name = args.thread.name if args.thread is not None else "unknown"
            self._handle(args.exc_type, args.exc_value, args.exc_traceback, name)

    def _handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None, thread: str
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("unexpected error on thread %s", thread, exc_info=(kind, error, trace))
        if sys.__stderr__ is not None:  # a windowed program may have none
            sys.__excepthook__(kind, error, trace)
        if self._announced:
            return  # an error in a paint event comes sixty times a second: one notice is enough
        self._announced = True
        try:
            text = translate(
                "Crash", "Something went wrong inside the program ({error}). Your plan is still here: save it."
            ).format(error=kind.__name__)
            if self._handler is not None:
                where = translate("Crash", "Details are in {path}").format(path=self.path)
                text = f"{text} {where}"
            self.crashed.emit(text)
        except RuntimeError:  # the handler outlived the window
            log.debug("nobody left to tell")
