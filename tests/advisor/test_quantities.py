"""Quantities as people write and say them, and that what is written can be read back."""

import math
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor import language
from advisor import quantities as q
from advisor.errors import InputError
from advisor.language import Language
from advisor.number_text import without_marks
from advisor.ticks import linear_ticks, log_ticks

READ = {
    q.parse_parameters: {
        "1.5B": 1.5e9,
        "1,5B": 1.5e9,
        "300M": 3e8,
        "300 m": 3e8,
        "7 000 000": 7e6,
        "7\u00a0000\u202f000": 7e6,
        "1,500,000": 1.5e6,
        "1.500.000.000": 1.5e9,
        "1'500'000": 1.5e6,
        "1_500_000": 1.5e6,
        "1,234,567.5k": 1234567.5e3,
        "1.234.567,5k": 1234567.5e3,
        "1,50,00,000": 1.5e7,
        "150,000": 150_000,
        "1.235B": 1.235e9,
        "7 bn": 7e9,
        "7 billion": 7e9,
        "2 trillion": 2e12,
        "3G": 3e9,
        "7b params": 7e9,
        "7B parameters": 7e9,
        "1.5e9": 1.5e9,
        "1.5 × 10^9": 1.5e9,
        "1.5·10⁹": 1.5e9,
        "７Ｂ": 7e9,
        " +7B ": 7e9,
    },
    q.parse_tokens: {"2T tokens": 2e12, "450B": 4.5e11, "2t": 2e12, "1 token": 1, "20B tok": 2e10},
    q.parse_token_limit: {"": None, " ": None, "no limit": None, "Unlimited": None, "2T": 2e12},
    q.parse_flops: {
        "2e23": 2e23,
        "1.5 × 10²³": 1.5e23,
        "1.5x10^23": 1.5e23,
        "1.5*10**23 FLOPs": 1.5e23,
        "1.5 × 10²³ FLOPs": 1.5e23,
        "10²³": 1e23,
        "2,5e23": 2.5e23,
        "150 zettaFLOPs": 1.5e23,
        "150 ZFLOP": 1.5e23,
        "12 PF-days": 12e15 * 86400,
        "12 petaflop/s-days": 12e15 * 86400,
    },
    q.parse_duration: {
        "3 weeks": 504,
        "500 h": 500,
        "500h": 500,
        "2 days 12 h": 60,
        "2d12h": 60,
        "1 week, 2 days and 3 hours": 219,
        "a month": 730,
        "1 year": 8760,
        "three weeks": 504,
        "1,5 days": 36,
        "1,500 h": 1500,
        "90 min": 1.5,
        "0 h": 0,
    },
    q.parse_share: {"40 %": 0.4, "40%": 0.4, "0.4": 0.4, "0,4": 0.4, ".4": 0.4, "40": 0.4, "100 percent": 1, "0": 0},
    q.parse_price: {
        "$3.50 per GPU-hour": 3.5,
        "3,50": 3.5,
        "3.50 USD": 3.5,
        "USD 3.5 per hour": 3.5,
        "€2,40/h": 2.4,
        "2.40 € / accelerator-hour": 2.4,
        "US$3": 3,
        "$1,200": 1200,
        "$0": 0,
        "3.50 an hour": 3.5,
    },
    q.parse_count: {"64": 64, "1,024": 1024, "1k": 1000, "16 ×": 16, "1e3": 1000, "8 GPUs": 8},
    q.parse_tflops: {
        "989": 989,
        "989 TFLOP/s": 989,
        "989 TFLOPS": 989,
        "1.979 PFLOP/s": 1979,
        "165 GFLOP/s": 0.165,
        "494,7": 494.7,
    },
    q.parse_loss: {"1.95": 1.95, "1,95": 1.95, "2.060": 2.06, "2,060": 2.06, "2.06 nats": 2.06},
    q.parse_number: {"4096": 4096, "32k": 32000, "1.2": 1.2, "128,256": 128256},
}


@pytest.mark.parametrize(("parse", "text"), [(parse, text) for parse, texts in READ.items() for text in texts])
def test_reads_what_people_write(parse, text):
    value = READ[parse][text]
    assert parse(text) == (None if value is None else pytest.approx(value, rel=1e-12))


