"""What a link joins is named as people name it, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import terms
from graph.clean import Unclear
from graph.review.ends import end, shown

ASK = terms.passage("A/HRC/12/11", "99.78")
LETTERED = terms.passage("A/HRC/12/11", "96 (b)")


@pytest.mark.parametrize(
    "written",
    [
        "A/HRC/12/11 99.78",
        "A/HRC/12/11, para. 99.78",
        "A/HRC/12/11, paragraph 99.78.",
        "A/HRC/12/11, paras. 99.78",
        "A/HRC/12/11  §99.78",
        "A/HRC/12/11/para/99.78",
        "document/A/HRC/12/11/para/99.78",
        "/id/document/A/HRC/12/11/para/99.78",
        "http://localhost:8000/id/document/A/HRC/12/11/para/99.78",
        ASK,
    ],
)
def test_every_way_of_writing_a_paragraph_names_the_same_one(written: str) -> None:
    assert end(written) == ASK


@pytest.mark.parametrize(
    "written", ["A/HRC/12/11 96(b)", "A/HRC/12/11, para 96 (b)", LETTERED.removeprefix(terms.BASE)]
)
def test_a_letter_may_stand_close_to_its_number(written: str) -> None:
    assert end(written) == LETTERED


def test_a_symbol_alone_is_the_document() -> None:
    assert end("CERD/C/VNM/CO/10-14") == terms.document("CERD/C/VNM/CO/10-14")


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "nothing",
        "A/HRC/12/11 99.78 and 99.79",
        "A/HRC/12/11, paras. 7; 8",
        "A/HRC/12/11, para.",
        "http://example.org/a b",
        "http://x/> <http://y",
        "A/",
    ],
)
def test_what_names_nothing_is_refused(written: str) -> None:
    with pytest.raises(Unclear):
        end(written)


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        (ASK, "A/HRC/12/11 99.78"),
        (LETTERED, "A/HRC/12/11 96 (b)"),
        (terms.passage("CRC/C/VNM/CO/3-4", "not given (x-1)"), "CRC/C/VNM/CO/3-4 not given (x-1)"),
        (terms.passage("A/HRC/WG.6/7/SVN/3", "19 s3"), "A/HRC/WG.6/7/SVN/3 19 s3"),
        (terms.passage("A/HRC/39/159", "annotation 2eb1-a9"), "A/HRC/39/159 annotation 2eb1-a9"),
        (terms.passage("A/HRC/12/11", "9 and 10"), "document/A/HRC/12/11/para/9 and 10"),
        (terms.passage("CRC/C/VNM/CO/3-4", "12 part 2"), "CRC/C/VNM/CO/3-4 12 part 2"),
        (terms.document("A/HRC/12/11"), "A/HRC/12/11"),
        (terms.project("VNM-1"), "project/VNM-1"),
        ("http://example.org/thing", "http://example.org/thing"),
    ],
)
def test_a_thing_is_shown_by_its_shortest_name(iri: str, name: str) -> None:
    assert shown(iri) == name


@given(st.text(min_size=1, max_size=20).filter(lambda text: text.strip()))
def test_what_is_shown_is_read_back(paragraph: str) -> None:
    iri = terms.passage("A/HRC/12/11", paragraph.encode("utf-8", "ignore").decode() or "1")
    assert end(shown(iri)) == iri


@given(st.text())
def test_any_text_is_an_iri_or_refused(text: str) -> None:
    try:
        found = end(text)
    except Unclear:
        return
    assert not set(found) & set('<>" \n{}|\\^`')
