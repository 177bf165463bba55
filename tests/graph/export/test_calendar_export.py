"""The calendar: each day stated or computed, with its source; whole days, stable names, opened by other libraries."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import vobject
from icalendar import Calendar

from graph import calendar
from graph.export import Unwritable, export_to
from graph.export.calendar_bodies import due_in, follow_up_in
from graph.export.calendar_days import Day
from graph.export.calendar_file import called, described, known, uid
from graph.store.builds import Build
from graph.store.pool import Pool
from tests.graph.export.made_sheets import built, sheet


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("calendar") / "sources"
    folder.mkdir()
    sheet(folder / "country.xlsx")
    return built(folder)


@pytest.fixture(scope="module")
def pool(made: Build) -> Iterator[Pool]:
    with Pool(made.store) as opened:
        yield opened


@pytest.fixture(scope="module")
def days(pool: Pool) -> list[Day]:
    return known(pool, "VNM")


def one(days: list[Day], what: str, of: str) -> Day:
    (found,) = (day for day in days if (day.what, day.of) == (what, of))
    return found


def test_another_library_reads_every_event_with_its_days(made: Build, pool: Pool, tmp_path: Path) -> None:
    export_to("calendar", pool, made, "VNM", tmp_path / "c.ics")
    text = (tmp_path / "c.ics").read_bytes()
    read = vobject.readOne(text.decode("utf-8"))
    events = read.vevent_list
    days = known(pool, "VNM")
    assert [event.dtstart.value for event in events] == [day.day for day in days]
    assert all(type(event.dtstart.value) is date for event in events)
    assert all(event.dtend.value > event.dtstart.value for event in events)
    assert len({event.uid.value for event in events}) == len(events) > 8
    for event, day in zip(events, days, strict=True):
        mark = "stated" if day.stated else "computed"
        assert event.summary.value.endswith(f"({mark})")
        assert day.source in event.description.value.replace("\r\n", "\n")


def test_the_file_keeps_the_form_of_rfc_5545(made: Build, pool: Pool, tmp_path: Path) -> None:
    export_to("calendar", pool, made, "VNM", tmp_path / "c.ics")
    content = (tmp_path / "c.ics").read_bytes()
    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    for event in Calendar.from_ical(content).walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES"} <= set(event)
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert not event.errors


def test_the_same_build_gives_the_same_file(made: Build, pool: Pool, tmp_path: Path) -> None:
    for name in ("a.ics", "b.ics"):
        export_to("calendar", pool, made, "VNM", tmp_path / name)
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


def test_what_a_source_states_is_not_computed_too(days: list[Day]) -> None:
    review = one(days, "review", "3")
    assert (review.day, review.stated, review.exact) == (date(2019, 1, 22), True, True)
    adoption = one(days, "adoption", "3")
    assert (adoption.day, adoption.stated) == (date(2019, 7, 4), True)
    midterm = one(days, "mid-term report", "3")
    assert (midterm.day, midterm.stated, midterm.source) == (date(2021, 9, 15), True, "A letter")


def test_what_no_source_states_follows_from_the_calendars_rules(days: list[Day]) -> None:
    coming = calendar.next_review_after(date(2019, 1, 22))
    for what, when in (
        ("review", coming),
        ("submissions due", calendar.submissions_due(coming)),
        ("national report due", calendar.national_report_due(coming)),
    ):
        found = one(days, what, "4")
        assert (found.day, found.stated, found.exact) == (when.replace(day=1), False, False)
        assert "Computed" in described(found)
        assert found.how in described(found)
    assert one(days, "adoption", "1").how == calendar.RULES["adoption"].words


def test_what_may_be_out_of_date_says_so(days: list[Day]) -> None:
    due = one(days, "treaty body report due", "CRC")
    assert due.stated
    assert "as of 2026-02-02; it may be out of date" in described(due)
    assert called(due) == "CRC report due"


def test_deadlines_of_papers_stand_in_it(days: list[Day]) -> None:
    (paper,) = (day for day in days if day.what == "deadline")
    assert paper.day == date(2026, 12, 31)
    assert called(paper) == "deadline: Joint submission on the right to education"


def test_an_event_is_named_by_what_it_is_and_not_by_its_day() -> None:
    first = Day("review", "4", date(2024, 5, 1), False, "a rule")
    moved = Day("review", "4", date(2024, 5, 7), True, "a document")
    assert uid(first, "VNM") == uid(moved, "VNM")
    assert uid(first, "VNM") != uid(first, "MOZ")
    assert uid(first, "VNM") != uid(Day("review", "3", first.day, False, ""), "VNM")


def test_a_session_spans_its_days(pool: Pool) -> None:
    """The days of the session are known of a State whose own day no source here tells."""
    found = one(known(pool, "SVN"), "review", "3")
    session = calendar.sessions()[34]
    assert (found.day, found.last, found.exact) == (session.start, session.end, False)
    assert found.last is not None
    assert found.last - found.day > timedelta(days=5)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Committee invites the State party to submit its eleventh periodic report by 24 June 2035.",
         (date(2035, 6, 24), True)),
        ("It requests the State party to prepare its next periodic report, which is due in November 2035.",
         (date(2035, 11, 1), False)),
        ("The Committee recommends that it submit its combined fourth to sixth reports in one document by 1 May 2031",
         (date(2031, 5, 1), True)),
        ("The State party submitted its periodic report on time and well.", None),
        ("It should pass the law by 1 May 2031.", None),
        ("It should submit its next periodic report by 31 February 2031.", None),
    ],
)  # fmt: skip
def test_the_next_report_is_due_when_the_observations_say(text: str, told: tuple[date, bool] | None) -> None:
    found = due_in(text)
    assert (found and (found.day, found.exact)) == told


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("It is asked to provide, within two years, information on the steps taken to implement paragraph 12.", 24),
        ("It should give, within one year, follow-up information on paragraphs 9 and 12.", 12),
        ("Within 12 months of adoption, it should inform of the implementation of paragraph 4.", 12),
        ("The court decided within one year.", None),
        ("Every child should be registered within one year of birth, by law.", None),
        ("It should submit its next report within two years.", None),
    ],
)  # fmt: skip
def test_information_is_due_so_long_after_the_observations(text: str, months: int | None) -> None:
    assert follow_up_in(text) == months


@pytest.mark.parametrize(("state", "why"), [(None, "one State"), ("XXX", "no State"), ("PSE", "holds a day")])
def test_a_calendar_that_cannot_be_made_says_why(
    made: Build, pool: Pool, tmp_path: Path, state: str | None, why: str
) -> None:
    with pytest.raises(Unwritable, match=why):
        export_to("calendar", pool, made, state, tmp_path / "c.ics")
