"""The Check page's groups as a tree: headings, and below each its paragraph and its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor.check.rows import CheckGroup, CheckPage, CheckRow, digits
from advisor.language import translate
from advisor.number_text import with_marks, without_marks

QUANTITY, VALUE, HOW, SOURCE = range(4)
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
"""What a row holds: a `CheckGroup`, a paragraph of one (str), or a `CheckRow`."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

Index = QModelIndex | QPersistentModelIndex
Entry = CheckGroup | CheckRow | str
NO_INDEX = QModelIndex()

HEADING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
IN_A_GROUP = HEADING | Qt.ItemFlag.ItemNeverHasChildren

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "ρ": "rho", "ω": "omega", "σ": "sigma", "λ": "lambda", "τ": "tau",
    "µ": "mu", "Φ": "phi", "′": "'", "\u0303": "~",
}  # fmt: skip
"""How letters are typed that keyboards lack."""


class CheckModel(QAbstractItemModel):
    """Shows the groups of a `CheckPage`, or of them the rows that a search finds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page: CheckPage | None = None
        self._words: tuple[str, ...] = ()
        self._groups: tuple[CheckGroup, ...] = ()
        self._entries: tuple[tuple[str | CheckRow, ...], ...] = ()
        self._headers = (
            translate("Check page", "Quantity"),
            translate("Check page", "Value"),
            translate("Check page", "How it comes about"),
            translate("Check page", "Source"),
        )

    @property
    def groups(self) -> tuple[CheckGroup, ...]:
        """The groups shown, in order."""
        return self._groups

    def entries(self, group: int) -> tuple[str | CheckRow, ...]:
        """The paragraphs and rows shown of a group."""
        return self._entries[group]

    @property
    def searching(self) -> bool:
        """Whether only rows that a search finds are shown."""
        return bool(self._words)

    def every_index(self) -> Iterator[QModelIndex]:
        """Return the first cell of every heading, paragraph and row, in the order shown."""
        for number, entries in enumerate(self._entries):
            heading = self.index(number, QUANTITY)
            yield heading
            yield from (self.index(k, QUANTITY, heading) for k in range(len(entries)))

    def set_page(self, page: CheckPage) -> bool:
        """Show a page; return whether the rows are others than before (else only what they say may be)."""
        self._page = page
        return self._show()

    def set_search(self, text: str) -> bool:
        """Show only rows that have every word of ``text``; return whether the rows are others than before."""
        words = tuple(text.casefold().split())
        if words == self._words:
            return False
        self._words = words
        return self._show()

    def _show(self) -> bool:
        found = [(group, self._found(group)) for group in (self._page.groups if self._page else ())]
        shown = [(group, entries) for group, entries in found if entries]
        groups, entries = tuple(group for group, _ in shown), tuple(entries for _, entries in shown)
        same = _shape(groups, entries) == _shape(self._groups, self._entries)
        if same:
            # All at once: told row by row, a tree measures everything twice.
            self.layoutAboutToBeChanged.emit()
            self._groups, self._entries = groups, entries
            self.layoutChanged.emit()
        else:
            self.beginResetModel()
            self._groups, self._entries = groups, entries
            self.endResetModel()
        return not same

    def _found(self, group: CheckGroup) -> tuple[str | CheckRow, ...]:
        paragraphs = tuple(group.text.splitlines())
        if not self._words:
            return (*paragraphs, *group.rows)
        title = group.title.casefold()
        rows = tuple(row for row in group.rows if all(word in f"{title} {_haystack(row)}" for word in self._words))
        texts = tuple(text for text in paragraphs if all(word in f"{title} {text.casefold()}" for word in self._words))
        return (*texts, *rows)

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        if not (0 <= row < self.rowCount(parent) and 0 <= column < len(self._headers)):
            return NO_INDEX
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NO_INDEX) -> QModelIndex:  # type: ignore[override]
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, QUANTITY, 0) if group else NO_INDEX

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() or parent.column() != QUANTITY:
            return 0
        return len(self._entries[parent.row()])

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return len(self._headers)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return IN_A_GROUP if index.internalId() else HEADING

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def entry(self, index: Index) -> Entry:
        """Return what a row holds."""
        group = index.internalId()
        return self._entries[group - 1][index.row()] if group else self._groups[index.row()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ENTRY_ROLE:
            return self.entry(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(self.entry(index), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(self.entry(index), index.column())
        return None

    def _text(self, entry: Entry, column: int) -> str:
        if not isinstance(entry, CheckRow):
            return (entry if isinstance(entry, str) else entry.title) if column == QUANTITY else ""
        if column == QUANTITY:
            return f"{entry.symbol}: {entry.meaning}" if entry.symbol else entry.meaning
        if column == VALUE:
            return entry.text
        if column == HOW:
            return "; ".join(text for text in (how_lines(entry)) if text)
        return entry.source

    def _tip(self, entry: Entry, column: int) -> str:
        if not isinstance(entry, CheckRow) or entry.value is None or column != VALUE:
            return ""
        exact = with_marks(digits(entry.value, None).strip("()"))
        return translate("Check page", "Exactly {number} {unit}").format(number=exact, unit=entry.unit).rstrip()


def how_lines(row: CheckRow) -> tuple[str, str, str]:
    """Return the lines of "How it comes about": formula, formula with numbers, note."""
    return (f"= {row.formula}", f"= {row.numbers}", row.note) if row.formula else ("", "", row.note)


def more_digits(row: CheckRow) -> str:
    """Return a computed value to the figures its formula has, where that says more than its text.

    The unit follows where the text has another one: "1.61 MWh" is 1612.8 kWh.
    """
    if row.value is None or not row.formula:
        return ""
    said = _NUMBER.search(without_marks(row.text))
    number = digits(row.value).strip("()")
    if said is None:
        return number
    if float(said[0]) == row.value or said[0] == f"{row.value:.0f}":
        return ""
    scaled = abs(float(said[0]) - row.value) > 0.01 * abs(row.value)
    return f"{number} {row.unit}" if scaled and row.unit and row.unit not in row.text else number


def _haystack(row: CheckRow) -> str:
    text = " ".join((row.symbol, row.symbol.replace("_", ""), row.meaning, row.text, row.formula, row.note, row.source))
    for letter, name in GREEK.items():
        if letter in text:
            text += " " + row.symbol.replace(letter, name)
    return text.casefold()


def _shape(
    groups: tuple[CheckGroup, ...], entries: tuple[tuple[str | CheckRow, ...], ...]
) -> list[tuple[str, tuple[str, ...]]]:
    """Return what tells rows apart: names and keys, not values."""
    return [
        (group.name, tuple("" if isinstance(entry, str) else entry.key for entry in shown))
        for group, shown in zip(groups, entries, strict=True)
    ]
