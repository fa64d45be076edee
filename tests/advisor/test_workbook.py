"""The workbook: the numbers of the answer as numbers, whatever people name things, and a file that is whole or not."""

from __future__ import annotations

import datetime
import io
import json
import math
import re
import socket
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from advisor import __version__
from advisor.advise import advise
from advisor.check.rows import CheckPage
from advisor.compare.compared import outcome_of
from advisor.compare.page import ComparePage
from advisor.curves import page_as_json
from advisor.evidence import Advice, ChartPage
from advisor.headless import answer
from advisor.language import Language, in_english, use
from advisor.matters.page import MattersPage
from advisor.names import scenario_labels
from advisor.pins import pin_plan
from advisor.plan import Candidate, Pin, Plan
from advisor.plan_edit import with_value
from advisor.plan_file import example_plans, load_plan, save_plan
from advisor.recommendation import Warning
from advisor.report.workbook import PAGES, pages_for, workbook_bytes, write_workbook
from advisor.solution import solve_plan
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE

DATE = datetime.date(2027, 3, 7)
SHEETS = ["Answer", "Plan", "Scenarios", "Schedule", "Budget", "Teacher", "Student", "Map", "What matters", "Check"]
PINNED_SHEETS = [*SHEETS[:4], "Compare", *SHEETS[4:]]
CHART_PAGES = (("budget", "Budget"), ("teacher", "Teacher"), ("student", "Student"), ("map", "Map"))
FORMULAS = (
    "=1+1",
    "+1",
    "-2",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org")',
    "http://a.b",
    "007",
)
HEADS_ROW = 4
"""The first row of a chart sheet's two rows of headings."""


def book_of(plan: Plan, **more: Any) -> Any:
    """Return the workbook of a plan, read back."""
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(advise(plan, pages_for(plan)), DATE, **more)))


def cells(sheet: Worksheet) -> list[Any]:
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def texts(sheet: Worksheet) -> list[str]:
    return [cell.value for cell in cells(sheet) if isinstance(cell.value, str)]


def row_of(sheet: Worksheet, first: str) -> list[Any]:
    """Return the values of the first row that begins with a text."""
    return next([c.value for c in row] for row in sheet.iter_rows() if row[0].value == first)


def column_below(sheet: Worksheet, label: str, title: str) -> list[Any]:
    """Return what stands below a chart sheet's two headings."""
    heads = zip(*sheet.iter_rows(min_row=HEADS_ROW, max_row=HEADS_ROW + 1), strict=True)
    column = next(top.column for top, below in heads if (top.value or "") == label and below.value == title)
    return [sheet.cell(row, column).value for row in range(HEADS_ROW + 2, sheet.max_row + 1)]


@pytest.fixture(scope="module")
def distil() -> tuple[Advice, Any]:
    advice = advise(CLEAR_DISTIL, PAGES)
    return advice, openpyxl.load_workbook(io.BytesIO(workbook_bytes(advice, DATE)))