ALWAYS_WRONG = (
    *(
        "nan",
        "inf",
        "-inf",
        "Infinity",
        "-5",
        "−5",
        "-1e9",
        "1e308",
        "1e999",
        "1e99999999",
        "rubbish",
        "5 dasy",
        "0x10",
    ),
    *("1..5", "1,2,3", "7 0 0", "7 B 9", "1e", "e9", "--5", "5-", "(5)", "5;5", "1.5.5", "²³", "×10²³", "½", "\x00"),
    *("9" * 61, "x" * 10_000),
)


@pytest.mark.parametrize("parse", [parse for parse in READ if parse is not q.parse_duration])
@pytest.mark.parametrize("text", ALWAYS_WRONG)
def test_refuses_what_is_no_quantity(parse, text):
    with pytest.raises(InputError, match=r"^here: .*[Ww]rite") as caught:
        parse(text, "here")
    assert caught.value.field == "here"
    assert len(caught.value.fix) <= 80, "it stands under a narrow field"


@pytest.mark.parametrize("text", [*ALWAYS_WRONG, "", "5", "5 m", "days", "5 days 3", "2e6 h", "200 years", "-3 h"])
def test_refuses_what_is_no_time(text):
    with pytest.raises(InputError, match="Write"):
        q.parse_duration(text)


@pytest.mark.parametrize(
    ("parse", "text", "fix"),
    [
        (q.parse_duration, "5 dasy", "Write a time such as 5 days or 120 h"),
        (q.parse_duration, "5", "Write the unit: 5 h or 5 days"),
        (q.parse_duration, "1.500 h", 'Write 1.5 or 1500 instead of "1.500"'),
        (q.parse_duration, "1.235 h", 'Write 1.2350 or 1235 instead of "1.235"'),
        (q.parse_parameters, "1,500B", 'Write 1.5 or 1500 instead of "1,500"'),
        (q.parse_tokens, "1.500", 'Write 1.5 or 1500 instead of "1.500"'),
        (q.parse_parameters, "7", "Write at least 100k"),
        (q.parse_parameters, "1e16", "Write at most 10¹⁵"),
        (q.parse_flops, "2e23 FLOP/s", "FLOP/s is a speed. Write compute such as 2e23 or 1.5 × 10²³"),
        (q.parse_share, "1", "Write 1 % or 100 %"),
        (q.parse_share, "140 %", "Write at most 100 %"),
        (q.parse_count, "2.5", "Write a whole number such as 64"),
        (q.parse_loss, "-1", "Not negative. Write a loss in nats such as 1.95"),
    ],
)
def test_says_what_to_write(parse, text, fix):
    with pytest.raises(InputError) as caught:
        parse(text)
    assert caught.value.fix == fix


