"""A small finished store with two named graphs, and workers on it."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.store.limits import Limits
from graph.store.pool import Pool

SMALL = Limits(query_seconds=1.0, query_memory=400 * 1024**2, rows_shown=50, rows_download=100)
"""Limits that a test can meet quickly."""


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2,000 triples, half of them in each of two graphs; one triple stands in both."""
    path = tmp_path_factory.mktemp("pool") / "store"
    opened = ox.Store(str(path))
    for number in range(2000):
        graph = ox.NamedNode(f"http://example.org/g{number % 2}")
        subject = ox.NamedNode(f"http://example.org/s{number}")
        opened.add(ox.Quad(subject, ox.NamedNode("http://example.org/p"), ox.Literal(str(number)), graph))
    shared = ox.NamedNode("http://example.org/shared")
    for number in range(2):
        graph = ox.NamedNode(f"http://example.org/g{number}")
        opened.add(ox.Quad(shared, ox.NamedNode("http://example.org/both"), ox.Literal("x"), graph))
    opened.optimize()
    return path


@pytest.fixture(scope="session")
def pool(store: Path) -> Iterator[Pool]:
    with Pool(store, SMALL) as made:
        yield made
