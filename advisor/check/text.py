"""The Check page as text: a table for spreadsheets, and an aligned one to read."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable

from advisor.language import translate

from .rows import CheckGroup, CheckPage, CheckRow

WIDTHS = (11, 50, 30)
"""Columns of the aligned text for symbol, quantity and value; what follows is as long as it is."""

PAGE_WIDTH = 110


def headings() -> tuple[str, ...]:
    """Return the columns of the page as a table."""
    return (
        translate("Check page", "Group"),
        translate("Check page", "Symbol"),
        translate("Check page", "Quantity"),
        translate("Check page", "Value"),
        translate("Check page", "Exact value"),
        translate("Check page", "Unit"),
        translate("Check page", "Formula"),
        translate("Check page", "With numbers"),
        translate("Check page", "Note"),
        translate("Check page", "Source"),
    )


def table(groups: Iterable[CheckGroup]) -> list[tuple[str, ...]]:
    """Return the rows of groups under `headings`; a group's paragraph is a row of its own, in the note's column."""
    lines: list[tuple[str, ...]] = []
    for group in groups:
        lines += [(group.title, *[""] * 7, text, "") for text in group.text.splitlines()]
        lines += [(group.title, *cells(one)) for one in group.rows]
    return lines


def cells(one: CheckRow) -> tuple[str, ...]:
    """Return a row's cells under `headings`, the group's apart."""
    exact = "" if one.value is None else repr(one.value).removesuffix(".0")
    return (one.symbol, one.meaning, one.text, exact, one.unit, one.formula, one.exact, one.note, one.source)


def as_csv(page: CheckPage) -> str:
    """Return the page as comma-separated values with a heading line, for spreadsheets."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(headings())
    # A spreadsheet would compute what starts like a formula, and a name in a plan file may.
    writer.writerows([_harmless(cell) for cell in line] for line in table(page.groups))
    return output.getvalue()


def as_tsv(groups: Iterable[CheckGroup]) -> str:
    """Return groups as tab-separated values with a heading line, for the clipboard."""
    lines = [headings(), *([_harmless(cell) for cell in line] for line in table(groups))]
    return "".join("\t".join(" ".join(cell.split()) for cell in line) + "\n" for line in lines)


def as_text(page: CheckPage) -> str:
    """Return the page as aligned text: sentence, then every group with its rows and what each follows from."""
    lines = [page.question, page.sentence]
    for group in page.groups:
        lines += ["", group.title, "─" * len(group.title)]
        lines += [part for text in group.text.splitlines() for part in (*textwrap.wrap(text, PAGE_WIDTH), "")][:-1]
        for one in group.rows:
            lines += _aligned(one)
    return "\n".join(lines) + "\n"


def _aligned(one: CheckRow) -> list[str]:
    value = one.text if one.value is None else f"{one.text}  ({repr(one.value).removesuffix('.0')})"
    first = f"{one.symbol:<{WIDTHS[0]}} {one.meaning:<{WIDTHS[1]}} {value:<{WIDTHS[2]}} [{one.source}]"
    indent = " " * (WIDTHS[0] + 1)
    formula = f"{indent}= {one.formula}\n{indent}= {one.numbers}" if one.formula else ""
    return [text for text in (first.rstrip(), formula, f"{indent}{one.note}" if one.note else "") if text]


def _harmless(cell: str) -> str:
    """Return a cell that a spreadsheet takes as text or as a number, never as a formula."""
    if cell[:1] not in ("=", "+", "-", "@"):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell
