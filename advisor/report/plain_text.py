"""The answer as text to paste into a mail: at most forty lines, readable in any font."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator

from .. import __version__
from ..evidence import Advice
from ..names import SCENARIO_LABELS
from ..plan import Plan
from ..quantities import format_loss
from ..scenarios import coefficient_set
from ..schedule_page import SchedulePage

WIDTH = 100
MOST_LINES = 40
MOST_NOTES = 8
"""Warnings told one by one; of more only the number is told."""

PAPER = "Busbridge et al., Distillation Scaling Laws, ICML 2025, arXiv 2502.08606"
KEPT = "\u00a0"
"""A space at which no line is broken."""

METHODS = {"this_plan": "Distil", "supervised": SCENARIO_LABELS["supervised"]}


def answer_text(advice: Advice, date: datetime.date) -> str:
    """Return the answer to a plan as text of at most `MOST_LINES` lines, ending with a line break.

    Parameters
    ----------
    advice : Advice
        With the pages "schedule" and "matters".
    date : datetime.date
        When it was answered.
    """
    answer = advice.answer
    lines = [one_line(advice.plan.name), *_wrapped(f"{answer.headline}.")]
    lines += _wrapped(f"{answer.likelihood} {answer.alternative}".strip())
    lines.append("")
    lines += (_figure(figure.caption, figure.value, figure.note) for figure in answer.figures)
    lines.append("")
    for part in answer.ranges:
        spread = f"90 % range {format_loss(part.low)} to {format_loss(part.high)}"
        lines.append(f"{METHODS[part.key]}: loss {format_loss(part.loss)} ({spread})")
    lines += ["Loss is in nats per token; lower is better.", ""]
    lines += _schedule(advice)
    changes = advice.pages["matters"].sentence
    lines += ["", *_wrapped(f"What would change it: {changes}")]
    last = ["", *_wrapped(law_line(advice.plan)), *_wrapped(version_line(date))]
    return "\n".join([*lines, *_notes(advice, MOST_LINES - len(lines) - len(last)), *last]) + "\n"


def law_line(plan: Plan) -> str:
    """Return which law and coefficients an answer rests on."""
    return f"Law: {coefficient_set(plan).name}. {PAPER}."


def version_line(date: datetime.date) -> str:
    """Return what made an answer, and when: "Distillation Advisor 0.1.0, 7 March 2027"."""
    return f"Distillation Advisor {__version__}, {date.day} {date:%B %Y}"


def one_line(text: str) -> str:
    """Return a name without line breaks and what else does not print."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _figure(caption: str, value: str, note: str) -> str:
    value, note = one_line(value), one_line(note)
    return f"{caption}: {value} ({note[:1].lower()}{note[1:]})" if note else f"{caption}: {value}"


def _schedule(advice: Advice) -> Iterator[str]:
    page = advice.pages["schedule"]
    assert isinstance(page, SchedulePage)
    yield "Schedule:"
    for row in (*page.rows, page.total):
        label, *told = row.told
        said = f"none, {row.reason.removeprefix('None: ')}" if row.reason else ", ".join(told)
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
    rest = [f"- And {more} more, in the program."] if more else []
    return ["", "Please note:", *(line for entry in entries for line in entry), *rest]


def _wrapped(text: str, first: str = "", others: str = "") -> list[str]:
    whole = one_line(text).replace(" %", f"{KEPT}%").replace(" × ", f"{KEPT}×{KEPT}")
    lines = textwrap.wrap(
        whole, WIDTH, initial_indent=first, subsequent_indent=others, break_on_hyphens=False, expand_tabs=False
    )
    return [line.replace(KEPT, " ") for line in lines]
