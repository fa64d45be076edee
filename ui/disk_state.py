"""What became of a plan's file since it was last read or written here, told by its content rather than its date."""

from __future__ import annotations

import hashlib
from enum import Enum
from pathlib import Path

from advisor.plan_file import read_plan_bytes


class DiskState(Enum):
    """A file against what was last read from it or written to it."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNREADABLE = "unreadable"


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 of a file's content in hexadecimal: two contents with one fingerprint are the same."""
    return hashlib.sha256(data).hexdigest()


def disk_state(path: Path, known: str) -> tuple[DiskState, str]:
    """Compare the file at ``path`` with the fingerprint ``known``; return how it stands, and its fingerprint, or ""."""
    try:
        found = fingerprint(read_plan_bytes(path))
    except (FileNotFoundError, NotADirectoryError):
        return DiskState.GONE, ""
    except OSError:
        return DiskState.UNREADABLE, ""
    return (DiskState.SAME if found == known else DiskState.CHANGED), found
