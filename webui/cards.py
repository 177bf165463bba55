"""Things as lists show them: what it is, where it stands, what it says, how the State answered."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.terms import DCTERMS, NS, RDF, RDFS, SKOS, rg
from webui.asker import select

_KINDS = (
    "Recommendation",
    "Observation",
    "Pledge",
    "Statement",
    "Passage",
    "Project",
    "Result",
    "Framework",
    "Group",
)
_MORE_KINDS = ("Document", "State", "Review", "Visit", "Examination", "Organisation", "Link")

_CARDS = """
SELECT DISTINCT ?card ?property ?value WHERE {
  { SELECT DISTINCT ?card WHERE {
    # finder
  } }
  { VALUES ?property { rdf:type rg:text rg:summary rg:paragraph rg:section rg:position rg:identifier rg:code
      rg:symbol dcterms:title rdfs:label rg:family rg:familyCount rg:memberCount rg:strength rg:startDate rg:endDate
      dcterms:issued }
    ?card ?property ?value FILTER(?property != rdfs:label || LANG(?value) IN ("", "en")) }
  UNION { ?card skos:prefLabel ?value FILTER(LANG(?value) = "en") BIND(skos:prefLabel AS ?property) }
  UNION { ?card rg:document ?of . ?of rg:symbol ?value BIND(rg:document AS ?property) }
  UNION { ?card rg:document ?of . ?of dcterms:issued ?value BIND(dcterms:issued AS ?property) }
  UNION { ?card rg:mechanism ?of . ?of skos:notation ?value BIND(rg:mechanism AS ?property) }
  UNION { ?card rg:mechanism ?of . ?of rg:family ?value BIND(rg:family AS ?property) }
  UNION { ?card rg:implementer ?of . ?of rdfs:label ?value BIND(rg:implementer AS ?property) }
  UNION { ?card rg:state ?of . ?of skos:notation ?value BIND(rg:state AS ?property) }
  UNION { ?card rg:recommendingState ?of . ?of skos:prefLabel ?value FILTER(LANG(?value) = "en")
          BIND(rg:recommendingState AS ?property) }
}
"""


@dataclass(slots=True)
class Card:
    """One thing; `values` by local name of the property, each once, in a stable order."""

    iri: str
    values: dict[str, list[str]] = field(default_factory=dict)

    def all(self, name: str) -> list[str]:
        return sorted(self.values.get(name, []), key=natural)

    def one(self, name: str) -> str:
        """The first value, or an empty string."""
        found = self.all(name)
        return found[0] if found else ""

    @property
    def kind(self) -> str:
        """The most telling class: `Recommendation`, `Project` …"""
        types = self.values.get("type", [])
        known = next((kind for kind in (*_KINDS, *_MORE_KINDS) if kind in types), "")
        return known or re.split("[#/]", types[0] if types else "Thing")[-1]

    @property
    def text(self) -> str:
        """The wording, or what others say it says."""
        return self.one("text") or self.one("summary")

    @property
    def name(self) -> str:
        """A citation for a passage, a title or an identifier for others."""
        symbol = self.one("document")
        if symbol and self.one("paragraph"):
            return f"{symbol}, para. {self.one('paragraph')}"
        if self.kind == "Group":
            return self.one("label")
        titled = (
            self.one("title")
            or self.one("label")
            or self.one("prefLabel")
            or self.one("symbol")
            or self.one("identifier")
        )
        return f"{self.one('code')} {titled}".strip() or symbol or self.iri.rsplit("/", 1)[-1]

    @property
    def order(self) -> tuple[object, ...]:
        """Newest document first is no order people look for: by document, then paragraph."""
        return natural(self.one("document")), natural(self.one("paragraph")), natural(self.name), self.iri


def natural(text: str) -> list[tuple[int, int, str]]:
    """A key that puts 99.9 before 99.10."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.findall(r"[0-9]+|[^0-9]+", text)]


def cards(finder: str, told: Mapping[str, Iterable[str]]) -> list[Card]:
    """The cards of what a pattern binds to `?card`, in order. Raises Refusal."""
    found: dict[str, Card] = {}
    for card, property_, value in select(_CARDS.replace("# finder", finder), told).rows:
        if card and property_ and value:
            one = found.setdefault(card.value, Card(card.value))
            name = local(property_.value)
            shown = value.value.removeprefix(NS) if name in ("type", "position", "family") else value.value
            one.values.setdefault(name, []).append(shown)
    return sorted(found.values(), key=lambda one: one.order)


def local(iri: str) -> str:
    """The local name of a property or class of the vocabularies in use."""
    for space in (rg(""), RDF, RDFS, DCTERMS, SKOS):
        iri = iri.removeprefix(space)
    return iri
