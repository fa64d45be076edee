"""A label that wraps its text between words, and never between a number and what it counts."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel

_BEFORE_UNIT = re.compile(
    r"(?<=\d) (?=%|×|(?:h|hours?|days?|weeks?|months?|years?|nats|[GTP]B|[kMG]Wh|kg|t|FLOPs|tokens)\b)|(?<=×) (?=\d)"
)

FINE = 4
"""How exactly the width is found that makes two lines equally long, in pixels."""


class SentenceLabel(QLabel):
    """Keeps "0.39 %" and "5 days" on one line; ``text`` is the text as it was given.

    A plain text of two lines is broken near its middle, so that no word is left alone on the second.
    """

    def __init__(self) -> None:
        super().__init__()
        self._given = ""
        self._spare = 0
        self.setWordWrap(True)

    @property
    def spare(self) -> int:
        """How much of the width stays empty at the right so that both lines are about as long, in pixels."""
        return self._spare

    def text(self) -> str:
        """Return the text as it was given."""
        return self._given

    def setText(self, text: str) -> None:
        """Show a text."""
        self._given = text
        super().setText(_BEFORE_UNIT.sub("\u00a0", text))
        self._balance()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew where the width changes."""
        super().resizeEvent(event)
        self._balance()

    # The layout is to know nothing of the spare room: it would make the label narrower, or the window wider.

    def heightForWidth(self, width: int) -> int:
        """Return the height that the text needs in a width."""
        return super().heightForWidth(width + self._spare)

    def sizeHint(self) -> QSize:
        """Return the size the text would like to have."""
        return super().sizeHint() - QSize(self._spare, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the text."""
        return super().minimumSizeHint() - QSize(self._spare, 0)

    def _balance(self) -> None:
        spare = self._wanted_spare()
        if spare != self._spare:
            around = self.contentsMargins()
            around.setRight(around.right() + spare - self._spare)
            self._spare = spare
            self.setContentsMargins(around)

    def _wanted_spare(self) -> int:
        if self.textFormat() is Qt.TextFormat.RichText or "</" in self._given:
            return 0  # its bold beginning is a sentence of its own, and better not broken early
        whole = self.width()
        height = self.heightForWidth(whole)
        line = QFontMetrics(self.font()).lineSpacing()
        if not 1.5 * line <= height < 2.5 * line:
            return 0
        # The narrowest width that still gives two lines, found by halving.
        narrow, wide = whole // 3, whole
        while wide - narrow > FINE:
            middle = (narrow + wide) // 2
            if self.heightForWidth(middle) <= height:
                wide = middle
            else:
                narrow = middle
        return whole - wide
