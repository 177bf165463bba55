"""Every sheet of a country sheet, in its order."""

from collections.abc import Sequence
from typing import Final

from graph.country.bodies import (
    ACCREDITATIONS,
    ASSIGNMENTS,
    CAPACITIES,
    FUNDS,
    MEMBERS,
    ORGANISATIONS,
    PAPERS,
    PEOPLE,
    TASKS,
)
from graph.country.column import Kind
from graph.country.reviews import DATES, EVENTS, INVITATIONS, REFERENCES, REVIEWS, ROLES, VISITS

KINDS: Final[dict[str, Kind]] = {
    one.file: one
    for one in (
        *(REVIEWS, ROLES, DATES, ORGANISATIONS, MEMBERS, PEOPLE, ACCREDITATIONS, CAPACITIES, ASSIGNMENTS, TASKS),
        *(PAPERS, EVENTS, VISITS, INVITATIONS, FUNDS, REFERENCES),
    )
}
"""Name of the CSV file → the kind."""

_ALWAYS: Final = ("Source", "As of")
"""Columns that tell a table of a country sheet from any other list."""


def of_headings(told: Sequence[str]) -> Kind | None:
    """The kind that a table's headings are those of: all that it needs, and most of its columns; None for any other."""
    found = [(_fit(kind, told), kind) for kind in KINDS.values() if _is(kind, told)]
    return max(found, key=lambda one: one[0])[1] if found else None


def _is(kind: Kind, told: Sequence[str]) -> bool:
    names = {column.name for column in map(kind.column, told) if column}
    return all(column.name in names for column in kind.columns if column.needed) and names.issuperset(_ALWAYS)


def _fit(kind: Kind, told: Sequence[str]) -> tuple[int, int]:
    """How many headings are the kind's, and how few of its columns are missing."""
    here = sum(kind.column(heading) is not None for heading in told)
    return here, here - len(kind.columns)
