"""What the graph tells of a State's asks that groups report: positions, years, programmes that contribute."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from graph import calendar
from graph.store.asking import Asker
from graph.terms import DCTERMS, mechanism, rg

_TOLD = """
SELECT ?ask ?what ?value WHERE {{
  {{ ?ask <{state}> {of} ; <{position}> ?value BIND("position" AS ?what) }}
  UNION {{ ?ask <{state}> {of} ; <{engagement}> ?look . ?look <{reviewed}>|<{start}> ?value BIND("looked" AS ?what) }}
  UNION {{ ?ask <{state}> {of} ; <{document}> ?paper . ?paper <{issued}> ?value BIND("issued" AS ?what) }}
  UNION {{ ?ask <{state}> {of} ; <{mechanism}> {upr} ; <{session}> ?value BIND("session" AS ?what) }}
  UNION {{ ?ask <{state}> {of} . ?value <{contributes}> ?ask BIND("programme" AS ?what) }}
}}
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of one ask. `position` is a local name (`supported`) or empty.

    `year` is that of the review, examination or visit; failing that, of the UPR session or of the document; None if no
    source dates it.
    `programmes` are the IRIs of those that a source says contribute to it.
    """

    position: str = ""
    year: int | None = None
    programmes: tuple[str, ...] = ()


def read(asker: Asker, state: str) -> dict[str, Told]:
    """Ask IRI → what is known of it, for every ask of a State (IRI) of which anything is."""
    query = _TOLD.format(
        of=ox.NamedNode(state),
        state=rg("state"),
        position=rg("position"),
        engagement=rg("engagement"),
        reviewed=rg("reviewDate"),
        start=rg("startDate"),
        document=rg("document"),
        mechanism=rg("mechanism"),
        upr=ox.NamedNode(mechanism("UPR")),
        session=rg("session"),
        issued=DCTERMS + "issued",
        contributes=rg("contributesTo"),
    )
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for ask, what, value in asker.select(query).rows:
        if ask and what and value:
            found[ask.value][what.value].add(value.value)
    return {ask: _told(facts) for ask, facts in sorted(found.items())}


def _told(facts: Mapping[str, set[str]]) -> Told:
    return Told(
        position=min(facts.get("position", {""})).removeprefix(rg("")),
        year=_year(facts.get("looked", set()) or _sessions(facts) or facts.get("issued", set())),
        programmes=tuple(sorted(facts.get("programme", ()))),
    )


def _sessions(facts: Mapping[str, set[str]]) -> set[str]:
    """The first days of the UPR sessions that are told, where the calendar knows them."""
    known = calendar.sessions()
    told = (known.get(int(number)) for number in facts.get("session", ()) if number.isdecimal())
    return {one.start.isoformat() for one in told if one and one.start}


def _year(days: set[str]) -> int | None:
    """Of several days the first: a review is dated by its session and by its own day."""
    years = [int(day[:4]) for day in days if day[:4].isdecimal()]
    return min(years, default=None)
