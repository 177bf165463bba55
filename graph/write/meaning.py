"""The ontology, the code lists and the crosswalks as quads, so that every label is in the graph."""

from collections.abc import Iterator

import pyoxigraph as ox

import ontology
from graph import nquads, terms
from graph.link.crosswalk import crosswalk
from graph.nquads import iri
from graph.terms import BASE, DEFAULT_BASE, SKOS


def quads() -> Iterator[str]:
    """Everything of `ontology/` but its blank nodes (axioms for reasoners), in the graph `ontology`."""
    graph = terms.graph("ontology")
    for data in (ontology.root() / "rightsgraph.ttl", *ontology.vocabularies()):
        turtle = data.read_text("utf-8").replace(DEFAULT_BASE, BASE)
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
            if not isinstance(quad.subject, ox.BlankNode) and not isinstance(quad.object, ox.BlankNode):
                yield f"{quad.subject} {quad.predicate} {quad.object} {iri(graph)} .\n"
    for concept, targets in crosswalk().items():
        for target in targets:
            yield nquads.line(concept, SKOS + "closeMatch", iri(target), graph)
