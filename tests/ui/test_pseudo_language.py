"""Nothing is left in English where another language is spoken: every window, page, menu and message is read through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

from advisor import language
from advisor.accelerator_names import short_name
from advisor.accelerators import catalogue
from advisor.advise import advise
from advisor.citation import AUTHORS, PLACE, TITLE
from advisor.coefficients import BUILT_IN_SETS, built_in_set
from advisor.known_teachers import known_teachers
from advisor.licences import components
from advisor.pins import pin_plan
from advisor.plan import Plan
from advisor.plan_edit import NEW_PLAN
from advisor.plan_file import example_plans
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE
from tests.ui.fakes import ControlledAdvise
from tests.ui.pseudo_language import END, PSEUDO, START, outside_marks, pseudo
from ui.advice_flow import AdviceState
from ui.answer_view import PAGES
from ui.chart_items import Text
from ui.charts import Chart
from ui.check_view import CheckView
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.main_window import MainWindow
from ui.settings import MemoryStore, Settings

HEADER_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
CELL_ROLES = (*HEADER_ROLES, Qt.ItemDataRole.AccessibleTextRole)

_TAG = re.compile(r"<[^<>]*>")
_KEY = re.compile(r"(?:Ctrl|Shift|Alt)\+[^\s)]+|\bF\d+\b|\b(?:Del|Delete|Return|Enter|Esc|PgUp|PgDown)\b")
_ARROWS = re.compile(r"(?:(?:Left|Right|Up|Down|Home|End|Tab|Space)(?:, |$))+")
"""Names of keys, which are words as well; Qt translates them itself."""

_NUMBER = re.compile(r"\d[\d.,⁰¹²³⁴⁵⁶⁷⁸⁹⁻]*\s?(?:[kMBTGPE]|tn|bn)?(?![A-Za-z])")
_UNIT = re.compile(
    r"(?<![A-Za-z])(?:[kMGTPEZ]?(?:FLOPs?(?:/s)?|Wh|W|B|g|t|iB|s)|h|GPU|USD|CO₂|(?:B?F|FP|TF)\d+|JSON|CSV|PDF|PNG|SVG)"
    r"(?![A-Za-z])"
)
_LETTERS = re.compile(r"[A-Za-z]{2,}")

OF_QT = {"OK", "Cancel", "Close", "Save", "Discard", "Scroll Left", "Scroll Right"}
"""What Qt says by itself, and translates by itself."""


@pytest.fixture(autouse=True)
def pseudo_language() -> Iterator[None]:
    before = language.use(PSEUDO)
    yield
    language.use(before)


@pytest.fixture
def opened(qapp: QApplication, qtbot: Any) -> Iterator[Any]:
    windows: list[MainWindow] = []

    def open_plan(plan: Plan) -> MainWindow:
        window = MainWindow(Document(), ComputeRunner(), Settings(MemoryStore()))
        windows.append(window)
        window.resize(1440, 900)
        window.show()
        window.document.new(plan)
        wait_for_answer(qtbot, window)
        return window

    yield open_plan
    for window in windows:
        assert window.runner.shut_down()
        window.goal.close()
        for dialog in dialogs():
            dialog.hide()
            dialog.deleteLater()
        window.hide()
        window.deleteLater()


def wait_for_answer(qtbot: Any, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.flow.state is AdviceState.FRESH, timeout=10_000)


def dialogs() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and not isinstance(w, MainWindow)]


def texts_of_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[tuple[str, str]]:
    parent = QModelIndex() if parent is None else parent
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    rows = model.rowCount(parent)
    if not parent.isValid():
        for orientation, count in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, rows)):
            for section in range(count):
                for role in HEADER_ROLES:
                    yield "header", str(model.headerData(section, orientation, role) or "")
    for row in range(rows):
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in CELL_ROLES:
                yield f"cell {row} {column}", str(model.data(index, role) or "")
        first = model.index(row, 0, parent)
        if model.rowCount(first):
            yield from texts_of_model(model, first)


def whole_line(text: str) -> str:
    """Return a line of a chart with the marks it lost where a name takes two lines."""
    if END in text and START not in text.partition(END)[0]:
        text = f"{START}{text}"
    if START in text and END not in text.rpartition(START)[2]:
        text = f"{text}{END}"
    return text


def texts_of_action(action: QAction) -> Iterator[tuple[str, str]]:
    yield "action", action.text()
    yield "action", action.iconText()
    yield "action's tip", action.toolTip()
    yield "action's tip", action.statusTip()


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what a widget says, to the eye and to assistive tools, each with where."""
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "tip", widget.toolTip()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QLineEdit):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QTextEdit):
        yield "text", widget.toPlainText()
    if isinstance(widget, QMenu):
        yield "menu", widget.title()
    if isinstance(widget, QComboBox):
        yield from (("choice", widget.itemText(i)) for i in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (("tab", widget.tabText(i)) for i in range(widget.count()))
    if isinstance(widget, Chart):
        yield from (("chart", whole_line(shape.text)) for shape in widget.drawing.above if isinstance(shape, Text))
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView) and widget.model() is not None:
        yield from texts_of_model(widget.model())
    for action in widget.actions():
        yield from texts_of_action(action)


