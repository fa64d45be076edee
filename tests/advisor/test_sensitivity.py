"""What matters: every bar against solved plans, every flip against solved plans on either side, and the sentences."""

from __future__ import annotations

import csv
import io
import json
import math

import msgspec
import numpy as np
import pytest

from advisor.baseline import train_directly
from advisor.coefficients import BUILT_IN_SETS, PUBLISHED_INTERVALS, built_in_set, coefficient_intervals
from advisor.curves import FIRST_LOOKS, PAGES, page_as_json
from advisor.errors import InputError
from advisor.matters.cases import Case, changed_set
from advisor.matters.page import LEAST_SHOWN, MattersPage, matters_page
from advisor.matters.sensitivity import Swing, sensitivity
from advisor.matters.table import columns, matters_csv
from advisor.matters.uncertain import LAW, SAME_TEACHERS
from advisor.matters.uncertain_inputs import uncertain_inputs
from advisor.plan import Plan
from advisor.plan_edit import with_candidate, with_value
from advisor.scenarios import coefficient_set
from advisor.solution import Solution, solve_plan
from advisor.solver import best_distillation
from advisor.teachers_on_offer import TeachersOnOffer
from advisor.uncertainty import least_clear_gap, probability_distilling_is_better

from .plans import CLEAR_DIRECT, CLEAR_DISTIL, H100S, THREE_TEACHERS, TIE, plan
from .random_plans import random_plan

HOME = plan(
    student={"parameters": 3e9},
    hardware={"accelerator": "rtx-4090", "count": 8, "hours": 730, "contingency": 0.05},
    data={"student_tokens": 5e11},
    teacher={"exists": True, "candidates": [THREE_TEACHERS[0]]},
    architecture={"vocabulary": 128256},
)
START_UP = plan(
    hardware={"accelerator": "h100-sxm5", "count": 64, "hours": 504, "contingency": 0.1},
    data={"student_tokens": 2e11},
)
MEASURED = plan(
    student={"parameters": 3e9},
    hardware={**H100S, "measured_tflops": 410, "count": 1},
    data={"student_tokens": 2e10, "teacher_tokens": 2e10},
    teacher={"students": 3, "share_outputs": True},
)
STORED = plan(
    student={"parameters": 3e8},
    hardware={"peak_tflops": 300, "count": 4, "hours": 300},
    teacher={"exists": True, "outputs_stored": True},
)
NAMED = {
    "distil": CLEAR_DISTIL,
    "direct": CLEAR_DIRECT,
    "tie": TIE,
    "home": HOME,
    "start_up": START_UP,
    "measured": MEASURED,
    "stored": STORED,
}
SEEDS = range(0, 64, 3)
named = pytest.mark.parametrize("a_plan", NAMED.values(), ids=NAMED.keys())


def changed(a_plan: Plan, key: str, value: float) -> Plan:
    """Return the plan with one input of the page at another value, as a plan file would say it."""
    if key.startswith(("supervised.", "distillation.")):
        law, name = key.split(".")
        own = msgspec.structs.replace(changed_set(coefficient_set(a_plan), law, name, value), id="changed")
        return msgspec.structs.replace(a_plan, coefficients="changed", coefficient_set=own)
    if key == "teacher.outputs_stored":
        assert value in (0, 1)
        return with_value(a_plan, key, bool(value))
    if key.startswith("teacher.candidates"):
        return with_candidate(a_plan, int(key.split("[")[1].split("]")[0]), loss=value)
    return with_value(a_plan, key, int(value) if key == "hardware.count" else value)


def decision_of(a_plan: Plan) -> str:
    """Return what a solved plan decides, with the teacher where one is named."""
    try:
        solution = solve_plan(a_plan)
    except InputError:
        return "train directly"
    if solution.method == "distill":
        name = solution.distillation.teacher.name
        return "distil" if name is None else f"distil from the {name}"
    return {"tie": "too close to call", "supervised": "train directly"}[solution.method]


def random_solution(seed: int) -> Solution:
    return solve_plan(random_plan(seed, candidates=seed % 2 == 0))


# Numbers --------------------------------------------------------------------------------------------------------------


