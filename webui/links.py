"""A thing's links: to what, on what basis, how surely, in whose words, and what people decided."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.review.explained import Reason
from graph.terms import NS, rg
from webui.asker import iri, records, select
from webui.cards import Card, cards, local, natural
from webui.language import said
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
_RANKED = """
SELECT DISTINCT ?link ?relation ?towards ?other ?basis ?status ?score WHERE {
  { VALUES ?thing { UNDEF }
    ?link rdf:subject ?thing ; rdf:predicate ?relation ; rdf:object ?other ; rg:basis ?basis ; rg:linkStatus ?status
    OPTIONAL { ?link rg:score ?score }
    FILTER(?relation != rg:names) BIND("out" AS ?towards) }
  UNION { VALUES ?thing { UNDEF }
    ?link rdf:object ?thing ; rdf:predicate ?relation ; rdf:subject ?other ; rg:basis ?basis ; rg:linkStatus ?status
    OPTIONAL { ?link rg:score ?score }
    FILTER(?relation != rg:names) BIND("in" AS ?towards) }
}
"""
"""The thing is told in each branch: joined with a UNION, the store reads every link there is."""
_AT_ONCE = 50
"""Links or things that one query asks for: its text stays far below the limit `query_bytes`."""

HEADINGS = {
    ("reinforces", "out"): said("Asked for by other mechanisms too"),
    ("reinforces", "in"): said("Asked for by other mechanisms too"),
    ("contributesTo", "in"): said("Programmes that work on it"),
    ("contributesTo", "out"): said("Asks it works on"),
    ("sameAsk", "out"): said("The same ask in this review"),
    ("sameAsk", "in"): said("The same ask in this review"),
    ("repeats", "out"): said("Asked before"),
    ("repeats", "in"): said("Asked again later"),
    ("groupedWith", "out"): said("Listed together by OHCHR or the State"),
    ("groupedWith", "in"): said("Listed together by OHCHR or the State"),
    ("reportsOn", "in"): said("What reports say about it"),
    ("reportsOn", "out"): said("What it reports on"),
    ("cites", "out"): said("What it cites"),
    ("cites", "in"): said("Cited by"),
    ("names", "out"): said("Names"),
    ("names", "in"): said("Named by"),
}
"""Relation and direction → a heading in plain words, in the order of a page."""

RELATIONS = {
    "reinforces": said("reinforces"),
    "contributesTo": said("works on"),
    "sameAsk": said("same ask in one review"),
    "repeats": said("asks again"),
    "groupedWith": said("listed together"),
    "reportsOn": said("reports on"),
    "cites": said("cites"),
    "names": said("names"),
}
"""Relation → its name, from subject to object."""

SHORT = 3
"""Reasons that a page tells of a link; the page that explains it has all."""
FIRST = 5
"""Links under one heading that a page shows in full, the best."""
SHOWN = 25
"""Links under one heading that a page shows at all, the others folded and in short."""
COMPUTED = ("similarity", "sharedCodes")
"""Bases of links that nobody states."""


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
        return self.basis not in COMPUTED

    @property
    def known(self) -> str:
        """How it is known: `confirmed` by a person, `stated` by a source, or only `proposed`."""
        if self.basis == "person" or self.status == "confirmed":
            return "confirmed"
        return "stated" if self.stated else "proposed"

    @property
    def short_reasons(self) -> list[str]:
        """The weightiest, without what is held before anything is known of the pair."""
        return [one for one in self.reasons if not Reason.read(one).start][:SHORT]

    @property
    def explanation(self) -> str:
        """The address of the page that tells why."""
        return explain_of(self.thing, self.other.iri)


@dataclass(frozen=True, slots=True)
class Listed:
    """Links under one heading: those that were asked for, the best first, and how many there are.

    `drawn`: a network shows them too.
    """

    heading: str
    found: list[Link]
    total: int
    drawn: bool = True

    @property
    def first(self) -> list[Link]:
        """Shown in full."""
        return self.found[:FIRST]

    @property
    def folded(self) -> list[Link]:
        """Shown in short, on demand."""
        return self.found[FIRST:SHOWN]

    @property
    def left_out(self) -> int:
        return self.total - len(self.first) - len(self.folded)


def links(thing: str, most: int | None = SHOWN) -> list[Listed]:
    """A thing's links under their headings, without what it names: stated first, the surest first. Raises Refusal.

    Only the best of each heading are read whole, as many as `most` says; None reads all.
    """
    ranked = _ranked(thing)
    chosen = {row["link"]: row["other"] for rows in ranked.values() for row in rows[:most]}
    others: dict[str, Card] = {}
    for some in _in_parts(set(chosen.values())):
        others |= {card.iri: card for card in cards("VALUES ?card { UNDEF }", {"card": map(iri, some)})}
    found: dict[str, list[Link]] = defaultdict(list)
    for some in _in_parts(chosen):
        for link in described("VALUES ?link { UNDEF }", thing, {"link": list(map(iri, some))}, others):
            found[heading_of(link.relation, link.towards)].append(link)
    order: list[str] = list(dict.fromkeys(HEADINGS.values()))
    for some_links in found.values():
        some_links.sort(key=_sureness)
    listed = [Listed(heading, some_links, len(ranked[heading])) for heading, some_links in found.items()]
    return sorted(listed, key=lambda one: order.index(one.heading) if one.heading in order else len(order))


def heading_of(relation: str, towards: str) -> str:
    """The heading under which a page lists such links; a relation without one is its own."""
    return HEADINGS.get((relation, towards), relation)


def _sureness(link: Link) -> tuple[object, ...]:
    return link.status == "rejected", not link.stated, -(link.score or 0), link.other.order


def _ranked(thing: str) -> dict[str, list[dict[str, str]]]:
    """Heading → its links, the best first: little of each, for a thing may have thousands."""
    rows: dict[str, dict[str, str]] = {}
    for row in records(_RANKED, {"thing": [iri(thing)]}):
        rows.setdefault(row["link"], row)
    grouped: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows.values():
        grouped[heading_of(row["relation"].removeprefix(NS), row["towards"])].append(row)
    for some in grouped.values():
        some.sort(key=_rank)
    return grouped


def _rank(row: dict[str, str]) -> tuple[object, ...]:
    rejected = row["status"] == rg("rejected")
    return rejected, row["basis"].removeprefix(NS) in COMPUTED, -float(row["score"] or 0), natural(row["other"])


def _in_parts(names: Iterable[str]) -> Iterable[list[str]]:
    ordered = sorted(names)
    return (ordered[start : start + _AT_ONCE] for start in range(0, len(ordered), _AT_ONCE))


def described(finder: str, thing: str, told: dict[str, list[str]], others: dict[str, Card]) -> list[Link]:
    """The links that a pattern binds to `?link`, seen from `thing` where it is an end, or else from their object.

    Raises Refusal.
    """
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
        thing=one("subject") if outward else one("object"),
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
