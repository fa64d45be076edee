"""The language, numbers and dates of the window: built from the user's choices and the desktop's habits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import get_args

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtGui import QGuiApplication

from advisor import language
from advisor.language import Language, english_date, in_english, translate

from .settings import SYSTEM, NumberStyle, Settings
from .translation_files import available, load_qt_texts, load_translation

ENGLISH = "en"
NARROW_SPACE = "\u202f"
"""Between thousands, where a space stands there: numbers never break over two lines at it."""

APOSTROPHE = "’"
_SPACES = (" ", "\u00a0", NARROW_SPACE)
_APOSTROPHES = ("'", APOSTROPHE)


def marks(style: NumberStyle, locale: QLocale) -> tuple[str, str]:
    """Return decimal mark and group mark of a number style; the desktop's where the style is to follow it.

    A desktop whose decimal mark is neither point nor comma is given a point, since input fields read these two.
    """
    if style != SYSTEM:
        group, decimal = style[1], style[-2]
    else:
        group, decimal = locale.groupSeparator(), locale.decimalPoint()
    if decimal not in (".", ","):
        decimal = "."
    if group in _APOSTROPHES:
        group = APOSTROPHE
    elif group in _SPACES or group not in (".", ",") or group == decimal:
        group = NARROW_SPACE
    return decimal, group


def dates(locale: QLocale) -> Callable[[date], str]:
    """Return the function that writes dates as people of a locale do; in English the day comes first everywhere."""
    if locale.language() in (QLocale.Language.English, QLocale.Language.C):
        return english_date

    def written(day: date) -> str:
        return locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)

    return written


def chosen_locale(settings: Settings) -> QLocale:
    """Return the locale of the language chosen: the desktop's own where the choice is to follow it."""
    return QLocale.system() if settings.language == SYSTEM else QLocale(settings.language)


def build_language(
    settings: Settings,
    translation: Callable[[str, str, str, int], str] = in_english,
    locale: QLocale | None = None,
) -> Language:
    """Return the language of the user's choices.

    Parameters
    ----------
    settings : Settings
        What the user chose.
    translation : callable
        What texts are translated with.
    locale : QLocale, optional
        Whose dates are written: that of the texts' language, English by default, so that one sentence has one language.
    """
    decimal_mark, group_mark = marks(settings.number_style, QLocale.system())
    spoken = locale if locale is not None else QLocale(ENGLISH)
    return Language(translation, decimal_mark, group_mark, dates(spoken))


def use_numbers(settings: Settings) -> None:
    """Write numbers as the user chose from now on; the texts keep their language until the program starts again."""
    now = language.current()
    decimal_mark, group_mark = marks(settings.number_style, QLocale.system())
    language.use(Language(now.translation, decimal_mark, group_mark, now.date_text))


def language_choices() -> tuple[tuple[str, str], ...]:
    """Return the languages to choose from, each in its own words, with their codes."""
    choices = [(SYSTEM, translate("Preferences", "As the system")), (ENGLISH, "English")]
    choices += [(locale.name(), _own_name(locale)) for locale in available()]
    return tuple(choices)


def number_choices() -> tuple[tuple[NumberStyle, str], ...]:
    """Return the number styles to choose from, each as an example."""
    decimal_mark, group_mark = marks(SYSTEM, QLocale.system())
    example = f"1{group_mark}234{decimal_mark}5"
    system = translate("Preferences", "As the system: {example}").format(example=example)
    styles: tuple[NumberStyle, ...] = get_args(NumberStyle)
    return tuple((style, system if style == SYSTEM else style) for style in styles)


def start(settings: Settings, app: QCoreApplication) -> None:
    """Speak the user's language from now on: at the start, before any window is made."""
    locale = chosen_locale(settings)
    translation = None if locale.language() == QLocale.Language.English else load_translation(locale)
    if translation is None:
        language.use(build_language(settings))
        return
    language.use(build_language(settings, translation, locale))
    qt_texts = load_qt_texts(locale)
    if qt_texts is not None:
        qt_texts.setParent(app)
        app.installTranslator(qt_texts)
    if locale.textDirection() == Qt.LayoutDirection.RightToLeft and isinstance(app, QGuiApplication):
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


def _own_name(locale: QLocale) -> str:
    name = locale.nativeLanguageName() or locale.name()
    return name[:1].upper() + name[1:]
