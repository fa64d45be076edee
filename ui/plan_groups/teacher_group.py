"""Teacher: whether one exists, what its outputs cost, who shares them, and which ones there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from advisor.coefficients import BUILT_IN_SETS, built_in_set
from advisor.field_text import PARAMETERS, STUDENTS, TOKENS, VOCABULARY
from advisor.language import translate
from advisor.plan import Plan
from advisor.plan_edit import default_value, with_value
from advisor.quantities import exact_number, format_share
from advisor.recommendation import CandidateResult
from advisor.scenarios import coefficient_set, cost_shares
from ui.candidate_cells import FIELD as CANDIDATES
from ui.candidate_table import CandidateTable
from ui.choice_row import ChoiceRow
from ui.fields import Change, Describe, Facts, FieldRow, Shown
from ui.known_teachers_dialog import KnownTeachersDialog
from ui.plan_groups.group import PlanGroup
from ui.text_entry import TextEntry
from ui.theme import LIGHT, Theme, set_state

RANGE = "teacher.parameters_range"


class TeacherGroup(PlanGroup):
    """The plain answers that decide what a teacher costs, and the teachers that exist."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Teacher fields", "Teacher"), parent, term="teacher")
        exists = ChoiceRow(
            "teacher.exists",
            translate("Teacher fields", "Exists"),
            [(True, translate("Teacher fields", "Yes")), (False, translate("Teacher fields", "No"))],
            self._plain,
            help_text=translate(
                "Teacher fields", "Whether a teacher is there already; otherwise its training is part of the cost."
            ),
        )
        self.outputs_row = OutputsRow(
            "teacher.outputs_stored",
            translate("Teacher fields", "Its outputs"),
            [],
            self._plain,
            drop_down=True,
            help_text=translate(
                "Teacher fields",
                "What the teacher predicts for each token of the student's text. Computing them costs a pass through "
                "the teacher; where they are stored anyway, they cost nothing here.",
            ),
        )
        shared = FieldRow(
            "teacher.students",
            translate("Teacher fields", "Shared by"),
            self._shared,
            help_text=translate(
                "Teacher fields", "How many students the same teacher serves; they share the cost of training it."
            ),
        )
        shared.add_entry(TextEntry("teacher.students", STUDENTS, default_value("teacher.students")))
        share_outputs = ChoiceRow(
            "teacher.share_outputs",
            translate("Teacher fields", "Share outputs"),
            [(True, translate("Teacher fields", "Yes")), (False, translate("Teacher fields", "No"))],
            self._share_outputs,
            help_text=translate(
                "Teacher fields",
                "Whether the outputs are computed once and stored for all students, on the same text; else each "
                "student pays for its own.",
            ),
        )
        self.table = CandidateTable()
        self.table.current_changed.connect(self._current_changed)
        self.table.known_models_requested.connect(self.open_known_models)
        self.known_models: KnownTeachersDialog | None = None
        self._theme = LIGHT
        self.add_rows((exists, self.outputs_row, shared))
        self.add_row(share_outputs, more=True)
        self.add_row(self.table)
        self._add_more()

    def _add_more(self) -> None:
        self.vocabulary_row = VocabularyRow(
            "",
            translate("Teacher fields", "Vocabulary"),
            self._vocabulary,
            help_text=translate(
                "Teacher fields",
                "How many different tokens the chosen candidate knows. Only a teacher with the student's vocabulary "
                "can be imitated token by token.",
            ),
        )
        self.vocabulary_row.term = "vocabulary"  # which candidate's field it edits changes with the table
        tokens = FieldRow(
            "teacher.max_training_tokens",
            translate("Teacher fields", "Trained on"),
            self._max_tokens,
            help_text=translate(
                "Teacher fields", "The most tokens a teacher that is not in the table may have been trained on."
            ),
        )
        tokens.add_entry(TextEntry("teacher.max_training_tokens", TOKENS, default_value("teacher.max_training_tokens")))
        sizes = RangeRow(
            RANGE,
            translate("Teacher fields", "Size range"),
            self._range,
            help_text=translate(
                "Teacher fields", "The smallest and the largest teacher to consider, without embeddings."
            ),
        )
        self.law_row = LawRow(
            "coefficients",
            translate("Teacher fields", "Law"),
            [],
            self._law,
            drop_down=True,
            echo=True,
            help_text=translate(
                "Teacher fields", "The numbers in the formulas that predict losses, and where they come from."
            ),
        )
        self.add_rows((self.vocabulary_row, tokens, sizes, self.law_row), more=True)

    def show_candidates(self, results: tuple[CandidateResult, ...], ranks: Mapping[str, str]) -> None:
        """Show how each candidate's student would do."""
        self.table.show_results(results, ranks)

    def set_stale(self, text: str) -> None:
        self.table.set_stale(bool(text))

    def open_known_models(self) -> None:
        """Open the catalogue of well-known open models beside the work."""
        if self._facts is None:
            return
        if self.known_models is None:
            self.known_models = KnownTeachersDialog(self)
            self.known_models.edit_requested.connect(self._known_model_edit)
            self.known_models.set_theme(self._theme)
        self.known_models.open_for(self._facts.plan)

    def show_plan(self, facts: Facts, keep_wrong: bool = True) -> None:
        super().show_plan(facts, keep_wrong)
        if self.known_models is not None:
            self.known_models.show_plan(facts.plan)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._theme = theme
        if self.known_models is not None:
            self.known_models.set_theme(theme)

    def _known_model_edit(self, change: Change, text: str) -> None:
        self.edited.emit(change, text, "")

    def _current_changed(self, row: int) -> None:
        self.vocabulary_row.row = row
        if self._facts is not None and not self._showing:
            self.show_plan(self._facts)

    # What each row shows

    def _plain(self, facts: Facts) -> Shown:
        return Shown()

    def _shared(self, facts: Facts) -> Shown:
        teacher = facts.plan.teacher
        outputs, training = cost_shares(facts.plan)
        if teacher.exists and teacher.outputs_stored:
            return Shown(translate("Teacher fields", "Unused: the teacher costs nothing here"), unused=True)
        if teacher.exists:
            return Shown(
                translate("Teacher fields", "This student pays {outputs} of the outputs").format(
                    outputs=self._part(outputs)
                )
            )
        return Shown(
            translate("Teacher fields", "Pays {training} of the training, {outputs} of the outputs").format(
                training=self._part(training), outputs=self._part(outputs)
            )
        )

    def _part(self, share: float) -> str:
        if share in (0.0, 1.0):
            whole = translate("Teacher fields", "all", "as in: pays all of the outputs")
            return whole if share else translate("Teacher fields", "nothing", "as in: pays nothing of the outputs")
        return format_share(share)

    def _share_outputs(self, facts: Facts) -> Shown:
        teacher = facts.plan.teacher
        used = teacher.students > 1 and not teacher.outputs_stored
        return Shown(unused=not used, promoted=used)

    def _vocabulary(self, facts: Facts) -> Shown:
        row = self.vocabulary_row.row
        own = exact_number(facts.plan.architecture.vocabulary)
        if not self.vocabulary_row.fields_exist(facts.plan):
            return Shown(
                translate("Teacher fields", "Choose a candidate in the table"),
                translate("Teacher fields", "the student's"),
                unused=True,
            )
        name = facts.plan.teacher.candidates[row].name
        return Shown(
            translate("Teacher fields", "Of {name}; the student has {own}").format(name=name, own=own),
            translate("Teacher fields", "the student's"),
            unused=not facts.plan.teacher.exists,
        )

    def _max_tokens(self, facts: Facts) -> Shown:
        number = exact_number(facts.plan.teacher.max_training_tokens)
        if self._given(facts):
            return Shown(translate("Teacher fields", "Unused: the teacher is one of the candidates"), unused=True)
        return Shown(translate("Teacher fields", "= at most {number} tokens").format(number=number))

    def _range(self, facts: Facts) -> Shown:
        if self._given(facts):
            return Shown(translate("Teacher fields", "Unused: the teacher is one of the candidates"), unused=True)
        return Shown(translate("Teacher fields", "Parameters without embeddings"))

    def _given(self, facts: Facts) -> bool:
        return facts.plan.teacher.exists and bool(facts.plan.teacher.candidates)

    def _law(self, facts: Facts) -> Shown:
        chosen = coefficient_set(facts.plan)
        return Shown(chosen.note or chosen.source, source=f"{chosen.name}. {chosen.source}")


