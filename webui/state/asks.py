"""Every ask of a State with what lists are narrowed by: who asks, when, the answer, tags and programmes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from graph import calendar, terms
from graph.terms import NS
from webui.asker import iri, records
from webui.cards import natural
from webui.state.kept import kept
from webui.state.names import Mechanism, code_of, mechanisms
from webui.state.papers import papers
from webui.state.reviews import engagements

_ASKS = """
SELECT DISTINCT ?ask ?kind ?mechanism ?position ?session ?engagement ?document WHERE {
  { SELECT DISTINCT ?ask ?kind WHERE {
      VALUES ?state { UNDEF }
      ?ask rg:state ?state .
      VALUES ?kind { rg:Recommendation rg:Observation }
      ?ask a ?kind
  } }
  OPTIONAL { ?ask rg:mechanism ?mechanism } OPTIONAL { ?ask rg:position ?position }
  OPTIONAL { ?ask rg:session ?session } OPTIONAL { ?ask rg:engagement ?engagement }
  OPTIONAL { ?ask rg:document ?document }
}
"""
_TAGS = """
SELECT ?ask (GROUP_CONCAT(DISTINCT STR(?tag); separator=" ") AS ?tags) WHERE {
  { SELECT DISTINCT ?ask WHERE { VALUES ?state { UNDEF } ?ask rg:state ?state } }
  ?ask rg:theme|rg:affectedGroup ?tag
} GROUP BY ?ask
"""
"""What several sources repeat is told once before anything is joined to it: that is four times as fast."""
_INFERRED = """
SELECT ?ask (GROUP_CONCAT(DISTINCT STR(?tag); separator=" ") AS ?tags) WHERE {
  VALUES ?made { UNDEF }
  { SELECT DISTINCT ?ask WHERE { VALUES ?state { UNDEF } ?ask rg:state ?state } }
  GRAPH ?made { ?ask rg:theme|rg:affectedGroup ?tag }
} GROUP BY ?ask
"""
_REPORTED = """
SELECT DISTINCT ?ask ?value WHERE {
  { SELECT DISTINCT ?ask ?record WHERE {
      VALUES ?state { UNDEF } ?ask rg:state ?state . ?ask rg:positionRecord ?record
  } }
  ?record rg:positionStated ?value . ?record rg:document ?report . ?ask rg:document ?report
}
"""
_PROGRAMMES = """
SELECT ?ask (GROUP_CONCAT(DISTINCT CONCAT(STR(?programme), " ", STR(?status), " ", STR(?basis)); separator="\\n")
    AS ?links) WHERE {
  { SELECT DISTINCT ?ask ?programme WHERE {
      VALUES ?state { UNDEF } ?ask rg:state ?state . ?programme rg:contributesTo ?ask
  } }
  ?link rdf:subject ?programme ; rdf:object ?ask ; rdf:predicate rg:contributesTo ;
    rg:linkStatus ?status ; rg:basis ?basis
  FILTER(?status != rg:rejected)
} GROUP BY ?ask
"""
"""One row an ask: a State may have more links than an answer may have rows."""
COMPUTED: Final = ("similarity", "sharedCodes")
"""Bases of links that nobody states."""
SURENESS: Final = ("confirmed", "stated", "proposed")
"""How a programme is linked to an ask, the surest first."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One recommendation or observation.

    `position` is the latest one, `reported` the one in the report that makes the recommendation (local names or
    empty; `several` if the report tells more than one). Tags are codes of concepts (`uhri-theme/right-to-food`).
    `programmes`: IRI of a project or result → `confirmed`, `stated` or `proposed`.
    """

    iri: str
    kind: str
    mechanism: Mechanism | None
    position: str
    reported: str
    cycle: int | None
    year: int | None
    document: str
    given: frozenset[str]
    inferred: frozenset[str]
    programmes: tuple[tuple[str, str], ...]

    @property
    def family(self) -> str:
        return self.mechanism.family if self.mechanism else ""

    @property
    def of_the_review(self) -> bool:
        """Whether the State answers it with a position."""
        return self.family == "upr"

    @property
    def tags(self) -> frozenset[str]:
        return self.given | self.inferred

    @property
    def sureness(self) -> str:
        """How the surest programme is linked: `confirmed`, `stated`, `proposed`, or empty for no programme."""
        found = {how for _, how in self.programmes}
        return next((how for how in SURENESS if how in found), "")


@kept
def asks(iso3: str) -> tuple[Ask, ...]:
    """A State's asks by document and paragraph. Raises Refusal."""
    told = {"state": [iri(terms.state(iso3))]}
    tags = _tags(records(_TAGS, told))
    inferred = _tags(records(_INFERRED, told | {"made": [iri(terms.graph("tags"))]}))
    reported: defaultdict[str, set[str]] = defaultdict(set)
    for row in records(_REPORTED, told):
        reported[row["ask"]].add(row["value"].removeprefix(NS))
    programmes = _programmes(records(_PROGRAMMES, told))
    rows: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in records(_ASKS, told):
        rows[row["ask"]].append(row)
    dates = _Dates.of(iso3)
    found = [
        _ask(
            name,
            some,
            dates,
            reported=reported[name],
            tags=(tags.get(name, _NONE), inferred.get(name, _NONE)),
            programmes=programmes.get(name, ()),
        )
        for name, some in rows.items()
    ]
    return tuple(sorted(found, key=_order))


