"""Which page an answer comes with: the one that is looked at; first looks give way, and none of them is current."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import Any

import pytest

from advisor.advise import advise
from advisor.evidence import Advice, Page, Request
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL
from ui.advice_flow import AdviceFlow, AdviceState
from ui.compute_runner import ComputeRunner
from ui.document import Document

PLAIN = advise(CLEAR_DISTIL, pages=())


class Pages:
    """Answers with made-up pages; that of ``slow`` comes with a first look, and whole only when ``finish`` is set."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.finish = True

    def __call__(self, request: Request, should_stop: Callable[[], bool]) -> Generator[Advice, None, Advice]:
        self.requests.append(request)
        plain = replace(PLAIN, plan=request.plan)
        if request.page == "slow":
            yield replace(plain, pages={"slow": Page("slow", "?", "first look")})
            while not self.finish and not should_stop():
                pass
        return replace(plain, pages={request.page: Page(request.page, "?", "whole")})


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def flow(qtbot: Any, pages: Pages) -> Iterator[AdviceFlow]:
    document, runner = Document(CLEAR_DISTIL), ComputeRunner(pages)
    flow = AdviceFlow(document, runner)
    flow.look_at("first")
    flow.start()
    qtbot.waitUntil(lambda: flow.state is AdviceState.FRESH)
    flow.document = document  # type: ignore[attr-defined]
    yield flow
    runner.shut_down()


def sentences(flow: AdviceFlow) -> dict[str, str]:
    return {name: page.sentence for name, page in flow.document.advice.pages.items()}  # type: ignore[attr-defined]


def test_nothing_is_computed_before_the_start(qtbot: Any, pages: Pages) -> None:
    runner = ComputeRunner(pages)
    AdviceFlow(Document(CLEAR_DISTIL), runner).look_at("first")
    assert not runner.busy
    runner.shut_down()
    assert pages.requests == []


def test_another_page_is_computed_once_and_joins_the_others(qtbot: Any, flow: AdviceFlow, pages: Pages) -> None:
    flow.look_at("second")
    assert flow.state is not AdviceState.FRESH
    qtbot.waitUntil(lambda: flow.state is AdviceState.FRESH)
    assert sentences(flow) == {"first": "whole", "second": "whole"}
    flow.look_at("first")
    assert flow.state is AdviceState.FRESH
    assert [request.page for request in pages.requests] == ["first", "second"]


def test_another_plan_forgets_the_pages_of_the_old_one(qtbot: Any, flow: AdviceFlow) -> None:
    flow.look_at("second")
    qtbot.waitUntil(lambda: flow.state is AdviceState.FRESH)
    flow.document.edit(CLEAR_DIRECT, "Change")  # type: ignore[attr-defined]
    assert flow.state is not AdviceState.FRESH
    qtbot.waitUntil(lambda: flow.state is AdviceState.FRESH)
    assert sentences(flow) == {"second": "whole"}


def test_a_first_look_is_shown_and_not_called_current(qtbot: Any, flow: AdviceFlow, pages: Pages) -> None:
    pages.finish = False
    flow.look_at("slow")
    qtbot.waitUntil(lambda: "slow" in sentences(flow))
    assert sentences(flow)["slow"] == "first look"
    assert flow.page_is_current
    assert flow.state is not AdviceState.FRESH
    pages.finish = True
    qtbot.waitUntil(lambda: flow.state is AdviceState.FRESH)
    assert sentences(flow)["slow"] == "whole"


def test_a_first_look_left_behind_is_computed_again(qtbot: Any, flow: AdviceFlow, pages: Pages) -> None:
    pages.finish = False
    flow.look_at("slow")
    qtbot.waitUntil(lambda: "slow" in sentences(flow))
    flow.look_at("second")
    qtbot.waitUntil(lambda: flow.state is AdviceState.FRESH)
    pages.finish = True
    flow.look_at("slow")
    assert flow.state is not AdviceState.FRESH
    qtbot.waitUntil(lambda: flow.state is AdviceState.FRESH)
    assert sentences(flow)["slow"] == "whole"


def test_turning_the_page_while_a_plan_is_answered_answers_with_the_page_seen_last(
    qtbot: Any, flow: AdviceFlow, pages: Pages
) -> None:
    flow.document.edit(CLEAR_DIRECT, "Change")  # type: ignore[attr-defined]
    flow.look_at("second")
    qtbot.waitUntil(lambda: flow.state is AdviceState.FRESH)
    assert "second" in sentences(flow)
    assert pages.requests[-1] == Request(CLEAR_DIRECT, "second")


def test_no_page_is_computed_on_the_thread_of_the_window(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from advisor import advise as advise_module

    threads: dict[str, threading.Thread] = {}

    def watched(name: str, make: Callable[[Any], Page]) -> Callable[[Any], Page]:
        def page(solution: Any) -> Page:
            threads[name] = threading.current_thread()
            return make(solution)

        return page

    pages = {name: watched(name, make) for name, make in advise_module.PAGES.items()}
    monkeypatch.setattr(advise_module, "PAGES", pages)
    runner = ComputeRunner()
    flow = AdviceFlow(Document(CLEAR_DISTIL), runner)
    try:
        for name in pages:
            flow.look_at(name)
            flow.start()
            qtbot.waitUntil(lambda: flow.state is AdviceState.FRESH)
    finally:
        runner.shut_down()
    assert set(threads) == set(pages)
    assert threading.main_thread() not in threads.values()


def test_the_failure_of_one_page_says_nothing_about_another(qtbot: Any) -> None:
    def function(request: Request, should_stop: Callable[[], bool]) -> Advice:
        if request.page == "broken":
            raise ZeroDivisionError
        return replace(PLAIN, plan=request.plan, pages={request.page: Page(request.page, "?", "whole")})

    runner = ComputeRunner(function)
    flow = AdviceFlow(Document(CLEAR_DISTIL), runner)
    flow.look_at("broken")
    flow.start()
    qtbot.waitUntil(lambda: flow.state is AdviceState.FAILED)
    flow.look_at("first")
    qtbot.waitUntil(lambda: flow.state is AdviceState.FRESH)
    assert flow.failure == ""
    runner.shut_down()
