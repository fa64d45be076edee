"""The page on the budget: the best loss against compute, this plan's budget as a line that can be dragged."""

from __future__ import annotations

from .chart_page import ChartPageWidget


class BudgetPage(ChartPageWidget):
    """Shows what more or less compute would buy; dragging the line asks for another budget."""
