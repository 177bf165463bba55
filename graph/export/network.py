"""The network of links: GraphML for other programs, or one HTML page that works without any connection."""

import html
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx

from graph.export.facts import Facts, citation
from graph.store.asking import Asker
from graph.store.builds import Build

MOST_MOVING = 200
"""More nodes than this stand still: their places are computed here, not in the browser."""
_COLOURS = {
    "Universal Periodic Review": "#4c78a8",
    "treaty bodies": "#e45756",
    "special procedures": "#72b7b2",
    "programme": "#b2912f",
}


def network(asker: Asker, _build: Build, state: str | None, out: Path) -> None:
    """Asks and programmes that any standing link joins, written by the ending: `.graphml` or `.html`."""
    graph = graph_of(Facts.read(asker, state))
    if out.suffix.lower() == ".graphml":
        nx.write_graphml(graph, str(out), encoding="utf-8")
    else:
        out.write_text(page(graph), "utf-8")


def graph_of(facts: Facts) -> "nx.Graph[str]":
    """Nodes carry label, kind and text; edges relation, basis and score."""
    graph: nx.Graph[str] = nx.Graph()
    for link in (*facts.standing("reinforces"), *facts.standing("contributes to")):
        for iri in (link["subject"], link["object"]):
            if iri not in graph:
                graph.add_node(iri, **_node(facts, iri))
        graph.add_edge(
            link["subject"], link["object"], relation=link["relation"], basis=link["basis"], score=float(link["score"])
        )
    return graph


def _node(facts: Facts, iri: str) -> dict[str, str]:
    ask = facts.asks.get(iri)
    if ask:
        return {"label": citation(ask), "kind": ask["family"], "text": ask.get("text", "")}
    programme = facts.programmes.get(iri, {})
    title = programme.get("title", iri)
    return {"label": title[:60], "kind": "programme", "text": f"{programme.get('agencies', '')}: {title}"}


def page(graph: "nx.Graph[str]") -> str:
    """A page with vis-network, as pyvis carries it, inside: nothing is asked of any server."""
    carried = files("pyvis") / "templates" / "lib" / "vis-9.1.2"
    moving = graph.number_of_nodes() <= MOST_MOVING
    places = {} if moving else nx.spring_layout(graph, seed=1, iterations=30, scale=1500)
    data = json.dumps({"nodes": _nodes(graph, places), "edges": _edges(graph), "moving": moving}, ensure_ascii=False)
    return _PAGE.format(
        script=(carried / "vis-network.min.js").read_text("utf-8").replace("</script", "<\\/script"),
        style=(carried / "vis-network.css").read_text("utf-8"),
        data=data.replace("<", "\\u003c"),
        legend="".join(
            f'<span style="color:{colour}">●</span> {html.escape(kind)} &nbsp; ' for kind, colour in _COLOURS.items()
        ),
    )


def _nodes(graph: "nx.Graph[str]", places: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for iri, told in graph.nodes(data=True):
        node = {
            "id": iri,
            "label": told["label"],
            "title": told["text"][:400],
            "color": _COLOURS.get(told["kind"], "#888"),
        }
        if iri in places:
            node |= {"x": float(places[iri][0]), "y": float(places[iri][1])}
        found.append(node)
    return found


def _edges(graph: "nx.Graph[str]") -> list[dict[str, Any]]:
    return [
        {
            "from": one,
            "to": other,
            "title": f"{told['relation']} ({told['basis']}, {told['score']:.2f})",
            "dashes": told["relation"] == "contributes to",
            "width": 1 + 3 * told["score"],
        }
        for one, other, told in graph.edges(data=True)
    ]


_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Network of recommendations and programmes</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>{style}
html, body {{ height: 100%; margin: 0; font-family: sans-serif }} #net {{ height: calc(100% - 3rem) }}
p {{ margin: 0.7rem }}</style></head>
<body><p>{legend} — whole lines: reinforces; dashed: contributes to. Point at anything for its words.</p>
<div id="net"></div>
<script>{script}</script>
<script>
const told = {data};
new vis.Network(document.getElementById("net"),
  {{ nodes: new vis.DataSet(told.nodes), edges: new vis.DataSet(told.edges) }},
  {{ physics: told.moving, nodes: {{ shape: "dot", size: 12 }},
     edges: {{ smooth: false, color: {{ opacity: 0.6 }} }}, interaction: {{ hover: true }} }});
</script></body></html>
"""
