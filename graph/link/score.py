"""From features to a score that can say why: a weighted sum, squeezed to 0–1, each part told in words."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds that two things ask for, or work on, the same.

    `wording` is a TF-IDF cosine, `labels` a cosine of themes and persons weighted by rarity (both 0–1).
    `grouped` is added where OHCHR lists the two under one heading, `context` is what wording and labels of the
    heading above a statement add.
    """

    intercept: float
    wording: float
    labels: float
    grouped: float = 0.0
    context: float = 0.0

    def scores(
        self, wording: NDArray[np.float64], labels: NDArray[np.float64], grouped: NDArray[np.float64] | None = None
    ) -> NDArray[np.float64]:
        """Scores for a whole table of pairs at once; all tables have the same shape."""
        total = self.intercept + self.wording * wording + self.labels * labels
        if grouped is not None:
            total = total + self.grouped * grouped
        scores: NDArray[np.float64] = 1 / (1 + np.exp(-total))
        return scores


REINFORCES = Weights(intercept=-3.2, wording=7.0, labels=3.2, grouped=1.5)
CONTRIBUTES = Weights(intercept=-3.4, wording=7.0, labels=3.2)
REPORTS = Weights(intercept=-3.5, wording=7.0, labels=3.2, context=3.0)
"""Set by hand: of the pairs above the threshold three in four stand under one heading of OHCHR's too
(`python -m benchmarks.linking`). A score orders proposals; it is not yet a probability."""

THRESHOLD = 0.5
"""A pair below is not proposed at all."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Labels of many texts as one table: a row a text, a column a concept, weighted by rarity, unit length."""

    concepts: tuple[str, ...]
    table: NDArray[np.float64]


def profiles(*sides: list[Mapping[str, float]]) -> list[Profile]:
    """One profile per side over the same columns; a concept that every text carries weighs next to nothing."""
    rows = [labels for side in sides for labels in side]
    concepts = sorted({concept for labels in rows for concept in labels})
    column = {concept: number for number, concept in enumerate(concepts)}
    table = np.zeros((len(rows), len(concepts)))
    for number, labels in enumerate(rows):
        for concept, weight in labels.items():
            table[number, column[concept]] = weight
    carried = (table > 0).sum(axis=0)
    table *= np.log(1 + len(rows) / np.maximum(carried, 1)) if len(concepts) else 1.0
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(lengths > 0, lengths, 1)
    found, start = [], 0
    for side in sides:
        found.append(Profile(tuple(concepts), table[start : start + len(side)]))
        start += len(side)
    return found


def percent(part: float, whole: float) -> int:
    """A share in whole per cent; 0 of nothing."""
    return math.floor(100 * part / whole + 0.5) if whole else 0
