"""Gaps, both ways: asks that nothing serves, what is noted and asked again, what serves no ask, persons left out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from graph.export.alignment_grid import above
from graph.export.facts import UPR, Facts, Programme, names

UNSERVED: Final = "Supported, and no programme is known"
PART_UNSERVED: Final = "Partly supported, and no programme is known"
REPEATED: Final = "Noted, and a treaty body or special procedure asks it too"
IDLE_RESULT: Final = "A result that serves no known ask"
IDLE_PROJECT: Final = "A project that serves no known ask"
PERSONS: Final = "A group of persons that asks name, and no programme serves those asks"
KINDS: Final = (UNSERVED, PART_UNSERVED, REPEATED, IDLE_RESULT, IDLE_PROJECT, PERSONS)

MARKED: Final = 2
"""UN INFO's human rights marker: 2 says a significant, 3 a principal objective."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: `what` names the thing, `text` its words, `beside` what else is known of it."""

    kind: str
    state: str
    what: str
    text: str
    beside: str = ""


def gaps(facts: Facts) -> list[Gap]:
    """In the order of KINDS."""
    return [*_asks(facts), *_idle(facts), *_left_out(facts)]


def _asks(facts: Facts) -> Iterator[Gap]:
    again = asked_again(facts)
    for position, kind in (("supported", UNSERVED), ("partly supported", PART_UNSERVED), ("noted", REPEATED)):
        for iri, ask in facts.asks.items():
            repeated = again.get(iri, "")
            if ask.position == position and (repeated if kind == REPEATED else iri not in facts.serving):
                beside = f"also asked: {repeated}" if repeated else ""
                yield Gap(kind, ask.state, ask.citation, ask.text, beside)


def asked_again(facts: Facts) -> Mapping[str, str]:
    """Ask → where treaty bodies and special procedures ask the same."""
    found: dict[str, list[str]] = defaultdict(list)
    for link in facts.standing("reinforces"):
        for one, other in ((link.subject, link.object), (link.object, link.subject)):
            if one in facts.asks and other in facts.every_ask and facts.every_ask[other].mechanism != UPR:
                found[one].append(facts.every_ask[other].citation)
    return {iri: "; ".join(sorted(set(citations))) for iri, citations in found.items()}


def _idle(facts: Facts) -> Iterator[Gap]:
    """A result serves an ask where itself, or anything under it, does."""
    serving = set(facts.served_by)
    serving |= {iri for programme in facts.served_by for iri in above(facts, facts.programmes[programme])}
    for kind, what in (("result", IDLE_RESULT), ("project", IDLE_PROJECT)):
        for iri, programme in facts.programmes.items():
            if programme.kind == kind and iri not in serving:
                yield Gap(what, programme.state, _who(programme), programme.name, _marked(programme))


def _who(programme: Programme) -> str:
    if programme.kind == "result":
        return programme.what
    return names(programme.agencies) or "agency not told"


def _marked(programme: Programme) -> str:
    return f"human rights marker {programme.marker}" if programme.marker is not None else ""


def _left_out(facts: Facts) -> Iterator[Gap]:
    """Groups of persons by State, those most asks name first."""
    named: dict[tuple[str, str], list[str]] = defaultdict(list)
    for iri, ask in facts.asks.items():
        for tag in ask.tags:
            if tag.kind == "affectedGroup":
                named[ask.state, tag.label].append(iri)
    for (state, label), asks in sorted(named.items(), key=lambda pair: (pair[0][0], -len(pair[1]), pair[0][1])):
        if not any(ask in facts.serving for ask in asks):
            cited = "; ".join(facts.asks[ask].citation for ask in asks)
            yield Gap(
                PERSONS,
                state,
                label,
                f"{len(asks)} asks: {cited}" if len(asks) > 1 else cited,
                _tagged(facts, state, label),
            )


def _tagged(facts: Facts, state: str, label: str) -> str:
    """A programme may name them, and yet be linked to no ask about them."""
    count = sum(
        programme.state == state and any(tag.kind == "affectedGroup" and tag.label == label for tag in programme.tags)
        for programme in facts.programmes.values()
    )
    return f"{count} programmes name them, none is linked to these asks" if count else "no programme names them"
