"""What kind of thing a widget is, for screen readers: Qt knows its own widgets, not those that are drawn here.

A class says so by an attribute ``accessible_role``; its name and description it has from
``setAccessibleName`` and ``setAccessibleDescription`` as every widget has.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_installed: list[bool] = []


def install() -> None:
    """Tell Qt how to ask for the roles; a second call does nothing."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(True)


def _interface(key: str, thing: QObject | None) -> QAccessibleInterface | None:
    """Return how a widget with a role of its own presents itself; None leaves a widget to Qt."""
    role = getattr(thing, "accessible_role", None)
    if isinstance(thing, QWidget) and isinstance(role, QAccessible.Role):
        return QAccessibleWidget(thing, role)
    return None
