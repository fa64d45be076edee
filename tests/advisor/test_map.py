"""The Map page: its cells are the law's, its line is where the Budget page has it, its sentence is true of the plan."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from advisor.baseline import distil_from, train_directly
from advisor.curves import FIRST_LOOKS, PAGES, page_as_json
from advisor.evidence import ChartPage, Heat
from advisor.flops import forward_flops
from advisor.laws import distillation_loss, supervised_loss
from advisor.pages.budget import find_crossings
from advisor.pages.map import map_first_look, map_page
from advisor.plan import Plan
from advisor.quantities import format_loss, format_ratio
from advisor.recommendation import Method
from advisor.scenarios import SCENARIO_SHARES
from advisor.solution import Solution, candidate_loss, solve_plan
from advisor.solver import best_distillation
from advisor.uncertainty import probability_distilling_is_better, verdict_method

from .plans import CLEAR_DIRECT, CLEAR_DISTIL, THREE_TEACHERS, TIE, plan

PLANS = {"distil": CLEAR_DISTIL, "direct": CLEAR_DIRECT, "tie": TIE}
EVERY_PLAN = pytest.mark.parametrize("answered", list(PLANS), indirect=True)


@pytest.fixture(scope="module")
def answered(request: pytest.FixtureRequest) -> tuple[Solution, ChartPage]:
    solution = solve_plan(PLANS[request.param])
    return solution, map_page(solution)


def heat_of(page: ChartPage) -> Heat:
    assert page.heat is not None
    return page.heat


def named(page: ChartPage, name: str) -> ChartPage:
    return next(p for p in (page, *page.variants) if p.axis_name == name)


def random_cells(heat: Heat, count: int = 12) -> list[tuple[int, int]]:
    random = np.random.default_rng(7)
    return [(int(random.integers(len(heat.y))), int(random.integers(len(heat.x)))) for _ in range(count)]


def loss_of_best_listed(solution: Solution, size: float, compute: float) -> float:
    share = solution.shares[0]
    return min(
        float(distil_from(c.parameters, candidate_loss(c, solution.world), size, compute, share, solution.world).loss)
        for c in solution.plan.teacher.candidates
    )


@EVERY_PLAN
def test_cells_over_compute_are_those_of_one_problem_at_a_time(answered: tuple[Solution, ChartPage]) -> None:
    solution, page = answered
    heat = heat_of(page)
    for i, j in random_cells(heat):
        size, compute = float(heat.x[j]), float(heat.y[i])
        direct = float(train_directly(size, compute, solution.world).loss)
        if solution.candidates:
            distilled = loss_of_best_listed(solution, size, compute)
        else:
            distilled = float(best_distillation(size, compute, *solution.shares, solution.world).loss)
        assert heat.values[i, j] == pytest.approx(distilled - direct, abs=1e-9)


@EVERY_PLAN
def test_cells_over_tokens_show_both_students_the_same_text(answered: tuple[Solution, ChartPage]) -> None:
    solution, page = answered
    heat, world = heat_of(named(page, "Same text")), solution.world
    for i, j in random_cells(heat):
        size, tokens = float(heat.x[j]), float(heat.y[i])
        direct = float(supervised_loss(size, tokens, world.coefficients.supervised))
        if solution.candidates:
            teachers = [candidate_loss(c, world) for c in solution.plan.teacher.candidates]
        else:  # the best loss a teacher can have, looked for by brute force
            most = (world.parameters_range[1], world.max_training_tokens)
            strongest = float(supervised_loss(*most, world.coefficients.supervised))
            teachers = np.linspace(strongest, 3.5, 20001).tolist()
        distilled = float(distillation_loss(size, tokens, np.array(teachers), world.coefficients).min())
        assert heat.values[i, j] == pytest.approx(distilled - direct, abs=1e-6)


def test_the_best_teacher_is_the_best_possible_one_at_this_plans_costs() -> None:
    solution = solve_plan(CLEAR_DISTIL)
    heat = heat_of(named(map_page(solution), "Same budget, best teacher"))
    for i, j in random_cells(heat, 6):
        size, compute = float(heat.x[j]), float(heat.y[i])
        free = best_distillation(size, compute, *solution.shares, solution.world).loss
        direct = train_directly(size, compute, solution.world).loss
        assert heat.values[i, j] == pytest.approx(float(free - direct), abs=1e-9)


@EVERY_PLAN
def test_a_cell_is_undecided_where_the_verdict_would_be_a_tie(answered: tuple[Solution, ChartPage]) -> None:
    solution, page = answered
    error = solution.world.coefficients.relative_error
    for view in (page, *page.variants):
        heat = heat_of(view)
        sizes, amounts = np.meshgrid(heat.x, heat.y)
        compute = amounts
        if view.y_kind == "tokens":
            compute = amounts * 3 * forward_flops(sizes, solution.world.architecture)
        direct = train_directly(sizes, compute, solution.world).loss
        for i, j in random_cells(heat, 40):
            loss = float(direct[i, j])
            chance = probability_distilling_is_better(loss, loss + float(heat.values[i, j]), error)
            assert heat.undecided[i, j] == (verdict_method(chance) == "tie")


@EVERY_PLAN
def test_the_plan_has_a_cell_of_its_own_with_the_numbers_of_its_answer(answered: tuple[Solution, ChartPage]) -> None:
    solution, page = answered
    heat = heat_of(page)
    mark = next(mark for mark in page.marks if mark.kind == "plan")
    assert (mark.x, mark.y) == (solution.plan.student.parameters, solution.budget.compute_flops)
    i, j = int(np.argmin(np.abs(heat.y - mark.y))), int(np.argmin(np.abs(heat.x - mark.x)))
    assert heat.x[j] == pytest.approx(mark.x)
    assert heat.y[i] == pytest.approx(mark.y)
    gap = solution.distillation.loss - solution.supervised.loss
    assert heat.values[i, j] == pytest.approx(gap, abs=1e-6)
    if solution.method == "tie":
        assert mark.detail == "too close to call"
    else:
        assert format_loss(abs(gap)) in mark.detail
        assert mark.detail.startswith("distilling" if gap < 0 else "training directly")


@pytest.mark.parametrize("make", [map_page, map_first_look], ids=["whole", "first look"])
def test_cells_are_even_in_logarithms_and_fill_the_ranges(make: object) -> None:
    assert callable(make)
    page = make(solve_plan(CLEAR_DISTIL))
    for view in (page, *page.variants):
        for centres, (low, high) in ((heat_of(view).x, view.x_range), (heat_of(view).y, view.y_range)):
            steps = np.diff(np.log(centres))
            assert steps == pytest.approx(steps[0])
            assert np.log(centres[0] / low) == pytest.approx(steps[0] / 2)
            assert np.log(high / centres[-1]) == pytest.approx(steps[0] / 2)
        assert view.x_range[0] < 143e6 < 12.61e9 < view.x_range[1]


def test_the_line_is_where_the_budget_page_crosses() -> None:
    for wanted in (CLEAR_DISTIL, plan(teacher={"exists": True}, student={"parameters": 3e9}, budget_flops=1e21)):
        solution = solve_plan(wanted)
        page = map_page(solution)
        crossing = next(mark for mark in page.marks if mark.kind == "crossing")
        known = [c for c in find_crossings(solution).flops if page.y_range[0] < c < page.y_range[1]]
        nearest = min(known, key=lambda flops: abs(np.log(flops / solution.budget.compute_flops)))
        assert crossing.y == pytest.approx(nearest, rel=5e-3)
        assert crossing.x == solution.plan.student.parameters


def test_outlines_pass_where_neither_is_better_and_around_what_the_study_measured() -> None:
    solution = solve_plan(CLEAR_DISTIL)
    page = map_page(solution)
    lines = {outline.key: outline for outline in page.outlines}
    equal = lines["equal"]
    for i in range(0, len(equal.x), 5):
        if np.isfinite(equal.x[i]):
            size, compute = float(equal.x[i]), float(equal.y[i])
            direct = float(train_directly(size, compute, solution.world).loss)
            assert loss_of_best_listed(solution, size, compute) == pytest.approx(direct, abs=1e-3)
    study = lines["study"]
    assert np.nanmin(study.x) == pytest.approx(143e6, rel=0.02)
    assert np.nanmax(study.x) == pytest.approx(12.61e9, rel=0.02)
    tokens = next(o for o in named(page, "Same text").outlines if o.key == "study")
    assert np.nanmin(tokens.y) == pytest.approx(3.7e9, rel=0.02)
    assert np.nanmax(tokens.y) == pytest.approx(512e9, rel=0.02)
    assert study.dashed
    assert not equal.dashed


@pytest.mark.parametrize("scenario", ["teacher_pretraining", "teacher_pretraining_inference"])
def test_with_the_teachers_training_counted_distilling_is_never_better_by_more_than_the_law_errs(
    scenario: str,
) -> None:
    """Fig. 17 and D.4.2 of arXiv 2502.08606v2, over students of 300M to 10B and 1e20 to 1e26 FLOPs."""
    for budget in (1e21, 1e23, 1e25):
        solution = replace(solve_plan(plan(budget_flops=budget)), shares=SCENARIO_SHARES[scenario])
        heat = heat_of(map_page(solution))
        sizes, budgets = (heat.x >= 3e8) & (heat.x <= 1e10), (heat.y >= 1e20) & (heat.y <= 1e26)
        inside = np.ix_(budgets, sizes)
        assert heat.values[inside].size > 100
        assert not ((heat.values < 0) & ~heat.undecided)[inside].any()


@pytest.mark.parametrize("outputs_stored", [True, False])
def test_with_a_teacher_at_hand_distilling_wins_at_small_budgets_the_more_the_larger_the_student(
    outputs_stored: bool,
) -> None:
    """Fig. 8: in best case and teacher inference it wins at small budgets; where both meet grows with the student."""
    meets = []
    for size in (1e9, 3e9, 1e10):
        teacher = {"exists": True, "outputs_stored": outputs_stored}
        solution = solve_plan(plan(student={"parameters": size}, budget_flops=1e21, teacher=teacher))
        heat = heat_of(map_page(solution))
        column = heat.values[:, int(np.argmin(np.abs(heat.x - size)))]
        small = heat.y < 3e20 * size / 1e9
        assert (column[small] < 0).all()
        # Where no longer better by more than the law errs: with stored outputs the two come together, and stay so.
        undecided = heat.undecided[:, int(np.argmin(np.abs(heat.x - size)))]
        meets.append(float(heat.y[np.flatnonzero(undecided)[0]]) if undecided.any() else np.inf)
    assert meets == sorted(meets)
    assert meets[0] < meets[-1]


@pytest.mark.parametrize(
    ("name", "method", "says"),
    [
        ("distil", "distill", "Distilling wins below the line; your plan is well inside: the line is at 44 days, "),
        ("direct", "supervised", "Training directly is ahead for a 1B student with every budget shown."),
        ("tie", "tie", "Distilling wins below the line; your plan is too close to call: the line is at 18 h, "),
    ],
)
def test_the_sentence_places_the_plan(name: str, method: Method, says: str) -> None:
    solution = solve_plan(PLANS[name])
    page = map_page(solution)
    assert solution.method == method
    assert page.sentence.startswith(says)
    crossing = next((mark.y for mark in page.marks if mark.kind == "crossing"), None)
    if crossing is not None:
        ratio = crossing / solution.budget.compute_flops
        times = format_ratio(ratio) if ratio > 1 else f"{format_ratio(1 / ratio)} less than"
        assert page.sentence.endswith(f"{times} your budget.")


def test_a_plan_near_the_line_is_told_so() -> None:
    solution = solve_plan(CLEAR_DISTIL)
    line = next(mark.y for mark in map_page(solution).marks if mark.kind == "crossing")

    def at(share: float) -> str:
        teacher = {"exists": True, "candidates": THREE_TEACHERS}
        wanted = plan(student={"parameters": 7e9}, budget_flops=line * share, teacher=teacher)
        return map_page(solve_plan(wanted)).sentence

    assert "your plan is near it, too close to call" in at(0.98)
    assert "your plan is inside, but near it" in at(0.4)
    assert "your plan is well inside" in at(0.2)
    assert "FLOPs" in at(0.4)  # without hardware nothing is said of time


def test_where_one_way_is_never_likely_to_be_better_the_sentence_says_so() -> None:
    stored = plan(student={"parameters": 1e9}, budget_flops=1e21, teacher={"exists": True, "outputs_stored": True})
    page = map_page(solve_plan(stored))
    heat = heat_of(page)
    assert not ((heat.values > 0) & ~heat.undecided).any()
    if "crossing" not in {mark.kind for mark in page.marks}:
        assert page.sentence.startswith("Nowhere on this map is training directly likely to be better")


def test_a_budget_that_pays_for_no_teacher_has_no_value_and_the_page_stands() -> None:
    wanted = plan(teacher={"parameters_range": [1e10, 1e11], "exists": True}, budget_flops=1e21)
    small = replace(solve_plan(wanted), shares=(1.0, 1.0))
    heat = heat_of(map_page(small))
    assert np.isfinite(heat.values).any()
    assert not heat.undecided[~np.isfinite(heat.values)].any()


def test_the_text_a_plan_has_ends_its_map_of_tokens() -> None:
    limited = plan(data={"student_tokens": 3e10, "allow_repeats": False}, teacher={"exists": True})
    page = map_page(solve_plan(limited))
    tokens = named(page, "Same text")
    assert heat_of(tokens).y[-1] <= 3e10 * (1 + 1e-9)
    assert tokens.marks[0].y <= 3e10


@pytest.mark.parametrize(
    ("wanted", "names"),
    [(CLEAR_DISTIL, ["Same budget", "Same budget, best teacher", "Same text"]), (TIE, ["Same budget", "Same text"])],
)
def test_maps_are_offered_by_what_they_are_over(wanted: Plan, names: list[str]) -> None:
    solution = solve_plan(wanted)
    for page in (map_page(solution), map_first_look(solution)):
        assert [view.axis_name for view in (page, *page.variants)] == names


def test_the_first_look_has_few_cells_with_the_same_words() -> None:
    solution = solve_plan(CLEAR_DISTIL)
    first, whole = map_first_look(solution), map_page(solution)
    assert heat_of(first).values.size < heat_of(whole).values.size / 10
    assert first.sentence.partition(":")[0] == whole.sentence.partition(":")[0]
    assert first.footer == whole.footer


def test_the_page_is_registered_with_its_first_look_and_becomes_json() -> None:
    assert PAGES["map"] is map_page
    assert FIRST_LOOKS["map"] is map_first_look
    told = page_as_json(map_page(solve_plan(CLEAR_DIRECT)))
    parsed = json.loads(json.dumps(told, allow_nan=False))
    assert len(parsed["heat"]["values"]) == len(parsed["heat"]["y"])
    assert isinstance(parsed["heat"]["undecided"][0][0], bool)
