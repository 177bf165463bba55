"""Communities of asks: parts are joined, the closest first, while they are close as wholes and not by one link.

Average linkage: how close two parts are is the mean, over every pair of an ask here and an ask there, of the score of
their link, 0 where there is none. One link between two large themes therefore joins nothing, however sure it is.
Measured by OHCHR's own headings (`python -m benchmarks.groups`): of two asks that a group holds and a compilation lists
or cites, 55 (Slovenia), 88 (Barbados) and 80 (Brunei) in a hundred stand under one heading; with Louvain on the same
links 37, 66 and 64. The price: of two asks that one sentence cites, fewer share a group where that sentence is hidden.
Nothing is drawn by lot, and the order of the links does not matter.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable

import networkx as nx

from graph.link.made import Link

CLOSE = 0.08
"""Two parts are joined if their asks are this close on average: as one pair in ten linked at 0.8."""
ROUNDS = 10
"""So often at most every ask is asked whether another part is closer to it."""

Weights = dict[int, dict[int, float]]
"""Part → part → the sum of the scores of the links between them."""


def network(links: Iterable[Link]) -> "nx.Graph[str]":
    """Asks and the surest link of each pair, in order; `weight` is its score."""
    scores: dict[tuple[str, str], float] = {}
    for link in links:
        if link.subject != link.object:
            pair = (min(link.subject, link.object), max(link.subject, link.object))
            scores[pair] = max(scores.get(pair, 0.0), link.score)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({iri for pair in scores for iri in pair}))
    graph.add_weighted_edges_from((one, other, score) for (one, other), score in sorted(scores.items()))
    return graph


def communities(graph: "nx.Graph[str]") -> list[tuple[str, ...]]:
    """Every ask in one community, alone where nothing is close enough; sorted."""
    asks = sorted(graph)
    number = {iri: place for place, iri in enumerate(asks)}
    weights: Weights = defaultdict(dict)
    for one, other, score in graph.edges(data="weight"):
        weights[number[one]][number[other]] = weights[number[other]][number[one]] = score
    parts = {place: [iri] for iri, place in number.items()}
    _join(parts, weights)
    settled = _settled(graph, parts.values())
    whole = (members for part in settled for members in nx.connected_components(graph.subgraph(part)))
    return sorted(tuple(sorted(members)) for members in whole)


def _join(parts: dict[int, list[str]], weights: Weights) -> None:
    """Join the closest two parts, and again, until none are close; of equals the first in order."""

    def told(one: int, other: int) -> tuple[float, int, int]:
        low, high = sorted((one, other))
        return -round(weights[low][high] / (len(parts[low]) * len(parts[high])), 9), low, high

    queue = [told(one, other) for one in weights for other in weights[one] if one < other]
    heapq.heapify(queue)
    while queue and -queue[0][0] >= CLOSE:
        entry = heapq.heappop(queue)
        _, kept, gone = entry
        if kept not in parts or gone not in parts or told(kept, gone) != entry:
            continue
        parts[kept] += parts.pop(gone)
        _inherit(weights, kept, gone)
        for other in weights[kept]:
            heapq.heappush(queue, told(kept, other))


def _inherit(weights: Weights, kept: int, gone: int) -> None:
    """The links of a part that has been joined to another become the other's."""
    for other, score in weights.pop(gone).items():
        del weights[other][gone]
        if other != kept:
            weights[kept][other] = weights[other][kept] = weights[kept].get(other, 0.0) + score


def _settled(graph: "nx.Graph[str]", parts: Iterable[Iterable[str]]) -> list[set[str]]:
    """Each ask moved to the part that it is closest to, until none moves: one sure link may have drawn it elsewhere."""
    held = [set(part) for part in parts]
    home = {iri: place for place, part in enumerate(held) for iri in part}
    for _ in range(ROUNDS):
        moved = False
        for iri in sorted(graph):
            best = _closest(graph, iri, held, home)
            if best != home[iri]:
                held[home[iri]].remove(iri)
                held[best].add(iri)
                home[iri] = best
                moved = True
        if not moved:
            break
    return [part for part in held if part]


def _closest(graph: "nx.Graph[str]", iri: str, held: list[set[str]], home: dict[str, int]) -> int:
    """The part that an ask is closest to on average; its own where no other is closer."""
    here = home[iri]
    sums: defaultdict[int, float] = defaultdict(float)
    for other in sorted(graph[iri]):
        sums[home[other]] += graph[iri][other]["weight"]
    close = {place: round(total / (len(held[place]) - (place == here)), 9) for place, total in sums.items()}
    best = min(close, key=lambda place: (-close[place], place), default=here)
    return best if close.get(best, 0.0) > close.get(here, 0.0) else here