class OutputsRow(ChoiceRow):
    """Whether outputs must be computed; the words depend on whether the teacher exists."""

    def show_values(self, facts: Facts, shown: Shown, keep_wrong: bool) -> None:
        stored = (
            translate("Teacher fields", "are stored already")
            if facts.plan.teacher.exists
            else translate("Teacher fields", "will be stored anyway")
        )
        self.set_options([(False, translate("Teacher fields", "must be computed")), (True, stored)])
        super().show_values(facts, shown, keep_wrong)


class LawRow(ChoiceRow):
    """The coefficient set: a built-in one, or the one in the plan file."""

    def show_values(self, facts: Facts, shown: Shown, keep_wrong: bool) -> None:
        short = {
            BUILT_IN_SETS[0]: translate("Teacher fields", "Busbridge 2025"),
            BUILT_IN_SETS[1]: translate("Teacher fields", "Busbridge 2025, as printed"),
        }
        options = [(set_id, short.get(set_id, built_in_set(set_id).name)) for set_id in BUILT_IN_SETS]
        embedded = facts.plan.coefficient_set
        if embedded is not None and embedded.id not in BUILT_IN_SETS:
            options.append((embedded.id, embedded.name))
        self.set_options(options)
        super().show_values(facts, shown, keep_wrong)


