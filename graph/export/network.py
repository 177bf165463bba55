"""The network of links: GraphML and GEXF for other programs, or one HTML page that works without any connection."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import networkx as nx

from graph import terms
from graph.export.drawing import Edge, Node
from graph.export.linked import linked
from graph.export.network_page import page
from graph.export.unwritable import Unwritable
from graph.store.asking import Asker
from graph.store.builds import Build
from graph.terms import NS, SKOS

_STATES: Final = f"""
SELECT DISTINCT ?iso3 WHERE {{
  {{ SELECT DISTINCT ?state WHERE {{ ?ask <{NS}state> ?state }} }}
  ?state <{SKOS}notation> ?iso3
}} ORDER BY ?iso3
"""


def network(asker: Asker, _build: Build, state: str | None, out: Path) -> None:
    """Everything that a standing link joins, by the ending: `.graphml`, `.gexf` or `.html`.

    Raises Unwritable if a State has no links.
    """
    wanted = [state.upper()] if state else [row["iso3"] for row in asker.select(_STATES).dicts()]
    found = linked(asker, map(terms.state, wanted))
    if state and not found.edges:
        raise Unwritable(f"the build holds no links of {state}: is it an ISO 3166 alpha-3 code?")
    write(f"Network of recommendations and programmes{f', {state}' if state else ''}", found.nodes, found.edges, out)


def write(title: str, nodes: Sequence[Node], edges: Sequence[Edge], out: Path) -> None:
    """A network as a file. Raises Unwritable, OSError."""
    ending = out.suffix.lower()
    if ending == ".graphml":
        nx.write_graphml(graph_of(nodes, edges), str(out), encoding="utf-8", named_key_ids=True)
    elif ending == ".gexf":
        nx.write_gexf(graph_of(nodes, edges), str(out), encoding="utf-8", version="1.2draft")
    else:
        out.write_text(page(title, nodes, edges), "utf-8")


def graph_of(nodes: Iterable[Node], edges: Iterable[Edge]) -> "nx.MultiDiGraph[str]":
    """Nodes carry label, family, kind, text, position and themes; edges relation, basis and score."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes:
        graph.add_node(
            node.id,
            label=_clean(node.label),
            family=node.group,
            kind=node.kind,
            text=_clean(node.text),
            position=node.position,
            themes="; ".join(map(_clean, node.themes)),
        )
    for edge in edges:
        told = {"relation": edge.relation, "basis": edge.basis, "score": edge.score}
        graph.add_edge(edge.subject, edge.object, key=edge.relation, **told)
    return graph


def _clean(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(sign if sign >= " " or sign in "\t\n" else " " for sign in text if sign not in "\ufffe\uffff")
