"""What falls or stands with a link.

Links are judged as they stand now: all that nobody rejected. If one falls,

* between two asks: the asks on the smaller side lose the rest where it is the only bridge between them; each programme
  that works on one of the two only, and each position a State took on one, no longer reaches the other;
* from a programme, or from a passage that reports: an end that has no other such link stands alone ("no programme works
  on it" is a finding of an alignment review), and an ask with a position changes the count of what is answered and
  worked on.

Each of these is one statement that hangs on the link, and the link itself is one; where another link joins the same
two, nothing else hangs on it. Influence is the logarithm: a bridge to sixty asks is worth six plain links, not sixty,
so that what is almost certain does not outrank what is open.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from math import log2
from typing import Final

from graph.records import Relation
from graph.review.bridges import cut_off, pair
from graph.review.links import Held

BETWEEN_ASKS: Final = frozenset((Relation.REINFORCES, Relation.REPEATS, Relation.SAME_ASK, Relation.GROUPED_WITH))


@dataclass(frozen=True, slots=True)
class Hanging:
    """What hangs on one link: asks cut off, ends left alone, programmes and positions that no longer reach over."""

    asks: int = 0
    alone: tuple[str, ...] = ()
    programmes: int = 0
    positions: int = 0

    @property
    def influence(self) -> float:
        """1 for a plain link, one more for each doubling of what hangs on it."""
        return log2(2 + self.asks + len(self.alone) + self.programmes + self.positions)


class Influence:
    """The standing links of one State, ready to tell of each what hangs on it."""

    def __init__(self, links: Iterable[Held], answered: Set[str]) -> None:
        """`answered`: the asks on which a State stated a position."""
        standing = [link for link in links if link.status != "rejected"]
        self._answered = answered
        self._often = Counter((_kind(link), pair(link.subject, link.object)) for link in standing)
        self._bridges = cut_off(pair(one.subject, one.object) for one in standing if one.relation in BETWEEN_ASKS)
        self._degree: Counter[tuple[str, str]] = Counter()
        for name, ends in self._often:
            self._degree.update((name, end) for end in ends)
        self._programmes: dict[str, set[str]] = defaultdict(set)
        for link in standing:
            if link.relation == Relation.CONTRIBUTES_TO:
                self._programmes[link.object].add(link.subject)

    def of(self, link: Held) -> Hanging:
        """What hangs on a standing link of this State."""
        ends = pair(link.subject, link.object)
        if self._often[_kind(link), ends] > 1:
            return Hanging()
        positions = len(self._answered & set(ends))
        if link.relation in BETWEEN_ASKS:
            one, other = (self._programmes.get(end, set()) for end in ends)
            return Hanging(self._bridges.get(ends, 0), (), len(one ^ other), positions)
        alone = tuple(end for end in (link.subject, link.object) if self._degree[_kind(link), end] == 1)
        return Hanging(0, alone, 0, positions)


def _kind(link: Held) -> str:
    """Asks hang together by any of the relations between asks; the others each tell of themselves."""
    return "" if link.relation in BETWEEN_ASKS else link.relation


def in_words(hanging: Hanging, link: Held) -> Iterator[str]:
    """What hangs on a link, in plain words, the weightiest kind first."""
    if hanging.asks:
        yield f"the only bridge between two parts of the network: {_counted(hanging.asks, 'ask')} would be cut off"
    for end in hanging.alone:
        yield _LONE[link.relation, end == link.subject]
    if hanging.programmes:
        yield f"{_counted(hanging.programmes, 'programme')} on one of the two only"
    if hanging.positions:
        yield f"{_counted(hanging.positions, 'position')} of the State on its ends"


_LONE: Final = {
    ("contributesTo", True): "the only ask this programme works on",
    ("contributesTo", False): "the only programme that works on this ask",
    ("reportsOn", True): "the only ask this passage reports on",
    ("reportsOn", False): "the only report on this ask",
    ("names", True): "all that this passage names",
    ("names", False): "the only passage that names it",
    ("cites", True): "all that this passage cites",
    ("cites", False): "the only passage that cites it",
}
"""Relation and whether the subject is left alone → what that means."""


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
