"""One State's asks and programmes, read from the graph: what the linker works on.

Of a paragraph that asks by letters the lettered asks are taken, not the paragraph, unless a document quotes it whole.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from graph.store.asking import Asker
from graph.terms import DCTERMS, RDF, cycle_of, document_of, rg, whole_of

_OF_STATE = """
SELECT ?thing ?property ?value WHERE {{
  ?thing <{state_of}> {state} ; a {kind} ; ?property ?value FILTER(?property IN ({properties}))
}}
"""

_STATES = "SELECT DISTINCT ?state WHERE { ?thing <%s> ?state ; a <%s> }"
_DATES = """
SELECT ?thing ?day WHERE {{ ?thing <{state_of}> {state} ; ?dated ?day FILTER(?dated IN (<{start}>, <{issued}>)) }}
"""
_FAMILIES = "SELECT ?mechanism ?family WHERE { ?mechanism <%s> ?family }"

Properties = dict[str, list[str]]
"""Local name of a property → its values, as IRIs or plain text."""

_ASK = (
    "type", "text", "summary", "section", "mechanism", "theme", "affectedGroup", "sdg", "cites", "groupedWith",
    "engagement", "reportsOn",
)  # fmt: skip
_PROGRAMME = ("type", "title", "description", "theme", "affectedGroup", "sdg", "implementer")


@dataclass(frozen=True, slots=True)
class Ask:
    """A recommendation or observation: `text` is its wording or, failing that, what a document says it says.

    `summary`: the words are another document's. `cycle` is the UPR cycle it was made in, None outside the UPR;
    `engagement` the review, examination or visit (an IRI, or empty); `when` orders asks of one mechanism: the cycle, or
    the year of the engagement or document; None if undated.
    """

    iri: str
    text: str
    cycle: int | None
    mechanism: str
    family: str
    themes: frozenset[str]
    persons: frozenset[str]
    sdgs: frozenset[str]
    engagement: str = ""
    when: float | None = None
    summary: bool = False


@dataclass(frozen=True, slots=True)
class Programme:
    """A project or a result of a framework."""

    iri: str
    text: str
    themes: frozenset[str]
    persons: frozenset[str]
    sdgs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or section of a review's paper: what it cites, and which recommendations are listed beside it.

    `cycle` is that of the review; None for a statement elsewhere.
    """

    iri: str
    text: str
    cycle: int | None
    section: str
    cites: tuple[str, ...]
    grouped: tuple[str, ...]
    reports_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Everything of one State that linking needs; States are independent of each other."""

    state: str
    asks: tuple[Ask, ...]
    programmes: tuple[Programme, ...]
    statements: tuple[Statement, ...]


def states(asker: Asker) -> list[str]:
    """The IRIs of all States that any passage addresses, sorted."""
    rows = asker.select(_STATES % (rg("state"), rg("Passage")))
    return sorted(row[0].value for row in rows.rows if row[0])


def families(asker: Asker) -> dict[str, str]:
    """Mechanism IRI → family IRI."""
    rows = asker.select(_FAMILIES % rg("family"))
    return {row[0].value: row[1].value for row in rows.rows if row[0] and row[1]}


def read(asker: Asker, state: str, family_of: Mapping[str, str]) -> Block:
    """The block of one State, everything in order of IRI."""
    passages = _things(asker, state, "Passage", _ASK)
    dates = _dates(asker, state)
    programmes = _things(asker, state, "Project", _PROGRAMME)
    programmes |= _results(asker, state)
    is_statement = rg("Statement")
    with_parts = {whole for iri in passages if (whole := whole_of(iri))}
    return Block(
        state=state,
        asks=tuple(
            _ask(iri, facts, family_of, dates)
            for iri, facts in sorted(passages.items())
            if _is_ask(facts) and (iri not in with_parts or facts["summary"])
        ),
        programmes=tuple(_programme(iri, facts) for iri, facts in sorted(programmes.items())),
        statements=tuple(
            _statement(iri, facts) for iri, facts in sorted(passages.items()) if is_statement in facts["type"]
        ),
    )


_NO_ASKS = frozenset((rg("Pledge"), rg("Question")))


def _is_ask(facts: Properties) -> bool:
    """A mechanism's recommendation or concern; what else it says counts where another document quotes it."""
    types = set(facts["type"])
    said_only = rg("Statement") in types and not facts["summary"]
    return bool(facts["mechanism"]) and not types & _NO_ASKS and not said_only


