"""A group of asks at a glance: who asks since when, how the State answered, and what holds the group together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from webui.asker import iri, records
from webui.at_work import Work, at_work
from webui.cards import Card, cards
from webui.facts import Facts, Value
from webui.links import described
from webui.places import explain_of, short

_BRIDGES = """
SELECT DISTINCT ?subject ?object ?score ?status WHERE {
  VALUES ?thing { UNDEF }
  ?thing rg:bridge ?link . ?link rdf:subject ?subject ; rdf:object ?object ; rg:linkStatus ?status
  OPTIONAL { ?link rg:score ?score }
}
"""
_WORKING = """VALUES ?thing { UNDEF } ?thing rg:member ?ask .
    ?link rdf:object ?ask ; rdf:predicate rg:contributesTo ; a rg:Link ; rg:linkStatus ?status
    FILTER(?status != rg:rejected)"""
_PROGRAMMES = """VALUES ?thing { UNDEF } ?thing rg:member ?ask .
    ?link rdf:object ?ask ; rdf:predicate rg:contributesTo ; rdf:subject ?card ; rg:linkStatus ?status
    FILTER(?status != rg:rejected)"""
_FAMILIES: Final = (
    ("upr", "uprCount"),
    ("treatyBodies", "treatyBodyCount"),
    ("specialProcedures", "specialProcedureCount"),
)
_POSITIONS: Final = (
    ("supported", "supportedCount"),
    ("partlySupported", "partlySupportedCount"),
    ("noted", "notedCount"),
    ("pending", "pendingCount"),
)


@dataclass(frozen=True, slots=True)
class Bridge:
    """A link without which the group falls apart; `explanation` is where a page tells why it was made."""

    subject: Card
    object: Card
    score: float | None
    confirmed: bool
    explanation: str


@dataclass(frozen=True, slots=True)
class Glance:
    """What is told of a group beside its members. Counts come as (name, how many); `years` may be empty."""

    asks: int
    families: int
    by_family: list[tuple[str, int]]
    positions: list[tuple[str, int]]
    years: str
    strength: float | None
    mechanisms: list[Value]
    themes: list[Value]
    persons: list[Value]
    sdgs: list[Value]
    central: Card | None
    joints: list[Card]
    bridges: list[Bridge]
    replaces: list[str]


def glance(known: Facts, members: Iterable[Card]) -> Glance:
    """From what the graph says of a group, and its members. Raises Refusal."""
    asks = {card.iri: card for card in members}
    strength = known.one("strength")
    return Glance(
        asks=len(asks),
        families=_count(known, "familyCount"),
        by_family=_counts(known, _FAMILIES),
        positions=_counts(known, _POSITIONS),
        years="–".join(dict.fromkeys(year for year in (known.one("firstYear"), known.one("lastYear")) if year)),
        strength=float(strength) if strength else None,
        mechanisms=known.all("mechanism"),
        themes=known.all("theme"),
        persons=known.all("affectedGroup"),
        sdgs=sorted(known.all("sdg"), key=lambda value: [int(part) for part in _numbers(value.value)]),
        central=_card(known.one("centralAsk"), asks) if known.one("centralAsk") else None,
        joints=sorted((_card(value.value, asks) for value in known.all("joint")), key=lambda card: card.order),
        bridges=_bridges(known.iri, asks),
        replaces=sorted(short(value.value) for value in known.all("replaces")),
    )


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing, as truths that a page puts in words; counts are recommendations of the UPR."""

    supported_untouched: int
    noted_repeated: int
    pending: int
    only_proposed: bool
    without_review: bool
    nothing_known: bool

    @property
    def any(self) -> bool:
        return self.nothing_known or self.more

    @property
    def more(self) -> bool:
        """Whether anything is missing beside that no programme is known."""
        counts = (self.supported_untouched, self.noted_repeated, self.pending)
        return any(counts) or self.only_proposed or self.without_review


def programmes(group: str) -> list[Work]:
    """Programmes that work on asks of the group, by their surest link. Raises Refusal."""
    told = {"thing": [iri(group)]}
    others = {card.iri: card for card in cards(_PROGRAMMES, told)}
    links = [link for link in described(_WORKING, group, told, others) if link.other.iri in others]
    order = {"confirmed": 0, "stated": 1, "proposed": 2}
    links.sort(key=lambda one: (order[one.known], -(one.score or 0), one.other.order, one.thing))
    return at_work(links)


def gaps(members: Sequence[Card], works: Sequence[Work]) -> Gaps:
    """What nobody does, as far as this build knows."""
    served = {link.thing for work in works for link in work.links}
    stands = Counter(card.one("position") for card in members if card.one("family") == "upr")
    others = any(card.one("family") in ("treatyBodies", "specialProcedures") for card in members)
    return Gaps(
        supported_untouched=sum(
            card.one("family") == "upr" and card.one("position") == "supported" and card.iri not in served
            for card in members
        )
        if works
        else 0,
        noted_repeated=stands["noted"] if others else 0,
        pending=stands["pending"],
        only_proposed=bool(works) and all(link.known == "proposed" for work in works for link in work.links),
        without_review=not sum(stands.values()),
        nothing_known=not works,
    )


def recommending(members: Iterable[Card]) -> list[tuple[str, int]]:
    """The States that recommend it, each with how many of the asks, the most first."""
    count = Counter(state for card in members for state in card.all("recommendingState"))
    return sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))


def by_year(members: Iterable[Card]) -> list[tuple[str, dict[str, int]]]:
    """Year in which an ask's document was issued → family → how many asks; asks without a day come last."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for card in members:
        found[card.one("issued")[:4]][card.one("family")] += 1
    return sorted(((year, dict(count)) for year, count in found.items()), key=lambda pair: pair[0] or "9999")


def _count(known: Facts, name: str) -> int:
    return int(known.one(name) or 0)


def _counts(known: Facts, names: Iterable[tuple[str, str]]) -> list[tuple[str, int]]:
    """Those of which there are any."""
    return [(name, count) for name, property_ in names if (count := _count(known, property_))]


def _numbers(sdg: str) -> list[str]:
    """Goal 4 before target 4.5 before goal 10."""
    return [part for part in sdg.rsplit("/", 1)[-1].split(".") if part.isdecimal()]


def _card(ask: str, asks: Mapping[str, Card]) -> Card:
    return asks.get(ask, Card(ask))


def _bridges(group: str, asks: Mapping[str, Card]) -> list[Bridge]:
    """The least sure first: there a person's look is worth most."""
    found = [
        Bridge(
            subject=_card(row["subject"], asks),
            object=_card(row["object"], asks),
            score=float(row["score"]) if row["score"] else None,
            confirmed=row["status"].endswith("confirmed"),
            explanation=explain_of(row["subject"], row["object"]),
        )
        for row in records(_BRIDGES, {"thing": [iri(group)]})
    ]
    return sorted(found, key=lambda one: (one.confirmed, one.score or 0, one.subject.order, one.object.order))
