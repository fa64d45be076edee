"""The page on what matters draws what its data says, in words that do not touch, and is read by mouse and keyboard."""

from __future__ import annotations

import csv
import io
import itertools
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.matters.page import MattersPage as MattersPageData
from advisor.matters.page import matters_page
from advisor.plan import Plan
from advisor.solution import solve_plan
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE
from ui.answer_view import PAGES
from ui.chart_items import Box, Measure, Shape, Text
from ui.pages.matters_page import MattersPage
from ui.theme import DARK, LIGHT, Theme, apply_theme, scenario_colors
from ui.tornado_drawing import CAPTION, FOOT, HEAD, INSET, LEAST_ROW, TornadoDrawing

SIZES = [(847, 380), (1007, 505), (1487, 690)]
"""Sizes of the page in windows of 1280×800, 1440×900 and 1920×1080."""

PLANS = {"distil": CLEAR_DISTIL, "direct": CLEAR_DIRECT, "tie": TIE}


@cache
def data(name: str) -> MattersPageData:
    plan: Plan = PLANS[name]
    return matters_page(solve_plan(plan))


@pytest.fixture
def page(qtbot: Any, qapp: QApplication) -> MattersPage:
    apply_theme(qapp, LIGHT)
    page = MattersPage()
    qtbot.addWidget(page)
    page.resize(*SIZES[0])
    page.show_page(data("distil"))
    with qtbot.waitExposed(page):
        page.show()
    return page


def drawing(page: MattersPage) -> TornadoDrawing:
    found = page.tornado.bars.drawing
    assert found is not None
    return found


def texts(shapes: list[Shape], kind: str) -> list[Text]:
    return [shape for shape in shapes if isinstance(shape, Text) and shape.kind == kind]


def labels(page: MattersPage) -> list[str]:
    return [row.bar.label for row in drawing(page).layout.rows]


def press(page: MattersPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.tornado.bars, key)


def move_mouse(page: MattersPage, to: QPointF) -> None:
    bars = page.tornado.bars
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        to,
        bars.mapToGlobal(to),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(bars, event)


# What is drawn --------------------------------------------------------------------------------------------------------


def test_it_is_one_of_the_pages() -> None:
    assert ("matters", MattersPage) in PAGES


@pytest.mark.parametrize("name", PLANS)
def test_question_sentence_and_every_input_are_shown(page: MattersPage, name: str) -> None:
    shown = data(name)
    page.show_page(shown)
    assert page.question.text() == shown.question
    assert page.sentence.text() == shown.sentence
    assert page.shown_page is shown
    assert labels(page)[: len(shown.group("plan"))] == [bar.label for bar in shown.group("plan")]


@pytest.mark.parametrize("name", PLANS)
def test_both_ends_of_every_bar_have_their_values(page: MattersPage, name: str) -> None:
    page.show_page(data(name))
    written = texts(drawing(page).body(), "value")
    expected = [end.text for row in drawing(page).layout.rows for end in (row.bar.least, row.bar.most)]
    assert [text.text for text in written] == expected
    layout = drawing(page).layout
    pairs = zip(written[::2], written[1::2], strict=True)
    for row, (left, right) in zip(layout.rows, pairs, strict=True):
        assert left.rect.right() <= layout.x(row.bar.least.gain)
        assert right.rect.left() >= layout.x(row.bar.most.gain)


def test_bars_have_the_colour_of_what_is_decided(page: MattersPage) -> None:
    shown = drawing(page)
    student = shown.layout.rows[0]
    assert student.bar.label == "Student size"
    boxes = [s for s in shown.body() if isinstance(s, Box) and student.top < s.rect.center().y() < student.middle + 1]
    fills = [box.fill for box in sorted(boxes, key=lambda box: box.rect.left())]
    distil = scenario_colors(LIGHT, shown.layout.page.key)[0]
    assert fills == [LIGHT.field_border, distil]
    assert shown.line_color("supervised") == scenario_colors(LIGHT, "supervised")[0]


def test_flips_are_told_beside_their_bar(page: MattersPage) -> None:
    changes = [text.text for text in texts(drawing(page).body(), "change")]
    assert changes[0] == "under 4.07B: too close to call"
    assert changes[1] == data("distil").no_change


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("size", SIZES)
def test_no_words_touch_and_none_leave_the_page(page: MattersPage, name: str, size: tuple[int, int]) -> None:
    page.resize(*size)
    page.show_page(data(name))
    page.tornado.show_whole(True)
    shown, measure = drawing(page), Measure()
    for shapes in (shown.head(), shown.body(), shown.foot()):
        found = [shape for shape in shapes if isinstance(shape, Text) and shape.kind != "plan"]
        for text in found:
            assert text.rect.left() >= -1, text.text
            assert text.rect.right() <= shown.layout.width + 1, text.text
            assert measure.width(text.text, text.role) <= text.rect.width() + 2, text.text
        for a, b in itertools.combinations(found, 2):
            assert not a.rect.adjusted(0, 2, 0, -2).intersects(b.rect.adjusted(0, 2, 0, -2)), (a.text, b.text)


