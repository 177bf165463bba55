"""Queries that mean harm, over HTTP: each is refused in time and leaves the site as it was."""

import os
import time
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.questions import library
from graph.store.builds import Build
from graph.store.limits import Limits
from graph.store.pool import Pool
from graph.store.worker import resident
from webui.app import create_app

pytestmark = pytest.mark.hostile

SECONDS = 0.6
SLOW = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY RAND()",
    "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?f), STR(?i))) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(REGEX(STR(?c), '(a+)+$')) }",
    "SELECT (COUNT(*) AS ?n) { ?a (!<x:y>|!<x:z>)* ?b . ?c (!<x:y>|!<x:z>)* ?d }",
    "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?f), STR(?i))) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(STR(?a), STR(?d), STR(?g)) = 'none') }",
    "SELECT (COUNT(*) AS ?n) { { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } MINUS { ?a <x:none> ?none } }",
)


@pytest.fixture(scope="module")
def impatient(told: Build) -> Iterator[FlaskClient]:
    with Pool(told.store, Limits(query_seconds=SECONDS, query_memory=300 * 1024**2)) as pool:
        yield create_app(told, pool).test_client()


@pytest.mark.parametrize("query", SLOW)
def test_an_unfinishable_query_is_a_503_in_time(impatient: FlaskClient, query: str) -> None:
    began = time.monotonic()
    answer = impatient.get("/sparql", query_string={"query": query})
    assert answer.status_code == 503, answer.text[:200]
    assert int(answer.headers["Retry-After"]) > 0
    assert time.monotonic() - began < SECONDS + 1


def test_hungry_queries_leave_this_process_small(impatient: FlaskClient) -> None:
    before = resident(os.getpid())
    for _ in range(3):
        for query in SLOW[1:3]:
            assert impatient.get("/sparql", query_string={"query": query}).status_code == 503
    assert resident(os.getpid()) - before < 50 * 1024**2


def test_doubling_strings_end_in_a_refusal(impatient: FlaskClient) -> None:
    doubled = "SELECT (STRLEN(?s25) AS ?n) { BIND('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' AS ?s0) "
    doubled += " ".join(f"BIND(CONCAT(?s{n}, ?s{n}) AS ?s{n + 1})" for n in range(25)) + " }"
    answer = impatient.get("/sparql", query_string={"query": doubled})
    assert answer.status_code in (200, 503)
    assert impatient.get("/sparql", query_string={"query": "ASK {}"}).status_code == 200


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text(max_size=40) | st.sampled_from(['"', '" }', "'", "\\", "}", "#", "?s", "\n", "\\u0022", "*/"]))
def test_no_parameter_of_a_question_leaves_its_place(client: FlaskClient, value: str) -> None:
    for question in library()[:3]:
        for parameter in question.parameters:
            answer = client.get(
                f"/questions/{question.name}",
                query_string={"ask": "yes", parameter.name: value},
                headers={"Accept": "text/html"},
            )
            assert answer.status_code == 200
            assert "expected" not in answer.text.split("<details")[0], value


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text(max_size=60))
def test_no_search_and_no_path_is_a_fault_of_ours(client: FlaskClient, value: str) -> None:
    for answer in (
        client.get("/search", query_string={"q": value, "state": value}),
        client.get("/sparql", query_string={"query": value}),
        client.get("/state/VNM/asks", query_string={"position": value, "family": value, "page": value}),
        client.get("/sources", query_string={"file": value, "page": value}),
    ):
        assert answer.status_code < 500, value
