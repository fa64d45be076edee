"""Puts a chart's drawing together: grid and tints below the curves; axes, marks, words, table and plan line above."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

from advisor.evidence import SUPERVISED, THIS_PLAN

from . import chart_areas as areas
from . import chart_heat as heat
from . import chart_labels as labels
from . import chart_marks as marks
from .chart_axes import axis_shapes, grid_shapes, has_end_labels, x_ticks, y_ticks
from .chart_items import Area, Box, Dot, Drawing, Line, Shape, Sign, Text
from .chart_setting import PLAN_LINE_COST, Setting
from .theme import Theme

HANDLE_HEIGHT = 22.0
TABLE_ROW = 18.0
TABLE_AIR = 3.0
BAND_ALPHA = 0.2
SWATCH = 16.0
"""Width of the sample of the band beside its explanation, in pixels."""


def compose(setting: Setting, last_good: str, focused: bool) -> tuple[Drawing, QRectF | None]:
    """Draw everything around the curves.

    Parameters
    ----------
    setting : Setting
        What to draw and where.
    last_good : str
        What the plan's line says while the plan has a mistake.
    focused : bool
        Whether the chart has the keyboard; a ring around the handle, or else around the plot, shows it.

    Returns
    -------
    tuple of Drawing and QRectF or None
        The shapes, and the handle by which the plan's line is dragged.
    """
    page, frame, theme, measure = setting.page, setting.frame, setting.theme, setting.measure
    columns, rows = x_ticks(page, frame, measure), y_ticks(page, frame)
    labels.tint_zones(setting)
    if page.heat is not None:
        heat.draw_cells(setting)
        stale = setting.size(last_good, "caption_strong") + 16.0 if setting.stale else 0.0
        heat.draw_key(setting, min(frame.right, setting.width - stale))
    setting.drawing.below += grid_shapes(frame, theme, columns, rows)
    if page.stacked:
        areas.fill_areas(setting)
    _draw_band(setting)
    setting.drawing.above += axis_shapes(page, frame, theme, measure, columns, rows)
    marks.take_lines(setting)
    labels.name_brackets(setting)
    _draw_plan_line(setting)
    labels.name_zones(setting)
    labels.draw_level(setting)
    _draw_equivalent(setting)
    marks.draw_marks(setting)
    if page.stacked:
        areas.name_areas(setting)
    elif has_end_labels(page):
        labels.name_ends(setting)
    else:
        labels.name_inside(setting, page.curves)
    labels.name_inside(setting, page.outlines)
    _draw_table(setting)
    handle = _draw_handle(setting, last_good, focused)
    if focused and handle is None:
        setting.drawing.above.append(Box(frame.rect.adjusted(-2, -2, 2, 2), None, theme.focus, 3.0, width=2.0))
    return setting.drawing, handle


def without_ring(drawing: Drawing, theme: Theme) -> list[Shape]:
    """Return the shapes above the curves but for the ring of the keyboard, which no picture should keep."""
    return [shape for shape in drawing.above if not (isinstance(shape, Box) and shape.line == theme.focus)]


def _draw_band(setting: Setting) -> None:
    page, frame = setting.page, setting.frame
    curve = next((c for c in page.curves if c.key == page.band_key), None)
    if curve is None or page.band_low is None or page.band_high is None:
        return
    upper = frame.pixels(curve.x, page.band_high)
    lower = frame.pixels(curve.x, page.band_low)
    if len(upper[0]) < 2 or len(lower[0]) < 2:
        return
    points = [QPointF(x, y) for x, y in zip(*upper, strict=True)]
    points += [QPointF(x, y) for x, y in zip(lower[0][::-1], lower[1][::-1], strict=True)]
    setting.drawing.below.append(Area(QPolygonF(points), setting.colors(curve.key)[0], BAND_ALPHA))


def _draw_plan_line(setting: Setting) -> None:
    x = setting.plan_x
    if x is not None and setting.frame.holds(x):
        line = setting.colors(THIS_PLAN)[0]
        column = setting.frame.x(x)
        setting.drawing.above.append(Line(((column, setting.frame.top - 2), (column, setting.frame.bottom)), line, 2.0))


def _draw_handle(setting: Setting, last_good: str, focused: bool) -> QRectF | None:
    theme, frame, x = setting.theme, setting.frame, setting.plan_x
    above = setting.drawing.above
    if x is None:
        if setting.stale:
            rect = QRectF(setting.width - setting.size(last_good, "caption_strong"), 0, 0, 16)
            rect.setRight(setting.width)
            above.append(Text("handle", last_good, rect, "caption_strong", setting.colors(THIS_PLAN)[1], "right"))
        return None
    if not frame.holds(x):
        return None
    label = last_good if setting.stale else setting.page.plan_label
    text_width = setting.size(label, "caption_strong")
    width = text_width if setting.stale else text_width + 48
    left = min(max(frame.x(x) - width / 2, 2.0), setting.width - width - 2)
    rect = QRectF(round(left), frame.top - 2 - HANDLE_HEIGHT, round(width), HANDLE_HEIGHT)
    if setting.stale:
        above.append(Text("handle", label, rect, "caption_strong", setting.colors(THIS_PLAN)[1], "center"))
        return None
    if focused:
        above.append(Box(rect.adjusted(-2, -2, 2, 2), None, theme.focus, 5.0, width=2.0))
    above.append(Box(rect, theme.handle_fill, None, 3.0))
    above.append(Sign(QRectF(rect.left() + 4, rect.top() + 3, 16, 16), "grip", theme.handle_text))
    words = QRectF(rect.left() + 28, rect.top(), text_width, rect.height())
    above.append(Text("handle", label, words, "caption_strong", theme.handle_text, "center"))
    return rect


def _draw_equivalent(setting: Setting) -> None:
    if setting.page.equivalent is None:
        return
    start, end, y, label = setting.page.equivalent
    frame, theme = setting.frame, setting.theme
    if not (frame.holds(start, y) and frame.holds(end, y)):
        return
    row, left, right = frame.y(y), frame.x(start), frame.x(end)
    setting.drawing.above.append(Line(((left, row), (right, row)), setting.ink, 1.6, Qt.PenStyle.DotLine))
    setting.drawing.above.append(Dot(right, row, 3.2, theme.card, setting.colors(SUPERVISED)[0], 2.0))
    setting.taken.add_rect(QRectF(min(left, right) - 4, row - 4, abs(right - left) + 8, 8))
    width = setting.size(label, "body_strong")
    beside = ((8, -17), (9, -20), (11, -23), (14, -8), (-width / 2, -26), (-width - 4, -24), (-width / 2, 10), (4, 8))
    corners = [QPointF(right + dx + out, row + dy - out) for out in (0, 6) for dx, dy in beside]
    rect = setting.taken.place(width, 16.0, corners, PLAN_LINE_COST, fine=8.0)
    if rect is not None:
        setting.take(rect)
        text = Text("equivalent", label, rect, "body_strong", setting.ink, halo=theme.card)
        setting.drawing.above.append(text)


def _draw_table(setting: Setting) -> None:
    """Draw the small table where it covers nothing, or leave it out."""
    table, frame, theme = setting.page.table, setting.frame, setting.theme
    if not table:
        return
    names = max(setting.size(label, "caption_strong") for _, label, _ in table)
    values = max(setting.size(value, "caption_strong") for _, _, value in table)
    width = names + values + 12 + 2 * 10
    breaks = [i for i in range(1, len(table)) if bool(table[i - 1][0]) != bool(table[i][0])]
    height = TABLE_ROW * len(table) + 8 * len(breaks) + 2 * 6
    # Placed with some air around it, which is taken off again.
    near, far = frame.left + 8 - TABLE_AIR, frame.right - 8 - width - TABLE_AIR
    low, high = frame.bottom - 9 - height - TABLE_AIR, frame.top + 8 - TABLE_AIR
    corners = [QPointF(near, low), QPointF(far, high), QPointF(far, low), QPointF(near, high)]
    corners += [QPointF(x, low) for x in range(round(near), round(max(far, near)), 16)]
    corners += [QPointF(x, high + 20) for x in range(round(far), round(near), -16)]
    room = setting.taken.place(width + 2 * TABLE_AIR, height + 2 * TABLE_AIR, corners, most=0.0)
    if room is None:
        return
    setting.taken.add_rect(room)
    rect = room.adjusted(TABLE_AIR, TABLE_AIR, -TABLE_AIR, -TABLE_AIR)
    above = setting.drawing.above
    above.append(Box(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.card, theme.hairline, 4.0, 0.96))
    top = rect.top() + 6
    for i, (key, label, value) in enumerate(table):
        if i in breaks:
            above.append(Line(((rect.left() + 10, top + 4), (rect.right() - 10, top + 4)), theme.hairline))
            top += 8
        color = setting.text_color(key) if key else setting.ink
        row = QRectF(rect.left() + 10, top, rect.width() - 20, TABLE_ROW)
        above.append(Text("table", label, row, "caption_strong" if key else "caption", color))
        above.append(Text("table_value", value, row, "caption_strong", color, "right"))
        top += TABLE_ROW
