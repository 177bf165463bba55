"""The links around a thing, and what they join, read for a drawing: of a State, group, document or one ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from graph.export.drawing import Edge, Node, basis_kind
from graph.store.asking import Asker, Term
from graph.terms import DCTERMS, NS, PREFIXES, RDF, RDFS, SKOS, rg

MOST_NODES: Final = 5_000
MOST_EDGES: Final = 10_000
"""Beyond these, the surest links are drawn, and how many are left out is said."""
_AT_ONCE: Final = 120
"""Nodes asked for in one query: a query has a longest text."""

_OPENING: Final = 60

_PROLOGUE: Final = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()) + "\n"
_TAGS: Final = ("theme", "affectedGroup", "sdg")
_NAMES: Final = "names"
_AROUND: Final = (
    "?link rdf:subject ?thing ;",
    "?link rdf:object ?thing ;",
    "?node rg:state ?thing . ?link rdf:subject ?node ;",
    "?node rg:state ?thing . ?link rdf:object ?node ;",
    "?thing rg:member ?node . ?link rdf:subject ?node ;",
    "?thing rg:member ?node . ?link rdf:object ?node ;",
    "?node rg:document ?thing . ?link rdf:subject ?node ;",
    "?node rg:document ?thing . ?link rdf:object ?node ;",
    "?node rg:partOf ?thing . ?link rdf:subject ?node ;",
    "?node rg:framework ?thing . ?link rdf:subject ?node ;",
)
"""How a link can be around a thing; the thing is told in each branch, or the store reads every link there is."""

_EDGES: Final = """
SELECT ?subject ?relation ?object ?score ?basis ?status WHERE {
  { SELECT DISTINCT ?link ?relation WHERE {
    # branches
  } }
  OPTIONAL { ?link rdf:subject ?subject } OPTIONAL { ?link rdf:object ?object } OPTIONAL { ?link rg:linkStatus ?status }
  OPTIONAL { ?link rg:score ?score } OPTIONAL { ?link rg:basis ?basis }
}
"""
"""OPTIONAL even for what every link has: so the store looks at these links only, not at all there are."""

_NODES: Final = """
SELECT ?card ?property ?value WHERE {
  VALUES ?card { UNDEF }
  { VALUES ?property { rdf:type rg:text rg:summary rg:paragraph rg:position rg:identifier rg:code rg:symbol rg:family
      dcterms:title rdfs:label skos:prefLabel skos:notation }
    ?card ?property ?value }
  UNION { ?card rg:document/rg:symbol ?value BIND(rg:document AS ?property) }
  UNION { ?card rg:mechanism/rg:family ?value BIND(rg:mechanism AS ?property) }
  UNION { ?card rg:theme/skos:prefLabel ?value FILTER(LANG(?value) = "en") BIND(rg:theme AS ?property) }
}
"""

_KINDS: Final = ("Recommendation", "Observation", "Pledge", "Statement", "Passage", "Project", "Result", "Action")
_MORE_KINDS: Final = ("Document", "Framework", "Group", "Organisation", "State", "Mechanism")
_PROGRAMMES: Final = ("Project", "Result", "Action")


@dataclass(frozen=True, slots=True)
class Linked:
    """What is drawn around a thing; `left_out` links are too many to draw."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0


def linked(asker: Asker, centres: Iterable[str], *, names: bool = False) -> Linked:
    """The links around things that stand (rejected ones do not), the surest first; with `names`, of texts that name.

    What a text names is left out otherwise: a treaty is named by thousands. Raises Refusal.
    """
    around = list(dict.fromkeys(centres))
    best: dict[tuple[str, str, str], Edge] = {}
    for centre in around:
        for edge in _edges(asker, centre, names=names):
            key = (edge.subject, edge.relation, edge.object)
            if key not in best or _sureness(best[key]) < _sureness(edge):
                best[key] = edge
    surest = sorted(best.values(), key=lambda edge: (-edge.score, edge.subject, edge.object, edge.relation))
    kept = _fitting(surest)
    ends = sorted({end for edge in kept for end in (edge.subject, edge.object)})
    return Linked(tuple(_nodes(asker, ends, set(around))), tuple(kept), len(surest) - len(kept))


def _sureness(edge: Edge) -> tuple[bool, bool, float]:
    return edge.basis == "decided", edge.basis == "stated", edge.score


