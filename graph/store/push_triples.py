"""The triples of a build's graphs as they are pushed: in order, each once, in bounded memory."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from itertools import chain, islice
from pathlib import Path
from zlib import crc32

from graph.ordered import ordered
from graph.store.builds import Build
from graph.store.endpoint.names import Names

_SAMPLE = 24
"""Triples of each graph that are looked for on the server once all are there."""
_LONG = 4000
"""Characters of a triple beyond which it is no sample: queries are shorter than texts."""


@dataclass(slots=True)
class Tally:
    """What passed by: how many triples, and some of them, the same ones each time."""

    count: int = 0
    _lowest: list[tuple[int, str]] = field(default_factory=list)

    def watch(self, lines: Iterator[str]) -> Iterator[str]:
        for line in lines:
            self.count += 1
            if len(line) <= _LONG:
                self._keep(-crc32(line.encode()), line)
            yield line

    def sample(self) -> list[str]:
        return sorted(line for _, line in self._lowest)

    def _keep(self, rank: int, line: str) -> None:
        if len(self._lowest) < _SAMPLE:
            heappush(self._lowest, (rank, line))
        elif rank > self._lowest[0][0]:
            heappushpop(self._lowest, (rank, line))


def graphs(build: Build) -> dict[str, list[Path]]:
    """Each named graph of a build → the files that hold a part of it."""
    found: dict[str, list[Path]] = {}
    for path in build.quads():
        for graph in sorted({_split(line)[1] for line in _lines(path)}):
            found.setdefault(graph, []).append(path)
    return dict(sorted(found.items()))


def triples(graph: str, files: list[Path], names: Names) -> Iterator[str]:
    """The N-Triples lines of one graph, without line ends."""
    of_it = (triple for path in files for triple, its in map(_split, _lines(path)) if its == graph)
    return _pushed(of_it, names)


def everything(build: Build, names: Names) -> Iterator[str]:
    """All triples of a build, whatever their graphs."""
    return _pushed((_split(line)[0] for line in chain.from_iterable(map(_lines, build.quads()))), names)


def batches(lines: Iterator[str], size: int) -> Iterator[list[str]]:
    """As many lines at a time; none where there are none."""
    while batch := list(islice(lines, size)):
        yield batch


def _pushed(lines: Iterator[str], names: Names) -> Iterator[str]:
    return (names.triple(line.rstrip("\n")) for line in ordered(lines))


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as stream:
        yield from stream


def _split(line: str) -> tuple[str, str]:
    """A line of N-Quads → its triple as a line of N-Triples, and its graph."""
    triple, _, graph = line.rstrip(" .\n").rpartition(" <")
    return triple + " .\n", graph.removesuffix(">")
