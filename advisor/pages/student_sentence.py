"""What the Student page says of the plan's size, in one sentence."""

from __future__ import annotations

from typing import Literal

from advisor.best_size import BestSize
from advisor.cautions import STUDY_PARAMETERS
from advisor.field_text import BITS, MEMORY
from advisor.language import translate
from advisor.plan import Student
from advisor.quantities import format_duration, format_flops, format_loss, format_parameters
from advisor.solution import Solution
from advisor.uncertainty import probability_distilling_is_better, verdict_method

LARGEST_FITTING = 1.02
"""A size this near below the largest that fits is called the largest."""


def student_sentence(
    solution: Solution, best: BestSize, distilling: BestSize | None, limit: tuple[float, float] | None
) -> str:
    """Return whether the plan's size is right for its budget, and which sizes are.

    Parameters
    ----------
    best : BestSize
        The best size by the method that the plan's answer recommends.
    distilling : BestSize, optional
        The best size by this plan's way of distilling.
    limit : tuple of float, optional
        The largest size that fits the memory of the plan, and its loss by the recommended method.
    """
    size = solution.plan.student.parameters
    if limit is not None and size > limit[0] * (1 + 1e-9):
        return _does_not_fit(solution, best, *limit)
    if limit is not None and size < best.low and limit[0] < best.low:
        return _limited(solution, best, *limit)
    judged = _near(solution) if best.holds(size) else _away(solution, best)
    as_well, suited = _as_well(solution, best, limit), _by_distilling(solution, best, distilling, limit)
    if suited:
        text = translate("Student page", "{how_good_the_size_is}; {others_do_as_well}; {distilling_would_suit}.")
    else:
        text = translate("Student page", "{how_good_the_size_is}; {others_do_as_well}.")
    return text.format(how_good_the_size_is=judged, others_do_as_well=as_well, distilling_would_suit=suited)


def room_text(student: Student) -> str:
    """Return "8 GB at 4 bits": the memory that the plan gives the student's weights.

    Raises
    ------
    TypeError
        If the plan gives no memory.
    """
    if student.memory_gb is None:
        raise TypeError("the plan gives no memory")
    return translate("Student page", "{memory} at {bits}", "such as: 8 GB at 4 bits").format(
        memory=MEMORY.text(student.memory_gb), bits=BITS.text(student.bits)
    )


def plan_loss(solution: Solution) -> float:
    """Return the loss this plan reaches by the method that its answer recommends, nats per token."""
    return solution.distillation.loss if solution.method == "distill" else solution.supervised.loss


def _near(solution: Solution) -> str:
    text = (
        translate("Student page", "{size} is near the best size for {budget}")
        if solution.method == "distill"
        else translate("Student page", "{size} is near the best size for {budget} of training directly")
    )
    return text.format(size=format_parameters(solution.plan.student.parameters), budget=_budget(solution))


def _away(solution: Solution, best: BestSize) -> str:
    size = solution.plan.student.parameters
    distil = solution.method == "distill"
    if size < best.low and distil:
        text = translate("Student page", "{size} is smaller than best for {budget}: {loss} against {best}")
    elif size < best.low:
        text = translate(
            "Student page", "{size} is smaller than best for {budget} of training directly: {loss} against {best}"
        )
    elif distil:
        text = translate("Student page", "{size} is larger than best for {budget}: {loss} against {best}")
    else:
        text = translate(
            "Student page", "{size} is larger than best for {budget} of training directly: {loss} against {best}"
        )
    return text.format(
        size=format_parameters(size), budget=_budget(solution), loss=format_loss(plan_loss(solution)), best=_there(best)
    )


def _there(best: BestSize) -> str:
    """Return "2.060 at 7B": the least loss and where it is, and whether the study had no student of that size."""
    beyond = _beyond_study(best)
    if beyond == "larger":
        text = translate("Student page", "{loss} at {size} (larger than any tested)")
    elif beyond == "smaller":
        text = translate("Student page", "{loss} at {size} (smaller than any tested)")
    else:
        text = translate("Student page", "{loss} at {size}")
    return text.format(loss=format_loss(best.loss), size=format_parameters(best.parameters, 2))


