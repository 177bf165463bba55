"""Pairs are found through an index: what a comparison of all with all finds, at a cost that grows with the texts."""

from collections import Counter
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from graph.link import compared
from graph.link.candidates import LONGEST, MOST, Candidates, candidates
from graph.link.pairs import Comparison
from graph.link.score import scores
from graph.link.sides import Side
from graph.records import Relation
from tests.graph.made_asks import ask, block, floor, many

Places = NDArray[np.int64]


def before(left: Places, right: Places) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = left < right
    return found


@cache
def side(count: int) -> Side:
    return compared(block(many(count)), floor())[0]


def enough(comparison: Comparison, found: Candidates) -> dict[tuple[int, int], float]:
    """The pairs of parts above the threshold, with their probability."""
    pairs = comparison.measured(found)
    chance = scores(comparison.odds(pairs))
    kept = np.flatnonzero(chance >= comparison.weights.threshold).tolist()
    return {(int(pairs.left[at]), int(pairs.right[at])): float(chance[at]) for at in kept}


@pytest.mark.parametrize("relation", [Relation.REINFORCES, Relation.SAME_ASK])
def test_the_index_finds_what_comparing_all_with_all_finds(relation: Relation) -> None:
    asks = side(300)
    comparison = Comparison(relation, asks, asks, floor().weights(relation), before)
    left, right = (places.astype(np.int64) for places in np.triu_indices(len(asks.reads), 1))
    allowed = before(asks.whose[left], asks.whose[right])
    every = enough(comparison, Candidates(left[allowed], right[allowed]))
    met = enough(comparison, candidates(asks, asks, lambda one, other: before(asks.whose[one], asks.whose[other])))
    assert len(every) > 1000
    assert met.keys() == every.keys()
    assert met == pytest.approx(every)


@pytest.mark.parametrize("count", [200, 400, 800])
def test_a_text_is_compared_with_a_bounded_number_of_others(count: int) -> None:
    asks = side(count)
    found = candidates(asks, asks, before)
    each = Counter(found.left.tolist())
    assert max(each.values()) <= MOST
    assert len(each) > count * 0.9
    assert len(set(zip(found.left.tolist(), found.right.tolist(), strict=True))) == len(found.left)
    assert not (found.left >= found.right).any()


def test_the_cost_grows_with_the_texts_not_with_their_pairs() -> None:
    """A word that every text holds is looked up in the texts that hold it most, however many there are."""
    met = {count: _met(count) for count in (LONGEST, 2 * LONGEST, 4 * LONGEST)}
    small, middle, large = met.values()
    assert small == LONGEST * LONGEST
    assert middle <= 2.1 * small
    assert large <= 4.2 * small


def _met(count: int) -> int:
    """How many pairs are met in the index, of texts that share one matter."""
    asks = compared(block([ask(f"{number:04d}", "Abolish the death penalty") for number in range(count)]), floor())[0]
    met: list[int] = []

    def counted(left: Places, _right: Places) -> NDArray[np.bool_]:
        met.append(len(left))
        return np.ones(len(left), dtype=bool)

    found = candidates(asks, asks, counted)
    assert len(found.left) == MOST * count
    return sum(met)


def test_only_what_is_allowed_is_found_and_the_best_first() -> None:
    asks = side(200)
    few = candidates(asks, asks, lambda left, right: (left == 3) & (right % 2 == 0))
    assert set(few.left.tolist()) == {3}
    assert all(place % 2 == 0 for place in few.right.tolist())
    alike = candidates(asks, asks, lambda left, _right: left == 3)
    assert alike.right[0] in [place for place in range(200) if asks.reads[place].text == asks.reads[3].text]


def test_nothing_is_met_where_a_side_is_empty() -> None:
    asks, programmes = compared(block([ask("a", "Dig wells")]), floor())
    empty = compared(block([]), floor())[0]
    for left, right in ((asks, programmes), (programmes, asks), (empty, empty)):
        assert len(candidates(left, right, before).left) == 0
