"""The page on the teacher: the student's loss against the teacher's size or, by choice, against the teacher's loss."""

from __future__ import annotations

from .chart_page import ChartPageWidget


class TeacherPage(ChartPageWidget):
    """Shows which teacher is best; size and loss are two axes (variants) of the same page."""
