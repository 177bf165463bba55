"""A push: whole or not at all, whoever dies in the middle; twice is once."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from graph.store.asking import Refusal
from graph.store.builds import Build
from graph.store.endpoint import register
from graph.store.endpoint.remote import Endpoint
from graph.store.endpoint.writing import GraphStore, Updates, Writer
from graph.store.push import push, writer
from tests.endpoints.conftest import endpoint_of, small_build
from tests.endpoints.servers import Server

pytestmark = pytest.mark.faults

ALL = "SELECT ?s ?text { ?s <http://example.org/says> ?text }"
BY_GRAPH = "SELECT ?g ?s ?text { GRAPH ?g { ?s <http://example.org/says> ?text } }"


class Died(Exception):
    """Whoever pushed is no more."""


@dataclass
class Mortal:
    """A writer that dies before its nth write."""

    way: Writer
    left: int
    told: str = "a mortal"
    die: Callable[[], None] = field(default=lambda: None)

    @property
    def batch(self) -> int:
        return 40

    def put(self, graph: str, triples: list[str]) -> None:
        self._live()
        self.way.put(graph, triples)

    def add(self, graph: str, triples: list[str]) -> None:
        self._live()
        self.way.add(graph, triples)

    def drop(self, graph: str) -> None:
        self._live()
        self.way.drop(graph)

    def _live(self) -> None:
        self.left -= 1
        if self.left == 0:
            self.die()
            raise Died


def words(endpoint: Endpoint) -> set[str]:
    """The word of each text that a reader sees; the reader sees all of them."""
    everything, by_graph = endpoint.select(ALL).dicts(), endpoint.select(BY_GRAPH).dicts()
    assert len(everything) == len(by_graph) == 123
    assert len({row["g"] for row in by_graph}) == 3
    assert all(row["text"].endswith("\\ – Việt Nam") for row in everything)
    return {row["text"].split()[0] for row in (*everything, *by_graph)}


def reader(server: Server) -> Endpoint:
    """Somebody who has not asked yet."""
    return Endpoint(server.query)


@pytest.fixture
def builds(tmp_path: Path) -> tuple[Build, Build]:
    return small_build(tmp_path, "old"), small_build(tmp_path, "new")


def test_a_push_is_seen_and_a_second_one_sends_nothing(server: Server, builds: tuple[Build, Build]) -> None:
    there = endpoint_of(server)
    way = writer(there)
    assert isinstance(way, GraphStore)
    done = push(builds[0], there, way, grace=0)
    assert (done.build, done.graphs, done.triples, done.sent) == (builds[0].name, 3, 246, 246)
    assert words(reader(server)) == {"old"}
    before = register.pointers(there.ask)
    assert push(builds[0], there, way, grace=0).sent == 0
    assert register.pointers(there.ask) == before
    assert register.held(there.ask) == {builds[0].name}
    assert register.report(there.ask, builds[0].name) == builds[0].report()


def test_updates_do_where_no_whole_graphs_are_taken(server: Server, builds: tuple[Build, Build]) -> None:
    there = endpoint_of(server)
    way = writer(there, update=server.update)
    assert isinstance(way, Updates)
    for build, word in zip(builds, ("old", "new"), strict=True):
        push(build, there, way, grace=0)
        assert words(reader(server)) == {word}
    assert register.held(there.ask) == {builds[1].name}


@pytest.mark.long
def test_readers_see_the_old_build_whole_whenever_a_pusher_dies(server: Server, builds: tuple[Build, Build]) -> None:
    there = endpoint_of(server)
    way = writer(there)
    seen = []
    for steps in range(1, 200):
        push(builds[0], there, way, grace=0)
        assert words(reader(server)) == {"old"}
        try:
            push(builds[1], there, Mortal(way, steps), grace=0)
        except Died:
            seen.append(words(reader(server)).pop())
        else:
            break
        push(builds[1], there, way, grace=0)  # taken up where it stopped
        assert words(reader(server)) == {"new"}
        assert register.held(there.ask) == {builds[1].name}
    assert seen == sorted(seen, reverse=True), "old until the one switch, and new after it"
    assert {"old", "new"} == set(seen)
    assert len(seen) > 12


@pytest.mark.long
@pytest.mark.parametrize("steps", [4, 9])
def test_readers_see_the_old_build_whole_when_the_server_dies(
    steps: int, server: Server, builds: tuple[Build, Build]
) -> None:
    there = endpoint_of(server)
    way = writer(there)
    push(builds[0], there, way, grace=0)
    try:
        with pytest.raises(Died):
            push(builds[1], there, Mortal(way, steps, die=server.kill), grace=0)
        with pytest.raises(Refusal, match="cannot be reached"):
            reader(server).select(ALL)
    finally:
        server.start()
    assert words(reader(server)) == {"old"}
    assert push(builds[1], there, way, grace=0).sent > 0
    assert words(reader(server)) == {"new"}


def test_a_killed_command_leaves_the_old_build_and_is_taken_up(
    server: Server, builds: tuple[Build, Build], tmp_path: Path
) -> None:
    there = endpoint_of(server)
    push(builds[0], there, writer(there), grace=0)
    (builds[1].path / "store").mkdir()
    secrets = {"RIGHTSGRAPH_ENDPOINT_USER": server.user, "RIGHTSGRAPH_ENDPOINT_PASSWORD": server.password}
    command = (sys.executable, "-m", "rightsgraph", "push", "--endpoint", server.query, "--store", str(tmp_path))
    run = subprocess.Popen(command, env=os.environ | secrets, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while builds[1].name not in register.held(there.ask) and time.monotonic() < until:
        time.sleep(0.005)
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert words(reader(server)) <= {"old", "new"}
    done = subprocess.run(command, env=os.environ | secrets, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "dba" not in done.stderr
    assert builds[1].name in done.stdout
    assert words(reader(server)) == {"new"}


def test_every_answer_during_a_switch_is_of_one_whole_build(server: Server, builds: tuple[Build, Build]) -> None:
    there = endpoint_of(server)
    way = writer(there)
    push(builds[0], there, way, grace=0)
    seen: list[set[str]] = []
    faults: list[BaseException] = []
    over = threading.Event()
    one = reader(server)

    def read() -> None:
        try:
            while not over.is_set():
                rows = one.select(ALL).dicts()
                assert len(rows) == 123
                seen.append({row["text"].split()[0] for row in rows})
        except BaseException as fault:  # noqa: BLE001 - told by the test itself
            faults.append(fault)

    thread = threading.Thread(target=read)
    thread.start()
    push(builds[1], there, way)
    time.sleep(1.5)
    over.set()
    thread.join()
    assert not faults
    assert seen[0] == {"old"}
    assert seen[-1] == {"new"}
    assert all(len(one_of) == 1 for one_of in seen)


def test_what_arrives_damaged_is_not_made_visible(server: Server, builds: tuple[Build, Build]) -> None:
    there = endpoint_of(server)
    way = writer(there)
    push(builds[0], there, way, grace=0)

    class Forgetful(Mortal):
        def put(self, graph: str, triples: list[str]) -> None:
            self.way.put(graph, triples[:-1] if graph.endswith("/all") else triples)

    with pytest.raises(Refusal, match="did not arrive whole"):
        push(builds[1], there, Forgetful(way, -1), grace=0)
    assert words(reader(server)) == {"old"}
    push(builds[0], there, way, grace=0)
    assert register.held(there.ask) == {builds[0].name}
