"""The points of a chart with their names, each in a free place near its point, with a line to it where it is far."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt

from advisor.evidence import SUPERVISED, THIS_PLAN, Mark

from .chart_areas import drawn_curves, fill_at
from .chart_items import Box, Dot, Line, Text
from .chart_layout import connected, value_at
from .chart_setting import CONNECTOR_COST, COVERED_MOST, PLAN_LINE_COST, ROW, Setting, behind
from .theme import FontRole

ROOMY = 200.0
"""Height of a plot in pixels below which a straight leader would cut off the places beside other points."""

MOST_NAMED = 24
"""Candidates for whose names a place is looked for, the best first; a crowd's names would hide what they name."""

FAR = 20.0
"""From how far on a label needs a line to its mark, in pixels."""


def take_lines(setting: Setting) -> None:
    """Tell the plot what the curves, the level and the plan's line cover."""
    frame = setting.frame
    for curve in (*drawn_curves(setting.page), *setting.page.outlines):
        for part in connected(curve):
            setting.taken.add_line(*frame.pixels(curve.x[part], curve.y[part]))
    if setting.page.level is not None:
        row = frame.y(setting.page.level)
        setting.taken.add_cost(QRectF(frame.left, row - 2, frame.width, 4), PLAN_LINE_COST)
    if setting.plan_x is not None and frame.holds(setting.plan_x):
        # Only a zone's name, which cannot go elsewhere, may interrupt the plan's line.
        setting.taken.add_cost(QRectF(frame.x(setting.plan_x) - 4, frame.top, 8, frame.height), PLAN_LINE_COST)
    for mark in setting.page.marks:
        if frame.holds(mark.x, mark.y):
            x, y = frame.x(mark.x), frame.y(mark.y)
            setting.taken.add_rect(QRectF(x - 6, y - 6, 12, 12))
            if mark.kind == "limit":
                setting.taken.add_line(np.array([x, x]), np.array([frame.top, frame.bottom]), CONNECTOR_COST)
            foot = _foot(setting, mark)
            if foot is not None:
                setting.taken.add_line(np.array([x, x]), np.array([y, foot]), CONNECTOR_COST)


def draw_marks(setting: Setting) -> None:
    """Name the points, the best one first where there is room for its straight leader, then draw them."""
    order = {
        "limit": -1,
        "best": 0 if setting.frame.height >= ROOMY else 4,
        "candidate": 1,
        "other": 2,
        "plan": 3,
        "crossing": 5,
    }
    seen = [mark for mark in setting.page.marks if setting.frame.holds(mark.x, mark.y)]
    for mark in sorted(_worth_naming(seen), key=lambda mark: order.get(mark.kind, 6)):
        if not mark.label:
            continue
        straight = mark.kind in ("best", "crossing")
        if mark.kind == "limit" and _name_along(setting, mark):
            continue
        if not (straight and _name_with_leader(setting, mark)):
            _name_beside(setting, mark)
    for mark in sorted(seen, key=lambda mark: mark.kind == "plan"):
        _draw_dot(setting, mark)


def _draw_dot(setting: Setting, mark: Mark) -> None:
    frame, theme = setting.frame, setting.theme
    x, y = frame.x(mark.x), frame.y(mark.y)
    curve = setting.emphasised()
    if mark.kind == "limit":
        limit = Line(((x, frame.top), (x, frame.bottom)), theme.good, 1.35, Qt.PenStyle.DashLine)
        setting.drawing.above.append(limit)
        setting.drawing.above.append(Dot(x, y, 5.0, theme.card, theme.good, 2.0))
    elif mark.kind in ("plan", "candidate"):
        line = setting.colors(THIS_PLAN)[0]
        foot = _foot(setting, mark)
        if foot is not None:
            setting.drawing.above.append(Line(((x, y), (x, foot)), line, 1.35, Qt.PenStyle.DotLine))
        setting.drawing.above.append(Dot(x, y, 6.5, line, theme.card, 2.0))
    elif mark.kind == "crossing":
        setting.drawing.above.append(Dot(x, y, 5.0, theme.card, setting.ink, 2.0))
    else:
        own = curve.key if mark.kind == "best" and curve is not None else SUPERVISED
        line = setting.colors(mark.key or own)[0]
        setting.drawing.above.append(Dot(x, y, 4.5 if mark.kind == "best" else 5.0, theme.card, line, 2.0))


