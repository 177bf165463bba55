"""A workbook whose cells from data are text and nothing else: no formula, no link, no control character."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import xlsxwriter

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_MOST = 32_000
"""Letters of one cell: Excel's limit is 32,767."""

Cell = str | int | float


class Workbook:
    """An XLSX file being written; a context manager that closes it."""

    def __init__(self, path: Path) -> None:
        self._book = xlsxwriter.Workbook(
            str(path),
            {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True},
        )
        self._wrap = self._book.add_format({"text_wrap": True, "valign": "top", "font_size": 10})
        self._head = self._book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1", "border": 1, "font_size": 10}
        )
        self._upright = self._book.add_format(
            {"bold": True, "text_wrap": True, "rotation": 90, "bg_color": "#DCE6F1", "border": 1, "font_size": 9}
        )
        self._mark = self._book.add_format(
            {"align": "center", "valign": "vcenter", "bg_color": "#E2F0D9", "border": 1, "font_size": 9}
        )
        self._blank = self._book.add_format({"bg_color": "#F7F7F7", "border": 1, "border_color": "#DDDDDD"})
        self._title = self._book.add_format({"bold": True, "font_size": 16})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._book.close()

    def table(
        self,
        name: str,
        columns: Sequence[tuple[str, float]],
        rows: Iterable[Sequence[Cell]],
        note: str = "",
        *,
        upright: int = 0,
        freeze: int = 1,
    ) -> None:
        """A sheet with a note, headings (text, width), rows, filters and frozen panes, set up for print.

        The last `upright` headings are written upwards; their cells are marks, blank ones shaded.
        """
        sheet = self._sheet(name)
        sheet.write_string(0, 0, clean(note))
        marks = len(columns) - upright
        for column, (heading, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(1, column, clean(heading), self._upright if column >= marks else self._head)
        if upright:
            sheet.set_row(1, 190)
        last = 1
        for last, row in enumerate(rows, start=2):
            for column, cell in enumerate(row):
                self._cell(sheet, last, column, cell, mark=column >= marks)
        sheet.freeze_panes(2, freeze)
        sheet.autofilter(1, 0, max(last, 2), max(len(columns) - 1, 0))
        sheet.repeat_rows(1)

    def text(self, name: str, title: str, lines: Iterable[tuple[str, Cell]]) -> None:
        """A sheet of a title and lines of name and value."""
        sheet = self._sheet(name)
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 110)
        sheet.write_string(0, 0, clean(title), self._title)
        for row, (label, value) in enumerate(lines, start=2):
            sheet.write_string(row, 0, clean(label), self._wrap)
            self._cell(sheet, row, 1, value, mark=False)

    def bar_chart(self, name: str, table: str, rows: int, title: str, place: str) -> None:
        """A bar chart on sheet `name` of the first two columns of sheet `table`."""
        chart = self._book.add_chart({"type": "bar"})
        chart.add_series(
            {"categories": [table, 2, 0, 1 + rows, 0], "values": [table, 2, 1, 1 + rows, 1], "name": title}
        )
        chart.set_title({"name": title, "name_font": {"size": 11}})
        chart.set_legend({"none": True})
        self._book.get_worksheet_by_name(name).insert_chart(place, chart)

    def _sheet(self, name: str) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&RPage &P of &N")
        return sheet

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell, *, mark: bool) -> None:
        if isinstance(cell, str):
            if cell or mark:
                shape = (self._mark if cell else self._blank) if mark else self._wrap
                sheet.write_string(row, column, clean(cell), shape)
        else:
            sheet.write_number(row, column, cell, self._mark if mark else self._wrap)


def clean(text: str) -> str:
    """Text that a cell can hold: without control characters, cut with a mark at Excel's limit."""
    plain = _CONTROL.sub("", text)
    return plain if len(plain) <= _MOST else plain[:_MOST] + " […]"
