"""Plans at the edges of what a file may hold: every page can be made, and warns of nothing while it is."""

from __future__ import annotations

import json
import warnings

import numpy as np
import pytest

from advisor import field_text
from advisor.curves import PAGES, page_as_json
from advisor.lifetime import joined_sizes
from advisor.plan import Plan
from advisor.solution import solve_plan
from advisor.uncertainty import NINETY_PERCENT, loss_interval

from .plans import plan

EXTREME = {
    "the largest student, served": plan(student={"parameters": 1e15, "served_tokens": 1e14}, budget_flops=7e20),
    "the smallest student, served": plan(
        student={"parameters": 1e5, "served_tokens": 1},
        data={"student_tokens": 4795.6, "allow_repeats": False},
        teacher={"students": 2.5, "max_training_tokens": 1, "parameters_range": [1e5, 1e5]},
        budget_flops=1e24,
    ),
    "no budget below the plan's pays for a teacher": plan(
        student={"parameters": 1e5}, teacher={"parameters_range": [1e13, 1e15]}, budget_flops=1.9e14
    ),
    "teachers of stated losses": plan(
        teacher={
            "exists": True,
            "candidates": [
                {"name": "A", "parameters": 7e9, "loss": 1.9},
                {"name": "B", "parameters": 3e9, "training_tokens": 1e12},
            ],
        }
    ),
    "a teacher on one token": plan(
        student={"parameters": 1e10},
        teacher={"max_training_tokens": 1, "parameters_range": [1e5, 1e5]},
        budget_flops=8e23,
    ),
}


@pytest.mark.parametrize("a_plan", EXTREME.values(), ids=EXTREME)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_can_be_made(name: str, a_plan: Plan) -> None:
    solution = solve_plan(a_plan)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        page = PAGES[name](solution)
    assert page.sentence.endswith(".") and "nan" not in page.sentence and "inf " not in page.sentence
    json.dumps(page_as_json(page), allow_nan=False)


def test_a_size_that_only_rounding_tells_apart_is_there_once() -> None:
    size = 1e5
    joined = joined_sizes(np.array([size * (1 + 1e-15), 2e5]), np.array([size]))
    assert joined.tolist() == [1e5, 2e5]


def test_the_interval_of_an_array_is_that_of_each_loss() -> None:
    low, high = loss_interval(np.array([2.0, np.nan]), 0.004)
    assert (low[0], high[0]) == loss_interval(2.0, 0.004)
    assert high[0] - low[0] == pytest.approx(2 * NINETY_PERCENT * 0.004 * 2.0)
    assert np.isnan(low[1]) and np.isnan(high[1])


def test_a_derived_time_longer_than_any_that_can_be_typed_is_written() -> None:
    assert field_text.DURATION.text(1e6 * 8760) == "1,000,000 years"
