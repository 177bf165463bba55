"""A worker seen from its parent: started clean, watched while it works, killed at a limit."""

import os
import selectors
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import graph
from graph.store import frames
from graph.store.asking import Refusal
from graph.store.limits import Limits
from graph.store.turns import Slow

_LOOK = 0.05
"""Seconds between two looks at a working child's memory."""
_START = 30
"""Seconds a child may take to start."""


class Died(Exception):
    """The child ended without reaching a limit."""


class Worker:
    """One child process with the store open. Not for two threads at once."""

    def __init__(self, store: Path, limits: Limits) -> None:
        """Start the child and wait until it is ready. Raises Died, or Refusal where it may not start."""
        self.store = store
        self._limits = limits
        isolation = "required" if limits.isolation_required else "wanted"
        self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [
                sys.executable,
                "-P",  # a file in the visitor's folder must not stand in for a module
                "-m",
                "graph.store.child",
                str(os.getpid()),
                str(store),
                str(limits.query_memory),
                isolation,
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_environment(),
        )
        try:
            head, _ = self._receive(time.monotonic() + _START)
        except (frames.Ended, Slow) as fault:
            self.kill()
            raise Died from fault
        if not head["ready"]:
            self.kill()
            raise Refusal(
                503,
                "this system does not let query workers leave the network: set isolation_required to no to accept that",
            )
        self.alone: bool = head["alone"]

    @property
    def pid(self) -> int:
        return self._child.pid

    def ask(self, request: dict[str, Any], seconds: float) -> tuple[dict[str, Any], bytes]:
        """Send one request and wait for its answer. Raises Slow, Refusal or Died; the child is then gone."""
        deadline = time.monotonic() + seconds
        try:
            if self._child.stdin is None:
                raise Died
            frames.send(self._child.stdin, request)
            return self._receive(deadline)
        except (BrokenPipeError, frames.Ended) as fault:
            self.kill()
            raise Died from fault

    def kill(self) -> None:
        """End the child at once and take its pipes down."""
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe:
                try:
                    pipe.close()
                except BrokenPipeError:  # what was left to say to it
                    continue

    def _receive(self, deadline: float) -> tuple[dict[str, Any], bytes]:
        pipe = self._child.stdout
        if pipe is None:
            raise Died
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_READ)

            def read(size: int) -> bytes:
                told = bytearray()
                while len(told) < size:
                    while not selector.select(_LOOK):
                        self._watch(deadline)
                    part = os.read(pipe.fileno(), min(size - len(told), 1 << 20))
                    if not part:
                        raise frames.Ended
                    told += part
                return bytes(told)

            return frames.receive(read)

    def _watch(self, deadline: float) -> None:
        """Kill the child if it is over time or memory, and say which limit it met."""
        if time.monotonic() > deadline:
            self.kill()
            raise Slow
        if resident(self._child.pid) > self._limits.query_memory:
            self.kill()
            raise memory_refused(self._limits)


def memory_refused(limits: Limits) -> Refusal:
    """The refusal of a query that needs too much memory."""
    allowed = limits.query_memory // 1024**2
    return Refusal(503, f"the query needed more than query_memory ({allowed} MiB) allows", retry_after=10)


def resident(pid: int) -> int:
    """Resident bytes of a process; 0 where the system does not tell (address space is limited all the same)."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as stream:  # noqa: PTH123 - read twenty times a second
            return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return 0


def _environment() -> dict[str, str]:
    """Ours, with the place this code was imported from, and one memory arena."""
    home = str(Path(graph.__file__).resolve().parent.parent)
    return os.environ | {"PYTHONPATH": home, "MALLOC_ARENA_MAX": "1"}
