"""Links, tasks, conflicts and suggestions as rows of a table."""

from collections.abc import Iterator, Mapping
from typing import Final

from graph.review.decisions import Decisions
from graph.review.ends import shown
from graph.review.links import Held
from graph.review.printed import Cell
from graph.review.threshold import Suggestion
from graph.review.wordings import short
from graph.review.worklist import Task

COLUMNS: Final = (
    "subject", "relation", "object", "basis", "score", "status", "contested", "who", "day", "why",
)  # fmt: skip
TASK_COLUMNS: Final = ("worth", "subject", "relation", "object", "because", "subject says", "object says")
CONFLICT_COLUMNS: Final = (
    "subject", "relation", "object", "earlier", "by", "on", "because", "in force", "its by", "its on", "its because",
)  # fmt: skip
SUGGESTION_COLUMNS: Final = (
    "relation", "confirmed", "rejected", "threshold", "precision", "low", "high", "kept", "note",
)  # fmt: skip


def row(link: Held) -> tuple[Cell, ...]:
    return (
        shown(link.subject),
        link.relation,
        shown(link.object),
        link.basis,
        link.score,
        link.status,
        link.contested,
        link.who,
        link.day,
        link.why,
    )


def task_row(task: Task, says: Mapping[str, str]) -> tuple[Cell, ...]:
    link = task.link
    words = (short(says.get(end, "")) for end in (link.subject, link.object))
    return (task.worth, shown(link.subject), link.relation, shown(link.object), "; ".join(task.reasons), *words)


def conflict_rows(decisions: Decisions) -> Iterator[tuple[Cell, ...]]:
    for history in decisions.conflicts():
        if history.conflict:
            earlier, last = history.conflict
            sides = (cell for one in (earlier, last) for cell in (one.decision, one.who, one.day.isoformat(), one.why))
            yield (shown(last.subject), last.relation.value, shown(last.object), *sides)


def suggestion_row(one: Suggestion) -> tuple[Cell, ...]:
    counts = (one.relation, one.confirmed, one.rejected)
    if one.threshold is None:
        return (*counts, "", "", "", "", "", one.why)
    shares = (round(share, 3) for share in (one.precision, one.low, one.high, one.kept))
    return (*counts, one.threshold, *shares, "")
