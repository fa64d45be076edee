"""The Student page: its curves and marks against the solver, its words for contrasting plans, serving against size."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from msgspec import structs

from advisor.baseline import train_directly
from advisor.best_size import best_size, bottom
from advisor.curves import PAGES, page_as_json
from advisor.evidence import SUPERVISED, ChartPage, Curve, Mark
from advisor.field_text import BITS
from advisor.flops import forward_flops
from advisor.goal.cost import cost_of_distilling, cost_of_training_directly
from advisor.lifetime import direct_flops, lifetime, sizes_worth_showing
from advisor.methods import own_key, own_method
from advisor.pages.student import student_page
from advisor.pages.student_sentence import plan_loss
from advisor.plan import Plan
from advisor.plan_file import check_plan
from advisor.quantities import format_bytes, format_parameters, format_tokens
from advisor.recommendation import SCENARIOS
from advisor.scenarios import SCENARIO_SHARES
from advisor.solution import Solution, solve_plan
from advisor.solver import best_distillation
from advisor.student_size import LARGEST, SMALLEST, fits, largest_student, plan_with_student_size, weight_bytes

from .plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE, plan
from .random_plans import random_plan

SHARED = plan(student={"parameters": 3e9}, budget_flops=1e22, teacher={"students": 4, "share_outputs": True})
PLANS = {"distil": CLEAR_DISTIL, "direct": CLEAR_DIRECT, "tie": TIE, "shared": SHARED}


def with_student(a_plan: Plan, **changes: Any) -> Plan:
    return check_plan(structs.replace(a_plan, student=structs.replace(a_plan.student, **changes)))


def curve(page: ChartPage, key: str) -> Curve:
    return next(c for c in page.curves if c.key == key)


def mark(page: ChartPage, kind: str) -> Mark:
    return next(m for m in page.marks if m.kind == kind)


def chosen(page: ChartPage) -> Curve:
    (emphasised,) = [c for c in page.curves if c.emphasised]
    return emphasised


def served(a_plan: Plan, tokens: float) -> tuple[Solution, ChartPage]:
    solution = solve_plan(with_student(a_plan, served_tokens=tokens))
    (page,) = student_page(solution).variants
    return solution, page


@pytest.mark.parametrize("a_plan", PLANS.values(), ids=PLANS)
class TestLoss:
    def test_curves_are_the_solver_s(self, a_plan: Plan) -> None:
        solution, page = solve_plan(a_plan), student_page(solve_plan(a_plan))
        compute = solution.budget.compute_flops
        assert {c.key for c in page.curves} == {SUPERVISED, *SCENARIOS, own_key(solution)}
        for key, shares in SCENARIO_SHARES.items():
            line = curve(page, key)
            if key != own_key(solution):
                expected = best_distillation(line.x, compute, *shares, solution.world).loss
                np.testing.assert_allclose(line.y, np.where(np.isfinite(expected), expected, np.nan), rtol=1e-9)
        direct, own = curve(page, SUPERVISED), curve(page, own_key(solution))
        np.testing.assert_allclose(direct.y, train_directly(direct.x, compute, solution.world).loss, rtol=1e-12)
        np.testing.assert_allclose(own.y, own_method(solution, own.x, np.full_like(own.x, compute)).loss, rtol=1e-9)

    def test_the_recommended_method_is_emphasised_and_has_the_band(self, a_plan: Plan) -> None:
        solution, page = solve_plan(a_plan), student_page(solve_plan(a_plan))
        line = chosen(page)
        assert line.key == (own_key(solution) if solution.method == "distill" else SUPERVISED) == page.band_key
        assert page.band_low is not None
        assert page.band_high is not None
        error = solution.world.coefficients.relative_error
        np.testing.assert_allclose(page.band_high - page.band_low, 2 * 1.645 * error * line.y)

    def test_the_plan_is_marked_and_can_be_dragged(self, a_plan: Plan) -> None:
        solution, page = solve_plan(a_plan), student_page(solve_plan(a_plan))
        here = mark(page, "plan")
        assert (here.x, here.y) == (a_plan.student.parameters, plan_loss(solution))
        assert page.plan_x == a_plan.student.parameters
        assert page.plan_label == f"This plan: {format_parameters(a_plan.student.parameters)}"
        assert page.x_range[0] < here.x < page.x_range[1]
        assert page.y_range[0] < here.y < page.y_range[1]
        at_plan = np.interp(np.log(here.x), np.log(chosen(page).x), chosen(page).y)
        assert at_plan == pytest.approx(here.y, rel=2e-3)

    def test_curves_go_on_beyond_the_axis_for_the_frame_that_stands_still_while_dragging(self, a_plan: Plan) -> None:
        page = student_page(solve_plan(a_plan))
        low, high = page.x_range
        edges = (student_page(solve_plan(plan_with_student_size(a_plan, size))) for size in page.x_range)
        for dragged in edges:
            assert chosen(dragged).x[0] <= low * (1 + 1e-9)
            assert chosen(dragged).x[-1] >= high * (1 - 1e-9)

    def test_the_best_size_and_those_as_good_are_the_solver_s(self, a_plan: Plan) -> None:
        solution, page = solve_plan(a_plan), student_page(solve_plan(a_plan))
        fine = np.geomspace(1e7, 1e13, 1201)
        compute = np.full_like(fine, solution.budget.compute_flops)
        distil = solution.method == "distill"
        world = solution.world
        loss = own_method(solution, fine, compute).loss if distil else train_directly(fine, compute, world).loss
        best, zone = mark(page, "best"), next(z for z in page.zones if z.kind == "good_enough")
        assert best.y == pytest.approx(loss.min(), rel=1e-4)
        assert best.x == pytest.approx(fine[np.argmin(loss)], rel=0.1)
        good = fine[loss <= loss.min() * (1 + world.coefficients.relative_error)]
        assert (zone.low, zone.high) == pytest.approx((good[0], good[-1]), rel=0.05)

    def test_zones_cover_the_axis_in_order(self, a_plan: Plan) -> None:
        page = student_page(solve_plan(a_plan))
        zones = [zone for zone in page.zones if zone.kind != "good_enough"]
        assert zones[0].low == pytest.approx(page.x_range[0])
        assert zones[-1].high == pytest.approx(page.x_range[1])
        for left, right in pairwise(zones):
            assert left.high == right.low
        larger = next(zone for zone in reversed(zones) if zone.kind != "tested")
        assert page.x_range[1] <= 12.61e9 or larger.high == pytest.approx(page.x_range[1])

    def test_read_out_tells_tokens_and_weights_at_every_size(self, a_plan: Plan) -> None:
        solution, page = solve_plan(a_plan), student_page(solve_plan(a_plan))
        line, student = chosen(page), a_plan.student
        assert len(page.read_out) == line.x.size
        assert page.read_out_names[0] == "student tokens"
        assert page.read_out_names[1] == f"of weights at {BITS.text(student.bits)}"
        for size, (tokens, weights, _) in list(zip(line.x, page.read_out, strict=True))[5:-5:7]:
            there = solve_plan(with_student(a_plan, parameters=float(size)))
            distil = solution.method == "distill"
            expected = there.distillation.student_tokens if distil else there.supervised.tokens
            assert tokens == format_tokens(expected)
            assert weights == format_bytes(weight_bytes(size, student.bits, a_plan.architecture))


def test_isoflop_valley_is_where_the_paper_has_it() -> None:
    """Supervised compute-optimal models see 15 to 16 tokens a parameter up to 3B (App. D.4.5, arXiv 2502.08606v2)."""
    solution = solve_plan(CLEAR_DIRECT)
    best = mark(student_page(solution), "best").x
    tokens = float(train_directly(best, solution.budget.compute_flops, solution.world).tokens)
    assert 14.5 < tokens / best < 17


@pytest.mark.parametrize(("size", "compute"), [(1e6, 1e30), (1e14, 1e14), (1.5e8, 1e26), (1e5, 1e32), (1e15, 1e12)])
def test_the_axis_stays_sensible_where_the_best_size_is_far(size: float, compute: float) -> None:
    teacher = {"exists": True, "outputs_stored": True}
    page = student_page(solve_plan(plan(student={"parameters": size}, budget_flops=compute, teacher=teacher)))
    low, high = page.x_range
    assert SMALLEST <= low <= size <= high <= LARGEST
    assert np.log10(high / low) <= 5
    assert np.log10(size / low) <= 2.51
    assert np.log10(high / size) <= 2.51


class TestSentence:
    def sentence(self, a_plan: Plan) -> str:
        return student_page(solve_plan(a_plan)).sentence

    def test_near(self) -> None:
        assert self.sentence(CLEAR_DISTIL) == "7B is near the best size for 5 days; 6.4B to 19B do as well."

    def test_direct(self) -> None:
        assert self.sentence(CLEAR_DIRECT) == (
            "1B is smaller than best for 10²¹ FLOPs of training directly: 2.221 against 2.177 at 3B; "
            "1.9B to 4.9B do as well."
        )

    def test_tie_and_a_best_size_beyond_the_study(self) -> None:
        said = self.sentence(TIE)
        assert said.startswith("1B is smaller than best for 21 days of training directly: 2.109 against 1.884 at 21B")
        assert "(larger than any tested); 13B to 35B do as well." in said

    def test_too_large(self) -> None:
        said = self.sentence(with_student(CLEAR_DISTIL, parameters=1e11))
        assert said.startswith("100B is larger than best for 5 days")

    def test_where_distilling_wins_at_another_size(self) -> None:
        near = with_student(CLEAR_DIRECT, parameters=3e9)
        stored = structs.replace(near, teacher=structs.replace(near.teacher, exists=True, outputs_stored=True))
        assert solve_plan(stored).method == "distill"
        a_plan = plan(
            student={"parameters": 3e9},
            hardware={"accelerator": "rtx-4090", "count": 8, "hours": 730, "contingency": 0.05},
            data={"student_tokens": 5e11},
            architecture={"vocabulary": 128256},
            teacher={"exists": True, "candidates": [{"name": "8B", "parameters": 7e9, "training_tokens": 1.5e13}]},
        )
        assert solve_plan(a_plan).method == "tie"
        assert self.sentence(a_plan).endswith("do as well; distilling would suit 8.7B (2.117).")
        assert "distilling would suit" not in self.sentence(near)
        small = with_student(a_plan, parameters=1.5e9)
        assert solve_plan(small).method == "supervised"
        assert self.sentence(small).startswith("1.5B is smaller than best for ")
        assert self.sentence(small).endswith("do as well; distilling would suit 8.7B (2.117).")

    def test_memory(self) -> None:
        def said(size: float, memory: float) -> str:
            return self.sentence(with_student(CLEAR_DISTIL, parameters=size, memory_gb=memory))

        assert said(7e9, 8) == "7B is near the best size for 5 days; 6.4B to 15.8B do as well and fit in 8 GB."
        assert said(7e9, 100) == self.sentence(CLEAR_DISTIL)
        assert said(7e9, 2) == (
            "7B does not fit in 2 GB at 4 bits; 3.88B, the largest that does, reaches 2.085 against 2.060."
        )
        assert said(1e9, 1).startswith("1.91B is the largest size that fits in 1 GB at 4 bits: ")
        assert said(1.91e9, 1) == (
            "1.91B is the largest size that fits in 1 GB at 4 bits: 2.122; the budget would suit 5B (2.092)."
        )
        beyond = said(1e11, 12)
        assert beyond.startswith(
            "100B does not fit in 12 GB at 4 bits; 11B, the best size for 5 days, does and reaches "
        )


class TestMemory:
    def test_the_largest_size_that_fits_is_marked_on_the_curve(self) -> None:
        page = student_page(solve_plan(with_student(CLEAR_DISTIL, memory_gb=8, bits=4)))
        limit, line = mark(page, "limit"), chosen(page)
        assert limit.x == largest_student(8, 4, CLEAR_DISTIL.architecture)
        assert limit.label == f"Fits in 8 GB at 4 bits: up to {format_parameters(limit.x)}"
        assert limit.y == pytest.approx(np.interp(np.log(limit.x), np.log(line.x), line.y))
        for size, (_, _, room) in zip(line.x, page.read_out, strict=True):
            assert room == ("fits" if fits(size, 8, 4, CLEAR_DISTIL.architecture) else "too large to fit")

    @pytest.mark.parametrize(("memory", "words"), [(8, "which fits"), (2, "too large to fit")])
    def test_the_footer_says_what_the_plan_takes(self, memory: float, words: str) -> None:
        a_plan = with_student(CLEAR_DISTIL, memory_gb=memory)
        assert f"7B has 3.57 GB of weights at 4 bits, {words}" in student_page(solve_plan(a_plan)).footer

    def test_without_a_memory_nothing_is_limited(self) -> None:
        page = student_page(solve_plan(CLEAR_DISTIL))
        assert all(m.kind != "limit" for m in page.marks)
        assert {room for *_, room in page.read_out} == {""}


def exact_cost(solution: Solution, sizes: np.ndarray[Any, Any], wanted: float) -> np.ndarray[Any, Any]:
    """The inverse of goal/cost.py, a rounding above the loss as in `lifetime`."""
    return cost_of_distilling(sizes, wanted * (1 + 1e-7), *solution.shares, solution.world).compute_flops


class TestLifetime:
    def test_offered_only_with_a_serving_volume(self) -> None:
        for tokens in (None, 0.0):
            page = student_page(solve_plan(with_student(CLEAR_DISTIL, served_tokens=tokens)))
            assert page.variants == ()
            assert page.axis_name == ""
        _, variant = served(CLEAR_DISTIL, 1e12)
        assert (variant.axis_name, variant.y_kind, variant.name) == ("Lifetime compute", "compute", "student")

    @pytest.mark.parametrize("name", ["direct", "tie", "shared"])
    def test_training_compute_is_the_exact_inverse_s(self, name: str) -> None:
        solution = solve_plan(with_student(PLANS[name], served_tokens=1e12))
        wanted = plan_loss(solution)
        sizes = sizes_worth_showing(solution, wanted, 19)
        found = lifetime(solution, sizes, wanted)
        exact = exact_cost(solution, sizes, wanted)
        total = exact + found.serving
        for most, error in ((3, 5e-3), (6, 0.03)):  # where the loss hardly falls any more, compute matters less
            seen = total < most * total.min()
            assert seen.sum() >= 7
            np.testing.assert_allclose(found.distilled[seen], exact[seen], rtol=error)
        np.testing.assert_array_equal(np.isnan(found.distilled), np.isinf(exact))
        direct = cost_of_training_directly(sizes, wanted * (1 + 1e-7), solution.world).compute_flops
        np.testing.assert_allclose(found.direct, np.where(np.isfinite(direct), direct, np.nan), rtol=1e-6)

    @pytest.mark.parametrize("seed", range(0, 160, 9))
    def test_random_plans_reach_the_loss_with_no_more_than_it_takes(self, seed: int) -> None:
        a_plan = random_plan(seed, candidates=seed % 2 == 0)
        solution = solve_plan(a_plan)
        wanted = plan_loss(solution)
        sizes = sizes_worth_showing(solution, wanted, 15)
        found = lifetime(solution, sizes, wanted)
        able = np.isfinite(found.distilled)
        able &= found.distilled < 6 * np.nanmin(np.append(found.distilled, np.inf))
        if not able.any():
            return
        reached = own_method(solution, sizes[able], found.distilled[able]).loss
        less = own_method(solution, sizes[able], 0.8 * found.distilled[able]).loss
        np.testing.assert_allclose(reached, wanted, rtol=2e-3)
        assert np.all(less > wanted * (1 - 1e-6))

    def test_nothing_overflows_beyond_the_sizes_that_are_able(self) -> None:
        one = plan(
            student={"parameters": 1.5e8},
            budget_flops=3.1104e21,
            teacher={"exists": True},
            architecture={"vocabulary": 128256, "gqa_group": 4},
        )
        _, page = served(one, 3e13)  # a warning of numpy would be an error here
        able = chosen(page).y[np.isfinite(chosen(page).y)]
        assert able.size
        assert able.max() < 1e32

    def test_drawn_between_the_sizes_solved(self) -> None:
        solution, page = served(SHARED, 1e12)
        line = curve(page, own_key(solution))
        exact = exact_cost(solution, line.x, plan_loss(solution)) + forward_flops(line.x) * 1e12
        for most, error in ((3, 0.01), (8, 0.04)):
            seen = np.isfinite(line.y) & (line.y < most * mark(page, "best").y)
            assert seen.sum() > 60
            np.testing.assert_allclose(line.y[seen], exact[seen], rtol=error)

    @pytest.mark.parametrize("a_plan", PLANS.values(), ids=PLANS)
    def test_the_plan_and_the_favoured_size_are_marked(self, a_plan: Plan) -> None:
        solution, page = served(a_plan, 1e12)
        here, least, line = mark(page, "plan"), mark(page, "best"), chosen(page)
        serving = float(forward_flops(here.x, a_plan.architecture)) * 1e12
        assert here.x == a_plan.student.parameters
        assert here.y == pytest.approx(solution.budget.compute_flops + serving, rel=1e-9)
        assert here.y == line.y[np.flatnonzero(line.x == here.x)[0]]
        assert least.y <= np.nanmin(line.y)
        assert least.y == pytest.approx(np.nanmin(line.y), rel=0.01)
        assert line.x[0] <= least.x <= line.x[-1]
        assert page.plan_x is None
        for point in (here, least):
            assert page.x_range[0] <= point.x <= page.x_range[1]
            assert page.y_range[0] < point.y < page.y_range[1]

    def test_serving_more_favours_a_smaller_student(self) -> None:
        favoured = [mark(served(CLEAR_DISTIL, tokens)[1], "best").x for tokens in (1e10, 1e11, 1e12, 1e13)]
        assert favoured == sorted(favoured, reverse=True)
        assert favoured[-1] < 0.7 * favoured[0]

    def test_sizes_that_cannot_reach_the_loss_have_no_compute(self) -> None:
        solution, page = served(TIE, 1e12)
        zone = next(z for z in page.zones if z.kind == "too_weak")
        assert zone.label == "Cannot reach 2.109"
        assert zone.low == page.x_range[0]
        for line in page.curves:
            assert np.isnan(line.y[line.x < zone.high * (1 - 1e-9)]).all()
        assert np.isnan(direct_flops(solution, np.array([zone.high / 1.1]), plan_loss(solution))).all()
        assert "no compute is enough" in {row[0] for row in page.read_out}

    def test_sentences(self) -> None:
        assert served(CLEAR_DISTIL, 1e12)[1].sentence == (
            "Serving 1T tokens favours a smaller student: 3.3B reaches 2.060 with 1.2 × 10²² FLOPs in all, "
            "7B with 1.8 × 10²²."
        )
        assert served(CLEAR_DIRECT, 1e12)[1].sentence == (
            "1B costs about the least over its life: 3.4 × 10²¹ FLOPs to reach 2.221 and serve 1T tokens."
        )
        assert served(TIE, 1e12)[1].sentence.startswith("Even serving 1T tokens, a larger student pays: 2B reaches")


@pytest.mark.parametrize("seed", range(0, 120, 5))
def test_random_plans_can_be_drawn_and_said(seed: int) -> None:
    a_plan = random_plan(seed, candidates=seed % 2 == 0)
    memory = None if seed % 3 else 10 ** (seed % 7 - 2)
    page = student_page(solve_plan(with_student(a_plan, served_tokens=10.0 ** (9 + seed % 7), memory_gb=memory)))
    for shown in (page, *page.variants):
        assert shown.x_range[0] < shown.x_range[1]
        assert 0 < shown.y_range[0] < shown.y_range[1]
        assert chosen(shown).key == shown.curves[-1].key
        for line in shown.curves:
            assert np.all(np.diff(line.x) > 0)
            assert np.isfinite(line.y).any()
        for point in shown.marks:
            assert np.isfinite([point.x, point.y]).all()
        assert len(shown.read_out) == chosen(shown).x.size
        assert shown.sentence.endswith(".")
        for text in (shown.sentence, *shown.footer, *(m.label for m in shown.marks), *sum(shown.read_out, ())):
            assert "nan" not in text
            assert "inf" not in text
    json.dumps(page_as_json(page), allow_nan=False)


def test_the_page_is_one_of_the_window_s() -> None:
    assert PAGES["student"] is student_page
    assert list(PAGES)[:3] == ["budget", "teacher", "student"]


class TestDragging:
    def test_the_size_is_what_is_pointed_at_to_three_figures(self) -> None:
        moved = plan_with_student_size(CLEAR_DISTIL, 4_868_123_456.789)
        assert moved.student.parameters == 4.87e9
        assert replace_size(moved, 7e9) == CLEAR_DISTIL

    @pytest.mark.parametrize("size", [7e9, 1.234e9, 143_421_000.0, 7e9 / 8])
    def test_taking_a_move_back_restores_a_typed_size(self, size: float) -> None:
        a_plan = with_student(CLEAR_DISTIL, parameters=size)
        assert plan_with_student_size(plan_with_student_size(a_plan, 3.3333333e9), size) == a_plan

    def test_memory_and_bits_stay_as_a_check(self) -> None:
        a_plan = with_student(CLEAR_DISTIL, memory_gb=8, bits=4, parameters=15.7e9)
        moved = plan_with_student_size(a_plan, 2e10)
        assert (moved.student.memory_gb, moved.student.bits) == (8, 4)
        assert not fits(moved.student.parameters, 8, 4, moved.architecture)

    @pytest.mark.parametrize(("asked", "held"), [(1.0, SMALLEST), (1e99, LARGEST), (1e5, 1e5), (1e15, 1e15)])
    def test_it_stays_within_what_a_plan_file_holds(self, asked: float, held: float) -> None:
        moved = plan_with_student_size(CLEAR_DISTIL, asked)
        assert moved.student.parameters == held
        assert check_plan(moved) == moved


def replace_size(a_plan: Plan, size: float) -> Plan:
    return structs.replace(a_plan, student=structs.replace(a_plan.student, parameters=size))


class TestBestSize:
    def test_a_parabola_s_bottom_and_ends(self) -> None:
        sizes = np.geomspace(1e8, 1e11, 40)
        loss = 2 + 0.01 * np.log(sizes / 3e9) ** 2
        found = best_size(sizes, loss, 0.0039)
        assert found is not None
        assert found.parameters == pytest.approx(3e9)
        assert found.loss == pytest.approx(2)
        reach = np.exp(np.sqrt(0.0039 * 2 / 0.01))
        assert (found.low, found.high) == pytest.approx((3e9 / reach, 3e9 * reach), rel=5e-3)
        assert found.holds(3e9)
        assert not found.holds(3e9 * reach * 1.05)

    def test_only_the_sizes_around_the_best_count(self) -> None:
        loss = np.array([3.0, 2.0, 3.0, 2.001, 3.0])
        found = best_size(np.geomspace(1e8, 1e12, 5), loss, 0.0039)
        assert found is not None
        assert found.high < 1e10

    def test_points_without_a_loss_do_not_count(self) -> None:
        assert best_size(np.array([1e8, 1e9]), np.array([np.nan, np.inf]), 0.0039) is None
        found = best_size(np.array([1e8, 1e9, 1e10]), np.array([np.inf, 2.0, 2.5]), 0.0039)
        assert found is not None
        assert found.low == pytest.approx(1e9)

    def test_bottom_at_an_end_is_the_end(self) -> None:
        assert bottom(np.array([0.0, 1.0, 2.0]), np.array([1.0, 2.0, 3.0])) == (0.0, 1.0)
