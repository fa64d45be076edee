"""One field: what typing, showing, emptying and leaving it do; segments; the catalogue's search."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor.field_text import DURATION, PARAMETERS, SHARE, TOKEN_LIMIT
from ui.accelerator_picker import AcceleratorPicker
from ui.segmented import Segmented
from ui.text_entry import TextEntry


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    """Show a widget beside another one that can take the keyboard from it."""
    frame = QWidget()
    layout = QVBoxLayout(frame)
    layout.addWidget(widget)
    layout.addWidget(TextEntry("other", None))
    qtbot.addWidget(frame)
    frame.show()
    frame.activateWindow()
    widget.setFocus()
    return frame


@pytest.fixture
def time(qtbot: QtBot) -> TextEntry:
    entry = TextEntry("hardware.hours", DURATION, required=True)
    entry.show_value(120.0)
    qtbot.addWidget(entry)
    return entry


def typed(entry: TextEntry, text: str) -> list[object]:
    """Replace the text of a field key by key; return the values that were told."""
    values: list[object] = []
    entry.value_edited.connect(values.append)
    entry.selectAll()
    for character in text:
        # QTest.keyClicks knows no characters beyond Latin-1.
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(entry, event)
    entry.value_edited.disconnect(values.append)
    return values


def test_every_keystroke_that_makes_sense_tells_its_value(time: TextEntry) -> None:
    assert typed(time, "3 d") == [72.0]
    assert not time.problem


@pytest.mark.parametrize("text", ["5 dasy", "five", "-3 h", "nan h", "1e308 days", "5", "12:30", "1,2,3 h", "∞"])
def test_text_that_makes_no_sense_is_marked_and_tells_nothing_more(time: TextEntry, text: str) -> None:
    typed(time, text)
    assert time.problem
    assert time.property("state") == "error"
    assert time.text() == text


def test_a_problem_is_told_when_it_comes_and_when_it_goes(time: TextEntry) -> None:
    told: list[str] = []
    time.problem_changed.connect(lambda: told.append(time.problem))
    time.selectAll()
    QTest.keyClicks(time, "5 d")
    assert [bool(fix) for fix in told] == [True, False]
    assert "5 h or 5 days" in told[0]
    assert time.property("state") is None


def test_showing_the_same_value_leaves_text_and_cursor_alone(time: TextEntry) -> None:
    typed(time, "1.5 days")
    time.setCursorPosition(2)
    time.show_value(36.0)
    assert time.text() == "1.5 days"
    assert time.cursorPosition() == 2


def test_showing_another_value_replaces_the_text_and_its_problem(time: TextEntry) -> None:
    typed(time, "5 dasy")
    time.show_value(504.0)
    assert time.text() == "21 days"
    assert not time.problem


def test_wrong_text_survives_the_same_value_unless_told_otherwise(time: TextEntry) -> None:
    typed(time, "dasy")
    time.show_value(120.0)
    assert time.text() == "dasy"
    time.show_value(120.0, keep_wrong=False)
    assert time.text() == "5 days"
    assert not time.problem


def test_escape_takes_wrong_text_back(qtbot: QtBot, time: TextEntry) -> None:
    typed(time, "dasy")
    QTest.keyClick(time, Qt.Key.Key_Escape)
    assert time.text() == "5 days"
    assert not time.problem


def test_a_trailing_decimal_mark_is_not_taken_away(qtbot: QtBot) -> None:
    size = TextEntry("student.parameters", PARAMETERS, required=True)
    qtbot.addWidget(size)
    size.show_value(7e9)
    values = typed(size, "1.5B")
    for value in values:
        size.show_value(value)
    assert size.text() == "1.5B"
    assert values[-1] == 1.5e9


def test_an_emptied_field_means_the_default_which_shows_when_it_is_left(qtbot: QtBot) -> None:
    text = TextEntry("data.student_tokens", TOKEN_LIMIT)
    frame = shown(qtbot, text)
    text.show_value(2e11, "no limit")
    values: list[object] = []
    text.value_edited.connect(values.append)
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_Delete)
    assert values == [None]
    text.show_value(None, "no limit")
    assert text.text() == ""
    frame.findChildren(TextEntry)[1].setFocus()
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert text.text() == "no limit"


def test_an_emptied_field_without_a_default_is_wrong(time: TextEntry) -> None:
    time.selectAll()
    QTest.keyClick(time, Qt.Key.Key_Delete)
    assert time.problem


def test_a_changed_default_shows_at_once(qtbot: QtBot) -> None:
    share = TextEntry("hardware.utilization", SHARE)
    qtbot.addWidget(share)
    share.show_value(None, "38 %")
    assert share.text() == "38 %"
    share.show_value(None, "30 %")
    assert share.text() == "30 %"


def test_keystrokes_of_one_visit_share_a_key(time: TextEntry) -> None:
    first = time.merge_key
    typed(time, "3 d")
    assert time.merge_key == first
    QTest.keyClick(time, Qt.Key.Key_Return)
    assert time.merge_key != first


def test_undo_and_redo_are_left_to_the_document(time: TextEntry) -> None:
    typed(time, "3 days")
    QTest.keyClick(time, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert time.text() == "3 days"


def test_values_of_many_figures_are_shown_as_long_as_it_takes(qtbot: QtBot) -> None:
    size = TextEntry("student.parameters", PARAMETERS, required=True)
    qtbot.addWidget(size)
    size.show_value(1.2345e9)
    assert size.text() == "1.2345B"
    size.show_value(1234567890.0)
    assert size.text() == "1.23B"


# Segments


@pytest.fixture
def segments(qtbot: QtBot) -> Iterator[Segmented]:
    widget = Segmented([("low", "Low"), ("typical", "Typical"), ("high", "High")])
    frame = shown(qtbot, widget)
    yield widget
    frame.hide()


def test_a_click_chooses_once(segments: Segmented) -> None:
    chosen: list[object] = []
    segments.chosen.connect(chosen.append)
    QTest.mouseClick(segments.buttons()[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(segments.buttons()[2], Qt.MouseButton.LeftButton)
    assert chosen == ["high"]
    assert [button.isChecked() for button in segments.buttons()] == [False, False, True]


def test_arrows_move_and_choose(segments: Segmented) -> None:
    segments.set_value("typical")
    chosen: list[object] = []
    segments.chosen.connect(chosen.append)
    QTest.keyClick(segments.buttons()[1], Qt.Key.Key_Right)
    QTest.keyClick(segments.buttons()[2], Qt.Key.Key_Right)
    QTest.keyClick(segments.buttons()[2], Qt.Key.Key_Left)
    assert chosen == ["high", "typical"]


def test_tab_stops_once(segments: Segmented) -> None:
    segments.set_value("high")
    stops = [button.text() for button in segments.buttons() if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["High"]


def test_no_segment_is_chosen_for_a_value_that_none_has(segments: Segmented) -> None:
    segments.set_value("typical")
    segments.set_value("other")
    assert segments.value is None
    assert not any(button.isChecked() for button in segments.buttons())


# The catalogue

popup = pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing the keyboard")
"""A list that opens asks a screen for what the one without pixels cannot do."""


@pytest.fixture
def picker(qtbot: QtBot) -> Iterator[AcceleratorPicker]:
    widget = AcceleratorPicker("hardware.accelerator")
    frame = shown(qtbot, widget)
    widget.show_value("h100-sxm5")
    yield widget
    frame.hide()


@popup
def test_the_picker_finds_by_any_part_of_the_name(picker: AcceleratorPicker) -> None:
    assert picker.text() == "H100 SXM5"
    typed(picker, "sxm a100")
    assert picker.names() == ("A100 40GB SXM4", "A100 80GB SXM4")
    assert not picker.problem


@popup
def test_a_whole_name_chooses(picker: AcceleratorPicker) -> None:
    assert typed(picker, "h200 sxm") == ["h200-sxm"]
    assert typed(picker, "custom") == [None]


def test_choosing_from_the_list_writes_the_name(picker: AcceleratorPicker) -> None:
    values: list[object] = []
    picker.value_edited.connect(values.append)
    picker.choose("b200")
    assert values == ["b200"]
    assert picker.text() == "B200 SXM"


@popup
def test_part_of_a_name_is_completed_only_where_one_fits(picker: AcceleratorPicker) -> None:
    values = typed(picker, "4090")
    picker.completer().popup().hide()
    picker.value_edited.connect(values.append)
    picker.editingFinished.emit()
    assert values == ["rtx-4090"]
    assert picker.text() == "RTX 4090"
    typed(picker, "A100")
    picker.completer().popup().hide()
    picker.editingFinished.emit()
    assert picker.problem.startswith("Choose one of the 4")


@popup
def test_a_name_that_nothing_has_is_wrong_at_once(picker: AcceleratorPicker) -> None:
    typed(picker, "abacus")
    assert picker.names() == ()
    assert "Custom" in picker.problem


@popup
def test_the_down_key_shows_everything(picker: AcceleratorPicker) -> None:
    QTest.keyClick(picker, Qt.Key.Key_Down)
    assert picker.completer().popup().isVisible()
    assert len(picker.names()) > 30
    assert picker.names()[-1] == "Custom"


@popup
def test_enter_takes_the_first_of_the_list(picker: AcceleratorPicker) -> None:
    values = typed(picker, "4090")
    picker.value_edited.connect(values.append)
    assert picker.completer().popup().isVisible()
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert values == ["rtx-4090"]
    assert picker.text() == "RTX 4090"
    assert not picker.completer().popup().isVisible()


@popup
def test_leaving_by_tab_takes_the_only_name_or_marks_the_text(picker: AcceleratorPicker) -> None:
    values = typed(picker, "4090")
    picker.value_edited.connect(values.append)
    QTest.keyClick(picker, Qt.Key.Key_Return)  # "editing finished" was told; it is not told again
    typed(picker, "5090")
    picker.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert values == ["rtx-4090", "rtx-5090"]
    typed(picker, "A100")
    picker.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert picker.problem.startswith("Choose one of the 4")
    assert not picker.completer().popup().isVisible()
