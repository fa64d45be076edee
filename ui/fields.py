"""Rows of the plan panel: label, editor, badge, and under them what was understood or what would be right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from advisor.budget import Budget
from advisor.glossary.terms import FIELD_TERMS
from advisor.language import translate
from advisor.plan import Plan
from advisor.plan_edit import REQUIRED, default_value, value_at, with_value

from .echo_line import EchoLine
from .link_button import LinkButton
from .segmented import Segmented
from .text_entry import TextEntry
from .text_size import px
from .theme import Theme, font, set_state

LABEL_WIDTH = 88
BADGE_WIDTH = 56
FIELD_HEIGHT = 24
GAP = 8
OVERHANG = 4
"""How far the frame of a flat button reaches beyond the column its text is aligned with."""

Change = Callable[[Plan], Plan]


@dataclass(frozen=True)
class Problem:
    """A field that holds nothing usable: its path in the plan file, what the window calls it, what would be right."""

    field: str
    label: str
    fix: str


@dataclass(frozen=True)
class Facts:
    """What a row may speak of: the plan, its budget where it has one, and the plan as it was opened.

    ``own_defaults`` are the user's, by field, where they differ from those of the plan file.
    """

    plan: Plan
    budget: Budget | None
    opened: Plan
    own_defaults: Mapping[str, object] = dataclass_field(default_factory=dict)


@dataclass(frozen=True)
class Shown:
    """How a row presents itself for a plan.

    ``default_text`` stands in the field where the plan leaves the value open. ``unused`` and ``derived`` disable the
    editor and say so. ``source`` tells where the default comes from. ``promoted`` shows a row that is otherwise behind
    "More".
    """

    echo: str = ""
    default_text: str = ""
    source: str = ""
    unused: bool = False
    derived: bool = False
    visible: bool = True
    promoted: bool = False


Describe = Callable[[Facts], Shown]


class PanelRow(QWidget):
    """What a group of the panel holds: it shows a plan, changes it, and says what is wrong with it.

    Signals
    -------
    edited(object, str)
        The user changed something: a function from the old plan to the new one, and the key by which steps merge.
    problem_changed()
        `problems` are others.
    """

    edited = Signal(object, str)
    problem_changed = Signal()

    def __init__(self, field: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label_text = label
        self.term = FIELD_TERMS.get(field, "")
        self.more = False

    def step_text(self) -> str:
        """Return what the edit that is being told is called where it can be undone."""
        return translate("Undo", "Change {field}").format(field=self.label_text)

    def fields(self) -> tuple[str, ...]:
        """Return the paths of the plan's fields that are edited here."""
        return (self.field,)

    def covers(self, field: str) -> bool:
        """Return whether a field of the plan, or a part of one such as ``"teacher.candidates[1]"``, is edited here."""
        return any(field == own or field.startswith((f"{own}[", f"{own}.")) for own in self.fields())

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong here."""
        raise NotImplementedError

    def refuse(self, field: str, fix: str) -> None:
        """Mark a field because the plan as a whole does not allow its value."""
        raise NotImplementedError

    def accept(self) -> None:
        """Lift the marks that `refuse` made."""
        raise NotImplementedError

    def show_plan(self, facts: Facts, keep_wrong: bool = True) -> Shown:
        """Show the plan; return how it presents itself.

        Parameters
        ----------
        facts : Facts
        keep_wrong : bool
            Whether text that cannot be read stays.
        """
        raise NotImplementedError

    def first_widget(self) -> QWidget:
        """Return the widget that takes the keyboard when someone is sent here."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Draw icons in the colours of a theme."""
        raise NotImplementedError

    def order_tabs(self) -> None:
        """Put the row's widgets in the order in which Tab visits them; nothing to do where they were made in it."""


