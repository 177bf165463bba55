"""The shapes hold for the bundled example, and would tell if they did not."""

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF

import ontology
from graph.store.builds import Build
from graph.terms import NS


@pytest.fixture(scope="module")
def data(example: Build) -> rdflib.Graph:
    """All graphs of the example as one."""
    graph = rdflib.Graph()
    for path in example.quads():
        triples = (quad.triple for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.N_QUADS))
        graph.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    return graph


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(data=(ontology.root() / "shapes.ttl").read_text("utf-8"), format="turtle")


def test_the_example_satisfies_every_shape(data: rdflib.Graph, shapes: rdflib.Graph) -> None:
    conforms, _, told = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    assert conforms, told


@pytest.mark.parametrize(
    "gone", ["state", "positionStated", "basis", "linkStatus", "score", "sha256", "readOn", "symbol", "familyCount"]
)
def test_what_is_missing_is_told(data: rdflib.Graph, shapes: rdflib.Graph, gone: str) -> None:
    broken = rdflib.Graph()
    for triple in data:
        broken.add(triple)
    broken.remove((None, rdflib.URIRef(NS + gone), None))
    assert (None, RDF.type, None) in broken
    conforms, _, _ = pyshacl.validate(broken, shacl_graph=shapes, inference="none")
    assert not conforms
