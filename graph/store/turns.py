"""Whose turn it is: so many queries at once, so many waiting, and a quick lane that slow ones cannot block."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from graph.store.asking import Refusal
from graph.store.limits import Limits

T = TypeVar("T")


class Slow(Exception):
    """A query did not end in the time it was given."""


class Turns:
    """Gives each query its turn.

    While all full turns are taken, a query is tried in the quick lane for `quick_seconds`; only one that proves
    slow has to wait for a full turn. So a client with quick queries is served whatever others do.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._full = threading.Semaphore(limits.queries_at_once)
        self._quick = threading.Semaphore(limits.quick_at_once)
        self._lock = threading.Lock()
        self._waiting = 0

    def take(self, work: Callable[[float], T]) -> T:
        """Call `work` with the seconds it may take, in turn. Raises Refusal 429 or what `work` raises.

        Work that raises Slow in the quick lane is begun again in a full turn.
        """
        if not self._waiting and self._full.acquire(blocking=False):
            return self._do(self._full, work, self._limits.query_seconds)
        with self._in_line():
            self._wait(self._quick)
            try:
                return self._do(self._quick, work, self._limits.quick_seconds)
            except Slow:
                self._wait(self._full)
        return self._do(self._full, work, self._limits.query_seconds)

    def _do(self, lane: threading.Semaphore, work: Callable[[float], T], seconds: float) -> T:
        try:
            return work(seconds)
        finally:
            lane.release()

    def _wait(self, lane: threading.Semaphore) -> None:
        if not lane.acquire(timeout=self._limits.query_seconds):
            raise Refusal(429, f"queries_at_once ({self._limits.queries_at_once}) are being answered", 5)

    @contextmanager
    def _in_line(self) -> Iterator[None]:
        with self._lock:
            if self._waiting >= self._limits.queries_waiting:
                most = self._limits.queries_waiting
                raise Refusal(429, f"as many queries wait as queries_waiting ({most}) allows", 5)
            self._waiting += 1
        try:
            yield
        finally:
            with self._lock:
                self._waiting -= 1
