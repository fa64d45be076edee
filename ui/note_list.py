"""Sentences below the evidence, one under the other, each with a sign of what kind it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from advisor.language import translate
from advisor.notes import Note

from .icons import icon, paint_icon
from .text_size import px, zoom
from .theme import LIGHT, Theme, drawn_font, drawn_line_height, font, set_state

ICON = 16
GAP = 8
PITCH = 24
"""Height of a note of one line, in pixels."""

_ICONS = {"good": "check", "warning": "warning", "info": "info"}
_TONES = {"good": "", "warning": "warning", "info": "muted"}


class NoteList(QWidget):
    """Shows notes; what is longer than a line wraps, and the list is as high as that takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._stale = False
        self.notes: tuple[Note, ...] = ()
        self.lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Show these notes from now on."""
        self.notes = notes
        while len(self.lines) > len(notes):
            line = self.lines.pop()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        while len(self.lines) < len(notes):
            line = _Line()
            self.lines.append(line)
            self._column.addWidget(line)
        self._dress()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._dress()

    def set_stale(self, stale: bool) -> None:
        """Give ink way to muted ink while the plan has a mistake."""
        self._stale = stale
        self._dress()

    def drawn_height(self, width: float) -> int:
        """Return how high the notes are in a width of a picture."""
        return sum(note_height(note.text, width) for note in self.notes)

    def height_in(self, width: float) -> int:
        """Return how high the notes are in a width."""
        return sum(px(note_height(note.text, width / zoom())) for note in self.notes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the notes into a rectangle, for a picture."""
        top = rect.top()
        for note in self.notes:
            height = note_height(note.text, rect.width())
            sign = QRectF(rect.left(), top + (PITCH - ICON) / 2, ICON, ICON)
            paint_icon(painter, sign, _ICONS[note.kind], _sign_color(note, self._theme))
            painter.setFont(drawn_font("body"))
            painter.setPen(_text_color(note, self._theme))
            box = QRectF(rect.left() + ICON + GAP, top + 4, rect.width() - ICON - GAP, height - 8)
            painter.drawText(box, Qt.TextFlag.TextWordWrap, note.text)
            top += height

    def _dress(self) -> None:
        for line, note in zip(self.lines, self.notes, strict=True):
            line.show_note(note, self._theme, self._stale)
        self._fit()

    def _fit(self) -> None:
        for line in self.lines:
            line.setFixedHeight(px(note_height(line.text.text(), self.width() / zoom())))
        self.setFixedHeight(self.height_in(self.width()))


class _Wrapped(QLabel):
    """Text that wraps; the list sets its height, for a layout that did would never let what stands above shrink."""

    def hasHeightForWidth(self) -> bool:
        return False


class _Line(QWidget):
    """One note."""

    def __init__(self) -> None:
        super().__init__()
        self.sign = QLabel()
        self.sign.setFixedSize(px(ICON), px(PITCH))
        self.text = _Wrapped()
        self.text.setFont(font("body"))
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self._shown: tuple[str, str] = ("", "")

    def show_note(self, note: Note, theme: Theme, stale: bool) -> None:
        """Show a note in the colours of a theme."""
        name, color = _ICONS[note.kind], theme.muted if stale else _sign_color(note, theme)
        if (name, color) != self._shown:
            self._shown = (name, color)
            self.sign.setPixmap(icon(name, color, ICON).pixmap(px(ICON), px(ICON)))
        self.text.setText(note.text)
        self.text.setToolTip(note.detail)
        spoken = translate("Notes", "Warning: {note}").format(note=note.text) if note.kind == "warning" else note.text
        self.text.setAccessibleName(spoken)
        self.text.setAccessibleDescription(note.detail)
        set_state(self.text, tone="muted" if stale else _TONES[note.kind])


def note_height(text: str, width: float) -> int:
    """Return the height of a note in a width, both in pixels at 100 %."""
    room = QRect(0, 0, max(int(width) - ICON - GAP, 80), 10_000)
    lines = QFontMetrics(drawn_font("body")).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
    return max(PITCH, lines + PITCH - drawn_line_height("body"))


def _sign_color(note: Note, theme: Theme) -> str:
    return {"good": theme.good, "warning": theme.warning_text, "info": theme.muted}[note.kind]


def _text_color(note: Note, theme: Theme) -> str:
    return {"good": theme.ink, "warning": theme.warning_text, "info": theme.muted}[note.kind]
