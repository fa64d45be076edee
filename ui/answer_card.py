"""The answer: headline, how sure it is, the four numbers that matter, two ranges, and at most two notes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from advisor.evidence import Answer, Figure
from advisor.glossary.terms import figure_terms
from advisor.language import translate
from advisor.notes import INFORMATION_CODES

from .chart_layout import split_in_two
from .chip import CHIP_HEIGHT, Chip, ChipButton, NotesPopup, Tone
from .help_terms import QuietTermButton
from .range_plot import RangePlot
from .sentence_label import SentenceLabel
from .text_size import px
from .theme import LIGHT, FontRole, Theme, font, line_height, set_state

MOST_CHIPS = 2
SIDE = 24
COLUMN_GAP = 24
LEAST_RANGES = 200
LEAST_WIDTH, LEAST_HEIGHT = 700, 208
WIDEST_LEAST = 740
"""Where numbers and ranges need more, in pixels at 100 %, the ranges may stand below."""


class AnswerCard(QFrame):
    """Shows an `Answer`; while the plan has a mistake the last good one stays, in muted ink, with the reason.

    Signals
    -------
    go_to_problem : the reader wants to correct the field that keeps the answer from being renewed
    """

    go_to_problem = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._answer: Answer | None = None
        self._reason: str | None = None
        self._field_label: str | None = None
        self._chips: list[Chip] = []
        self._stacked_below = 0
        set_state(self, role="card")
        self.setAccessibleName(translate("Answer", "Answer"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumWidth(px(LEAST_WIDTH))  # what wraps would otherwise ask for the width of one line

        self.headline = _label("headline", kind=SentenceLabel)
        self.headline.setContentsMargins(0, 2, 0, 3)
        self.likelihood = _label("body", kind=SentenceLabel)
        self.likelihood.setTextFormat(Qt.TextFormat.RichText)
        for label in (self.headline, self.likelihood):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self._figures: list[_FigureColumn] = []
        self._figure_terms: list[QuietTermButton] = []
        self._figure_row = QHBoxLayout()
        self._figure_row.setSpacing(COLUMN_GAP)
        self._figure_row.addStretch(0)
        self._rule = QFrame()
        self._rule.setFixedWidth(1)
        self.range_plot = RangePlot()
        self.ranges_caption = _label("caption", "muted")
        ranges = QVBoxLayout()
        ranges.setSpacing(0)
        ranges.addWidget(self.range_plot)
        ranges.addWidget(self.ranges_caption)
        ranges.addStretch(1)
        self._numbers = numbers = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        numbers.setSpacing(16)
        numbers.addLayout(self._figure_row)
        numbers.addWidget(self._rule)
        numbers.addLayout(ranges, 1)

        self.more_button = ChipButton(self._theme)
        self.more_button.clicked.connect(self._show_notes)
        self.go_button = QPushButton()
        self.go_button.clicked.connect(self.go_to_problem)
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(8)
        self._chip_row.addWidget(self.go_button)
        self._chip_row.addStretch(1)
        self._chip_row.addWidget(self.more_button)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(SIDE), 15, px(SIDE), 19)
        layout.setSpacing(0)
        layout.addWidget(self.headline)
        layout.addWidget(self.likelihood)
        layout.addSpacing(20)
        layout.addLayout(numbers)
        layout.addSpacing(16)
        layout.addLayout(self._chip_row)
        QuietTermButton("likelihood", self.likelihood, line_height("body"), below=True)
        self.set_theme(LIGHT)
        self._renew_chips()

    @property
    def answer(self) -> Answer | None:
        """The answer shown."""
        return self._answer

    @property
    def stale(self) -> bool:
        """Whether the answer shown is the last good one, not the plan's."""
        return self._reason is not None

    def show_answer(self, answer: Answer) -> None:
        """Show an answer; whether it is the last good one is said by `set_stale`."""
        if answer == self._answer:
            return
        notes_changed = self._answer is None or self._answer.notes != answer.notes
        self._answer = answer
        self._show_likelihood()
        self.range_plot.show_ranges(answer.ranges)
        self._show_figures(answer.figures)
        for part in (self.range_plot, self.ranges_caption):
            part.setVisible(bool(answer.ranges))
        figures = ". ".join(f"{f.caption}: {f.value}. {f.note}" for f in answer.figures)
        self.setAccessibleDescription(f"{answer.headline}. {answer.likelihood} {answer.alternative} {figures}")
        if notes_changed:
            self._renew_chips()
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._rule.setStyleSheet(f"background: {theme.hairline}; border: 0;")
        self.range_plot.set_theme(theme)
        self.more_button.set_theme(theme)
        self._show_likelihood()
        self._renew_chips()

    def set_stale(self, reason: str | None, field_label: str | None = None) -> None:
        """Say why the answer shown is the last good one and which field to correct; None: it is up to date."""
        if (reason, field_label) == (self._reason, self._field_label):
            return
        self._reason, self._field_label = reason, field_label
        set_state(self, state="stale" if reason else "")
        set_state(self.headline, tone="muted" if reason else "")
        for column in self._figures:
            column.set_stale(self.stale)
        self.range_plot.set_stale(self.stale)
        self._show_likelihood()
        self._renew_chips()

    def chip_texts(self) -> tuple[str, ...]:
        """Return the sentences of the chips shown, as given."""
        return tuple(chip.text() for chip in self._chips)

    def minimumSizeHint(self) -> QSize:
        """Return what the content needs, and the usual height where it needs less."""
        return super().minimumSizeHint().expandedTo(QSize(px(LEAST_WIDTH), px(LEAST_HEIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the notes under the numbers where the card is too narrow for one line."""
        super().resizeEvent(event)
        self._arrange()
        self._fit_chips()

    def _show_likelihood(self) -> None:
        if self._answer is None:
            return
        ink = self._theme.muted if self.stale else self._theme.ink
        likely, other = _escaped(self._answer.likelihood), _escaped(self._answer.alternative)
        self.likelihood.setText(
            f'<span style="font-weight:600; color:{ink}">{likely}</span>{" " if likely else ""}'
            f'<span style="color:{self._theme.muted}">{other}</span>'
        )

    def _show_figures(self, figures: tuple[Figure, ...]) -> None:
        while len(self._figures) > len(figures):
            column = self._figures.pop()
            self._figure_row.removeWidget(column)
            self._figure_terms.pop().deleteLater()
            column.deleteLater()
        while len(self._figures) < len(figures):
            column = _FigureColumn()
            column.set_stale(self.stale)
            self._figures.append(column)
            self._figure_row.insertWidget(self._figure_row.count() - 1, column)
            self._figure_terms.append(QuietTermButton("", column, line_height("caption"), below=True))
        for button, key in zip(self._figure_terms, figure_terms(figures), strict=True):
            button.set_term(key)
        for column, figure in zip(self._figures, figures, strict=True):
            column.show_figure(figure)
        numbers = sum(column.least_width() + COLUMN_GAP for column in self._figures)
        beside = numbers + 16 + self.range_plot.minimumSizeHint().width()
        self._stacked_below = max(beside, 0) + 2 * px(SIDE)
        # Long words put the ranges under the numbers rather than make the window wider than a small screen.
        needed = self._stacked_below if self._stacked_below <= px(WIDEST_LEAST) else numbers + 2 * px(SIDE)
        self.setMinimumWidth(max(px(LEAST_WIDTH), needed))

    def _arrange(self) -> None:
        stacked = self.width() < self._stacked_below
        self._numbers.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        shown = self._answer is not None and bool(self._answer.ranges)
        self._rule.setVisible(shown and not stacked)
        room = self.width() - 2 * px(SIDE)
        needed = sum(column.natural_width() + COLUMN_GAP for column in self._figures) + 16 + px(LEAST_RANGES)
        for column in self._figures:
            column.break_note(needed > room)
        caption = self._answer.ranges_caption if self._answer is not None else ""
        ranges = QFontMetrics(self.ranges_caption.font()).horizontalAdvance(caption)
        beside = 0 if stacked else sum(column.sizeHint().width() + COLUMN_GAP for column in self._figures) + 16
        needed = beside + ranges
        self.ranges_caption.setText(_broken_in_two(caption, self.ranges_caption) if needed > room else caption)
        headline = self._answer.headline if self._answer is not None else ""
        self.headline.setText(_broken_after_colon(headline, self.headline.font(), room))

    def _renew_chips(self) -> None:
        for chip in self._chips:
            self._chip_row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        notes = self._notes()
        wanted: list[tuple[Tone, str]] = [("error", self._reason)] if self._reason is not None else notes[:MOST_CHIPS]
        self._chips = [Chip(text, tone, self._theme, self) for tone, text in wanted]
        for i, chip in enumerate(self._chips):
            self._chip_row.insertWidget(i, chip)
        self.go_button.setVisible(self._reason is not None and self._field_label is not None)
        self.go_button.setText(translate("Answer", "Go to {field}").format(field=self._field_label))
        self._fit_chips()

    def _fit_chips(self) -> None:
        """Show as many chips as fit whole, and a count of the others."""
        notes = self._notes()
        if self._reason is not None:
            hidden = len(notes)
            self.more_button.setText(translate("Answer", "%n note(s)", "", hidden))
        else:
            room = self.width() - 2 * px(SIDE)
            if len(notes) > len(self._chips):
                room -= px(72)
            shown = 0
            for i, chip in enumerate(self._chips):
                room -= chip.natural_width() + (8 if i else 0)
                chip.setVisible(i == 0 or room >= 0)
                shown += i == 0 or room >= 0
            hidden = len(notes) - shown
            self.more_button.setText(f"+{hidden}")
        self.more_button.tone = notes[-hidden][0] if hidden else "info"
        self.more_button.setVisible(hidden > 0)
        self.more_button.setAccessibleName(translate("Answer", "Show all %n note(s)", "", len(notes)))
        self.more_button.setToolTip(self.more_button.accessibleName())
        self._chip_row.setContentsMargins(0, 0, 0, 0 if (self._chips or hidden) else px(CHIP_HEIGHT))

    def _notes(self) -> list[tuple[Tone, str]]:
        if self._answer is None:
            return []
        # Sorting keeps the order within a kind: what lessens the answer comes first.
        notes = sorted(self._answer.notes, key=lambda note: note.code in INFORMATION_CODES)
        return [("info" if note.code in INFORMATION_CODES else "warning", note.message) for note in notes]

    def _show_notes(self) -> None:
        popup = NotesPopup(tuple(self._notes()), self._theme, self)
        popup.closed.connect(self.more_button.setFocus)
        popup.adjustSize()
        below = self.more_button.mapToGlobal(QPoint(self.more_button.width(), self.more_button.height() + 4))
        popup.move(below - QPoint(popup.width(), 0))
        popup.show()
        popup.setFocus()


class _FigureColumn(QWidget):
    """Caption, number and note under one another."""

    def __init__(self) -> None:
        super().__init__()
        self.caption = _label("caption", "muted")
        self.value = _label("number")
        self.note = _label("caption", "muted")
        self._figure: Figure | None = None
        self._broken = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for label in (self.caption, self.value, self.note):
            layout.addWidget(label)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_figure(self, figure: Figure) -> None:
        """Show another number."""
        if figure == self._figure:
            return
        self._figure = figure
        self.caption.setText(figure.caption)
        self.value.setText(figure.value)
        self.note.setText(_broken_in_two(figure.note, self.note) if self._broken else figure.note)
        self.setAccessibleName(f"{figure.caption}: {figure.value}. {figure.note}")

    def natural_width(self) -> int:
        """Return the width with the note on one line, in pixels."""
        note = self._figure.note if self._figure else ""
        return max(QFontMetrics(self.note.font()).horizontalAdvance(note), self._head_width())

    def least_width(self) -> int:
        """Return the width with the note on two lines, in pixels."""
        metrics = QFontMetrics(self.note.font())
        halves = _broken_in_two(self._figure.note if self._figure else "", self.note).split("\n")
        return max(self._head_width(), *(metrics.horizontalAdvance(half) for half in halves))

    def _head_width(self) -> int:
        number = QFontMetrics(self.value.font()).horizontalAdvance(self.value.text())
        return max(QFontMetrics(self.caption.font()).horizontalAdvance(self.caption.text()), number)

    def break_note(self, broken: bool) -> None:
        """Put the note on two lines, or back on one."""
        if broken != self._broken:
            self._broken = broken
            note = self._figure.note if self._figure else ""
            self.note.setText(_broken_in_two(note, self.note) if broken else note)
            self.layout().activate()  # at once: the card around it is being laid out

    def set_stale(self, stale: bool) -> None:
        """Give ink up for muted ink, or take it back."""
        set_state(self.value, tone="muted" if stale else "")


def _label(role: FontRole, tone: str = "", kind: type[QLabel] = QLabel) -> QLabel:
    label = kind()
    label.setFont(font(role))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumHeight(line_height(role))
    if tone:
        set_state(label, tone=tone)
    return label


def _broken_in_two(text: str, label: QLabel) -> str:
    text = text.replace(" %", "\u00a0%")
    return "\n".join(split_in_two(text, QFontMetrics(label.font()).horizontalAdvance))


def _broken_after_colon(text: str, text_font: QFont, room: int) -> str:
    """Break a headline that needs two lines where it says why, else in the middle, else leave it to the label."""
    metrics = QFontMetrics(text_font)
    first, colon, second = text.partition(": ")
    parts = (first + ":", second)
    if colon and metrics.horizontalAdvance(text) > room and all(metrics.horizontalAdvance(p) <= room for p in parts):
        return "\n".join(parts)
    halves = split_in_two(text, metrics.horizontalAdvance)
    if metrics.horizontalAdvance(text) > room and all(metrics.horizontalAdvance(half) <= room for half in halves):
        return "\n".join(halves)
    return text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
