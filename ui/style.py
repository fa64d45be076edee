"""The one style sheet of the window.

Widgets are selected by class or by these dynamic properties, set with `theme.set_state`:

- ``role`` of a QFrame or QWidget: "card", "panel" (left column and bars), "window", "tint" (budget box), "rule"
  (hairline); a card with ``state`` "stale" steps back to the panel's colour;
- ``tone`` of a QLabel: "muted", "error", "warning", "good"; without it the label is in ink;
- ``state`` of a field (QLineEdit, QComboBox …): "error", or "stale" for ink that gave way to muted ink;
- ``kind`` of a QToolButton or QPushButton: "link" (text only, muted), "badge" (text only, ink, small), "icon";
- ``segment`` of a checkable QPushButton: "first", "middle", "last", "only".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir

from advisor.resource_files import resource_path

from .text_size import px

if TYPE_CHECKING:
    from .theme import Theme

ICON_SEARCH_PREFIX = "themeicons"

_RULE = re.compile(r"\{([^{}]*)\}")
_BORDER = re.compile(r"border: (\d+)px")
_LENGTH = re.compile(r"(\d+)px")
_BORDERS_AROUND = {"min-height": 2, "max-height": 2, "min-width": 2, "max-width": 2, "padding": 1}
"""How many borders a length of a rule makes up a whole with."""


def style_sheet(theme: Theme) -> str:
    """Return the style sheet in the colours of a theme; its pictures are found through a search path of Qt."""
    QDir.setSearchPaths(ICON_SEARCH_PREFIX, [str(resource_path("icons"))])
    # Scroll bars keep their width: it is a room that pages leave free for them.
    return enlarged(_frame(theme) + _fields(theme) + _buttons(theme) + _lists(theme)) + _scroll_bars(theme)


def enlarged(sheet: str) -> str:
    """Return a style sheet written for 100 % at the user's text size.

    Borders keep their width. What stands inside one is enlarged together with it, so that a field stays as high when
    its border grows with the keyboard's focus.
    """
    return _RULE.sub(lambda rule: f"{{{_enlarged_rule(rule[1])}}}", sheet)


def _enlarged_rule(rule: str) -> str:
    border = _BORDER.search(rule)
    edge = int(border[1]) if border else 0
    return ";".join(_enlarged_declaration(declaration, edge) for declaration in rule.split(";"))


def _enlarged_declaration(declaration: str, edge: int) -> str:
    name = declaration.partition(":")[0].strip()
    if name.startswith("border") and not name.endswith("radius"):
        return declaration
    inside = edge * _BORDERS_AROUND.get(name, 0)

    def length(match: re.Match[str]) -> str:
        pixels = int(match[1])
        return f"{px(pixels + inside) - inside}px" if pixels > 1 else match[0]

    return _LENGTH.sub(length, declaration)


def _frame(t: Theme) -> str:
    return f"""
QMainWindow, QWidget[role="window"] {{ background: {t.window}; }}
QWidget[role="panel"] {{ background: {t.panel}; }}
QFrame[role="card"] {{ background: {t.card}; border: 1px solid {t.hairline}; border-radius: 6px; }}
QFrame[role="card"][state="stale"] {{ background: {t.panel}; }}
QFrame[role="popover"] {{ background: {t.card}; border: 1px solid {t.field_border}; border-radius: 6px; }}
QFrame[role="tint"] {{ background: {t.tint}; border: 1px solid {t.hairline}; border-radius: 4px; }}
QFrame[role="rule"] {{ background: {t.hairline}; border: 0; max-height: 1px; min-height: 1px; }}
QLabel {{ background: transparent; }}
QLabel[tone="muted"] {{ color: {t.muted}; }}
QLabel[tone="error"] {{ color: {t.error_text}; }}
QLabel[tone="warning"] {{ color: {t.warning_text}; }}
QLabel[tone="good"] {{ color: {t.good}; }}
QMenuBar {{ background: {t.panel}; border: 0; padding: 0 8px; }}
QMenuBar::item {{ background: transparent; padding: 4px 8px; border-radius: 4px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {t.selected}; }}
QMenu {{ background: {t.card}; border: 1px solid {t.hairline}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selected}; color: {t.ink}; }}
QMenu::item:disabled {{ color: {t.disabled}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {t.hairline}; margin: 4px 8px; }}
QToolBar {{ background: {t.panel}; border: 0; border-bottom: 1px solid {t.hairline}; padding: 4px 12px 3px 12px;
    spacing: 4px; qproperty-iconSize: 16px 16px; }}
