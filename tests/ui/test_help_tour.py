"""The tour: three steps, by keyboard, never in the way, and never where nobody asked for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.help_window import focused, press, window
from ui import help_menu
from ui.main_window import MainWindow
from ui.settings import MemoryStore, Settings

__all__ = ["window"]


def test_three_steps_forth_and_back_by_keyboard_and_the_keyboard_returns(window: MainWindow) -> None:
    window.panel.focus_field("hardware.hours")
    entry = focused()
    window.actions_by_name.tour.trigger()
    tour = window.help.tour
    parts = [window.panel, window.view.card, window.view.stack]
    for number, part in enumerate(parts):
        assert tour.step is not None and tour.step.part is part
        callout = tour.callout
        assert callout is not None and callout.isVisible()
        assert window.rect().contains(callout.geometry())
        assert focused() is callout.next_button
        assert tour.step.text in callout.next_button.accessibleDescription()
        assert callout.back_button.isEnabled() == (number > 0)
        if number == 1:
            callout.back_button.setFocus()
            press(Qt.Key.Key_Space)
            assert tour.step is not None and tour.step.part is parts[0]
            press(Qt.Key.Key_Space)
        if number < 2:
            press(Qt.Key.Key_Space)
    assert tour.callout is not None and tour.callout.skip_button.isHidden()
    press(Qt.Key.Key_Space)
    assert not tour.running
    assert focused() is entry


def test_escape_skips_from_anywhere_and_is_free_afterwards(window: MainWindow) -> None:
    window.help.start_tour()
    window.panel.focus_field("hardware.hours")
    press(Qt.Key.Key_Escape)
    assert not window.help.tour.running
    window.view.pages["budget"].chart.setFocus()  # type: ignore[attr-defined]
    press(Qt.Key.Key_Left)
    assert window.view.pages["budget"].chart.editing  # type: ignore[attr-defined]
    press(Qt.Key.Key_Escape)
    assert not window.view.pages["budget"].chart.editing  # type: ignore[attr-defined]


def test_the_window_can_be_used_while_it_shows(window: MainWindow) -> None:
    window.help.start_tour()
    window.panel.focus_field("hardware.hours")
    entry = focused()
    QTest.keyClicks(entry, "9 days")
    assert window.document.plan.hardware is not None
    assert window.document.plan.hardware.hours == 216
    assert window.help.tour.running
    window.resize(1100, 740)
    QApplication.processEvents()
    callout = window.help.tour.callout
    assert callout is not None
    assert window.rect().contains(callout.geometry())
    window.help.tour.skip()
    assert window.focusWidget() is entry


def test_it_is_shown_once_at_the_first_answer(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(help_menu, "NO_DESKTOP", ())
    window.help.offer_tour(window.flow)
    assert not window.help.tour.running
    window.panel.focus_field("hardware.hours")
    QTest.keyClicks(window.focusWidget(), "8 days")
    qtbot.waitUntil(lambda: window.help.tour.running)
    assert window.settings.tour_seen
    window.help.tour.skip()
    window.panel.focus_field("hardware.hours")
    with qtbot.waitSignal(window.flow.answered):
        QTest.keyClicks(window.focusWidget(), "7 days")
    QApplication.processEvents()
    assert not window.help.tour.running
    window.help.offer_tour(window.flow)
    window.panel.focus_field("hardware.hours")
    with qtbot.waitSignal(window.flow.answered):
        QTest.keyClicks(window.focusWidget(), "6 days")
    QApplication.processEvents()
    assert not window.help.tour.running


def test_it_is_not_offered_where_nobody_can_see_it(qtbot: QtBot, window: MainWindow) -> None:
    window.help.offer_tour(window.flow)
    window.panel.focus_field("hardware.hours")
    with qtbot.waitSignal(window.flow.answered):
        QTest.keyClicks(window.focusWidget(), "8 days")
    QApplication.processEvents()
    assert not window.help.tour.running
    assert not window.settings.tour_seen


def test_what_was_seen_is_remembered() -> None:
    store = MemoryStore()
    assert not Settings(store).tour_seen
    Settings(store).tour_seen = True
    assert Settings(store).tour_seen
