"""Preferences: what is set applies at once, survives a restart, can be reset, and never reaches a headless answer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from advisor import language
from advisor.language import ENGLISH
from advisor.plan_edit import NEW_PLAN, value_at, with_value
from advisor.plan_file import dump_plan, example_plans, parse_plan
from advisor.quantities import format_tokens
from ui.answer_view import PAGES
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.fields import FieldRow
from ui.languages import build_language, marks, number_choices, use_numbers
from ui.main_window import MainWindow
from ui.new_plan import new_plan, own_defaults
from ui.pages.chart_page import ChartPageWidget
from ui.preferences import PreferencesDialog
from ui.settings import PREFERENCES, TEXT_SIZES, MemoryStore, NumberStyle, Settings
from ui.style import enlarged
from ui.text_size import px, use_text_size, zoom
from ui.theme import FONT_PIXELS, drawn_font, font, line_height
from ui.theme_mode import WORN
from ui.windows import Windows

ROOT = Path(__file__).parents[2]
DAMAGED: tuple[object, ...] = (None, "", "rubbish", "nan", "inf", "-1", "1e9", b"\x00", ["1"], {"a": 1}, True, 3 + 4j)


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    """What is set here for the whole program must not reach other tests."""
    yield
    language.use(ENGLISH)
    use_text_size(100)
    qapp.setProperty(WORN, None)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of their own that follow no desktop."""
    result = Settings(MemoryStore())
    result.theme_mode = "light"
    result.recovery_folder = tmp_path / "recovery"
    return result


@pytest.fixture
def windows(qtbot: Any, settings: Settings) -> Iterator[Windows]:
    """The program with one window, its plan answered, and Preferences open."""
    result = Windows(settings, lambda: ComputeRunner())
    window = result.add()
    window.resize(1280, 800)
    window.show()
    window.document.open_example()
    wait_until_answered(qtbot, window)
    window.actions_by_name.preferences.trigger()
    yield result
    if result.preferences is not None:
        result.preferences.close()
    for window in result.open:
        window.document.undo_stack.setClean()
        window.close()
    assert result.shut_down()


def wait_until_answered(qtbot: Any, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.status.state == "fresh", timeout=20_000)


def choose(box: QComboBox, text: str) -> None:
    """Choose from a list as a user does."""
    index = box.findText(text)
    assert index >= 0, f"{text} is not offered"
    box.setCurrentIndex(index)
    box.activated.emit(index)


def write(entry: QLineEdit, text: str) -> None:
    """Replace what stands in a field, key by key."""
    entry.setFocus()
    entry.selectAll()
    QTest.keyClick(entry, Qt.Key.Key_Delete)
    QTest.keyClicks(entry, text)


def preferences_of(windows: Windows) -> PreferencesDialog:
    assert windows.preferences is not None
    return windows.preferences


def resized(qtbot: Any, windows: Windows, percent: int) -> MainWindow:
    """Choose a text size and return the window that is there afterwards."""
    before = windows.open[0]
    choose(preferences_of(windows).size_row.box, f"{percent} %")
    qtbot.waitUntil(lambda: windows.open[0] is not before)
    wait_until_answered(qtbot, windows.open[0])
    QApplication.processEvents()
    return windows.open[0]


# What is stored


@pytest.mark.parametrize("key", PREFERENCES)
@pytest.mark.parametrize("value", DAMAGED)
def test_a_damaged_value_reads_as_usable(key: str, value: object) -> None:
    store = MemoryStore()
    store.setValue(key, value)
    settings = Settings(store)
    assert settings.text_size in TEXT_SIZES
    assert settings.number_style in get_args(NumberStyle)
    assert settings.language == "system" or settings.language.isalpha()
    assert settings.price_per_hour is None or 0 <= settings.price_per_hour <= 1e6
    assert settings.utilization is None or 0 < settings.utilization <= 1
    assert isinstance(settings.currency, str)
    assert new_plan(settings) == parse_plan(dump_plan(new_plan(settings)))[0]