QToolBar::separator {{ background: {t.hairline}; width: 1px; margin: 6px 12px; }}
QToolBar QToolButton {{ padding: 0 8px; min-height: 28px; }}
QStatusBar {{ background: {t.panel}; border-top: 1px solid {t.hairline}; color: {t.muted}; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ color: {t.muted}; }}
QSplitter::handle {{ background: {t.hairline}; }}
QSplitter::handle:hover {{ background: {t.field_border}; }}
QToolTip {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.field_border}; padding: 4px 6px; }}
QTabBar {{ background: transparent; border: 0; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; padding: 0 8px; margin: 0 20px 0 0; height: 37px;
    border: 0; border-bottom: 3px solid transparent; }}
QTabBar::tab:hover {{ color: {t.ink}; }}
QTabBar::tab:selected {{ color: {t.ink}; border-bottom: 3px solid {t.ink}; font-weight: 600; }}
QTabBar::tab:selected:focus {{ border-bottom: 3px solid {t.focus}; }}
QTabWidget::pane {{ border: 0; border-top: 1px solid {t.hairline}; }}
"""


def _fields(t: Theme) -> str:
    fields = "QLineEdit, QComboBox, QAbstractSpinBox"
    focused = "QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus"
    wrong = ", ".join(f'{name}[state="error"]' for name in ("QLineEdit", "QComboBox", "QAbstractSpinBox"))
    return f"""
{fields} {{ background: {t.field}; color: {t.ink}; border: 1px solid {t.field_border}; border-radius: 4px;
    min-height: 22px; max-height: 22px; padding: 0 7px; selection-background-color: {t.focus};
    selection-color: {t.card}; }}
{focused} {{ border: 2px solid {t.focus}; min-height: 20px; max-height: 20px; padding: 0 6px; }}
{wrong} {{ background: {t.error_fill}; border: 2px solid {t.error_line}; min-height: 20px; max-height: 20px;
    padding: 0 6px; }}
QLineEdit[state="stale"], QComboBox[state="stale"] {{ color: {t.muted}; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {t.disabled}; background: {t.tint}; border-color: {t.hairline}; }}
QLineEdit[cell="true"] {{ border: 0; border-radius: 0; min-height: 20px; max-height: 24px; padding: 0 4px; }}
QComboBox::drop-down {{ border: 0; width: 24px; subcontrol-position: center right; }}
QComboBox::down-arrow {{ image: url({ICON_SEARCH_PREFIX}:arrow-{t.name}.svg); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.field_border};
    selection-background-color: {t.selected}; selection-color: {t.ink}; outline: 0; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: 24px; padding: 0 4px; }}
QCheckBox, QRadioButton {{ background: transparent; spacing: 8px; }}
QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {t.field_border}; border-radius: 3px;
    background: {t.field}; }}
QCheckBox::indicator:checked {{ background: {t.selected}; image: url({ICON_SEARCH_PREFIX}:tick-{t.name}.svg); }}
QCheckBox::indicator:focus {{ border: 2px solid {t.focus}; width: 12px; height: 12px; }}
QPlainTextEdit, QTextEdit, QTextBrowser {{ background: {t.field}; color: {t.ink}; border: 1px solid {t.field_border};
    border-radius: 4px; selection-background-color: {t.focus}; selection-color: {t.card}; }}
QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus {{ border: 2px solid {t.focus}; }}
"""


def _buttons(t: Theme) -> str:
    return f"""
QPushButton {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.field_border}; border-radius: 4px;
    min-height: 22px; padding: 0 12px; }}
