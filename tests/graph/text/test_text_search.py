"""Searching: what words find, how finds are narrowed, ordered and explained."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from graph.store.builds import Build
from graph.text import Filters, Found, search
from tests.graph.text.conftest import ASKS, CERD, REPORT


def names(build: Build, words: str, **filters) -> list[str]:
    return [hit.name.removeprefix(f"{REPORT}, para. ") for hit in search(build, words, Filters(**filters), 50).hits]


def in_report(build: Build, words: str) -> set[str]:
    return {name for name in names(build, words) if name in {paragraph for paragraph, *_ in ASKS}}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("torture prison", {"10.1"}),
        ("torturing", {"10.1"}),
        ("TORTURE", {"10.1"}),
        ('"death penalty"', {"10.2"}),
        ('"penalty death"', set()),
        ("torture OR penalty", {"10.1", "10.2"}),
        ("(torture OR penalty) abolish", {"10.2"}),
        ("women -trafficking", {"10.3"}),
        ("women NOT trafficking", {"10.3"}),
        ("women's", {"10.3", "10.10"}),
        ("educat*", {"10.10", "12"}),
        ("educación", {"11"}),
        ("educacion", {"11"}),
        ("niño", {"11"}),
        ("education filles", {"12"}),
        ("refugies", {"12"}),
        ("réfugié", {"12"}),
        ("10.1", {"10.1"}),
        ("the death of penalty", {"10.2"}),
        ("self-evident", set()),
    ],
)
def test_words_find_what_people_expect(indexed: Build, words: str, expected: set[str]) -> None:
    assert in_report(indexed, words) == expected


def test_a_symbol_lists_its_document_first_and_then_its_paragraphs_in_order(indexed: Build) -> None:
    found = names(indexed, REPORT)
    assert found[0] == "Report of the Working Group"
    assert found[1:7] == ["10.1", "10.2", "10.3", "10.10", "11", "12"]
    assert f"{CERD}, para. 12 (b)" in found  # it cites the document


@pytest.mark.parametrize("words", [f"{CERD} 12 (b)", f"{CERD.lower()}, para. 12 (b)", f"{CERD} § 12", f"{CERD} 12"])
def test_a_symbol_and_a_paragraph_find_one_passage(indexed: Build, words: str) -> None:
    assert names(indexed, words) == [f"{CERD}, para. 12 (b)"]


def test_a_symbol_is_no_beginning_of_a_longer_number(indexed: Build) -> None:
    assert names(indexed, "A/HRC/9") == []


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"state": "SVN"}, {"10.10"}),
        ({"position": "supported"}, {"10.3"}),
        ({"family": "treatyBodies", "state": "VNM"}, set()),
        ({"kind": "Project"}, set()),
        ({"since": 2031}, set()),
        ({"since": 2030, "until": 2030}, {"10.3", "10.10"}),
        ({"since": 2040, "until": 2035}, set()),
    ],
)
def test_a_search_is_narrowed(indexed: Build, filters: dict, expected: set[str]) -> None:
    assert set(names(indexed, "women", **filters)) == expected


def test_filters_alone_list_what_they_hold(indexed: Build) -> None:
    assert set(names(indexed, "", state="SVN", kind="Recommendation")) == {"10.10", "11", "12"}


def test_a_span_of_years_is_found_in_each_of_them(indexed: Build) -> None:
    assert "Schools for girls" in names(indexed, "schools", since=2032, until=2032)


def test_counts_are_of_all_hits_and_not_of_the_page(indexed: Build) -> None:
    found = search(indexed, "", Filters(kind="Recommendation"), limit=1)
    assert len(found.hits) == 1
    assert found.total == 6
    assert {one.value: one.hits for one in found.states} == {"VNM": 3, "SVN": 3}
    assert {one.value: one.hits for one in found.positions} == {"supported": 2, "noted": 2, "pending": 2}
    assert {one.value: one.hits for one in found.kinds} == {"Recommendation": 6}


def test_pages_follow_one_another_without_a_gap(indexed: Build) -> None:
    whole = [hit.iri for hit in search(indexed, "girls OR women OR torture", limit=50).hits]
    parts = [
        hit.iri
        for first in range(0, len(whole), 2)
        for hit in search(indexed, "girls OR women OR torture", limit=2, first=first).hits
    ]
    assert parts == whole


def test_a_title_weighs_more_than_a_description(indexed: Build) -> None:
    found = names(indexed, "schools")
    assert set(found[:2]) == {"Schools for girls", "2 Girls stay in school"}
    assert found[2] == "10.3"


def marked(found: Found) -> list[str]:
    return [piece.text for hit in found.hits for one in hit.snippets for piece in one.pieces if piece.marked]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("teacher", ["teachers"]),
        ("educacion", ["educación"]),
        ('"death penalty"', ["death penalty"]),
        ("traffick*", ["trafficking"]),
        ("women -torture -trafficking", ["women"]),
    ],
)
def test_the_words_that_were_found_are_marked_as_they_are_printed(
    indexed: Build, words: str, expected: list[str]
) -> None:
    found = search(indexed, words, Filters(kind="Recommendation"))
    assert marked(found) == expected


def test_a_hit_tells_in_which_field_and_by_whose_words(indexed: Build) -> None:
    hit = search(indexed, "committee lessons").hits[0]
    assert [(one.field, one.publisher) for one in hit.snippets] == [("summary", "A Publisher")]
    hit = search(indexed, "right education committee", Filters(kind="Observation")).hits[0]
    assert {one.field for one in hit.snippets} == {"summary", "heading"}


def test_a_hit_by_its_number_shows_what_it_says(indexed: Build) -> None:
    (hit,) = search(indexed, f"{REPORT} 10.2").hits
    assert [(one.field, one.marked) for one in hit.snippets] == [
        ("paragraph", True),
        ("text", False),
    ]
    assert hit.snippets[-1].text == ASKS[1][2]


def test_a_long_wording_is_cut_around_what_was_found(indexed: Build) -> None:
    found = search(indexed, "prisons", Filters(kind="Project"))
    (one,) = found.hits[0].snippets
    assert one.cut_before
    assert "prisons" in marked(found)
    assert len(one.text) < 320


def test_a_state_among_the_words_is_offered_and_not_applied(indexed: Build) -> None:
    found = search(indexed, "torture Viet Nam")
    assert found.total == 0
    assert [(one.state, one.words, one.hits) for one in found.offers] == [("VNM", "torture", 1)]
    assert search(indexed, "torture Viet Nam", Filters(state="SVN")).offers == ()


def test_a_name_of_a_state_in_another_language_finds_the_state(indexed: Build) -> None:
    assert "Slovenia" in names(indexed, "Eslovenia")


def test_words_that_are_too_common_are_left_out_and_told(indexed: Build) -> None:
    assert search(indexed, "the death of penalty").left_out == ("the", "of")
    assert search(indexed, '"of the"').left_out == ()


@pytest.mark.parametrize("words", ["-torture", "torture OR -torture", "NOT NOT torture", "-(torture OR girls) women"])
def test_what_must_not_occur_can_be_all_that_is_asked(indexed: Build, words: str) -> None:
    found = search(indexed, words)
    assert found.total > 0
    assert found.trouble == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('"torture', "quotation mark"),
        ("(torture", "never closed"),
        ("torture)", "never opened"),
        ("torture OR", "either side"),
        ("torture NOT", "must not occur"),
        ("(" * 50 + "torture" + ")" * 50, "deep"),
        ("t* torture", "two letters"),
    ],
)
def test_what_cannot_be_read_is_told_and_its_words_are_searched_for(indexed: Build, words: str, told: str) -> None:
    found = search(indexed, words)
    assert told in found.trouble
    if "t*" not in words:
        assert found.total == search(indexed, "torture").total


@pytest.mark.parametrize("words", ["!!!", "“”", "()", "*", "'''", "\ud800", "\x00", "- - -"])
def test_what_holds_no_word_finds_nothing_and_says_so(indexed: Build, words: str) -> None:
    found = search(indexed, words)
    assert found.total == 0
    assert found.trouble


@pytest.mark.parametrize(
    "words",
    [
        "facet:all_",
        "all_",
        "kind_recommendation",
        "state_vnm",
        'x" OR facet:"all_',
        "NEAR(a b)",
        "text : women",
        "{a b}: c",
    ],
)
def test_no_words_are_commands_of_the_engine(indexed: Build, words: str) -> None:
    assert search(indexed, words).total < 15  # of more than 600 things


def test_a_word_of_the_column_of_facets_is_a_word_like_any_other(indexed: Build) -> None:
    assert search(indexed, "all_").total == search(indexed, "all").total
    assert search(indexed, "kind_recommendation").total == 0


@given(some.text(max_size=80))
def test_no_text_breaks_the_search(indexed: Build, words: str) -> None:
    found = search(indexed, words)
    assert found.total >= len(found.hits)


_PIECES = some.sampled_from(
    [
        "(",
        ")",
        '"',
        "“",
        "”",
        " OR ",
        " AND ",
        " NOT ",
        "-",
        "*",
        "a*",
        "tor*",
        "torture",
        "A/HRC/90/1",
        "10.1",
        " ",
        "é",
        "12 (b)",
        "/",
        ".",
    ]
)


@given(some.lists(_PIECES, max_size=30).map("".join))
def test_no_way_of_joining_pieces_breaks_the_search(indexed: Build, words: str) -> None:
    found = search(indexed, words)
    assert found.total >= len(found.hits)


@given(some.text(max_size=30), some.text(max_size=12), some.integers(-10_000, 10_000))
def test_no_filter_breaks_the_search(indexed: Build, state: str, kind: str, year: int) -> None:
    assert search(indexed, "women", Filters(state=state, kind=kind or "x", since=year)).total == 0
