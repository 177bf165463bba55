"""Why two things are not linked: the same sum as for a link, and from which score on one would be proposed."""

import pytest

from graph.review.unlinked import why_not
from graph.store.builds import Build
from graph.store.pool import Pool
from graph.terms import passage, project
from graph.train import model

FLOOR = model((), (), {})
NUMBERS = "A/HRC/12/11"


def told(example: Build, one: str, other: str) -> list[tuple[str, float | None, list[str]]]:
    with Pool(example.store) as pool:
        found = why_not(pool, one, other, FLOOR)
    return [(one.relation, one.score, [reason.words for reason in one.reasons]) for one in found]


def test_two_asks_of_one_review_are_judged_as_the_same_ask(example: Build) -> None:
    ((relation, score, words),) = told(example, passage(NUMBERS, "99.77"), passage(NUMBERS, "99.79"))
    assert relation == "sameAsk"
    assert score is not None
    assert 0 < score < 1
    assert "before looking at the pair" in words
    assert any(one.startswith("proposed from a score of") for one in words)


def test_asks_of_two_mechanisms_are_judged_as_reinforcing(example: Build) -> None:
    ((relation, _, _),) = told(example, passage(NUMBERS, "99.77"), passage("A/HRC/16/45/Add.2", "85"))
    assert relation == "reinforces"


def test_a_programme_and_an_ask_are_judged_whichever_is_named_first(example: Build) -> None:
    ends = project("VNM-TREATY"), passage(NUMBERS, "99.77")
    assert told(example, *ends) == told(example, *reversed(ends))
    assert told(example, *ends)[0][0] == "contributesTo"


def test_asks_to_two_states_are_not_judged(example: Build) -> None:
    assert told(example, passage(NUMBERS, "99.77"), passage("A/HRC/17/16", "90.10")) == []


@pytest.mark.parametrize("other", [passage(NUMBERS, "99.9999"), project("nobody's")])
def test_what_the_build_does_not_hold_is_not_judged(example: Build, other: str) -> None:
    assert told(example, passage(NUMBERS, "99.77"), other) == []
