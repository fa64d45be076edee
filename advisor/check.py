"""The Check page: every quantity of an answer with its symbol, its formula with numbers, its value and its source."""

from __future__ import annotations

from .check_answer import direct_group, distillation_group, teacher_group
from .check_law import LawRows
from .check_others import AS_PRINTED, candidate_groups, coefficient_group, scenario_groups
from .check_plan import budget_group, shape_group, shares_group, student_group
from .check_rows import CheckGroup, CheckPage
from .check_verdict import limits_group, serving_group, verdict_group
from .quantities import format_loss, format_share
from .recipe import recipe_group
from .solution import Solution
from .trust import trust_paragraphs


def check_page(solution: Solution) -> CheckPage:
    """Return all rows, from what is given to the verdict, then the recipe and how far to trust it."""
    law = LawRows(solution)
    serving = serving_group(law)
    groups = (
        budget_group(law),
        shape_group(law),
        student_group(law),
        shares_group(law),
        teacher_group(law),
        distillation_group(law),
        direct_group(law),
        verdict_group(law),
        limits_group(law),
        *((serving,) if serving is not None else ()),
        *candidate_groups(law),
        recipe_group(law),
        CheckGroup("trust", "How far to trust it", (), text="\n".join(trust_paragraphs(solution))),
        coefficient_group(law),
        *scenario_groups(law),
    )
    return CheckPage(
        name="check",
        question="How does every number come about?",
        sentence=_sentence(solution),
        groups=groups,
    )


def _sentence(solution: Solution) -> str:
    distilled, direct = format_loss(solution.distillation.loss), format_loss(solution.supervised.loss)
    if solution.method == "distill":
        first, second = f"Distilling reaches {distilled}", f"training directly {direct}"
        so = f"{_percent(solution.probability)} likely to be better"
    else:
        first, second = f"Training directly reaches {direct}", f"distilling {distilled}"
        so = "too close to call"
        if solution.method == "supervised":
            so = f"{_percent(1 - solution.probability)} likely to be at least as good"
    if solution.world.coefficients.id == AS_PRINTED:
        so += ", by coefficients that contradict the study's own data"
    return f"{first}, {second}: {so}."


def _percent(p: float) -> str:
    return "over 99 %" if p > 0.99 else format_share(p, 2)
