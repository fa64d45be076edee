"""Quantities as people write and say them: 2.7B parameters, 21 days, 38 %, $212k, 1.5 × 10²³ FLOPs.

``parse_…`` reads what someone typed (marks and groups: see `number_text`) and raises `InputError` with what to write;
the accepted ranges are the plan's. ``format_…`` is its inverse to at most three significant figures (losses: three
decimals); rounding carries into the next unit, so 999.6M is 1B. Only `exact_number` shows every digit, for echoes.
Decimal mark, group mark and words are those of the language spoken now.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from . import plan
from .errors import InputError
from .language import current, translate
from .number_text import as_said, clean, plain, rounded_to, scaled, take_number, with_marks

SECOND = 1 / 3600
"""In hours."""

HOURS_PER_DAY = 24.0
HOURS_PER_YEAR = 8760.0

_NO_LIMIT = frozenset({"no limit", "unlimited", "none", "no", "∞", "infinite", "-", "any"})
_PARAMETER_WORDS = frozenset({"", "p", "param", "params", "parameter", "parameters"})
_TOKEN_WORDS = frozenset({"", "tok", "toks", "token", "tokens"})
_DURATION_UNITS = {
    "min": 1 / 60, "mins": 1 / 60, "minute": 1 / 60, "minutes": 1 / 60,
    "h": 1.0, "hr": 1.0, "hrs": 1.0, "hour": 1.0, "hours": 1.0,
    "d": 24.0, "day": 24.0, "days": 24.0, "w": 168.0, "wk": 168.0, "wks": 168.0, "week": 168.0, "weeks": 168.0,
    "mo": 730.0, "month": 730.0, "months": 730.0,
    "y": 8760.0, "yr": 8760.0, "yrs": 8760.0, "year": 8760.0, "years": 8760.0,
}  # fmt: skip
_SMALL_NUMBERS = {
    "a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0,
    "eight": 8.0, "nine": 9.0, "ten": 10.0,
}  # fmt: skip
_PREFIXES = {
    "": 1.0, "k": 1e3, "kilo": 1e3, "m": 1e6, "mega": 1e6, "g": 1e9, "giga": 1e9, "t": 1e12, "tera": 1e12,
    "p": 1e15, "peta": 1e15, "e": 1e18, "exa": 1e18, "z": 1e21, "zetta": 1e21, "y": 1e24, "yotta": 1e24,
}  # fmt: skip
_FLOPS = re.compile(r"(?P<prefix>[a-z]*?)[ -]?flops?(?P<rate>/s|ps)?(?P<days>[ -]?days?)?")
_PF_DAYS = re.compile(r"(?P<prefix>[a-z]*?)(?:f|flops?)(?:/s)?[ -]?days?")
_PRICE_WORDS = re.compile(
    r"(?P<code>[a-z]{3})?\s*(?:(?:per|an?|/)\s*(?:(?:gpu|tpu|device|accelerator|chip|card)[ -]*)?(?:h|hr|hour))?"
)


def _limits(annotated: Any) -> tuple[float, float]:
    """Return the range of one of the plan's number types."""
    meta = annotated.__metadata__[0]
    return meta.ge, meta.le


def _checked(value: float, field: str, limits: tuple[float, float], show: Callable[[float], str]) -> float:
    low, high = limits
    if value < low:
        raise InputError(field, translate("Numbers", "Write at least {limit}").format(limit=show(low)))
    if value > high:
        raise InputError(field, translate("Numbers", "Write at most {limit}").format(limit=show(high)))
    return value


def _simple(text: str, field: str, fix: str, words: frozenset[str], **rules: bool) -> float:
    """Read one number, a scale, and one of ``words``."""
    value, rest = take_number(clean(text, field, fix), field, fix, **rules)
    if rest not in words:
        raise InputError(field, fix)
    return value


def parse_parameters(text: str, field: str = "") -> float:
    """Return a number of parameters from "1.5B", "300M", "7 000 000 000"."""
    fix = translate("Numbers", "Write a size such as 7B or 300M")
    value = _simple(text, field, fix, _PARAMETER_WORDS)
    return _checked(value, field, _limits(plan.Parameters), format_parameters)


