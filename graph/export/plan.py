"""The implementation plan of a State's recommendations (XLSX), clustered by group: to be edited and to come back."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from graph import workspace
from graph.export import plan_book
from graph.export.alignment_filters import Filters
from graph.export.alignment_read import read
from graph.export.calendar_file import known
from graph.export.plan_file import kept, place
from graph.export.plan_rows import rows
from graph.export.unwritable import Unwritable
from graph.store.asking import Asker
from graph.store.builds import Build

_UPR: Final = ("mid-term report", "national report", "review")


def plan(asker: Asker, build: Build, state: str | None, out: Path, asked: Filters | None = None) -> None:
    """Write the plan of one State: what its workspace holds, and a row to fill in for every other recommendation.

    Raises Unwritable where no State is named or nothing is known of it; Refusal; OSError.
    """
    if not state:
        raise Unwritable("a plan is that of one State: name it with --state VNM")
    facts = read(asker, state, asked)
    folder = workspace.of_builds(build.path.parent)
    plan_rows = kept(place(folder, state)) if folder else []
    plan_book.write(rows(facts, plan_rows, opportunities(asker, state, datetime.now(UTC).date())), out)


def opportunities(asker: Asker, state: str, today: date) -> dict[str, str]:
    """Mechanism → what is reported to it next and when, from today on, as documents or rules say."""
    found: dict[str, str] = {}
    for one in known(asker, state.upper()):
        mechanism = one.of if one.what.startswith("treaty body") else "UPR" if one.what.startswith(_UPR) else ""
        if mechanism and one.day >= today:
            when = one.day.isoformat() if one.exact else f"{one.day:%B %Y}"
            found.setdefault(mechanism, f"{when}: {one.what}" + ("" if one.stated else " (reckoned)"))
    return found
