"""Networks of asks and programmes as pages show them: kept for the next visitor, and sieved by what a form asks."""

import json
from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final, cast

from flask import current_app
from werkzeug.datastructures import MultiDict

from graph.export.drawing import BASES, FAMILIES, POSITIONS, RELATIONS, Edge, Node, told
from graph.export.linked import Linked, linked
from graph.review.ends import shown
from webui.asker import asker, current_build
from webui.places import path_of

KEPT: Final = 12
"""Networks that are remembered, the last asked for: laying out thousands of nodes takes seconds."""

Tie = tuple[Node, Edge, Node]


@dataclass(frozen=True)
class Network:
    """What is around a thing: its nodes and links."""

    centre: str
    linked: Linked

    @cached_property
    def drawing(self) -> bytes:
        """JSON as the drawing reads it, with a place for every node: made when first asked for."""
        drawn = told(self.linked.nodes, self.linked.edges) | {"left_out": self.linked.left_out}
        return json.dumps(drawn, ensure_ascii=False, separators=(",", ":")).encode()

    @cached_property
    def ties(self) -> list[Tie]:
        """Links with their ends, for a table: the surest first."""
        by_id = {node.id: node for node in self.linked.nodes}
        return [(by_id[edge.subject], edge, by_id[edge.object]) for edge in self.linked.edges]

    @cached_property
    def themes(self) -> list[str]:
        return sorted({theme for node in self.linked.nodes for theme in node.themes})


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a visitor wants to see. A set that is None holds everything."""

    families: frozenset[str] | None = None
    positions: frozenset[str] | None = None
    relations: frozenset[str] | None = None
    bases: frozenset[str] | None = None
    theme: str = ""
    score: float = 0.0

    @classmethod
    def read(cls, asked: MultiDict[str, str]) -> "Sieve":
        """From an address; `filtered` in it means that a set without any value is empty, not whole."""

        def some(name: str) -> frozenset[str] | None:
            given = asked.getlist(name)
            return frozenset(given) if given or "filtered" in asked else None

        return cls(
            families=some("family"),
            positions=some("position"),
            relations=some("relation"),
            bases=some("basis"),
            theme=asked.get("theme", ""),
            score=_score(asked.get("score", "")),
        )

    def lets(self, tie: Tie, centre: str) -> bool:
        """Whether a link and both its ends are wanted."""
        one, edge, other = tie
        wanted = _in(edge.relation, self.relations) and _in(edge.basis, self.bases) and edge.score >= self.score
        return wanted and all(self._fits(node, centre) for node in (one, other))

    def _fits(self, node: Node, centre: str) -> bool:
        return (
            _in(node.group, self.families)
            and (not node.positioned or _in(node.position, self.positions))
            and (not self.theme or node.id == centre or self.theme in node.themes)
        )


def _in(value: str, wanted: frozenset[str] | None) -> bool:
    return wanted is None or value in wanted


def _score(given: str) -> float:
    try:
        return min(max(float(given), 0.0), 1.0)
    except ValueError:
        return 0.0


@dataclass(frozen=True, slots=True)
class Choice:
    """A box of the form: its value, its words, and whether it is ticked."""

    value: str
    words: str
    ticked: bool


def choices(network: Network, sieve: Sieve) -> dict[str, list[Choice]]:
    """The boxes of each set: only what occurs in the network."""
    nodes, edges = network.linked.nodes, network.linked.edges
    occurring = {
        "family": (FAMILIES, {node.group for node in nodes}, sieve.families),
        "position": (POSITIONS, {node.position for node in nodes if node.positioned}, sieve.positions),
        "relation": (RELATIONS, {edge.relation for edge in edges}, sieve.relations),
        "basis": (BASES, {str(edge.basis) for edge in edges}, sieve.bases),
    }
    return {
        name: [Choice(value, text, _in(value, ticked)) for value, text in words.items() if value in there]
        for name, (words, there, ticked) in occurring.items()
    }


def network(centre: str, *, names: bool = False) -> Network:
    """What is around a thing; with `names`, what its texts name too. Raises Refusal."""
    kept = cast(
        "OrderedDict[tuple[Path, str, bool], Network]", current_app.extensions.setdefault("networks", OrderedDict())
    )
    key = (current_build().path, centre, names)
    found = kept.get(key) or _made(centre, names=names)
    kept[key] = found
    while len(kept) > KEPT:
        kept.popitem(last=False)
    return found


def _made(centre: str, *, names: bool) -> Network:
    found = linked(asker(), [centre], names=names)
    nodes = tuple(replace(node, path=path_of(node.id), name=shown(node.id)) for node in found.nodes)
    return Network(centre, replace(found, nodes=nodes))
