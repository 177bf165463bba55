"""Things and their links as tables to take away."""

from collections.abc import Iterable

from webui.cards import Card
from webui.downloads import Sheet
from webui.links import Listed

_THINGS = ("thing", "name", "kind", "mechanism", "family", "position", "recommended by", "issued", "text")
_LINKS = (
    "thing", "relation", "direction", "other", "name", "basis", "known", "score", "status", "decided by", "decided on",
    "reason of the decision", "quotes", "reasons", "files",
)  # fmt: skip


def sheet(name: str, cards: Iterable[Card]) -> Sheet:
    """One row a thing."""
    rows = [
        (
            card.iri, card.name, card.kind, card.one("mechanism"), card.one("family"), card.one("position"),
            ", ".join(card.all("recommendingState")), card.one("issued"), card.text,
        )
        for card in cards
    ]  # fmt: skip
    return Sheet(name, _THINGS, rows)


def sheet_of_links(found: Iterable[Listed]) -> Sheet:
    """One row a link, seen from the thing."""
    rows = [
        (
            link.thing, link.relation, link.towards, link.other.iri, link.other.name, link.basis, link.known,
            "" if link.score is None else link.score, link.status, link.who, link.day, link.why,
            " | ".join(link.quotes), "; ".join(link.reasons), ", ".join(link.files),
        )
        for listed in found
        for link in listed.found
    ]  # fmt: skip
    return Sheet("links", _LINKS, rows)