@pytest.mark.parametrize("name", PLANS)
def test_verdicts_stand_in_their_order(page: MattersPage, name: str) -> None:
    page.show_page(data(name))
    regions = texts(drawing(page).head(), "region")
    assert [text.text for text in regions] == ["Train directly", "Too close to call", "Distil"]
    assert all(a.rect.right() < b.rect.left() for a, b in itertools.pairwise(regions))


def test_ticks_are_evenly_spaced_and_zero_is_among_them(page: MattersPage) -> None:
    ticks = [value for value, _ in drawing(page).layout.ticks]
    assert 0 in ticks
    steps = [b - a for a, b in itertools.pairwise(ticks)]
    assert max(steps) == pytest.approx(min(steps))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_it_is_dressed_in_the_theme(page: MattersPage, theme: Theme) -> None:
    page.set_theme(theme)
    assert drawing(page).theme is theme
    image = page.tornado.bars.grab().toImage()
    assert image.width() > 0


def test_while_the_plan_has_a_mistake_there_is_no_colour(page: MattersPage) -> None:
    page.set_stale("Last good plan")
    for shape in [*drawing(page).body(), *drawing(page).head()]:
        for color in (getattr(shape, "fill", None), getattr(shape, "color", None)):
            assert color is None or QColor(color).hslSaturation() < 100, shape
    page.set_stale(None)
    assert any(isinstance(s, Box) and s.fill == scenario_colors(LIGHT, "this_plan")[0] for s in drawing(page).body())


# Coefficients ---------------------------------------------------------------------------------------------------------


def test_only_the_widest_coefficients_are_shown_where_room_is_scarce(page: MattersPage) -> None:
    shown = data("distil")
    inputs, law = len(shown.group("plan")), len(shown.group("law"))
    assert len(labels(page)) == inputs + shown.law_shown
    assert page.tornado.more.text() == f"Show all {law}"
    QTest.keyClick(page.tornado.more, Qt.Key.Key_Space)
    assert len(labels(page)) == inputs + law
    assert page.tornado.more.text() == f"Show the widest {shown.law_shown}"
    QTest.keyClick(page.tornado.more, Qt.Key.Key_Space)
    assert len(labels(page)) == inputs + shown.law_shown


def test_where_there_is_room_all_coefficients_are_shown(page: MattersPage) -> None:
    page.resize(1487, 1000)
    QApplication.processEvents()
    assert len(labels(page)) == len(data("distil").bars)
    assert not page.tornado.more.isVisible()


def test_coefficients_are_labelled_as_taken_alone(page: MattersPage) -> None:
    (caption,) = texts(drawing(page).body(), "caption")
    assert caption.text == "Coefficients of the law, over their published 90 % intervals, taken alone"


# Reading --------------------------------------------------------------------------------------------------------------


def test_up_and_down_move_from_bar_to_bar(page: MattersPage) -> None:
    bars = data("distil").bars
    page.tornado.bars.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.read_out.text() == bars[0].read_out[bars[0].planned]
    press(page, Qt.Key.Key_Down)
    assert page.read_out.text() == bars[1].read_out[bars[1].planned]
    assert page.about.text() == bars[1].detail
    press(page, Qt.Key.Key_End)
    last = drawing(page).layout.rows[-1].bar
    assert page.read_out.text() == last.read_out[last.planned]
    press(page, Qt.Key.Key_Home, Qt.Key.Key_Up)
    assert page.read_out.text() == bars[0].read_out[bars[0].planned]
    press(page, Qt.Key.Key_Escape)
    assert page.tornado.bars.current is None
    assert page.about.text().startswith("One input moves at a time")


def test_left_and_right_move_along_a_bar_as_the_eye_sees_it(page: MattersPage) -> None:
    page.tornado.bars.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in labels(page):
        bar, before = page.tornado.bars.current
        press(page, Qt.Key.Key_Right)
        _, after = page.tornado.bars.current
        if not bar.turns:
            assert bar.gains[after] >= bar.gains[before], bar.label
        for _ in bar.values:
            press(page, Qt.Key.Key_Left)
        _, end = page.tornado.bars.current
        assert end == (0 if bar.rises else len(bar.values) - 1)
        assert page.read_out.text() == bar.read_out[end]
        press(page, Qt.Key.Key_Down)


