"""The report on paper: its words can be copied, nothing is cut, and the menu writes it whole or says why not."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from advisor.evidence import Advice
from advisor.pins import pin_plan
from advisor.plan import Candidate, Plan
from advisor.plan_edit import with_value
from advisor.plan_file import example_plans, load_plan
from advisor.quantities import format_loss, format_range
from advisor.recommend import recommend
from advisor.report.document import ReportRequest, make_report
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.main_window import MainWindow
from ui.report_actions import a4_kind, letter_kind
from ui.report_layout import SIDE, TOP, ReportLayout
from ui.report_pdf import A4, DPI, LETTER, paper_called, pdf_bytes, usual_paper
from ui.settings import MemoryStore, Settings
from ui.theme import DARK, LIGHT, apply_theme

PDFTOTEXT = shutil.which("pdftotext")
DAY = datetime.date(2026, 11, 24)
EXAMPLES = [load_plan(path)[0] for _, path in example_plans()]
LONG = "A teacher whose name goes on and on " * 5
LONG_NAMES = with_value(
    with_value(CLEAR_DISTIL, "name", "A plan whose name goes on and on " * 6),
    "teacher.candidates",
    (Candidate(name=LONG.strip(), parameters=7e9, training_tokens=15e12), *CLEAR_DISTIL.teacher.candidates),
)
MANY = with_value(
    CLEAR_DISTIL,
    "teacher.candidates",
    tuple(Candidate(name=f"Teacher {i}", parameters=1e9 + 3e8 * i, training_tokens=5e12) for i in range(200)),
)


def pinned(plan: Plan, count: int) -> Plan:
    for _ in range(count):
        plan = pin_plan(plan)
    return plan


HARD = [LONG_NAMES, MANY, pinned(CLEAR_DISTIL, 26), pinned(CLEAR_DIRECT, 26), CLEAR_DIRECT, TIE, CLEAR_DISTIL]
PAPERS = [A4, LETTER]


def layout_of(plan: Plan, paper: QPageSize.PageSizeId = A4) -> ReportLayout:
    return ReportLayout(make_report(ReportRequest(plan, DAY)), QPageSize(paper).size(QPageSize.Unit.Inch) * DPI)


def text_of(data: bytes, tmp_path: Path) -> str:
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    assert PDFTOTEXT is not None
    result = subprocess.run([PDFTOTEXT, "-layout", str(path), "-"], capture_output=True, check=True)
    return result.stdout.decode().replace("\u00a0", " ")


@pytest.fixture(autouse=True)
def dressed(qapp: Any) -> Iterator[None]:
    """Paper is white while the window is dark, and takes no features from the window's font."""
    apply_theme(qapp, DARK)
    yield
    apply_theme(qapp, LIGHT)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", [*HARD, *EXAMPLES], ids=range(len(HARD) + len(EXAMPLES)))
def test_two_pages_then_the_appendix(plan: Plan, paper: QPageSize.PageSizeId) -> None:
    titles = [page.title for page in layout_of(plan, paper).pages]
    assert titles[:3] == ["The answer", "Evidence and alternatives", "Appendix"]
    assert set(titles[3:]) == {"Appendix"}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", [*HARD, *EXAMPLES], ids=range(len(HARD) + len(EXAMPLES)))
def test_nothing_is_cut_and_nothing_overlaps(plan: Plan, paper: QPageSize.PageSizeId) -> None:
    layout = layout_of(plan, paper)
    for page in layout.pages:
        bottom = TOP
        for placed in page.placed:
            assert placed.rect.top() >= bottom - 1e-6
            bottom = placed.rect.bottom()
            assert all(text.widest <= placed.rect.width() + 1 for text in placed.piece.texts)
        assert bottom <= TOP + layout.height + 1e-6
        assert page.placed[-1].piece.keep is False, "a heading stands alone at the foot of a page"


def test_a_table_that_goes_on_repeats_its_headings() -> None:
    long = [page for page in layout_of(CLEAR_DISTIL).pages if page.texts()[:2] == ["Symbol", "Quantity"]]
    assert len(long) > 1


def test_long_names_are_shortened_on_the_second_page_only() -> None:
    pages = layout_of(LONG_NAMES).pages
    assert any(text.endswith("…") for text in pages[1].texts())
    assert any(LONG.strip() == text for page in pages[2:] for text in page.texts())
    assert LONG.strip() in " ".join(pages[0].texts())


