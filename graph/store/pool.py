"""Warm workers shared by threads: the only way to a store, for strangers' queries and for our own."""

import json
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from graph.store import formats, gate
from graph.store.asking import Answer, Refusal, Request, Rows, Term
from graph.store.limits import Limits
from graph.store.worker import Died, Worker
from graph.terms import PREFIXES


class Pool:
    """Answers queries on one finished store; a context manager that ends its workers."""

    def __init__(self, store: Path, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._store = store
        self._idle: list[Worker] = []
        self._lock = threading.Lock()
        self._slots = threading.Semaphore(self.limits.queries_at_once)
        self._waiting = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the idle workers; those at work end with their query."""
        with self._lock:
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
        self._queue()
        try:
            try:
                head, body = self._once(request)
            except Died:  # without reaching a limit: once more, with a fresh worker (M16)
                head, body = self._once(request)
        except Died as fault:
            raise Refusal(503, "the query ended its worker: write it in smaller parts", retry_after=10) from fault
        finally:
            self._slots.release()
        return _checked(head, self.limits), body

    def _queue(self) -> None:
        """Wait for a slot, or be refused where too many wait already."""
        if self._slots.acquire(blocking=False):
            return
        with self._lock:
            if self._waiting >= self.limits.queries_waiting:
                raise Refusal(429, f"queries_waiting ({self.limits.queries_waiting}) are waiting already", 5)
            self._waiting += 1
        try:
            if not self._slots.acquire(timeout=self.limits.query_seconds):
                raise Refusal(429, f"queries_at_once ({self.limits.queries_at_once}) are being answered", 5)
        finally:
            with self._lock:
                self._waiting -= 1

    def _once(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        worker = self._take()
        answer = worker.ask(request)  # a worker that raises has been killed
        with self._lock:
            self._idle.append(worker)
        return answer

    def _take(self) -> Worker:
        with self._lock, suppress(IndexError):
            return self._idle.pop()
        return Worker(self._store, self.limits)


def _told(request: Request, limits: Limits) -> dict[str, Any]:
    """A request as the worker reads it."""
    rows_as = request.accept if request.accept in formats.ROWS else formats.JSON
    large = request.download or rows_as in (formats.CSV, formats.TSV)
    return {
        "query": request.query,
        "rows_as": rows_as,
        "graph_as": request.accept if request.accept in formats.GRAPHS else "text/turtle",
        "default_graphs": request.default_graphs,
        "named_graphs": request.named_graphs,
        "union": not gate.names_dataset(request.query),
        "base": request.base,
        "most": limits.rows_download if large else limits.rows_shown,
        "prefixes": PREFIXES,
    }


def _checked(head: dict[str, Any], limits: Limits) -> dict[str, Any]:
    """The head of an answer, or the refusal that it tells."""
    match head.get("error"):
        case None:
            return head
        case "memory":
            allowed = limits.query_memory // 1024**2
            raise Refusal(503, f"the query needed more than query_memory ({allowed} MiB) allows", retry_after=10)
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
