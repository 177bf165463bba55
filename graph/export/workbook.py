"""A workbook whose cells from data are text and numbers, nothing else: no formula, no link, no control character."""

import itertools
import re
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import xlsxwriter

from graph.export.workbook_shapes import shapes

MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
MOST_UNITS: Final = 32_767
"""Excel's limits: rows and columns of a sheet, UTF-16 units of a cell."""
MOST_NAME: Final = 31
"""Letters of a sheet's name."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_CUT: Final = " […]"
_NOTE_WIDTH: Final = 120
_A3, _A4 = 8, 9
_LINE: Final = 12.75
"""Points of a line of text."""
_HIGHEST: Final = 409.0
"""Points of the highest row that Excel shows."""
_CHART_WIDTH: Final = 830
"""Pixels that fit across a page."""
_PAGE_ROWS: Final = 32
"""Rows of 20 pixels on a page of charts."""

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is shown: the last `upright` headings are written upwards and their cells are marks, shaded by
    their last letter (`shades`, letter → colour); `numbers` are formats by column; `wide` prints on A3, `pages`
    of them side by side (0: as many as it takes at `scale` per cent); rows that are `strong` stand out."""

    upright: int = 0
    freeze: int = 1
    wide: bool = False
    pages: int = 1
    scale: int = 100
    heading_height: float = 0
    shades: Mapping[str, str] | None = None
    numbers: Mapping[int, str] | None = None
    strong: Callable[[Sequence["Cell"]], bool] = lambda _: False


_PLAIN: Final = Look()


