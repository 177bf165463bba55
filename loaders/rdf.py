"""RDF files among the sources (N-Quads, TriG, N-Triples, Turtle): loaded as they are."""

from collections.abc import Iterator

import pyoxigraph as ox

from graph.records import Triple
from graph.source import Loader, Refused, Source

_FORMATS = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".ttl": ox.RdfFormat.TURTLE,
}


def recognise(source: Source) -> bool:
    """By ending: the four syntaxes contain each other and cannot be told apart by content."""
    return source.path.suffix.lower() in _FORMATS


def load(source: Source) -> Iterator[Triple]:
    """Every statement; blank nodes are named after the file. Raises Refused at a syntax error."""
    form = _FORMATS[source.path.suffix.lower()]
    names = f"urn:rightsgraph:{source.sha256[:16]}:"
    try:
        for number, quad in enumerate(ox.parse(path=str(source.path), format=form), start=1):
            yield Triple(
                subject=_term(quad.subject, names).strip("<>"),
                predicate=quad.predicate.value,
                object=_term(quad.object, names),
                place=f"statement {number}",
            )
    except (SyntaxError, ValueError) as fault:
        raise Refused(f"not valid {form.name}: {fault}") from fault


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, names: str) -> str:
    if isinstance(term, ox.Triple):
        raise Refused("holds RDF 1.2 triple terms, which SPARQL 1.1 servers cannot hold: write them as statements")
    return f"<{names}{term.value}>" if isinstance(term, ox.BlankNode) else str(term)


LOADER = Loader(
    name="rdf",
    title="RDF file",
    publisher="as the file says",
    licence="as the file says",
    gives="every statement, as it is",
    recognise=recognise,
    load=load,
    official=False,
)
