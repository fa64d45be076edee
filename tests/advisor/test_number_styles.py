"""The decimal mark people see is theirs; what other programs read has a point, whatever language is spoken."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor import field_text, language
from advisor.advise import advise
from advisor.check.text import as_csv
from advisor.curves import PAGES
from advisor.headless import answer_json
from advisor.language import ENGLISH, Language
from advisor.matters.table import matters_csv
from advisor.plan_file import dump_plan, example_plans, load_plan, parse_plan
from advisor.report.plain_text import answer_text
from advisor.report.workbook import workbook_bytes
from advisor.solution import solve_plan

PLAN = load_plan(example_plans()[0][1])[0]
COMMA = Language(decimal_mark=",", group_mark=".")
SPACE = Language(decimal_mark=",", group_mark="\u202f")
DAY = date(2026, 11, 24)


@contextmanager
def spoken(chosen: Language) -> Iterator[None]:
    before = language.use(chosen)
    try:
        yield
    finally:
        language.use(before)


def in_both(make: Callable[[], Any]) -> tuple[Any, Any]:
    """Return what is made in English and with a decimal comma."""
    with spoken(ENGLISH):
        english = make()
    with spoken(COMMA):
        return english, make()


def numbers_of(value: Any) -> list[float]:
    """Return every number of a JSON value, in order."""
    if isinstance(value, dict):
        return [number for part in value.values() for number in numbers_of(part)]
    if isinstance(value, list):
        return [number for part in value for number in numbers_of(part)]
    return [value] if isinstance(value, int | float) and not isinstance(value, bool) else []


def test_answer_as_json_has_the_same_numbers() -> None:
    english, comma = in_both(lambda: json.loads(answer_json(solve_plan(PLAN), curves=True)))
    assert len(numbers_of(english)) > 1000
    assert numbers_of(comma) == numbers_of(english)


@pytest.mark.parametrize("page", ["check", "matters"])
def test_comma_separated_values_have_the_same_numbers(page: str) -> None:
    write: Callable[[Any], str] = {"check": as_csv, "matters": matters_csv}[page]
    texts = in_both(lambda: write(advise(PLAN, (page,)).pages[page]))
    tables = [list(csv.reader(io.StringIO(text))) for text in texts]
    assert [len(row) for row in tables[0]] == [len(row) for row in tables[1]]
    # The exact value of a quantity, and everything but the words of a bar.
    columns = slice(4, 5) if page == "check" else slice(2, 7)
    exact = [[cell for row in table for cell in row[columns]] for table in tables]
    assert exact[0] == exact[1] and any("." in cell for cell in exact[0])


def test_the_workbook_has_the_same_numbers() -> None:
    def cells() -> list[float]:
        book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(advise(PLAN, tuple(PAGES)), DAY)))
        values = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
        return [value for value in values if isinstance(value, int | float)]

    english, comma = in_both(cells)
    assert len(english) > 1000 and comma == english


def test_a_plan_file_is_the_same_and_is_read_the_same() -> None:
    english, comma = in_both(lambda: dump_plan(PLAN))
    assert english == comma
    assert in_both(lambda: parse_plan(english)[0])[1] == PLAN


def test_what_people_read_has_their_marks_throughout() -> None:
    english, comma = in_both(lambda: answer_text(advise(PLAN, tuple(PAGES)), DAY))
    assert "2.060" in english and "2,060" in comma and "2.060" not in comma
    assert "$6,720" in english and "$6.720" in comma and "$6,720" not in comma


FIELDS = {
    "tokens": (field_text.TOKENS, 1.0, 1e18),
    "parameters": (field_text.PARAMETERS, 1e5, 1e15),
    "flops": (field_text.FLOPS, 1e12, 1e32),
    "time": (field_text.DURATION, 0.1, 1e6),
    "share": (field_text.SHARE, 0.001, 1.0),
    "price": (field_text.price_quantity("EUR"), 0.01, 1e6),
    "loss": (field_text.LOSS, 0.1, 99.0),
    "speed": (field_text.TFLOPS, 1e-3, 1e6),
    "memory": (field_text.MEMORY, 1e-3, 1e6),
    "vocabulary": (field_text.VOCABULARY, 2, 1e7),
}


@pytest.mark.parametrize("style", [ENGLISH, COMMA, SPACE], ids=["point", "comma", "space"])
@pytest.mark.parametrize("kind", FIELDS)
@given(data=st.data())
def test_what_stands_in_a_field_is_read_back(kind: str, style: Language, data: st.DataObject) -> None:
    quantity, low, high = FIELDS[kind]
    drawn = data.draw(st.floats(math.log10(low), math.log10(high)))
    value = min(max(float(f"{10**drawn:.3g}"), low), high)
    value = float(round(value)) if kind == "vocabulary" else value
    with spoken(style):
        text = quantity.text(value)
        assert quantity.parse(text, "") == pytest.approx(value, rel=5.1e-3)
        if kind not in ("time", "loss"):  # told in the unit people use, and with three decimals
            assert quantity.reads(text, value), f"{text} is not {value}"
