"""Ways to put graphs on a server: whole graphs by the Graph Store Protocol, or updates where that is not spoken."""

from collections.abc import Iterator
from typing import Final, Protocol

from graph.store.asking import Refusal
from graph.store.endpoint import place, quirks
from graph.store.endpoint.wire import Call, NotThere, Wire
from graph.store.turns import Slow

SECONDS: Final = 300.0
"""Seconds that one batch may take: a server may be writing to disk."""
_MOST: Final = 1 << 20
_NTRIPLES: Final = {"Content-Type": "application/n-triples", "Accept": "*/*"}


class Writer(Protocol):
    """Whatever changes graphs. Every method may be called twice with the same effect, and raises Refusal."""

    @property
    def told(self) -> str:
        """How it writes and where, in words."""

    @property
    def batch(self) -> int:
        """How many triples at once it is best given."""

    def put(self, graph: str, triples: list[str]) -> None:
        """Make these N-Triples lines the whole content of a graph."""

    def add(self, graph: str, triples: list[str]) -> None:
        """Add these to a graph."""

    def drop(self, graph: str) -> None:
        """Leave no such graph."""


class GraphStore:
    """The SPARQL 1.1 Graph Store HTTP Protocol, `?graph=` form."""

    batch = 20_000

    def __init__(self, url: str, wire: Wire) -> None:
        """Raises ValueError for what is no address."""
        self._url, self._wire = place.checked(url), wire

    @property
    def told(self) -> str:
        return f"the Graph Store Protocol at {place.shown(self._url)}"

    def put(self, graph: str, triples: list[str]) -> None:
        self._send("PUT", graph, triples)

    def add(self, graph: str, triples: list[str]) -> None:
        self._send("POST", graph, triples)

    def drop(self, graph: str) -> None:
        """A graph that is not there is none to drop: servers differ in whether they say so."""
        try:
            self._send("DELETE", graph, [])
        except NotThere:
            return

    def _send(self, method: str, graph: str, triples: list[str]) -> None:
        body = ("\n".join(triples) + "\n").encode() if triples else b""
        call = Call(method, self._url, body, _NTRIPLES, {"graph": graph})
        _done(self._wire, call)


class Updates:
    """SPARQL 1.1 Update, in batches as small as the pickiest server wants them."""

    batch = quirks.UPDATE_TRIPLES

    def __init__(self, url: str, wire: Wire) -> None:
        """Raises ValueError for what is no address."""
        self._url, self._wire = place.checked(url), wire

    @property
    def told(self) -> str:
        return f"SPARQL Update at {place.shown(self._url)}"

    def put(self, graph: str, triples: list[str]) -> None:
        self.drop(graph)
        self.add(graph, triples)

    def add(self, graph: str, triples: list[str]) -> None:
        if triples:
            self._update(f"INSERT DATA {{ GRAPH <{graph}> {{\n" + "\n".join(triples) + "\n} }")

    def drop(self, graph: str) -> None:
        self._update(f"DROP SILENT GRAPH <{graph}>")

    def _update(self, text: str) -> None:
        headers = {"Content-Type": "application/sparql-update", "Accept": "*/*"}
        _done(self._wire, Call("POST", self._url, text.encode(), headers))


def _done(wire: Wire, call: Call) -> None:
    try:
        with wire.send(call, SECONDS) as reply:
            reply.body(_MOST)
    except Slow as fault:
        raise Refusal(503, f"{place.shown(call.url)} took longer than {SECONDS:g} seconds for one batch") from fault


def candidates(endpoint: str, graph_store: str, update: str, wire: Wire) -> Iterator[Writer]:
    """Ways to try, best first: those that were named, else those that servers have beside their query address."""
    if graph_store or update:
        if graph_store:
            yield GraphStore(graph_store, wire)
        if update:
            yield Updates(update, wire)
        return
    for url in quirks.graph_stores(endpoint):
        yield GraphStore(url, wire)
    for url in quirks.updates(endpoint):
        yield Updates(url, wire)