def _things(asker: Asker, state: str, kind: str, wanted: tuple[str, ...]) -> dict[str, Properties]:
    query = _OF_STATE.format(
        kind=_nodes([rg(kind)]), state_of=rg("state"), state=_nodes([state]), properties=_listed(wanted)
    )
    return _gather(asker, query)


def _listed(wanted: Iterable[str]) -> str:
    return _nodes((_PREDICATES.get(name, rg(name)) for name in wanted), ", ")


_RESULTS = """
SELECT ?thing ?property ?value WHERE {{
  ?framework <{state_of}> {state} .
  ?thing <{framework_of}> ?framework ; ?property ?value FILTER(?property IN ({properties}))
}}
"""


def _results(asker: Asker, state: str) -> dict[str, Properties]:
    """Results belong to a State by their framework."""
    query = _RESULTS.format(
        state_of=rg("state"),
        state=_nodes([state]),
        framework_of=rg("framework"),
        properties=_listed(_PROGRAMME),
    )
    return _gather(asker, query)


_PREDICATES = {"type": RDF + "type", "title": DCTERMS + "title"}
_NAMES = {iri: name for name, iri in _PREDICATES.items()}


def _gather(asker: Asker, query: str) -> dict[str, Properties]:
    things: dict[str, Properties] = defaultdict(lambda: defaultdict(list))
    for thing, name, value in asker.select(query).rows:
        if thing and name and value:
            local = _NAMES.get(name.value, name.value.rsplit("#", 1)[-1])
            things[thing.value][local].append(value.value)
    return things


def _nodes(iris: Iterable[str], between: str = " ") -> str:
    return between.join(str(ox.NamedNode(iri)) for iri in iris)


def _dates(asker: Asker, state: str) -> dict[str, float]:
    """Engagements and documents of a State → the year, with a part for the day, at which they began or were issued."""
    query = _DATES.format(state_of=rg("state"), state=_nodes([state]), start=rg("startDate"), issued=DCTERMS + "issued")
    found: dict[str, float] = {}
    for thing, day in asker.select(query).rows:
        if thing and day and (told := re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", day.value)):
            year, month, date = (int(part or 0) for part in told.groups())
            when = year + month / 13 + date / 500
            found[thing.value] = min(when, found.get(thing.value, when))
    return found


def _ask(iri: str, facts: Properties, family_of: Mapping[str, str], dates: Mapping[str, float]) -> Ask:
    mechanism = min(facts["mechanism"])
    engagement = min(facts["engagement"], default="")
    cycle = _cycle(facts)
    year = dates.get(engagement) or dates.get(document_of(iri))
    return Ask(
        iri=iri,
        text=" ".join(sorted(facts["text"]) or sorted(facts["summary"])),
        cycle=cycle,
        mechanism=mechanism,
        family=family_of.get(mechanism, ""),
        themes=frozenset(facts["theme"]),
        persons=frozenset(facts["affectedGroup"]),
        sdgs=frozenset(facts["sdg"]),
        engagement=engagement,
        when=cycle or year,
        summary=not facts["text"],
    )


_WORKING_GROUP = "/WG.6/"
"""In the symbols of the three papers that a review rests on."""


def _cycle(facts: Properties) -> int | None:
    return next((cycle for one in sorted(facts["engagement"]) if (cycle := cycle_of(one))), None)


def _programme(iri: str, facts: Properties) -> Programme:
    return Programme(
        iri=iri,
        text=" ".join(sorted(facts["title"]) + sorted(facts["description"])),
        themes=frozenset(facts["theme"]),
        persons=frozenset(facts["affectedGroup"]),
        sdgs=frozenset(facts["sdg"]),
    )


def _statement(iri: str, facts: Properties) -> Statement:
    return Statement(
        iri=iri,
        text=" ".join(sorted(facts["text"])),
        cycle=_cycle(facts) if _WORKING_GROUP in document_of(iri) else None,
        section=" ".join(sorted(facts["section"])),
        cites=tuple(sorted(facts["cites"])),
        grouped=tuple(sorted(facts["groupedWith"])),
        reports_on=tuple(sorted(facts["reportsOn"])),
    )
