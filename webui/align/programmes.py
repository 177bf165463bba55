"""A State's programmes as an alignment reads them: projects and results of frameworks, and who carries them out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph import terms
from graph.terms import BASE, NS
from webui.asker import iri, records
from webui.cards import natural
from webui.state.kept import kept
from webui.state.told import Facts, told_of

_THINGS = """
  { SELECT DISTINCT ?thing WHERE {
      { VALUES ?state { UNDEF } ?thing rg:state ?state ; a rg:Project }
      UNION { VALUES ?state { UNDEF } ?plan rg:state ?state ; a rg:Framework . ?thing rg:framework ?plan ; a rg:Result }
  } }
"""
_WORDS = """
SELECT DISTINCT ?thing ?property ?value WHERE {
  # things
  VALUES ?property { dcterms:title rg:code rg:level } ?thing ?property ?value
}
""".replace("# things", _THINGS)
_PLACES = """
SELECT DISTINCT ?thing ?property ?value WHERE {
  # things
  { VALUES ?property { rg:partOf rg:framework rg:implementer } ?thing ?property ?value }
  UNION { ?thing a rg:Result BIND(rdf:type AS ?property) BIND(rg:Result AS ?value) }
  UNION { ?thing a rg:Project BIND(rdf:type AS ?property) BIND(rg:Project AS ?value) }
}
""".replace("# things", _THINGS)
_AGENCIES = """
SELECT DISTINCT ?agency ?name WHERE {
  { SELECT DISTINCT ?agency WHERE { # things ?thing rg:implementer ?agency } } ?agency rdfs:label ?name
} ORDER BY ?agency ?name
""".replace("# things", _THINGS)


@dataclass(frozen=True, slots=True)
class Programme:
    """A project, or a result of a framework with its `code` and `level` (`outcome`).

    `parents` are results that it is part of; `agencies` are codes (`unicef`).
    """

    iri: str
    kind: str
    title: str
    code: str
    level: str
    parents: tuple[str, ...]
    frameworks: tuple[str, ...]
    agencies: tuple[str, ...]

    @property
    def name(self) -> str:
        """Code and title; a title that begins with its code, as `Outcome 1.1: …`, says it already."""
        if self.code and self.code in self.title.partition(":")[0].split():
            return self.title
        return f"{self.code} {self.title}".strip() or self.iri.rsplit("/", 1)[-1]

    @property
    def order(self) -> tuple[object, ...]:
        return natural(self.code), natural(self.title), self.iri


@kept
def programmes(iso3: str) -> dict[str, Programme]:
    """IRI → programme, by code and title. Raises Refusal."""
    told = _told(iso3)
    words, places = told_of(_WORDS, told), told_of(_PLACES, told)
    found = {name: _programme(name, words.get(name, Facts()), facts) for name, facts in places.items()}
    return {one.iri: _placed(one, found) for one in sorted(found.values(), key=lambda one: one.order)}


@kept
def agency_names(iso3: str) -> dict[str, str]:
    """Code of an agency → the first of its names, of every programme. Raises Refusal."""
    found: dict[str, str] = {}
    for row in records(_AGENCIES, _told(iso3)):
        found.setdefault(agency_code(row["agency"]), row["name"])
    return found


def agency_code(agency: str) -> str:
    """An organisation as an address carries it: `unicef`."""
    return agency.removeprefix(BASE + "organisation/")


def framework_code(framework: str) -> str:
    """A framework as an address carries it: `MOZ/un-info-31`."""
    return framework.removeprefix(BASE + "framework/")


def _told(iso3: str) -> dict[str, list[str]]:
    return {"state": [iri(terms.state(iso3))]}


def _programme(name: str, words: Facts, places: Facts) -> Programme:
    return Programme(
        iri=name,
        kind="project" if NS + "Project" in places["type"] else "result",
        title=words.one("title"),
        code=words.one("code"),
        level=words.one("level").removeprefix(NS),
        parents=tuple(sorted(places["partOf"])),
        frameworks=tuple(sorted(places["framework"])),
        agencies=tuple(sorted(map(agency_code, places["implementer"]))),
    )


def _placed(one: Programme, every: Mapping[str, Programme]) -> Programme:
    """With the frameworks of what it is part of; a parent that is no programme is a framework itself."""
    parents = tuple(name for name in one.parents if name in every)
    above = {framework for name in parents for framework in every[name].frameworks}
    frameworks = above | {*one.frameworks, *one.parents} - {*parents}
    return replace(one, parents=parents, frameworks=tuple(sorted(frameworks)))
