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
from advisor.language import translate
from advisor.plan import Plan
from advisor.plan_edit import default_value, with_value
from advisor.quantities import exact_number, format_bytes, format_parameters, format_tokens
from advisor.student_size import fits, largest_student, weight_bytes
from ui.fields import Change, Describe, Facts, FieldRow, Shown
from ui.plan_groups.group import PlanGroup
from ui.segmented import Segmented
from ui.text_entry import TextEntry
from ui.text_size import px
from ui.theme import set_state

SIZE = "student.parameters"


class StudentGroup(PlanGroup):
    """Size, either way of counting it, the memory it has to fit, its architecture and its service."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Student fields", "Student"), parent, term="student")
        self.size_row = SizeRow(
            SIZE,
            translate("Student fields", "Size"),
            self._size_shown,
            help_text=translate(
                "Student fields",
                "How many parameters the model has that ships, such as 7B or 300M. “More” tells how they are counted.",
            ),
        )
        self._counting = CountingRow(
            "",
            translate("Student fields", "Embeddings"),
            self._counting_shown,
            help_text=translate(
                "Student fields", "Whether a size includes the embeddings, the table that turns tokens into numbers."
            ),
        )
        self._counting.term = "embeddings"  # it edits no field of the plan that could say so
        self._counting.counted.connect(self._count)
        self.add_row(self.size_row)
        self.add_row(self._counting, more=True)
        fit = FitRow(
            "student.memory_gb",
            translate("Student fields", "Must fit in"),
            self._fit_shown,
            help_text=translate(
                "Student fields",
                "The memory for the weights on the device that runs the student, and how many bits each weight takes.",
            ),
        )
        self.add_row(fit, more=True)
        self._add_architecture()
        served = FieldRow(
            "student.served_tokens",
            translate("Student fields", "Served"),
            self._served_shown,
            help_text=translate(
                "Student fields", "How many tokens the student will read and write over its whole life."
            ),
        )
        served.add_entry(TextEntry("student.served_tokens", SERVED_TOKENS))
        self.add_row(served, more=True)

    def _add_architecture(self) -> None:
        add, study = self._add_number, self._study_shown
        text = translate(
            "Student fields", "How many tokens the models look at together. Longer contexts make every token dearer."
        )
        add("context", translate("Student fields", "Context"), CONTEXT, self._context_shown, text)
        text = translate(
            "Student fields",
            "How many different tokens the models know. A teacher can only be imitated token by token in its own "
            "vocabulary.",
        )
        add("vocabulary", translate("Student fields", "Vocabulary"), VOCABULARY, self._vocabulary_shown, text)
        text = translate("Student fields", "The width of the models, in units, for each layer they are deep.")
        add("aspect_ratio", translate("Student fields", "Width / depth"), ASPECT_RATIO, study, text)
        text = translate("Student fields", "How much wider the feed-forward part is than the model.")
        add("ffn_ratio", translate("Student fields", "FFN ratio"), FFN_RATIO, study, text)
        text = translate("Student fields", "How many matrices a feed-forward part has: three with a gate, else two.")
        add("ffn_matrices", translate("Student fields", "FFN matrices"), MATRICES, study, text)
        text = translate("Student fields", "How many query heads share one key and value head; 1 is plain attention.")
        add("gqa_group", translate("Student fields", "Query group"), QUERY_GROUP, study, text)

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
                translate("Student fields", "= {total} with embeddings, {size} without").format(
                    total=exact_number(round(total)), size=format_parameters(parameters)
                )
            )
        return Shown(
            translate("Student fields", "= {size} without embeddings, {total} with").format(
                size=exact_number(round(parameters)), total=format_parameters(total)
            )
        )

    def _counting_shown(self, facts: Facts) -> Shown:
        if self.size_row.with_embeddings:
            return Shown(translate("Student fields", "Size is what model cards usually quote"))
        return Shown(translate("Student fields", "Size is the count that the law uses"))

    def _fit_shown(self, facts: Facts) -> Shown:
        student, architecture = facts.plan.student, facts.plan.architecture
        needed = format_bytes(weight_bytes(student.parameters, student.bits, architecture))
        if student.memory_gb is None:
            echo = translate("Student fields", "This size has {size} of weights").format(size=needed)
        elif fits(student.parameters, student.memory_gb, student.bits, architecture):
            echo = translate("Student fields", "Fits: {size} of weights, working memory on top").format(size=needed)
        else:
            largest = format_parameters(largest_student(student.memory_gb, student.bits, architecture))
            echo = translate("Student fields", "Too large: {size} of weights; {largest} would fit").format(
                size=needed, largest=largest
            )
        return Shown(echo, translate("Student fields", "any size"))

    def _context_shown(self, facts: Facts) -> Shown:
        return Shown(
            translate("Student fields", "= {number} tokens at once").format(
                number=exact_number(facts.plan.architecture.context)
            )
        )

    def _vocabulary_shown(self, facts: Facts) -> Shown:
        number = exact_number(facts.plan.architecture.vocabulary)
        return Shown(translate("Student fields", "= {number} different tokens").format(number=number))

    def _study_shown(self, facts: Facts) -> Shown:
        return Shown(translate("Student fields", "The default is as in the study"))

    def _served_shown(self, facts: Facts) -> Shown:
        tokens = facts.plan.student.served_tokens
        if tokens is None:
            return Shown(
                translate("Student fields", "The cost of serving is left out"),
                translate("Student fields", "not counted"),
            )
        return Shown(
            translate("Student fields", "= {tokens} tokens over its life").format(tokens=exact_number(tokens)),
            translate("Student fields", "not counted"),
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
        self.segments = Segmented(
            [(False, translate("Student fields", "Left out")), (True, translate("Student fields", "Counted"))],
            self.editor,
        )
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
        memory.part = translate("Student fields", "memory")
        at = QLabel(translate("Student fields", "at"), self.editor)
        set_state(at, tone="muted")
        self.editor_layout.addWidget(at)
        bits = self.add_entry(TextEntry("student.bits", BITS, default_value("student.bits")))
        bits.part = translate("Student fields", "bits per weight")
        self.use_button = QPushButton(translate("Student fields", "Use"), self.editor)
        self.use_button.setFixedWidth(px(48))
        self.use_button.setAutoDefault(False)
        set_state(self.use_button, kind="small")
        self.use_button.clicked.connect(self._use)
        self.editor_layout.addWidget(self.use_button)

    def show_values(self, facts: Facts, shown: Shown, keep_wrong: bool) -> None:
        super().show_values(facts, shown, keep_wrong)
        largest = _largest(facts.plan)
        self.use_button.setEnabled(largest is not None and largest != facts.plan.student.parameters)
        self._use_tip = ""
        if largest is not None:
            tip = translate("Student fields", "Make the student as large as fits: {size}")
            self._use_tip = tip.format(size=format_tokens(largest))

    def show_plan(self, facts: Facts, keep_wrong: bool = True) -> Shown:
        shown = super().show_plan(facts, keep_wrong)
        self.use_button.setToolTip(self._use_tip)
        self.use_button.setAccessibleName(
            self._use_tip or translate("Student fields", "Use the largest size that fits")
        )
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
