"""The schedule's numbers against the solution's, its sentence and notes for contrasting plans."""

import math

import pytest
from msgspec import structs

from advisor.accelerators import accelerator
from advisor.curves import PAGES, page_as_json
from advisor.flops import forward_flops, total_parameters
from advisor.schedule.page import schedule_page
from advisor.schedule.phases import as_table, direct_schedule, distilling_schedule, recommended_schedule
from advisor.solution import solve_plan

from .plans import CLEAR_DIRECT, CLEAR_DISTIL, H100S, THREE_TEACHERS, TIE, plan
from .random_plans import random_plan

SHARED = plan(student={"parameters": 7e9}, hardware=H100S, teacher={"students": 100, "share_outputs": True})
DIRECT = plan(student={"parameters": 3e9}, hardware=H100S, teacher={"students": 4, "share_outputs": True})
STORED = plan(
    student={"parameters": 1e9},
    hardware={**H100S, "hours": 48},
    teacher={"exists": True, "outputs_stored": True, "candidates": THREE_TEACHERS},
)
CUSTOM = plan(
    student={"parameters": 7e9}, hardware={"peak_tflops": 300, "count": 3, "hours": 20}, teacher={"exists": True}
)


def made(a_plan):
    return schedule_page(solve_plan(a_plan))


def texts(a_plan):
    return [note.text for note in made(a_plan).notes]


