"""What joins a State's asks to programmes, to one another and to goals: links, groups and goals, read once a State."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph import terms
from graph.export.alignment_filters import GRADES, Grade, grade
from graph.terms import NS, SDG
from webui.asker import iri, records
from webui.state.kept import kept

_OF_STATE = "{ SELECT DISTINCT ?ask WHERE { VALUES ?state { UNDEF } ?ask rg:state ?state } }"
_TOLD = """(GROUP_CONCAT(DISTINCT CONCAT(STR(?other), " ", STR(?basis), " ", STR(?status), " ",
    STR(?score)); separator="\\n") AS ?links)"""
_SERVING = """
SELECT ?ask # told WHERE {
  { SELECT DISTINCT ?ask ?other WHERE {
      VALUES ?state { UNDEF } ?ask rg:state ?state . ?other rg:contributesTo ?ask } }
  ?link rdf:object ?ask ; rdf:subject ?other ; rdf:predicate rg:contributesTo ;
    rg:basis ?basis ; rg:linkStatus ?status ; rg:score ?score
  FILTER(?status != rg:rejected)
} GROUP BY ?ask
""".replace("# told", _TOLD)
_REPEATED = """
SELECT ?ask # told WHERE {
  { SELECT DISTINCT ?ask ?other WHERE {
      VALUES ?state { UNDEF }
      ?ask rg:state ?state ; rg:position rg:noted ; rg:reinforces|^rg:reinforces ?other } }
  { ?link rdf:object ?ask ; rdf:subject ?other } UNION { ?link rdf:subject ?ask ; rdf:object ?other }
  ?link rdf:predicate rg:reinforces ; rg:basis ?basis ; rg:linkStatus ?status ; rg:score ?score
  FILTER(?status != rg:rejected)
} GROUP BY ?ask
""".replace("# told", _TOLD)
"""One row an ask: a State may have more links than an answer may have rows."""
_GOALS = """
SELECT ?ask (GROUP_CONCAT(DISTINCT STR(?goal); separator=" ") AS ?goals) WHERE {
  # of_state ?ask rg:sdg ?goal
} GROUP BY ?ask
""".replace("# of_state", _OF_STATE)
_GROUPS = """
SELECT ?group ?label (GROUP_CONCAT(DISTINCT STR(?ask); separator=" ") AS ?asks) WHERE {
  VALUES ?state { UNDEF }
  ?group rg:state ?state ; a rg:Group ; rdfs:label ?label ; rg:member ?ask
} GROUP BY ?group ?label
"""


@dataclass(frozen=True, slots=True)
class Linked:
    """One link of an ask to another thing; `score` is 0 to 1."""

    other: str
    grade: Grade
    score: float

    @property
    def rank(self) -> tuple[int, float]:
        """Sorts the surest first."""
        return GRADES.index(self.grade), -self.score


@dataclass(frozen=True, slots=True)
class Group:
    """Asks that mutually reinforce each other."""

    iri: str
    label: str
    asks: frozenset[str]


Links = Mapping[str, tuple[Linked, ...]]
"""Ask → its links, of which nobody rejected any."""


@kept
def serving(iso3: str) -> Links:
    """Ask → links of what contributes to it. Raises Refusal."""
    return _links(records(_SERVING, _told(iso3)))


@kept
def repeated(iso3: str) -> Links:
    """Noted recommendation → links of what reinforces it. Raises Refusal."""
    return _links(records(_REPEATED, _told(iso3)))


@kept
def goals(iso3: str) -> Mapping[str, frozenset[int]]:
    """Ask → numbers of its goals, a target counted under its goal. Raises Refusal."""
    return {row["ask"]: frozenset(_numbers(row["goals"].split())) for row in records(_GOALS, _told(iso3))}


@kept
def groups(iso3: str) -> tuple[Group, ...]:
    """The groups of a State by name. Raises Refusal."""
    found: dict[str, Group] = {}
    for row in records(_GROUPS, _told(iso3)):
        found.setdefault(row["group"], Group(row["group"], row["label"], frozenset(row["asks"].split())))
    return tuple(sorted(found.values(), key=lambda one: (one.label.casefold(), one.iri)))


def surest(links: Iterable[Linked]) -> dict[str, Linked]:
    """The other end → the surest link to it: a pair counts once, however many links say it."""
    found: dict[str, Linked] = {}
    for link in links:
        found[link.other] = min(link, found.get(link.other, link), key=lambda one: one.rank)
    return found


def _told(iso3: str) -> dict[str, list[str]]:
    return {"state": [iri(terms.state(iso3))]}


def _links(rows: Iterable[Mapping[str, str]]) -> Links:
    found: dict[str, list[Linked]] = defaultdict(list)
    for row in rows:
        for line in row["links"].splitlines():
            other, basis, status, score = line.split(" ")
            found[row["ask"]].append(
                Linked(other, grade(basis.removeprefix(NS), status.removeprefix(NS)), float(score))
            )
    return {ask: tuple(links) for ask, links in found.items()}


def _numbers(iris: Iterable[str]) -> Iterable[int]:
    told = (one.removeprefix(SDG).split(".")[0] for one in iris)
    return (int(number) for number in told if number.isdecimal())
