"""Asks that ask alike: `sameAsk` inside one review, `repeats` across time, `reinforces` across mechanisms."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from graph.link.block import Ask, Block
from graph.link.candidates import Allowed
from graph.link.made import Link
from graph.link.pairs import Comparison, Grouped
from graph.link.score import Weights
from graph.link.sides import Side
from graph.records import Relation
from graph.terms import document_of, mechanism

Places = NDArray[np.int64]
_UPR = mechanism("UPR")


def computed(block: Block, asks: Side, weights: Mapping[Relation, Weights]) -> list[Link]:
    """Links between the asks of one State, each relation by its own weights."""
    looks = _numbered(map(_look, block.asks))
    mechanisms = _numbered(ask.mechanism for ask in block.asks)
    reviewed = np.array([ask.mechanism == _UPR for ask in block.asks], dtype=bool)
    when = np.array([ask.when or 0.0 for ask in block.asks])

    def one_look(left: Places, right: Places) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = reviewed[left] & (looks[left] == looks[right]) & (left < right)
        return found

    def later(left: Places, right: Places) -> NDArray[np.bool_]:
        known = (when[left] > 0) & (when[right] > 0)
        found: NDArray[np.bool_] = (mechanisms[left] == mechanisms[right]) & known & (when[left] > when[right])
        return found

    def across(left: Places, right: Places) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = (mechanisms[left] != mechanisms[right]) & (left < right)
        return found

    allowed: dict[Relation, Allowed] = {
        Relation.SAME_ASK: one_look,
        Relation.REPEATS: later,
        Relation.REINFORCES: across,
    }
    grouped = _grouped(block)
    return [
        link
        for relation, may in allowed.items()
        for link in Comparison(relation, asks, asks, weights[relation], may, grouped).links()
    ]


def _look(ask: Ask) -> str:
    """The review, examination or visit in which an ask was made: its own, or its document."""
    return ask.engagement or document_of(ask.iri)


def _numbered(names: Iterable[str]) -> NDArray[np.int64]:
    """The same number for the same name."""
    place: dict[str, int] = {}
    return np.array([place.setdefault(name, len(place)) for name in names], dtype=np.int64)


def _grouped(block: Block) -> Grouped:
    """1 where OHCHR lists a recommendation under the heading of a sentence that cites an observation."""
    place = {ask.iri: number for number, ask in enumerate(block.asks)}
    size = len(place)
    listed = {
        place[one] * size + place[other]
        for statement in block.statements
        for cited in statement.cites
        for recommendation in statement.grouped
        if cited in place and recommendation in place
        for one, other in ((cited, recommendation), (recommendation, cited))
    }
    codes = np.array(sorted(listed), dtype=np.int64)

    def grouped(left: Places, right: Places) -> NDArray[np.float64]:
        return np.isin(left * size + right, codes).astype(np.float64)

    return grouped