@pytest.fixture(scope="module")
def headless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What --headless --curves prints for the same plan."""
    path = tmp_path_factory.mktemp("plan") / "plan.distill"
    save_plan(CLEAR_DISTIL, path)
    out = io.StringIO()
    assert answer(path, curves=True, out=out) == 0
    return json.loads(out.getvalue())  # type: ignore[no-any-return]


@pytest.mark.parametrize("plan", [CLEAR_DISTIL, CLEAR_DIRECT, TIE])
def test_every_sheet_is_there_with_its_heading_in_sight_and_its_name_on_paper(plan: Plan) -> None:
    book = book_of(plan)
    assert book.sheetnames == SHEETS
    for sheet in book:
        assert sheet.freeze_panes is not None
        assert sheet.oddHeader.left.text == plan.name
        assert __version__ in sheet.oddFooter.left.text
        assert sheet.page_setup.paperSize == 9
        upright = sheet.page_setup.orientation == "portrait"
        assert upright or sheet.sheet_properties.pageSetUpPr.fitToPage
        assert not upright or re.search(r"\$A\$1:\$A\$\d+$", sheet.print_area)


def test_the_answer_has_the_numbers_of_the_headless_answer(
    distil: tuple[Advice, Any], headless: dict[str, Any]
) -> None:
    advice, book = distil
    sheet = book["Answer"]
    assert f"{headless['verdict']['headline']}." in texts(sheet)
    for label, part in (("Distil", headless["distillation"]), ("Train directly", headless["supervised"])):
        row = row_of(sheet, f"{label} {part['loss']:.3f}")
        assert row[3:6] == pytest.approx([part["loss"], *part["loss_interval"]], rel=1e-14)
    teacher = headless["distillation"]["teacher"]
    spread = headless["distillation"]["teacher_parameters_range"]
    assert row_of(sheet, "Teacher")[3:6] == pytest.approx([teacher["parameters"], *spread], rel=1e-14)
    assert [row_of(sheet, name)[6] for name in ("Teacher", "Time", "Cost")] == ["parameters", "hours", "USD"]
    assert row_of(sheet, "Student tokens")[3] == pytest.approx(headless["distillation"]["student_tokens"], rel=1e-14)
    assert row_of(sheet, "Time")[3] == pytest.approx(sum(headless["distillation"]["hours"].values()), rel=1e-14)
    assert row_of(sheet, "Cost")[3] == pytest.approx(headless["distillation"]["cost"], rel=1e-14)
    assert row_of(sheet, "Chance that distilling is better")[3] == pytest.approx(headless["verdict"]["probability"])
    for warning in headless["warnings"]:
        assert warning["message"] in texts(sheet)
    assert advice.pages["matters"].sentence in texts(sheet)
    assert row_of(sheet, "Date")[1] == datetime.datetime(2027, 3, 7)


def test_ranges_of_numbers_say_what_the_words_beside_them_say(distil: tuple[Advice, Any]) -> None:
    sheet = distil[1]["Answer"]
    low, high = row_of(sheet, "Time")[4:6]
    assert row_of(sheet, "Time")[2] == f"{low / 24:.1f}–{high / 24:.1f} days by utilisation"


def test_what_the_file_warned_of_is_noted() -> None:
    warning = Warning(code="unknown_field", message="“colour” is not known and was kept")
    assert warning.message in texts(book_of(TIE, file_warnings=(warning,))["Answer"])


def test_scenarios_and_candidates_have_the_numbers_and_ranks(
    distil: tuple[Advice, Any], headless: dict[str, Any]
) -> None:
    sheet = distil[1]["Scenarios"]
    losses = {name: part["loss"] for name, part in headless["scenarios"].items()}
    losses["supervised"] = headless["supervised"]["loss"]
    for name, loss in losses.items():
        row = row_of(sheet, scenario_labels()[name])
        assert row[1] == sorted(losses.values()).index(loss) + 1
        assert row[2] == pytest.approx(loss, rel=1e-14)
        assert row[5] == pytest.approx(loss - losses["supervised"], abs=1e-12)
    for candidate in headless["candidates"]:
        row = row_of(sheet, candidate["name"])
        assert row[1] == candidate["rank"]
        assert row[2] == pytest.approx(candidate["loss"], rel=1e-14)
        assert row[9] == pytest.approx(candidate["student_tokens"], rel=1e-14)


def test_a_scenario_that_cannot_be_paid_for_says_so() -> None:
    advice = advise(CLEAR_DISTIL, PAGES)
    gone = "teacher_pretraining"
    scenarios = {**advice.recommendation.scenarios, gone: None}
    advice = replace(advice, recommendation=msgspec.structs.replace(advice.recommendation, scenarios=scenarios))
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_bytes(advice, DATE)))["Scenarios"]
    row = row_of(sheet, scenario_labels()[gone])
    assert row[2] is None
    assert row[10].endswith("no teacher can be paid for")


def test_the_schedule_adds_up_to_the_headless_answer(distil: tuple[Advice, Any], headless: dict[str, Any]) -> None:
    sheet = distil[1]["Schedule"]
    hours, flops = headless["distillation"]["hours"], headless["distillation"]["flops"]
    for label, key in (("Teacher outputs", "teacher_outputs"), ("Student training", "student_training")):
        row = row_of(sheet, label)
        assert row[2] == pytest.approx(hours[key] / 24)
        assert row[3] == pytest.approx(hours[key])
        assert row[6] == pytest.approx(flops[key])
    total = row_of(sheet, "Total")
    assert total[7] == pytest.approx(headless["distillation"]["cost"])
    phases = [row_of(sheet, label) for label in ("Teacher training", "Teacher outputs", "Student training")]
    for column in range(2, 10):
        assert sum(row[column] for row in phases) == pytest.approx(total[column])
    for note in headless["curves"]["schedule"]["notes"]:
        assert any(text.startswith(note["text"]) for text in texts(sheet))


@pytest.mark.parametrize(("name", "title"), CHART_PAGES)
def test_curves_are_those_of_the_headless_answer(
    distil: tuple[Advice, Any], headless: dict[str, Any], name: str, title: str
) -> None:
    sheet, page = distil[1][title], headless["curves"][name]
    shown = [page, *page["variants"]]
    count = 0
    for part in shown:
        for curve in (*part["curves"], *part["outlines"]):
            if sum(curve["label"] == other["label"] for p in shown for other in (*p["curves"], *p["outlines"])) > 1:
                continue  # told apart by the page's axis alone
            found = column_below(sheet, curve["label"], part["y_title"])
            assert found[: len(curve["y"])] == pytest.approx(curve["y"], rel=1e-14, nan_ok=True)
            count += 1
    assert page["sentence"] in texts(sheet)
    assert count >= 1 or name in ("map", "teacher")


def test_points_of_the_first_page_are_there(distil: tuple[Advice, Any], headless: dict[str, Any]) -> None:
    for name, title in CHART_PAGES:
        page = headless["curves"][name]
        rows = [[cell.value for cell in row] for row in distil[1][title].iter_rows(min_row=HEADS_ROW + 2)]
        for mark in page["marks"]:
            assert any(
                row[i] == pytest.approx(mark["x"], rel=1e-14) and row[i + 1] == pytest.approx(mark["y"], rel=1e-14)
                for row in rows
                for i in range(len(row) - 1)
                if isinstance(row[i], int | float) and isinstance(row[i + 1], int | float)
            ), (name, mark)


def test_a_map_has_every_cell_in_the_colour_of_its_side(distil: tuple[Advice, Any]) -> None:
    advice, book = distil
    page = advice.pages["map"]
    assert isinstance(page, ChartPage) and page.heat is not None
    heat, sheet = page.heat, book["Map"]
    corner = next(cell for cell in cells(sheet) if isinstance(cell.value, str) and cell.value.startswith("Down: "))
    fills: dict[bool, set[str]] = {True: set(), False: set()}
    for i, j in enumerate(reversed(range(len(heat.y)))):
        assert sheet.cell(corner.row + 1 + i, corner.column).value == pytest.approx(heat.y[j], rel=1e-14)
        for k in range(len(heat.x)):
            cell = sheet.cell(corner.row + 1 + i, corner.column + 1 + k)
            if math.isfinite(heat.values[j, k]):
                assert cell.value == pytest.approx(heat.values[j, k], rel=1e-13)
                if not heat.undecided[j, k]:
                    fills[bool(heat.values[j, k] < 0)].add(cell.fill.fgColor.rgb)
            else:
                assert cell.value is None
    assert fills[True] and fills[False]
    assert not fills[True] & fills[False]


@pytest.mark.parametrize("plan", [CLEAR_DISTIL, CLEAR_DIRECT, TIE])
def test_what_matters_has_every_bar_and_every_sample(plan: Plan) -> None:
    advice = advise(plan, PAGES)
    page = advice.pages["matters"]
    assert isinstance(page, MattersPage)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_bytes(advice, DATE)))["What matters"]
    rows = [[cell.value for cell in row][2:] for row in sheet.iter_rows()]
    for bar in page.bars:
        (summary,) = [row for row in rows if row[0] == bar.label and row[1] in ("Plan", "Law")]
        assert summary[2] == pytest.approx(bar.least.gain, rel=1e-13)
        assert summary[4] == pytest.approx(bar.most.gain, rel=1e-13)
        assert summary[6] == pytest.approx(bar.least.gain - page.plan_gain, rel=1e-9, abs=1e-12)
        samples = [row for row in rows if row[0] == bar.label and row[8] == bar.key]
        assert [row[1] for row in samples] == pytest.approx(bar.values, rel=1e-14)
        assert [row[5] for row in samples] == [
            pytest.approx(gain, rel=1e-13, abs=1e-15) if math.isfinite(gain) else None for gain in bar.gains
        ]
        assert [row[2] == "yes" for row in samples].index(True) == bar.planned


def test_the_check_has_every_quantity(distil: tuple[Advice, Any]) -> None:
    advice, book = distil
    page, sheet = advice.pages["check"], book["Check"]
    assert isinstance(page, CheckPage)
    found = {(row[0].value, row[1].value, row[2].value): [cell.value for cell in row] for row in sheet.iter_rows()}
    for group in page.groups:
        for one in group.rows:
            row = found[group.title, one.symbol or None, one.meaning]
            assert row[4] == (None if one.value is None else pytest.approx(one.value, rel=1e-14))
            assert (row[6] or "") == one.formula
            assert (row[9] or "") == one.source


@pytest.mark.parametrize(("name", "path"), example_plans())
def test_numbers_are_numbers_and_no_window_gesture_is_told(name: str, path: Path) -> None:
    book = book_of(load_plan(path)[0])
    for sheet in book:
        for cell in cells(sheet):
            assert cell.data_type in ("s", "n", "d"), (sheet.title, cell.coordinate, cell.value)
            if isinstance(cell.value, float):
                assert math.isfinite(cell.value)
            if isinstance(cell.value, str):
                assert not cell.value.startswith("Drag "), (sheet.title, cell.value)
        chart_sheet = sheet.title in [title for _, title in CHART_PAGES] or sheet.title == "What matters"
        assert bool(sheet._charts) == chart_sheet or sheet.title == "Schedule"


def test_axes_are_logarithmic_where_the_page_says_so_and_titled(distil: tuple[Advice, Any]) -> None:
    advice, book = distil
    for name, title in CHART_PAGES:
        page = advice.pages[name]
        assert isinstance(page, ChartPage)
        shown = (page, *page.variants)
        assert len(book[title]._charts) == len(shown)
        for chart, part in zip(book[title]._charts, shown, strict=True):
            for axis, kind in ((chart.x_axis, part.x_kind), (chart.y_axis, part.y_kind)):
                assert (axis.scaling.logBase == 10) == (kind not in ("loss", "share"))
                assert axis.title is not None
                assert axis.scaling.min < axis.scaling.max
    budget = book["Budget"]._charts[0]
    colors = {series.spPr.ln.solidFill.srgbClr for series in budget.series if series.spPr.ln.solidFill}
    assert {"5C6670", "0072B2", "C07C00", "00966C", "BC5A92", "D55E00"} <= colors


def odd_plan(names: tuple[str, ...], plan_name: str, currency: str = "=USD") -> Plan:
    """Return a plan whose every name is a trap."""
    candidates = tuple(
        Candidate(name=name, parameters=3e9 + 1e8 * i, training_tokens=1e12) for i, name in enumerate(names)
    )
    pins = tuple(Pin(name=name[:80], plan=CLEAR_DISTIL) for name in names[:3])
    teacher = msgspec.structs.replace(CLEAR_DISTIL.teacher, candidates=candidates)
    return msgspec.structs.replace(CLEAR_DISTIL, name=plan_name, currency=currency, teacher=teacher, pins=pins)


@pytest.mark.parametrize("name", FORMULAS)
def test_a_name_is_never_a_formula_a_link_or_a_number(name: str) -> None:
    plan = odd_plan(FORMULAS, name)
    data = workbook_bytes(advise(plan, pages_for(plan)), DATE)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book["Answer"]["A1"].value == name
    assert book["Answer"]["A1"].data_type == "s"
    assert set(FORMULAS) <= set(texts(book["Plan"]))
    assert not [cell for sheet in book for cell in cells(sheet) if cell.data_type == "f" or cell.hyperlink]
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for part in parts.namelist():
            text = parts.read(part).decode()
            if part.startswith("xl/worksheets/sheet"):
                assert "<f>" not in text and "<hyperlink" not in text
            if part.startswith("xl/charts/"):
                for formula in re.findall("<c:f>(.*?)</c:f>", text):
                    assert re.fullmatch(rf"'?({'|'.join(PINNED_SHEETS)})'?![$A-Z0-9:]+", formula), formula
            assert 'TargetMode="External"' not in text


ODD = (
    "a & b &P &D",
    "zwei\nZeilen\t!",
    "\x00\x01\x1f",
    "lone \ud800 half",
    "\ufffe\uffff",
    "😀 שלום",
    "<b>&amp;</b>",
    "_x0041_",
)


@pytest.mark.parametrize("name", [*ODD, "n" * 200, "&" * 200, " "])
def test_any_name_gives_a_workbook_that_opens(name: str) -> None:
    book = book_of(odd_plan((*ODD, "x" * 200), name, "&P=<>"))
    assert book.sheetnames == PINNED_SHEETS
    assert "x" * 200 in texts(book["Plan"])
    assert "a & b &P &D" in texts(book["Plan"])


def test_a_plan_without_hardware_candidates_or_limits_has_a_workbook() -> None:
    book = book_of(CLEAR_DIRECT)
    assert row_of(book["Answer"], "Compute")[3] == pytest.approx(1e21)
    assert row_of(book["Schedule"], "Student training")[2] is None
    assert book["Schedule"]._charts == []


def test_pins_are_lines_of_the_budget(distil: tuple[Advice, Any]) -> None:
    pinned = pin_plan(CLEAR_DISTIL)
    before = len(distil[1]["Budget"]._charts[0].series)
    assert len(book_of(pinned)["Budget"]._charts[0].series) > before


def pinned_plan() -> Plan:
    """Return a plan with two pins: a smaller student for less time, and one without any answer."""
    smaller = with_value(with_value(CLEAR_DISTIL, "student.parameters", 3e8), "hardware.hours", 48.0)
    nothing = with_value(CLEAR_DISTIL, "hardware.utilization", 0.0)
    pins = (Pin(name="A", plan=smaller), Pin(name="B", plan=nothing))
    return msgspec.structs.replace(CLEAR_DISTIL, pins=pins)


def test_pinned_plans_stand_side_by_side_in_numbers() -> None:
    plan = pinned_plan()
    sheet = book_of(plan)["Compare"]
    assert row_of(sheet, "Quantity") == ["Quantity", "Unit", "This plan", "A", "B"]
    wholes = [plan, plan.pins[0].plan]
    answers = [solve_plan(one) for one in wholes]
    outcomes = [outcome_of(one) for one in answers]
    expected: dict[str, list[float | None]] = {
        "Expected loss": [one.loss for one in outcomes],
        "Low end, 90 %": [one.interval[0] for one in outcomes],
        "High end, 90 %": [one.interval[1] for one in outcomes],
        "Distilling better": [one.probability for one in answers],
        "Cost": [one.cost for one in outcomes],
        "Time": [one.hours for one in outcomes],
        "Compute": [one.flops for one in outcomes],
        "Energy": [one.energy_kwh for one in outcomes],
        "CO₂": [one.carbon_kg for one in outcomes],
        "Student tokens": [one.student_tokens for one in outcomes],
        "Student size": [one.student.parameters for one in wholes],
    }
    for label, numbers in expected.items():
        found = row_of(sheet, label)[2:4]
        assert found == pytest.approx(numbers, rel=1e-12), label
        assert all(isinstance(number, float | int) for number in found), label
    assert [one.distilled for one in outcomes] == [True, False]
    teacher = answers[0].distillation.teacher
    assert row_of(sheet, "Teacher")[2:4] == [teacher.name, "None"]
    assert row_of(sheet, "Teacher size")[2:4] == [teacher.parameters, None]


def test_a_pin_without_an_answer_says_why_and_holds_no_number() -> None:
    sheet = book_of(pinned_plan())["Compare"]
    assert row_of(sheet, "Choice")[4] == "No answer"
    assert row_of(sheet, "Expected loss")[4] == "–"
    assert any(text.startswith("B has no answer: ") for text in texts(sheet))


def test_the_best_of_a_row_is_bold_and_differences_are_in_words() -> None:
    plan = pinned_plan()
    sheet = book_of(plan)["Compare"]
    page = advise(plan, ("compare",)).pages["compare"]
    assert isinstance(page, ComparePage)
    marked = {row.label: [cell.best for cell in row.cells] for row in page.rows if any(c.best for c in row.cells)}
    assert marked
    for label, best in marked.items():
        cells = next(row for row in sheet.iter_rows() if row[0].value == label)[2:]
        assert [bool(cell.font.bold) for cell in cells] == best, label
    notes = {cell.note for row in page.rows for cell in row.cells if cell.note}
    assert notes <= set(texts(sheet))


@pytest.mark.parametrize(("pins", "pages_wide"), [(2, 1), (20, 0)])
def test_many_pins_go_on_over_further_pages(pins: int, pages_wide: int) -> None:
    plan = CLEAR_DISTIL
    for _ in range(pins):
        plan = pin_plan(plan)
    sheet = book_of(plan)["Compare"]
    assert sheet.page_setup.fitToWidth in ((1, None) if pages_wide else (0,))
    assert sheet.freeze_panes == "C5"


def test_without_pins_there_is_nothing_to_compare(distil: tuple[Advice, Any]) -> None:
    assert distil[1].sheetnames == SHEETS
    assert pages_for(CLEAR_DISTIL) == PAGES


def test_the_last_good_answer_says_so_at_its_top_and_on_paper() -> None:
    stale = "This is the last good answer. Correct Time to update it."
    book = book_of(CLEAR_DISTIL, stale=stale)
    assert book["Answer"]["A1"].value == stale
    assert book["Answer"]["A2"].value == CLEAR_DISTIL.name
    assert {sheet.oddHeader.center.text for sheet in book} == {"Last good answer"}
    assert {sheet.oddHeader.center.text for sheet in book_of(CLEAR_DISTIL)} == {None}


def test_sheet_names_in_any_language_are_ones_a_spreadsheet_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    def other_words(context: str, text: str, comment: str, n: int) -> str:
        name = "[Ĉio pri la demando: ĉu/ĉe/kie?*] pli" if comment == "name of a sheet" else text
        return in_english(context, name, comment, n)

    before = use(Language(other_words))
    try:
        book = book_of(pinned_plan())
    finally:
        use(before)
    names = book.sheetnames
    assert len(names) == len(PINNED_SHEETS) == len({name.casefold() for name in names})
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_the_same_answer_and_date_give_the_same_bytes() -> None:
    advice = advise(TIE, PAGES)
    assert workbook_bytes(advice, DATE) == workbook_bytes(advice, DATE)
    assert workbook_bytes(advice, DATE) != workbook_bytes(advice, datetime.date(2027, 3, 8))


def test_no_socket_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert workbook_bytes(advise(CLEAR_DISTIL, PAGES), DATE)


def test_the_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "answer.xlsx"
    advice = advise(TIE, PAGES)
    write_workbook(advice, target, DATE)
    written = target.read_bytes()
    assert written == workbook_bytes(advice, DATE)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="No space"):
        write_workbook(advise(CLEAR_DISTIL, PAGES), target, DATE)
    assert target.read_bytes() == written
    assert [path.name for path in tmp_path.iterdir()] == ["answer.xlsx"]


def test_pages_needed_are_those_there_are() -> None:
    advice = advise(CLEAR_DISTIL, PAGES)
    assert set(advice.pages) == set(PAGES)
    assert all(page_as_json(page) for page in advice.pages.values())
