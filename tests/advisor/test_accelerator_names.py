"""Short names and the search of the catalogue."""

from __future__ import annotations

import pytest

from advisor.accelerator_names import find_accelerators, short_name
from advisor.accelerators import catalogue


@pytest.mark.parametrize(
    ("accelerator_id", "name"),
    [
        ("h100-sxm5", "H100 SXM5"),
        ("a100-80gb-sxm", "A100 80GB SXM4"),
        ("rtx-4090", "RTX 4090"),
        ("mi300x", "MI300X"),
        ("tpu-v6e", "TPU v6e"),
        ("none-such", "none-such"),
    ],
)
def test_short_names(accelerator_id: str, name: str) -> None:
    assert short_name(accelerator_id) == name


def test_no_two_accelerators_share_a_short_name() -> None:
    names = [short_name(entry.id) for entry in catalogue()]
    assert len(set(names)) == len(names)


def test_every_word_must_be_found_somewhere() -> None:
    assert [entry.id for entry in find_accelerators("amd 300")] == ["mi300x"]
    assert find_accelerators("abacus") == ()
    assert len(find_accelerators("")) == len(catalogue())
