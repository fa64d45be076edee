"""Exports: the plan's answer or one that says it is older, off the window's thread, failures told, nothing lost."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from advisor.budget import budget
from advisor.evidence import SUPERVISED, THIS_PLAN
from advisor.headless import answer
from advisor.pins import pin_plan
from advisor.plan_edit import with_value
from advisor.plan_file import example_plans, load_plan, save_plan
from advisor.recommendation import SCENARIOS
from advisor.report import colors
from advisor.report.plan_inputs import PlanInput, plan_inputs
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE
from tests.advisor.random_plans import random_plan
from ui import exports, file_messages
from ui.chart_colors import LIGHT_HEAT, area_fill, curve_colors
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.main_window import MainWindow
from ui.plan_panel import PlanPanel
from ui.settings import MemoryStore, Settings
from ui.text_entry import TextEntry
from ui.theme import LIGHT

EXAMPLES = {path.stem: load_plan(path)[0] for _, path in example_plans()}
PLANS = {"distil": CLEAR_DISTIL, "direct": CLEAR_DIRECT, "tie": TIE, **EXAMPLES}
PLANS |= {f"random {seed}": random_plan(seed, candidates=seed % 3 == 0) for seed in range(16)}


class Bench:
    """A window with an answered plan; where it writes is chosen beforehand."""

    def __init__(self, qtbot: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.asked: list[str] = []
        self.chosen = ""
        self.settings = Settings(MemoryStore())
        self.settings.folder = folder
        self.runner = ComputeRunner()
        self.document = Document()
        self.window = MainWindow(self.document, self.runner, self.settings)
        self.window.show()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._choose)
        self.document.new(CLEAR_DISTIL)
        self.wait()

    def _choose(self, parent: object, title: str, start: str, kinds: str) -> tuple[str, str]:
        self.asked.append(start)
        return self.chosen, ""

    def wait(self) -> None:
        window = self.window
        self.qtbot.waitUntil(lambda: window.flow.state.value in ("fresh", "problem", "failed"), timeout=10_000)

    def done(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.exports.busy, timeout=10_000)

    def export(self, action: str, name: str = "") -> None:
        self.chosen = str(self.folder / name) if name else ""
        getattr(self.window.actions_by_name, action).trigger()
        self.done()

    def type(self, field: str, text: str) -> None:
        entry = next(e for e in self.window.panel.row(field).entries() if e.field == field)
        assert isinstance(entry, TextEntry)
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
        entry.selectAll()
        QTest.keyClicks(entry, text)
        self.wait()

    @property
    def told(self) -> str:
        return self.window.status._note.text()

    @property
    def shown(self) -> tuple[str, ...]:
        return self.window.messages.shown


@pytest.fixture
def bench(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    QApplication.clipboard().clear()
    bench = Bench(qtbot, tmp_path, monkeypatch)
    yield bench
    bench.window.exports.stop()
    bench.window.reports.stop() if hasattr(bench.window, "reports") else None
    bench.runner.shut_down()
    bench.window.hide()
    bench.window.deleteLater()


def headless(bench: Bench) -> str:
    path = bench.folder / "same.distill"
    save_plan(bench.document.plan, path)
    out = io.StringIO()
    assert answer(path, curves=True, out=out) == 0
    return out.getvalue()


def test_the_workbook_is_the_answer_of_this_plan(bench: Bench) -> None:
    bench.export("export_workbook", "meeting.xlsx")
    book = openpyxl.load_workbook(bench.folder / "meeting.xlsx")
    losses = [row[3].value for row in book["Answer"].iter_rows() if str(row[0].value).startswith("Distil 2.")]
    assert losses == pytest.approx([json.loads(headless(bench))["distillation"]["loss"]], rel=1e-14)
    assert bench.told == "The answer was saved as meeting.xlsx"
    assert bench.asked == [str(bench.folder / "Untitled plan.xlsx")]
    assert bench.document.undo_stack.count() == 0


def test_json_is_exactly_what_headless_prints(bench: Bench) -> None:
    bench.export("export_json", "answer.json")
    assert (bench.folder / "answer.json").read_text("utf-8") == headless(bench)


def test_a_missing_ending_is_added_and_its_file_not_overwritten_unasked(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bench.folder / "meeting.xlsx").write_text("older")
    replies = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: replies.pop(0))
    bench.export("export_workbook", "meeting")
    assert (bench.folder / "meeting.xlsx").read_text() == "older"
    bench.export("export_workbook", "meeting")
    assert (bench.folder / "meeting.xlsx").read_bytes().startswith(b"PK")
    assert replies == []


def test_nothing_happens_when_no_place_is_chosen(bench: Bench) -> None:
    bench.export("export_workbook")
    assert list(bench.folder.iterdir()) == []
    assert bench.shown == ()


def test_text_and_picture_come_to_the_clipboard(bench: Bench) -> None:
    bench.export("copy_text")
    text = QApplication.clipboard().text()
    assert text.startswith(bench.document.plan.name)
    assert bench.document.advice is not None
    assert bench.document.advice.answer.headline in text
    assert bench.told == "The answer was copied as text"
    bench.export("copy_picture")
    image = QApplication.clipboard().image()
    card = bench.window.view.card.size()
    assert (image.width(), image.height()) == (2 * card.width(), 2 * card.height())
    seen = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(seen) > 10
    assert bench.told == "The answer was copied as a picture"


def test_the_keys_copy_the_answer(bench: Bench) -> None:
    QTest.keyClick(bench.window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    bench.done()
    assert QApplication.clipboard().text().startswith(bench.document.plan.name)


STALE = "This is the last good answer, for 5 days. Correct Time to update it."


def test_a_mistake_in_the_plan_exports_the_last_good_answer_and_says_so(bench: Bench) -> None:
    current = json.loads(headless(bench))
    bench.type("hardware.hours", "5 dasy")
    bench.export("export_workbook", "old.xlsx")
    assert bench.told == "The last good answer was saved as old.xlsx"
    assert openpyxl.load_workbook(bench.folder / "old.xlsx")["Answer"]["A1"].value == STALE
    bench.export("export_json", "old.json")
    written = json.loads((bench.folder / "old.json").read_text("utf-8"))
    assert next(iter(written.items())) == ("stale", STALE)
    assert written == {"stale": STALE, **current}
    bench.export("copy_text")
    assert QApplication.clipboard().text().splitlines()[0] == STALE
    assert bench.told == "The last good answer was copied as text"
    bench.export("copy_picture")
    assert not QApplication.clipboard().image().isNull()
    assert bench.told == "The last good answer was copied as a picture"
    assert bench.shown == ()


def test_the_answer_of_a_plan_that_cannot_be_computed_is_the_last_good_one(bench: Bench) -> None:
    before = bench.document.plan
    bench.document.edit(with_value(before, "hardware.utilization", 0.0), "Compute nothing")
    bench.wait()
    assert bench.window.flow.state.value == "problem"
    bench.export("export_json", "old.json")
    written = json.loads((bench.folder / "old.json").read_text("utf-8"))
    assert written.pop("stale").startswith("This is the last good answer.")
    bench.document.edit(before, "Back")
    assert written == json.loads(headless(bench))


@pytest.mark.parametrize("action", ["export_workbook", "export_json", "copy_text", "copy_picture"])
def test_without_any_answer_nothing_is_given_out(bench: Bench, action: str) -> None:
    bench.type("hardware.hours", "5 dasy")
    bench.document.advice = None
    bench.export(action, "none.xlsx")
    assert bench.shown[-1] == "no_export"
    assert bench.window.messages.text == "There is nothing to export yet: correct Time first."
    assert bench.asked == []
    assert list(bench.folder.iterdir()) == []
    assert QApplication.clipboard().text() == "" and QApplication.clipboard().image().isNull()
    bench.type("hardware.hours", "6 days")
    assert "no_export" not in bench.shown


def test_the_workbook_of_a_plan_with_pins_compares_them(bench: Bench) -> None:
    bench.document.edit(pin_plan(bench.document.plan), "Pin plan")
    bench.wait()
    bench.export("export_workbook", "pins.xlsx")
    assert "Compare" in openpyxl.load_workbook(bench.folder / "pins.xlsx").sheetnames


def test_the_answer_is_that_of_the_plan_when_it_was_asked_for(bench: Bench) -> None:
    bench.chosen = str(bench.folder / "first.json")
    before = bench.document.plan
    bench.window.actions_by_name.export_json.trigger()
    bench.document.edit(with_value(before, "student.parameters", 3e9), "Smaller")
    bench.done()
    bench.wait()
    written = (bench.folder / "first.json").read_text("utf-8")
    bench.document.edit(before, "Back")
    assert written == headless(bench)


def test_everything_asked_for_is_made_one_after_the_other_off_the_windows_thread(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    real = exports.make

    def watched(request: Any, should_stop: Any) -> Any:
        threads.append(threading.get_ident())
        return real(request, should_stop)

    monkeypatch.setattr(exports, "make", watched)
    for name in ("a.json", "b.json"):
        bench.chosen = str(bench.folder / name)
        bench.window.actions_by_name.export_json.trigger()
    bench.window.actions_by_name.copy_text.trigger()
    bench.done()
    assert (bench.folder / "a.json").read_bytes() == (bench.folder / "b.json").read_bytes()
    assert QApplication.clipboard().text()
    assert len(threads) == 3
    assert threading.get_ident() not in threads


def test_a_file_that_cannot_be_written_is_told_and_can_be_put_elsewhere(bench: Bench) -> None:
    (bench.folder / "taken.xlsx").mkdir()
    bench.export("export_workbook", "taken.xlsx")
    assert "export_failed" in bench.shown
    assert (bench.folder / "taken.xlsx").is_dir()
    bench.chosen = str(bench.folder / "free.xlsx")
    bench.window.messages.chosen.emit("export_failed", file_messages.elsewhere())
    bench.done()
    assert (bench.folder / "free.xlsx").read_bytes().startswith(b"PK")
    assert "export_failed" not in bench.shown


def test_trying_again_writes_to_the_same_place(bench: Bench) -> None:
    place = bench.folder / "gone" / "answer.json"
    bench.chosen = str(place)
    bench.window.actions_by_name.export_json.trigger()
    bench.done()
    assert "export_failed" in bench.shown
    place.parent.mkdir()
    bench.window.messages.chosen.emit("export_failed", file_messages.try_again())
    bench.done()
    assert place.exists()
    assert len(bench.asked) == 1


def test_an_unexpected_failure_is_told_and_the_next_export_works(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    real = exports._json

    def broken(request: Any) -> bytes:
        raise RuntimeError("a bug")

    monkeypatch.setattr(exports, "_json", broken)
    bench.export("export_json", "a.json")
    assert "export_failed" in bench.shown
    monkeypatch.setattr(exports, "_json", real)
    bench.export("export_json", "a.json")
    assert "export_failed" not in bench.shown
    assert (bench.folder / "a.json").exists()


def test_closing_the_window_finishes_the_file_that_is_being_written(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered, go_on = threading.Event(), threading.Event()
    real = exports._json

    def slow(request: Any) -> bytes:
        entered.set()
        assert go_on.wait(10)
        return real(request)

    monkeypatch.setattr(exports, "_json", slow)
    bench.chosen = str(bench.folder / "last.json")
    bench.window.actions_by_name.export_json.trigger()
    assert entered.wait(10)
    threading.Timer(0.05, go_on.set).start()
    bench.window.exports.stop()
    assert json.loads((bench.folder / "last.json").read_text("utf-8"))["version"] == 1


# What a report says is what the window shows


@pytest.mark.parametrize("name", PLANS)
def test_inputs_have_the_windows_names_and_badges(qtbot: Any, name: str) -> None:
    plan = PLANS[name]
    panel = PlanPanel()
    qtbot.addWidget(panel)
    panel.show_plan(plan)
    rows: dict[Any, list[PlanInput]] = {}
    for item in plan_inputs(plan, budget(plan)):
        rows.setdefault(panel.row(item.field), []).append(item)
    for row, items in rows.items():
        assert {item.label.split(":")[0] for item in items} == {row.label_text}
        origins = [item.origin for item in items]
        assert row.badge == ("typed" if "typed" in origins else origins[0]), row.label_text
        assert any(row in group.rows() and items[0].group == group._title.text() for group in panel.groups)


@pytest.mark.parametrize("name", PLANS)
def test_inputs_say_the_values_the_window_says(qtbot: Any, name: str) -> None:
    plan = PLANS[name]
    panel = PlanPanel()
    qtbot.addWidget(panel)
    panel.show_plan(plan)
    for item in plan_inputs(plan, budget(plan)):
        entries = {entry.field: entry for entry in panel.row(item.field).entries()}
        if item.field in entries and item.field != "hardware.accelerator":
            entry = entries[item.field]
            assert item.text == (entry.text() or entry.placeholderText()), item.field


def test_every_field_of_the_panel_is_an_input() -> None:
    panel = PlanPanel()
    plan = with_value(CLEAR_DISTIL, "budget_flops", 1e21)
    listed = {item.field.split("[")[0] for item in plan_inputs(plan, budget(plan))}
    edited = {field.split("[")[0] for group in panel.groups for row in group.rows() for field in row.fields()}
    assert edited - {"teacher.candidates"} <= listed
    panel.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_workbooks_colours_are_the_windows() -> None:
    for key in (SUPERVISED, THIS_PLAN, *SCENARIOS):
        assert colors.line_color(key) == curve_colors(LIGHT, key)[0]
    for key, color in colors.PHASES.items():
        assert color == area_fill(LIGHT, key)
    own = (colors.LOW_WEAK, colors.LOW_STRONG, colors.HIGH_WEAK, colors.HIGH_STRONG, colors.NEUTRAL)
    assert own == tuple(vars(LIGHT_HEAT).values())
    roles = {"INK": "ink", "MUTED": "muted", "TINT": "tint", "HAIRLINE": "hairline", "GRID": "grid"}
    roles |= {"WARNING_TEXT": "warning_text", "WARNING_FILL": "warning_fill"}
    for own_name, role in roles.items():
        assert getattr(colors, own_name) == getattr(LIGHT, role)
