"""What a new plan starts from: the contract's defaults, or the user's own where Preferences has some.

A user's default is written into the plan as if it had been typed, so that its file gives the same answer on any
machine.
"""

from __future__ import annotations

from advisor.plan import Plan
from advisor.plan_edit import NEW_PLAN, default_value, with_value

from .settings import Settings


def own_defaults(settings: Settings) -> dict[str, object]:
    """Return the user's defaults that differ from those of the plan file, by the plan's field."""
    wanted: dict[str, object] = {
        "currency": settings.currency or default_value("currency"),
        "hardware.price_per_hour": settings.price_per_hour,
        "hardware.utilization": settings.utilization,
        "coefficients": settings.coefficients,
    }
    return {field: value for field, value in wanted.items() if value != default_value(field)}


def new_plan(settings: Settings) -> Plan:
    """Return the smallest plan that has an answer, with the user's defaults."""
    plan = NEW_PLAN
    for field, value in own_defaults(settings).items():
        plan = with_value(plan, field, value)
    return plan
