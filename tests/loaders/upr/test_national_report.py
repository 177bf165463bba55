"""National reports: which recommendations each section says it answers, wherever the State lists them."""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from graph.records import (
    Basis,
    Document,
    DocumentKind,
    Passage,
    PassageKey,
    PassageKind,
    Record,
    Relation,
    ReviewKey,
    StatedLink,
)
from graph.source import Source
from loaders.documents import pdf
from loaders.documents.paper import from_text
from loaders.identify import identify
from loaders.upr import national_report

Placed = tuple[float, float, float, str]
Make = Callable[[Iterable[Iterable[Placed]]], Source]
DOCUMENT = Document(
    symbol="A/HRC/WG.6/42/PER/1", kind=DocumentKind.NATIONAL_REPORT, state="PER", cycle=4, place="page 1"
)  # fmt: skip
NAMED = (
    "1. The numbers are as in paragraph 99 of the report of the Working Group on the\n"
    "Universal Periodic Review of Peru (document No. A/HRC/20/1).\n"
)


def read(tmp_path: Path, text: str) -> tuple[Source, list[Record]]:
    (tmp_path / "any").write_text("")
    source = Source.of(tmp_path / "any")
    return source, list(national_report.records(source, DOCUMENT, from_text(text)))


def answered(records: Iterable[Record]) -> dict[str, list[str]]:
    """Section → the recommendations it answers."""
    found: dict[str, list[str]] = {}
    for link in records:
        if isinstance(link, StatedLink):
            assert (link.relation, link.basis) == (Relation.REPORTS_ON, Basis.STATE_REPORT)
            assert isinstance(link.subject, PassageKey)
            assert isinstance(link.object, PassageKey)
            assert (link.subject.symbol, link.object.symbol) == ("A/HRC/WG.6/42/PER/1", "A/HRC/20/1")
            found.setdefault(link.subject.paragraph, []).append(link.object.paragraph)
    return found


@pytest.mark.parametrize(
    "heading",
    [
        "A. Water\nRecommendations 1–3, 14",
        "Water (Recommendations 1, 2, 3, 14)",
        "7. Water and what belongs to it (recommendations 1–\n3, 14)",
        "Water (recommendations Nos. 99.1-99.3 and 99.14)",
    ],
)
def test_a_list_in_a_heading_belongs_to_all_paragraphs_under_it(tmp_path: Path, heading: str) -> None:
    source, records = read(tmp_path, f"{NAMED}{heading}\n2. Wells were dug.\n3. Pipes were laid.\nTrees\n4. None.\n")
    assert answered(records) == {"2–3": ["99.1", "99.2", "99.3", "99.14"]}
    first, section, last = (record for record in records if isinstance(record, Passage))
    assert (section.paragraph, section.kind, section.state) == ("2–3", PassageKind.STATEMENT, "PER")
    assert section.text == "Wells were dug. Pipes were laid."
    assert section.section.startswith(heading.split("\n")[0])
    assert (first.paragraph, last.paragraph, last.section) == ("1", "4", "Trees")
    assert not source.findings


def test_a_recommendation_named_in_the_text_is_quoted_by_its_sentence(tmp_path: Path) -> None:
    _, records = read(tmp_path, f"{NAMED}2. Rain fell. Wells were dug, which fulfils recommendation 43. More came.\n")
    assert answered(records) == {"2": ["99.43"]}
    (link,) = (record for record in records if isinstance(record, StatedLink))
    assert link.quote == "Wells were dug, which fulfils recommendation 43."


def test_an_endnote_that_is_a_list_belongs_to_what_it_is_marked_on(tmp_path: Path) -> None:
    notes = "Notes\n1 Recommendation 8, 9 and 12.\n2 See recommendation 7 of the ministry.\n"
    _, records = read(tmp_path, f"{NAMED}2. Wells were dug.1 Pipes followed.2\n{notes}")
    assert answered(records) == {"2": ["99.8", "99.9", "99.12"]}


def test_numbers_of_a_report_that_is_not_named_count_the_review_before(tmp_path: Path) -> None:
    source, records = read(tmp_path, "1. We report.\nWater (recommendations 1, 2)\n2. Wells were dug.\n")
    found = [link.object for link in records if isinstance(link, StatedLink)]
    assert found == [ReviewKey("PER", 3, "1"), ReviewKey("PER", 3, "2")]
    assert [finding.reason.split(":")[0] for finding in source.findings] == ["no report is named"]


def test_two_reports_named_leave_it_open_whose_the_numbers_are(tmp_path: Path) -> None:
    more = NAMED.replace("1. ", "2. ").replace("A/HRC/20/1", "A/HRC/30/1")
    _, records = read(tmp_path, f"{NAMED}{more}Water (recommendations 1)\n3. Wells were dug.\n")
    assert answered(records) == {}


def test_slovenia_s_sections_answer_what_people_read_in_them(shared_data: Path) -> None:
    source = Source.of(shared_data / "un-documents" / "slovenia" / "cycle3" / "g1923444.pdf")
    assert [loader.name for loader in identify(source)] == ["upr.national_report"]
    records = list(national_report.load(source))
    sections = {one.paragraph: one.section[0] for one in records if isinstance(one, Passage)}
    read = {
        (sections[link.subject.paragraph], link.object.symbol, link.object.paragraph)
        for link in records
        if isinstance(link, StatedLink) and isinstance(link.subject, PassageKey) and isinstance(link.object, PassageKey)
    }
    key = shared_data / "ground-truth" / "slovenia-national-report-cycle3-links.csv"
    with key.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 176
    assert read == {(row["section"], row["recommendation_document"], row["recommendation_paragraph"]) for row in rows}


@pytest.mark.parametrize(
    ("file", "last"), [("cycle1/g0916919.pdf", "74"), ("cycle2/g1413493.pdf", "106"), ("cycle3/g1923444.pdf", "116")]
)
def test_real_reports_are_read_to_their_last_paragraph(shared_data: Path, file: str, last: str) -> None:
    source = Source.of(shared_data / "un-documents" / "slovenia" / file)
    *_, passage = (one for one in national_report.load(source) if isinstance(one, Passage))
    assert passage.paragraph.split("–")[-1] == last


def test_a_corrigendum_is_no_national_report(make_pdf: Make) -> None:
    lines = ("A/HRC/WG.6/42/PER/1/Corr.1", "Distr.: General", "Human Rights Council", "National report", "Peru")
    source = make_pdf([[(57.0, 780.0 - 20 * row, 10.0, line) for row, line in enumerate(lines)]])
    assert pdf.is_pdf(source)
    assert not national_report.recognise(source)
    assert [loader.name for loader in identify(source)] == ["upr.paper"]
