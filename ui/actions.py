"""The actions of the window and where they stand: menu bar and tool bar. What they do is connected by the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from .icons import icon
from .settings import ThemeMode
from .theme import Theme, font

TOOLBAR_HEIGHT = 40
MENU_HEIGHT = 24
EDGE = 4
THEME_MODES: tuple[tuple[ThemeMode, str], ...] = (
    ("system", "&System theme"),
    ("light", "&Light theme"),
    ("dark", "&Dark theme"),
)


class Actions:
    """Every action of the window, by name; ``theme`` by mode, ``pages`` by page name, ``examples`` by path."""

    def __init__(self, window: QMainWindow, pages: tuple[tuple[str, str], ...], examples: tuple[tuple[str, Path], ...]):
        keys = QKeySequence.StandardKey
        self._icons: dict[QAction, str] = {}
        self.new = self._action(window, "&New", "new", keys.New, "Start a plan from the defaults")
        self.new_window = self._action(
            window, "New &window", "", "Ctrl+Shift+N", "Start another plan in a window of its own"
        )
        self.open = self._action(window, "&Open…", "open", keys.Open, "Open a plan file")
        self.save = self._action(window, "&Save", "save", keys.Save, "Save this plan")
        self.save_as = self._action(window, "Save &as…", "", keys.SaveAs, "Save this plan under another name")
        self.report = self._action(
            window, "Report as P&DF…", "report", "Ctrl+Shift+E", "Two pages for the meeting, and an appendix"
        )
        self.print = self._action(window, "&Print…", "print", keys.Print, "Print the report")
        self.recent = QMenu("Open &recent", window)
        self.export_workbook = self._action(
            window, "Excel &workbook…", "", None, "Write the answer, its inputs and every chart's numbers as a workbook"
        )
        self.export_json = self._action(
            window, "Answer as &JSON…", "", None, "Write the answer and the data of every chart for other programs"
        )
        self.close = self._action(window, "&Close", "", "Ctrl+W", "Close this window")
        self.quit = self._action(window, "&Quit", "", "Ctrl+Q", "Close every window")
        self.undo = self._action(window, "&Undo", "undo", keys.Undo, "Take the last edit back")
        self.redo = self._action(window, "&Redo", "redo", keys.Redo, "Make the edit again")
        self.copy_text = self._action(
            window, "Copy answer as &text", "", "Ctrl+Shift+C", "Copy the answer as text, such as for a mail"
        )
        self.copy_picture = self._action(
            window, "Copy answer as p&icture", "", None, "Copy the answer as it stands above the pages"
        )
        self.pin = self._action(window, "&Pin this plan", "pin", "Ctrl+Shift+P", "Keep this plan beside the next ones")
        self.known_models = self._action(
            window, "&Known models…", "", None, "Choose teachers from well-known open models"
        )
        self.goal = self._action(
            window, "&Goal seek…", "goal", "Ctrl+G", "What a loss, a sum of money or a deadline takes or brings"
        )
        self.reading = self._action(
            window, "&How to read the answer", "help", keys.HelpContents, "What headline, ranges and notes mean"
        )
        self.about = self._action(window, "&About", "", None, "What this program is, and whose law it uses")
        short_texts = ((self.open, "Open"), (self.undo, "Undo"), (self.redo, "Redo"), (self.pin, "Pin"))
        for action, short in (*short_texts, (self.goal, "Goal seek"), (self.report, "Report")):
            action.setIconText(short)  # what the tool bar says; the menu says more
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.theme = self._group(window, THEME_MODES)
        self.pages = self._group(window, with_mnemonics(pages, THEME_MODES))
        for number, action in enumerate(self.pages.values(), 1):
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        self.examples: dict[Path, QAction] = {}
        for name, path in examples:
            self.examples[path] = QAction(name, window)
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
        if free is not None:
            taken.add(text[free].lower())
            text = f"{text[:free]}&{text[free:]}"
        result.append((name, text))
    return tuple(result)


def build_menus(window: QMainWindow, actions: Actions) -> None:
    """Fill the window's menu bar."""
    bar = window.menuBar()
    bar.setMinimumHeight(MENU_HEIGHT)
    file_menu = _menu(window, "&File", (actions.new, actions.new_window, actions.open))
    file_menu.addMenu(actions.recent)
    if actions.examples:
        examples = file_menu.addMenu("&Example plans")
        examples.addActions(list(actions.examples.values()))
    file_menu.addSeparator()
    file_menu.addActions([actions.save, actions.save_as])
    export = file_menu.addMenu("E&xport")
    export.addActions([actions.export_workbook, actions.export_json])
    file_menu.addSeparator()
    file_menu.addActions([actions.report, actions.print])
    file_menu.addSeparator()
    file_menu.addActions([actions.close, actions.quit])
    edit = _menu(window, "&Edit", (actions.undo, actions.redo))
    edit.addSeparator()
    edit.addActions([actions.copy_text, actions.copy_picture])
    edit.addSeparator()
    edit.addActions([actions.pin, actions.goal, actions.known_models])
    view = _menu(window, "&View", tuple(actions.pages.values()))
    view.addSeparator()
    view.addActions(list(actions.theme.values()))
    _menu(window, "&Help", (actions.reading, actions.about))


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
    bar = QToolBar("Tools")
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setFloatable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.toggleViewAction().setVisible(False)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.setFixedHeight(TOOLBAR_HEIGHT)
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
    label.setAccessibleName("Plan file")
    label.setFont(font("caption"))
    label.setProperty("tone", "muted")
    bar.addWidget(label)
    bar.addWidget(_space(EDGE))
    window.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
    return label
