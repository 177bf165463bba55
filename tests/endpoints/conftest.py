"""Two real servers, each started once for all tests and thrown away with its folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.store.builds import Build, Builds
from graph.store.endpoint import register
from graph.store.endpoint.credentials import Credentials
from graph.store.endpoint.remote import Endpoint
from graph.store.limits import Limits
from graph.store.push import push, writer
from graph.terms import graph, source
from tests.endpoints import servers
from tests.endpoints.servers import Server

MADE = {"oxigraph": servers.oxigraph, "virtuoso": servers.virtuoso}
LACKS = {
    "oxigraph": "Oxigraph's server is not installed: pip install oxigraph",
    "virtuoso": "Virtuoso is not installed: apt-get install virtuoso-opensource-7-bin",
}


@pytest.fixture(scope="session", params=["oxigraph", "virtuoso"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, need: Callable[[str], None]
) -> Iterator[Server]:
    """A running server, the one after the other."""
    made = MADE[request.param](tmp_path_factory.mktemp(request.param))
    if made is None:
        need(LACKS[request.param])
        return
    made.start()
    yield made
    made.kill()


def endpoint_of(server: Server, limits: Limits | None = None) -> Endpoint:
    return Endpoint(server.query, Credentials(server.user, server.password), limits or Limits(query_seconds=30))


@pytest.fixture
def pushed(server: Server, example: Build) -> Endpoint:
    """The server with the bundled example pushed to it; readers have no password."""
    there = endpoint_of(server, Limits.for_builds())
    found = register.pointers(there.ask)
    if not found or found[-1][1] != example.name:  # other tests push other builds
        push(example, there, writer(there), grace=0)
    return Endpoint(server.query, limits=Limits(query_seconds=20))


def small_build(root: Path, word: str, things: int = 60) -> Build:
    """A build of two sources and the tags, in which every text says the same word."""
    with Builds(root).begin() as workshop:
        for number in range(2):
            its = source(f"{number}" * 16)
            workshop.write(f"source-{number}", (_quad(number, one, word, its) for one in range(things)))
        workshop.write("tags", (_quad(9, one, word, graph("tags")) for one in range(3)))
        workshop.tell({"files": [{"path": f"{word}.csv"}], "findings": []})
        return Builds(root).publish(workshop)


def _quad(number: int, one: int, word: str, its: str) -> str:
    text = f'{word} \\"{one}\\" \\\\ – Việt Nam'
    return f'<http://example.org/{number}/{one}> <http://example.org/says> "{text}"@vi <{its}> .\n'
