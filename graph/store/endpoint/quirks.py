"""What single servers do differently, told by what they answer and not by their names; the one place for it.

| server | what it does | what is done about it |
|---|---|---|
| Virtuoso | answers ASK in JSON with a row `__ASK_RETVAL` | read as a truth |
| Virtuoso | calls a typed literal `typed-literal`, as drafts of 2007 did | read as a literal |
| Virtuoso | cuts at ResultSetMaxRows, with status 200 | its header is read; the answer is marked as cut |
| Virtuoso | answers with what it has when its time is over, with status 200 | its header is read; refused as too slow |
| Virtuoso | goes on with a query whose client has gone | `timeout` is sent with each; others ignore it |
| Virtuoso | hangs on a query sent as `application/sparql-query` | queries are sent as forms, which all servers take |
| Virtuoso | wants Digest, others Basic or a token | whatever the server's challenge names is answered |
| Virtuoso | repeats the whole query in its message of a fault | the message's own part is told |
| Virtuoso | counts a triple twice that two default graphs hold | one pushed graph holds all triples, each once |
| Virtuoso | knows functions (`bif:`, `sql:`) and pragmas (`define`) of its own | refused before they are sent |
| Virtuoso | ends with an internal error on UNION { FILTER(false) } beside FILTER EXISTS | asked without the UNION |
| Virtuoso | takes few triples in one INSERT DATA | small batches (`UPDATE_TRIPLES`) |
| Oxigraph | answers 200 and half a JSON body when its own time is over | an answer that does not end is refused |
| Oxigraph | has no default graph but the unnamed one | every query names its graphs |
| both | write other lexical forms of numbers ("1.50" becomes "1.5") | answers are compared by value |
"""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from graph.store.asking import Refusal

ADDRESSES: Final = "Oxigraph's is …/query, Virtuoso's …/sparql, Fuseki's …/DATASET/sparql."
"""Where servers answer queries, for messages."""

UPDATE_TRIPLES: Final = 200
"""Triples in one INSERT DATA: Virtuoso refuses long ones ("SPARQL compiler … too many")."""

_STORES: Final = {
    "query": ("store",),
    "sparql": ("sparql-graph-crud-auth", "data", "rdf-graph-store", "store"),
}
_UPDATES: Final = {"query": ("update",), "sparql": ("sparql-auth", "update", "sparql")}
_NOT_SPARQL = re.compile(r"<\s*(?:bif|sql):|(?<![\w?$:.@-])(?:bif|sql):|(?<![\w?$:.@-])define\s+[\w-]+:", re.IGNORECASE)
_NOTHING = re.compile(r"UNION\s*\{\s*FILTER\s*\(\s*false\s*\)\s*\}", re.IGNORECASE)
_COMPILER = re.compile(r"internal error", re.IGNORECASE)
_ENGINE = re.compile(r"Virtuoso \w{5} Error ")


def graph_stores(endpoint: str) -> list[str]:
    """Addresses beside a query address where servers take whole graphs, to be tried."""
    return _beside(endpoint, _STORES)


def updates(endpoint: str) -> list[str]:
    """Addresses beside a query address where servers take updates, to be tried."""
    return _beside(endpoint, _UPDATES)


def _beside(endpoint: str, known: Mapping[str, tuple[str, ...]]) -> list[str]:
    parts = urlsplit(endpoint)
    folder, _, last = parts.path.rstrip("/").rpartition("/")
    return [parts._replace(path=f"{folder}/{name}", query="").geturl() for name in known.get(last, ())]


def admit(skeleton: str, query: str) -> None:
    """Let a query pass that is plain SPARQL. Raises Refusal for functions and pragmas that reach beyond the graph.

    `skeleton` is the query without strings, IRIs and comments.
    """
    if _NOT_SPARQL.search(skeleton) or re.search(
        r"<(?:bif|sql|java|http://www\.openlinksw\.com/schemas/(?:bif|sql)#?):?", query, re.IGNORECASE
    ):
        raise Refusal(403, "define, bif: and sql: are no SPARQL 1.1: not offered")


def truth(columns: list[str], row: Mapping[str, Mapping[str, str]] | None) -> bool | None:
    """The truth in an answer of rows that stands for an ASK; None where it is an answer of rows."""
    if columns != ["__ASK_RETVAL"]:
        return None
    return bool(row) and (row or {})["__ASK_RETVAL"]["value"] not in ("0", "false")


def kind(told: str) -> str:
    """The kind of a term as SPARQL 1.1 names it."""
    return "literal" if told == "typed-literal" else told


def cut(headers: Mapping[str, str], rows: int) -> bool:
    """Whether the server itself cut an answer of so many rows."""
    most = headers.get("X-SPARQL-MaxRows", "")
    return most.isdecimal() and 0 < int(most) <= rows


def partial(headers: Mapping[str, str]) -> bool:
    """Whether the server gave up at its time limit and answers with what it had until then: sums would be wrong."""
    return headers.get("X-SQL-State", "") == "S1TAT"


def time_field(seconds: float) -> tuple[str, str]:
    """A field of the form that ends a query on servers that know it; else it would go on after we have gone."""
    return "timeout", str(int(seconds * 1000))


def simpler(query: str, quiet: str, refused: str) -> str | None:
    """The same query in other words, where a server's own compiler gave up on it; None if there are none.

    A union with nothing is what it was without it. `quiet` is the query with strings and comments blanked, as long.
    """
    if not _COMPILER.search(refused):
        return None
    places = [found.span() for found in _NOTHING.finditer(quiet)]
    for start, end in reversed(places):
        query = query[:start] + " " + query[end:]
    return query if places else None


def message(text: str) -> str:
    """A server's message without the query that it repeats."""
    return _ENGINE.sub("", re.split(r"\n\s*SPARQL query:", text)[0])
