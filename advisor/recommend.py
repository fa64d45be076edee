"""From a plan to its recommendation: solve, warn, and say it."""

from __future__ import annotations

from .cautions import cautions
from .headline import headline
from .plan import Plan
from .recommendation import Recommendation, Verdict, Warning
from .solution import Solution, solve_plan


def recommend(plan: Plan, file_warnings: tuple[Warning, ...] = ()) -> Recommendation:
    """Return the recommendation for a checked plan, with what reading its file warned of."""
    return recommendation_of(solve_plan(plan), file_warnings)


def recommendation_of(solution: Solution, file_warnings: tuple[Warning, ...] = ()) -> Recommendation:
    """Return the recommendation a solution amounts to."""
    return Recommendation(
        compute_flops=solution.budget.compute_flops,
        coefficients=solution.world.coefficients.id,
        verdict=Verdict(
            method=solution.method,
            headline=headline(solution),
            probability=solution.probability,
            loss_difference=solution.distillation.loss - solution.supervised.loss,
            compute_equivalent=solution.compute_equivalent,
        ),
        distillation=solution.distillation,
        supervised=solution.supervised,
        scenarios=solution.scenarios,
        candidates=solution.candidates,
        warnings=(*cautions(solution), *file_warnings),
    )