_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Dates:
    """When the State was looked at, and when its documents were issued."""

    looks: dict[str, tuple[int | None, int | None]]
    issued: dict[str, int]

    @classmethod
    def of(cls, iso3: str) -> "_Dates":
        return cls(
            {one.iri: (one.cycle, one.year) for one in engagements(iso3)},
            {one.iri: int(one.issued[:4]) for one in papers(iso3) if one.issued},
        )

    def when(self, rows: Iterable[Mapping[str, str]]) -> tuple[int | None, int | None]:
        """The cycle and the year of an ask: of its review or visit, else of its session, else of its document."""
        told = [self._told(row) for row in rows]
        return min((c for c, _ in told if c), default=None), min((y for _, y in told if y), default=None)

    def _told(self, row: Mapping[str, str]) -> tuple[int | None, int | None]:
        look, number = row["engagement"], int(row["session"]) if row["session"].isdecimal() else 0
        cycle, year = self.looks.get(look, (None, None))
        sat = calendar.sessions().get(number)
        year = year or (sat.start.year if sat and sat.start else None) or self.issued.get(row["document"])
        return cycle or terms.cycle_of(look) or _cycle(number), year


def _cycle(session: int) -> int | None:
    try:
        return calendar.cycle(session)
    except ValueError:
        return None


def _ask(
    name: str,
    rows: list[dict[str, str]],
    dates: _Dates,
    *,
    reported: set[str],
    tags: tuple[frozenset[str], frozenset[str]],
    programmes: tuple[tuple[str, str], ...],
) -> Ask:
    """An ask from its rows: one for each way in which sources differ. `tags`: all of them, those inferred."""
    known = sorted({row["mechanism"] for row in rows} & mechanisms().keys())
    who = mechanisms()[known[0]] if known else None
    upr = who is None or who.family == "upr"
    cycle, year = dates.when(rows if upr else [{**row, "session": ""} for row in rows])
    return Ask(
        iri=name,
        kind="Recommendation" if any(row["kind"] == terms.rg("Recommendation") for row in rows) else "Observation",
        mechanism=who,
        position=min(row["position"] for row in rows).removeprefix(NS),
        reported=next(iter(reported)) if len(reported) == 1 else "several" if reported else "",
        cycle=cycle if upr else None,
        year=year,
        document=min(row["document"] for row in rows),
        given=tags[0] - tags[1],
        inferred=tags[1],
        programmes=programmes,
    )


def _tags(rows: Iterable[dict[str, str]]) -> dict[str, frozenset[str]]:
    return {row["ask"]: frozenset(_codes(row["tags"])) for row in rows}


def _codes(tags: str) -> Iterable[str]:
    return (_one(tag) for tag in tags.split(" ") if tag)


_seen: dict[str, str] = {}


def _one(tag: str) -> str:
    """The code of a tag, the same string each time: thousands of asks carry the same few hundred."""
    code = code_of(tag)
    return _seen.setdefault(code, code)


def _programmes(rows: Iterable[dict[str, str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Ask → each of its programmes with the surest way in which it is linked."""
    return {row["ask"]: _surest(line.split(" ") for line in row["links"].splitlines()) for row in rows}


def _surest(links: Iterable[list[str]]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for programme, status, basis in links:
        how = "proposed" if basis.removeprefix(NS) in COMPUTED else "stated"
        how = "confirmed" if status == terms.rg("confirmed") else how
        found[programme] = min(how, found.get(programme, how), key=SURENESS.index)
    return tuple(sorted(found.items()))


def _order(ask: Ask) -> tuple[object, ...]:
    return natural(terms.symbol_of(ask.iri)), natural(terms.paragraph_of(ask.iri)), ask.iri
