"""The title page tells symbol, day, session, State, kind, language; ordinals and symbols as printed."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records import DocumentKind
from graph.source import Source
from loaders.documents import ordinals, pdf, symbols
from loaders.documents.title_page import TitlePage, title_page

Placed = tuple[float, float, float, str]
Make = Callable[[Iterable[Iterable[Placed]]], Source]
K = DocumentKind
ROOT = "un-documents"
REAL = [
    ("reports/vietnam2009.pdf", "A/HRC/12/11", "VNM", K.WORKING_GROUP_REPORT, date(2009, 10, 5), 12),
    ("reports/peru2008.pdf", "A/HRC/8/37", "PER", K.WORKING_GROUP_REPORT, date(2008, 5, 28), 8),
    ("reports/afghanistan2009.pdf", "A/HRC/12/9", "AFG", K.WORKING_GROUP_REPORT, date(2009, 7, 20), 12),
    ("slovenia/cycle2/g1504261.pdf", "A/HRC/28/15/Add.1", "SVN", K.ADDENDUM, date(2015, 3, 4), 28),
    ("slovenia/cycle2/g1414064.pdf", "A/HRC/WG.6/20/SVN/2", "SVN", K.COMPILATION, date(2014, 8, 18), 20),
    ("slovenia/cycle3/g1924226.pdf", "A/HRC/WG.6/34/SVN/3", "SVN", K.STAKEHOLDER_SUMMARY, date(2019, 8, 14), 34),
    ("slovenia/cycle3/g1923444.pdf", "A/HRC/WG.6/34/SVN/1", "SVN", K.NATIONAL_REPORT, date(2019, 8, 6), 34),
]  # fmt: skip


@pytest.mark.parametrize(("file", "symbol", "state", "kind", "issued", "session"), REAL)
def test_real_title_pages_tell_what_they_are(
    shared_data: Path, file: str, symbol: str, state: str, kind: DocumentKind, issued: date, session: int
) -> None:
    page = title_page(pdf.read(Source.of(shared_data / ROOT / file.replace("reports/", "upr-working-group-reports/"))))
    assert (page.symbol, page.state, page.kind) == (symbol, state, kind)
    assert (page.issued, page.session, page.language) == (issued, session, "en")


def read(make_pdf: Make, *lines: str) -> TitlePage:
    placed = [(57.0, 780.0 - 20 * row, 10.0, line) for row, line in enumerate(lines)]
    return title_page(pdf.read(make_pdf([placed])))


def test_a_blank_inside_the_symbol_and_a_reissue_mark_do_not_matter(make_pdf: Make) -> None:
    page = read(
        make_pdf, "United Nations A/HRC/ 8/28*", "Distr.: General", "32 May 2008", "7 May 2008", "Eighth session"
    )
    assert page.symbol == "A/HRC/8/28"
    assert page.issued == date(2008, 5, 7), "an impossible day is passed over"
    assert page.session == 8


def test_a_french_page_is_told_by_its_words(make_pdf: Make) -> None:
    page = read(
        make_pdf,
        "A/HRC/8/37", "Conseil des droits de l'homme", "Original: français",
        "Rapport du Groupe de travail sur l'Examen périodique universel",
    )  # fmt: skip
    assert (page.language, page.original, page.kind) == ("fr", "fr", DocumentKind.WORKING_GROUP_REPORT)


def test_a_page_without_symbol_is_no_kind_of_official_paper(make_pdf: Make) -> None:
    page = read(make_pdf, "Questions on the national report", "Denmark")
    assert (page.symbol, page.kind, page.issued) == ("", None, None)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("eighth", 8),
        ("Thirty-fourth", 34),
        ("twenty first", 21),
        ("fiftieth", 50),
        ("twelth", None),
        ("second-third", None),
    ],
)
def test_ordinals_are_read_in_words(words: str, number: int | None) -> None:
    assert ordinals.number(words) == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see CRC/C/SVN/CO/3-4, para. 19.", ["CRC/C/SVN/CO/3-4"]),
        ("(A/HRC/WG.6/5/VNM/1);", ["A/HRC/WG.6/5/VNM/1"]),
        ("A/HRC/ 8/28 and A/HRC/23/11/Add.1.", ["A/HRC/8/28", "A/HRC/23/11/Add.1"]),
        ("E/C.12/AUS/CO/6", ["E/C.12/AUS/CO/6"]),
        ("HIV/AIDS and CEDAW/CRC and A/B", []),
    ],
)
def test_symbols_are_found_in_text(text: str, found: list[str]) -> None:
    assert [one.symbol for one in symbols.mentions(text)] == found


@given(st.text(max_size=200))
def test_no_text_breaks_the_search_for_symbols(text: str) -> None:
    for one in symbols.mentions(text):
        assert text[one.start : one.end]


@pytest.mark.parametrize(
    ("symbol", "code", "session", "parent"),
    [
        ("A/HRC/WG.6/34/SVN/1", "SVN", 34, "A/HRC/WG.6/34/SVN/1"),
        ("CERD/C/SVN/CO/6-7", "SVN", None, "CERD/C/SVN/CO/6-7"),
        ("A/HRC/28/15/Add.1", "", None, "A/HRC/28/15"),
    ],
)
def test_a_symbol_tells_state_session_and_parent(symbol: str, code: str, session: int | None, parent: str) -> None:
    assert (symbols.state_code(symbol), symbols.session(symbol), symbols.parent(symbol)) == (code, session, parent)
