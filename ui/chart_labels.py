"""Words in a chart: lines named at their ends or inside, zones at the top, ranges above.

Every function draws into a `Setting`. What finds no free place is left out; nothing is drawn over other words.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from advisor.evidence import SUPERVISED, Curve, Zone
from advisor.language import translate

from .chart_axes import BRACKET_KINDS, HANDLE, LEADER, end_label, end_role
from .chart_items import Box, Line, Text
from .chart_layout import Frame, split_into, spread, value_at
from .chart_setting import COVERED_MOST, PLAN_LINE_COST, ROW, Setting, visible, zone_fill
from .theme import FontRole

END_PITCH = 20.0
LEAST_SPARE = 5.0
"""How much wider than its name a zone has to be, in pixels."""

LEAST_NAMED = 6.0
"""How wide a zone has to be to be named from beside it, in pixels."""


def name_zones(setting: Setting) -> None:
    """Name the tints at the top of the plot or, where curves pass there, at its foot.

    The name of a narrow zone is broken into two lines or, where that keeps it off the curves, three.
    A zone without room for its name passes it on to the next one where that one's name goes on from it ("and over 512B
    tokens"); otherwise it is named from beside it, with an arrow, where there is room.
    """
    passed_on = ""
    zones = [zone for zone in setting.page.zones if zone.kind not in BRACKET_KINDS and zone.label]
    unnamed: list[int] = []
    carried: list[int] = []
    for i, zone in enumerate(zones):
        names = [f"{passed_on} {zone.label}", zone.label] if passed_on and zone.goes_on else [zone.label]
        used = _name_within(setting, zone, names)
        if used == names[0] and len(names) > 1:
            carried = []
        elif not zone.goes_on or used is not None:
            unnamed, carried = [*unnamed, *carried], []
        if used is not None or zone.kind == "tested":
            passed_on = ""
        else:
            passed_on = names[0]
            carried.append(i)
    for i in (*unnamed, *carried):
        _name_from_beside(setting, zones, i)


def _name_within(setting: Setting, zone: Zone, names: Sequence[str]) -> str | None:
    """Name a zone by the first of its names that has room, and return which; None where none has."""
    # Only where every way crosses a curve, one or two lines may.
    ways = [((1, 2, 3), 0.0), ((1, 2), math.inf)]
    for counts, most in ways:
        for name in names:
            if any(_name_zone(setting, zone, _lines(setting, name, count), most) for count in counts):
                return name
    return None


def _lines(setting: Setting, name: str, count: int) -> tuple[str, ...]:
    return split_into(name, count, lambda part: setting.measure.width(part, "caption"))


def _name_zone(setting: Setting, zone: Zone, lines: tuple[str, ...], most: float) -> bool:
    """Name a zone where that covers at most so many cells of curves, and return whether it is named."""
    left, right = visible(setting, zone)
    width, height = max(setting.size(line, "caption") for line in lines), ROW * len(lines)
    spare = right - left - width
    if spare < LEAST_SPARE:
        return False
    columns = [left + min(6.0, spare / 2) + 8 * i for i in range(max(int((spare - 8) // 8), 0) + 1)]
    rows = setting.frame.top + 5, setting.frame.bottom - 6 - height
    # The first place that no curve passes, those at the top before those at the foot.
    rect = setting.taken.place(width, height, [QPointF(column, row) for row in rows for column in columns], most)
    if rect is None:
        return False
    above, tint = setting.drawing.above, zone_fill(setting.theme, zone.kind) or setting.theme.card
    if setting.taken.cost(rect) >= PLAN_LINE_COST:
        above.append(Box(rect.adjusted(-2, 0, 0, 0), tint))
    setting.take(rect)
    for i, line in enumerate(lines):
        row = QRectF(rect.left(), rect.top() + ROW * i, width, ROW)
        above.append(Text("zone", line, row, "caption", setting.theme.muted, halo=tint))
    return True


def _name_from_beside(setting: Setting, zones: Sequence[Zone], index: int) -> bool:
    """Name a narrow zone with an arrow from the zone to its right, else from the one to its left, off the curves."""
    zone = zones[index]
    left, right = visible(setting, zone)
    if right - left < LEAST_NAMED:
        return False
    for neighbour, points_left in ((index + 1, True), (index - 1, False)):
        if not 0 <= neighbour < len(zones):
            continue
        other_left, other_right = visible(setting, zones[neighbour])
        if points_left:
            name = translate("Chart", "← {name}", "names the narrow stretch to the left").format(name=zone.label)
        else:
            name = translate("Chart", "{name} →", "names the narrow stretch to the right").format(name=zone.label)
        for lines in (_lines(setting, name, 1), _lines(setting, name, 2)):
            width, height = max(setting.size(line, "caption") for line in lines), ROW * len(lines)
            if other_right - other_left < width + LEAST_SPARE:
                continue
            column = other_left + 4 if points_left else other_right - 4 - width
            rows = setting.frame.bottom - 6 - height, setting.frame.top + 5
            rows = (*rows, *(setting.frame.bottom - 6 - height - 8 * i for i in range(1, 6)))
            rect = setting.taken.place(width, height, [QPointF(column, row) for row in rows], 0.0)
            if rect is None:
                continue
            setting.take(rect)
            tint = zone_fill(setting.theme, zones[neighbour].kind) or setting.theme.card
            for k, line in enumerate(lines):
                row = QRectF(rect.left(), rect.top() + ROW * k, width, ROW)
                side = "left" if points_left else "right"
                setting.drawing.above.append(Text("zone", line, row, "caption", setting.theme.muted, side, halo=tint))
            return True
    return False


def name_brackets(setting: Setting) -> None:
    """Draw the lines above the plot that name ranges of x; the good-enough range comes first where room is short."""
    frame, theme = setting.frame, setting.theme
    foot = frame.top - (HANDLE if setting.page.plan_x is not None else 0.0)
    placed: list[QRectF] = []
    zones = [zone for zone in setting.page.zones if zone.kind in BRACKET_KINDS]
    for zone in sorted(zones, key=lambda zone: BRACKET_KINDS.index(zone.kind)):
        left, right = visible(setting, zone)
        if right - left < 6:
            continue
        good = zone.kind == "good_enough"
        curve = setting.emphasised()
        line, text = setting.colors(curve.key) if curve is not None else (theme.ink, theme.ink)
        color = (text if not setting.stale else theme.muted) if good else theme.muted
        bar, row = (line, 3.0) if good else (theme.field_border, 2.0), foot - 6
        setting.drawing.above.append(Line(((left, row), (right, row)), *bar))
        role: FontRole = "body_strong" if good else "body"
        width = setting.size(zone.label, role)
        start = min(max((left + right - width) / 2, 0.0), setting.width - width)
        rect = QRectF(start, foot - 28, width, ROW)
        if any(other.adjusted(-12, 0, 12, 0).intersects(rect) for other in placed):
            # Room on the far side of the bracket may still be free.
            start = max(right - width, 0.0) if placed[0].center().x() < (left + right) / 2 else min(left, start)
            rect.moveLeft(min(start, setting.width - width))
        if any(other.adjusted(-12, 0, 12, 0).intersects(rect) for other in placed):
            continue
        placed.append(rect)
        setting.drawing.above.append(Text("bracket", zone.label, rect, role, color, "center"))


def name_ends(setting: Setting) -> None:
    """Name the curves at their right ends, `END_PITCH` apart, with leaders to the ends."""
    frame = setting.frame
    ends: list[tuple[float, Curve]] = []
    for curve in setting.page.curves:
        value = value_at(curve.x, curve.y, frame.x_high, frame.log, frame.log_y)
        if math.isfinite(value):
            ends.append((frame.y(value), curve))
    room = int((frame.height - 8) // ROW) + 1
    if len(ends) > room:
        ends = sorted(ends, key=lambda end: not end[1].emphasised)[:room]
    wanted = [min(max(row, frame.top), frame.bottom) for row, _ in ends]
    rows = spread(wanted, END_PITCH, frame.top + 8, frame.bottom - 7)
    for (row, curve), label_row in zip(ends, rows, strict=True):
        line, text = setting.colors(curve.key)
        if frame.top <= row <= frame.bottom:
            right = frame.right
            points = ((right + 1, row), (right + 6, row), (right + 21, label_row), (right + LEADER - 5, label_row))
            setting.drawing.above.append(Line(points, line, 1.35))
        label, role = end_label(curve, setting.short_labels), end_role(curve)
        rect = QRectF(frame.right + LEADER, label_row - ROW / 2, setting.size(label, role), ROW)
        setting.drawing.above.append(Text("end_label", label, rect, role, text))


def name_inside(setting: Setting, curves: Sequence[Curve]) -> None:
    """Name one or two curves, or outlines, beside them within the plot."""
    for curve in sorted((curve for curve in curves if curve.label), key=lambda curve: not curve.emphasised):
        role: FontRole = "caption" if curve.dashed and curve in setting.page.outlines else end_role(curve)
        for lines in (_two_lines(curve.label), (curve.label,)):
            width = max(setting.size(line, role) for line in lines)
            rect = setting.taken.place(
                width, ROW * len(lines), _beside(setting.frame, curve, width, ROW * len(lines)), COVERED_MOST
            )
            if rect is not None:
                break
        else:
            continue
        setting.take(rect)
        for i, line in enumerate(lines):
            row = QRectF(rect.left(), rect.top() + ROW * i, rect.width(), ROW)
            setting.drawing.above.append(Text("inside", line, row, role, setting.colors(curve.key)[1]))


def draw_level(setting: Setting) -> None:
    """Draw the horizontal line of training directly, with its name."""
    level, frame = setting.page.level, setting.frame
    if level is None or not frame.y_low <= level <= frame.y_high:
        return
    line, _ = setting.colors(SUPERVISED)
    row = frame.y(level)
    setting.drawing.above.append(Line(((frame.left, row), (frame.right, row)), line, 2.0))
    width = setting.size(setting.page.level_label, "body_strong")
    steps = [i * 8 for i in range(max(int((frame.width - width - 24) / 8), 1))]
    corners = [QPointF(frame.left + 8 + step, row + dy) for dy in (6, -ROW - 6) for step in (*steps[:6], *steps[:5:-1])]
    corners += [QPointF(frame.left + 8 + step, row + dy) for step in steps for dy in (6, -ROW - 6)]
    rect = setting.taken.place(width, ROW, corners, COVERED_MOST)
    if rect is not None:
        setting.take(rect)
        text = Text("level", setting.page.level_label, rect, "body_strong", setting.text_color(SUPERVISED))
        setting.drawing.above.append(text)


def tint_zones(setting: Setting) -> None:
    """Fill the zones, the good-enough range last."""
    frame = setting.frame
    for zone in sorted(setting.page.zones, key=lambda zone: zone.kind == "good_enough"):
        fill = zone_fill(setting.theme, zone.kind)
        left, right = visible(setting, zone)
        if fill is not None and right > left:
            left, right = round(left), round(right)
            setting.drawing.below.append(Box(QRectF(left, frame.top, right - left, frame.height), fill))


def _beside(frame: Frame, curve: Curve, width: float, height: float) -> Iterator[QPointF]:
    columns, rows = frame.pixels(curve.x, curve.y)
    inside = (columns >= frame.left) & (columns <= frame.right) & (rows >= frame.top) & (rows <= frame.bottom)
    columns, rows = columns[inside], rows[inside]
    if len(columns) < 2:
        return
    # This plan's line is named where it begins, another where it ends, as one reads.
    shares = (0.12, 0.2, 0.3, 0.4, 0.05, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
    for share in shares if curve.emphasised else tuple(1.0 - s + 0.05 for s in shares):
        i = min(round(max(share, 0.0) * (len(columns) - 1)), len(columns) - 1)
        x, y = float(columns[i]), float(rows[i])
        yield QPointF(min(x - width, frame.right - 6 - width), y + 8)
        yield QPointF(x + 14, y - height / 2)
        yield QPointF(x + 6, y - height - 8)
        yield QPointF(x - width - 14, y - height / 2)
        yield QPointF(x - width - 6, y - height - 8)


def _two_lines(label: str) -> tuple[str, ...]:
    first, comma, second = label.partition(", ")
    return (first + ",", second) if comma else (label,)
