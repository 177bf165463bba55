"""A group of asks on one page to hand over: the asks that tell most, each with its citation, and their sources."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from webui.cards import Card
from webui.cite import SourceFile, sources_of
from webui.facts import Facts
from webui.state.names import mechanisms

MOST: Final = 3
"""Asks of one family that a brief words."""
LETTERS: Final = 300
"""Of each, so that a brief stays on one page."""
FAMILIES: Final = ("upr", "treatyBodies", "specialProcedures", "")


@dataclass(frozen=True, slots=True)
class Worded:
    """One ask: who asks, in how many letters, and how it is cited."""

    ask: Card
    speaker: str
    text: str
    citation: str
    cut: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Asks of one family; `others` are cited and not worded."""

    name: str
    worded: list[Worded]
    others: list[str]


@dataclass(frozen=True, slots=True)
class Brief:
    title: str
    families: list[Family]
    sources: tuple[SourceFile, ...]


def brief(group: Card, known: Facts, members: Sequence[Card]) -> Brief:
    """The most central ask first, then the latest. Raises Refusal."""
    central = known.one("centralAsk")
    ordered = sorted(members, key=lambda card: card.order)
    ordered.sort(key=lambda card: card.one("issued"), reverse=True)
    ordered.sort(key=lambda card: (card.iri != central, not card.text))
    families: list[Family] = []
    for name in FAMILIES:
        some = [card for card in ordered if card.one("family") == name]
        if some:
            worded = _different(some, {one.ask.text for family in families for one in family.worded})
            rest = sorted((card for card in some if card not in worded), key=lambda card: card.order)
            families.append(Family(name, [_worded(card) for card in worded], [cited(card) for card in rest]))
    return Brief(group.name, families, sources_of(card.iri for card in members))


def _different(cards: Sequence[Card], said: Set[str]) -> list[Card]:
    """The first of each wording; documents that cite one another repeat it."""
    found: dict[str, Card] = {}
    for card in cards:
        if card.text not in said:
            found.setdefault(card.text, card)
    return list(found.values())[:MOST]


def cited(card: Card) -> str:
    """In UN style, with who recommends: `A/HRC/26/6, para. 143.2 (Sweden)`."""
    who = ", ".join(card.all("recommendingState"))
    return f"{card.name} ({who})" if who else card.name


def _worded(card: Card) -> Worded:
    text = " ".join(card.text.split())
    cut = len(text) > LETTERS
    notation = card.one("mechanism")
    name = next((one.name for one in mechanisms().values() if one.notation == notation), notation)
    short = text[:LETTERS].rsplit(" ", 1)[0] + " …" if cut else text
    return Worded(card, name, short, cited(card), cut)
