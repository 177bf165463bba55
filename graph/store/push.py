"""Pushing a build to a SPARQL 1.1 server so that readers see the old one whole, then the new one whole.

1. Every graph goes under names that belong to this build alone; nothing that readers see is touched.
2. Each graph is counted and sampled there; one that is not whole is sent again, and if that does not help, nothing
   changes for readers.
3. One triple in a graph of its own makes the build current: a single small write, so no server can do it by halves.
4. Once no reader can still be at the old build, its graphs are dropped.

A push that was broken off at any point is taken up by the next: what has arrived is not sent again, what was left
behind is dropped.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from graph.store.asking import Refusal
from graph.store.builds import Build
from graph.store.endpoint import names, register
from graph.store.endpoint.names import Names
from graph.store.endpoint.remote import FRESH, Endpoint
from graph.store.endpoint.writing import Writer, candidates
from graph.store.push_check import count, has, lacking
from graph.store.push_triples import Tally, batches, everything, graphs, triples
from graph.terms import DCTERMS

GRACE: Final = FRESH * 2
"""Seconds between the switch and the drop of the old build: readers look again before that."""

Tell = Callable[[str, int, int], None]
"""Stage, how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Done:
    """A push that ended well: what is current now, how it was written, and how many triples were sent."""

    build: str
    graphs: int
    triples: int
    sent: int
    how: str


def writer(endpoint: Endpoint, graph_store: str = "", update: str = "") -> Writer:
    """A way to write that is proved by writing one triple, reading it back and dropping it.

    Raises Refusal, with what each way that was tried answered; ValueError for an address that is none.
    """
    told = []
    for way in candidates(endpoint.url, graph_store, update, endpoint.wire):
        try:
            if _proved(endpoint, way):
                return way
            told.append(f"{way.told}: took a triple that the endpoint does not show")
        except Refusal as refusal:
            told.append(f"{way.told}: {refusal}")
    tried = "\n".join(f"  {line}" for line in told)
    raise Refusal(502, f"no way to write was found; name one with --graph-store or --update\n{tried}".rstrip())


def _proved(endpoint: Endpoint, way: Writer) -> bool:
    probe = f"{names.ROOT}/probe"
    line = f'<{names.ROOT}> <{DCTERMS}description> "probe" .'
    way.put(probe, [line])
    seen = has(endpoint, probe, [line])
    way.drop(probe)
    return seen


def push(build: Build, endpoint: Endpoint, way: Writer, tell: Tell = lambda *_: None, grace: float = GRACE) -> Done:
    """Make this build what readers of the endpoint see. Raises Refusal; readers then see what they saw before."""
    before = register.held(endpoint.ask) - {build.name}
    its = Names(build.name)
    parts = graphs(build)
    _describe(build, way, [its.graph(graph) for graph in parts])
    works: list[tuple[str, Callable[[], Iterator[str]]]] = [
        (its.graph(graph), lambda graph=graph, files=files: triples(graph, files, its))  # type: ignore[misc]
        for graph, files in parts.items()
    ]
    works.append((its.everything, lambda: everything(build, its)))
    total = sent = 0
    for number, (graph, lines) in enumerate(works):
        tell("pushing", number, len(works))
        tally, of_these = _arrive(endpoint, way, graph, lines)
        total, sent = total + tally.count, sent + of_these
    tell("pushing", len(works), len(works))
    switch(endpoint, way, build.name)
    sweep(endpoint, way, before, grace)
    return Done(build.name, len(parts), total, sent, way.told)


def _describe(build: Build, way: Writer, its_graphs: list[str]) -> None:
    """Say first what will be there: so a push that breaks off leaves nothing that cannot be found and dropped."""
    about = Names(build.name).about
    first, *rest = batches(iter(register.described(build.name, its_graphs, build.report())), way.batch)
    way.put(about, first)
    for more in rest:
        way.add(about, more)


def _arrive(endpoint: Endpoint, way: Writer, graph: str, lines: Callable[[], Iterator[str]]) -> tuple[Tally, int]:
    """See to it that a graph is there whole; the tally of it, and how many triples had to be sent."""
    there = count(endpoint, graph)
    tally, sent = _send(way, graph, lines(), there)
    lack = lacking(endpoint, graph, tally)
    if lack and there:  # what an earlier push left is not what it seemed
        tally, again = _send(way, graph, lines(), 0)
        sent += again
        lack = lacking(endpoint, graph, tally)
    if lack:
        raise Refusal(502, f"the graph {graph} did not arrive whole ({lack}): readers still see what they saw before")
    return tally, sent


def _send(way: Writer, graph: str, lines: Iterator[str], there: int) -> tuple[Tally, int]:
    """Send what is not there yet: batches are in order, so whole ones that an earlier push sent are left out."""
    tally = Tally()
    sent = seen = 0
    for batch in batches(tally.watch(lines), way.batch):
        seen += len(batch)
        if seen <= there:
            continue
        first = seen == len(batch)
        (way.put if first else way.add)(graph, batch)
        sent += len(batch)
    return tally, sent


def switch(endpoint: Endpoint, way: Writer, build: str) -> None:
    """Make a build that is whole current, by one triple; nothing is done where it is current already."""
    found = register.pointers(endpoint.ask)
    if found and found[-1][1] == build:
        return
    serial = found[-1][0] + 1 if found else 1
    way.put(names.pointer(serial), [register.announced(serial, build)])


def sweep(endpoint: Endpoint, way: Writer, before: set[str], grace: float) -> None:
    """Drop builds that were there before, once nobody reads them, and the pointers that named them."""
    old = register.pointers(endpoint.ask)[:-1]
    if old and before:
        time.sleep(grace)
    for serial, _ in old:
        way.drop(names.pointer(serial))
    for build in sorted(before):
        its = Names(build)
        for graph in (*register.parts(endpoint.ask, build), its.everything, its.about):
            way.drop(graph)
