"""A map: cells coloured by their values, the key that says what the colours mean, and the value of a cell in words."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from advisor.evidence import ChartPage, Heat
from advisor.language import translate
from advisor.quantities import format_loss

from .chart_axes import TITLE, is_log, is_log_y
from .chart_colors import HeatColors, heat_colors
from .chart_items import Box, Cells, Text
from .chart_layout import coordinates
from .chart_setting import Setting

STRIP = 104.0
SWATCH = 14.0
KEY_STEPS = 6
"""Steps of the key's strip on either side of what is too close to call."""

KEY_GAP = 16.0


def cell_colors(heat: Heat, colors: HeatColors) -> NDArray[np.uint32]:
    """Return the colour of every cell as 0xAARRGGBB, the highest row first; transparent where there is no value."""
    strength = np.clip(np.abs(heat.values) / heat.limit, 0.0, 1.0)[:, :, None]
    low = _between(colors.low_weak, colors.low_strong, strength)
    high = _between(colors.high_weak, colors.high_strong, strength)
    mixed = np.where((heat.values < 0)[:, :, None], low, high)
    mixed = np.where(heat.undecided[:, :, None], _parts(colors.neutral), mixed)
    known = np.isfinite(heat.values)
    red, green, blue = np.moveaxis(np.where(known[:, :, None], np.round(mixed), 0.0).astype(np.uint32), 2, 0)
    packed = (np.uint32(0xFF) << 24) | (red << 16) | (green << 8) | blue
    return np.where(known, packed, np.uint32(0)).astype(np.uint32)[::-1]


def draw_cells(setting: Setting) -> None:
    """Draw the cells of the page's map."""
    page, frame = setting.page, setting.frame
    heat = page.heat
    if heat is None or len(heat.x) < 2 or len(heat.y) < 2:
        return
    left, right = (frame.x(float(x)) for x in heat.x[[0, -1]])
    bottom, top = (frame.y(float(y)) for y in heat.y[[0, -1]])
    across, down = (right - left) / (len(heat.x) - 1) / 2, (bottom - top) / (len(heat.y) - 1) / 2
    rect = QRectF(left - across, top - down, right - left + 2 * across, bottom - top + 2 * down)
    setting.drawing.below.append(Cells(rect, cell_colors(heat, heat_colors(setting.theme))))


def draw_key(setting: Setting, right: float) -> None:
    """Draw, above the plot and ending at ``right``, what the ends of the colours mean and what neutral means."""
    heat = setting.page.heat
    if heat is None:
        return
    value, names = format_loss(heat.limit), (heat.low_label, heat.high_label)
    texts = (
        translate("Map page", "{meaning} by {value} or more", "meaning: such as Distilling better"),
        translate("Map page", "{meaning} by {value}+", "as short as can be; meaning: such as Distilling better"),
    )
    said = [[text.format(meaning=name, value=value) for name in names] for text in texts]
    start = setting.size(setting.page.y_title, "caption") + 2 * KEY_GAP
    for low, high, neutral in (
        (*said[0], heat.undecided_label),
        (*said[1], heat.undecided_label),
        (heat.low_label, heat.high_label, heat.undecided_label),
        (heat.low_label, heat.high_label, ""),
    ):
        widths = [setting.size(text, "caption") for text in (neutral, low, high)]
        needed = widths[1] + 8.0 + STRIP + 8.0 + widths[2]
        needed += SWATCH + 6.0 + widths[0] + KEY_GAP if neutral else 0.0
        left = right - needed
        if left >= start:
            break
    else:
        return
    above, colors, muted = setting.drawing.above, heat_colors(setting.theme), setting.theme.muted
    if neutral:
        swatch = QRectF(left + 0.5, 3.5, SWATCH - 1.0, 9.0)
        above.append(Box(swatch, colors.neutral, setting.theme.field_border, radius=0.5))
        left += SWATCH + 6.0
        above.append(Text("key", neutral, QRectF(left, 0.0, widths[0], TITLE), "caption", muted))
        left += widths[0] + KEY_GAP
    above.append(Text("key", low, QRectF(left, 0.0, widths[1], TITLE), "caption", muted))
    left += widths[1] + 8.0
    above.append(Cells(QRectF(left, 3.0, STRIP, 10.0), _strip(colors)))
    left += STRIP + 8.0
    above.append(Text("key", high, QRectF(left, 0.0, widths[2], TITLE), "caption", muted))


def nearest_cell(page: ChartPage, x: float, y: float) -> tuple[int, int]:
    """Return row and column of the cell of the page's map that holds a point, or is nearest to it."""
    heat = page.heat
    assert heat is not None
    return _nearest(heat.y, y, is_log_y(page)), _nearest(heat.x, x, is_log(page))


def value_in_words(heat: Heat, row: int, column: int) -> str:
    """Return what a cell says: "distilling better by 0.036"; where that is too close to call, so it is told."""
    value = float(heat.values[row, column])
    if not math.isfinite(value):
        return heat.missing_within
    better = heat.low_within if value < 0 else heat.high_within
    by = translate("Map page", "{better} by {value}", "better: such as distilling better").format(
        better=better, value=format_loss(abs(value))
    )
    if not heat.undecided[row, column]:
        return by
    return translate("Map page", "{undecided} ({by})").format(undecided=heat.undecided_within, by=by)


def _strip(colors: HeatColors) -> NDArray[np.uint32]:
    """Return one row of cells through all colours of the map."""
    values = np.linspace(-1.0, 1.0, 2 * KEY_STEPS + 1)[None, :]
    axis = np.arange(values.size, dtype=np.float64)
    return cell_colors(Heat(axis, axis[:1], values, values == 0.0, 1.0, "", "", ""), colors)


def _nearest(centres: NDArray[np.float64], value: float, log: bool) -> int:
    at = coordinates(np.array([value]), log)[0]
    return int(np.argmin(np.abs(coordinates(centres, log) - at)))


def _between(weak: str, strong: str, strength: NDArray[np.float64]) -> NDArray[np.float64]:
    return _parts(weak) + (_parts(strong) - _parts(weak)) * np.nan_to_num(strength)


def _parts(color: str) -> NDArray[np.float64]:
    parsed = QColor(color)
    return np.array([parsed.red(), parsed.green(), parsed.blue()], dtype=np.float64)
