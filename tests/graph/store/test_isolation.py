"""What a worker cannot do: reach the network, read a file by FROM, outlive its parent."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graph.store import gate
from graph.store.asking import Refusal, Request
from graph.store.limits import Limits
from graph.store.pool import Pool

pytestmark = pytest.mark.hostile


@pytest.fixture
def listener() -> Iterator[tuple[int, list[str]]]:
    """A port of this machine, and who has called."""
    calls: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                calls.append(connection.recv(100).decode("latin-1"))
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        yield server.getsockname()[1], calls
        done.set()
        thread.join()


@pytest.fixture
def alone(pool: Pool, need: Callable[[str], None]) -> Pool:
    """The pool, if this system lets workers leave the network at all."""
    pool.select("SELECT * {}")
    if not pool._idle[-1].alone:
        need("this system does not let a process leave the network")
    return pool


def test_service_reaches_nobody_even_without_the_gate(
    alone: Pool, listener: tuple[int, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "admit", lambda _text, _limits: None)
    port, calls = listener
    for query in (
        f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE SILENT <http://localhost:{port}/> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ BIND(<http://127.0.0.1:{port}/> AS ?where) SERVICE ?where {{ ?s ?p ?o }} }}",
    ):
        with suppress(Refusal):
            alone.answer(Request(query))
    assert calls == []


def test_from_reads_no_file_and_calls_nobody(pool: Pool, listener: tuple[int, list[str]]) -> None:
    port, calls = listener
    for where in ("file:///etc/passwd", f"http://127.0.0.1:{port}/data.ttl"):
        for clause in (f"FROM <{where}>", f"FROM NAMED <{where}>"):
            answer = pool.answer(Request(f"SELECT ?s {clause} {{ ?s ?p ?o }}", "text/csv"))
            assert answer.body.split() == [b"s"]
        asked = Request("SELECT ?s { ?s ?p ?o }", "text/csv", default_graphs=(where,), named_graphs=(where,))
        assert pool.answer(asked).body.split() == [b"s"]
    assert calls == []


def test_load_is_no_query(pool: Pool, listener: tuple[int, list[str]]) -> None:
    port, calls = listener
    with pytest.raises(Refusal):
        pool.answer(Request(f"LOAD <http://127.0.0.1:{port}/data.ttl>"))
    assert calls == []


@pytest.mark.usefixtures("alone")
def test_isolation_can_be_required(store: Path) -> None:
    with Pool(store, Limits(isolation_required=True)) as strict:
        assert strict.select("SELECT (1 AS ?one) {}").dicts() == [{"one": "1"}]


_PARENT = """
import sys, threading, time
from pathlib import Path
from graph.store.asking import Request
from graph.store.limits import Limits
from graph.store.pool import Pool
with Pool(Path(sys.argv[1]), Limits(query_seconds=60)) as pool:
    print(pool._idle[0].pid, flush=True)
    pool.answer(Request("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"))
"""


def test_a_busy_worker_ends_when_its_parent_is_killed(store: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    parent = subprocess.Popen([sys.executable, "-c", _PARENT, str(store)], stdout=subprocess.PIPE, cwd=root, text=True)
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    time.sleep(0.3)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    for _ in range(40):
        if not Path(f"/proc/{worker}").exists() and _ended(worker):
            return
        time.sleep(0.1)
    pytest.fail("the worker outlived its parent")


def _ended(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False
