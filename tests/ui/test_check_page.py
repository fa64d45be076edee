"""The Check page: what its table shows, searched, folded, copied and saved, by mouse and by keyboard."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication

from advisor.check.page import check_page
from advisor.check.rows import CheckGroup, CheckPage, CheckRow
from advisor.check.text import as_text
from advisor.check.text import headings as table_headings
from advisor.solution import solve_plan
from tests.advisor.formula import evaluate
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL
from ui.answer_view import PAGES
from ui.check_delegate import ABOVE, BESIDE, SYMBOL_WIDTH, row_height
from ui.check_model import ENTRY_ROLE, HOW, QUANTITY, SOURCE, VALUE, CheckModel, more_digits
from ui.pages.check_page import CheckPageWidget
from ui.symbol_text import parse, text_height
from ui.theme import DARK, LIGHT, apply_theme

NARROWEST = 798
"""Width of the table in a window of 1280 pixels."""


@pytest.fixture(scope="module", name="page")
def distilling_page() -> CheckPage:
    return check_page(solve_plan(CLEAR_DISTIL))


@pytest.fixture(name="shown")
def shown_widget(qtbot, qapp, page: CheckPage) -> CheckPageWidget:
    apply_theme(qapp, LIGHT)
    widget = CheckPageWidget()
    qtbot.addWidget(widget)
    widget.resize(848, 420)
    widget.set_theme(LIGHT)
    widget.show_page(page)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


def headings(model: CheckModel) -> list[str]:
    return [model.index(row, QUANTITY).data() for row in range(model.rowCount())]


def rows_under(model: CheckModel, group: int) -> list[CheckRow | str]:
    heading = model.index(group, QUANTITY)
    return [model.index(k, 0, heading).data(ENTRY_ROLE) for k in range(model.rowCount(heading))]


def place_of(model: CheckModel, name: str, key: str) -> QModelIndex:
    """Return the index of a row."""
    for number, group in enumerate(model.groups):
        for k, entry in enumerate(model.entries(number)):
            if group.name == name and isinstance(entry, CheckRow) and entry.key == key:
                return model.index(k, QUANTITY, model.index(number, QUANTITY))
    raise AssertionError(f"{name}.{key} is not shown")


class TestTable:
    def test_shows_question_sentence_and_every_row(self, shown: CheckPageWidget, page: CheckPage) -> None:
        assert shown.question.text() == page.question
        assert shown.sentence.text() == page.sentence
        model = shown.table.rows
        assert headings(model) == [group.title for group in page.groups]
        for number, group in enumerate(page.groups):
            assert rows_under(model, number) == [*group.text.splitlines(), *group.rows]

    def test_cells(self, shown: CheckPageWidget) -> None:
        at = place_of(shown.table.rows, "distillation", "loss")
        assert at.data() == "L_S: Student loss when distilling"
        assert at.siblingAtColumn(VALUE).data() == "2.060"
        assert at.siblingAtColumn(HOW).data().startswith("= L_T + strength × weakness × reducible; = 1.850839 + ")
        assert at.siblingAtColumn(SOURCE).data() == "Eq. 8"
        tip = at.siblingAtColumn(VALUE).data(Qt.ItemDataRole.ToolTipRole)
        assert tip == "Exactly 2.059876539556372 nats per token"

    def test_headings_and_paragraphs_take_the_whole_width(self, shown: CheckPageWidget) -> None:
        view, model = shown.table, shown.table.rows
        for number in range(model.rowCount()):
            assert view.isFirstColumnSpanned(number, QModelIndex())
            for k, entry in enumerate(model.entries(number)):
                spanned = view.isFirstColumnSpanned(k, model.index(number, QUANTITY))
                assert spanned == isinstance(entry, str)

    def test_ways_not_chosen_are_folded_at_first(self, shown: CheckPageWidget) -> None:
        model = shown.table.rows
        for number, group in enumerate(model.groups):
            assert shown.table.isExpanded(model.index(number, QUANTITY)) == (not group.folded)

    def test_columns_fill_the_width(self, shown: CheckPageWidget) -> None:
        for width in (848, 1100, 1500):
            shown.resize(width, 420)
            QApplication.processEvents()
            header = shown.table.header()
            assert header.length() == shown.table.viewport().width()
            assert all(header.sectionSize(column) >= 90 for column in range(4))

    def test_nothing_is_cut_off(self, shown: CheckPageWidget, page: CheckPage) -> None:
        """Every row is as high as its highest cell, and no single word is wider than its column."""
        header = shown.table.header()
        widths = tuple(header.sectionSize(column) for column in range(4))
        assert sum(widths) == pytest.approx(NARROWEST, abs=12)
        view, model = shown.table, shown.table.rows
        for number, group in enumerate(page.groups):
            heading = model.index(number, QUANTITY)
            view.setExpanded(heading, True)
            for row in group.rows:
                at = place_of(model, group.name, row.key)
                assert view.visualRect(at).height() == row_height(row, widths)
                meaning = text_height(row.meaning, "body", widths[QUANTITY] - 2 * BESIDE - SYMBOL_WIDTH - BESIDE)
                assert row_height(row, widths) >= meaning + 2 * ABOVE
                # Wider than its place, a symbol would run into the words beside it.
                assert text_height(row.symbol, "body_medium", SYMBOL_WIDTH, True) in (0, 16), row.symbol

    def test_a_new_answer_keeps_what_was_folded_and_chosen(self, shown: CheckPageWidget) -> None:
        view, model = shown.table, shown.table.rows
        names = [group.name for group in model.groups]
        view.setExpanded(model.index(names.index("shape"), QUANTITY), False)
        view.setExpanded(model.index(names.index("best_case"), QUANTITY), True)
        view.setCurrentIndex(place_of(model, "supervised", "loss"))
        more = msgspec.structs.replace(CLEAR_DISTIL, budget_flops=9e21)
        for a_plan in (msgspec.structs.replace(CLEAR_DISTIL, budget_flops=3e21), more):
            shown.show_page(check_page(solve_plan(a_plan)))
            QApplication.processEvents()
            names = [group.name for group in model.groups]
            assert not view.isExpanded(model.index(names.index("shape"), QUANTITY))
            assert view.isExpanded(model.index(names.index("best_case"), QUANTITY))
        current = view.currentIndex().data(ENTRY_ROLE)
        assert (current.key, current.value) == ("loss", solve_plan(more).supervised.loss)

    def test_another_kind_of_plan_brings_other_rows(self, shown: CheckPageWidget) -> None:
        page = check_page(solve_plan(CLEAR_DIRECT))
        shown.show_page(page)
        QApplication.processEvents()
        assert headings(shown.table.rows) == [group.title for group in page.groups]
        assert shown.table.isFirstColumnSpanned(0, QModelIndex())

    @pytest.mark.parametrize("theme", [LIGHT, DARK])
    def test_it_is_drawn_in_both_themes_stale_or_not(self, shown: CheckPageWidget, theme) -> None:
        shown.set_theme(theme)
        before = shown.grab().toImage()
        shown.set_stale("Last good plan")
        assert shown.table.cells.stale
        assert shown.grab().toImage() != before
        shown.set_stale(None)
        assert shown.grab().toImage() == before


class TestSearch:
    @pytest.mark.parametrize(
        ("text", "name", "key"),
        [
            ("N_S", "student", "parameters"),
            ("ns", "student", "parameters"),
            ("teacher loss", "teacher", "loss"),
            ("eq. 35", "limits", "floor"),
            ("alpha", "coefficients", "α"),
            ("L~_S", "distillation", "loss_supervised"),
            ("warm-up", "recipe", "warm_up"),
            ("reverse 0.28", "recipe", "divergence"),
            ("PROBABILITY", "verdict", "probability"),
        ],
    )
    def test_finds(self, shown: CheckPageWidget, text: str, name: str, key: str) -> None:
        shown.search.setText(text)
        assert place_of(shown.table.rows, name, key).isValid()
        assert len(headings(shown.table.rows)) < len(shown.shown_page.groups)

    def test_opens_folded_groups_and_folds_them_again(self, shown: CheckPageWidget) -> None:
        view, model = shown.table, shown.table.rows
        shown.search.setText("table 2, distil: outputs computed")
        assert [group.name for group in model.groups] == ["teacher_inference"]
        assert view.isExpanded(model.index(0, QUANTITY))
        shown.search.clear()
        names = [group.name for group in model.groups]
        assert not view.isExpanded(model.index(names.index("teacher_inference"), QUANTITY))

    def test_says_when_there_is_nothing(self, shown: CheckPageWidget) -> None:
        shown.search.setText("zebra")
        assert shown.body.currentWidget() is shown.nothing
        assert shown.nothing.text() == "Nothing here is called “zebra”"
        shown.search.setText("zeb")
        shown.search.clear()
        assert shown.body.currentWidget() is shown.table

    def test_goes_on_when_the_plan_changes(self, shown: CheckPageWidget) -> None:
        shown.search.setText("probability")
        shown.show_page(check_page(solve_plan(CLEAR_DIRECT)))
        found = rows_under(shown.table.rows, headings(shown.table.rows).index("Verdict"))
        assert any(isinstance(row, CheckRow) and row.key == "probability" and row.value < 0.01 for row in found)

    def test_paragraphs_are_found(self, shown: CheckPageWidget) -> None:
        shown.search.setText("Lu and Liu")
        assert headings(shown.table.rows) == ["How far to trust it"]


class TestCopyAndSave:
    def test_copy_all(self, shown: CheckPageWidget, page: CheckPage, qtbot) -> None:
        with qtbot.waitSignal(shown.told):
            shown.copy_button.click()
        lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
        assert tuple(lines[0]) == table_headings()
        assert len(lines) == 1 + sum(len(group.rows) + len(group.text.splitlines()) for group in page.groups)
        assert {"Recipe", "How far to trust it", "Coefficients"} <= {line[0] for line in lines}

    def test_copy_all_is_all_even_while_searching(self, shown: CheckPageWidget) -> None:
        shown.copy()
        everything = QGuiApplication.clipboard().text()
        shown.search.setText("probability")
        shown.copy()
        assert QGuiApplication.clipboard().text() == everything

    def test_copy_what_is_chosen(self, shown: CheckPageWidget, qtbot) -> None:
        view = shown.table
        view.setCurrentIndex(place_of(view.rows, "distillation", "strength"))
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        with qtbot.waitSignal(view.told) as told:
            qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert told.args == ["2 rows are on the clipboard"]
        lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
        assert [line[1] for line in lines[1:]] == ["strength", "weakness"]

    def test_a_chosen_heading_stands_for_its_group(self, shown: CheckPageWidget, page: CheckPage) -> None:
        view = shown.table
        names = [group.name for group in view.rows.groups]
        view.setCurrentIndex(view.rows.index(names.index("recipe"), QUANTITY))
        assert view.selected_groups() == (
            CheckGroup("recipe", "Recipe", page.group("recipe").rows, page.group("recipe").text),
        )

    def test_copy_a_formula_and_a_value(self, shown: CheckPageWidget, page: CheckPage) -> None:
        view = shown.table
        at = place_of(view.rows, "distillation", "loss")
        view.setCurrentIndex(at)
        view.copy_formula()
        loss = at.data(ENTRY_ROLE).value
        assert evaluate(QGuiApplication.clipboard().text()) == pytest.approx(loss)
        view.copy_value()
        assert float(QGuiApplication.clipboard().text()) == loss

    def test_save_as_table(self, shown: CheckPageWidget, page: CheckPage, tmp_path: Path) -> None:
        shown.save(tmp_path / "check.csv")
        text = (tmp_path / "check.csv").read_bytes().decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text)))
        assert tuple(lines[0]) == table_headings()
        assert any(line[0] == "Recipe" and line[2] == "Warm-up" and line[3] == "2,000 steps" for line in lines)

    def test_save_as_text(self, shown: CheckPageWidget, page: CheckPage, tmp_path: Path) -> None:
        shown.save(tmp_path / "check.txt")
        assert (tmp_path / "check.txt").read_text(encoding="utf-8") == as_text(page)

    def test_a_file_that_cannot_be_written_is_told(self, shown: CheckPageWidget, tmp_path: Path, qtbot) -> None:
        with qtbot.waitSignal(shown.failed) as failed:
            shown.save(tmp_path / "missing" / "check.csv")
        assert failed.args[0].startswith("The page was not saved")

    def test_kinds_of_files(self, shown: CheckPageWidget) -> None:
        assert [action.data() for action in shown.save_button.menu().actions()] == [".csv", ".txt"]


class TestKeyboard:
    def test_tab_reaches_search_tools_and_table(self, shown: CheckPageWidget, qtbot) -> None:
        shown.search.setFocus()
        reached = []
        for _ in range(4):
            reached.append(QApplication.focusWidget())
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert reached == [shown.search, shown.copy_button, shown.save_button, shown.table]

    def test_control_f_and_back(self, shown: CheckPageWidget, qtbot) -> None:
        shown.table.setFocus()
        qtbot.keyClick(shown.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert shown.search.hasFocus()
        qtbot.keyClicks(shown.search, "floor")
        qtbot.keyClick(shown.search, Qt.Key.Key_Down)
        assert shown.table.hasFocus()
        shown.search.setFocus()
        qtbot.keyClick(shown.search, Qt.Key.Key_Escape)
        assert shown.search.text() == ""

    def test_fold_and_open(self, shown: CheckPageWidget, qtbot) -> None:
        view = shown.table
        heading = view.rows.index(0, QUANTITY)
        view.setFocus()
        view.setCurrentIndex(view.rows.index(2, QUANTITY, heading))
        qtbot.keyClick(view, Qt.Key.Key_Left)
        assert view.currentIndex() == heading
        for key, expanded in (
            (Qt.Key.Key_Left, False), (Qt.Key.Key_Right, True), (Qt.Key.Key_Return, False), (Qt.Key.Key_Space, True),
        ):  # fmt: skip
            qtbot.keyClick(view, key)
            assert view.isExpanded(heading) == expanded

    def test_a_click_on_a_heading_folds_it(self, shown: CheckPageWidget, qtbot) -> None:
        view = shown.table
        heading = view.rows.index(0, QUANTITY)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(heading).center())
        assert not view.isExpanded(heading)

    def test_the_end_can_be_reached(self, shown: CheckPageWidget, qtbot) -> None:
        view = shown.table
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_End)
        assert view.visualRect(view.currentIndex()).bottom() <= view.viewport().height()

    def test_names_for_those_who_listen(self, shown: CheckPageWidget) -> None:
        named = (shown.search, shown.copy_button, shown.save_button, shown.table)
        names = [widget.accessibleName() for widget in named]
        assert names == ["Find a quantity", "Copy all", "Save as a file", "Every quantity of the answer"]
        tree = QAccessible.queryAccessibleInterface(shown.table)
        assert tree.role() in (QAccessible.Role.Tree, QAccessible.Role.Table)
        at = place_of(shown.table.rows, "verdict", "probability")
        assert at.siblingAtColumn(VALUE).data(Qt.ItemDataRole.AccessibleTextRole) == "Over 99 %"


class TestLook:
    @pytest.mark.parametrize("theme", [LIGHT, DARK])
    def test_text_can_be_read_on_rows_chosen_or_not(self, theme) -> None:
        for text in (theme.ink, theme.muted):
            for ground in (theme.card, theme.selected):
                assert contrast(text, ground) >= 4.5, (text, ground)
        assert contrast(theme.focus, theme.card) >= 3

    def test_it_is_the_last_tab(self) -> None:
        assert PAGES[-1] == ("check", CheckPageWidget)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2)."""

    def luminance(color: str) -> float:
        parts = [int(color[k : k + 2], 16) / 255 for k in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class TestSymbols:
    @pytest.mark.parametrize(
        ("text", "plain", "places"),
        [
            ("N_S", "NS", ((1, 1, "below"),)),
            ("L̃_S", "LS", ((0, 1, "tilde"), (1, 1, "below"))),
            ("D_S,eff", "DS,eff", ((1, 5, "below"),)),
            ("N_S^α", "NSα", ((1, 1, "below"), (2, 1, "above"))),
            ("x^(1/3)", "x1/3", ((1, 3, "above"),)),
            ("x^(1 / f_1)", "x^(1 / f1)", ((8, 1, "below"),)),
            ("β′", "β′", ()),
            ("L_S, and", "LS, and", ((1, 1, "below"),)),
        ],
    )
    def test_parse(self, text: str, plain: str, places: tuple[object, ...]) -> None:
        assert parse(text) == (plain, places)

    def test_more_digits_only_where_they_say_more(self) -> None:
        def row(text: str, value: float, formula: str = "x") -> CheckRow:
            return CheckRow("k", "", "K", text, value, formula=formula)

        assert more_digits(row("2.060", 2.059876539)) == "2.059877"
        assert more_digits(row("$6,720", 6719.999)) == ""
        assert more_digits(row("−0.036", -0.03607339)) == "−0.03607339"
        assert more_digits(CheckRow("k", "", "K", "1.61 MWh", 1612.8, "kWh", "x")) == "1612.8 kWh"
        assert more_digits(CheckRow("k", "", "K", "42.2B tokens", 4.21542e10, "tokens", "x")) == "4.21542e10"
        assert more_digits(row("7,065,501,696 parameters", 7065501696.0)) == ""
        assert more_digits(row("12", 12.0)) == ""
        assert more_digits(row("989 TFLOP/s", 989.4, formula="")) == ""
