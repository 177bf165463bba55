"""The sentences of the alignment report, each with its numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator

from graph.export.alignment_coverage import grades_of, loads
from graph.export.alignment_gaps import KINDS, MARKED, Gap
from graph.export.alignment_words import states
from graph.export.facts import UPR, Facts
from graph.link.score import percent


def summary(facts: Facts) -> Iterator[str]:
    """What stands first: asks, positions, programmes, links, how they are known."""
    families = Counter(ask.family for ask in facts.asks.values())
    by_family = _listed(f"{_number(count)} of the {_inner(family)}" for family, count in sorted(families.items()))
    yield f"This review covers {_count(len(facts.asks), 'ask')} addressed to {states(facts)}: {by_family}."
    positions = Counter(ask.answer for ask in facts.asks.values() if ask.mechanism == UPR)
    if positions:
        told = _listed(f"{_number(count)} {position}" for position, count in sorted(positions.items()))
        yield f"By the State's latest position, the recommendations of the Universal Periodic Review are: {told}."
    kinds = Counter(one.kind for one in facts.programmes.values())
    yield (
        f"Beside them stand {_count(kinds['project'], 'project')} of UN agencies and "
        f"{_count(kinds['result'], 'result')} of {_count(len(facts.frameworks), 'framework')}."
    )
    yield _served(facts)
    yield _known(facts)


def _served(facts: Facts) -> str:
    share = percent(len(facts.serving), len(facts.asks))
    return (
        f"{_count(len(facts.serving), 'ask')} ({share} %) {_verb(len(facts.serving))} at least one programme that "
        f"contributes to it, by {_count(facts.pairs, 'link')}; of {_count(len(facts.programmes), 'programme')}, "
        f"{_number(len(facts.served_by))} {_verb(len(facts.served_by))} such a link."
    )


def _known(facts: Facts) -> str:
    grades = Counter(grades_of(facts).values())
    if not grades:
        return "No link between a programme and an ask is known."
    return (
        f"Of the asks served, {_number(grades['confirmed'])} rest on a link that a person confirmed, "
        f"{_number(grades['stated'])} on one that a document states, and {_number(grades['proposed'])} only on links "
        "that a computation proposes and nobody has checked yet."
    )


def gap_counts(gaps: list[Gap]) -> list[tuple[str, int]]:
    """Each kind of gap with its number."""
    counted = Counter(gap.kind for gap in gaps)
    return [(kind, counted[kind]) for kind in KINDS]


def load_sentence(facts: Facts) -> str:
    """Who carries most, and who nothing that is linked."""
    found = loads(facts)
    busy = [load for load in found if load.asks]
    if not found:
        return "The sources name no agency."
    idle = [load.agency for load in found if not load.asks]
    most = _listed(f"{load.agency} ({_count(load.asks, 'ask')})" for load in busy[:3])
    told = f"Most asks are served by {most}." if busy else "No agency's programme is linked to an ask."
    return f"{told} No link is known for {_listed(idle)}." if idle and busy else told


def marker_sentence(facts: Facts) -> str:
    """UN INFO's human rights marker beside the links."""
    marked = [one for one in facts.programmes.values() if one.marker is not None]
    if not marked:
        return "The sources give no human rights marker for any programme, so it cannot be compared with the links."
    claims = [one for one in marked if (one.marker or 0) >= MARKED]
    without = sum(one.iri not in facts.served_by for one in claims)
    others = sum(one.iri in facts.served_by for one in marked) - (len(claims) - without)
    return (
        f"UN INFO's human rights marker is given for {_count(len(marked), 'programme')}. Marked 2 or 3: "
        f"{_number(len(claims))}, of which {_number(without)} without a link to an ask. Marked lower, yet linked: "
        f"{_number(others)}."
    )


def _inner(family: str) -> str:
    """A family's name inside a sentence; the review's is a proper name."""
    return family if family.startswith("Universal") else family[:1].lower() + family[1:]


def _verb(count: int) -> str:
    return "has" if count == 1 else "have"


def _count(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _number(count: int) -> str:
    return f"{count:,}"


def _listed(parts: Iterable[str]) -> str:
    told = list(parts)
    return ", ".join(told[:-1]) + " and " + told[-1] if len(told) > 1 else "".join(told)
