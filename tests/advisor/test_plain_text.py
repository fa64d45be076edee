"""The answer as text for a mail: its words and numbers, its length, and names that try to break it."""

from __future__ import annotations

import datetime
import io
import json
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from advisor import __version__
from advisor.advise import advise
from advisor.evidence import Advice
from advisor.headless import answer, answer_json
from advisor.language import Language, use
from advisor.plan import Candidate, Plan
from advisor.plan_file import example_plans, load_plan
from advisor.quantities import format_loss
from advisor.recommendation import Warning
from advisor.report.plain_text import MOST_LINES, WIDTH, answer_text
from advisor.scenarios import coefficient_set
from advisor.solution import solve_plan
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE

DATE = datetime.date(2027, 3, 7)
PLANS = {"distil": CLEAR_DISTIL, "direct": CLEAR_DIRECT, "tie": TIE}
PLANS |= {path.stem: load_plan(path)[0] for _, path in example_plans()}


def answered(plan: Plan) -> Advice:
    return advise(plan, ("schedule", "matters"))


@pytest.mark.parametrize("name", PLANS)
def test_everything_a_reader_needs_is_said_in_forty_lines(name: str) -> None:
    plan = PLANS[name]
    advice = answered(plan)
    text = answer_text(advice, DATE)
    lines, flowing = text.splitlines(), " ".join(text.split())
    assert len(lines) <= MOST_LINES
    assert max(map(len, lines)) <= WIDTH + 60  # a line of a schedule is not broken
    assert lines[0] == plan.name
    assert f"{advice.answer.headline}." in flowing
    assert advice.answer.likelihood in flowing
    assert advice.answer.alternative in flowing
    for figure in advice.answer.figures:
        assert f"{figure.caption}: {figure.value}" in text
    for part in (advice.recommendation.distillation, advice.recommendation.supervised):
        low, high = map(format_loss, part.loss_interval)
        assert f"loss {format_loss(part.loss)} (90 % range {low} to {high})" in text
    for label in ("Teacher training: ", "Teacher outputs: ", "Student training: ", "Total: "):
        assert f"- {label}" in text
    assert f"What would change it: {advice.pages['matters'].sentence}" in flowing
    for note in advice.answer.notes:
        assert f"- {note.message}." in flowing
    assert coefficient_set(plan).name in flowing
    assert f"Distillation Advisor {__version__}, 7 March 2027" in text


def test_the_last_good_answer_says_so_first() -> None:
    stale = "This is the last good answer. Correct Time to update it."
    lines = answer_text(answered(CLEAR_DISTIL), DATE, stale).splitlines()
    assert lines[:2] == [stale, CLEAR_DISTIL.name]
    assert len(lines) <= MOST_LINES


def test_the_exported_json_of_the_last_good_answer_says_so_first() -> None:
    solution = solve_plan(CLEAR_DISTIL)
    given = json.loads(answer_json(solution, stale="Not the newest"))
    assert next(iter(given)) == "stale"
    assert given.pop("stale") == "Not the newest"
    assert given == json.loads(answer_json(solution))


def test_dates_are_written_as_the_language_writes_them() -> None:
    before = use(Language(date_text=lambda day: f"den {day.day}.{day.month}."))
    try:
        text = answer_text(answered(CLEAR_DISTIL), DATE)
    finally:
        use(before)
    assert text.endswith("den 7.3.\n")


def test_a_phase_that_takes_nothing_says_why_in_words() -> None:
    text = answer_text(answered(CLEAR_DISTIL), DATE)
    assert "- Teacher training: none, the teacher exists" in text
    assert "None:" not in text


def test_no_line_begins_with_a_percent_sign() -> None:
    for plan in PLANS.values():
        assert not any(
            line.lstrip("- ").startswith(("%", "×")) for line in answer_text(answered(plan), DATE).splitlines()
        )


@pytest.mark.parametrize("name", ["x" * 200, "two\nlines\r\n\tand a tab", "word " * 40, "\x00\ud800", "=1+1"])
def test_any_name_stays_on_its_line(name: str) -> None:
    candidates = tuple(Candidate(name=f"{i}{name}"[:200], parameters=7e9 + i, training_tokens=2e12) for i in range(3))
    teacher = msgspec.structs.replace(CLEAR_DISTIL.teacher, candidates=candidates)
    plan = msgspec.structs.replace(CLEAR_DISTIL, name=name[:200], teacher=teacher)
    lines = answer_text(answered(plan), DATE).splitlines()
    assert len(lines) <= MOST_LINES
    assert lines[0] == " ".join(c for c in name[:200].split() if c.isprintable())


def test_more_notes_than_fit_are_counted() -> None:
    advice = answered(CLEAR_DISTIL)
    notes = tuple(Warning(code=f"note_{i}", message=f"Note {i} " + "goes on and on " * 9) for i in range(30))
    text = answer_text(replace(advice, answer=replace(advice.answer, notes=notes)), DATE)
    told = text.count("- Note ")
    assert 0 < told < 30
    assert f"- And {30 - told} more, in the program." in text
    assert len(text.splitlines()) <= MOST_LINES


@pytest.mark.parametrize("curves", [False, True])
def test_the_exported_json_is_what_headless_prints(curves: bool, tmp_path: Path) -> None:
    path = tmp_path / "plan.distill"
    path.write_bytes(example_plans()[0][1].read_bytes().replace(b'"name"', b'"colour": 1, "name"', 1))
    out = io.StringIO()
    assert answer(path, curves, out) == 0
    plan, warnings = load_plan(path)
    assert warnings
    assert out.getvalue() == answer_json(solve_plan(plan), warnings, curves) + "\n"
