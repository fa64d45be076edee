"""Student: how large the model is that ships, and what shape it has."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from advisor.field_text import (
    ASPECT_RATIO,
    BITS,
    CONTEXT,
    FFN_RATIO,
    MATRICES,
    MEMORY,
    PARAMETERS,
    QUERY_GROUP,
    SERVED_TOKENS,
    VOCABULARY,
    Quantity,
)
from advisor.flops import non_embedding_parameters, total_parameters
from advisor.plan import Plan
from advisor.plan_edit import default_value, with_value
from advisor.quantities import exact_number, format_bytes, format_parameters, format_tokens
from advisor.student_size import fits, largest_student, weight_bytes
from ui.fields import Change, Describe, Facts, FieldRow, Shown
from ui.plan_groups.group import PlanGroup
from ui.segmented import Segmented
from ui.text_entry import TextEntry
from ui.theme import set_state

SIZE = "student.parameters"


class StudentGroup(PlanGroup):
    """Size, either way of counting it, the memory it has to fit, its architecture and its service."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Student"), parent)
        self.size_row = SizeRow(
            SIZE,
            self.tr("Size"),
            self._size_shown,
            help_text=self.tr(
                "How many parameters the model has that ships, such as 7B or 300M. “More” tells how they are counted."
            ),
        )
        self._counting = CountingRow(
            "",
            self.tr("Embeddings"),
            self._counting_shown,
            help_text=self.tr("Whether a size includes the embeddings, the table that turns tokens into numbers."),
        )
        self._counting.counted.connect(self._count)
        self.add_row(self.size_row)
        self.add_row(self._counting, more=True)
        fit = FitRow(
            "student.memory_gb",
            self.tr("Must fit in"),
            self._fit_shown,
            help_text=self.tr(
                "The memory for the weights on the device that runs the student, and how many bits each weight takes."
            ),
        )
        self.add_row(fit, more=True)
        self._add_architecture()
        served = FieldRow(
            "student.served_tokens",
            self.tr("Served"),
            self._served_shown,
            help_text=self.tr("How many tokens the student will read and write over its whole life."),
        )
        served.add_entry(TextEntry("student.served_tokens", SERVED_TOKENS))
        self.add_row(served, more=True)

    def _add_architecture(self) -> None:
        add, study = self._add_number, self._study_shown
        text = self.tr("How many tokens the models look at together. Longer contexts make every token dearer.")
        add("context", self.tr("Context"), CONTEXT, self._context_shown, text)
        text = self.tr(
            "How many different tokens the models know. A teacher can only be imitated token by token in its own "
            "vocabulary."
        )
        add("vocabulary", self.tr("Vocabulary"), VOCABULARY, self._vocabulary_shown, text)
        text = self.tr("The width of the models, in units, for each layer they are deep.")
        add("aspect_ratio", self.tr("Width / depth"), ASPECT_RATIO, study, text)
        text = self.tr("How much wider the feed-forward part is than the model.")
        add("ffn_ratio", self.tr("FFN ratio"), FFN_RATIO, study, text)
        text = self.tr("How many matrices a feed-forward part has: three with a gate, else two.")
        add("ffn_matrices", self.tr("FFN matrices"), MATRICES, study, text)
        text = self.tr("How many query heads share one key and value head; 1 is plain attention.")
        add("gqa_group", self.tr("Query group"), QUERY_GROUP, study, text)

    def _add_number(self, name: str, label: str, quantity: Quantity, describe: Describe, help_text: str) -> None:
        field = f"architecture.{name}"
        row = FieldRow(field, label, describe, help_text=help_text)
        row.add_entry(TextEntry(field, quantity, default_value(field)))
        self.add_row(row, more=True)

    def _count(self, with_embeddings: bool) -> None:
        self.size_row.with_embeddings = with_embeddings
        if self._facts is not None:
            self.show_plan(self._facts)

    def _size_shown(self, facts: Facts) -> Shown:
        parameters, architecture = facts.plan.student.parameters, facts.plan.architecture
        total = float(total_parameters(parameters, architecture))
        if self.size_row.with_embeddings:
            return Shown(
                self.tr("= {total} with embeddings, {size} without").format(
                    total=exact_number(round(total)), size=format_parameters(parameters)
                )
            )
        return Shown(
            self.tr("= {size} without embeddings, {total} with").format(
                size=exact_number(round(parameters)), total=format_parameters(total)
            )
        )

    def _counting_shown(self, facts: Facts) -> Shown:
        if self.size_row.with_embeddings:
            return Shown(self.tr("Size is what model cards usually quote"))
        return Shown(self.tr("Size is the count that the law uses"))

    def _fit_shown(self, facts: Facts) -> Shown:
        student, architecture = facts.plan.student, facts.plan.architecture
        needed = format_bytes(weight_bytes(student.parameters, student.bits, architecture))
        if student.memory_gb is None:
            echo = self.tr("This size has {size} of weights").format(size=needed)
        elif fits(student.parameters, student.memory_gb, student.bits, architecture):
            echo = self.tr("Fits: {size} of weights, working memory on top").format(size=needed)
        else:
            largest = format_parameters(largest_student(student.memory_gb, student.bits, architecture))
            echo = self.tr("Too large: {size} of weights; {largest} would fit").format(size=needed, largest=largest)
        return Shown(echo, self.tr("any size"))

    def _context_shown(self, facts: Facts) -> Shown:
        return Shown(self.tr("= {number} tokens at once").format(number=exact_number(facts.plan.architecture.context)))

    def _vocabulary_shown(self, facts: Facts) -> Shown:
        number = exact_number(facts.plan.architecture.vocabulary)
        return Shown(self.tr("= {number} different tokens").format(number=number))

    def _study_shown(self, facts: Facts) -> Shown:
        return Shown(self.tr("The default is as in the study"))

    def _served_shown(self, facts: Facts) -> Shown:
        tokens = facts.plan.student.served_tokens
        if tokens is None:
            return Shown(self.tr("The cost of serving is left out"), self.tr("not counted"))
        return Shown(
            self.tr("= {tokens} tokens over its life").format(tokens=exact_number(tokens)), self.tr("not counted")
        )


