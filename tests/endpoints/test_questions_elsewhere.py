"""The question library answered by servers elsewhere: the same rows as from a build of one's own."""

import pytest

from graph.questions import library, question
from graph.store.asking import Refusal, Request
from graph.store.builds import Build
from graph.store.endpoint.remote import Endpoint
from graph.store.pool import Pool
from tests.endpoints.compared import apart, loosely, value
from tests.endpoints.servers import Server

_INTERNAL = "Virtuoso's compiler ends with an internal error"
_SLOW = "Virtuoso is too slow: its planner takes an unbound VALUES for a cross product"
KNOWN = {
    "Virtuoso": {
        "positions": "CONCAT of an unbound value is an empty text there, not an error that COALESCE could catch",
        "story_of_a_theme": _SLOW,
        "reinforcing_groups": _SLOW,
        "asks_by_theme": _SLOW,
        "documents_and_files": "COALESCE does not keep it from dividing by nought",
        "did_a_state_follow_up": _INTERNAL,
        "what_is_due": _INTERNAL,
    }
}
"""Server → question → why its answer is another one or none. A question that is not listed must agree."""


@pytest.mark.parametrize("name", [one.name for one in library()])
def test_a_question_has_the_same_rows_here_and_elsewhere(
    name: str, example: Build, pushed: Endpoint, server: Server
) -> None:
    asked = question(name)
    if reason := KNOWN.get(server.name, {}).get(name.split("_", 1)[1]):
        pytest.skip(reason)
    text = asked.fill({})
    with Pool(example.store) as pool:
        here = pool.select(text)
    there = pushed.select(text)
    assert not apart(here, there, value if server.name == "Oxigraph" else loosely)
    assert not there.truncated


def test_what_is_listed_as_known_is_still_asked() -> None:
    names = {one.name.split("_", 1)[1] for one in library()}
    assert all(set(known) <= names for known in KNOWN.values())


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT * { ?s ?p ?o } }",
        "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
        "SELECT ?file ?p ?o { GRAPH ?file { ?file a ?type } ?file ?p ?o }",
        "SELECT (COUNT(*) AS ?n) { GRAPH <TAGS> { ?s ?p ?o } }",
        'SELECT ?s { GRAPH ?g { ?s ?p ?o } FILTER(STR(?g) = "TAGS") }',
        "SELECT (COUNT(*) AS ?n) FROM <TAGS> { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) FROM NAMED <TAGS> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT ?day { ?s <http://purl.org/dc/terms/date> ?day }",
        "SELECT ?s ?score { ?s <NSscore> ?score }",
        "SELECT ?s ?yes { ?s <NSofficial> ?yes }",
    ],
)
def test_graphs_have_the_names_they_have_in_a_build(query: str, example: Build, pushed: Endpoint) -> None:
    from graph.terms import graph, rg

    text = query.replace("TAGS", graph("tags")).replace("NS", rg(""))
    with Pool(example.store) as pool:
        here = pool.select(text)
    assert here.rows
    assert not apart(here, pushed.select(text))


def test_ask_construct_and_every_format_are_answered(example: Build, pushed: Endpoint) -> None:
    asked = "SELECT ?s ?n { ?s <http://www.w3.org/2004/02/skos/core#notation> ?n } ORDER BY ?n ?s LIMIT 5"
    with Pool(example.store) as pool:
        for accept in ("application/sparql-results+json", "application/sparql-results+xml", "text/csv"):
            request = Request(asked, accept=accept)
            assert pushed.answer(request) == pool.answer(request)
        for question_, accept in (("ASK { ?s ?p ?o }", ""), ("ASK { <http://e/none> ?p ?o }", "")):
            request = Request(question_, accept=accept)
            assert pushed.answer(request) == pool.answer(request)
        request = Request("CONSTRUCT { ?s ?p ?o } { ?s a <TYPE> ; ?p ?o }", accept="application/n-triples")
        text = request.query.replace("TYPE", "https://w3id.org/rightsgraph/ns#Recommendation")
        here, there = (who.answer(Request(text, accept="application/n-triples")) for who in (pool, pushed))
    assert here.body
    assert sorted(here.body.splitlines()) == sorted(there.body.splitlines())
    assert there.media_type == "application/n-triples"


def test_an_answer_is_cut_at_the_limit_and_marked(pushed: Endpoint) -> None:
    from graph.store.limits import Limits

    few = Endpoint(pushed.url, limits=Limits(rows_download=7, rows_shown=3, query_seconds=30))
    some = "SELECT * { ?s ?p ?o } LIMIT 500"
    assert (len(few.select(some).rows), few.select(some).truncated) == (7, True)
    shown = few.answer(Request(some))
    assert shown.truncated
    assert few.answer(Request("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 500")).truncated


OTHERS = (
    "SELECT * { PATTERN }",
    "SELECT * { GRAPH ?g { PATTERN } }",
    "SELECT * { GRAPH <OTHER> { PATTERN } }",
    "SELECT * FROM <OTHER> { PATTERN }",
    "SELECT * FROM NAMED <OTHER> { GRAPH ?g { PATTERN } }",
    "SELECT * # a comment\n FROM # another\n <OTHER> { PATTERN }",
    "BASE <http://example.org/> SELECT * FROM <secret> { PATTERN }",
    "BASE <http://example.org/> SELECT * { GRAPH <secret> { PATTERN } }",
    "PREFIX ex: <http://example.org/> SELECT ?s { ?s ?p ?o FILTER(?o != ex:a\\#b FROM <OTHER>) }",
    "PREFIX ex: <http://example.org/> SELECT ?s (ex:a\\#b AS ?x) FROM <OTHER> { PATTERN }",
)


def test_other_graphs_of_the_server_are_not_seen(pushed: Endpoint, server: Server) -> None:
    from graph.store.push import writer
    from tests.endpoints.conftest import endpoint_of

    other = "http://example.org/secret"
    there = endpoint_of(server)
    way = writer(there)
    way.put(other, ["<http://example.org/s> <http://example.org/secretly> <http://example.org/o> ."])
    pattern = "?s <http://example.org/secretly> ?o"
    try:
        for query in OTHERS:
            asked = query.replace("OTHER", other).replace("PATTERN", pattern)
            assert _rows(pushed, Request(asked)) == 0, asked
        assert _rows(pushed, Request(f"SELECT * {{ {pattern} }}", default_graphs=(other,))) == 0
        named = f"SELECT * {{ GRAPH ?g {{ {pattern} }} }}"
        assert _rows(pushed, Request(named, named_graphs=(other,))) == 0
    finally:
        way.drop(other)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403),
        ("SELECT (bif:version() AS ?v) {}", 403),
        ("SELECT (<bif:version>() AS ?v) {}", 403),
        ("PREFIX x: <bif:> SELECT (x:version() AS ?v) {}", 403),
        ('define get:soft "replace" SELECT * FROM <http://127.0.0.1:9/> {}', 403),
        ("SELECT * FROM ex:graph { ?s ?p ?o }", 400),
        ("SELECT * \\u0046ROM <http://example.org/secret> { ?s ?p ?o }", 403),
        ("SELECT * { ?s ?p", 400),
    ],
)
def test_what_is_no_plain_sparql_is_refused(query: str, status: int, pushed: Endpoint) -> None:
    with pytest.raises(Refusal) as refused:
        pushed.answer(Request(query))
    assert refused.value.status == status
    assert "\n" not in str(refused.value)


def _rows(endpoint: Endpoint, request: Request) -> int:
    import json

    try:
        return len(json.loads(endpoint.answer(request).body)["results"]["bindings"])
    except Refusal:
        return 0
