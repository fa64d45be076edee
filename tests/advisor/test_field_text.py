"""What stands in a field reads back as the value it stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor import field_text
from advisor.errors import InputError
from advisor.field_text import Quantity, TeacherQuality, parse_teacher_quality, price_quantity, same, time_quantity

CASES: list[tuple[Quantity, float, str]] = [
    (field_text.PARAMETERS, 7e9, "7B"),
    (field_text.PARAMETERS, 1.2345e9, "1.2345B"),
    (field_text.PARAMETERS, 6.74213212e9, "6.74B"),
    (field_text.TOKEN_LIMIT, 2e11, "200B"),
    (field_text.SERVED_TOKENS, 0.0, "0"),
    (field_text.FLOPS, 2.6e21, "2.6 × 10²¹ FLOPs"),
    (field_text.DURATION, 120.0, "5 days"),
    (field_text.DURATION, 123.456, "123.4560 h"),
    (field_text.DURATION, 1234.56789, "51.4 days"),
    (field_text.SHARE, 0.385, "38.5 %"),
    (field_text.LOSS, 1.9523, "1.9523"),
    (field_text.COUNT, 1024, "1024"),
    (field_text.FFN_RATIO, 8 / 3, "2.67"),
    (field_text.TFLOPS, 2516.6, "2516.6 TFLOP/s"),
    (field_text.MEMORY, 8.0, "8 GB"),
    (field_text.BITS, 1.0, "1 bit"),
    (field_text.CARBON, 400.0, "400 g/kWh"),
    (field_text.STUDENTS, 1.0, "1 student"),
    (field_text.STUDENTS, 4.0, "4 students"),
    (price_quantity("USD"), 3.5, "$3.50 per GPU-hour"),
    (price_quantity("USD"), 3.505, "$3.5050 per GPU-hour"),
    (price_quantity("CHF"), 3.5, "3.50 CHF per GPU-hour"),
]


@pytest.mark.parametrize(("quantity", "value", "text"), CASES)
def test_text(quantity: Quantity, value: float, text: str) -> None:
    assert quantity.text(value) == text


@pytest.mark.parametrize(
    ("quantity", "unit"),
    [
        (field_text.PARAMETERS, 1e7),
        (field_text.TOKENS, 1e7),
        (field_text.DURATION, 1e-2),
        (field_text.SHARE, 1e-8),
        (field_text.TFLOPS, 1e-3),
        (field_text.FFN_RATIO, 1e-2),
        (price_quantity("EUR"), 1e-3),
    ],
)
@given(mantissa=st.integers(100, 99_999), power=st.integers(-2, 3))
def test_up_to_five_figures_read_back(quantity: Quantity, unit: float, mantissa: int, power: int) -> None:
    value = mantissa * 10.0**power * unit
    assert quantity.reads(quantity.text(value), value), quantity.text(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15T", TeacherQuality(training_tokens=15e12)),
        ("300", TeacherQuality(training_tokens=300.0)),
        ("1.95", TeacherQuality(loss=1.95)),
        ("1,95", TeacherQuality(loss=1.95)),
        ("loss 2", TeacherQuality(loss=2.0)),
        ("1.95 nats", TeacherQuality(loss=1.95)),
    ],
)
def test_a_teacher_is_known_by_tokens_or_loss(text: str, expected: TeacherQuality) -> None:
    assert parse_teacher_quality(text) == expected
    assert parse_teacher_quality(expected.text) == expected


@pytest.mark.parametrize("text", ["", "loss", "loss 500", "-1", "good", "nan", "500 nats"])
def test_anything_else_is_refused_with_both_ways(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_teacher_quality(text, "teacher.candidates[0].training_tokens")
    assert "15T" in caught.value.fix
    assert caught.value.field == "teacher.candidates[0].training_tokens"


@pytest.mark.parametrize(
    ("text", "hours"), [("5 days", 120.0), ("1,920 GPU-hours", 120.0), ("160 gpu h", 10.0), ("16 device-hours", 1.0)]
)
def test_time_may_be_given_for_all_accelerators_together(text: str, hours: float) -> None:
    assert time_quantity(16).parse(text, "hardware.hours") == hours


@pytest.mark.parametrize(
    ("quantity", "field", "text", "fix"),
    [
        (field_text.BITS, "student.bits", "99", "Too large. Write bits from 1 to 32, such as 4"),
        (field_text.BITS, "student.bits", "four", "Write bits from 1 to 32, such as 4"),
        (field_text.STUDENTS, "teacher.students", "0", "Too small. Write a number such as 4 students"),
        (field_text.POWER_FACTOR, "hardware.pue", "0.5", "Too small. Write a factor from 1 to 10, such as 1.2"),
        (field_text.CONTEXT, "architecture.context", "0.5", "Write a number of tokens such as 4096"),
    ],
)
def test_a_number_out_of_its_fields_range_is_refused(quantity: Quantity, field: str, text: str, fix: str) -> None:
    with pytest.raises(InputError) as caught:
        quantity.parse(text, field)
    assert caught.value.fix == fix


def test_none_equals_only_none() -> None:
    assert same(None, None)
    assert not same(None, 0.0)
    assert same(0.1 + 0.2, 0.3)
    assert not same(1.0, 1.001)