class Workbook:
    """An XLSX file being written; a context manager that closes it. `most_rows` and `most_columns` are for tests."""

    def __init__(
        self, path: Path, title: str = "", about: str = "", most_rows: int = MOST_ROWS, most_columns: int = MOST_COLUMNS
    ) -> None:
        self._book = xlsxwriter.Workbook(
            str(path),
            {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True},
        )
        self._most_rows, self._most_columns = most_rows, most_columns
        self._title = clean(title)
        self._shapes = shapes(self._book)
        self._made: dict[str, Any] = {}
        self._breaks: dict[str, list[int]] = {}
        told = {"title": self._title, "subject": clean(about), "author": "rightsgraph", "created": datetime.now(UTC)}
        self._book.set_properties(told)

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
        look: Look = _PLAIN,
    ) -> int:
        """A sheet with a note, headings (text, width), rows, filters and frozen panes, set up for print.

        Returns how many rows were written. What a sheet cannot hold is cut, and its last row and its note say so.
        """
        sheet = self._sheet(name, look)
        shown = columns[: self._most_columns]
        self._headings(sheet, shown, len(columns) - look.upright, look)
        written = 0
        waiting = iter(rows)
        for row in itertools.islice(waiting, self._most_rows - 3):
            written += 1
            self._row(sheet, written + 1, row, [width for _, width in shown], look)
        left = sum(1 for _ in waiting)
        if left:
            sheet.write_string(written + 2, 0, f"[…] {left:,} more rows do not fit on a sheet: narrow the export")
        if len(columns) > len(shown):
            note += f" […] {len(columns) - len(shown):,} more columns do not fit on a sheet: narrow the export."
        self._note(sheet, note, shown)
        sheet.freeze_panes(2, look.freeze)
        sheet.autofilter(1, 0, max(written + 1, 2), max(len(shown) - 1, 0))
        sheet.repeat_rows(1)
        if look.freeze:
            sheet.repeat_columns(0, look.freeze - 1)
        return written

    def text(self, name: str, title: str, lines: Iterable[tuple[str, Cell]]) -> None:
        """A sheet of a title and lines of name and value; a line without a value is a heading."""
        sheet = self._sheet(name, _PLAIN)
        widths = (30.0, 100.0)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.write_string(0, 0, clean(title), self._shapes["title"])
        for row, (label, value) in enumerate(lines, start=2):
            sheet.write_string(row, 0, clean(label), self._shapes["section" if value == "" else "label"])
            self._cell(sheet, row, 1, value, "figure")
            if value != "":
                sheet.set_row(row, _height((label, value), widths))

    def bars(self, name: str, table: str, title: str, rows: tuple[int, int], series: Sequence[int], place: int) -> int:
        """A chart of stacked bars on sheet `name`, of the rows `first` to `last` of a table (0 is its first row).

        `series` are its columns; names stand in its second column. Returns the row where the next chart can stand.
        """
        if name not in self._made:
            self._sheet(name, Look(pages=0, scale=85)).set_column(0, 9, 11)
        first, last = rows[0] + 2, rows[1] + 2
        height = 150 + 23 * (last - first + 1)
        taken = height // 20 + 2
        if place % _PAGE_ROWS + taken > _PAGE_ROWS:  # a chart never stands on two pages
            place += _PAGE_ROWS - place % _PAGE_ROWS
            self._breaks.setdefault(name, []).append(place)
            self._made[name].set_h_pagebreaks(self._breaks[name])
        chart = self._book.add_chart({"type": "bar", "subtype": "stacked"})
        for number, column in enumerate(series):
            told = {"name": [table, 1, column], "categories": [table, first, 1, last, 1], "gap": 40}
            chart.add_series(told | {"values": [table, first, column, last, column]} | self._shapes.series(number))
        chart.set_title({"name": clean(title), "name_font": {"size": 12}, "overlay": False})
        chart.set_y_axis({"reverse": True, "num_font": {"size": 9}, "label_position": "low"})
        chart.set_x_axis(self._shapes.axis)
        chart.set_legend({"position": "bottom", "font": {"size": 9}})
        chart.set_size({"width": _CHART_WIDTH, "height": height})
        described = f"{clean(title)}. Its numbers stand on the sheet {table}."
        self._made[name].insert_chart(place, 0, chart, {"description": described, "object_position": 1})
        return place + taken

    def _sheet(self, name: str, look: Look) -> Any:
        sheet = self._book.add_worksheet(sheet_name(name))
        self._made[name] = sheet
        sheet.set_landscape()
        sheet.set_paper(_A3 if look.wide else _A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        if look.pages:
            sheet.fit_to_pages(look.pages, 0)
        else:
            sheet.set_print_scale(look.scale)
        sheet.set_header(f"&L&9{_escaped(self._title)}&R&9&A")
        sheet.set_footer("&L&9rightsgraph&R&9Page &P of &N")
        return sheet

    def _headings(self, sheet: Any, columns: Sequence[tuple[str, float]], marks: int, look: Look) -> None:
        for column, (heading, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(1, column, clean(heading), self._shapes["upright" if column >= marks else "heading"])
        sheet.set_row(1, look.heading_height or _height([name for name, _ in columns], [wide for _, wide in columns]))

    def _note(self, sheet: Any, note: str, columns: Sequence[tuple[str, float]]) -> None:
        """Over as many columns as make a readable line, as high as it takes."""
        across, width = 0, 0.0
        while across < len(columns) and (width < _NOTE_WIDTH or not across):
            width += columns[across][1]
            across += 1
        if across > 1:
            sheet.merge_range(0, 0, 0, across - 1, "", self._shapes["note"])
        sheet.write_string(0, 0, clean(note), self._shapes["note"])
        sheet.set_row(0, _height([note], [width]))

    def _row(self, sheet: Any, row: int, cells: Sequence[Cell], widths: Sequence[float], look: Look) -> None:
        marks = len(cells) - look.upright
        sheet.set_row(row, _height(cells[:marks], widths))
        plain = "strong" if look.strong(cells) else "text"
        for column, cell in enumerate(cells[: len(widths)]):
            if column >= marks:
                shade = (look.shades or {}).get(str(cell)[-1:], "")
                if cell == "":
                    sheet.write_blank(row, column, None, self._shapes.mark(None))
                else:
                    sheet.write_string(row, column, clean(str(cell)), self._shapes.mark(shade))
            else:
                self._cell(
                    sheet,
                    row,
                    column,
                    cell,
                    plain if isinstance(cell, str) else (look.numbers or {}).get(column, "text"),
                )

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell, shape: str) -> None:
        if cell == "":
            sheet.write_blank(row, column, None, self._shapes[shape])
        elif isinstance(cell, str):
            sheet.write_string(row, column, clean(cell), self._shapes["strong" if shape == "strong" else "text"])
        else:
            sheet.write_number(row, column, cell, self._shapes[shape])


def clean(text: str) -> str:
    """Text that a cell can hold: without control characters, cut with a mark at Excel's limit."""
    plain = _CONTROL.sub("", text)
    if _units(plain) <= MOST_UNITS:
        return plain
    most = MOST_UNITS - len(_CUT)
    while _units(plain) > most:
        plain = plain[: len(plain) - max(1, (_units(plain) - most) // 2)]
    return plain + _CUT


def _height(cells: Sequence[Cell], widths: Sequence[float]) -> float:
    """Points of a row that shows its cells whole: not every program works that out by itself."""
    pairs = zip(map(str, cells), widths, strict=False)
    lines = max((_lines(text, width) for text, width in pairs), default=1)
    return min(_LINE * lines + 2.25, _HIGHEST)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes, broken between words."""
    most = max(int(width * 1.15), 1)
    return sum(max(len(textwrap.wrap(line, most)), 1) for line in text[:5_000].split("\n"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def sheet_name(name: str) -> str:
    """A name that Excel takes for a sheet."""
    plain = _NOT_IN_NAMES.sub(" ", clean(name)).strip("' ") or "Sheet"
    return plain if len(plain) <= MOST_NAME else plain[: MOST_NAME - 1] + "…"


def _escaped(text: str) -> str:
    """For a header, in which `&` begins a code and which holds 255 letters."""
    return text[:100].replace("&", "&&")
