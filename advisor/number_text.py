"""A number as text, both ways: what `quantities` builds on.

Reads what people write: 1.5B, 7 000 000, 1,500,000, 1,5, 2e23, 1.5 × 10²³, 1'000.

Either decimal mark is read, and nothing is guessed in silence:

- Two kinds of marks: the last is the decimal mark (1,234.5 and 1.234,5). The same mark twice groups thousands.
- One mark not followed by exactly three digits, or after a lone zero or more than three digits, is decimal: 1,5; 0,125.
- ``1,500`` is 1500, as this program writes it, unless a scale or a power follows: ``1,500M`` is refused.
- ``1.500`` is refused, unless a scale or a power follows (1.235B is decimal) or the quantity is never in thousands.

The last two rules are for a decimal point with commas between thousands. Where the language spoken writes fifteen
hundred as ``1.500``, the marks change places; where it puts a space between thousands, a comma or a point before three
digits is refused, unless it is the decimal mark and a scale or a power follows.

Callers repeat beside the field what was understood.
"""

from __future__ import annotations

import math
import re
import unicodedata

from .errors import InputError
from .language import current, translate

MAX_LENGTH = 60
"""Longer texts are not numbers."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_LOOKALIKES = str.maketrans("−–’‘", "--''")
_SUPERSCRIPT_RUN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+")
_NUMBER = re.compile(
    r"""(?P<sign>[-+])?
    (?: (?P<bare> 10 (?:\^|\*\*) \s* (?P<bare_power> [-+]?\d{1,4}) )
      | (?P<mantissa> \d+ (?:[.,'_ ]\d+)* (?:[.,](?!\d))? | [.,]\d+ )
        (?: \s*[x×*·]\s*10 \s*(?:\^|\*\*)\s* (?P<power> [-+]?\d{1,4}) | e(?P<exponent> [-+]?\d{1,4}) (?!\d) )?
    )""",
    re.VERBOSE,
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,'_ ]\d{3})+")
_GROUPED_IN_LAKHS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_SCALES = {
    "k": 1e3, "thousand": 1e3,
    "m": 1e6, "mn": 1e6, "mio": 1e6, "mil": 1e6, "million": 1e6, "millions": 1e6,
    "b": 1e9, "bn": 1e9, "g": 1e9, "billion": 1e9, "billions": 1e9,
    "t": 1e12, "tn": 1e12, "trillion": 1e12, "trillions": 1e12,
}  # fmt: skip
_LEADING_WORD = re.compile(r"\s*([a-z]+)\b\s*")


def clean(text: str, field: str, fix: str) -> str:
    """Return ``text`` in lower case with one kind of space, minus and power sign.

    Raises
    ------
    InputError
        With ``fix`` for an empty text or one of more than `MAX_LENGTH` characters.
    """
    if len(text) > MAX_LENGTH:
        raise InputError(field, translate("Numbers", "Too long. {fix}").format(fix=fix))
    text = _SUPERSCRIPT_RUN.sub(lambda run: "^" + run.group().translate(_SUPERSCRIPTS), text)
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"\s+", " ", text).strip().lower()
    if not text:
        raise InputError(field, fix)
    return text.translate(_LOOKALIKES)


def take_number(text: str, field: str, fix: str, *, thousands: bool = True, scales: bool = True) -> tuple[float, str]:
    """Return the number that a cleaned text starts with, and the text after it.

    Parameters
    ----------
    text : str
        A text from `clean`.
    field, fix : str
        Where it stands and what would be right, for the error.
    thousands : bool
        False for a quantity never given in thousands, such as a loss: then a single mark is always decimal.
    scales : bool
        Whether k, M, B, T and their words may follow the number.

    Raises
    ------
    InputError
        If the text does not start with a number, is negative, too large, or can be read in two ways.
    """
    match = _NUMBER.match(text)
    if match is None:
        raise InputError(field, fix)
    rest = text[match.end() :]
    scale = 1.0
    word = _LEADING_WORD.match(rest) if scales else None
    if word is not None and word[1] in _SCALES:
        scale = _SCALES[word[1]]
        rest = rest[word.end() :]
    if match["bare"]:
        mantissa, power = "1", match["bare_power"]
    else:
        power = match["power"] or match["exponent"]
        scaled = scale != 1.0 or power is not None
        mantissa = _without_groups(match["mantissa"], field, fix, thousands=thousands, scaled=scaled)
    try:
        value = float(f"{mantissa}e{power or 0}") * scale
    except ValueError:
        raise InputError(field, fix) from None
    if not math.isfinite(value):
        raise InputError(field, translate("Numbers", "Too large. {fix}").format(fix=fix))
    if match["sign"] == "-" and value != 0:
        raise InputError(field, translate("Numbers", "Not negative. {fix}").format(fix=fix))
    return value, rest.strip()


def _without_groups(digits: str, field: str, fix: str, *, thousands: bool, scaled: bool) -> str:
    """Return a mantissa with a point as its decimal mark and nothing between thousands (rules: see the module)."""
    marks = re.findall(r"[.,'_ ]", digits)
    kinds = set(marks)
    last = marks[-1] if marks else ""
    if not marks:
        return digits
    if last in ".," and marks.count(last) == 1:
        whole, _, decimals = digits.rpartition(last)
        if len(kinds) > 1:
            if len(kinds) == 2 and _GROUPED.fullmatch(whole):
                return f"{re.sub(r'[^0-9]', '', whole)}.{decimals}"
            raise InputError(field, fix)
        if not thousands or len(decimals) != 3 or not 1 <= len(whole) <= 3 or whole.startswith("0"):
            return f"{whole or '0'}.{decimals}"
        language = current()
        if last == language.decimal_mark and scaled:
            return f"{whole}.{decimals}"
        if last == language.group_mark and not scaled:
            return whole + decimals
        shorter = decimals.rstrip("0")
        decimal = f"{whole}.{shorter}".removesuffix(".")
        if len(shorter) == 3 and not scaled:
            decimal += "0"  # four digits after the mark are clear
        raise InputError(
            field,
            translate("Numbers", 'Write {decimal} or {whole} instead of "{typed}"').format(
                decimal=with_marks(decimal), whole=whole + decimals, typed=digits
            ),
        )
    if len(kinds) == 1 and (_GROUPED.fullmatch(digits) or _GROUPED_IN_LAKHS.fullmatch(digits)):
        return re.sub(r"[^0-9]", "", digits)
    raise InputError(field, fix)


def with_marks(number: str) -> str:
    """Return a number written as "1,234.5" with the marks of the language spoken now."""
    language = current()
    if language.decimal_mark == "." and language.group_mark == ",":
        return number
    return number.translate({ord("."): language.decimal_mark, ord(","): language.group_mark})


def without_marks(text: str) -> str:
    """Return a text with the numbers that this program wrote into it as programs write them: "-1234.5"."""
    language = current()
    return text.replace(language.group_mark, "").replace(language.decimal_mark, ".").replace("−", "-")


def rounded_to(x: float, figures: int) -> float:
    """Return ``x`` at ``figures`` significant figures, so that the unit is chosen after rounding has carried."""
    return float(f"{x:.{figures - 1}e}")


def plain(x: float, figures: int, padded: bool = False) -> str:
    """Return ``x`` in positional notation with groups; ``padded`` keeps zeros after the decimal mark."""
    rounded = rounded_to(x, figures)
    if rounded == 0:
        return "0"
    decimals = max(0, figures - 1 - math.floor(math.log10(abs(rounded)) + 1e-12))
    text = f"{rounded:,.{decimals}f}"
    return with_marks(text.rstrip("0").rstrip(".") if "." in text and not padded else text)


def scaled(x: float, units: tuple[tuple[float, str], ...], figures: int) -> str:
    """Return ``x`` in the largest of the ascending ``units`` that leaves at least 1 after rounding."""
    rounded = rounded_to(x, figures)
    size, suffix = units[0]
    for unit_size, unit_suffix in units[1:]:
        if abs(rounded) >= unit_size:
            size, suffix = unit_size, unit_suffix
    return plain(rounded / size, figures) + suffix


def as_said(x: float) -> float:
    """Return ``x`` as it is said aloud: two figures, whole from 100 on, but 12.5 stays 12.5."""
    three = rounded_to(x, 3)
    if math.isclose(three, x, rel_tol=1e-9) or abs(three) >= 100:
        return three
    return rounded_to(x, 2)
