"""The actions of the window and where they stand: menu bar and tool bar. What they do is connected by the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QSizePolicy, QWidget

from advisor.language import translate

from .icons import icon
from .settings import ThemeMode
from .text_size import px
from .theme import Theme, font
from .tool_bar import ToolBar

TOOLBAR_HEIGHT = 40
MENU_HEIGHT = 24
EDGE = 4


def theme_modes() -> tuple[tuple[ThemeMode, str], ...]:
    """Return the choices of theme and what the menu calls them."""
    return (
        ("system", translate("Menu", "&System theme")),
        ("light", translate("Menu", "&Light theme")),
        ("dark", translate("Menu", "&Dark theme")),
    )


class Actions:
    """Every action of the window, by name; ``theme`` by mode, ``pages`` by page name, ``examples`` by path."""

    def __init__(self, window: QMainWindow, pages: tuple[tuple[str, str], ...], examples: tuple[tuple[str, Path], ...]):
        keys = QKeySequence.StandardKey
        self._icons: dict[QAction, str] = {}
        self.new = self._action(
            window, translate("Menu", "&New"), "new", keys.New, translate("Menu", "Start a plan from the defaults")
        )
        self.new_window = self._action(
            window,
            translate("Menu", "New &window"),
            "",
            "Ctrl+Shift+N",
            translate("Menu", "Start another plan in a window of its own"),
        )
        self.open = self._action(
            window, translate("Menu", "&Open…"), "open", keys.Open, translate("Menu", "Open a plan file")
        )
        self.save = self._action(
            window, translate("Menu", "&Save"), "save", keys.Save, translate("Menu", "Save this plan")
        )
        self.save_as = self._action(
            window,
            translate("Menu", "Save &as…"),
            "",
            keys.SaveAs,
            translate("Menu", "Save this plan under another name"),
        )
        self.report = self._action(
            window,
            translate("Menu", "Report as P&DF…"),
            "report",
            "Ctrl+Shift+E",
            translate("Menu", "Two pages for the meeting, and an appendix"),
        )
        self.print = self._action(
            window, translate("Menu", "&Print…"), "print", keys.Print, translate("Menu", "Print the report")
        )
        self.recent = QMenu(translate("Menu", "Open &recent"), window)
        self.export_workbook = self._action(
            window,
            translate("Menu", "Excel &workbook…"),
            "",
            None,
            translate("Menu", "Write the answer, its inputs and every chart's numbers as a workbook"),
        )
        self.export_json = self._action(
            window,
            translate("Menu", "Answer as &JSON…"),
            "",
            None,
            translate("Menu", "Write the answer and the data of every chart for other programs"),
        )
        self.close = self._action(
            window, translate("Menu", "&Close"), "", "Ctrl+W", translate("Menu", "Close this window")
        )
        self.quit = self._action(
            window, translate("Menu", "&Quit"), "", "Ctrl+Q", translate("Menu", "Close every window")
        )
        self.undo = self._action(
            window, translate("Menu", "&Undo"), "undo", keys.Undo, translate("Menu", "Take the last edit back")
        )
        self.redo = self._action(
            window, translate("Menu", "&Redo"), "redo", keys.Redo, translate("Menu", "Make the edit again")
        )
        self.copy_text = self._action(
            window,
            translate("Menu", "Copy answer as &text"),
            "",
            "Ctrl+Shift+C",
            translate("Menu", "Copy the answer as text, such as for a mail"),
        )
        self.copy_picture = self._action(
            window,
            translate("Menu", "Copy answer as p&icture"),
            "",
            None,
            translate("Menu", "Copy the answer as it stands above the pages"),
        )
        self.preferences = self._action(
            window,
            translate("Menu", "Prefere&nces…"),
            "",
            "Ctrl+,",
            translate("Menu", "Theme, text size, language, numbers, and what new plans start from"),
        )
        self.pin = self._action(
            window,
            translate("Menu", "&Pin this plan"),
            "pin",
            "Ctrl+Shift+P",
            translate("Menu", "Keep this plan beside the next ones"),
        )
        self.known_models = self._action(
            window,
            translate("Menu", "&Known models…"),
            "",
            None,
            translate("Menu", "Choose teachers from well-known open models"),
        )
        self.goal = self._action(
            window,
            translate("Menu", "&Goal seek…"),
            "goal",
            "Ctrl+G",
            translate("Menu", "What a loss, a sum of money or a deadline takes or brings"),
        )
        self.explain = self._action(
            window,
            translate("Menu", "&Explain this"),
            "help",
            "F1",
            translate("Menu", "What the term means that the keyboard is at"),
        )
        self.chart_reading = self._action(
            window,
            translate("Menu", "How to read this &chart"),
            "",
            "Shift+F1",
            translate("Menu", "What the axes, lines and shades of the page mean"),
        )
        self.reading = self._action(
            window,
            translate("Menu", "&How to read the answer"),
            "",
            None,
            translate("Menu", "What headline, ranges and notes mean"),
        )
        self.glossary = self._action(
            window,
            translate("Menu", "&Glossary"),
            "",
            "Ctrl+?",
            translate("Menu", "Every term, and what it means here"),
        )
        self.shortcuts = self._action(
            window,
            translate("Menu", "&Keyboard shortcuts"),
            "",
            "Ctrl+/",
            translate("Menu", "Every key of menus, charts and tables"),
        )
        self.tour = self._action(
            window, translate("Menu", "Take the &tour"), "", None, translate("Menu", "The window in three steps")
        )
        self.log_folder = self._action(
            window,
            translate("Menu", "Show &log folder"),
            "",
            None,
            translate("Menu", "Where errors are written down, for whoever mends them"),
        )
        self.about = self._action(
            window,
            translate("Menu", "&About"),
            "",
            None,
            translate("Menu", "What this program is, and whose law it uses"),
        )
        # What the tool bar says; the menu says more.
        self.open.setIconText(translate("Tool bar", "Open"))
        self.undo.setIconText(translate("Tool bar", "Undo"))
        self.redo.setIconText(translate("Tool bar", "Redo"))
        self.pin.setIconText(translate("Tool bar", "Pin"))
        self.goal.setIconText(translate("Tool bar", "Goal seek"))
        self.report.setIconText(translate("Tool bar", "Report"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.theme = self._group(window, theme_modes())
        self.pages = self._group(window, with_mnemonics(pages, theme_modes()))
        for number, action in enumerate(self.pages.values(), 1):
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        self.examples: dict[Path, QAction] = {}
        names = with_mnemonics(tuple((name, name.replace("&", "&&")) for name, _ in examples), ())
        for (_, path), (_, text) in zip(examples, names, strict=True):
            self.examples[path] = QAction(text, window)
            self.examples[path].setData(path)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in a theme's ink."""
        for action, name in self._icons.items():
            action.setIcon(icon(name, theme.ink, disabled=theme.disabled))

    def _action(
        self, window: QMainWindow, text: str, icon_name: str, key: QKeySequence.StandardKey | str | None, tip: str
    ) -> QAction:
        action = QAction(text, window)
        if key is not None:
            action.setShortcuts([QKeySequence(key)] if isinstance(key, str) else key)
        shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({shortcut})" if shortcut else tip)
        if icon_name:
            self._icons[action] = icon_name
        return action

    def _group(self, window: QMainWindow, items: tuple[tuple[str, str], ...]) -> dict[str, QAction]:
        group = QActionGroup(window)
        actions = {}
        for name, text in items:
            actions[name] = group.addAction(text)
            actions[name].setCheckable(True)
            actions[name].setData(name)
        return actions


