"""The colours and fonts of the window, by role, and how they reach Qt: Fusion, an explicit palette and one style sheet.

Text has a contrast of at least 4.5:1 and lines 3:1 on what they stand on; disabled text is exempt. Colour means a
scenario, this plan, a warning or an error, and nothing else; the frame is grey.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from advisor.evidence import SUPERVISED, THIS_PLAN

from .style import style_sheet
from .text_size import px

FontRole = Literal["headline", "number", "section", "body", "body_medium", "body_strong", "caption", "caption_strong"]

FONT_PIXELS: Mapping[str, tuple[int, int, QFont.Weight]] = MappingProxyType(
    {
        "headline": (22, 32, QFont.Weight.DemiBold),
        "number": (22, 28, QFont.Weight.Medium),
        "section": (15, 24, QFont.Weight.DemiBold),
        "body": (13, 16, QFont.Weight.Normal),
        "body_medium": (13, 16, QFont.Weight.Medium),
        "body_strong": (13, 16, QFont.Weight.DemiBold),
        "caption": (11, 16, QFont.Weight.Normal),
        "caption_strong": (11, 16, QFont.Weight.DemiBold),
    }
)
"""Type scale: size and line height in pixels at 100 %, and weight, by role."""

PREFERRED_FAMILIES = ("Inter", "Inter Variable")


@dataclass(frozen=True)
class Theme:
    """Colours as ``"#RRGGBB"``, by role. ``scenarios`` maps a curve's key to its (line, text) pair."""

    name: str
    dark: bool
    window: str
    panel: str
    card: str
    field: str
    hairline: str
    field_border: str
    grid: str
    ink: str
    muted: str
    disabled: str
    selected: str
    tint: str
    focus: str
    warning_text: str
    warning_fill: str
    warning_line: str
    error_text: str
    error_fill: str
    error_line: str
    info_fill: str
    info_line: str
    beyond_1: str
    beyond_2: str
    good_enough: str
    good: str
    handle_fill: str
    handle_text: str
    phase_student_training: str
    phase_teacher_outputs: str
    phase_teacher_training: str
    scenarios: Mapping[str, tuple[str, str]]


LIGHT = Theme(
    name="light",
    dark=False,
    window="#F3F4F6",
    panel="#FAFBFC",
    card="#FFFFFF",
    field="#FFFFFF",
    hairline="#D8DCE2",
    field_border="#8A939E",
    grid="#ECEEF1",
    ink="#1A1F25",
    muted="#56606B",
    disabled="#9AA2AC",
    selected="#E2E6EB",
    tint="#F3F4F6",
    focus="#33557F",
    warning_text="#6E4A00",
    warning_fill="#FFF6E0",
    warning_line="#DDBB6A",
    error_text="#A8152A",
    error_fill="#FDECEC",
    error_line="#C62033",
    info_fill="#F3F4F6",
    info_line="#C9CFD6",
    beyond_1="#F8F9FA",
    beyond_2="#F1F3F5",
    good_enough="#FBF1DC",
    good="#00694C",
    handle_fill="#B34A00",
    handle_text="#FFFFFF",
    phase_student_training="#C3CAD2",
    phase_teacher_outputs="#F0CB7E",
    phase_teacher_training="#E3B4D0",
    scenarios=MappingProxyType(
        {
            SUPERVISED: ("#5C6670", "#505A64"),
            "best_case": ("#0072B2", "#00649C"),
            "teacher_inference": ("#C07C00", "#8A5900"),
            "teacher_pretraining": ("#00966C", "#00704F"),
            "teacher_pretraining_inference": ("#BC5A92", "#A3417A"),
            THIS_PLAN: ("#D55E00", "#B34A00"),
        }
    ),
)

DARK = Theme(
    name="dark",
    dark=True,
    window="#15181C",
    panel="#1A1E23",
    card="#1F242A",
    field="#15181C",
    hairline="#363D46",
    field_border="#7B8692",
    grid="#30373F",
    ink="#E9ECEF",
    muted="#A9B3BE",
    disabled="#69727D",
    selected="#343C46",
    tint="#252B32",
    focus="#8FB4E3",
    warning_text="#F2CF7E",
    warning_fill="#332A14",
    warning_line="#7D6426",
    error_text="#FF9AA5",
    error_fill="#3A1D22",
    error_line="#F0707F",
    info_fill="#262C33",
    info_line="#47505B",
    beyond_1="#22282E",
    beyond_2="#2A3138",
    good_enough="#2C2B27",
    good="#5AD0A6",
    handle_fill="#F2762B",
    handle_text="#15181C",
    phase_student_training="#4A535D",
    phase_teacher_outputs="#84601A",
    phase_teacher_training="#7A4766",
    scenarios=MappingProxyType(
        {
            SUPERVISED: ("#A7B1BC", "#B4BDC7"),
            "best_case": ("#4FA8E0", "#6CB8E8"),
            "teacher_inference": ("#E69F00", "#EDB13A"),
            "teacher_pretraining": ("#1FB587", "#3CC79B"),
            "teacher_pretraining_inference": ("#D88AB8", "#E09CC4"),
            THIS_PLAN: ("#F2762B", "#FF8F4D"),
        }
    ),
)


def scenario_colors(theme: Theme, key: str) -> tuple[str, str]:
    """Return the (line, text) colours of a scenario, ``"supervised"`` or ``"this_plan"``; ink for an unknown key."""
    return theme.scenarios.get(key, (theme.ink, theme.ink))


def font(role: FontRole) -> QFont:
    """Return the font of a role at the user's text size, for widgets."""
    result = drawn_font(role)
    result.setPixelSize(px(FONT_PIXELS[role][0]))
    return result


def drawn_font(role: FontRole) -> QFont:
    """Return the font of a role at 100 %: Inter where it is installed, else the system's, with figures of equal width.

    It is for what is enlarged as a whole, or has a size of its own, such as a report.
    """
    pixels, _, weight = FONT_PIXELS[role]
    result = QFont(_family())
    result.setPixelSize(pixels)
    result.setWeight(weight)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def line_height(role: FontRole) -> int:
    """Return the height of a line of text of a role at the user's text size, in pixels."""
    return px(FONT_PIXELS[role][1])


def drawn_line_height(role: FontRole) -> int:
    """Return the height of a line of text of a role at 100 %, in pixels."""
    return FONT_PIXELS[role][1]


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole application: style, palette, font and style sheet."""
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setFont(font("body"))
    app.setStyleSheet(style_sheet(theme))


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme; the desktop's own colours are never used."""
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.field,
        QPalette.ColorRole.AlternateBase: theme.tint,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.panel,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.BrightText: theme.error_text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.Highlight: theme.focus,
        QPalette.ColorRole.HighlightedText: theme.card,
        QPalette.ColorRole.Link: theme.focus,
        QPalette.ColorRole.LinkVisited: theme.focus,
        QPalette.ColorRole.Accent: theme.focus,
        QPalette.ColorRole.Light: theme.card,
        QPalette.ColorRole.Midlight: theme.selected,
        QPalette.ColorRole.Mid: theme.hairline,
        QPalette.ColorRole.Dark: theme.field_border,
        QPalette.ColorRole.Shadow: theme.hairline,
    }
    for role, color in roles.items():
        result.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return result


def set_state(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet selects by, and restyle the widget only where one of them changed."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


@lru_cache(maxsize=1)
def _family() -> str:
    families = set(QFontDatabase.families())
    for family in PREFERRED_FAMILIES:
        if family in families:
            return family
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
