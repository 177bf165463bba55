"""Tables with a heading row from CSV, XLS and XLSX, whatever the encoding and the line ends."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from graph.source import Refused, Severity, Source
from loaders.documents import archive

FILE_ROWS = 2_000_000
_OLE = b"\xd0\xcf\x11\xe0"
_HEAD = 65_536
_WORKBOOK = "xl/workbook.xml"
_LARGEST = 1_500_000_000
"""Bytes that an archive may unpack to and still be looked at for what it is."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row by heading, all cells as text; `place` tells where it stands."""

    place: str
    cells: dict[str, str]


def is_table(source: Source) -> bool:
    """CSV, XLS or XLSX, told by content: text with a comma or semicolon in its first line, or a workbook."""
    head = source.head(2048)
    if head.startswith(_OLE):
        return True
    if archive.is_zip(source):
        return _WORKBOOK in source.once(_members)
    first = head.split(b"\r")[0].split(b"\n")[0]
    separated = b"," in first or b";" in first
    return b"\x00" not in head and not head.lstrip().startswith((b"{", b"[", b"<", b"%PDF")) and separated


def _members(source: Source) -> frozenset[str]:
    try:
        return archive.members(source, _LARGEST)
    except Refused:
        return frozenset()


def headings(source: Source) -> tuple[str, ...]:
    """The first row's cells; () if the file is no table. Never raises."""
    if not is_table(source):
        return ()
    return source.once(_headings)


def _headings(source: Source) -> tuple[str, ...]:
    """The first row alone: a large table is not read to learn what it is."""
    try:
        if _is_workbook(source):
            first = next(cells(source), ())
        else:
            text, _ = decoded(source.head(_HEAD))
            first = tuple(next(_csv(text), []))
    except (Refused, csv.Error):
        return ()
    return tuple(cell.strip() for cell in first)


def cells(source: Source, largest: int | None = None) -> Iterator[tuple[str, ...]]:
    """The rows of a workbook's first sheet, one after the other, all cells as text, the headings first.

    Raises Refused for what cannot be opened or unpacks to more than `largest` bytes.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    if archive.is_zip(source):
        archive.members(source, largest)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(source.content()))
        for row in book.get_sheet_by_index(0).iter_rows():
            yield tuple(_cell(cell) for cell in row)
    except (CalamineError, IndexError, ValueError) as fault:
        raise Refused(f"the workbook cannot be opened ({fault}): save it again") from fault


def rows(source: Source) -> Iterator[Row]:
    """Every row under the headings; empty rows are left out. Raises Refused."""
    table = source.once(_table)
    if len(table) > FILE_ROWS:
        raise Refused(f"the table has {len(table):,} rows; file_rows allows {FILE_ROWS:,}")
    names = [cell.strip() for cell in table[0]]
    for number, cells in enumerate(table[1:], start=2):
        if any(cell.strip() for cell in cells):
            padded = [*cells, *[""] * (len(names) - len(cells))]
            if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
                source.find(f"row {number}", "it has more cells than there are headings: the last are not read")
            yield Row(f"row {number}", dict(zip(names, padded, strict=False)))


def _is_workbook(source: Source) -> bool:
    return archive.is_zip(source) or source.head(4) == _OLE


def _csv(text: str) -> Iterator[list[str]]:
    """Rows; the first line tells whether commas part the cells or, as where a comma is a decimal sign, semicolons."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    first = plain.partition("\n")[0]
    return csv.reader(io.StringIO(plain, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")


def _table(source: Source) -> list[list[str]]:
    if _is_workbook(source):
        return [list(row) for row in cells(source)]
    text, encoding = decoded(source.content())
    if encoding != "UTF-8":
        source.find("file", f"not UTF-8: read as {encoding}; look at names with accents", Severity.NOTE)
    if "\ufffd" in text:
        source.find("file", f"letters that {encoding} does not have are shown as \ufffd: save the file as UTF-8")
    try:
        return list(_csv(text))
    except csv.Error as fault:
        raise Refused(f"not readable as CSV ({fault})") from fault


def decoded(content: bytes) -> tuple[str, str]:
    """Text and its encoding: UTF-8, else Mac Roman (CR line ends tell an old Macintosh) or Windows-1252."""
    try:
        return content.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        if content.count(b"\r") > 2 * content.count(b"\n"):
            return content.decode("mac_roman", "replace"), "Mac Roman"
        return content.decode("cp1252", "replace"), "Windows-1252"


def _cell(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
