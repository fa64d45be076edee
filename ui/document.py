"""The one document: a plan, its last good answer, the file it came from, and every step back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from advisor.errors import ProgramFileError
from advisor.evidence import Advice
from advisor.language import translate
from advisor.plan import Plan
from advisor.plan_edit import NEW_PLAN
from advisor.plan_file import dump_plan, example_plans, load_plan, parse_plan, read_plan_bytes, save_plan
from advisor.recommendation import Warning
from advisor.resource_files import damaged

from .disk_state import DiskState, disk_state, fingerprint

TYPING_COMMAND = 1
UNDO_LIMIT = 1000
"""Steps that can be undone; plans are small, but a session is long."""


class Document(QObject):
    """Holds what is being planned; nothing else in the window owns a plan.

    Signals
    -------
    plan_changed(object)
        The `Plan` is another one: edited, undone, redone, opened or new.
    advice_changed(object)
        The last good `Advice` is another one; None after a new plan replaced the old.
    replaced(object)
        Another document took the place of this one, with the given `Plan`; comes before ``plan_changed``.
    state_changed()
        ``title``, ``path``, ``dirty`` or ``warnings`` may have changed.
    """

    plan_changed = Signal(object)
    advice_changed = Signal(object)
    replaced = Signal(object)
    state_changed = Signal()

    def __init__(self, plan: Plan | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = NEW_PLAN if plan is None else plan
        self._advice: Advice | None = None
        self._path: Path | None = None
        self._fingerprint = ""
        self._warnings: tuple[Warning, ...] = ()
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(UNDO_LIMIT)
        self._stack.cleanChanged.connect(self._clean_changed)

    def __del__(self) -> None:
        """Let the steps go before Python takes a cycle apart: in another order Qt would delete some of them twice."""
        if isValid(self._stack):
            self._stack.blockSignals(True)
            self._stack.clear()

    @property
    def plan(self) -> Plan:
        """The plan as it is; always valid."""
        return self._plan

    @property
    def advice(self) -> Advice | None:
        """The last good answer, which may be older than the plan."""
        return self._advice

    @advice.setter
    def advice(self, advice: Advice | None) -> None:
        if advice is not self._advice:
            self._advice = advice
            self.advice_changed.emit(advice)

    @property
    def path(self) -> Path | None:
        """The file that ``save`` writes; None before the first save."""
        return self._path

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the file as it was last read or written here; "" while there is no file."""
        return self._fingerprint

    @property
    def dirty(self) -> bool:
        """Whether closing would lose an edit, or a plan whose file went away."""
        return not self._stack.isClean()

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """What had to be said about the file when it was opened."""
        return self._warnings

    @property
    def undo_stack(self) -> QUndoStack:
        """The steps back and forth, for the menu's actions."""
        return self._stack

    @property
    def title(self) -> str:
        """The file's name, or the plan's before the first save, and whether it is saved."""
        name = self._plan.name if self._path is None else self._path.name
        if self.dirty:
            state = translate("Plan file", "edited")
        elif self._path is None:
            state = translate("Plan file", "not saved yet")
        else:
            state = translate("Plan file", "saved")
        return f"{name} · {state}"

    def edit(self, plan: Plan, text: str, merge_key: str = "") -> None:
        """Make ``plan`` the plan, as one step that can be undone.

        Parameters
        ----------
        plan : Plan
            A plan that `check_plan` accepts.
        text : str
            What the step did, such as ``"Change Time"``, for "Undo Change Time".
        merge_key : str
            Consecutive steps with the same key become one; an empty key keeps the step on its own.
        """
        if plan != self._plan:
            self._stack.push(_EditCommand(self, self._plan, plan, text, merge_key))

    def new(self, plan: Plan | None = None) -> None:
        """Start another plan: the given one, or the smallest that has an answer."""
        self._replace(NEW_PLAN if plan is None else plan, None, (), "")

    def open(self, path: str | Path) -> None:
        """Open a plan file.

        Raises
        ------
        InputError
            If the file holds no usable plan; the document stays as it was.
        OSError
            If the file cannot be read; the document stays as it was.
        """
        data = read_plan_bytes(path)
        plan, warnings = parse_plan(data)
        self._replace(plan, Path(path), warnings, fingerprint(data))

    def reload(self) -> None:
        """Take the plan over that is in the file now, as one step: undoing it brings unsaved edits back.

        Raises
        ------
        ValueError
            If there is no file.
        InputError, OSError
            As `open`.
        """
        if self._path is None:
            raise ValueError("a plan that was never saved has no file")
        data = read_plan_bytes(self._path)
        plan, self._warnings = parse_plan(data)
        self._fingerprint = fingerprint(data)
        self.edit(plan, translate("Undo", "Reload"))
        self._stack.setClean()
        self.state_changed.emit()

    def recover(self, plan: Plan, path: Path | None, known: str, warnings: tuple[Warning, ...] = ()) -> None:
        """Take up a plan that was not saved when the program ended: edited, its steps forgotten.

        Parameters
        ----------
        plan : Plan
            The plan as it was.
        path : Path or None
            The file it came from; None if it had none.
        known : str
            The fingerprint of that file as the lost edits knew it, or "".
        warnings : tuple of Warning
            What its reader should know.
        """
        self._replace(plan, path, warnings, known)
        self._stack.resetClean()

    def disk_state(self) -> tuple[DiskState, str]:
        """Return what became of the file, and its fingerprint now; without a file nothing changed."""
        if self._path is None:
            return DiskState.SAME, ""
        return disk_state(self._path, self._fingerprint)

    def keep(self, found: str) -> None:
        """Count this plan as unsaved, because its file is another now, with fingerprint ``found``, or gone."""
        self._fingerprint = found
        self._stack.resetClean()
        self.state_changed.emit()

    def open_example(self, path: str | Path | None = None) -> None:
        """Open an example plan, by default the first, without its file, so that saving leaves the example alone.

        Raises
        ------
        InputError, OSError
            As `open`.
        ProgramFileError
            Where there is no example.
        """
        if path is None:
            examples = example_plans()
            if not examples:
                raise ProgramFileError(damaged("examples"))
            path = examples[0][1]
        plan, warnings = load_plan(Path(path))
        self._replace(plan, None, warnings, "")

    def save(self, path: str | Path | None = None) -> None:
        """Write the plan to ``path``, or where it came from, whole or not at all.

        Raises
        ------
        ValueError
            If there is no path yet and none is given.
        OSError
            If the file cannot be written; the document stays unsaved.
        """
        target = self._path if path is None else Path(path)
        if target is None:
            raise ValueError("a plan that was never saved needs a path")
        save_plan(self._plan, target)
        self._path = target
        self._fingerprint = fingerprint(dump_plan(self._plan))
        self._stack.setClean()
        self.state_changed.emit()

    def _replace(self, plan: Plan, path: Path | None, warnings: tuple[Warning, ...], known: str) -> None:
        self._stack.clear()
        self._plan = plan
        self._path = path
        self._fingerprint = known
        self._warnings = warnings
        self.advice = None
        self.replaced.emit(plan)
        self.plan_changed.emit(plan)
        self.state_changed.emit()

    def _set_plan(self, plan: Plan) -> None:
        self._plan = plan
        self.plan_changed.emit(plan)
        if self._path is None:
            self.state_changed.emit()

    def _clean_changed(self, clean: bool) -> None:
        self.state_changed.emit()


class _EditCommand(QUndoCommand):
    """From one frozen plan to another."""

    def __init__(self, document: Document, old: Plan, new: Plan, text: str, merge_key: str) -> None:
        super().__init__(text)
        self._document = document
        self._old = old
        self._new = new
        self._merge_key = merge_key

    def id(self) -> int:
        return TYPING_COMMAND if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _EditCommand) or other._merge_key != self._merge_key:
            return False
        self._new = other._new
        self.setObsolete(self._new == self._old)
        return True

    def undo(self) -> None:
        self._document._set_plan(self._old)

    def redo(self) -> None:
        self._document._set_plan(self._new)
