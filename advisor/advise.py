"""Everything the window shows for one plan, in one call that can be stopped, or step by step."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import replace

from .answer import answer_of
from .curves import FIRST_LOOKS, PAGES
from .errors import Cancelled
from .evidence import Advice, Request
from .plan import Plan
from .recommend import recommendation_of
from .solution import Solution, solve_plan


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
        _stop_where_asked(should_stop)
        made[name] = PAGES[name](solution)
    return replace(_without_pages(solution), pages=made, seconds=time.perf_counter() - start)


def advise_in_steps(request: Request, should_stop: Callable[[], bool] | None = None) -> Generator[Advice, None, Advice]:
    """Return the answer with the page that is looked at; where that page takes long, yield what is known before it.

    Raises
    ------
    InputError, Cancelled
        As `advise`.
    """
    start = time.perf_counter()
    solution = solve_plan(request.plan)
    answered = _without_pages(solution)
    if request.page in FIRST_LOOKS:
        yield replace(answered, seconds=time.perf_counter() - start)
        _stop_where_asked(should_stop)
        first_look = FIRST_LOOKS[request.page]
        if first_look is not None:
            seen = {request.page: first_look(solution)}
            yield replace(answered, pages=seen, seconds=time.perf_counter() - start)
    _stop_where_asked(should_stop)
    made = {request.page: PAGES[request.page](solution)}
    return replace(answered, pages=made, seconds=time.perf_counter() - start)


def _stop_where_asked(should_stop: Callable[[], bool] | None) -> None:
    if should_stop is not None and should_stop():
        raise Cancelled


def _without_pages(solution: Solution) -> Advice:
    recommendation = recommendation_of(solution)
    return Advice(
        plan=solution.plan,
        budget=solution.budget,
        recommendation=recommendation,
        answer=answer_of(solution, recommendation.warnings),
        pages={},
        seconds=0.0,
    )
