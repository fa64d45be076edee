"""What the Student page says of the plan's size, in one sentence."""

from __future__ import annotations

from .best_size import BestSize
from .cautions import STUDY_PARAMETERS
from .field_text import BITS, MEMORY
from .plan import Student
from .quantities import format_duration, format_flops, format_loss, format_parameters
from .solution import Solution
from .uncertainty import probability_distilling_is_better, verdict_method

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
    if not best.holds(size):
        return f"{_away(solution, best, limit)}{_by_distilling(solution, best, distilling, limit)}."
    return f"{_near(solution, best, limit)}{_by_distilling(solution, best, distilling, limit)}."


def room_text(student: Student) -> str:
    """Return "8 GB at 4 bits": the memory that the plan gives the student's weights.

    Raises
    ------
    TypeError
        If the plan gives no memory.
    """
    if student.memory_gb is None:
        raise TypeError("the plan gives no memory")
    return f"{MEMORY.text(student.memory_gb)} at {BITS.text(student.bits)}"


def plan_loss(solution: Solution) -> float:
    """Return the loss this plan reaches by the method that its answer recommends, nats per token."""
    return solution.distillation.loss if solution.method == "distill" else solution.supervised.loss


def _near(solution: Solution, best: BestSize, limit: tuple[float, float] | None) -> str:
    name = format_parameters(solution.plan.student.parameters)
    return f"{name} is near the best size for {_budget(solution)}; {_as_well(solution, best, limit)}"


def _away(solution: Solution, best: BestSize, limit: tuple[float, float] | None) -> str:
    size = solution.plan.student.parameters
    kind = "smaller" if size < best.low else "larger"
    there = f"{format_loss(best.loss)} at {format_parameters(best.parameters, 2)}{_beyond_study(best)}"
    return (
        f"{format_parameters(size)} is {kind} than best for {_budget(solution)}: "
        f"{format_loss(plan_loss(solution))} against {there}; {_as_well(solution, best, limit)}"
    )


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
    return f"; distilling would suit {format_parameters(distilling.parameters, 2)} ({format_loss(distilling.loss)})"


def _as_well(solution: Solution, best: BestSize, limit: tuple[float, float] | None) -> str:
    low, high = format_parameters(best.low, 2), format_parameters(best.high, 2)
    if limit is None or limit[0] >= best.high:
        return f"{low} to {high} do as well"
    memory = MEMORY.text(solution.plan.student.memory_gb or 0.0)
    return f"{low} to {format_parameters(limit[0])} do as well and fit in {memory}"


def _limited(solution: Solution, best: BestSize, largest: float, loss: float) -> str:
    """Return what memory costs a plan whose budget would suit a size that does not fit."""
    size, room = solution.plan.student.parameters, room_text(solution.plan.student)
    name, ours = format_parameters(size), format_loss(plan_loss(solution))
    there = f"{format_parameters(best.parameters, 2)} ({format_loss(best.loss)})"
    if size * LARGEST_FITTING >= largest:
        return f"{name} is the largest size that fits in {room}: {ours}; the budget would suit {there}."
    return (
        f"{format_parameters(largest)} is the largest size that fits in {room}: {format_loss(loss)} against {ours} "
        f"for {name}; the budget would suit {there}."
    )


def _does_not_fit(solution: Solution, best: BestSize, largest: float, loss: float) -> str:
    name, room = format_parameters(solution.plan.student.parameters), room_text(solution.plan.student)
    fitting = f"{format_parameters(largest)}, the largest that does, reaches"
    if best.high <= largest:
        fitting = f"{format_parameters(best.parameters, 2)}, the best size for {_budget(solution)}, does and reaches"
        loss = best.loss
    return f"{name} does not fit in {room}; {fitting} {format_loss(loss)} against {format_loss(plan_loss(solution))}."


def _beyond_study(best: BestSize) -> str:
    """Return what to say of a best size that no student of the study had, or nothing."""
    smallest, largest = STUDY_PARAMETERS
    if best.parameters > largest * 1.001:
        return " (larger than any tested)"
    return " (smaller than any tested)" if best.parameters < smallest * 0.999 else ""


def _budget(solution: Solution) -> str:
    """Return "5 days", "5 days of training directly": the budget, and the method where it is not to distil."""
    rate, compute = solution.budget.flops_per_hour, solution.budget.compute_flops
    budget = format_duration(compute / rate) if rate else format_flops(compute)
    return budget if solution.method == "distill" else f"{budget} of training directly"
