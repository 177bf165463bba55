"""The pool: answers as SPARQL says, within limits, whatever the query does to its worker."""

import os
import signal
import threading
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.store import gate
from graph.store.asking import Refusal, Request, Term
from graph.store.limits import Limits
from graph.store.pool import Pool
from graph.store.worker import resident
from tests.graph.store.conftest import SMALL

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
HUNGRY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY RAND()"
P = "<http://example.org/p>"


def refusal_of(pool: Pool, query: str) -> Refusal:
    with pytest.raises(Refusal) as told:
        pool.answer(Request(query))
    return told.value


def workers(pool: Pool) -> list[int]:
    return [worker.pid for worker in pool._idle]


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_rows_come_back_as_terms(pool: Pool) -> None:
    rows = pool.select(f'SELECT ?s ?o ?none ("a"@en AS ?tag) (1 AS ?one) {{ ?s {P} ?o FILTER(?o = "7") }}')
    assert rows.columns == ("s", "o", "none", "tag", "one")
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    assert rows.rows == (
        (
            Term("http://example.org/s7"),
            Term("7", "literal"),
            None,
            Term("a", "literal", language="en"),
            Term("1", "literal", datatype=integer),
        ),
    )
    assert rows.dicts() == [{"s": "http://example.org/s7", "o": "7", "tag": "a", "one": "1"}]


def test_the_default_graph_is_the_union_of_all(pool: Pool) -> None:
    rows = pool.select("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }")
    assert rows.dicts() == [{"n": "2001"}]


@pytest.mark.parametrize(
    ("query", "default", "named", "expected"),
    [
        ("SELECT (COUNT(*) AS ?n) FROM <http://example.org/g0> { ?s ?p ?o }", (), (), "1001"),
        ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", ("http://example.org/g1",), (), "1001"),
        ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", ("http://example.org/none",), (), "0"),
        ("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", (), ("http://example.org/g1",), "1001"),
        ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", (), ("http://example.org/g1",), "0"),
        (
            "SELECT (COUNT(DISTINCT ?s) AS ?n) FROM <http://example.org/none> { ?s ?p ?o }",
            ("http://example.org/g0", "http://example.org/g1"),
            (),
            "2001",
        ),
    ],
)
def test_a_dataset_of_the_query_or_the_request_counts(
    pool: Pool, query: str, default: tuple[str, ...], named: tuple[str, ...], expected: str
) -> None:
    answer = pool.answer(Request(query, "text/csv", default_graphs=default, named_graphs=named))
    assert answer.body.decode().split() == ["n", expected]


def test_relative_names_stand_on_the_base(pool: Pool) -> None:
    answer = pool.answer(Request("CONSTRUCT { <a> <b> 1 } {}", "application/n-triples", base="http://here/"))
    assert answer.body.startswith(b"<http://here/a> <http://here/b> ")


def test_an_answer_beyond_the_rows_is_cut_and_marked(pool: Pool) -> None:
    shown = pool.answer(Request("SELECT * { ?s ?p ?o }"))
    down = pool.answer(Request("SELECT * { ?s ?p ?o }", "text/csv"))
    assert (shown.truncated, down.truncated) == (True, True)
    assert len(down.body.splitlines()) == 1 + SMALL.rows_download
    graph = pool.answer(Request("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples"))
    assert graph.truncated
    assert len(graph.body.splitlines()) == SMALL.rows_shown
    assert not pool.answer(Request("SELECT * { ?s ?p ?o } LIMIT 50")).truncated


def test_an_answer_beyond_the_bytes_is_cut_and_marked(store: Path) -> None:
    with Pool(store, Limits(answer_bytes=1000)) as small:
        answer = small.answer(Request("SELECT * { ?s ?p ?o }", "text/csv"))
        assert answer.truncated
        assert len(answer.body) < 2000
        told = refusal_of(small, 'SELECT (GROUP_CONCAT(?o; separator=" and then ") AS ?all) { ?s ?p ?o }')
    assert told.status == 503
    assert "answer_bytes" in str(told)


