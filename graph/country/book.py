"""A country sheet as a workbook and as CSV files, empty or filled: headings, explanations, then rows."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from graph.country.column import Column, Kind
from graph.country.kinds import KINDS

GUIDE: Final = "Read me"
LISTS: Final = "Lists"
"""Sheets of the workbook that hold no rows."""
_ROWS: Final = 1_000
"""Rows for which choices are offered."""
_MADE: Final = datetime(2026, 1, 1)  # noqa: DTZ001 - the same bytes each time
_ADVICE: Final = (
    "Fill in what you know, one thing a row, and put the file into the folder sources/ of your workspace.",
    "Every sheet has its headings in the first row and what they mean in the second; rows begin with the third.",
    "Columns may be left out or be in another order; their headings may be in English, French or Spanish. Sheets that "
    "you do not need may be deleted.",
    "Several values in one cell stand apart by semicolons. Days are written 2026-11-24 or 24/11/2026; 05/07/2026 may "
    "be May or July and is not read.",
    "Source says who says so and where, and who wrote it down. A row is known by its columns marked *: the same "
    "columns again are the same thing.",
    "Each sheet, saved as CSV (UTF-8), is read in the same way.",
)

Cells = Mapping[str, str]
"""English heading → cell."""


def workbook(rows: Mapping[str, Iterable[Cells]] | None = None) -> bytes:
    """The workbook (XLSX) with these rows by kind, the same bytes each time."""
    import xlsxwriter

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"title": "Country sheet", "created": _MADE})
        looks = {
            "heading": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1"}),
            "meaning": book.add_format({"italic": True, "text_wrap": True, "valign": "top", "font_color": "#555555"}),
            "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        _guide(book.add_worksheet(GUIDE), looks)
        sheets = {kind.file: book.add_worksheet(kind.title) for kind in KINDS.values()}
        lists = _lists(book.add_worksheet(LISTS), looks)
        for kind in KINDS.values():
            _sheet(sheets[kind.file], kind, (rows or {}).get(kind.file, ()), lists, looks)
    return made.getvalue()


def tables() -> dict[str, bytes]:
    """File name → an empty CSV of each kind, with its explanations in the second row."""
    found = {}
    for kind in KINDS.values():
        told = io.StringIO(newline="")
        writer = csv.writer(told)
        writer.writerow([column.name for column in kind.columns])
        writer.writerow([explained(column) for column in kind.columns])
        found[f"{kind.file}.csv"] = told.getvalue().encode("utf-8-sig")
    return found


def explained(column: Column) -> str:
    """What stands under a heading: the meaning, a mark for what tells a row from others, an example."""
    mark = "* " if column.key else ""
    needed = " Needed." if column.needed else ""
    example = f" Example: {column.example}" if column.example else ""
    return f"{mark}{column.meaning}{needed}{example}"


def _guide(sheet: Any, looks: Mapping[str, Any]) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, "Country sheet", looks["heading"])
    sheet.write_string(0, 1, "Persons, bodies, papers and days around a State's reviews", looks["heading"])
    for number, advice in enumerate(_ADVICE, start=1):
        sheet.set_row(number, _height([(advice, 90)]))
        sheet.write_string(number, 1, advice, looks["cell"])
    for number, kind in enumerate(KINDS.values(), start=len(_ADVICE) + 2):
        sheet.set_row(number, _height([(kind.meaning, 90)]))
        sheet.write_string(number, 0, kind.title, looks["heading"])
        sheet.write_string(number, 1, kind.meaning, looks["cell"])


def _lists(sheet: Any, looks: Mapping[str, Any]) -> dict[tuple[str, ...], str]:
    """Write every list of choices; choices → the range that holds them."""
    found: dict[tuple[str, ...], str] = {}
    for column in (column for kind in KINDS.values() for column in kind.columns):
        if column.choices and column.choices not in found:
            number = len(found)
            sheet.write_string(0, number, column.name, looks["heading"])
            for row, choice in enumerate(column.choices, start=1):
                sheet.write_string(row, number, choice)
            letter = letters(number)
            found[column.choices] = f"='{LISTS}'!${letter}$2:${letter}${len(column.choices) + 1}"
    sheet.set_column(0, len(found), 24)
    return found


def _sheet(
    sheet: Any,
    kind: Kind,
    rows: Iterable[Cells],
    lists: Mapping[tuple[str, ...], str],
    looks: Mapping[str, Any],
) -> None:
    sheet.freeze_panes(2, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    widths = {column.name: 34 if column.name in _WIDE else 18 for column in kind.columns}
    sheet.set_row(1, _height([(explained(column), widths[column.name]) for column in kind.columns]))
    for number, column in enumerate(kind.columns):
        sheet.set_column(number, number, widths[column.name])
        sheet.write_string(0, number, column.name, looks["heading"])
        sheet.write_string(1, number, explained(column), looks["meaning"])
        if column.choices:
            offered = {"validate": "list", "source": lists[column.choices], "error_type": "warning"}
            sheet.data_validation(2, number, _ROWS, number, offered)
    for row, cells in enumerate(rows, start=2):
        sheet.set_row(row, _height([(cells.get(name, ""), width) for name, width in widths.items()]))
        for number, name in enumerate(widths):
            if cells.get(name):
                sheet.write_string(row, number, cells[name], looks["cell"])


_WIDE: Final = frozenset(("Name", "Title", "Recommendation", "Source", "Note", "Task", "Purpose", "Work", "In place"))


def _height(texts: Sequence[tuple[str, int]]) -> float:
    """Points for texts that wrap in columns so many letters wide: not every program measures rows when it opens one."""
    lines = max(sum(-(-max(1, len(part)) // max(1, width - 4)) for part in text.split("\n")) for text, width in texts)
    return min(409.0, 13.5 * lines + 2)


def letters(number: int) -> str:
    """The letters of a column counted from 0: A, B … Z, AA."""
    found = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
