"""A build is a fact: whole, sourced, the same from the same files, and it heeds what people decided."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.build import Finished, Refused, build
from graph.review.decision import COLUMNS
from graph.review.decisions import Decisions
from graph.store.builds import Build, Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from graph.terms import PREFIXES
from graph.workspace import Settings, copy_example
from loaders.read import read

PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


def built(folder: Path, decisions: Decisions | None = None) -> Finished:
    done = read([folder], Settings.read(folder).read_on)
    return build(
        done.loaded,
        Builds(folder / "builds"),
        lambda store: Pool(store, Limits.for_builds()),
        findings=done.findings,
        decisions=decisions,
    )


def ask(build: Build, query: str) -> list[dict[str, str]]:
    with Pool(build.store) as pool:
        return pool.select(PROLOGUE + query).dicts()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    copy_example(tmp_path / "country")
    return tmp_path / "country"


def test_the_same_files_give_the_same_bytes_in_another_process_hash_seed_and_time_zone(
    workspace: Path, example: Build
) -> None:
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2])\n"
        "from tests.test_build import built; print(built(Path(sys.argv[1])).build.digest())"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(workspace), str(Path(__file__).resolve().parent.parent)],
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == example.digest()


def test_there_is_no_blank_node_and_every_line_parses(example: Build) -> None:
    for path in example.quads():
        for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.N_QUADS):
            assert not isinstance(quad.subject, ox.BlankNode)
            assert not isinstance(quad.object, ox.BlankNode)


def test_every_statement_of_a_file_has_its_file_its_checksum_and_its_day(example: Build) -> None:
    unsourced = ask(
        example,
        "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?passage a rg:Passage } "
        "FILTER NOT EXISTS { ?g rg:file ?file ; rg:sha256 ?sum ; rg:readOn ?day } }",
    )
    assert unsourced == []


def test_no_link_lacks_a_basis_a_score_or_its_evidence(example: Build) -> None:
    bare = ask(
        example,
        "SELECT ?link WHERE { ?link a rg:Link FILTER NOT EXISTS { ?link rg:basis ?b ; rg:score ?s ; rg:linkStatus ?t . "
        "{ ?link rg:quote ?q } UNION { ?link rg:reason ?r } } }",
    )
    assert bare == []


def test_the_three_stories_are_told(example: Build) -> None:
    groups = ask(
        example, "SELECT ?g ?n WHERE { ?g a rg:Group ; rg:state ?s ; rg:familyCount ?n . ?s skos:notation 'VNM' }"
    )
    assert [row["n"] for row in groups] == ["3"]
    stated = ask(
        example, "SELECT ?p WHERE { ?l rdf:predicate rg:contributesTo ; rg:basis rg:citedInText ; rdf:object ?p }"
    )
    assert {row["p"].rsplit("/", 1)[-1] for row in stated} == {"99.78", "99.79"}
    undaf = ask(
        example, "SELECT DISTINCT ?r WHERE { ?r a rg:Result ; rg:contributesTo ?ask . ?ask a rg:Recommendation }"
    )
    assert len(undaf) == 3


def test_a_rejected_link_stays_as_a_record_but_no_longer_stands(workspace: Path, example: Build) -> None:
    link = ask(
        example,
        "SELECT ?s ?o WHERE { ?l rdf:predicate rg:reinforces ; rdf:subject ?s ; rdf:object ?o } ORDER BY ?s LIMIT 1",
    )[0]
    path = workspace / "decisions.csv"
    path.write_text(
        ",".join(COLUMNS) + f"\n2026-11-24,A. Person,reject,{link['o']},reinforces,{link['s']},another ask\n", "utf-8"
    )
    made = built(workspace, Decisions.read(path)).build
    where = f"<{link['s']}> rg:reinforces <{link['o']}>"
    assert ask(made, f"SELECT * WHERE {{ {where} . }}") == []
    assert ask(made, "SELECT ?who WHERE { ?l rg:linkStatus rg:rejected ; rg:decidedBy ?who }") == [{"who": "A. Person"}]


def test_a_decision_without_a_reason_decides_nothing(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(",".join(COLUMNS) + "\n2026-11-24,A. Person,reject,a,reinforces,b,\n", "utf-8")
    decisions = Decisions.read(path)
    assert decisions.by_link == {}
    assert "reason" in decisions.findings[0].reason


def test_a_bad_file_is_a_finding_and_the_others_go_on(workspace: Path) -> None:
    (workspace / "sources" / "torn.pdf").write_bytes(b"%PDF-1.4\n% nothing follows")
    (workspace / "sources" / "notes.txt").write_text("shopping list", "utf-8")
    (workspace / "sources" / "bad.ttl").write_text("@prefix rg: <x", "utf-8")
    shutil.copy(workspace / "sources" / "viet-nam" / "uhri.json", workspace / "sources" / "again.json")
    report = built(workspace).build.report()
    told = {finding["file"]: finding["reason"] for finding in report["findings"]}
    assert "cannot be opened" in told["torn.pdf"]
    assert "not recognised" in told["notes.txt"]
    assert "not valid" in told["bad.ttl"]
    assert any("the same file as" in reason for reason in told.values())
    assert len(report["files"]) == 12


def test_the_report_tells_every_file_with_its_checksum(example: Build) -> None:
    report = json.loads((example.path / "report.json").read_text("utf-8"))
    assert all(len(file["sha256"]) == 64 and file["records"] for file in report["files"])
    assert report["counts"]["Recommendation"] == 22


def test_a_build_that_gets_less_of_a_source_than_the_settings_ask_is_refused_and_the_old_one_stays(
    workspace: Path,
) -> None:
    built(workspace)
    old = Builds(workspace / "builds").current()
    (workspace / "rightsgraph.toml").write_text('[minimum]\n"uhri.export" = 100000\n', "utf-8")
    done = read([workspace])
    with pytest.raises(Refused, match=r"uhri\.export: .* the settings ask for 100000"):
        build(
            done.loaded,
            Builds(workspace / "builds"),
            lambda store: Pool(store, Limits.for_builds()),
            minimum=Settings.read(workspace).minimum,
        )
    assert Builds(workspace / "builds").current() == old


@pytest.mark.parametrize("value", ['"many"', "-1", "true"])
def test_a_minimum_that_is_no_number_is_told(tmp_path: Path, value: str) -> None:
    (tmp_path / "rightsgraph.toml").write_text(f'[minimum]\n"uhri.export" = {value}\n', "utf-8")
    with pytest.raises(ValueError, match=r"uhri\.export must be a number of records"):
        Settings.read(tmp_path)
