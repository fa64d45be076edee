"""Data: how much different text there is, and whether it may be read more than once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from advisor.field_text import TOKEN_LIMIT
from advisor.language import translate
from advisor.quantities import exact_number
from ui.choice_row import ChoiceRow
from ui.fields import Facts, FieldRow, Shown
from ui.plan_groups.group import PlanGroup
from ui.text_entry import TextEntry


class DataGroup(PlanGroup):
    """Text for the student, for a teacher that is trained here, and repetition."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Data fields", "Data"), parent, term="token")
        student = FieldRow(
            "data.student_tokens",
            translate("Data fields", "Student text"),
            self._student_text,
            help_text=translate(
                "Data fields",
                "How many tokens of different text the student can be trained on. A token is about three quarters of "
                "an English word.",
            ),
        )
        student.add_entry(TextEntry("data.student_tokens", TOKEN_LIMIT))
        repeat = ChoiceRow(
            "data.allow_repeats",
            translate("Data fields", "May repeat"),
            [(True, translate("Data fields", "Yes")), (False, translate("Data fields", "No"))],
            self._repeat,
            help_text=translate(
                "Data fields",
                "Whether text may be read more than once when it runs out. Up to about four passes are almost as good "
                "as new text.",
            ),
        )
        teacher = FieldRow(
            "data.teacher_tokens",
            translate("Data fields", "Teacher text"),
            self._teacher_text,
            help_text=translate(
                "Data fields",
                "How many tokens of different text a teacher can be trained on, where it is trained here.",
            ),
        )
        teacher.add_entry(TextEntry("data.teacher_tokens", TOKEN_LIMIT))
        self.add_row(student)
        self.add_row(repeat)
        self.add_row(teacher, more=True)

    def _student_text(self, facts: Facts) -> Shown:
        return Shown(self._amount(facts.plan.data.student_tokens, facts), translate("Data fields", "no limit"))

    def _teacher_text(self, facts: Facts) -> Shown:
        if facts.plan.teacher.exists:
            return Shown(
                translate("Data fields", "Unused: the teacher exists already"),
                translate("Data fields", "no limit"),
                unused=True,
            )
        return Shown(
            self._amount(facts.plan.data.teacher_tokens, facts), translate("Data fields", "no limit"), promoted=True
        )

    def _repeat(self, facts: Facts) -> Shown:
        data, teacher = facts.plan.data, facts.plan.teacher
        limited = data.student_tokens is not None or (data.teacher_tokens is not None and not teacher.exists)
        return Shown(unused=not limited)

    def _amount(self, tokens: float | None, facts: Facts) -> str:
        if tokens is None:
            return translate("Data fields", "Fresh text never runs out")
        if facts.plan.data.allow_repeats:
            return translate("Data fields", "= {tokens} tokens, then again").format(tokens=exact_number(tokens))
        return translate("Data fields", "= {tokens} tokens, then no more").format(tokens=exact_number(tokens))
