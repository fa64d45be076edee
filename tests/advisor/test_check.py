"""Every number of the Check page can be had again from what is printed beside it, and from the paper's formulas."""

from __future__ import annotations

import csv
import io
import json
import math

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.check.page import check_page
from advisor.check.rows import CheckGroup, CheckPage, CheckRow, digits, with_numbers
from advisor.check.text import as_csv, as_text, as_tsv, headings
from advisor.coefficients import built_in_set
from advisor.curves import PAGES, page_as_json
from advisor.errors import InputError
from advisor.scenarios import SCENARIO_SHARES
from advisor.solution import Solution, solve_plan
from advisor.solver import best_distillation
from tests.advisor.formula import evaluate, readable
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, H100S, THREE_TEACHERS, TIE, plan
from tests.advisor.random_plans import random_plan

PRINTED = {"coefficients": "busbridge-2025-as-printed"}
REPEATED = plan(
    student={"parameters": 5e8, "served_tokens": 3e12},
    budget_flops=3e21,
    data={"student_tokens": 2e10, "teacher_tokens": 1e10, "allow_repeats": True},
    teacher={"students": 3, "share_outputs": True},
)
TEXT_RUNS_OUT = plan(
    student={"parameters": 2e8}, budget_flops=1e22, data={"student_tokens": 3e10, "allow_repeats": False}
)
MEASURED = plan(
    student={"parameters": 2e9},
    hardware={**H100S, "measured_tflops": 410, "contingency": 0.15, "price_per_hour": 2.25},
    teacher={"exists": True, "candidates": [{"name": "A", "parameters": 4e9, "loss": 1.98}, *THREE_TEACHERS]},
)
TIMED = plan(student={"parameters": 3e9}, hardware=H100S, budget_flops=5e20)
PLANS = {
    "distil": CLEAR_DISTIL, "direct": CLEAR_DIRECT, "tie": TIE, "repeated": REPEATED, "text runs out": TEXT_RUNS_OUT,
    "measured": MEASURED, "timed": TIMED, "printed": plan(**PRINTED),
    "stored": plan(student={"parameters": 7e9}, teacher={"exists": True, "outputs_stored": True}),
}  # fmt: skip


@pytest.fixture(scope="module", name="made")
def made_pages() -> dict[str, tuple[Solution, CheckPage]]:
    solutions = {name: solve_plan(a_plan) for name, a_plan in PLANS.items()}
    return {name: (solution, check_page(solution)) for name, solution in solutions.items()}


def row_of(group: CheckGroup, key: str) -> CheckRow:
    return next(row for row in group.rows if row.key == key)


def value(page: CheckPage, group: str, key: str) -> float:
    found = row_of(page.group(group), key).value
    assert found is not None
    return found


def assert_rows_follow(page: CheckPage) -> int:
    """Check each row against its formula with every digit, and with the digits shown; return how many had one."""
    count = 0
    for group in page.groups:
        for row in group.rows:
            if not row.formula:
                continue
            assert row.value is not None, row
            count += 1
            # What is left over is a small difference of large numbers; the largest sets what rounding may do.
            slack = 1e-9 * value(page, "budget", "compute") if row.key == "flops_left" else 0.0
            assert evaluate(row.exact) == pytest.approx(row.value, rel=1e-9, abs=slack or 1e-300), row
            shown = evaluate(readable(row.numbers))
            cancels = row.key in {"flops_left", "loss_difference", "probability", "compute_equivalent"} or (
                row.key in {"tokens_worth", "tokens_needed", "student_tokens", "student_off", "teacher_off"}
            )
            # The law is steep for weak teachers: seven figures of L_T leave four of `weakness`.
            close = 5e-4 if row.key == "weakness" else 5e-5
            assert cancels or shown == pytest.approx(row.value, rel=close), row
    return count


