"""The instruments beside the core treaties, and the spellings by which all are found, are whole and clear."""

from collections import Counter
from datetime import date

import pyoxigraph as ox

import ontology
from graph import terms
from graph.link.named.vocabulary import vocabulary
from graph.terms import NS, RDF, SKOS


def triples(file: str) -> list[tuple[str, str, str]]:
    data = (ontology.root() / "vocab" / file).read_bytes()
    return [
        (str(quad.subject).strip("<>"), quad.predicate.value, getattr(quad.object, "value", ""))
        for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)
    ]


def test_every_instrument_is_a_dated_treaty_with_one_notation_of_its_own() -> None:
    told = triples("instruments.ttl")
    treaties = {subject for subject, predicate, value in told if (predicate, value) == (RDF + "type", NS + "Treaty")}
    assert len(treaties) > 90
    notation = Counter((subject, value) for subject, predicate, value in told if predicate == SKOS + "notation")
    assert {subject for subject, _ in notation} == treaties
    assert all(subject == terms.treaty(value) for subject, value in notation)
    adopted = {subject: value for subject, predicate, value in told if predicate == NS + "adoptedOn"}
    assert adopted.keys() == treaties
    assert all(date(1925, 1, 1) < date.fromisoformat(day) < date(2025, 1, 1) for day in adopted.values())


def test_a_labour_convention_bears_its_number_and_year_in_its_title() -> None:
    told = triples("instruments.ttl")
    adopted = {subject: value for subject, predicate, value in told if predicate == NS + "adoptedOn"}
    labour = {
        subject: value for subject, predicate, value in told if predicate == SKOS + "prefLabel" and "/ILO-C" in subject
    }
    assert len(labour) > 30
    for subject, title in labour.items():
        assert title.endswith(f", {adopted[subject][:4]} (No. {subject.rsplit('-C', 1)[1]})")


def test_every_spelling_is_of_something_that_has_a_name() -> None:
    named = {
        subject
        for file in ("treaties.ttl", "instruments.ttl", "mechanisms.ttl")
        for subject, predicate, _ in triples(file)
        if predicate == SKOS + "notation"
    }
    assert {subject for subject, _, _ in triples("spellings.ttl")} <= named


def test_a_long_name_is_one_things_and_a_short_one_at_most_a_treatys_and_its_bodys() -> None:
    known = vocabulary()
    open_nodes = [known.long]
    while open_nodes:
        node = open_nodes.pop()
        open_nodes += node.after.values()
        assert len(node.names) <= 1, node.names
    open_nodes = [known.short]
    shared = set()
    while open_nodes:
        node = open_nodes.pop()
        open_nodes += node.after.values()
        if len(node.names) > 1:
            bodies = node.names & known.bodies
            treaties = node.names & known.treaties
            assert (len(bodies), len(treaties)) == (1, 1), node.names
            shared |= bodies
    assert {iri.rsplit("/", 1)[1] for iri in shared} >= {"CEDAW", "CRC", "CAT", "CERD", "CRPD", "CED", "CMW", "CESCR"}
