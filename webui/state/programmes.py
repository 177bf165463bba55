"""A State's projects, the agencies that carry them out, and which of them an ask is linked to."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph import terms
from graph.terms import BASE, SDG
from webui.asker import iri, records
from webui.state.asks import asks
from webui.state.kept import kept

_PROJECTS = """
SELECT DISTINCT ?project ?title ?start ?end WHERE {
  VALUES ?state { UNDEF }
  ?project rg:state ?state ; a rg:Project .
  OPTIONAL { ?project dcterms:title ?title }
  OPTIONAL { ?project rg:startDate ?start } OPTIONAL { ?project rg:endDate ?end }
}
"""
_AGENCIES = """
SELECT DISTINCT ?programme ?agency ?name WHERE {
  VALUES ?state { UNDEF }
  { SELECT DISTINCT ?programme WHERE {
      { VALUES ?state { UNDEF } ?programme rg:state ?state ; a rg:Project }
      UNION { VALUES ?state { UNDEF } ?ask rg:state ?state . ?programme rg:contributesTo ?ask }
  } }
  ?programme rg:implementer ?agency . ?agency rdfs:label ?name
}
"""
_GOALS = """
SELECT DISTINCT ?project ?sdg WHERE {
  VALUES ?state { UNDEF }
  ?project rg:state ?state ; a rg:Project ; rg:sdg ?sdg
}
"""


@dataclass(frozen=True, slots=True)
class Programme:
    """A project: codes of its agencies (`unicef`), numbers of its goals, how many asks it is linked to."""

    iri: str
    title: str
    start: str
    end: str
    agencies: frozenset[str]
    goals: frozenset[int]
    asks: int


@kept
def agencies(iso3: str) -> dict[str, dict[str, str]]:
    """Programme → code and name of each agency that carries it out. Raises Refusal."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in records(_AGENCIES, {"state": [iri(terms.state(iso3))]}):
        code = row["agency"].removeprefix(BASE + "organisation/")
        names = found[row["programme"]]
        names[code] = min(row["name"], names.get(code, row["name"]))
    return dict(found)


@kept
def programmes(iso3: str) -> tuple[Programme, ...]:
    """A State's projects by title. Raises Refusal."""
    told = {"state": [iri(terms.state(iso3))]}
    goals: defaultdict[str, set[int]] = defaultdict(set)
    for row in records(_GOALS, told):
        number = row["sdg"].removeprefix(SDG).split(".")[0]
        if number.isdecimal():
            goals[row["project"]].add(int(number))
    linked: defaultdict[str, int] = defaultdict(int)
    for ask in asks(iso3):
        for programme, _ in ask.programmes:
            linked[programme] += 1
    rows: dict[str, Mapping[str, str]] = {}
    for row in records(_PROJECTS, told):
        rows.setdefault(row["project"], row)
    who = agencies(iso3)
    found = (
        Programme(
            iri=name,
            title=row["title"],
            start=row["start"],
            end=row["end"],
            agencies=frozenset(who.get(name, ())),
            goals=frozenset(goals[name]),
            asks=linked[name],
        )
        for name, row in rows.items()
    )
    return tuple(sorted(found, key=lambda one: (one.title.casefold(), one.iri)))


def agency_names(iso3: str) -> dict[str, str]:
    """Code of an agency → its name, of every programme of the State. Raises Refusal."""
    return {code: name for names in agencies(iso3).values() for code, name in names.items()}
