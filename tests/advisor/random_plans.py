"""Random plans over everything the contract allows, for property tests."""

from __future__ import annotations

import numpy as np

from advisor.plan import Candidate, Data, Plan, Student, Teacher

COMBINATIONS = [(exists, stored, shared) for exists in (0, 1) for stored in (0, 1) for shared in (0, 1)]


def random_plan(seed: int, candidates: bool = False) -> Plan:
    """Return a plan with N_S 1e8-5e10, C 1e19-1e26, and its (exists, stored, shared) the ``seed``-th of eight."""
    rng = np.random.default_rng(seed)
    exists, stored, shared = COMBINATIONS[seed % len(COMBINATIONS)]

    def decimal(low: float, high: float) -> float:
        return float(10 ** rng.uniform(low, high))

    def maybe(value: float, chance: float) -> float | None:
        return value if rng.random() < chance else None

    low = decimal(6, 9.5)
    bounds = (1e6, 1e13) if rng.random() < 0.6 else (low, low * decimal(0, 4))
    if rng.random() < 0.1:
        bounds = (low, low)  # the teacher's size is held
    teachers: tuple[Candidate, ...] = ()
    if candidates:
        teachers = tuple(
            Candidate(name=f"T{k}", parameters=decimal(8, 11.5), training_tokens=decimal(10, 13.3)) for k in range(4)
        )
    return Plan(
        student=Student(parameters=decimal(8, np.log10(5e10))),
        budget_flops=decimal(19, 26),
        data=Data(
            student_tokens=maybe(decimal(9, 13), 0.6),
            teacher_tokens=maybe(decimal(9, 13), 0.6),
            allow_repeats=bool(rng.random() < 0.5),
        ),
        teacher=Teacher(
            exists=bool(exists),
            outputs_stored=bool(stored),
            share_outputs=bool(shared),
            students=float(rng.integers(1, 9)),
            max_training_tokens=2e13 if rng.random() < 0.5 else decimal(10, 17),
            parameters_range=bounds,
            candidates=teachers,
        ),
        coefficients="busbridge-2025" if rng.random() < 0.85 else "busbridge-2025-as-printed",
    )
