"""The report's contents, without paper: whose numbers they are, what is shortened and where it stands in full."""

from __future__ import annotations

import datetime
import subprocess
import sys

import msgspec
import pytest

from advisor.answer import answer_of
from advisor.check.page import check_page
from advisor.drag_note import drag_note
from advisor.errors import Cancelled
from advisor.evidence import ChartPage
from advisor.language import Language, in_english, use
from advisor.pins import pin_plan
from advisor.plan import Candidate, Plan
from advisor.plan_edit import with_value
from advisor.plan_file import example_plans, load_plan
from advisor.quantities import format_loss, format_range
from advisor.recommend import recommend
from advisor.recommendation import Warning
from advisor.report.blocks import AnswerBlock, Block, ChartBlock, Notes, Report, Section, Table, Words
from advisor.report.document import ReportRequest, make_report
from advisor.report.evidence_section import LISTED_CANDIDATES, NAMED_CANDIDATES
from advisor.schedule.page import schedule_page
from advisor.solution import solve_plan
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE

DAY = datetime.date(2026, 11, 24)
EXAMPLES = [load_plan(path)[0] for _, path in example_plans()]
PLANS = [CLEAR_DISTIL, CLEAR_DIRECT, TIE, *EXAMPLES]


def report(plan: Plan, **given: object) -> Report:
    return make_report(ReportRequest(plan, DAY, **given))  # type: ignore[arg-type]


def texts(block: Block) -> list[str]:
    if isinstance(block, Words):
        return [block.text]
    if isinstance(block, Table):
        return [*(c.heading for c in block.columns), *(cell for row in block.rows for cell in row.cells), block.note]
    if isinstance(block, Notes):
        return [note.text for note in block.notes]
    if isinstance(block, ChartBlock):
        return [block.page.question, block.page.sentence, *block.page.footer]
    answer = block.answer
    return [answer.headline, answer.likelihood, *(r.label for r in answer.ranges)]


def said(section: Section) -> str:
    return "\n".join(text for block in section.blocks for text in texts(block))


