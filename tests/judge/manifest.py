"""How a W3C manifest is read: its tests, in order, with the files they name."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

PUBLIC = "https://w3c.github.io/rdf-tests/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
HT = "http://www.w3.org/2011/http#"
CNT = "http://www.w3.org/2011/content#"

Node = ox.NamedNode | ox.BlankNode


class Manifest:
    """The graph of one manifest file and of those it includes."""

    def __init__(self, root: Path, path: str) -> None:
        self.root = root
        self.store = ox.Store()
        self.files: list[str] = []
        self._load(path)

    def _load(self, path: str) -> None:
        address = PUBLIC + path
        self.files.append(address)
        content = (self.root / path).read_bytes()
        for quad in ox.parse(content, format=ox.RdfFormat.TURTLE, base_iri=address, rename_blank_nodes=True):
            self.store.add(ox.Quad(quad.subject, quad.predicate, quad.object))
        for head in self.values(ox.NamedNode(address), MF + "include"):
            for included in self.list(head):
                self._load(included.value.removeprefix(PUBLIC))

    def entries(self) -> Iterator[Node]:
        """The tests of every manifest, in order."""
        for address in self.files:
            for head in self.values(ox.NamedNode(address), MF + "entries"):
                yield from self.list(head)

    def values(self, subject: Node, predicate: str) -> list:
        found = self.store.quads_for_pattern(subject, ox.NamedNode(predicate), None)
        return [quad.object for quad in found]

    def one(self, subject: Node, predicate: str) -> str:
        """The single value as text, or an empty string."""
        found = self.values(subject, predicate)
        return found[0].value if found else ""

    def node(self, subject: Node, predicate: str) -> Node:
        return self.values(subject, predicate)[0]

    def list(self, head: Node) -> Iterator[Node]:
        while head.value != RDF + "nil":
            yield self.node(head, RDF + "first")
            head = self.node(head, RDF + "rest")

    def kind(self, test: Node) -> str:
        return self.one(test, RDF + "type").removeprefix(MF)


@dataclass(frozen=True)
class QueryTest:
    """A test of the query suites: addresses of the query, the data, the named graphs and the result."""

    name: str
    kind: str
    query: str
    data: tuple[str, ...]
    named: tuple[str, ...]
    result: str


def query_tests(manifest: Manifest) -> list[QueryTest]:
    """Every evaluation and syntax test, named by its folder and local name."""
    return [_query_test(manifest, test) for test in manifest.entries()]


def _query_test(manifest: Manifest, test: Node) -> QueryTest:
    action = manifest.node(test, MF + "action")
    syntax = not manifest.values(action, QT + "query")
    query = action.value if syntax else manifest.one(action, QT + "query")
    folder = query.split("/")[-2]
    return QueryTest(
        name=f"{folder}/{test.value.split('#')[-1]}",
        kind=manifest.kind(test),
        query=query,
        data=tuple(node.value for node in manifest.values(action, QT + "data")),
        named=tuple(node.value for node in manifest.values(action, QT + "graphData")),
        result=manifest.one(test, MF + "result"),
    )


@dataclass(frozen=True)
class Exchange:
    """One request of a protocol test and the answer it must get."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    statuses: tuple[str, ...]
    form: str
    truth: str


def exchanges(manifest: Manifest, test: Node) -> list[Exchange]:
    requests = manifest.node(manifest.node(test, MF + "action"), HT + "requests")
    return [_exchange(manifest, request) for request in manifest.list(requests)]


def _exchange(manifest: Manifest, request: Node) -> Exchange:
    answer = manifest.node(request, HT + "resp")
    headers = {}
    for head in manifest.values(request, HT + "headers"):
        for header in manifest.list(head):
            headers[manifest.one(header, HT + "fieldName")] = manifest.one(header, HT + "fieldValue")
    body = b""
    for content in manifest.values(request, HT + "body"):
        encoding = manifest.one(content, CNT + "characterEncoding") or "utf-8"
        body = manifest.one(content, CNT + "chars").encode(encoding)
    return Exchange(
        method=manifest.one(request, HT + "methodName"),
        path=manifest.one(request, HT + "absolutePath"),
        headers=headers,
        body=body,
        statuses=tuple(node.value[-3:] for node in manifest.values(answer, MF + "expectedStatus")),
        form=manifest.one(answer, MF + "expectedFormat"),
        truth=manifest.one(answer, MF + "expectedBoolean"),
    )
