"""Gaps, both ways: asks that nothing serves, results that serve no ask, persons left out; agencies by load."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from webui.align.matrix import above
from webui.align.programmes import Programme, agency_names
from webui.align.whole import Whole
from webui.state.asks import Ask
from webui.state.heat import PERSONS
from webui.state.names import concept_name, scheme_of

ASKS: Final = ("supported", "partlySupported", "noted")
PROGRAMMES: Final = ("results", "projects")
KINDS: Final = (*ASKS, *PROGRAMMES)


@dataclass(frozen=True, slots=True)
class Persons:
    """A group of persons: how many asks name it, and how many of these a programme serves."""

    code: str
    name: str
    asks: int
    served: int


@dataclass(frozen=True, slots=True)
class Load:
    """What one agency carries; a pair or an ask that several share counts in full for each of them."""

    code: str
    name: str
    programmes: int
    serving: int
    asks: int
    pairs: int


def idle(whole: Whole, kind: str) -> list[Programme]:
    """Results, or projects, that serve none of the asks; a result serves one where anything under it does."""
    serving = set(whole.served_by)
    serving |= {name for one in serving for name in above(whole, whole.every[one])}
    wanted = {"results": "result", "projects": "project"}[kind]
    return [one for one in whole.programmes.values() if one.kind == wanted and one.iri not in serving]


def unserved(whole: Whole, position: str) -> list[Ask]:
    """Supported or partly supported recommendations with no programme; noted ones that another mechanism repeats."""
    found = (ask for ask in whole.asks.values() if ask.of_the_review and ask.position == position)
    if position == "noted":
        return [ask for ask in found if ask.iri in whole.repeats]
    return [ask for ask in found if ask.iri not in whole.serving]


def counts(whole: Whole) -> dict[str, int]:
    """How many of each of KINDS."""
    return {kind: len(unserved(whole, kind)) for kind in ASKS} | {kind: len(idle(whole, kind)) for kind in PROGRAMMES}


def of_positions(whole: Whole) -> Counter[str]:
    """How many recommendations of the review stand at each position."""
    return Counter(ask.position for ask in whole.asks.values() if ask.of_the_review)


def persons(whole: Whole) -> list[Persons]:
    """Groups of persons that asks name: those whom nobody serves first, then by how many asks name them."""
    named: dict[str, list[str]] = defaultdict(list)
    for ask in whole.asks.values():
        for tag in ask.tags:
            if scheme_of(tag) == PERSONS:
                named[tag].append(ask.iri)
    found = [
        Persons(tag, concept_name(tag), len(asks), sum(ask in whole.serving for ask in asks))
        for tag, asks in named.items()
    ]
    return sorted(found, key=lambda one: (one.served > 0, -one.asks, one.name))


def loads(whole: Whole) -> list[Load]:
    """Agencies, the most loaded first. Raises Refusal."""
    names, served = agency_names(whole.iso3), whole.served_by
    mine: dict[str, list[str]] = defaultdict(list)
    for one in whole.programmes.values():
        for code in one.agencies:
            mine[code].append(one.iri)
    found = (_load(code, names.get(code, code), programmes, served) for code, programmes in mine.items())
    return sorted(found, key=lambda one: (-one.asks, -one.programmes, one.name))


def _load(code: str, name: str, programmes: Iterable[str], served: Mapping[str, Mapping[str, object]]) -> Load:
    some = list(programmes)
    helped = [served[one] for one in some if one in served]
    return Load(
        code, name, len(some), len(helped), len({ask for asks in helped for ask in asks}), sum(map(len, helped))
    )
