"""Sizes of stored outputs against the paper's figures."""

import pytest

from advisor.schedule.storage import full_bytes_per_token, kept_bytes_per_token, stored_outputs


def test_full_outputs_are_the_paper_s():
    """App. I: 129 KB a token for 32,168 entries, 260 PB for 2T tokens."""
    assert full_bytes_per_token(32168) == pytest.approx(129e3, rel=0.005)
    assert stored_outputs(2e12, None, 32168).full_bytes == pytest.approx(260e15, rel=0.015)


@pytest.mark.parametrize(("vocabulary", "size"), [(32168, 512), (65536, 512), (65537, 768), (128256, 768), (50, 200)])
def test_the_likeliest_128(vocabulary, size):
    assert kept_bytes_per_token(vocabulary) == size


def test_repeated_text_is_stored_once():
    repeated, fresh = stored_outputs(1e11, 2e10, 32168), stored_outputs(1e11, None, 32168)
    assert repeated.tokens == 2e10
    assert repeated.kept_bytes == 2e10 * 512
    assert fresh.tokens == 1e11
    assert stored_outputs(1e9, 2e10, 32168).tokens == 1e9
