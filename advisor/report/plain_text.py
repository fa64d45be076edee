"""The answer as text to paste into a mail: at most forty lines, readable in any font."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator

from advisor.schedule.page import SchedulePage

from .. import __version__
from ..evidence import SUPERVISED, Advice
from ..language import current, translate
from ..plan import Plan
from ..quantities import format_loss
from ..scenarios import coefficient_set

WIDTH = 100
MOST_LINES = 40
MOST_NOTES = 8
"""Warnings told one by one; of more only the number is told."""

PROGRAM = "Distillation Advisor"
PAPER = "Busbridge et al., Distillation Scaling Laws, ICML 2025, arXiv 2502.08606"
KEPT = "\u00a0"
"""A space at which no line is broken."""


def answer_text(advice: Advice, date: datetime.date, stale: str = "") -> str:
    """Return the answer to a plan as text of at most `MOST_LINES` lines, ending with a line break.

    Parameters
    ----------
    advice : Advice
        With the pages "schedule" and "matters".
    date : datetime.date
        When it was answered.
    stale : str
        Empty, or the sentence that says that this is the last good answer; it stands first.
    """
    answer = advice.answer
    lines = [*_wrapped(stale), one_line(advice.plan.name), *_wrapped(f"{answer.headline}.")]
    lines += _wrapped(f"{answer.likelihood} {answer.alternative}".strip())
    lines.append("")
    lines += (_figure(figure.caption, figure.value, figure.note) for figure in answer.figures)
    lines.append("")
    for part in answer.ranges:
        text = translate("Answer as text", "Distil: loss {loss} (90 % range {low} to {high})")
        if part.key == SUPERVISED:
            text = translate("Answer as text", "Train directly: loss {loss} (90 % range {low} to {high})")
        lines.append(text.format(loss=format_loss(part.loss), low=format_loss(part.low), high=format_loss(part.high)))
    lines += [translate("Answer as text", "Loss is in nats per token; lower is better."), ""]
    lines += _schedule(advice)
    changes = translate("Answer as text", "What would change it: {sentence}")
    lines += ["", *_wrapped(changes.format(sentence=advice.pages["matters"].sentence))]
    last = ["", *_wrapped(law_line(advice.plan)), *_wrapped(version_line(date))]
    return "\n".join([*lines, *_notes(advice, MOST_LINES - len(lines) - len(last)), *last]) + "\n"


def law_line(plan: Plan) -> str:
    """Return which law and coefficients an answer rests on."""
    text = translate("Answer as text", "Law: {law}. {paper}.")
    return text.format(law=coefficient_set(plan).name, paper=PAPER)


def version_line(date: datetime.date) -> str:
    """Return what made an answer, and when: "Distillation Advisor 0.1.0, 7 March 2027"."""
    return f"{PROGRAM} {__version__}, {current().date_text(date)}"


def one_line(text: str) -> str:
    """Return a name without line breaks and what else does not print."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _figure(caption: str, value: str, note: str) -> str:
    value, note = one_line(value), one_line(note)
    if not note:
        return translate("Answer as text", "{caption}: {value}").format(caption=caption, value=value)
    text = translate("Answer as text", "{caption}: {value} ({note})")
    return text.format(caption=caption, value=value, note=f"{note[:1].lower()}{note[1:]}")


def _schedule(advice: Advice) -> Iterator[str]:
    page = advice.pages["schedule"]
    assert isinstance(page, SchedulePage)
    yield translate("Answer as text", "Schedule:")
    for row in (*page.rows, page.total):
        label, *told = row.told
        said = ", ".join(told)
        if row.reason:
            said = translate("Answer as text", "none, {reason}").format(reason=row.cause)
        yield f"- {label} {one_line(said)}"


def _notes(advice: Advice, room: int) -> list[str]:
    """Return the warnings as far as there is room for them."""
    notes = advice.answer.notes
    if not notes:
        return []
    entries = [_wrapped(f"{one_line(note.message)}.", "- ", "  ") for note in notes[:MOST_NOTES]]
    while (len(entries) < len(notes) and sum(map(len, entries)) > room - 3) or sum(map(len, entries)) > room - 2:
        entries.pop()
    more = len(notes) - len(entries)
    rest = []
    if more:
        said = translate("Answer as text", "And {count} more, in the program.", "", more).format(count=more)
        rest = [f"- {said}"]
    return ["", translate("Answer as text", "Please note:"), *(line for entry in entries for line in entry), *rest]


def _wrapped(text: str, first: str = "", others: str = "") -> list[str]:
    whole = one_line(text).replace(" %", f"{KEPT}%").replace(" × ", f"{KEPT}×{KEPT}")
    lines = textwrap.wrap(
        whole, WIDTH, initial_indent=first, subsequent_indent=others, break_on_hyphens=False, expand_tabs=False
    )
    return [line.replace(KEPT, " ") for line in lines]
