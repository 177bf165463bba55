"""Cells that are merged down over several rows of a workbook's first sheet, and sheets that nobody reads."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.source import Refused, Source
from loaders.documents import archive, sheets
from loaders.documents.sheets import Row

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_OLE = b"\xd0\xcf\x11\xe0"


def rows(source: Source) -> Iterator[Row]:
    """The rows of a table, each with what is merged down beside it. Raises Refused as `sheets.rows` does."""
    down = source.once(_merged_down)
    headings = sheets.headings(source)
    upper: dict[int, str] = {}
    for row in sheets.rows(source):
        number = int(row.place.removeprefix("row "))
        filled = dict(row.cells)
        for column, spans in down.items():
            name = headings[column] if column < len(headings) else ""
            for first, last in spans:
                if number == first:
                    upper[column] = filled.get(name, "")
                elif first < number <= last and not filled.get(name, "").strip():
                    filled[name] = upper.get(column, "")
        yield replace(row, cells=filled)


def title(source: Source) -> str:
    """The name of a workbook's first sheet; empty for a CSV. Raises Refused as `sheets.rows` does."""
    return source.once(_names)[0] if source.once(_names) else ""


def tell_other_sheets(source: Source, known: str) -> None:
    """Report each sheet after the first that holds something, but for the one called `known`."""
    for name in source.once(_names)[1:]:
        if name != known and _holds(source, name):
            source.find(
                f"sheet {name}", "only a file's first sheet is read: move it to the front, or into its own file"
            )


def _merged_down(source: Source) -> dict[int, list[tuple[int, int]]]:
    """Column → the first and last row (counted from 1) of each merge in it; none for a CSV."""
    book = source.once(_book)
    found: dict[int, list[tuple[int, int]]] = {}
    if book is not None:
        sheet = book.get_sheet_by_index(0)
        for (top, left), (bottom, _) in (sheet.merged_cell_ranges or ()) if sheet.start == (0, 0) else ():
            if bottom > top:
                found.setdefault(left, []).append((top + 1, bottom + 1))
    return found


def _names(source: Source) -> tuple[str, ...]:
    book = source.once(_book)
    return () if book is None else tuple(book.sheet_names)


def _holds(source: Source, name: str) -> bool:
    """Whether a sheet has any row; one that cannot be opened is held to have."""
    from python_calamine import CalamineError

    book = source.once(_book)
    try:
        return book is not None and book.get_sheet_by_name(name).height > 0
    except (CalamineError, ValueError):
        return True


def _book(source: Source) -> "CalamineWorkbook | None":
    """The workbook; None for a CSV. Raises Refused for what cannot be opened."""
    from python_calamine import CalamineError, CalamineWorkbook

    if not (archive.is_zip(source) or source.head(4) == _OLE):
        return None
    if archive.is_zip(source):
        archive.members(source)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(source.content()))
        book.get_sheet_by_index(0)
    except (CalamineError, IndexError, ValueError) as fault:
        raise Refused(f"the workbook cannot be opened ({fault}): save it again") from fault
    return book
