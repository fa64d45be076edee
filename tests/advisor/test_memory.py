"""Whether models fit: bytes by the published rules, and verdicts that follow from them."""

import pytest

from advisor.flops import layers, model_width, total_parameters
from advisor.plan import Architecture
from advisor.schedule.memory import (
    GIGABYTE,
    RUNTIME_BYTES,
    USABLE,
    training_load,
    training_state_bytes,
    weights_bytes,
    working_bytes,
)

STUDY = Architecture()


def test_training_state_is_sixteen_bytes_a_parameter_with_embeddings():
    assert training_state_bytes(7e9, STUDY) == 16 * float(total_parameters(7e9, STUDY))
    load = training_load(7e9, STUDY, 16, 80)
    assert load.state / GIGABYTE == pytest.approx(7.1, abs=0.05)


def test_a_teacher_is_two_bytes_a_parameter_and_whole_where_that_fits():
    load = training_load(7e9, STUDY, 16, 80, teacher_parameters=7e9)
    assert load.verdict == "fits"
    assert load.teacher_whole
    assert load.teacher == weights_bytes(7e9, STUDY) == 2 * float(total_parameters(7e9, STUDY))
    spread = training_load(7e9, STUDY, 16, 80, teacher_parameters=68e9)
    assert spread.verdict == "fits"
    assert not spread.teacher_whole
    assert spread.teacher == weights_bytes(68e9, STUDY) / 16


def test_working_memory_is_korthikanti_s():
    width, depth = float(model_width(7e9, STUDY)), float(layers(7e9, STUDY))
    outputs = 8 * 4096 * 32168 + RUNTIME_BYTES
    assert working_bytes(7e9, None, STUDY, recompute=False) == pytest.approx(34 * 4096 * width * depth + outputs)
    again = (2 * depth + 34) * 4096 * width + outputs
    assert working_bytes(7e9, None, STUDY, recompute=True) == pytest.approx(again)


def test_a_teacher_s_vocabulary_is_its_own():
    large = Architecture(vocabulary=128256)
    beside = training_load(7e9, STUDY, 16, 80, 7e9, large)
    assert beside.teacher == weights_bytes(7e9, large) > weights_bytes(7e9, STUDY)


@pytest.mark.parametrize(("count", "verdict"), [(1, "too_large"), (8, "tight"), (32, "tight"), (10_000, "tight")])
def test_small_accelerators_are_tight_or_too_few(count, verdict):
    assert training_load(7e9, STUDY, count, 24).verdict == verdict


def test_the_least_count_fits_and_one_fewer_does_not():
    for size, teacher in ((7e9, None), (7e9, 7e9), (3e9, 68e9)):
        least = training_load(size, STUDY, 1, 24, teacher).least_count
        assert least > 1
        assert training_load(size, STUDY, least, 24, teacher).verdict != "too_large"
        assert training_load(size, STUDY, least - 1, 24, teacher).verdict == "too_large"


def test_more_memory_or_accelerators_never_hurt():
    order = ["too_large", "tight", "fits"]
    verdicts = [order.index(training_load(7e9, STUDY, 8, memory, 7e9).verdict) for memory in range(8, 200, 8)]
    assert verdicts == sorted(verdicts)
    assert {0, 1, 2} == set(verdicts)
    counts = [order.index(training_load(13e9, STUDY, count, 40).verdict) for count in (1, 2, 4, 8, 16, 64)]
    assert counts == sorted(counts)


def test_what_is_said_to_fit_leaves_a_tenth_free():
    load = training_load(7e9, STUDY, 16, 80, teacher_parameters=7e9)
    assert load.total <= USABLE * 80 * GIGABYTE
    assert load.total == load.state + load.teacher + load.working


def test_no_number_of_accelerators_helps_where_one_text_is_too_long():
    load = training_load(7e9, Architecture(context=1_000_000), 8, 24)
    assert (load.verdict, load.least_count) == ("too_large", None)


def test_without_a_known_memory_there_is_no_verdict():
    load = training_load(7e9, STUDY, 16, None, teacher_parameters=7e9)
    assert (load.verdict, load.memory, load.least_count) == ("unknown", None, None)