def same_everywhere(plan: Plan, widget: QWidget) -> re.Pattern[str]:
    """Return what stays as it is in every language: names, sources, formulas."""
    same = [QApplication.applicationDisplayName(), "Busbridge 2025", plan.name]
    same += [candidate.name for candidate in plan.teacher.candidates]
    same += [pin.name for pin in plan.pins]
    same += [name for name, _ in example_plans()]
    same += [name for entry in catalogue() for name in (entry.name, short_name(entry.id), entry.source_note)]
    same += [name for model in known_teachers() for name in (model.name, model.organisation, model.licence)]
    same += [note for model in known_teachers() for note in (model.source_note, model.source_url, model.caution)]
    same += notes_of_laws()
    same += [AUTHORS, TITLE, PLACE, QApplication.applicationName(), "MIT", "English"]
    same += [name for component in components() for name in (component.name, component.licence)]
    if isinstance(widget, CheckView):
        rows = [row for group in widget.rows.groups for row in group.rows]
        same += [text for row in rows for text in (row.symbol, row.formula, row.numbers, row.source, row.exact)]
    return any_of(*same)


def notes_of_laws() -> list[str]:
    return [note for chosen in map(built_in_set, BUILT_IN_SETS) for note in (chosen.name, chosen.note, chosen.source)]


def any_of(*same: str) -> re.Pattern[str]:
    """Return what finds each of these as a whole, the longest first."""
    names = sorted({name.strip(". ") for name in same if name.strip(". ")}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def left_in_english(text: str, same: re.Pattern[str]) -> str:
    """Return what of a text is neither translated nor the same in every language."""
    rest = outside_marks(_TAG.sub(" ", text)).replace("&&", "&")
    for pattern in (same, _KEY, _UNIT, _NUMBER):
        rest = pattern.sub(" ", rest)
    if _ARROWS.fullmatch(rest.strip(" ,")):
        return ""
    return rest if _LETTERS.search(rest) else ""


def faults(root: QWidget, plan: Plan) -> set[str]:
    """Return what is still English in a window and everything in it, told with where it stands."""
    found, usual = set(), same_everywhere(plan, root)
    for widget in (root, *root.findChildren(QWidget)):
        same = same_everywhere(plan, widget) if isinstance(widget, CheckView) else usual
        for where, text in texts_of(widget):
            rest = left_in_english(text, same)
            elided = text.endswith("…") and any(note.startswith(text[:-1].strip()) for note in notes_of_laws())
            if rest and not elided and text.replace("&", "") not in OF_QT:
                place = f"{type(widget).__name__} in {type(widget.parent()).__name__}, {where}"
                found.add(f"{place}: {text!r}, of which {' '.join(rest.split())!r}")
    return found


def assert_translated(root: QWidget, plan: Plan) -> None:
    found = faults(root, plan)
    assert not found, f"{len(found)} texts are left in English:\n" + "\n".join(sorted(found))


# The pseudo-language itself ------------------------------------------------------------------------------------------


def test_a_text_is_marked_accented_and_longer() -> None:
    text = pseudo("Page", "Distil from {teacher}, <b>now</b> (*.pdf)")
    assert text.startswith(START)
    assert text.endswith(END)
    assert "{teacher}" in text
    assert "<b>ñów</b>" in text
    assert "(*.pdf)" in text
    assert len(pseudo("Page", "a sentence of some length")) >= 1.4 * len("a sentence of some length")
    assert pseudo("Menu", "&Open").count("&") == 1
    assert "4 stúdéñts" in pseudo("Page", "%n student(s)", "", 4)
    assert "1 stúdéñt " in pseudo("Page", "%n student(s)", "", 1)


def test_what_is_left_in_english_is_found() -> None:
    assert left_in_english("⟦á ⟦b⟧ ç⟧ · law: ⟦d⟧", any_of("H100 SXM5", "L"))
    assert left_in_english("Undo", any_of("H100 SXM5", "L"))
    assert left_in_english("5 days", any_of("H100 SXM5", "L"))
    assert not left_in_english("⟦á ⟦b⟧ ç⟧ · ⟦d⟧ 2.7B, 1.5 × 10²³ FLOPs", any_of("H100 SXM5", "L"))
    assert not left_in_english("H100 SXM5: 16 MWh", any_of("H100 SXM5", "L"))
    assert not left_in_english("<b>⟦á⟧</b> (Ctrl+Shift+P)", any_of("H100 SXM5", "L"))


# What is seen --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "plan", [pin_plan(CLEAR_DISTIL), CLEAR_DIRECT, TIE, NEW_PLAN], ids=["distil", "direct", "tie", "new"]
)
def test_the_window_and_every_page(qtbot: Any, opened: Any, plan: Plan) -> None:
    window = opened(plan)
    found: set[str] = set()
    for name, _ in PAGES:
        window.view.choose_page(name)
        wait_for_answer(qtbot, window)
        assert window.view.pages[name].sentence.text().startswith(START)
        found |= faults(window, plan)
    assert not found, f"{len(found)} texts are left in English:\n" + "\n".join(sorted(found))


