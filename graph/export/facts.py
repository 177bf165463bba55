"""What the exports tell, read from the graph by a few queries: asks, programmes, links, groups, sources."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from graph import terms
from graph.export.unwritable import Unwritable
from graph.store.asking import Asker
from graph.terms import PREFIXES

_PROLOGUE = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()) + "\n"

_ASKS = """
SELECT ?ask ?kind ?state ?mechanism ?family ?symbol ?paragraph (SAMPLE(?words) AS ?text) ?position
  (GROUP_CONCAT(DISTINCT ?name; separator=", ") AS ?recommending) WHERE {
  { SELECT ?ask ?kind ?state ?mechanism ?family ?symbol ?paragraph ?position WHERE {
    VALUES ?of { UNDEF }
    VALUES (?class ?kind) { (rg:Recommendation "recommendation") (rg:Observation "observation") }
    ?ask rg:state ?of ; a ?class ; rg:mechanism ?who ; rg:document/rg:symbol ?symbol ; rg:paragraph ?paragraph .
    ?of skos:notation ?state . ?who skos:notation ?mechanism ; rg:family/rdfs:label ?family .
    OPTIONAL { ?ask rg:position/rdfs:label ?position }
  } }
  OPTIONAL { ?ask rg:text ?own } OPTIONAL { ?ask rg:summary ?told } BIND(COALESCE(?own, ?told) AS ?words)
  OPTIONAL { ?ask rg:recommendingState/skos:prefLabel ?name FILTER(LANG(?name) = "en") }
} GROUP BY ?ask ?kind ?state ?mechanism ?family ?symbol ?paragraph ?position
"""

_PROJECTS = """
SELECT ?programme ?state ?title ?code ?level ?start ?end (GROUP_CONCAT(DISTINCT ?who; separator=", ") AS ?agencies)
  (GROUP_CONCAT(DISTINCT ?sum; separator="; ") AS ?money) WHERE {
  { SELECT ?programme ?state WHERE {
    VALUES ?of { UNDEF }
    { ?programme a rg:Project ; rg:state ?of } UNION { ?plan rg:state ?of . ?programme rg:framework ?plan }
    ?of skos:notation ?state
  } }
  OPTIONAL { ?programme dcterms:title ?title } OPTIONAL { ?programme rg:code ?code }
  OPTIONAL { ?programme rg:level/rdfs:label ?level }
  OPTIONAL { ?programme rg:startDate ?start } OPTIONAL { ?programme rg:endDate ?end }
  OPTIONAL { ?programme rg:implementer/rdfs:label ?who }
  OPTIONAL { ?programme rg:budget ?budget . ?budget rg:amount ?amount ; rg:currency ?currency ; rg:moneyKind ?kind
    BIND(CONCAT(STR(?amount), " ", ?currency, " ", ?kind) AS ?sum) }
} GROUP BY ?programme ?state ?title ?code ?level ?start ?end
"""

_LINKS = """
SELECT ?link ?subject ?relation ?object ?basis ?score ?status (SAMPLE(?words) AS ?quote)
  (GROUP_CONCAT(DISTINCT ?why; separator="; ") AS ?reasons) (SAMPLE(?name) AS ?file) WHERE {
  { SELECT DISTINCT ?link ?subject ?relation ?object ?basis ?score ?status WHERE {
    VALUES ?of { UNDEF }
    VALUES (?property ?relation) { (rg:reinforces "reinforces") (rg:contributesTo "contributes to") }
    ?link a rg:Link ; rdf:predicate ?property ; rdf:subject ?subject ; rdf:object ?object ; rg:score ?score ;
      rg:basis/rdfs:label ?basis ; rg:linkStatus/rdfs:label ?status . ?object rg:state ?of
  } }
  OPTIONAL { ?link rg:quote ?words } OPTIONAL { ?link rg:reason ?why }
  OPTIONAL { ?link prov:wasDerivedFrom/rg:file ?name }
} GROUP BY ?link ?subject ?relation ?object ?basis ?score ?status
"""

_GROUPS = """
SELECT ?group ?state ?label ?families ?asks ?strength ?ask WHERE {
  VALUES ?of { UNDEF }
  ?group a rg:Group ; rg:state ?of ; rdfs:label ?label ; rg:familyCount ?families ; rg:memberCount ?asks ;
    rg:strength ?strength ; rg:member ?ask . ?of skos:notation ?state
} ORDER BY ?state DESC(?families) DESC(?strength) ?group
"""


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows as text by column, sorted as people read them; `asks` and `programmes` by IRI."""

    asks: dict[str, dict[str, str]]
    programmes: dict[str, dict[str, str]]
    links: list[dict[str, str]]
    groups: list[dict[str, str]]

    @classmethod
    def read(cls, asker: Asker, state: str | None) -> "Facts":
        """Everything of one State (ISO alpha-3), or of all. Raises Unwritable if the State has no asks."""
        asks = _rows(asker, _ASKS, state)
        if state and not asks:
            raise Unwritable(f"the build holds nothing addressed to {state}: is it an ISO 3166 alpha-3 code?")
        asks.sort(
            key=lambda row: (row["state"], row["kind"] != "recommendation", row["symbol"], natural(row["paragraph"]))
        )
        programmes = _rows(asker, _PROJECTS, state)
        programmes.sort(key=lambda row: (row["state"], row.get("agencies", ""), row.get("title", ""), row["programme"]))
        links = _rows(asker, _LINKS, state)
        links.sort(key=lambda row: (row["relation"], row["object"], -float(row["score"]), row["subject"]))
        return cls(
            asks={row["ask"]: row for row in asks},
            programmes={row["programme"]: row for row in programmes},
            links=links,
            groups=_rows(asker, _GROUPS, state),
        )

    def standing(self, relation: str) -> list[dict[str, str]]:
        """Links of one relation that nobody has rejected."""
        return [link for link in self.links if link["relation"] == relation and link["status"] != "rejected"]


def _rows(asker: Asker, query: str, state: str | None) -> list[dict[str, str]]:
    if state:
        node = str(ox.NamedNode(terms.state(state.upper())))
        query = query.replace("VALUES ?of { UNDEF }", f"VALUES ?of {{ {node} }}")
    return asker.select(_PROLOGUE + query).dicts()


def natural(paragraph: str) -> list[tuple[int, str]]:
    """A sort key in which 99.10 comes after 99.9."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.findall(r"\d+|\D+", paragraph)]


def citation(ask: dict[str, str]) -> str:
    """Symbol and paragraph as the UN cites them."""
    return f"{ask['symbol']}, para. {ask['paragraph']}"


def names(values: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(value for value in values if value))
