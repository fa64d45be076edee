"""Everything the window shows for one plan, in one call that can be stopped."""

from __future__ import annotations

import time
from collections.abc import Callable

from .answer import answer_of
from .curves import PAGES
from .errors import Cancelled
from .evidence import Advice
from .plan import Plan
from .recommend import recommendation_of
from .solution import solve_plan


def advise(plan: Plan, pages: tuple[str, ...] = tuple(PAGES), should_stop: Callable[[], bool] | None = None) -> Advice:
    """Return the recommendation, the answer card and the named pages for a checked plan.

    Raises
    ------
    InputError
        Where the plan has no answer.
    Cancelled
        When ``should_stop`` returned True between two parts.
    """
    start = time.perf_counter()
    solution = solve_plan(plan)
    made = {}
    for name in pages:
        if should_stop is not None and should_stop():
            raise Cancelled
        made[name] = PAGES[name](solution)
    recommendation = recommendation_of(solution)
    return Advice(
        plan=plan,
        budget=solution.budget,
        recommendation=recommendation,
        answer=answer_of(solution, recommendation.warnings),
        pages=made,
        seconds=time.perf_counter() - start,
    )
