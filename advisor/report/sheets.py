"""A workbook sheet written from top to bottom: words, tables of texts and numbers, ready to read and to print.

Whatever is a text is written as a text: nothing that a user named can become a formula, a link or a number.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ..language import translate
from .colors import HAIRLINE, INK, MUTED, TINT, WARNING_FILL, WARNING_TEXT

Kind = Literal[
    "exact", "count", "flops", "loss", "share", "chance", "money", "hours", "days", "energy", "whole", "times"
]
Role = Literal[
    "title",
    "headline",
    "section",
    "sentence",
    "strong",
    "body",
    "muted",
    "warning",
    "head",
    "number_head",
    "date",
    "right",
    "muted_right",
    "strong_right",
]

FORMATS = {
    "exact": "General",
    "flops": "[=0]0;0.00E+00",
    "loss": "0.000",
    "share": "0.00%",
    "hours": "#,##0.0",
    "days": "#,##0.00",
    "energy": "#,##0.0",
    "whole": "#,##0",
    "times": '0.00"×"',
}
_SCALES = ((1e12, '0.00,,,,"T"'), (1e9, '0.00,,,"B"'), (1e6, '0.0,,"M"'), (0.0, "#,##0"))
"""How numbers of parameters and tokens are shown, by the least number that is."""

_ROLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16},
    "headline": {"bold": True, "font_size": 14, "text_wrap": True, "valign": "top"},
    "section": {"bold": True, "font_size": 12},
    "sentence": {"font_size": 12, "text_wrap": True, "valign": "top"},
    "strong": {"bold": True, "text_wrap": True, "valign": "top"},
    "body": {"text_wrap": True, "valign": "top"},
    "muted": {"font_color": MUTED, "text_wrap": True, "valign": "top"},
    "warning": {"font_color": WARNING_TEXT, "bg_color": WARNING_FILL, "text_wrap": True, "valign": "top"},
    "head": {"bold": True, "bg_color": TINT, "bottom": 1, "bottom_color": HAIRLINE, "text_wrap": True, "valign": "top"},
    "date": {"num_format": "d mmmm yyyy", "align": "left"},
}
_ROLES["right"] = {**_ROLES["body"], "align": "right"}
_ROLES["muted_right"] = {**_ROLES["muted"], "align": "right"}
_ROLES["strong_right"] = {**_ROLES["strong"], "align": "right"}
_ROLES["number_head"] = {**_ROLES["head"], "align": "right"}
_POINTS = {"title": 21.0, "headline": 19.0, "sentence": 16.0}
LINE = 15.0
"""Height of a line of text in points, where a role is not larger."""

A4 = 9
UPRIGHT_COLUMN, UPRIGHT_SCALE = 88.0, 84
"""Characters that fit the width of upright paper at this scale in per cent, with the widest of the usual fonts."""

LONGEST_TEXT = 32_000
"""Characters of a cell; a spreadsheet takes 32,767."""

LONGEST_NAME = 31
"""Characters of a sheet's name."""

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Number:
    """A number of a cell; None and NaN leave it empty. ``fill`` is a colour behind it."""

    value: float | None
    kind: Kind = "exact"
    strong: bool = False
    fill: str = ""


@dataclass(frozen=True)
class Label:
    """A text of a cell in a role of its own."""

    text: str
    role: Role = "body"


Cell = str | Number | Label | datetime.date


def plain_text(text: str) -> str:
    """Return a text without the characters that a workbook cannot hold, at most `LONGEST_TEXT` long."""
    return _NOT_XML.sub("\ufffd", text)[:LONGEST_TEXT]


