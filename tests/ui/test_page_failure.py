"""A mistake in the computation of one page: the answer stays, the page says so, and an edit tries again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from advisor import advise as advise_module
from advisor.errors import Cancelled, InputError
from advisor.evidence import Page, Request
from advisor.plan_edit import with_value
from advisor.plan_file import example_plans, load_plan
from advisor.solution import Solution
from ui.advice_flow import AdviceState
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.main_window import MainWindow
from ui.settings import MemoryStore, Settings

PLAN = load_plan(example_plans()[0][1])[0]
PAGES = tuple(advise_module.PAGES)
ERRORS = (ZeroDivisionError("x"), MemoryError(), InputError("student.parameters", "too odd"), AssertionError())


class Breakable:
    """The real pages, until ``errors`` has one for a name."""

    def __init__(self) -> None:
        self.errors: dict[str, BaseException] = {}

    def page(self, name: str, make: Callable[[Solution], Page]) -> Callable[[Solution], Page]:
        def made(solution: Solution) -> Page:
            if name in self.errors:
                raise self.errors[name]
            return make(solution)

        return made


@pytest.fixture
def breakable(monkeypatch: pytest.MonkeyPatch) -> Breakable:
    broken = Breakable()
    pages = {name: broken.page(name, make) for name, make in advise_module.PAGES.items()}
    looks = {name: make and broken.page(f"{name} at first", make) for name, make in advise_module.FIRST_LOOKS.items()}
    monkeypatch.setattr(advise_module, "PAGES", pages)
    monkeypatch.setattr(advise_module, "FIRST_LOOKS", looks)
    return broken


@pytest.fixture
def window(qtbot: Any, tmp_path: Path, breakable: Breakable) -> Iterator[MainWindow]:
    settings = Settings(MemoryStore())
    settings.recovery_folder = tmp_path
    window = MainWindow(Document(PLAN), ComputeRunner(), settings)
    window.show()
    yield window
    window.document.undo_stack.setClean()
    window.close()
    window.deleteLater()


def wait_until_fresh(qtbot: Any, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.flow.state is AdviceState.FRESH and not window.runner.busy)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_the_answer_comes_without_a_page_that_fails(
    breakable: Breakable, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    breakable.errors["teacher"] = error
    parts = advise_module.advise_in_steps(Request(PLAN, "teacher"))
    with pytest.raises(StopIteration) as end:
        next(parts)
    advice = end.value.value
    assert advice.answer.headline
    assert advice.pages == {}
    assert list(advice.failures) == ["teacher"]
    assert [(record.levelno, record.exc_info[1]) for record in caplog.records] == [(logging.ERROR, error)]


def test_a_cancelled_page_is_no_failure(breakable: Breakable, caplog: pytest.LogCaptureFixture) -> None:
    breakable.errors["teacher"] = Cancelled()
    with pytest.raises(Cancelled):
        next(advise_module.advise_in_steps(Request(PLAN, "teacher")))
    assert not caplog.records


@pytest.mark.parametrize("name", PAGES)
def test_the_card_is_shown_and_the_page_says_why_it_is_empty(
    qtbot: Any, window: MainWindow, breakable: Breakable, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    breakable.errors[name] = RuntimeError("a mistake")
    window.view.choose_page(name)
    window.flow.start()
    wait_until_fresh(qtbot, window)
    assert window.document.advice is not None
    assert window.view.card.headline.text().split() == window.document.advice.answer.headline.split()
    assert window.view.pages[name].sentence.text() == window.flow.page_failure
    assert window.messages.shown == ("no_page",)
    assert window.messages.text.startswith(window.flow.page_failure)
    assert window.status.state == "stale"
    assert [record.exc_text is not None or record.exc_info is not None for record in caplog.records] == [True]
    assert "RuntimeError" not in window.messages.text + window.status.text


def test_another_page_is_shown_as_if_nothing_had_been(qtbot: Any, window: MainWindow, breakable: Breakable) -> None:
    window.view.choose_page("budget")
    window.flow.start()
    wait_until_fresh(qtbot, window)
    breakable.errors["teacher"] = RuntimeError("a mistake")
    window.view.choose_page("teacher")
    qtbot.waitUntil(lambda: window.messages.shown == ("no_page",))
    window.view.choose_page("budget")  # computed before
    assert window.messages.shown == ()
    assert window.status.state == "fresh"
    window.view.choose_page("student")
    wait_until_fresh(qtbot, window)
    assert window.messages.shown == ()
    assert window.view.pages["student"].shown_page is not None


@pytest.mark.parametrize("again", ["an edit", "turning to it"])
def test_a_page_that_failed_is_tried_again(qtbot: Any, window: MainWindow, breakable: Breakable, again: str) -> None:
    breakable.errors["teacher"] = RuntimeError("a mistake")
    window.view.choose_page("teacher")
    window.flow.start()
    qtbot.waitUntil(lambda: window.messages.shown == ("no_page",))
    breakable.errors.clear()
    if again == "an edit":
        window.document.edit(with_value(PLAN, "student.parameters", 2e9), "Change")
    else:
        window.view.choose_page("budget")
        window.view.choose_page("teacher")
    qtbot.waitUntil(lambda: "teacher" in window.document.advice.pages)
    wait_until_fresh(qtbot, window)
    page = window.document.advice.pages["teacher"]
    assert window.view.pages["teacher"].shown_page is page
    assert window.view.pages["teacher"].sentence.text() == page.sentence
    assert window.messages.shown == ()
    assert window.status.state == "fresh"


@pytest.mark.parametrize("part", ["map at first", "map"])
def test_a_first_look_and_the_whole_page_may_fail_each(
    qtbot: Any, window: MainWindow, breakable: Breakable, part: str, caplog: pytest.LogCaptureFixture
) -> None:
    breakable.errors[part] = RuntimeError("a mistake")
    window.view.choose_page("map")
    window.flow.start()
    wait_until_fresh(qtbot, window)
    assert (window.messages.shown == ("no_page",)) == (part == "map")
    assert ("map" in window.document.advice.pages) == (part != "map")
    assert len(caplog.records) == 1


def test_the_answer_can_be_copied_where_the_page_failed(
    qtbot: Any, window: MainWindow, breakable: Breakable, qapp: Any
) -> None:
    breakable.errors["budget"] = RuntimeError("a mistake")
    window.view.choose_page("budget")
    window.flow.start()
    wait_until_fresh(qtbot, window)
    window.actions_by_name.copy_picture.trigger()
    window.view.pages["budget"]._copy()
    assert window.messages.shown == ("no_page",)
