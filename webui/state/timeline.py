"""Everything that happened between a State and the mechanisms, year by year, with the UN's frameworks beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from graph import terms
from graph.terms import NS
from webui.asker import iri
from webui.state.kept import kept
from webui.state.papers import papers
from webui.state.reviews import Engagement, engagements
from webui.state.told import Facts, told_of

_NOTICES = """
SELECT DISTINCT ?thing ?property ?value WHERE {
  VALUES ?state { UNDEF }
  ?thing rg:state ?state .
  VALUES ?kind { rg:VisitNotice rg:StandingInvitation rg:Framework }
  ?thing a ?kind .
  ?thing ?property ?value
  FILTER(?property IN (rdf:type, rdfs:label, rg:visitStep, rg:when, rg:startDate, rg:endDate,
    dcterms:title, rg:mechanism))
}
"""


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `start` and `end` are ISO days, months or years, empty where none is known.

    `kind` is a key of the page's words; `name` is a proper name: a body, a title, a symbol.
    """

    start: str
    end: str
    kind: str
    name: str
    iri: str
    cycle: int | None = None
    session: int | None = None
    note: str = ""

    @property
    def year(self) -> str:
        return self.start[:4]


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year, latest first; `year` is empty for those that no source dates."""

    year: str
    events: tuple[Event, ...]

    @property
    def count(self) -> int:
        return len(self.events)


@kept
def events(iso3: str) -> tuple[Event, ...]:
    """Latest first, undated ones last. Raises Refusal."""
    told = told_of(_NOTICES, {"state": [iri(terms.state(iso3))]})
    found = [event for one in engagements(iso3) for event in _of_engagement(one)]
    found += [_of_notice(name, facts) for name, facts in told.items()]
    found += _of_papers(iso3)
    return tuple(sorted(found, key=lambda one: (one.start, one.kind, one.name, one.iri), reverse=True))


def years(some: tuple[Event, ...]) -> list[Year]:
    """Events under their years."""
    return [Year(year, tuple(group)) for year, group in groupby(some, key=lambda one: one.year)]


def _of_engagement(one: Engagement) -> Iterator[Event]:
    name = one.mechanism.name if one.mechanism else ""
    kind = {"Review": "review", "Examination": "examination", "Visit": "visit"}.get(one.kind, "engagement")
    start = one.day.isoformat() if one.day else ""
    end = one.end.isoformat() if one.end and not one.reviewed else ""
    yield Event(start, end, kind, name, one.iri, one.cycle, one.session, one.holder)
    if one.adopted:
        yield Event(one.adopted.isoformat(), "", "adoption", "", one.iri, one.cycle, one.council)


def _of_notice(name: str, facts: Facts) -> Event:
    if terms.rg("Framework") in facts["type"]:
        return Event(facts.one("startDate"), facts.one("endDate"), "framework", facts.one("title"), name)
    if terms.rg("StandingInvitation") in facts["type"]:
        return Event(facts.one("when"), "", "invitation", "", name)
    step = facts.one("visitStep").removeprefix(NS)
    who = terms.slug(facts.one("mechanism").rsplit("/", 1)[-1])
    return Event(facts.one("when"), "", "notice", facts.one("label") or who, name, note=step)


_PAPERS = {
    "MidtermReport": "midterm",
    "ConcludingObservations": "observations",
    "VisitReport": "visitReport",
}


def _of_papers(iso3: str) -> Iterator[Event]:
    """Reports that are events themselves."""
    for paper in papers(iso3):
        if paper.kind in _PAPERS:
            yield Event(paper.issued, "", _PAPERS[paper.kind], paper.symbol, paper.iri)
