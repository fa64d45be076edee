"""Short names of accelerators, as people say them: "H100 SXM5" rather than "NVIDIA H100 SXM5 80GB"."""

from __future__ import annotations

import re
from functools import cache

from .accelerators import Accelerator, catalogue

_FAMILIES = ("GeForce", "Instinct")
_NOTE = re.compile(r"\s*\([^)]*\)")
_MEMORY = re.compile(r"\s*\b\d+GB\b")


@cache
def _short_names() -> dict[str, str]:
    names = {entry.id: _without_maker(entry) for entry in catalogue()}
    models = [_MEMORY.sub("", name) for name in names.values()]
    # The memory stays where it tells two models apart.
    return {
        entry_id: model if models.count(model) == 1 else name
        for (entry_id, name), model in zip(names.items(), models, strict=True)
    }


def _without_maker(entry: Accelerator) -> str:
    words = _NOTE.sub("", entry.name).removeprefix(f"{entry.vendor} ").split()
    return " ".join(word for word in words if word not in _FAMILIES)


def short_name(accelerator_id: str) -> str:
    """Return the shortest name that no other accelerator of the catalogue has; the id itself for an unknown one."""
    return _short_names().get(accelerator_id, accelerator_id)


def find_accelerators(text: str) -> tuple[Accelerator, ...]:
    """Return the accelerators whose name, maker or id has every word of ``text``, in the catalogue's order."""
    words = text.casefold().split()
    return tuple(
        entry
        for entry in catalogue()
        if entry.peak_for("bf16") is not None
        and all(word in f"{entry.name} {entry.vendor} {entry.id}".casefold() for word in words)
    )
