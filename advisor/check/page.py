"""The Check page: every quantity of an answer with its symbol, its formula with numbers, its value and its source."""

from __future__ import annotations

from advisor.language import translate
from advisor.quantities import format_loss, format_share
from advisor.solution import Solution

from .answer import direct_group, distillation_group, teacher_group
from .law import LawRows
from .others import AS_PRINTED, candidate_groups, coefficient_group, scenario_groups
from .plan import budget_group, shape_group, shares_group, student_group
from .recipe import recipe_group
from .rows import CheckGroup, CheckPage
from .trust import trust_paragraphs
from .verdict import limits_group, serving_group, verdict_group


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
        CheckGroup(
            "trust",
            translate("Check page", "How far to trust it"),
            (),
            text="\n".join(trust_paragraphs(solution)),
        ),
        coefficient_group(law),
        *scenario_groups(law),
    )
    return CheckPage(
        name="check",
        question=translate("Check page", "How does every number come about?"),
        sentence=_sentence(solution),
        groups=groups,
    )


def _sentence(solution: Solution) -> str:
    losses = {
        "distilled": format_loss(solution.distillation.loss),
        "direct": format_loss(solution.supervised.loss),
        "likelihood": _likelihood(max(solution.probability, 1 - solution.probability)),
    }
    # Each sentence exists twice, with the clause on the coefficients and without, so that none is glued from pieces.
    printed = solution.world.coefficients.id == AS_PRINTED
    if solution.method == "distill":
        text = translate(
            "Check page",
            "Distilling reaches {distilled}, training directly {direct}: {likelihood} likely to be better.",
        )
        if printed:
            text = translate(
                "Check page",
                "Distilling reaches {distilled}, training directly {direct}: {likelihood} likely to be better, "
                "by coefficients that contradict the study's own data.",
            )
    elif solution.method == "supervised":
        text = translate(
            "Check page",
            "Training directly reaches {direct}, distilling {distilled}: {likelihood} likely to be at least as good.",
        )
        if printed:
            text = translate(
                "Check page",
                "Training directly reaches {direct}, distilling {distilled}: {likelihood} likely to be at least as "
                "good, by coefficients that contradict the study's own data.",
            )
    else:
        text = translate("Check page", "Training directly reaches {direct}, distilling {distilled}: too close to call.")
        if printed:
            text = translate(
                "Check page",
                "Training directly reaches {direct}, distilling {distilled}: too close to call, "
                "by coefficients that contradict the study's own data.",
            )
    return text.format(**losses)


def _likelihood(p: float) -> str:
    return translate("Check page", "over 99 %") if p > 0.99 else format_share(p, 2)
