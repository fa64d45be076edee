"""Every page of evidence is turned to, walked through and read by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from advisor.pins import pin_plan
from tests.advisor.plans import CLEAR_DISTIL
from ui.advice_flow import AdviceState
from ui.answer_view import PAGES
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.main_window import MainWindow
from ui.settings import MemoryStore, Settings

MOST_STEPS = 400


@pytest.fixture(scope="module")
def window(qapp: QApplication) -> Iterator[MainWindow]:
    window = MainWindow(Document(), ComputeRunner(), Settings(MemoryStore()))
    window.resize(1280, 800)
    window.show()
    window.document.new(pin_plan(CLEAR_DISTIL))
    yield window
    assert window.runner.shut_down()
    window.hide()
    window.deleteLater()


def stops(page: QWidget) -> list[QWidget]:
    """Return what Tab must reach on a page; the inside of something that scrolls belongs to it."""
    insides = {area.viewport() for area in page.findChildren(QAbstractScrollArea)}
    return [
        child
        for child in page.findChildren(QWidget)
        if child.isVisibleTo(page) and child.isEnabled() and child not in insides
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@pytest.mark.parametrize("number", range(1, len(PAGES) + 1))
def test_a_page_is_turned_to_by_its_number_and_all_of_it_is_reached_by_tab(
    qtbot: Any, window: MainWindow, number: int
) -> None:
    name = PAGES[number - 1][0]
    window.activateWindow()
    QTest.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
    assert window.view.page == name
    qtbot.waitUntil(lambda: window.flow.state is AdviceState.FRESH)
    page = window.view.pages[name]
    assert page.shown_page is not None
    assert page.sentence.text() == page.shown_page.sentence
    wanted = stops(page)
    assert wanted
    window.view.tabs.setFocus()
    reached: list[QWidget] = []
    for _ in range(MOST_STEPS):
        focused = QApplication.focusWidget()
        if focused is None or (focused in reached and page.isAncestorOf(focused)):
            break
        if page.isAncestorOf(focused):
            reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    proxies = {stop for stop in wanted if stop.focusProxy() in reached}
    assert {describe(stop) for stop in wanted if stop not in reached and stop not in proxies} == set()


@pytest.mark.parametrize("name", [name for name, *_ in PAGES])
def test_all_that_takes_the_keyboard_says_what_it_is(qtbot: Any, window: MainWindow, name: str) -> None:
    window.view.choose_page(name)
    qtbot.waitUntil(lambda: window.flow.state is AdviceState.FRESH)
    assert [describe(stop) for stop in stops(window.view.pages[name]) if not spoken_name(stop)] == []


def spoken_name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {spoken_name(widget)!r}"