def _foot(setting: Setting, mark: Mark) -> float | None:
    """Return the row on this plan's curve under or above a candidate that stands off it; None where it stands on it."""
    curve, frame = setting.emphasised(), setting.frame
    if mark.kind != "candidate" or curve is None:
        return None
    value = value_at(curve.x, curve.y, mark.x, frame.log, frame.log_y)
    if not math.isfinite(value) or abs(frame.y(value) - frame.y(mark.y)) <= 12:
        return None
    return min(max(frame.y(value), frame.top), frame.bottom)


def _nearest(rect: QRectF, x: float, y: float) -> tuple[float, float]:
    """Return the point of a rectangle nearest to a point."""
    return min(max(x, rect.left()), rect.right()), min(max(y, rect.top()), rect.bottom())


def _reachable(setting: Setting, corner: QPointF, width: float, height: float, x: float, y: float) -> bool:
    """Return whether a label needs no line to its mark, or its line would cross no other words or marks."""
    end = _nearest(QRectF(corner.x(), corner.y(), width, height), x, y)
    distance = math.hypot(end[0] - x, end[1] - y)
    if distance <= FAR:
        return True
    start = (x + (end[0] - x) * 12 / distance, y + (end[1] - y) * 12 / distance)
    return not setting.taken.blocks(start, end)


def _place_beside(setting: Setting, point: QPointF, width: float, height: float, most: float) -> QRectF | None:
    """Return the cheapest free place around a point that costs at most ``most`` and that its line can reach."""
    best, least = None, math.inf
    for corner in _around(point.x(), point.y(), width, height):
        rect = QRectF(corner.x(), corner.y(), width, height)
        cost = setting.taken.cost(rect)
        # What stands there is asked first: following the line costs several times as much time.
        if cost > most or cost >= least or not _reachable(setting, corner, width, height, point.x(), point.y()):
            continue
        best, least = rect, cost
        if cost <= 0.0:
            break
    return best


def _worth_naming(marks: list[Mark]) -> list[Mark]:
    """Return marks without those candidates that come after the best `MOST_NAMED`, of lowest value."""
    candidates = sorted((mark for mark in marks if mark.kind == "candidate" and mark.label), key=lambda mark: mark.y)
    left_out = {id(mark) for mark in candidates[MOST_NAMED:]}
    return [mark for mark in marks if id(mark) not in left_out]


def _name_beside(setting: Setting, mark: Mark) -> None:
    x, y = setting.frame.x(mark.x), setting.frame.y(mark.y)
    own = mark.kind in ("plan", "candidate")
    role: FontRole = "body_strong" if own else "body_medium" if mark.kind == "other" else "caption"
    covered = setting.page.stacked or setting.page.heat is not None
    color = setting.ink
    if role != "caption" and not covered:
        color = setting.text_color(mark.key or (THIS_PLAN if own else SUPERVISED))
    # A point of the plan's own is named even where its name has to cross lines.
    tries = [("", 3 * PLAN_LINE_COST if own else PLAN_LINE_COST)]
    if mark.detail:
        tries.insert(0, (mark.detail, COVERED_MOST))
    for detail, most in tries:
        width = max(setting.size(mark.label, role), setting.size(detail, "caption") if detail else 0.0)
        height = 2 * ROW if detail else ROW
        rect = _place_beside(setting, QPointF(x, y), width, height, most)
        if rect is not None:
            break
    else:
        return
    if not covered:
        _clear_ground(setting, rect)
    setting.take(rect)
    above = setting.drawing.above
    end = _nearest(rect, x, y)
    if math.hypot(end[0] - x, end[1] - y) > FAR:
        above.append(Line(((x, y), end), setting.theme.muted))
        setting.taken.add_line(np.array([x, end[0]]), np.array([y, end[1]]), CONNECTOR_COST)
    halo = fill_at(setting, rect.center().x(), rect.center().y()) if covered else behind(setting, rect)
    above.append(Text("mark", mark.label, QRectF(rect.left(), rect.top(), width, ROW), role, color, halo=halo))
    if detail:
        row = QRectF(rect.left(), rect.top() + ROW, width, ROW)
        quiet = setting.ink if covered else setting.theme.muted
        above.append(Text("mark_detail", detail, row, "caption", quiet, halo=halo))


