"""Translations that ship with the program: which there are, and how one is told instead of English.

A language is one file, ``distillation_advisor_LANGUAGE.qm`` in ``resources/translations``, which
``packaging/translations.py`` makes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from advisor.language import in_english
from advisor.resource_files import resource_path

STEM = "distillation_advisor"
FOLDER = resource_path("translations")

_PLACE = re.compile(r"\{\w*")


def available(folder: Path = FOLDER) -> tuple[QLocale, ...]:
    """Return the languages there is a translation into, in the order of their names; English needs none."""
    names = sorted(path.stem.removeprefix(f"{STEM}_") for path in folder.glob(f"{STEM}_*.qm"))
    return tuple(QLocale(name) for name in names)


def load_translation(locale: QLocale, folder: Path = FOLDER) -> Callable[[str, str, str, int], str] | None:
    """Return what `advisor.language.Language` needs as its ``translation``; None where no file fits the locale.

    What the file leaves untranslated is told in English, and so is a text whose translation lost the place of a number
    or a name. The callable may be used in every thread.

    Parameters
    ----------
    locale : QLocale
        The language wanted; where its country has no file of its own, the file of the language is taken.
    folder : Path
        Where the files are.
    """
    translator = _loaded(locale, STEM, "_", folder)
    if translator is None:
        return None

    def translation(context: str, text: str, comment: str = "", n: int = -1) -> str:
        told = translator.translate(context, text, comment or None, n) or ""
        if not told or not _keeps_places(text, told):
            return in_english(context, text, comment, n)
        return told.replace("%n", str(n)) if n >= 0 else told

    return translation


def load_qt_texts(locale: QLocale) -> QTranslator | None:
    """Return the translator of Qt's own texts, such as the buttons of its dialogs; None where PySide6 ships none.

    It does nothing before it is given to ``QCoreApplication.installTranslator``, and nothing after it was destroyed.
    """
    return _loaded(locale, "qtbase", "_", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))


def _loaded(locale: QLocale, name: str, prefix: str, folder: Path) -> QTranslator | None:
    translator = QTranslator()
    return translator if translator.load(locale, name, prefix, str(folder)) else None


def _keeps_places(text: str, told: str) -> bool:
    if "{" not in text:
        return "{" not in told
    return set(_PLACE.findall(text)) == set(_PLACE.findall(told))
