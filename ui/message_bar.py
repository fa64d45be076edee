"""The bar that tells what went wrong, in place, without a dialog: one message at a time, each with a name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from advisor.language import translate

from .icons import icon
from .text_size import px
from .theme import LIGHT, Theme, font

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True)
class Message:
    """A message a part of the window may show; ``text`` is a template, ``name`` is what tests and code refer to.

    ``choices`` are the buttons beside the text, the likeliest first.
    """

    name: str
    severity: Severity
    text: str
    choices: tuple[str, ...] = ()


class MessageBar(QFrame):
    """Shows the newest of the current messages; hidden while there is none.

    Signals
    -------
    dismissed(str)
        The user closed the message of this name.
    chosen(str, str)
        The user pressed a button of the message of this name; the message is gone already.
    """

    dismissed = Signal(str)
    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAccessibleName(translate("Messages", "Messages"))
        self._messages: dict[str, tuple[Message, str]] = {}
        self._theme = LIGHT
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setAccessibleName(translate("Messages", "Dismiss this message"))
        self._close.setToolTip(translate("Messages", "Dismiss this message"))
        self._close.clicked.connect(self._dismiss)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(8)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addLayout(self._choices)
        layout.addWidget(self._close)
        self.hide()

    @property
    def shown(self) -> tuple[str, ...]:
        """The names of the current messages, the visible one last."""
        return tuple(self._messages)

    @property
    def text(self) -> str:
        """The sentence that is visible, or ""."""
        return next(reversed(self._messages.values()))[1] if self._messages else ""

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons of the message that is visible."""
        items = (self._choices.itemAt(i).widget() for i in range(self._choices.count()))
        return tuple(item for item in items if isinstance(item, QPushButton))

    def show_message(self, message: Message, **values: object) -> None:
        """Show a message, its template filled with ``values``; it replaces an earlier one of the same name."""
        self._messages.pop(message.name, None)
        self._messages[message.name] = (message, message.text.format(**values))
        self._refresh()

    def clear(self, message: Message) -> None:
        """Take a message away; nothing happens when it is not there."""
        if self._messages.pop(message.name, None) is not None:
            self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Dress in a theme."""
        self._theme = theme
        self._refresh()

    def _refresh(self) -> None:
        self.setVisible(bool(self._messages))
        if not self._messages:
            self._show_choices(())
            return
        message, text = next(reversed(self._messages.values()))
        t = self._theme
        ink, fill, line = {
            "error": (t.error_text, t.error_fill, t.error_line),
            "warning": (t.warning_text, t.warning_fill, t.warning_line),
            "info": (t.ink, t.info_fill, t.info_line),
        }[message.severity]
        self.setStyleSheet(
            f"#messageBar {{ background: {fill}; border: 0; border-bottom: 1px solid {line}; }}"
            f"#messageBar QLabel {{ color: {ink}; background: transparent; }}"
        )
        self._text.setFont(font("body"))
        self._text.setText(text)
        self._icon.setPixmap(icon(message.severity, ink).pixmap(px(16), px(16)))
        self._close.setIcon(icon("close", ink))
        self.setAccessibleDescription(text)
        self._show_choices(message.choices)

    def _show_choices(self, choices: tuple[str, ...]) -> None:
        if tuple(button.text() for button in self.buttons) == choices:
            return  # the focus stays where it is
        for button in self.buttons:
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()  # not at once: it may be the one that is pressed just now
        for choice in choices:
            button = QPushButton(choice)
            button.setAutoDefault(False)
            button.clicked.connect(self._choose)
            self._choices.addWidget(button)
        for first, second in pairwise((*self.buttons, self._close)):
            QWidget.setTabOrder(first, second)

    @Slot()
    def _choose(self) -> None:
        choice = self.sender()
        if self._messages and isinstance(choice, QPushButton):
            name = next(reversed(self._messages))
            del self._messages[name]
            self._refresh()
            self.chosen.emit(name, choice.text())

    @Slot()
    def _dismiss(self) -> None:
        if self._messages:
            name = next(reversed(self._messages))
            del self._messages[name]
            self._refresh()
            self.dismissed.emit(name)