class TestNumbers:
    def test_the_clear_case_is_the_mock_s(self):
        page = made(CLEAR_DISTIL)
        assert [column.heading for column in page.columns] == ["Days", "Cost", "Energy", "CO₂e"]
        assert [(row.label, *row.cells) for row in (*page.rows, page.total)] == [
            ("Teacher training", "–", "–", "–", "–"),
            ("Teacher outputs", "1.25", "$1,680", "403 kWh", "161 kg"),
            ("Student training", "3.75", "$5,040", "1.21 MWh", "484 kg"),
            ("Total", "5.00", "$6,720", "1.61 MWh", "645 kg"),
        ]
        assert [text for _, text in page.ticks] == ["day 0", "1", "2", "3", "4", "5"]
        assert [(row.start, row.end) for row in page.rows] == [
            (0, 0),
            (0, pytest.approx(0.25)),
            (pytest.approx(0.25), pytest.approx(1)),
        ]

    @pytest.mark.parametrize("a_plan", [CLEAR_DISTIL, TIE, SHARED, DIRECT, STORED, CUSTOM])
    def test_counted_amounts_are_the_solution_s(self, a_plan):
        solution = solve_plan(a_plan)
        distilled, direct = distilling_schedule(solution), direct_schedule(solution)
        for phase in distilled.phases:
            assert phase.counted_flops == getattr(solution.distillation.flops, phase.key)
            assert phase.counted_hours == pytest.approx(getattr(solution.distillation.hours, phase.key))
        assert distilled.total.counted_hours == pytest.approx(solution.distillation.hours.total)
        assert direct.total.hours == pytest.approx(solution.supervised.hours)
        for schedule, part in ((distilled, solution.distillation), (direct, solution.supervised)):
            if part.cost is None:
                assert schedule.total.cost is None
            else:
                assert schedule.total.cost == pytest.approx(part.cost)
                assert sum(phase.cost for phase in schedule.phases) == pytest.approx(part.cost)

    def test_energy_and_carbon_are_power_times_pue_times_hours(self):
        solution = solve_plan(CLEAR_DISTIL)
        hardware = CLEAR_DISTIL.hardware
        watts = accelerator(hardware.accelerator).tdp_w
        for phase in distilling_schedule(solution).phases:
            kwh = phase.counted_hours * hardware.count * watts / 1000 * hardware.pue
            assert phase.energy_kwh == pytest.approx(kwh)
            assert phase.carbon_kg == pytest.approx(kwh * hardware.carbon_g_per_kwh / 1000)

    @pytest.mark.parametrize("seed", range(32))
    def test_phases_follow_one_another_in_whole(self, seed):
        solution = solve_plan(random_plan(seed, candidates=seed % 3 == 0))
        schedule = distilling_schedule(solution)
        teacher, architecture = solution.distillation.teacher, solution.plan.architecture
        whole = float(forward_flops(teacher.parameters, architecture))
        outputs = schedule.phase("teacher_outputs")
        if outputs.flops:
            assert outputs.flops == pytest.approx(whole * solution.distillation.student_tokens)
        training = schedule.phase("teacher_training")
        if training.flops:
            assert training.flops == pytest.approx(3 * whole * teacher.training_tokens)
        for phase in schedule.phases:
            assert phase.flops >= phase.counted_flops * (1 - 1e-12)
            assert bool(phase.reason) == (phase.flops == 0)
        assert schedule.total.flops == pytest.approx(sum(phase.flops for phase in schedule.phases))

    @pytest.mark.parametrize("seed", range(32))
    def test_bars_touch_and_fill_the_axis(self, seed):
        page = made(random_plan(seed, candidates=seed % 3 == 0))
        assert page.rows[0].start == 0
        assert page.rows[-1].end == pytest.approx(1)
        for before, after in zip(page.rows, page.rows[1:], strict=False):
            assert before.end == pytest.approx(after.start)
        assert all(0 <= at <= 1 for at, _ in page.ticks)
        assert {len(row.cells) for row in (*page.rows, page.total)} == {len(page.columns)}

    def test_a_shared_teacher_is_run_whole_and_counted_in_part(self):
        solution, page = solve_plan(SHARED), made(SHARED)
        assert solution.method == "distill"
        training = page.schedule.phase("teacher_training")
        assert training.flops == pytest.approx(100 * training.counted_flops)
        assert page.schedule.total.hours > solution.budget.hours
        assert page.schedule.total.counted_hours == pytest.approx(solution.budget.hours)
        assert [column.heading for column in page.columns][:2] == ["Days", "Counted"]
        assert page.planned == pytest.approx(solution.budget.hours / page.schedule.total.hours)
        assert page.planned_label == "Planned: 5 days"

    def test_the_recommendation_is_what_is_scheduled(self):
        for a_plan in (TIE, DIRECT, CLEAR_DIRECT):
            schedule = recommended_schedule(solve_plan(a_plan))
            assert schedule.direct
            assert [bool(phase.flops) for phase in schedule.phases] == [False, False, True]
        assert not recommended_schedule(solve_plan(CLEAR_DISTIL)).direct

    def test_the_table_has_every_digit(self):
        solution = solve_plan(CLEAR_DISTIL)
        head, *rows = as_table(distilling_schedule(solution), "EUR")
        assert "Cost, EUR" in head
        assert [row[0] for row in rows] == ["Teacher training", "Teacher outputs", "Student training", "Total"]
        outputs = dict(zip(head, rows[1], strict=True))
        assert float(outputs["FLOPs"]) == solution.distillation.flops.teacher_outputs
        assert float(outputs["Time, h"]) == pytest.approx(30)
        assert rows[0][-1] == "None: the teacher exists"


class TestUnits:
    @pytest.mark.parametrize(
        ("hours", "heading", "first"),
        [
            (1.5, "Minutes", "minute 0"),
            (20, "Hours", "hour 0"),
            (47, "Hours", "hour 0"),
            (48, "Days", "day 0"),
            (3000, "Days", "day 0"),
            (9e4, "Years", "year 0"),
        ],
    )
    def test_time_is_told_in_a_unit_that_suits_it(self, hours, heading, first):
        page = made(plan(student={"parameters": 1e9}, hardware={**H100S, "hours": hours}, teacher={"exists": True}))
        assert page.columns[0].heading == heading
        assert page.ticks[0] == (0, first)

    def test_the_column_adds_up(self):
        page = made(CLEAR_DISTIL)
        days = [float(row.cells[0]) for row in page.rows if not row.reason]
        assert sum(days) == pytest.approx(float(page.total.cells[0]), abs=0.011)

    def test_what_is_too_short_for_the_unit_is_not_called_nothing(self):
        page = made(plan(student={"parameters": 7e9}, hardware=H100S, teacher={**SHARED_TEACHER, "students": 1000}))
        (counted,) = {row.cells[1] for row in page.rows if row.key == "teacher_outputs"}
        assert counted.startswith("under ")


