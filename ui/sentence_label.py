"""A label that wraps its text between words, and never between a number and what it counts."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLabel

_BEFORE_UNIT = re.compile(
    r"(?<=\d) (?=%|×|(?:h|hours?|days?|weeks?|months?|years?|nats|[GTP]B|[kMG]Wh|kg|t|FLOPs|tokens)\b)|(?<=×) (?=\d)"
)


class SentenceLabel(QLabel):
    """Keeps "0.39 %" and "5 days" on one line; ``text`` is the text as it was given."""

    def __init__(self) -> None:
        super().__init__()
        self._given = ""
        self.setWordWrap(True)

    def text(self) -> str:
        """Return the text as it was given."""
        return self._given

    def setText(self, text: str) -> None:
        """Show a text."""
        self._given = text
        super().setText(_BEFORE_UNIT.sub("\u00a0", text))
