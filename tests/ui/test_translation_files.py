"""Translations are found, loaded and told; what they lack or get wrong is told in English."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from advisor import language
from advisor.language import Language, translate
from tests.test_translation import tool
from ui.translation_files import available, load_qt_texts, load_translation

GERMAN = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Page</name>
    <message numerus="yes">
        <source>%n student(s)</source>
        <translation>
            <numerusform>%n Schüler</numerusform>
            <numerusform>%n Schülerinnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Distil from {teacher}</source>
        <translation>Aus {teacher} destillieren</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a verb</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Read {name}</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
"""

needs_lrelease = pytest.mark.skipif(tool().tool("lrelease") is None, reason="this PySide6 has no lrelease")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("translations")
    for name in ("de", "pt_BR"):
        file = folder / f"distillation_advisor_{name}.ts"
        file.write_text(GERMAN.replace('language="de"', f'language="{name}"'), encoding="utf-8")
        tool().run("lrelease", "-silent", file, "-qm", file.with_suffix(".qm"))
    return folder


@needs_lrelease
def test_a_translation_is_told_with_plural_forms(folder: Path) -> None:
    translation = load_translation(QLocale("de_AT"), folder)
    assert translation is not None
    before = language.use(Language(translation=translation))
    try:
        assert translate("Page", "%n student(s)", "", 1) == "1 Schüler"
        assert translate("Page", "%n student(s)", "", 3) == "3 Schülerinnen"
        assert translate("Page", "Distil from {teacher}").format(teacher="8B") == "Aus 8B destillieren"
        assert translate("Page", "Open", "a verb") == "Öffnen"
        assert translate("Page", "Open") == "Offen"
    finally:
        language.use(before)


@needs_lrelease
@pytest.mark.parametrize("text", ["Later", "Never heard of", "Read {name}"])
def test_what_is_missing_or_wrong_is_told_in_english(folder: Path, text: str) -> None:
    translation = load_translation(QLocale("de"), folder)
    assert translation is not None
    assert translation("Page", text, "", -1) == text
    assert translation("Elsewhere", "%n student(s)", "", 1) == "1 student"


@needs_lrelease
def test_translations_are_found_by_language(folder: Path) -> None:
    assert [locale.name() for locale in available(folder)] == ["de_DE", "pt_BR"]
    assert load_translation(QLocale("pt_BR"), folder) is not None
    assert load_translation(QLocale("fr"), folder) is None
    assert load_translation(QLocale("en_GB"), folder) is None


def test_without_translations_there_is_english_only(tmp_path: Path) -> None:
    assert available(tmp_path / "missing") == ()
    assert load_translation(QLocale("de"), tmp_path / "missing") is None


def test_qt_says_its_own_words_in_a_language_it_has(qapp: QApplication) -> None:
    texts = load_qt_texts(QLocale("de"))
    if texts is None:
        pytest.skip("this PySide6 ships no translations")
    QCoreApplication.installTranslator(texts)
    try:
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    finally:
        QCoreApplication.removeTranslator(texts)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