SHARED_TEACHER = {"students": 100, "share_outputs": True}


class TestSentence:
    @pytest.mark.parametrize(
        ("a_plan", "sentence"),
        [
            (CLEAR_DISTIL, "A quarter of the five days runs the 8B teacher, the rest trains the student."),
            (
                CLEAR_DIRECT,
                "All the compute trains the student directly; distilling would give two thirds of it to a teacher.",
            ),
            (
                TIE,
                "All 21 days train the student directly, as good and simpler; "
                "distilling would give two fifths of them to a teacher.",
            ),
            (STORED, "All two days train the student: the outputs of the 3B teacher are stored already."),
            (
                SHARED,
                "About nine tenths of the 73 days train the 17.4B teacher, shared by 100 students, "
                "5 % runs it, the rest trains the student.",
            ),
            (
                structs.replace(CLEAR_DISTIL, hardware=None, budget_flops=2.6e21),
                "A quarter of the compute runs the 8B teacher, the rest trains the student.",
            ),
        ],
    )
    def test_sentence(self, a_plan, sentence):
        page = made(a_plan)
        assert page.sentence == sentence
        assert page.split.sentence == sentence

    def test_stored_outputs_take_no_longer(self):
        few = plan(student={"parameters": 3e8}, hardware={**H100S, "hours": 20000}, teacher=STORED_TEACHER)
        assert solve_plan(few).method != "distill"
        assert made(few).sentence.endswith("distilling from stored outputs would take as long.")


STORED_TEACHER = {"exists": True, "outputs_stored": True}


