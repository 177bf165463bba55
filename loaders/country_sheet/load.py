"""A country sheet (XLSX, or a CSV file of one kind): each row an entry; what does not fit its neighbours is told."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from graph import calendar
from graph.records import Entry, Record, Visit
from graph.source import Loader, Severity, Source
from loaders.country_sheet.rows import Rows
from loaders.country_sheet.sheets import is_country_sheet, read

_PERIODS: Final = (("Start", "End"), ("First day", "Last day"), ("From", "Until"), ("Day", "Last day"))


def load(source: Source) -> Iterator[Record]:
    """Every entry of every sheet, and the visit that a finished step tells of. Raises Refused."""
    found = False
    for sheet in read(source):
        for entry in Rows(source, sheet).entries():
            found = True
            for fault in _faults(entry):
                source.find(entry.place, fault)
            yield entry
            yield from _visit(entry)
    if not found and not source.findings:
        source.find("file", "an empty template: there is nothing in it to read", Severity.NOTE)


def _visit(entry: Entry) -> Iterator[Visit]:
    """The visit itself, where its first day is known."""
    when, last = str(entry.one("When") or ""), entry.one("Last day")
    if entry.kind == "visits" and entry.one("Step") == "done" and len(when) == len("2010-07-05"):
        yield Visit(
            state=str(entry.one("State")),
            mandate=str(entry.one("Mandate")),
            holder=str(entry.one("Person") or ""),
            start=date.fromisoformat(when),
            end=last if isinstance(last, date) else None,
            report=str(entry.one("Report")) if entry.one("Report") else None,
            place=entry.place,
        )


def _faults(entry: Entry) -> Iterator[str]:
    """What is odd about an entry: it is read all the same."""
    for first, last in _PERIODS:
        start, end = entry.one(first), entry.one(last)
        if isinstance(start, date) and isinstance(end, date) and end < start:
            yield f"{last} {end} is before {first} {start}"
    yield from _CHECKS.get(entry.kind, _nothing)(entry)


def _nothing(_entry: Entry) -> Iterator[str]:
    return iter(())


def _review(entry: Entry) -> Iterator[str]:
    """A session of another cycle, a review outside the calendar, a troika that is not three States."""
    session, cycle, troika = entry.one("Session"), entry.one("Cycle"), entry.all("Troika")
    if troika and len(troika) != 3:
        yield f"a troika has three States, not {len(troika)}"
    if isinstance(session, int):
        strange = calendar.disagreement(str(entry.one("State")), session)
        if strange:
            yield strange
        elif calendar.cycle(session) != cycle:
            yield f"session {session} belongs to cycle {calendar.cycle(session)}, not {cycle}"


def _person(entry: Entry) -> Iterator[str]:
    if not entry.one("Organisation") and not entry.one("Mandate"):
        yield "neither Organisation nor Mandate says for whom the person acts"


def _paper(entry: Entry) -> Iterator[str]:
    code = str(entry.one("Code") or "")
    if code and not re.search(r"[A-Za-z0-9]", code):
        yield f"Code: {code!r} is no code as a summary gives it (JS3)"
    elif code and not entry.one("Document"):
        yield f"Code: {code} is told without the symbol of its summary (Document)"


_CHECKS: Final[dict[str, Callable[[Entry], Iterator[str]]]] = {
    "reviews": _review,
    "people": _person,
    "reports-and-submissions": _paper,
}

LOADER = Loader(
    name="country_sheet",
    title="Country sheet",
    publisher="whoever fills it in, as each row says",
    licence="as whoever fills it in says",
    gives="roles in reviews, bodies with members, NHRI status, assignments, tasks, papers, events, visits, funds, days",
    leaves="columns and sheets that the template does not have (each is a finding)",
    recognise=is_country_sheet,
    load=load,
    official=False,
)
