"""The facts of a group that a person can read out: who asks, since when, how surely, what holds it together."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import networkx as nx

from graph import calendar, terms
from graph.link.block import Ask
from graph.link.groups.told import Told
from graph.link.labels import SURE_ENOUGH, Label
from graph.link.made import Link

SHARE = 1 / 2
"""Persons and goals that so many of a group's asks are tagged with are the group's; one ask alone tells nothing."""


def strength(members: Sequence[Ask], links: Iterable[Link]) -> float:
    """How surely another mechanism backs an ask of the group, on average, 0 to 1.

    The mean over its asks of the score of the surest link that each has with an ask of another mechanism of the group;
    an ask that has none counts 0.
    """
    mechanism = {ask.iri: ask.mechanism for ask in members}
    best = dict.fromkeys(mechanism, 0.0)
    for link in links:
        if mechanism[link.subject] != mechanism[link.object]:
            for iri in (link.subject, link.object):
                best[iri] = max(best[iri], link.score)
    return round(sum(best.values()) / len(best), 3)


def centrality(graph: "nx.Graph[str]") -> tuple[tuple[str, float], ...]:
    """Each ask with how closely it is linked to all the others, 0 to 1: the mean score, 0 where there is no link."""
    others = max(len(graph) - 1, 1)
    degree: Iterable[tuple[str, float]] = graph.degree(weight="weight")
    return tuple(sorted((iri, round(min(total / others, 1.0), 3)) for iri, total in degree))


def bridges(graph: "nx.Graph[str]", links: Iterable[Link]) -> tuple[str, ...]:
    """The link records without which the group would fall apart: between two parts no other link stands."""
    records: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for link in links:
        record = terms.link(link.subject, terms.rg(link.relation.value), link.object, link.basis.value)
        records[frozenset((link.subject, link.object))].add(record)
    lone = (records[frozenset(pair)] for pair in nx.bridges(graph))
    return tuple(sorted(record for found in lone if len(found) == 1 for record in found))


def joints(graph: "nx.Graph[str]") -> tuple[str, ...]:
    """The asks without which the group would fall apart."""
    return tuple(sorted(nx.articulation_points(graph)))


def counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """How often each value occurs, the empty one left out; sorted."""
    return tuple(sorted((value, count) for value, count in Counter(values).items() if value))


def years(state: str, members: Iterable[Ask], told: Mapping[str, Told]) -> tuple[int, int] | None:
    """The first and the last year of the asks that anything dates; of a UPR cycle at least its session is known."""
    reviews = calendar.reviews(state.rsplit("/", 1)[-1])
    found: set[int] = set()
    for ask in members:
        year = told.get(ask.iri, Told()).year
        session = calendar.sessions().get(reviews.get(ask.cycle or 0, 0))
        if year is not None:
            found.add(year)
        elif session and session.start:
            found.add(session.start.year)
    return (min(found), max(found)) if found else None


def programmes(members: Collection[str], told: Mapping[str, Told], programmed: Iterable[Link]) -> tuple[str, ...]:
    """The projects and results that a source or a computed link says contribute to a member."""
    stated = {one for iri in members for one in told.get(iri, Told()).programmes}
    return tuple(sorted(stated | {link.subject for link in programmed if link.object in members}))


def shared(members: Sequence[Ask], labels: Mapping[str, Mapping[str, Label]], scheme: str) -> tuple[str, ...]:
    """The concepts whose IRIs begin so that half of the asks carry, and two at least; commonest first."""
    count: Counter[str] = Counter()
    for ask in members:
        given = ask.themes | ask.persons | ask.sdgs
        sure = {concept for concept, label in labels[ask.iri].items() if label.weight >= SURE_ENOUGH}
        count.update(concept for concept in given | sure if concept.startswith(scheme))
    enough = [concept for concept, asks in count.items() if asks >= max(2, len(members) * SHARE)]
    return tuple(sorted(enough, key=lambda concept: (-count[concept], concept)))
