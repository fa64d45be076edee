"""What the Teacher page says: its sentence, its notes, and what holds a listed teacher back."""

from __future__ import annotations

from typing import Literal

import numpy as np

from advisor.baseline import GivenTeachers, distil_from
from advisor.candidate_ranks import rank_texts
from advisor.language import translate
from advisor.names import by_article, teacher_name
from advisor.plan import Candidate
from advisor.quantities import format_loss, format_parameters, format_share, format_tokens
from advisor.recommendation import CandidateResult
from advisor.solution import Solution, candidate_loss

Cause = Literal["cost", "weak", "strong"]
"""What holds a teacher back: its outputs cost too much, it is too weak, or too strong to imitate."""


def teacher_sentence(solution: Solution) -> str:
    """Return which teacher is best for this plan, and which others do as well."""
    if solution.candidates:
        return _about_candidates(solution)
    low_high = solution.distillation.teacher_parameters_range
    low, high = (format_parameters(n) for n in low_high or (solution.free.teacher.parameters,) * 2)
    values = {
        "name": teacher_name(solution.free.teacher),
        "ours": format_loss(solution.free.loss),
        "direct": format_loss(solution.supervised.loss),
        "low": low,
        "high": high,
    }
    return _about_any(solution, one_size=low == high).format(**values)


def _about_any(solution: Solution, *, one_size: bool) -> str:
    """Return the text about the best possible teacher; ``one_size``: nothing but that size will do."""
    tie = solution.method == "tie"
    if solution.free.loss >= solution.supervised.loss:
        if tie:
            return translate(
                "Teacher page",
                "Even the best teacher, {name}, does not beat training directly: {ours} against {direct}, "
                "too close to call.",
            )
        return translate(
            "Teacher page", "Even the best teacher, {name}, does not beat training directly: {ours} against {direct}."
        )
    if one_size:
        if tie:
            return translate(
                "Teacher page",
                "{name} is the only teacher size you allow: {ours} against {direct} by training directly, "
                "too close to call.",
            )
        return translate(
            "Teacher page",
            "{name} is the only teacher size you allow: {ours} against {direct} by training directly.",
        )
    name = teacher_name(solution.free.teacher)
    if tie:
        return by_article(
            name,
            translate(
                "Teacher page",
                "A {name} teacher is best ({low} to {high} do as well): {ours} against {direct} by training directly, "
                "too close to call.",
            ),
            translate(
                "Teacher page",
                "An {name} teacher is best ({low} to {high} do as well): {ours} against {direct} by training directly, "
                "too close to call.",
            ),
        )
    return by_article(
        name,
        translate("Teacher page", "A {name} teacher is best; any from {low} to {high} does as well."),
        translate("Teacher page", "An {name} teacher is best; any from {low} to {high} does as well."),
    )


def _about_candidates(solution: Solution) -> str:
    ranked = sorted(solution.candidates, key=lambda result: result.rank)
    by_name = {c.name: c for c in solution.plan.teacher.candidates}
    first, last = ranked[0], ranked[-1]
    direct = solution.supervised.loss
    if first.loss >= direct:
        return _about_worse(solution, first, by_name[first.name])
    statement = _about_best(solution, first, by_name[first.name])
    if solution.method == "tie":
        text = translate("Teacher page", "{statement}; training directly reaches {direct}, too close to call.")
    elif len(ranked) > 1 and last.loss > direct > first.loss:
        text = _worse_than_none(_cause(solution, by_name[last.name], direct))
    else:
        text = translate("Teacher page", "{statement}.", "statement: Your 8B is almost the best possible teacher")
    return text.format(statement=statement, direct=format_loss(direct), name=last.name)


def _about_best(solution: Solution, best: CandidateResult, candidate: Candidate) -> str:
    """Return how near the best listed teacher comes to the best possible one."""
    free = solution.free
    if best.loss <= free.loss:
        text = translate("Teacher page", "Your {name} is as good as any teacher could be")
    elif best.loss <= free.loss * (1 + solution.world.coefficients.relative_error):
        text = translate("Teacher page", "Your {name} is almost the best possible teacher")
    elif solution.shares[0] > 0 and free.teacher.parameters < candidate.parameters:
        text = translate(
            "Teacher page", "Your {name} is the best you have ({loss}), but a smaller one would reach {best}"
        )
    elif candidate_loss(candidate, solution.world) < free.teacher.loss:
        text = translate(
            "Teacher page", "Your {name} is the best you have ({loss}), but a weaker one would reach {best}"
        )
    else:
        text = translate(
            "Teacher page", "Your {name} is the best you have ({loss}), but a stronger one would reach {best}"
        )
    return text.format(name=best.name, loss=format_loss(best.loss), best=format_loss(free.loss))


def _worse_than_none(cause: Cause) -> str:
    if cause == "cost":
        return translate(
            "Teacher page", "{statement}; the {name} is worse than no teacher, because its outputs cost too much."
        )
    if cause == "weak":
        return translate("Teacher page", "{statement}; the {name} is worse than no teacher, because it is too weak.")
    return translate(
        "Teacher page", "{statement}; the {name} is worse than no teacher, because it is too strong to imitate."
    )


