"""Shares and times as sentences say them."""

import numpy as np
import pytest

from advisor.spoken import all_the_time, count_in_words, is_plural, share_in_words, the_time, whole_percents


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.25, "a quarter"),
        (0.254, "a quarter"),
        (0.262, "about a quarter"),
        (0.29, "29 %"),
        (1 / 3, "a third"),
        (0.5, "half"),
        (0.67, "two thirds"),
        (0.69, "69 %"),
        (0.048, "5 %"),
        (0.004, "hardly any"),
        (0.996, "nearly all"),
    ],
)
def test_shares(share, words):
    assert share_in_words(share) == words


def test_only_several_parts_are_plural():
    plural = {share_in_words(share) for share in np.arange(0.01, 1, 0.01) if is_plural(share)}
    assert {"two thirds", "about three quarters", "nine tenths"} <= plural
    assert not plural & {"half", "a quarter", "about a third", "29 %"}


@pytest.mark.parametrize(
    ("hours", "time", "whole"),
    [
        (120, "the five days", "all five days"),
        (504, "the 21 days", "all 21 days"),
        (14, "the 14 hours", "all 14 hours"),
        (1, "the hour", "the whole hour"),
        (24, "the 24 hours", "all 24 hours"),
        (30, "the 30 hours", "all 30 hours"),
        (48, "the two days", "all two days"),
        (300, "the 12.5 days", "all 12.5 days"),
        (0.5, "the 30 minutes", "all 30 minutes"),
        (8760 * 5, "the five years", "all five years"),
    ],
)
def test_times(hours, time, whole):
    assert (the_time(hours), all_the_time(hours)) == (time, whole)


@pytest.mark.parametrize(("count", "words"), [(1, "one"), (4, "four"), (12, "twelve"), (13, "13"), (2.5, "2.5")])
def test_counts(count, words):
    assert count_in_words(count) == words


def test_percentages_add_up():
    assert whole_percents([1 / 3, 1 / 3, 1 / 3]) == ("34 %", "33 %", "33 %")
    assert whole_percents([0.75, 0.25]) == ("75 %", "25 %")
    assert whole_percents([0.996, 0.004]) == ("over 99 %", "under 1 %")
    assert whole_percents([0.862, 0.129, 0.009]) == ("86 %", "13 %", "under 1 %")
    assert whole_percents([1.0]) == ("100 %",)
