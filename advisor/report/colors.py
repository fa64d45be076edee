"""The colours of a workbook: those of the window's light theme, since paper and spreadsheets are white."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from ..evidence import PIN, SUPERVISED, THIS_PLAN, Heat

INK, MUTED, TINT, HAIRLINE, GRID = "#1A1F25", "#56606B", "#F3F4F6", "#D8DCE2", "#ECEEF1"
WARNING_TEXT, WARNING_FILL = "#6E4A00", "#FFF6E0"

LINES: Mapping[str, str] = MappingProxyType(
    {
        SUPERVISED: "#5C6670",
        "best_case": "#0072B2",
        "teacher_inference": "#C07C00",
        "teacher_pretraining": "#00966C",
        "teacher_pretraining_inference": "#BC5A92",
        THIS_PLAN: "#D55E00",
    }
)
"""The colour of each scenario's line."""

PHASES: Mapping[str, str] = MappingProxyType(
    {"student_training": "#C3CAD2", "teacher_outputs": "#F0CB7E", "teacher_training": "#E3B4D0"}
)
"""The fill of each phase of a schedule."""

LOW_WEAK, LOW_STRONG, HIGH_WEAK, HIGH_STRONG, NEUTRAL = "#DDE0F3", "#8389CA", "#EFE5D7", "#BB9D74", "#F6F7F8"
"""The colours of a map where distilling is better, where training directly is, and where neither can be told."""

STEPS = 8
"""Shades of a map on either side of zero: so few that a workbook keeps one cell format for each."""


def line_color(key: str) -> str:
    """Return the colour of a curve; muted ink for a pinned plan, ink for an unknown key."""
    if key.startswith(PIN):
        return MUTED
    return LINES.get(key, PHASES.get(key, INK))


def cell_shades(heat: Heat) -> NDArray[np.str_]:
    """Return the colour of every cell of a map, of the shape of its values; empty where there is no value."""
    strength = np.clip(np.abs(np.nan_to_num(heat.values)) / heat.limit, 0.0, 1.0)
    step = np.minimum((strength * STEPS).astype(int), STEPS - 1)
    low, high = (np.array(_shades(*ends)) for ends in ((LOW_WEAK, LOW_STRONG), (HIGH_WEAK, HIGH_STRONG)))
    mixed = np.where(heat.values < 0, low[step], high[step])
    return np.where(np.isfinite(heat.values), np.where(heat.undecided, NEUTRAL, mixed), "")


def _shades(first: str, last: str) -> list[str]:
    ends = np.array([[int(color[i : i + 2], 16) for i in (1, 3, 5)] for color in (first, last)])
    mixed = ends[0] + (ends[1] - ends[0]) * np.linspace(0, 1, STEPS)[:, None]
    return ["#" + "".join(f"{part:02X}" for part in row) for row in np.round(mixed).astype(int)]
