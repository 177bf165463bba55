"""A thing's links: to what, on what basis, how surely, in whose words, and what people decided."""

from collections import defaultdict
from dataclasses import dataclass

from graph.terms import NS, rg
from webui.asker import iri, select
from webui.cards import Card, cards, local

_LINKS = """
SELECT DISTINCT ?link ?property ?value WHERE {
  { SELECT DISTINCT ?link WHERE {
      VALUES ?thing { UNDEF }
      { ?link rdf:subject ?thing } UNION { ?link rdf:object ?thing }
  } }
  { ?link ?property ?value }
  UNION { ?link rg:basis ?of . ?of rdfs:label ?value FILTER(LANG(?value) = "en") BIND(rdfs:label AS ?property) }
  UNION { ?link prov:wasDerivedFrom ?of . ?of rg:file ?value BIND(rg:file AS ?property) }
}
"""

_OTHERS = """
    VALUES ?thing { UNDEF }
    { ?link rdf:subject ?thing ; rdf:object ?card } UNION { ?link rdf:object ?thing ; rdf:subject ?card }
"""

HEADINGS = {
    ("reinforces", "out"): "Asked for by other mechanisms too",
    ("reinforces", "in"): "Asked for by other mechanisms too",
    ("contributesTo", "in"): "Programmes that work on it",
    ("contributesTo", "out"): "Asks it works on",
    ("sameAsk", "out"): "The same ask in this review",
    ("sameAsk", "in"): "The same ask in this review",
    ("repeats", "out"): "Asked before",
    ("repeats", "in"): "Asked again later",
    ("groupedWith", "out"): "Listed together by OHCHR or the State",
    ("groupedWith", "in"): "Listed together by OHCHR or the State",
    ("reportsOn", "in"): "What reports say about it",
    ("reportsOn", "out"): "What it reports on",
    ("cites", "out"): "What it cites",
    ("cites", "in"): "Cited by",
}
"""Relation and direction → a heading in plain words, in the order of a page."""

RELATIONS = {
    "reinforces": "reinforces",
    "contributesTo": "works on",
    "sameAsk": "same ask in one review",
    "repeats": "asks again",
    "groupedWith": "listed together",
    "reportsOn": "reports on",
    "cites": "cites",
}
"""Relation → its name, from subject to object."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link as a page shows it."""

    iri: str
    other: Card
    relation: str
    towards: str
    basis: str
    basis_name: str
    score: float | None
    status: str
    reasons: tuple[str, ...]
    quotes: tuple[str, ...]
    files: tuple[str, ...]
    evidence: str
    who: str
    day: str
    why: str

    @property
    def stated(self) -> bool:
        """Whether a document or a person says so, rather than a computation."""
        return self.basis not in ("similarity", "sharedCodes")


def links(thing: str) -> list[tuple[str, list[Link]]]:
    """A thing's links under their headings: stated before computed, the surest first. Raises Refusal."""
    told = {"thing": [iri(thing)]}
    others = {card.iri: card for card in cards(_OTHERS, told)}
    grouped: dict[str, list[Link]] = defaultdict(list)
    for name, told_of in _described(told).items():
        if rg("Link") in told_of["type"]:
            link = _link(name, thing, told_of, others)
            grouped[HEADINGS.get((link.relation, link.towards), link.relation)].append(link)
    order = list(dict.fromkeys(HEADINGS.values()))
    for found in grouped.values():
        found.sort(key=lambda link: (link.status == "rejected", not link.stated, -(link.score or 0), link.other.order))
    return sorted(grouped.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order))


def _described(told: dict[str, list[str]]) -> dict[str, dict[str, list[str]]]:
    """Link → local name of property → values."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for link, property_, value in select(_LINKS, told).rows:
        if link and property_ and value:
            found[link.value][local(property_.value)].append(value.value)
    return found


def _link(name: str, thing: str, told: dict[str, list[str]], others: dict[str, Card]) -> Link:
    def one(property_: str) -> str:
        return min(told[property_], default="")

    outward = one("subject") == thing
    other = one("object") if outward else one("subject")
    return Link(
        iri=name,
        other=others.get(other, Card(other)),
        relation=one("predicate").removeprefix(NS),
        towards="out" if outward else "in",
        basis=one("basis").removeprefix(NS),
        basis_name=one("label"),
        score=float(one("score")) if told["score"] else None,
        status=one("linkStatus").removeprefix(NS),
        reasons=tuple(sorted(told["reason"], reverse=True, key=_weight)),
        quotes=tuple(sorted(told["quote"])),
        files=tuple(sorted(told["file"])),
        evidence=one("evidence"),
        who=one("decidedBy"),
        day=one("decidedOn"),
        why=one("decisionReason"),
    )


def _weight(reason: str) -> tuple[str, str]:
    """Reasons end in their weight, such as `(0.41)`: the weightiest first."""
    return reason[reason.rfind("(") :], reason
