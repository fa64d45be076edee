"""Why a file could not be read or written, and what to do about it, in plain words."""

from __future__ import annotations

import errno

from advisor.errors import InputError

NO_SUCH = "there is no such file or folder"
NOT_ALLOWED = "you have no permission for it"
FULL = "the disk is full"
NO_ANSWER = "the network folder does not answer"

REASONS = {
    errno.ENOENT: NO_SUCH,
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.EROFS: "the place is read-only",
    errno.EISDIR: "it is a folder",
    errno.EEXIST: "something else of that name is in the way",
    errno.ENOTDIR: "part of its path is not a folder",
    errno.ENOSPC: FULL,
    errno.EDQUOT: "your share of the disk is full",
    errno.EFBIG: "the disk takes no file of this size",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "it is a link that leads back to itself",
    errno.EBUSY: "another program uses it",
    errno.ETXTBSY: "another program uses it",
    errno.EIO: "the disk reports an error",
    errno.ESTALE: NO_ANSWER,
    errno.ETIMEDOUT: NO_ANSWER,
}

ELSEWHERE = "Save it in another folder."
REMEDIES = {
    errno.ENOSPC: "Make room on the disk, or save it elsewhere.",
    errno.EDQUOT: "Make room on the disk, or save it elsewhere.",
    errno.EISDIR: "Save it under another name.",
    errno.ELOOP: "Save it under another name.",
    errno.ENAMETOOLONG: "Save it under a shorter name.",
    errno.EACCES: "Save it under another name or in another folder.",
    errno.EPERM: "Save it under another name or in another folder.",
    errno.EBUSY: "Close it there and try again, or save it under another name.",
    errno.ETXTBSY: "Close it there and try again, or save it under another name.",
}


def plain_reason(error: Exception) -> str:
    """Return why a file could not be read or written, as words that fit after a colon."""
    if isinstance(error, InputError):
        return str(error).rstrip(".")
    if isinstance(error, OSError):
        return REASONS.get(error.errno or 0, (error.strerror or str(error)).rstrip("."))
    return str(error)


def remedy(error: Exception) -> str:
    """Return what to do when a plan could not be written, as a sentence."""
    return REMEDIES.get(error.errno or 0, ELSEWHERE) if isinstance(error, OSError) else ELSEWHERE
