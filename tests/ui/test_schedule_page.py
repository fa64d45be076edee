"""The Schedule page shows what its data says, at every size, by mouse and keyboard, and takes it to other programs."""

from __future__ import annotations

import csv
import io
import itertools
from dataclasses import replace
from functools import cache
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from advisor.notes import Note
from advisor.schedule.page import SchedulePage as SchedulePageData
from advisor.schedule.page import schedule_page
from advisor.solution import solve_plan
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, H100S, TIE, plan
from ui.chart_items import Measure
from ui.note_list import NoteList, note_height
from ui.pages.schedule_page import LOWEST_CHART, SchedulePage
from ui.schedule_drawing import NUMBERS, TIMELINE, ScheduleDrawing
from ui.schedule_export import schedule_text
from ui.schedule_table import LOW_ROW, ROOMY_ROW
from ui.theme import DARK, LIGHT, apply_theme

SHARED = plan(student={"parameters": 7e9}, hardware=H100S, teacher={"students": 100, "share_outputs": True})
PLANS = {"distil": CLEAR_DISTIL, "direct": CLEAR_DIRECT, "tie": TIE, "shared": SHARED}
LOW, MIDDLE, HIGH = (846, 369), (1009, 508), (1489, 700)
"""Sizes of the card in windows of 1280×800, 1440×900 and 1920×1080."""


@cache
def data(name: str) -> SchedulePageData:
    return schedule_page(solve_plan(PLANS[name]))


@pytest.fixture
def page(qtbot: Any, qapp: QApplication) -> SchedulePage:
    apply_theme(qapp, LIGHT)
    page = SchedulePage()
    page.set_theme(LIGHT)
    qtbot.addWidget(page)
    page.resize(*MIDDLE)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.show_page(data("distil"))
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("name", list(PLANS))
def test_shows_what_its_data_says(page: SchedulePage, name: str) -> None:
    shown = data(name)
    page.show_page(shown)
    assert page.shown_page is shown
    assert (page.question.text(), page.sentence.text()) == (shown.question, shown.sentence)
    assert page.chart.page is shown.split
    model = page.table.model_of_rows
    headings = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert headings[NUMBERS:] == [column.heading for column in shown.columns]
    for i, row in enumerate((*shown.rows, shown.total)):
        cells = [model.index(i, column).data() for column in range(model.columnCount())]
        assert cells[0] == row.label
        assert tuple(cells[NUMBERS:]) == row.cells
        assert cells[TIMELINE] == row.reason or not row.reason
    assert [line.text.text() for line in page.notes.lines] == [note.text for note in shown.notes]