def parse_tokens(text: str, field: str = "", limits: tuple[float, float] | None = None) -> float:
    """Return a number of tokens from "2T tokens", "450B"; ``limits`` other than the plan's 1 to 1e18 may be given."""
    return _tokens(text, field, translate("Numbers", "Write tokens such as 450B or 2T"), limits)


def _tokens(text: str, field: str, fix: str, limits: tuple[float, float] | None = None) -> float:
    value = _simple(text, field, fix, _TOKEN_WORDS)
    return _checked(value, field, limits or _limits(plan.Tokens), format_tokens)


def parse_token_limit(text: str, field: str = "") -> float | None:
    """Return a limit on tokens; None for no text, "no limit" or "unlimited"."""
    word = text.strip().lower()
    if not word or word in _NO_LIMIT or word == translate("Numbers", "no limit").lower():
        return None
    return _tokens(text, field, translate("Numbers", "Write tokens such as 450B, or no limit"))


def parse_flops(text: str, field: str = "") -> float:
    """Return an amount of compute in FLOPs from "2e23", "1.5 × 10²³ FLOPs", "150 zettaFLOPs", "12 PF-days"."""
    fix = translate("Numbers", "Write compute such as 2e23 or {number}").format(number=with_marks("1.5 × 10²³"))
    value, rest = take_number(clean(text, field, fix), field, fix, scales=False)
    rest = rest.replace("petaflop/s", "pflop/s")
    if rest:
        match, seconds = _FLOPS.fullmatch(rest), 1.0
        if match is None or match["days"]:
            match, seconds = _PF_DAYS.fullmatch(rest), 86400.0
        elif match["rate"] == "/s":
            raise InputError(field, translate("Numbers", "FLOP/s is a speed. {fix}").format(fix=fix))
        if match is None or match["prefix"] not in _PREFIXES:
            raise InputError(field, fix)
        value *= _PREFIXES[match["prefix"]] * seconds
    return _checked(value, field, _limits(plan.Flops), format_flops)


def parse_tflops(text: str, field: str = "") -> float:
    """Return the speed of one accelerator in TFLOP/s from "989", "989 TFLOP/s", "1.98 PFLOP/s"."""
    fix = translate("Numbers", "Write a speed such as 989 TFLOP/s")
    cleaned = clean(text, field, fix)
    thousands = re.search("pflop|peta", cleaned) is None  # 1.979 PFLOP/s is clear, 1.979 TFLOP/s is not
    value, rest = take_number(cleaned, field, fix, thousands=thousands, scales=False)
    if rest:
        match = _FLOPS.fullmatch(rest)
        if match is None or match["days"] or match["prefix"] not in _PREFIXES:
            raise InputError(field, fix)
        value *= _PREFIXES[match["prefix"]] / 1e12
    return _checked(value, field, _limits(plan.Tflops), format_tflops)


def parse_duration(text: str, field: str = "") -> float:
    """Return hours from "3 weeks", "500 h", "2 days 12 h", "a month" (730 h; a year is 8760 h)."""
    fix = translate("Numbers", "Write a time such as 5 days or 120 h")
    units = _DURATION_UNITS | _said_units()
    rest = clean(text, field, fix)
    hours = 0.0
    parts = 0
    while rest:
        word = re.match(r"([a-z]+) +", rest)
        if word and word[1] in _SMALL_NUMBERS:
            value, rest = _SMALL_NUMBERS[word[1]], rest[word.end() :]
        else:
            value, rest = take_number(rest, field, fix, scales=False)
        unit = re.match(r"[^\W\d_]+", rest)
        if unit is None and not rest and not parts:
            number = exact_number(value, grouped=False)
            fix = translate("Numbers", "Write the unit: {number} h or {number} days").format(number=number)
            raise InputError(field, fix)
        name = unit.group() if unit else ""
        if unit is None or name not in units:
            raise InputError(field, fix)
        hours += value * units[name]
        rest = re.sub(r"^(?:,|and\b|\+|\s)+", "", rest[unit.end() :])
        parts += 1
    return _checked(hours, field, _limits(plan.Hours), lambda x: _hours_text(exact_number(x)))