def _fitting(edges: Sequence[Edge]) -> list[Edge]:
    """As many of the first as may be drawn."""
    ends: set[str] = set()
    kept: list[Edge] = []
    for edge in edges:
        more = ends | {edge.subject, edge.object} if len(ends) >= MOST_NODES - 2 else None
        if len(kept) >= MOST_EDGES or (more is not None and len(more) > MOST_NODES):
            continue
        ends.update((edge.subject, edge.object))
        kept.append(edge)
    return kept


def _edges(asker: Asker, centre: str, *, names: bool) -> Iterable[Edge]:
    hidden = ", ".join(f"rg:{name}" for name in (_TAGS if names else (*_TAGS, _NAMES)))
    told = f"VALUES ?thing {{ {ox.NamedNode(centre)} }}"
    ending = f"rdf:predicate ?relation FILTER(?relation NOT IN ({hidden}))"
    branches = "\n    UNION ".join(f"{{ {told} {way} {ending} }}" for way in _AROUND)
    for row in asker.select(_PROLOGUE + _EDGES.replace("# branches", branches)).rows:
        subject, relation, object_, score, basis, status = row
        standing = status is not None and status.value != rg("rejected")  # an inferred tag has ends, but no status
        if standing and subject and relation and object_ and object_.kind == "uri":
            yield Edge(
                subject=subject.value,
                relation=relation.value.removeprefix(NS),
                object=object_.value,
                score=float(score.value) if score else 1.0,
                basis=basis_kind(_own(basis), _own(status)),
            )


def _own(term: Term | None) -> str:
    return term.value.removeprefix(NS) if term else ""


def _nodes(asker: Asker, ends: list[str], centres: set[str]) -> Iterable[Node]:
    """In the order of the ends; what nothing is known of stands with the end of its identifier."""
    for start in range(0, len(ends), _AT_ONCE):
        some = ends[start : start + _AT_ONCE]
        told = " ".join(str(ox.NamedNode(end)) for end in some)
        known: dict[str, dict[str, list[Term]]] = {end: {} for end in some}
        for card, property_, value in asker.select(_PROLOGUE + _NODES.replace("UNDEF", told)).rows:
            if card and property_ and value:
                known[card.value].setdefault(_local(property_.value), []).append(value)
        yield from (_node(end, known[end], central=end in centres) for end in some)


def _local(iri: str) -> str:
    for space in (NS, RDF, RDFS, DCTERMS, SKOS):
        iri = iri.removeprefix(space)
    return iri


def _node(iri: str, told: dict[str, list[Term]], *, central: bool) -> Node:
    types = {term.value.removeprefix(NS) for term in told.get("type", ())}
    kind = next((kind for kind in (*_KINDS, *_MORE_KINDS) if kind in types), "")
    family = _one(told, "mechanism", "family").removeprefix(rg(""))
    return Node(
        id=iri,
        label=_label(iri, told),
        group=family or ("programme" if kind in _PROGRAMMES else "other"),
        kind=kind,
        text=_one(told, "text", "summary", "title"),
        position=_one(told, "position").removeprefix(NS),
        themes=tuple(sorted({term.value for term in told.get("theme", ())})),
        central=central,
    )


def _label(iri: str, told: dict[str, list[Term]]) -> str:
    """A citation for a passage, a title or an identifier for others."""
    symbol, paragraph = _one(told, "document"), _one(told, "paragraph")
    if symbol and paragraph:
        return f"{symbol}, para. {paragraph}"
    titled = _one(told, "title", "label", "prefLabel", "symbol", "identifier", "notation")
    return f"{_one(told, 'code')} {titled}".strip() or _opening(told) or symbol or iri.rsplit("/", 1)[-1]


def _opening(told: dict[str, list[Term]]) -> str:
    """The first words of what has no number yet: a recommendation known only from a list."""
    text = _one(told, "text", "summary")
    return text if len(text) <= _OPENING else text[:_OPENING].rpartition(" ")[0] + " …"


def _one(told: dict[str, list[Term]], *names: str) -> str:
    """The first value of the first property that has any: English before no language before others."""
    for name in names:
        found = sorted(told.get(name, ()), key=lambda term: (term.language != "en", term.language, term.value))
        if found:
            return found[0].value
    return ""
