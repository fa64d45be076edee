"""Numbers of the plans side by side: tokens, compute, time, money, energy; how each differs from this plan's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from .compare_cells import NOT_KNOWN, NOTHING, CompareCell, CompareRow, ratio_text
from .compared import Compared, Outcome
from .plan import Plan
from .quantities import (
    format_duration,
    format_energy,
    format_flops,
    format_mass,
    format_money,
    format_tokens,
)


def same_currency(first: Plan, second: Plan) -> bool:
    """Return whether two plans count money alike."""
    return first.currency.strip().upper() == second.currency.strip().upper()


def _same_serving(first: Plan, second: Plan) -> bool:
    return (first.student.served_tokens or 0.0) == (second.student.served_tokens or 0.0)


def _always(first: Plan, second: Plan) -> bool:
    return True


@dataclass(frozen=True)
class _Quantity:
    """A number of an outcome: how it is found, said, and how a difference from this plan's is said.

    ``alike`` says of two plans whether their numbers compare; where they do not, ``unlike`` says why and none is best.
    The row shows where one of the plans has ``something`` to say.
    """

    label: str
    group: str
    unit: str
    tip: str
    value: Callable[[Outcome], float | None]
    text: Callable[[float, Plan], str]
    difference: Callable[[float, float, Plan], str]
    least_is_best: bool = False
    alike: Callable[[Plan, Plan], bool] = _always
    unlike: str = ""
    something: Callable[[Outcome], bool] | None = None


def _more(
    said: Callable[[float, Plan], str], more: str = "more", less: str = "less"
) -> Callable[[float, float, Plan], str]:
    return lambda value, reference, plan: f"{said(abs(value - reference), plan)} {more if value > reference else less}"


def _times(words: str) -> Callable[[float, float, Plan], str]:
    return lambda value, reference, plan: ratio_text(value, reference, words)


def _money(value: float, plan: Plan) -> str:
    return format_money(value, plan.currency)


def _duration(value: float, plan: Plan) -> str:
    return format_duration(value, 3)


def _energy(value: float, plan: Plan) -> str:
    return format_energy(value)


def _mass(value: float, plan: Plan) -> str:
    return format_mass(value)


_TAKES = (
    _Quantity(
        "Cost",
        "takes",
        "",
        "Accelerator-hours at the plan's price",
        lambda outcome: outcome.cost,
        _money,
        _more(_money),
        least_is_best=True,
        alike=same_currency,
        unlike="another currency",
    ),
    _Quantity(
        "Time",
        "takes",
        "hours",
        "What the choice takes on the plan's hardware",
        lambda outcome: outcome.hours,
        _duration,
        _more(_duration, "longer", "shorter"),
        least_is_best=True,
    ),
    _Quantity(
        "Compute",
        "takes",
        "FLOPs",
        "What the choice computes, the student's share of its teacher included",
        lambda outcome: outcome.flops,
        lambda value, plan: format_flops(value),
        _times("as much"),
    ),
    _Quantity(
        "With serving",
        "takes",
        "FLOPs",
        "Compute of training, and of the tokens the student will serve",
        lambda outcome: outcome.lifetime_flops,
        lambda value, plan: format_flops(value),
        _times("as much"),
        least_is_best=True,
        alike=_same_serving,
        unlike="other serving",
        something=lambda outcome: outcome.lifetime_flops > outcome.flops,
    ),
    _Quantity(
        "Energy",
        "takes",
        "kWh",
        "Of the accelerators, with the building's overhead",
        lambda outcome: outcome.energy_kwh,
        _energy,
        _more(_energy),
        least_is_best=True,
    ),
    _Quantity(
        "CO₂",
        "takes",
        "kg CO2 equivalent",
        "Of that energy, at the plan's carbon intensity",
        lambda outcome: outcome.carbon_kg,
        _mass,
        _more(_mass),
        least_is_best=True,
    ),
)
_STUDENT_TOKENS = _Quantity(
    "Student tokens",
    "how",
    "tokens",
    "What the student is trained on, repeats counted",
    lambda outcome: outcome.student_tokens,
    lambda value, plan: format_tokens(value),
    _times("as many"),
)


def cost_rows(plans: tuple[Compared, ...]) -> tuple[CompareRow, ...]:
    """Return what the choices take; what no plan knows is left out."""
    outcomes = [plan.outcome for plan in plans if plan.outcome is not None]
    return tuple(_counted(quantity, plans) for quantity in _TAKES if _tells(quantity, outcomes))


def student_tokens_row(plans: tuple[Compared, ...]) -> CompareRow:
    """Return what the students are trained on."""
    return _counted(_STUDENT_TOKENS, plans)


def _tells(quantity: _Quantity, outcomes: list[Outcome]) -> bool:
    something = quantity.something or (lambda outcome: quantity.value(outcome) is not None)
    return any(something(outcome) for outcome in outcomes)


def _counted(quantity: _Quantity, plans: tuple[Compared, ...]) -> CompareRow:
    this = plans[0]
    values = [None if plan.outcome is None else quantity.value(plan.outcome) for plan in plans]
    texts = [
        (NOTHING if plan.outcome is None else NOT_KNOWN) if value is None else quantity.text(value, plan.plan)
        for plan, value in zip(plans, values, strict=True)
    ]
    alike = [quantity.alike(plan.plan, this.plan) for plan in plans]
    cells = [CompareCell(texts[0], value=values[0])]
    for plan, value, text, comparable in zip(plans[1:], values[1:], texts[1:], alike[1:], strict=True):
        note = ""
        if value is not None and values[0] is not None and text != texts[0]:
            note = quantity.difference(value, values[0], plan.plan)
        cells.append(CompareCell(text, note if comparable or value is None else quantity.unlike, value))
    unit = quantity.unit or (this.plan.currency if all(alike) else "")
    if quantity.least_is_best and all(alike):
        cells = _with_least_marked(cells)
    return CompareRow(quantity.label, quantity.group, unit, quantity.tip, tuple(cells))


def _with_least_marked(cells: list[CompareCell]) -> list[CompareCell]:
    """Mark the least of at least two values, where no other reads the same."""
    known = sorted((cell.value, i) for i, cell in enumerate(cells) if cell.value is not None)
    if len(known) < 2 or cells[known[0][1]].text == cells[known[1][1]].text:
        return cells
    return [replace(cell, best=i == known[0][1]) for i, cell in enumerate(cells)]
