"""The rows of one sheet: each an entry, or told why it is none, by sheet, row and column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from graph.clean import Unclear, number, text
from graph.country.book import letters
from graph.country.column import Column, Form
from graph.records import Entry, Money, Told
from graph.source import Severity, Source
from loaders.country_sheet import cells
from loaders.country_sheet.sheets import Sheet
from loaders.documents.cells import Cells
from loaders.documents.named_asks import asks

_CURRENCY: Final = "Currency"


@dataclass(slots=True)
class Rows:
    """The rows of a sheet of a file. `seen` are the things told before: what tells them from others → the place."""

    source: Source
    sheet: Sheet
    columns: Mapping[str, int] = field(default_factory=dict)
    """English heading → where the column stands, counted from 0."""
    seen: dict[tuple[object, ...], str] = field(default_factory=dict)

    def entries(self) -> Iterator[Entry]:
        """Every row that tells something."""
        self.columns = self._headings()
        missing = [one.name for one in self.sheet.kind.columns if one.needed and one.name not in self.columns]
        rows = list(self.sheet.facts())
        if missing and rows:
            self._find("row 1", f"it has no column {', '.join(missing)}: its {len(rows)} rows are not read")
            return
        for at, row in rows:
            entry = self._entry(at, row)
            if entry:
                yield entry

    def _headings(self) -> dict[str, int]:
        """The columns that are read; each other one that holds something is a finding."""
        found: dict[str, int] = {}
        width = max([len(self.sheet.headings), *(len(row) for _, row in self.sheet.rows)])
        for place in range(width):
            heading = self.sheet.headings[place] if place < len(self.sheet.headings) else ""
            column = self.sheet.kind.column(heading) if heading else None
            if column and column.name not in found:
                found[column.name] = place
                continue
            filled = sum(place < len(row) and bool(row[place].strip()) for _, row in self.sheet.rows)
            why = "stands there twice: one of them is read" if column else "is not in the template: it is not read"
            if heading or filled:
                self._find(
                    f"row 1, column {letters(place)}", f"the column {heading!r} {why} ({filled} cells hold something)"
                )
        return found

    def _entry(self, at: int, row: tuple[str, ...]) -> Entry | None:
        told: dict[str, tuple[Told, ...]] = {}
        for column in self.sheet.kind.columns:
            raw = self._raw(row, column.name)
            if raw.strip() and column.form not in (Form.ASKS, Form.AMOUNT):
                found, faults = cells.values(column, raw)
                told[column.name] = tuple(found)
                for fault in faults:
                    self._find(self._place(at, column.name), f"{column.name}: {fault}")
        for column in self.sheet.kind.columns:
            if column.form is Form.ASKS:
                told[column.name] = self._asks(at, row, column, told)
            elif column.form is Form.AMOUNT:
                told[column.name] = self._money(at, row, column, told)
        told.pop(_CURRENCY, None)
        return self._whole(at, {name: found for name, found in told.items() if found})

    def _whole(self, at: int, told: dict[str, tuple[Told, ...]]) -> Entry | None:
        """The entry, if it has what a row of its kind cannot do without and no earlier row tells of the same thing."""
        kind = self.sheet.kind
        missing = [column.name for column in kind.columns if column.needed and column.name not in told]
        if missing:
            where = ", ".join(letters(self.columns[name]) for name in missing)
            self._find(
                f"row {at}, column {where}", f"nothing that can be read as {', '.join(missing)}: the row is not read"
            )
            return None
        key = tuple(told.get(column.name) for column in kind.columns if column.key)
        before = self.seen.setdefault(key, f"row {at}")
        if before != f"row {at}":
            names = ", ".join(column.name for column in kind.columns if column.key)
            self._find(f"row {at}", f"{before} tells of the same thing ({names}): this row is not read")
            return None
        if "Source" not in told:
            self._find(f"row {at}, column Source", "no source: nobody can check the row", Severity.NOTE)
        ordered = ((column.name, told[column.name]) for column in kind.columns if column.name in told)
        return Entry(kind=kind.file, cells=tuple(ordered), place=self._named(f"row {at}"))

    def _asks(
        self, at: int, row: tuple[str, ...], column: Column, told: Mapping[str, tuple[Told, ...]]
    ) -> tuple[Told, ...]:
        raw = self._raw(row, column.name)
        if not raw.strip():
            return ()
        state, cycle = _first(told, "State"), _first(told, "Cycle")
        review = (state, int(cycle)) if state and cycle else None
        cell = Cells(self.source, self._named(self._place(at, column.name)), {column.name.casefold(): raw})
        return tuple(dict.fromkeys(asks(cell, column.name, review)))

    def _money(
        self, at: int, row: tuple[str, ...], column: Column, told: Mapping[str, tuple[Told, ...]]
    ) -> tuple[Told, ...]:
        raw = text(self._raw(row, column.name))
        if not raw:
            return ()
        currency = _first(told, _CURRENCY).upper()
        try:
            if len(currency) != 3 or not currency.isascii() or not currency.isalpha():
                raise Unclear(f"{raw} has no ISO 4217 currency ({currency!r}): not read")
            return (Money(number(raw), currency, column.of),)
        except Unclear as fault:
            self._find(self._place(at, column.name), f"{column.name}: {fault}")
            return ()

    def _raw(self, row: tuple[str, ...], name: str) -> str:
        place = self.columns.get(name)
        return row[place] if place is not None and place < len(row) else ""

    def _place(self, at: int, name: str) -> str:
        return f"row {at}, column {letters(self.columns[name])}"

    def _named(self, place: str) -> str:
        """A place with the sheet it is in; a CSV file has one alone."""
        return f"sheet {self.sheet.name}, {place}" if self.sheet.name else place

    def _find(self, place: str, reason: str, severity: Severity = Severity.WARNING) -> None:
        self.source.find(self._named(place), reason, severity)


def _first(told: Mapping[str, tuple[Told, ...]], name: str) -> str:
    """The first thing that a column told, as text; empty for nothing."""
    return next(map(str, told.get(name, ())), "")
