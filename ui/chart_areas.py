"""Shares of a whole as areas that stand on one another: where they lie, their fills, and their names beside them."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from advisor.evidence import ChartPage, Curve, FloatArray

from .chart_axes import END_LABEL, end_label
from .chart_colors import area_fill
from .chart_items import Area, Line, Text
from .chart_layout import spread, value_at
from .chart_setting import ROW, Setting

LEAST_SHARE = 1e-4
"""A share of the whole below which an area is not seen, and not named."""


def drawn_curves(page: ChartPage) -> tuple[Curve, ...]:
    """Return the lines of a page: its curves or, where they are shares, the upper edges of their areas."""
    if not page.stacked:
        return page.curves
    return tuple(replace(curve, y=upper) for curve, (_, upper) in zip(page.curves, _edges(page), strict=True))


def fill_areas(setting: Setting) -> None:
    """Fill the areas of stacked shares."""
    page, frame = setting.page, setting.frame
    for curve, (lower, upper) in zip(page.curves, _edges(page), strict=True):
        top, bottom = frame.pixels(curve.x, upper), frame.pixels(curve.x, lower)
        points = [QPointF(x, y) for x, y in zip(*top, strict=True)]
        points += [QPointF(x, y) for x, y in zip(bottom[0][::-1], bottom[1][::-1], strict=True)]
        if len(points) > 2:
            setting.drawing.below.append(Area(QPolygonF(points), area_fill(setting.theme, curve.key), 1.0))


def fill_at(setting: Setting, x: float, y: float) -> str | None:
    """Return the fill of the area at a pixel; None beside all areas."""
    page, frame = setting.page, setting.frame
    at_x, at_y = frame.x_value(x), frame.y_value(y)
    for curve in drawn_curves(page):
        if at_y <= value_at(curve.x, curve.y, at_x, frame.log):
            return area_fill(setting.theme, curve.key)
    return None


def name_areas(setting: Setting) -> None:
    """Name the areas beside their right ends, each at its middle, with a leader to a thin one that is moved."""
    page, frame = setting.page, setting.frame
    ends: list[tuple[float, float, Curve]] = []
    for curve, (lower, upper) in zip(page.curves, _edges(page), strict=True):
        low, high = (value_at(curve.x, edge, frame.x_high, frame.log) for edge in (lower, upper))
        low, high = max(low, frame.y_low), min(high, frame.y_high)
        if math.isfinite(high - low) and high >= low and np.nanmax(curve.y) > LEAST_SHARE:
            ends.append(((frame.y(low) + frame.y(high)) / 2, abs(frame.y(low) - frame.y(high)), curve))
    pitch = 20.0
    rows = spread([middle for middle, _, _ in ends], pitch, frame.top + 8, frame.bottom - 7)
    for (middle, thickness, curve), row in zip(ends, rows, strict=True):
        line, text = setting.colors(curve.key)
        if abs(row - middle) > 2 or thickness < ROW:
            right = frame.right
            points = ((right + 1, middle), (right + 6, middle), (right + 21, row), (right + END_LABEL - 5, row))
            setting.drawing.above.append(Line(points, line, 1.35))
        label = end_label(curve, setting.short_labels)
        rect = QRectF(frame.right + END_LABEL, row - ROW / 2, setting.size(label, "body_strong"), ROW)
        setting.drawing.above.append(Text("end_label", label, rect, "body_strong", text))


def _edges(page: ChartPage) -> list[tuple[FloatArray, FloatArray]]:
    """Return the lower and upper edge of every area; a share without a value breaks its own and those above it."""
    edges = []
    lower = np.zeros_like(page.curves[0].y) if page.curves else np.empty(0)
    for curve in page.curves:
        upper = lower + curve.y
        edges.append((lower, upper))
        lower = upper
    return edges
