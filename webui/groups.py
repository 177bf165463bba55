"""A group of asks at a glance: who asks since when, how the State answered, and what holds the group together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from webui.asker import iri, records
from webui.cards import Card
from webui.facts import Facts, Value
from webui.places import explain_of, short

_BRIDGES = """
SELECT DISTINCT ?subject ?object ?score ?status WHERE {
  VALUES ?thing { UNDEF }
  ?thing rg:bridge ?link . ?link rdf:subject ?subject ; rdf:object ?object ; rg:linkStatus ?status
  OPTIONAL { ?link rg:score ?score }
}
"""
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
