"""The asks of other mechanisms that a recommendation reinforces, each with every standing link that says so."""

from collections import defaultdict

from graph.export.facts import Ask, Facts, Link

Pairs = list[tuple[Ask, list[Link]]]
"""Counterparts of an ask with their links, the surest first."""


def counterparts(facts: Facts) -> dict[str, Pairs]:
    """Ask → its counterparts, the surest first; asks without any are left out."""
    found: defaultdict[str, defaultdict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in facts.standing("reinforces"):
        if link.subject in facts.every_ask and link.object in facts.every_ask:
            found[link.subject][link.object].append(link)
            found[link.object][link.subject].append(link)
    return {ask: _surest_first(facts, others) for ask, others in found.items()}


def _surest_first(facts: Facts, others: dict[str, list[Link]]) -> Pairs:
    pairs = ((facts.every_ask[iri], sorted(links, key=lambda link: link.rank)) for iri, links in others.items())
    return sorted(pairs, key=lambda pair: pair[1][0].rank)