def test_the_keyboard_scrolls_to_the_bar_it_reads(page: MattersPage) -> None:
    page.tornado.show_whole(True)
    page.tornado.bars.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_End)
    QApplication.processEvents()
    row = drawing(page).layout.rows[-1]
    top = page.tornado.area.verticalScrollBar().value()
    assert top > 0
    assert top <= row.top
    assert row.top + row.height <= top + page.tornado.area.viewport().height() + 1


def test_the_mouse_reads_what_it_is_over(page: MattersPage) -> None:
    row = drawing(page).layout.rows[0]
    x = drawing(page).layout.x(row.bar.gains[-1])
    move_mouse(page, QPointF(x, row.middle))
    assert page.read_out.text() == row.bar.read_out[-1]
    QApplication.sendEvent(page.tornado.bars, QEvent(QEvent.Type.Leave))
    assert page.tornado.bars.current is None


def test_a_new_answer_keeps_the_bar_that_is_read(page: MattersPage) -> None:
    page.tornado.bars.setFocus(Qt.FocusReason.TabFocusReason)
    page.show_page(data("tie"))
    current = page.tornado.bars.current
    assert current is not None
    assert current[0].key == data("distil").bars[0].key
    assert page.read_out.text() == current[0].read_out[current[1]]


def test_what_is_read_is_told_to_those_who_cannot_see_it(page: MattersPage) -> None:
    bars = page.tornado.bars
    assert bars.accessibleName() == "What matters, one bar for each input"
    assert "Up and down" in bars.accessibleDescription()
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    bar = data("distil").bars[0]
    assert bar.read_out[bar.planned] in bars.accessibleDescription()
    assert "under 4.07B: too close to call" in bars.accessibleDescription()


def test_the_tab_key_reaches_bars_coefficients_and_tools(page: MattersPage) -> None:
    reached, widget = set(), page.copy_button
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(8):
        reached.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert {page.copy_button, page.save_button, page.tornado.bars, page.tornado.more} <= reached


def test_words_below_never_change_their_height(page: MattersPage) -> None:
    height = page.about.height()
    page.tornado.bars.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in labels(page):
        press(page, Qt.Key.Key_Down)
        assert page.about.height() == height
        assert (
            page.about.sizeHint().height() <= height + 2 or page.about.heightForWidth(page.about.width()) <= height + 2
        )


# For other programs ---------------------------------------------------------------------------------------------------


def test_the_picture_has_all_bars_and_not_what_is_read(page: MattersPage) -> None:
    page.copy()
    image = QApplication.clipboard().image()
    assert not image.isNull()
    layout = drawing(page).layout
    assert page.tornado.picture_size().width() == round(layout.width - INSET)
    before = page.tornado.picture_size()
    page.tornado.bars.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Down)
    assert page.tornado.picture_size() == before
    page.copy()
    assert QApplication.clipboard().image() == image


def test_files(page: MattersPage, tmp_path: Path, qtbot: Any) -> None:
    for name in ("page.png", "page.svg", "page.csv"):
        with qtbot.waitSignal(page.told):
            page.save(tmp_path / name)
    assert QImage(str(tmp_path / "page.png")).size().width() > QSize(*SIZES[0]).width()
    root = ElementTree.parse(tmp_path / "page.svg").getroot()
    words = " ".join("".join(element.itertext()) for element in root.iter())
    assert "Student size" in words
    rows = list(csv.reader(io.StringIO((tmp_path / "page.csv").read_text("utf-8-sig"))))
    assert rows[1][0] == "Student size"


def test_a_file_that_cannot_be_written_is_told(page: MattersPage, tmp_path: Path, qtbot: Any) -> None:
    with qtbot.waitSignal(page.failed):
        page.save(tmp_path / "missing" / "page.png")


@pytest.mark.parametrize("height", range(340, 420, 8))
def test_the_caption_below_the_inputs_is_whole_or_can_be_scrolled_to(page: MattersPage, height: int) -> None:
    """Rows shrink by some pixels before the edge of the axis may cut the caption."""
    page.resize(847, height)
    found = page.tornado.layout_shown
    assert found is not None
    room = page.tornado.height() - HEAD - FOOT
    inputs = len(found.page.group("plan"))
    if room >= inputs * LEAST_ROW + CAPTION:
        assert found.caption_top + CAPTION <= room
