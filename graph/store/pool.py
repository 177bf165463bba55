"""Warm workers shared by threads: the only way to a store, for strangers' queries and for our own."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from graph.store import formats, gate
from graph.store.asking import Answer, Refusal, Request, Rows, Term
from graph.store.limits import Limits
from graph.store.turns import Slow, Turns
from graph.store.worker import Died, Worker, memory_refused
from graph.terms import PREFIXES


class Pool:
    """Answers queries on a finished store; a context manager that ends its workers.

    `store` is a path, or what tells the path of the current store: workers follow when it changes.
    """

    def __init__(self, store: Path | Callable[[], Path], limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._store = store if callable(store) else lambda: store
        self._turns = Turns(self.limits)
        self._idle: list[Worker] = []
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> Self:
        """Start one worker, so that what keeps workers from starting is told now. Raises Refusal."""
        try:
            self._give_back(self._fresh())
        except Died as fault:
            raise Refusal(503, f"the store at {self._store()} cannot be opened") from fault
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the idle workers now, and those at work when their query is done."""
        with self._lock:
            self._closed = True
            workers, self._idle = self._idle, []
        for worker in workers:
            worker.kill()

    def select(self, query: str) -> Rows:
        """The rows of a SELECT of ours, with as many rows as a download may have. Raises Refusal."""
        head, body = self._ask(_told(Request(query=query, download=True), self.limits))
        if head["kind"] != "rows":
            raise Refusal(400, "not a SELECT")
        told = json.loads(body)
        columns = tuple(told["head"]["vars"])
        rows = tuple(tuple(_term(row.get(name)) for name in columns) for row in told["results"]["bindings"])
        return Rows(columns, rows, bool(head.get("truncated")))

    def answer(self, request: Request) -> Answer:
        """Any query in the media type asked for; what does not fit the kind of query gets its default."""
        head, body = self._ask(_told(request, self.limits))
        return Answer(body, head["media"], bool(head.get("truncated")))

    def _ask(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        gate.admit(request["query"], self.limits)
        try:
            head, body = self._turns.take(lambda seconds: self._twice(request, seconds))
        except Slow as fault:
            allowed = self.limits.query_seconds
            raise Refusal(503, f"the query took longer than query_seconds ({allowed:g}) allows", 10) from fault
        except Died as fault:
            raise Refusal(503, "the query ended its worker: write it in smaller parts", 10) from fault
        return _checked(head, self.limits), body

    def _twice(self, request: dict[str, Any], seconds: float) -> tuple[dict[str, Any], bytes]:
        """Ask; where a worker died without reaching a limit, once more with a fresh one."""
        try:
            return self._once(self._take(), request, seconds)
        except Died:
            return self._once(self._fresh(), request, seconds)

    def _once(self, worker: Worker, request: dict[str, Any], seconds: float) -> tuple[dict[str, Any], bytes]:
        answer = worker.ask(request, seconds)  # a worker that raises is gone
        self._give_back(worker)
        return answer

    def _take(self) -> Worker:
        """A warm worker on the current store, or a fresh one; those on an older store are ended."""
        store = self._store()
        with self._lock:
            fits = [worker for worker in self._idle if worker.store == store]
            old = [worker for worker in self._idle if worker.store != store]
            taken = fits.pop() if fits else None
            self._idle = fits
        for worker in old:
            worker.kill()
        return taken or Worker(store, self.limits)

    def _fresh(self) -> Worker:
        return Worker(self._store(), self.limits)

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(worker)
                return
        worker.kill()


def _told(request: Request, limits: Limits) -> dict[str, Any]:
    """A request as the worker reads it."""
    rows_as = request.accept if request.accept in formats.ROWS else formats.JSON
    graph_as = request.graph_accept or request.accept
    large = request.download or rows_as in (formats.CSV, formats.TSV)
    return {
        "query": request.query,
        "rows_as": rows_as,
        "graph_as": graph_as if graph_as in formats.GRAPHS else "text/turtle",
        "default_graphs": request.default_graphs,
        "named_graphs": request.named_graphs,
        "union": not gate.names_dataset(request.query),
        "base": request.base,
        "most": limits.rows_download if large else limits.rows_shown,
        "most_bytes": limits.answer_bytes,
        "prefixes": PREFIXES,
    }


def _checked(head: dict[str, Any], limits: Limits) -> dict[str, Any]:
    """The head of an answer, or the refusal that it tells."""
    match head.get("error"):
        case None:
            return head
        case "memory":
            raise memory_refused(limits)
        case "large":
            raise Refusal(503, f"one row is larger than answer_bytes ({limits.answer_bytes:,}) allows")
        case "store":
            raise Refusal(503, "the store cannot be read: build it again", retry_after=60)
        case "evaluation":
            raise Refusal(422, f"the query is well-formed but cannot be answered: {head['message']}")
        case _:
            raise Refusal(400, head["message"])


def _term(told: dict[str, str] | None) -> Term | None:
    if told is None:
        return None
    kind = told["type"]
    if kind == "uri":
        return Term(told["value"])
    if kind == "bnode":
        return Term(told["value"], "bnode")
    return Term(told["value"], "literal", told.get("datatype", ""), told.get("xml:lang", ""))