def tables(section: Section) -> list[Table]:
    return [block for block in section.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("plan", PLANS)
def test_the_first_page_is_the_answer_card_and_the_pages(plan: Plan) -> None:
    solution, section = solve_plan(plan), report(plan).section("answer")
    card = next(block for block in section.blocks if isinstance(block, AnswerBlock)).answer
    assert card == answer_of(solution, recommend(plan).warnings)
    budget = next(block for block in section.blocks if isinstance(block, ChartBlock)).page
    assert budget.name == "budget"
    schedule = schedule_page(solution)
    assert schedule.sentence in said(section)
    assert [row.cells[1:] for row in tables(section)[0].rows] == [row.cells for row in (*schedule.rows, schedule.total)]


@pytest.mark.parametrize("plan", PLANS)
def test_numbers_are_those_of_the_headless_answer(plan: Plan) -> None:
    answer, made = recommend(plan), report(plan)
    ways = tables(made.section("evidence"))[0].rows
    assert ways[0].cells[1] == format_loss(answer.supervised.loss)
    assert ways[1].cells[1] == format_loss(answer.distillation.loss)
    for row, scenario in zip(ways[2:], answer.scenarios.values(), strict=True):
        assert row.cells[1] == (format_loss(scenario.loss) if scenario else "none can be paid for")
    for loss_range, part in zip(
        next(b for b in made.section("answer").blocks if isinstance(b, AnswerBlock)).answer.ranges,
        (answer.distillation, answer.supervised),
        strict=True,
    ):
        assert (loss_range.low, loss_range.high) == part.loss_interval
    rows = {row.cells[0]: row for row in tables(made.section("evidence"))[-1].rows}
    if len(answer.candidates) <= 4:
        for candidate in answer.candidates:
            assert rows[candidate.name].cells[4] == format_loss(candidate.loss)
            assert rows[candidate.name].cells[6] == str(candidate.rank)


@pytest.mark.parametrize("plan", PLANS)
def test_every_warning_is_printed_in_full(plan: Plan) -> None:
    section = report(plan).section("evidence")
    printed = {note.text for block in section.blocks if isinstance(block, Notes) for note in block.notes}
    assert printed == {warning.message for warning in recommend(plan).warnings}


def test_what_only_a_window_can_do_is_not_printed() -> None:
    for plan in PLANS:
        for section in report(plan).sections:
            for block in section.blocks:
                if isinstance(block, ChartBlock):
                    assert isinstance(block.page, ChartPage)
                    assert drag_note() not in block.page.footer
                    assert not any("drag" in note.lower() for note in block.page.footer)


def test_what_would_change_the_choice_is_in_words() -> None:
    text = said(report(CLEAR_DISTIL).section("answer"))
    assert "would change the choice." in text
    assert "Under 4.07B: too close to call" in text
    calm = said(report(next(plan for plan in EXAMPLES if plan.name.startswith("Private"))).section("answer"))
    assert "Nothing here, taken alone, would change the choice." in calm
    assert "No: distilling is 0.019–0.078 worse" in calm


def test_every_input_says_whether_it_was_typed() -> None:
    rows = tables(report(CLEAR_DISTIL).section("inputs"))[0].rows
    origins = {row.cells[1]: row.cells[3] for row in rows}
    assert origins["Utilisation"] == "typed"
    assert origins["Price"] == "default"
    assert origins["Teacher text"] == "unused"
    assert {row.cells[3] for row in rows if row.muted} == {"default", "unused"}


def test_quantities_are_those_of_the_check_page() -> None:
    check, section = check_page(solve_plan(CLEAR_DISTIL)), report(CLEAR_DISTIL).section("quantities")
    values = {
        (row.cells[0], row.cells[1].split("\n")[0]): row.cells[2] for table in tables(section) for row in table.rows
    }
    for name in ("budget", "shares", "teacher", "distillation", "supervised", "verdict"):
        for row in check.group(name).rows:
            assert values[row.symbol, row.meaning] == row.text
    coefficients = said(report(CLEAR_DISTIL).section("coefficients"))
    assert "24,181" in coefficients
    assert "counted in thousands" in coefficients


def test_sources_name_paper_version_and_date() -> None:
    text = said(report(CLEAR_DISTIL).section("sources"))
    assert "arXiv 2502.08606" in text
    assert "ICML 2025" in text
    assert "24 November 2026" in text
    assert "busbridge-2025" in text


def with_candidates(count: int) -> Plan:
    many = tuple(Candidate(name=f"Teacher {i}", parameters=1e9 + 1e8 * i, training_tokens=5e12) for i in range(count))
    return with_value(CLEAR_DISTIL, "teacher.candidates", many)


def test_many_candidates_stand_in_full_in_the_appendix() -> None:
    made = report(with_candidates(LISTED_CANDIDATES))
    short = tables(made.section("evidence"))[-1]
    assert len(short.rows) == 4
    assert short.note == f"The best 4 of {LISTED_CANDIDATES}; all are in the appendix."
    full = tables(made.section("candidates"))[0]
    assert sorted(row.cells[0] for row in full.rows) == sorted(f"Teacher {i}" for i in range(LISTED_CANDIDATES))
    ranks = [int(row.cells[6].partition("–")[0]) for row in full.rows]
    assert ranks == sorted(ranks)
    assert full.note == ""
    assert made.section("candidates").title == "All teachers you have"


def test_of_very_many_candidates_the_best_are_listed_and_the_workbook_is_named_for_the_rest() -> None:
    made = report(with_candidates(200))
    short = tables(made.section("evidence"))[-1]
    assert short.note == "The best 4 of 200; the appendix has more, the exported workbook all."
    full = tables(made.section("candidates"))[0]
    assert len(full.rows) == LISTED_CANDIDATES
    ranked = sorted(recommend(with_candidates(200)).candidates, key=lambda one: one.rank)
    assert [row.cells[0] for row in full.rows] == [one.name for one in ranked[:LISTED_CANDIDATES]]
    assert full.note.startswith(f"The best {LISTED_CANDIDATES} of 200; the exported workbook has all")
    assert made.section("candidates").title == "Teachers you have"


def test_of_very_many_candidates_the_best_are_named_on_the_chart() -> None:
    plan = with_candidates(200)
    made, ranks = report(plan), {one.name: one.rank for one in recommend(plan).candidates}
    chart = next(block for block in made.section("evidence").blocks if isinstance(block, ChartBlock))
    candidates = [mark for mark in chart.page.marks if mark.kind == "candidate"]
    named = [mark for mark in candidates if mark.label]
    assert len(candidates) == 200
    assert len(named) == NAMED_CANDIDATES
    assert max(ranks[mark.label.partition(",")[0]] for mark in named) == NAMED_CANDIDATES


def test_a_long_name_is_shortened_once_and_printed_in_full_once() -> None:
    name = "A teacher with a name " * 9
    named = (Candidate(name=name.strip(), parameters=7e9, training_tokens=15e12),)
    made = report(with_value(CLEAR_DISTIL, "teacher.candidates", named))
    assert tables(made.section("evidence"))[-1].rows[0].elided
    full = tables(made.section("candidates"))[0].rows[0]
    assert not full.elided
    assert full.cells[0] == name.strip()


def test_pins_without_candidates_stand_on_the_second_page_with_them_in_the_appendix() -> None:
    pinned = pin_plan(CLEAR_DIRECT)
    changed = with_value(pinned, "budget_flops", 1e22)
    page = tables(report(changed).section("evidence"))[-1]
    assert [row.cells[0] for row in page.rows] == ["This plan", "A"]
    with pytest.raises(KeyError):
        report(changed).section("pins")
    busy = CLEAR_DISTIL
    for _ in range(26):
        busy = pin_plan(busy)
    full = tables(report(busy).section("pins"))[0]
    assert len(full.rows) == 27
    assert "All pins are in the appendix." in said(report(busy).section("evidence"))


def test_a_plan_without_hardware_has_shares_instead_of_days() -> None:
    table = tables(report(CLEAR_DIRECT).section("answer"))[0]
    assert [column.heading for column in table.columns] == ["Phase", "FLOPs", "Share"]
    assert "Accelerators are paid for" not in said(report(CLEAR_DIRECT).section("assumptions"))


def test_the_last_good_answer_says_so_first() -> None:
    words = "This is the last good answer. Correct Time to update it."
    made = report(CLEAR_DISTIL, stale=words)
    assert made.stale == words
    first = made.section("answer").blocks[0]
    assert isinstance(first, Words)
    assert first.text == words
    assert not isinstance(report(CLEAR_DISTIL).section("answer").blocks[0], Words)


def test_warnings_of_the_file_are_printed() -> None:
    warning = Warning(code="unknown_field", message="This version does not know colour")
    assert warning.message in said(report(CLEAR_DISTIL, file_warnings=(warning,)).section("evidence"))


def test_the_cost_shares_are_told_in_words() -> None:
    shared = msgspec.structs.replace(
        CLEAR_DIRECT, teacher=msgspec.structs.replace(CLEAR_DIRECT.teacher, students=4, share_outputs=True)
    )
    text = said(report(shared).section("assumptions"))
    assert "This student pays 25 % of the teacher's outputs and 25 % of the teacher's training" in text
    assert "pays all of the teacher's outputs and nothing" in said(report(CLEAR_DISTIL).section("assumptions"))


def test_it_stops_when_asked() -> None:
    with pytest.raises(Cancelled):
        make_report(ReportRequest(CLEAR_DISTIL, DAY), lambda: True)


def test_names_and_dates() -> None:
    assert report(CLEAR_DISTIL).date == "24 November 2026"
    assert report(with_value(CLEAR_DISTIL, "name", "  ")).title == "Untitled plan"
    assert format_range(2.0466, 2.0731, format_loss) in "2.047–2.073"


def test_dates_are_written_as_the_language_writes_them() -> None:
    before = use(Language(date_text=lambda day: f"den {day.day}.{day.month}."))
    try:
        made = report(CLEAR_DISTIL)
    finally:
        use(before)
    assert made.date == "den 24.11."
    assert "den 24.11." in said(made.section("sources"))


def test_the_table_of_pins_has_the_rows_that_matter_in_any_language() -> None:
    plan = with_value(pin_plan(CLEAR_DISTIL), "teacher.exists", False)
    before = use(Language(lambda context, text, comment, n: in_english(context, f"<{text}>", comment, n)))
    try:
        table = tables(report(plan).section("evidence"))[-1]
    finally:
        use(before)
    assert [column.heading for column in table.columns] == [
        "<Plan>", "<Choice>", "<Expected loss>", "<90 % range>", "<Teacher>", "<Time>", "<Cost>",
    ]  # fmt: skip


def test_no_qt_is_needed() -> None:
    code = "import sys, advisor.report.document; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
