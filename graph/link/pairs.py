"""Scoring every pair of two lists at once and keeping the best, with reasons made only for those kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.link.labels import Label
from graph.link.lexicon import Lexicon
from graph.link.score import THRESHOLD, Profile, Weights, profiles
from graph.link.wording import Wording

MOST = 12
"""At most so many links of one relation from one thing: the best ones."""


@dataclass(frozen=True, slots=True)
class Side:
    """One list of things to be paired: IRIs, their word rows, their labels."""

    iris: tuple[str, ...]
    rows: Any
    labels: tuple[Mapping[str, Label], ...]

    def weights(self) -> list[Mapping[str, float]]:
        return [{concept: label.weight for concept, label in one.items() if not label.follows} for one in self.labels]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things by their place in the lists, their score and why."""

    left: int
    right: int
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparer:
    """What comparing needs to know of the workspace."""

    wording: Wording
    lexicon: Lexicon
    weights: Weights

    def table(
        self, left: Side, right: Side, grouped: NDArray[np.float64] | None = None
    ) -> tuple[NDArray[np.float64], NDArray[np.float64], list[Profile]]:
        """Scores and wording cosines of every pair, and the label profiles of both sides."""
        sides = profiles(left.weights(), right.weights())
        wording = (left.rows @ right.rows.T).toarray()
        labels = sides[0].table @ sides[1].table.T
        return self.weights.scores(wording, labels, grouped), wording, sides

    def best(
        self,
        left: Side,
        right: Side,
        allowed: NDArray[np.bool_] | None = None,
        grouped: NDArray[np.float64] | None = None,
    ) -> list[Pair]:
        """The pairs above the threshold, at most MOST for each on the left, best first."""
        if not left.iris or not right.iris:
            return []
        scores, wording, sides = self.table(left, right, grouped)
        if allowed is not None:
            scores = np.where(allowed, scores, 0.0)
        kept: list[Pair] = []
        for row in range(scores.shape[0]):
            order = np.argsort(-scores[row], kind="stable")[:MOST]
            for column in order[scores[row][order] >= THRESHOLD].tolist():
                reasons = self.reasons(left, right, row, column, wording[row, column], sides)
                if grouped is not None and grouped[row, column] > 0:
                    reasons.append("OHCHR lists both under one heading of a UN compilation")
                kept.append(Pair(row, column, round(float(scores[row, column]), 3), tuple(reasons)))
        return kept

    def reasons(
        self, left: Side, right: Side, row: int, column: int, cosine: float, sides: Sequence[Profile]
    ) -> list[str]:
        """Why a pair scores as it does, in plain words, the weightiest first."""
        reasons = []
        shared = sides[0].table[row] * sides[1].table[column]
        for concept in np.argsort(-shared, kind="stable")[:3].tolist():
            if shared[concept] > 0.02:
                name = self.lexicon.name(sides[0].concepts[concept])
                reasons.append(f"both concern {name} ({shared[concept]:.2f})")
        words = self.wording.shared(left.rows[row], right.rows[column])
        if words:
            reasons.append(f"shared words: {', '.join(words)} ({cosine:.2f})")
        return reasons
