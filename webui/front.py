"""The front page as data: every State that anything concerns, with its counts, in the order asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from graph.states import fold
from graph.store.builds import Build
from graph.text import NoIndex, counts
from webui import states as asked_states
from webui.asker import remembered
from webui.language import said
from webui.look import state_name

COLUMNS = (
    ("name", said("State"), ()),
    ("recommendations", said("Recommendations"), ("Recommendation",)),
    ("observations", said("Observations"), ("Observation",)),
    ("groups", said("Reinforcing groups"), ("Group",)),
    ("programmes", said("Programmes"), ("Project",)),
    ("documents", said("Documents"), ("Document",)),
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


def front(build: Build, sort: str = "", order: str = "", named: str = "") -> Front:
    """States by a column: names from A, counts from the most, unless `order` is `up` or `down`.

    `named`: only States whose name, or part of it, begins so, or whose code it is. Raises Refusal.
    """
    names = [name for name, _, _ in COLUMNS]
    at = names.index(sort) if sort in names else 0
    down = order == "down" or (order != "up" and at > 0)
    rows = remembered("front", lambda: _rows(_counted(build)))
    wanted = fold(named.strip()[:60])
    if wanted:
        rows = [row for row in rows if row.iso3.casefold() == wanted or f" {wanted}" in f" {fold(row.name)}"]
    if at:
        rows = sorted(rows, key=lambda row: row.counts[at - 1], reverse=down)  # stable: by name where equal
    elif down:
        rows = rows[::-1]
    totals = tuple(map(sum, zip(*(row.counts for row in rows), strict=True)))
    return Front(tuple(_columns(at, down, named.strip()[:60])), tuple(rows), totals)


def _counted(build: Build) -> Mapping[str, Mapping[str, int]]:
    """From the index of words, which counted as it was made; from the store where a build has none."""
    try:
        return counts(build)
    except NoIndex:
        return {one.iso3: one.counts for one in asked_states.states()}


def _rows(counted: Mapping[str, Mapping[str, int]]) -> list[Row]:
    found = [
        Row(iso3, state_name(iso3), tuple(sum(of.get(kind, 0) for kind in kinds) for _, _, kinds in COLUMNS[1:]))
        for iso3, of in counted.items()
    ]
    return sorted(found, key=lambda row: fold(row.name))


def _columns(at: int, down: bool, named: str) -> list[Column]:
    found = []
    told_of = {"named": named} if named else {}
    for number, (name, heading, _) in enumerate(COLUMNS):
        turned = ("up" if down else "down") if number == at else ("up" if number == 0 else "down")
        told = ("descending" if down else "ascending") if number == at else ""
        found.append(Column(heading, f"/?{urlencode(told_of | {'sort': name, 'order': turned})}#states", told))
    return found
