"""What a row of the Check page is: a quantity, its value, the formula it follows from with every number, its source.

A formula names its inputs in braces, "3 × {F(N_S)} × {D_S}". From it come the line in symbols, the line with numbers
short enough to read, and the line with every digit in plain ASCII, which a calculator or a spreadsheet evaluates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import isfinite

from advisor.evidence import Page
from advisor.number_text import plain, with_marks
from advisor.quantities import format_power

from .words import from_plan

READABLE_FIGURES = 7
"""Figures of the numbers shown: enough to get every displayed digit again, through the steepest power of Eq. 8 too."""

_INPUT = re.compile(r"\{([^{}]*)\}")
_ASCII = str.maketrans({"×": "*", "−": "-"})


@dataclass(frozen=True)
class CheckRow:
    """One quantity.

    Parameters
    ----------
    key : str
        A stable name, unique within its group.
    symbol : str
        The field's symbol, subscripts after an underscore ("N_S"); empty where the paper has none.
    meaning : str
        What it is, in words.
    text : str
        The value as people say it, with its unit.
    value : float or None
        The same with every digit, in ``unit``; None for words.
    unit : str
        The unit of ``value``; empty for a pure number.
    formula : str
        How it is computed, in symbols; empty for what is given or found by search.
    numbers : str
        The formula with its inputs to `READABLE_FIGURES` figures.
    exact : str
        The formula with every digit of its inputs, in ASCII: + - * / ^, exp, ln, sqrt, min, max, and Phi for the
        normal distribution.
    note : str
        Where a given value comes from, or what to know about a computed one.
    source : str
        "Eq. 8", "App. H, Eq. 69", "Table 6", "Plan".
    """

    key: str
    symbol: str
    meaning: str
    text: str
    value: float | None = None
    unit: str = ""
    formula: str = ""
    numbers: str = ""
    exact: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class CheckGroup:
    """Rows under one heading; ``text`` is a paragraph below the heading.

    ``folded`` groups are opened on demand: they belong to choices the plan did not make.
    """

    name: str
    title: str
    rows: tuple[CheckRow, ...]
    text: str = ""
    folded: bool = False


@dataclass(frozen=True)
class CheckPage(Page):
    """Every quantity of an answer in the order of the computation, then the recipe, then how far to trust it."""

    groups: tuple[CheckGroup, ...]

    def group(self, name: str) -> CheckGroup:
        """Return the group of this name.

        Raises
        ------
        KeyError
            If there is none.
        """
        for group in self.groups:
            if group.name == name:
                return group
        raise KeyError(name)


def digits(x: float, figures: int | None = READABLE_FIGURES) -> str:
    """Return a number for a formula: "1.22", "7e9", "2.600559e21".

    A negative number stands in parentheses, so that a power or a minus sign before it keeps its meaning. ``figures``
    None keeps every digit, and a decimal point in every language, for calculators.
    """
    text = _digits(x, figures)
    return text if figures is None else with_marks(text)


@lru_cache(maxsize=4096)
def _digits(x: float, figures: int | None) -> str:
    number = Decimal(repr(float(x)) if figures is None else f"{x:.{figures}g}").normalize()
    power = number.adjusted()
    if number == 0 or -5 <= power < READABLE_FIGURES:
        text = f"{abs(number):f}"
    else:
        text = f"{abs(number).scaleb(-power):f}e{power}"
    return f"(−{text})" if x < 0 else text


@lru_cache(maxsize=512)
def _parts(formula: str) -> tuple[str, ...]:
    """Return a formula cut at its inputs: text, input, text, and so on."""
    return tuple(_INPUT.split(formula))


def in_symbols(formula: str) -> str:
    """Return a formula without the braces around its inputs."""
    return "".join(_parts(formula))


def with_numbers(formula: str, inputs: Mapping[str, float], figures: int | None = READABLE_FIGURES) -> str:
    """Return a formula with its inputs' values; `KeyError` for an input without one."""
    parts = _parts(formula)
    return "".join(digits(inputs[part], figures) if k % 2 else part for k, part in enumerate(parts))


def row(
    key: str,
    symbol: str,
    meaning: str,
    value: float,
    text: str,
    *,
    unit: str = "",
    formula: str = "",
    inputs: Mapping[str, float] | None = None,
    note: str = "",
    source: str | None = None,
) -> CheckRow:
    """Return the row of a number; ``formula`` names its inputs in braces, ``inputs`` has their values.

    Without a ``source`` the plan is it.
    """
    known = inputs or {}
    return CheckRow(
        key=key,
        symbol=symbol,
        meaning=meaning,
        text=text,
        value=float(value) if isfinite(value) else None,
        unit=unit,
        formula=in_symbols(formula),
        numbers=with_numbers(formula, known),
        exact=with_numbers(formula, known, None).translate(_ASCII).replace("Φ", "Phi"),
        note=note,
        source=from_plan() if source is None else source,
    )


def pure(x: float) -> str:
    """Return a pure number to three figures: "0.0812", "12", "5.2 × 10⁻⁸"."""
    if x == 0 or 1e-4 <= abs(x) < 1e6:
        return plain(x, 3).replace("-", "−")
    return format_power(x)
