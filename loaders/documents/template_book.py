"""An empty template as a workbook: a sheet to fill in, and one that says what each column means."""

import io
from datetime import datetime
from typing import Any, Final

from loaders.documents.template import EXPLANATION, Column, Template

_ROWS: Final = 1_000
"""Rows for which choices are offered."""
_MADE: Final = datetime(2026, 1, 1)  # noqa: DTZ001 - the same bytes each time
_ADVICE: Final = (
    "Fill in the first sheet, one thing a row, and put the file into the folder sources/ of your workspace.",
    "Columns may be left out or be in another order; their headings may be in English, French or Spanish.",
    "Several values in one cell stand apart by semicolons. Days are written 2026-11-24 or 24/11/2026; a year alone is "
    "its first or last day.",
    "Saved as CSV (UTF-8), the first sheet is read in the same way.",
)


def workbook(template: Template) -> bytes:
    """The workbook (XLSX), the same bytes each time."""
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_numbers": False}) as book:
        book.set_properties({"title": template.title, "created": _MADE})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        _to_fill_in(book.add_worksheet(template.title[:31]), template, bold)
        _explained(book.add_worksheet(EXPLANATION), template, bold, wrapped)
    return made.getvalue()


def _to_fill_in(sheet: Any, template: Template, bold: Any) -> None:
    sheet.freeze_panes(1, 0)
    for number, column in enumerate(template.columns):
        sheet.write_string(0, number, column.name, bold)
        sheet.set_column(number, number, _width(column))
        if column.choices:
            offered = {"validate": "list", "source": list(column.choices), "error_type": "information"}
            sheet.data_validation(1, number, _ROWS, number, offered)


def _explained(sheet: Any, template: Template, bold: Any, wrapped: Any) -> None:
    headings = ("Column", "Français", "Español", "Needed", "What it means", "Example")
    for number, (heading, width) in enumerate(zip(headings, (20, 20, 20, 8, 70, 30), strict=True)):
        sheet.write_string(0, number, heading, bold)
        sheet.set_column(number, number, width)
    for row, column in enumerate(template.columns, start=1):
        told = (column.name, column.french, column.spanish, "yes" if column.needed else "", column.meaning)
        for number, text in enumerate((*told, column.example)):
            sheet.write_string(row, number, text, wrapped)
    for row, advice in enumerate(_ADVICE, start=len(template.columns) + 2):
        sheet.merge_range(row, 0, row, len(headings) - 1, advice, wrapped)


def _width(column: Column) -> int:
    return max(12, min(40, len(column.name) + 4, 200))
