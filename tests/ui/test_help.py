"""The Help menu: what the program says of itself is true, every text opens beside the work, every key is listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from advisor import __version__
from advisor.citation import BIBTEX
from advisor.glossary.terms import terms
from tests.ui.help_window import bring_forward, focused, press, window
from ui import help_log
from ui.crash_handler import CrashHandler
from ui.help_about import AboutWindow, about_text
from ui.help_dialog import HelpDialog
from ui.help_glossary import GlossaryWindow, open_glossary
from ui.help_log import LogFolderWindow
from ui.help_reading import reading_text
from ui.help_shortcuts import ShortcutsWindow
from ui.icons import APP_ICON_EDGES, app_icon
from ui.main_window import MainWindow

__all__ = ["window"]


def opened(window: MainWindow, kind: type[QDialog]) -> QDialog:
    (found,) = (child for child in window.findChildren(kind) if child.isVisible())
    assert not found.isModal()
    return found


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("about", AboutWindow),
        ("reading", HelpDialog),
        ("glossary", GlossaryWindow),
        ("shortcuts", ShortcutsWindow),
        ("log_folder", LogFolderWindow),
    ],
)
def test_help_opens_beside_the_work_and_escape_closes_it(
    qtbot: QtBot, window: MainWindow, action: str, kind: type[QDialog]
) -> None:
    getattr(window.actions_by_name, action).trigger()
    dialog = opened(window, kind)
    assert dialog.windowTitle()
    bring_forward(qtbot, dialog)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_about_names_version_law_and_coefficients(qapp: QApplication) -> None:
    said = about_text("My set <1>")
    assert "2502.08606" in said
    assert "My set &lt;1&gt;" in said
    assert f" {__version__}<" in said
    assert "MIT" in said


def test_about_copies_the_citation_and_shows_every_licence(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_name.about.trigger()
    about = opened(window, AboutWindow)
    assert isinstance(about, AboutWindow)
    bring_forward(qtbot, about)
    about.copy_button.click()
    assert QApplication.clipboard().text() == BIBTEX
    assert about.bibtex.toPlainText() == BIBTEX
    about.tabs.setCurrentIndex(1)
    about.list.setFocus()
    for row, component in enumerate(about.components):
        assert about.list.currentRow() == row
        assert component.name in about.list.item(row).text()
        assert about.licence.toPlainText().strip() == component.text.strip()
        assert component.text
        press(Qt.Key.Key_Down)
    about.close()


def test_reading_explains_the_words_of_the_answer(qapp: QApplication) -> None:
    said = reading_text()
    for words in ("headline", "Loss", "How likely", "Ranges", "Amber notes", "Check"):
        assert words in said


def test_every_shortcut_of_the_window_is_listed(window: MainWindow) -> None:
    window.actions_by_name.shortcuts.trigger()
    sheet = opened(window, ShortcutsWindow)
    assert isinstance(sheet, ShortcutsWindow)
    listed = {part for group in sheet.groups for keys, _ in group.keys for part in keys.split(", ")}
    sequences = [sequence for action in window.findChildren(QAction) for sequence in action.shortcuts()]
    sequences += [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    native = QKeySequence.SequenceFormat.NativeText
    wanted = {keys.toString(native) for keys in sequences if not keys.isEmpty() and keys[0].key() < Qt.Key.Key_Back}
    assert {"F1", "Ctrl+S", "Ctrl+?"} <= wanted
    assert wanted - listed == set()
    shown = sheet.table.topLevelItemCount()
    assert shown == len(sheet.groups)
    rows = sum(sheet.table.topLevelItem(index).childCount() for index in range(shown))
    assert rows == sum(len(group.keys) for group in sheet.groups)
    sheet.close()


def test_a_shortcut_is_called_what_its_menu_calls_it(window: MainWindow) -> None:
    window.actions_by_name.save.setShortcut(QKeySequence("Ctrl+Alt+Y"))
    sheet = ShortcutsWindow(window)
    assert ("Ctrl+Alt+Y", "Save") in [row for group in sheet.groups for row in group.keys]
    assert all("&" not in what and not what.endswith("…") for group in sheet.groups for _, what in group.keys)
    sheet.close()


def test_the_glossary_is_searched_and_walked_by_keyboard_and_remembers_nothing(
    qtbot: QtBot, window: MainWindow
) -> None:
    glossary = open_glossary(window)
    bring_forward(qtbot, glossary)
    assert glossary.shown_terms == tuple(term.key for term in terms())
    glossary.search.setFocus()
    QTest.keyClicks(focused(), "teacher")
    found = glossary.shown_terms
    assert found[0] == "teacher"
    assert "pue" not in found
    press(Qt.Key.Key_Down)
    assert focused() is glossary.search
    assert glossary.current_term == found[1]
    press(Qt.Key.Key_Return)
    assert glossary.isVisible()
    QTest.keyClicks(focused(), " xyz")
    assert glossary.shown_terms == ()
    assert not glossary.nothing.isHidden()
    press(Qt.Key.Key_Escape)
    assert glossary.isVisible()
    assert len(glossary.shown_terms) == len(terms())
    assert open_glossary(window, "pue") is glossary
    assert glossary.current_term == "pue"
    press(Qt.Key.Key_Escape)
    assert not glossary.isVisible()
    again = open_glossary(window)
    assert again.current_term == again.shown_terms[0]
    again.close()


def test_the_log_folder_is_opened_by_the_desktop(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url)
        return True

    monkeypatch.setattr(help_log, "NO_DESKTOP", ())
    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    folder = tmp_path / "new"
    help_log.show_log_folder(folder, window)
    assert asked == [QUrl.fromLocalFile(str(folder))]
    assert folder.is_dir()
    assert not [child for child in window.findChildren(LogFolderWindow) if child.isVisible()]


def test_a_log_folder_that_cannot_be_opened_is_named_to_be_copied(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    help_log.show_log_folder(blocked / "log", window)
    dialog = opened(window, LogFolderWindow)
    assert isinstance(dialog, LogFolderWindow)
    bring_forward(qtbot, dialog)
    assert focused() is dialog.copy_button
    press(Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == str(blocked / "log")
    dialog.close()


def test_the_log_records_the_start_and_nothing_of_a_plan(qapp: QApplication, tmp_path: Path) -> None:
    handler = CrashHandler(tmp_path / "log" / "advisor.log")
    handler.install()
    handler.uninstall()
    (line,) = handler.path.read_text(encoding="utf-8").splitlines()
    assert f"started version {__version__}" in line


def test_the_programs_icon_is_drawn_in_every_size(qapp: QApplication) -> None:
    icon = app_icon()
    assert [size.width() for size in sorted(icon.availableSizes(), key=lambda size: size.width())] == [*APP_ICON_EDGES]
    for edge in APP_ICON_EDGES:
        picture = icon.pixmap(edge, edge).toImage()
        middle = picture.pixelColor(edge * 6 // 16, edge * 9 // 16)
        assert middle.alpha() == 255
