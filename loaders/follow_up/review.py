"""Which State a row is about, and which UPR review its bare numbers belong to."""

import re
from typing import Final

from graph import states
from loaders.documents import merged
from loaders.documents.cells import Cells

CYCLES: Final = ("1", "2", "3", "4")
_CYCLE: Final = re.compile(
    r"\b(?:cycle|ciclo)\s*([1-4])\b|\b([1-4])(?:st|nd|rd|th|e|er|o|º)?\s+(?:cycle|ciclo)\b", re.I
)


def whose(cells: Cells) -> tuple[str, ...]:
    """The States of the row, or else the one that the sheet is called after."""
    told = cells.states("State")
    if told or cells.text("State"):
        return told
    named = tuple(dict.fromkeys(one.state for one in states.mentions(merged.title(cells.source))))
    return named if len(named) == 1 else ()


def review(cells: Cells, named: tuple[str, ...]) -> tuple[str, int] | None:
    """The row's one State and its cycle (of the row, or else of the sheet's name); None where either is not told.

    A cycle that is none is a finding.
    """
    told = cells.text("Cycle")
    if told and told not in CYCLES:
        cells.find(f"Cycle: {told!r} is no cycle of the UPR (1 to 4)")
        return None
    if not told:
        found = _CYCLE.search(merged.title(cells.source))
        told = (found[1] or found[2]) if found else ""
    return (named[0], int(told)) if len(named) == 1 and told else None
