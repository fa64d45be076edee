"""What a report is made of. Nothing here knows paper, fonts or colours; whoever lays a report out chooses those."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from advisor.evidence import Answer, ChartPage
from advisor.notes import Note

TextRole = Literal["headline", "section", "body_strong", "body", "caption"]


@dataclass(frozen=True)
class Words:
    """A paragraph. ``symbols``: formulas in it have subscripts after an underscore and powers after a caret."""

    text: str
    role: TextRole = "body"
    muted: bool = False
    symbols: bool = False


@dataclass(frozen=True)
class AnswerBlock:
    """Headline, likelihood, the four numbers and the two losses with their ranges; its notes are printed elsewhere."""

    answer: Answer


@dataclass(frozen=True)
class ChartBlock:
    """A page's question, its sentence and its chart, whose height is chosen from ``least`` up to ``most`` pixels.

    ``role`` is that of the sentence.
    """

    page: ChartPage
    least: int = 180
    most: int = 360
    role: TextRole = "section"


@dataclass(frozen=True)
class Column:
    """A column of a table.

    ``weight`` is its share of the width; ``right`` aligns numbers; ``strong`` is for what names its rows.
    """

    heading: str
    weight: float = 1.0
    right: bool = False
    symbols: bool = False
    strong: bool = False


@dataclass(frozen=True)
class Row:
    """A row of a table. In a cell the first line says the most, further lines are printed small below it.

    ``strong`` marks the best or the sum; ``key`` names the scenario whose colour stands beside it; ``elided`` shortens
    cells that are too long instead of breaking them, because they stand in full elsewhere; ``muted`` steps back.
    """

    cells: tuple[str, ...]
    strong: bool = False
    key: str = ""
    elided: bool = False
    muted: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under headings; ``small`` sets all of it in the size of captions; ``note`` stands below."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    small: bool = False
    note: str = ""


@dataclass(frozen=True)
class Notes:
    """Sentences with the sign of their kind."""

    notes: tuple[Note, ...]


Block = Words | AnswerBlock | ChartBlock | Table | Notes


@dataclass(frozen=True)
class Section:
    """Blocks that begin on a page of their own where ``new_page``; ``title`` stands above them unless empty.

    ``running_title`` stands in the head of its pages, beside the plan's name; ``whole`` keeps it on one page.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    new_page: bool = False
    running_title: str = ""
    whole: bool = False


@dataclass(frozen=True)
class Report:
    """A whole report. ``date`` is written out; ``stale`` says whose answer this is where it is not the newest plan's.

    ``headline`` describes the file to programs that list it; ``version`` is the program's, ``law`` the short name of
    the coefficient set.
    """

    title: str
    headline: str
    date: str
    version: str
    law: str
    sections: tuple[Section, ...] = field(default=())
    stale: str = ""

    def section(self, name: str) -> Section:
        """Return the section of this name.

        Raises
        ------
        KeyError
            If there is none.
        """
        for section in self.sections:
            if section.name == name:
                return section
        raise KeyError(name)
