"""Offers the plans that were not saved when the program ended, one after the other, in the message bar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QObject, QTime, Slot

from advisor.errors import InputError

from .ask import Choice, ask
from .file_reasons import plain_reason
from .message_bar import Message, MessageBar
from .plan_files import PlanFiles
from .recovery import RecoveryFile, remove

RECOVER, DISCARD = "Recover", "Discard"

OFFER = Message(
    "recovery",
    "warning",
    "A plan was not saved when the program ended: “{name}”{file}, edited {when}.{more}",
    (RECOVER, DISCARD),
)
UNREADABLE = Message(
    "recovery_unreadable",
    "error",
    "A plan was not saved when the program ended, and what was kept of it cannot be read: {reason}. It is {path}.",
    (DISCARD,),
)


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
        self._messages.clear(OFFER)
        self._messages.clear(UNREADABLE)
        if not self._found:
            return
        file = self._found[0]
        try:
            plan, _ = file.read()
            when = when_text(file.edited(), date.today())
        except (InputError, OSError) as error:
            self._messages.show_message(UNREADABLE, reason=plain_reason(error), path=file.plan_path)
            return
        origin, _ = file.origin()
        left = len(self._found) - 1
        self._messages.show_message(
            OFFER,
            name=plan.name,
            file=f" ({origin.name})" if origin is not None else "",
            when=when,
            more=f" {left} more {'was' if left == 1 else 'were'} not saved." if left else "",
        )

    @Slot(str, str)
    def _choose(self, message: str, choice: str) -> None:
        if message not in (OFFER.name, UNREADABLE.name):
            return
        if choice == DISCARD:
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
            "Discard the plan",
            "Discard the plan that was not saved?",
            "It cannot be brought back.",
            {Choice.Cancel: "Cancel", Choice.Discard: DISCARD},
        )
        return answer == Choice.Discard

    @Slot(str)
    def _put_off(self, message: str) -> None:
        if message in (OFFER.name, UNREADABLE.name):
            self._found.pop(0).release()
            self._offer()


def when_text(when: datetime, today: date) -> str:
    """Return a time as the user's language writes it, with the day unless it is today."""
    locale = QLocale()
    short = QLocale.FormatType.ShortFormat
    time = locale.toString(QTime(when.hour, when.minute), short)
    if when.date() == today:
        return time
    return f"{locale.toString(QDate(when.year, when.month, when.day), short)}, {time}"
