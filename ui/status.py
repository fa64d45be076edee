"""The status bar: whether what is shown answers the plan as it is, how long that took, and by which law."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from advisor.language import translate

from .text_size import px
from .theme import LIGHT, Theme, font

TELL_MILLISECONDS = 5000
State = Literal["fresh", "waiting", "stale", "none"]


def unit_note() -> str:
    """Return in what losses are told."""
    return translate("Status", "Loss in nats per token, for English text like the study’s")


class Dot(QWidget):
    """A small round signal: green for up to date, red for something to correct, grey otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = QColor(LIGHT.muted)
        self.setFixedSize(px(12), px(12))

    def set_color(self, color: str) -> None:
        """Show another colour."""
        self._color = QColor(color)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the fixed size."""
        return QSize(px(12), px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(self._color)
        painter.drawEllipse(QPointF(px(6), px(6)), px(4), px(4))
        painter.end()


class StatusBar(QStatusBar):
    """A dot and one line of text at the left, the unit of all losses at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(px(24))
        self._theme = LIGHT
        self._state: State = "none"
        self._dot = Dot()
        self._text = _Line()
        self._text.setAccessibleName(translate("Status", "Status"))
        self._note = _Line(unit_note())
        for label in (self._text, self._note):
            label.setFont(font("caption"))
        left = QWidget()
        layout = QHBoxLayout(left)
        layout.setContentsMargins(14, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._dot)
        layout.addWidget(self._text)
        self._note.setContentsMargins(0, 0, 10, 0)
        self.addWidget(left, 1)
        self.addPermanentWidget(self._note)
        self._note_timer = QTimer(self)
        self._note_timer.setSingleShot(True)
        self._note_timer.setInterval(TELL_MILLISECONDS)
        self._note_timer.timeout.connect(self._show_note)

    @property
    def state(self) -> State:
        """What the dot says."""
        return self._state

    @property
    def text(self) -> str:
        """The sentence at the left."""
        return self._text.text()

    def show_fresh(self, seconds: float, law: str) -> None:
        """The answer shown belongs to the plan as it is."""
        text = translate("Status", "Up to date · {milliseconds} ms · law: {law}")
        self._show("fresh", text.format(milliseconds=f"{max(seconds * 1000, 1):.0f}", law=law))

    def show_waiting(self, text: str, law: str) -> None:
        """The plan has changed and its answer is being computed; ``text`` may be empty for the first moment."""
        self._show("waiting", " · ".join(part for part in (text, _law(law)) if part))

    def show_stale(self, text: str, law: str) -> None:
        """The answer shown, if any, belongs to an earlier plan, and ``text`` says why."""
        self._show("stale", f"{text} · {_law(law)}")

    @Slot(str)
    def tell(self, text: str) -> None:
        """Say for a few seconds what was done, in the place of the unit."""
        self._note.setText(text)
        self._note_timer.start()

    @Slot()
    def _show_note(self) -> None:
        self._note.setText(unit_note())

    def set_theme(self, theme: Theme) -> None:
        """Dress in a theme."""
        self._theme = theme
        self._show(self._state, self._text.text())

    def _show(self, state: State, text: str) -> None:
        self._state = state
        color = {"fresh": self._theme.good, "stale": self._theme.error_line}.get(state, self._theme.muted)
        self._dot.set_color(color)
        self._text.setText(text)
        self._text.setAccessibleDescription(text)


class _Line(QLabel):
    """A line that never widens the window: where it has no room its end is left out, and its tool tip tells it all."""

    def minimumSizeHint(self) -> QSize:
        """Return a size that does not depend on the text."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        tip = self.text() if shown != self.text() else ""
        if self.toolTip() != tip:
            self.setToolTip(tip)
        painter = QPainter(self)
        self.style().drawItemText(
            painter, room, int(self.alignment()), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )


def _law(name: str) -> str:
    return translate("Status", "law: {law}").format(law=name)
