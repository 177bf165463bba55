"""A CSV file as a person's spreadsheet left it: which encoding, which separator, which columns, which rows."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Final, Self

from graph.clean import Unclear
from graph.review.decision import COLUMNS

_SEPARATORS: Final = (",", ";", "\t")
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_UNFINISHED: Final = "unexpected end of data"
"""What Python's reader says where a quotation mark is opened and never closed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet counts, its cells, and what keeps it from being read."""

    number: int
    cells: tuple[str, ...]
    fault: str = ""

    @property
    def place(self) -> str:
        return f"row {self.number}"

    @property
    def unfinished(self) -> bool:
        """Whether an open quotation mark swallowed the rest of the file."""
        return _UNFINISHED in self.fault


@dataclass(frozen=True, slots=True)
class Sheet:
    """The form of a file: to read its rows, and to append in the same form."""

    text: str
    wide: bool = False
    separator: str = ","
    columns: tuple[str, ...] = COLUMNS
    line_end: str = "\n"

    @classmethod
    def of(cls, content: bytes) -> Self:
        """Tell the form by the heading. Raises Unclear if there is no heading or a column is missing."""
        wide = content.startswith(_WIDE)
        # bytes that are no UTF-8 stay told apart: they spoil their own row, not the file
        text = content.decode("utf-16" if wide else "utf-8-sig", "replace" if wide else "surrogateescape")
        heading = next((row for row in _heading_rows(text)), None)
        if heading is None:
            raise Unclear(f"the file has no heading: its first line must be {','.join(COLUMNS)}")
        separator, columns = heading
        missing = [name for name in COLUMNS if name not in columns]
        if missing:
            raise Unclear(f"its heading lacks {', '.join(missing)}: it must hold {','.join(COLUMNS)}")
        return cls(text, wide, separator, columns, "\r\n" if "\r\n" in text else "\n")

    def rows(self) -> Iterator[Row]:
        """The rows below the heading that hold anything."""
        seen_heading = False
        for row in _rows(self.text, self.separator):
            if row.fault:
                yield row
            elif _is_blank("".join(row.cells)) or _is_hint(row.cells, self.separator):
                continue
            elif not seen_heading:
                seen_heading = True
            else:
                yield row

    def line(self, cells: dict[str, str]) -> str:
        """One line in the form of this file; a column of its own that we do not know stays empty."""
        out = StringIO()
        csv.writer(out, delimiter=self.separator, lineterminator=self.line_end).writerow(
            [cells.get(name, "") for name in self.columns]
        )
        return out.getvalue()


def _heading_rows(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Separator and columns of the first line that holds anything: the separator that gives most of our columns."""
    for line in StringIO(text, newline=""):
        if not _is_blank(line) and not line.lower().startswith("sep="):
            split = [(one, _columns(line, one)) for one in _SEPARATORS]
            yield max(split, key=lambda entry: len(set(entry[1]) & set(COLUMNS)))


def _columns(line: str, separator: str) -> tuple[str, ...]:
    """The names of the columns; those without a name that a spreadsheet adds at the end are left out."""
    cells = next(csv.reader([line], delimiter=separator))
    names = [cell.strip().lower() for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _is_blank(text: str) -> bool:
    return not text.strip(",;\t \r\n")


def _is_hint(cells: tuple[str, ...], separator: str) -> bool:
    """The line `sep=;` that tells Excel the separator."""
    return separator.join(cells).strip(separator).lower() in ("sep=", f"sep={separator}")


def _rows(text: str, separator: str) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    while True:
        number += 1
        try:
            yield Row(number, tuple(next(reader)))
        except StopIteration:
            return
        except csv.Error as fault:
            yield Row(number, (), str(fault))
