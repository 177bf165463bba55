"""How good groups are, judged by what OHCHR puts under one heading and in one sentence.

`python -m benchmarks.groups STORE ISO3…` reads a finished build's store (`builds/<name>/store`), links and groups the
asks of each State, and prints for these groups, and for Louvain's on the same links: how many there are; of two grouped
asks that one heading or another of a UN compilation lists, how many in a hundred stand under one heading; and of two
asks of different mechanisms that one sentence cites, how many in a hundred share a group, with and without the links
that those sentences themselves state.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import networkx as nx

from graph import terms
from graph.link import block, link
from graph.link.block import Block
from graph.link.groups.communities import communities, network
from graph.link.made import Link
from graph.records import Basis, Relation
from graph.store.limits import Limits
from graph.store.pool import Pool
from graph.train import Taught

_JOIN = (Relation.REINFORCES, Relation.SAME_ASK, Relation.REPEATS)
Parts = list[set[str]]


def louvain(links: Iterable[Link]) -> Parts:
    return [set(part) for part in nx.community.louvain_communities(network(links), weight="weight", seed=1)]


def ours(links: Iterable[Link]) -> Parts:
    return [set(part) for part in communities(network(links))]


def headings(state: Block) -> dict[str, set[tuple[str, str]]]:
    """Ask → the headings (document, heading) of compilations that list or cite it."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for statement in state.statements:
        document = terms.document_of(statement.iri)
        if document.endswith("/2"):
            for ask in (*statement.cites, *statement.grouped):
                found[ask].add((document, statement.section))
    return found


def judged(state: Block, parts: Parts) -> tuple[int, int, float, float]:
    """Groups, asks in them, the share of pairs under one heading, the share of cited pairs in one group."""
    mechanism = {ask.iri: ask.mechanism for ask in state.asks}
    groups = [part for part in parts if len({mechanism[ask] for ask in part}) > 1]
    under = headings(state)
    pairs = [pair for part in groups for pair in combinations(sorted(part & under.keys()), 2)]
    home = {ask: number for number, part in enumerate(groups) for ask in part}
    cited = {
        pair
        for statement in state.statements
        for pair in combinations(sorted(set(statement.cites) & mechanism.keys()), 2)
        if mechanism[pair[0]] != mechanism[pair[1]]
    }
    together = sum(home.get(one, -1) == home.get(other, -2) for one, other in cited)
    alike = sum(bool(under[one] & under[other]) for one, other in pairs)
    return len(groups), len(home), alike / max(len(pairs), 1), together / max(len(cited), 1)


def main(store: Path, states: Iterable[str]) -> None:
    print("State  method    links         groups  asks  one heading  one sentence")
    with Pool(store, Limits.for_builds()) as asker:
        model = Taught.of(asker, store.parent, {}).model
        families = block.families(asker)
        for iso3 in states:
            state = block.read(asker, terms.state(iso3), families)
            links = [one for one in link(state, model).links if one.relation in _JOIN]
            hidden = [one for one in links if one.basis is not Basis.OHCHR_ENDNOTE]
            for name, some in (("all", links), ("none stated", hidden)):
                for method in (ours, louvain):
                    groups, asks, heading, sentence = judged(state, method(some))
                    told = f"{groups:6}  {asks:4}  {heading:11.2f}  {sentence:12.2f}"
                    print(f"{iso3:5}  {method.__name__:8}  {name:12}  {told}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
