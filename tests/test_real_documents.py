"""Real documents, end to end: one country's papers of three cycles become one graph that agrees with itself."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.build import build
from graph.store.builds import Build, Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from graph.terms import PREFIXES
from loaders.read import read

PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


@pytest.fixture(scope="module")
def slovenia(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Slovenia: reports, addenda, compilations and OHCHR's lists, each as published."""
    folder = tmp_path_factory.mktemp("slovenia")
    shutil.copytree(shared_data / "un-documents" / "slovenia", folder / "sources" / "papers")
    shutil.copytree(shared_data / "ohchr-thematic-lists", folder / "sources" / "lists")
    done = read([folder])
    return build(
        done.loaded, Builds(folder / "builds"), lambda store: Pool(store, Limits.for_builds()), findings=done.findings
    ).build


@pytest.fixture(scope="module")
def pool(slovenia: Build) -> Iterator[Pool]:
    with Pool(slovenia.store) as opened:
        yield opened


def ask(pool: Pool, query: str) -> list[dict[str, str]]:
    return pool.select(PROLOGUE + query).dicts()


@pytest.mark.parametrize(("report", "supported", "noted"), [("A/HRC/28/15", 142, 21), ("A/HRC/43/15", 182, 33)])
def test_positions_of_all_sources_together_are_those_the_state_counts(
    pool: Pool, report: str, supported: int, noted: int
) -> None:
    rows = ask(
        pool,
        f"SELECT ?ask ?position WHERE {{ ?ask a rg:Recommendation ; rg:document/rg:symbol '{report}' "
        "OPTIONAL { ?ask rg:position ?position } }",
    )
    found = Counter(row.get("position", "").rsplit("#", 1)[-1] for row in {row["ask"]: row for row in rows}.values())
    assert found == {"supported": supported, "noted": noted}


def test_every_recommendation_has_its_states_its_review_and_its_wording(pool: Pool) -> None:
    bare = ask(
        pool,
        "SELECT ?ask WHERE { ?ask a rg:Recommendation ; rg:document/rg:symbol 'A/HRC/43/15' FILTER NOT EXISTS { "
        "?ask rg:recommendingState ?s ; rg:state ?of ; rg:text ?text ; rg:engagement/rg:session 34 } }",
    )
    assert bare == []


def test_the_compilation_gives_passages_of_treaty_bodies_and_a_visit(pool: Pool) -> None:
    rows = ask(
        pool,
        "SELECT DISTINCT ?symbol ?paragraph ?mechanism WHERE { ?link rdf:predicate rg:cites ; rdf:object ?passage ; "
        "rg:basis rg:ohchrEndnote . ?passage rg:document/rg:symbol ?symbol ; rg:paragraph ?paragraph ; "
        "rg:mechanism/skos:notation ?mechanism }",
    )
    cited = {(row["symbol"], row["paragraph"], row["mechanism"]) for row in rows}
    assert cited >= {
        ("CERD/C/SVN/CO/6-7", "16", "CERD"),
        ("CAT/C/SVN/CO/3", "23", "CAT"),
        ("CRC/C/SVN/CO/3-4", "79", "CRC"),
        ("A/HRC/18/33/Add.2", "58 (c)", "SR Water & sanitation"),
    }
    assert len(cited) >= 120


def test_there_are_groups_of_two_families_with_reasons_for_every_link(pool: Pool) -> None:
    groups = ask(pool, "SELECT ?group WHERE { ?group a rg:Group ; rg:familyCount ?n FILTER(?n > 1) }")
    assert len(groups) >= 10
    silent = ask(
        pool,
        "SELECT ?link WHERE { ?link rdf:predicate rg:reinforces ; rg:basis rg:similarity "
        "FILTER NOT EXISTS { ?link rg:reason ?why } }",
    )
    assert silent == []


def test_scans_and_papers_without_a_symbol_are_told_and_the_rest_is_read(slovenia: Build) -> None:
    report = slovenia.report()
    refused = {finding["file"].rsplit("/", 1)[-1] for finding in report["findings"] if finding["severity"] == "refused"}
    assert "Letter-OHCHR-HC-Slovenia.pdf" in refused
    assert len(report["files"]) >= 22
