"""Triples on their way to a server: each once, in order, with nothing lost in the splitting."""

from pathlib import Path

from graph.store.endpoint.names import Names
from graph.store.push_triples import Tally, batches, everything, graphs, triples
from graph.terms import graph, source
from tests.endpoints.conftest import small_build

ODD = '<http://e/s> <http://e/p> "age <-2 deviations <b> . <http://e/x> ."@en'


def test_text_that_looks_like_a_graph_is_left_where_it_is(tmp_path: Path) -> None:
    build = small_build(tmp_path, "odd", things=1)
    (build.path / "quads" / "odd.nq").write_text(f"{ODD} <{graph('links')}> .\n", "utf-8")
    found = graphs(build)
    assert graph("links") in found
    assert list(triples(graph("links"), found[graph("links")], Names("0001-a"))) == [ODD + " ."]


def test_a_triple_of_two_graphs_is_once_among_all_and_in_both(tmp_path: Path) -> None:
    build = small_build(tmp_path, "word", things=3)
    for name in ("a", "b"):
        (build.path / "quads" / f"more-{name}.nq").write_text(f"{ODD} <{source(name * 16)}> .\n", "utf-8")
    its = Names(build.name)
    whole = list(everything(build, its))
    assert whole == sorted(set(whole))
    assert len(whole) == 9 + 1
    assert [len(list(triples(one, files, its))) for one, files in graphs(build).items()] == [3, 3, 3, 1, 1]


def test_a_build_speaks_of_its_graphs_by_the_names_they_have_there() -> None:
    its = Names("0002-abcdef01")
    line = f'<{source("c" * 16)}> <http://e/p> "x" .'
    assert its.triple(line) == line.replace(source("c" * 16), its.graph(source("c" * 16)))
    assert its.told(its.triple(line)) == line
    assert its.told(its.query(f"SELECT * {{ GRAPH <{graph('tags')}> {{ ?s ?p ?o }} }}")).count("/pushed/") == 0


def test_a_tally_takes_the_same_sample_whatever_the_order() -> None:
    lines = [f"<http://e/{number}> <http://e/p> <http://e/o> ." for number in range(500)]
    one, other = Tally(), Tally()
    assert [len(batch) for batch in batches(one.watch(iter(lines)), 200)] == [200, 200, 100]
    assert list(other.watch(iter(lines[::-1]))) == lines[::-1]
    assert one.sample() == other.sample()
    assert one.count == 500
    assert 10 < len(one.sample()) < 50
