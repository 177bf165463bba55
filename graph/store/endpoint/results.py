"""SPARQL's JSON results read while they come: whole rows within the limits, and then no more is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import ijson
import pyoxigraph as ox

from graph.store.asking import Refusal
from graph.store.endpoint import quirks

Term = Mapping[str, str]
"""A term as it is written: type, value, and where it has them datatype and language."""
Told = Mapping[str, Term]
"""A row as it is written: column → term."""


@dataclass(frozen=True, slots=True)
class Read:
    """An answer: rows of columns, or a truth. `cut` where there was more than the limits allow."""

    columns: tuple[str, ...] = ()
    rows: tuple[Told, ...] = ()
    truth: bool | None = None
    cut: bool = False


def read(chunks: Iterable[bytes], most: int, most_bytes: int) -> Read:
    """Read an answer of SELECT or ASK. Raises Refusal for what is none, or ends too early, or has too large a row.

    `most_bytes` counts the text of the values, as it does for the store of a build.
    """
    heads, found, truths = _Sink("head"), _Sink("results.bindings.item"), _Sink("boolean")
    rows: list[Told] = []
    size = 0
    try:
        for chunk in chunks:
            for sink in (heads, found, truths):
                sink.feed(chunk)
            for row in found.taken():
                size += sum(len(term["value"]) for term in row.values())
                if len(rows) == most or size > most_bytes:
                    return _cut(heads, rows)
                rows.append(row)
        for sink in (heads, found, truths):
            sink.end()
    except (ijson.JSONError, ijson.IncompleteJSONError) as fault:
        raise Refusal(502, "the server's answer is no whole JSON: it broke off, or its own time was over") from fault
    except (TypeError, KeyError, AttributeError) as fault:
        raise Refusal(502, "the server's answer is JSON, but no SPARQL results") from fault
    if not heads.seen and not truths.seen:
        raise Refusal(502, "the server's answer is JSON, but no SPARQL results")
    if truths.seen:
        return Read(truth=bool(truths.seen[0]))
    columns = _columns(heads, rows)
    said = quirks.truth(list(columns), rows[0] if rows else None)
    return Read(columns, tuple(rows)) if said is None else Read(truth=said)


def _cut(heads: "_Sink", rows: list[Told]) -> Read:
    if not rows:
        raise Refusal(503, "one row is larger than answer_bytes allows")
    return Read(_columns(heads, rows), tuple(rows), cut=True)


def _columns(heads: "_Sink", rows: list[Told]) -> tuple[str, ...]:
    """As the head tells; where it stands behind the rows and was not reached, as the rows tell."""
    if heads.seen:
        return tuple(heads.seen[0].get("vars", ()))
    return tuple(dict.fromkeys(name for row in rows for name in row))


class _Sink:
    """Collects what stands at one place of a JSON document that is fed in pieces."""

    def __init__(self, place: str) -> None:
        self.seen: list[Any] = ijson.sendable_list()
        self._parser = ijson.items_coro(self.seen, place)

    def feed(self, chunk: bytes) -> None:
        self._parser.send(chunk)

    def taken(self) -> list[Any]:
        """What was seen since the last time."""
        new = list(self.seen)
        del self.seen[:]
        return new

    def end(self) -> None:
        """Raises IncompleteJSONError if the document is not whole."""
        self._parser.close()


def term(told: Term | None) -> ox.NamedNode | ox.BlankNode | ox.Literal | None:
    """A term of the engine. Raises Refusal for one that is no RDF 1.1."""
    if told is None:
        return None
    try:
        match quirks.kind(told["type"]):
            case "uri":
                return ox.NamedNode(told["value"])
            case "bnode":
                return ox.BlankNode(told["value"])
            case "literal" if told.get("xml:lang"):
                return ox.Literal(told["value"], language=told["xml:lang"])
            case "literal" if told.get("datatype"):
                return ox.Literal(told["value"], datatype=ox.NamedNode(told["datatype"]))
            case "literal":
                return ox.Literal(told["value"])
            case other:
                raise Refusal(502, f"the server answers with a term of type {other!r}, which is no RDF 1.1")
    except ValueError as fault:
        raise Refusal(502, f"the server answers with a term that is none: {told['value'][:200]!r}") from fault
