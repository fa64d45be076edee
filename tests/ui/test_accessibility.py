"""What a screen reader is told, where Tab goes, what shows it, and that colour is legible and never alone."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advisor.evidence import ChartPage
from advisor.pins import pin_plan
from tests.advisor.plans import CLEAR_DISTIL
from tests.ui.test_theme import contrast
from ui import accessible_roles
from ui.advice_flow import AdviceState
from ui.answer_view import PAGES
from ui.candidate_table import CandidateTable
from ui.chart_heat import value_in_words
from ui.charts import Chart
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.help_terms import QuietTermButton, show_term
from ui.main_window import MainWindow
from ui.message_bar import Message
from ui.number_sheet import chart_sheet
from ui.numbers_window import NumbersWindow
from ui.pages.check_page import CheckPageWidget
from ui.pages.compare_page import ComparePageWidget
from ui.range_plot import RangePlot
from ui.settings import MemoryStore, Settings
from ui.theme import DARK, LIGHT, Theme, apply_theme

Role, Text = QAccessible.Role, QAccessible.Text
NAMES = [name for name, *_ in PAGES]
MOST_STEPS = 400
ROLES: tuple[tuple[type[QWidget], tuple[Role, ...]], ...] = (
    (QComboBox, (Role.ComboBox,)),
    (QLineEdit, (Role.EditableText,)),
    (QAbstractItemView, (Role.Table, Role.Tree, Role.List)),
    (QTabBar, (Role.PageTabList,)),
    (QAbstractButton, (Role.Button, Role.CheckBox, Role.RadioButton, Role.ButtonMenu, Role.ButtonDropDown)),
    (Chart, (Role.Chart,)),
    (RangePlot, (Role.Chart,)),
    (QLabel, (Role.StaticText,)),
)
WINDOWS = ("goal", "known_models", "preferences", "glossary", "about", "shortcuts", "reading")
OF_QT = {"QComboBoxListView", "QComboBoxPrivateContainer"}


@pytest.fixture(scope="module")
def window(qapp: QApplication) -> Iterator[MainWindow]:
    accessible_roles.install()
    window = MainWindow(Document(), ComputeRunner(), Settings(MemoryStore()))
    apply_theme(qapp, LIGHT)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    for group in window.panel.groups:
        group.unfold()
    window.document.new(pin_plan(CLEAR_DISTIL))
    yield window
    assert window.runner.shut_down()
    window.hide()
    window.deleteLater()


def turn_to(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Turn to a page and wait for what it shows."""
    window.view.choose_page(name)
    qtbot.waitUntil(lambda: window.flow.state is AdviceState.FRESH and window.flow.page_is_current)


def heard(widget: QWidget) -> QAccessibleInterface:
    """Return how a widget presents itself to assistive tools."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def stops(root: QWidget) -> list[QWidget]:
    """Return the visible widgets of a window that Tab stops at."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root) and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if widget.window() is root.window() and type(widget).__name__ not in OF_QT
        if widget.focusProxy() is None and not widget.objectName().startswith("qt_")
    ]


def said(widget: QWidget) -> str:
    """Return a widget's name, or its description where Qt calls it after its content."""
    found = heard(widget)
    if isinstance(widget, QComboBox):
        return found.text(Text.Description)
    return found.text(Text.Name)


def faults(root: QWidget) -> list[str]:
    """Return what is wrong with the names and roles of everything the keyboard reaches."""
    found = []
    for widget in stops(root):
        kind, name, role = type(widget).__name__, said(widget), heard(widget).role()
        if not name.strip() or name in (kind, widget.objectName()):
            found.append(f"{kind} has no name")
        fitting = next((roles for cls, roles in ROLES if isinstance(widget, cls)), None)
        if fitting is not None and role not in fitting:
            found.append(f"{kind} {name!r} is a {role.name}")
    return found


@pytest.mark.parametrize("name", NAMES)
def test_everything_the_keyboard_reaches_has_name_and_role(qtbot: QtBot, window: MainWindow, name: str) -> None:
    turn_to(qtbot, window, name)
    assert len(stops(window)) > 40
    assert faults(window) == []


