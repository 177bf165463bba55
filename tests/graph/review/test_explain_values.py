"""An explanation adds up, tells the weightiest first, and marks what both sides say."""

import math

import pytest

from graph.review.explained import Explained, Reason, Side, ordered
from graph.review.side import compared

TOLD = (
    "both name children (+0.9)",
    "they ask first for different measures: train; in general (-0.7)",
    "before looking at the pair (-4.4)",
    "shared words: judges, rights (+5.5)",
)


def made(*reasons: str, score: float | None = None) -> Explained:
    side = Side("x", "x")
    return Explained(side, side, "reinforces", "reinforces", reasons=ordered(reasons), score=score)


def test_the_start_is_told_first_then_the_weightiest_either_way() -> None:
    assert [one.adds for one in ordered(TOLD)] == [-4.4, 5.5, 0.9, -0.7]


def test_shares_of_another_method_are_words_and_not_log_odds() -> None:
    told = ordered(("under the heading 'Prisons'", "both concern Prisons (0.20)", "shared words: cells (0.41)"))
    assert [one.words[:12] for one in told] == ["shared words", "both concern", "under the he"]
    assert {one.adds for one in told} == {None}
    assert made("both concern Prisons (0.20)", score=0.9).sum is None


def test_brackets_inside_a_reason_are_its_words() -> None:
    assert Reason.read("both join the Convention (No. 169) (+2.0)") == Reason("both join the Convention (No. 169)", 2.0)


def test_the_sum_is_written_out_with_the_score_it_makes() -> None:
    score = round(1 / (1 + math.exp(-1.3)), 3)
    one = made(*TOLD, score=score)
    assert one.equation == "−4.4 +5.5 +0.9 −0.7 = +1.3 → 0.79"
    assert (one.sum, one.makes, one.adds_up) == (1.3, 0.79, True)
    assert one.told()["sum"] == 1.3


@pytest.mark.parametrize("score", [0.2, 0.95, 0.0])
def test_a_score_that_the_reasons_do_not_make_is_told(score: float) -> None:
    assert made(*TOLD, score=score).adds_up is False


def test_words_of_one_stem_are_marked_on_both_sides_as_each_prints_them() -> None:
    one, other = compared(Side("a", "a", text="Train judges; judging fairly."), Side("b", "b", text="JUDGES are few"))
    assert one.terms == ["judges", "judging"]
    assert other.terms == ["JUDGES"]
    assert "".join(words for words, _ in one.pieces()) == one.text


def test_a_quote_is_marked_where_it_stands_and_overlaps_nothing() -> None:
    one, _ = compared(
        Side("a", "a", text="As the Committee on Water says"), Side("b", "b", text="water"), ("Committee on Water",)
    )
    assert one.pieces() == [("As the ", False), ("Committee on Water", True), (" says", False)]