class FieldRow(PanelRow):
    """Label, editor, badge; under them the echo, which a problem replaces so that nothing moves."""

    def __init__(self, field: str, label: str, describe: Describe, *, help_text: str = "", echo: bool = True) -> None:
        super().__init__(field, label)
        self._describe = describe
        self._help = help_text
        self._reserves_echo = echo
        self._entries: list[TextEntry] = []
        self._refused = ""
        self._facts: Facts | None = None
        self._shown = Shown()

        self._label = QLabel(label, self)
        self.set_label_width(px(LABEL_WIDTH))
        self._badge = QLabel(self)
        self._badge.setFont(font("caption"))
        self._badge.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_state(self._badge, tone="muted")
        self._way_back = LinkButton("", "reset", muted=False, parent=self)
        self._way_back.clicked.connect(self.restore)
        self._way_back.hide()
        badge_area = QWidget(self)
        badge_area.setFixedSize(_badge_width(self._way_back), px(FIELD_HEIGHT))
        badge_layout = QHBoxLayout(badge_area)
        badge_layout.setContentsMargins(0, 0, 0, 0)
        badge_layout.setSpacing(0)
        badge_layout.addStretch(1)
        badge_layout.addWidget(self._badge)
        badge_layout.addWidget(self._way_back)
        self._badge.setContentsMargins(0, 0, OVERHANG, 0)

        self.editor = QWidget(self)
        self.editor_layout = QHBoxLayout(self.editor)
        self.editor_layout.setContentsMargins(0, 0, 0, 0)
        self.editor_layout.setSpacing(GAP)
        self._echo = EchoLine(self)

        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, GAP)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self.editor, 0, 1)
        grid.addWidget(badge_area, 0, 2)
        grid.addWidget(self._echo, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self._echo.setVisible(echo)
        if help_text:
            self._label.setToolTip(help_text)

    # What the row holds

    def least_label_width(self) -> int:
        """Return how wide the label has to be, in pixels of the window."""
        return max(px(LABEL_WIDTH), self._label.fontMetrics().horizontalAdvance(self.label_text) + 1)

    def set_label_width(self, width: int) -> None:
        """Let the editor begin after so many pixels."""
        self._label.setFixedSize(width, px(FIELD_HEIGHT))

    def fields(self) -> tuple[str, ...]:
        return tuple(entry.field for entry in self._entries) or (self.field,)

    def entries(self) -> tuple[TextEntry, ...]:
        """Return the text fields of the row, from left to right."""
        return tuple(self._entries)

    def problems(self) -> tuple[Problem, ...]:
        found = [Problem(entry.field, self.label_text, entry.problem) for entry in self._entries if entry.problem]
        if self._refused:
            found.append(Problem(self.field, self.label_text, self._refused))
        return tuple(found)

    @property
    def echo(self) -> str:
        """The line under the editor: what was understood, or what would be right."""
        return self._echo.text

    @property
    def badge(self) -> str:
        """The word beside the editor: default, typed, derived or unused."""
        return self._badge.text()

    @property
    def way_back(self) -> LinkButton:
        """The button that gives the row its default back; hidden where there is nothing to go back to."""
        return self._way_back

    def add_entry(self, entry: TextEntry, width: int | None = None) -> TextEntry:
        """Add a text field to the editor, by default one that takes the width that is left."""
        if width is None:
            self.editor_layout.addWidget(entry, 1)
        else:
            entry.setFixedWidth(px(width))
            self.editor_layout.addWidget(entry)
        self._entries.append(entry)
        entry.value_edited.connect(self._entry_edited)
        entry.problem_changed.connect(self._problem_changed)
        return entry

    def first_widget(self) -> QWidget:
        for entry in self._entries:
            if entry.problem:
                return entry
        if self._entries:
            return self._entries[0]
        return self._editor_widgets()[0]

    # Showing

    def show_plan(self, facts: Facts, keep_wrong: bool = True) -> Shown:
        self._facts = facts
        shown = self._describe(facts)
        self._shown = shown
        self.show_values(facts, shown, keep_wrong)
        self.editor.setEnabled(not shown.unused and not shown.derived)
        set_state(self._label, tone="muted" if shown.unused else None)
        self._show_badge(facts, shown)
        self._show_echo()
        return shown

    def show_values(self, facts: Facts, shown: Shown, keep_wrong: bool) -> None:
        """Put the plan's values into the editor."""
        for entry in self._entries:
            entry.show_value(self.read(facts.plan, entry.field), shown.default_text, keep_wrong=keep_wrong)

    def read(self, plan: Plan, field: str) -> Any:
        """Return what the plan has for a field of this row."""
        return value_at(plan, field)

    def write(self, field: str, value: Any) -> Change:
        """Return the change that gives a field of this row a value."""
        return lambda plan: with_value(plan, field, value)

    def refuse(self, field: str, fix: str) -> None:
        if self._entries:
            named = next((entry for entry in self._entries if entry.field == field), None)
            focused = next((entry for entry in self._entries if entry.hasFocus()), None)
            (named or focused or self._entries[0]).refuse(fix)
        else:
            self._refused = fix
            self._problem_changed()

    def accept(self) -> None:
        for entry in self._entries:
            entry.refuse("")
        if self._refused:
            self._refused = ""
            self._problem_changed()

    def set_theme(self, theme: Theme) -> None:
        self._way_back.set_theme(theme)
        self._echo.set_theme(theme)

    def order_tabs(self) -> None:
        stops: list[QWidget] = []
        for widget in self._editor_widgets():
            stops += widget.buttons() if isinstance(widget, Segmented) else [widget]
        for before, after in pairwise([*stops, self._way_back]):
            QWidget.setTabOrder(before, after)

    # The way back

    def restore(self) -> None:
        """Give every field of the row its default, or, where none exists, what it had when the plan was opened."""
        if self._facts is None:
            return
        opened = self._facts.opened

        def change(plan: Plan) -> Plan:
            for field in self.fields():
                plan = with_value(plan, field, _way_back_value(field, opened))
            return plan

        for entry in self._entries:
            entry.show_value(
                self.read(change(self._facts.plan), entry.field), self._shown.default_text, keep_wrong=False
            )
        self.edited.emit(change, "")
        self.first_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_badge(self, facts: Facts, shown: Shown) -> None:
        fields = self.fields()
        is_default = all(
            field not in REQUIRED and value_at(facts.plan, field) == default_value(field) for field in fields
        )
        moved = any(value_at(facts.plan, field) != _way_back_value(field, facts.opened) for field in fields)
        is_own = not is_default and any(
            field in facts.own_defaults and facts.own_defaults[field] == value_at(facts.plan, field) for field in fields
        )
        words = _badge_words()
        if shown.unused:
            word = words["unused"]
        elif shown.derived:
            word = words["derived"]
        elif not fields:
            word = ""
        elif is_own:
            word = words["yours"]
        else:
            word = words["default" if is_default else "typed"]
        computed = shown.unused or shown.derived
        restorable = moved and not computed
        self._badge.setText(word)
        own_text = translate("Plan panel", "Your default, from Preferences")
        self._badge.setToolTip(own_text if is_own else shown.source)
        set_state(self._badge, tone="muted" if is_default or computed else None)
        self._badge.setVisible(not restorable)
        self._way_back.setText(word)
        self._way_back.setVisible(restorable)
        if restorable:
            back = self._way_back_text(facts, fields)
            self._way_back.setToolTip(f"{own_text}. {back}" if is_own else back)
            self._way_back.setAccessibleName(f"{self.label_text}: {self._way_back.toolTip()}")

    def _way_back_text(self, facts: Facts, fields: Iterable[str]) -> str:
        if any(field in REQUIRED for field in fields):
            return translate("Plan panel", "Back to the value it had when the plan was opened")
        if self._shown.source:
            return translate("Plan panel", "Back to the default. {source}").format(source=self._shown.source)
        return translate("Plan panel", "Back to the default")

    def _show_echo(self) -> None:
        fix = next((problem.fix for problem in self.problems()), "")
        echo = self._shown.echo
        self._echo.show_text(fix or echo, wrong=bool(fix))
        self._echo.setVisible(self._reserves_echo or bool(fix))
        asking = _how_to_ask() if self.term and not fix else ""
        heard = fix or ". ".join(part.rstrip(".") for part in (echo, asking) if part)
        tip = " ".join(part for part in (self._help, self._shown.source) if part)
        for widget in self._editor_widgets():
            if widget.toolTip() != tip:
                widget.setToolTip(tip)
            if isinstance(widget, Segmented):
                widget.describe(self.label_text, heard)
            elif not isinstance(widget, QLabel):
                part = widget.part if isinstance(widget, TextEntry) else ""
                widget.setAccessibleName(f"{self.label_text}: {part}" if part else self.label_text)
                # A list box is called after its choice on some desktops, whatever name it is given.
                is_list = isinstance(widget, QComboBox)
                widget.setAccessibleDescription(f"{self.label_text}. {heard}" if is_list else heard)

    def _editor_widgets(self) -> list[QWidget]:
        items = (self.editor_layout.itemAt(index).widget() for index in range(self.editor_layout.count()))
        return [widget for widget in items if widget is not None]

    def _entry_edited(self, value: Any) -> None:
        entry = self.sender()
        self.edited.emit(self.write(entry.field, value), entry.merge_key)

    def _problem_changed(self) -> None:
        self._show_echo()
        self.problem_changed.emit()


def _how_to_ask() -> str:
    return translate("Plan panel", "Press F1 for an explanation")


def _badge_words() -> dict[str, str]:
    return {
        "unused": translate("Plan panel", "unused"),
        "derived": translate("Plan panel", "derived"),
        "yours": translate("Plan panel", "yours", "badge of a value that is the user's own default"),
        "default": translate("Plan panel", "default"),
        "typed": translate("Plan panel", "typed"),
    }


def _badge_width(button: LinkButton) -> int:
    """Return how wide the column of badges has to be for every word, those with a way back as its button shows them."""
    words, metrics = _badge_words(), button.fontMetrics()
    sign = button.sizeHint().width() - metrics.horizontalAdvance(button.text())
    widths = [metrics.horizontalAdvance(word) + OVERHANG for word in words.values()]
    widths += [metrics.horizontalAdvance(words[name]) + sign for name in ("yours", "typed")]
    return max(px(BADGE_WIDTH + OVERHANG), *widths)


def _way_back_value(field: str, opened: Plan) -> Any:
    return value_at(opened, field) if field in REQUIRED else default_value(field)
