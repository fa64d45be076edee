"""The catalogue and the utilisation presets."""

import pytest

from advisor.accelerators import accelerator, catalogue, price, utilization_preset
from advisor.errors import InputError


def test_every_row_has_a_peak_a_source_and_its_own_id():
    rows = catalogue()
    assert len(rows) == 37
    assert len({row.id for row in rows}) == len({row.name for row in rows}) == len(rows)
    for row in rows:
        assert row.peaks
        assert row.source_url.startswith("https://")
        assert row.source_note.startswith(("[A] ", "[B] ", "[B-] ", "[C] "))
        assert row.memory_gb is not None
        assert row.memory_gb > 0
    assert catalogue() is rows


def test_dense_peaks_of_well_known_rows():
    h100 = accelerator("h100-sxm5")
    assert h100.peaks == {"bf16": 989, "fp16": 989, "fp8": 1979, "tf32": 494.7}
    assert (h100.memory_gb, h100.tdp_w, h100.year) == (80, 700, 2022)
    assert accelerator("a100-80gb-sxm").peaks["bf16"] == 312
    assert accelerator("rtx-a6000").peaks["fp32"] == 38.7


@pytest.mark.parametrize(
    ("accelerator_id", "precision", "peak"),
    [
        ("h100-sxm5", "bf16", (989, "bf16")),
        ("h100-sxm5", "fp8", (989, "bf16")),
        ("h100-sxm5", "tf32", (494.7, "tf32")),
        ("v100-sxm2-32gb", "bf16", (125, "fp16")),
        ("v100-sxm2-32gb", "fp8", (125, "fp16")),
        ("v100-sxm2-32gb", "tf32", (15.7, "fp32")),
        ("tpu-v4", "fp16", (275, "bf16")),
        ("tpu-v4", "tf32", None),
    ],
)
def test_precision_falls_back_to_a_figure_that_exists(accelerator_id, precision, peak):
    assert accelerator(accelerator_id).peak_for(precision) == peak


def test_every_accelerator_has_a_peak_for_bf16():
    assert all(row.peak_for("bf16") for row in catalogue())


@pytest.mark.parametrize("unknown", ["h100", "H100-SXM5", "", "x" * 10_000, "é\n"])
def test_unknown_accelerator_is_named_with_what_to_write(unknown):
    with pytest.raises(
        InputError, match=r"^hardware\.accelerator: the catalogue has no .*; write one such as "
    ) as caught:
        accelerator(unknown)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 220


def test_misspelt_accelerator_finds_its_neighbour():
    with pytest.raises(InputError, match="such as h100-sxm5,"):
        accelerator("H100-SXM5")


@pytest.mark.parametrize(
    ("count", "preset"),
    [
        (1, (0.20, 0.40, 0.50)),
        (8, (0.25, 0.40, 0.50)),
        (16, (0.24, 0.40 - 0.02 / 3, 0.50 - 0.05 / 3)),
        (64, (0.22, 0.38, 0.45)),
        (512, (0.15, 0.30, 0.42)),
        (100_000, (0.15, 0.30, 0.42)),
    ],
)
def test_presets_are_the_listed_ones_and_linear_in_log_count(count, preset):
    assert utilization_preset("h100-sxm5", count, 1e9) == pytest.approx(preset)


def test_presets_shown_for_sixteen_h100():
    assert [round(100 * share) for share in utilization_preset("h100-sxm5", 16, 7e9) or ()] == [24, 39, 48]


def test_a100_reaches_more_and_is_capped():
    assert utilization_preset("a100-40gb-pcie", 8, 1e9) == pytest.approx((0.325, 0.52, 0.60))


@pytest.mark.parametrize("accelerator_id", ["mi300x", "mi325x", "mi355x"])
def test_mi300x_class_reaches_less(accelerator_id):
    assert utilization_preset(accelerator_id, 8, 1e9) == pytest.approx((0.175, 0.28, 0.35))


def test_small_students_reach_less():
    assert utilization_preset("h100-sxm5", 8, 349e6) == pytest.approx((0.2, 0.32, 0.4))
    assert utilization_preset("h100-sxm5", 8, 350e6) == pytest.approx((0.25, 0.4, 0.5))
    assert utilization_preset("a100-80gb-sxm", 8, 1e8) == pytest.approx((0.26, 0.416, 0.48))


def test_fp8_counts_as_a_fifth_more_of_the_bf16_peak():
    assert utilization_preset("h100-sxm5", 8, 1e9, "fp8") == pytest.approx((0.3, 0.48, 0.6))


def test_no_preset_outside_the_catalogue():
    assert utilization_preset(None, 8, 1e9) is None


def test_default_prices_lie_within_what_was_seen():
    ids = {row.id for row in catalogue()}
    found = [price(row.id) for row in catalogue()]
    prices = [entry for entry in found if entry is not None]
    assert len(prices) == 7
    for entry in prices:
        assert entry.id in ids
        assert entry.low <= entry.default <= entry.high
        assert entry.as_of.startswith("2026-")
    h100 = price("h100-sxm5")
    assert h100 is not None
    assert (h100.default, h100.low, h100.high) == (3.5, 2.4, 12.29)
    assert price("t4") is None
