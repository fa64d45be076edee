"""Several things in one sentence: "A, B and C"."""

from __future__ import annotations

from collections.abc import Sequence

from .language import translate


def in_a_row(things: Sequence[str]) -> str:
    """Return things with commas between them: "A, B, C"."""
    row = ""
    for thing in things:
        between = translate("List", "{before}, {next}", "two things, more may follow")
        row = between.format(before=row, next=thing) if row else thing
    return row


def listed(things: Sequence[str]) -> str:
    """Return one or more things as a sentence lists them: "A", "A and B", "A, B and C"."""
    if len(things) == 1:
        return things[0]
    *before, last = things
    return translate("List", "{before} and {last}", "before: one or more things with commas between them").format(
        before=in_a_row(before), last=last
    )