QPushButton:hover {{ background: {t.tint}; }}
QPushButton:pressed {{ background: {t.selected}; }}
QPushButton:focus {{ border: 2px solid {t.focus}; min-height: 20px; padding: 0 11px; }}
QPushButton:disabled {{ color: {t.disabled}; border-color: {t.hairline}; }}
QPushButton[segment] {{ background: {t.field}; color: {t.muted}; border: 1px solid {t.field_border}; border-radius: 0;
    min-height: 22px; max-height: 22px; padding: 0 6px; }}
QPushButton[segment="first"] {{ border-right: 1px solid {t.hairline};
    border-top-left-radius: 4px; border-bottom-left-radius: 4px; }}
QPushButton[segment="middle"] {{ border-left: 0; border-right: 1px solid {t.hairline}; }}
QPushButton[segment="last"] {{ border-left: 0; border-top-right-radius: 4px; border-bottom-right-radius: 4px; }}
QPushButton[segment="only"] {{ border-radius: 4px; }}
QPushButton[segment]:hover {{ color: {t.ink}; }}
QPushButton[segment]:checked {{ background: {t.selected}; color: {t.ink}; font-weight: 600; }}
QPushButton[segment]:focus {{ border: 2px solid {t.focus}; color: {t.ink}; min-height: 20px; max-height: 20px;
    padding: 0 5px; }}
QPushButton[segment]:disabled {{ color: {t.disabled}; border-color: {t.hairline}; font-weight: 400; }}
QPushButton[segment]:checked:disabled {{ background: {t.tint}; color: {t.muted}; }}
QToolButton {{ background: transparent; color: {t.ink}; border: 1px solid transparent; border-radius: 4px;
    padding: 2px 6px; }}
QToolButton:hover {{ background: {t.selected}; }}
QToolButton:pressed, QToolButton:checked {{ background: {t.selected}; }}
QToolButton:focus {{ border: 2px solid {t.focus}; padding: 1px 5px; }}
QToolButton:disabled {{ color: {t.disabled}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton[kind="link"], QPushButton[kind="link"] {{ color: {t.muted}; background: transparent;
    border: 1px solid transparent;
    padding: 0 4px; min-height: 18px; }}
QToolButton[kind="link"]:hover, QPushButton[kind="link"]:hover {{ color: {t.ink}; }}
QToolButton[kind="link"]:focus, QPushButton[kind="link"]:focus {{ border: 2px solid {t.focus}; padding: 0 3px;
    min-height: 16px; }}
QToolButton[kind="badge"] {{ padding: 0 2px; min-height: 18px; }}
QToolButton[kind="badge"]:focus {{ border: 2px solid {t.focus}; padding: 0 1px; min-height: 16px; }}
QToolButton[kind="icon"] {{ padding: 3px; color: {t.muted}; }}
QToolButton[kind="icon"]:focus {{ padding: 2px; }}
"""


def _lists(t: Theme) -> str:
    return f"""
QTableView, QTreeView, QListView {{ background: {t.card}; alternate-background-color: {t.card}; color: {t.ink};
    border: 1px solid {t.hairline}; border-radius: 4px; gridline-color: {t.hairline};
    selection-background-color: {t.selected}; selection-color: {t.ink}; outline: 0; }}
QTableView:focus, QTreeView:focus, QListView:focus {{ border: 2px solid {t.focus}; }}
QHeaderView {{ background: {t.tint}; border: 0; }}
QHeaderView::section {{ background: {t.tint}; color: {t.muted}; border: 0; border-bottom: 1px solid {t.hairline};
    padding: 0 8px; min-height: 23px; font-weight: 400; }}
QTableCornerButton::section {{ background: {t.tint}; border: 0; }}
QProgressBar {{ background: {t.tint}; border: 1px solid {t.hairline}; border-radius: 4px; min-height: 8px;
    max-height: 8px; }}
QProgressBar::chunk {{ background: {t.muted}; border-radius: 3px; }}
"""


def _scroll_bars(t: Theme) -> str:
    return f"""
QScrollArea {{ background: transparent; border: 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.info_line}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.field_border}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
