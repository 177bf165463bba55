"""A network as it is drawn, in the viewer and in a file alike: nodes, their places, links, and the words."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

from graph.layout import Place, places

BasisKind = Literal["stated", "computed", "decided"]

COMPUTED: Final = ("similarity", "sharedCodes")
"""Bases of links that a computation made."""
FAMILIES: Final = {
    "upr": "Universal Periodic Review",
    "treatyBodies": "Treaty bodies",
    "specialProcedures": "Special procedures",
    "programme": "Programmes",
    "other": "Other passages and things",
}
POSITIONS: Final = {
    "supported": "Supported",
    "partlySupported": "Partly supported",
    "noted": "Noted",
    "pending": "Pending",
    "": "No position stated",
}
BASES: Final = {
    "stated": "Stated by a document",
    "decided": "Decided by a person",
    "computed": "Computed",
}
RELATIONS: Final = {
    "reinforces": "reinforces",
    "contributesTo": "works on",
    "sameAsk": "same ask in one review",
    "repeats": "asks again",
    "groupedWith": "listed together",
    "reportsOn": "reports on",
    "cites": "cites",
    "names": "names",
}
BOTH_WAYS: Final = ("reinforces", "sameAsk", "groupedWith")
"""Relations without a direction."""
WORDS: Final = {
    "read": "Open its page",
    "why": "Why?",
    "expand": "Expand: add all its links",
    "collapse": "Collapse: fold what hangs on it alone",
    "unfold": "Unfold",
    "nothing": "Choose a node in the drawing or in the list to read it.",
    "alone": "Nothing more is linked to it.",
    "failed": "Its links could not be fetched. Try again.",
    "more": "More match than are listed here: search for a word to narrow them.",
    "shown": "{nodes} nodes and {links} links are shown.",
    "links": "Its links here",
    "rest": "and {number} more; its page lists them all",
}
"""What the script of the view says."""


@dataclass(frozen=True, slots=True)
class Node:
    """An ask, a programme or another thing; `themes` are labels, `path` its page and `name` how /explain is asked."""

    id: str
    label: str
    group: str = "other"
    kind: str = ""
    text: str = ""
    position: str = ""
    themes: tuple[str, ...] = ()
    path: str = ""
    name: str = ""
    central: bool = False

    @property
    def positioned(self) -> bool:
        """Whether States answer such a thing with a position."""
        return self.group == "upr" and self.kind in ("Recommendation", "recommendation")


@dataclass(frozen=True, slots=True)
class Edge:
    """A link that nobody rejected; `why` is empty where a page tells it."""

    subject: str
    relation: str
    object: str
    score: float
    basis: BasisKind
    why: str = ""


def basis_kind(basis: str, status: str) -> BasisKind:
    """From the local names of a basis and a status."""
    if basis == "person" or status == "confirmed":
        return "decided"
    return "computed" if basis in COMPUTED else "stated"


def told(nodes: Sequence[Node], edges: Iterable[Edge]) -> dict[str, Any]:
    """What the script of the view reads."""
    drawn = list(edges)
    where = places([node.id for node in nodes], [(edge.subject, edge.object) for edge in drawn])
    return {
        "nodes": [_node(node, where[node.id]) for node in nodes],
        "edges": [_edge(edge) for edge in drawn],
        "words": {
            "families": FAMILIES,
            "positions": POSITIONS,
            "bases": BASES,
            "relations": RELATIONS,
            "says": WORDS,
        },
    }


def _node(node: Node, where: Place) -> dict[str, Any]:
    kept = {name: value for name, value in asdict(node).items() if value or name in ("id", "label", "group")}
    return kept | {"positioned": node.positioned, "x": round(where[0]), "y": round(where[1])}


def _edge(edge: Edge) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": f"{edge.subject} {edge.relation} {edge.object}",
        "from": edge.subject,
        "to": edge.object,
        "relation": edge.relation,
        "score": round(edge.score, 4),
        "basis": edge.basis,
        "directed": edge.relation not in BOTH_WAYS,
    }
    return found | {"why": edge.why} if edge.why else found


SCRIPTS: Final = ("view.js", "vis.js", "sigma.js", "view.css", "file.css")
"""The view's own files: the viewer serves them, a file carries them inside."""


@cache
def part(name: str) -> str:
    """The text of one of SCRIPTS. Raises KeyError for any other name."""
    if name not in SCRIPTS:
        raise KeyError(name)
    return (files("graph.export") / "view" / name).read_text("utf-8")