def _about_worse(solution: Solution, best: CandidateResult, candidate: Candidate) -> str:
    """Return that no listed teacher beats training directly, by how much, and what holds back the only one."""
    tie = solution.method == "tie"
    if len(solution.candidates) > 1:
        text = translate(
            "Teacher page",
            "None of your teachers beats training directly: the best, the {name}, reaches {loss} against {direct}.",
        )
        if tie:
            text = translate(
                "Teacher page",
                "None of your teachers beats training directly: the best, the {name}, reaches {loss} against "
                "{direct}, too close to call.",
            )
    elif tie:
        text = translate(
            "Teacher page", "Your {name} does not beat training directly: {loss} against {direct}, too close to call."
        )
    else:
        text = _only_one_worse(_cause(solution, candidate, solution.supervised.loss))
    return text.format(name=best.name, loss=format_loss(best.loss), direct=format_loss(solution.supervised.loss))


def _only_one_worse(cause: Cause) -> str:
    if cause == "cost":
        return translate(
            "Teacher page",
            "Your {name} does not beat training directly: {loss} against {direct}, because its outputs cost too much.",
        )
    if cause == "weak":
        return translate(
            "Teacher page",
            "Your {name} does not beat training directly: {loss} against {direct}, because it is too weak.",
        )
    return translate(
        "Teacher page",
        "Your {name} does not beat training directly: {loss} against {direct}, because it is too strong to imitate.",
    )


def candidate_remark(solution: Solution, candidate: Candidate, result: CandidateResult) -> str:
    """Return in a few words what holds a candidate back, empty where nothing does."""
    good_loss = solution.free.loss * (1 + solution.world.coefficients.relative_error)
    if result.loss <= good_loss:
        return ""
    cause = _cause(solution, candidate, good_loss)
    if cause == "cost":
        outputs = _given(solution, candidate, solution.shares[0]).flops_teacher_outputs
        text = translate("Teacher page", "outputs take {share} of the compute", "what holds a teacher back")
        return text.format(share=format_share(float(outputs) / solution.budget.compute_flops, 2))
    if cause == "strong":
        return translate("Teacher page", "too strong for this student to imitate", "what holds a teacher back")
    if candidate.loss is None and candidate.training_tokens is not None:
        text = translate("Teacher page", "trained on {tokens} tokens only", "what holds a teacher back")
        return text.format(tokens=format_tokens(candidate.training_tokens))
    return translate("Teacher page", "too weak for this student", "what holds a teacher back")


def _cause(solution: Solution, candidate: Candidate, good_loss: float) -> Cause:
    """Return why a candidate misses ``good_loss``."""
    if solution.shares[0] > 0 and float(_given(solution, candidate, 0.0).loss) <= good_loss:
        return "cost"
    return "weak" if candidate_loss(candidate, solution.world) > solution.free.teacher.loss else "strong"


def _given(solution: Solution, candidate: Candidate, outputs_share: float) -> GivenTeachers:
    return distil_from(
        candidate.parameters,
        candidate_loss(candidate, solution.world),
        solution.plan.student.parameters,
        solution.budget.compute_flops,
        outputs_share,
        solution.world,
    )


def teacher_footer(solution: Solution) -> tuple[str, ...]:
    """Return the notes under the chart against teacher size."""
    if solution.plan.teacher.exists:
        text = translate("Teacher page", "Curve: a teacher of each size, trained on up to {tokens} tokens.")
        text = text.format(tokens=format_tokens(solution.plan.teacher.max_training_tokens))
    else:
        text = translate(
            "Teacher page", "Curve: a teacher of each size, trained here on as many tokens as serve the student best."
        )
    notes = [text, *estimates_note(solution), *shared_ranks_note(solution)]
    if solution.candidates and solution.shares[0] > 0:
        candidates = solution.plan.teacher.candidates
        stored = [float(_given(solution, candidate, 0.0).loss) for candidate in candidates]
        first = int(np.argmin(stored))
        winner = candidates[first]
        if winner.name != solution.distillation.teacher.name:
            text = translate("Teacher page", "With its outputs already stored, your {name} would come first ({loss}).")
            notes.append(text.format(name=winner.name, loss=format_loss(stored[first])))
    return tuple(notes)


def shared_ranks_note(solution: Solution) -> tuple[str, ...]:
    """Return what ranks such as 1–2 mean, where teachers have them."""
    if all(text.isdecimal() for text in rank_texts(solution.plan, solution.candidates).values()):
        return ()
    return (translate("Teacher page", "Teachers that share ranks, as in 1–2, are too close to tell apart."),)


def estimates_note(solution: Solution) -> tuple[str, ...]:
    """Return the note that the candidates' losses are estimates, where some are."""
    shown = solution.plan.teacher.candidates if solution.candidates else ()
    estimated = sum(candidate.loss is None for candidate in shown)
    if not estimated:
        return ()
    if len(shown) == 1:
        return (translate("Teacher page", "Losses of your teacher: estimated as if trained on your text."),)
    if estimated == len(shown):
        return (translate("Teacher page", "Losses of your teachers: estimated as if trained on your text."),)
    text = translate("Teacher page", "Losses of {count} of your {all} teachers: estimated as if trained on your text.")
    return (text.format(count=estimated, all=len(shown)),)
