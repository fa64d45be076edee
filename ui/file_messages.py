"""What the message bar says of files: plans opened and saved, reports and exports written; and its buttons' words."""

from __future__ import annotations

from advisor.language import translate

from .message_bar import Message

# The words of buttons: the message bar tells which was pressed by them.


def reload() -> str:
    """Return the button that takes over what another program wrote."""
    return translate("Files", "Reload")


def keep_mine() -> str:
    """Return the button that keeps the plan as it is here."""
    return translate("Files", "Keep mine")


def save() -> str:
    """Return the button that saves where the plan was."""
    return translate("Files", "Save")


def save_as() -> str:
    """Return the button that saves elsewhere."""
    return translate("Files", "Save as…")


def try_again() -> str:
    """Return the button that does once more what failed."""
    return translate("Files", "Try again")


def elsewhere() -> str:
    """Return the button that writes an export elsewhere."""
    return translate("Files", "Choose another place…")


# Plans


def open_failed() -> Message:
    """Return the message on a file that could not be opened."""
    text = translate("Files", "“{name}” was not opened: {reason}. Your plan is as it was.")
    return Message("open_failed", "error", text)


def save_failed() -> Message:
    """Return the message on a plan that could not be saved."""
    text = translate("Files", "“{name}” was not saved: {reason}. {remedy} Your plan is still here, unsaved.")
    return Message("save_failed", "error", text, (save_as(), try_again()))


def changed_outside() -> Message:
    """Return the message on a file that another program changed."""
    text = translate(
        "Files",
        "“{name}” was changed by another program. Reload it, or keep your plan as it is here. "
        "Undo takes a reload back.",
    )
    return Message("changed_outside", "warning", text, (reload(), keep_mine()))


def gone_outside() -> Message:
    """Return the message on a file that is no longer there."""
    text = translate(
        "Files",
        "“{name}” was moved or deleted; it is no longer in {folder}. Your plan is still here: save it again.",
    )
    return Message("gone_outside", "warning", text, (save(), save_as()))


def not_kept() -> Message:
    """Return the message on unsaved edits that cannot be kept for recovery."""
    text = translate("Files", "Unsaved edits cannot be kept safe from a crash: {reason}. Save your plan often.")
    return Message("not_kept", "warning", text)


# Reports and exports


def no_report() -> Message:
    """Return the message where there is no answer to report on."""
    return Message("no_report", "warning", translate("Files", "There is no report yet: {reason}."))


def report_failed() -> Message:
    """Return the message on a report that could not be made."""
    return Message("report_failed", "error", translate("Files", "The report was not made: {reason}."))


def report_not_saved() -> Message:
    """Return the message on a report that could not be written."""
    text = translate("Files", "The report “{name}” was not saved: {reason}. {remedy}")
    return Message("report_not_saved", "error", text, (save_as(), try_again()))


def no_export() -> Message:
    """Return the message where there is no answer to export."""
    return Message("no_export", "warning", translate("Files", "There is nothing to export yet: {reason}."))


def export_failed() -> Message:
    """Return the message on an export that could not be written."""
    text = translate("Files", "“{name}” was not written: {reason}. {remedy}")
    return Message("export_failed", "error", text, (elsewhere(), try_again()))


def copy_failed() -> Message:
    """Return the message on an answer that could not be copied."""
    return Message("copy_failed", "error", translate("Files", "The answer was not copied: {reason}."))
