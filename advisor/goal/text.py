"""How what a goal fixes is read from a field and written into it."""

from __future__ import annotations

import re

from advisor.errors import InputError
from advisor.field_text import FIGURES, Quantity, time_quantity
from advisor.language import translate
from advisor.number_text import clean, rounded_to, take_number, with_marks
from advisor.quantities import exact_number, format_duration, format_money

MOST_MONEY = 1e15
_LABEL_BEFORE = re.compile(r"(?:[a-z]{0,3}[$€£¥₹₩]|[a-z]{3}(?=\s*\d))\s*")
_LABEL_AFTER = re.compile(r"\s*(?:[a-z]{0,3}[$€£¥₹₩]?|[a-z]{3,12})")


def parse_money(text: str, field: str = "") -> float:
    """Return an amount of money from "$10,000", "10k", "EUR 2.5M" or "6,720 CHF", without its label.

    Raises
    ------
    InputError
        For a text that is no amount above zero.
    """
    fix = translate("Goal seek", "Write an amount such as {thousands} or {millions}")
    fix = fix.format(thousands=with_marks("10,000"), millions=with_marks("1.2M"))
    cleaned = clean(text, field, fix)
    label = _LABEL_BEFORE.match(cleaned)
    amount, rest = take_number(cleaned[label.end() :] if label else cleaned, field, fix)
    if _LABEL_AFTER.fullmatch(rest) is None:
        raise InputError(field, fix)
    if not 0 < amount <= MOST_MONEY:
        text = translate("Goal seek", "Too large. {fix}")
        if amount <= 0:
            text = translate("Goal seek", "Too small. {fix}")
        raise InputError(field, text.format(fix=fix))
    return amount


def money_quantity(currency: str) -> Quantity:
    """Return how an amount of money is read and written in a currency."""

    def write(value: float, figures: int) -> str:
        return format_money(value, currency, figures) if figures > FIGURES else format_money(value, currency)

    return Quantity(parse_money, write)


def deadline_quantity(count: int) -> Quantity:
    """Return how a time that must be above zero is read and written where ``count`` accelerators work."""
    time = time_quantity(count)

    def read(text: str, field: str = "") -> float | None:
        hours = time.parse(text, field)
        if hours is not None and hours <= 0:
            raise InputError(
                field, translate("Goal seek", "Write a time above 0, such as {time}").format(time=format_duration(120))
            )
        return hours

    return Quantity(read, time.write)


def echo(name: str, value: float | None) -> str:
    """Return what was understood of a goal's field, "3,000,000,000 parameters"; "" for nothing."""
    if value is None:
        return ""
    number = exact_number(value)
    if name == "hours":
        number = exact_number(rounded_to(value, 6))
    return {
        "loss": translate("Goal seek", "Lower is better"),
        "parameters": translate("Goal seek", "{number} parameters"),
        "tokens": translate("Goal seek", "{number} tokens"),
        "money": translate("Goal seek", "{number} in all"),
        "hours": translate("Goal seek", "= {number} hours"),
    }[name].format(number=number)
