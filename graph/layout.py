"""Where the nodes of a network stand: what hangs together stands together, no two on each other, always the same.

A part of some hundred nodes is laid out by springs. A larger one falls into communities first, each laid out by
springs and then placed as one round piece among the others, so that five thousand nodes take seconds, not minutes.
"""

import math
from collections.abc import Sequence
from typing import Any, Final

import networkx as nx
import numpy as np
from numpy.typing import NDArray

GAP: Final = 100.0
"""The length that a link would like to have."""
LEAST: Final = 40.0
"""No two nodes are nearer to each other than this."""
_WHOLE: Final = 250
"""Nodes of a part that springs lay out at once."""
_STEPS: Final = 80

Place = tuple[float, float]
Points = NDArray[np.float64]


def places(nodes: Sequence[str], edges: Sequence[tuple[str, str]]) -> dict[str, Place]:
    """A place for every node; the same network always gets the same places."""
    order = sorted(set(nodes))
    number = {node: index for index, node in enumerate(order)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(order)))
    graph.add_edges_from(sorted((number[one], number[other]) for one, other in edges if one != other))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part[0]))
    pieces = [_part(graph, part) for part in parts]
    found: dict[str, Place] = {}
    for part, points in zip(parts, _packed(pieces), strict=True):
        found |= {order[index]: (float(x), float(y)) for index, (x, y) in zip(part, points, strict=True)}
    return found


def _part(graph: "nx.Graph[int]", part: list[int]) -> Points:
    """Points of a connected part, in its order."""
    inside = graph.subgraph(part)
    if len(part) <= _WHOLE:
        return _springs(part, list(inside.edges()))
    ordered: nx.Graph[int] = nx.Graph()
    ordered.add_nodes_from(part)
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in inside.edges()))
    found = nx.community.louvain_communities(ordered, seed=1)
    communities = sorted((sorted(some) for some in found), key=lambda some: (-len(some), some[0]))
    return _joined(ordered, part, communities)


def _joined(graph: "nx.Graph[int]", part: list[int], communities: list[list[int]]) -> Points:
    """Each community laid out on its own, then all of them as circles that do not overlap."""
    home = {node: number for number, some in enumerate(communities) for node in some}
    between = sorted({tuple(sorted((home[one], home[other]))) for one, other in graph.edges()})
    pieces = [_springs(some, list(graph.subgraph(some).edges())) for some in communities]
    radii = np.array([_radius(points) + LEAST for points in pieces])
    bridges = [(one, other) for one, other in between if one != other]
    centres = _springs(list(range(len(communities))), bridges) * (float(np.mean(radii)) * 1.6 / GAP)
    centres = _apart(centres, radii)
    row = {node: number for number, node in enumerate(part)}
    points = np.zeros((len(part), 2))
    for some, piece, centre in zip(communities, pieces, centres, strict=True):
        points[[row[node] for node in some]] = piece + centre
    return points


def _radius(points: Points) -> float:
    return float(np.max(np.hypot(points[:, 0], points[:, 1]))) if len(points) else 0.0


def _springs(nodes: list[int], edges: Sequence[tuple[Any, ...]]) -> Points:
    """Fruchterman and Reingold's springs from a fixed start: links pull, nodes push, around the origin."""
    row = {node: index for index, node in enumerate(nodes)}
    ends = np.array(sorted((row[one], row[other]) for one, other in edges), dtype=np.intp).reshape(-1, 2)
    points = _spiral(len(nodes))
    heat = GAP * max(1.0, math.sqrt(len(nodes)) / 4)
    for step in range(_STEPS if len(nodes) > 1 else 0):
        move = _push(points) - points * 0.25
        pull = _pull(points, ends)
        np.add.at(move, ends[:, 0], -pull)
        np.add.at(move, ends[:, 1], pull)
        length = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-9)
        allowed = np.minimum(length, heat * (1 - step / _STEPS) + 0.5)
        points = points + move / length[:, None] * allowed[:, None]
    points = _apart(_close(points), np.full(len(nodes), LEAST / 2))
    return _centred(points)


def _close(points: Points) -> Points:
    """Stragglers drawn nearer, so that a round piece has little empty rim."""
    centred = _centred(points)
    reach = np.hypot(centred[:, 0], centred[:, 1])
    usual = float(np.percentile(reach, 80)) if len(points) > 5 else 0.0
    if not usual:
        return centred
    wanted = np.where(reach > usual, usual + (reach - usual) * 0.4, reach)
    drawn: Points = centred * (wanted / np.maximum(reach, 1e-9))[:, None]
    return drawn


def _centred(points: Points) -> Points:
    middle: Points = points - points.mean(axis=0)
    return middle


def _spiral(count: int) -> Points:
    """Points on a sunflower: even, and the same each time."""
    index = np.arange(count)
    angle = index * math.pi * (3 - math.sqrt(5))
    reach = GAP * 0.7 * np.sqrt(index)
    return np.column_stack((reach * np.cos(angle), reach * np.sin(angle)))


def _push(points: Points) -> Points:
    """How far each point is pushed off by all others: as products of matrices, which are fast."""
    norm = (points**2).sum(axis=1)
    square = np.maximum(norm[:, None] + norm[None, :] - 2 * points @ points.T, 1.0)
    weight = GAP**2 / square
    pushed: Points = points * weight.sum(axis=1)[:, None] - weight @ points
    return pushed


def _pull(points: Points, ends: NDArray[np.intp]) -> Points:
    """How far each link pulls its first end towards its second, negative."""
    way = points[ends[:, 0]] - points[ends[:, 1]]
    pulled: Points = way * (np.hypot(way[:, 0], way[:, 1]) / GAP)[:, None]
    return pulled


def _apart(points: Points, radii: NDArray[np.float64]) -> Points:
    """Circles pushed off each other until none overlaps; if they cannot get free, all is spread out."""
    wanted = radii[:, None] + radii[None, :]
    np.fill_diagonal(wanted, 0)
    for _ in range(80):
        way = points[:, None, :] - points[None, :, :]
        far = np.maximum(np.hypot(way[:, :, 0], way[:, :, 1]), 1e-6)
        short = np.maximum(wanted - far, 0)
        if short.max(initial=0) <= 0:
            return points
        points = points + (way / far[:, :, None] * (short * 0.55)[:, :, None]).sum(axis=1)
    return points * max(1.0, _tightest(points, wanted))


def _tightest(points: Points, wanted: Points) -> float:
    """By how much everything must be spread until the closest two are far enough."""
    way = points[:, None, :] - points[None, :, :]
    far = np.maximum(np.hypot(way[:, :, 0], way[:, :, 1]), 1e-6)
    np.fill_diagonal(far, np.inf)
    return float((wanted / far).max(initial=1.0))


def _packed(pieces: list[Points]) -> list[Points]:
    """Pieces side by side in rows, as wide as they are high together."""
    boxes = [(points.min(axis=0) - GAP / 2, points.max(axis=0) + GAP / 2) for points in pieces]
    area = sum(float(np.prod(high - low)) for low, high in boxes)
    widest = max((float(high[0] - low[0]) for low, high in boxes), default=0.0)
    width = max(math.sqrt(area) * 1.1, widest)
    placed = []
    x = y = tallest = 0.0
    for points, (low, high) in zip(pieces, boxes, strict=True):
        size = high - low
        if x and x + size[0] > width:
            x, y, tallest = 0.0, y + tallest, 0.0
        placed.append(points - low + np.array([x, y]))
        x, tallest = x + float(size[0]), max(tallest, float(size[1]))
    return placed
