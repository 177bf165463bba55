"""Links that alone hold asks together, and how many asks would be cut off without each."""

from collections.abc import Iterable

import networkx as nx

Pair = tuple[str, str]
"""Two ends in order."""


def pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def cut_off(pairs: Iterable[Pair]) -> dict[Pair, int]:
    """Each pair whose link is a bridge → how many asks the smaller side holds that it cuts off."""
    graph: nx.Graph[str] = nx.Graph(sorted(set(pairs)))
    below: dict[str, int] = {}
    root_of: dict[str, str] = {}
    parent: dict[str, str] = {}
    for root in graph:
        if root in root_of:
            continue
        parent |= nx.dfs_predecessors(graph, root)
        for node in nx.dfs_postorder_nodes(graph, root):  # children before their parents
            root_of[node] = root
            below[node] = below.get(node, 0) + 1
            if node != root:
                below[parent[node]] = below.get(parent[node], 0) + below[node]
    found = {}
    for one, other in nx.bridges(graph):
        child = one if parent.get(one) == other else other  # a bridge is in every tree that spans the graph
        found[pair(one, other)] = min(below[child], below[root_of[child]] - below[child])
    return found
