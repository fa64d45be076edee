"""What a chart tells in words: the values at the crosshair, and how to work it for those who do not see it."""

from __future__ import annotations

import math

import numpy as np

from advisor.evidence import ChartPage, Curve
from advisor.language import translate
from advisor.quantities import format_duration

from .chart_axes import format_value, is_log_y
from .chart_heat import nearest_cell, value_in_words
from .chart_layout import value_at


def read_out(page: ChartPage, x: float, log: bool, y: float | None = None) -> tuple[str, ...]:
    """Return texts for the crosshair at ``x``, most telling first.

    The place and this plan's curve come first, then the extra text of the page, then the other curves. On a map, ``y``
    belongs to the place, and the value of the cell is told.
    """
    at = translate("Charts", "At {place}:")
    place = _place(page, page.x_kind, x)
    if page.heat is not None and y is not None:
        both = translate("Charts", "{x} and {y}").format(x=place, y=_place(page, page.y_kind, y))
        return at.format(place=both), value_in_words(page.heat, *nearest_cell(page, x, y))
    curves = sorted(page.curves, key=lambda curve: not curve.emphasised)
    told: list[str] = []
    for i, curve in enumerate(curves):
        value = value_at(curve.x, curve.y, x, log, is_log_y(page))
        if math.isfinite(value):
            told.append(f"{curve.short_label or curve.label} {format_value(page.y_kind, value)}")
        if i == 0:
            told += _extra_texts(page, x)
    return (at.format(place=place), *told)


def _place(page: ChartPage, kind: str, value: float) -> str:
    text = format_value(kind, value)
    if kind == "compute" and page.flops_per_hour:
        return f"{text}, {format_duration(value / page.flops_per_hour)}"
    return translate("Charts", "{number} tokens").format(number=text) if kind == "tokens" else text


def description(page: ChartPage, stale: str | None) -> str:
    """Return what assistive tools tell of a chart: its sentence, why it is old, where the plan is, what keys do."""
    parts = [page.sentence]
    if stale is not None:
        parts.append(stale)
    parts.append(
        translate("Charts", "Across: {x}. Up: {y}").format(x=page.x_title, y=page.y_title)
        if page.heat is None
        else translate("Charts", "Across: {x}. Up: {y}. Colour: {value}").format(
            x=page.x_title, y=page.y_title, value=page.heat.value_label
        )
    )
    if len(page.curves) > 1:
        names = ", ".join(curve.label for curve in page.curves)
        parts.append(translate("Charts", "%n curve(s): {names}", "", len(page.curves)).format(names=names))
    parts.append(translate("Charts", "Ctrl+Shift+T shows the numbers as a table"))
    if page.plan_x is not None:
        keys = translate("Charts", "Arrow keys move the plan’s line, Enter keeps it, Escape takes it back")
        parts += [page.plan_label, keys]
    elif page.heat is not None:
        parts.append(translate("Charts", "Arrow keys read the map from cell to cell, in all four directions"))
    else:
        parts.append(translate("Charts", "Arrow keys read values along the curves"))
    return ". ".join(part.rstrip(".") for part in parts if part)


def nearest_x(page: ChartPage, x: float) -> float:
    """Return the point of this plan's curve nearest to ``x``; ``x`` itself where there is no curve."""
    curve = _main_curve(page)
    if curve is None or len(curve.x) == 0:
        return x
    return float(curve.x[int(np.nanargmin(np.abs(curve.x - x)))])


def _main_curve(page: ChartPage) -> Curve | None:
    """Return this plan's curve, or the first where none is this plan's."""
    return next((c for c in page.curves if c.emphasised), page.curves[0] if page.curves else None)


def _extra_texts(page: ChartPage, x: float) -> list[str]:
    curve = _main_curve(page)
    if curve is None or not page.read_out_names or len(page.read_out) != len(curve.x):
        return []
    distance = np.abs(np.log(curve.x / x)) if x > 0 and (curve.x > 0).all() else np.abs(curve.x - x)
    row = page.read_out[int(np.nanargmin(distance))]
    return [f"{text} {name}".strip() for text, name in zip(row, page.read_out_names, strict=False) if text]
