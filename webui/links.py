"""A thing's links: to what, on what basis, how surely, in whose words, and what people decided."""

from collections import defaultdict
from dataclasses import dataclass

from graph.terms import NS
from webui.asker import iri, records
from webui.cards import Card, cards

_LINKS = """
SELECT ?link ?towards ?other ?relation ?basis ?basisName ?score ?status ?who ?day ?why ?evidence
  (GROUP_CONCAT(DISTINCT ?reason; separator="\\n") AS ?reasons)
  (GROUP_CONCAT(DISTINCT ?words; separator="\\n") AS ?quotes)
  (GROUP_CONCAT(DISTINCT ?origin; separator="\\n") AS ?files)
WHERE {
  { SELECT ?link ?towards ?other WHERE {
      VALUES ?thing { UNDEF }
      { ?link rdf:subject ?thing ; rdf:object ?other ; a rg:Link BIND("out" AS ?towards) }
      UNION
      { ?link rdf:object ?thing ; rdf:subject ?other ; a rg:Link BIND("in" AS ?towards) }
  } }
  ?link rdf:predicate ?relation ; rg:basis ?basis ; rg:linkStatus ?status .
  OPTIONAL { ?basis rdfs:label ?basisName FILTER(LANG(?basisName) = "en") }
  OPTIONAL { ?link rg:score ?score }
  OPTIONAL { ?link rg:reason ?reason }
  OPTIONAL { ?link rg:quote ?words }
  OPTIONAL { ?link rg:evidence ?evidence }
  OPTIONAL { ?link rg:decidedBy ?who }
  OPTIONAL { ?link rg:decidedOn ?day }
  OPTIONAL { ?link rg:decisionReason ?why }
  OPTIONAL { ?link prov:wasDerivedFrom/rg:file ?origin }
}
GROUP BY ?link ?towards ?other ?relation ?basis ?basisName ?score ?status ?who ?day ?why ?evidence
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
    for row in records(_LINKS, told):
        link = _link(row, others.get(row["other"], Card(row["other"])))
        grouped[HEADINGS.get((link.relation, link.towards), link.relation)].append(link)
    order = list(dict.fromkeys(HEADINGS.values()))
    for found in grouped.values():
        found.sort(
            key=lambda link: (link.status == "rejected", not link.stated, -(link.score or 0), link.other.order)
        )
    return sorted(grouped.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order))


def _link(row: dict[str, str], other: Card) -> Link:
    return Link(
        iri=row["link"],
        other=other,
        relation=row["relation"].removeprefix(NS),
        towards=row["towards"],
        basis=row["basis"].removeprefix(NS),
        basis_name=row["basisName"],
        score=float(row["score"]) if row["score"] else None,
        status=row["status"].removeprefix(NS),
        reasons=_lines(row["reasons"]),
        quotes=_lines(row["quotes"]),
        files=_lines(row["files"]),
        evidence=row["evidence"],
        who=row["who"],
        day=row["day"],
        why=row["why"],
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(sorted(line for line in text.split("\n") if line))
