"""A sentence below the evidence, and what kind of news it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NoteKind = Literal["good", "warning", "info"]


@dataclass(frozen=True)
class Note:
    """One sentence without a final stop; ``detail`` says how it was found, for who wants to check it."""

    kind: NoteKind
    text: str
    detail: str = ""
