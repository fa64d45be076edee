"""Numbers of the plans side by side: tokens, compute, time, money, energy; how each differs from this plan's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from advisor.language import translate
from advisor.plan import Plan
from advisor.quantities import (
    format_duration,
    format_energy,
    format_flops,
    format_mass,
    format_money,
    format_tokens,
)

from .cells import NOTHING, CompareCell, CompareRow, not_known, ratio_text
from .compared import Compared, Outcome


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
    key: str = ""


def _more(said: Callable[[float, Plan], str]) -> Callable[[float, float, Plan], str]:
    def difference(value: float, reference: float, plan: Plan) -> str:
        more, less = translate("Compare page", "{amount} more"), translate("Compare page", "{amount} less")
        return (more if value > reference else less).format(amount=said(abs(value - reference), plan))

    return difference


def _longer(value: float, reference: float, plan: Plan) -> str:
    longer, shorter = translate("Compare page", "{time} longer"), translate("Compare page", "{time} shorter")
    return (longer if value > reference else shorter).format(time=_duration(abs(value - reference), plan))


def _times_as_much(value: float, reference: float, plan: Plan) -> str:
    return ratio_text(value, reference, translate("Compare page", "{ratio} as much"))


def _times_as_many(value: float, reference: float, plan: Plan) -> str:
    return ratio_text(value, reference, translate("Compare page", "{ratio} as many"))


def _money(value: float, plan: Plan) -> str:
    return format_money(value, plan.currency)


def _duration(value: float, plan: Plan) -> str:
    return format_duration(value, 3)


def _energy(value: float, plan: Plan) -> str:
    return format_energy(value)


def _mass(value: float, plan: Plan) -> str:
    return format_mass(value)


def _takes() -> tuple[_Quantity, ...]:
    return (
        _Quantity(
            translate("Compare page", "Cost"),
            "takes",
            "",
            translate("Compare page", "Accelerator-hours at the plan's price"),
            lambda outcome: outcome.cost,
            _money,
            _more(_money),
            least_is_best=True,
            alike=same_currency,
            unlike=translate("Compare page", "another currency"),
            key="cost",
        ),
        _Quantity(
            translate("Compare page", "Time"),
            "takes",
            translate("Compare page", "hours", "a unit"),
            translate("Compare page", "What the choice takes on the plan's hardware"),
            lambda outcome: outcome.hours,
            _duration,
            _longer,
            least_is_best=True,
            key="time",
        ),
        _Quantity(
            translate("Compare page", "Compute"),
            "takes",
            "FLOPs",
            translate("Compare page", "What the choice computes, the student's share of its teacher included"),
            lambda outcome: outcome.flops,
            lambda value, plan: format_flops(value),
            _times_as_much,
            key="compute",
        ),
        _Quantity(
            translate("Compare page", "With serving"),
            "takes",
            "FLOPs",
            translate("Compare page", "Compute of training, and of the tokens the student will serve"),
            lambda outcome: outcome.lifetime_flops,
            lambda value, plan: format_flops(value),
            _times_as_much,
            least_is_best=True,
            alike=_same_serving,
            unlike=translate("Compare page", "other serving"),
            something=lambda outcome: outcome.lifetime_flops > outcome.flops,
            key="lifetime",
        ),
        _Quantity(
            translate("Compare page", "Energy"),
            "takes",
            "kWh",
            translate("Compare page", "Of the accelerators, with the building's overhead"),
            lambda outcome: outcome.energy_kwh,
            _energy,
            _more(_energy),
            least_is_best=True,
            key="energy",
        ),
        _Quantity(
            translate("Compare page", "CO₂"),
            "takes",
            translate("Compare page", "kg CO2 equivalent", "a unit"),
            translate("Compare page", "Of that energy, at the plan's carbon intensity"),
            lambda outcome: outcome.carbon_kg,
            _mass,
            _more(_mass),
            least_is_best=True,
            key="carbon",
        ),
    )


def cost_rows(plans: tuple[Compared, ...]) -> tuple[CompareRow, ...]:
    """Return what the choices take; what no plan knows is left out."""
    outcomes = [plan.outcome for plan in plans if plan.outcome is not None]
    return tuple(_counted(quantity, plans) for quantity in _takes() if _tells(quantity, outcomes))


def student_tokens_row(plans: tuple[Compared, ...]) -> CompareRow:
    """Return what the students are trained on."""
    student_tokens = _Quantity(
        translate("Compare page", "Student tokens"),
        "how",
        translate("Compare page", "tokens", "a unit"),
        translate("Compare page", "What the student is trained on, repeats counted"),
        lambda outcome: outcome.student_tokens,
        lambda value, plan: format_tokens(value),
        _times_as_many,
        key="student_tokens",
    )
    return _counted(student_tokens, plans)


def _tells(quantity: _Quantity, outcomes: list[Outcome]) -> bool:
    something = quantity.something or (lambda outcome: quantity.value(outcome) is not None)
    return any(something(outcome) for outcome in outcomes)


def _counted(quantity: _Quantity, plans: tuple[Compared, ...]) -> CompareRow:
    this = plans[0]
    values = [None if plan.outcome is None else quantity.value(plan.outcome) for plan in plans]
    texts = [
        (NOTHING if plan.outcome is None else not_known()) if value is None else quantity.text(value, plan.plan)
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
    return CompareRow(quantity.label, quantity.group, unit, quantity.tip, tuple(cells), quantity.key)


def _with_least_marked(cells: list[CompareCell]) -> list[CompareCell]:
    """Mark the least of at least two values, where no other reads the same."""
    known = sorted((cell.value, i) for i, cell in enumerate(cells) if cell.value is not None)
    if len(known) < 2 or cells[known[0][1]].text == cells[known[1][1]].text:
        return cells
    return [replace(cell, best=i == known[0][1]) for i, cell in enumerate(cells)]
