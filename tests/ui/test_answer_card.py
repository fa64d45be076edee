"""The answer card says what the answer says, wraps instead of cutting, and keeps the last good answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from advisor.evidence import LossRange
from advisor.recommendation import Warning
from ui.answer_card import AnswerCard
from ui.chip import NotesPopup
from ui.range_plot import place_ranges
from ui.theme import DARK, LIGHT, apply_theme

from . import samples

WIDE, NARROW = 1007, 847
ROOMY = 1500  # room for every line whatever the font

"""Widths of the card in windows 1440 and 1280 pixels wide."""


@pytest.fixture
def holder(qtbot: Any, qapp: QApplication) -> QWidget:
    apply_theme(qapp, LIGHT)
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    holder.resize(WIDE, 400)
    return holder


@pytest.fixture
def card(qtbot: Any, holder: QWidget) -> AnswerCard:
    card = AnswerCard()
    holder.layout().addWidget(card)
    holder.layout().addStretch(1)
    card.show_answer(samples.answer())
    with qtbot.waitExposed(holder):
        holder.show()
    return card


def resize(card: AnswerCard, width: int) -> None:
    card.window().resize(width, 400)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QApplication.processEvents()


def labels(card: AnswerCard) -> list[QLabel]:
    return [label for label in card.findChildren(QLabel) if label.isVisible() and label.text()]


def test_the_card_says_everything_the_answer_says(card: AnswerCard) -> None:
    resize(card, ROOMY)
    answer = samples.answer()
    said = " ".join(label.text().replace("\n", " ") for label in labels(card))
    for text in (answer.headline, answer.likelihood, answer.alternative, answer.ranges_caption):
        assert text in said
    for figure in answer.figures:
        assert {figure.caption, figure.value, figure.note} <= {label.text() for label in labels(card)}
    assert card.chip_texts() == tuple(note.message for note in answer.notes)
    assert not card.more_button.isVisible()


def test_the_card_is_208_high_and_grows_only_where_it_has_to_wrap(card: AnswerCard) -> None:
    resize(card, ROOMY)
    assert card.height() == 208
    resize(card, NARROW)
    assert 208 < card.height() < 290


@pytest.mark.parametrize("width", [WIDE, NARROW, 760])
def test_no_word_is_cut(card: AnswerCard, width: int) -> None:
    resize(card, width)
    for label in (card.headline, card.likelihood, card.ranges_caption, *labels(card)):
        if label in card._chips:
            continue
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        if not label.wordWrap():
            widest = max(QFontMetrics(label.font()).horizontalAdvance(line) for line in label.text().split("\n"))
            assert widest <= label.width() + 1, label.text()
    assert card.headline.text().replace("\n", " ") == samples.answer().headline


def test_long_numbers_are_whole_at_the_least_width_and_height(card: AnswerCard) -> None:
    given = samples.answer()
    values = ("None", "2.16T", "192 days", "$259k")
    figures = tuple(replace(figure, value=value) for figure, value in zip(given.figures, values, strict=True))
    card.show_answer(replace(given, figures=figures))
    card.window().resize(card.minimumSizeHint())
    test_no_word_is_cut(card, card.minimumWidth())
    assert card.height() >= card.layout().minimumHeightForWidth(card.width())


def test_a_headline_without_a_place_to_break_is_halved(card: AnswerCard) -> None:
    headline = "Too close to call: train directly, it is simpler and costs no more than distilling from that teacher"
    card.show_answer(replace(samples.answer(), headline=headline))
    resize(card, 760)
    first, second = card.headline.text().split("\n")
    assert len(second) > len(first) / 2


def test_a_headline_of_two_lines_breaks_after_its_colon(card: AnswerCard) -> None:
    resize(card, NARROW)
    first, second = card.headline.text().split("\n")
    assert first.endswith(":")
    assert f"{first} {second}" == samples.answer().headline


@pytest.mark.qt_log_ignore("does not support")  # the offscreen screen has no keyboard to grab
def test_chips_without_room_are_counted_and_open_by_keyboard(card: AnswerCard, qtbot: Any) -> None:
    notes = tuple(Warning(code=f"code_{i}", message=f"Note {i} says something of interest") for i in range(5))
    card.show_answer(replace(samples.answer(), notes=notes))
    assert card.chip_texts() == (notes[0].message, notes[1].message)
    assert card.more_button.isVisible()
    assert card.more_button.text() == "+3"
    assert card.more_button.accessibleName() == "Show all 5 notes"
    card.more_button.setFocus()
    qtbot.keyClick(card.more_button, Qt.Key.Key_Return)
    popup = card.findChild(NotesPopup)
    assert popup is not None
    assert set(popup.texts()) == {note.message for note in notes}
    with qtbot.waitSignal(popup.closed):
        popup.close()


def test_what_lessens_the_answer_comes_before_what_only_informs(card: AnswerCard) -> None:
    notes = (Warning(code="unknown_field", message="Information"), Warning(code="outside", message="Warning"))
    card.show_answer(replace(samples.answer(), notes=notes))
    assert card.chip_texts() == ("Warning", "Information")
    assert [chip.tone for chip in card._chips] == ["warning", "info"]


def test_what_explains_a_choice_only_informs(card: AnswerCard) -> None:
    notes = tuple(Warning(code=code, message=code) for code in ("no_teacher_pays", "tie_may_hide_gain"))
    card.show_answer(replace(samples.answer(), notes=notes))
    assert [chip.tone for chip in card._chips] == ["info", "info"]


def test_without_a_field_to_correct_there_is_nowhere_to_go(card: AnswerCard) -> None:
    card.set_stale("This is the last good answer: the newest plan could not be calculated.")
    assert card.stale
    assert not card.go_button.isVisible()


def test_a_wrong_field_mutes_the_ink_and_folds_the_notes(card: AnswerCard, qtbot: Any) -> None:
    card.set_stale("This is the last good answer, for 5 days. Correct Time to update it.", "Time")
    assert card.stale
    assert card.headline.property("tone") == "muted"
    assert card.chip_texts() == ("This is the last good answer, for 5 days. Correct Time to update it.",)
    assert card._chips[0].tone == "error"
    assert card.go_button.isVisible()
    assert card.go_button.text() == "Go to Time"
    assert card.more_button.text() == "2 notes"
    assert LIGHT.ink not in card.likelihood.text()
    with qtbot.waitSignal(card.go_to_problem):
        qtbot.mouseClick(card.go_button, Qt.MouseButton.LeftButton)
    card.set_stale(None)
    assert not card.go_button.isVisible()
    assert not card.headline.property("tone")
    assert len(card.chip_texts()) == 2


def test_an_answer_without_figures_or_ranges_has_no_holes(card: AnswerCard) -> None:
    card.show_answer(
        replace(samples.answer(), headline="No answer yet", likelihood="", figures=(), ranges=(), ranges_caption="")
    )
    assert not card.range_plot.isVisible()
    assert card.headline.text() == "No answer yet"
    card.show_answer(samples.answer())
    assert card.range_plot.isVisible()


def test_a_theme_changes_the_ink_of_the_likelihood(card: AnswerCard) -> None:
    card.set_theme(DARK)
    assert DARK.ink in card.likelihood.text()
    assert LIGHT.ink not in card.likelihood.text()


def test_the_card_speaks_to_those_who_do_not_see_it(card: AnswerCard) -> None:
    description = card.accessibleDescription()
    assert samples.answer().headline in description
    assert "Cost: $6,720" in description
    assert "between 2.044 and 2.076" in card.range_plot.accessibleDescription()


def test_text_of_a_plan_is_never_read_as_markup(card: AnswerCard) -> None:
    card.show_answer(replace(samples.answer(), likelihood="<b>A & B</b>"))
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in card.likelihood.text()


@pytest.mark.parametrize(
    "ends",
    [
        ((2.044, 2.060, 2.076), (2.080, 2.096, 2.112)),
        ((2.0, 2.05, 2.1), (2.01, 2.05, 2.09)),
        ((1.9, 1.95, 2.3), (1.2, 1.3, 1.4)),
    ],
)
@pytest.mark.parametrize("width", [200.0, 268.0, 320.0])
def test_ranges_share_one_scale_and_names_stay_inside_beside_their_bars(ends: Any, width: float) -> None:
    ranges = [LossRange(key, "name", *values) for key, values in zip("ab", ends, strict=True)]
    names = [70.0, 122.0]
    rows = place_ranges(ranges, names, width)
    scales = {round((row.high - row.low) / (r.high - r.low), 6) for row, r in zip(rows, ranges, strict=True)}
    assert len(scales) == 1
    for row, name in zip(rows, names, strict=True):
        assert row.low <= row.dot <= row.high
        assert row.label_left >= -1e-6
        assert row.label_left + name <= width + 1e-6
        assert row.label_left >= row.high or row.label_left + name <= row.low
