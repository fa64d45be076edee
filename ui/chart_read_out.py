"""What the crosshair tells: the values of the curves at one place, in words."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from advisor.evidence import ChartPage
from advisor.quantities import format_duration, format_loss

from .chart_axes import format_x
from .chart_layout import value_at


def read_out(page: ChartPage, x: float, log: bool) -> tuple[str, ...]:
    """Return texts for the crosshair at ``x``, most telling first.

    The place and this plan's curve come first, then the extra text of the page, then the other curves.
    """
    place = format_x(page, x)
    if page.x_kind == "compute" and page.flops_per_hour:
        place = f"{place}, {format_duration(x / page.flops_per_hour)}"
    curves = sorted(page.curves, key=lambda curve: not curve.emphasised)
    told: list[str] = []
    for i, curve in enumerate(curves):
        value = value_at(curve.x, curve.y, x, log)
        if math.isfinite(value):
            told.append(f"{curve.short_label or curve.label} {format_loss(value)}")
        if i == 0:
            told += _extra_texts(page, x)
    at = QCoreApplication.translate("ReadOut", "At {place}:").format(place=place)
    return (at, *told)


def nearest_x(page: ChartPage, x: float) -> float:
    """Return the point of this plan's curve nearest to ``x``; ``x`` itself where there is no curve."""
    curve = next((c for c in page.curves if c.emphasised), page.curves[0] if page.curves else None)
    if curve is None or len(curve.x) == 0:
        return x
    return float(curve.x[int(np.nanargmin(np.abs(curve.x - x)))])


def _extra_texts(page: ChartPage, x: float) -> list[str]:
    curve = next((c for c in page.curves if c.emphasised), None)
    if curve is None or not page.read_out_names or len(page.read_out) != len(curve.x):
        return []
    distance = np.abs(np.log(curve.x / x)) if x > 0 and (curve.x > 0).all() else np.abs(curve.x - x)
    row = page.read_out[int(np.nanargmin(distance))]
    return [f"{text} {name}".strip() for text, name in zip(row, page.read_out_names, strict=False) if text]
