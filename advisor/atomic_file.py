"""The one way this program writes a file: whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from pathlib import Path

PREFIX, TEMPORARY = ".distill-", ".tmp"


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace the file at ``path`` with ``data``, so that a reader sees the old file or the new one, never a part.

    The bytes go to a new file beside the target, reach the disk, and take the target's name in one step. A link is
    followed; an existing file keeps its permissions, and one that may not be written is left alone.

    Raises
    ------
    OSError
        If the file or its folder cannot be written or the disk is full; the target is then unchanged and nothing is
        left behind.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if target.exists() and not _may_write(target):  # taking its name asks the folder alone, not the file
        os.close(os.open(target, os.O_WRONLY))  # the system's own reason: no permission, a read-only disk, in use
    # A short name of its own: the target's name may already be as long as the file system allows.
    temporary = target.with_name(f"{PREFIX}{secrets.token_hex(6)}{TEMPORARY}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            os.chmod(temporary, stat.S_IMODE(target.stat().st_mode))
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _may_write(target: Path) -> bool:
    return os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def remove_leftovers(folder: Path, seconds: float = 3600) -> None:
    """Remove what killed writers left in a folder; what is younger than ``seconds`` may still be written."""
    for path in folder.glob(f"{PREFIX}*{TEMPORARY}"):
        try:
            if time.time() - path.stat().st_mtime >= seconds:
                path.unlink()
        except OSError:
            continue  # somebody else was faster, or it is not ours to remove


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system can open folders (Windows cannot)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return  # the file itself is already safe; some network folders cannot be opened
    try:
        os.fsync(descriptor)
    except OSError:
        pass  # likewise: not every file system can sync a folder
    finally:
        os.close(descriptor)