def test_headings_explain_themselves(page: SchedulePage) -> None:
    model = page.table.model_of_rows
    tip = model.headerData(NUMBERS + 2, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == data("distil").columns[2].explanation


def test_another_plan_s_columns_replace_the_old(page: SchedulePage) -> None:
    page.show_page(data("direct"))
    assert page.table.model_of_rows.columnCount() == NUMBERS + 2
    page.show_page(data("shared"))
    assert page.table.model_of_rows.columnCount() == NUMBERS + 5
    assert page.table.model_of_rows.rowCount() == 4


class TestSize:
    @pytest.mark.parametrize("size", [LOW, MIDDLE, HIGH])
    @pytest.mark.parametrize("name", list(PLANS))
    def test_nothing_clips(self, page: SchedulePage, name: str, size: tuple[int, int]) -> None:
        page.resize(*size)
        page.show_page(data(name))
        QApplication.processEvents()
        body = page.area.widget()
        parts = [page.chart, page.footer, page.table, page.notes]
        assert page.chart.height() >= LOWEST_CHART
        assert LOW_ROW <= page.table.row_height <= ROOMY_ROW
        for above, below in itertools.pairwise(parts):
            assert above.geometry().bottom() < below.geometry().top()
        assert parts[-1].geometry().bottom() <= body.height()
        bar = page.area.verticalScrollBar()
        assert bar.maximum() == max(body.height() - page.area.viewport().height(), 0)
        table = page.table
        assert sum(table.columnWidth(c) for c in range(table.model_of_rows.columnCount())) <= table.viewport().width()
        for line in page.notes.lines:
            assert line.height() >= note_height(line.text.text(), page.notes.width())

    @pytest.mark.parametrize("size", [LOW, MIDDLE, HIGH])
    @pytest.mark.parametrize("name", list(PLANS))
    def test_every_number_has_room(self, page: SchedulePage, name: str, size: tuple[int, int]) -> None:
        page.resize(*size)
        page.show_page(data(name))
        QApplication.processEvents()
        measure = Measure()
        for column in range(len(data(name).columns)):
            for row in (*data(name).rows, data(name).total):
                width = page.table.columnWidth(NUMBERS + column)
                assert measure.width(row.cells[column], "body_strong") <= width

    @pytest.mark.parametrize("height", range(369, 520, 10))
    def test_where_it_scrolls_no_note_is_cut(self, page: SchedulePage, height: int) -> None:
        page.resize(846, height)
        page.show_page(data("tie"))
        QApplication.processEvents()
        edge = page.area.viewport().height()
        for line in page.notes.lines:
            top = line.mapTo(page.area.widget(), line.rect().topLeft()).y()
            assert not top < edge < top + line.height()

    def test_notes_below_what_is_seen_are_announced_and_shown_on_request(self, page: SchedulePage) -> None:
        page.resize(*LOW)
        page.show_page(data("distil"))
        QApplication.processEvents()
        notes = page.notes.notes
        assert page.more.isVisible()
        assert notes[0].text[:20] in page.more.text()
        assert page.more.text().startswith(f"{len(notes)} note")
        page.more.click()
        assert page.area.verticalScrollBar().value() == page.area.verticalScrollBar().maximum() > 0
        assert page.more.text() == ""
        assert not page.more.isEnabled()

    def test_nothing_is_announced_where_all_is_seen(self, page: SchedulePage) -> None:
        page.resize(1200, 900)
        page.show_page(data("distil"))
        QApplication.processEvents()
        assert not page.more.isVisible()

    def test_without_height_the_total_is_still_seen_first(self, page: SchedulePage) -> None:
        page.resize(*LOW)
        page.show_page(data("distil"))
        QApplication.processEvents()
        assert page.table.geometry().bottom() <= page.area.viewport().height()

    def test_a_sentence_of_two_lines_takes_its_room_from_the_rest(self, page: SchedulePage) -> None:
        page.resize(846, 450)
        heights = set()
        for sentence in ("Short.", "A long sentence that does not fit into a single line. " * 3):
            page.show_page(replace(data("distil"), sentence=sentence))
            QApplication.processEvents()
            heights.add(page.area.height())
            content = page.area.widget().layout().minimumSize().height()
            assert page.area.verticalScrollBar().isVisible() == (content > page.area.height())
        assert len(heights) == 2

    def test_with_height_rows_are_roomy_and_nothing_scrolls(self, page: SchedulePage) -> None:
        page.resize(*HIGH)
        QApplication.processEvents()
        assert page.table.row_height == ROOMY_ROW
        assert page.area.verticalScrollBar().maximum() == 0

    def test_the_scroll_bar_does_not_move_what_is_read(self, page: SchedulePage) -> None:
        widths = set()
        for height in (369, 900):
            page.resize(846, height)
            QApplication.processEvents()
            widths.add((page.area.verticalScrollBar().maximum() > 0, page.table.width()))
        assert {scrolls for scrolls, _ in widths} == {True, False}
        assert len({width for _, width in widths}) == 1

    def test_ticks_without_room_are_left_out(self, qapp: QApplication) -> None:
        drawing = ScheduleDrawing(data("distil"), LIGHT, False, Measure())
        assert drawing.widths(300.0).columns[TIMELINE] >= 100
        assert drawing.widths(1400.0).columns[TIMELINE] > drawing.widths(798.0).columns[TIMELINE]


class TestKeyboard:
    def test_rows_are_reached_and_told(self, page: SchedulePage, qtbot: Any) -> None:
        told: list[tuple[str, ...]] = []
        page.table.row_told.connect(told.append)
        page.table.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(page.table.hasFocus)
        assert told[-1] == data("distil").rows[0].told
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        assert told[-1] == data("distil").rows[1].told
        assert page.footer.read_out_shown().startswith("Teacher outputs: 1.25 days (30 h), $1,680")
        QTest.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        assert told[-1] == data("distil").total.told
        page.copy_button.setFocus(Qt.FocusReason.TabFocusReason)
        assert told[-1] == ()

    def test_a_row_the_keyboard_reaches_is_scrolled_to(self, page: SchedulePage, qtbot: Any) -> None:
        page.resize(846, 300)
        QApplication.processEvents()
        page.table.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(page.table.hasFocus)
        page.area.verticalScrollBar().setValue(0)
        for _ in range(3):
            QTest.keyClick(page.table, Qt.Key.Key_Down)
        seen = page.table.viewport().mapTo(
            page.area.widget(), page.table.visualRect(page.table.currentIndex()).center()
        )
        top = page.area.verticalScrollBar().value()
        assert 0 < top < seen.y() < top + page.area.viewport().height()

    def test_tab_passes_chart_and_table(self, page: SchedulePage, qtbot: Any) -> None:
        page.chart.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(page.chart.hasFocus)
        QTest.keyClick(page.chart, Qt.Key.Key_Tab)
        assert page.table.hasFocus()
        QTest.keyClick(page.table, Qt.Key.Key_Tab)
        assert not page.table.hasFocus()

    def test_assistive_tools_find_names(self, page: SchedulePage) -> None:
        assert page.table.accessibleName() == "Schedule"
        assert page.table.accessibleDescription() == data("distil").sentence
        assert page.chart.accessibleName() == data("distil").question
        interface = QAccessible.queryAccessibleInterface(page.table)
        assert interface.role() == QAccessible.Role.Table
        model = page.table.model_of_rows
        cell = model.index(1, NUMBERS + 1)
        assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Teacher outputs, Cost: $1,680"
        for button in (page.reset_button, page.copy_button, page.save_button):
            assert button.accessibleName()

    def test_a_row_that_keeps_its_columns_keeps_the_keyboard(self, page: SchedulePage, qtbot: Any) -> None:
        page.table.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(page.table.hasFocus)
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        page.show_page(schedule_page(solve_plan(CLEAR_DISTIL)))
        assert page.table.currentIndex().row() == 1


def test_the_pointer_tells_a_row(page: SchedulePage) -> None:
    told: list[tuple[str, ...]] = []
    page.table.row_told.connect(told.append)
    at = page.table.visualRect(page.table.model_of_rows.index(2, TIMELINE)).center()
    QTest.mouseMove(page.table.viewport(), at - QPoint(3, 0))
    QTest.mouseMove(page.table.viewport(), at)
    assert told[-1] == data("distil").rows[2].told
    tip = page.table.model_of_rows.index(2, TIMELINE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Student training: 3.75 days (90 h), $5,040")


def test_dragging_the_line_is_passed_on(page: SchedulePage, qtbot: Any) -> None:
    with qtbot.waitSignal(page.line_moved) as moved:
        page.chart.begin_edit()
        page.chart.move_line(5e21)
    assert moved.args == [5e21]
    with qtbot.waitSignal(page.line_let_go) as let_go:
        page.chart.finish_edit()
    assert let_go.args == [5e21]


def test_an_old_plan_is_muted(page: SchedulePage) -> None:
    page.set_stale("Last good plan")
    assert {line.text.property("tone") for line in page.notes.lines} == {"muted"}
    assert page.sentence.property("tone") == "muted"
    page.set_stale(None)
    assert "muted" not in {page.notes.lines[0].text.property("tone")}


class TestOtherPrograms:
    def test_copy_puts_the_table_on_the_clipboard(self, page: SchedulePage, qtbot: Any) -> None:
        with qtbot.waitSignal(page.told) as told:
            page.copy_button.click()
        assert told.args == ["The schedule is on the clipboard"]
        text = QApplication.clipboard().text()
        assert text == schedule_text(data("distil"))
        assert "Teacher outputs\t1.25\t$1,680\t403 kWh\t161 kg" in text.splitlines()
        assert "Teacher training\t–\t–\t–\t–\tNone: the teacher exists" in text.splitlines()
        assert data("distil").notes[0].text in text

    def test_csv_holds_both_tables(self, page: SchedulePage, tmp_path: Any) -> None:
        target = tmp_path / "schedule.csv"
        page.save(target)
        above, below = target.read_text(encoding="utf-8-sig").split("\n\n", 1)
        schedule = list(csv.DictReader(io.StringIO(above)))
        assert [row["Phase"] for row in schedule] == [
            "Teacher training",
            "Teacher outputs",
            "Student training",
            "Total",
        ]
        assert float(schedule[-1]["Time, h"]) == pytest.approx(120)
        split = list(csv.reader(io.StringIO(below)))
        assert split[0] == [
            "Compute, FLOPs",
            "Student training: Share of compute",
            "Teacher outputs: Share of compute",
        ]
        assert sum(float(cell) for cell in split[20][1:]) == pytest.approx(1)

    @pytest.mark.parametrize("theme", [LIGHT, DARK])
    def test_the_picture_holds_chart_schedule_and_notes(self, page: SchedulePage, tmp_path: Any, theme: Any) -> None:
        page.set_theme(theme)
        page.save(tmp_path / "schedule.svg")
        tree = ElementTree.parse(tmp_path / "schedule.svg")
        words = " ".join(element.text or "" for element in tree.iter() if element.tag.endswith("text"))
        for expected in (
            "A quarter of the five days",
            "Teacher outputs",
            "$1,680",
            "day 0",
            "1.61 MWh",
            "Outputs on disk",
        ):
            assert expected in words
        page.save(tmp_path / "schedule.png")
        image = QImage(str(tmp_path / "schedule.png"))
        assert image.height() > 2 * (page.chart.height() + page.table.height())

    def test_a_place_that_cannot_be_written_is_said(self, page: SchedulePage, qtbot: Any, tmp_path: Any) -> None:
        with qtbot.waitSignal(page.failed):
            page.save(tmp_path / "missing" / "schedule.csv")


class TestNoteList:
    @pytest.fixture
    def notes(self, qtbot: Any, qapp: QApplication) -> NoteList:
        apply_theme(qapp, LIGHT)
        notes = NoteList()
        qtbot.addWidget(notes)
        notes.resize(400, 100)
        notes.show()
        return notes

    def test_long_notes_wrap_and_make_the_list_higher(self, notes: NoteList) -> None:
        notes.show_notes((Note("info", "Short"),))
        low = notes.height()
        notes.show_notes((Note("info", "A long sentence that goes on and on " * 6),))
        assert notes.height() > low
        assert notes.height() == notes.height_in(notes.width())

    def test_fewer_notes_leave_no_old_lines(self, notes: NoteList) -> None:
        notes.show_notes(tuple(Note("info", f"Note {i}") for i in range(4)))
        notes.show_notes((Note("good", "Fits", "Because"),))
        QApplication.processEvents()
        shown = [label.text() for label in notes.findChildren(QLabel) if label.text() and label.isVisible()]
        assert shown == ["Fits"]
        assert notes.lines[0].text.toolTip() == "Because"

    def test_a_warning_is_told_without_colour_too(self, notes: NoteList) -> None:
        notes.show_notes((Note("warning", "Does not fit"),))
        assert notes.lines[0].text.accessibleName() == "Warning: Does not fit"
        assert notes.lines[0].text.property("tone") == "warning"
