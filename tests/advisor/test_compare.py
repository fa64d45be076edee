"""Plans side by side: the table's numbers against the advisor's, who is best, and the sentence over them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import msgspec
import numpy as np
import pytest

from advisor.baseline import train_directly
from advisor.budget import budget
from advisor.compare import compared
from advisor.compare.cells import CompareCell, loss_difference, ratio_text
from advisor.compare.compared import compared_plans, outcome_of, solve_pinned, this_plan, told_apart
from advisor.compare.page import ComparePage, comma_separated, compare_page, tab_separated
from advisor.compare.sentence import said_name
from advisor.curves import page_as_json
from advisor.errors import InputError
from advisor.flops import forward_flops
from advisor.methods import own_method
from advisor.pages.budget import budget_page
from advisor.pins import pin_plan, rename_pin, restore_pin, without_pins
from advisor.plan import MOST_PINS, Plan, Student, Teacher
from advisor.plan_edit import with_value
from advisor.plan_file import check_plan
from advisor.quantities import format_loss, format_money
from advisor.solution import Solution, solve_plan

from .plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE
from .random_plans import random_plan

REFUSED = check_plan(
    Plan(
        budget_flops=1e12,
        student=Student(parameters=1e9),
        teacher=Teacher(parameters_range=(1e13, 1e13)),
    )
)
"""A plan whose fields fit together and that has no answer: no teacher so large can be paid for."""


def page(plan: Plan) -> ComparePage:
    return compare_page(solve_plan(plan))


def beside(this: Plan, *pinned: Plan) -> Plan:
    """Return ``this`` with the other plans as pins A, B, C …"""
    for other in pinned:
        pins = pin_plan(msgspec.structs.replace(other, pins=this.pins)).pins
        this = msgspec.structs.replace(this, pins=pins)
    return this


def hours(plan: Plan, value: float) -> Plan:
    return with_value(plan, "hardware.hours", value)


def row(page: ComparePage, label: str) -> tuple[CompareCell, ...]:
    return next(row.cells for row in page.rows if row.label == label)


def labels(page: ComparePage) -> list[str]:
    return [row.label for row in page.rows]


def best(page: ComparePage, label: str) -> list[str]:
    cells = zip(page.columns, row(page, label), strict=True)
    return [column.name for column, cell in cells if cell.best]


# Numbers


@pytest.mark.parametrize("this", [CLEAR_DISTIL, CLEAR_DIRECT, TIE], ids=["distil", "direct", "tie"])
def test_the_first_column_is_this_plans_answer(this: Plan):
    solution = solve_plan(this)
    shown = page(this)
    chosen = solution.distillation if solution.method == "distill" else solution.supervised
    assert row(shown, "Expected loss")[0].value == chosen.loss
    assert row(shown, "Expected loss")[0].text == format_loss(chosen.loss)
    assert row(shown, "90 % range")[0].text == "–".join(format_loss(end) for end in chosen.loss_interval)
    assert row(shown, "Distilling better")[0].value == solution.probability
    if chosen.cost is not None:
        assert row(shown, "Cost")[0].value == chosen.cost
        assert row(shown, "Cost")[0].text == format_money(chosen.cost)
    assert not any(cell.best for line in shown.rows for cell in line.cells)


def test_choices_are_in_words():
    shown = page(beside(CLEAR_DISTIL, CLEAR_DIRECT, TIE))
    assert [cell.text for cell in row(shown, "Choice")] == ["Distil", "Train directly", "Train directly"]
    assert [cell.note for cell in row(shown, "Choice")] == ["", "", "too close to call"]
    assert [cell.text for cell in row(shown, "Teacher")] == ["8B", "None", "None"]
    assert row(shown, "Teacher")[0].note == "7B on 15T tokens"


@pytest.mark.parametrize("seed", range(24))
def test_every_column_is_its_plans_own_answer(seed: int):
    plans = [random_plan(seed, candidates=True), random_plan(seed + 100), random_plan(seed + 200)]
    try:
        solutions = [solve_plan(each) for each in plans]
    except InputError:
        pytest.skip("one of the three has no answer")
    shown = page(beside(*plans))
    for i, solution in enumerate(solutions):
        outcome = outcome_of(solution)
        assert row(shown, "Expected loss")[i].value == outcome.loss
        assert row(shown, "Compute")[i].value == outcome.flops
        assert row(shown, "Student tokens")[i].value == outcome.student_tokens
        assert outcome.flops <= solution.budget.compute_flops * (1 + 1e-9)
        assert row(shown, "Student size")[i].value == solution.plan.student.parameters


def test_time_cost_and_energy_are_of_what_is_computed():
    scarce = with_value(with_value(CLEAR_DISTIL, "data.student_tokens", 1e9), "data.allow_repeats", False)
    solution = solve_plan(scarce)
    whole = budget(scarce)
    outcome = outcome_of(solution)
    assert outcome.flops < 0.1 * whole.compute_flops
    share = outcome.flops / whole.compute_flops
    assert outcome.hours is not None and whole.hours is not None
    assert outcome.hours == pytest.approx(whole.hours * share)
    assert outcome.cost is not None and whole.cost is not None
    assert outcome.cost == pytest.approx(whole.cost * share)
    assert outcome.energy_kwh is not None and whole.energy_kwh is not None
    assert outcome.energy_kwh == pytest.approx(whole.energy_kwh * share)
    assert outcome.carbon_kg == pytest.approx(outcome.energy_kwh * 0.4)


def test_serving_counts_forward_passes():
    served = with_value(CLEAR_DISTIL, "student.served_tokens", 1e12)
    outcome = outcome_of(solve_plan(served))
    assert outcome.lifetime_flops == pytest.approx(outcome.flops + 1e12 * float(forward_flops(7e9)))
    shown = page(beside(served, with_value(hours(served, 60), "student.parameters", 1e9)))
    assert best(shown, "With serving") == ["A"]
    other = page(beside(served, CLEAR_DISTIL))
    assert row(other, "With serving")[1].note == "other serving"
    assert best(other, "With serving") == []
    assert "With serving" not in labels(page(CLEAR_DISTIL))


def test_what_no_plan_knows_has_no_row_and_what_one_lacks_says_so():
    assert not {"Time", "Cost", "Energy", "CO₂"} & set(labels(page(CLEAR_DIRECT)))
    shown = page(beside(CLEAR_DIRECT, CLEAR_DISTIL))
    assert [cell.text for cell in row(shown, "Time")] == ["Not known", "5 days"]
    assert row(shown, "Time")[1].note == ""
    assert best(shown, "Time") == []


# Differences and the best


def test_differences_are_in_words():
    shown = page(beside(hours(CLEAR_DISTIL, 240), CLEAR_DISTIL))
    this, pinned = (cell.value for cell in row(shown, "Expected loss"))
    assert this is not None and pinned is not None
    assert row(shown, "Expected loss")[1].note == f"{loss_difference(pinned, this)} worse"
    assert row(shown, "Cost")[1].note == "$6,720 less"
    assert row(shown, "Time")[1].note == "5 days shorter"
    assert row(shown, "Compute")[1].note == "50 % as much"
    other_way = page(beside(CLEAR_DISTIL, hours(CLEAR_DISTIL, 240)))
    assert row(other_way, "Expected loss")[1].note == f"{loss_difference(pinned, this)} better"
    assert row(other_way, "Cost")[1].note == "$6,720 more"
    assert row(other_way, "Time")[1].note == "5 days longer"
    assert row(other_way, "Compute")[1].note == "2× as much"
    assert [cell.note for line in other_way.rows for cell in line.cells[:1] if line.label != "Teacher"] == [""] * (
        len(other_way.rows) - 1
    )


def test_a_difference_of_losses_is_that_of_what_is_written():
    assert loss_difference(2.0003, 2.0597) == "0.060"
    assert loss_difference(2.0597, 2.0003) == "0.060"


@pytest.mark.parametrize(
    ("ratio", "text"), [(2, "2× as many"), (0.4, "40 % as many"), (1.04, "about the same"), (0.97, "about the same")]
)
def test_ratios_are_said_as_people_do(ratio: float, text: str):
    assert ratio_text(ratio * 7e9, 7e9, "{ratio} as many") == text


def test_the_best_is_marked_where_one_is_clearly_ahead():
    shown = page(beside(CLEAR_DISTIL, hours(CLEAR_DISTIL, 240), hours(CLEAR_DISTIL, 60)))
    assert best(shown, "Expected loss") == ["A"]
    assert best(shown, "Cost") == best(shown, "Time") == best(shown, "Energy") == best(shown, "CO₂") == ["B"]
    assert best(shown, "Student size") == best(shown, "Compute") == best(shown, "Student tokens") == []


def test_equals_are_not_marked():
    shown = page(beside(hours(CLEAR_DISTIL, 240), CLEAR_DISTIL, CLEAR_DISTIL))
    assert best(shown, "Cost") == []
    assert best(shown, "Expected loss") == [this_plan()]


def test_losses_within_the_error_are_not_told_apart():
    near = hours(CLEAR_DISTIL, 125)
    plans = compared_plans(solve_plan(beside(CLEAR_DISTIL, near, hours(CLEAR_DISTIL, 300))))
    assert not told_apart(plans[0], plans[1])
    assert not told_apart(plans[1], plans[0])
    assert told_apart(plans[0], plans[2])
    shown = page(beside(CLEAR_DISTIL, near))
    assert row(shown, "Expected loss")[1].note.endswith("better, within the error")
    assert best(shown, "Expected loss") == []


def test_told_apart_is_the_verdicts_threshold():
    this, pinned = compared_plans(solve_plan(beside(CLEAR_DISTIL, CLEAR_DISTIL)))
    error = this.law.relative_error
    for factor, expected in ((0.98, False), (1.01, True)):
        # Phi(0.9945) = 0.84
        worse = this.choice.loss / (1 - 0.9945 * factor * np.sqrt(2) * error)
        other = compared.Compared("A", pinned.plan, pinned.law, pinned.solution, replace(pinned.choice, loss=worse))
        assert told_apart(this, other) is expected


def test_money_in_another_currency_is_not_compared():
    euros = with_value(with_value(CLEAR_DISTIL, "currency", "EUR"), "hardware.price_per_hour", 1.0)
    shown = page(beside(hours(CLEAR_DISTIL, 240), euros))
    assert row(shown, "Cost")[1].note == "another currency"
    assert best(shown, "Cost") == []
    assert "A counts in another currency" in shown.notes
    assert shown.sentence.endswith("for 5 days more.")


def test_losses_of_another_law_are_not_compared():
    printed = with_value(CLEAR_DISTIL, "coefficients", "busbridge-2025-as-printed")
    shown = page(beside(CLEAR_DISTIL, printed))
    assert row(shown, "Expected loss")[1].note == "not comparable: another law"
    assert best(shown, "Expected loss") == []
    assert shown.sentence == "A rests on another law than this plan, so their losses cannot be compared."
    assert any("another law" in note for note in shown.notes)
    assert "Law" in labels(shown)


def test_another_vocabulary_is_noted():
    shown = page(beside(CLEAR_DISTIL, with_value(CLEAR_DISTIL, "architecture.vocabulary", 128256)))
    assert any(note.startswith("A has another vocabulary") for note in shown.notes)


# What was given


def test_only_inputs_that_differ_are_listed():
    assert labels(page(beside(CLEAR_DISTIL, CLEAR_DISTIL)))[-2:] == ["Student size", "Hardware"]
    changed = with_value(with_value(hours(CLEAR_DISTIL, 60), "data.student_tokens", 3e9), "hardware.utilization", 0.5)
    shown = page(beside(CLEAR_DISTIL, changed))
    assert labels(shown)[-5:] == ["Student size", "Hardware", "Time given", "Utilisation", "Student text"]
    assert [cell.text for cell in row(shown, "Time given")] == ["5 days", "2.5 days"]
    assert [cell.text for cell in row(shown, "Utilisation")] == ["38 % of peak", "50 % of peak"]
    assert [cell.text for cell in row(shown, "Student text")] == ["no limit", "3B"]


@pytest.mark.parametrize(
    ("field", "value", "label"),
    [
        ("hardware.count", 32, "Hardware"),
        ("hardware.precision", "fp16", "Precision"),
        ("hardware.peak_tflops", 500.0, "Precision"),
        ("hardware.measured_tflops", 300.0, "Utilisation"),
        ("hardware.price_per_hour", 2.0, "Price"),
        ("hardware.contingency", 0.1, "Time lost"),
        ("hardware.pue", 1.5, "Power and carbon"),
        ("hardware.carbon_g_per_kwh", 50.0, "Power and carbon"),
        ("budget_flops", 1e21, "Time given"),
        ("data.teacher_tokens", 1e12, "Teacher text"),
        ("data.allow_repeats", False, "Repeats"),
        ("student.served_tokens", 1e12, "Served"),
        ("teacher.exists", False, "Teachers"),
        ("teacher.candidates", (), "Candidates"),
        ("teacher.outputs_stored", True, "Teacher outputs"),
        ("teacher.share_outputs", True, "Teacher outputs"),
        ("teacher.students", 4.0, "Shared by"),
        ("teacher.max_training_tokens", 1e13, "Teacher limits"),
        ("teacher.parameters_range", (1e8, 1e11), "Teacher limits"),
        ("architecture.context", 8192, "Shape"),
    ],
)
def test_each_input_that_differs_has_a_row(field: str, value: object, label: str):
    shown = page(beside(CLEAR_DISTIL, with_value(CLEAR_DISTIL, field, value)))
    texts = [cell.text for cell in row(shown, label)]
    assert texts[0] != texts[1]


# The sentence


def test_without_pins_it_says_what_pinning_is_for():
    shown = page(CLEAR_DISTIL)
    assert shown.sentence == "Pin this plan, change it, and both stand side by side."
    assert [column.name for column in shown.columns] == [this_plan()]
    assert shown.next_name == "A"


@pytest.mark.parametrize("this", [CLEAR_DISTIL, CLEAR_DIRECT, TIE], ids=["distil", "direct", "tie"])
def test_a_plan_just_pinned_says_what_comes_next(this: Plan):
    assert page(pin_plan(this)).sentence == (
        "A is the plan as it is now: change something, and both stand side by side."
    )
    assert page(pin_plan(pin_plan(this))).sentence.startswith("All pins are the plan as it is now")


def test_better_for_more():
    shown = page(beside(hours(CLEAR_DISTIL, 240), CLEAR_DISTIL))
    loss = [cell.text for cell in row(shown, "Expected loss")]
    difference = f"{float(loss[1]) - float(loss[0]):.3f}"
    assert shown.sentence == f"This plan is {difference} better than A for $6,720 more."
    other_way = page(beside(CLEAR_DISTIL, hours(CLEAR_DISTIL, 240)))
    assert other_way.sentence == f"A is {difference} better than this plan for $6,720 more."


def test_better_for_less():
    slow = with_value(
        with_value(CLEAR_DISTIL, "teacher.candidates", CLEAR_DISTIL.teacher.candidates[1:2]),
        "hardware.price_per_hour",
        9.0,
    )
    shown = page(beside(CLEAR_DISTIL, slow))
    assert shown.sentence.startswith("This plan is 0.0")
    assert shown.sentence.endswith("better than A and costs $10,600 less.")


def test_better_for_the_same():
    other = with_value(CLEAR_DISTIL, "teacher.candidates", CLEAR_DISTIL.teacher.candidates[2:])
    assert page(beside(CLEAR_DISTIL, other)).sentence == "This plan is 0.036 better than A for the same cost."


def test_better_with_more_compute_where_no_hardware_is_known():
    shown = page(beside(CLEAR_DIRECT, with_value(CLEAR_DIRECT, "budget_flops", 1e22)))
    assert shown.sentence == "A is 0.086 better than this plan with 10× the compute."


def test_plans_within_the_error_are_told_by_what_they_cost():
    shown = page(beside(TIE, hours(TIE, 520)))
    assert shown.sentence == "A and this plan cannot be told apart; this plan costs $3,580 less."
    assert page(beside(CLEAR_DISTIL, with_value(CLEAR_DISTIL, "name", "Other"))).sentence == (
        "This plan and A cannot be told apart; they cost the same."
    )


def test_of_many_the_best_the_next_and_the_cheapest_are_named():
    shown = page(beside(CLEAR_DISTIL, hours(CLEAR_DISTIL, 60), hours(CLEAR_DISTIL, 400)))
    loss = [float(cell.text) for cell in row(shown, "Expected loss")]
    assert shown.sentence == (
        f"B is {loss[0] - loss[2]:.3f} better than this plan for $15,700 more; "
        f"A costs least and is {loss[1] - loss[2]:.3f} worse than B."
    )


def test_of_many_within_the_error_some_are_best():
    shown = page(beside(CLEAR_DISTIL, hours(CLEAR_DISTIL, 400), hours(CLEAR_DISTIL, 410)))
    assert shown.sentence == "B and A are best and cannot be told apart; A costs $560 less."
    near = [hours(CLEAR_DISTIL, 120 + i) for i in range(1, 7)]
    assert page(beside(CLEAR_DISTIL, *near)).sentence == (
        "F, E, D and 4 more cannot be told apart; this plan costs least."
    )


def test_names_in_the_sentence_cannot_be_mistaken_for_words():
    shown = page(rename_pin(beside(CLEAR_DISTIL, hours(CLEAR_DISTIL, 240)), 0, "is worse; buy"))
    assert shown.sentence.startswith("“is worse; buy” is 0.0")
    assert said_name("A") == "A"
    assert said_name("a") == "“a”"
    assert said_name("x" * 80) == f"“{'x' * 31}…”"
    assert said_name("new\nline\u202e") == "“new line ”"


# Pins without an answer


def test_a_pin_without_an_answer_says_why():
    assert isinstance(solve_pinned(REFUSED), InputError)
    shown = page(beside(CLEAR_DISTIL, REFUSED))
    assert shown.sentence == "A has no answer, so there is nothing to compare yet."
    assert "even the smallest teacher allowed" in shown.columns[1].problem
    assert any(note.startswith("A has no answer: even the smallest teacher") for note in shown.notes)
    assert row(shown, "Choice")[1].text == "No answer"
    assert row(shown, "Expected loss")[1] == CompareCell("–")
    assert row(shown, "Student size")[1].text == "1B"
    assert page(beside(CLEAR_DISTIL, REFUSED, REFUSED)).sentence.startswith("None of the pins has an answer")
    three = page(beside(CLEAR_DISTIL, REFUSED, hours(CLEAR_DISTIL, 240)))
    assert three.sentence.startswith("B is 0.0")
    assert best(three, "Expected loss") == ["B"]
    assert len(budget_page(solve_plan(beside(CLEAR_DISTIL, REFUSED))).curves) == len(
        budget_page(solve_plan(CLEAR_DISTIL)).curves
    )


# As text


def test_text_for_other_programs():
    shown = page(rename_pin(beside(hours(CLEAR_DISTIL, 240), CLEAR_DISTIL), 0, 'a "b", c'))
    lines = tab_separated(shown).splitlines()
    assert lines[0] == '\tThis plan\ta "b", c'
    assert lines[1] == "Choice\tDistil\tDistil"
    assert {line.count("\t") for line in lines} == {2}
    assert any(line.startswith("Cost\t$13,400\t$6,720 ($6,720 less)") for line in lines)
    table = list(csv.reader(io.StringIO(comma_separated(shown))))
    assert table[0] == ["Quantity", "Unit", "This plan", 'a "b", c']
    loss = next(line for line in table if line[0] == "Expected loss")
    assert loss[1] == "nats per token"
    assert float(loss[3]) == row(shown, "Expected loss")[1].value
    assert next(line for line in table if line[0] == "Cost")[1] == "USD"


def test_the_page_is_plain_json():
    tree = page_as_json(page(beside(CLEAR_DISTIL, REFUSED, TIE)))
    assert json.loads(json.dumps(tree)) == tree
    assert [column["name"] for column in tree["columns"]] == [this_plan(), "A", "B"]


# Remembering


def test_pins_are_solved_once(monkeypatch: pytest.MonkeyPatch):
    solved: list[Plan] = []

    def count(plan: Plan) -> Solution:
        solved.append(plan)
        return solve_plan(plan)

    compared._solved.cache_clear()
    monkeypatch.setattr(compared, "solve_plan", count)
    this = CLEAR_DISTIL
    for i in range(MOST_PINS):
        this = beside(this, hours(CLEAR_DISTIL, 100.0 + i))
    for value in (200.0, 201.0, 202.0):
        compare_page(solve_plan(hours(this, value)))
    assert len(solved) == MOST_PINS
    assert all(plan.pins == () for plan in solved)
    compared._solved.cache_clear()


# On the Budget page


def test_each_pins_own_line_and_point_stand_on_the_budget_page():
    this = beside(hours(CLEAR_DISTIL, 240), CLEAR_DISTIL, CLEAR_DIRECT, TIE)
    shown = budget_page(solve_plan(this))
    lines = {curve.key: curve for curve in shown.curves if curve.key.startswith("pin_")}
    assert [curve.label for curve in lines.values()] == ["A", "B", "C"]
    assert all(curve.dashed and not curve.emphasised for curve in lines.values())
    for i, pinned in enumerate((CLEAR_DISTIL, CLEAR_DIRECT, TIE)):
        solution, line = solve_plan(pinned), lines[f"pin_{i}"]
        size = pinned.student.parameters
        expected = (
            own_method(solution, size, line.x).loss
            if solution.method == "distill"
            else train_directly(size, line.x, solution.world).loss
        )
        assert np.array_equal(line.y, expected)
        (mark,) = [mark for mark in shown.marks if mark.key == f"pin_{i}"]
        assert (mark.x, mark.y) == (solution.budget.compute_flops, outcome_of(solution).loss)
        between = np.interp(np.log(mark.x), np.log(line.x), line.y)
        assert mark.y == pytest.approx(between, abs=2e-3)
    assert shown.curves[-1].emphasised
    assert any("your pins" in text for text in shown.footer)


@pytest.mark.parametrize("this", [CLEAR_DISTIL, CLEAR_DIRECT, TIE], ids=["distil", "direct", "tie"])
def test_without_pins_the_budget_page_is_as_it_was(this: Plan):
    alone, beside_itself = budget_page(solve_plan(this)), budget_page(solve_plan(pin_plan(this)))
    assert not any(curve.key.startswith("pin_") for curve in alone.curves)
    assert not any("pin" in text for text in alone.footer)
    assert [c.key for c in beside_itself.curves if not c.key.startswith("pin_")] == [c.key for c in alone.curves]
    assert [m for m in beside_itself.marks if not m.key.startswith("pin_")] == list(alone.marks)


def test_restoring_a_pin_gives_its_answer_back():
    this = restore_pin(beside(CLEAR_DISTIL, CLEAR_DIRECT), 0)
    assert without_pins(this) == CLEAR_DIRECT
    shown = page(this)
    assert row(shown, "Expected loss")[0] == row(page(CLEAR_DIRECT), "Expected loss")[0]