def _by_distilling(
    solution: Solution, best: BestSize, distilling: BestSize | None, limit: tuple[float, float] | None
) -> str:
    """Return that distilling wins at another tested size, where it does not at this one; otherwise nothing."""
    if solution.method == "distill" or distilling is None or _beyond_study(distilling):
        return ""
    error = solution.world.coefficients.relative_error
    likely = probability_distilling_is_better(best.loss, distilling.loss, error)
    if verdict_method(likely) != "distill" or (limit is not None and distilling.parameters > limit[0]):
        return ""
    return translate("Student page", "distilling would suit {size} ({loss})").format(
        size=format_parameters(distilling.parameters, 2), loss=format_loss(distilling.loss)
    )


def _as_well(solution: Solution, best: BestSize, limit: tuple[float, float] | None) -> str:
    low, high = format_parameters(best.low, 2), format_parameters(best.high, 2)
    if limit is None or limit[0] >= best.high:
        return translate("Student page", "{smallest} to {largest} do as well").format(smallest=low, largest=high)
    return translate("Student page", "{smallest} to {largest} do as well and fit in {memory}").format(
        smallest=low,
        largest=format_parameters(limit[0]),
        memory=MEMORY.text(solution.plan.student.memory_gb or 0.0),
    )


def _limited(solution: Solution, best: BestSize, largest: float, loss: float) -> str:
    """Return what memory costs a plan whose budget would suit a size that does not fit."""
    size = solution.plan.student.parameters
    if size * LARGEST_FITTING >= largest:
        text = translate(
            "Student page",
            "{size} is the largest size that fits in {memory}: {loss}; the budget would suit {best} ({best_loss}).",
        )
    else:
        text = translate(
            "Student page",
            "{largest} is the largest size that fits in {memory}: {largest_loss} against {loss} for {size}; "
            "the budget would suit {best} ({best_loss}).",
        )
    return text.format(
        size=format_parameters(size),
        loss=format_loss(plan_loss(solution)),
        largest=format_parameters(largest),
        largest_loss=format_loss(loss),
        memory=room_text(solution.plan.student),
        best=format_parameters(best.parameters, 2),
        best_loss=format_loss(best.loss),
    )


def _does_not_fit(solution: Solution, best: BestSize, largest: float, loss: float) -> str:
    """Return what the plan's size, which does not fit, is against the best one that does."""
    if best.high > largest:
        text = translate(
            "Student page",
            "{size} does not fit in {memory}; {fitting}, the largest that does, reaches {fitting_loss} against {loss}.",
        )
        fitting = format_parameters(largest)
    else:
        text = (
            translate(
                "Student page",
                "{size} does not fit in {memory}; {fitting}, the best size for {budget}, does and reaches "
                "{fitting_loss} against {loss}.",
            )
            if solution.method == "distill"
            else translate(
                "Student page",
                "{size} does not fit in {memory}; {fitting}, the best size for {budget} of training directly, "
                "does and reaches {fitting_loss} against {loss}.",
            )
        )
        fitting, loss = format_parameters(best.parameters, 2), best.loss
    return text.format(
        size=format_parameters(solution.plan.student.parameters),
        memory=room_text(solution.plan.student),
        fitting=fitting,
        fitting_loss=format_loss(loss),
        loss=format_loss(plan_loss(solution)),
        budget=_budget(solution),
    )


def _beyond_study(best: BestSize) -> Literal["", "larger", "smaller"]:
    """Return whether the best size is larger or smaller than any student of the study, "" for neither."""
    smallest, largest = STUDY_PARAMETERS
    if best.parameters > largest * 1.001:
        return "larger"
    return "smaller" if best.parameters < smallest * 0.999 else ""


def _budget(solution: Solution) -> str:
    """Return "5 days", or the compute where the hardware is not known."""
    rate, compute = solution.budget.flops_per_hour, solution.budget.compute_flops
    return format_duration(compute / rate) if rate else format_flops(compute)