def test_an_endless_query_is_refused_in_time_and_its_worker_ends(pool: Pool) -> None:
    pool.select("SELECT * {} ")
    before = workers(pool)
    began = time.monotonic()
    told = refusal_of(pool, ENDLESS)
    assert (told.status, told.retry_after) == (503, 10)
    assert "query_seconds" in str(told)
    assert time.monotonic() - began < SMALL.query_seconds + 1
    assert any(gone(pid) for pid in before)


def test_a_hungry_query_is_refused_and_ours_stays_small(store: Path) -> None:
    ours = resident(os.getpid())
    with Pool(store, Limits(query_seconds=20, query_memory=200 * 1024**2)) as small:
        told = refusal_of(small, HUNGRY)
    assert told.status == 503
    assert "query_memory" in str(told)
    assert resident(os.getpid()) - ours < 50 * 1024**2


def test_a_worker_that_died_unasked_is_replaced_once(pool: Pool) -> None:
    pool.select("SELECT * {} ")
    for pid in workers(pool):
        os.kill(pid, signal.SIGKILL)
    assert pool.select("SELECT (1 AS ?one) {}").dicts() == [{"one": "1"}]


@pytest.mark.parametrize("depth", [5_000, 50_000])
def test_nesting_without_the_gate_does_not_end_a_worker(
    store: Path, depth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "admit", lambda _text, _limits: None)
    with Pool(store) as open_pool:
        before = workers(open_pool)
        open_pool.answer(Request("SELECT * " + "{" * depth + "}" * depth))
        assert workers(open_pool) == before


def test_a_mistake_in_the_query_is_a_400(pool: Pool) -> None:
    for query in ("SELECT", "SELECT * { ?s ?p }", "INSERT DATA { <a> <b> <c> }", "", "SELECT * { ?s ?p ?o \x00 }"):
        assert refusal_of(pool, query).status == 400, query


def test_an_unknown_function_is_no_fault_of_syntax(pool: Pool) -> None:
    assert refusal_of(pool, "SELECT (<http://example.org/f>(1) AS ?x) {}").status == 422


def test_a_query_that_is_no_select_has_no_rows(pool: Pool) -> None:
    with pytest.raises(Refusal):
        pool.select("ASK {}")


def test_more_queries_than_may_wait_get_429(store: Path) -> None:
    limits = Limits(query_seconds=1, queries_at_once=1, queries_waiting=1, quick_at_once=1, quick_seconds=0.2)
    statuses: list[int] = []
    with Pool(store, limits) as busy:
        asked = [threading.Thread(target=lambda: statuses.append(refusal_of(busy, ENDLESS).status)) for _ in range(5)]
        for thread in asked:
            thread.start()
        for thread in asked:
            thread.join()
    assert set(statuses) == {503, 429}
    assert statuses.count(429) >= 3


def test_quick_queries_are_served_while_slow_ones_hold_every_turn(store: Path) -> None:
    limits = Limits(query_seconds=3, queries_at_once=2)
    took: list[float] = []
    with Pool(store, limits) as busy:
        slow = [threading.Thread(target=refusal_of, args=(busy, ENDLESS)) for _ in range(2)]
        for thread in slow:
            thread.start()
        time.sleep(0.2)
        for _ in range(20):
            began = time.monotonic()
            busy.select(f"SELECT * {{ ?s {P} ?o }} LIMIT 5")
            took.append(time.monotonic() - began)
        for thread in slow:
            thread.join()
    assert sorted(took)[18] < 1


def test_workers_follow_when_another_build_is_current(store: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    opened = ox.Store(str(other))
    opened.flush()
    del opened
    current = [store]
    with Pool(lambda: current[0]) as pool:
        assert pool.select("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }").dicts() == [{"n": "2001"}]
        current[0] = other
        assert pool.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").dicts() == [{"n": "0"}]
        assert len(workers(pool)) == 1


def test_a_store_that_cannot_be_opened_is_told_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="cannot be opened"), Pool(tmp_path / "nothing"):
        pass
