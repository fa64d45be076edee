"""The existing teachers as a table's model: what the plan says of each, and how its student would do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor.errors import InputError
from advisor.field_text import PARAMETERS, TeacherQuality, parse_teacher_quality
from advisor.language import translate
from advisor.plan import Candidate
from advisor.quantities import exact_number, format_loss
from advisor.recommendation import CandidateResult

NAME, SIZE, TRAINING, LOSS, RANK = range(5)
EDITABLE = (NAME, SIZE, TRAINING)
FIELDS = {NAME: "name", SIZE: "parameters", TRAINING: "training_tokens"}

BEST_ROLE = Qt.ItemDataRole.UserRole + 1
WRONG_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class NameText:
    """How a candidate's name is read and written."""

    def parse(self, text: str, field: str = "") -> str:
        """Return the name, without space around it.

        Raises
        ------
        InputError
            For an empty name or one of more than 200 characters.
        """
        name = text.strip()
        if not 1 <= len(name) <= 200:
            raise InputError(field, translate("Teacher table", "Write a name of 1 to 200 characters"))
        return name

    def text(self, value: str) -> str:
        """Return the name."""
        return value


class QualityText:
    """How a candidate's training tokens or loss are read and written."""

    def parse(self, text: str, field: str = "") -> TeacherQuality:
        """Return what the text says; `InputError` where it says nothing."""
        return parse_teacher_quality(text, field)

    def text(self, value: TeacherQuality) -> str:
        """Return "15T" or "loss 1.950"."""
        return value.text


QUANTITIES: dict[int, Any] = {NAME: NameText(), SIZE: PARAMETERS, TRAINING: QualityText()}


class CandidateModel(QAbstractTableModel):
    """Rows are the plan's candidates; student loss and rank come from the answer, matched by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._candidates: tuple[Candidate, ...] = ()
        self._results: dict[str, CandidateResult] = {}
        self._ranks: dict[str, str] = {}
        self._wrong: dict[tuple[int, int], tuple[str, str]] = {}
        self._headers = (
            translate("Teacher table", "Candidate"),
            translate("Teacher table", "Size*"),
            translate("Teacher table", "Trained on"),
            translate("Teacher table", "Student loss"),
            translate("Teacher table", "Rank"),
        )
        self._tips = (
            translate("Teacher table", "A teacher that exists"),
            translate("Teacher table", "Parameters without embeddings"),
            translate(
                "Teacher table", "The tokens it was trained on, such as 15T; or its loss on your text, such as 1.95"
            ),
            translate("Teacher table", "The loss of the student it would teach, in nats per token; lower is better"),
            translate(
                "Teacher table",
                "1 is the best of your teachers for this plan. Teachers that share ranks, as in 1–2, are closer "
                "than the law's error allows to tell.",
            ),
        )

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The plan's candidates."""
        return self._candidates

    def set_candidates(self, candidates: tuple[Candidate, ...]) -> None:
        """Show these candidates; editors stay open where the number of rows stays."""
        if candidates == self._candidates:
            return
        old = self._candidates
        if len(candidates) == len(old):
            self._candidates = candidates
            for row, (before, after) in enumerate(zip(old, candidates, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, RANK))
        else:
            self.beginResetModel()
            self._candidates = candidates
            self._wrong.clear()
            self.endResetModel()

    def set_results(self, results: tuple[CandidateResult, ...], ranks: Mapping[str, str]) -> None:
        """Show how each candidate would do; ``ranks`` are the texts of their ranks by name."""
        self._results = {result.name: result for result in results}
        self._ranks = dict(ranks)
        if self._candidates:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._candidates) - 1, RANK))

    def value(self, row: int, column: int) -> Any:
        """Return what the plan says in a cell that can be edited."""
        candidate = self._candidates[row]
        if column == NAME:
            return candidate.name
        if column == SIZE:
            return candidate.parameters
        if candidate.loss is not None:
            return TeacherQuality(loss=candidate.loss)
        return TeacherQuality(training_tokens=candidate.training_tokens)

    def changes(self, column: int, value: Any) -> dict[str, Any]:
        """Return the fields of a candidate that an edited cell changes."""
        if column == TRAINING:
            return {"loss": value.loss, "training_tokens": value.training_tokens}
        return {FIELDS[column]: value}

    def wrong(self) -> dict[tuple[int, int], tuple[str, str]]:
        """Return the cells that hold text that cannot be read: (text, fix) by (row, column)."""
        return dict(self._wrong)

    def set_wrong(self, row: int, column: int, text: str, fix: str) -> None:
        """Keep text that cannot be read in a cell; an empty fix lets it go."""
        if fix:
            self._wrong[row, column] = (text, fix)
        elif self._wrong.pop((row, column), None) is None:
            return
        index = self.index(row, column)
        self.dataChanged.emit(index, index)

    def clear_wrong(self) -> None:
        """Let all text go that cannot be read."""
        for row, column in tuple(self._wrong):
            self.set_wrong(row, column, "", "")

    # What Qt asks

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._candidates)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in EDITABLE else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tips[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        wrong = self._wrong.get((row, column))
        if role == Qt.ItemDataRole.DisplayRole:
            return wrong[0] if wrong else self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrong[1] if wrong else self._tip(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headers[column]}: {wrong[0] if wrong else self._text(row, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == WRONG_ROLE:
            return wrong[1] if wrong else ""
        if role == BEST_ROLE:
            result = self._results.get(self._candidates[row].name)
            return result is not None and result.rank == 1
        return None

    def _text(self, row: int, column: int) -> str:
        if column in EDITABLE:
            return str(QUANTITIES[column].text(self.value(row, column)))
        result = self._results.get(self._candidates[row].name)
        if result is None:
            return "–"
        return format_loss(result.loss) if column == LOSS else self._ranks.get(result.name, str(result.rank))

    def _tip(self, row: int, column: int) -> str:
        candidate = self._candidates[row]
        if column == NAME:
            return candidate.name
        if column == SIZE:
            return translate("Teacher table", "{number} parameters without embeddings").format(
                number=exact_number(candidate.parameters)
            )
        if column == TRAINING and candidate.training_tokens is not None:
            return translate("Teacher table", "{number} tokens").format(number=exact_number(candidate.training_tokens))
        return ""


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == NAME else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
