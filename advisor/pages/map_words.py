"""What the Map page says: its sentence, the names of its points, and what its cells compare."""

from __future__ import annotations

import math

from advisor.language import translate
from advisor.quantities import (
    format_duration,
    format_flops,
    format_loss,
    format_parameters,
    format_ratio,
    format_tokens,
)
from advisor.solution import Solution

WELL_APART = 3.0
"""How many times the plan's budget (or tokens) the line has to be away for the plan to be well inside or outside."""


def map_sentence(
    solution: Solution,
    kind: str,
    at_plan: float,
    lines: tuple[float, ...],
    ahead_below: bool,
    gap: float,
    undecided: bool,
    decided: tuple[bool, bool],
) -> str:
    """Return the sentence of a map.

    Parameters
    ----------
    solution : Solution
        The plan.
    kind : str
        "compute" or "tokens".
    at_plan : float
        The plan's FLOPs or tokens.
    lines : tuple of float
        Where, at the plan's student size, distilling and training directly change places; ascending.
    ahead_below : bool
        Whether distilling is ahead below the first of them, or everywhere if there is none.
    gap : float
        L_distill - L_supervised of the plan's cell.
    undecided : bool
        Whether the plan's cell is too close to call.
    decided : (bool, bool)
        Whether anywhere on the map distilling, and training directly, is likely enough to be better.
    """
    if math.isnan(gap):
        if kind == "compute":
            return translate("Map page", "No teacher can be paid for with this budget.")
        return translate("Map page", "No teacher can be paid for with this amount of text.")
    if not decided[0] and (undecided or gap >= 0):
        return _nowhere_distilling(kind)
    if not lines:
        if not decided[1] and gap < 0:
            return _nowhere_directly(kind)
        return _everywhere(kind, format_parameters(solution.plan.student.parameters), gap < 0, undecided)
    nearest = nearest_line(lines, at_plan)
    assert nearest is not None
    below = ahead_below == (lines.index(nearest) % 2 == 0)
    inside = (at_plan < nearest) == below
    apart = max(nearest / at_plan, at_plan / nearest) >= WELL_APART
    return translate("Map page", "{distilling_wins}; {your_plan}: {the_line}.").format(
        distilling_wins=_distilling_wins(kind, below, near=len(lines) > 1),
        your_plan=_your_plan(inside, apart, undecided),
        the_line=_the_line(kind, nearest / at_plan, _amount(solution, kind, nearest)),
    )


def _nowhere_distilling(kind: str) -> str:
    if kind == "compute":
        return translate(
            "Map page",
            "Nowhere on this map is distilling likely to be better, whatever the size and the budget.",
        )
    return translate(
        "Map page",
        "On the same text, nowhere on this map is distilling likely to be better, "
        "whatever the size and the amount of text.",
    )


def _nowhere_directly(kind: str) -> str:
    if kind == "compute":
        return translate(
            "Map page",
            "Nowhere on this map is training directly likely to be better, whatever the size and the budget.",
        )
    return translate(
        "Map page",
        "On the same text, nowhere on this map is training directly likely to be better, "
        "whatever the size and the amount of text.",
    )


def _everywhere(kind: str, size: str, distilling: bool, undecided: bool) -> str:
    """Return who is ahead with every amount shown."""
    if distilling and kind == "compute":
        ahead = translate("Map page", "Distilling is ahead for a {size} student with every budget shown")
    elif distilling:
        ahead = translate(
            "Map page", "On the same text, distilling is ahead for a {size} student with every amount of text shown"
        )
    elif kind == "compute":
        ahead = translate("Map page", "Training directly is ahead for a {size} student with every budget shown")
    else:
        ahead = translate(
            "Map page",
            "On the same text, training directly is ahead for a {size} student with every amount of text shown",
        )
    whole = (
        translate("Map page", "{one_is_ahead}, though your plan is too close to call.")
        if undecided
        else translate("Map page", "{one_is_ahead}.")
    )
    return whole.format(one_is_ahead=ahead.format(size=size))


