"""Which group is which: a group keeps its identifier from build to build while its membership mostly holds."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count

from graph import terms


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier builds knew of one State's groups.

    `groups`: group → its asks. `moved`: a group that is no more → the group that took it in. All are IRIs.
    """

    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)


def keep(old: Mapping[str, frozenset[str]], new: Sequence[frozenset[str]]) -> list[str]:
    """For each new group the identifier it keeps, or an empty string.

    An identifier goes to the group that holds the most of its former asks, and at least half of them: so the larger
    part of a split keeps it, and of two groups that become one the larger gives its identifier. No ask may be in two
    of the new groups.
    """
    claims = sorted(
        (-shared, len(old[identifier]) - shared, len(new[place]) - shared, identifier, sorted(new[place]), place)
        for identifier, place, shared in _shares(old, new)
        if 2 * shared >= len(old[identifier])
    )
    kept = [""] * len(new)
    given: set[str] = set()
    for *_, identifier, _members, place in claims:
        if not kept[place] and identifier not in given:
            kept[place] = identifier
            given.add(identifier)
    return kept


def name(known: Known, new: Sequence[frozenset[str]], iso3: str) -> list[str]:
    """An identifier for each new group of a State: the one it keeps, or one that was never used before."""
    named = keep(known.groups, new)
    used = {*known.groups, *known.moved, *known.moved.values()}
    for place in sorted(range(len(new)), key=lambda at: sorted(new[at])):
        if not named[place]:
            named[place] = _fresh(iso3, new[place], used)
            used.add(named[place])
    return named


def replaced(known: Known, new: Sequence[frozenset[str]], named: Sequence[str]) -> list[tuple[str, ...]]:
    """For each new group the identifiers of groups that it took in, now or in an earlier build; sorted.

    A group that kept no identifier was taken in by the one that holds more than half of its asks.
    """
    moved = {gone: to for gone, to in known.moved.items() if gone not in known.groups}
    for identifier, place, shared in sorted(_shares(known.groups, new)):
        if identifier not in named and 2 * shared > len(known.groups[identifier]):
            moved[identifier] = named[place]
    found: dict[str, set[str]] = {identifier: set() for identifier in named}
    for gone in moved:
        end = _end(gone, moved)
        if end in found and end != gone:
            found[end].add(gone)
    return [tuple(sorted(found[identifier])) for identifier in named]


def _shares(old: Mapping[str, frozenset[str]], new: Sequence[frozenset[str]]) -> Iterable[tuple[str, int, int]]:
    """Old group, place of a new one, and how many asks they share, where they share any."""
    place = {ask: at for at, members in enumerate(new) for ask in members}
    for identifier, members in old.items():
        for at, shared in Counter(place[ask] for ask in members if ask in place).items():
            yield identifier, at, shared


def _fresh(iso3: str, members: frozenset[str], used: set[str]) -> str:
    """Named by one of its asks, the first by checksum: asks that come or go seldom change which one that is."""
    anchors = sorted(terms.group(iso3, [ask]) for ask in members)
    numbered = (terms.group(iso3, [f"{' '.join(sorted(members))} {number}"]) for number in count(2))
    return next(name for name in chain(anchors, numbered) if name not in used)


def _end(gone: str, moved: Mapping[str, str]) -> str:
    """Where a chain of moves ends; itself if it goes round in a circle, as a careless merge of two files may."""
    seen = {gone}
    at = moved[gone]
    while at in moved:
        if at in seen:
            return gone
        seen.add(at)
        at = moved[at]
    return at
