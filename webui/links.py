"""A thing's links: to what, on what basis, how surely, in whose words, and what people decided."""

from collections import defaultdict
from dataclasses import dataclass

from graph.review.explained import Reason
from graph.terms import NS, rg
from webui.asker import iri, select
from webui.cards import Card, cards, local
from webui.places import explain_of

_LINKS = """
SELECT DISTINCT ?link ?property ?value WHERE {
  { SELECT DISTINCT ?link WHERE {
    # finder
  } }
  { ?link ?property ?value }
  UNION { ?link rg:basis ?of . ?of rdfs:label ?value FILTER(LANG(?value) = "en") BIND(rdfs:label AS ?property) }
  UNION { ?link prov:wasDerivedFrom ?of . ?of rg:file ?value BIND(rg:file AS ?property) }
}
"""
_ALL = """
    { VALUES ?thing { UNDEF } ?link rdf:subject ?thing ; rdf:predicate ?of FILTER(?of != rg:names) }
    UNION { VALUES ?thing { UNDEF } ?link rdf:object ?thing ; rdf:predicate ?of FILTER(?of != rg:names) }
"""
_OTHERS = """
    { VALUES ?thing { UNDEF }
      ?link rdf:subject ?thing ; rdf:predicate ?of ; rdf:object ?card FILTER(?of != rg:names) }
    UNION { VALUES ?thing { UNDEF }
      ?link rdf:object ?thing ; rdf:predicate ?of ; rdf:subject ?card FILTER(?of != rg:names) }
"""
"""The thing is told in each branch: joined with a UNION, the store reads every link there is."""

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
    ("names", "out"): "Names",
    ("names", "in"): "Named by",
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
    "names": "names",
}
"""Relation → its name, from subject to object."""

SHOWN = 200
"""Links under one heading that a page shows."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link as a page shows it."""

    iri: str
    thing: str
    other: Card
    relation: str
    towards: str
    basis: str
    basis_name: str
    score: float | None
    status: str
    contested: bool
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

    @property
    def explanation(self) -> str:
        """The address of the page that tells why."""
        return explain_of(self.thing, self.other.iri)


@dataclass(frozen=True, slots=True)
class Listed:
    """Links under one heading: those that are shown, and how many there are. `drawn`: a network shows them too."""

    heading: str
    shown: list[Link]
    total: int
    drawn: bool = True


def links(thing: str) -> list[Listed]:
    """A thing's links under their headings, without what it names: stated first, the surest first. Raises Refusal."""
    told = {"thing": [iri(thing)]}
    others = {card.iri: card for card in cards(_OTHERS, told)}
    grouped: dict[str, list[Link]] = defaultdict(list)
    for link in described(_ALL, thing, told, others):
        grouped[HEADINGS.get((link.relation, link.towards), link.relation)].append(link)
    order = list(dict.fromkeys(HEADINGS.values()))
    for found in grouped.values():
        found.sort(key=lambda link: (link.status == "rejected", not link.stated, -(link.score or 0), link.other.order))
    listed = [Listed(heading, found[:SHOWN], len(found)) for heading, found in grouped.items()]
    return sorted(listed, key=lambda one: order.index(one.heading) if one.heading in order else len(order))


def described(finder: str, thing: str, told: dict[str, list[str]], others: dict[str, Card]) -> list[Link]:
    """The links that a pattern binds to `?link`, seen from one of their ends. Raises Refusal."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for link, property_, value in select(_LINKS.replace("# finder", finder), told).rows:
        if link and property_ and value:
            found[link.value][local(property_.value)].append(value.value)
    return [_link(name, thing, of, others) for name, of in sorted(found.items()) if rg("Link") in of["type"]]


def _link(name: str, thing: str, told: dict[str, list[str]], others: dict[str, Card]) -> Link:
    def one(property_: str) -> str:
        return min(told[property_], default="")

    outward = one("subject") == thing
    other = one("object") if outward else one("subject")
    return Link(
        iri=name,
        thing=thing,
        other=others.get(other, Card(other)),
        relation=one("predicate").removeprefix(NS),
        towards="out" if outward else "in",
        basis=one("basis").removeprefix(NS),
        basis_name=one("label"),
        score=float(one("score")) if told["score"] else None,
        status=one("linkStatus").removeprefix(NS),
        contested="true" in told["contested"],
        reasons=tuple(sorted(told["reason"], key=lambda reason: Reason.read(reason).order)),
        quotes=tuple(sorted(told["quote"])),
        files=tuple(sorted(told["file"])),
        evidence=one("evidence"),
        who=one("decidedBy"),
        day=one("decidedOn"),
        why=one("decisionReason"),
    )
