"""The front page as data: every State that anything concerns, with its counts, in the order asked for."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph import states
from graph.states import fold
from graph.store.builds import Build
from graph.text import NoIndex, counts
from webui import states as asked_states
from webui.asker import remembered

COLUMNS = (
    ("name", "State", ()),
    ("recommendations", "Recommendations", ("Recommendation",)),
    ("observations", "Observations", ("Observation",)),
    ("groups", "Reinforcing groups", ("Group",)),
    ("programmes", "Programmes", ("Project",)),
    ("documents", "Documents", ("Document",)),
)
"""Name in the address, heading, kinds that are counted."""


@dataclass(frozen=True, slots=True)
class Row:
    """One State with its counts, in the order of the columns."""

    iso3: str
    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column, and where its heading leads: to the same table in its order."""

    heading: str
    address: str
    sorted: str
    """`ascending`, `descending`, or empty where the table is not in its order."""


@dataclass(frozen=True, slots=True)
class Front:
    """The table of States, and the sums of its columns."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: tuple[int, ...]


def front(build: Build, sort: str = "", order: str = "") -> Front:
    """States by a column: names from A, counts from the most, unless `order` is `up` or `down`. Raises Refusal."""
    names = [name for name, _, _ in COLUMNS]
    at = names.index(sort) if sort in names else 0
    down = order == "down" or (order != "up" and at > 0)
    rows = remembered("front", lambda: _rows(_counted(build)))
    if at:
        rows = sorted(rows, key=lambda row: row.counts[at - 1], reverse=down)  # stable: by name where equal
    elif down:
        rows = rows[::-1]
    totals = tuple(map(sum, zip(*(row.counts for row in rows), strict=True)))
    return Front(tuple(_columns(at, down)), tuple(rows), totals)


def _counted(build: Build) -> Mapping[str, Mapping[str, int]]:
    """From the index of words, which counted as it was made; from the store where a build has none."""
    try:
        return counts(build)
    except NoIndex:
        return {one.iso3: one.counts for one in asked_states.states()}


def _rows(counted: Mapping[str, Mapping[str, int]]) -> list[Row]:
    found = [
        Row(iso3, states.english(iso3), tuple(sum(of.get(kind, 0) for kind in kinds) for _, _, kinds in COLUMNS[1:]))
        for iso3, of in counted.items()
    ]
    return sorted(found, key=lambda row: fold(row.name))


def _columns(at: int, down: bool) -> list[Column]:
    found = []
    for number, (name, heading, _) in enumerate(COLUMNS):
        turned = ("up" if down else "down") if number == at else ("up" if number == 0 else "down")
        told = ("descending" if down else "ascending") if number == at else ""
        found.append(Column(heading, f"/?sort={name}&order={turned}#states", told))
    return found