def _said_units() -> dict[str, float]:
    """Return the units of time as `format_duration` writes them in the language spoken now, in hours."""
    said = ((_minutes_text, 1 / 60), (_hours_text, 1.0), (_days_text, HOURS_PER_DAY), (_years_text, HOURS_PER_YEAR))
    return {text(number).replace(number, "").strip().lower(): size for text, size in said for number in ("1", "2")}


def parse_share(text: str, field: str = "") -> float:
    """Return a share from "40 %", "0.4" or "40"; above 1 only a percentage makes sense, and exactly 1 is unclear."""
    fix = translate("Numbers", "Write a share such as 40 % or {number}").format(number=with_marks("0.4"))
    value, rest = take_number(clean(text, field, fix), field, fix, thousands=False, scales=False)
    if rest in {"%", "percent", "per cent", "pct"}:
        value /= 100
    elif rest:
        raise InputError(field, fix)
    elif value == 1:
        raise InputError(field, translate("Numbers", "Write 1 % or 100 %"))
    elif value > 1:
        value /= 100
    return _checked(value, field, _limits(plan.Share), format_share)


def parse_price(text: str, field: str = "") -> float:
    """Return the price of one accelerator-hour from "$3.50 per GPU-hour", "3,50" or "EUR 2.10/h", without its label."""
    fix = translate("Numbers", "Write a price such as {number} per hour").format(number=with_marks("3.50"))
    cleaned = clean(text, field, fix)
    sign = re.match(r"(?:[a-z]{0,3}[$€£¥₹₩]|[a-z]{3})\s*", cleaned)
    value, rest = take_number(cleaned[sign.end() :] if sign else cleaned, field, fix)
    rest = re.sub(r"^[$€£¥₹₩]\s*", "", rest)
    if _PRICE_WORDS.fullmatch(rest) is None and rest != _per_hour_words():
        raise InputError(field, fix)
    return _checked(value, field, _limits(plan.Price), exact_number)


def parse_count(text: str, field: str = "") -> int:
    """Return how many accelerators, from "64", "1,024" or "1k"."""
    fix = translate("Numbers", "Write a whole number such as 64")
    value = _simple(text, field, fix, frozenset({"", "x", "×", "gpus", "gpu"}))
    if value != int(value):
        raise InputError(field, fix)
    return int(_checked(value, field, _limits(plan.Count), exact_number))


def parse_loss(text: str, field: str = "") -> float:
    """Return a cross-entropy in nats per token from "1.95", "1,95" or "2.060 nats"."""
    words = frozenset({"", "nat", "nats", "nats/token", "nats per token"})
    fix = translate("Numbers", "Write a loss in nats such as {number}").format(number=with_marks("1.95"))
    value = _simple(text, field, fix, words, thousands=False, scales=False)
    return _checked(value, field, _limits(plan.Loss), exact_number)


def parse_number(text: str, field: str = "") -> float:
    """Return a number without a unit, from "4096", "32k" or "1.2"."""
    fix = translate("Numbers", "Write a number such as 4096 or {number}").format(number=with_marks("1.2"))
    value = _simple(text, field, fix, frozenset({""}))
    return _checked(value, field, (0.0, 1e24), exact_number)


_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩"}


def format_power(x: float, figures: int = 3, padded: bool = False) -> str:
    """Return ``x`` in powers of ten: "3 × 10²¹", or "10²¹" where the factor is one (and not ``padded``)."""
    if x == 0:
        return "0"
    mantissa, exponent = f"{x:.{figures - 1}e}".split("e")
    if "." in mantissa and not padded:
        mantissa = mantissa.rstrip("0").rstrip(".")
    power = "10" + str(int(exponent)).translate(_SUPERSCRIPTS)
    return power if mantissa == "1" else f"{with_marks(mantissa)} × {power}"


