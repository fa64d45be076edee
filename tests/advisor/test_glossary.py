"""The glossary explains everything the plan and the answer speak of, in plain words."""

from __future__ import annotations

import re

import pytest

from advisor import language
from advisor.advise import advise
from advisor.evidence import Figure
from advisor.glossary.page_reading import READINGS, page_reading, reading_title
from advisor.glossary.terms import FIELD_TERMS, PAGE_TERMS, figure_terms, matching, term, terms
from advisor.plan import Plan
from tests.advisor.plans import CLEAR_DIRECT, CLEAR_DISTIL, TIE

SECTIONS = ("hardware", "data", "student", "teacher", "architecture")
FORBIDDEN = re.compile(r"\s-\s|–|—|;.*;|!|\bwe\b|\{|\}|\betc\b", re.IGNORECASE)


def fields_of(plan: Plan) -> set[str]:
    found = {"budget_flops", "currency", "coefficients"}
    for section in SECTIONS:
        names = getattr(plan, section).__struct_fields__
        found |= {f"{section}.{name}" for name in names if name != "unknown"}
    return found


def test_there_are_forty_terms_and_none_twice() -> None:
    found = terms()
    assert len(found) >= 40
    assert len({term.key for term in found}) == len(found)
    assert len({term.name.casefold() for term in found}) == len(found)
    assert [term.name.casefold() for term in found] == sorted(term.name.casefold() for term in found)


def test_every_field_of_a_plan_has_a_term_and_no_term_is_for_a_field_that_is_gone() -> None:
    assert set(FIELD_TERMS) == fields_of(CLEAR_DISTIL)
    for key in FIELD_TERMS.values():
        assert term(key).says


def test_every_page_has_a_term() -> None:
    assert set(PAGE_TERMS) == set(advise(TIE).pages)
    for key in PAGE_TERMS.values():
        assert term(key).matters


@pytest.mark.parametrize("key", [term.key for term in terms()])
def test_a_term_is_one_or_two_plain_sentences_and_why_they_matter(key: str) -> None:
    found = term(key)
    assert found.name[0].isupper() or found.name[0].isdigit()
    for text in (found.says, found.matters):
        assert text[0].isupper() or text[0] == "“"
        assert text.endswith(".")
        assert not FORBIDDEN.search(text), text
        assert 1 <= len(re.findall(r"[\w %)][.](?= [A-Z]|$)", text)) <= 2, text
        assert len(text) <= 200, text
    assert not found.paper or re.match(r"(From )?(Eq\.|Fig\.|Table|Section|Appendix) ?\w", found.paper), found.paper
    assert found.as_text().startswith(found.name)


def test_equations_that_are_cited_are_those_the_law_rests_on() -> None:
    cited = {int(n) for found in terms() for n in re.findall(r"Eq\. (\d+)(?: and (\d+))?", found.paper) for n in n if n}
    assert cited == {1, 8, 9, 10, 35, 69}


def test_a_search_puts_what_is_named_so_before_what_only_mentions_it() -> None:
    assert matching("loss")[0].key == "loss"
    assert matching("MFU")[0].key == "utilisation"
    assert matching("mfu share")[0].key == "utilisation"
    assert {found.key for found in matching("bf16")} == {"precision"}
    assert matching("") == terms()
    assert matching("no such word") == ()


def test_an_unknown_term_is_an_error() -> None:
    with pytest.raises(KeyError):
        term("sparsity")


def test_a_term_follows_the_language() -> None:
    before = language.use(language.Language(translation=lambda context, text, comment, n: text.upper()))
    try:
        assert term("loss").name == "LOSS"
    finally:
        language.use(before)
    assert term("loss").name == "Loss"


@pytest.mark.parametrize("plan", [CLEAR_DISTIL, CLEAR_DIRECT, TIE])
def test_every_number_of_the_answer_has_a_term(plan: Plan) -> None:
    figures = advise(plan).answer.figures
    keys = figure_terms(figures)
    assert len(keys) == len(figures) == 4
    assert len(set(keys)) == 4
    assert all(term(key) for key in keys)


def test_a_number_that_stands_in_for_time_or_cost_is_explained_as_what_it_is() -> None:
    figures = (Figure("a", "", ""), Figure("b", "", ""), Figure("c", "", "", unit="FLOPs"))
    assert figure_terms((*figures, Figure("d", "", "", unit="nats per token"))) == (
        "teacher",
        "student_tokens",
        "budget",
        "loss",
    )


@pytest.mark.parametrize("plan", [CLEAR_DISTIL, CLEAR_DIRECT])
def test_every_page_and_variant_says_how_to_read_it(plan: Plan) -> None:
    pages = advise(plan).pages
    assert set(READINGS) == set(pages)
    for page in pages.values():
        for shown in (page, *getattr(page, "variants", ())):
            sentences = page_reading(shown)
            assert 3 <= len(sentences) <= 5
            assert all(text.endswith(".") and text[0].isupper() for text in sentences)
            assert not any(FORBIDDEN.search(text.replace("; ", " ")) for text in sentences)
            assert reading_title(shown)


def test_a_chart_over_another_axis_is_read_in_another_way() -> None:
    pages = advise(CLEAR_DISTIL).pages
    for name in ("teacher", "map"):
        over = {page_reading(shown)[0] for shown in (pages[name], *pages[name].variants)}  # type: ignore[attr-defined]
        assert len(over) == 2, name
