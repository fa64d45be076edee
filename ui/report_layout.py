"""Where everything of a report stands on paper: pages of pieces, with a line above and below."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from advisor.language import translate
from advisor.report.blocks import Report, Section

from .report_pieces import THEME, Piece, TitlePiece, hairline, pieces_of
from .report_text import PaperText

SIDE = 60.0
TOP, BOTTOM = 72.0, 60.0
"""Margins in pixels at 96 dpi: about 16, 19 and 16 millimetres."""

HEAD_AT, FOOT_AT = 38.0, 42.0
SECTION_GAP = 24.0
LEAST_GAPS = 0.4
"""Share of the gaps that is kept at least where a page is full."""

LEAST_BELOW_TITLE = 120.0
"""Room that has to be left below the title of a section, else it begins on the next page."""


@dataclass(frozen=True)
class Placed:
    """A piece and where it stands."""

    piece: Piece
    rect: QRectF


@dataclass
class Page:
    """One page; ``title`` stands in its head beside the plan's name."""

    placed: list[Placed] = field(default_factory=list)
    title: str = ""

    def texts(self) -> list[str]:
        """Return what it says, from top to bottom."""
        return [text.text for placed in self.placed for text in placed.piece.texts if text.text]


class ReportLayout:
    """A report on pages of one size.

    Parameters
    ----------
    report : Report
        What it says.
    size : QSizeF
        The paper in pixels at 96 dpi.
    at_once : bool
        Whether to place all sections now; else `place_next` does so one by one.
    """

    def __init__(self, report: Report, size: QSizeF, at_once: bool = True) -> None:
        self.report = report
        self.size = size
        self.width = size.width() - 2 * SIDE
        self.height = size.height() - TOP - BOTTOM
        self.pages: list[Page] = []
        self._y = 0.0
        self._title = ""
        self._waiting = list(report.sections)
        while at_once and self.place_next():
            pass

    def place_next(self) -> bool:
        """Place the next section; return whether there are more."""
        if self._waiting:
            self._place_section(self._waiting.pop(0))
        return bool(self._waiting)

    def paint(self, painter: QPainter, number: int) -> None:
        """Draw a page, counted from 0."""
        for placed in self.pages[number].placed:
            placed.piece.paint(painter, placed.rect)
        self._paint_edges(painter, number)

    def _paint_edges(self, painter: QPainter, number: int) -> None:
        report, width = self.report, self.width
        right, foot = self.size.width() - SIDE, self.size.height() - FOOT_AT
        name = PaperText(report.title, "caption_strong", THEME.ink, width - 340, elided=True)
        room = width - name.widest - 12 - 162  # up to the date
        title = PaperText(self.pages[number].title, "caption", THEME.muted, room, elided=True)
        date = PaperText(report.date, "caption", THEME.muted, 150, right=True)
        name.paint(painter, SIDE, HEAD_AT)
        title.paint(painter, SIDE + name.widest + 12, HEAD_AT)
        date.paint(painter, right - 150, HEAD_AT)
        hairline(painter, SIDE, right, HEAD_AT + 20)
        made = PaperText(self._made(), "caption", THEME.muted, width - 120, elided=True)
        place = translate("Report", "Page {number} of {count}").format(number=number + 1, count=len(self.pages))
        count = PaperText(place, "caption", THEME.muted, 110, right=True)
        hairline(painter, SIDE, right, foot - 6)
        made.paint(painter, SIDE, foot)
        count.paint(painter, right - 110, foot)

    def _made(self) -> str:
        text = translate("Report", "Distillation Advisor {version} · law: {law} · losses in nats per token")
        return text.format(version=self.report.version, law=self.report.law)

    # Placing

    def _place_section(self, section: Section) -> None:
        pieces = [piece for block in section.blocks for piece in pieces_of(block, self.width)]
        if section.title:
            pieces.insert(0, TitlePiece(section.title, self.width))
        if not pieces:
            return
        if section.whole:
            for piece in pieces[:-1]:
                piece.keep = True
        if section.new_page or not self.pages:
            self._title = section.running_title
            self._new_page()
            if sum(piece.room for piece in pieces):
                self._fit(pieces)
        else:
            self._y += SECTION_GAP
            if self.height - self._y < LEAST_BELOW_TITLE:
                self._new_page()
        for group in _kept_together(pieces):
            self._place_group(group)

    def _fit(self, pieces: list[Piece]) -> None:
        """Let pieces grow into what is left of the page; where it is too full, close gaps up, then lower charts."""
        left = self.height - _height(pieces) - 4
        if left >= 0:
            share = min(left / sum(piece.room for piece in pieces), 1.0)
            for piece in pieces:
                piece.height += piece.room * share
            return
        gaps = sum(piece.gap for piece in pieces)
        closed = min(-left, (1 - LEAST_GAPS) * gaps)
        lowered = min(-left - closed, sum(piece.spare for piece in pieces))
        spare = sum(piece.spare for piece in pieces) or 1.0
        for piece in pieces:
            piece.gap -= closed * piece.gap / (gaps or 1.0)
            piece.height -= lowered * piece.spare / spare

    def _new_page(self) -> None:
        self.pages.append(Page(title=self._title))
        self._y = 0.0

    def _place_group(self, group: list[Piece]) -> None:
        if self._y > 0 and self._y + _height(group) > self.height:
            self._new_page()
            header = group[0].header
            if header is not None:
                self._place(header)
        for piece in group:
            self._place(piece)

    def _place(self, piece: Piece) -> None:
        if self._y > 0:
            self._y += piece.gap
        rect = QRectF(SIDE, TOP + self._y, self.width, piece.height)
        self.pages[-1].placed.append(Placed(piece, rect))
        self._y += piece.height


def _height(pieces: list[Piece]) -> float:
    return sum(piece.height + piece.gap for piece in pieces)


def _kept_together(pieces: list[Piece]) -> list[list[Piece]]:
    """Return pieces in groups that no page may break."""
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        groups[-1].append(piece)
        if not piece.keep:
            groups.append([])
    return [group for group in groups if group]
