"""The cells of a template's row as values: what cannot be read is a finding, and the rest of the row is kept.

Several values in a cell stand apart by semicolons. A column that the list leaves out is empty in every row.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from graph import clean, goals, states
from graph.clean import Unclear
from graph.source import Source


@dataclass(frozen=True, slots=True)
class Cells:
    """One row, its cells by column name in small letters."""

    source: Source
    place: str
    by_name: dict[str, str]

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

    def amount(self, name: str) -> tuple[str, str] | None:
        """Amount and currency (from the column `Currency`); an amount without a currency is no amount."""
        told, currency = self.text(name), self.text("Currency").upper()
        if not told:
            return None
        if len(currency) != 3 or not currency.isalpha():
            self.find(f"{name}: {told} has no ISO 4217 currency ({currency!r}): not read")
            return None
        try:
            return clean.number(told), currency
        except Unclear as fault:
            self.find(f"{name}: {fault}")
            return None

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
