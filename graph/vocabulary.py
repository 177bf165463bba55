"""The vocabulary as the editor completes it: prefixes, classes and properties, each with its definition."""

from functools import cache
from typing import Any, Final

from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from graph.terms import NS, PREFIXES
from ontology import root

_PROPERTIES: Final = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)
_REUSED: Final = {
    "rdf:type": "what a thing is",
    "rdf:subject": "where a link starts",
    "rdf:predicate": "which relation a link tells",
    "rdf:object": "where a link ends",
    "rdfs:label": "a name",
    "skos:prefLabel": "a name in one language",
    "skos:altLabel": "another name",
    "skos:notation": "a code: VNM, CEDAW",
    "skos:broader": "the wider concept",
    "skos:inScheme": "the code list a concept belongs to",
    "dcterms:title": "a title",
    "dcterms:issued": "the day a document was issued",
    "dcterms:language": "the language of a document",
    "prov:wasDerivedFrom": "the source a statement was read from",
    "prov:wasGeneratedBy": "what computed a link",
    "prov:wasAttributedTo": "who decided",
}
"""Properties of other vocabularies that the graph uses, beside our own."""


@cache
def vocabulary() -> dict[str, Any]:
    """`prefixes`, `classes` and `properties`: IRI, short name, definition."""
    graph = Graph()
    graph.parse(data=(root() / "rightsgraph.ttl").read_text("utf-8"), format="turtle")
    properties = {term for kind in _PROPERTIES for term in graph.subjects(RDF.type, kind)}
    reused = [{"iri": _whole(name), "short": name, "means": means} for name, means in _REUSED.items()]
    return {
        "prefixes": dict(PREFIXES),
        "classes": _described(graph, set(graph.subjects(RDF.type, OWL.Class))),
        "properties": [*_described(graph, properties), *reused],
    }


def _described(graph: Graph, found: set[Any]) -> list[dict[str, str]]:
    """Our own terms, by name."""
    own = sorted(str(term) for term in found if str(term).startswith(NS))
    return [{"iri": iri, "short": "rg:" + iri.removeprefix(NS), "means": _means(graph, iri)} for iri in own]


def _means(graph: Graph, iri: str) -> str:
    term = URIRef(iri)
    said = graph.value(term, SKOS.definition) or graph.value(term, RDFS.label) or ""
    return str(said)


def _whole(short: str) -> str:
    prefix, _, name = short.partition(":")
    return PREFIXES[prefix] + name