def test_a_field_that_cannot_be_read(qtbot: Any, opened: Any) -> None:
    window = opened(CLEAR_DISTIL)
    for field, text in (("hardware.hours", "soon"), ("student.parameters", "-1"), ("hardware.price_per_hour", "x")):
        window.panel.focus_field(field)
        QTest.keyClicks(window.focusWidget(), text)
    assert len(window.flow.problems) == 3
    # What was typed is the user's own.
    found = [fault for fault in faults(window, CLEAR_DISTIL) if "'soon'" not in fault]
    assert not found, "\n".join(sorted(found))


def test_a_calculation_that_fails(qtbot: Any, qapp: QApplication) -> None:
    advise_badly = ControlledAdvise()
    advise_badly.error = RuntimeError("no words for users")
    window = MainWindow(Document(), ComputeRunner(advise_badly), Settings(MemoryStore()))
    window.show()
    try:
        window.document.new(CLEAR_DISTIL)
        qtbot.waitUntil(lambda: window.flow.state is AdviceState.FAILED, timeout=10_000)
        assert window.messages.text.startswith(START)
        assert_translated(window, CLEAR_DISTIL)
    finally:
        assert window.runner.shut_down()
        window.hide()
        window.deleteLater()


def test_menus_and_their_plan_steps(qtbot: Any, opened: Any) -> None:
    window = opened(CLEAR_DISTIL)
    window.actions_by_name.pin.trigger()
    wait_for_answer(qtbot, window)
    assert START in window.document.undo_stack.undoText()
    window.actions_by_name.recent.aboutToShow.emit()
    window.view.choose_page("compare")
    wait_for_answer(qtbot, window)
    menu = window.view.pages["compare"].menu()
    assert_translated(window, window.document.plan)
    assert_translated(menu, window.document.plan)
    assert all(START in action.text() for action in menu.actions() if not action.isSeparator())


WINDOWS = ("known_models", "goal", "reading", "chart_reading", "glossary", "shortcuts", "preferences", "about", "tour")
WITHIN = ("chart_reading", "tour")
"""What may stand within the window."""


@pytest.mark.parametrize("name", WINDOWS)
def test_windows_beside_the_main_one(qtbot: Any, opened: Any, name: str) -> None:
    window = opened(CLEAR_DISTIL)
    getattr(window.actions_by_name, name).trigger()
    if name == "goal":
        qtbot.waitUntil(lambda: bool(window.goal.dialog.sentence.text()), timeout=10_000)
    shown = dialogs()
    assert shown or name in WITHIN
    for dialog in shown:
        if dialog.windowTitle():
            assert START in dialog.windowTitle()
        assert_translated(dialog, CLEAR_DISTIL)
    assert_translated(window, CLEAR_DISTIL)


def test_nothing_keeps_the_language_it_was_first_told_in() -> None:
    """Texts may be kept between two answers, but not between two languages."""
    told = advise(CLEAR_DISTIL)
    before = language.use(language.ENGLISH)
    english = advise(CLEAR_DISTIL)
    language.use(before)
    assert START in str(told.answer)
    assert START not in str(english)
    assert advise(CLEAR_DISTIL).answer == told.answer
