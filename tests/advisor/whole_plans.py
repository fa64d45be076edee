"""Random plans over the whole schema of the plan file: every field, at its limits too, with unknown ones anywhere."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import msgspec

from advisor.accelerators import catalogue
from advisor.coefficients import BUILT_IN_SETS, CoefficientSet, DistillationCoefficients, SupervisedCoefficients
from advisor.plan import Architecture, Candidate, Data, Hardware, Pin, Plan, Student, Teacher

LETTERS = "aZ09 _-.,:;/\\\"'&<>{}[]()%$#\täßéÅЖ中あع–…“€🦙\u0000\u2028\u0301"
"""Letters of several alphabets, what JSON and menus must escape, a line separator, an accent that joins its letter."""

ACCELERATORS = tuple(entry.id for entry in catalogue())


class Chance:
    """Draws values; the same seed draws the same ones."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)

    def maybe(self, make: Callable[[], Any], chance: float = 0.5) -> Any:
        """Return what ``make`` makes, or None."""
        return make() if self.draw.random() < chance else None

    def yes(self) -> bool:
        return self.draw.random() < 0.5

    def number(self, low: float, high: float) -> float:
        """Return a float from ``low`` to ``high``: a limit, a round number or all digits, small and large alike."""
        kind = self.draw.random()
        if kind < 0.1:
            return float(self.draw.choice((low, high)))
        value = low + (high - low) * 10 ** self.draw.uniform(-12, 0)
        if kind < 0.4:
            value = float(f"{value:.2g}")
        return min(max(value, low), high)

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, mostly small."""
        return min(high, low + int((high - low + 1) * self.draw.random() ** self.draw.choice((1, 4, 12))))

    def text(self, longest: int, shortest: int = 0) -> str:
        """Return a text of up to ``longest`` characters."""
        length = self.draw.choice((longest, self.whole(shortest, longest), min(longest, shortest + 5)))
        return "".join(self.draw.choice(LETTERS) for _ in range(length))

    def value(self, depth: int = 3) -> Any:
        """Return what JSON can hold, except for the infinities and NaN, which it cannot."""
        kinds: list[Callable[[], Any]] = [
            lambda: None,
            self.yes,
            lambda: self.whole(-(2**70), 2**70),
            lambda: self.draw.choice((0.1, 1e300, -5e-324, 1.0, 2.5)),
            lambda: self.text(8),
        ]
        if depth:
            kinds.append(lambda: [self.value(depth - 1) for _ in range(self.whole(0, 3))])
            kinds.append(lambda: {self.text(6): self.value(depth - 1) for _ in range(self.whole(0, 3))})
        return self.draw.choice(kinds)()

    def unknown(self) -> dict[str, Any]:
        """Return fields that no version knows; most sections have none."""
        if self.draw.random() < 0.8:
            return {}
        return {f"x-{self.text(4)}": self.value() for _ in range(self.whole(1, 3))}


def whole_plan(seed: int) -> Plan:
    """Return a valid plan; over a thousand seeds every field takes values of every kind it allows."""
    return _plan(Chance(seed), pinned=False)


def _plan(chance: Chance, *, pinned: bool) -> Plan:
    own_set = chance.maybe(lambda: _coefficient_set(chance), 0.3)
    names = (*BUILT_IN_SETS, *((own_set.id,) if own_set is not None else ()))
    by_compute = chance.yes()
    pins = 0 if pinned or chance.yes() else chance.whole(1, 4)
    return Plan(
        name=chance.text(200),
        hardware=_hardware(chance, decides=not by_compute) if chance.yes() or not by_compute else None,
        currency=chance.text(12),
        budget_flops=chance.number(1e12, 1e32) if by_compute else None,
        data=_data(chance),
        student=_student(chance),
        teacher=_teacher(chance),
        architecture=_architecture(chance),
        coefficients=chance.draw.choice(names),
        coefficient_set=own_set,
        pins=tuple(
            Pin(name=f"{i} {chance.text(70)}", plan=_without_pins(_plan(chance, pinned=True)), unknown=chance.unknown())
            for i in range(pins)
        ),
        unknown=chance.unknown(),
    )


def _without_pins(plan: Plan) -> Plan:
    return msgspec.structs.replace(plan, pins=())


def _hardware(chance: Chance, *, decides: bool) -> Hardware:
    """Return hardware; where it decides the budget, some that gives an amount of compute a plan can have."""
    if decides:
        return Hardware(
            accelerator=chance.draw.choice(ACCELERATORS),
            count=chance.whole(1, 10_000),
            precision=chance.draw.choice(("bf16", "fp16")),
            peak_tflops=chance.maybe(lambda: chance.number(1, 1e4)),
            utilization=chance.maybe(lambda: chance.number(0.01, 1)),
            measured_tflops=chance.maybe(lambda: chance.number(1, 1e4)),
            hours=chance.number(1, 1e5),
            price_per_hour=chance.maybe(lambda: chance.number(0, 1e6)),
            contingency=chance.number(0, 0.9),
            pue=chance.number(1, 10),
            carbon_g_per_kwh=chance.number(0, 1e4),
            unknown=chance.unknown(),
        )
    return Hardware(
        accelerator=chance.maybe(lambda: chance.draw.choice(ACCELERATORS)),
        count=chance.whole(1, 10_000_000),
        precision=chance.draw.choice(("bf16", "fp16", "fp8", "tf32")),
        peak_tflops=chance.maybe(lambda: chance.number(1e-3, 1e6)),
        utilization=chance.maybe(lambda: chance.number(0, 1)),
        measured_tflops=chance.maybe(lambda: chance.number(1e-3, 1e6)),
        hours=chance.number(0, 1e6),
        price_per_hour=chance.maybe(lambda: chance.number(0, 1e6)),
        contingency=chance.number(0, 1),
        pue=chance.number(1, 10),
        carbon_g_per_kwh=chance.number(0, 1e4),
        unknown=chance.unknown(),
    )


def _data(chance: Chance) -> Data:
    return Data(
        student_tokens=chance.maybe(lambda: chance.number(1, 1e18)),
        teacher_tokens=chance.maybe(lambda: chance.number(1, 1e18)),
        allow_repeats=chance.yes(),
        unknown=chance.unknown(),
    )


def _student(chance: Chance) -> Student:
    return Student(
        parameters=chance.number(1e5, 1e15),
        served_tokens=chance.maybe(lambda: chance.number(0, 1e24)),
        memory_gb=chance.maybe(lambda: chance.number(1e-3, 1e6)),
        bits=chance.draw.choice((1, 4, 8, 16, 32, 4.5)),
        unknown=chance.unknown(),
    )


def _candidate(chance: Chance, number: int) -> Candidate:
    loss = chance.maybe(lambda: chance.number(0.01, 100))
    return Candidate(
        name=f"{number} {chance.text(190)}",
        parameters=chance.number(1e5, 1e15),
        loss=loss,
        training_tokens=chance.maybe(lambda: chance.number(1, 1e18), 0.5 if loss is not None else 1),
        vocabulary=chance.maybe(lambda: chance.whole(2, 10_000_000)),
        unknown=chance.unknown(),
    )


def _teacher(chance: Chance) -> Teacher:
    low = chance.number(1e5, 1e15)
    return Teacher(
        exists=chance.yes(),
        outputs_stored=chance.yes(),
        students=chance.draw.choice((1.0, 4.0, 2.5, 1e6)),
        share_outputs=chance.yes(),
        max_training_tokens=chance.number(1, 1e18),
        parameters_range=(low, chance.draw.choice((low, chance.number(low, 1e15)))),
        candidates=tuple(_candidate(chance, i) for i in range(chance.whole(0, 6))),
        unknown=chance.unknown(),
    )


def _architecture(chance: Chance) -> Architecture:
    return Architecture(
        context=chance.whole(1, 10_000_000),
        vocabulary=chance.whole(2, 10_000_000),
        aspect_ratio=chance.number(1, 1e4),
        ffn_ratio=chance.number(0.01, 100),
        ffn_matrices=chance.whole(1, 10),
        gqa_group=chance.number(1, 1e3),
        unknown=chance.unknown(),
    )


def _coefficient_set(chance: Chance) -> CoefficientSet:
    return CoefficientSet(
        id=f"own-{chance.text(90)}",
        name=chance.text(200, 1),
        source=chance.text(40),
        relative_error=chance.number(1e-6, 1),
        supervised=SupervisedCoefficients(
            E=chance.number(0, 20),
            A=chance.number(1e-6, 1e12),
            B=chance.number(1e-6, 1e12),
            alpha=chance.number(0.01, 10),
            beta=chance.number(0.01, 10),
            gamma=chance.number(0.01, 10),
        ),
        distillation=DistillationCoefficients(
            A=chance.number(1e-6, 1e12),
            B=chance.number(1e-6, 1e12),
            alpha=chance.number(0.01, 10),
            beta=chance.number(0.01, 10),
            gamma=chance.number(0.01, 10),
            c0=chance.number(-20, 20),
            c1=chance.number(1e-6, 1e12),
            f1=chance.number(1e-3, 10),
            d1=chance.number(1e-6, 1e12),
            student_token_unit=chance.number(1e-6, 1e12),
        ),
        note=chance.text(40),
        fit=chance.maybe(lambda: {"rows": chance.whole(1, 400), "intervals": {"E": [1.19, 1.25]}, "x": chance.value()}),
    )
