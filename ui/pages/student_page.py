"""The page on the student: its loss against its size, this plan's size as a line that can be dragged."""

from __future__ import annotations

from .chart_page import ChartPageWidget


class StudentPage(ChartPageWidget):
    """Shows what another size would reach; with a serving volume, what each size costs over its life (a variant)."""
