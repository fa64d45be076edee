"""The tool bar: signs with words, or signs alone where the words have no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton


class ToolBar(QToolBar):
    """Lets go of the words beside its signs before any of them would leave the bar; tool tips keep them."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._room_for_words = 0
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def minimumSizeHint(self) -> QSize:
        """Return a size that never widens the window."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words, or signs alone."""
        super().resizeEvent(event)
        words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        if self.toolButtonStyle() == words:
            self._room_for_words = self.sizeHint().width()
        fits = event.size().width() >= self._room_for_words
        wanted = words if fits else Qt.ToolButtonStyle.ToolButtonIconOnly
        if wanted != self.toolButtonStyle():
            self.setToolButtonStyle(wanted)
            for button in self.findChildren(QToolButton):
                button.setAccessibleName(button.text())
