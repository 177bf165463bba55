"""The sheets of a country sheet, from a workbook or a CSV file: which kind each is, its headings, its rows."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.country.book import GUIDE, LISTS, explained
from graph.country.column import Kind
from graph.country.kinds import KINDS, of_headings
from graph.source import Refused, Source
from graph.states import fold
from loaders.documents import archive, markup, sheets

_OLE: Final = b"\xd0\xcf\x11\xe0"
_WORKBOOK: Final = "xl/workbook.xml"
_LARGEST: Final = 20_000_000
"""Bytes of a table that people fill in, unpacked."""
_CELLS: Final = 2_000_000
_SHEET: Final = re.compile(r"\}sheet$")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: headings, and under them each row that holds something, by its number in the file.

    `name` is empty for a CSV file.
    """

    kind: Kind
    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def facts(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The rows without the second, where that holds the template's explanations."""
        for number, cells in self.rows:
            if number != 2 or not self._explains(cells):
                yield number, cells

    def _explains(self, cells: Sequence[str]) -> bool:
        told = [(self.kind.column(heading), cell) for heading, cell in zip(self.headings, cells, strict=False)]
        same = [column is not None and fold(cell) == fold(explained(column)) for column, cell in told if cell.strip()]
        return sum(same) * 2 > len(same)


def is_country_sheet(source: Source) -> bool:
    """A workbook with a sheet of one of the kinds, or a CSV file with its columns. Never raises."""
    if archive.is_zip(source):
        return any(kind_called(name) for name in source.once(_names))
    return source.once(_csv_kind) is not None


def read(source: Source) -> Iterator[Sheet]:
    """Every sheet that holds rows of a kind; any other that holds something is a finding. Raises Refused."""
    if archive.is_zip(source):
        yield from _workbook(source)
        return
    kind = source.once(_csv_kind)
    if kind is not None:
        headings = sheets.headings(source)
        rows = ((int(row.place.removeprefix("row ")), row.cells) for row in sheets.rows(source))
        yield Sheet(kind, "", headings, tuple((n, tuple(cells[name] for name in headings)) for n, cells in rows))


def kind_called(name: str) -> Kind | None:
    """The kind that a sheet is called after."""
    return next((kind for kind in KINDS.values() if fold(kind.title) == fold(name)), None)


def _workbook(source: Source) -> Iterator[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook

    archive.members(source, _LARGEST)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(source.content()))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height * sheet.total_width > _CELLS:
                source.find(f"sheet {name}", f"it has more than {_CELLS:,} cells: it is not read")
                continue
            yield from _sheet(source, name, sheet.to_python(skip_empty_area=False))
    except (CalamineError, IndexError, ValueError) as fault:
        raise Refused(f"the workbook cannot be opened ({fault}): save it again") from fault


def _sheet(source: Source, name: str, table: Sequence[Sequence[object]]) -> Iterator[Sheet]:
    """The sheet of a kind; another one that holds something is a finding."""
    rows = [tuple(_cell(cell) for cell in row) for row in table]
    filled = tuple((n, cells) for n, cells in enumerate(rows, start=1) if any(cell.strip() for cell in cells))
    kind = kind_called(name)
    if kind and filled:
        headings = tuple(cell.strip() for cell in rows[0])
        yield Sheet(kind, name, headings, tuple(row for row in filled if row[0] > 1))
    elif not kind and filled and fold(name) not in map(fold, (GUIDE, LISTS)):
        known = ", ".join(one.title for one in KINDS.values())
        source.find(f"sheet {name}", f"no sheet of a country sheet is called so: it is not read ({known})")


def _names(source: Source) -> tuple[str, ...]:
    """The names of a workbook's sheets, without opening them; () for what is no workbook."""
    try:
        if _WORKBOOK not in archive.members(source, _LARGEST):
            return ()
        root = markup.tree(archive.member(source, _WORKBOOK))
    except Refused:
        return ()
    return tuple(str(one.get("name") or "") for one in root.iter() if _SHEET.search(str(one.tag)))


def _csv_kind(source: Source) -> Kind | None:
    """The kind of a CSV file; None for any other table, and for an XLS, of which one sheet alone would be read."""
    return None if source.head(4) == _OLE else of_headings(sheets.headings(source))


def _cell(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