def _distilling_wins(kind: str, below: bool, *, near: bool) -> str:
    """Return on which side of the line distilling wins; ``near`` the plan only, where there are several lines."""
    if kind == "compute" and near:
        if below:
            return translate("Map page", "Near your plan, distilling wins below the line")
        return translate("Map page", "Near your plan, distilling wins above the line")
    if kind == "compute":
        if below:
            return translate("Map page", "Distilling wins below the line")
        return translate("Map page", "Distilling wins above the line")
    if near:
        if below:
            return translate("Map page", "On the same text, near your plan, distilling wins below the line")
        return translate("Map page", "On the same text, near your plan, distilling wins above the line")
    if below:
        return translate("Map page", "On the same text, distilling wins below the line")
    return translate("Map page", "On the same text, distilling wins above the line")


def _your_plan(inside: bool, apart: bool, undecided: bool) -> str:
    """Return where the plan is, seen from where distilling wins."""
    if undecided:
        if apart:
            return translate("Map page", "your plan is too close to call")
        return translate("Map page", "your plan is near it, too close to call")
    if apart:
        if inside:
            return translate("Map page", "your plan is well inside")
        return translate("Map page", "your plan is well outside")
    if inside:
        return translate("Map page", "your plan is inside, but near it")
    return translate("Map page", "your plan is outside, but near it")


def _the_line(kind: str, ratio: float, amount: str) -> str:
    """Return where the line is, and how many times the plan's budget or text that is."""
    if kind == "compute":
        if ratio >= 1:
            text = translate("Map page", "the line is at {amount}, {times} your budget")
        else:
            text = translate("Map page", "the line is at {amount}, {times} less than your budget")
    elif ratio >= 1:
        text = translate("Map page", "the line is at {amount}, {times} yours")
    else:
        text = translate("Map page", "the line is at {amount}, {times} less than yours")
    return text.format(amount=amount, times=format_ratio(max(ratio, 1 / ratio)))


def nearest_line(lines: tuple[float, ...], at_plan: float) -> float | None:
    """Return the line nearest to the plan in proportion, None where there is none."""
    return min(lines, key=lambda line: abs(math.log(line / at_plan)), default=None)


def plan_detail(gap: float, undecided: bool) -> str:
    """Return what the plan's point says below its name: "distilling better by 0.036"."""
    if math.isnan(gap):
        return translate("Map page", "no teacher can be paid for")
    if undecided:
        return translate("Map page", "too close to call")
    if gap < 0:
        text = translate("Map page", "distilling better by {difference}")
    else:
        text = translate("Map page", "training directly better by {difference}")
    return text.format(difference=format_loss(abs(gap)))


def line_label(solution: Solution, kind: str, at: float) -> str:
    """Return the name of the point where the line passes the plan's student size."""
    return translate("Map page", "The line for your size: {amount}").format(amount=_amount(solution, kind, at))


def footer(solution: Solution, kind: str, listed: bool, *, dashed: bool) -> tuple[str, ...]:
    """Return what the cells compare, and what the dashed line is where there is one."""
    names = [candidate.name for candidate in solution.plan.teacher.candidates]
    name = ""
    if not listed and kind == "compute":
        cells = translate(
            "Map page",
            "Each cell: distilling from the best possible teacher against training directly, on the same budget",
        )
    elif not listed:
        cells = translate(
            "Map page",
            "Each cell: distilling from the best possible teacher against training directly, on the same text, "
            "teacher costs left out",
        )
    elif len(names) == 1:
        name = names[0]
        cells = (
            translate(
                "Map page", "Each cell: distilling from your {teacher} against training directly, on the same budget"
            )
            if kind == "compute"
            else translate(
                "Map page",
                "Each cell: distilling from your {teacher} against training directly, on the same text, "
                "teacher costs left out",
            )
        )
    elif kind == "compute":
        cells = translate(
            "Map page",
            "Each cell: distilling from the best of your teachers against training directly, on the same budget",
        )
    else:
        cells = translate(
            "Map page",
            "Each cell: distilling from the best of your teachers against training directly, on the same text, "
            "teacher costs left out",
        )
    cells = cells.format(teacher=name)
    if not dashed:
        return (cells,)
    return cells, translate("Map page", "Dashed: student sizes and tokens the study tested")


def _amount(solution: Solution, kind: str, value: float) -> str:
    if kind == "tokens":
        return translate("Map page", "{tokens} tokens").format(tokens=format_tokens(value, 2))
    rate = solution.budget.flops_per_hour
    return format_duration(value / rate, 2) if rate else format_flops(value, 2)
