"""How large text and all that holds it is drawn: lengths are given in pixels at 100 % and enter through `px`.

Charts, tables' cells and everything else that is painted is laid out at 100 % and enlarged as a whole (`zoom`). Reports
and exported pictures have sizes of their own and are not asked for the user's.
"""

from __future__ import annotations

_percent = 100


def use_text_size(percent: int) -> None:
    """Draw everything made from now on at this size, in per cent; windows that are there must be made again."""
    global _percent
    _percent = percent


def zoom() -> float:
    """Return how many times larger than at 100 % things are drawn."""
    return _percent / 100


def px(length: float) -> int:
    """Return a length in pixels of the window, from one in pixels at 100 %; what is not nothing stays visible."""
    scaled = round(length * _percent / 100)
    return scaled or (1 if length > 0 else 0)
