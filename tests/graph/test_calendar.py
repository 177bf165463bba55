"""The UPR calendar: sessions in order, one review of a State in a cycle, and nothing that no source told."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from graph import calendar, states


def test_there_are_54_sessions_in_four_cycles_and_their_days_are_in_order() -> None:
    found = calendar.sessions()
    assert list(found) == list(range(1, 55))
    assert all(one.cycle == calendar.cycle(number) for number, one in found.items())
    dated = [(one.start, one.end) for one in found.values() if one.start and one.end]
    assert len(dated) >= 20
    assert all(start < end for start, end in dated)
    assert all(before[1] < after[0] for before, after in pairwise(dated))
    assert all((one.start is None) == (one.end is None) for one in found.values())
    assert all(calendar.cycle_on(one.start) == one.cycle for one in found.values() if one.start)


def test_the_council_takes_up_sessions_in_their_order() -> None:
    told = [one.council for one in calendar.sessions().values() if one.council]
    assert told == sorted(told)
    assert [calendar.council_session(session) for session in (1, 2, 3, 13, 20, 34)] == [8, 8, 10, 21, 28, 43]
    assert calendar.council_session(14) is None
    assert calendar.council_session(99) is None


def test_every_member_state_was_reviewed_once_in_the_first_cycle_and_never_twice_in_one() -> None:
    reviewed = Counter((code, one.cycle) for one in calendar.sessions().values() for code in one.states)
    assert set(reviewed.values()) == {1}
    assert len([code for code, cycle in reviewed if cycle == 1]) == 193
    assert all(states.state(code) == code for code, _ in reviewed)


def test_a_states_reviews_are_told_by_cycle() -> None:
    assert calendar.reviews("SVN") == {1: 7, 2: 20, 3: 34}
    assert calendar.session_of("VNM", 1) == 5
    assert calendar.session_of("VNM", 4) is None
    assert calendar.reviews("VAT") == {}


def test_a_session_that_is_not_the_states_is_told() -> None:
    assert calendar.disagreement("SVN", 20) is None
    assert calendar.disagreement("VNM", 41) is None, "no source tells: nothing is odd"
    assert calendar.disagreement("GMB", 19) == "GMB was reviewed in session 20 of cycle 2, not in session 19"
    assert calendar.disagreement("GMB", 99) == "no cycle is known for UPR session 99"


@pytest.mark.parametrize(
    ("day", "session"),
    [(date(2009, 5, 4), 5), (date(2009, 5, 15), 5), (date(2009, 5, 16), None), (date(2000, 1, 1), None)],
)
def test_a_day_is_that_of_the_session_that_sat(day: date, session: int | None) -> None:
    assert calendar.session_on(day) == session