def test_every_reading_that_is_offered_is_accepted():
    """What the refusal of an ambiguous number offers must not be refused in turn."""
    assert q.parse_duration("1.2350 h") == 1.235
    assert q.parse_duration("1235 h") == 1235
    assert q.parse_parameters("1.5B") == 1.5e9
    assert q.parse_parameters("1500B") == 1.5e12


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (q.format_parameters(2.7e9), "2.7B"),
        (q.format_parameters(999.6e6), "1B"),
        (q.format_parameters(999.4e6), "999M"),
        (q.format_parameters(12.61e9), "12.6B"),
        (q.format_parameters(1e15), "10¹⁵"),
        (q.format_tokens(450e9), "450B"),
        (q.format_tokens(9.996e14), "10¹⁵"),
        (q.format_tokens(1), "1"),
        (q.format_flops(1.5e23), "1.5 × 10²³ FLOPs"),
        (q.format_flops(2.5976e21, padded=True), "2.60 × 10²¹ FLOPs"),
        (q.format_power(9.999e20), "10²¹"),
        (q.format_power(3e21), "3 × 10²¹"),
        (q.format_power(5e-4), "5 × 10⁻⁴"),
        (q.format_tflops(989), "989 TFLOP/s"),
        (q.format_tflops(1307.4), "1,310 TFLOP/s"),
        (q.format_duration(14), "14 h"),
        (q.format_duration(120), "5 days"),
        (q.format_duration(120, padded=True), "5.0 days"),
        (q.format_duration(504), "21 days"),
        (q.format_duration(177.7), "7.4 days"),
        (q.format_duration(300), "12.5 days"),
        (q.format_duration(23.99), "1 day"),
        (q.format_duration(24.1), "1 day"),
        (q.format_duration(192.4 * 24), "192 days"),
        (q.format_duration(5.268 * 8760), "5.3 years"),
        (q.format_duration(0.5), "30 min"),
        (q.format_duration(0.999), "1 h"),
        (q.format_duration(0), "0 h"),
        (q.format_money(6720), "$6,720"),
        (q.format_money(10_612), "$10,600"),
        (q.format_money(99_960), "$100k"),
        (q.format_money(212_345), "$212k"),
        (q.format_money(999_700), "$1M"),
        (q.format_money(1.2e6), "$1.2M"),
        (q.format_money(12.29), "$12.29"),
        (q.format_money(0), "$0"),
        (q.format_money(-1680), "−$1,680"),
        (q.format_money(6720, "EUR"), "€6,720"),
        (q.format_money(6720, "CHF"), "6,720 CHF"),
        (q.format_money(6720, ""), "6,720"),
        (q.format_price(3.5), "$3.50 per GPU-hour"),
        (q.format_price(4.0), "$4.00 per GPU-hour"),
        (q.format_loss(2.06), "2.060"),
        (q.format_loss(-0.0361), "−0.036"),
        (q.format_loss(-0.0001), "0.000"),
        (q.format_share(0.38), "38 %"),
        (q.format_share(0.12345), "12.3 %"),
        (q.format_share(0), "0 %"),
        (q.format_ratio(1.54), "1.5×"),
        (q.format_ratio(0.9996), "1×"),
        (q.format_ratio(123.4), "123×"),
        (q.format_energy(1612.8), "1.61 MWh"),
        (q.format_energy(403), "403 kWh"),
        (q.format_energy(999.9), "1 MWh"),
        (q.format_mass(645.12), "645 kg"),
        (q.format_mass(1200), "1.2 t"),
        (q.format_bytes(5.4e15), "5.4 PB"),
        (q.format_bytes(768), "768 B"),
        (q.format_range(2.7e9, 12.61e9, q.format_parameters), "2.7B–12.6B"),
        (q.format_range(96, 190, q.format_duration), "4–7.9 days"),
        (q.format_range(0.24, 0.48, q.format_share), "24–48 %"),
        (q.format_range(5320, 10_600, q.format_money), "$5,320–$10,600"),
        (q.format_range(1e21, 3e21, q.format_flops), "10²¹–3 × 10²¹ FLOPs"),
        (q.format_range(1e21, 1e21, q.format_power), "10²¹"),
        (q.exact_number(1.5e9), "1,500,000,000"),
        (q.exact_number(0.38), "0.38"),
        (q.exact_number(64), "64"),
        (q.exact_number(2e23), "2 × 10²³"),
        (q.exact_number(1.2345e23), "1.2345 × 10²³"),
    ],
)
def test_says_numbers_as_people_do(text, expected):
    assert text == expected


def sizes(low, high):
    """Return numbers spread evenly over the orders of magnitude."""
    return st.floats(math.log10(low), math.log10(high)).map(lambda exponent: min(max(10**exponent, low), high))


ROUND_TRIPS = {
    "parameters": (q.parse_parameters, q.format_parameters, sizes(1e5, 1e15)),
    "tokens": (q.parse_tokens, q.format_tokens, sizes(1, 1e18)),
    "flops": (q.parse_flops, q.format_flops, sizes(1e12, 1e32)),
    "padded flops": (q.parse_flops, lambda x: q.format_flops(x, padded=True), sizes(1e12, 1e32)),
    "tflops": (q.parse_tflops, q.format_tflops, sizes(1e-3, 1e6)),
    "duration": (q.parse_duration, lambda x: q.format_duration(x, 3), sizes(0.1, 1e6)),
    "share": (q.parse_share, q.format_share, sizes(1e-3, 1)),
    "money": (q.parse_price, q.format_money, sizes(1, 1e6)),
    "francs": (q.parse_price, lambda x: q.format_money(x, "CHF"), sizes(1, 1e6)),
    "price": (q.parse_price, lambda x: q.format_price(x, "EUR"), sizes(1, 1e6)),
    "loss": (q.parse_loss, q.format_loss, sizes(1, 99)),
}


