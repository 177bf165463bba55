"""From features to a probability that can say why: a weighted sum, squeezed to 0–1, each part told in words.

The weights of each relation stand in `weights.toml`, fitted to labelled pairs
(`python -m benchmarks.linking fit`), once with labels learnt from coded texts and once without (`floor`).
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from graph.link.features import FEATURES
from graph.records import Relation


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds, in the order of FEATURES; `start` is what they are before looking.

    A pair that scores below `threshold` is not proposed at all.
    """

    start: float
    by_feature: tuple[float, ...]
    threshold: float

    def odds(self, table: NDArray[np.float64]) -> NDArray[np.float64]:
        """Log-odds of each row of features."""
        odds: NDArray[np.float64] = self.start + table @ np.array(self.by_feature)
        return odds

    def added(self, row: NDArray[np.float64]) -> dict[str, float]:
        """What each feature of one pair adds, without those that add nothing."""
        parts = zip(FEATURES, self.by_feature, row.tolist(), strict=True)
        return {name: weight * value for name, weight, value in parts if weight * value}


def scores(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-odds as probabilities."""
    found: NDArray[np.float64] = 1 / (1 + np.exp(-odds))
    return found


@cache
def weights(relation: Relation, *, taught: bool) -> Weights:
    """The weights of a computed relation; `taught` where labels were learnt from people's coding."""
    told = tomllib.loads(files("graph.link").joinpath("weights.toml").read_text("utf-8"))
    table = told["taught" if taught else "floor"][relation.value]
    return Weights(
        start=table["start"],
        by_feature=tuple(table.get(name, 0.0) for name in FEATURES),
        threshold=table["threshold"],
    )


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
