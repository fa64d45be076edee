"""The data behind every page, by name, and its JSON form for ``--curves``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

import msgspec
import numpy as np

from .check.page import check_page
from .compare.page import compare_page
from .evidence import Page
from .matters.page import matters_page
from .pages.budget import budget_page
from .pages.map import map_first_look, map_page
from .pages.student import student_page
from .pages.teacher import teacher_page
from .schedule.page import schedule_page
from .solution import Solution

PAGES: dict[str, Callable[[Solution], Page]] = {
    "budget": budget_page,
    "teacher": teacher_page,
    "student": student_page,
    "map": map_page,
    "schedule": schedule_page,
    "matters": matters_page,
    "compare": compare_page,
    "check": check_page,
}
"""Every page of evidence, in the order of the tabs."""

FIRST_LOOKS: dict[str, Callable[[Solution], Page] | None] = {
    "map": map_first_look,
    "matters": None,
}
"""What to show at first of the pages that take longer than an eye notices; None: only the answer above them."""


def page_as_json(page: Page) -> dict[str, Any]:
    """Return the page as plain lists, numbers and texts; NaN and infinities become null."""
    plain = _plain(page)
    assert isinstance(plain, dict)
    return plain


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, msgspec.Struct):
        return _plain(msgspec.to_builtins(value))
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, np.ndarray):
        return _plain(value.tolist())
    if isinstance(value, tuple | list):
        return [_plain(x) for x in value]
    if isinstance(value, float):
        return value if np.isfinite(value) else None
    return value
