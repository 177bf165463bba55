"""Assessments stand side by side, each with its assessor; a row that says nothing is told."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.records import Assessment, PassageKey, ReviewKey
from graph.source import Severity, Source
from loaders.follow_up import assessments
from loaders.follow_up.templates import ASSESSMENTS
from loaders.identify import identify

Make = Callable[..., Source]
COLUMNS = ASSESSMENTS.names


def row(**more: str) -> dict[str, str]:
    told = {"Recommendation": "A/HRC/28/15 115.22", "Assessor": "An ombudsperson", "Value": "partly implemented"}
    return told | more


def read(source: Source) -> list[Assessment]:
    assert [loader.name for loader in identify(source)] == ["follow_up.assessments"]
    return [one for one in assessments.load(source) if isinstance(one, Assessment)]


def reasons(source: Source) -> list[str]:
    return [f"{one.place}: {one.reason}" for one in source.findings if one.severity == Severity.WARNING]


def test_a_row_is_an_assessment_with_everything_that_its_cells_say(make: Make) -> None:
    cells = {
        "Scale": "implementation-status", "Words": "Training has begun", "Date": "4 May 2026", "Evidence": "Page 31",
        "Document": "CEDAW/C/SVN/CO/7", "Paragraph": "12 (b)", "Official": "Oui",
    }  # fmt: skip
    source = make(COLUMNS, row(**cells))
    assert read(source) == [
        Assessment(
            about=PassageKey("A/HRC/28/15", "115.22"),
            assessor="An ombudsperson",
            scheme="implementation-status",
            value="partly implemented",
            words="Training has begun",
            day=date(2026, 5, 4),
            document="CEDAW/C/SVN/CO/7",
            paragraph="12 (b)",
            evidence="Page 31",
            official=True,
            place="row 2",
        )
    ]
    assert source.findings == []


def test_two_assessors_of_one_recommendation_stand_side_by_side(make: Make) -> None:
    found = read(make(COLUMNS, row(), row(Assessor="A coalition", Value="not implemented")))
    assert [(one.assessor, one.value) for one in found] == [
        ("An ombudsperson", "partly implemented"), ("A coalition", "not implemented"),
    ]  # fmt: skip
    assert found[0].about == found[1].about


def test_a_row_may_assess_several_and_by_number_alone(make: Make) -> None:
    cells = {"Recommendation": "22; 24", "State": "SVN", "Cycle": "2"}
    assert [one.about for one in read(make(COLUMNS, row(**cells)))] == [
        ReviewKey("SVN", 2, "22"), ReviewKey("SVN", 2, "24"),
    ]  # fmt: skip


OFFICIAL = [("CEDAW", "", True), ("Slovenia", "", True), ("A coalition", "", False), ("Slovenia", "no", False),
            ("A coalition", "Sí", True), ("A coalition", "perhaps", False)]  # fmt: skip


@pytest.mark.parametrize(("assessor", "cell", "official"), OFFICIAL)
def test_official_is_what_the_cell_says_or_else_states_and_mechanisms(
    make: Make, assessor: str, cell: str, official: bool
) -> None:
    source = make(COLUMNS, row(Assessor=assessor, Official=cell))
    assert [one.official for one in read(source)] == [official]
    assert bool(reasons(source)) is (cell == "perhaps")


@pytest.mark.parametrize("cells", [{"Assessor": ""}, {"Value": ""}, {"Recommendation": ""}])
def test_a_row_that_says_nothing_of_anything_is_told(make: Make, cells: dict[str, str]) -> None:
    source = make(COLUMNS, row(**cells))
    assert read(source) == []
    assert reasons(source)[-1].startswith("row 2: ")
    assert "not read" in reasons(source)[-1]


def test_a_symbol_that_is_none_is_a_finding(make: Make) -> None:
    source = make(COLUMNS, row(Document="a letter"))
    assert [one.document for one in read(source)] == [None]
    assert reasons(source) == ["row 2: Document: not a document symbol: 'a letter'"]
