"""Sentences of two lines are broken near their middle, and the layout around them is none the wiser."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.sentence_label import SentenceLabel

SENTENCE = "All 21 days train the student directly, as good and simpler; distilling would give two thirds to a teacher."


def shown(qtbot: QtBot, text: str, share: float) -> tuple[SentenceLabel, QWidget]:
    """Return a label and its window, which is this share of the text's length wide."""
    label = SentenceLabel()
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(label)
    layout.addStretch(1)
    window.resize(round(label.fontMetrics().horizontalAdvance(text) * share), 200)
    window.show()
    label.setText(text)
    layout.activate()
    return label, window


def text_width(label: SentenceLabel) -> int:
    return label.width() - label.spare


@pytest.mark.parametrize("share", [0.6, 0.8, 0.96])
def test_two_lines_are_about_equally_long(qtbot: QtBot, share: float) -> None:
    label, _window = shown(qtbot, SENTENCE, share)
    whole = label.fontMetrics().horizontalAdvance(SENTENCE)
    assert label.height() < 2.5 * label.fontMetrics().lineSpacing()
    assert 0.5 * whole <= text_width(label) < 0.6 * whole


def test_one_line_and_many_lines_take_the_whole_width(qtbot: QtBot) -> None:
    assert shown(qtbot, SENTENCE, 1.1)[0].spare == 0
    assert shown(qtbot, SENTENCE, 0.3)[0].spare == 0


def test_a_window_made_wider_or_narrower_breaks_anew(qtbot: QtBot) -> None:
    label, window = shown(qtbot, SENTENCE, 0.9)
    least, first = window.minimumSizeHint().width(), label.spare
    assert first > 0
    window.resize(window.width() * 2, 200)
    assert label.spare == 0
    window.resize(window.width() * 9 // 20, 200)
    assert 0 < label.spare < first
    assert window.minimumSizeHint().width() == least


def test_a_new_text_is_broken_by_itself(qtbot: QtBot) -> None:
    label, _window = shown(qtbot, SENTENCE, 0.9)
    label.setText("Short.")
    assert label.spare == 0
    label.setText(SENTENCE)
    assert label.spare > 0
    assert label.text() == SENTENCE


def test_rich_text_takes_the_whole_width(qtbot: QtBot) -> None:
    assert shown(qtbot, f"<b>Over 99 % likely.</b> {SENTENCE}", 0.8)[0].spare == 0
