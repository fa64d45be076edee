"""From memory to size and back."""

from __future__ import annotations

import pytest

from advisor.flops import total_parameters
from advisor.plan import Architecture
from advisor.student_size import fits, largest_student, weight_bytes

STUDY = Architecture()


def test_weights_count_embeddings() -> None:
    assert weight_bytes(7e9, 4, STUDY) == pytest.approx(float(total_parameters(7e9, STUDY)) / 2)


@pytest.mark.parametrize("memory", [0.5, 1, 8, 80, 1e4])
@pytest.mark.parametrize("bits", [1, 4, 8, 16])
def test_the_largest_student_fits_and_a_percent_more_does_not(memory: float, bits: float) -> None:
    largest = largest_student(memory, bits, STUDY)
    assert fits(largest, memory, bits, STUDY)
    assert not fits(largest * 1.0101, memory, bits, STUDY)
    assert float(f"{largest:.2e}") == pytest.approx(largest, rel=1e-12)