@pytest.mark.parametrize("kind", ROUND_TRIPS)
@given(data=st.data())
def test_what_is_said_can_be_read_back(kind, data):
    parse, say, values = ROUND_TRIPS[kind]
    value = data.draw(values)
    assert parse(say(value)) == pytest.approx(value, rel=5.001e-3)


STYLES = {
    "comma and point": Language(decimal_mark=",", group_mark="."),
    "comma and space": Language(decimal_mark=",", group_mark="\u202f"),
    "point and space": Language(decimal_mark=".", group_mark="\u202f"),
    "point and apostrophe": Language(decimal_mark=".", group_mark="’"),
}


@contextmanager
def spoken(chosen):
    """Speak a language for a while."""
    before = language.use(chosen)
    try:
        yield
    finally:
        language.use(before)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", ROUND_TRIPS)
@given(data=st.data())
def test_what_is_said_can_be_read_back_in_every_number_style(kind, style, data):
    parse, say, values = ROUND_TRIPS[kind]
    value = data.draw(values)
    with spoken(STYLES[style]):
        assert parse(say(value)) == pytest.approx(value, rel=5.001e-3)


@pytest.mark.parametrize("style", STYLES)
@given(value=sizes(1e-6, 1e17))
def test_exact_number_loses_nothing_in_every_number_style(style, value):
    with spoken(STYLES[style]):
        text = q.exact_number(value)
        assert float(without_marks(text)) == value
        assert q.exact_number(value, grouped=False) == text.replace(STYLES[style].group_mark, "")


@given(sizes(1e-6, 1e20))
def test_number_styles_differ_in_their_marks_alone(value):
    def texts():
        return (
            q.format_parameters(value), q.format_flops(value), q.format_money(value), q.format_price(value),
            q.format_duration(value), q.format_share(value), q.format_ratio(value), q.format_bytes(value),
            q.format_loss(min(value, 1e6)), q.exact_number(value),
        )  # fmt: skip

    english = [text.replace(",", ";").replace(".", ",").replace(";", ".") for text in texts()]
    with spoken(STYLES["comma and point"]):
        assert list(texts()) == english


@pytest.mark.parametrize(
    ("style", "parse", "text", "expected"),
    [
        ("comma and point", q.parse_tokens, "1.500", 1500),
        ("comma and point", q.parse_tokens, "1.500.000", 1.5e6),
        ("comma and point", q.parse_tokens, "1,500,000", 1.5e6),
        ("comma and point", q.parse_parameters, "1,235B", 1.235e9),
        ("comma and point", q.parse_parameters, "1.5B", 1.5e9),
        ("comma and point", q.parse_loss, "1,950", 1.95),
        ("comma and point", q.parse_loss, "1.950", 1.95),
        ("comma and point", q.parse_count, "1.024", 1024),
        ("comma and point", q.parse_price, "$1.234,50 per GPU-hour", 1234.5),
        ("comma and point", q.parse_price, "1,234.50", 1234.5),
        ("comma and point", q.parse_share, "0,125", 0.125),
        ("comma and point", q.parse_share, "0.125", 0.125),
        ("comma and point", q.parse_duration, "1.500 h", 1500),
        ("comma and space", q.parse_tokens, "1\u202f500", 1500),
        ("comma and space", q.parse_parameters, "1,235B", 1.235e9),
        ("point and space", q.parse_parameters, "1.235B", 1.235e9),
        ("point and apostrophe", q.parse_tokens, "1’500", 1500),
    ],
)
def test_the_own_marks_come_first(style, parse, text, expected):
    with spoken(STYLES[style]):
        assert parse(text) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("style", "parse", "text", "fix"),
    [
        ("comma and point", q.parse_tokens, "1,500", 'Write 1,5 or 1500 instead of "1,500"'),
        ("comma and point", q.parse_duration, "1,235 h", 'Write 1,2350 or 1235 instead of "1,235"'),
        ("comma and point", q.parse_parameters, "1.500B", 'Write 1,5 or 1500 instead of "1.500"'),
        ("comma and space", q.parse_tokens, "1,500", 'Write 1,5 or 1500 instead of "1,500"'),
        ("comma and space", q.parse_tokens, "1.500", 'Write 1,5 or 1500 instead of "1.500"'),
        ("point and space", q.parse_tokens, "1,500", 'Write 1.5 or 1500 instead of "1,500"'),
        ("comma and point", q.parse_loss, "x", "Write a loss in nats such as 1,95"),
        ("comma and point", q.parse_flops, "x", "Write compute such as 2e23 or 1,5 × 10²³"),
        ("comma and point", q.parse_price, "x", "Write a price such as 3,50 per hour"),
        ("comma and point", q.parse_share, "x", "Write a share such as 40 % or 0,4"),
        ("comma and point", q.parse_duration, "1500,5", "Write the unit: 1500,5 h or 1500,5 days"),
    ],
)
def test_says_what_to_write_with_the_own_marks(style, parse, text, fix):
    with spoken(STYLES[style]), pytest.raises(InputError) as caught:
        parse(text)
    assert caught.value.fix == fix


