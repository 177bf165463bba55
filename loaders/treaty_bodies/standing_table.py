"""Tables of treaty status: which column is what, what stands above the table, and which treaty it is about."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from graph import treaties
from graph.clean import Unclear
from graph.source import Refused, Severity, Source
from loaders.documents import archive, sheets, web_tables

Rows = Sequence[Sequence[str]]

_ABOVE: Final = 15
"""Rows that may stand above the headings."""
_HEAD: Final = 65_536
_SMALL: Final = 4_000_000
"""Bytes of a workbook that is opened a second time to see whether its headings stand further down."""
_JOINING = r"(?:ratification|accession|succession|acceptance|approval|formalconfirmation)"
_COLUMNS: Final = {
    "state": r"participants?|(?:member)?states?|countr(?:y|ies)|member|name|countryorarea",
    "iso": r"iso\w*|countrycode",
    "treaty": r"(?:treaty|instrument|convention)(?:name|title|description)?|treaties",
    "signed": r"(?:dateof)?signature(?:date)?|signed(?:on)?",
    "year": rf"year(?:of)?(?:{_JOINING}|or|and)*",
    "joined": rf"(?=.*{_JOINING})(?:dateof|date|{_JOINING}|definitivesignature|or|and|[acds]|aa)+",
    "status": r"(?:ratification)?status|standing",
    "party": r"stateparty|stateparties|party",
    "signatory": r"signatory(?:state)?",
    "no action": r"noaction",
    "as of": r"(?:status)?as(?:of|at)|dateofstatus|retrieved(?:on)?",
    "note": r"notes?|remarks?|comments?|reservations?|declarations?|endnotes?",
    "ignored": r"no|number|(?:sub)?region(?:name)?|regionalgroup",
}
"""What a heading may say, letters only."""
_BY_WAR_CODES: Final = frozenset(("stateabb", "ccode"))


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a table's headings stand and what its columns are."""

    row: int
    columns: dict[str, int]
    treaties: dict[int, str]
    """Column → the treaty that it alone is about, where several are so."""
    unread: tuple[str, ...]

    @property
    def is_wide(self) -> bool:
        return bool(self.treaties)

    def cell(self, row: Sequence[str], column: str) -> str:
        at = self.columns.get(column)
        return row[at].strip() if at is not None and at < len(row) else ""


def layout(rows: Rows) -> Layout | None:
    """The layout told by the first row that can be headings; None if there is none."""
    for number, row in enumerate(rows[:_ABOVE]):
        found = _layout(number, row)
        told = found.columns.keys()
        dated = "joined" in told or {"year", "status"} <= told
        if (dated and {"state", "treaty"} & told) or (found.is_wide and "state" in told):
            return found
    return None


def _layout(number: int, row: Sequence[str]) -> Layout:
    columns: dict[str, int] = {}
    wide: dict[int, str] = {}
    unread: list[str] = []
    for at, heading in enumerate(row):
        column = _column(heading)
        if column is None and (treaty := _treaty(heading)):
            wide[at] = treaty
        elif column is None or (column in columns and column not in ("note", "ignored")):
            unread.append(heading.strip() or f"column {at + 1}")
        else:
            columns[column] = at
    if "state" not in columns and "party" in columns and not {"signatory", "no action"} & columns.keys():
        columns["state"] = columns.pop("party")
    if len(wide) == 1:
        unread += [row[at].strip() for at in wide]
    return Layout(number, columns, wide if len(wide) > 1 else {}, tuple(unread))


def _column(heading: str) -> str | None:
    plain = letters(heading)
    return next((column for column, words in _COLUMNS.items() if re.fullmatch(words, plain)), None)


def _treaty(heading: str) -> str:
    try:
        return treaties.treaty(heading)
    except Unclear:
        return ""


def letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text.casefold())


def is_by_war_codes(rows: Rows) -> bool:
    """Whether States stand under the codes of Correlates of War, beside at least one treaty."""
    plain = {letters(heading) for heading in rows[0]} if rows else set()
    return bool(plain >= _BY_WAR_CODES and any(_treaty(heading) for heading in rows[0]))


def beginning(source: Source) -> Rows:
    """The first rows, read without the rest where that can be; () if the file is no table. Never raises."""
    try:
        if web_tables.is_page(source):
            return _page(source)
        if not (archive.is_zip(source) or source.head(4) == b"\xd0\xcf\x11\xe0"):
            return _csv(source.head(_HEAD))[:_ABOVE]
        first = sheets.headings(source)
        if not first or layout((first,)) or is_by_war_codes((first,)) or source.path.stat().st_size > _SMALL:
            return (first,)
        return list(islice(sheets.cells(source), _ABOVE))
    except (Refused, csv.Error):
        return ()


def everything(source: Source) -> Rows:
    """All rows. Raises Refused."""
    if web_tables.is_page(source):
        return _page(source)
    if archive.is_zip(source) or source.head(4) == b"\xd0\xcf\x11\xe0":
        return list(sheets.cells(source))
    if sheets.decoded(source.content())[1] != "UTF-8":
        source.find("file", "not UTF-8: look at names with accents", Severity.NOTE)
    try:
        return _csv(source.content())
    except csv.Error as fault:
        raise Refused(f"not readable as CSV ({fault})") from fault


def _csv(content: bytes) -> list[list[str]]:
    text, _ = sheets.decoded(content)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    first = max(lines.split("\n")[:_ABOVE], key=lambda line: len(re.findall(r"[,;\t]", line)), default="")
    delimiter = max(",;\t", key=first.count)
    return list(csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter))


def _page(source: Source) -> Rows:
    """The first table of a saved page that is one of treaty status."""
    return next((table for table in source.once(web_tables.tables) if layout(table)), ())


def whole_treaty(source: Source, above: str) -> str:
    """The one treaty that a table is about: told above it, by its sheet, or by the file's name alone.

    Raises Refused where none of them says; one that says otherwise is reported.
    """
    places = {"title": above, "name of the sheet": _sheet(source), "file name": source.name.rsplit(".", 1)[0]}
    named = {place: treaties.named_in(text) for place, text in places.items()}
    told = {place: found[0] for place, found in named.items() if len(found) == 1}
    if not told:
        raise Refused("nothing tells which treaty this table is about: write its name above it or into a column")
    first, treaty = next(iter(told.items()))
    for place, other in told.items():
        if other != treaty:
            source.find("label", f"the {place} says {other}, the {first} says {treaty}: read as {treaty}")
    if first == "file name":
        source.find("file", f"only the file name tells which treaty this is: read as {treaty}")
    elif first != "title":
        source.find("file", f"the {first} tells which treaty this is: {treaty}", Severity.NOTE)
    return treaty


def _sheet(source: Source) -> str:
    """The name of a workbook's first sheet."""
    if not archive.is_zip(source):
        return ""
    from python_calamine import CalamineError, CalamineWorkbook

    archive.members(source)
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(source.content())).sheet_names[0]
    except (CalamineError, IndexError, ValueError):
        return ""
