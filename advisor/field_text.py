"""What stands in an input field: text that says a value in as few figures as it takes to read the same value back.

`quantities` rounds to three figures, which is right for answers; in a field that would lose what someone typed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from . import quantities
from .errors import InputError
from .language import translate
from .number_text import with_marks
from .plan import Plan
from .plan_messages import field_types, nested_struct
from .spoken import plural_count

SAME = 1e-9
"""Two values closer than this, relatively, are the same value."""

FIGURES = 3
MOST_FIGURES = 6
"""Values that need more figures than this were computed, not typed; they are shown with `FIGURES`."""

Parse = Callable[[str, str], float | None]


@dataclass(frozen=True)
class Quantity:
    """How one kind of number is read from a field and written into it.

    ``parse`` takes the text and the field's path and may return None for "no limit"; ``write`` takes a value and a
    number of significant figures.
    """

    parse: Parse
    write: Callable[[float, int], str]

    def reads(self, text: str, value: float | None) -> bool:
        """Return whether ``text`` says ``value``."""
        try:
            return same(self.parse(text, ""), value)
        except InputError:
            return False

    def text(self, value: float) -> str:
        """Return the shortest text that says ``value``, or a rounded one for a value of more than `MOST_FIGURES`."""
        for figures in range(FIGURES, MOST_FIGURES + 1):
            text = self.write(value, figures)
            if self.reads(text, value):
                return text
        return self.write(value, FIGURES)


def same(a: float | None, b: float | None) -> bool:
    """Return whether two values of a field are the same; None only equals None."""
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=SAME, abs_tol=0.0)


def _plain(value: float, figures: int = MOST_FIGURES) -> str:
    """Return a number as people type it: 4096, 0.38, 32,168."""
    if value == int(value) and abs(value) < 1e15:
        return with_marks(f"{int(value):,}") if abs(value) >= 1e4 else str(int(value))
    return with_marks(_clear(f"{value:.{figures}g}"))


def _clear(number: str) -> str:
    """Return a decimal number that cannot be taken for thousands: 3.505 becomes 3.5050."""
    _, _, decimals = number.partition(".")
    return f"{number}0" if len(decimals) == 3 else number


def _duration(hours: float, figures: int) -> str:
    """Return a time as people say it, and in hours where nothing shorter is exact."""
    in_hours = f"{_plain(hours)} h"
    if figures == MOST_FIGURES and _says(in_hours, hours):
        return in_hours
    said = quantities.format_duration(hours)
    return said if _says(said, hours) else quantities.format_duration(hours, figures)


def _says(text: str, hours: float) -> bool:
    """Return whether a text is read as these hours; a time derived from compute may be longer than any that is read."""
    try:
        return same(quantities.parse_duration(text), hours)
    except InputError:
        return False


@lru_cache(maxsize=256)
def _limits(field: str) -> tuple[float, float]:
    """Return the range that a plan file allows for a field such as ``"student.bits"``."""
    struct: type[msgspec.Struct] | None = Plan
    annotated: object = None
    for name in re.sub(r"\[\d+\]", "", field).split("."):
        annotated = field_types(struct).get(name) if struct is not None else None
        struct = nested_struct(annotated)
    for meta in getattr(annotated, "__metadata__", ()):
        return meta.ge, meta.le
    return -math.inf, math.inf


def _reader(kind: str, unit: str = "", parse: Parse = quantities.parse_number) -> Parse:
    """Return a parser that accepts a number with or without a unit, within the range of its field.

    Parameters
    ----------
    kind : str
        What is read: a key of `_fixes`.
    unit : str
        A pattern of the English unit; what `_counted` writes in the language spoken now is accepted too.
    """
    ending = re.compile(rf"\s*(?:{unit})\s*$", re.IGNORECASE)

    def read(text: str, field: str = "") -> float | None:
        try:
            value = parse(ending.sub("", _uncounted(kind, text)), field)
        except InputError:
            raise InputError(field, _fixes()[kind]) from None
        low, high = _limits(field) if field else (-math.inf, math.inf)
        if value is None or low <= value <= high:
            return value
        problem = translate("Plan fields", "Too small. {fix}", "fix: a sentence that says what to write")
        if value > high:
            problem = translate("Plan fields", "Too large. {fix}", "fix: a sentence that says what to write")
        raise InputError(field, problem.format(fix=_fixes()[kind]))

    return read


def _fixes() -> dict[str, str]:
    """Return what to write instead of what cannot be read, by kind of number."""
    return {
        "context": translate("Plan fields", "Write a number of tokens such as 4096"),
        "vocabulary": translate("Plan fields", "Write a number of entries such as {number}").format(
            number=with_marks("32,168")
        ),
        "matrices": translate("Plan fields", "Write a whole number from 1 to 10, such as 3"),
        "aspect_ratio": translate("Plan fields", "Write a ratio from 1 to {most}, such as 128").format(
            most=with_marks("10,000")
        ),
        "feed_forward_ratio": translate("Plan fields", "Write a ratio from {least} to 100, such as {number}").format(
            least=with_marks("0.01"), number=with_marks("2.67")
        ),
        "query_group": translate("Plan fields", "Write a number from 1 to 1000, such as 4"),
        "power_factor": translate("Plan fields", "Write a factor from 1 to 10, such as {number}").format(
            number=with_marks("1.2")
        ),
        "carbon": translate("Plan fields", "Write grams per kWh, such as 400"),
        "memory": translate("Plan fields", "Write a memory such as 8 GB"),
        "bits": translate("Plan fields", "Write bits from 1 to 32, such as 4"),
        "students": translate("Plan fields", "Write a number such as 4 students"),
    }


def _writer(unit: str) -> Callable[[float, int], str]:
    """Return the inverse of a `_reader`, with a unit that is the same in every language."""
    return lambda value, figures: f"{_plain(value, figures)} {unit}"


def _counted(kind: str, n: int) -> str:
    """Return the text with ``{number}`` for ``n`` things of a kind whose unit is a word; for other kinds, none."""
    if kind == "bits":
        return translate("Plan fields", "{number} bit(s)", "precision of a weight", n)
    if kind == "students":
        return translate("Plan fields", "{number} student(s)", "student models that share a teacher", n)
    return "{number}"


def _counter(kind: str) -> Callable[[float, int], str]:
    """Return the inverse of a `_reader` of things that are counted: "1 student", "4 students"."""
    return lambda value, figures: _counted(kind, plural_count(value)).format(number=_plain(value, figures))


_EVERY_PLURAL = (0, 1, 2, 3, 5, 11, 100)
"""Numbers of things among which every plural form of every language occurs."""


def _uncounted(kind: str, text: str) -> str:
    """Return the number in what `_counter` wrote; any other text as it is."""
    if _counted(kind, 1) == "{number}":
        return text
    for n in _EVERY_PLURAL:
        inside = _between(_counted(kind, n), "{number}", text)
        if inside is not None:
            return inside
    return text


def _between(template: str, gap: str, text: str) -> str | None:
    """Return what stands in a text where a template has its gap; None where the text does not follow the template."""
    start, _, end = template.lower().partition(gap)
    words = text.strip().lower()
    if len(words) > len(start) + len(end) and words.startswith(start) and words.endswith(end):
        return words[len(start) : len(words) - len(end)]
    return None


_DEVICE_HOURS = re.compile(r"^(.*?)\s*(?:gpu|tpu|device|accelerator|chip)s?[-\s]*h(?:(?:ou)?rs?)?\s*$", re.IGNORECASE)


@lru_cache(maxsize=64)
def time_quantity(count: int) -> Quantity:
    """Return how a time is read and written where ``count`` accelerators work; "1,920 GPU-hours" are of all of them."""

    def read(text: str, field: str = "") -> float | None:
        match = _DEVICE_HOURS.match(text)
        if match is None:
            return quantities.parse_duration(text, field)
        return quantities.parse_duration(f"{match[1]} h", field) / count

    return Quantity(read, _duration)


@lru_cache(maxsize=64)
def price_quantity(currency: str) -> Quantity:
    """Return how a price of one accelerator for one hour is read and written in a currency."""

    def write(value: float, figures: int) -> str:
        if figures == FIGURES:
            return quantities.format_price(value, currency)
        money = quantities.format_money(1.0, currency).replace("1", _plain(value, figures), 1)
        return translate("Numbers", "{money} per {hour}").format(money=money, hour=translate("Numbers", "GPU-hour"))

    def read(text: str, field: str = "") -> float:
        words = translate("Numbers", "{money} per {hour}").replace("{hour}", translate("Numbers", "GPU-hour"))
        return quantities.parse_price(_between(words, "{money}", text) or text, field)

    return Quantity(read, write)


def _served_tokens(text: str, field: str = "") -> float | None:
    """Return how many tokens a student serves over its life; None for no text and "not counted"."""
    if text.strip().lower() in {"", "not counted", "none", translate("Student fields", "not counted").lower()}:
        return None
    return quantities.parse_tokens(text, field, (0.0, 1e24))


PARAMETERS = Quantity(quantities.parse_parameters, quantities.format_parameters)
TOKENS = Quantity(quantities.parse_tokens, quantities.format_tokens)
TOKEN_LIMIT = Quantity(quantities.parse_token_limit, quantities.format_tokens)
SERVED_TOKENS = Quantity(_served_tokens, quantities.format_tokens)
FLOPS = Quantity(quantities.parse_flops, quantities.format_flops)
DURATION = Quantity(quantities.parse_duration, _duration)
SHARE = Quantity(quantities.parse_share, quantities.format_share)
LOSS = Quantity(quantities.parse_loss, lambda value, figures: with_marks(f"{value:.{figures}f}"))
COUNT = Quantity(quantities.parse_count, _plain)
CONTEXT = Quantity(_reader("context", "tokens?", quantities.parse_count), _plain)
VOCABULARY = Quantity(_reader("vocabulary", "tokens?|entries", quantities.parse_count), _plain)
MATRICES = Quantity(_reader("matrices", "matrices", quantities.parse_count), _plain)
ASPECT_RATIO = Quantity(_reader("aspect_ratio"), _plain)
FFN_RATIO = Quantity(_reader("feed_forward_ratio"), _plain)
QUERY_GROUP = Quantity(_reader("query_group"), _plain)
POWER_FACTOR = Quantity(_reader("power_factor"), _plain)
CARBON = Quantity(_reader("carbon", r"g(?:rams)?(?:\s*CO2e?)?\s*(?:/|per)\s*kWh"), _writer("g/kWh"))
TFLOPS = Quantity(quantities.parse_tflops, _writer("TFLOP/s"))
MEMORY = Quantity(_reader("memory", "GB"), _writer("GB"))
BITS = Quantity(_reader("bits", "bits?"), _counter("bits"))
STUDENTS = Quantity(_reader("students", "students?"), _counter("students"))


@dataclass(frozen=True)
class TeacherQuality:
    """How good a teacher is: its loss in nats per token where that is known, else the tokens it was trained on."""

    loss: float | None = None
    training_tokens: float | None = None

    @property
    def text(self) -> str:
        """What stands in a field: "15T", "loss 1.950", or nothing."""
        if self.loss is not None:
            return translate("Plan fields", "loss {loss}", "in place of a number of tokens").format(
                loss=LOSS.text(self.loss)
            )
        return "" if self.training_tokens is None else TOKENS.text(self.training_tokens)


def parse_teacher_quality(text: str, field: str = "") -> TeacherQuality:
    """Return how good a teacher is from "15T", "loss 1.95" or "1.95".

    Raises
    ------
    InputError
        For a text that is neither a number of tokens nor a loss.
    """
    fix = translate("Plan fields", "Write tokens such as 15T, or a loss such as {number}")
    words = text.strip().lower()
    loss = _between(translate("Plan fields", "loss {loss}", "in place of a number of tokens"), "{loss}", text)
    try:
        if loss is not None:
            return TeacherQuality(loss=quantities.parse_loss(loss, field))
        if words.startswith("loss"):
            return TeacherQuality(loss=quantities.parse_loss(words.removeprefix("loss"), field))
        if re.fullmatch(r"[\d.,]+\s*(?:nats?(?:/token)?)?", words):
            try:
                return TeacherQuality(loss=quantities.parse_loss(words, field))
            except InputError:
                if words.endswith(("nat", "nats", "token")):
                    raise
        return TeacherQuality(training_tokens=quantities.parse_tokens(text, field))
    except InputError:
        raise InputError(field, fix.format(number=with_marks("1.95"))) from None