_COUNT_UNITS = ((1.0, ""), (1e3, "k"), (1e6, "M"), (1e9, "B"), (1e12, "T"))


def format_parameters(x: float, figures: int = 3) -> str:
    """Return a number of parameters: "2.7B", "143M"; powers of ten from 1000T on."""
    return format_power(x, figures) if abs(rounded_to(x, figures)) >= 1e15 else scaled(x, _COUNT_UNITS, figures)


def format_tokens(x: float, figures: int = 3) -> str:
    """Return a number of tokens: "450B", "2T"; powers of ten from 1000T on."""
    return format_parameters(x, figures)


def format_flops(x: float, figures: int = 3, padded: bool = False) -> str:
    """Return an amount of compute: "1.5 × 10²³ FLOPs"; ``padded`` keeps "2.60 × 10²¹ FLOPs"."""
    return f"{format_power(x, figures, padded)} FLOPs"


def format_tflops(x: float, figures: int = 3) -> str:
    """Return a rate given in TFLOP/s: "989 TFLOP/s", "1,840 TFLOP/s"."""
    return f"{plain(x, figures)} TFLOP/s"


def format_duration(hours: float, figures: int | None = None, padded: bool = False) -> str:
    """Return a time: "14 h", "21 days", "5.3 years".

    Parameters
    ----------
    hours : float
        The time in hours. Under an hour it is told in minutes, from a day on in days, from two years on in years.
    figures : int, optional
        Significant figures; by default as people say it: two, whole numbers from 100 on, and 12.5 days stay 12.5.
    padded : bool
        Keep zeros: "5.0 days".
    """

    if 0 < hours < SECOND:
        return translate("Numbers", "under a second")
    said, unit = duration_in_unit(hours, figures)
    number = plain(said, figures or (2 if rounded_to(said, 2) == said else 3), padded)
    texts = {"min": _minutes_text, "h": _hours_text, "day": _days_text, "year": _years_text}
    return texts[unit](number)


def _minutes_text(number: str) -> str:
    return translate("Numbers", "{number} min").format(number=number)


def _hours_text(number: str) -> str:
    return translate("Numbers", "{number} h").format(number=number)


def _days_text(number: str) -> str:
    text = translate("Numbers", "{number} day") if number == "1" else translate("Numbers", "{number} days")
    return text.format(number=number)


def _years_text(number: str) -> str:
    text = translate("Numbers", "{number} year") if number == "1" else translate("Numbers", "{number} years")
    return text.format(number=number)


def duration_in_unit(hours: float, figures: int | None = None) -> tuple[float, str]:
    """Return the amount that `format_duration` writes, and its unit: "min", "h", "day" or "year"."""

    def value(amount: float) -> float:
        return as_said(amount) if figures is None else rounded_to(amount, figures)

    if hours == 0:
        return 0.0, "h"
    if value(hours * 60) < 60:
        return value(hours * 60), "min"
    if value(hours) < HOURS_PER_DAY:
        return value(max(hours, 1.0)), "h"
    if value(hours / HOURS_PER_YEAR) < 2:
        return value(hours / HOURS_PER_DAY), "day"
    return value(hours / HOURS_PER_YEAR), "year"


def format_money(x: float, currency: str = "USD", figures: int = 3) -> str:
    """Return an amount of money: "$3.50", "$6,720", "$212k", "$1.2M"; other labels follow: "6,720 CHF"."""
    rounded = rounded_to(x, figures)
    size = abs(rounded)
    if 0 < size < 0.01:
        return translate("Numbers", "under {amount}").format(amount=format_money(0.01, currency))
    if size >= 1e15:
        number = format_power(size, figures)
    elif size >= 1e5:
        number = scaled(size, _COUNT_UNITS, figures)
    elif 0.1 <= abs(x) < 100 and x != int(x):
        number = with_marks(f"{abs(x):.2f}")  # cents are not rounded away: people know a price as $12.29
    else:
        number = plain(size, figures)
    sign = "−" if rounded < 0 else ""
    label = currency.strip()
    symbol = _SYMBOLS.get(label.upper(), label if label in _SYMBOLS.values() else None)
    if symbol:
        return f"{sign}{symbol}{number}"
    return f"{sign}{number} {label}" if label else f"{sign}{number}"


