"""Whether a graph has arrived whole: its triples counted, and some of them looked for one by one."""

from graph.store.asking import Refusal
from graph.store.endpoint.remote import Endpoint
from graph.store.push_triples import Tally

_AT_ONCE = 6
"""Triples looked for in one query."""


def count(endpoint: Endpoint, graph: str) -> int:
    """How many triples a graph has on the server."""
    rows = endpoint.ask(f"SELECT (COUNT(*) AS ?count) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    try:
        return int(rows[0]["count"]["value"])
    except (IndexError, KeyError, ValueError) as fault:
        raise Refusal(502, "the endpoint does not count its triples: is it a SPARQL 1.1 service?") from fault


def lacking(endpoint: Endpoint, graph: str, expected: Tally) -> str:
    """What a graph lacks, in words; empty where it is whole."""
    found = count(endpoint, graph)
    if found != expected.count:
        return f"{found:,} of {expected.count:,} triples have arrived"
    sample = expected.sample()
    for start in range(0, len(sample), _AT_ONCE):
        some = sample[start : start + _AT_ONCE]
        if not has(endpoint, graph, some):
            return f"one of these is not there: {' '.join(some)[:600]}"
    return ""


def has(endpoint: Endpoint, graph: str, triples: list[str]) -> bool:
    """Whether a graph holds all of these N-Triples lines."""
    pattern = "\n".join(triples)
    return bool(endpoint.ask(f"SELECT (1 AS ?yes) WHERE {{ GRAPH <{graph}> {{\n{pattern}\n}} }} LIMIT 1"))
