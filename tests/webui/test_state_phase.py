"""Where a State stands in the UPR: told from stated days first, and computed ones are marked as such."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask

from graph import calendar
from webui.state.phase import Phase, phase

pytestmark = pytest.mark.usefixtures("on")


@pytest.fixture
def on(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


def told(found: Phase) -> dict[str, tuple[str, bool]]:
    return {one.what: (one.shown, one.stated) for one in found.milestones}


@pytest.mark.parametrize(
    ("today", "name"),
    [
        (date(2009, 1, 15), "prior"),
        (date(2009, 5, 8), "during"),
        (date(2009, 8, 31), "during"),
        (date(2009, 9, 1), "after"),
        (date(2012, 11, 7), "after"),
        (date(2012, 11, 8), "prior"),
        (date(2013, 11, 7), "prior"),
        (date(2013, 11, 8), "unknown"),
        (date(2026, 11, 24), "unknown"),
    ],
)
def test_the_phase_follows_from_the_review_and_the_day(today: date, name: str) -> None:
    assert phase("VNM", today).name == name


def test_a_review_that_must_have_been_held_since_is_never_guessed_at() -> None:
    found = phase("VNM", date(2026, 11, 24))
    assert found.overdue
    assert found.last == date(2009, 5, 8)
    assert "nextReview" not in told(found)


def test_computed_days_are_marked_and_name_their_rule_and_source() -> None:
    found = phase("VNM", date(2010, 6, 1))
    assert told(found) == {
        "review": ("8 May 2009", True),
        "adoption": ("September 2009", False),
        "midterm": ("September 2011", False),
        "submissions": ("March 2013", False),
        "nationalReport": ("August 2013", False),
        "nextReview": ("November 2013", False),
    }
    computed = [one for one in found.milestones if not one.stated]
    assert all("(" in one.source for one in computed)
    assert [one.what for one in found.milestones if one.done] == ["review", "adoption"]


def test_a_day_that_the_calendar_states_counts_where_the_graph_has_no_review() -> None:
    found = phase("POL", date(2008, 1, 1))
    assert found.name == "prior"
    assert told(found)["nextReview"] == ("April 2008", True)
    assert phase("POL", date(2008, 4, 20)).name == "during"


def test_a_state_of_which_nothing_dates_a_review_has_no_phase_and_no_dates() -> None:
    found = phase("PSE", date(2026, 11, 24))
    assert (found.name, found.milestones, found.overdue) == ("unknown", (), False)


@pytest.mark.parametrize(
    ("review", "adopted"),
    [
        (date(2019, 11, 12), date(2020, 3, 1)),
        (date(2010, 2, 16), date(2010, 6, 1)),
        (date(2009, 5, 8), date(2009, 9, 1)),
        (date(2011, 10, 5), date(2012, 3, 1)),
    ],
)
def test_an_outcome_is_adopted_at_the_next_session_but_one(review: date, adopted: date) -> None:
    assert calendar.adoption_after(review) == adopted


def test_the_calendar_s_own_sessions_agree_with_the_rule_for_adoptions() -> None:
    """Of three sessions of the Council a year March has 10, 13, 16 …; the first two reviews went to June 2008."""
    months = {0: 9, 1: 3, 2: 6}
    for one in calendar.sessions().values():
        if one.start and one.council and one.number > 2:
            assert calendar.adoption_after(one.start).month == months[one.council % 3], one.number


def test_months_later_never_leave_the_month() -> None:
    assert calendar.months_after(date(2024, 8, 31), 6) == date(2025, 2, 28)
    assert calendar.months_after(date(2024, 1, 31), -2) == date(2023, 11, 30)
    assert calendar.months_after(date(2023, 11, 8), 54) == date(2028, 5, 8)


def test_every_rule_names_its_source() -> None:
    assert set(calendar.RULES) == {"submissions", "nationalReport", "adoption", "midterm", "nextReview"}
    assert all(rule.words and rule.source for rule in calendar.RULES.values())