class TestNotes:
    def test_fits_with_the_teacher_beside(self):
        notes = made(CLEAR_DISTIL).notes
        assert notes[0].kind == "good"
        assert notes[0].text.startswith("Fits in memory: 7.1 GB of training state and 14 GB of teacher on each 80 GB")
        assert "16 bytes" in notes[0].detail

    def test_outputs_on_disk(self):
        solution = solve_plan(CLEAR_DISTIL)
        tokens = solution.distillation.student_tokens
        assert tokens * 32168 * 4 == pytest.approx(5.4e15, rel=0.01)
        assert tokens * 512 == pytest.approx(22e12, rel=0.03)
        expected = "Outputs on disk: 5.4 PB in full, 22 TB keeping the 128 likeliest tokens"
        assert f"{expected}, none if the teacher runs alongside" in texts(CLEAR_DISTIL)
        assert any(text.endswith("assumed to be there") for text in texts(STORED))

    def test_what_keeping_128_costs_is_said(self):
        assert any("0.11 nats" in text and "0.01" in text and "30 %" in text for text in texts(CLEAR_DISTIL))

    def test_training_directly_stores_nothing_and_says_what_distilling_would_take(self):
        for a_plan in (TIE, DIRECT, CLEAR_DIRECT):
            solution = solve_plan(a_plan)
            said = texts(a_plan)
            assert not any("on disk" in text for text in said)
            (other,) = [text for text in said if text.startswith("Distilling would take")]
            assert other.endswith(f"{solution.distillation.loss:.3f} instead of {solution.supervised.loss:.3f}")
        assert any("the whole teacher included" in text for text in texts(DIRECT))

    def test_a_shared_teacher_is_said_plainly(self):
        said = texts(SHARED)
        assert any("shared by 100 students" in text for text in said)
        late = made(SHARED).notes[0]
        assert late.kind == "warning"
        assert late.text.startswith("All of it takes 73 days, 68 days more than planned")

    def test_the_teacher_s_own_training_has_to_fit_too(self):
        said = texts(SHARED)
        assert any(text.startswith("Teacher training fits in memory") for text in said)
        assert any(text.startswith("Student training fits in memory") for text in said)

    def test_what_does_not_fit_is_a_warning_with_a_remedy(self):
        one = plan(student={"parameters": 7e9}, hardware={"accelerator": "rtx-4090", "count": 1, "hours": 30000})
        note = made(one).notes[0]
        assert note.kind == "warning"
        assert note.text.startswith("Does not fit in memory: 110 GB of training state on the 24 GB accelerator")
        assert "7 of these accelerators" in note.text

    def test_outputs_are_stored_first_where_only_the_student_fits(self):
        hardware = {"accelerator": "rtx-4090", "count": 3, "hours": 300}
        teacher = {"exists": True, "candidates": THREE_TEACHERS[:1]}
        note = made(plan(student={"parameters": 3e9}, hardware=hardware, teacher=teacher)).notes[0]
        assert note.kind == "warning"
        assert note.text.endswith("what would: the outputs of the 8B stored first, and the student alone")

    def test_an_unknown_accelerator_s_memory_and_power_are_not_guessed(self):
        said = texts(CUSTOM)
        assert any(text.startswith("Memory is not checked: this accelerator is not in the catalogue") for text in said)
        assert "Cost is not known: type a price to see it" in said
        assert "Energy and CO₂e are not known: choose a catalogue accelerator to see them" in said
        assert made(CUSTOM).total.cells[1:] == ("–", "–", "–")

    def test_without_hardware_it_says_what_to_add(self):
        page = made(CLEAR_DIRECT)
        assert [column.heading for column in page.columns] == ["FLOPs", "Share"]
        assert page.total.cells == ("10²¹", "100 %")
        assert page.ticks[-1] == (1.0, "100 %")
        said = [note.text for note in page.notes]
        assert "Describe the hardware to see days, cost, energy and CO₂e" in said
        state = 16 * float(total_parameters(1e9))
        assert f"{state / 1e9:.0f} GB of training state" in " ".join(said)

    def test_repeated_text_needs_its_outputs_once(self):
        repeated = plan(
            student={"parameters": 7e9},
            hardware=H100S,
            data={"student_tokens": 1e10},
            teacher={"exists": True, "candidates": THREE_TEACHERS},
        )
        passes = solve_plan(repeated).distillation.student_tokens / 1e10
        assert any(f"{passes:.2g} passes" in text for text in texts(repeated))

    def test_time_the_text_cannot_use_is_said(self):
        limited = plan(
            student={"parameters": 1e9},
            hardware=H100S,
            data={"student_tokens": 2e10, "allow_repeats": False},
            teacher={"exists": True},
        )
        left = solve_plan(limited).budget.hours - made(limited).schedule.total.hours
        (said,) = [text for text in texts(limited) if "stay unused" in text]
        assert f"{left / 24:.1f} days" in said


def test_rows_say_everything_in_words():
    page = made(CLEAR_DISTIL)
    assert page.rows[0].told == ("Teacher training:", "none: the teacher exists")
    assert page.rows[1].told[:4] == ("Teacher outputs:", "1.25 days (30 h)", "$1,680", "403 kWh")
    assert page.rows[1].told[4] == "161 kg of CO₂e"


def test_columns_explain_what_they_count():
    explained = {column.heading: column.explanation for column in made(CLEAR_DISTIL).columns}
    assert explained["Days"] == "Days on 16 × H100 SXM5"
    assert "$3.50 per GPU-hour" in explained["Cost"]
    assert "700 W" in explained["Energy"]
    assert "1.2" in explained["Energy"]
    assert "400 g" in explained["CO₂e"]


@pytest.mark.parametrize("seed", range(16))
def test_the_page_has_a_json_form(seed):
    solution = solve_plan(random_plan(seed, candidates=seed % 3 == 0))
    tree = page_as_json(PAGES["schedule"](solution))
    assert tree["name"] == "schedule"
    assert len(tree["schedule"]["phases"]) == 3
    assert all(math.isfinite(phase["flops"]) for phase in tree["schedule"]["phases"])
