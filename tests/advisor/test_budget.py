"""From hardware to compute, money and energy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.budget import budget, plan_with_compute
from advisor.errors import InputError
from advisor.plan import Hardware, Plan, Student
from advisor.plan_file import check_plan


def plan(budget_flops=None, currency="USD", parameters=7e9, **hardware):
    """Return a plan on 16 H100 for 120 hours, with changes."""
    settings = {"accelerator": "h100-sxm5", "count": 16, "hours": 120.0, **hardware}
    return Plan(
        budget_flops=budget_flops,
        currency=currency,
        student=Student(parameters=parameters),
        hardware=Hardware(**settings),
    )


def test_the_designs_example():
    found = budget(plan(utilization=0.38))
    assert found.compute_flops == pytest.approx(16 * 989e12 * 0.38 * 120 * 3600)
    assert found.flops_per_hour == pytest.approx(found.compute_flops / 120)
    assert found.device_hours == 1920
    assert found.cost == pytest.approx(6720)
    assert found.energy_kwh == pytest.approx(1920 * 0.7 * 1.2)
    assert found.carbon_kg == pytest.approx(1920 * 0.7 * 1.2 * 0.4)
    assert found.presets == pytest.approx((0.24, 0.39333333, 0.48333333))
    assert found.utilization_source == "typed"
    assert found.peak_note == "989 TFLOP/s dense bf16 each, catalogue 2026-11"
    assert found.price_note == "Catalogue 2026-11, seen from $2.40 to $12.29"


def test_default_utilisation_is_the_typical_preset():
    found = budget(plan())
    assert found.utilization == pytest.approx(0.39333333)
    assert found.utilization_source == "default"
    assert found.compute_flops == pytest.approx(16 * 989e12 * 0.39333333 * 120 * 3600)


def test_accelerator_outside_the_catalogue():
    found = budget(plan(accelerator=None, peak_tflops=500))
    assert found.utilization == 0.35
    assert found.presets is None
    assert found.cost is None
    assert found.energy_kwh is None
    assert found.compute_flops == pytest.approx(16 * 500e12 * 0.35 * 120 * 3600)
    assert budget(plan(accelerator=None, peak_tflops=500, price_per_hour=2)).cost == 3840


def test_measured_throughput_replaces_peak_and_utilisation():
    found = budget(plan(measured_tflops=400, utilization=0.1))
    assert found.compute_flops == pytest.approx(16 * 400e12 * 120 * 3600)
    assert found.utilization == pytest.approx(400 / 989)
    assert found.utilization_source == "measured"
    alone = budget(plan(accelerator=None, measured_tflops=400))
    assert alone.compute_flops == found.compute_flops
    assert alone.utilization is None


def test_fp8_is_planned_from_the_bf16_peak():
    bf16, fp8 = budget(plan()), budget(plan(precision="fp8"))
    assert fp8.peak_tflops == 989
    assert fp8.compute_flops == pytest.approx(1.2 * bf16.compute_flops)
    assert "1.2 times" in fp8.peak_note
    assert "no FP8 peak is listed" in budget(plan(accelerator="a100-80gb-sxm", precision="fp8")).peak_note
    typed = budget(plan(precision="fp8", peak_tflops=1979))
    assert typed.compute_flops == pytest.approx(16 * 1979e12 * 0.39333333 * 120 * 3600)
    assert "smaller share" in typed.peak_note


def test_typed_utilisation_is_used_as_given():
    assert budget(plan(precision="fp8", utilization=0.3)).compute_flops == pytest.approx(16 * 989e12 * 0.3 * 432000)


def test_fallback_precision_is_said():
    found = budget(plan(accelerator="v100-sxm2-32gb"))
    assert found.peak_tflops == 125
    assert found.peak_note == "125 TFLOP/s dense fp16 each, catalogue 2026-11; no bf16 peak is listed"


def test_contingency_takes_time_but_not_money():
    whole, lost = budget(plan()), budget(plan(contingency=0.25))
    assert lost.compute_flops == pytest.approx(0.75 * whole.compute_flops)
    assert lost.flops_per_hour == pytest.approx(0.75 * (whole.flops_per_hour or 0))
    assert lost.cost == whole.cost
    assert lost.hours == 120


def test_budget_in_flops_wins_and_takes_the_time_it_takes():
    rate = budget(plan()).flops_per_hour or 0
    found = budget(plan(budget_flops=rate * 240))
    assert found.compute_flops == rate * 240
    assert found.hours == pytest.approx(240)
    assert found.device_hours == pytest.approx(16 * 240)
    assert found.cost == pytest.approx(16 * 240 * 3.5)


def test_budget_in_flops_alone():
    found = budget(Plan(budget_flops=2e23, student=Student(parameters=1e9)))
    assert found.compute_flops == 2e23
    assert found.flops_per_hour is found.hours is found.cost is found.energy_kwh is None
    unusable = budget(plan(budget_flops=2e23, accelerator=None))
    assert unusable.flops_per_hour is unusable.hours is unusable.cost is None
    assert budget(plan(budget_flops=2e23, utilization=0)).hours is None


def test_default_prices_are_dollars():
    found = budget(plan(currency="EUR"))
    assert found.cost is None
    assert "your currency" in found.price_note
    assert budget(plan(currency="EUR", price_per_hour=3)).cost == pytest.approx(5760)
    assert budget(plan(price_per_hour=0)).cost == 0


@pytest.mark.parametrize(
    ("field", "broken"),
    [
        ("budget_flops", Plan(student=Student(parameters=1e9))),
        ("hardware.accelerator", plan(accelerator=None)),
        ("hardware.accelerator", plan(accelerator="h100")),
        ("hardware.precision", plan(accelerator="tpu-v4", precision="tf32")),
    ],
)
def test_budget_that_cannot_be_told(field, broken):
    with pytest.raises(InputError) as caught:
        budget(broken)
    assert caught.value.field == field


def test_plan_with_compute_scales_hours_or_sets_the_budget():
    base = plan(utilization=0.38)
    doubled = plan_with_compute(base, 2 * budget(base).compute_flops)
    assert doubled.hardware is not None
    assert doubled.hardware.hours == pytest.approx(240)
    assert doubled.budget_flops is None
    assert plan_with_compute(base, -1).hardware != base.hardware
    assert plan_with_compute(plan(budget_flops=1e21), 3e21).budget_flops == 3e21
    assert plan_with_compute(plan(budget_flops=1e21), 3e21).hardware == plan().hardware
    assert plan_with_compute(Plan(budget_flops=1e21, student=Student(parameters=1e9)), 3e21).budget_flops == 3e21


BASES = (plan(), plan(budget_flops=1e21), plan(contingency=0.9, count=1))


@given(st.floats(-1, 33).map(lambda power: 10**power), st.sampled_from(BASES))
def test_plan_with_any_compute_stays_usable(flops, base):
    changed = plan_with_compute(base, flops)
    check_plan(changed)
    if 1e13 < flops < 1e23:
        assert budget(changed).compute_flops == pytest.approx(flops, rel=1e-9)
