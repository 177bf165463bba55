"""Tables of treaty status (CSV, XLSX, saved web page): which State is party to which core treaty, since when.

Four layouts: one treaty with words and a year, one treaty with days of signature and ratification, one State with a
column of treaties, and one column per treaty. A status is true on the day its table describes.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from graph import states
from graph.clean import Unclear
from graph.records import TreatyStanding, TreatyStatus
from graph.source import Loader, Refused, Severity, Source
from loaders.treaty_bodies import standing_cells, standing_table
from loaders.treaty_bodies.standing_cells import Told
from loaders.treaty_bodies.standing_table import Layout


def recognise(source: Source) -> bool:
    rows = standing_table.beginning(source)
    return standing_table.layout(rows) is not None or standing_table.is_by_war_codes(rows)


@dataclass(frozen=True, slots=True)
class _Table:
    """What the table as a whole says: its day, and its treaty or State where no column tells them."""

    source: Source
    layout: Layout
    as_of: date
    treaty: str
    state: str


def load(source: Source) -> Iterator[TreatyStatus]:
    """Each State's standing once per treaty; what cannot be read of a row is a finding. Raises Refused."""
    rows = standing_table.everything(source)
    layout = standing_table.layout(rows)
    if layout is None or standing_table.is_by_war_codes(rows) or (layout.is_wide and "year" in layout.columns):
        raise Refused(
            "one row for each year, with marks that do not tell a signature from a ratification (or States under codes "
            "of Correlates of War): take the table of treaties.un.org instead"
        )
    table = _table(source, layout, " ".join(cell for row in rows[: layout.row] for cell in row))
    seen: dict[tuple[str, str, date], TreatyStatus] = {}
    noted: list[str] = []
    for number, row in enumerate(rows[layout.row + 1 :], start=layout.row + 2):
        if layout.cell(row, "note"):
            noted.append(str(number))
        if any(cell.strip() for cell in row):
            yield from _once(source, seen, _row(table, f"row {number}", row))
    if noted:
        source.find("notes", f"rows with a note that is not read: {', '.join(noted)}", Severity.NOTE)


def _once(
    source: Source, seen: dict[tuple[str, str, date], TreatyStatus], found: Iterator[TreatyStatus]
) -> Iterator[TreatyStatus]:
    """A State stands once with a treaty on a day; another row about the two is reported."""
    for one in found:
        before = seen.setdefault((one.state, one.treaty, one.as_of), one)
        if before is one:
            yield one
        else:
            source.find(one.place, f"{one.state} and {one.treaty} stand in {before.place} already: read there")


def _table(source: Source, layout: Layout, above: str) -> _Table:
    if layout.unread:
        source.find("headings", f"columns that are not read: {', '.join(layout.unread)}")
    as_of = None
    with suppress(Unclear):
        as_of = standing_cells.as_at(above)
    if as_of is None and "as of" not in layout.columns:
        source.find("file", f"it does not say which day it describes: taken as {source.read_on}", Severity.NOTE)
    told = "treaty" in layout.columns or layout.is_wide
    treaty = "" if told else standing_table.whole_treaty(source, above)
    return _Table(source, layout, as_of or source.read_on, treaty, _state_above(layout, above))


def _state_above(layout: Layout, above: str) -> str:
    """The State whose treaties are listed, where no column names one. Raises Refused."""
    if "state" in layout.columns:
        return ""
    named = {mention.state for mention in states.mentions(above)}
    if len(named) != 1:
        raise Refused("nothing tells whose treaties these are: write the State's name above the table or into a column")
    return named.pop()


def _row(table: _Table, place: str, row: Sequence[str]) -> Iterator[TreatyStatus]:
    """What one row says; a foot note below the table is a row whose other cells are empty."""
    try:
        state = table.state or _state(table, place, row)
        as_of = standing_cells.day(table.layout.cell(row, "as of")) or table.as_of
        if table.layout.is_wide:
            for at, treaty in table.layout.treaties.items():
                told = _wide(table, place, treaty, row[at].strip() if at < len(row) else "")
                if told:
                    yield _status(place, state, treaty, as_of, told)
        else:
            treaty = table.treaty or standing_cells.treaty(table.layout.cell(row, "treaty"))
            yield _status(place, state, treaty, as_of, _told(table, place, row))
    except _Passed:
        return
    except Unclear as fault:
        table.source.find(place, str(fault))


class _Passed(Exception):
    """A row that is no State's, which was reported."""


def _state(table: _Table, place: str, row: Sequence[str]) -> str:
    name = table.layout.cell(row, "state")
    if sum(bool(cell.strip()) for cell in row) == 1 and len(name) > 60:
        table.source.find(place, f"text below the table is not read: {name[:40]}…", Severity.NOTE)
        raise _Passed
    known = standing_cells.NO_STATES.get(standing_table.letters(name))
    if known:
        table.source.find(place, f"{name} is {known}: not read", Severity.NOTE)
        raise _Passed
    iso = table.layout.cell(row, "iso")
    if iso and not standing_cells.coded(iso):
        table.source.find(place, f"no State has the code {iso!r}: the name {name!r} tells which it is", Severity.NOTE)
    return standing_cells.state(name, iso)


def _wide(table: _Table, place: str, treaty: str, cell: str) -> Told | None:
    try:
        return standing_cells.anything(cell)
    except Unclear as fault:
        table.source.find(place, f"{treaty}: {fault}")
        return None


def _told(table: _Table, place: str, row: Sequence[str]) -> Told:
    cell, layout = table.layout.cell, table.layout
    if "joined" in layout.columns:
        told = standing_cells.dates(cell(row, "signed"), cell(row, "joined"))
        if "status" in layout.columns and cell(row, "status"):
            _agree(table, place, told.status, standing_cells.standing(cell(row, "status")))
        return told
    status = standing_cells.standing(cell(row, "status"))
    for column, meant in _MARKS.items():
        if column in layout.columns and (cell(row, column) == "1") != (meant is status):
            table.source.find(place, f"the status is {cell(row, 'status')!r}, but {column!r} is {cell(row, column)!r}")
    year = standing_cells.year(cell(row, "year"))
    if year and status is not TreatyStanding.STATE_PARTY:
        table.source.find(place, f"a year of ratification ({year}) without a ratification: the year is not read")
        year = None
    return Told(status, year)


_MARKS = {
    "party": TreatyStanding.STATE_PARTY,
    "signatory": TreatyStanding.SIGNATORY,
    "no action": TreatyStanding.NO_ACTION,
}
"""Columns of 0 and 1 → the standing for which they are 1."""


def _agree(table: _Table, place: str, dated: TreatyStanding, said: TreatyStanding) -> None:
    if dated is not said:
        table.source.find(place, f"the status says {said.value}, the days say {dated.value}: read as the days say")


def _status(place: str, state: str, treaty: str, as_of: date, told: Told) -> TreatyStatus:
    return TreatyStatus(
        place=place,
        state=state,
        treaty=treaty,
        status=told.status,
        as_of=as_of,
        year=told.year,
        signed=told.signed,
        joined=told.joined,
    )


LOADER = Loader(
    name="treaty_bodies.ratification",
    title="Table of treaty status",
    publisher="whoever made the table, from the UN Treaty Collection",
    licence="see the source of the table",
    gives="where each State stands with each treaty, with the days or years told, as of the table's own day",
    leaves="notes beside the table",
    recognise=recognise,
    load=load,
    official=False,
)
