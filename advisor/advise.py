"""Everything the window shows for one plan, in one call that can be stopped, or step by step."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Generator
from dataclasses import replace

from .answer import answer_of
from .curves import FIRST_LOOKS, PAGES
from .errors import Cancelled
from .evidence import Advice, Page, Request
from .language import translate
from .plan import Plan
from .recommend import recommendation_of
from .solution import Solution, solve_plan

log = logging.getLogger(__name__)


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

    A page that fails does not take the answer along: `Advice.failures` says so, and the error is logged.

    Raises
    ------
    InputError, Cancelled
        As `advise`; from a page, nothing but Cancelled.
    """
    start = time.perf_counter()
    solution = solve_plan(request.plan)
    answered = _without_pages(solution)
    if request.page in FIRST_LOOKS:
        yield replace(answered, seconds=time.perf_counter() - start)
        _stop_where_asked(should_stop)
        first_look = FIRST_LOOKS[request.page]
        if first_look is not None:
            seen, _ = _page_or_failure(request.page, first_look, solution)
            yield replace(answered, pages=seen, seconds=time.perf_counter() - start)
    _stop_where_asked(should_stop)
    made, failures = _page_or_failure(request.page, PAGES[request.page], solution)
    return replace(answered, pages=made, failures=failures, seconds=time.perf_counter() - start)


def _page_or_failure(
    name: str, make: Callable[[Solution], Page], solution: Solution
) -> tuple[dict[str, Page], dict[str, str]]:
    """Return the page by its name and no failure, or no page and the sentence to show in its place.

    Even an `InputError` is a failure here: the plan has an answer, so no field of it can be at fault.
    """
    try:
        return {name: make(solution)}, {}
    except Cancelled:
        raise
    except MemoryError:
        log.exception("the page %s ran out of memory", name)
        text = translate("Calculation", "This page needs more memory than this computer has free")
    except Exception:
        log.exception("the page %s failed", name)
        text = translate("Calculation", "This page could not be calculated, because of a mistake in the program")
    return {}, {name: text}


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
