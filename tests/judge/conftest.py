"""The judge's bench: the W3C files in one store, served over HTTP as a user would be served."""

import http.client
import threading
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest

from graph.store.builds import Build
from graph.store.pool import Pool
from tests.judge.manifest import PUBLIC, QT, Manifest
from webui.app import create_app
from webui.serve import address, listen

PROTOCOL_DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"


@dataclass(frozen=True)
class Endpoint:
    """Where the app is served."""

    host: str
    port: int

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, told, answer.read()
        finally:
            connection.close()


@pytest.fixture(scope="session")
def known() -> dict[str, dict[str, str]]:
    """Tests that are known not to pass, by suite, each with its reason."""
    return tomllib.loads(Path(__file__).with_name("known.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def suites(need: Callable[[str], None], request: pytest.FixtureRequest) -> Path:
    """The W3C files, beside the folder of real documents."""
    data: Path = request.getfixturevalue("shared_data")
    root = data.parent / "w3c-rdf-tests"
    if not root.is_dir():
        need(f"the W3C test suites are not at {root}")
    return root


@pytest.fixture(scope="session")
def manifests(suites: Path) -> dict[str, Manifest]:
    return {
        "protocol": Manifest(suites, "sparql/sparql11/protocol/manifest.ttl"),
        "query": Manifest(suites, "sparql/sparql11/manifest-sparql11-query.ttl"),
        "results": Manifest(suites, "sparql/sparql11/manifest-sparql11-results.ttl"),
    }


@pytest.fixture(scope="session")
def endpoint(
    suites: Path, manifests: dict[str, Manifest], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Endpoint]:
    """The app as shipped, over a store in which every data file is a named graph."""
    build = Build(tmp_path_factory.mktemp("judge"))
    load(build.store, suites, manifests)
    with Pool(build.store) as pool:
        server = listen(create_app(build, pool), "127.0.0.1", 0)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        where = urlsplit(address("127.0.0.1", server.effective_port))
        yield Endpoint(where.hostname or "", where.port or 0)
        server.close()


def load(path: Path, suites: Path, manifests: dict[str, Manifest]) -> None:
    store = ox.Store(str(path))
    for number in (0, 1, 2, 3):
        file = suites / f"sparql/sparql11/protocol/data{number}.nt"
        if file.is_file():
            store.load(
                file.read_bytes(),
                format=ox.RdfFormat.N_TRIPLES,
                to_graph=ox.NamedNode(PROTOCOL_DATA.format(number)),
            )
    for one in ("query", "results"):
        for predicate in ("data", "graphData"):
            for quad in manifests[one].store.quads_for_pattern(None, ox.NamedNode(QT + predicate), None):
                _load_file(store, suites, quad.object)
    store.optimize()


def _load_file(store: ox.Store, suites: Path, name: ox.NamedNode) -> None:
    path = suites / name.value.removeprefix(PUBLIC)
    form = ox.RdfFormat.from_extension(path.suffix[1:]) or ox.RdfFormat.TURTLE
    if not any(store.quads_for_pattern(None, None, None, name)):
        for quad in ox.parse(path.read_bytes(), format=form, base_iri=name.value, rename_blank_nodes=True):
            store.add(ox.Quad(quad.subject, quad.predicate, quad.object, name))
