"""Plans kept beside the one being worked on: pinned, renamed, put in order, taken back, removed.

Pins are part of the plan, so that they are saved with it and every change of them is one step to undo. Each function
returns another plan; an index counts from 0 and raises `IndexError` where there is no such pin.
"""

from __future__ import annotations

from collections.abc import Collection
from string import ascii_uppercase

import msgspec

from .errors import InputError
from .language import translate
from .plan import LONGEST_PIN_NAME, MOST_PINS, Pin, Plan
from .plan_file import dump_plan
from .plan_json import MAX_BYTES


def pin_plan(plan: Plan) -> Plan:
    """Return the plan with itself kept as one more pin, under the first letter that no pin is called.

    Raises
    ------
    InputError
        If the plan has as many pins as it can hold, or could not be read again with one more.
    """
    name = next_name(plan)
    if name is None:
        fix = translate("Pins", "A plan holds {count} pins at most; remove one first").format(count=MOST_PINS)
        raise InputError("pins", fix)
    pinned = _with_pins(plan, (*plan.pins, Pin(name=name, plan=without_pins(plan))))
    if len(dump_plan(pinned)) > MAX_BYTES:
        fix = translate("Pins", "With one more pin the plan would be too large for a file; remove one first")
        raise InputError("pins", fix)
    return pinned


def rename_pin(plan: Plan, index: int, name: str) -> Plan:
    """Return the plan with a pin called by another name, as `checked_name` has it.

    Raises
    ------
    InputError
        If the name is empty, too long, or another pin's.
    """
    _known(plan, index)
    others = [pin.name for i, pin in enumerate(plan.pins) if i != index]
    renamed = msgspec.structs.replace(plan.pins[index], name=checked_name(name, others, f"pins[{index}].name"))
    return _with_pins(plan, (*plan.pins[:index], renamed, *plan.pins[index + 1 :]))


def checked_name(text: str, others: Collection[str], field: str = "") -> str:
    """Return a pin's name from what was typed: one space between words, none at the ends.

    Raises
    ------
    InputError
        If the name is empty, too long, or one of ``others``.
    """
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_PIN_NAME:
        fix = translate("Pins", "Write a name of 1 to {most} characters").format(most=LONGEST_PIN_NAME)
        raise InputError(field, fix)
    if name in others:
        raise InputError(field, translate("Pins", "Another pin has this name; write another one"))
    return name


def move_pin(plan: Plan, index: int, by: int) -> Plan:
    """Return the plan with a pin moved ``by`` places to the right (negative: left), at most to the end."""
    _known(plan, index)
    pins = list(plan.pins)
    pins.insert(min(max(index + by, 0), len(pins) - 1), pins.pop(index))
    return _with_pins(plan, tuple(pins))


def remove_pin(plan: Plan, index: int) -> Plan:
    """Return the plan without one of its pins."""
    _known(plan, index)
    return _with_pins(plan, plan.pins[:index] + plan.pins[index + 1 :])


def restore_pin(plan: Plan, index: int) -> Plan:
    """Return the pinned plan as the plan to work on; all pins stay."""
    _known(plan, index)
    return _with_pins(plan.pins[index].plan, plan.pins)


def without_pins(plan: Plan) -> Plan:
    """Return the plan alone."""
    return _with_pins(plan, ()) if plan.pins else plan


def next_name(plan: Plan) -> str | None:
    """Return what the next pin will be called: the first free letter; None where there is no room for one."""
    if len(plan.pins) >= MOST_PINS:
        return None
    taken = {pin.name.upper() for pin in plan.pins}
    return next(letter for letter in ascii_uppercase if letter not in taken)


def _known(plan: Plan, index: int) -> None:
    if not 0 <= index < len(plan.pins):
        raise IndexError(f"no pin {index} of {len(plan.pins)}")


def _with_pins(plan: Plan, pins: tuple[Pin, ...]) -> Plan:
    return msgspec.structs.replace(plan, pins=pins)
