"""Whatever SPARQL 1.1 server answers queries: the promises of a store of one's own, as far as one can from afar."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeVar

from graph.store import formats, gate
from graph.store.asking import Answer, Refusal, Request, Rows, Term
from graph.store.endpoint import dataset, graphs, place, quirks, register, results
from graph.store.endpoint.credentials import Credentials
from graph.store.endpoint.names import Names
from graph.store.endpoint.register import Pushed
from graph.store.endpoint.results import Read, Told
from graph.store.endpoint.wire import Call, Reply, Wire
from graph.store.limits import Limits
from graph.store.turns import Slow, Turns
from graph.terms import PREFIXES

T = TypeVar("T")

FRESH: Final = 1.0
"""Seconds for which it is taken as known which build is current. `push` waits twice as long before it drops the old."""
_OVERHEAD: Final = 8
"""Bytes on the wire for each byte of text in an answer, at most: JSON names the column of each value."""
_MOST_OURS: Final = 1_000_000
_SPARQL = ("application/sparql-results+json", "application/json")
_RDF = ("application/n-triples", "text/turtle", "text/plain", "text/rdf+n3")


class Endpoint:
    """An Asker over HTTP. Queries see the graphs of the pushed build that is current, and no other graph there.

    Where another build becomes current while a query runs, it is asked again: an answer is of one whole build.
    """

    def __init__(self, url: str, credentials: Credentials | None = None, limits: Limits | None = None) -> None:
        """Nothing is asked yet. Raises ValueError for what is no address."""
        self.url = place.checked(url)
        self.limits = limits or Limits()
        self.wire = Wire(credentials)
        self._turns = Turns(self.limits)
        self._lock = threading.Lock()
        self._known: tuple[float, Pushed] | None = None

    def select(self, query: str) -> Rows:
        """The rows of a SELECT of ours, with as many rows as a download may have. Raises Refusal."""
        found, its = self._rows(Request(query=query, download=True))
        if found.truth is not None:
            raise Refusal(400, "not a SELECT")
        rows = tuple(tuple(_term(row.get(name), its) for name in found.columns) for row in found.rows)
        return Rows(found.columns, rows, found.cut)

    def answer(self, request: Request) -> Answer:
        """Any query in the media type asked for; what does not fit the kind of query gets its default."""
        if dataset.kind(request.query) in ("construct", "describe"):
            return self._graph(request)
        found, its = self._rows(request)
        media = request.accept if request.accept in formats.ROWS else formats.JSON
        if found.truth is not None:
            return Answer(*formats.truth(found.truth, media))
        rows = [[results.term(_own(row.get(name), its)) for name in found.columns] for row in found.rows]
        return Answer(formats.ROWS[media](found.columns, rows), media, found.cut)

    def current(self) -> Pushed:
        """The build that is current there, as known for at most FRESH seconds. Raises Refusal."""
        with self._lock:
            known = self._known
        if known and time.monotonic() - known[0] <= FRESH:
            return known[1]
        asked = time.monotonic()
        pushed = self._renewed(known[1] if known else None)
        with self._lock:
            self._known = (asked, pushed)
        return pushed

    def _renewed(self, old: Pushed | None) -> Pushed:
        found = register.pointers(self.ask)
        same = old is not None and found and found[-1] == (old.serial, old.build)
        return old if old is not None and same else register.current(self.ask)

    def ask(self, query: str) -> tuple[Told, ...]:
        """Rows of a query about what is on the server, sent as it is, without a turn. Raises Refusal."""
        try:
            found = self._read([("query", query)], _MOST_OURS, self.limits.query_seconds)
        except Slow as fault:
            raise self._slow() from fault
        if found.cut:
            raise Refusal(503, f"{place.shown(self.url)} cuts its answers: raise its limit of rows")
        return found.rows

    def _rows(self, request: Request) -> tuple[Read, Names]:
        most = self._most(request)
        return self._of_one_build(request, lambda form, seconds: self._read(form, most, seconds))

    def _read(self, form: dataset.Form, most: int, seconds: float) -> Read:
        with self._sent(form, _SPARQL[0], seconds) as reply:
            self._expect(reply.media_type, _SPARQL)
            wire = reply.chunks(self.limits.answer_bytes * _OVERHEAD)
            found = results.read(wire, most, self.limits.answer_bytes)
            return Read(found.columns, found.rows, found.truth, found.cut or quirks.cut(reply.headers, len(found.rows)))

    def _sent(self, form: dataset.Form, accept: str, seconds: float) -> Reply:
        call = Call("POST", self.url, [*form, quirks.time_field(seconds)], {"Accept": accept})
        reply = self.wire.send(call, seconds)
        if quirks.partial(reply.headers):
            reply.close()
            raise Slow
        return reply

    def _graph(self, request: Request) -> Answer:
        def ask(form: dataset.Form, seconds: float) -> tuple[bytes, str]:
            with self._sent(form, "application/n-triples, text/turtle;q=0.5", seconds) as reply:
                self._expect(reply.media_type, _RDF)
                return reply.body(self.limits.answer_bytes * 2), reply.media_type

        (body, media), its = self._of_one_build(request, ask)
        kept, cut = graphs.triples(its.told(body.decode("utf-8", "replace")), media, self._most(request))
        wanted = request.graph_accept or request.accept
        graph_as = wanted if wanted in formats.GRAPHS else "text/turtle"
        return Answer(formats.graph(kept, graph_as, PREFIXES), graph_as, cut)

    def _most(self, request: Request) -> int:
        large = request.download or request.accept in (formats.CSV, formats.TSV)
        return self.limits.rows_download if large else self.limits.rows_shown

    def _of_one_build(self, request: Request, ask: Callable[[dataset.Form, float], T]) -> tuple[T, Names]:
        """What the current build answers, and its names; asked again where it was replaced meanwhile."""
        gate.admit(request.query, self.limits)
        try:
            return self._asked(request, ask)
        except Refusal as refusal:
            other = quirks.simpler(request.query, dataset.quieted(request.query), str(refusal))
            if other is None:
                raise
        return self._asked(replace(request, query=other), ask)

    def _asked(self, request: Request, ask: Callable[[dataset.Form, float], T]) -> tuple[T, Names]:
        pushed = self.current()
        while True:
            form = dataset.form(request, pushed)
            try:
                answer = self._turns.take(lambda seconds, form=form: ask(form, seconds))  # type: ignore[misc]
            except Slow as fault:
                raise self._slow() from fault
            now = self.current()
            if now == pushed:
                return answer, pushed.names
            pushed = now

    def _expect(self, media_type: str, known: tuple[str, ...]) -> None:
        if media_type not in known:
            what = "a web page" if media_type == "text/html" else f"{media_type or 'something without a media type'}"
            raise Refusal(
                502, f"{place.shown(self.url)} answers with {what}, not as a SPARQL service does: {quirks.ADDRESSES}"
            )

    def _slow(self) -> Refusal:
        allowed = self.limits.query_seconds
        return Refusal(503, f"{place.shown(self.url)} took longer than query_seconds ({allowed:g}) allows", 10)


def _own(told: results.Term | None, its: Names) -> results.Term | None:
    """A term in the build's own names."""
    return None if told is None else {**told, "value": its.told(told["value"])}


def _term(told: results.Term | None, its: Names) -> Term | None:
    if told is None:
        return None
    kind, value = quirks.kind(told["type"]), its.told(told["value"])
    if kind == "uri":
        return Term(value)
    if kind == "bnode":
        return Term(value, "bnode")
    return Term(value, "literal", told.get("datatype", ""), told.get("xml:lang", ""))
