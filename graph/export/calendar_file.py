"""The days of one State as a calendar file (iCalendar, RFC 5545) that mail programs and telephones open."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph import states, terms
from graph.clean import Unclear
from graph.export.alignment_asking import Reader
from graph.export.calendar_bodies import reports
from graph.export.calendar_days import Day, published, reviews, stated
from graph.export.unwritable import Unwritable
from graph.store.asking import Asker
from graph.store.builds import Build

if TYPE_CHECKING:
    from icalendar import Event

_MAKER: Final = "-//rightsgraph//calendar of reviews and reports//EN"


def calendar_file(asker: Asker, build: Build, state: str | None, out: Path) -> None:
    """Write the calendar of one State. Raises Unwritable where none is named or nothing is known; Refusal."""
    if not state:
        raise Unwritable("a calendar is that of one State: name it with --state VNM")
    try:
        iso3 = states.state(state)
    except Unclear as fault:
        raise Unwritable(str(fault)) from fault
    days = known(asker, iso3)
    if not days:
        raise Unwritable(f"neither the build nor the UPR calendar holds a day for {states.english(iso3)}")
    out.write_bytes(_written(days, iso3, _stamp(build)))


def known(asker: Asker, iso3: str) -> list[Day]:
    """Every day for a State, in order; what a source states goes before what a rule gives for the same thing."""
    reader = Reader(asker, iso3)
    told = [*stated(reader), *published(reader)]
    bodies = [one for one in reports(reader) if (one.what, one.of) not in {(known.what, known.of) for known in told}]
    return sorted((*told, *reviews(reader, iso3, told), *bodies), key=lambda one: (one.day, one.what, one.of))


def _stamp(build: Build) -> datetime:
    """When the build was made known to readers: the same calendar file of the same build each time."""
    read = max((one["read_on"] for one in build.report()["files"]), default="1970-01-01")
    return datetime.fromisoformat(read).replace(tzinfo=UTC)


def _written(days: Iterable[Day], iso3: str, stamp: datetime) -> bytes:
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", _MAKER)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"Human rights reviews and reports of {states.english(iso3)}")
    seen: set[str] = set()
    for one in days:
        name = uid(one, iso3)
        if name in seen:
            name = f"{terms.digest(name, one.iri, one.day.isoformat())}@rightsgraph"
        seen.add(name)
        made.add_component(_event(one, iso3, stamp, name))
    return bytes(made.to_ical())


def uid(one: Day, iso3: str) -> str:
    """Names an event by what it is, not by its day: a day that moves moves the event, and adds none."""
    return f"{terms.digest(iso3, one.what, one.of)}@rightsgraph"


def _event(one: Day, iso3: str, stamp: datetime, name: str) -> "Event":
    from icalendar import Event

    event = Event()
    mark = "stated" if one.stated else "computed"
    event.add("uid", name)
    event.add("dtstamp", stamp)
    event.add("dtstart", one.day)
    event.add("dtend", max(one.last or one.day, one.day) + timedelta(days=1))
    event.add("summary", f"{states.english(iso3)}: {called(one)} ({mark})")
    event.add("description", described(one))
    event.add("categories", [mark, one.what])
    event.add("status", "CONFIRMED" if one.stated else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    if one.iri:
        event.add("url", one.iri)
    return event


def called(one: Day) -> str:
    """What the event is called: `UPR review, cycle 4`, `CERD report due`."""
    if one.title:
        return one.title
    if one.what.startswith("treaty body "):
        return f"{one.of} {one.what.removeprefix('treaty body ')}"
    return f"UPR {one.what}, cycle {one.of}" if one.of.isdecimal() else f"{one.of} {one.what}"


def described(one: Day) -> str:
    """Whether a source states the day or a rule gives it, which, and how exact it is."""
    lines = []
    if one.stated:
        lines.append(f"Stated. Source: {one.source}.")
    else:
        lines.append(f"Computed: {one.how}. Source of the rule: {one.source}. A guide, no fact.")
    if not one.exact and not one.last:
        lines.append(f"Only the month is meant: {one.day:%B %Y}.")
    if one.quote:
        lines.append(f"“{one.quote}”")
    return "\n".join(lines)