def test_units_are_read_as_they_are_written_in_another_language():
    words = {
        "{number} day": "{number} Tag",
        "{number} days": "{number} Tage",
        "{number} year": "{number} Jahr",
        "{number} years": "{number} Jahre",
        "{number} h": "{number} Std",
        "GPU-hour": "GPU-Stunde",
        "{money} per {hour}": "{money} je {hour}",
        "no limit": "unbegrenzt",
    }
    german = Language(lambda context, text, comment, n: words.get(text, text), ",", ".")
    with spoken(german):
        assert q.format_duration(504) == "21 Tage"
        for hours in (2.5, 24, 504, 3 * 8760):
            assert q.parse_duration(q.format_duration(hours)) == hours
        assert q.parse_duration("2 days 3 h") == 51, "English words are always read"
        assert q.format_price(3.5, "EUR") == "€3,50 je GPU-Stunde"
        assert q.parse_price(q.format_price(3.5, "EUR")) == 3.5
        assert q.parse_token_limit("unbegrenzt") is None


@given(sizes(1e-6, 1e17))
def test_exact_number_loses_nothing(value):
    assert float(q.exact_number(value).replace(",", "")) == value


@given(sizes(1e-3, 1e20))
def test_never_more_than_three_figures(value):
    for text in (q.format_parameters(value), q.format_power(value), q.format_bytes(value), q.format_money(1e5 * value)):
        number = text.split(" × 10")[0].strip(" kMBTGPE$")
        if not number.startswith("10"):
            assert len(number.lstrip("0.").replace(".", "").replace(",", "").rstrip("0")) <= 3
    assert len(q.format_ratio(value).rstrip("×").lstrip("0.").replace(".", "").replace(",", "").rstrip("0")) <= 3


@given(st.text(max_size=80))
def test_any_text_is_a_quantity_or_an_input_error(text):
    for parse in READ:
        value = 0
        try:
            value = parse(text)
        except InputError:
            continue
        assert value is None or (math.isfinite(value) and value >= 0)


@given(sizes(1e12, 1e30), st.floats(1.01, 1e18), st.integers(1, 12))
def test_log_ticks_lie_within_and_are_few(low, ratio, count):
    ticks = log_ticks(low, low * ratio, count)
    assert len(ticks) <= count
    assert ticks == sorted(set(ticks))
    assert all(low * (1 - 1e-6) <= tick <= low * ratio * (1 + 1e-6) for tick in ticks)


def test_ticks_are_those_of_the_design():
    assert log_ticks(2e20, 1e23, 8) == [3e20, 1e21, 3e21, 1e22, 3e22, 1e23]
    assert log_ticks(5e8, 3e11, 10) == [5e8, 1e9, 2e9, 5e9, 1e10, 2e10, 5e10, 1e11, 2e11]
    assert log_ticks(1e18, 1e30, 5) == [1e18, 1e21, 1e24, 1e27, 1e30]
    assert linear_ticks(1.8, 2.6, 9) == [1.8, 1.9, 2.0, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6]
    assert linear_ticks(0, 1, 5) == [0.0, 0.5, 1.0]
    assert linear_ticks(1, 1, 5) == log_ticks(0, 1, 5) == []
