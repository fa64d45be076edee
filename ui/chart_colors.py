"""The colours of what a chart draws: lines by key, a schedule's phases in the same hues, and the cells of a map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from advisor.evidence import PIN, SUPERVISED

from .theme import Theme, scenario_colors

PHASE_HUES: Mapping[str, str] = MappingProxyType(
    {
        "student_training": SUPERVISED,
        "teacher_outputs": "teacher_inference",
        "teacher_training": "teacher_pretraining_inference",
    }
)
"""The scenario whose line and words have the hue of a phase's fill."""


def curve_colors(theme: Theme, key: str) -> tuple[str, str]:
    """Return the (line, text) colours of a curve's key: a scenario, a phase, "this_plan"; ink for an unknown key.

    A pin is no scenario: its line is in muted ink, its name in ink.
    """
    if key.startswith(PIN):
        return theme.muted, theme.ink
    return scenario_colors(theme, PHASE_HUES.get(key, key))


def area_fill(theme: Theme, key: str) -> str:
    """Return the fill of a share of a whole, as wide as it is; the line's colour for a key that is no phase."""
    fills = {
        "student_training": theme.phase_student_training,
        "teacher_outputs": theme.phase_teacher_outputs,
        "teacher_training": theme.phase_teacher_training,
    }
    return fills.get(key, curve_colors(theme, key)[0])


@dataclass(frozen=True)
class HeatColors:
    """The colours of a map: on either side of zero from a weak to a strong one, and what is too close to call.

    The side on which distilling is better is indigo, which no scenario's line is; the other is a brown towards the
    grey of training directly. Words in ink stay readable on all of them, and the pair can be told apart without
    telling red from green.
    """

    low_weak: str
    low_strong: str
    high_weak: str
    high_strong: str
    neutral: str


LIGHT_HEAT = HeatColors("#DDE0F3", "#8389CA", "#EFE5D7", "#BB9D74", "#F6F7F8")
DARK_HEAT = HeatColors("#2D3254", "#585FAE", "#3C342A", "#75603F", "#23282E")


def heat_colors(theme: Theme) -> HeatColors:
    """Return the colours of a map in a theme."""
    return DARK_HEAT if theme.dark else LIGHT_HEAT
