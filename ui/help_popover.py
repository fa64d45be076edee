"""A few sentences that open beside what they explain, over the window, while the work goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from advisor.language import translate

from .help_button import SignButton
from .sentence_label import SentenceLabel
from .text_size import px
from .theme import font, set_state

LETTERS = 50
"""How many letters of usual width a line holds."""

LINK_INSET = 5
"""How far the text of a link stands inside its frame."""

GAP = 8
EDGE = 8
"""Room between the popover and what it explains, and to the edge of the window, in pixels."""


class Popover(QFrame):
    """Lies over a window beside one of its widgets; Escape closes it, and so does going elsewhere.

    Parameters
    ----------
    anchor : QWidget
        What is explained. The popover is a child of its window.
    title : str
    paragraphs : sequence of (str, str)
        Text and tone ("" or "muted") of each paragraph.
    link : str
        What the link at the bottom is called; "" for none.

    Signals
    -------
    link_followed()
        The reader wants what the link promises; the popover is closed by then.
    closed()
        It went away.
    """

    link_followed = Signal()
    closed = Signal()

    def __init__(self, anchor: QWidget, title: str, paragraphs: Sequence[tuple[str, str]], link: str = "") -> None:
        super().__init__(anchor.window())
        self._came_from = QApplication.focusWidget()
        self._gone = False
        self.title_text = title
        self.texts = tuple(text for text, _ in paragraphs)
        set_state(self, role="popover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription("\n".join(self.texts))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(12), px(12))
        column.setSpacing(px(8))
        column.addLayout(self._head(title))
        for text, tone in paragraphs:
            column.addWidget(_paragraph(text, tone))
        self.link = QPushButton(link, self)
        self.link.setFont(font("caption"))
        self.link.setVisible(bool(link))
        self.link.clicked.connect(self._follow_link)
        set_state(self.link, kind="link")
        if link:
            row = QHBoxLayout()
            row.setContentsMargins(-LINK_INSET, 0, 0, 0)
            row.addWidget(self.link)
            row.addStretch(1)
            column.addLayout(row)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self.window().installEventFilter(self)

    def open_beside(self, area: QWidget, *, below: bool = False) -> None:
        """Show it to the right of ``area``, or below it, where there is room; it takes the keyboard."""
        window = self.window()
        width = min(self.fontMetrics().averageCharWidth() * LETTERS + px(28), window.width() - 2 * EDGE)
        size = QSize(width, self.layout().totalHeightForWidth(width))
        self.setGeometry(placed(place_in_window(area), size, window.rect(), BELOW_FIRST if below else RIGHT_FIRST))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def shut(self) -> None:
        """Close it and give the keyboard back to where it was."""
        self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a click on the popover from counting as one beside it."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the window is clicked where nothing takes the keyboard, or changes its size."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Resize):
            self._go()
        return False

    def _head(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        name = QLabel(title, self)
        name.setFont(font("section"))
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        close = SignButton("close", translate("Help", "Close (Escape)"), self)
        close.clicked.connect(self.shut)
        self.close_button = close
        row.addWidget(name, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Close when the keyboard goes to another part of the window; another program's window changes nothing."""
        if new is not None and new is not self and not self.isAncestorOf(new) and self.isVisible():
            self._go()

    def _follow_link(self) -> None:
        self.shut()
        self.link_followed.emit()

    def _go(self) -> None:
        if self._gone:
            return
        self._gone = True
        # Before it hides, or the keyboard would wander through whatever comes next.
        give_back(self, self._came_from)
        self.hide()
        self.closed.emit()
        self.deleteLater()


Side = Literal["right", "below", "above", "left"]
RIGHT_FIRST: tuple[Side, ...] = ("right", "below", "above", "left")
BELOW_FIRST: tuple[Side, ...] = ("below", "right", "above", "left")


def place_in_window(area: QWidget) -> QRect:
    """Return where a part of a window lies in it."""
    return QRect(area.mapTo(area.window(), QPoint(0, 0)), area.size())


def placed(beside: QRect, size: QSize, window: QRect, sides: Sequence[Side]) -> QRect:
    """Return where something of a size lies beside a rectangle, on the first side with room.

    Where no side has room it lies over the rectangle, within the window.
    """
    room = window.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    corners: dict[Side, QPoint] = {
        "right": QPoint(beside.right() + GAP, beside.top()),
        "below": QPoint(beside.left(), beside.bottom() + GAP),
        "above": QPoint(beside.left(), beside.top() - GAP - size.height()),
        "left": QPoint(beside.left() - GAP - size.width(), beside.top()),
    }
    for side in sides:
        place = _kept_inside(QRect(corners[side], size), room)
        if room.contains(place) and not place.intersects(beside):
            return place
    return _kept_inside(QRect(corners["below"], size), room)


def give_back(leaving: QWidget, to: QWidget | None) -> None:
    """Give the keyboard back, if something that is about to go still has it."""
    focused = QApplication.focusWidget()
    has_it = focused is not None and (focused is leaving or leaving.isAncestorOf(focused))
    if has_it and to is not None and isValid(to) and to.isVisible() and to.isEnabled():
        to.setFocus(Qt.FocusReason.PopupFocusReason)


def _kept_inside(place: QRect, room: QRect) -> QRect:
    x = max(room.left(), min(place.left(), room.right() + 1 - place.width()))
    y = max(room.top(), min(place.top(), room.bottom() + 1 - place.height()))
    return QRect(QPoint(x, y), place.size())


def _paragraph(text: str, tone: str) -> QLabel:
    label = SentenceLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font("caption" if tone else "body"))
    label.setText(text)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    set_state(label, tone=tone)
    return label
