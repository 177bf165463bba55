"""A build heeds decisions, keeps every one of them as a record, and tells what is contested or meets nothing."""

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

import ontology
from graph import terms
from graph.questions import question
from graph.store.pool import Pool
from graph.terms import NS
from tests.graph.review.conftest import LINES, Decided
from tests.test_build import ask

ADDED = terms.passage("A/HRC/12/11", "99.78")
CONTESTED = terms.passage("A/HRC/12/11", "99.79")
PARAGRAPH = terms.passage("A/HRC/16/45/Add.2", "85")


def ask_on(decided: Decided, where: str) -> list[dict[str, str]]:
    return ask(decided.finished.build, f"SELECT * WHERE {{ {where} }}")


def link(decided: Decided, subject: str, object_: str, values: str) -> list[dict[str, str]]:
    return ask_on(decided, f"?link rdf:subject <{subject}> ; rdf:object <{object_}> ; {values}")


def test_the_later_of_two_who_disagree_counts_and_the_link_is_contested(decided: Decided) -> None:
    (found,) = link(
        decided, CONTESTED, PARAGRAPH, "rg:linkStatus ?status ; rg:decidedBy ?who ; rg:contested ?contested ."
    )
    assert (found["status"], found["who"], found["contested"]) == (NS + "confirmed", "B. Reader", "true")
    assert ask_on(
        decided, f"<{CONTESTED}> rg:reinforces <{PARAGRAPH}> . <{PARAGRAPH}> rg:reinforces <{CONTESTED}>"
    ) == [{}]


def test_a_link_that_nobody_contests_says_nothing_of_it(decided: Decided) -> None:
    assert len(ask_on(decided, "?link rg:contested ?contested")) == 1


def test_an_added_link_that_another_confirmed_still_stands_as_a_persons(decided: Decided) -> None:
    (found,) = link(decided, ADDED, PARAGRAPH, "rg:basis ?basis ; rg:linkStatus ?status ; rg:decidedBy ?who .")
    assert (found["basis"], found["status"], found["who"]) == (NS + "person", NS + "confirmed", "B. Reader")


def test_a_directed_link_written_the_wrong_way_round_is_told_and_decides_nothing(decided: Decided) -> None:
    programme = terms.project("VNM-MTBBE")
    (found,) = link(decided, programme, ADDED, "rg:linkStatus ?status .")
    assert found["status"] == NS + "proposed"
    told = [one for one in decided.finished.findings if one.place == "row 6"]
    assert len(told) == 1
    assert "does not hold (A/HRC/12/11 99.78 contributesTo project/VNM-MTBBE)" in told[0].reason


def test_a_reopened_link_is_proposed_again_and_tells_by_whom(decided: Decided) -> None:
    programme = terms.project("VNM-MTBBE")
    (found,) = link(
        decided, programme, CONTESTED, "rg:linkStatus ?status ; rg:decidedBy ?who ; rg:decisionReason ?why ."
    )
    assert (found["status"], found["why"]) == (NS + "proposed", "a new phase began")


def test_a_conflict_is_a_finding_of_the_build(decided: Decided) -> None:
    told = [one.reason for one in decided.finished.findings if "settle it" in one.reason]
    assert len(told) == 1
    assert "A. Person rejected it on 2026-01-02 and B. Reader confirmed it on 2026-01-03" in told[0]


def test_every_line_is_a_record_with_name_day_reason_and_what_replaced_it(decided: Decided) -> None:
    records = ask_on(
        decided,
        "?decision a rg:Decision ; rg:decisionWord ?word ; rg:decidedBy ?who ; rg:decidedOn ?day ; "
        "rg:decisionReason ?why OPTIONAL { ?decision dcterms:isReplacedBy/rg:decidedOn ?replaced }",
    )
    told = sorted((one["day"], one["who"], one["word"], one["why"]) for one in records)
    assert told == sorted(
        (day, who, word, why) for day, who, word, _, _, _, why in (line.split(",") for line in LINES[1:])
    )
    assert {one["day"]: one["replaced"] for one in records if "replaced" in one} == {
        "2026-01-02": "2026-01-03",
        "2026-01-04": "2026-01-05",
        "2026-01-07": "2026-01-08",
    }


def test_every_record_but_the_unmet_one_decides_on_its_link(decided: Decided) -> None:
    found = ask_on(decided, "?decision rg:decides ?link . ?link rdf:object ?object . ?decision rg:decidedOn ?day")
    assert sorted(one["day"][-1] for one in found) == ["2", "3", "4", "5", "7", "8"]


def test_the_questions_on_decisions_are_answered(decided: Decided) -> None:
    with Pool(decided.finished.build.store) as pool:
        last = pool.select(question("decisions_on_links").fill({"state": "VNM"})).dicts()
        every = pool.select(question("every_decision").fill({"state": "VNM"})).dicts()
        elsewhere = pool.select(question("every_decision").fill({"state": "ARG"})).dicts()
    assert sorted((one["who"], one["status"], one.get("contested", "")) for one in last) == [
        ("A. Person", "proposed", ""),
        ("B. Reader", "confirmed", ""),
        ("B. Reader", "confirmed", "true"),
    ]
    assert (len(every), len(elsewhere)) == (6, 0)
    assert every[0]["decided"] == "add: A/HRC/12/11 99.78 reinforces A/HRC/16/45/Add.2 85"


@pytest.fixture(scope="module")
def graph(decided: Decided) -> rdflib.Graph:
    made = rdflib.Graph()
    for path in decided.finished.build.quads():
        triples = (quad.triple for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.N_QUADS))
        made.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    return made


@pytest.mark.parametrize("gone", ["", "decidedBy", "decidedOn", "decisionReason", "decisionWord"])
def test_records_of_decisions_have_their_shape_and_what_is_missing_is_told(graph: rdflib.Graph, gone: str) -> None:
    shapes = rdflib.Graph().parse(data=(ontology.root() / "shapes.ttl").read_text("utf-8"), format="turtle")
    told = rdflib.Graph()
    for triple in graph:
        if triple[1] != rdflib.URIRef(NS + gone):
            told.add(triple)
    assert (None, rdflib.RDF.type, rdflib.URIRef(NS + "Decision")) in told
    conforms, _, why = pyshacl.validate(told, shacl_graph=shapes, inference="none")
    assert conforms == (not gone), why
