"""What people changed in an implementation plan, told before anything is taken over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.export.plan_columns import NUMBER, TOLD, Row, begun
from graph.export.plan_read import Edited

Kind = Literal["changed", "added", "deleted", "conflict", "not taken"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell that differs. `number` names its row; `place` is where it stands in the file, empty for a lost row.

    `conflict`: the plan has changed there since the export, to another value (`now`). `not taken`: the column tells
    what the graph holds, and an edit of it changes nothing.
    """

    kind: Kind
    number: str
    column: str
    old: str
    new: str
    place: str = ""
    now: str = ""

    def __str__(self) -> str:
        where = f"{self.number}, {self.column}" + (f" ({self.place})" if self.place else "")
        told = f"{self.kind}: {where}: {self.old!r} → {self.new!r}"
        return told + (f", but the plan now says {self.now!r}" if self.kind == "conflict" else "")


@dataclass(frozen=True, slots=True)
class Compared:
    """Every difference in the order of the file, then lost rows; what is left aside, in words; who saved the file."""

    differences: tuple[Difference, ...]
    aside: tuple[str, ...]
    who: str = ""


def compare(edited: Edited, kept: Iterable[Row]) -> Compared:
    """The edits since the export, or since the plan as it is kept where the file does not hold what was exported."""
    plan = {row[NUMBER]: row for row in kept if row.get(NUMBER)}
    before = plan if edited.baseline is None else {row[NUMBER]: row for row in edited.baseline if row.get(NUMBER)}
    aside = list(edited.aside)
    columns = _columns(edited, before.values())
    gone = [name for name in _named(before.values()) if name not in edited.columns]
    aside += [f"the column {name!r} is missing: what the plan holds there stays" for name in gone]
    found: list[Difference] = []
    seen: set[str] = set()
    new = _Numbers([*before, *plan])
    for place, row in edited.rows:
        number = row.get(NUMBER, "")
        if number in before and number not in seen:
            seen.add(number)
            found += _changes(before[number], row, columns, place, plan.get(number))
        elif number or begun(row) or edited.baseline is not None:
            if number in seen:
                aside.append(f"{place}: the number {number!r} stands there twice: this row is taken as a new one")
            if edited.baseline is None and not begun(row):
                continue  # a suggestion of an earlier export
            named = number if number and number not in seen and number not in plan else new.next()
            seen.add(named)
            found += _added(named, row, place)
    for number, row in before.items():
        if number not in seen:
            found += [Difference("deleted", number, name, value, "") for name, value in row.items() if name != NUMBER]
    return Compared(tuple(found), tuple(aside), edited.who)


class _Numbers:
    """New numbers for rows without one: N1, N2 …"""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def next(self) -> str:
        number = next(f"N{count}" for count in range(1, len(self._taken) + 2) if f"N{count}" not in self._taken)
        self._taken.add(number)
        return number


def _named(rows: Iterable[Row]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))


def _columns(edited: Edited, before: Iterable[Row]) -> list[str]:
    """Those of the file; what it has no column for is not compared."""
    return [name for name in dict.fromkeys((*edited.columns, *_named(before))) if name in edited.columns]


def _changes(old: Row, new: Row, columns: Sequence[str], place: str, now: Row | None) -> Iterable[Difference]:
    for name in columns:
        before, after = old.get(name, ""), new.get(name, "")
        if before == after:
            continue
        today = before if now is None else now.get(name, "")
        kind: Kind = "changed"
        if name in TOLD:
            kind = "not taken"
        elif today not in (before, after):
            kind = "conflict"
        yield Difference(kind, old[NUMBER], name, before, after, place, today)


def _added(number: str, row: Row, place: str) -> Iterable[Difference]:
    for name, value in row.items():
        if name != NUMBER:
            yield Difference("not taken" if name in TOLD else "added", number, name, "", value, place)
