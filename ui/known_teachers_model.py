"""The catalogue of known teachers as a table's model: what their makers say, and what they would mean for the plan."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from advisor.known_teachers import (
    KnownTeacher,
    estimated_losses,
    fits_vocabulary,
    is_listed,
    known_teachers,
    search_known_teachers,
)
from advisor.language import translate
from advisor.names import capital, estimated
from advisor.plan import Plan
from advisor.quantities import exact_number, format_loss, format_parameters, format_tokens
from advisor.scenarios import coefficient_set

NAME, SIZE, TRAINING, VOCABULARY, LOSS, REMARKS, YEAR, LICENCE = range(8)
AT_RIGHT = frozenset({SIZE, TRAINING, VOCABULARY, LOSS, YEAR})
LISTED_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class KnownTeachersModel(QAbstractTableModel):
    """Rows are the models that fit what is searched for, in the catalogue's order or sorted by a column."""

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search = ""
        self._column, self._order = -1, Qt.SortOrder.AscendingOrder
        self._teachers: tuple[KnownTeacher, ...] = known_teachers()
        self._losses: dict[str, float] = {}
        self._plan = plan
        self._headers = (
            translate("Known models", "Model"),
            translate("Known models", "Size"),
            translate("Known models", "Trained on"),
            translate("Known models", "Vocabulary"),
            translate("Known models", "Estimated loss*"),
            translate("Known models", "Remarks"),
            translate("Known models", "Year"),
            translate("Known models", "Licence"),
        )
        self._tips = (
            translate("Known models", "The model's name; the remarks below the table name its maker and source"),
            translate("Known models", "Parameters without embeddings, as the law counts"),
            translate("Known models", "The tokens it was trained on, as its makers say"),
            translate("Known models", "How many different tokens it knows, padding included"),
            translate("Known models", "Its loss in nats per token, from its size and tokens; {estimated}").format(
                estimated=estimated()
            ),
            translate("Known models", "What to know before choosing it"),
            translate("Known models", "When it was published"),
            translate("Known models", "Check that it allows training another model on its outputs"),
        )
        self.show_plan(plan)

    def teacher(self, row: int) -> KnownTeacher:
        """Return the model in a row."""
        return self._teachers[row]

    def row_of(self, teacher: KnownTeacher) -> int:
        """Return the row a model stands in; -1 where the search hides it."""
        return self._teachers.index(teacher) if teacher in self._teachers else -1

    def show_plan(self, plan: Plan) -> None:
        """Say what each model would mean for this plan."""
        coefficients = coefficient_set(plan)
        every = known_teachers()
        losses = estimated_losses(every, coefficients)
        self._losses = {teacher.id: float(loss) for teacher, loss in zip(every, losses, strict=True)}
        self._plan = plan
        if self._teachers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._teachers) - 1, LICENCE))

    def search(self, text: str) -> None:
        """Show the models that every word of the text fits."""
        self._search = text
        self._fill()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 gives the catalogue's order back."""
        self._column, self._order = column, order
        self._fill()

    def _fill(self) -> None:
        found = search_known_teachers(self._search)
        if self._column >= 0:
            backwards = self._order == Qt.SortOrder.DescendingOrder
            found = tuple(sorted(found, key=self._sort_key, reverse=backwards))
        self.beginResetModel()
        self._teachers = found
        self.endResetModel()

    def _sort_key(self, teacher: KnownTeacher) -> Any:
        keys = {
            NAME: teacher.name.casefold(),
            SIZE: teacher.non_embedding_parameters,
            TRAINING: teacher.training_tokens,
            VOCABULARY: teacher.vocabulary,
            LOSS: self._losses[teacher.id],
            YEAR: teacher.year,
            LICENCE: teacher.licence.casefold(),
            REMARKS: self._remarks(teacher),
        }
        return keys[self._column]

    # What Qt asks

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._teachers)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tips[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        teacher, column = self._teachers[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(teacher, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(teacher, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headers[column].rstrip('*')}: {self._text(teacher, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return is_listed(teacher, self._plan) if role == LISTED_ROLE else None

    def _text(self, teacher: KnownTeacher, column: int) -> str:
        texts = {
            NAME: teacher.name,
            SIZE: format_parameters(teacher.non_embedding_parameters),
            TRAINING: format_tokens(teacher.training_tokens),
            VOCABULARY: exact_number(teacher.vocabulary),
            LOSS: format_loss(self._losses[teacher.id]),
            YEAR: str(teacher.year),
            LICENCE: teacher.licence,
            REMARKS: self._remarks(teacher),
        }
        return texts[column]

    def _tip(self, teacher: KnownTeacher, column: int) -> str:
        tips = {
            NAME: translate("Known models", "{name}, by {maker}").format(name=teacher.name, maker=teacher.organisation),
            SIZE: translate("Known models", "{number} parameters without embeddings, {total} in all").format(
                number=exact_number(teacher.non_embedding_parameters), total=exact_number(teacher.total_parameters)
            ),
            TRAINING: translate("Known models", "{number} tokens").format(number=exact_number(teacher.training_tokens)),
            LOSS: self._tips[LOSS],
        }
        return tips.get(column, self._text(teacher, column))

    def _remarks(self, teacher: KnownTeacher) -> str:
        remarks = []
        if is_listed(teacher, self._plan):
            remarks.append(translate("Known models", "in the plan"))
        if not fits_vocabulary(teacher, self._plan):
            remarks.append(translate("Known models", "another vocabulary"))
        if teacher.distilled:
            remarks.append(translate("Known models", "distilled"))
        return capital(", ".join(remarks))


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in AT_RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
