"""A State's frameworks (UNDAF, UNSDCF and others) and their results."""

from dataclasses import dataclass

from graph import terms
from graph.terms import NS
from webui.asker import iri
from webui.cards import natural
from webui.state.kept import kept
from webui.state.told import Facts, told_of

_FRAMEWORKS = """
SELECT DISTINCT ?thing ?property ?value WHERE {
  VALUES ?state { UNDEF }
  ?thing rg:state ?state ; a rg:Framework .
  ?thing ?property ?value
  FILTER(?property IN (rdf:type, dcterms:title, rg:startDate, rg:endDate))
}
"""
_RESULTS = """
SELECT DISTINCT ?thing ?property ?value WHERE {
  VALUES ?state { UNDEF }
  ?framework rg:state ?state ; a rg:Framework . ?thing rg:framework ?framework .
  ?thing ?property ?value
  FILTER(?property IN (rdf:type, dcterms:title, rg:code, rg:level))
}
"""


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework, or one of its results: `code` and `level` (`outcome`) are those of a result."""

    iri: str
    title: str
    code: str
    level: str
    start: str
    end: str


@kept
def frameworks(iso3: str) -> tuple[Framework, ...]:
    """A State's frameworks, latest first. Raises Refusal."""
    found = _read(_FRAMEWORKS, iso3)
    return tuple(sorted(found, key=lambda one: (one.start, one.title, one.iri), reverse=True))


@kept
def results(iso3: str) -> tuple[Framework, ...]:
    """The results of all its frameworks, by code and title. Raises Refusal."""
    found = _read(_RESULTS, iso3)
    return tuple(sorted(found, key=lambda one: (natural(one.code), natural(one.title), one.iri)))


def _read(query: str, iso3: str) -> list[Framework]:
    told = told_of(query, {"state": [iri(terms.state(iso3))]})
    return [_framework(name, facts) for name, facts in told.items()]


def _framework(name: str, facts: Facts) -> Framework:
    return Framework(
        iri=name,
        title=facts.one("title") or name.rsplit("/", 1)[-1],
        code=facts.one("code"),
        level=facts.one("level").removeprefix(NS),
        start=facts.one("startDate"),
        end=facts.one("endDate"),
    )
