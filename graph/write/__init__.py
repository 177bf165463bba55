"""The writer: records → quads. It alone knows which facts become which triples."""

from collections.abc import Iterator
from itertools import chain

from graph import nquads, terms
from graph.nquads import iri
from graph.records import Record
from graph.source import Loaded
from graph.terms import DCTERMS, PROV, RDFS, rg
from graph.write import country, documents, follow_up, links, passages, programmes
from graph.write.facts import TYPE, Fact, facts, subject_of, typed

__all__ = ["country", "documents", "follow_up", "links", "passages", "programmes", "quads", "subject_of"]


def quads(loaded: Loaded) -> Iterator[str]:
    """Every fact of one file as N-Quads lines, in the named graph of that file; a fact may come twice."""
    graph = terms.source(loaded.sha256)
    told = chain(_source(loaded, graph), chain.from_iterable(_facts(record, graph) for record in loaded.records))
    for fact in told:
        yield nquads.line(*fact, graph)


def _facts(record: Record, graph: str) -> Iterator[Fact]:
    """The facts of one record, with the place of its main subject in the file."""
    place = nquads.text(record.place)
    subject = ""
    for fact in facts(record, graph):
        yield fact
        if not subject and record.place:
            subject = fact[0]
            yield subject, rg("place"), place


def _source(loaded: Loaded, graph: str) -> Iterator[Fact]:
    """Where a named graph comes from: file, checksum, day, loader, publisher, licence."""
    yield from typed(graph, "Source")
    yield graph, TYPE, iri(PROV + "Entity")
    yield graph, rg("file"), nquads.text(loaded.name)
    yield graph, RDFS + "label", nquads.text(loaded.name)
    yield graph, rg("sha256"), nquads.text(loaded.sha256)
    yield graph, rg("readOn"), nquads.day(loaded.read_on)
    yield graph, rg("recognisedAs"), nquads.text(loaded.loader.name)
    yield graph, rg("official"), nquads.truth(loaded.loader.official)
    yield graph, DCTERMS + "publisher", nquads.text(loaded.loader.publisher)
    yield graph, DCTERMS + "license", nquads.text(loaded.loader.licence)
