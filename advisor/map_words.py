"""What the Map page says: its sentence, the names of its points, and what its cells compare."""

from __future__ import annotations

import math

from .quantities import format_duration, format_flops, format_loss, format_parameters, format_ratio, format_tokens
from .solution import Solution

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
    size = format_parameters(solution.plan.student.parameters)
    amount = "budget" if kind == "compute" else "amount of text"
    start = "" if kind == "compute" else "On the same text, "
    if math.isnan(gap):
        return f"No teacher can be paid for with this {amount}."
    if not decided[0] and (undecided or gap >= 0):
        how = "nowhere on this map is distilling likely to be better, whatever the size and the " + amount
        return _said(start, f"{how}.")
    if not lines:
        if not decided[1] and gap < 0:
            how = "nowhere on this map is training directly likely to be better, whatever the size and the " + amount
            return _said(start, f"{how}.")
        winner = "distilling" if gap < 0 else "training directly"
        doubt = ", though your plan is too close to call" if undecided else ""
        return _said(start, f"{winner} is ahead for a {size} student with every {amount} shown{doubt}.")
    nearest = nearest_line(lines, at_plan)
    assert nearest is not None
    below = ahead_below == (lines.index(nearest) % 2 == 0)
    side = "below" if below else "above"
    near = "" if len(lines) == 1 else "near your plan, "
    inside = (at_plan < nearest) == below
    apart = max(nearest / at_plan, at_plan / nearest) >= WELL_APART
    if undecided:
        where = "too close to call" if apart else "near it, too close to call"
    elif apart:
        where = "well inside" if inside else "well outside"
    else:
        where = "inside, but near it" if inside else "outside, but near it"
    times = _times(nearest / at_plan, "your budget" if kind == "compute" else "yours")
    place = _amount(solution, kind, nearest)
    wins = f"{near}distilling wins {side} the line"
    return _said(start, f"{wins}; your plan is {where}: the line is at {place}, {times}.")


def nearest_line(lines: tuple[float, ...], at_plan: float) -> float | None:
    """Return the line nearest to the plan in proportion, None where there is none."""
    return min(lines, key=lambda line: abs(math.log(line / at_plan)), default=None)


def plan_detail(gap: float, undecided: bool) -> str:
    """Return what the plan's point says below its name: "distilling better by 0.036"."""
    if math.isnan(gap):
        return "no teacher can be paid for"
    if undecided:
        return "too close to call"
    return f"{'distilling' if gap < 0 else 'training directly'} better by {format_loss(abs(gap))}"


def line_label(solution: Solution, kind: str, at: float) -> str:
    """Return the name of the point where the line passes the plan's student size."""
    return f"The line for your size: {_amount(solution, kind, at)}"


def footer(solution: Solution, kind: str, listed: bool, *, dashed: bool) -> tuple[str, ...]:
    """Return what the cells compare, and what the dashed line is where there is one."""
    names = [candidate.name for candidate in solution.plan.teacher.candidates]
    teacher = "the best possible teacher"
    if listed:
        teacher = f"your {names[0]}" if len(names) == 1 else "the best of your teachers"
    terms = "on the same budget" if kind == "compute" else "on the same text, teacher costs left out"
    cells = f"Each cell: distilling from {teacher} against training directly, {terms}"
    return (cells, "Dashed: student sizes and tokens the study tested") if dashed else (cells,)


def _said(start: str, rest: str) -> str:
    return start + rest if start else rest[:1].upper() + rest[1:]


def _times(ratio: float, of: str) -> str:
    return f"{format_ratio(ratio)} {of}" if ratio >= 1 else f"{format_ratio(1 / ratio)} less than {of}"


def _amount(solution: Solution, kind: str, value: float) -> str:
    if kind == "tokens":
        return f"{format_tokens(value, 2)} tokens"
    rate = solution.budget.flops_per_hour
    return format_duration(value / rate, 2) if rate else format_flops(value, 2)
