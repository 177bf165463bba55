"""A text's words with every name in them cut down to one mark, so that a pattern can look at what stands around."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from graph.link.named.vocabulary import Mention
from graph.link.named.words import Words

MARK = "§"
"""Stands for a name, with its number behind it: `ratify the §0 and §1`."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """`line` is words and marks joined by blanks, one blank before and behind; `starts[n]` is where part `n` begins,
    `parts[n]` are the words (first, last) that it stands for, `places` where the mark of each mention stands."""

    told: Words
    mentions: tuple[Mention, ...]
    line: str
    starts: tuple[int, ...]
    parts: tuple[tuple[int, int], ...]
    places: tuple[tuple[int, int], ...]

    def words(self, begin: int, end: int) -> tuple[int, int]:
        """The words that begin between two places of the line."""
        inside = self.parts[bisect_left(self.starts, begin) : bisect_left(self.starts, end)]
        return inside[0][0], inside[-1][1]


def skeleton(told: Words, mentions: Sequence[Mention]) -> Skeleton:
    """Of several names of the same words the first one is marked; all keep their numbers."""
    ordered = tuple(sorted(mentions, key=lambda one: one.first))
    begins: dict[int, int] = {}
    for number, mention in enumerate(ordered):
        begins.setdefault(mention.first, number)
    pieces, starts, parts, marked = [" "], [], [], {}
    at, length = 0, 1
    while at < len(told.folded):
        number = begins.get(at, -1)
        piece = told.folded[at] if number < 0 else f"{MARK}{number}"
        end = at + 1 if number < 0 else ordered[number].last
        starts.append(length)
        parts.append((at, end))
        marked[at] = (length, length + len(piece))
        pieces.append(f"{piece} ")
        at, length = end, length + len(piece) + 1
    places = tuple(marked.get(mention.first, (0, 0)) for mention in ordered)
    return Skeleton(told, ordered, "".join(pieces), tuple(starts), tuple(parts), places)
