"""One row of the list of projects → a Project and the links that the list states."""

import re
from collections.abc import Iterator
from typing import Final

from graph.clean import Unclear
from graph.records import Money, Project, Record, ResultKey
from loaders.documents.cells import Cells
from loaders.documents.language import language
from loaders.documents.named_asks import links

_RESULT: Final = re.compile(r"([A-Z]{3}/\S+)\s+(\S.*)")
"""A result is named by its framework and its code: `MOZ/2012 HR.2`."""


def project(cells: Cells, seen: set[str]) -> Iterator[Record]:
    """Raises Unclear for a row without number or title, or with a number that an earlier row has (`seen`)."""
    number, title = cells.text("Project no."), cells.text("Title")
    if not number or not title:
        raise Unclear("a project needs a number and a title: the row is not read")
    states = cells.states("State")
    identifier = _identifier(number, states)
    if identifier in seen:
        raise Unclear(f"an earlier row has the number {number!r} too: this row is not read")
    seen.add(identifier)
    description, budget = cells.text("Description"), cells.amount("Budget")
    start, end = cells.day("Start", 1, 1), cells.day("End", 12, 31)
    if start and end and end < start:
        cells.find(f"it ends on {end}, before it starts on {start}")
    made = Project(
        identifier=identifier,
        title=title,
        description=description,
        language=language([title, description]),
        states=states,
        implementers=tuple(cells.several("Agency")),
        funders=tuple(cells.several("Partners")),
        result=_result(cells),
        start=start,
        end=end,
        sdgs=cells.goals("SDG"),
        money=(Money(*budget, "budget", start, end),) if budget else (),
        place=cells.place,
    )
    yield made
    yield from links(cells, made.key)


def _identifier(number: str, states: tuple[str, ...]) -> str:
    """The number as it stands there; a bare figure, which any list may use, with its State: `ARG-7`."""
    return f"{states[0]}-{number}" if number.isdecimal() and len(states) == 1 else number


def _result(cells: Cells) -> ResultKey | None:
    found = [_RESULT.fullmatch(told) for told in cells.several("Result")]
    keys = [ResultKey(one[1], one[2]) for one in found if one]
    if len(keys) != len(found):
        cells.find(f"Result: {cells.text('Result')!r} names no framework and code (as in MOZ/2012 HR.2): not joined")
    if len(keys) > 1:
        cells.find(f"Result: several are named ({cells.text('Result')}): the project stands under the first")
    return keys[0] if keys else None
