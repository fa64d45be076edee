"""Plans with unsaved edits, kept on disk in case the program ends before they are saved.

Every window has one `RecoveryFile` while it has unsaved edits: a complete plan file, a note of where the plan came
from, and a lock that names the process. A file whose lock nobody alive holds was left behind.
"""

from __future__ import annotations

import json
import logging
import secrets
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from advisor.atomic_file import remove_leftovers, write_atomically
from advisor.errors import InputError
from advisor.language import translate
from advisor.plan import Plan
from advisor.plan_file import parse_plan, read_plan_bytes, saved_bytes
from advisor.plan_json import SUFFIX
from advisor.recommendation import Warning

from .disk_state import DiskState, disk_state, fingerprint
from .document import Document

log = logging.getLogger(__name__)

INTERVAL_MILLISECONDS = 4000
"""How long after an edit it is kept at the latest; Qt may take a twentieth more."""


class RecoveryFile:
    """One plan in the recovery folder, and the lock on it.

    Parameters
    ----------
    folder : Path
        The recovery folder; made when it is first needed.
    name : str, optional
        The name of a file that is there; a new one by default.
    """

    def __init__(self, folder: Path, name: str = "") -> None:
        name = name or secrets.token_hex(8)
        self.plan_path = folder / f"{name}{SUFFIX}"
        self._origin_path = folder / f"{name}.json"
        self._lock = QLockFile(str(folder / f"{name}.lock"))
        self._lock.setStaleLockTime(0)  # only the end of its process frees it, however long the program stays open

    def claim(self) -> bool:
        """Take the lock, that of an ended process too; return whether it is held."""
        return self._lock.isLocked() or self._lock.tryLock(0)

    def write(self, plan: Plan, origin: Path | None, known: str) -> None:
        """Keep a plan, whole or not at all.

        Parameters
        ----------
        plan : Plan
            The plan with its unsaved edits.
        origin : Path or None
            The file it came from.
        known : str
            The fingerprint of that file as the plan's window knows it, or "".

        Raises
        ------
        InputError, OSError
            If it cannot be written; what was kept before is still there.
        """
        self.plan_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self.claim():
            raise OSError(translate("Recovery", "{path} cannot be locked").format(path=self.plan_path))
        note = {"origin": None if origin is None else str(origin.absolute()), "fingerprint": known}
        write_atomically(self._origin_path, json.dumps(note).encode())
        write_atomically(self.plan_path, saved_bytes(plan))

    def edited(self) -> datetime:
        """Return when the plan was last kept, in local time.

        Raises
        ------
        OSError
            If it is not there any more.
        """
        return datetime.fromtimestamp(self.plan_path.stat().st_mtime)

    def read(self) -> tuple[Plan, tuple[Warning, ...]]:
        """Return the plan, and what its reader should know.

        Raises
        ------
        InputError, OSError
            If it cannot be read.
        """
        return parse_plan(read_plan_bytes(self.plan_path))

    def origin(self) -> tuple[Path | None, str]:
        """Return the file the plan came from and the fingerprint it had; (None, "") where that is not known."""
        try:
            note = json.loads(self._origin_path.read_bytes())
            return Path(note["origin"]), str(note["fingerprint"])
        except (OSError, ValueError, TypeError, KeyError):
            return None, ""

    def is_saved(self) -> bool:
        """Return whether the plan's own file holds the same: the program ended just after saving.

        Raises
        ------
        OSError
            If the plan is not there any more.
        """
        origin, _ = self.origin()
        here = fingerprint(read_plan_bytes(self.plan_path))
        return origin is not None and disk_state(origin, here)[0] is DiskState.SAME

    def remove(self) -> None:
        """Forget the plan and give the lock back.

        Raises
        ------
        OSError
            If it cannot be removed.
        """
        self.plan_path.unlink(missing_ok=True)
        self._origin_path.unlink(missing_ok=True)
        self.release()

    def release(self) -> None:
        """Give the lock back and leave the plan where it is."""
        self._lock.unlock()


