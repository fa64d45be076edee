"""What the window says under a chart whose line can be dragged, told in one place so that paper can leave it out."""

from __future__ import annotations

from .language import translate


def drag_note() -> str:
    """Return the note on dragging; it means nothing where there is no mouse."""
    return translate("Chart", "Drag the line to change the plan")
