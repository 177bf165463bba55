"""Nothing can be written over HTTP: every update, every method, every likely path is refused."""

from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from graph.store.builds import Build

pytestmark = pytest.mark.hostile

UPDATES = (
    "INSERT DATA { <http://x/a> <http://x/b> 1 }",
    "DELETE DATA { <http://x/a> <http://x/b> 1 }",
    "DELETE WHERE { ?s ?p ?o }",
    "DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
    "LOAD <http://127.0.0.1:9/x.ttl>",
    "CLEAR ALL",
    "DROP ALL",
    "DROP SILENT GRAPH <http://x/g>",
    "CREATE GRAPH <http://x/g>",
    "COPY DEFAULT TO <http://x/g>",
    "MOVE DEFAULT TO <http://x/g>",
    "ADD DEFAULT TO <http://x/g>",
    "# a comment\nINSERT DATA { <http://x/a> <http://x/b> 1 }",
    "BASE <http://x/> CLEAR ALL",
)
PATHS = (
    "/sparql",
    "/update",
    "/query",
    "/store",
    "/sparql/update",
    "/data",
    "/graph-store",
    "/rdf-graphs/service",
)
GRAPH = "?graph=http://x/g"
TURTLE = "<http://x/a> <http://x/b> 1 ."


@pytest.mark.parametrize("update", UPDATES)
@pytest.mark.parametrize("path", PATHS)
def test_an_update_is_refused_in_every_form(client: FlaskClient, path: str, update: str) -> None:
    form = "application/x-www-form-urlencoded"
    answers = [
        client.get(path, query_string={"update": update}),
        client.get(path, query_string={"query": update}),
        client.post(path, data=urlencode({"update": update}), content_type=form),
        client.post(path, data=urlencode({"query": update}), content_type=form),
        client.post(path, data=update, content_type="application/sparql-update"),
        client.post(path, data=update, content_type="application/sparql-query"),
        client.post(path, query_string={"update": update}),
    ]
    assert all(400 <= answer.status_code < 500 for answer in answers), [one.status for one in answers]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", [*PATHS, "/", "/id/state/VNM", "/state/VNM", "/questions", "/sources"])
def test_no_graph_store_method_is_offered(client: FlaskClient, method: str, path: str) -> None:
    answer = client.open(path + GRAPH, method=method, data=TURTLE, content_type="text/turtle")
    assert 400 <= answer.status_code < 500


def test_the_data_are_what_they_were(client: FlaskClient, told: Build) -> None:
    before = client.get("/sparql", query_string={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).data
    digest = told.digest()
    for update in UPDATES:
        client.post("/sparql", data=update, content_type="application/sparql-update")
    assert client.get("/sparql", query_string={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).data == before
    assert told.digest() == digest
