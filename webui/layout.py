"""Where the nodes of a large network stand: connected parts as rings, the largest first, packed in rows."""

import math
from collections import defaultdict
from collections.abc import Sequence

_GAP = 160.0
"""Distance between neighbours on a ring."""

Place = tuple[float, float]


def places(nodes: Sequence[str], edges: Sequence[tuple[str, str]]) -> dict[str, Place]:
    """A place for every node; the same network always gets the same places."""
    parts = sorted(_parts(nodes, edges), key=lambda part: (-len(part), part[0]))
    width = math.sqrt(sum((2 * _radius(len(part)) + _GAP) ** 2 for part in parts)) * 1.4
    found: dict[str, Place] = {}
    x = y = tallest = 0.0
    for part in parts:
        size = 2 * _radius(len(part)) + _GAP
        if x and x + size > width:
            x, y, tallest = 0.0, y + tallest, 0.0
        found |= _ring(part, x + size / 2, y + size / 2)
        x, tallest = x + size, max(tallest, size)
    return found


def _radius(count: int) -> float:
    """The radius of the outermost ring for so many nodes."""
    rings, left = 0, count - 1
    while left > 0:
        rings += 1
        left -= 6 * rings
    return rings * _GAP


def _ring(part: list[str], x: float, y: float) -> dict[str, Place]:
    """The best connected node in the middle, the others on rings around it."""
    found = {part[0]: (x, y)}
    ring, left = 0, part[1:]
    while left:
        ring += 1
        some, left = left[: 6 * ring], left[6 * ring :]
        for number, node in enumerate(some):
            angle = 2 * math.pi * number / len(some) + ring / 2
            found[node] = (x + ring * _GAP * math.cos(angle), y + ring * _GAP * math.sin(angle))
    return found


def _parts(nodes: Sequence[str], edges: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Connected parts, each with its best connected node first."""
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in edges:
        near[one].add(other)
        near[other].add(one)
    seen: set[str] = set()
    parts = []
    for node in nodes:
        if node not in seen:
            part = _reach(node, near)
            seen |= part
            parts.append(sorted(part, key=lambda one: (-len(near[one]), one)))
    return parts


def _reach(node: str, near: dict[str, set[str]]) -> set[str]:
    found, ahead = {node}, [node]
    while ahead:
        for other in near[ahead.pop()] - found:
            found.add(other)
            ahead.append(other)
    return found
