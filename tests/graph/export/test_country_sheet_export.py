"""The country sheet goes out as it came in: read again, it tells the same facts; the graph answers about people."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from graph.country.kinds import KINDS
from graph.export import Unwritable, export_to
from graph.records import Entry
from graph.source import Source
from graph.store.builds import Build
from graph.store.pool import Pool
from graph.terms import PREFIXES, passage
from loaders.country_sheet import load as country_sheet
from tests.graph.export.made_sheets import built, sheet

_PROLOGUE = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()) + "\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("sheet") / "sources"
    folder.mkdir()
    sheet(folder / "country.xlsx")
    return built(folder)


@pytest.fixture(scope="module")
def pool(made: Build) -> Iterator[Pool]:
    with Pool(made.store) as opened:
        yield opened


def facts(build: Build) -> set[str]:
    """What a build's one source says, but for the file itself and the places in it."""
    (path,) = (one for one in build.quads() if one.name.startswith("source-"))
    triples = (line.rsplit(" <", 1)[0] for line in path.read_text("utf-8").splitlines())
    return {one for one in triples if "ns#place>" not in one and not one.startswith("<" + PREFIXES["id"] + "source/")}


def asked(pool: Pool, query: str) -> list[dict[str, str]]:
    return pool.select(_PROLOGUE + query).dicts()


def test_what_is_exported_reads_as_the_same_facts(made: Build, pool: Pool, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    folder.mkdir()
    export_to("country-sheet", pool, made, None, folder / "out.xlsx")
    again = built(folder)
    assert facts(again) == facts(made)
    assert len(facts(made)) > 200
    with Pool(again.store) as other:
        export_to("country-sheet", other, again, None, tmp_path / "third.xlsx")
    assert (tmp_path / "third.xlsx").read_bytes() == (folder / "out.xlsx").read_bytes()


def test_an_edited_cell_changes_that_fact_alone(made: Build, pool: Pool, tmp_path: Path) -> None:
    folder = tmp_path / "edited"
    folder.mkdir()
    export_to("country-sheet", pool, made, None, folder / "out.xlsx")
    book = openpyxl.load_workbook(folder / "out.xlsx")
    row = next(row for row in book["Tasks"].iter_rows(min_row=3) if row[1].value)
    place = [cell.value for cell in book["Tasks"][1]].index("Status")
    assert row[place].value == "under way"
    row[place].value = "completed"
    book.save(folder / "out.xlsx")
    changed = facts(built(folder)) ^ facts(made)
    assert len(changed) == 2
    assert all("ns#taskStatus>" in one for one in changed)


def test_every_row_of_every_kind_goes_out(made: Build, pool: Pool, tmp_path: Path) -> None:
    export_to("country-sheet", pool, made, None, tmp_path / "out.xlsx")
    records = [one for one in country_sheet.load(Source.of(tmp_path / "out.xlsx")) if isinstance(one, Entry)]
    before = [one for one in country_sheet.load(Source.of(sheet(tmp_path / "in.xlsx"))) if isinstance(one, Entry)]
    assert len(records) == len(before) == len(KINDS) + 6
    assert {one.kind for one in records} == set(KINDS)


def test_the_sheet_of_one_state_holds_its_rows_and_those_of_none(made: Build, pool: Pool, tmp_path: Path) -> None:
    export_to("country-sheet", pool, made, "MOZ", tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert [row[0] for row in book["Assignments"].iter_rows(min_row=3, values_only=True)] == ["Mozambique"]
    assert book["Reviews"].max_row == 2
    assert [row[0] for row in book["Organisations"].iter_rows(min_row=3, values_only=True)] == ["UNICEF"]


def test_no_cell_that_goes_out_is_a_formula(made: Build, pool: Pool, tmp_path: Path) -> None:
    export_to("country-sheet", pool, made, None, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert "=1+1" in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} == {"s", "n"}


def test_a_build_without_rows_is_told(example: Build, tmp_path: Path) -> None:
    with Pool(example.store) as other, pytest.raises(Unwritable, match="rightsgraph init"):
        export_to("country-sheet", other, example, None, tmp_path / "out.xlsx")


@pytest.mark.parametrize(("day", "status"), [("2009-06-01", set()), ("2015-01-01", {"B"}), ("2019-07-04", {"A"})])
def test_the_status_of_an_institution_on_a_day_is_answered(pool: Pool, day: str, status: set[str]) -> None:
    rows = asked(
        pool,
        f"""SELECT ?status WHERE {{ ?one a rg:Accreditation ; rg:startDate ?from ; rg:accreditationStatus ?word .
        ?word skos:prefLabel ?status OPTIONAL {{ ?one rg:endDate ?until }}
        FILTER(?from <= "{day}"^^xsd:date && (!BOUND(?until) || ?until >= "{day}"^^xsd:date)) }}""",
    )
    assert {row["status"] for row in rows} == status


def test_who_is_responsible_for_a_recommendation_is_answered(pool: Pool) -> None:
    rows = asked(
        pool,
        f"""SELECT ?name ?role WHERE {{ ?one a rg:Assignment ; rg:about <{passage("A/HRC/17/16", "88.4")}> ;
        rg:responsible/rdfs:label ?name ; rg:assignmentRole/skos:prefLabel ?role }}""",
    )
    assert {(row["name"], row["role"]) for row in rows} == {
        ("Ministry of Justice", "supporting"), ("UNDP", "supporting"),
    }  # fmt: skip


def test_who_took_part_in_a_review_and_as_what_is_answered(pool: Pool) -> None:
    rows = asked(
        pool,
        """SELECT ?code ?role WHERE { ?one rg:engagement ?review ; rg:participant/skos:notation ?code ;
        rg:reviewRole/skos:prefLabel ?role . ?review a rg:Review ; rg:troika ?member }""",
    )
    assert {(row["code"], row["role"]) for row in rows} == {("PHL", "recommending")}


def test_members_of_a_body_are_those_of_the_organization_ontology(pool: Pool) -> None:
    rows = asked(
        pool,
        """SELECT ?body ?member ?role WHERE { ?seat a rg:Seat ; org:organization/rdfs:label ?body ;
        org:member/rdfs:label ?member ; org:role/skos:prefLabel ?role ; dcterms:source ?source }""",
    )
    assert [tuple(row.values()) for row in rows] == [("National UPR Committee", "Ministry of Example", "chair")]