def format_price(x: float, currency: str = "USD", per: str = "") -> str:
    """Return a price of one accelerator for an hour: "$3.50 per GPU-hour", or per another word for that hour."""
    money = format_money(x, currency)
    mark = current().decimal_mark
    if currency.strip().upper() in _SYMBOLS and mark not in money and 0 < x < 100:
        money += f"{mark}00"
    hour = per or translate("Numbers", "GPU-hour")
    return translate("Numbers", "{money} per {hour}").format(money=money, hour=hour)


def _per_hour_words() -> str:
    """Return what `format_price` writes after the money, as `clean` leaves it."""
    hour = translate("Numbers", "GPU-hour")
    return translate("Numbers", "{money} per {hour}").format(money="", hour=hour).strip().lower()


def format_loss(x: float) -> str:
    """Return a cross-entropy in nats per token: "2.060"; the only number with fixed decimals."""
    if abs(x) >= 1e4:  # of a law far outside its range: decimals would only hide how absurd it is
        return format_power(x)
    text = f"{x:.3f}"
    return with_marks(text.replace("-", "−") if float(text) else "0.000")


def format_share(x: float, figures: int = 3) -> str:
    """Return a share as a percentage: "38 %", "0.5 %"."""
    return f"{plain(x * 100, figures)} %"


def format_ratio(x: float, figures: int | None = None) -> str:
    """Return how many times: "1.5×"; two figures below 100, as people say it, unless ``figures`` says otherwise."""
    if 0 < abs(x) < 0.001:
        return translate("Numbers", "under {amount}").format(amount=f"{with_marks('0.001')}×")
    return f"{plain(x, figures or (3 if abs(x) >= 99.5 else 2))}×"


def format_energy(kwh: float, figures: int = 3) -> str:
    """Return an energy given in kWh: "403 kWh", "1.61 MWh"."""
    return scaled(kwh * 1e3, ((1.0, " Wh"), (1e3, " kWh"), (1e6, " MWh"), (1e9, " GWh"), (1e12, " TWh")), figures)


def format_mass(kg: float, figures: int = 3) -> str:
    """Return a mass given in kilograms: "645 kg", "1.2 t"."""
    return scaled(kg * 1e3, ((1.0, " g"), (1e3, " kg"), (1e6, " t"), (1e9, " kt"), (1e12, " Mt")), figures)


def format_bytes(size: float, figures: int = 3) -> str:
    """Return an amount of storage in decimal units: "7.1 GB", "5.4 PB"."""
    units = ((1.0, " B"), (1e3, " kB"), (1e6, " MB"), (1e9, " GB"), (1e12, " TB"), (1e15, " PB"), (1e18, " EB"))
    return scaled(size, units, figures)


def format_range(low: float, high: float, formatter: Callable[[float], str]) -> str:
    """Return "2.7B–12.6B"; a unit both ends share is said once ("4–7.9 days"), equal ends are one number."""
    first, last = formatter(low), formatter(high)
    if first == last:
        return first
    number, space, unit = first.rpartition(" ")
    if space and unit and not unit.startswith("10") and last.endswith(f" {unit}"):
        return f"{number}–{last}"
    return f"{first}–{last}"


def exact_number(x: float, grouped: bool = True) -> str:
    """Return every digit: "1,500,000,000", "0.38"; from 10¹⁸ on as a power of ten, as long as it takes to be exact.

    ``grouped`` False leaves nothing between thousands.
    """
    if abs(x) >= 1e18 or (x != 0 and abs(x) < 1e-6):
        mantissa = f"{Decimal(repr(float(x))).normalize():e}".split("e")[0]
        return format_power(x, len(mantissa.replace(".", "").replace("-", "")))
    text = f"{Decimal(repr(float(x))):,f}"
    return with_marks((text if grouped else text.replace(",", "")).removesuffix(".0"))
