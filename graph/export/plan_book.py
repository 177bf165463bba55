"""The implementation plan as a workbook that people edit, with what was exported beside it, out of their sight."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from graph.export.plan_columns import NUMBER, SHOWN, STATUSES, TOLD, Row
from graph.export.workbook import clean

SHEET: Final = "Action plan"
BASELINE: Final = "As exported"
ADVICE: Final = "How to use"
_WIDTH_OF_OTHERS: Final = 20
_PRINTED: Final = [name for name, _ in SHOWN].index("Evidence")
"""The last column on paper: those behind it are for the build."""
_LINES: Final = (
    "One row is one action. Fill in what will be done, by whom, by when; leave a row empty if nothing is planned yet.",
    "Sort, filter and move rows as you like: the column No. names a row. Do not change a number.",
    "For another action on the same recommendation, add a row and leave its number empty: it gets one.",
    "You may add columns and sheets: columns are kept with the plan, sheets stay in your file and are reported.",
    "Grey columns come from the graph and are renewed by each export.",
    "Then:  rightsgraph plan diff FILE  shows what was edited,  rightsgraph plan apply FILE  takes it over.",
)


def write(rows: Sequence[Row], out: Path) -> None:
    """Every row, with the columns that people added behind ours. Raises OSError."""
    ours = dict(SHOWN)
    added = sorted({name for row in rows for name in row} - ours.keys())
    columns = [*SHOWN, *((name, _WIDTH_OF_OTHERS) for name in added)]
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(str(out), options) as book:
        book.set_properties({"title": "Implementation plan", "author": "rightsgraph"})
        sheet = book.add_worksheet(SHEET)
        _filled(book, sheet, columns, rows)
        _shown(sheet, columns, len(rows))
        _advice(book)
        baseline = book.add_worksheet(BASELINE)
        _filled(book, baseline, columns, rows)
        baseline.very_hidden()


def _filled(book: Any, sheet: Any, columns: Sequence[tuple[str, float]], rows: Sequence[Row]) -> None:
    plain = book.add_format({"text_wrap": True, "valign": "top", "font_size": 10, "num_format": "@", "border": 4})
    grey = book.add_format({"text_wrap": True, "valign": "top", "font_size": 9, "bg_color": "#EFEFEF", "border": 4})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1", "border": 1})
    for column, (name, _) in enumerate(columns):
        sheet.write_string(0, column, clean(name), head)
        shape = grey if name in (*TOLD, NUMBER) else plain
        for place, row in enumerate(rows, start=1):
            value = clean(row.get(name, ""))
            if value:
                sheet.write_string(place, column, value, shape)
            else:
                sheet.write_blank(place, column, None, shape)


def _shown(sheet: Any, columns: Sequence[tuple[str, float]], count: int) -> None:
    for column, (name, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        if name == "Status":
            offered = {"validate": "list", "source": list(STATUSES), "error_type": "information"}
            sheet.data_validation(1, column, max(count, 1) + 500, column, offered)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(count, 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(2, 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.print_area(0, 0, max(count, 1), _PRINTED)
    sheet.set_footer("&L&9rightsgraph&R&9Page &P of &N")


def _advice(book: Any) -> None:
    sheet = book.add_worksheet(ADVICE)
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "font_size": 11})
    sheet.set_column(0, 0, 100)
    for row, line in enumerate(_LINES):
        sheet.write_string(row, 0, line, wrapped)
