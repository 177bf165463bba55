"""Which media type an answer is given in: the client's wish, told by `Accept` or by name in `format`."""

from dataclasses import dataclass
from typing import Final

from werkzeug.datastructures import MIMEAccept

JSON: Final = "application/sparql-results+json"
TURTLE: Final = "text/turtle"
HTML: Final = "text/html"

ROWS: Final = {
    JSON: JSON,
    "application/json": JSON,
    "application/sparql-results+xml": "application/sparql-results+xml",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "text/csv": "text/csv",
    "text/tab-separated-values": "text/tab-separated-values",
}
"""What a client may ask for → what rows and truths are written in."""

GRAPHS: Final = {
    TURTLE: TURTLE,
    "application/x-turtle": TURTLE,
    "application/n-triples": "application/n-triples",
    "text/plain": "application/n-triples",
    "application/rdf+xml": "application/rdf+xml",
    "application/n-quads": "application/n-quads",
    "application/trig": "application/trig",
    "application/ld+json": "application/ld+json",
}
"""What a client may ask for → what a graph is written in."""

NAMES: Final = {
    "html": HTML,
    "json": JSON,
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": TURTLE,
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
    "nquads": "application/n-quads",
    "trig": "application/trig",
    "jsonld": "application/ld+json",
}
"""Values of `?format=`; a media type will do as well."""


class Unacceptable(Exception):
    """Nothing that the client accepts can be given."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The media types for rows and for a graph, and which kind of answer the client would rather have.

    `page` if a page, `json` if JSON in whatever shape.
    """

    rows: str
    graph: str
    page: bool = False
    json: bool = False


def wish(accept: MIMEAccept, name: str = "") -> Wish:
    """What the client wants. Raises Unacceptable, for a `format` that has no such name too."""
    if name:
        media = NAMES.get(name, name)
        if media not in (*ROWS, *GRAPHS, HTML):
            raise Unacceptable(f"no format {name!r}; there are: {', '.join(NAMES)}")
        return Wish(ROWS.get(media, JSON), GRAPHS.get(media, TURTLE), media == HTML, ROWS.get(media) == JSON)
    if not accept:  # no header: anything will do
        return Wish(JSON, TURTLE)
    rows, graph = accept.best_match(list(ROWS)), accept.best_match(list(GRAPHS))
    best = accept.best_match([TURTLE, *ROWS, *GRAPHS, HTML])
    if not best:
        raise Unacceptable(f"none of {accept.to_header()!r} can be given; try {JSON} or {TURTLE}")
    return Wish(ROWS[rows or JSON], GRAPHS[graph or TURTLE], best == HTML, ROWS.get(best) == JSON)
