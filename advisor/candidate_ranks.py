"""Which of several existing teachers can be told apart: the ranks that each of them may truly have.

Ranks follow the expected losses, yet two losses closer to one another than the law's error allows to tell are as good.
A teacher whose rank cannot be told from others' is given all the ranks it may have: "1–2".
"""

from __future__ import annotations

from collections.abc import Sequence

from .plan import Plan
from .recommendation import CandidateResult
from .scenarios import coefficient_set
from .uncertainty import least_clear_gap


def possible_ranks(candidates: Sequence[CandidateResult], relative_error: float) -> dict[str, tuple[int, int]]:
    """Return the best and the worst rank that each teacher may have, by its name.

    Parameters
    ----------
    candidates : sequence of CandidateResult
    relative_error : float
        Of a predicted loss. One teacher is clearly better than another where a verdict between the two would say so
        (`least_clear_gap`).
    """
    ranks = {}
    for one in candidates:
        ahead = sum(one.loss - other.loss >= least_clear_gap(one.loss, relative_error) for other in candidates)
        behind = sum(other.loss - one.loss >= least_clear_gap(other.loss, relative_error) for other in candidates)
        ranks[one.name] = (1 + ahead, len(candidates) - behind)
    return ranks


def rank_texts(plan: Plan, candidates: Sequence[CandidateResult]) -> dict[str, str]:
    """Return the rank of each teacher by its name as it is shown: "3", or "1–2" where two are as good."""
    possible = possible_ranks(candidates, coefficient_set(plan).relative_error)
    return {name: str(low) if low == high else f"{low}–{high}" for name, (low, high) in possible.items()}


def as_good_as_first(plan: Plan, candidates: Sequence[CandidateResult]) -> tuple[str, ...]:
    """Return the teachers that cannot be told apart from the first, by rank, the first left out."""
    possible = possible_ranks(candidates, coefficient_set(plan).relative_error)
    ordered = sorted(candidates, key=lambda one: one.rank)
    return tuple(one.name for one in ordered[1:] if possible[one.name][0] == 1)
