"""A text in a window beside the work, which goes on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from advisor.language import translate

from .screen_room import room_on_screen
from .text_size import px
from .theme import font

WIDTH = 520
FRAME = QSize(16, 48)
"""Room to leave for what a desktop puts around a window, in pixels."""


class HelpWindow(QDialog):
    """A window of the Help menu: what a kind of window adds to ``content``, and a way to close it; Escape does too."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.content = QVBoxLayout()
        self.content.setSpacing(px(16))
        self.close_button = QPushButton(translate("Help", "Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.close)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(px(8))
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(16), px(24), px(16))
        layout.setSpacing(px(16))
        layout.addLayout(self.content, 1)
        layout.addLayout(self.buttons)

    def fit(self, width: int, height: int) -> None:
        """Take a size, given in pixels at 100 %, or what the screen has room for."""
        self.resize(QSize(px(width), px(height)).boundedTo(room_on_screen(self) - FRAME))

    def add_button(self, text: str) -> QPushButton:
        """Add a button to the left of Close."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        self.buttons.insertWidget(self.buttons.count() - 1, button)
        return button


class HelpDialog(HelpWindow):
    """One rich text, as large as it needs."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.text = help_label(text)
        self.text.setFixedWidth(px(WIDTH))
        area = scrolled(self.text, title)
        area.setMinimumWidth(px(WIDTH) + px(16))
        self.content.addWidget(area)
        self.fit(WIDTH + 64, 0)
        around = self.sizeHint().height() - area.sizeHint().height()
        natural = QSize(self.width(), self.text.heightForWidth(px(WIDTH)) + around)
        self.resize(natural.boundedTo(room_on_screen(self) - FRAME))
        self.close_button.setFocus()


def scrolled(content: QWidget, name: str = "") -> QScrollArea:
    """Return an area that scrolls where a screen is too low for its content; ``name`` is for those who hear it."""
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def help_label(text: str) -> QLabel:
    """Return a rich text that wraps and can be selected, by keyboard too."""
    label = QLabel(text)
    label.setFont(font("body"))
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