def test_preferences_survive_a_restart(tmp_path: Path) -> None:
    def opened() -> Settings:
        return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))

    first = opened()
    first.text_size, first.number_style, first.language = 150, "1.234,5", "de"
    first.currency, first.price_per_hour, first.utilization = "EUR", 2.25, 0.45
    first.coefficients = "busbridge-2025-as-printed"
    first.sync()
    again = opened()
    assert (again.text_size, again.number_style, again.language) == (150, "1.234,5", "de")
    assert (again.currency, again.price_per_hour, again.utilization) == ("EUR", 2.25, 0.45)
    assert again.coefficients == "busbridge-2025-as-printed"
    again.price_per_hour = None
    again.sync()
    assert opened().price_per_hour is None


def test_reset_forgets_preferences_and_nothing_else(settings: Settings, tmp_path: Path) -> None:
    settings.text_size, settings.price_per_hour, settings.page = 130, 2.0, "map"
    settings.add_recent(tmp_path / "a.distill")
    before = settings.preferences()
    settings.restore_preferences({})
    assert (settings.text_size, settings.price_per_hour, settings.theme_mode) == (100, None, "system")
    assert settings.page == "map" and len(settings.recent) == 1
    settings.restore_preferences(before)
    assert (settings.text_size, settings.price_per_hour, settings.theme_mode) == (130, 2.0, "light")


# Numbers and dates


@pytest.mark.parametrize(
    ("style", "expected"),
    [("1,234.5", (".", ",")), ("1.234,5", (",", ".")), ("1 234,5", (",", "\u202f")), ("1’234.5", (".", "’"))],
)
def test_a_number_style_is_what_its_example_shows(style: NumberStyle, expected: tuple[str, str]) -> None:
    assert marks(style, QLocale("en_GB")) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("en_US", (".", ",")), ("de_DE", (",", ".")), ("fr_FR", (",", "\u202f")), ("de_CH", (".", "’"))],
)
def test_the_system_s_style_is_the_locale_s(name: str, expected: tuple[str, str]) -> None:
    assert marks("system", QLocale(name)) == expected


def test_every_locale_gives_marks_that_can_be_told_apart_and_read() -> None:
    for locale in QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    ):
        decimal_mark, group_mark = marks("system", locale)
        assert decimal_mark in (".", ",") and group_mark not in ("", decimal_mark), locale.name()


def test_dates_are_those_of_the_language_of_the_texts(settings: Settings) -> None:
    day = date(2026, 11, 24)
    assert build_language(settings).date_text(day) == "24 November 2026"
    assert build_language(settings, locale=QLocale("de_DE")).date_text(day) == "Dienstag, 24. November 2026"


# Text size


def test_fonts_and_style_sheet_follow_the_text_size() -> None:
    rule = "X { min-height: 22px; border: 1px solid red; padding: 0 7px; }"
    focused = "X { min-height: 20px; border: 2px solid red; padding: 0 6px; }"
    assert enlarged(rule) == rule
    for percent in TEXT_SIZES:
        use_text_size(percent)
        assert font("body").pixelSize() == px(13) == round(13 * zoom())
        assert drawn_font("body").pixelSize() == 13
        assert line_height("headline") == px(FONT_PIXELS["headline"][1])
        heights = [
            int(sheet.split("min-height: ")[1].split("px")[0]) + 2 * border
            for sheet, border in ((enlarged(rule), 1), (enlarged(focused), 2))
        ]
        assert heights == [px(24), px(24)], "a field jumps when it gets the keyboard"


def test_text_size_makes_windows_again_and_loses_nothing(qtbot: Any, windows: Windows) -> None:
    first = windows.open[0]
    document, plan = first.document, first.document.plan
    first.document.edit(with_value(plan, "hardware.count", 32), "Change Accelerators")
    first.view.choose_page("teacher")
    wait_until_answered(qtbot, first)
    size = first.size()
    window = resized(qtbot, windows, 150)
    assert window.document is document and document.dirty
    assert window.view.page == "teacher" and window.isVisible() and window.size() == size
    assert window.panel.row("hardware.count").entries()[0].text() == "32"
    assert window.panel.row("hardware.count").entries()[0].font().pixelSize() == px(13) == 20
    assert document.undo_stack.undoText() == "Change Accelerators"
    window.actions_by_name.undo.trigger()
    wait_until_answered(qtbot, window)
    assert document.plan == plan and not document.dirty
    assert window.panel.row("hardware.count").entries()[0].text() == "16"


