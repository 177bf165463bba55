"""Networks of asks and programmes: which nodes and links, how they look, where they stand."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from graph.terms import NS, rg
from webui.asker import iri, select
from webui.cards import Card, cards, local
from webui.layout import places
from webui.links import RELATIONS
from webui.places import path_of

MOST = 600
"""Links that are drawn; beyond it, the surest ones. What a text names is not drawn: it would hide everything else."""
STILL = 200
"""Nodes beyond which places are computed here and nothing moves."""

_LINKS = """
SELECT DISTINCT ?link ?property ?value WHERE {
  { SELECT DISTINCT ?link WHERE {
      VALUES ?thing { UNDEF }
      { ?link rdf:subject|rdf:object ?thing ; # drawn }
      UNION { ?node rg:state ?thing . ?link rdf:subject ?node ; # drawn }
      UNION { ?node rg:state ?thing . ?link rdf:object ?node ; # drawn }
      UNION { ?thing rg:member ?node . ?link rdf:subject ?node ; # drawn }
      UNION { ?thing rg:member ?node . ?link rdf:object ?node ; # drawn }
      UNION { ?node rg:document ?thing . ?link rdf:subject ?node ; # drawn }
      UNION { ?node rg:document ?thing . ?link rdf:object ?node ; # drawn }
      UNION { ?node rg:partOf ?thing . ?link rdf:subject ?node ; # drawn }
  } }
  VALUES ?property { rdf:subject rdf:predicate rdf:object rg:score rg:basis rg:linkStatus }
  ?link ?property ?value
}
""".replace("# drawn", "rdf:predicate ?of FILTER(?of NOT IN (rg:names, rg:theme, rg:affectedGroup, rg:sdg))")


@dataclass(frozen=True, slots=True)
class Edge:
    """One link, drawn."""

    subject: str
    relation: str
    object: str
    score: float
    basis: str


@dataclass(frozen=True, slots=True)
class Network:
    """What is drawn; `left_out` links are too many to draw."""

    centre: str
    nodes: tuple[Card, ...]
    edges: tuple[Edge, ...]
    left_out: int

    @property
    def relations(self) -> list[tuple[str, str]]:
        """Relations that occur, with their plain names."""
        found = sorted({edge.relation for edge in self.edges})
        return [(name, RELATIONS.get(name, name)) for name in found]

    def named(self) -> list[tuple[Card, Edge, Card]]:
        """Links with their ends, for a table."""
        by_iri = {card.iri: card for card in self.nodes}
        return [(by_iri[edge.subject], edge, by_iri[edge.object]) for edge in self.edges]

    def told(self) -> dict[str, Any]:
        """Nodes and edges as vis-network reads them."""
        still = len(self.nodes) > STILL
        where = places([card.iri for card in self.nodes], [(edge.subject, edge.object) for edge in self.edges])
        return {
            "still": still,
            "nodes": [_node(card, where[card.iri] if still else None, self.centre) for card in self.nodes],
            "edges": [_edge(number, edge) for number, edge in enumerate(self.edges)],
        }


def network(centre: str) -> Network:
    """The links of a State, group, document, project or ask that stand (rejected ones do not). Raises Refusal."""
    edges: dict[tuple[str, str, str], Edge] = {}
    for told in _described(centre).values():
        edge = _standing(told)
        if edge:
            key = (edge.subject, edge.relation, edge.object)
            if key not in edges or edges[key].score < edge.score:
                edges[key] = edge
    surest = sorted(edges.values(), key=lambda edge: (-edge.score, edge.subject, edge.object))
    drawn = surest[:MOST]
    ends = sorted({end for edge in drawn for end in (edge.subject, edge.object)})
    nodes = _nodes(ends)
    return Network(centre, nodes, tuple(drawn), len(surest) - len(drawn))


def _described(centre: str) -> dict[str, dict[str, str]]:
    """Link → local name of property → value."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for link, property_, value in select(_LINKS, {"thing": [iri(centre)]}).rows:
        if link and property_ and value:
            found[link.value][local(property_.value)] = value.value
    return found


def _standing(told: dict[str, str]) -> Edge | None:
    """The edge of a link, or None if it is rejected or no link (an inferred tag has ends as well)."""
    if "linkStatus" not in told or told["linkStatus"] == rg("rejected"):
        return None
    return Edge(
        subject=told["subject"],
        relation=told["predicate"].removeprefix(NS),
        object=told["object"],
        score=float(told.get("score", 1)),
        basis=told.get("basis", "").removeprefix(NS),
    )


def _nodes(ends: list[str]) -> tuple[Card, ...]:
    """The cards of the ends, asked for in parts: a query has a longest text."""
    found: dict[str, Card] = {end: Card(end) for end in ends}
    for start in range(0, len(ends), 100):
        told = {"card": [iri(end) for end in ends[start : start + 100]]}
        found |= {card.iri: card for card in cards("VALUES ?card { UNDEF }", told)}
    return tuple(found[end] for end in ends)


def _node(card: Card, where: tuple[float, float] | None, centre: str) -> dict[str, Any]:
    group = card.one("family") or ("programme" if card.kind in ("Project", "Result") else "other")
    node: dict[str, Any] = {
        "id": card.iri,
        "label": card.name if len(card.name) < 40 else card.name[:38] + "…",
        "group": group,
        "text": card.text or card.name,
        "position": card.one("position"),
        "path": path_of(card.iri),
        "central": card.iri == centre,
    }
    return node if where is None else node | {"x": round(where[0]), "y": round(where[1])}


def _edge(number: int, edge: Edge) -> dict[str, Any]:
    return {
        "id": number,
        "from": edge.subject,
        "to": edge.object,
        "relation": edge.relation,
        "score": edge.score,
        "stated": edge.basis not in ("similarity", "sharedCodes"),
    }
