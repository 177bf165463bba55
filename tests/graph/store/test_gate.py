"""The gate: what a query's text may be before any parser sees it."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.store.asking import Refusal
from graph.store.gate import admit, names_dataset
from graph.store.limits import Limits

LIMITS = Limits()


def refused(text: str) -> int:
    with pytest.raises(Refusal) as told:
        admit(text, LIMITS)
    return told.value.status


@pytest.mark.parametrize("depth", [33, 100, 2_000, 100_000])
def test_deep_nesting_of_every_shape_is_refused(depth: int) -> None:
    shapes = (
        "SELECT * " + "{" * depth + "}" * depth,
        "SELECT * { FILTER" + "(" * depth + "1" + ")" * depth + " }",
        "SELECT * { FILTER(" + "||".join(["1=1"] * (depth + 1)) + ") }",
        "SELECT * { FILTER(" + "&&".join(["(1=1)"] * (depth + 1)) + ") }",
        "SELECT * { ?s " + "/".join(["<p>"] * (depth + 1)) + " ?o }",
        "SELECT * { ?s " + "|".join(["<p>"] * (depth + 1)) + " ?o }",
        "SELECT * { " + "OPTIONAL {" * depth + "}" * depth + " }",
        "SELECT * { FILTER(" + "!" * depth + "true) }",
        "SELECT * { ?s <p> " + "[ <p> " * depth + "1" + "]" * depth + " }",
    )
    assert {refused(shape) for shape in shapes} == {400}


def test_nesting_up_to_the_limit_passes() -> None:
    admit("SELECT * " + "{" * 32 + "}" * 32, LIMITS)
    admit("SELECT * { FILTER(" + "||".join(["1=1"] * 33) + ") }", LIMITS)


def test_many_short_paths_are_no_long_chain() -> None:
    admit("SELECT * { " + " ".join("?s <a>/<b> ?o ." for _ in range(200)) + " }", LIMITS)
    admit("SELECT * { VALUES ?x { " + " ".join('"a/b||c"' for _ in range(200)) + " } }", LIMITS)


def test_brackets_inside_strings_iris_and_comments_do_not_count() -> None:
    deep = "(" * 100
    admit(f'SELECT * {{ ?s <http://example.org/{deep.replace("(", "a(")}> "{deep}" # {deep}\n }}', LIMITS)
    admit(f'SELECT * {{ ?s ?p """{deep}" still {deep}""" }}', LIMITS)


def test_a_long_text_is_refused_by_its_bytes() -> None:
    assert refused("SELECT * { ?s ?p '" + "é" * 8000 + "' }") == 413


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "select * { service <http://x/> { } }",
        "SELECT * { SeRvIcE SILENT <http://x/> { } }",
        "SELECT * { SERVICE# a comment\n<http://x/> { } }",
        "SELECT * { SERVICE ?where { } }",
        "PREFIX x: <http://x/> SELECT * { SERVICE x:y { } }",
        "SELECT * { \\u0053ERVICE <http://x/> { } }",
        "SELECT * { \\U00000053ERVICE <http://x/> { } }",
        "ASK { FILTER EXISTS { SERVICE <http://x/> { } } }",
        'SELECT * { ?s ?p "\\u0022" . SERVICE <http://x/> { } ?a ?b "\\u0022" }',
        "PREFIX x: <http://x/> SELECT * { ?s x:a\\# ?o . SERVICE <http://x/> { } }",
        "PREFIX x: <http://x/> SELECT * { ?s x:a\\' ?o . SERVICE <http://x/> { } ?a x:b\\' ?c }",
        "SELECT * { ?s ?p 'it' . SERVICE<http://x/>{} }",
        "SELECT * { { SELECT * { SERVICE <http://x/> { } } } }",
        "SELECT * { ?s ?p '''a'b''' . SERVICE <http://x/> { } }",
        'SELECT * { ?s ?p "unclosed . SERVICE <http://x/> { }\n }',
    ],
)
def test_service_is_refused_however_it_is_spelt(text: str) -> None:
    assert refused(text) == 403


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?p ?o }",
        "PREFIX service: <http://x/> SELECT * { ?s service:p ?o }",
        "PREFIX x: <http://x/> SELECT * { ?s x:service ?o }",
        'SELECT * { ?s ?p "public service" } # SERVICE\n',
        "SELECT * { ?s <http://example.org/SERVICE> ?o }",
    ],
)
def test_the_word_service_elsewhere_passes(text: str) -> None:
    admit(text, LIMITS)


def test_a_dataset_of_its_own_is_seen() -> None:
    assert names_dataset("SELECT * FROM <http://x/> { ?s ?p ?o }")
    assert names_dataset("SELECT * from named <http://x/> { }")
    assert not names_dataset('SELECT ?from { ?from ?p "from" . ?s <http://x/from> ?o } # FROM <x>')


@given(st.text(alphabet="{}()[]'\"\\<>#|&/!.;, \nSERVICEuser:?_0a", max_size=400))
def test_no_text_makes_the_gate_fail(text: str) -> None:
    with suppress(Refusal):
        admit(text, LIMITS)


@pytest.mark.parametrize("unit", ['"', "'", '"""', "'''", "<", "\\", "#", "'\\", "!", "!\t", "<a", '"a'])
def test_the_gate_is_quick_on_its_worst_text(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    began = time.perf_counter()
    with pytest.raises(Refusal):
        admit(text, LIMITS)
    assert time.perf_counter() - began < 0.5
