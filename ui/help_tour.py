"""A tour of three steps: callouts beside the parts of the real window, which can be used all the while."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPalette, QPen, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from advisor.language import translate

from .help_popover import Side, give_back, place_in_window, placed
from .sentence_label import SentenceLabel
from .text_size import px
from .theme import font, set_state

LETTERS = 46
RING = 2


@dataclass(frozen=True)
class Step:
    """A part of the window, what it is called and what it is for; the callout opens on the first side with room."""

    part: QWidget
    title: str
    text: str
    sides: tuple[Side, ...]


def steps_of(panel: QWidget, card: QWidget, pages: QWidget) -> tuple[Step, ...]:
    """Return the three steps: the plan, the answer, the evidence."""
    return (
        Step(
            panel,
            translate("Tour", "The plan"),
            translate(
                "Tour",
                "What you have: hardware, text, the student and the teacher. Write as you would say it, such as "
                "3 weeks or 1.5B; every change is answered at once, and Undo takes it back.",
            ),
            ("right", "left", "below", "above"),
        ),
        Step(
            card,
            translate("Tour", "The answer"),
            translate(
                "Tour",
                "Whether to distil, how likely that is right, and the four numbers for the meeting, each with its "
                "range. Amber notes say what makes it less sure.",
            ),
            ("below", "left", "above", "right"),
        ),
        Step(
            pages,
            translate("Tour", "The evidence"),
            translate(
                "Tour",
                "Each page answers one question. Drag the orange line to try another budget, and open Check to see "
                "every formula. A “?” or F1 explains a word.",
            ),
            ("left", "above", "below", "right"),
        ),
    )


class Tour(QObject):
    """Shows one callout after the other.

    Signals
    -------
    ended()
        The last step was left, or the tour was skipped.
    """

    ended = Signal()

    def __init__(self, window: QWidget, steps: Sequence[Step]) -> None:
        super().__init__(window)
        self._window = window
        self._steps = tuple(steps)
        self._at = -1
        self._callout: Callout | None = None
        self._ring: Ring | None = None
        self._came_from: QWidget | None = None
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)  # Escape is for others while there is no tour
        self._escape.activated.connect(self.skip)

    @property
    def running(self) -> bool:
        """Whether a callout is shown."""
        return self._at >= 0

    @property
    def step(self) -> Step | None:
        """The step that is shown."""
        return self._steps[self._at] if self.running else None

    @property
    def callout(self) -> Callout | None:
        """The callout that is shown."""
        return self._callout

    def start(self) -> None:
        """Begin, or begin again."""
        if not self.running:
            self._came_from = QApplication.focusWidget()
            self._window.installEventFilter(self)
        self._escape.setEnabled(True)
        self._show(0)

    def next(self) -> None:
        """Go to the next step; after the last one the tour ends."""
        if self._at + 1 < len(self._steps):
            self._show(self._at + 1)
        else:
            self.skip()

    def back(self) -> None:
        """Go back one step."""
        if self._at > 0:
            self._show(self._at - 1)

    def skip(self) -> None:
        """End, and give the keyboard back."""
        if not self.running:
            return
        self._at = -1
        self._window.removeEventFilter(self)
        self._escape.setEnabled(False)
        self._clear()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along with the window when it changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _show(self, number: int) -> None:
        self._clear(keep_keyboard=True)
        self._at = number
        step = self._steps[number]
        self._ring = Ring(self._window)
        self._callout = Callout(self._window, step, number + 1, len(self._steps))
        self._callout.next_button.clicked.connect(self.next)
        self._callout.back_button.clicked.connect(self.back)
        self._callout.skip_button.clicked.connect(self.skip)
        self._place()
        self._ring.show()
        self._callout.show()
        self._callout.raise_()
        self._callout.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        step = self.step
        if step is None or self._callout is None or self._ring is None:
            return
        part = place_in_window(step.part)
        self._ring.setGeometry(part)
        self._ring.raise_()
        size = self._callout.natural_size(self._window.width() - px(32))
        self._callout.setGeometry(placed(part, size, self._window.rect(), step.sides))
        self._callout.raise_()

    def _clear(self, *, keep_keyboard: bool = False) -> None:
        for part in (self._callout, self._ring):
            if part is not None:
                if not keep_keyboard:
                    give_back(part, self._came_from)
                part.hide()
                part.deleteLater()
        self._callout = self._ring = None


class Callout(QFrame):
    """One step: title, text, how far along, and the way on."""

    def __init__(self, window: QWidget, step: Step, number: int, count: int) -> None:
        super().__init__(window)
        set_state(self, role="popover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(step.title)
        self.setAccessibleDescription(step.text)
        title = QLabel(step.title)
        title.setFont(font("section"))
        text = SentenceLabel()
        text.setFont(font("body"))
        text.setText(step.text)
        place = QLabel(translate("Tour", "{number} of {count}").format(number=number, count=count))
        place.setFont(font("caption"))
        set_state(place, tone="muted")
        last = number == count
        self.skip_button = QPushButton(translate("Tour", "Skip"))
        self.back_button = QPushButton(translate("Tour", "Back"))
        self.next_button = QPushButton(translate("Tour", "Done") if last else translate("Tour", "Next"))
        said = translate("Tour", "{title}: {text}").format(title=step.title, text=step.text)
        self.next_button.setAccessibleDescription(said)  # heard when it takes the keyboard
        self.back_button.setEnabled(number > 1)
        self.skip_button.setVisible(not last)
        set_state(self.skip_button, kind="link")
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(place)
        buttons.addStretch(1)
        for button in (self.skip_button, self.back_button, self.next_button):
            button.setAutoDefault(True)  # Enter presses it, as Space does
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(title)
        column.addWidget(text)
        column.addSpacing(px(4))
        column.addLayout(buttons)

    def natural_size(self, widest: int) -> QSize:
        """Return the size it needs, no wider than ``widest``."""
        width = min(self.fontMetrics().averageCharWidth() * LETTERS + px(32), widest)
        return QSize(width, self.layout().totalHeightForWidth(width))


class Ring(QWidget):
    """A line around a part of the window, through which everything can be used."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line of the keyboard's focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.palette().color(QPalette.ColorRole.Accent)), RING))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