class Book:
    """A workbook in memory, and the cell formats that its sheets share.

    Parameters
    ----------
    file : binary file
        Where `close` writes.
    name : str
        Stands at the top of every printed page.
    footer : str
        Stands at the bottom of every printed page.
    date : datetime.date
        When the workbook says it was made.
    remark : str
        Stands in the middle above every printed page; may be empty.
    """

    def __init__(self, file: Any, name: str, footer: str, date: datetime.date, remark: str = "") -> None:
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "nan_inf_to_errors": False,
        }
        self.workbook = xlsxwriter.Workbook(file, options)
        name = plain_text(" ".join(name.split()))
        created = datetime.datetime(date.year, date.month, date.day)
        self.workbook.set_properties({"title": name, "comments": footer, "created": created})
        # An ampersand in a header begins a code, two of them print one; a header is at most 255 characters long.
        middle = f"&C{remark[:100].replace('&', '&&')}" if remark else ""
        self._header = f"&L{name[:100].replace('&', '&&')}{middle}&R&A"
        page = translate("Workbook", "Page {number} of {count}").format(number="&P", count="&N")
        self._footer = f"&L{footer}&R{page}"
        self._names: set[str] = set()
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def sheet(self, name: str, widths: Sequence[float], *, upright: bool = False) -> Sheet:
        """Return a new sheet whose columns have these widths in characters.

        It prints across the paper, as small as its columns ask for; ``upright``: its first column fills upright paper.
        """
        name = self._free_name(name)
        worksheet = self.workbook.add_worksheet(name)
        worksheet.set_paper(A4)
        if upright:
            worksheet.set_portrait()
            worksheet.set_print_scale(UPRIGHT_SCALE)
        else:
            worksheet.set_landscape()
            worksheet.fit_to_pages(1, 0)
        worksheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        worksheet.set_header(self._header)
        worksheet.set_footer(self._footer)
        worksheet.hide_gridlines(2)
        for column, width in enumerate(widths):
            worksheet.set_column(column, column, width)
        return Sheet(self, worksheet, name, tuple(widths))

    def format(self, **properties: Any) -> Format:
        """Return the cell format of these properties, the same one for the same properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format({"font_color": INK, **properties})
        return self._formats[key]

    def _free_name(self, name: str) -> str:
        """Return a name as a spreadsheet takes it, whatever language it comes from, and that no sheet has yet."""
        plain = _NOT_IN_NAMES.sub(" ", name).strip("' ")[:LONGEST_NAME]
        free, number = plain, 2
        while free.casefold() in self._names:
            free, number = f"{plain[: LONGEST_NAME - 4]} {number}", number + 1
        self._names.add(free.casefold())
        return free

    def close(self) -> None:
        """Write the workbook."""
        self.workbook.close()


class Sheet:
    """One sheet; ``row`` is the next one to be written, counted from zero."""

    def __init__(self, book: Book, worksheet: Worksheet, name: str, widths: tuple[float, ...]) -> None:
        self.book, self.worksheet, self.name, self.widths = book, worksheet, name, widths
        self.row = 0

    def words(self, text: str, role: Role = "body", columns: int = 1) -> None:
        """Write a text over some columns from the left, as many lines high as it needs, and go to the next row."""
        text = plain_text(text)
        style = self.book.format(**_ROLES[role])
        if columns > 1:
            self.worksheet.merge_range(self.row, 0, self.row, columns - 1, "", style)
        self.worksheet.write_string(self.row, 0, text, style)
        height = _POINTS.get(role, LINE)
        self.worksheet.set_row(self.row, height * lines_needed(text, sum(self.widths[:columns]) * LINE / height))
        self.row += 1

    def skip(self, rows: int = 1) -> None:
        """Leave rows empty."""
        self.row += rows

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[Cell]], column: int = 0) -> int:
        """Write a table with a row of headings; return the first row below the headings."""
        numeric = {i for cells in rows for i, cell in enumerate(cells) if _ends_at_the_right(cell)}
        for i, head in enumerate(heads):  # a heading ends at the right where its numbers do
            label = Label(head, "number_head" if i in numeric else "head")
            self.cell(self.row, column + i, label, indent=i not in numeric and i - 1 in numeric)
        height = max((lines_needed(head, self._width(column + i)) for i, head in enumerate(heads)), default=1)
        self.worksheet.set_row(self.row, LINE * height + 2)
        first = self.row + 1
        for i, cells in enumerate(rows):
            self.cells(first + i, column, cells)
            lines = [lines_needed(_text(cell), self._width(column + j)) for j, cell in enumerate(cells)]
            if max(lines, default=1) > 1:
                self.worksheet.set_row(first + i, LINE * max(lines))
        self.row = first + len(rows)
        return first

    def cells(self, row: int, column: int, cells: Sequence[Cell]) -> None:
        """Write cells beside one another; empty texts and missing numbers leave theirs empty."""
        for i, cell in enumerate(cells):
            # Numbers end at the right of their cell; words that follow keep a little away from them.
            self.cell(row, column + i, cell, indent=i > 0 and isinstance(cells[i - 1], Number))

    def cell(self, row: int, column: int, cell: Cell, indent: bool = False) -> None:
        """Write one cell as what it is."""
        if isinstance(cell, Number):
            if cell.value is None or not math.isfinite(cell.value):
                return
            properties: dict[str, Any] = {"num_format": number_format(cell), "valign": "top"}
            if cell.strong:
                properties["bold"] = True
            if cell.fill:
                properties["bg_color"] = cell.fill
            self.worksheet.write_number(row, column, cell.value, self.book.format(**properties))
        elif isinstance(cell, datetime.date):
            self.worksheet.write_datetime(row, column, cell, self.book.format(**_ROLES["date"]))
        else:
            label = cell if isinstance(cell, Label) else Label(cell)
            if label.text or label.role in ("head", "number_head"):
                text = plain_text(label.text)
                style = {**_ROLES[label.role], **({"indent": 1, "align": "left"} if indent else {})}
                self.worksheet.write_string(row, column, text, self.book.format(**style))

    def freeze(self, row: int, column: int = 0, *, repeated: bool = True) -> None:
        """Keep what is above a row and left of a column in sight; ``repeated``: its headings on every printed page."""
        self.worksheet.freeze_panes(row, column)
        if repeated:
            self.worksheet.repeat_rows(max(row - 1, 0))

    def _width(self, column: int) -> float:
        return self.widths[column] if column < len(self.widths) else 8.43


def number_format(number: Number) -> str:
    """Return how a spreadsheet shows a number."""
    value = abs(number.value or 0.0)
    if number.kind == "count":
        return next(text for least, text in _SCALES if value >= least * 0.9995)
    if number.kind == "money":
        return "#,##0" if value >= 100 else "#,##0.00"
    if number.kind == "chance":
        over, under = translate("Workbook", "over 99 %"), translate("Workbook", "under 1 %")
        return f'[>0.99]"{over}";[<0.01]"{under}";0%'
    return FORMATS[number.kind]


def _ends_at_the_right(cell: Cell) -> bool:
    return isinstance(cell, Number) or (isinstance(cell, Label) and cell.role.endswith("right"))


def _text(cell: Cell) -> str:
    return cell.text if isinstance(cell, Label) else cell if isinstance(cell, str) else ""


def lines_needed(text: str, width: float) -> int:
    """Return how many lines a text takes in a width given in characters, a little room left over."""
    return sum(max(1, math.ceil(len(line) * 1.08 / max(width, 1.0))) for line in text.split("\n")) or 1
