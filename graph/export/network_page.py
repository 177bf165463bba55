"""A network as one page that works without any connection: the viewer's own view, with vis-network inside."""

import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from graph.export.drawing import BASES, FAMILIES, POSITIONS, RELATIONS, Edge, Node, part, told
from graph.export.unwritable import Unwritable

_POLICY: Final = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"
"""Said in the page itself: whatever is inside, no browser asks anybody for anything."""


def page(title: str, nodes: Sequence[Node], edges: Sequence[Edge]) -> str:
    """The whole page. Raises Unwritable if vis-network is not installed."""
    data = json.dumps(told(nodes, edges), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    scripts = [_script(_vis("vis-network.min.js")), _script(part("view.js")), _script(part("vis.js"))]
    styles = [_vis("vis-network.css"), part("file.css"), part("view.css")]
    return _PAGE.format(
        policy=_POLICY,
        title=escape(title),
        style="\n".join(styles),
        filters=_filters(nodes, edges),
        legend=_legend(),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
        data=data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"),
    )


def _script(text: str) -> str:
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _vis(name: str) -> str:
    """A file of vis-network as pyvis carries it; pyvis itself is slow to import and not needed."""
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise Unwritable("the package pyvis, which carries vis-network, is not installed")
    return (Path(spec.origin).parent / "lib" / "vis-9.1.2" / name).read_text("utf-8")


def _filters(nodes: Sequence[Node], edges: Sequence[Edge]) -> str:
    """Only what occurs can be chosen."""
    families = {node.group for node in nodes}
    positions = {node.position for node in nodes if node.positioned}
    parts = [
        _boxes("Mechanisms and programmes", "family", FAMILIES, families),
        _boxes("The State’s position", "position", POSITIONS, positions),
        _boxes("Relation", "relation", RELATIONS, {edge.relation for edge in edges}),
        _boxes("Basis", "basis", BASES, {edge.basis for edge in edges}),
        _themes(sorted({theme for node in nodes for theme in node.themes})),
    ]
    return "\n".join(text for text in parts if text)


def _boxes(heading: str, name: str, words: Mapping[str, str], found: Iterable[str]) -> str:
    there = set(found)
    if not there:
        return ""
    boxes = [
        f'<label><input type="checkbox" name="{name}" value="{escape(value)}" checked> {escape(text)}</label>'
        for value, text in words.items()
        if value in there
    ]
    return f"<fieldset><legend>{heading}</legend>{''.join(boxes)}</fieldset>"


def _themes(themes: list[str]) -> str:
    options = "".join(f'<option value="{escape(theme)}">{escape(theme)}</option>' for theme in themes)
    choice = f'<label>Theme <select name="theme"><option value="">All themes</option>{options}</select></label>'
    score = '<label>Score at least <input type="range" name="score" min="0" max="1" step="0.05" value="0">'
    return f"<fieldset>{choice if themes else ''}{score} <output>0</output></label></fieldset>"


def _legend() -> str:
    dots = [f'<li><span class="dot {name}"></span> {escape(text)}</li>' for name, text in FAMILIES.items()]
    lines = [f'<li><span class="line {name}"></span> {escape(text)}</li>' for name, text in BASES.items()]
    return "".join([*dots, '<li><span class="dot hollow"></span> Noted by the State (hollow)</li>', *lines])


_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title><meta name="viewport" content="width=device-width, initial-scale=1">
<style>{style}</style></head>
<body>
<h1>{title}</h1>
<form id="filters" aria-label="Filters">{filters}</form>
<ul class="legend">{legend}</ul>
<p id="shown" class="quiet" role="status"></p>
<div class="net">
<div class="drawing"><div class="view-buttons"><button type="button" id="nearer" aria-label="Zoom in">+</button>
<button type="button" id="farther" aria-label="Zoom out">−</button>
<button type="button" id="whole">Whole</button></div>
<div id="network" role="img" aria-label="A drawing of the links; the list beside it holds the same nodes"></div></div>
<section aria-label="Nodes"><label for="find">Find a node</label>
<input id="find" type="search" placeholder="Symbol, paragraph or words" autocomplete="off">
<ul id="nodes"></ul></section>
</div>
<section id="chosen" aria-live="polite"></section>
{scripts}
<script>
const dark = matchMedia("(prefers-color-scheme: dark)");
const theme = () => document.documentElement.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
dark.addEventListener("change", theme);
theme();
document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
startNetwork({data}, null);
</script></body></html>
"""