class SizeRow(FieldRow):
    """The student's size, counted with or without embeddings; the plan always holds the count without."""

    def __init__(self, field: str, label: str, describe: Describe, *, help_text: str = "") -> None:
        super().__init__(field, label, describe, help_text=help_text)
        self.with_embeddings = False
        self.add_entry(TextEntry(SIZE, PARAMETERS, required=True))

    def read(self, plan: Plan, field: str) -> Any:
        size = plan.student.parameters
        return float(total_parameters(size, plan.architecture)) if self.with_embeddings else size

    def write(self, field: str, value: Any) -> Change:
        if not self.with_embeddings:
            return super().write(field, value)
        return lambda plan: with_value(plan, field, float(non_embedding_parameters(value, plan.architecture)))


class CountingRow(FieldRow):
    """Whether a typed size includes embeddings: a way of reading, no part of the plan.

    Signals
    -------
    counted(object)
        The user wants sizes counted with embeddings, or without.
    """

    counted = Signal(object)

    def __init__(self, field: str, label: str, describe: Describe, *, help_text: str = "") -> None:
        super().__init__(field, label, describe, help_text=help_text)
        self.segments = Segmented([(False, self.tr("Left out")), (True, self.tr("Counted"))], self.editor)
        self.segments.set_value(False)
        self.segments.chosen.connect(self.counted)
        self.editor_layout.addWidget(self.segments, 1)

    def fields(self) -> tuple[str, ...]:
        return ()


class FitRow(FieldRow):
    """The memory the student has to fit at so many bits a weight, and a button that makes it as large as fits."""

    def __init__(self, field: str, label: str, describe: Describe, *, help_text: str = "") -> None:
        super().__init__(field, label, describe, help_text=help_text)
        self._use_tip = ""
        self.editor_layout.setSpacing(4)
        memory = self.add_entry(TextEntry("student.memory_gb", MEMORY), 72)
        memory.part = self.tr("memory")
        at = QLabel(self.tr("at"), self.editor)
        set_state(at, tone="muted")
        self.editor_layout.addWidget(at)
        bits = self.add_entry(TextEntry("student.bits", BITS, default_value("student.bits")))
        bits.part = self.tr("bits per weight")
        self.use_button = QPushButton(self.tr("Use"), self.editor)
        self.use_button.setFixedWidth(48)
        self.use_button.setAutoDefault(False)
        set_state(self.use_button, kind="small")
        self.use_button.clicked.connect(self._use)
        self.editor_layout.addWidget(self.use_button)

    def show_values(self, facts: Facts, shown: Shown, keep_wrong: bool) -> None:
        super().show_values(facts, shown, keep_wrong)
        largest = _largest(facts.plan)
        self.use_button.setEnabled(largest is not None and largest != facts.plan.student.parameters)
        tip = "" if largest is None else self.tr("Make the student as large as fits: {size}")
        self._use_tip = tip.format(size=format_tokens(largest) if largest is not None else "")

    def show_plan(self, facts: Facts, keep_wrong: bool = True) -> Shown:
        shown = super().show_plan(facts, keep_wrong)
        self.use_button.setToolTip(self._use_tip)
        self.use_button.setAccessibleName(self._use_tip or self.tr("Use the largest size that fits"))
        return shown

    def _use(self) -> None:
        self.edited.emit(_with_largest, "")


def _largest(plan: Plan) -> float | None:
    student = plan.student
    if student.memory_gb is None:
        return None
    return largest_student(student.memory_gb, student.bits, plan.architecture)


def _with_largest(plan: Plan) -> Plan:
    largest = _largest(plan)
    return plan if largest is None else with_value(plan, SIZE, largest)
