"""Which theme is on: the user's choice, or the desktop's while the choice is to follow it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from .settings import Settings, ThemeMode
from .text_size import use_text_size, zoom
from .theme import DARK, LIGHT, Theme, apply_theme

WORN = "theme"


class ThemeSwitch(QObject):
    """Dresses the application and keeps it dressed as the user, or the desktop, wants.

    Signals
    -------
    theme_changed(object)
        The `Theme` that is on now; the application already wears it.
    """

    theme_changed = Signal(object)

    def __init__(self, app: QApplication, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._settings = settings
        self._theme = self._wanted()
        use_text_size(settings.text_size)
        self._wear(self._theme)
        app.styleHints().colorSchemeChanged.connect(self._desktop_changed)

    @property
    def theme(self) -> Theme:
        """The theme that is on."""
        return self._theme

    @property
    def mode(self) -> ThemeMode:
        """The user's choice."""
        return self._settings.theme_mode

    def set_mode(self, mode: ThemeMode) -> None:
        """Take over the user's choice and remember it."""
        self._settings.theme_mode = mode
        self.refresh()

    def _wanted(self) -> Theme:
        if self.mode == "system":
            return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self.mode == "dark" else LIGHT

    def refresh(self) -> None:
        """Wear what the settings say now."""
        wanted = self._wanted()
        if wanted is not self._theme:
            self._theme = wanted
            self._wear(wanted)
            self.theme_changed.emit(wanted)

    def _wear(self, theme: Theme) -> None:
        worn = f"{theme.name} {zoom()}"
        if self._app.property(WORN) != worn:  # dressing takes long, and another window may have done it
            apply_theme(self._app, theme)
            self._app.setProperty(WORN, worn)

    @Slot(Qt.ColorScheme)
    def _desktop_changed(self, scheme: Qt.ColorScheme) -> None:
        self.refresh()