def test_unsaved_edits_are_kept_over_a_change_of_text_size(qtbot: Any, windows: Windows, settings: Settings) -> None:
    first = windows.open[0]
    first.document.edit(with_value(first.document.plan, "hardware.count", 32), "Change Accelerators")
    window = resized(qtbot, windows, 130)
    qtbot.waitUntil(lambda: any(settings.recovery_folder.iterdir()))
    window.document.undo_stack.setClean()


def test_the_dialog_stays_where_it_is_with_its_control_in_hand(qtbot: Any, windows: Windows) -> None:
    dialog = preferences_of(windows)
    dialog.move(QPoint(40, 30))
    dialog.activateWindow()
    dialog.size_row.box.setFocus()
    resized(qtbot, windows, 175)
    again = preferences_of(windows)
    assert again is not dialog and again.isVisible()
    assert again.pos() == QPoint(40, 30)
    assert again.focusWidget() is again.size_row.box
    assert again.size_row.box.currentText() == "175 %"


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_at_200_per_cent_nothing_is_clipped_and_everything_can_be_reached(
    qtbot: Any, windows: Windows, size: tuple[int, int]
) -> None:
    window = resized(qtbot, windows, 200)
    window.resize(*size)
    QApplication.processEvents()
    assert window.size().toTuple() == size, "the window does not fit the screen"
    for name, *_ in PAGES:
        window.view.choose_page(name)
        wait_until_answered(qtbot, window)
        QApplication.processEvents()
        assert cut_off(window) == []
        page = window.view.stack.currentWidget()
        least = page.minimumSizeHint()
        assert page.width() >= least.width() and page.height() >= least.height(), f"{name} is squeezed"
        window.area.ensureWidgetVisible(page, 0, 0)
        assert not page.visibleRegion().isEmpty(), f"{name} cannot be scrolled to"


def cut_off(window: QWidget) -> list[str]:
    """Return what is shown of text in less room than it needs."""
    found = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or label.toolTip() == label.text() or label.wordWrap():
            continue
        if type(label) is QLabel and label.height() < label.fontMetrics().height() - 2:
            found.append(f"{label.text()}: {label.height()} pixels high")
    entries = (entry for entry in window.findChildren(QLineEdit) if entry.isVisible())
    low = (entry for entry in entries if entry.height() < entry.fontMetrics().height() + 2)
    return [*found, *(f"{entry.text()}: {entry.height()} pixels high" for entry in low)]


def test_charts_are_enlarged_as_a_whole(qtbot: Any, windows: Windows) -> None:
    window = windows.open[0]
    window.view.choose_page("budget")
    wait_until_answered(qtbot, window)
    window = resized(qtbot, windows, 200)
    page = window.view.pages["budget"]
    assert isinstance(page, ChartPageWidget)
    chart = page.chart
    assert chart.frame is not None
    view = chart.view
    # Laid out at 100 %, shown at 200 %: the mouse on a value reads that value.
    assert chart.frame.right <= view.width() / 2
    at = chart.frame.rect.center()
    place = QPointF(at.x() * 2, at.y() * 2)
    nothing, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    view.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, place, place, nothing, nothing, no_key))
    assert chart.pointer_x is not None
    assert chart.pointer_x == pytest.approx(chart.frame.x_value(at.x()), rel=0.02)
    box = view.getPlotItem().getViewBox().sceneBoundingRect()
    assert box.left() == pytest.approx(2 * chart.frame.left, abs=2)
    assert box.width() == pytest.approx(2 * chart.frame.width, abs=3)
    assert chart.picture_size().width() == view.width() // 2, "pictures stay at 100 %"


# Number style in the window