@pytest.mark.parametrize("name", WINDOWS)
def test_so_it_is_in_every_other_window(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.waitUntil(lambda: window.flow.state is AdviceState.FRESH)
    before = {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    getattr(window.actions_by_name, name).trigger()

    def new() -> list[QWidget]:
        return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w not in before]

    qtbot.waitUntil(lambda: bool(new()))
    opened = new()
    try:
        for other in opened:
            assert stops(other)
            assert heard(other).text(Text.Name)
            assert faults(other) == []
    finally:
        for other in opened:
            other.close()


def test_so_it_is_in_an_explanation_beside_its_field(qtbot: QtBot, window: MainWindow) -> None:
    popover = show_term("loss", window.panel.row("hardware.hours").first_widget())
    assert heard(popover).text(Text.Name)
    assert stops(popover)
    assert faults(popover) == []
    popover.shut()


def test_so_it_is_in_the_tour(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_name.tour.trigger()
    seen = 0
    while (callout := window.help.tour.callout) is not None:
        assert heard(callout).text(Text.Name)
        assert stops(callout)
        assert faults(callout) == []
        window.help.tour.next()
        seen += 1
    assert seen == 3


def test_so_it_is_in_the_message_bar(qtbot: QtBot, window: MainWindow) -> None:
    trouble = Message("trouble", "warning", "{text}")
    window.messages.show_message(trouble, text="The disk is full.")
    assert stops(window.messages)
    assert faults(window.messages) == []
    window.messages.clear(trouble)


def test_names_in_the_panel_tell_the_fields_of_a_group_apart(window: MainWindow) -> None:
    for group in window.panel.groups:
        assert heard(group).role() == Role.Grouping and heard(group).text(Text.Name)
        inside = [w for w in stops(group) if not isinstance(w, QuietTermButton)]
        names = Counter(heard(w).text(Text.Name) if not isinstance(w, QComboBox) else said(w) for w in inside)
        assert [name for name, times in names.items() if times > 1] == []


def test_a_field_says_its_label_what_was_understood_and_how_to_ask(window: MainWindow) -> None:
    entry = window.panel.row("hardware.hours").first_widget()
    assert heard(entry).text(Text.Name) == window.panel.row("hardware.hours").label_text
    assert "120 hours" in heard(entry).text(Text.Description)
    assert "F1" in heard(entry).text(Text.Description)


def test_choices_side_by_side_are_radio_buttons_that_say_which_is_chosen(window: MainWindow) -> None:
    buttons = window.panel.row("teacher.exists").first_widget().findChildren(QAbstractButton)
    assert [heard(button).role() for button in buttons] == [Role.RadioButton] * 2
    assert [heard(button).state().checked for button in buttons] == [True, False]


def test_a_row_of_candidates_is_read_cell_by_cell(window: MainWindow) -> None:
    table = window.panel.findChild(CandidateTable)
    view = table.findChild(QAbstractItemView)
    found = heard(view)
    assert found.role() == Role.Table and found.text(Text.Name)
    texts = [str(view.model().index(0, column).data()) for column in range(view.model().columnCount())]
    assert any("8B" in text for text in texts)
    assert all(
        view.model().headerData(column, Qt.Orientation.Horizontal) for column in range(view.model().columnCount())
    )


# Where Tab goes --------------------------------------------------------------------------------------------------


def walk(start: QWidget, key: Qt.Key) -> list[QWidget]:
    """Return what has the keyboard after each press of a key, until it is back where it began."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    reached = [start]
    for _ in range(MOST_STEPS):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        after = QApplication.focusWidget()
        assert after is not None and after is not focused, f"{said(focused)} keeps the keyboard"
        if after is start:
            return reached
        assert after not in reached, f"{said(after)} is reached twice"
        reached.append(after)
    raise AssertionError("it never comes back")


@pytest.mark.parametrize("name", NAMES)
def test_tab_goes_once_through_everything_in_reading_order_and_back(
    qtbot: QtBot, window: MainWindow, name: str
) -> None:
    turn_to(qtbot, window, name)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    start = window.panel.row("hardware.hours").first_widget()
    there = walk(start, Qt.Key.Key_Tab)
    back = walk(start, Qt.Key.Key_Backtab)
    assert back[1:] == there[:0:-1]
    missed = [said(w) for w in stops(window) if w not in there]
    assert missed == []

    def part(widget: QWidget) -> int:
        parts = (window.panel, window.view.card, window.view.tabs, window.view.stack)
        return next((i for i, p in enumerate(parts) if p is widget or p.isAncestorOf(widget)), -1)

    order = [part(widget) for widget in there]
    turns = [number for i, number in enumerate(order) if i == 0 or order[i - 1] != number]
    assert [number for number in turns if number >= 0][:4] == [0, 1, 2, 3]
    rows = [row for group in window.panel.groups for row in group.rows()]
    visited = [rows.index(row) for w in there for row in rows if row.isAncestorOf(w)]
    begin = visited[0]
    turned = [(index - begin) % len(rows) for index in visited]
    assert turned == sorted(turned)


@pytest.mark.parametrize("name", NAMES)
def test_focus_shows(qtbot: QtBot, window: MainWindow, name: str) -> None:
    turn_to(qtbot, window, name)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    places = stops(window) if name == "budget" else stops(window.view.pages[name])
    unseen = []
    for widget in places:
        window.view.tabs.setFocus()
        if widget is window.view.tabs:
            window.panel.row("hardware.hours").first_widget().setFocus()
        without = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not widget.hasFocus():
            unseen.append(f"{said(widget)} takes no focus")
        elif widget.grab().toImage() == without:
            unseen.append(said(widget))
    assert unseen == []


# Charts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("compare", "check", "matters")])
def test_a_chart_is_told_in_words(qtbot: QtBot, window: MainWindow, name: str) -> None:
    turn_to(qtbot, window, name)
    chart = window.view.pages[name].findChild(Chart)
    page = chart.page
    assert page is not None
    found = heard(chart)
    assert found.role() == Role.Chart
    assert found.text(Text.Name) == page.question
    description = found.text(Text.Description)
    for part in (page.sentence.rstrip("."), page.x_title, page.y_title, *(curve.label for curve in page.curves)):
        assert part in description
    assert "Ctrl+Shift+T" in description


def numbers(window: MainWindow) -> NumbersWindow:
    """Return the one window of numbers that is open."""
    (found,) = (child for child in window.findChildren(NumbersWindow) if child.isVisible())
    return found


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("compare", "check")])
def test_its_numbers_open_as_a_table_by_key_and_go_with_the_page(qtbot: QtBot, window: MainWindow, name: str) -> None:
    turn_to(qtbot, window, name)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.view.tabs.setFocus()
    QTest.keyClick(
        window.view.tabs, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    opened = numbers(window)
    page = window.view.pages[name]
    sheet = page.sheet()
    assert sheet is not None and opened.table.numbers.sheet == sheet
    assert opened.sentence.text() == page.sentence.text()
    assert not opened.isModal()
    model = opened.table.model()
    assert (model.rowCount(), model.columnCount()) == (sheet.row_count, len(sheet.columns))
    assert heard(opened.table).role() == Role.Table and sheet.question in heard(opened.table).text(Text.Name)
    for column in range(model.columnCount()):
        assert model.headerData(column, Qt.Orientation.Horizontal) == sheet.columns[column].heading
        assert sheet.columns[column].heading in model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert faults(opened) == []
    window.view.choose_page("check")
    assert not [child for child in window.findChildren(NumbersWindow) if child.isVisible()]


def test_numbers_are_sorted_as_numbers_by_keyboard_and_copied_with_all_digits(qtbot: QtBot, window: MainWindow) -> None:
    turn_to(qtbot, window, "budget")
    page = window.view.pages["budget"]
    page.show_numbers()
    table = numbers(window).table
    column = next(i for i, c in enumerate(table.numbers.sheet.columns) if c.kind == "loss")
    table.setCurrentIndex(table.order.index(0, column))

    def values() -> list[float]:
        cells = (table.order.index(r, column).data(Qt.ItemDataRole.UserRole) for r in range(table.order.rowCount()))
        return [cell for cell in cells if math.isfinite(cell)]

    QTest.keyClick(table, Qt.Key.Key_Return)
    assert values() == sorted(values())
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert values() == sorted(values(), reverse=True)
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    exact = page.sheet().exact_rows()
    assert lines[0].split("\t") == exact[0]
    assert sorted(lines[1:]) == sorted("\t".join(row) for row in exact[1:])
    numbers(window).close()


def test_numbers_follow_the_plan_and_say_so_when_they_cannot(qtbot: QtBot, window: MainWindow) -> None:
    turn_to(qtbot, window, "budget")
    page = window.view.pages["budget"]
    page.show_numbers()
    opened = numbers(window)
    before = opened.table.numbers.sheet
    page.set_stale("Last good plan")
    assert opened.state.text() == "Last good plan"
    page.set_stale(None)
    assert opened.state.text() != "Last good plan"
    window.document.edit(CLEAR_DISTIL, "edit")
    window.document.new(pin_plan(CLEAR_DISTIL))
    entry = window.panel.row("hardware.hours").first_widget()
    assert isinstance(entry, QLineEdit)
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, "9 days")
    qtbot.waitUntil(lambda: opened.table.numbers.sheet != before)
    assert opened.sentence.text() == page.sentence.text()
    opened.close()
    window.document.new(pin_plan(CLEAR_DISTIL))


# Colour ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_and_lines_stand_out_from_every_ground_they_are_on(theme: Theme) -> None:
    t = theme
    frame, chart = (t.window, t.panel, t.card, t.field, t.tint), (t.card, t.beyond_1, t.beyond_2, t.good_enough)
    text = {
        "text, captions, placeholders": [(ink, on) for ink in (t.ink, t.muted) for on in (*frame, *chart, t.selected)],
        "links": [(t.focus, on) for on in (t.panel, t.card)],
        "selected text": [(t.card, t.focus)],
        "tool tips": [(t.ink, t.card)],
        "errors": [(t.error_text, on) for on in (t.panel, t.card, t.error_fill)] + [(t.ink, t.error_fill)],
        "warnings": [(t.warning_text, on) for on in (t.panel, t.card, t.warning_fill)],
        "information": [(t.ink, t.info_fill), (t.muted, t.info_fill)],
        "good": [(t.good, on) for on in (t.panel, t.card, t.tint)],
        "the plan's handle": [(t.handle_text, t.handle_fill)],
        "words on phases": [
            (t.ink, on) for on in (t.phase_student_training, t.phase_teacher_outputs, t.phase_teacher_training)
        ],
        "labels in charts": [(words, on) for _, words in t.scenarios.values() for on in chart],
    }
    lines = {
        "curves": [(line, on) for line, _ in t.scenarios.values() for on in chart],
        "fields": [(t.field_border, on) for on in (t.panel, t.card, t.field)],
        "focus": [(t.focus, on) for on in (*frame, t.selected)],
        "errors": [(t.error_line, on) for on in (t.panel, t.card, t.error_fill)],
        "icons": [(t.muted, on) for on in (*frame, t.selected)],
    }
    poor = [(use, *pair) for use, pairs in text.items() for pair in pairs if contrast(*pair) < 4.5]
    poor += [(use, *pair) for use, pairs in lines.items() for pair in pairs if contrast(*pair) < 3.0]
    assert poor == []


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("compare", "check", "matters")])
def test_curves_are_told_apart_by_their_labels(qtbot: QtBot, window: MainWindow, name: str) -> None:
    turn_to(qtbot, window, name)
    page = window.view.pages[name].findChild(Chart).page
    assert isinstance(page, ChartPage)
    labels = [curve.label for curve in page.curves]
    assert all(labels) and len(set(labels)) == len(labels)
    chart = window.view.pages[name].findChild(Chart)
    shown = " ".join(text.text for text in chart.drawing.texts()).lower()
    kinds = Counter((curve.dashed, curve.emphasised) for curve in page.curves)
    for curve in page.curves:
        named = curve.label.lower() in shown or (curve.short_label and curve.short_label.lower() in shown)
        assert named or kinds[curve.dashed, curve.emphasised] == 1, curve.label


def test_the_map_tells_sides_by_words_and_signs(qtbot: QtBot, window: MainWindow) -> None:
    turn_to(qtbot, window, "map")
    page = window.view.pages["map"].shown_page
    assert page is not None and page.heat is not None and page.outlines
    heat = page.heat
    assert heat.low_label and heat.high_label and heat.low_label != heat.high_label
    ends = [divmod(int(i), heat.values.shape[1]) for i in (heat.values.argmin(), heat.values.argmax())]
    assert value_in_words(heat, *ends[0]) != value_in_words(heat, *ends[1])
    assert chart_sheet(page).row_count == heat.values.size


def test_pages_that_are_tables_offer_no_second_one(window: MainWindow) -> None:
    for name, kind in (("compare", ComparePageWidget), ("check", CheckPageWidget)):
        page = window.view.pages[name]
        assert isinstance(page, kind) and page.sheet() is None


def test_a_picture_of_a_chart_keeps_no_ring(qtbot: QtBot, window: MainWindow) -> None:
    turn_to(qtbot, window, "teacher")
    chart = window.view.pages["teacher"].findChild(Chart)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def picture() -> QImage:
        image = QImage(chart.picture_size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        chart.paint_onto(painter, QRectF(image.rect()))
        painter.end()
        return image

    window.view.tabs.setFocus()
    before = picture()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.hasFocus()
    assert picture() == before
