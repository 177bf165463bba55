"""The concrete matters that most asks of a group are about: the plainest name that a group can have."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from graph.link.block import Ask
from graph.link.lexicon import above, matters
from graph.link.read import read

MOST = 0.6
"""A matter that names a group concerns at least so many of its asks."""
CLOSE = 0.75
"""A second matter is named beside the first if it is worth nearly as much."""


def concrete(members: Sequence[Ask], groups: Sequence[Sequence[Ask]]) -> Iterator[str]:
    """Names made of one matter, or of two, the best first; nothing if no matter concerns most of the asks.

    A matter is worth its share of the asks times how few of the State's groups it concerns.
    """
    worth = {
        matter: count / len(members) * math.log(1 + len(groups) / _groups(matter, groups))
        for matter, count in Counter(matter for ask in members for matter in _about(ask)).items()
        if count >= MOST * len(members)
    }
    ranked = sorted(worth, key=lambda matter: (-worth[matter], matter))
    named = [matters().name(matter) for matter in ranked]
    if len(ranked) > 1 and worth[ranked[1]] >= CLOSE * worth[ranked[0]] and not _kin(ranked[0], ranked[1]):
        yield f"{named[0]} and {named[1][:1].lower()}{named[1][1:]}"
    yield from named[:2]


def _groups(matter: str, groups: Sequence[Sequence[Ask]]) -> int:
    return sum(2 * sum(matter in _about(ask) for ask in members) >= len(members) for members in groups) or 1


def _kin(one: str, other: str) -> bool:
    return above().get(one) == other or above().get(other) == one


@lru_cache(maxsize=8192)
def _told(text: str, mechanism: str) -> frozenset[str]:
    return read(text, mechanism).matters


def _about(ask: Ask) -> frozenset[str]:
    return _told(ask.text, ask.mechanism)