def with_mnemonics(
    items: tuple[tuple[str, str], ...], beside: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    """Return (name, text) pairs with the first letter underlined that neither they nor those ``beside`` use yet."""
    taken = {text[text.index("&") + 1].lower() for _, text in beside if "&" in text}
    result = []
    for name, text in items:
        free = next((i for i, letter in enumerate(text) if letter.isalpha() and letter.lower() not in taken), None)
        if free is not None and "&" not in text:  # a translator may have chosen one
            taken.add(text[free].lower())
            text = f"{text[:free]}&{text[free:]}"
        result.append((name, text))
    return tuple(result)


def build_menus(window: QMainWindow, actions: Actions) -> None:
    """Fill the window's menu bar."""
    bar = window.menuBar()
    bar.setMinimumHeight(px(MENU_HEIGHT))
    file_menu = _menu(window, translate("Menu", "&File"), (actions.new, actions.new_window, actions.open))
    file_menu.addMenu(actions.recent)
    if actions.examples:
        examples = file_menu.addMenu(translate("Menu", "&Example plans"))
        examples.addActions(list(actions.examples.values()))
    file_menu.addSeparator()
    file_menu.addActions([actions.save, actions.save_as])
    export = file_menu.addMenu(translate("Menu", "E&xport"))
    export.addActions([actions.export_workbook, actions.export_json])
    file_menu.addSeparator()
    file_menu.addActions([actions.report, actions.print])
    file_menu.addSeparator()
    file_menu.addActions([actions.close, actions.quit])
    edit = _menu(window, translate("Menu", "&Edit"), (actions.undo, actions.redo))
    edit.addSeparator()
    edit.addActions([actions.copy_text, actions.copy_picture])
    edit.addSeparator()
    edit.addActions([actions.pin, actions.goal, actions.known_models])
    edit.addSeparator()
    edit.addAction(actions.preferences)
    view = _menu(window, translate("Menu", "&View"), tuple(actions.pages.values()))
    view.addSeparator()
    view.addActions(list(actions.theme.values()))
    help_menu = _menu(window, translate("Menu", "&Help"), (actions.explain, actions.chart_reading, actions.reading))
    help_menu.addActions([actions.glossary, actions.shortcuts, actions.tour])
    help_menu.addSeparator()
    help_menu.addActions([actions.log_folder, actions.about])


def _menu(window: QMainWindow, title: str, actions: tuple[QAction, ...]) -> QMenu:
    menu = window.menuBar().addMenu(title)
    menu.addActions(list(actions))
    return menu


def _space(width: int) -> QWidget:
    space = QWidget()
    space.setFixedWidth(width)
    return space


def build_toolbar(window: QMainWindow, actions: Actions) -> QLabel:
    """Build the tool bar and return the label at its right end, which names the plan's file."""
    bar = ToolBar(translate("Menu", "Tools"))
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setFloatable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.toggleViewAction().setVisible(False)
    bar.setFixedHeight(px(TOOLBAR_HEIGHT))
    bar.setStyleSheet("QToolBar { padding: 3px; }")  # Qt gives a tool bar's widest padding to all its sides
    bar.addWidget(_space(EDGE))
    bar.addActions([actions.new, actions.open, actions.save])
    bar.addSeparator()
    bar.addActions([actions.undo, actions.redo])
    bar.addSeparator()
    bar.addActions([actions.pin, actions.goal])
    bar.addSeparator()
    bar.addAction(actions.report)
    spacer = QWidget()
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(spacer)
    label = QLabel()
    label.setObjectName("fileState")
    label.setAccessibleName(translate("Menu", "Plan file"))
    label.setFont(font("caption"))
    label.setProperty("tone", "muted")
    bar.addWidget(label)
    bar.addWidget(_space(EDGE))
    window.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
    return label
