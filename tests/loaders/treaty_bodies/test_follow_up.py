"""Follow-up letters and progress reports: a grade for each paragraph picked, with its words."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

import ontology
from graph import terms
from graph.records import Assessment, Document, DocumentKind, PassageKey, Record
from graph.source import Refused, Source
from loaders.identify import identify
from loaders.treaty_bodies.follow_up import load as loader
from loaders.treaty_bodies.follow_up.grades import SCHEME, Grade, grades
from tests.loaders.treaty_bodies import follow_ups
from tests.loaders.un_layout import Line, Made, printed, typed

FORMS = [printed, typed]


def made(path: Path, paper: Made, form: Callable[..., Source], lines: tuple[Line, ...] = ()) -> Source:
    return form(path / "letter", paper.symbol, paper.issued, paper.masthead, lines or paper.lines)


def records(source: Source) -> list[Record]:
    assert [one.name for one in identify(source)] == [loader.LOADER.name]
    return list(loader.load(source))


def given(found: list[Record]) -> set[tuple[str, str, str]]:
    return {
        (one.about.symbol, one.about.paragraph, one.value)
        for one in found
        if isinstance(one, Assessment) and isinstance(one.about, PassageKey)
    }


@pytest.mark.parametrize("form", FORMS)
def test_a_progress_report_grades_paragraphs_and_their_items_of_each_state(
    tmp_path: Path, form: Callable[..., Source]
) -> None:
    source = made(tmp_path, follow_ups.PROGRESS_2017, form)
    document, *assessments = records(source)
    assert isinstance(document, Document)
    assert (document.symbol, document.kind) == ("CCPR/C/190/2", DocumentKind.FOLLOW_UP_REPORT)
    assert given(assessments) == {
        ("CCPR/C/PER/CO/9", "5 (a)", "B1"),
        ("CCPR/C/PER/CO/9", "5 (b)", "C1"),
        ("CCPR/C/PER/CO/9", "7", "A"),
        ("CCPR/C/SVN/CO/8", "6", "B2"),
        ("CCPR/C/SVN/CO/8", "6", "D1"),
        ("CCPR/C/SVN/CO/8", "10", "E"),
    }
    one = next(one for one in assessments if isinstance(one, Assessment) and one.value == "A")
    assert (one.assessor, one.scheme, one.day, one.document) == (
        "CCPR", "follow-up-grade", date(2037, 4, 3), "CCPR/C/190/2",
    )  # fmt: skip
    assert "The act was passed" in one.words
    assert source.findings == []


@pytest.mark.parametrize("form", FORMS)
def test_a_letter_without_a_symbol_grades_in_words(tmp_path: Path, form: Callable[..., Source]) -> None:
    found = records(made(tmp_path, follow_ups.LETTER, form))
    assert given(found) == {
        ("CEDAW/C/VNM/CO/12", "5 (a)", "partially implemented"),
        ("CEDAW/C/VNM/CO/12", "5 (b)", "lack of sufficient information"),
        ("CEDAW/C/VNM/CO/12", "7", "implemented"),
    }
    assert not [one for one in found if isinstance(one, Document)], "a letter has no symbol to be known by"
    assert {(one.day, one.document) for one in found if isinstance(one, Assessment)} == {(date(2034, 5, 3), None)}


def test_a_letter_that_names_no_concluding_observations_is_refused(tmp_path: Path) -> None:
    lines = tuple((kind, text.replace("(CEDAW/C/VNM/CO/12)", "")) for kind, text in follow_ups.LETTER.lines)
    source = made(tmp_path, follow_ups.LETTER, printed, lines)
    assert loader.recognise(source)
    with pytest.raises(Refused, match="not known what it grades"):
        list(loader.load(source))


def test_a_grade_beside_no_paragraph_is_a_finding_and_no_guess(tmp_path: Path) -> None:
    lines = (
        ("title", "Follow-up progress report on concluding observations"),
        ("tail", "Concluding observations: CCPR/C/PER/CO/9"),
        ("tail", "[B1] Something was done."),
    )
    source = made(tmp_path, follow_ups.PROGRESS_2017, printed, lines)
    assert given(records(source)) == set()
    assert any("beside no paragraph" in finding.reason for finding in source.findings)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Paragraph 9 [B2]", [Grade("B2", ("9",), "Paragraph 9 [B2]")]),
        ("The Committee grades the reply as “C”.", [Grade("C", (), "The Committee grades the reply as “C”.")]),
        ("The Committee recommends that the plan be implemented.", []),
        ("Article 9 [sic] is in force.", []),
    ],
)
def test_grades_are_told_from_other_words(text: str, found: list[Grade]) -> None:
    assert list(grades(text, ())) == found


def test_every_grade_that_can_be_given_is_a_concept_with_its_meaning() -> None:
    data = (ontology.root() / "vocab" / "follow-up-grades.ttl").read_bytes()
    told = {
        str(quad.subject).strip("<>")
        for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)
        if quad.predicate.value == terms.SKOS + "definition"
    }
    given = ["A", "B", "B1", "B2", "C", "C1", "C2", "D", "D1", "D2", "E", "implemented", "substantially implemented",
             "partially implemented", "not implemented", "lack of sufficient information"]  # fmt: skip
    assert told == {terms.concept(SCHEME, value) for value in given}
