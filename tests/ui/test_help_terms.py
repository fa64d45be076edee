"""The "?" beside a term: every field has one, the keyboard opens it, and nothing is lost by it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor.glossary.page_reading import page_reading
from advisor.glossary.terms import FIELD_TERMS, PAGE_TERMS, term
from tests.ui.help_window import focused, press, window
from ui.advice_flow import AdviceState
from ui.answer_view import PAGES
from ui.help_glossary import GlossaryWindow
from ui.help_popover import BELOW_FIRST, RIGHT_FIRST, Popover, placed
from ui.help_terms import QuietTermButton, TermButton
from ui.main_window import MainWindow
from ui.text_entry import TextEntry

__all__ = ["window"]


def popover(window: MainWindow) -> Popover:
    """Return the one that is open."""
    (found,) = (child for child in window.findChildren(Popover) if child.isVisible())
    return found


def button_of(window: MainWindow, area: object) -> TermButton:
    """Return the "?" of a part of the window."""
    return next(button for button in window.findChildren(TermButton) if button.area is area)


def test_every_field_of_the_panel_has_a_term_that_can_be_reached(window: MainWindow) -> None:
    for group in window.panel.groups:
        group.unfold()
        for row in group.rows():
            button = button_of(window, row)
            assert term(button.term), row.label_text
            assert button.isVisibleTo(window) == row.isVisibleTo(window)
            assert not button.focusPolicy() & Qt.FocusPolicy.TabFocus, "F1 in the field explains it"
            assert term(button.term).name in button.accessibleName()
    shown = {button_of(window, row).term for group in window.panel.groups for row in group.rows()}
    assert set(FIELD_TERMS.values()) <= shown


def test_groups_numbers_likelihood_and_questions_have_terms(window: MainWindow) -> None:
    for group in window.panel.groups:
        assert button_of(window, group).isVisibleTo(window)
    card = [button.term for button in window.view.card.findChildren(TermButton)]
    assert {"likelihood", "teacher", "student_tokens", "time", "price"} == set(card)
    for name, page in window.view.pages.items():
        if page.shown_page is not None:
            assert page.term_button.term == PAGE_TERMS[name]


def test_a_sign_stands_left_of_its_row_and_takes_no_room(window: MainWindow) -> None:
    for group in window.panel.groups:
        for row in group.rows():
            button = button_of(window, row)
            assert isinstance(button, QuietTermButton)
            if row.isHidden():
                continue
            assert button.geometry().right() < row.geometry().left()
            assert button.geometry().left() >= 0
            assert button.y() == row.y()


def test_f1_explains_the_field_and_escape_gives_the_keyboard_back(window: MainWindow) -> None:
    window.panel.focus_field("hardware.utilization")
    entry = focused()
    assert isinstance(entry, TextEntry)
    before = entry.text()
    press(Qt.Key.Key_F1)
    opened = popover(window)
    assert opened.title_text == term("utilisation").name
    assert term("utilisation").matters in opened.texts
    assert opened.accessibleName() == opened.title_text
    assert focused() is opened
    row = window.panel.row("hardware.utilization")
    assert not opened.geometry().intersects(QRect(row.mapTo(window, QPoint(0, 0)), row.size()))
    press(Qt.Key.Key_Escape)
    assert opened.isHidden()
    assert focused() is entry
    assert entry.text() == before


def test_the_sign_appears_with_the_keyboard_and_goes_with_it(window: MainWindow) -> None:
    row = window.panel.row("hardware.hours")
    button = button_of(window, row)
    window.panel.focus_field("hardware.utilization")
    assert not button.shows
    window.panel.focus_field("hardware.hours")
    assert button.shows


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_sign_of_a_group_is_reached_by_tab_and_opens(window: MainWindow, key: Qt.Key) -> None:
    button = button_of(window, window.panel.groups[0])
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert focused() is button
    press(key)
    assert popover(window).title_text == term(button.term).name
    press(Qt.Key.Key_Escape)
    assert focused() is button


def test_going_elsewhere_closes_it_and_takes_nothing_back(window: MainWindow) -> None:
    window.panel.focus_field("hardware.hours")
    press(Qt.Key.Key_F1)
    opened = popover(window)
    window.panel.focus_field("student.parameters")
    assert opened.isHidden()
    entry = focused()
    assert isinstance(entry, TextEntry) and entry.field == "student.parameters"


def test_a_click_on_empty_ground_closes_it_and_one_on_it_does_not(window: MainWindow) -> None:
    window.panel.focus_field("hardware.hours")
    entry = focused()
    press(Qt.Key.Key_F1)
    opened = popover(window)
    QTest.mouseClick(opened, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert opened.isVisible()
    QTest.mouseClick(window.view.card, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert opened.isHidden()
    assert focused() is entry


def test_a_second_explanation_takes_the_place_of_the_first(window: MainWindow) -> None:
    window.panel.focus_field("hardware.hours")
    press(Qt.Key.Key_F1)
    button_of(window, window.panel.row("student.parameters")).click()
    assert popover(window).title_text == term("parameter").name


def test_its_text_is_read_and_copied_by_keyboard_and_leads_to_all_terms(window: MainWindow) -> None:
    window.panel.focus_field("hardware.pue")
    press(Qt.Key.Key_F1)
    opened = popover(window)
    seen = []
    for _ in range(8):
        press(Qt.Key.Key_Tab)
        if not opened.isAncestorOf(focused()):
            break
        seen.append(focused())
        if focused() is opened.link:
            break
    assert opened.close_button in seen
    assert opened.link in seen
    press(Qt.Key.Key_Space)
    (glossary,) = window.findChildren(GlossaryWindow)
    assert glossary.isVisible()
    assert glossary.current_term == "pue"
    glossary.close()


def test_where_nothing_has_a_term_f1_opens_the_glossary(window: MainWindow) -> None:
    window.view.tabs.setFocus()
    press(Qt.Key.Key_F1)
    (glossary,) = window.findChildren(GlossaryWindow)
    assert glossary.isVisible()
    glossary.close()


@pytest.mark.parametrize("name", [name for name, *_ in PAGES])
def test_every_page_says_how_to_read_it_by_its_tool_and_by_keyboard(
    qtbot: QtBot, window: MainWindow, name: str
) -> None:
    window.view.choose_page(name)
    qtbot.waitUntil(lambda: window.flow.state is AdviceState.FRESH and window.flow.page_is_current)
    page = window.view.pages[name]
    assert page.shown_page is not None
    window.view.tabs.setFocus()
    press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    opened = popover(window)
    assert opened.texts == page_reading(page.shown_page)
    assert opened.title_text == page.reading_button.accessibleName()
    assert window.rect().contains(opened.geometry())
    press(Qt.Key.Key_Escape)
    assert focused() is window.view.tabs
    page.reading_button.click()
    assert popover(window).texts == opened.texts
    press(Qt.Key.Key_Escape)


def test_the_range_of_screens_it_finds_a_place_on() -> None:
    room = QRect(0, 0, 1000, 600)
    size = QSize(300, 150)
    beside = QRect(10, 100, 380, 30)
    assert placed(beside, size, room, RIGHT_FIRST).left() > beside.right()
    assert placed(beside, size, room, BELOW_FIRST).top() > beside.bottom()
    corner = QRect(900, 560, 90, 30)
    assert placed(corner, size, room, RIGHT_FIRST).bottom() < corner.top()
    whole = QRect(0, 0, 1000, 600)
    assert room.contains(placed(whole, size, room, RIGHT_FIRST))


def test_every_explanation_fits_a_small_window(window: MainWindow) -> None:
    for button in window.findChildren(TermButton):
        if button.isVisibleTo(window):
            opened = button.explain()
            assert window.rect().contains(opened.geometry()), button.term
            assert opened.height() >= opened.layout().totalHeightForWidth(opened.width())
            opened.shut()
    QApplication.processEvents()
