"""The report, the workbook and the plain text say the numbers of the headless answer, whatever the plan."""

from __future__ import annotations

import datetime
import io
import json
from typing import Any

import msgspec
import openpyxl
import pytest

from advisor.advise import advise
from advisor.headless import answer_json
from advisor.plan import Candidate, Plan
from advisor.plan_edit import with_value
from advisor.quantities import format_loss, format_money, format_parameters, format_tokens
from advisor.report.blocks import AnswerBlock, Report, Row, Table
from advisor.report.document import ReportRequest, make_report
from advisor.report.plain_text import answer_text
from advisor.report.workbook import pages_for, workbook_bytes
from advisor.solution import solve_plan
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE

DAY = datetime.date(2026, 11, 24)
STALE = "This answers the last good plan, not the newest one"


def _with_candidates() -> Plan:
    candidates = (
        Candidate(name="Small", parameters=3e9, training_tokens=1e12),
        Candidate(name="Middle", parameters=7e9, training_tokens=15e12),
        Candidate(name="Large", parameters=68e9, loss=1.7),
    )
    teacher = msgspec.structs.replace(CLEAR_DISTIL.teacher, exists=True, candidates=candidates)
    return msgspec.structs.replace(CLEAR_DISTIL, teacher=teacher)


PLANS = {
    "distil": (CLEAR_DISTIL, ""),
    "direct": (CLEAR_DIRECT, ""),
    "tie": (TIE, ""),
    "candidates": (_with_candidates(), ""),
    "no hardware": (with_value(CLEAR_DISTIL, "budget_flops", 2e22), ""),
    "stale": (CLEAR_DISTIL, STALE),
}


class Case:
    """One plan with everything that is said about it."""

    def __init__(self, plan: Plan, stale: str) -> None:
        self.plan = plan
        self.json: dict[str, Any] = json.loads(answer_json(solve_plan(plan), stale=stale))
        self.report: Report = make_report(ReportRequest(plan, DAY, stale=stale))
        advice = advise(plan, pages_for(plan))
        self.text = answer_text(advice, DAY, stale)
        self.book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(advice, DAY, stale=stale)))

    def rows(self, section: str, first_heading: str) -> list[Row]:
        """Return the rows of a table of the report."""
        blocks = self.report.section(section).blocks
        return [
            row
            for block in blocks
            if isinstance(block, Table) and block.columns[0].heading == first_heading
            for row in block.rows
        ]

    def sheet_row(self, sheet: str, *first: str) -> list[Any]:
        """Return the first row of a sheet with one of these texts at its beginning or beside its rank."""
        for row in self.book[sheet].iter_rows(values_only=True):
            if any(isinstance(cell, str) and cell.startswith(first) for cell in row[:2]):
                return list(row)
        raise AssertionError((sheet, first))


@pytest.fixture(scope="module", params=list(PLANS))
def case(request: pytest.FixtureRequest) -> Case:
    return Case(*PLANS[request.param])


def numbers(row: list[Any]) -> list[float]:
    return [cell for cell in row if isinstance(cell, (int, float))]


def has(row: list[Any], value: float) -> bool:
    return any(number == pytest.approx(value, rel=1e-12, abs=1e-12) for number in numbers(row))


def test_both_losses_and_their_ranges(case: Case) -> None:
    answer = next(block.answer for block in case.report.section("answer").blocks if isinstance(block, AnswerBlock))
    ranges = {"supervised" if part.key == "supervised" else "distillation": part for part in answer.ranges}
    assert set(ranges) == {"distillation", "supervised"}
    for key, label in (("distillation", "Distil "), ("supervised", "Train directly ")):
        wanted = case.json[key]
        part = ranges[key]
        assert [part.loss, part.low, part.high] == [wanted["loss"], *wanted["loss_interval"]]
        row = case.sheet_row("Answer", label + format_loss(wanted["loss"]))
        for value in (wanted["loss"], *wanted["loss_interval"]):
            assert has(row, value), (key, value, row)
        low, high = (format_loss(value) for value in wanted["loss_interval"])
        assert f"{label.strip()}: loss {format_loss(wanted['loss'])} (90 % range {low} to {high})" in case.text


def test_headline_and_choice(case: Case) -> None:
    headline = case.json["verdict"]["headline"]
    answer = next(block.answer for block in case.report.section("answer").blocks if isinstance(block, AnswerBlock))
    assert answer.headline == case.report.headline == headline
    assert " ".join(headline.split()) in " ".join(case.text.split())
    assert f"{headline}." in [cell.value for cell in case.book["Answer"]["A"]]


def test_tokens_and_cost_of_what_is_chosen(case: Case) -> None:
    distil = case.json["verdict"]["method"] == "distill"
    chosen = case.json["distillation" if distil else "supervised"]
    tokens = chosen["student_tokens" if distil else "tokens"]
    answer = next(block.answer for block in case.report.section("answer").blocks if isinstance(block, AnswerBlock))
    figures = {figure.caption: figure for figure in answer.figures}
    figure = figures["Student tokens"]
    assert (figure.number, figure.value) == (tokens, format_tokens(tokens))
    assert has(case.sheet_row("Answer", "Student tokens"), tokens)
    assert f"Student tokens: {format_tokens(tokens)}" in case.text
    if chosen["cost"] is None:
        assert "Cost" not in figures or figures["Cost"].number is None
    else:
        assert figures["Cost"].number == pytest.approx(chosen["cost"], rel=1e-12)
        assert figures["Cost"].value == format_money(chosen["cost"], case.plan.currency)
        assert has(case.sheet_row("Answer", "Cost"), chosen["cost"])


def test_every_way(case: Case) -> None:
    ways = {row.key: row for row in case.rows("evidence", "Way")}
    assert ways["supervised"].cells[1] == format_loss(case.json["supervised"]["loss"])
    assert ways["this_plan"].cells[1] == format_loss(case.json["distillation"]["loss"])
    for name, scenario in case.json["scenarios"].items():
        cells = ways[name].cells
        if scenario is None:
            assert cells[2:] == ("–",) * 3
            continue
        assert cells[1:] == (
            format_loss(scenario["loss"]),
            format_parameters(scenario["teacher"]["parameters"]),
            format_tokens(scenario["teacher"]["training_tokens"]),
            format_tokens(scenario["student_tokens"]),
        )
        row = case.sheet_row("Scenarios", cells[0].removesuffix(", as here"))
        assert has(row, scenario["loss"]) and has(row, scenario["student_tokens"]), row


def test_every_candidate(case: Case) -> None:
    rows = {row.cells[0]: row.cells for row in case.rows("evidence", "Teacher")}
    found = case.json["candidates"] or []
    assert set(rows) == {candidate["name"] for candidate in found}
    for candidate in found:
        cells = rows[candidate["name"]]
        assert cells[4:6] == (format_loss(candidate["loss"]), format_tokens(candidate["student_tokens"]))
        row = case.sheet_row("Scenarios", candidate["name"])
        assert has(row, candidate["loss"]) and has(row, candidate["student_tokens"]), row


def test_a_stale_answer_says_so_everywhere(case: Case) -> None:
    stale = case.json.get("stale", "")
    assert (case.report.stale, case.text.startswith(STALE)) == (stale, bool(stale))
    assert (STALE in [cell.value for cell in case.book["Answer"]["A"]]) == bool(stale)
