"""Computed links of one relation: candidates, their features, the best pair of parts, the score and why."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.link.candidates import Allowed, Candidates, candidates
from graph.link.features import Pairs, features, vetoed
from graph.link.made import Link
from graph.link.reasons import reasons
from graph.link.score import Weights, scores
from graph.link.sides import Side
from graph.records import Basis, Relation

MOST = 12
"""At most so many links of one relation from one thing: the best ones."""

Grouped = Callable[[NDArray[np.int64], NDArray[np.int64]], NDArray[np.float64]]
"""1 where OHCHR lists two things (by place) under one heading, else 0."""


def ungrouped(left: NDArray[np.int64], _right: NDArray[np.int64]) -> NDArray[np.float64]:
    """Where no document lists anything together."""
    return np.zeros(len(left))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two lists compared for one relation; `allowed` and `grouped` are asked for things by place, not for parts."""

    relation: Relation
    left: Side
    right: Side
    weights: Weights
    allowed: Allowed
    grouped: Grouped = ungrouped

    def pairs(self) -> Pairs:
        """The pairs of parts that are looked at."""
        found = candidates(self.left, self.right, self._parts_allowed)
        return self.measured(found)

    def measured(self, found: Candidates) -> Pairs:
        """Their features."""
        listed = self.grouped(self.left.whose[found.left], self.right.whose[found.right])
        return features(self.left, self.right, found.left, found.right, listed)

    def odds(self, pairs: Pairs) -> NDArray[np.float64]:
        """Log-odds of each pair of parts; −∞ where it cannot be: other treaties, the opposite."""
        never = vetoed(self.relation, self.left, self.right, pairs.left, pairs.right)
        odds: NDArray[np.float64] = np.where(never, -np.inf, self.weights.odds(pairs.table))
        return odds

    def links(self) -> list[Link]:
        """The links above the threshold, at most MOST from one thing, in order of place."""
        pairs = self.pairs()
        odds = self.odds(pairs)
        return [self._link(pairs, odds, at) for at in self._kept(pairs, odds)]

    def _parts_allowed(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.bool_]:
        return self.allowed(self.left.whose[left], self.right.whose[right])

    def _kept(self, pairs: Pairs, odds: NDArray[np.float64]) -> Iterator[int]:
        """Of each pair of things the best pair of parts, if it is good enough and among the best of both."""
        one, other = self.left.whose[pairs.left], self.right.whose[pairs.right]
        enough = np.flatnonzero(np.isfinite(odds) & (scores(odds) >= self.weights.threshold))
        ranks = _ranks(self.left.iris)[one[enough]], _ranks(self.right.iris)[other[enough]]
        order = enough[np.lexsort((np.maximum(*ranks), np.minimum(*ranks), -odds[enough]))]
        right = "left" if self.left is self.right else "right"
        seen: set[tuple[int, int]] = set()
        many: dict[tuple[str, int], int] = {}
        kept: list[tuple[int, int, int]] = []
        for at in order.tolist():
            pair = int(one[at]), int(other[at])
            ends = ("left", pair[0]), (right, pair[1])
            if pair in seen or any(many.get(end, 0) >= MOST for end in ends):
                continue
            seen.add(pair)
            kept.append((*pair, at))
            for end in ends:
                many[end] = many.get(end, 0) + 1
        return iter(at for _, _, at in sorted(kept))

    def _link(self, pairs: Pairs, odds: NDArray[np.float64], at: int) -> Link:
        left, right = int(pairs.left[at]), int(pairs.right[at])
        return Link(
            subject=self.left.iris[self.left.whose[left]],
            relation=self.relation,
            object=self.right.iris[self.right.whose[right]],
            basis=Basis.SIMILARITY,
            score=round(float(scores(odds[at : at + 1])[0]), 3),
            reasons=reasons(self.left, self.right, left, right, pairs.table[at], self.weights),
        )


def _ranks(iris: Sequence[str]) -> NDArray[np.int64]:
    """The place of each in alphabetical order: what decides between equals must not be the order of the list."""
    ranks: NDArray[np.int64] = np.argsort(np.argsort(np.array(iris, dtype=object), kind="stable"), kind="stable")
    return ranks
