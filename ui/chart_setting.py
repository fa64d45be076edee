"""What a chart's drawing is made from: page, theme and frame together, and what the plot already holds."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from advisor.evidence import ChartPage, Curve, Zone

from .chart_colors import curve_colors
from .chart_items import Drawing, Measure
from .chart_layout import Frame, Occupancy
from .theme import FontRole, Theme

ROW = 16.0
"""Height of a line of text in a chart, in pixels."""

COVERED_MOST = 8.0
"""Cells of a line that a label may cover before it looks for another place or gives up its second line."""


PLAN_LINE_COST = 100
CONNECTOR_COST = 10


@dataclass
class Setting:
    """What is drawn, in which colours and where, and what the plot already holds."""

    page: ChartPage
    theme: Theme
    frame: Frame
    measure: Measure
    width: float
    stale: bool = False
    short_labels: bool = False
    plan_x: float | None = None
    drawing: Drawing = field(default_factory=Drawing)

    def __post_init__(self) -> None:
        self.taken = Occupancy(self.frame.rect.adjusted(2, 0, -2, -3))

    @property
    def ink(self) -> str:
        """Ink, or muted ink while the plan has a mistake."""
        return self.theme.muted if self.stale else self.theme.ink

    def colors(self, key: str) -> tuple[str, str]:
        """Return (line, text) of a curve's key."""
        return curve_colors(self.theme, key)

    def text_color(self, key: str) -> str:
        """Return the text colour of a key, muted while the plan has a mistake."""
        return self.theme.muted if self.stale else self.colors(key)[1]

    def size(self, text: str, role: FontRole) -> float:
        """Return the width of a text, a little spare included."""
        return math.ceil(self.measure.width(text, role)) + 2.0

    def take(self, rect: QRectF) -> None:
        """Keep a text's place free of others, with a little room before and after it."""
        self.taken.add_rect(rect.adjusted(-8, 0, 8, 0))

    def emphasised(self) -> Curve | None:
        """Return the curve of this plan's method."""
        return next((curve for curve in self.page.curves if curve.emphasised), None)


def zone_fill(theme: Theme, kind: str) -> str | None:
    """Return the tint of a zone; None for the card itself."""
    return {"beyond_1": theme.beyond_1, "beyond_2": theme.beyond_2, "good_enough": theme.good_enough}.get(kind)


def visible(setting: Setting, zone: Zone) -> tuple[float, float]:
    """Return the pixel columns at the ends of the part of a zone that is seen."""
    frame = setting.frame
    left = frame.x(max(zone.low, frame.x_low)) if zone.low < frame.x_high else frame.right
    right = frame.x(min(zone.high, frame.x_high)) if zone.high > frame.x_low else frame.left
    return left, right


def behind(setting: Setting, rect: QRectF) -> str:
    """Return the colour behind a label: that of the card or of the zone it stands in."""
    fill = setting.theme.card
    for zone in setting.page.zones:
        left, right = visible(setting, zone)
        if left <= rect.center().x() <= right:
            fill = zone_fill(setting.theme, zone.kind) or fill
    return fill
