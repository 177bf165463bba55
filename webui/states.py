"""States: which have anything said to them, and one State at a glance."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph import terms
from graph.terms import NS
from webui.asker import iri, records, remembered
from webui.cards import Card, cards

_COUNTS = """
SELECT ?iso3 ?name ?kind ?count WHERE {
  { SELECT ?state ?kind (COUNT(DISTINCT ?thing) AS ?count) WHERE {
      VALUES ?state { UNDEF }
      VALUES ?kind {
        rg:Document rg:Recommendation rg:Observation rg:Project rg:Group rg:Framework rg:Result rg:Statement }
      ?thing a ?kind ; rg:state ?state
  } GROUP BY ?state ?kind }
  ?state skos:notation ?iso3 ; skos:prefLabel ?name FILTER(LANG(?name) = "en")
}
"""

_POSITIONS = """
SELECT ?position (COUNT(DISTINCT ?ask) AS ?count) WHERE {
  VALUES ?state { UNDEF }
  ?ask rg:state ?state ; a rg:Recommendation ; rg:mechanism/rg:family rg:upr
  OPTIONAL { ?ask rg:position ?position }
} GROUP BY ?position
"""

_ENGAGEMENTS = """
SELECT DISTINCT ?engagement ?kind ?mechanism ?mechanismName ?cycle ?session ?day ?start ?end ?holder ?label WHERE {
  VALUES ?state { UNDEF }
  ?engagement a rg:Engagement ; rg:state ?state ; rg:mechanism ?who .
  OPTIONAL { ?engagement a ?class FILTER(?class IN (rg:Review, rg:Visit, rg:Examination)) ?class rdfs:label ?kind }
  OPTIONAL { ?who skos:notation ?mechanism }
  OPTIONAL { ?who skos:prefLabel ?mechanismName FILTER(LANG(?mechanismName) = "en") }
  OPTIONAL { ?engagement rg:cycle ?cycle } OPTIONAL { ?engagement rg:session ?session }
  OPTIONAL { ?engagement rg:reviewDate ?day } OPTIONAL { ?engagement rg:startDate ?start }
  OPTIONAL { ?engagement rg:endDate ?end } OPTIONAL { ?engagement rg:holder ?holder }
  OPTIONAL { ?engagement rdfs:label ?label }
}
"""

_OF_KIND = """
      VALUES ?state { UNDEF }
      VALUES ?kind { UNDEF }
      ?card rg:state ?state ; a ?kind
"""

_RESULTS = """
      VALUES ?state { UNDEF }
      ?framework a rg:Framework ; rg:state ?state . ?card rg:framework ?framework
"""

POSITIONS = ("supported", "partlySupported", "noted", "pending", "")
"""Positions in the order of a page; the empty one: none stated."""


@dataclass(slots=True)
class State:
    """A State and how many things of each kind concern it."""

    iso3: str
    name: str
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))


def states() -> list[State]:
    """Every State that any document or programme concerns, by name. Raises Refusal."""
    return remembered("states", _states)


def _states() -> list[State]:
    found: dict[str, State] = {}
    for row in records(_COUNTS, {}):
        state = found.setdefault(row["iso3"], State(row["iso3"], row["name"]))
        state.counts[row["kind"].removeprefix(NS)] = int(row["count"])
    return sorted(found.values(), key=lambda state: state.name)


def state(iso3: str) -> State | None:
    """One State with its counts, or None if nothing concerns it. Raises Refusal."""
    found: State | None = None
    for row in records(_COUNTS, {"state": _iri(iso3)}):
        found = found or State(row["iso3"], row["name"])
        found.counts[row["kind"].removeprefix(NS)] = int(row["count"])
    return found


def positions(iso3: str) -> list[tuple[str, int]]:
    """How many recommendations the State answered how: every position, none hidden."""
    counts = {row["position"].removeprefix(NS): int(row["count"]) for row in records(_POSITIONS, {"state": _iri(iso3)})}
    return [(position, counts[position]) for position in POSITIONS if counts.get(position)]


def engagements(iso3: str) -> list[dict[str, str]]:
    """Reviews, examinations and visits, newest first."""
    rows = records(_ENGAGEMENTS, {"state": _iri(iso3)})
    for row in rows:
        row["when"] = row["day"] or row["start"]
    return sorted(rows, key=lambda row: (row["when"], row["cycle"]), reverse=True)


def of_kind(iso3: str, kinds: Iterable[str]) -> list[Card]:
    """The State's things of some classes."""
    return cards(_OF_KIND, {"state": _iri(iso3), "kind": [iri(terms.rg(kind)) for kind in kinds]})


def results(iso3: str) -> list[Card]:
    """The results of the State's frameworks."""
    return cards(_RESULTS, {"state": _iri(iso3)})


def _iri(iso3: str) -> list[str]:
    return [iri(terms.state(iso3))]
