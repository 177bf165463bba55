"""Which graphs a query sees on a server: those of one pushed build, and never what else the server holds."""

import re

from graph.store import gate
from graph.store.asking import Refusal, Request
from graph.store.endpoint import quirks
from graph.store.endpoint.register import Pushed

Form = list[tuple[str, str]]
"""The fields of a query sent as a form."""

_FROM = re.compile(r"(?<![\w?$:.@-])from\s+(named\s+)?(<[^<>\s]*>|\S+)", re.IGNORECASE)
_QUIET = re.compile(
    r"(?P<escape>\\.)|"
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|(?P<iri><[^<>\"{}|^`\\\x00-\x20]*>)"
    r"|\#[^\n\r]*",
    re.DOTALL,
)
_UPDATE = re.compile(
    r"(?<![\w?$:.@-])(?:insert|delete|load|clear|drop|create|copy|move|add|with|modify)(?![\w:-])", re.IGNORECASE
)
"""Words that no query has: some servers take updates where they take queries."""
_FORM = re.compile(r"(?<![\w?$:.@-])(select|ask|construct|describe)(?![\w:-])", re.IGNORECASE)
_GRAPH = re.compile(r"(?<![\w?$:.@-])graph(?![\w:-])", re.IGNORECASE)


def form(request: Request, pushed: Pushed) -> Form:
    """A request as it is sent, its dataset told. Raises Refusal for what plain SPARQL does not need.

    A FROM in the query becomes part of the protocol's dataset: servers disagree on which of the two wins.
    """
    bare = gate.skeleton(request.query)
    quirks.admit(bare, request.query)
    if _UPDATE.search(bare) or not kind(request.query):
        raise Refusal(400, "only queries are answered: SELECT, ASK, CONSTRUCT, DESCRIBE")
    if any(found["escape"] in ("\\u", "\\U") for found in _QUIET.finditer(request.query)):
        raise Refusal(403, "write keywords and names as they are: \\u is offered in strings only")
    defaults, named = list(request.default_graphs), list(request.named_graphs)
    query = request.query
    if gate.names_dataset(query):
        query, told, told_named = _taken_out(query)
        if not (defaults or named):
            defaults, named = told, told_named
    return [("query", _based(pushed.names.query(query), request.base)), *_graphs(defaults, named, pushed, bare)]


def quieted(query: str) -> str:
    """The query with strings and comments blanked; what is left stands where it stood."""
    return _QUIET.sub(lambda found: found["iri"] or " " * len(found[0]), query)


def kind(query: str) -> str:
    """select, ask, construct or describe; empty for what is no query."""
    found = _FORM.search(gate.skeleton(query))
    return found[1].casefold() if found else ""


def _graphs(defaults: list[str], named: list[str], pushed: Pushed, bare: str) -> Form:
    """The dataset of a query; a graph that the build does not have is as empty as one that nobody has."""
    if not (defaults or named):
        sees_named = bool(_GRAPH.search(bare))
        return [
            ("default-graph-uri", pushed.names.everything),
            *(("named-graph-uri", graph) for graph in pushed.graphs if sees_named),
        ]
    had = set(pushed.graphs)
    empty = pushed.names.itself + "/none"
    ours = [_known(graph, pushed, had) or empty for graph in defaults] or [empty]
    named_ours = [_known(graph, pushed, had) or empty for graph in named]
    return [
        *(("default-graph-uri", graph) for graph in dict.fromkeys(ours)),
        *(("named-graph-uri", graph) for graph in dict.fromkeys(named_ours)),
    ]


def _known(graph: str, pushed: Pushed, had: set[str]) -> str | None:
    try:
        name = pushed.names.graph(graph)
    except ValueError:
        return None
    return name if name in had else None


def _taken_out(query: str) -> tuple[str, list[str], list[str]]:
    """The query without its FROM clauses, and what they named."""
    defaults: list[str] = []
    named: list[str] = []
    quiet = quieted(query)
    left: list[str] = []
    end = 0
    for found in _FROM.finditer(quiet):
        if not found[2].startswith("<"):
            raise Refusal(400, "write the graph of a FROM as a full <IRI>")
        (named if found[1] else defaults).append(found[2][1:-1])
        left.append(query[end : found.start()])
        end = found.end()
    rest = " ".join((*left, query[end:]))
    if gate.names_dataset(rest):
        raise Refusal(400, "write each FROM as FROM <IRI> or FROM NAMED <IRI>")
    return rest, defaults, named


def _based(query: str, base: str) -> str:
    """With the base told in front: relative names are of the address that was asked."""
    if not base or any(mark in base for mark in '<>"{}|^`\\ \n\r\t'):
        return query
    return f"BASE <{base}>\n{query}"
