"""The two templates by their columns, and the cells of a row as values.

Several values in a cell stand apart by semicolons. A column that the list leaves out is empty in every row.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph import clean, goals, states
from graph.clean import Unclear
from graph.source import Severity, Source
from loaders.documents import sheets
from loaders.documents.sheets import Row

PROJECTS: Final = (
    "Project no.", "Title", "Agency", "Partners", "Start", "End", "Budget", "Currency", "Result", "SDG",
    "Recommendations", "Description", "State",
)  # fmt: skip
FRAMEWORK: Final = (
    "Framework", "State", "Start", "End", "Level", "Code", "Title", "Parent code", "Indicator", "Baseline", "Target",
    "Recommendations", "Description",
)  # fmt: skip
_NEEDED: Final = {
    PROJECTS: ("Project no.", "Title", "Agency", "State"),
    FRAMEWORK: ("Framework", "State", "Start", "Level", "Code", "Title"),
}


def template(source: Source) -> tuple[str, ...]:
    """Which template a table follows: PROJECTS, FRAMEWORK or () for neither. Capitals do not count."""
    told = {heading.casefold() for heading in sheets.headings(source)}
    for columns, needed in _NEEDED.items():
        if told >= {name.casefold() for name in needed}:
            return columns
    return ()


def check(source: Source, columns: tuple[str, ...]) -> None:
    """Report the columns that are too many, twice there, or left out."""
    told = [heading.casefold() for heading in sheets.headings(source)]
    known = {name.casefold() for name in columns}
    for heading in sheets.headings(source):
        if heading and heading.casefold() not in known:
            source.find("headings", f"the column {heading!r} is not in the template: it is not read")
    for name in columns:
        if told.count(name.casefold()) > 1:
            source.find("headings", f"the column {name!r} stands there twice: the last one is read")
    missing = [name for name in columns if name.casefold() not in told]
    if missing:
        source.find("headings", f"the list has no column {', '.join(missing)}", Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Cells:
    """One row; what cannot be read is a finding, and the rest of the row is kept."""

    source: Source
    place: str
    by_name: dict[str, str]

    @classmethod
    def of(cls, source: Source, row: Row) -> "Cells":
        return cls(source, row.place, {name.casefold(): cell for name, cell in row.cells.items()})

    def raw(self, name: str) -> str:
        """The cell as it stands there, line ends and all."""
        return self.by_name.get(name.casefold(), "")

    def text(self, name: str) -> str:
        return clean.text(self.raw(name))

    def several(self, name: str) -> list[str]:
        parts = (clean.text(part) for part in self.raw(name).split(";"))
        return list(dict.fromkeys(part for part in parts if part))

    def day(self, name: str, month: int, day: int) -> date | None:
        """A day; a bare year stands for its first or last day, as programmes count years."""
        told = self.text(name)
        if not told:
            return None
        try:
            if told.isascii() and told.isdigit() and len(told) == 4 and told > "1900":
                return date(int(told), month, day)
            return clean.day(told.removesuffix(" 00:00:00"))
        except Unclear as fault:
            self.find(f"{name}: {fault}")
            return None

    def states(self, name: str) -> tuple[str, ...]:
        return self._each(name, states.state)

    def goals(self, name: str) -> tuple[str, ...]:
        return self._each(name, goals.goal)

    def find(self, reason: str) -> None:
        self.source.find(self.place, reason)

    def _each(self, name: str, read: Callable[[str], str]) -> tuple[str, ...]:
        found = []
        for told in self.several(name):
            try:
                found.append(read(told))
            except Unclear as fault:
                self.find(f"{name}: {fault}")
        return tuple(dict.fromkeys(found))
