"""The CSV of every page: one width to a table, headings with units, numbers that any program reads back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from advisor.advise import advise
from advisor.check.text import as_csv
from advisor.compare.page import comma_separated
from advisor.language import Language, use
from advisor.matters.table import matters_csv
from advisor.pins import pin_plan
from tests.advisor.plans import CLEAR_DISTIL
from ui.chart_export import csv_text
from ui.schedule_export import schedule_csv

WRITERS: dict[str, Callable[[Any], str]] = {
    "budget": csv_text,
    "teacher": csv_text,
    "student": csv_text,
    "map": csv_text,
    "schedule": schedule_csv,
    "matters": matters_csv,
    "compare": comma_separated,
    "check": as_csv,
}
UNITS = re.compile(r"nats per token|FLOPs|parameters|tokens|, h\b|kWh|kg|Unit|Source")
LOOSE = re.compile(r"^-?[\d.,]+(e[+-]?\d+)?$")


@pytest.mark.parametrize("name", list(WRITERS))
def test_numbers_are_clean_and_headings_name_units(name: str) -> None:
    use(replace(Language(), decimal_mark=",", group_mark="."))
    try:
        text = WRITERS[name](advise(pin_plan(CLEAR_DISTIL), (name,)).pages[name])
    finally:
        use(Language())
    tables = [list(csv.reader(io.StringIO(part))) for part in text.split("\r\n\r\n") if part.strip()]
    assert tables
    assert "\r\n" in text and "nan" not in text.lower().split(",")
    for table in tables:
        assert len({len(row) for row in table if row}) == 1, [len(row) for row in table][:9]
        found = [cell for row in table[1:] for cell in row if LOOSE.match(cell)]
        if name not in ("check", "compare"):  # whose cells are as people read them, with the exact number beside
            assert found
            for cell in found:
                float(cell)
    assert UNITS.search(" ".join(",".join(row) for table in tables for row in table[:1])), tables[0][0]
    assert text.encode("utf-8-sig").decode("utf-8-sig") == text
