"""The plans that stand side by side: this one and its pins, each with what its recommended choice reaches and takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import msgspec

from advisor.coefficients import CoefficientSet
from advisor.errors import InputError
from advisor.flops import forward_flops
from advisor.language import Language, current, translate
from advisor.plan import MOST_PINS, Plan
from advisor.scenarios import coefficient_set
from advisor.solution import Solution, solve_plan
from advisor.uncertainty import DISTILL_FROM, probability_distilling_is_better


def this_plan() -> str:
    """Return what the plan being worked on is called where plans stand side by side."""
    return translate("Compare page", "This plan")


@dataclass(frozen=True)
class Outcome:
    """What a plan's recommended choice reaches and takes; None where it is not known.

    ``loss`` in nats per token with its 90 % ``interval``; ``flops``, ``hours``, ``cost``, ``energy_kwh`` and
    ``carbon_kg`` are of what is computed, which may be less than the budget. ``lifetime_flops`` adds the forward passes
    of the tokens that will be served (F(N_S) each, Eq. 69).
    """

    distilled: bool
    loss: float
    interval: tuple[float, float]
    student_tokens: float
    flops: float
    hours: float | None
    cost: float | None
    energy_kwh: float | None
    carbon_kg: float | None
    lifetime_flops: float


@dataclass(frozen=True)
class Compared:
    """One of the plans side by side; where it has no answer, ``solution`` is None and ``problem`` says why."""

    name: str
    plan: Plan
    law: CoefficientSet
    solution: Solution | None = None
    outcome: Outcome | None = None
    problem: str = ""

    @property
    def answer(self) -> Solution:
        """The solution of a plan that has one."""
        assert self.solution is not None, "only asked of plans with an answer"
        return self.solution

    @property
    def choice(self) -> Outcome:
        """The outcome of a plan that has one."""
        assert self.outcome is not None, "only asked of plans with an answer"
        return self.outcome


def compared_plans(solution: Solution) -> tuple[Compared, ...]:
    """Return this plan, then its pins in their order."""
    plans = [_answered(this_plan(), solution.plan, solution)]
    for pin in solution.plan.pins:
        solved = solve_pinned(pin.plan)
        if isinstance(solved, Solution):
            plans.append(_answered(pin.name, pin.plan, solved))
        else:
            plans.append(Compared(pin.name, pin.plan, coefficient_set(pin.plan), problem=solved.fix))
    return tuple(plans)


def solve_pinned(plan: Plan) -> Solution | InputError:
    """Return the solution of a pinned plan, or why it has none; remembered, for pins stay while plans change."""
    return _solved(encoded(plan), current())


def encoded(plan: Plan) -> bytes:
    """Return a plan as bytes that are the same for equal plans, to remember what was computed for it."""
    return msgspec.json.encode(plan)


@lru_cache(maxsize=4 * MOST_PINS)
def _solved(plan: bytes, language: Language) -> Solution | InputError:
    # What a solution notes, and why there is none, is said in the language of the time.
    try:
        return solve_plan(msgspec.json.decode(plan, type=Plan))
    except InputError as error:
        return InputError(error.field, error.fix)


def _answered(name: str, plan: Plan, solution: Solution) -> Compared:
    return Compared(name, plan, solution.world.coefficients, solution, outcome_of(solution))


def outcome_of(solution: Solution) -> Outcome:
    """Return what the recommended choice reaches and takes; where it is too close to call, training directly."""
    distilled, direct, money = solution.distillation, solution.supervised, solution.budget
    distils = solution.method == "distill"
    flops = distilled.flops.total if distils else solution.supervised_flops
    share = flops / money.compute_flops
    hours = (None if distilled.hours is None else distilled.hours.total) if distils else direct.hours
    student = solution.plan.student
    return Outcome(
        distilled=distils,
        loss=distilled.loss if distils else direct.loss,
        interval=distilled.loss_interval if distils else direct.loss_interval,
        student_tokens=distilled.student_tokens if distils else direct.tokens,
        flops=flops,
        hours=hours,
        cost=distilled.cost if distils else direct.cost,
        energy_kwh=None if money.energy_kwh is None or hours is None else money.energy_kwh * share,
        carbon_kg=None if money.carbon_kg is None or hours is None else money.carbon_kg * share,
        lifetime_flops=flops
        + (student.served_tokens or 0.0) * float(forward_flops(student.parameters, solution.plan.architecture)),
    )


def told_apart(first: Compared, second: Compared) -> bool:
    """Return whether, of two plans on one law, the lower loss is as likely to be truly lower as a verdict demands.

    The errors of the two are taken as independent, as for a verdict; what they have in common would only make the
    comparison surer.
    """
    lower, higher = sorted((first.choice.loss, second.choice.loss))
    return probability_distilling_is_better(higher, lower, first.law.relative_error) >= DISTILL_FROM
