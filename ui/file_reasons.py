"""Why a file could not be read or written, and what to do about it, in plain words."""

from __future__ import annotations

import errno

from advisor.errors import InputError
from advisor.language import translate


def reasons() -> dict[int, str]:
    """Return what each error of the system means, as words that fit after a colon."""
    not_allowed = translate("Files", "you have no permission for it")
    in_use = translate("Files", "another program uses it")
    no_answer = translate("Files", "the network folder does not answer")
    return {
        errno.ENOENT: translate("Files", "there is no such file or folder"),
        errno.EACCES: not_allowed,
        errno.EPERM: not_allowed,
        errno.EROFS: translate("Files", "the place is read-only"),
        errno.EISDIR: translate("Files", "it is a folder"),
        errno.EEXIST: translate("Files", "something else of that name is in the way"),
        errno.ENOTDIR: translate("Files", "part of its path is not a folder"),
        errno.ENOSPC: translate("Files", "the disk is full"),
        errno.EDQUOT: translate("Files", "your share of the disk is full"),
        errno.EFBIG: translate("Files", "the disk takes no file of this size"),
        errno.ENAMETOOLONG: translate("Files", "its name is too long"),
        errno.ELOOP: translate("Files", "it is a link that leads back to itself"),
        errno.EBUSY: in_use,
        errno.ETXTBSY: in_use,
        errno.EIO: translate("Files", "the disk reports an error"),
        errno.ESTALE: no_answer,
        errno.ETIMEDOUT: no_answer,
    }


def remedies() -> dict[int, str]:
    """Return what to do about an error of the system, as sentences."""
    make_room = translate("Files", "Make room on the disk, or save it elsewhere.")
    rename = translate("Files", "Save it under another name.")
    move = translate("Files", "Save it under another name or in another folder.")
    close = translate("Files", "Close it there and try again, or save it under another name.")
    return {
        errno.ENOSPC: make_room,
        errno.EDQUOT: make_room,
        errno.EISDIR: rename,
        errno.ELOOP: rename,
        errno.ENAMETOOLONG: translate("Files", "Save it under a shorter name."),
        errno.EACCES: move,
        errno.EPERM: move,
        errno.EBUSY: close,
        errno.ETXTBSY: close,
    }


def plain_reason(error: Exception) -> str:
    """Return why a file could not be read or written, as words that fit after a colon."""
    if isinstance(error, InputError):
        return str(error).rstrip(".")
    if isinstance(error, OSError):
        return reasons().get(error.errno or 0, (error.strerror or str(error)).rstrip("."))
    return str(error)


def remedy(error: Exception) -> str:
    """Return what to do when a plan could not be written, as a sentence."""
    if isinstance(error, InputError):
        return translate("Files", "Correct the plan and try again.")
    elsewhere = translate("Files", "Save it in another folder.")
    return remedies().get(error.errno or 0, elsewhere) if isinstance(error, OSError) else elsewhere
