"""Country sheets: what people note of the persons, bodies, papers and days around a State's reviews."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from graph.records.keys import Key
from graph.records.programmes import Money
from graph.records.record import Record

Told: TypeAlias = str | int | date | bool | Money | Key
"""What a cell holds: a word, a State's code, a name, a number, a day, money, or what a recommendation is known by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Record):
    """One row of a country sheet: `kind` is the name of its sheet's file (`reviews`), `cells` what each column told.

    Columns go by their English headings; one that tells nothing is left out. `graph/country` says what each holds.
    """

    kind: str
    cells: tuple[tuple[str, tuple[Told, ...]], ...]

    def all(self, column: str) -> tuple[Told, ...]:
        """What a column told; () for nothing."""
        return next((told for name, told in self.cells if name == column), ())

    def one(self, column: str) -> Told | None:
        """The first of it."""
        return next(iter(self.all(column)), None)
