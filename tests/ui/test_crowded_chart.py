"""A chart with hundreds of candidates names the best and stays quick to draw."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from advisor.advise import advise
from advisor.evidence import ChartPage
from advisor.plan import Candidate
from advisor.plan_file import example_plans, load_plan
from tests.advisor.plans import CLEAR_DISTIL
from ui import chart_marks
from ui.chart_items import Box, Text
from ui.charts import Chart


def test_places_are_looked_for_the_best_candidates_alone(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    many = tuple(
        Candidate(name=f"M{i}", parameters=1e9 * 1.03**i, training_tokens=(1 + i % 17) * 1e12) for i in range(200)
    )
    teacher = msgspec.structs.replace(CLEAR_DISTIL.teacher, exists=True, candidates=many)
    page = advise(msgspec.structs.replace(CLEAR_DISTIL, teacher=teacher), ("teacher",)).pages["teacher"]
    assert isinstance(page, ChartPage)
    tried: list[Any] = []
    beside = chart_marks._name_beside
    monkeypatch.setattr(
        chart_marks, "_name_beside", lambda setting, mark: (tried.append(mark), beside(setting, mark))[1]
    )
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(900, 420)
    chart.show_page(page)
    chart.grab()  # what nobody sees is not laid out
    named = {id(mark): mark for mark in tried if mark.kind == "candidate"}
    candidates = [mark for mark in page.marks if mark.kind == "candidate"]
    assert len(candidates) > chart_marks.MOST_NAMED
    assert 0 < len(named) <= chart_marks.MOST_NAMED
    assert min(candidates, key=lambda mark: mark.y) in named.values()


def test_no_line_strikes_a_name_through(qtbot: Any) -> None:
    """In a low chart the best point's name has to cross curves: they are interrupted behind it."""
    example = next(path for _, path in example_plans() if path.stem == "on-phone-1b")
    page = advise(load_plan(example)[0], ("teacher",)).pages["teacher"]
    assert isinstance(page, ChartPage)
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(790, 250)
    chart.show_page(page)
    chart.grab()
    above = chart.drawing.above
    (name,) = (shape for shape in above if isinstance(shape, Text) and shape.text.startswith("Best possible"))
    behind = above[: above.index(name)]
    assert any(isinstance(shape, Box) and shape.fill and shape.rect.contains(name.rect) for shape in behind)
