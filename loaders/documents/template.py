"""Templates that people fill in: their columns, defined once for the reader and for the empty workbook.

A column may be headed in English, French or Spanish; capitals and accents do not count.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from graph.source import Severity, Source
from graph.states import fold
from loaders.documents import merged, sheets
from loaders.documents.cells import Cells

EXPLANATION: Final = "How to fill in"
"""The name of a template's second sheet, which explains the first."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading in English, French and Spanish, what a cell means, an example.

    Without a `needed` column a table is not this template. `choices` are offered in a list; other words may stand.
    """

    name: str
    french: str
    spanish: str
    meaning: str
    example: str = ""
    needed: bool = False
    choices: tuple[str, ...] = ()

    @property
    def headings(self) -> frozenset[str]:
        return frozenset(map(fold, (self.name, self.french, self.spanish)))


@dataclass(frozen=True, slots=True)
class Template:
    """A table with fixed columns; `name` is that of its file."""

    name: str
    title: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The headings in English."""
        return tuple(column.name for column in self.columns)

    def matches(self, source: Source) -> bool:
        """Whether a table has every column that this template cannot do without. Never raises."""
        told = {fold(heading) for heading in sheets.headings(source)}
        return all(told & column.headings for column in self.columns if column.needed)

    def rows(self, source: Source) -> Iterator[Cells]:
        """Every row by the English names of its columns; what the table has beside the template is a finding.

        Raises Refused for a file that cannot be opened.
        """
        self._check(source)
        merged.tell_other_sheets(source, EXPLANATION)
        empty = True
        for row in merged.rows(source):
            empty = False
            named = ((self.column(heading), cell) for heading, cell in row.cells.items())
            yield Cells(source, row.place, {column.name.casefold(): cell for column, cell in named if column})
        if empty:
            source.find("file", "an empty template: there is nothing in it to read", Severity.NOTE)

    def column(self, heading: str) -> Column | None:
        """The column of a heading in any of its languages."""
        return next((column for column in self.columns if fold(heading) in column.headings), None)

    def _check(self, source: Source) -> None:
        """Report the columns that are too many, twice there, or left out."""
        told = [self.column(heading) for heading in sheets.headings(source)]
        for heading, column in zip(sheets.headings(source), told, strict=True):
            if heading and column is None:
                source.find("headings", f"the column {heading!r} is not in the template: it is not read")
        for name in self.names:
            if [column.name for column in told if column].count(name) > 1:
                source.find("headings", f"the column {name!r} stands there twice: the last one is read")
        missing = [name for name in self.names if name not in {column.name for column in told if column}]
        if missing:
            source.find("headings", f"the list has no column {', '.join(missing)}", Severity.NOTE)
