"""How many hits there are of each kind, State, family and position."""

import sqlite3
from collections import Counter

from graph.text.hit import Count, Found


def facets(base: sqlite3.Connection, counted: dict[int, int]) -> Found:
    """How many hits each value has: told by the numbers of the hits alone."""
    kinds: Counter[str] = Counter()
    of_states: Counter[str] = Counter()
    families: Counter[str] = Counter()
    positions: Counter[str] = Counter()
    for number, kind, named, some, position in base.execute("SELECT id, kind, states, families, position FROM profile"):
        if not (hits := counted.get(number, 0)):
            continue
        kinds[kind] += hits
        for state in named.split():
            of_states[state] += hits
        for family in some.split():
            families[family] += hits
        if kind == "Recommendation" and "upr" in some.split():
            positions[position or "none"] += hits
    return Found(
        hits=(),
        total=sum(counted.values()),
        first=0,
        kinds=_most(kinds),
        states=_most(of_states),
        families=_most(families),
        positions=_most(positions),
    )


def _most(counted: Counter[str]) -> tuple[Count, ...]:
    """Values that any hit has, those of most hits first."""
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Count(value, hits) for value, hits in ranked)