class RangeRow(FieldRow):
    """The smallest and the largest teacher."""

    def __init__(self, field: str, label: str, describe: Describe, *, help_text: str = "") -> None:
        super().__init__(field, label, describe, help_text=help_text)
        low, high = default_value(RANGE)
        smallest = self.add_entry(TextEntry(f"{RANGE}[0]", PARAMETERS, low))
        smallest.part = translate("Teacher fields", "smallest")
        to = QLabel(translate("Teacher fields", "to"), self.editor)
        set_state(to, tone="muted")
        self.editor_layout.addWidget(to)
        largest = self.add_entry(TextEntry(f"{RANGE}[1]", PARAMETERS, high))
        largest.part = translate("Teacher fields", "largest")

    def fields(self) -> tuple[str, ...]:
        return (RANGE,)

    def read(self, plan: Plan, field: str) -> Any:
        return plan.teacher.parameters_range[0 if field.endswith("[0]") else 1]

    def write(self, field: str, value: Any) -> Change:
        def change(plan: Plan) -> Plan:
            low, high = plan.teacher.parameters_range
            return with_value(plan, RANGE, (value, high) if field.endswith("[0]") else (low, value))

        return change


class VocabularyRow(FieldRow):
    """The vocabulary of the candidate that has the keyboard in the table."""

    def __init__(self, field: str, label: str, describe: Describe, *, help_text: str = "") -> None:
        super().__init__(field, label, describe, help_text=help_text)
        self.row = -1
        self._entry = self.add_entry(TextEntry("", VOCABULARY))

    def fields(self) -> tuple[str, ...]:
        return (f"{CANDIDATES}[{self.row}].vocabulary",) if self._facts and self.fields_exist(self._facts.plan) else ()

    def fields_exist(self, plan: Plan) -> bool:
        """Return whether there is a candidate to speak of."""
        return 0 <= self.row < len(plan.teacher.candidates)

    def show_values(self, facts: Facts, shown: Shown, keep_wrong: bool) -> None:
        field = f"{CANDIDATES}[{self.row}].vocabulary"
        same_candidate = field == self._entry.field
        self._entry.field = field
        value = self.read(facts.plan, field) if self.fields_exist(facts.plan) else None
        self._entry.show_value(value, shown.default_text, keep_wrong=keep_wrong and same_candidate)