def test_a_number_style_shows_at_once_and_is_read(qtbot: Any, windows: Windows) -> None:
    first = windows.open[0]
    choose(preferences_of(windows).number_row.box, "1.234,5")
    qtbot.waitUntil(lambda: windows.open[0] is not first)
    window = windows.open[0]
    wait_until_answered(qtbot, window)
    assert format_tokens(1.5e9) == "1,5B"
    price = window.panel.row("hardware.price_per_hour")
    assert price.entries()[0].text() == "$3,50 per GPU-hour"
    assert "2,060" in window.view.pages["budget"].sentence.text()
    assert all("." not in text.text for text in drawn_ticks(window))
    tokens = window.panel.row("data.student_tokens")
    write(tokens.entries()[0], "1,500")
    assert tokens.problems()[0].fix == 'Write 1,5 or 1500 instead of "1,500"'
    write(tokens.entries()[0], "1.500")
    assert tokens.problems() == ()
    assert value_at(window.document.plan, "data.student_tokens") == 1500
    assert isinstance(tokens, FieldRow) and "1.500" in tokens.echo
    assert b"1500" in dump_plan(window.document.plan) and b"0.38" in dump_plan(window.document.plan)


def drawn_ticks(window: MainWindow) -> list[Any]:
    page = window.view.pages["budget"]
    assert isinstance(page, ChartPageWidget)
    ticks = [text for text in page.chart.drawing.texts() if "tick" in text.kind]
    assert ticks, "no tick is drawn"
    return ticks


def test_every_number_style_is_offered_with_its_example() -> None:
    assert {style for style, _ in number_choices()} == set(get_args(NumberStyle))
    assert dict(number_choices())["system"] == "As the system: 1,234.5"


# New plans


def test_new_plans_start_from_the_user_s_defaults_and_say_so(qtbot: Any, windows: Windows, settings: Settings) -> None:
    dialog = preferences_of(windows)
    assert new_plan(settings) == NEW_PLAN
    write(dialog.currency_row.entry, "EUR")
    write(dialog.price_row.entry, "2.25")
    write(dialog.utilization_row.entry, "45 %")
    choose(dialog.set_row.box, dialog.set_row.box.itemText(1))
    window = windows.open[0]
    window.files.new()
    plan = window.document.plan
    assert (plan.currency, plan.coefficients) == ("EUR", "busbridge-2025-as-printed")
    assert plan.hardware is not None
    assert (plan.hardware.price_per_hour, plan.hardware.utilization) == (2.25, 0.45)
    assert parse_plan(dump_plan(plan))[0] == plan, "the file alone gives the same plan"
    row = window.panel.row("hardware.price_per_hour")
    assert isinstance(row, FieldRow)
    assert row.badge == "yours" and row.way_back.toolTip().startswith("Your default, from Preferences")
    write(row.entries()[0], "3")
    assert row.badge == "typed"


def test_what_cannot_be_a_default_is_refused_in_place(windows: Windows, settings: Settings) -> None:
    dialog = preferences_of(windows)
    write(dialog.utilization_row.entry, "0 %")
    assert dialog.utilization_row.entry.problem == "Write a share above 0 %, such as 40 %"
    assert settings.utilization is None
    write(dialog.utilization_row.entry, "fast")
    assert dialog.utilization_row.entry.problem == "Write a share such as 40 % or 0.4"
    write(dialog.utilization_row.entry, "50 %")
    assert dialog.utilization_row.entry.problem == "" and settings.utilization == 0.5
    write(dialog.utilization_row.entry, "")
    assert settings.utilization is None and own_defaults(settings) == {}


def test_an_opened_plan_keeps_its_own_values(windows: Windows, settings: Settings) -> None:
    settings.price_per_hour = 2.25
    window = windows.open[0]
    before = window.document.plan
    window.document.open_example()
    assert window.document.plan == before


