"""The XLSX export of the Universal Human Rights Index: 16 columns, one value a line, each with a mark (`- Peru`).

Two headings are misspelt in the real export, and right in some versions: they are matched loosely. Cycle and document
identity are not in it.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from graph.records import Record
from graph.source import Loader, Source
from loaders.documents import sheets
from loaders.uhri.annotation import Annotation
from loaders.uhri.interpret import records

_FIELDS: Final = {
    "text": "text",
    "countries concerned": "countries",
    "recommending body": "body",
    "document symbol": "symbol",
    "themes": "themes",
    "affected persons": "persons",
    "sdgs": "sdgs",
    "document publication date": "published",
    "upr recommending states": "recommending",
    "upr position": "positions",
    "type": "kind",
    "ohchr annotation id": "identity",
    "upr session": "sessions",
}
_IGNORED: Final = ("regions concerned", "recommending regions", "date of publication on uhri")
"""Left out by name, as the same values of the JSON export are."""
_LISTS: Final = frozenset(("countries", "themes", "persons", "sdgs", "recommending", "positions", "sessions"))
_EPOCH: Final = date(1899, 12, 30)
"""Day 0 of Excel's 1900 system, which counts a 29 February 1900 that never was."""
_LARGEST: Final = 1_500_000_000
"""Bytes that the whole world's export may unpack to."""


def _heading(told: str) -> str:
    """`Reccomending Body` is `recommending body`."""
    return re.sub(r"\brec+om+ending\b", "recommending", re.sub(r"\s+", " ", told.casefold()).strip())


def recognise(source: Source) -> bool:
    """A workbook with UHRI's columns, or most of them."""
    found = {_heading(name) for name in sheets.headings(source)}
    return "ohchr annotation id" in found and len(found & _FIELDS.keys()) > len(_FIELDS) / 2


def load(source: Source) -> Iterator[Record]:
    """Documents, passages with their labels, and for the UPR the positions. Raises Refused."""
    yield from records(source, annotations(source))


def annotations(source: Source) -> Iterator[Annotation]:
    """Every row; columns that nobody knows and columns that are missing are told once."""
    rows = sheets.cells(source, _LARGEST)
    headings = [_heading(name) for name in next(rows, ())]
    for missing in sorted(_FIELDS.keys() - set(headings)):
        source.find("headings", f"there is no column {missing!r}: its values are missing from every record")
    for unknown in sorted({name for name in headings if name} - _FIELDS.keys() - set(_IGNORED)):
        source.find("headings", f"the column {unknown!r} is not known of UHRI: not read")
    columns = [(_FIELDS[name], place) for place, name in enumerate(headings) if name in _FIELDS]
    for number, row in enumerate(rows, start=2):
        if any(cell.strip() for cell in row):
            yield _annotation(row, columns, f"row {number}")


def _annotation(row: tuple[str, ...], columns: list[tuple[str, int]], place: str) -> Annotation:
    told = {name: row[at] if at < len(row) else "" for name, at in columns}
    listed = {name: _several(told.get(name, "")) for name in _LISTS}
    return Annotation(
        identity=told.get("identity", "").strip() or place,
        document="",
        symbol=told.get("symbol", ""),
        body=told.get("body", ""),
        kind=told.get("kind", ""),
        text=told.get("text", ""),
        published=_day(told.get("published", "")),
        cycle="",
        place=place,
        **listed,
    )


def _several(cell: str) -> tuple[str, ...]:
    """One value a line: a hyphen inside a value (Timor-Leste) is no mark."""
    return tuple(line.strip() for line in cell.splitlines() if line.strip(" -"))


def _day(told: str) -> str:
    """A day as text, from an Excel serial number or from text as it is."""
    with suppress(ValueError, OverflowError):
        return (_EPOCH + timedelta(days=int(float(told)))).isoformat()
    return told.split(" ")[0]


LOADER = Loader(
    name="uhri.xlsx",
    title="Universal Human Rights Index, XLSX export",
    publisher="Office of the United Nations High Commissioner for Human Rights",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="passages of all mechanisms with themes, persons, SDGs, positions",
    leaves="regions, which follow from the States; the day a record was entered",
    recognise=recognise,
    load=load,
)
