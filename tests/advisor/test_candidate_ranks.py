"""Teachers that the law cannot tell apart share ranks; the contract's own ranks stay whole numbers."""

import msgspec
import pytest

from advisor.candidate_ranks import as_good_as_first, possible_ranks, rank_texts
from advisor.check.page import check_page
from advisor.curves import PAGES
from advisor.plan import Candidate
from advisor.recommendation import CandidateResult
from advisor.solution import solve_plan
from advisor.uncertainty import least_clear_gap
from tests.advisor.plans import CLEAR_DISTIL

ERROR = 0.0039


def results(*losses):
    order = sorted(losses)
    return [
        CandidateResult(name=chr(65 + i), loss=loss, student_tokens=1e9, rank=1 + order.index(loss))
        for i, loss in enumerate(losses)
    ]


def test_clearly_different_losses_keep_their_ranks():
    assert possible_ranks(results(2.2, 2.0, 2.1), ERROR) == {"A": (3, 3), "B": (1, 1), "C": (2, 2)}


def test_losses_within_the_error_share_ranks():
    assert possible_ranks(results(2.0, 2.005, 2.1), ERROR) == {"A": (1, 2), "B": (1, 2), "C": (3, 3)}


def test_a_teacher_between_two_that_differ_shares_with_both():
    gap = least_clear_gap(2.0, ERROR)
    one, between, other = 2.0, 2.0 + 0.6 * gap, 2.0 + 1.2 * gap
    assert possible_ranks(results(one, between, other), ERROR) == {"A": (1, 2), "B": (1, 3), "C": (2, 3)}


@pytest.mark.parametrize(("share", "apart"), [(0.999, False), (1.001, True)])
def test_the_border_is_that_of_the_verdict(share, apart):
    worse = 2.1
    better = worse - share * least_clear_gap(worse, ERROR)
    assert (possible_ranks(results(better, worse), ERROR)["A"] == (1, 1)) is apart


def with_twins():
    first, *others = CLEAR_DISTIL.teacher.candidates
    twin = Candidate(name="Twin", parameters=first.parameters * 1.02, training_tokens=first.training_tokens)
    teacher = msgspec.structs.replace(CLEAR_DISTIL.teacher, candidates=(first, twin, *others))
    return msgspec.structs.replace(CLEAR_DISTIL, teacher=teacher)


def test_shared_ranks_are_said_wherever_ranks_are_shown():
    plan = with_twins()
    solution = solve_plan(plan)
    texts = rank_texts(plan, solution.candidates)
    assert texts[plan.teacher.candidates[0].name] == texts["Twin"] == "1–2"
    assert len(as_good_as_first(plan, solution.candidates)) == 1
    assert sorted(result.rank for result in solution.candidates) == list(range(1, len(solution.candidates) + 1))
    page = PAGES["teacher"](solution)
    for shown in (page, *page.variants):
        assert sum("rank 1–2:" in mark.label for mark in shown.marks) == 2
        assert any("too close to tell apart" in note for note in shown.footer)
    check = check_page(solution)
    ranks = [row for k in (1, 2) for row in check.group(f"candidate_{k}").rows if row.key == "rank"]
    assert [row.text for row in ranks] == ["1–2", "1–2"]
    assert {row.value for row in ranks} == {1.0, 2.0}
    assert all("too close to tell apart" in row.note for row in ranks)


def test_nothing_is_said_where_all_are_told_apart():
    solution = solve_plan(CLEAR_DISTIL)
    page = PAGES["teacher"](solution)
    assert not any("tell apart" in note for shown in (page, *page.variants) for note in shown.footer)
    assert as_good_as_first(CLEAR_DISTIL, solution.candidates) == ()
