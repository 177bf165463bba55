"""`rg:contributesTo`: what a project or result works on, computed from its title and description."""

import numpy as np
from numpy.typing import NDArray

from graph.link.made import Link
from graph.link.pairs import Comparison
from graph.link.score import Weights
from graph.link.sides import Side
from graph.records import Relation


def computed(programmes: Side, asks: Side, weights: Weights) -> list[Link]:
    """Programmes and the asks that they contribute to, above the threshold."""
    return Comparison(Relation.CONTRIBUTES_TO, programmes, asks, weights, _any).links()


def _any(left: NDArray[np.int64], _right: NDArray[np.int64]) -> NDArray[np.bool_]:
    return np.ones(len(left), dtype=bool)
