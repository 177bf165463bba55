"""States: which have anything said to them, and one State at a glance."""

from collections import defaultdict
from dataclasses import dataclass, field

from graph import terms
from graph.terms import NS
from webui.asker import iri, records, remembered
from webui.look import state_name
from webui.state.kept import kept

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
        state = found.setdefault(row["iso3"], State(row["iso3"], state_name(row["iso3"])))
        state.counts[row["kind"].removeprefix(NS)] = int(row["count"])
    return sorted(found.values(), key=lambda state: state.name)


@kept
def state(iso3: str) -> State | None:
    """One State with its counts, or None if nothing concerns it. Raises Refusal."""
    found: State | None = None
    for row in records(_COUNTS, {"state": _iri(iso3)}):
        found = found or State(row["iso3"], state_name(row["iso3"]))
        found.counts[row["kind"].removeprefix(NS)] = int(row["count"])
    return found


def _iri(iso3: str) -> list[str]:
    return [iri(terms.state(iso3))]