@pytest.mark.skipif(PDFTOTEXT is None, reason="reading a PDF back needs poppler's pdftotext")
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("plan", [CLEAR_DISTIL, CLEAR_DIRECT, TIE, EXAMPLES[2]], ids=range(4))
def test_words_and_numbers_can_be_copied_and_are_the_headless_answers(
    plan: Plan, paper: QPageSize.PageSizeId, tmp_path: Path
) -> None:
    text, answer = text_of(pdf_bytes(make_report(ReportRequest(plan, DAY)), paper), tmp_path), recommend(plan)
    first = text.split("\f")[0]
    joined = " ".join(first.split())
    assert answer.verdict.headline in joined
    for part in (answer.distillation, answer.supervised):
        assert format_loss(part.loss) in first
        assert f"90 % range {format_range(*part.loss_interval, format_loss)}" in first
    for warning in answer.warnings:
        assert " ".join(warning.message.split()) in " ".join(text.split("\f")[1].split())
    pages = text.rstrip("\f").split("\f")
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    assert "Train directly" in first
    assert " ".join(plan.name.split()) in first
    assert "24 November 2026" in pages[-1]


@pytest.mark.skipif(PDFTOTEXT is None, reason="reading a PDF back needs poppler's pdftotext")
def test_charts_are_letters_and_each_word_is_there_once(tmp_path: Path) -> None:
    text = text_of(pdf_bytes(make_report(ReportRequest(CLEAR_DISTIL, DAY))), tmp_path)
    first = text.split("\f")[0]
    assert "Student loss, nats per token (lower is better)" in first
    assert first.count("Lines cross at") == 1
    assert "This plan: 5 days, 2.6 × 10²¹ FLOPs" in first
    assert "Drag" not in text
    assert "c0" in text, "what stands below the line can be copied too"
    assert "24,181" in text


def test_the_file_is_small_and_holds_no_pictures() -> None:
    data = pdf_bytes(make_report(ReportRequest(CLEAR_DISTIL, DAY)))
    assert data.startswith(b"%PDF-1.")
    assert len(data) < 400_000
    assert b"/Subtype /Image" not in data


@pytest.fixture
def window(qtbot: Any) -> Iterator[MainWindow]:
    document, runner = Document(), ComputeRunner()
    window = MainWindow(document, runner, Settings(MemoryStore()))
    window.show()
    document.new(CLEAR_DISTIL)
    qtbot.waitUntil(lambda: window.status.state == "fresh", timeout=10_000)
    yield window
    window.reports.stop()
    assert runner.shut_down()
    window.hide()
    window.deleteLater()


def type_wrong_time(qtbot: Any, window: MainWindow) -> None:
    field = window.panel.row("hardware.hours").entries()[0]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "5 dasy")


