"""What holds the window's content where large text makes it larger than the window: scrolled, never squeezed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from .text_size import zoom

MOST = QSize(1272, 584)
"""The most it asks for, in pixels: what a screen of 1280 by 720 has between menu bar and status bar."""


class RoomyArea(QScrollArea):
    """Scrolls a widget in one direction, and only where there is less room than it needs.

    At 100 % it asks for all the room its widget needs, so that nothing ever scrolls. With larger text, or in a language
    of longer words, it asks for no more than a small screen has, because the window must stay on it.

    Parameters
    ----------
    content : QWidget
    direction : Qt.Orientation
        The other direction is never scrolled: there the content shrinks, or scrolls by itself.
    least_height : callable, optional
        Takes the width and height there is room for, and returns the least height of a content that is scrolled
        vertically.
    """

    def __init__(
        self,
        content: QWidget,
        direction: Qt.Orientation,
        least_height: Callable[[int, int], int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least_height = least_height or (lambda width, height: self._needed().height())
        self._direction = direction
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if direction == Qt.Orientation.Horizontal:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        else:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        for part in (content, self.viewport()):
            part.setAutoFillBackground(False)  # what is behind shows as if nothing scrolled
        content.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """Return what the content needs at 100 %; across the direction, what it needs."""
        needed = self._needed()
        asked = QSize(round(needed.width() / zoom()), round(needed.height() / zoom())).boundedTo(MOST)
        if self._direction == Qt.Orientation.Horizontal:
            return QSize(asked.width(), needed.height())
        bar = self.verticalScrollBar().sizeHint().width() if asked.height() < needed.height() else 0
        return QSize(needed.width() + bar, asked.height())

    def sizeHint(self) -> QSize:
        """Return the size at which nothing scrolls."""
        return self.widget().sizeHint()

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that a part of the content is seen."""
        self.ensureWidgetVisible(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content the room there is, or more where it needs more."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content where it needs another size, and tell the layout around."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        # Not left to Qt, which would take the height that is best for text that wraps for the least there may be.
        content, room, needed = self.widget(), self.maximumViewportSize(), self._needed()
        if self._direction == Qt.Orientation.Horizontal:
            if needed.width() > room.width():
                room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
            content.resize(max(room.width(), needed.width()), room.height())
            return
        if self._least_height(room.width(), room.height()) > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        content.resize(room.width(), max(room.height(), self._least_height(room.width(), room.height())))

    def _needed(self) -> QSize:
        content = self.widget()
        return content.minimumSizeHint().expandedTo(content.minimumSize())
