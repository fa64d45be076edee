"""What the groups of the plan panel do together: presets, budget, sizes, what is unused, folding, keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor.budget import budget, plan_with_compute
from advisor.flops import non_embedding_parameters
from advisor.plan import Plan, Student
from advisor.plan_edit import NEW_PLAN, with_value
from advisor.plan_file import example_plans
from advisor.quantities import format_money
from advisor.student_size import largest_student
from tests.ui.panel_bench import EXAMPLE, Bench, connected, type_text
from tests.ui.test_plan_panel import TEXT_FIELDS
from ui.choice_row import DropDown
from ui.segmented import Segmented
from ui.text_entry import TextEntry
from ui.theme import DARK


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    bench = connected(qtbot, EXAMPLE)
    yield bench
    bench.panel.hide()


def test_picking_an_accelerator_drops_what_was_known_of_the_old_one(bench: Bench) -> None:
    type_text(bench.entry("hardware.peak_tflops"), "500")
    bench.entry("hardware.accelerator").choose("a100-80gb-sxm")  # type: ignore[attr-defined]
    assert bench.value("hardware.accelerator") == "a100-80gb-sxm"
    assert bench.value("hardware.peak_tflops") is None
    assert "312 TFLOP/s" in bench.row("hardware.accelerator").echo


def test_custom_keeps_the_last_peak_as_a_typed_one(bench: Bench) -> None:
    bench.entry("hardware.accelerator").choose(None)  # type: ignore[attr-defined]
    assert bench.value("hardware.accelerator") is None
    assert bench.value("hardware.peak_tflops") == 989.0
    assert not bench.panel.problems


def test_presets_follow_accelerator_and_count(bench: Bench) -> None:
    row = bench.row("hardware.utilization")
    assert row.echo == "Presets for 16 of these: 24 %, 39.3 %, 48.3 %"
    low, typical, high = bench.panel.findChildren(Segmented)[0].buttons()
    high.click()
    presets = budget(EXAMPLE).presets
    assert presets is not None
    assert bench.value("hardware.utilization") == presets[2]
    typical.click()
    assert bench.value("hardware.utilization") is None
    assert row.badge == "default"
    assert bench.entry("hardware.utilization").text() == "39.3 %"
    type_text(bench.entry("hardware.count"), "512")
    assert bench.entry("hardware.utilization").text() == "30 %"
    assert typical.isChecked()
    assert not low.isChecked()


def test_a_measured_speed_makes_utilisation_unused(bench: Bench) -> None:
    type_text(bench.entry("hardware.measured_tflops"), "400")
    row = bench.row("hardware.utilization")
    assert row.badge == "unused"
    assert not bench.entry("hardware.utilization").isEnabled()


def test_the_price_says_where_its_default_comes_from(bench: Bench) -> None:
    row = bench.row("hardware.price_per_hour")
    assert bench.entry("hardware.price_per_hour").text() == "$3.50 per GPU-hour"
    assert row.echo == "Catalogue 2026-11, seen from $2.40 to $12.29"
    assert row.badge == "default"


def test_the_budget_follows_every_keystroke_and_stays_with_the_last_good_plan(bench: Bench) -> None:
    box = bench.panel.groups[0].budget_box  # type: ignore[attr-defined]
    assert box.text == "2.60 × 10²¹ FLOPs · 1,920 GPU-hours · $6,720 · 1.61 MWh"
    type_text(bench.entry("hardware.hours"), "10 days")
    assert box.text.startswith("5.20 × 10²¹ FLOPs · 3,840 GPU-hours")
    type_text(bench.entry("hardware.hours"), "0 h")
    assert [problem.field for problem in bench.panel.problems] == ["hardware.hours"]
    bench.panel.set_stale(True)
    assert box.text.startswith("5.20 × 10²¹ FLOPs")
    assert box.text.endswith("for 10 days")
    bench.panel.set_stale(False)
    assert "for 10 days" not in box.text


def test_compute_can_be_given_instead_of_time(bench: Bench) -> None:
    box = bench.panel.groups[0].budget_box  # type: ignore[attr-defined]
    assert bench.row("budget_flops").isHidden()
    box.switch.click()
    assert bench.document.plan.budget_flops == budget(EXAMPLE).compute_flops
    assert not bench.row("budget_flops").isHidden()
    type_text(bench.entry("budget_flops"), "5.2e21")
    assert bench.value("budget_flops") == 5.2e21
    assert bench.row("hardware.hours").badge == "derived"
    assert bench.entry("hardware.hours").text().startswith("10")
    box.switch.click()
    assert bench.document.plan == EXAMPLE
    assert bench.entry("hardware.hours").text() == "5 days"


def test_a_plan_of_compute_alone_can_gain_hardware(qtbot: QtBot) -> None:
    bench = connected(qtbot, Plan(student=Student(parameters=1e9), budget_flops=1e21))
    assert bench.row("hardware.accelerator").isHidden()
    bench.panel.groups[0].budget_box.switch.click()  # type: ignore[attr-defined]
    assert bench.document.plan.hardware == NEW_PLAN.hardware
    assert bench.document.plan.budget_flops is None
    assert not bench.row("hardware.accelerator").isHidden()


def test_a_dragged_budget_shows_its_time(bench: Bench) -> None:
    bench.document.edit(plan_with_compute(EXAMPLE, 5.123456e21), "Drag the budget", "drag")
    assert bench.entry("hardware.hours").text() == "9.86 days"
    assert bench.row("hardware.hours").echo == "≈ 237 hours"
    type_text(bench.entry("hardware.hours"), "1000.5 h")
    assert bench.row("hardware.hours").echo == "= 1,000.5 hours"


def test_size_may_be_counted_with_embeddings(bench: Bench) -> None:
    assert bench.row("student.parameters").echo == "= 7,000,000,000 without embeddings, 7.14B with"
    segments = next(s for s in bench.panel.findChildren(Segmented) if s.buttons()[1].text() == "Counted")
    segments.buttons()[1].click()
    assert not bench.edits
    type_text(bench.entry("student.parameters"), "8B")
    expected = float(non_embedding_parameters(8e9, EXAMPLE.architecture))
    assert bench.value("student.parameters") == pytest.approx(expected)
    assert bench.entry("student.parameters").text() == "8B"
    assert bench.row("student.parameters").echo.startswith("= 8,000,000,000 with embeddings")
    segments.buttons()[0].click()
    assert bench.entry("student.parameters").text() == "7.86B"


def test_the_largest_student_that_fits(bench: Bench) -> None:
    row = bench.row("student.memory_gb")
    assert not row.use_button.isEnabled()  # type: ignore[attr-defined]
    type_text(bench.entry("student.memory_gb"), "2 GB")
    assert row.echo.startswith("Too large")
    row.use_button.click()  # type: ignore[attr-defined]
    assert bench.value("student.parameters") == largest_student(2, 4, EXAMPLE.architecture)
    assert row.echo.startswith("Fits: 2 GB of weights")
    assert not row.use_button.isEnabled()  # type: ignore[attr-defined]


def test_fields_that_do_not_apply_are_unused(bench: Bench) -> None:
    assert bench.row("data.allow_repeats").badge == "unused"
    assert bench.row("data.teacher_tokens").badge == "unused"
    assert bench.row("teacher.max_training_tokens").badge == "unused"
    type_text(bench.entry("data.student_tokens"), "20B")
    assert bench.row("data.allow_repeats").badge == "default"
    bench.document.edit(with_value(bench.document.plan, "teacher.exists", False), "Change Exists")
    assert bench.row("data.teacher_tokens").badge == "default"
    assert not bench.row("data.teacher_tokens").isHidden()
    assert not bench.panel.row("teacher.candidates").view.isEnabled()  # type: ignore[attr-defined]


def test_sharing_says_what_this_student_pays(bench: Bench) -> None:
    plan = with_value(with_value(EXAMPLE, "teacher.exists", False), "teacher.students", 4)
    bench.document.edit(plan, "")
    assert bench.row("teacher.students").echo == "Pays 25 % of the training, all of the outputs"
    assert not bench.row("teacher.share_outputs").isHidden()


def test_more_unfolds_and_folds(bench: Bench) -> None:
    group = bench.panel.groups[0]
    row = bench.row("hardware.contingency")
    assert row.isHidden()
    group.more_button.click()
    assert not row.isHidden()
    group.more_button.click()
    assert row.isHidden()


@pytest.mark.parametrize("name", [name for name, _, _ in TEXT_FIELDS])
def test_going_to_a_field_unfolds_it_and_gives_it_the_keyboard(bench: Bench, name: str) -> None:
    bench.panel.focus_field(name)
    assert not bench.row(name).isHidden()
    assert bench.panel.focusWidget() in bench.row(name).entries()


def test_going_to_an_unknown_field_does_nothing(bench: Bench) -> None:
    bench.panel.focus_field("no.such.field")
    assert not bench.edits


def test_every_field_of_the_plan_has_its_place(bench: Bench) -> None:
    for section in ("hardware", "data", "student", "teacher", "architecture"):
        for name in getattr(EXAMPLE, section).__struct_fields__:
            if name != "unknown":
                assert bench.panel.row(f"{section}.{name}")


def test_an_example_can_be_asked_for(bench: Bench) -> None:
    asked: list[object] = []
    bench.panel.example_requested.connect(asked.append)
    bench.panel.examples_menu.actions()[1].trigger()
    assert asked == [example_plans()[1][1]]


def test_everything_has_a_name_to_be_heard(bench: Bench) -> None:
    for group in bench.panel.groups:
        group.unfold()
    nameless = [
        widget
        for widget in bench.panel.findChildren(TextEntry) + bench.panel.findChildren(DropDown)
        if not widget.accessibleName()
    ]
    assert nameless == []


def test_tab_visits_every_field_once(bench: Bench) -> None:
    for group in bench.panel.groups:
        group.unfold()
    entries = [e for e in bench.panel.findChildren(TextEntry) if e.isEnabled() and e.isVisibleTo(bench.panel)]
    entries[0].setFocus()
    seen = []
    for _ in range(200):
        QTest.keyClick(bench.panel.focusWidget(), Qt.Key.Key_Tab)
        if bench.panel.focusWidget() is entries[0]:
            break
        seen.append(bench.panel.focusWidget())
    # The table is a stop too, and arriving there makes its candidate's vocabulary a field.
    visited = [w.field for w in seen if isinstance(w, TextEntry) and not w.field.startswith("teacher.candidates")]
    assert visited == [entry.field for entry in entries[1:]]


@pytest.mark.parametrize("name", ["hardware.hours", "hardware.utilization", "teacher.exists"])
def test_tab_reaches_the_way_back_after_what_it_takes_back(bench: Bench, name: str) -> None:
    type_text(bench.entry("hardware.hours"), "9 days")
    row = bench.row(name)
    assert not row.way_back.isHidden()
    bench.panel.focus_field(name)
    for _ in range(3):
        QTest.keyClick(bench.panel.focusWidget(), Qt.Key.Key_Tab)
        if bench.panel.focusWidget() is row.way_back:
            break
        assert row.editor.isAncestorOf(bench.panel.focusWidget())
    assert bench.panel.focusWidget() is row.way_back


def test_both_themes_leave_the_plan_alone(bench: Bench) -> None:
    bench.panel.set_theme(DARK)
    assert not bench.edits


def test_another_currency_changes_only_the_label(bench: Bench) -> None:
    type_text(bench.entry("hardware.price_per_hour"), "3")
    type_text(bench.entry("currency"), "CHF")
    bench.panel.show_plan(with_value(bench.document.plan, "name", "Other"))
    assert bench.value("hardware.price_per_hour") == 3.0
    box = bench.panel.groups[0].budget_box  # type: ignore[attr-defined]
    assert format_money(5760, "CHF") in box.text
