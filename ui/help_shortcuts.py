"""Every key the program knows: those of the menus read from the menus themselves, then those of charts and tables."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QHeaderView, QMainWindow, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from advisor.language import translate

from .help_dialog import HelpWindow
from .text_size import px
from .theme import font

SIZE = 560, 560


@dataclass(frozen=True)
class KeyGroup:
    """Where keys work, and what each does: (keys, what they do)."""

    title: str
    keys: tuple[tuple[str, str], ...]


def menu_groups(window: QMainWindow) -> tuple[KeyGroup, ...]:
    """Return the shortcuts of a window's menus, a group for each, in their order."""
    groups = []
    for top in window.menuBar().actions():
        menu = top.menu()
        keys = tuple((_keys(action), _words(action)) for action in _actions(menu) if not action.shortcut().isEmpty())
        if keys:
            groups.append(KeyGroup(_words(top), keys))
    return tuple(groups)


def other_groups() -> tuple[KeyGroup, ...]:
    """Return the keys of fields, charts and tables, which no menu has."""

    def key(name: str) -> str:
        return QKeySequence(name).toString(QKeySequence.SequenceFormat.NativeText)

    left, right, up, down, enter, escape = map(key, ("Left", "Right", "Up", "Down", "Return", "Esc"))
    page_up, page_down, home, end, delete, space = map(key, ("PgUp", "PgDown", "Home", "End", "Del", "Space"))
    return (
        KeyGroup(
            translate("Shortcuts", "Fields"),
            (
                (key("Tab"), translate("Shortcuts", "To the next field")),
                (f"{left}, {right}", translate("Shortcuts", "Another choice, where a few stand side by side")),
                (f"{down}, {key('F4')}", translate("Shortcuts", "Open the list of accelerators")),
                (escape, translate("Shortcuts", "Take back what cannot be read")),
            ),
        ),
        KeyGroup(
            translate("Shortcuts", "Charts"),
            (
                (f"{left}, {right}", translate("Shortcuts", "Move the plan's line, or the read-out, by a little")),
                (f"{page_up}, {page_down}", translate("Shortcuts", "Move it by a lot")),
                (enter, translate("Shortcuts", "Keep the plan where the line is")),
                (escape, translate("Shortcuts", "Take the line back, or end the read-out")),
                ("+, -", translate("Shortcuts", "Look closer, or from further away")),
                (f"{home}, 0", translate("Shortcuts", "See all of the chart again")),
                (key("Ctrl+Shift+T"), translate("Shortcuts", "Show the chart's numbers as a table")),
                (f"{left}, {right}, {up}, {down}", translate("Shortcuts", "On the map: read the next cell")),
                (f"{up}, {down}", translate("Shortcuts", "On What matters: read the next bar")),
                (f"{home}, {end}", translate("Shortcuts", "On What matters: read the first or the last bar")),
            ),
        ),
        KeyGroup(
            translate("Shortcuts", "Tables"),
            (
                (f"{enter}, {key('F2')}", translate("Shortcuts", "Edit the cell of a candidate")),
                (delete, translate("Shortcuts", "Remove the candidate, or the pinned plan")),
                (key("F2"), translate("Shortcuts", "Rename the pinned plan")),
                (enter, translate("Shortcuts", "Open the pinned plan")),
                (
                    f"{key('Ctrl+Left')}, {key('Ctrl+Right')}",
                    translate("Shortcuts", "Move the pinned plan to another place"),
                ),
                (key("Ctrl+C"), translate("Shortcuts", "Copy the chosen rows or columns")),
                (f"{enter}, {space}", translate("Shortcuts", "On Check: unfold or fold a group")),
                (key("Ctrl+F"), translate("Shortcuts", "On Check: search")),
            ),
        ),
    )


class ShortcutsWindow(HelpWindow):
    """The keys as a table, group by group."""

    def __init__(self, window: QMainWindow, parent: QWidget | None = None) -> None:
        super().__init__(translate("Shortcuts", "Keyboard shortcuts"), parent or window)
        self.groups = (*menu_groups(window), *other_groups())
        self.table = QTreeWidget()
        self.table.setAccessibleName(translate("Shortcuts", "Keyboard shortcuts"))
        self.table.setColumnCount(2)
        self.table.setHeaderLabels([translate("Shortcuts", "Keys"), translate("Shortcuts", "What they do")])
        self.table.setRootIsDecorated(False)
        self.table.setIndentation(0)
        self.table.setUniformRowHeights(False)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.table.header().setStretchLastSection(True)
        for group in self.groups:
            self._add(group)
        self.table.expandAll()
        self.table.setItemsExpandable(False)
        metrics = QFontMetrics(font("body"))
        widest = max(metrics.horizontalAdvance(keys) for group in self.groups for keys, _ in group.keys)
        self.content.addWidget(self.table)
        self.fit(*SIZE)
        self.table.header().resizeSection(0, min(widest + px(32), self.width() // 2))
        first = self.table.topLevelItem(0)
        if first is not None:
            self.table.setCurrentItem(first, 0, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _add(self, group: KeyGroup) -> None:
        head = QTreeWidgetItem(self.table, [group.title])
        head.setFirstColumnSpanned(True)
        head.setFont(0, font("section"))
        head.setSizeHint(0, QSize(0, px(36)))
        head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        for keys, what in group.keys:
            row = QTreeWidgetItem(head, [keys, what])
            row.setToolTip(0, keys)
            row.setToolTip(1, what)
            row.setSizeHint(0, QSize(0, px(24)))


def _actions(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        below = action.menu()
        if below is not None:
            found += _actions(below)
        elif not action.isSeparator():
            found.append(action)
    return found


def _keys(action: QAction) -> str:
    """Return an action's keys, without those that hardly any keyboard has, such as a key for Undo."""
    usual = (keys for keys in action.shortcuts() if keys[0].key() < Qt.Key.Key_Back)
    return ", ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in usual)


def _words(action: QAction) -> str:
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
