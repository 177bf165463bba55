"""The endpoint as programs use it: protocol, formats, limits, refusals."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.store.builds import Build
from graph.store.limits import Limits
from graph.store.pool import Pool
from webui.app import create_app

ROWS = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
GRAPHS = ("text/turtle", "application/n-triples", "application/rdf+xml")
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"


@pytest.fixture(scope="module")
def tight(told: Build) -> Iterator[Flask]:
    """The app with small limits."""
    limits = Limits(query_seconds=0.5, rows_shown=3, rows_download=5, parameters=10, body_bytes=5000)
    with Pool(told.store, limits) as pool:
        yield create_app(told, pool)


@pytest.mark.parametrize("media", ROWS)
def test_rows_are_given_in_the_format_asked_for(client: FlaskClient, media: str) -> None:
    answer = client.get("/sparql", query_string={"query": "SELECT (1 AS ?x) {}"}, headers={"Accept": media})
    assert answer.mimetype == media
    assert b"1" in answer.data


@pytest.mark.parametrize("media", GRAPHS)
def test_graphs_are_given_in_the_format_asked_for(client: FlaskClient, media: str) -> None:
    answer = client.post("/sparql", data="CONSTRUCT { <a> <b> 1 } {}", content_type=QUERY, headers={"Accept": media})
    assert answer.mimetype == media
    assert b"http://localhost/" in answer.data


@pytest.mark.parametrize(
    ("name", "media"),
    [("csv", "text/csv"), ("json", ROWS[0]), ("application/sparql-results+xml", ROWS[1]), ("turtle", ROWS[0])],
)
def test_a_format_by_name_wins_over_accept(client: FlaskClient, name: str, media: str) -> None:
    told = {"query": "SELECT (1 AS ?x) {}", "format": name}
    assert client.get("/sparql", query_string=told, headers={"Accept": "text/html"}).mimetype == media


def test_get_form_and_direct_post_answer_alike(client: FlaskClient) -> None:
    text = "SELECT ?s { ?s ?p 'é' }"
    answers = [
        client.get("/sparql", query_string={"query": text}),
        client.post("/sparql", data=urlencode({"query": text}), content_type=FORM),
        client.post("/sparql", data=text.encode(), content_type=QUERY),
        client.post("/sparql/", data=text.encode(), content_type=f"{QUERY}; charset=UTF-8"),
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.data for answer in answers}) == 1


def test_a_cut_answer_is_marked(tight: Flask) -> None:
    client = tight.test_client()
    for accept, rows in (("application/json", 3), ("text/csv", 5)):
        answer = client.get("/sparql", query_string={"query": "SELECT * { ?s ?p ?o }"}, headers={"Accept": accept})
        assert answer.headers["X-Truncated"] == "true"
        if answer.json:
            assert len(answer.json["results"]["bindings"]) == rows
        else:
            assert len(answer.text.splitlines()) == rows + 1
    page = client.get("/sparql", query_string={"query": "SELECT * { ?s ?p ?o }"}, headers={"Accept": "text/html"})
    assert "cut at the limit" in page.text
    assert page.headers["X-Truncated"] == "true"


def test_a_slow_query_is_a_503_with_retry_after(tight: Flask) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    for accept in ("application/json", "text/html"):
        answer = tight.test_client().get("/sparql", query_string={"query": slow}, headers={"Accept": accept})
        assert answer.status_code == 503
        assert int(answer.headers["Retry-After"]) > 0
        assert "query_seconds" in answer.text


@pytest.mark.parametrize(
    ("status", "request_"),
    [
        (400, {"method": "GET"}),
        (400, {"method": "GET", "query_string": {"query": ""}}),
        (400, {"method": "GET", "query_string": "query=SELECT"}),
        (400, {"method": "GET", "query_string": "query=ASK%20%7B%7D&query=ASK%20%7B%7D"}),
        (400, {"method": "GET", "query_string": "query=%FF%FE"}),
        (400, {"method": "GET", "query_string": "query=ASK%20%7B%7D%00"}),
        (400, {"method": "GET", "query_string": {"query": "ASK {}", "default-graph-uri": "not an iri"}}),
        (406, {"method": "GET", "query_string": {"query": "ASK {}", "format": "pdf"}}),
        (413, {"method": "GET", "query_string": "&".join(f"a{n}=1" for n in range(20))}),
        (413, {"method": "GET", "query_string": {"query": "ASK {} #" + "x" * 16_001}}),
        (413, {"method": "POST", "data": "x" * 6000, "content_type": QUERY}),
        (400, {"method": "POST", "data": b"ASK {} # \xff", "content_type": QUERY}),
        (400, {"method": "POST", "data": "", "content_type": FORM}),
        (400, {"method": "POST", "data": "", "content_type": QUERY}),
        (415, {"method": "POST", "data": "ASK {}", "content_type": f"{QUERY}; charset=utf-16"}),
        (415, {"method": "POST", "data": "ASK {}", "content_type": "text/plain"}),
        (415, {"method": "POST", "data": "ASK {}"}),
        (415, {"method": "POST", "data": "{}", "content_type": "application/json"}),
        (403, {"method": "GET", "query_string": {"update": "CLEAR ALL"}}),
        (403, {"method": "POST", "data": urlencode({"update": "CLEAR ALL"}), "content_type": FORM}),
        (403, {"method": "POST", "data": "CLEAR ALL", "content_type": "application/sparql-update"}),
        (400, {"method": "POST", "data": "CLEAR ALL", "content_type": QUERY}),
        (403, {"method": "GET", "query_string": {"query": "ASK { SERVICE <http://x/> {} }"}}),
        (405, {"method": "PUT", "data": "x"}),
        (405, {"method": "DELETE"}),
        (405, {"method": "PATCH", "data": "x"}),
    ],
)
def test_a_malformed_request_gets_the_status_that_fits(tight: Flask, status: int, request_: dict[str, object]) -> None:
    answer = tight.test_client().open("/sparql", **request_)
    assert answer.status_code == status, answer.text
    assert answer.json is not None
    assert set(answer.json["error"]) == {"status", "title", "message", "request"}


def test_parameters_of_other_servers_do_no_harm(client: FlaskClient) -> None:
    told = {"query": "ASK {}", "timeout": "30", "output": "json", "results": "json"}
    assert client.get("/sparql", query_string=told).json == {"head": {}, "boolean": True}


def test_the_service_describes_itself_to_who_asks_for_rdf(client: FlaskClient) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert answer.mimetype == "text/turtle"
    assert "UnionDefaultGraph" in answer.text


def test_the_form_shows_an_answer_with_downloads(client: FlaskClient) -> None:
    text = "SELECT ?s { ?s a <https://w3id.org/rightsgraph/ns#Recommendation> } ORDER BY ?s"
    page = client.get("/sparql", query_string={"query": text}, headers={"Accept": "text/html"})
    assert "5 rows" in page.text
    assert 'href="/id/document/A/HRC/12/11/para/99.78"' in page.text
    assert "format=csv" in page.text
    assert page.text.count("&lt;https://w3id.org/rightsgraph/ns#") > 1
