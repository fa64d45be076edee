"""The style sheet of the plan panel, for what the window's own style sheet does not cover."""

from __future__ import annotations

from .style import enlarged
from .theme import Theme


def panel_style(theme: Theme) -> str:
    """Return the panel's style sheet in the colours of a theme."""
    t = theme
    return enlarged(f"""
QLineEdit[kind="title"] {{ background: transparent; border: 1px solid transparent; padding: 0 5px;
    min-height: 26px; max-height: 26px; }}
QLineEdit[kind="title"]:hover {{ border-color: {t.hairline}; }}
QLineEdit[kind="title"]:focus {{ background: {t.field}; border: 2px solid {t.focus}; padding: 0 4px;
    min-height: 24px; max-height: 24px; }}
QLineEdit[cell="true"] {{ background: {t.field}; border: 2px solid {t.focus}; border-radius: 0; padding: 0 4px;
    min-height: 20px; max-height: 20px; }}
QLineEdit[cell="true"][state="error"] {{ background: {t.error_fill}; border-color: {t.error_line}; }}
QLineEdit[derived="true"]:disabled {{ color: {t.muted}; }}
QPushButton[kind="small"] {{ padding: 0 4px; }}
QPushButton[kind="small"]:focus {{ padding: 0 3px; }}
QPushButton[segment][dense="true"] {{ padding: 0 2px; }}
QPushButton[segment][dense="true"]:focus {{ padding: 0 1px; }}
QComboBox {{ padding: 0 9px; }}
QComboBox:focus, QComboBox[state="error"] {{ padding: 0 8px; }}
""")


def list_style(theme: Theme) -> str:
    """Return the style sheet of a list that opens over the panel, a window of its own."""
    return enlarged(f"""
QListView {{ background: {theme.card}; border: 1px solid {theme.field_border}; border-radius: 4px; padding: 3px; }}
""")
