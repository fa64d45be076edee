"""The language the program speaks: every visible text, number and date passes through here.

`advisor` knows no window system, so that what it says must not depend on one. Text is written in English where it is
used, as ``translate("Budget page", "Distil from {teacher}")``: the first argument is the context shown to the
translator. Numbers and names enter after translation, with ``str.format``. The window installs the user's `Language`
with `use`; until then, and in every headless call, the language is English with a decimal point.

Texts are never translated while a module is imported: the language may be chosen after that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

_PLURAL_ENDING = re.compile(r"\((\w+)\)")


def in_english(context: str, text: str, comment: str = "", n: int = -1) -> str:
    """Return ``text`` as it stands, or for ``n`` things: "%n student(s)" becomes "1 student" or "4 students"."""
    if n < 0:
        return text
    return _PLURAL_ENDING.sub("" if n == 1 else r"\1", text).replace("%n", str(n))


def english_date(day: date) -> str:
    """Return a date as "24 November 2026", whatever the machine's locale."""
    months = (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )  # fmt: skip
    return f"{day.day} {months[day.month - 1]} {day.year}"


@dataclass(frozen=True)
class Language:
    """How texts, numbers and dates are told.

    Attributes
    ----------
    translation : callable
        Takes context, English text, comment for the translator and count (-1: none), and returns the text to show.
    decimal_mark, group_mark : str
        Between units and tenths, and between thousands.
    date_text : callable
        Takes a date and returns it as people write it.
    """

    translation: Callable[[str, str, str, int], str] = in_english
    decimal_mark: str = "."
    group_mark: str = ","
    date_text: Callable[[date], str] = english_date


ENGLISH = Language()
_current = ENGLISH


def use(language: Language) -> Language:
    """Speak ``language`` from now on, in every thread, and return the one spoken before."""
    global _current
    before, _current = _current, language
    return before


def current() -> Language:
    """Return the language spoken now."""
    return _current


def translate(context: str, text: str, comment: str = "", n: int = -1) -> str:
    """Return ``text`` in the language spoken now.

    Parameters
    ----------
    context : str
        Where the text stands, in words for the translator; the same English text may differ between contexts.
    text : str
        The English text, a literal, with ``{name}`` where `str.format` puts something in afterwards.
    comment : str
        A hint for the translator.
    n : int
        How many things the text is about, where it has plural forms: ``"%n student(s)"``.
    """
    return _current.translation(context, text, comment, n)
