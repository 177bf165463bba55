"""Labelled pairs as the linker sees them: of each pair the features of all pairs of their parts."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.linking.workspace import workspace
from graph.link import Link, cited, compared
from graph.link.candidates import Candidates
from graph.link.features import features, vetoed
from graph.link.sides import Side
from graph.records import Relation
from graph.terms import BASE

LABELS = Path(__file__).resolve().parent / "labels"
TESTED = {
    Relation.SAME_ASK: "same_ask",
    Relation.REPEATS: "repeats",
    Relation.REINFORCES: "reinforces",
    Relation.CONTRIBUTES_TO: "contributes_to",
}
"""Pairs with three votes: what is measured."""
TRAINING = {
    Relation.SAME_ASK: "training_same_ask",
    Relation.REINFORCES: "training_reinforces",
    Relation.CONTRIBUTES_TO: "training_contributes_to",
}
"""Pairs of other States, or other pairs, with one vote: learnt from, never measured on."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of a file of labels; `label` is the vote of most."""

    state: str
    subject: str
    object: str
    label: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Example:
    """A pair with the features of its parts, a row a pair of parts; no row if all are vetoed."""

    pair: Pair
    relation: Relation
    rows: NDArray[np.float64]


def pairs(name: str) -> list[Pair]:
    """The pairs of a file that the labellers saw whole."""
    with (LABELS / f"{name}.tsv").open(encoding="utf-8", newline="") as stream:
        return [
            Pair(row["state"], BASE + row["subject"], BASE + row["object"], row["label"] == "1", float(row["weight"]))
            for row in csv.DictReader(stream, delimiter="\t")
            if row["seen"] == "whole"
        ]


@cache
def examples(name: str, relation: Relation, *, taught: bool = True) -> tuple[Example, ...]:
    """The pairs of a file but those that OHCHR's endnotes state: the linker is not asked about them."""
    told = pairs(name)
    stated = {frozenset((one.subject, one.object)) for iso3 in {pair.state for pair in told} for one in _stated(iso3)}
    return tuple(
        Example(pair, relation, _rows(pair, relation, *_sides(pair.state, taught)))
        for pair in told
        if frozenset((pair.subject, pair.object)) not in stated
    )


@cache
def _states() -> tuple[str, ...]:
    return tuple(sorted({pair.state for name in (*TESTED.values(), *TRAINING.values()) for pair in pairs(name)}))


@cache
def _stated(iso3: str) -> list[Link]:
    return cited.stated(workspace(_states()).blocks[iso3])


@cache
def _sides(iso3: str, taught: bool) -> tuple[Side, Side]:
    of = workspace(_states())
    model = of.model if taught else replace(of.model, labeller=replace(of.model.labeller, learnt=None))
    return compared(of.blocks[iso3], model)


def _rows(pair: Pair, relation: Relation, asks: Side, programmes: Side) -> NDArray[np.float64]:
    left = programmes if relation is Relation.CONTRIBUTES_TO else asks
    met = [
        (one, other)
        for one in left.of(left.iris.index(pair.subject)).tolist()
        for other in asks.of(asks.iris.index(pair.object)).tolist()
    ]
    found = Candidates(*_columns(met))
    table = features(left, asks, found.left, found.right).table
    rows: NDArray[np.float64] = table[~vetoed(relation, left, asks, found.left, found.right)]
    return rows


def _columns(met: Sequence[tuple[int, int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    left = np.array([one for one, _ in met], dtype=np.int64)
    return left, np.array([other for _, other in met], dtype=np.int64)


def labels(found: Iterable[Example]) -> NDArray[np.bool_]:
    return np.array([one.pair.label for one in found], dtype=bool)
