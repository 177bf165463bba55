"""Observations, follow-up, visits and lists in one build: what they say of each other meets in the graph."""

from pathlib import Path

import pytest

from graph.build import build
from graph.store.builds import Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from loaders.read import read
from tests.loaders.special_procedures import reports
from tests.loaders.treaty_bodies import follow_ups, observations
from tests.loaders.un_layout import printed, typed

LIST = (
    "Country,Mandate,Status,Dates,Report\n"
    "Viet Nam,SR on the right to education,Completed,5-15 July 2030,A/HRC/96/45/Add.2\n"
    "Viet Nam,SR on the right to education,Requested,2027,\n"
    "Viet Nam,SR on the right to education,Accepted,May 2029,\n"
)
PREFIXES = (
    "PREFIX rg: <https://w3id.org/rightsgraph/ns#> PREFIX id: <https://w3id.org/rightsgraph/id/> "
    "PREFIX dcterms: <http://purl.org/dc/terms/> "
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mechanisms")
    sources = folder / "sources"
    sources.mkdir()
    for number, paper in enumerate((*observations.ALL, *reports.ALL, follow_ups.PROGRESS_2017, follow_ups.LETTER)):
        form = typed if number % 2 else printed
        form(sources / f"{number}", paper.symbol, paper.issued, paper.masthead, paper.lines)
    (sources / "visits.csv").write_text(LIST, "utf-8")
    done = read([folder])
    assert not [finding for finding in done.findings if finding.severity == "refused"]
    built = build(done.loaded, Builds(folder / "builds"), lambda place: Pool(place, Limits.for_builds()))
    return built.build.path / "store"


def ask(store: Path, query: str) -> list[tuple[str, ...]]:
    with Pool(store, Limits.for_builds()) as pool:
        rows = pool.select(PREFIXES + query).rows
    return sorted(tuple(cell.value if cell else "" for cell in row) for row in rows)


def test_an_invitation_a_visit_and_its_report_are_three_dated_facts(store: Path) -> None:
    found = ask(
        store,
        """SELECT DISTINCT ?what ?when WHERE {
             { ?one a rg:VisitNotice ; rg:state <https://w3id.org/rightsgraph/id/state/VNM> ;
                 rg:visitStep ?step ; rg:when ?when
               BIND(STRAFTER(STR(?step), "#") AS ?what) }
             UNION { ?visit a rg:Visit ; rg:state <https://w3id.org/rightsgraph/id/state/VNM> ; rg:startDate ?when
               BIND("visit" AS ?what) }
             UNION { ?report rg:symbol "A/HRC/96/45/Add.2" ; rg:engagement ?visit ; dcterms:issued ?when
               BIND("report" AS ?what) } }""",
    )
    assert found == [
        ("accepted", "2029-05"),
        ("done", "2030-07-05"),
        ("report", "2031-01-24"),
        ("requested", "2027"),
        ("visit", "2030-07-05"),
    ]


def test_a_grade_stands_beside_the_recommendation_it_is_given_for(store: Path) -> None:
    found = ask(
        store,
        """SELECT DISTINCT ?paragraph ?grade ?by WHERE {
             ?one a rg:Assessment ; rg:about ?asked ; rg:grade ?grade ; rg:assessedBy ?by .
             ?asked a rg:Recommendation ; rg:paragraph ?paragraph ; rg:document/rg:symbol ?symbol
             FILTER(?symbol IN ("CCPR/C/PER/CO/9", "CEDAW/C/VNM/CO/12")) }""",
    )
    assert found == [
        ("5 (a)", "B1", "CCPR"),
        ("5 (a)", "partially implemented", "CEDAW"),
        ("5 (b)", "C1", "CCPR"),
        ("5 (b)", "lack of sufficient information", "CEDAW"),
        ("7", "A", "CCPR"),
        ("7", "implemented", "CEDAW"),
    ]


def test_a_recommendation_leads_to_its_concern(store: Path) -> None:
    found = ask(
        store,
        """SELECT DISTINCT ?asked ?why WHERE {
             ?one rg:concern ?other ; rg:paragraph ?asked ; rg:document/rg:symbol "CRC/C/SVN/CO/9-10" .
             ?other a rg:Passage ; rg:paragraph ?why }""",
    )
    assert ("9", "7") in found
    assert ("9", "8") in found
    assert ("6 (a)", "5") in found