@named
def test_every_sample_at_the_ends_is_a_solved_plan(a_plan: Plan) -> None:
    page = matters_page(solve_plan(a_plan))
    assert page.bars
    for bar in page.bars:
        for i in (0, bar.planned, -1):
            solved = solve_plan(changed(a_plan, bar.key, float(bar.values[i])))
            assert bar.distilled[i] == pytest.approx(solved.distillation.loss, rel=2e-6), (bar.label, i)
            assert bar.direct[i] == pytest.approx(solved.supervised.loss, rel=1e-9), (bar.label, i)
            assert bar.methods[i] == solved.method or abs(solved.probability - 0.5) == pytest.approx(0.34, abs=1e-4)
        assert bar.gains[bar.planned] == pytest.approx(page.plan_gain, abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_samples_of_random_plans_are_solved_plans(seed: int) -> None:
    solution = random_solution(seed)
    for bar in matters_page(solution).bars:
        if bar.key == "teacher.outputs_stored":
            ends = [i for i in (0, -1) if bar.values[i] in (0, 1)]
        else:
            ends = [0, len(bar.values) // 2, -1]
        for i in ends:
            solved = solve_plan(changed(solution.plan, bar.key, float(bar.values[i])))
            assert bar.distilled[i] == pytest.approx(solved.distillation.loss, rel=1e-5), bar.label
            assert bar.direct[i] == pytest.approx(solved.supervised.loss, rel=1e-9), bar.label


def test_a_part_of_the_outputs_stored_costs_the_rest() -> None:
    """A quarter stored costs three quarters, as for a teacher whose outputs 4/3 students share."""
    solution = solve_plan(TIE)
    (bar,) = (b for b in sensitivity(solution).swings if b.source.key == "teacher.outputs_stored")
    i = int(np.argmin(np.abs(bar.values - 0.25)))
    shared = with_value(with_value(TIE, "teacher.share_outputs", True), "teacher.students", 1 / (1 - bar.values[i]))
    assert bar.outcomes.distilled[i] == pytest.approx(solve_plan(shared).distillation.loss, rel=1e-7)


@pytest.mark.parametrize("seed", range(0, 48, 5))
def test_teachers_on_offer_give_what_the_solver_gives(seed: int) -> None:
    solution = solve_plan(random_plan(seed))
    cases = [
        source.case(value)
        for source in uncertain_inputs(solution)
        if source.leaves == SAME_TEACHERS
        for value in (source.low, source.planned, source.high)
    ]
    found = TeachersOnOffer(solution).best_losses([case.world for case in cases])
    exact = [float(best_distillation(c.student_parameters, c.compute_flops, *c.shares, c.world).loss) for c in cases]
    np.testing.assert_allclose(found, exact, rtol=5e-6)


@named
def test_bars_are_sorted_and_reach_their_extremes(a_plan: Plan) -> None:
    page = matters_page(solve_plan(a_plan))
    for group in (page.group("plan"), page.group("law")):
        widths = [bar.most.gain - bar.least.gain for bar in group]
        assert widths == sorted(widths, reverse=True) or min(np.diff(widths)) < 1e-4
    for bar in page.bars:
        level = 0.0021 * (bar.most.gain - bar.least.gain)
        assert bar.least.gain <= np.nanmin(bar.gains) + level
        assert bar.most.gain >= np.nanmax(bar.gains) - level
        assert page.x_range[0] < bar.least.gain <= bar.most.gain < page.x_range[1]
        assert bar.flips or bar.most.gain - bar.least.gain >= LEAST_SHOWN * 0.999
        assert np.all(np.diff(bar.values) > 0)


@pytest.mark.parametrize("seed", range(8, 80, 9))
def test_a_bar_holds_all_that_lies_between_its_ends(seed: int) -> None:
    """A gain that rises and falls again is drawn to its true extremes."""
    solution = random_solution(seed)
    found = {swing.source.key: swing for swing in sensitivity(solution).swings}
    for bar in matters_page(solution).bars:
        source = found[bar.key].source
        if source.group == LAW:
            continue
        space = np.geomspace if source.log and source.low > 0 else np.linspace
        for value in space(source.low, source.high, 23)[1:-1]:
            case = source.case(float(value))
            if case.teacher_losses.size:
                continue
            best = best_distillation(case.student_parameters, case.compute_flops, *case.shares, case.world)
            gain = direct_loss(case) - float(best.loss)
            room = 2e-4 + 0.01 * (bar.most.gain - bar.least.gain)
            assert bar.least.gain - room <= gain <= bar.most.gain + room, (bar.label, value)


def direct_loss(case: Case) -> float:
    return float(train_directly(case.student_parameters, case.compute_flops, case.world).loss)


def test_a_gain_that_turns_names_the_value_in_between() -> None:
    """Between the ends of the range the gain goes beyond what both have; an end that is level with it is no turn."""
    turned = []
    for seed in range(40):
        solution = random_solution(seed)
        turned += [bar for bar in matters_page(solution).bars if bar.turns]
    assert turned
    for bar in turned:
        ends = (bar.gains[0], bar.gains[-1])
        assert all(bar.least.gain <= turn.gain <= bar.most.gain for turn in bar.turns)
        assert bar.least.gain < min(ends) or bar.most.gain > max(ends)


# Flips ----------------------------------------------------------------------------------------------------------------


def check_flips(a_plan: Plan, swing: Swing, texts: tuple[tuple[str, str], ...]) -> int:
    """Solve plans on either side of each flip: at most 1 % away, of a coefficient's interval 3 %."""
    source = swing.source
    checked = 0
    for flip, (before, after) in zip(swing.flips, texts, strict=True):
        if source.key == "teacher.outputs_stored":
            continue  # a plan file knows all or nothing
        if source.whole:
            sides = math.floor(flip.value), math.ceil(flip.value)
        elif source.group == LAW:
            margin = 0.03 * (source.high - source.low)
            sides = flip.value - margin, flip.value + margin
        else:
            sides = flip.value * 0.99, flip.value * 1.01
        neighbours = [other.value for other in swing.flips if other is not flip]
        if any(sides[0] <= value <= sides[1] for value in neighbours):
            continue
        assert source.low <= flip.value <= source.high
        for side, expected in zip(sides, (before, after), strict=True):
            if source.low <= side <= source.high:
                assert decision_of(changed(a_plan, source.key, side)) == expected, (source.label, flip.value, side)
                checked += 1
    return checked


def flips_of(a_plan: Plan) -> int:
    solution = solve_plan(a_plan)
    page = matters_page(solution)
    bars = {bar.key: bar for bar in page.bars}
    checked = 0
    for swing in sensitivity(solution).swings:
        if swing.flips:
            texts = tuple((flip.before, flip.after) for flip in bars[swing.source.key].flips)
            checked += check_flips(a_plan, swing, texts)
    return checked


@pytest.mark.parametrize(("name", "least"), [("distil", 2), ("home", 16), ("start_up", 16), ("tie", 8)])
def test_plans_on_either_side_of_a_flip_decide_differently(name: str, least: int) -> None:
    assert flips_of(NAMED[name]) >= least


def test_plans_on_either_side_of_a_flip_decide_differently_in_random_plans() -> None:
    assert sum(flips_of(random_plan(seed, candidates=seed % 2 == 0)) for seed in range(0, 160, 7)) > 60


@named
def test_stretches_cover_the_range(a_plan: Plan) -> None:
    for swing in sensitivity(solve_plan(a_plan)).swings:
        assert swing.stretches[0].low == swing.values[0]
        assert swing.stretches[-1].high == swing.values[-1]
        assert len(swing.stretches) == len(swing.flips) + 1
        for left, right, flip in zip(swing.stretches, swing.stretches[1:], swing.flips, strict=False):
            assert left.high == right.low == flip.value
            assert (left.decision, right.decision) == (flip.before, flip.after)


def test_accelerators_are_told_in_whole_numbers() -> None:
    bar = next(b for b in matters_page(solve_plan(HOME)).bars if b.key == "hardware.count")
    assert bar.changes == ("under 7: distil from the 8B",)
    assert decision_of(with_value(HOME, "hardware.count", 6)) == "distil from the 8B"
    assert decision_of(with_value(HOME, "hardware.count", 7)) == "too close to call"


def test_another_teacher_is_another_choice() -> None:
    bar = next(b for b in matters_page(solve_plan(CLEAR_DISTIL)).bars if b.key == "teacher.outputs_stored")
    assert bar.changes == ("over 92.6 %: distil from the 70B",)
    assert [part.kind for part in bar.parts] == ["distill", "other_teacher"]
    assert bar.teachers[-1] == "70B"


def test_where_no_teacher_can_be_paid_for_training_directly_is_all_there_is() -> None:
    teacher = {"parameters_range": [2e12, 1e13]}
    page = matters_page(solve_plan(plan(student={"parameters": 1e5}, budget_flops=1.3e13, teacher=teacher)))
    bar = next(b for b in page.bars if b.key == "budget_flops")
    assert math.isnan(bar.gains[0])
    assert bar.methods[0] == "supervised"
    assert bar.read_out[0].endswith("no teacher can be paid for")
    json.dumps(page_as_json(page), allow_nan=False)


# Ranges ---------------------------------------------------------------------------------------------------------------


def test_published_intervals_hold_the_published_coefficients() -> None:
    """Table 6 of arXiv 2502.08606v2."""
    for set_id in BUILT_IN_SETS:
        chosen = built_in_set(set_id)
        assert coefficient_intervals(chosen) is PUBLISHED_INTERVALS
        for law, intervals in PUBLISHED_INTERVALS.items():
            for name, (low, high) in intervals.items():
                assert low < getattr(getattr(chosen, law), name) < high
    assert PUBLISHED_INTERVALS["supervised"]["E"] == (1.190, 1.247)
    assert PUBLISHED_INTERVALS["distillation"]["gamma"] == (0.732, 0.788)
    assert "c1" not in PUBLISHED_INTERVALS["distillation"]


def own_coefficients(fit: dict | None) -> Plan:
    own = msgspec.structs.replace(built_in_set("busbridge-2025"), id="mine", name="Mine", fit=fit)
    return msgspec.structs.replace(TIE, coefficients="mine", coefficient_set=own)


def test_a_calibrated_set_brings_its_own_intervals_or_none() -> None:
    page = matters_page(solve_plan(own_coefficients(None)))
    assert page.group("law") == ()
    assert page.law_caption == "No intervals are known for the coefficients of your law"
    fit = {"rows": 9, "intervals": {"distillation": {"gamma": [0.70, 0.80], "odd": [1, 2]}, "supervised": {"E": "?"}}}
    page = matters_page(solve_plan(own_coefficients(fit)))
    (bar,) = page.group("law")
    assert (bar.key, bar.values[0], bar.values[-1]) == ("distillation.gamma", 0.70, 0.80)
    assert "of its fit" in page.law_caption


@named
def test_ranges_hold_the_plan_s_values_and_say_why(a_plan: Plan) -> None:
    for source in uncertain_inputs(solve_plan(a_plan)):
        assert source.low <= source.planned <= source.high, source.label
        assert source.reason.endswith(".")
        assert source.write(source.low)


def test_what_costs_only_money_is_left_out() -> None:
    keys = {source.key for source in uncertain_inputs(solve_plan(CLEAR_DISTIL))}
    assert "hardware.price_per_hour" not in keys
    assert {"hardware.hours", "hardware.utilization", "hardware.count", "hardware.contingency"} <= keys
    assert {"student.parameters", "teacher.candidates[0].loss", "teacher.outputs_stored"} <= keys
    low, _, high = solve_plan(CLEAR_DISTIL).budget.presets
    utilisation = next(s for s in uncertain_inputs(solve_plan(CLEAR_DISTIL)) if s.key == "hardware.utilization")
    assert (utilisation.low, utilisation.high) == (low, high)


def test_a_compute_that_was_typed_stands_for_all_hardware() -> None:
    keys = {source.key for source in uncertain_inputs(solve_plan(CLEAR_DIRECT))}
    assert "budget_flops" in keys
    assert not any(key.startswith("hardware") for key in keys)
    measured = {source.key for source in uncertain_inputs(solve_plan(MEASURED))}
    assert "hardware.measured_tflops" in measured
    assert "hardware.utilization" not in measured


# The page -------------------------------------------------------------------------------------------------------------


def test_the_middle_region_is_where_nothing_can_be_told() -> None:
    solution = solve_plan(TIE)
    page = matters_page(solution)
    direct, error = solution.supervised.loss, solution.world.coefficients.relative_error
    edge = least_clear_gap(direct, error)
    assert [region.method for region in page.regions] == ["supervised", "tie", "distill"]
    assert page.regions[1].low == -edge
    assert page.regions[1].high == edge
    assert probability_distilling_is_better(direct, direct - edge, error) == pytest.approx(0.84)
    assert page.regions[0].low == page.x_range[0]
    assert page.regions[2].high == page.x_range[1]


@named
def test_read_outs_have_the_losses_the_bars_have(a_plan: Plan) -> None:
    for bar in matters_page(solve_plan(a_plan)).bars:
        assert len(bar.read_out) == len(bar.values) == len(bar.gains) == len(bar.methods) == len(bar.teachers)
        for text, distilled, direct in zip(bar.read_out, bar.distilled, bar.direct, strict=True):
            assert text.startswith(bar.label)
            assert f"distil {distilled:.3f}, direct {direct:.3f}" in text


def test_the_page_is_one_of_the_pages_and_shows_the_answer_first() -> None:
    assert PAGES["matters"] is matters_page
    assert FIRST_LOOKS["matters"] is None
    made = page_as_json(PAGES["matters"](solve_plan(CLEAR_DISTIL)))
    assert made["bars"][0]["label"] == "Student size"
    json.dumps(made, allow_nan=False)


def test_numbers_for_spreadsheets() -> None:
    page = matters_page(solve_plan(CLEAR_DISTIL))
    rows = list(csv.reader(io.StringIO(matters_csv(page))))
    empty = rows.index([])
    assert tuple(rows[0]) == columns()
    assert empty - 1 == sum(len(bar.values) for bar in page.bars)
    assert float(rows[1][6]) == page.bars[0].gains[0]
    assert len(rows) - empty - 2 == sum(len(bar.flips) for bar in page.bars)


class TestSentences:
    def sentence(self, a_plan: Plan) -> str:
        return matters_page(solve_plan(a_plan)).sentence

    def test_clear_distil(self) -> None:
        assert self.sentence(CLEAR_DISTIL) == (
            "Only student size under 4.07B or the share of outputs already stored over 92.6 % would change the choice."
        )

    def test_clear_direct(self) -> None:
        assert self.sentence(CLEAR_DIRECT) == "Nothing here, taken alone, would change the choice."

    def test_tie(self) -> None:
        assert self.sentence(TIE) == (
            "No input would settle it; seven of the law's coefficients, each taken alone, would."
        )

    def test_tie_that_one_side_settles(self) -> None:
        assert self.sentence(START_UP).endswith(
            "or any of four other inputs here, would make training directly clearly better."
        )

    @pytest.mark.parametrize("seed", range(0, 120, 4))
    def test_it_says_what_the_bars_say(self, seed: int) -> None:
        page: MattersPage = matters_page(random_solution(seed))
        inputs = [bar for bar in page.group("plan") if bar.changes]
        coefficients = [bar for bar in page.group("law") if bar.changes]
        sentence = page.sentence
        assert sentence.endswith(".")
        assert "nan" not in sentence
        assert ("Nothing here" in sentence) == (not inputs and not coefficients)
        assert sentence.startswith(("Only ", "Of the inputs only ")) == (1 <= len(inputs) <= 2)
        if len(inputs) > 2:
            assert "other input" in sentence
        if 1 <= len(inputs) <= 2:
            assert ("coefficients" in sentence) == bool(coefficients)


def test_the_boundary_never_reads_like_an_end_of_the_range() -> None:
    """A coefficient's flip between 0.0927 and 0.093 is not "over 0.093" where the interval ends at 0.093."""
    for seed in range(0, 40, 3):
        for bar in matters_page(random_solution(seed)).bars:
            for change in bar.changes:
                where = change.partition(":")[0]
                assert where not in {f"under {bar.least.text}", f"over {bar.most.text}"}, (bar.label, change)


def test_shared_students_that_are_no_whole_number_are_told_in_three_figures() -> None:
    plan = with_value(with_value(TIE, "teacher.share_outputs", True), "teacher.students", 4 / 3)
    shared = next(one for one in uncertain_inputs(solve_plan(plan)) if one.key == "teacher.students")
    assert [shared.write(value) for value in (4 / 3, 8 / 3, 4.0)] == ["1.33", "2.67", "4"]