class TestEveryRowFollowsFromItsFormula:
    @pytest.mark.parametrize("name", PLANS)
    def test_of_the_plans(self, name: str, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        assert assert_rows_follow(made[name][1]) > 50

    @given(seed=st.integers(0, 10_000), candidates=st.booleans())
    def test_of_random_plans(self, seed: int, candidates: bool) -> None:
        try:
            solution = solve_plan(random_plan(seed, candidates))
        except InputError:
            return
        assert assert_rows_follow(check_page(solution)) > 50

    def test_keys_are_unique_and_groups_are_named(self, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        for _, page in made.values():
            names = [group.name for group in page.groups]
            assert len(set(names)) == len(names)
            for group in page.groups:
                keys = [row.key for row in group.rows]
                assert len(set(keys)) == len(keys), group.name
                assert group.title
                assert group.rows or group.text

    def test_every_row_says_what_it_is_and_how_it_comes_about(
        self, made: dict[str, tuple[Solution, CheckPage]]
    ) -> None:
        for _, page in made.values():
            for row in (row for group in page.groups for row in group.rows):
                assert row.meaning[:1] == row.meaning[:1].upper()
                assert row.text
                assert row.source
                assert row.formula or row.note or row.source.startswith(("Table 6", "App.", "Muennighoff", "Coeff")), (
                    row
                )
                assert "None" not in row.text or row.value is None
                assert "nan" not in row.text


class TestTheLawWrittenDownAgain:
    """Independent of the program: the paper's formulas with plain floats."""

    @staticmethod
    def forward(n: float) -> float:
        s1, s2 = (1 / (128 * 12**2)) ** (1 / 3), (128 / 12) ** (1 / 3)
        return 2 * n * (1 + s1 * 4096 / n ** (1 / 3) + s2 * 32168 / n ** (2 / 3))

    @staticmethod
    def supervised(n: float, d: float) -> float:
        return 1.22 + (3355 / n**0.408 + 18186 / d**0.431) ** 0.452

    def distilled(self, n: float, d: float, teacher: float) -> float:
        weak = (1 + (teacher / (self.supervised(n, d) * 1.315)) ** (1 / 0.09)) ** (-522.6 * 0.09)
        return teacher + teacher**-2.549 * weak * (2243 / n**0.321 + 24181 / (d / 1000) ** 0.637) ** 0.764

    def test_distilling_from_an_existing_teacher(self) -> None:
        page = check_page(solve_plan(CLEAR_DISTIL))
        compute = 16 * 989e12 * 0.38 * 120 * 3600
        tokens = compute / (3 * self.forward(7e9) + self.forward(7e9))
        teacher = self.supervised(7e9, 15e12)
        loss = self.distilled(7e9, tokens, teacher)
        direct = self.supervised(7e9, compute / (3 * self.forward(7e9)))
        z = (direct - loss) / (direct * math.sqrt(2) * 0.0039)
        for group, key, expected in (
            ("budget", "compute", compute),
            ("budget", "whole_cost", 16 * 120 * 3.5),
            ("student", "forward_flops", self.forward(7e9)),
            ("student", "layers", (7e9 / (128**2 * 12)) ** (1 / 3)),
            ("student", "width", 128 * (7e9 / (128**2 * 12)) ** (1 / 3)),
            ("student", "total_parameters", 7e9 + 32168 * 128 * (7e9 / (128**2 * 12)) ** (1 / 3)),
            ("teacher", "loss", teacher),
            ("shares", "outputs_share", 1.0),
            ("shares", "training_share", 0.0),
            ("distillation", "student_tokens", tokens),
            ("distillation", "loss", loss),
            ("distillation", "loss_low", loss * (1 - 1.645 * 0.0039)),
            ("distillation", "loss_high", loss * (1 + 1.645 * 0.0039)),
            ("distillation", "flops_student_training", 3 * self.forward(7e9) * tokens),
            ("distillation", "flops_teacher_outputs", self.forward(7e9) * tokens),
            ("distillation", "flops_teacher_training", 0.0),
            ("distillation", "hours", 120.0),
            ("supervised", "loss", direct),
            ("verdict", "probability", 0.5 * math.erfc(-z / math.sqrt(2))),
            ("limits", "floor", 1.22 + (3355 * 7e9**-0.408) ** 0.452),
        ):
            assert value(page, group, key) == pytest.approx(expected, rel=1e-9), (group, key)
        needed = (18186 / ((loss - 1.22) ** (1 / 0.452) - 3355 / 7e9**0.408)) ** (1 / 0.431)
        equivalent = 3 * self.forward(7e9) * needed / compute
        assert value(page, "verdict", "compute_equivalent") == pytest.approx(equivalent, rel=1e-6)

    def test_each_existing_teacher(self) -> None:
        page = check_page(solve_plan(CLEAR_DISTIL))
        compute = 16 * 989e12 * 0.38 * 120 * 3600
        for number, teacher in enumerate(THREE_TEACHERS, 1):
            group = page.group(f"candidate_{number}")
            size, seen = float(teacher["parameters"]), float(teacher["training_tokens"])
            tokens = compute / (3 * self.forward(7e9) + self.forward(size))
            assert group.title == f"Candidate: {teacher['name']}"
            assert row_of(group, "teacher_loss").value == pytest.approx(self.supervised(size, seen))
            assert row_of(group, "teacher_loss").note == "Estimated as if it had been trained on your text"
            assert row_of(group, "student_tokens").value == pytest.approx(tokens)
            expected = self.distilled(7e9, tokens, self.supervised(size, seen))
            assert row_of(group, "loss").value == pytest.approx(expected)
        assert [row_of(page.group(f"candidate_{k}"), "rank").text for k in (1, 2, 3)] == ["1", "2", "3"]

    def test_a_stated_teacher_loss_is_taken_as_it_is(self) -> None:
        group = check_page(solve_plan(MEASURED)).group("candidate_1")
        assert row_of(group, "teacher_loss").value == 1.98
        assert not row_of(group, "teacher_loss").formula

    def test_measured_speed_replaces_peak_times_utilisation(self) -> None:
        page = check_page(solve_plan(MEASURED))
        assert value(page, "budget", "compute") == pytest.approx(16 * 410e12 * 120 * 3600 * 0.85)
        assert value(page, "budget", "utilisation") == pytest.approx(410 / 989)

    def test_repeated_text(self) -> None:
        page = check_page(solve_plan(REPEATED))
        tokens = value(page, "supervised", "tokens")
        assert tokens > 2e10
        worth = 2e10 + 2e10 * 15.387756 * (1 - math.exp(-(tokens / 2e10 - 1) / 15.387756))
        assert value(page, "supervised", "effective_tokens") == pytest.approx(worth)
        assert value(page, "supervised", "loss") == pytest.approx(self.supervised(5e8, worth))

    def test_lifetime_is_training_and_serving(self) -> None:
        solution = solve_plan(REPEATED)
        page = check_page(solution)
        serving = self.forward(5e8) * 3e12
        assert value(page, "serving", "serving") == pytest.approx(serving)
        expected = solution.distillation.flops.total + serving
        assert value(page, "serving", "lifetime_distilling") == pytest.approx(expected)

    def test_no_serving_without_a_volume(self, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        with pytest.raises(KeyError):
            made["distil"][1].group("serving")


class TestAgainstTheRecommendation:
    """What stands in the rows is what the answer says."""

    @pytest.mark.parametrize("name", PLANS)
    def test_numbers_of_the_answer(self, name: str, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        solution, page = made[name]
        distilled, direct = solution.distillation, solution.supervised
        assert value(page, "distillation", "loss") == distilled.loss
        assert value(page, "distillation", "student_tokens") == distilled.student_tokens
        assert value(page, "teacher", "parameters") == distilled.teacher.parameters
        assert value(page, "teacher", "loss") == pytest.approx(distilled.teacher.loss, rel=1e-12)
        assert value(page, "supervised", "loss") == pytest.approx(direct.loss, rel=1e-12)
        assert value(page, "verdict", "probability") == solution.probability
        equivalent = row_of(page.group("verdict"), "compute_equivalent")
        assert equivalent.value == solution.compute_equivalent
        ends = [value(page, "limits", f"{end}_teacher") for end in ("smallest", "largest")]
        assert tuple(ends) == distilled.teacher_parameters_range

    @pytest.mark.parametrize("name", PLANS)
    def test_phases_never_cost_more_than_there_is(self, name: str, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        page = made[name][1]
        phases = sum(
            value(page, "distillation", f"flops_{phase}")
            for phase in ("student_training", "teacher_outputs", "teacher_training")
        )
        assert phases == pytest.approx(value(page, "distillation", "flops"))
        assert phases <= value(page, "budget", "compute")
        left = value(page, "distillation", "flops_left")
        assert phases + left == pytest.approx(value(page, "budget", "compute"))

    @pytest.mark.parametrize("name", PLANS)
    def test_scenarios(self, name: str, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        solution, page = made[name]
        for scenario, expected in solution.scenarios.items():
            assert expected is not None
            group = page.group(scenario)
            assert group.folded
            assert row_of(group, "loss").value == pytest.approx(expected.loss, rel=1e-12)
            shares = value(page, scenario, "outputs_share"), value(page, scenario, "training_share")
            assert shares == SCENARIO_SHARES[scenario]

    @pytest.mark.parametrize("name", ["direct", "tie", "repeated", "timed"])
    def test_what_was_searched_cannot_be_bettered(self, name: str, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        solution, page = made[name]
        size, compute = solution.plan.student.parameters, solution.budget.compute_flops
        best, at = value(page, "limits", "best_loss"), value(page, "teacher", "parameters")
        for factor in (0.8, 0.95, 1.05, 1.25):
            held = at * factor
            other = best_distillation(size, compute, *solution.shares, solution.world, held, held)
            assert float(other.loss) >= best * (1 - 1e-9)

    @pytest.mark.parametrize("name", ["distil", "direct", "tie"])
    def test_good_teachers_end_where_the_loss_is_good_enough(
        self, name: str, made: dict[str, tuple[Solution, CheckPage]]
    ) -> None:
        solution, page = made[name]
        good = value(page, "limits", "good_enough_loss")
        for end in ("smallest", "largest"):
            at = value(page, "limits", f"{end}_teacher")
            found = best_distillation(
                solution.plan.student.parameters,
                solution.budget.compute_flops,
                *solution.shares,
                solution.world,
                at,
                at,
            )
            assert float(found.loss) == pytest.approx(good, rel=1e-4)


class TestWords:
    def test_sentences(self, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        assert made["distil"][1].sentence == (
            "Distilling reaches 2.060, training directly 2.096: over 99 % likely to be better."
        )
        assert made["direct"][1].sentence == (
            "Training directly reaches 2.221, distilling 2.302: over 99 % likely to be at least as good."
        )
        assert made["tie"][1].sentence == "Training directly reaches 2.109, distilling 2.118: too close to call."
        assert made["printed"][1].sentence.endswith(", by coefficients that contradict the study's own data.")

    @pytest.mark.parametrize(
        ("name", "verdict"), [("distil", "Distil"), ("direct", "Train directly"), ("tie", "Too close to call")]
    )
    def test_verdict(self, name: str, verdict: str, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        row = row_of(made[name][1].group("verdict"), "verdict")
        assert row.text == verdict
        assert "84 %" in row.note
        assert "16 %" in row.note

    def test_out_of_reach_says_why(self) -> None:
        free = {"exists": True, "outputs_stored": True}
        little = {"student_tokens": 5e9, "allow_repeats": False}
        page = check_page(solve_plan(plan(budget_flops=1e22, data=little, teacher=free)))
        row = row_of(page.group("verdict"), "compute_equivalent")
        assert row.value is None
        assert row.text == "Out of reach"
        floor = value(page, "limits", "floor_on_text")
        assert row.note == f"Training directly on this text stays above {floor:.3f}, however long it runs"

    def test_which_coefficients(self, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        assert "in thousands" in made["distil"][1].group("coefficients").text
        assert "contradicts" in made["printed"][1].group("coefficients").text

    def test_coefficients_are_those_of_table_6(self, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        page = made["distil"][1]
        table = {
            "E": 1.22, "A": 3355, "B": 18186, "α": 0.408, "β": 0.431, "γ": 0.452, "A′": 2243, "B′": 24181, "α′": 0.321,
            "β′": 0.637, "γ′": 0.764, "c_0": 2.549, "c_1": 522.6, "f_1": 0.09, "d_1": 1.315, "token_unit": 1000,
        }  # fmt: skip
        assert {key: value(page, "coefficients", key) for key in table} == table
        assert "90 % interval 1.190–1.247, taken alone" in row_of(page.group("coefficients"), "E").note

    def test_a_set_of_ones_own_shows_no_published_interval(self) -> None:
        own = msgspec.to_builtins(built_in_set("busbridge-2025"))
        own |= {"id": "ours", "name": "Ours 2026", "source": "our runs", "relative_error": 0.01}
        page = check_page(solve_plan(plan(coefficients="ours", coefficient_set=own)))
        group = page.group("coefficients")
        assert "Ours 2026" in group.text
        assert not any("interval" in row.note for row in group.rows)
        assert row_of(group, "E").source == "Coefficient set, Eq. 1"
        assert_rows_follow(page)


class TestOutput:
    def test_json(self, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        for _, page in made.values():
            tree = page_as_json(page)
            assert json.loads(json.dumps(tree))["groups"][0]["rows"][0]["text"]

    def test_csv_has_every_row_and_paragraph(self, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        page = made["distil"][1]
        lines = list(csv.reader(io.StringIO(as_csv(page))))
        assert tuple(lines[0]) == headings()
        assert all(len(line) == len(headings()) for line in lines)
        paragraphs = sum(len(group.text.splitlines()) for group in page.groups)
        assert len(lines) == 1 + paragraphs + sum(len(group.rows) for group in page.groups)
        loss = next(line for line in lines if line[0] == "Distilling" and line[2].startswith("Student loss"))
        assert float(loss[4]) == value(page, "distillation", "loss")
        assert evaluate(loss[7]) == pytest.approx(float(loss[4]))

    def test_a_name_like_a_formula_stays_text(self) -> None:
        teacher = {"exists": True, "candidates": [{**THREE_TEACHERS[0], "name": "=1+1"}]}
        page = check_page(solve_plan(plan(teacher=teacher)))
        for line in csv.reader(io.StringIO(as_csv(page))):
            for cell in line:
                assert not cell.startswith(("=", "+", "@")), cell
                assert not cell.startswith("-") or float(cell) < 0

    def test_tsv_keeps_its_columns(self, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        lines = as_tsv(made["distil"][1].groups).splitlines()
        assert {line.count("\t") for line in lines} == {len(headings()) - 1}

    def test_text_has_recipe_paragraphs_and_formulas(self, made: dict[str, tuple[Solution, CheckPage]]) -> None:
        page = made["distil"][1]
        text = as_text(page)
        assert page.sentence in text
        assert "\nRecipe\n──────\n" in text
        assert "Lu and Liu 2026" in text
        assert row_of(page.group("distillation"), "loss").numbers in text


class TestNumbers:
    @given(st.floats(allow_nan=False, allow_infinity=False))
    def test_every_digit(self, x: float) -> None:
        assert evaluate(readable(digits(x, None))) == x

    @pytest.mark.parametrize(
        ("x", "text"),
        [
            (7e9, "7e9"),
            (2.600558592e21, "2.600559e21"),
            (0.0039, "0.0039"),
            (-2.5, "(−2.5)"),
            (1e-7, "1e-7"),
            (18186, "18186"),
            (0.0, "0"),
            (1e5, "100000"),
        ],
    )
    def test_shown(self, x: float, text: str) -> None:
        assert digits(x) == text

    def test_negative_numbers_keep_their_sign_in_a_power(self) -> None:
        assert evaluate(readable(with_numbers("{x}^2 − {y}", {"x": -3, "y": -1}))) == 10


@pytest.mark.parametrize("f1", [0.09, 0.001])
def test_the_weakest_teacher_overflows_no_formula(f1: float) -> None:
    """With a narrow f1 the power inside Eq. 8 is beyond any calculator; the row then has the form without it."""
    own = msgspec.to_builtins(built_in_set("busbridge-2025"))
    own |= {"id": "ours", "name": "Ours 2026", "distillation": {**own["distillation"], "f1": f1}}
    teacher = {"exists": True, "candidates": [{"name": "noise", "parameters": 1e8, "loss": 100}]}
    page = check_page(solve_plan(plan(teacher=teacher, coefficients="ours", coefficient_set=own)))
    assert assert_rows_follow(page) > 50
    assert ("(1 + " in row_of(page.group("distillation"), "weakness").formula) == (f1 > 0.01)


def test_the_page_is_registered_under_its_name() -> None:
    assert PAGES["check"] is check_page
