"""Offers the plans that were not saved when the program ended, one after the other, in the message bar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from PySide6.QtCore import QLocale, QObject, QTime, Slot

from advisor.errors import InputError
from advisor.language import current, translate

from .ask import Choice, ask
from .file_reasons import plain_reason
from .message_bar import Message, MessageBar
from .plan_files import PlanFiles
from .recovery import RecoveryFile, remove


def recover() -> str:
    """Return the button that brings a plan back."""
    return translate("Recovery", "Recover")


def discard() -> str:
    """Return the button that gives a plan up."""
    return translate("Recovery", "Discard")


def offer() -> Message:
    """Return the message that offers a plan, without its words."""
    return Message("recovery", "warning", "{text}", (recover(), discard()))


def offer_text(plan: str, file: str, when: str, left: int) -> str:
    """Return the offer of a plan by its name, that of its file or "", when it was edited, and how many more wait."""
    text = translate("Recovery", "A plan was not saved when the program ended: “{plan}”, edited {when}.")
    if file:
        text = translate("Recovery", "A plan was not saved when the program ended: “{plan}” ({file}), edited {when}.")
    text = text.format(plan=plan, file=file, when=when)
    if not left:
        return text
    more = translate("Recovery", "%n more were not saved.", "", left)
    if left == 1:
        more = translate("Recovery", "1 more was not saved.")
    return f"{text} {more}"


def unreadable() -> Message:
    """Return the message on a plan that was kept and cannot be read."""
    text = translate(
        "Recovery",
        "A plan was not saved when the program ended, and what was kept of it cannot be read: {reason}. It is {path}.",
    )
    return Message("recovery_unreadable", "error", text, (discard(),))


class RecoveryOffers(QObject):
    """Asks about each plan what to do; one that is dismissed without an answer is offered again at the next start.

    Parameters
    ----------
    found : iterable of RecoveryFile
        What `left_behind` found.
    files : PlanFiles
        Opens what the user wants back.
    messages : MessageBar
        Where it is asked.
    """

    def __init__(self, found: Iterable[RecoveryFile], files: PlanFiles, messages: MessageBar) -> None:
        super().__init__(messages)
        self._found = list(found)
        self._files = files
        self._messages = messages
        messages.chosen.connect(self._choose)
        messages.dismissed.connect(self._put_off)
        self._offer()

    def _offer(self) -> None:
        self._messages.clear(offer())
        self._messages.clear(unreadable())
        if not self._found:
            return
        file = self._found[0]
        try:
            plan, _ = file.read()
            when = when_text(file.edited(), date.today())
        except (InputError, OSError) as error:
            self._messages.show_message(unreadable(), reason=plain_reason(error), path=file.plan_path)
            return
        origin, _ = file.origin()
        name = origin.name if origin is not None else ""
        self._messages.show_message(offer(), text=offer_text(plan.name, name, when, len(self._found) - 1))

    @Slot(str, str)
    def _choose(self, message: str, choice: str) -> None:
        if message not in (offer().name, unreadable().name):
            return
        if choice == discard():
            if self._may_discard():
                remove(self._found.pop(0))
        else:
            try:
                self._files.recover(self._found[0])
            except (InputError, OSError):  # it was readable a moment ago; say what it is now
                self._offer()
                return
            self._found.pop(0)
        self._offer()

    def _may_discard(self) -> bool:
        answer = ask(
            self._messages.window(),
            translate("Recovery", "Discard the plan"),
            translate("Recovery", "Discard the plan that was not saved?"),
            translate("Recovery", "It cannot be brought back."),
            {
                Choice.Cancel: translate("Recovery", "Cancel"),
                Choice.Discard: translate("Recovery", "&Discard"),
            },
        )
        return answer == Choice.Discard

    @Slot(str)
    def _put_off(self, message: str) -> None:
        if message in (offer().name, unreadable().name):
            self._found.pop(0).release()
            self._offer()


def when_text(when: datetime, today: date) -> str:
    """Return a time as the user's language writes it, with the day unless it is today."""
    time = QLocale().toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)
    if when.date() == today:
        return time
    return translate("Recovery", "{day}, {time}").format(day=current().date_text(when.date()), time=time)