def _name_with_leader(setting: Setting, mark: Mark) -> bool:
    """Name a mark above or below it; return whether there was a place that a straight leader reaches."""
    x, y = setting.frame.x(mark.x), setting.frame.y(mark.y)
    width = setting.size(mark.label, "caption")
    left = min(max(x - width / 2, setting.frame.left + 4), setting.frame.right - 4 - width)
    shifts = [left] + [left + s for s in (-24, 24, -48, 48) if left + s <= x - 8 and left + s + width >= x + 8]
    downs = [y + d for d in range(18, int(setting.frame.height), 4)]
    ups = [y - ROW - d for d in range(18, int(setting.frame.height), 4)]
    clear = [row for row in (*downs, *ups) if math.isfinite(setting.taken.cost(_leader(x, y, row)))]
    corners = (QPointF(s, row) for row in clear for s in shifts)
    rect = setting.taken.place(width, ROW, corners, PLAN_LINE_COST)
    if rect is None:
        return False
    if setting.page.heat is None:
        _clear_ground(setting, rect)
    setting.take(rect)
    setting.taken.add_rect(_leader(x, y, rect.top()))
    end = rect.top() if rect.top() > y else rect.bottom()
    setting.drawing.above.append(Line(((x, y), (x, end)), setting.theme.muted, 1.0))
    halo = None if setting.page.heat is not None else behind(setting, rect)
    text = Text("mark", mark.label, rect, "caption", setting.ink, "center", halo=halo)
    setting.drawing.above.append(text)
    return True


def _name_along(setting: Setting, mark: Mark) -> bool:
    """Name a line across the plot right beside it; return whether there was a place."""
    x, frame = setting.frame.x(mark.x), setting.frame
    width = setting.size(mark.label, "caption")
    rows = range(int(frame.top) + 24, int(frame.bottom - ROW), 8)
    corners = [QPointF(left, row) for left in (x + 8, x - 8 - width) for row in rows]
    rect = setting.taken.place(width, ROW, corners, 3 * PLAN_LINE_COST, fine=COVERED_MOST)
    if rect is None:
        return False
    _clear_ground(setting, rect)
    setting.take(rect)
    text = Text("mark", mark.label, rect, "caption", setting.ink, halo=behind(setting, rect))
    setting.drawing.above.append(text)
    return True


def _clear_ground(setting: Setting, rect: QRectF) -> None:
    """Interrupt the lines that a name has to cross, so that none strikes it through."""
    if setting.taken.cost(rect) > 0:
        setting.drawing.above.append(Box(rect.adjusted(-2, 0, 2, 0), behind(setting, rect)))


def _leader(x: float, y: float, row: float) -> QRectF:
    """Return the room of the line from a mark to a label whose top is at ``row``."""
    start, end = (y + 10, row) if row > y else (row + ROW, y - 10)
    return QRectF(x - 3, start, 6, max(end - start, 1.0))


def _around(x: float, y: float, width: float, height: float) -> Iterator[QPointF]:
    for gap in (0.0, 8.0, 16.0, 28.0, 44.0, 64.0):
        near, far = 12.0 + gap, 9.0 + gap
        beside = gap <= 8.0  # further out the line to the label would run along the curve
        if beside:
            yield QPointF(x + near, y - height / 2)
        yield QPointF(x + far, y + 4 + gap)
        yield QPointF(x + far, y - 4 - gap - height)
        if beside:
            yield QPointF(x - near - width, y - height / 2)
        yield QPointF(x - far - width, y - 4 - gap - height)
        yield QPointF(x - far - width, y + 4 + gap)
        yield QPointF(x - width / 2, y + 10 + gap)
        yield QPointF(x - width / 2, y - 10 - gap - height)
