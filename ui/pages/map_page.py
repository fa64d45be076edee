"""The map: where distilling wins, over student size and budget or, by choice, over student size and tokens."""

from __future__ import annotations

from .chart_page import ChartPageWidget


class MapPage(ChartPageWidget):
    """Shows on which side of the line the plan stands; budget and tokens are two maps (variants) of the same page."""