def left_behind(folder: Path) -> list[RecoveryFile]:
    """Return the plans of windows that are no longer alive, the latest first.

    They are locked, so that no other run of the program gets them. What holds nothing that is not in the plan's own
    file, and what else an ended window left there, is removed.
    """
    found: list[tuple[datetime, RecoveryFile]] = []
    for name in sorted({path.stem for path in folder.glob("*") if path.suffix in (SUFFIX, ".json", ".lock")}):
        file = RecoveryFile(folder, name)
        if not file.claim():
            continue
        try:
            edited, saved = file.edited(), file.is_saved()
        except OSError:  # it ended before its plan was written, or after it was removed
            saved = True
        if saved:
            remove(file)
        else:
            found.append((edited, file))
    remove_leftovers(folder)
    return [file for _, file in sorted(found, key=lambda item: item[0], reverse=True)]


class Autosave(QObject):
    """Keeps a document's unsaved edits in the recovery folder, and forgets them once they are saved or given up.

    Writing happens on a thread of its own, in order: a slow disk never holds up typing.

    Parameters
    ----------
    document : Document
        What is kept.
    folder : Path
        The recovery folder.
    milliseconds : int
        How long after an edit it is kept at the latest.

    Signals
    -------
    failed(object)
        The plan could not be kept; carries the InputError or OSError. It is tried again after the same time.
    kept()
        The plan is on disk.
    """

    failed = Signal(object)
    kept = Signal()

    def __init__(
        self,
        document: Document,
        folder: Path,
        milliseconds: int = INTERVAL_MILLISECONDS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._folder = folder
        self._file = RecoveryFile(folder)
        self._dirty = False
        self._stopped = False
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="recovery")
        self._writing: Future[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(self.write_now)
        document.plan_changed.connect(self._edited)
        document.state_changed.connect(self._edited)
        self.failed.connect(self._edited)

    def adopt(self, file: RecoveryFile) -> None:
        """Go on with a file that was left behind, after the document took its plan up: it stays until that is saved."""
        self._file = file
        self._dirty = True

    def wait(self) -> None:
        """Return when everything that was begun is on disk."""
        self._writer.submit(_nothing).result()

    def stop(self) -> None:
        """Forget the plan: the window closes, and the user saved or gave it up."""
        self._stopped = True
        self._forget()
        self._writer.shutdown()

    @Slot()
    def write_now(self) -> None:
        """Keep the plan as it is now, if it has unsaved edits."""
        self._timer.stop()
        if not self._document.dirty:
            return
        if self._writing is not None and not self._writing.done():  # the disk is slow: no queue of old plans
            self._timer.start()
            return
        document = self._document
        self._writing = self._writer.submit(self._write, self._file, document.plan, document.path, document.fingerprint)

    @Slot()
    def _edited(self, *_: object) -> None:
        if self._stopped:
            return
        if not self._document.dirty:
            self._forget()
        elif not self._timer.isActive():  # never put off by the next edit
            self._dirty = True
            self._timer.start()

    def _forget(self) -> None:
        self._timer.stop()
        if self._dirty:
            self._dirty = False
            self._writer.submit(remove, self._file)

    def _write(self, file: RecoveryFile, plan: Plan, path: Path | None, known: str) -> None:
        try:
            file.write(plan, path, known)
        except (InputError, OSError) as error:
            log.warning("the plan cannot be kept for recovery: %s", error)
            self.failed.emit(error)
        except Exception:  # nobody asks this thread what came of it, and edits must not stay unkept in silence
            log.exception("the plan cannot be kept for recovery")
            reason = translate("Recovery", "an unexpected error, which the log describes")
            self.failed.emit(OSError(0, reason))
        else:
            self.kept.emit()


def remove(file: RecoveryFile) -> None:
    """Forget a plan; one that cannot be removed is offered at the next start, which is better than lost."""
    try:
        file.remove()
    except OSError as error:
        log.warning("a plan kept for recovery cannot be removed: %s", error)


def _nothing() -> None:
    """Wait for what was submitted before."""
