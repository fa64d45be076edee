"""The language of every text: plurals in English, another language while it is spoken, and nothing left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from advisor import field_text
from advisor.advise import advise
from advisor.check.trust import trust_paragraphs
from advisor.coefficients import CoefficientSet
from advisor.errors import InputError
from advisor.field_words import alternatives, what_belongs
from advisor.language import ENGLISH, Language, current, english_date, in_english, translate, use
from advisor.names import by_article, scenario_labels, with_article
from advisor.plan import Plan
from advisor.plan_file import parse_plan
from advisor.plan_messages import field_types, nested_struct
from advisor.solution import solve_plan
from advisor.spoken import all_the_time, count_in_words, is_one, is_plural, plural_count, share_in_words, the_time
from tests.advisor.broken_plans import BLAMED_FIELDS, BROKEN_PLANS, file_with
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE

DAY = date(2026, 11, 24)


def marked(context: str, text: str, comment: str, n: int) -> str:
    """Return a text that shows it was translated; its letters are capitals."""
    placeholders = iter(re.findall(r"\{\w+\}", text))
    upper = re.sub(r"\{\w+\}", "{}", in_english(context, text, comment, n)).upper()
    return "«" + re.sub(r"\{\}", lambda _: next(placeholders), upper) + "»"


def slavic(context: str, text: str, comment: str, n: int) -> str:
    """Return texts of one, few and many students or days as a language with three plural forms has them."""
    if n < 0:
        return text
    forms = {"student": ("žák", "žáci", "žáků"), "day": ("den", "dny", "dnů")}
    form = 0 if n == 1 else 1 if n in (2, 3, 4) else 2
    return re.sub(r"(\w+)\(s\)", lambda match: forms.get(match[1], (match[1],) * 3)[form], text).replace("%n", str(n))


MARKED = Language(marked, ",", ".", lambda day: f"{day.day}.{day.month}.{day.year}")


@pytest.fixture
def marked_language() -> Iterator[None]:
    before = use(MARKED)
    yield
    use(before)


@pytest.mark.parametrize(
    ("text", "n", "said"),
    [
        ("%n student(s)", 1, "1 student"),
        ("%n student(s)", 0, "0 students"),
        ("%n student(s)", 4, "4 students"),
        ("%n batch(es)", 1, "1 batch"),
        ("%n batch(es)", 2, "2 batches"),
        ("{name} and %n more change(s)", 3, "{name} and 3 more changes"),
        ("{number} day(s)", 1, "{number} day"),
        ("Size (s)", -1, "Size (s)"),
    ],
)
def test_english_plurals(text: str, n: int, said: str) -> None:
    assert in_english("Any", text, "", n) == said
    assert translate("Any", text, "", n) == said


def test_english_dates_do_not_depend_on_the_machine() -> None:
    assert english_date(DAY) == "24 November 2026"
    assert current().date_text(DAY) == "24 November 2026"


def test_a_language_is_spoken_until_the_one_before_is_restored() -> None:
    assert current() is ENGLISH
    before = use(MARKED)
    try:
        assert before is ENGLISH
        assert current() is MARKED
        assert translate("Any", "Teacher") == "«TEACHER»"
        assert scenario_labels()["supervised"] == "«TRAIN DIRECTLY»"
        assert current().date_text(DAY) == "24.11.2026"
    finally:
        assert use(before) is MARKED
    assert current() is ENGLISH
    assert scenario_labels()["supervised"] == "Train directly"


def test_a_language_can_change_its_marks_alone() -> None:
    before = use(replace(ENGLISH, decimal_mark=",", group_mark="."))
    try:
        assert field_text.FFN_RATIO.text(8 / 3) == "2,67"
        assert field_text.VOCABULARY.text(32168) == "32.168"
        assert translate("Any", "Teacher") == "Teacher"
    finally:
        use(before)


def _english_letters(text: str) -> str:
    """Return the small letters of a text but for those of numbers and units: all that was translated has large ones."""
    return re.sub(r"[^a-z]", "", re.sub(r"\dk\b|FLOPs", "", text))


@pytest.mark.usefixtures("marked_language")
@pytest.mark.parametrize("plan", [CLEAR_DISTIL, CLEAR_DIRECT, TIE], ids=["distil", "direct", "tie"])
def test_no_sentence_of_the_answer_stays_in_english(plan: Plan) -> None:
    advice = advise(plan, ("budget", "teacher"))
    answer = advice.answer
    texts = [answer.headline, answer.likelihood, answer.alternative, answer.ranges_caption]
    texts += [text for figure in answer.figures for text in (figure.caption, figure.value, figure.note)]
    texts += [part.label for part in answer.ranges] + [note.message for note in answer.notes]
    texts += trust_paragraphs(solve_plan(plan))
    for page in advice.pages.values():
        texts += [page.question, page.sentence, page.x_title, page.y_title, page.level_label, page.plan_label]
        texts += [*page.footer, *page.read_out_names, page.axis_name, page.band_label]
        texts += [text for curve in page.curves for text in (curve.label, curve.short_label)]
        texts += [text for mark in page.marks for text in (mark.label, mark.detail)]
        texts += [zone.label for zone in page.zones] + [text for row in page.table for text in row[1:]]
    assert sum("«" in text for text in texts) > 30
    assert {text: _english_letters(text) for text in texts if _english_letters(text)} == {}


@pytest.mark.usefixtures("marked_language")
@pytest.mark.parametrize("name", BROKEN_PLANS)
def test_what_is_wrong_with_a_file_is_said_in_the_language(name: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_plan(BROKEN_PLANS[name])
    assert caught.value.field == BLAMED_FIELDS[name] or not BLAMED_FIELDS[name]
    assert caught.value.fix.startswith("«")
    assert caught.value.fix.endswith("»")


def _titles(struct: type[msgspec.Struct], seen: set[type]) -> Iterator[tuple[str, int]]:
    seen.add(struct)
    for annotated in field_types(struct).values():
        for meta in getattr(annotated, "__metadata__", ()):
            assert meta.description is None, "words are translated, so they do not stand in a type"
            yield meta.title, meta.max_length or 0
        inner = nested_struct(annotated)
        if inner is not None and inner not in seen:
            yield from _titles(inner, seen)


def test_every_limit_in_a_plan_has_words_for_what_belongs_there() -> None:
    titles = {*_titles(Plan, set()), *_titles(CoefficientSet, set())}
    assert len(titles) > 30
    for title, most in titles:
        words = what_belongs(title, most)
        assert "{" not in words
        if most and title not in {"candidates", "set_name"}:
            assert f" {most} " in words
    assert what_belongs("share", 0) == "a share from 0 to 1, such as 0.4"
    assert alternatives(["a", "b", "c"]) == "a or b or c"


def test_the_same_file_is_explained_in_another_language_at_once() -> None:
    broken = file_with("student.parameters", -5)
    said = []
    for language in (ENGLISH, MARKED, ENGLISH):
        before = use(language)
        try:
            with pytest.raises(InputError) as caught:
                parse_plan(broken)
        finally:
            use(before)
        said.append(caught.value.fix)
    assert said[0] == said[2] == "-5 is not a number of parameters from 1e5 to 1e15, such as 1e9"
    assert said[1] == "«-5 IS NOT «A NUMBER OF PARAMETERS FROM 1E5 TO 1E15, SUCH AS 1E9»»"


@pytest.mark.parametrize("language", [MARKED, Language(slavic)], ids=["marked", "slavic"])
@pytest.mark.parametrize("value", [1.0, 2.0, 2.5, 4.0, 7.0, 100_000.0])
def test_a_counted_field_reads_what_it_writes_in_any_language(language: Language, value: float) -> None:
    before = use(language)
    try:
        text = field_text.STUDENTS.text(value)
        assert ("«" in text) == (language is MARKED)
        assert field_text.STUDENTS.parse(text, "teacher.students") == value
        assert field_text.STUDENTS.parse("4 students", "teacher.students") == 4
        assert field_text.BITS.parse(field_text.BITS.text(4), "student.bits") == 4
    finally:
        use(before)


def test_other_languages_have_their_own_plural_forms() -> None:
    before = use(Language(slavic))
    try:
        assert [field_text.STUDENTS.text(n) for n in (1, 3, 8)] == ["1 žák", "3 žáci", "8 žáků"]
        assert the_time(24 * 4) == "the four dny"
        assert all_the_time(24 * 21) == "all 21 dnů"
    finally:
        use(before)


@pytest.mark.usefixtures("marked_language")
def test_a_teachers_quality_reads_back_in_any_language() -> None:
    for quality in (field_text.TeacherQuality(loss=1.95), field_text.TeacherQuality(training_tokens=15e12)):
        assert field_text.parse_teacher_quality(quality.text) == quality
    assert field_text.parse_teacher_quality("loss 2") == field_text.TeacherQuality(loss=2.0)
    assert field_text.SERVED_TOKENS.parse(translate("Student fields", "not counted"), "") is None
    price = field_text.price_quantity("USD")
    assert price.parse(price.text(3.505), "") == 3.505


def test_verbs_and_plurals_do_not_depend_on_the_words() -> None:
    before = use(MARKED)
    try:
        assert share_in_words(0.67) == "«TWO THIRDS»"
        assert share_in_words(0.262) == "«ABOUT «A QUARTER»»"
        assert count_in_words(4) == "«FOUR»"
        assert [is_plural(share) for share in (0.001, 0.25, 0.5, 0.67, 0.9, 0.999)] == [False] * 3 + [True] * 3
        assert [is_one(hours) for hours in (1, 24, 48, 8760 * 5)] == [True, False, False, False]
    finally:
        use(before)
    assert [plural_count(amount) for amount in (0, 0.3, 1, 1.5, 2.5, 4)] == [0, 2, 1, 2, 3, 4]


def test_a_sentence_has_the_article_of_its_number() -> None:
    chosen = {
        size: by_article(size, "a {name}", "an {name}").format(name=size) for size in ("8B", "2.7B", "11B", "18M")
    }
    assert list(chosen.values()) == ["an 8B", "a 2.7B", "an 11B", "an 18M"]
    assert all(with_article(size) == text for size, text in chosen.items())
    assert with_article("110M") == "a 110M"
