"""Working Group reports from file to records: real ones with their figures, and what is refused or left alone."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from graph.records import Document, Passage, PassageKind, PositionStated, Record, Review
from graph.source import Severity, Source
from loaders.upr.working_group import report

Placed = tuple[float, float, float, str]
Make = Callable[[Iterable[Iterable[Placed]]], Source]
REPORTS = "un-documents/upr-working-group-reports"
FIGURES = [
    (f"{REPORTS}/vietnam2009.pdf", "A/HRC/12/11", 5, {"supported": 93, "pending": 2, "noted": 50}),
    (f"{REPORTS}/argentina2008.pdf", "A/HRC/8/34", 1, {"supported": 21}),
    (f"{REPORTS}/mozambique2011.pdf", "A/HRC/17/16", 10, {"supported": 131, "pending": 28, "noted": 10}),
    (f"{REPORTS}/afghanistan2009.pdf", "A/HRC/12/9", 5, {"supported": 96, "pending": 37, "noted": 10}),
    (f"{REPORTS}/egypt2010.pdf", "A/HRC/14/17", 7, {"supported": 119, "noted": 21, "pending": 25}),
    (f"{REPORTS}/samoa2011.pdf", "A/HRC/18/14", 11, {"supported": 73, "pending": 43, "noted": 5}),
    ("un-documents/slovenia/cycle1/g1012049.pdf", "A/HRC/14/15", 7, {"pending": 97}),
    ("un-documents/slovenia/cycle2/g1423930.pdf", "A/HRC/28/15", 20, {"pending": 163}),
    ("un-documents/slovenia/cycle3/g1934994.pdf", "A/HRC/43/15", 34, {"supported": 58, "pending": 157}),
]


def asks(records: Iterable[Record]) -> dict[str, Passage]:
    return {
        one.paragraph: one for one in records if isinstance(one, Passage) and one.kind is PassageKind.RECOMMENDATION
    }


@pytest.mark.parametrize(("file", "symbol", "session", "figures"), FIGURES)
def test_real_reports_give_each_recommendation_its_position(
    shared_data: Path, file: str, symbol: str, session: int, figures: dict[str, int]
) -> None:
    source = Source.of(shared_data / file)
    assert report.recognise(source)
    records = list(report.load(source))
    found = asks(records)
    stated = Counter(one.position.value for one in records if isinstance(one, PositionStated))
    assert dict(stated) == figures
    assert len(found) == sum(figures.values())
    assert all(one.text and one.symbol == symbol and one.place.startswith("page ") for one in found.values())
    assert sum(not one.recommending_states for one in found.values()) <= 1
    (review,) = (one for one in records if isinstance(one, Review))
    assert (review.session, len(review.troika)) == (session, 3)
    assert None not in (days := [review.start, review.day, review.end])
    assert days == sorted(day for day in days if day)


def test_slovenia_is_numbered_as_the_un_cites_it(shared_data: Path) -> None:
    folder = shared_data / "un-documents" / "slovenia"
    second = asks(report.load(Source.of(folder / "cycle2" / "g1423930.pdf")))
    assert list(second) == [f"115.{number}" for number in range(1, 164)]
    third = asks(report.load(Source.of(folder / "cycle3" / "g1934994.pdf")))
    assert list(third) == [f"121.{number}" for number in range(1, 59)] + [f"122.{number}" for number in range(1, 158)]


def test_a_real_ask_named_by_reference_is_its_speakers(shared_data: Path) -> None:
    records = list(report.load(Source.of(shared_data / REPORTS / "vietnam2009.pdf")))
    found = asks(records)
    assert found["35 (a)"].recommending_states == ("CAN",)
    (stated,) = (one for one in records if isinstance(one, PositionStated) and one.about == found["35 (a)"].key)
    assert (stated.position.value, stated.document, stated.paragraph) == ("noted", "A/HRC/12/11", "102")
    assert stated.day == date(2009, 10, 5)


def test_another_real_paper_of_the_same_review_is_not_this_one(shared_data: Path) -> None:
    folder = shared_data / "un-documents" / "slovenia"
    others = [
        "cycle2/g1504261.pdf",
        "cycle2/g1414064.pdf",
        "cycle3/Letter-OHCHR-HC-Slovenia.pdf",
        "cycle2/g1510722.pdf",
    ]
    assert not any(report.recognise(Source.of(folder / name)) for name in others)


def page(*rows: str) -> list[Placed]:
    return [(100.0, 780.0 - 20 * at, 10.0, row) for at, row in enumerate(rows)]


TITLE = page(
    "A/HRC/99/7",
    "Distr.: General",
    "7 May 2030",
    "Report of the Working Group on the Universal Periodic Review",
    "Peru",
)
INTRODUCTION = page("Introduction", "1. The Working Group held its forty-first session from 4 to 15 May 2022.")
CHAPTER = page(
    "I. Summary of the proceedings of the review process",
    "2. Chile asked about trees.",
    "II. Conclusions and/or recommendations",
    "3. The recommendations below enjoy the support of Peru:",
    "3.1. Plant trees (Chile);",
    "4. All conclusions and/or recommendations reflect the position of the submitting State(s).",
)


def test_a_made_report_gives_document_review_ask_and_position(make_pdf: Make) -> None:
    source = make_pdf([TITLE, INTRODUCTION, CHAPTER])
    assert report.recognise(source)
    document, review, ask, stated = report.load(source)
    assert isinstance(document, Document)
    assert (document.symbol, document.state, document.cycle) == ("A/HRC/99/7", "PER", 4)
    assert isinstance(review, Review)
    assert (review.cycle, review.session) == (4, 41)
    assert isinstance(ask, Passage)
    assert (ask.paragraph, ask.recommending_states, ask.cycle) == ("3.1", ("CHL",), 4)
    assert isinstance(stated, PositionStated)
    assert stated.day == date(2030, 5, 7)
    assert not source.findings


def test_a_footnote_to_an_ask_stays_out_of_it_and_is_told(make_pdf: Make) -> None:
    note: list[Placed] = [(100, 90, 8, "* As read in the dialogue: plant oaks (Cuba).")]
    source = make_pdf([TITLE, INTRODUCTION, [*CHAPTER, *note]])
    assert asks(report.load(source))["3.1"].recommending_states == ("CHL",)
    (told,) = source.findings
    assert (told.severity, told.place) == (Severity.NOTE, "page 3")
    assert "plant oaks" in told.reason


def test_a_report_without_its_chapter_says_so(make_pdf: Make) -> None:
    source = make_pdf([TITLE, INTRODUCTION])
    assert [type(one) for one in report.load(source)] == [Document, Review]
    assert "Conclusions" in source.findings[0].reason


def test_a_french_report_is_a_document_and_a_finding(make_pdf: Make) -> None:
    title = page(
        "A/HRC/99/7", "Conseil des droits de l'homme", "Pérou",
        "Rapport du Groupe de travail sur l'Examen périodique universel",
    )  # fmt: skip
    source = make_pdf([title, INTRODUCTION])
    assert report.recognise(source)
    (document,) = report.load(source)
    assert isinstance(document, Document)
    assert (document.language, document.state) == ("fr", "PER")
    assert [one.severity for one in source.findings] == [Severity.WARNING]


@pytest.mark.parametrize("content", [b"", b"not a PDF", b"%PDF-1.4 broken", b"PK\x03\x04"])
def test_recognising_never_raises(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "some.pdf"
    path.write_bytes(content)
    assert not report.recognise(Source.of(path))
