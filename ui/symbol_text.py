"""Formulas as people write them: "N_S^α" is drawn as an N with a small S below the line and a small α above it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from .theme import FONT_PIXELS, FontRole, drawn_font, drawn_line_height

SMALLEST_WIDTH = 24
SMALL_PIXELS = 10
"""Size of what stands below or above the line; Qt would take two thirds, which is too small to read."""

QT_SHARE = 2 / 3

COMBINING_TILDE, TILDE = "\u0303", "\u02dc"
TILDE_GAP = 1.5
"""Room between a capital and the tilde above it; fonts place a combining one as on a small letter, through the L."""

Raised = Literal["below", "above", "tilde"]
Place = tuple[int, int, Raised]
"""Start and length of a part of a text, and where it stands; a letter under a "tilde" stands on the line."""

_MARK = re.compile(
    rf"(?P<tilde>{COMBINING_TILDE})"
    r"|(?<=[^\W\d_])(?P<prime>′?)_(?P<below>[A-Za-z0-9]+(?:,[a-z]+)?)"
    rf"|(?<={COMBINING_TILDE})_(?P<under>[A-Za-z0-9]+)"
    r"|\^(?:\((?P<group>[^()_]+)\)|(?P<above>[^\W_]+′?))"
)


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[str, tuple[Place, ...]]:
    """Return a formula without the marks for subscripts and powers, and where those stand.

    A power that holds a subscript keeps its mark: nothing is drawn that small.
    """
    parts: list[str] = []
    places: list[Place] = []
    done = length = 0
    for match in _MARK.finditer(text):
        before = text[done : match.start()] + (match["prime"] or "")
        below, small = match["below"] or match["under"], match["group"] or match["above"]
        parts += [before, below or small or ""]
        if match["tilde"]:
            places.append((length + len(before) - 1, 1, "tilde"))
        else:
            places.append((length + len(before), len(parts[-1]), "below" if below else "above"))
        length += len(before) + len(parts[-1])
        done = match.end()
    return "".join((*parts, text[done:])), tuple(places)


@lru_cache(maxsize=8192)
def text_height(text: str, role: FontRole, width: int, symbols: bool = False) -> int:
    """Return how high a text gets when it is wrapped at ``width`` pixels; 0 for no text."""
    if not text:
        return 0
    if _metrics(role).horizontalAdvance(text) <= width:
        return drawn_line_height(role)
    return drawn_line_height(role) * _laid_out(text, role, width, symbols).lineCount()


def draw_text(
    painter: QPainter, x: float, y: float, width: int, text: str, role: FontRole, color: str, symbols: bool = False
) -> int:
    """Draw a text wrapped at ``width`` pixels below ``y``, and return its height."""
    if not text:
        return 0
    painter.setPen(QColor(color))
    layout = _laid_out(text, role, width, symbols)
    layout.draw(painter, QPointF(x, y))
    if symbols:
        _draw_tildes(painter, QPointF(x, y), layout, parse(text)[1], role, color)
    return drawn_line_height(role) * layout.lineCount()


@lru_cache(maxsize=16)
def _metrics(role: FontRole) -> QFontMetricsF:
    return QFontMetricsF(drawn_font(role))


def _laid_out(text: str, role: FontRole, width: int, symbols: bool) -> QTextLayout:
    plain, places = parse(text) if symbols else (text, ())
    layout = QTextLayout(plain, drawn_font(role))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if places:
        layout.setFormats([_small(place, role) for place in places if place[2] != "tilde"])
    height = drawn_line_height(role)
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, SMALLEST_WIDTH))
        # By the baseline, so that a line with a subscript stands no higher than one without.
        top = count * height + (height - _metrics(role).height()) / 2
        line.setPosition(QPointF(0, top + _metrics(role).ascent() - line.ascent()))
        count += 1
    layout.endLayout()
    return layout


def _draw_tildes(
    painter: QPainter, at: QPointF, layout: QTextLayout, places: tuple[Place, ...], role: FontRole, color: str
) -> None:
    for start, _, where in places:
        if where == "tilde":
            line = layout.lineForTextPosition(start)
            left, right = (line.cursorToX(position)[0] for position in (start, start + 1))
            baseline = at.y() + line.y() + line.ascent()
            tilde = _tilde(role)
            ink = tilde.boundingRect()
            bottom = baseline - _metrics(role).capHeight() - TILDE_GAP
            middle = at.x() + (left + right) / 2
            painter.fillPath(tilde.translated(middle - ink.center().x(), bottom - ink.bottom()), QColor(color))


@lru_cache(maxsize=16)
def _tilde(role: FontRole) -> QPainterPath:
    """Return the tilde as an outline: where its ink is, the metrics of fonts do not tell reliably."""
    path = QPainterPath()
    path.addText(QPointF(0, 0), drawn_font(role), TILDE)
    return path


def _small(place: Place, role: FontRole) -> QTextLayout.FormatRange:
    start, length, where = place
    alignment = QTextCharFormat.VerticalAlignment
    style = QTextCharFormat()
    style.setFont(_small_font(role))
    style.setVerticalAlignment(alignment.AlignSubScript if where == "below" else alignment.AlignSuperScript)
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = start, length, style
    return result


@lru_cache(maxsize=16)
def _small_font(role: FontRole) -> QFont:
    small = drawn_font(role)
    small.setPixelSize(max(round(SMALL_PIXELS / QT_SHARE), FONT_PIXELS[role][0]))
    return small
