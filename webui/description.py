"""The endpoint described as SPARQL 1.1 Service Description asks."""

from typing import Final

import pyoxigraph as ox

from graph.terms import RDF
from webui.negotiation import GRAPHS, ROWS

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_NAMED: Final = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/n-quads": "N-Quads",
    "application/trig": "TriG",
    "application/ld+json": "JSON-LD",
}


def describe(endpoint: str, media: str) -> bytes:
    """What the endpoint at this address can do, in a media type of GRAPHS."""
    service = ox.NamedNode(endpoint)

    def of(name: str, value: str) -> ox.Triple:
        return ox.Triple(service, ox.NamedNode(_SD + name), ox.NamedNode(value))

    told = [
        ox.Triple(service, ox.NamedNode(RDF + "type"), ox.NamedNode(_SD + "Service")),
        of("endpoint", endpoint),
        of("supportedLanguage", _SD + "SPARQL11Query"),
        of("feature", _SD + "UnionDefaultGraph"),
        *(of("resultFormat", _FORMATS + _NAMED[kind]) for kind in dict.fromkeys([*ROWS.values(), *GRAPHS.values()])),
    ]
    form = ox.RdfFormat.from_media_type(media) or ox.RdfFormat.TURTLE
    return ox.serialize(told, format=form) or b""
