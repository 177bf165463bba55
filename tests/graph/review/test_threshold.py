"""Decisions suggest a threshold only where they are enough, and say how sure that is."""

import pytest

from graph.review.links import Held
from graph.review.threshold import FLOOR, as_settings, suggestions, wilson


def decided(score: float, status: str, **told: str) -> Held:
    return Held("a", told.get("relation", "reinforces"), "b", told.get("basis", "similarity"), score, status)


def some(confirmed: list[float], rejected: list[float], **told: str) -> list[Held]:
    return [decided(one, "confirmed", **told) for one in confirmed] + [
        decided(one, "rejected", **told) for one in rejected
    ]


CLEAR = some([0.6 + number / 100 for number in range(15)], [0.3 + number / 100 for number in range(10)])


def test_the_lowest_score_at_which_enough_is_confirmed_is_suggested() -> None:
    (found,) = suggestions(CLEAR)
    assert (found.confirmed, found.rejected) == (15, 10)
    assert found.threshold == 0.39  # 15 of 16 from here on, 94 %; from 0.38 on 15 of 17, 88 %
    assert found.precision == 15 / 16
    assert found.low < found.precision < found.high
    assert found.kept == 1


def test_a_higher_aim_gives_a_higher_threshold_and_keeps_less() -> None:
    muddled = some([0.5 + number / 50 for number in range(20)], [0.45, 0.55, 0.65])
    loose, strict = suggestions(muddled, 0.85)[0], suggestions(muddled, 1.0)[0]
    assert loose.threshold is not None
    assert strict.threshold is not None
    assert loose.threshold < strict.threshold
    assert strict.precision == 1
    assert strict.kept < loose.kept


def test_too_few_decisions_suggest_nothing_and_say_how_many_are_needed() -> None:
    (found,) = suggestions(CLEAR[: FLOOR - 7])
    assert found.threshold is None
    assert found.why == "7 more decisions needed (20 at least); none is rejected yet: both kinds are needed"
    assert as_settings([found]) == ""


def test_decisions_of_one_kind_only_suggest_nothing() -> None:
    (found,) = suggestions(some([], [0.5] * FLOOR))
    assert found.why == "none is confirmed yet: both kinds are needed"


def test_where_no_score_is_right_often_enough_nothing_is_suggested() -> None:
    (found,) = suggestions(some([0.1] * 10, [0.9] * 20))
    assert found.threshold is None
    assert "at no score" in found.why


def test_what_is_stated_open_or_contested_teaches_nothing() -> None:
    stated = some([0.1] * 30, [0.2] * 30, basis="ohchrEndnote")
    contested = Held("a", "reinforces", "b", "similarity", 0.01, "confirmed", contested=True)
    assert suggestions([*CLEAR, *stated, contested, decided(0.9, "proposed")]) == suggestions(CLEAR)


def test_every_relation_has_its_own_threshold_as_a_line_of_settings() -> None:
    found = suggestions([*CLEAR, *some([0.8] * 15, [0.2] * 10, relation="contributesTo")])
    assert as_settings(found) == "[link.threshold]\ncontributesTo = 0.8\nreinforces = 0.39"


@pytest.mark.parametrize("target", [0, -1, 1.2])
def test_an_aim_that_is_no_share_is_refused(target: float) -> None:
    with pytest.raises(ValueError, match="a share between 0 and 1"):
        suggestions(CLEAR, target)


@pytest.mark.parametrize(
    ("successes", "total", "low", "high"),
    [(9, 10, 0.596, 0.982), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (81, 263, 0.255, 0.366)],
)
def test_the_interval_is_wilsons(successes: int, total: int, low: float, high: float) -> None:
    """The last row is Newcombe's own example (Statistics in Medicine 17, 1998)."""
    assert wilson(successes, total) == pytest.approx((low, high), abs=0.001)