def choose(
    monkeypatch: pytest.MonkeyPatch, path: Path | str, chosen: str = "PDF on A4 (*.pdf)"
) -> list[tuple[Any, ...]]:
    asked: list[tuple[Any, ...]] = []

    def answer(*arguments: Any) -> tuple[str, str]:
        asked.append(arguments)
        return str(path), chosen

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def test_the_menu_writes_the_report_by_keyboard(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = choose(monkeypatch, tmp_path / "for the meeting")
    action = window.actions_by_name.report
    assert action.shortcut().toString() == "Ctrl+Shift+E"
    with qtbot.waitSignal(window.reports.done, timeout=20_000):
        qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (tmp_path / "for the meeting.pdf").read_bytes().startswith(b"%PDF")
    assert asked[0][2].endswith("Untitled plan.pdf")
    assert not window.messages.shown


def test_letter_is_offered_and_taken(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(monkeypatch, tmp_path / "letter.pdf", letter_kind())
    with qtbot.waitSignal(window.reports.done, timeout=20_000):
        window.actions_by_name.report.trigger()
    assert b"/MediaBox [0 0 612.000000 792" in (tmp_path / "letter.pdf").read_bytes()


@pytest.mark.parametrize("kind", [a4_kind, letter_kind])
def test_the_paper_used_last_is_offered_first(
    qtbot: Any,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    kind: Callable[[], str],
) -> None:
    choose(monkeypatch, tmp_path / "first.pdf", kind())
    with qtbot.waitSignal(window.reports.done, timeout=20_000):
        window.actions_by_name.report.trigger()
    asked = choose(monkeypatch, tmp_path / "second.pdf", "")  # as on desktops that do not tell which line was chosen
    with qtbot.waitSignal(window.reports.done, timeout=20_000):
        window.actions_by_name.report.trigger()
    assert asked[0][3].split(";;")[0] == kind()
    boxes = [re.findall(rb"/MediaBox \[[^]]*\]", (tmp_path / f"{n}.pdf").read_bytes())[0] for n in ("first", "second")]
    assert boxes[0] == boxes[1]


def test_a_damaged_paper_is_the_regions_usual_one(window: MainWindow, tmp_path: Path) -> None:
    window.reports._settings.report_paper = "A0 or so"
    assert paper_called(window.reports._settings.report_paper) is None
    window.reports.save_as(tmp_path / "report.pdf")
    assert window.reports._paper == usual_paper()


def test_giving_the_dialog_up_makes_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "")
    window.actions_by_name.report.trigger()
    assert not window.reports.busy


def test_a_place_that_cannot_be_written_is_told_and_can_be_tried_again(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "not there yet"
    choose(monkeypatch, folder / "report.pdf")
    with qtbot.waitSignal(window.reports.done, timeout=20_000):
        window.actions_by_name.report.trigger()
    assert window.messages.shown == ("report_not_saved",)
    folder.mkdir()
    with qtbot.waitSignal(window.reports.done, timeout=20_000):
        window.messages.buttons[1].click()
    assert (folder / "report.pdf").exists()
    assert window.messages.shown == ()
    assert [path.name for path in folder.iterdir()] == ["report.pdf"]


def test_with_a_mistake_in_the_plan_the_report_is_on_the_last_good_answer_and_says_so(
    qtbot: Any, window: MainWindow, tmp_path: Path
) -> None:
    seen: list[Any] = []
    type_wrong_time(qtbot, window)
    qtbot.waitUntil(lambda: window.status.state == "stale", timeout=10_000)
    window.reports._runner = runner = ComputeRunner(lambda request, should_stop: seen.append(request), window.reports)
    runner.result_ready.connect(window.reports._given_up)
    with qtbot.waitSignal(window.reports.done, timeout=20_000):
        window.reports.save_as(tmp_path / "report.pdf")
    assert seen[0].plan == CLEAR_DISTIL
    assert seen[0].stale == "This is the last good answer, for 5 days. Correct Time to update it."


def test_without_any_answer_there_is_no_report(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = choose(monkeypatch, tmp_path / "report.pdf")
    type_wrong_time(qtbot, window)
    qtbot.waitUntil(lambda: window.status.state == "stale", timeout=10_000)
    window.document.advice = None
    window.actions_by_name.report.trigger()
    window.actions_by_name.print.trigger()
    assert asked == []
    assert window.messages.shown[-1] == "no_report"
    assert "correct Time first" in window.messages.text


def test_a_failing_computation_is_told_in_words(qtbot: Any, window: MainWindow, tmp_path: Path) -> None:
    def fail(request: ReportRequest, should_stop: Any) -> Advice:
        raise RuntimeError("broken on purpose")

    window.reports._runner = ComputeRunner(fail, window.reports)
    window.reports._listen(window.reports._runner)
    with qtbot.waitSignal(window.reports.done, timeout=20_000):
        window.reports.save_as(tmp_path / "report.pdf")
    assert window.messages.shown == ("report_failed",)
    assert "broken" not in window.messages.text
    assert not (tmp_path / "report.pdf").exists()
    assert not window.reports.busy


def test_a_page_that_cannot_be_drawn_is_told(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*arguments: Any) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(ReportLayout, "paint", fail)
    with qtbot.waitSignal(window.reports.done, timeout=20_000):
        window.reports.save_as(tmp_path / "report.pdf")
    assert window.messages.text == "The report was not made: page 1 cannot be drawn."
    assert list(tmp_path.iterdir()) == []


def test_printing_goes_through_the_print_dialog(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        dialog.printer().setPageSize(QPageSize(LETTER))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    with qtbot.waitSignal(window.reports.done, timeout=20_000):
        window.actions_by_name.print.trigger()
    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    if PDFTOTEXT is not None:
        assert "Distil from the 8B teacher" in text_of(data, tmp_path)


def test_paper_is_laid_out_to_the_margins() -> None:
    layout = layout_of(CLEAR_DISTIL)
    assert layout.size == QSizeF(QPageSize(A4).size(QPageSize.Unit.Inch) * DPI)
    assert {placed.rect.left() for page in layout.pages for placed in page.placed} == {SIDE}