def test_reset_all_and_take_it_back(qtbot: Any, windows: Windows, settings: Settings) -> None:
    dialog = preferences_of(windows)
    write(dialog.price_row.entry, "2.25")
    choose(dialog.number_row.box, "1.234,5")
    window = windows.open[0]
    qtbot.waitUntil(lambda: windows.open[0] is not window)
    window, dialog = windows.open[0], preferences_of(windows)
    assert dialog.price_row.entry.text() == "$2,25 per GPU-hour"
    dialog.reset_button.click()
    qtbot.waitUntil(lambda: windows.open[0] is not window)
    window, dialog = windows.open[0], preferences_of(windows)
    assert settings.preferences() == {} and dialog.reset_button.text() == "Take the reset back"
    dialog.reset_button.click()
    qtbot.waitUntil(lambda: windows.open[0] is not window)
    assert (settings.price_per_hour, settings.number_style, settings.theme_mode) == (2.25, "1.234,5", "light")
    assert preferences_of(windows).reset_button.text() == "Reset all to defaults"


def test_theme_applies_at_once_to_every_window(windows: Windows) -> None:
    dialog = preferences_of(windows)
    dialog.theme_row.choice.buttons()[2].click()
    assert windows.open[0].themes.theme.dark
    assert windows.open[0].actions_by_name.theme["dark"].isChecked()


def test_the_dialog_is_one_and_goes_with_the_last_window(windows: Windows) -> None:
    dialog = preferences_of(windows)
    windows.show_preferences()
    assert preferences_of(windows) is dialog
    assert not dialog.isModal() and not dialog.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    windows.open[0].document.undo_stack.setClean()
    windows.open[0].close()
    assert windows.preferences is None


def test_a_lone_window_shows_preferences_too(qtbot: Any, settings: Settings) -> None:
    runner = ComputeRunner()
    window = MainWindow(Document(), runner, settings)
    window.show()
    window.actions_by_name.preferences.trigger()
    dialog = window.findChild(PreferencesDialog)
    assert dialog is not None and dialog.isVisible()
    window.close()
    window.deleteLater()


def test_every_control_has_a_name_and_the_keyboard_reaches_it(windows: Windows) -> None:
    dialog = preferences_of(windows)
    dialog.activateWindow()
    dialog.theme_row.choice.buttons()[1].setFocus()
    reached = []
    for _ in range(12):
        widget = dialog.focusWidget()
        assert widget is not None
        assert widget.accessibleName() or widget.text(), widget
        reached.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    rows = (dialog.size_row.box, dialog.language_row.box, dialog.number_row.box, dialog.currency_row.entry)
    rows += (dialog.price_row.entry, dialog.utilization_row.entry, dialog.set_row.box, dialog.reset_button)
    assert all(row in reached for row in rows)
    QTest.keyClick(dialog.size_row.box, Qt.Key.Key_Escape)
    assert windows.preferences is None


# Nothing of it reaches a headless answer


def test_headless_answers_do_not_read_preferences(tmp_path: Path) -> None:
    plan = example_plans()[0][1]
    answers = []
    for folder, written in (("plain", False), ("set", True)):
        home = tmp_path / folder
        if written:
            store = QSettings(
                str(home / "distillation-advisor" / "distillation-advisor.conf"), QSettings.Format.IniFormat
            )
            store.setValue("language/numbers", "1.234,5")
            store.setValue("newPlan/pricePerHour", 9.0)
            store.setValue("view/textSize", 200)
            store.sync()
        environment = os.environ | {"XDG_CONFIG_HOME": str(home), "LC_ALL": "de_DE.UTF-8" if written else "C"}
        done = subprocess.run(
            [sys.executable, "main.py", "--headless", str(plan)],
            cwd=ROOT, env=environment, capture_output=True, timeout=120, check=True,
        )  # fmt: skip
        answers.append(done.stdout)
    assert answers[0] == answers[1]


def test_numbers_can_be_changed_while_texts_keep_their_language(settings: Settings) -> None:
    told = language.Language(lambda context, text, comment, n: text.upper())
    language.use(told)
    settings.number_style = "1.234,5"
    use_numbers(settings)
    assert language.current().translation is told.translation
    assert language.current().decimal_mark == ","
